//! Words: every key has its word, every word is needed, and what is said fits into the time and the line there is.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::collections::BTreeSet;

use common::{SECONDS_PER_CHARACTER, real, seven};
use unknot_routine::{
    Argument, Catalogue, Exercise, Form, Millis, Phrase, Plan, Priority, Programme, Request, Sound, Timeline,
    WordKey, Words,
};

/// So many characters fit into one line of captions, in a terminal and under a moving figure.
const CAPTION_LINE: usize = 60;

fn pseudo() -> Words {
    Words::pseudo(unknot_content::WORDS_EN.text).unwrap()
}

/// Returns a key with everything that any message may speak of, in every combination.
fn phrases(key: &WordKey) -> Vec<Phrase> {
    let sides = [("left", "right"), ("right", "left"), ("both", "both")];
    let places = ["first", "later"];
    let phrase = |(side, other), place| {
        let numbers = ["n", "repetitions", "seconds"];
        let phrase = numbers
            .into_iter()
            .fold(Phrase::plain(key.clone()), |phrase, name| phrase.with(name, Argument::Number(3.0)));
        phrase
            .with("side", Argument::Choice(side))
            .with("other", Argument::Choice(other))
            .with("place", Argument::Choice(place))
    };
    sides.iter().flat_map(|side| places.map(|place| phrase(*side, place))).collect()
}

#[test]
fn every_key_has_its_word_in_every_language() {
    let (english, pseudo) = (real::words(), pseudo());
    for key in seven().word_keys() {
        for phrase in phrases(&key) {
            let said = english.say(&phrase).unwrap();
            assert!(!said.trim().is_empty() && !said.contains(['{', '}', '\n']), "{key}: {said:?}");
            let made_up = pseudo.say(&phrase).unwrap();
            assert_ne!(said, made_up, "{key} is English in the made-up language");
            assert_eq!(said.chars().count(), made_up.chars().count(), "{key}: {said} / {made_up}");
        }
    }
}

/// A digit is no word: every number that a countdown may begin with, and as many repetitions as people do.
#[test]
fn numbers_are_words() {
    let english = real::words();
    for (message, most) in [("countdown", 10), ("count", 20)] {
        let numbers = (1..=most).map(|n| {
            let number = Phrase::plain(WordKey::message(message)).with("n", Argument::Number(f64::from(n)));
            english.say(&number).unwrap()
        });
        let digits: Vec<String> =
            numbers.filter(|word| word.contains(|c: char| c.is_ascii_digit())).collect();
        assert_eq!(digits, Vec::<String>::new(), "{message}");
    }
}

#[test]
fn the_made_up_language_has_every_word_that_english_has() {
    let (english, pseudo) = (real::words(), pseudo());
    assert_eq!(english.keys(), pseudo.keys());
    assert!(english.keys().len() > 200, "only {} words", english.keys().len());
    let different: BTreeSet<&WordKey> = english.keys().iter().collect();
    assert_eq!(different.len(), english.keys().len(), "a word is there twice");
}

#[test]
fn every_word_is_needed() {
    let needed = seven().word_keys();
    let english = real::words();
    // What stands above a group of words, for whoever translates, is shown nowhere.
    let is_heading = |key: &WordKey| {
        let within = format!("{key}.");
        english.keys().iter().any(|other| other.as_str().starts_with(&within))
    };
    let left_over: Vec<&WordKey> =
        english.keys().iter().filter(|key| !needed.contains(key) && !is_heading(key)).collect();
    assert_eq!(left_over, Vec::<&WordKey>::new());
}

/// Returns the words that a timeline says, each with its time, until when it may last, and how it reads.
fn said(timeline: &Timeline, words: &Words) -> Vec<(Millis, Millis, String)> {
    let said = timeline.utterances().iter().filter_map(|utterance| match &utterance.sound {
        Sound::Words(phrase) => Some((utterance.at, utterance.until, words.say(phrase).unwrap())),
        Sound::Tone(_) => None,
    });
    said.collect()
}

fn spoken(text: &str) -> Millis {
    let characters = u32::try_from(text.chars().count()).unwrap();
    Millis::from_seconds(f64::from(characters) * SECONDS_PER_CHARACTER)
}

