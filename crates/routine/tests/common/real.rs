//! The seven as people are given them: their plans, and the English words.

use unknot_routine::{Catalogue, Order, Plan, Request, Words};

/// The seven, in the order of the article.
pub const IDS: [&str; 7] = [
    "foam-rolling",
    "childs-pose",
    "w-and-y",
    "levator-scapulae",
    "back-extension",
    "opposite-arm-and-leg",
    "wall-angels",
];

/// Returns the English words.
pub fn words() -> Words {
    Words::read("en", unknot_content::WORDS_EN.text).unwrap()
}

/// Returns the plan for a programme as it stands, but for what `change` asks otherwise.
pub fn plan(catalogue: &Catalogue, programme: &str, change: impl FnOnce(&mut Request<'_>)) -> Plan {
    let mut request = Request::of(catalogue.programme(programme).unwrap());
    change(&mut request);
    Plan::make(catalogue, &request).unwrap()
}

/// Returns the plans that people are most likely to be given.
pub fn plans(catalogue: &Catalogue) -> Vec<(&'static str, Plan)> {
    vec![
        ("flow", plan(catalogue, "seven", |_| {})),
        ("article", plan(catalogue, "seven", |request| request.order = Order::Article)),
        ("gentle", plan(catalogue, "seven", gently)),
        ("office", plan(catalogue, "office", |_| {})),
        ("standing", plan(catalogue, "standing", |_| {})),
    ]
}

/// Asks for one of the first sessions.
pub fn gently(request: &mut Request<'_>) {
    request.gentle = true;
    request.change_pace = (3, 2);
}
