//! What is said when: no words meet other words, what gives way gives way to what matters as much, and every
//! cue is said on its occasion.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod common;

use common::compiled::{Compiled, everywhere};
use common::recipe::{programme, screen, some_changes};
use common::{NamedLengths, number, real, seven};
use proptest::prelude::*;
use unknot_routine::{
    Activity, Catalogue, Exercise, Millis, Phrase, Plan, Priority, Request, Sound, Utterance,
};

/// The silence that is kept after every word.
const BREATHING_SPACE: Millis = Millis(100);

fn words(utterance: &Utterance) -> Option<&Phrase> {
    match &utterance.sound {
        Sound::Words(phrase) => Some(phrase),
        Sound::Tone(_) => None,
    }
}

#[test]
fn no_words_meet_other_words() {
    everywhere(|compiled| {
        let said: Vec<&Utterance> = compiled.timeline.utterances().iter().collect();
        prop_assert!(said.is_sorted_by_key(|utterance| utterance.at));
        for (index, utterance) in said.iter().enumerate() {
            let over = utterance.at + compiled.length(utterance);
            prop_assert!(over <= utterance.until, "not over by then: {:?}", utterance);
            let next = said[index + 1..].iter().find(|later| words(later).is_some());
            if let Some(next) = next {
                prop_assert!(over <= next.at, "{:?} meets {:?}", utterance, next);
                prop_assert!(utterance.until <= next.at, "{:?} lasts into {:?}", utterance, next);
            }
        }
        Ok(())
    });
}

#[test]
fn what_gives_way_gives_way_to_what_matters_as_much() {
    everywhere(|compiled| {
        let timeline = &compiled.timeline;
        prop_assert!(timeline.unsaid().is_sorted_by_key(|utterance| utterance.at));
        for unsaid in timeline.unsaid() {
            let end = unsaid.at + compiled.length(unsaid) + BREATHING_SPACE;
            let in_its_way = timeline.utterances().iter().find(|said| {
                let over = said.at + compiled.length(said) + BREATHING_SPACE;
                said.priority >= unsaid.priority && said.at < end && unsaid.at < over
            });
            prop_assert!(in_its_way.is_some(), "nothing is in its way: {:?}", unsaid);
        }
        Ok(())
    });
}