#[test]
fn every_word_is_over_in_time() {
    let catalogue = seven();
    for words in [real::words(), pseudo()] {
        for (name, plan) in real::plans(&catalogue) {
            let timeline = Timeline::compile(&catalogue, &plan, &words).unwrap();
            let said = said(&timeline, &words);
            for (index, (at, until, text)) in said.iter().enumerate() {
                let over = *at + spoken(text);
                assert!(over <= *until, "{name}, {at}: {text:?} has until {until}, and takes until {over}");
                if let Some((next, _, other)) = said.get(index + 1) {
                    assert!(over <= *next, "{name}, {next}: {other:?} begins before {text:?} is over");
                }
            }
            let (_, _, last) = said.last().unwrap();
            assert!(!last.is_empty(), "{name}: nothing is said");
        }
    }
}

#[test]
fn nothing_that_should_be_said_goes_unsaid_in_the_usual_plan() {
    let (catalogue, words) = (seven(), real::words());
    let plan = real::plan(&catalogue, "seven", |_| {});
    let timeline = Timeline::compile(&catalogue, &plan, &words).unwrap();
    let unsaid = timeline.unsaid().iter().filter(|unsaid| unsaid.priority >= Priority::Should);
    let unsaid = unsaid.filter_map(|unsaid| match &unsaid.sound {
        Sound::Words(phrase) => Some(format!("{}: {}", unsaid.at, words.say(phrase).unwrap())),
        Sound::Tone(_) => None,
    });
    assert_eq!(unsaid.collect::<Vec<_>>(), Vec::<String>::new());
}

/// Returns every way of doing an exercise: the usual one and the variants.
fn ways(exercise: &Exercise) -> impl Iterator<Item = (Option<&str>, &Form)> {
    let variants = exercise.variants.iter().map(|variant| (Some(variant.id.as_str()), &variant.form));
    std::iter::once((None, &exercise.form)).chain(variants)
}

/// Plans an exercise alone, in one of its ways, after another one or before all others.
fn alone(catalogue: &Catalogue, exercise: &str, variant: Option<&str>, after: Option<&str>) -> Plan {
    let before = after.map_or(String::new(), |id| format!("{{ exercise = '{id}' }}, "));
    let variant = variant.map_or(String::new(), |id| format!(", variant = '{id}'"));
    let text = format!(
        "id = 'alone'\nminutes = 20\norder = 'listed'\nitems = [{before}{{ exercise = '{exercise}'{variant} }}]"
    );
    let programme = Programme::parse("alone.toml", &text).unwrap();
    Plan::make(catalogue, &Request::of(&programme)).unwrap()
}

/// A phrase that speaks of what it does not bring could not be said, and would take no time.
#[test]
fn everything_that_is_said_or_shown_can_be_put_into_words() {
    let (catalogue, english, pseudo) = (seven(), real::words(), pseudo());
    for exercise in catalogue.exercises() {
        let other = if exercise.id == "w-and-y" { "wall-angels" } else { "w-and-y" };
        for (variant, _) in ways(exercise) {
            for after in [None, Some(other)] {
                let plan = alone(&catalogue, &exercise.id, variant, after);
                let timeline = Timeline::compile(&catalogue, &plan, &english).unwrap();
                let said = timeline.utterances().iter().chain(timeline.unsaid());
                let said = said.filter_map(|utterance| match &utterance.sound {
                    Sound::Words(phrase) => Some(phrase),
                    Sound::Tone(_) => None,
                });
                for phrase in said.chain(timeline.segments().iter().map(|segment| &segment.caption)) {
                    for words in [&english, &pseudo] {
                        let text = words.say(phrase);
                        assert!(text.is_ok(), "{} {variant:?}: {text:?}", exercise.id);
                    }
                }
            }
        }
    }
}

#[test]
fn every_caption_fits_into_one_line() {
    let (catalogue, english) = (seven(), real::words());
    let mut keys: BTreeSet<WordKey> = catalogue.changes.word_keys().collect();
    for exercise in catalogue.exercises() {
        keys.extend(ways(exercise).flat_map(|(_, form)| form.word_keys()));
        keys.extend(exercise.faults.iter().map(|fault| fault.say.clone()));
    }
    assert!(keys.len() > 100, "only {} words are said or shown", keys.len());
    for phrase in keys.iter().flat_map(phrases) {
        let text = english.say(&phrase).unwrap();
        let characters = text.chars().count();
        assert!(characters <= CAPTION_LINE, "{}: {characters} characters: {text}", phrase.key);
    }
}
