//! `unknot exercises` and `unknot show`.

use crate::run::Home;

const SEVEN: [&str; 7] = [
    "foam-rolling",
    "childs-pose",
    "w-and-y",
    "levator-scapulae",
    "back-extension",
    "opposite-arm-and-leg",
    "wall-angels",
];

#[test]
fn the_list_has_the_seven_in_the_order_of_the_article() {
    let list = Home::new().run(&["exercises", "--json"]).json();
    let ids: Vec<&str> = list.as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect();
    assert_eq!(ids, SEVEN);
    assert_eq!(list[6]["position"], "wall");
    assert_eq!(list[6]["default_seconds"], 45.0);
    assert_eq!(list[6]["needs"][0]["item"], "wall");
    Home::new().run(&["exercises"]).assert_says(0, &["Wall angels", "at the wall", "45 s"]);
}

#[test]
fn a_page_says_everything() {
    let home = Home::new();
    for id in SEVEN {
        let ran = home.run(&["show", id]);
        ran.assert_says(
            0,
            &["position", "needs", "takes", "How", "What can go wrong", "As written", "Sources"],
        );
        assert!(!ran.stdout.contains(&format!("{id}.")), "a word is missing:\n{}", ran.stdout);
        let page = home.run(&["show", id, "--json"]).json();
        assert!(page["blocks"][0]["phases"][0]["caption"].is_string());
        assert!(page["sources"][0]["citation"].as_str().unwrap().len() > 10);
    }
    home.run(&["show", "levator-scapulae"]).assert_says(
        0,
        &[
            "hold        20 s (a plan may use 10 to 20 s",
            "spoken reminder only",
            "a camera can tell from the front",
        ],
    );
}

#[test]
fn another_name_works_and_a_slip_is_helped() {
    let home = Home::new();
    assert_eq!(home.run(&["show", "neck-stretch", "--json"]).json()["id"], "levator-scapulae");
    home.run(&["show", "wall-angles"]).assert_says(2, &["did you mean `wall-angels`"]);
    home.run(&["show"]).assert_says(2, &["<ID>"]);
}

#[test]
fn nothing_is_wider_than_the_screen() {
    let home = Home::new();
    let pages = SEVEN.iter().map(|id| home.run(&["show", id]));
    for ran in std::iter::once(home.run(&["exercises"])).chain(pages) {
        for line in ran.stdout.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn a_page_for_programs_speaks_as_the_files_do() {
    let home = Home::new();
    let mut measures = Vec::new();
    for id in SEVEN {
        let page = home.run(&["show", id, "--json"]).json();
        for fault in page["faults"].as_array().unwrap() {
            measures.push(fault["measure"].as_str().unwrap().to_owned());
        }
        for block in page["blocks"].as_array().unwrap() {
            for phase in block["phases"].as_array().unwrap() {
                let kind = phase["kind"].as_str().unwrap();
                assert!(["move", "hold", "breathe", "return"].contains(&kind), "{kind}");
                assert!(!phase["breaths"].is_u64() || kind == "breathe", "{phase}");
            }
        }
    }
    assert!(measures.iter().any(|measure| measure == "lumbar.extension"), "{measures:?}");
    assert!(measures.iter().all(|measure| !measure.starts_with('-')), "{measures:?}");
}
