//! What the tests of planner, timeline and session share.

#![allow(dead_code, reason = "every test file uses its own part of it")]
#![allow(unreachable_pub, reason = "one crate for each test file")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::cast_possible_truncation, reason = "numbers of tests are small")]

pub mod ask;
pub mod brute;
pub mod choose;
pub mod compiled;
pub mod real;
pub mod recipe;

use unknot_routine::{Argument, Catalogue, Exercise, Phrase, Programme, SpokenLength};

/// How long a character takes to be said, in seconds.
pub const SECONDS_PER_CHARACTER: f64 = 0.07;

/// Words that say by their own name how many characters they have: `ex-0.n25` has 25, `count` has 5.
pub struct NamedLengths;

impl SpokenLength for NamedLengths {
    fn seconds(&self, phrase: &Phrase) -> f64 {
        let key = phrase.key.as_str();
        let characters = key.rsplit_once(".n").and_then(|(_, n)| n.parse().ok()).unwrap_or(5.0);
        characters * SECONDS_PER_CHARACTER
    }
}

/// Returns the number that a phrase speaks of.
pub fn number(phrase: &Phrase) -> Option<f64> {
    match phrase.args.get("n") {
        Some(Argument::Number(n)) => Some(*n),
        _ => None,
    }
}

/// Returns the catalogue of what is built in: the seven and the programmes.
pub fn seven() -> Catalogue {
    let mut catalogue = Catalogue::new(recipe::changes(0), recipe::screen());
    for file in unknot_content::EXERCISES {
        let exercise = Exercise::parse(file.path, file.text).unwrap_or_else(|error| panic!("{error}"));
        catalogue.add(exercise).unwrap();
    }
    for file in unknot_content::PROGRAMMES {
        let programme = Programme::parse(file.path, file.text).unwrap_or_else(|error| panic!("{error}"));
        catalogue.add_programme(programme);
    }
    catalogue
}
