//! An insight in words.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod diary;

use std::path::Path;

use diary::{Diary, change, pain, session};
use unknot_body::Named as _;
use unknot_journal::{Entry, Insight, Meaning, Peg, SessionEnd, SuggestionKind};
use unknot_routine::{Phrase, Words};

fn words() -> Words {
    let mut words = Words::read("en", unknot_content::INSIGHT_WORDS_EN.text).unwrap();
    words.add(unknot_content::WORDS_EN.text).unwrap();
    words
}

/// Returns everything that is said of an insight.
fn said(insight: &Insight) -> Vec<String> {
    let answer = insight.answer();
    let mut phrases: Vec<Phrase> =
        answer.iter().flat_map(|part| part.headline.iter().chain([&part.text])).cloned().collect();
    phrases.push(Insight::what_matters());
    phrases.extend(insight.weeks.iter().map(unknot_journal::Week::tell));
    phrases.extend(insight.adherence.iter().flat_map(unknot_journal::Adherence::tell));
    phrases.extend(insight.exercises.iter().flat_map(unknot_journal::Habit::tell));
    phrases.extend(insight.suggestions.iter().map(unknot_journal::Suggestion::tell));
    let words = words();
    phrases.iter().map(|phrase| words.say(phrase).unwrap().replace('\u{a0}', " ")).collect()
}

fn has(said: &[String], sentence: &str) {
    assert!(said.iter().any(|one| one == sentence), "{sentence:?} in {said:#?}");
}

#[test]
fn little_is_told_as_little() {
    let said = said(&Diary::default().rate(0, 4).insight(0));
    has(
        &said,
        "Too few days with a rating to see a trend: it takes ten of them, and four weeks to see much.",
    );
    has(&said, "No session has pain before and after yet. It takes five to say what one does.");
    has(&said, "4, rated on 1 day: too few to say how sure");
}

#[test]
fn much_is_told_with_how_sure_it_is() {
    let mut diary = Diary::default();
    for day in 0..28 {
        let mut done = session(day);
        done.exercises[1].skipped = true;
        done.exercises[0].eased = day % 2 == 0;
        done.end = SessionEnd::Stopped;
        done.changes = vec![change(15)];
        let before = 7 - u8::try_from(day / 7).unwrap() + u8::from(day % 3 == 0);
        diary.done(day, before, before - 1, done);
    }
    let peg = Peg { pain: pain(5), enjoyment: pain(4), activity: pain(6) };
    diary.tell(1, 0, Entry::Peg(peg)).tell(20, 0, Entry::Peg(peg));
    let said = said(&diary.insight(28));
    let trend =
        said.iter().find(|one| one.starts_with("In 4 weeks, rated on 28 days, pain went down by ")).unwrap();
    assert!(trend.contains(" of 10. It may be anything from "));
    assert!(trend.ends_with(" less (95 % interval)."), "{trend}");
    has(
        &said,
        "After it, pain is 1 of 10 lower than before, on average over 28 sessions: 5.9 before, 4.9 after. The change may be anything from 1.1 less \
         to 0.9 less (95 % interval).",
    );
    has(&said, "The programme has 5 a week.");
    has(&said, "skipped 28 of 28 times (88 to 100 %)");
    has(&said, "A shorter session, 3 minutes: most of the last 4 were ended early.");
    has(&said, "Leave out Foam rolling: it was skipped in the last 4 sessions that had it.");
    has(&said, "More time to change position: yours take 150 % of what is planned.");
    assert!(said.iter().any(|one| one.contains("(PEG): 5 of 10 the first time, 5 the last time.")));
}

#[test]
fn every_meaning_and_every_suggestion_has_words() {
    let words = words();
    let meanings = [
        Meaning::TooLittle,
        Meaning::Unclear,
        Meaning::LessButSmall,
        Meaning::LessMayMatter,
        Meaning::Less,
        Meaning::MuchLess,
        Meaning::MoreButSmall,
        Meaning::MoreMayMatter,
        Meaning::More,
    ];
    for phrase in meanings.map(Meaning::tell) {
        words.say(&phrase).unwrap();
    }
    for kind in SuggestionKind::ALL {
        words.say(&kind.called()).unwrap();
        let plain = unknot_routine::WordKey::attribute("insight", kind.name());
        assert!(words.has(&plain), "{plain}");
    }
}

#[test]
fn no_word_is_there_for_nothing() {
    fn read(path: &Path, text: &mut String) {
        if path.is_dir() {
            for entry in std::fs::read_dir(path).unwrap() {
                read(&entry.unwrap().path(), text);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut text = String::new();
    for folder in ["journal/src", "plot/src", "cli/src", "web/src"] {
        read(&crates.join(folder), &mut text);
    }
    for key in Words::read("en", unknot_content::INSIGHT_WORDS_EN.text).unwrap().keys() {
        let (_, attribute) = key.as_str().split_once('.').unwrap();
        let name = attribute.strip_suffix("-name").unwrap_or(attribute);
        assert!(text.contains(&format!("\"{name}\"")), "{key}");
    }
}
