//! Records of every kind, made by chance, for the tests of properties.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use unknot_body::{BodyShape, Named, Sides};
use unknot_journal::{
    Aftermath, Amount, ChangeDone, Clearance, Correction, Decision, DeviceId, Entry, ExerciseDone, Guide,
    Hurt, HurtAnswer, Moment, Note, Pain, PainRating, Palette, Peg, Record, RecordId, ScreenAnswers,
    SessionDone, SessionEnd, Settings, SoreSpot, Stop, StopRule, SuggestionKind, Time, When,
};

/// Few enough names that records refer to each other, and are given twice.
fn name() -> impl Strategy<Value = RecordId> {
    (0_i64..12).prop_map(|number| RecordId::new(number, [0; 10]))
}

pub(crate) fn time() -> impl Strategy<Value = Time> {
    let zone = prop::sample::select(vec![None, Some("Europe/Berlin"), Some("Etc/GMT+3"), Some("UTC")]);
    // Until the year 9999; often the same millisecond.
    let when = prop_oneof![0_i64..3, 0_i64..253_402_000_000_000];
    (when, -840..=840_i32, zone).prop_map(|(when, offset, zone)| Time::new(when, offset, zone).unwrap())
}

fn pain() -> impl Strategy<Value = Pain> {
    prop::sample::select(Pain::ALL.to_vec())
}

fn text() -> impl Strategy<Value = String> {
    any::<String>()
}

fn hurt_answer() -> impl Strategy<Value = HurtAnswer> {
    prop::sample::select(vec![HurtAnswer::Sharp, HurtAnswer::NewSymptom, HurtAnswer::EmergencySign])
}

fn amount() -> impl Strategy<Value = Amount> {
    (any::<u32>(), option::of(any::<u32>()))
        .prop_map(|(repetitions, hold_seconds)| Amount { repetitions, hold_seconds })
}

fn spot() -> impl Strategy<Value = SoreSpot> {
    (text(), prop::sample::select(Sides::ALL), any::<u32>()).prop_map(|(phase, side, seconds)| SoreSpot {
        phase,
        side,
        seconds,
    })
}

fn exercise() -> impl Strategy<Value = ExerciseDone> {
    let flags = (any::<bool>(), any::<bool>());
    (text(), option::of(text()), amount(), amount(), flags, vec(spot(), 0..3), any::<u32>()).prop_map(
        |(exercise, variant, asked, done, (skipped, eased), sore, seconds)| ExerciseDone {
            exercise,
            variant,
            asked,
            done,
            skipped,
            eased,
            sore,
            seconds,
        },
    )
}

fn session() -> impl Strategy<Value = SessionDone> {
    let end = prop::sample::select(vec![
        SessionEnd::Finished,
        SessionEnd::Stopped,
        SessionEnd::Advised,
        SessionEnd::Emergency,
        SessionEnd::BrokenOff,
    ]);
    let by = prop::sample::select(vec![Guide::Clock, Guide::Camera]);
    let change = (text(), any::<u32>(), any::<u32>()).prop_map(|(to, planned, seconds)| ChangeDone {
        to,
        planned,
        seconds,
    });
    (name(), text(), time(), time(), end, vec(exercise(), 0..3), by, vec(change, 0..3)).prop_map(
        |(session, programme, started, ended, end, exercises, by, changes)| SessionDone {
            session,
            programme,
            started,
            ended,
            end,
            exercises,
            by,
            changes,
        },
    )
}

fn suggestion() -> impl Strategy<Value = SuggestionKind> {
    prop::sample::select(vec![
        SuggestionKind::SmallerRange,
        SuggestionKind::HalfDose,
        SuggestionKind::SeeClinician,
        SuggestionKind::LessTime,
        SuggestionKind::LeaveOut,
        SuggestionKind::OwnChanges,
    ])
}

fn settings() -> impl Strategy<Value = Settings> {
    let palette = prop::sample::select(Palette::ALL.to_vec());
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (any::<u8>(), any::<u8>(), palette, prop::sample::select(BodyShape::ALL), flags).prop_map(
        |(voice, sounds, palette, shape, (captions_only, larger_text, wait_for_me))| Settings {
            voice,
            sounds,
            captions_only,
            palette,
            shape,
            larger_text,
            wait_for_me,
        },
    )
}

/// Every kind but corrections.
fn plain() -> impl Strategy<Value = Entry> {
    let moment = prop::sample::select(vec![Moment::Before, Moment::After, Moment::Other]);
    let when = prop::sample::select(vec![When::After, When::NextDay]);
    let rule =
        prop::sample::select(vec![StopRule::Emergency, StopRule::ClinicianToday, StopRule::WorseSessions]);
    prop_oneof![
        session().prop_map(Entry::Session),
        (pain(), moment, option::of(name())).prop_map(|(pain, moment, session)| Entry::Pain(PainRating {
            pain,
            moment,
            session
        })),
        (text(), btree_set(text(), 0..3), any::<bool>())
            .prop_map(|(stage, ticked, unsure)| Entry::Screen(ScreenAnswers { stage, ticked, unsure })),
        any::<bool>().prop_map(|agreed| Entry::Clearance(Clearance { agreed })),
        (name(), option::of(text()), option::of(hurt_answer()), any::<u32>()).prop_map(
            |(session, exercise, answer, seconds)| Entry::Hurt(Hurt { session, exercise, answer, seconds })
        ),
        (name(), when, any::<bool>(), option::of(hurt_answer())).prop_map(|(session, when, worse, hurt)| {
            Entry::Aftermath(Aftermath { session, when, worse, hurt })
        }),
        (text(), option::of(name())).prop_map(|(text, session)| Entry::Note(Note { text, session })),
        settings().prop_map(Entry::Settings),
        (pain(), pain(), pain()).prop_map(|(pain, enjoyment, activity)| Entry::Peg(Peg {
            pain,
            enjoyment,
            activity
        })),
        (rule, option::of(name())).prop_map(|(rule, session)| Entry::Stop(Stop { rule, session })),
        (suggestion(), option::of(text()), any::<bool>()).prop_map(|(suggestion, exercise, agreed)| {
            Entry::Decision(Decision { suggestion, exercise, agreed })
        }),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let plain = plain().boxed();
    let correction = |instead: BoxedStrategy<Entry>| {
        (name(), option::of(instead.prop_map(Box::new)))
            .prop_map(|(of, instead)| Entry::Correction(Correction { of, instead }))
            .boxed()
    };
    let once = correction(plain.clone());
    // Also one that replaces what another correction says.
    let twice = correction(once.clone());
    prop_oneof![plain, once.clone(), once, twice]
}

pub(crate) fn record() -> impl Strategy<Value = Record> {
    (name(), time(), entry())
        .prop_map(|(id, time, entry)| Record::new(id, DeviceId::new(1, [3; 10]), time, entry))
}

pub(crate) fn records() -> impl Strategy<Value = Vec<Record>> {
    vec(record(), 0..8)
}