#[test]
fn what_nobody_can_do_without_is_said() {
    let (catalogue, english) = (seven(), real::words());
    let mut missing = Vec::new();
    for (name, plan) in real::plans(&catalogue) {
        let timeline = Compiled::new(seven(), plan, Box::new(real::words())).timeline;
        for unsaid in timeline.unsaid().iter().filter(|unsaid| unsaid.priority == Priority::Must) {
            let segment = timeline.at(unsaid.at.seconds()).segment;
            let what = words(unsaid).map_or(format!("{:?}", unsaid.sound), |p| english.say(p).unwrap());
            let (exercise, phase) = (segment.exercise.as_deref().unwrap_or_default(), segment.phase());
            missing.push(format!("{name}, {}: {what} ({exercise}, {phase})", unsaid.at));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_next_position_is_announced_no_earlier_than_the_last_movement() {
    everywhere(|compiled| {
        let Compiled { timeline, plan, .. } = compiled;
        for index in 0..plan.items.len() {
            let (Some(change), Some(work)) = (timeline.item_start(index), timeline.work_start(index)) else {
                return Err(TestCaseError::fail("an item takes no time"));
            };
            let before = timeline.segments().iter().rfind(|segment| segment.end == change);
            let earliest = match before.map(|segment| (&segment.activity, segment.start)) {
                Some((Activity::Phase { kind, .. }, start)) if !kind.is_still() => start,
                _ => change,
            };
            let mut wanted: Vec<_> = compiled.form(index).into.iter().collect();
            wanted.sort_by_key(|cue| std::cmp::Reverse(cue.before));
            let mut wanted: Vec<_> =
                wanted.iter().map(|cue| (work.saturating_sub(cue.before).max(earliest), &cue.say)).collect();
            let announces = |utterance: &&Utterance| utterance.item == Some(index) && utterance.at < work;
            let mut take = |utterance: &Utterance, may_be_late: bool| {
                let key = words(utterance).map(|phrase| &phrase.key);
                let is_it = |(at, say): &(Millis, &_)| {
                    Some(*say) == key && (*at == utterance.at || may_be_late && *at < utterance.at)
                };
                wanted.iter().position(is_it).map(|found| wanted.remove(found).0)
            };
            for unsaid in timeline.unsaid().iter().filter(announces) {
                prop_assert!(take(unsaid, false).is_some(), "not at its time: {:?}", unsaid);
            }
            for said in timeline.utterances().iter().filter(announces) {
                let meant = take(said, true);
                prop_assert!(meant.is_some(), "too early: {:?}", said);
                // What comes later than it was meant to is over before the exercise begins.
                let over = said.at + compiled.length(said);
                prop_assert!(meant == Some(said.at) || over <= work, "too late: {:?}", said);
            }
            prop_assert!(wanted.is_empty(), "not announced: {:?}", wanted);
        }
        Ok(())
    });
}

/// An exercise on each side: three times there and back, five seconds each.
fn exercise(id: &str, rest: &str) -> Exercise {
    let text = format!(
        "id = '{id}'\nposition = 'standing'\nstart = 'start'\n\
         postures.start = {{ contacts = ['feet on floor'] }}\n\
         postures.there = {{ from = 'start', neck = {{ rotation_left = 40 }} }}\n{rest}"
    );
    Exercise::parse("made-up.toml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Compiles exercises one after the other in the same position, with the seconds of the content.
fn compiled(exercises: Vec<Exercise>) -> Compiled {
    let mut catalogue = Catalogue::new(some_changes(0), screen());
    let all = programme("all", exercises.iter().map(|exercise| exercise.id.as_str()));
    for exercise in exercises {
        catalogue.add(exercise).unwrap();
    }
    let plan = Plan::make(&catalogue, &Request::of(&all)).unwrap();
    Compiled::new(catalogue, plan, Box::new(NamedLengths))
}

/// Returns what is said of an exercise, with the seconds since its work began.
fn said(compiled: &Compiled, item: usize) -> Vec<String> {
    let start = compiled.timeline.work_start(item).unwrap();
    let own = compiled.timeline.utterances().iter().filter(|utterance| utterance.item == Some(item));
    own.map(|utterance| {
        let what = words(utterance).map_or("tone".to_owned(), |phrase| match number(phrase) {
            Some(n) => format!("{} {n}", phrase.key),
            None => phrase.key.as_str().rsplit('.').next().unwrap_or_default().to_owned(),
        });
        format!("{} {what}", (f64::from(utterance.at.0) - f64::from(start.0)) / 1000.0)
    })
    .collect()
}

#[test]
fn an_exercise_that_ends_in_a_movement_lets_the_next_be_announced_meanwhile() {
    let block = |kind: &str| {
        format!(
            "[[blocks]]\nid = 'b'\n[[blocks.phases]]\nname = 'a'\nkind = 'move'\nseconds = 5\ncaption = 'n3'\n\
             [[blocks.phases]]\nname = 'z'\nkind = '{kind}'\nseconds = 3\nposture = 'start'\ncaption = 'n3'\n"
        )
    };
    // Four seconds lie between two exercises in the same position.
    let announced = |kind: &str, before: &str| {
        let next = exercise(
            "next",
            &format!("into = [{{ before = {before}, say = 'get-there' }}]\n{}", block("move")),
        );
        said(&compiled(vec![exercise("first", &block(kind)), next]), 1)
    };
    for moving in ["move", "return"] {
        assert_eq!(announced(moving, "3.5"), ["-3.5 get-there"]);
        assert_eq!(announced(moving, "6"), ["-6 get-there"]);
        assert_eq!(announced(moving, "9"), ["-7 get-there"]);
    }
    for still in ["hold", "breathe"] {
        assert_eq!(announced(still, "6"), ["-4 get-there"]);
    }
}

#[test]
fn every_cue_is_said_on_its_occasion() {
    let exercise = exercise(
        "both",
        // It could be slower; only so can a file have cues whose moment does not come now.
        "closing = 'over'\n\
         [[blocks]]\nid = 'b'\nsides = 'each'\nrepetitions = 3\ntempo = { default = 10, range = [10, 20] }\n\
         [[blocks.phases]]\nname = 'go'\nkind = 'move'\nseconds = 5\nposture = 'there'\ncaption = 'go'\n\
         cues = [{ at = 0, say = 'first', on = 'first' }, { at = 0, say = 'later', on = 'later' },\
         { at = 1, count = true }, { fraction = 0.5, say = 'second', repetitions = [2] },\
         { before_end = 1, say = 'last', on = 'last' }, { at = 5, say = 'never' }, { at = 3.5, say = 'no', least = 5.1 }]\n\
         [[blocks.phases]]\nname = 'come'\nkind = 'return'\nseconds = 5\nposture = 'start'\nsay = 'come'\n\
         cues = [{ at = 1, say = 'long', least = 5, on = 'last' }, { countdown = 2, on = 'first' },\
         { before_end = 5.1, say = 'no' }, { before_end = 5, say = 'no', repetitions = [4] }]\n\
         [[blocks.phases]]\nname = 'switch'\nkind = 'hold'\nseconds = 4\nbetween = 'sides'\ncaption = 'n3'\n\
         cues = [{ at = 0, say = 'other-side', on = 'first' }, { at = 2, tone = 'hold' }]\n",
    );
    let expected = [
        "0 first",
        "1 count 1",
        "5 come",
        "8 countdown 2",
        "9 countdown 1",
        "10 later",
        "11 count 2",
        "12.5 second",
        "15 come",
        "20 later",
        "21 count 3",
        "25 come",
        "30 other-side",
        "32 tone",
        "34 later",
        "35 count 1",
        "39 come",
        "44 later",
        "45 count 2",
        "46.5 second",
        "49 come",
        "54 later",
        "55 count 3",
        "58 last",
        "59 come",
        "60 long",
        "64 over",
    ];
    let compiled = compiled(vec![exercise]);
    assert_eq!(said(&compiled, 0), expected);
    assert_eq!(compiled.timeline.unsaid(), []);
}
