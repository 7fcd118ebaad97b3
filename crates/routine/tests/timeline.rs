//! What is so of every timeline: its time has no gap and no overlap and is the plan's, both sides get the same,
//! and body and counters go on from where they were.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::choose::talkative;
use common::compiled::{Compiled, everywhere};
use common::{NamedLengths, real, seven};
use proptest::prelude::*;
use unknot_body::{Posture, Sides};
use unknot_routine::{
    Activity, BlockSides, Millis, Moment, Phrase, Plan, Pose, Segment, Sound, SpokenLength, Timeline,
};

/// Half a millisecond, which is shorter than everything that is planned.
const INSTANT: f64 = 0.0005;

/// Returns moments at the beginning, in the middle and just before the end of every segment, and the end.
fn moments(timeline: &Timeline) -> impl Iterator<Item = Moment<'_>> {
    let within = |segment: &Segment| {
        let (start, end) = (segment.start.seconds(), segment.end.seconds());
        [start, start + (end - start) / 3.0, end - INSTANT]
    };
    let times = timeline.segments().iter().flat_map(within).chain([timeline.total().seconds()]);
    times.map(|seconds| timeline.at(seconds))
}

#[test]
fn every_instant_belongs_to_exactly_one_segment() {
    everywhere(|Compiled { timeline, .. }| {
        let segments = timeline.segments();
        prop_assert_eq!(segments[0].start, Millis::ZERO);
        prop_assert_eq!(segments[segments.len() - 1].end, timeline.total());
        for (index, segment) in segments.iter().enumerate() {
            prop_assert!(segment.start < segment.end, "it takes no time: {:?}", segment.phase());
            if let Some(next) = segments.get(index + 1) {
                prop_assert_eq!(segment.end, next.start);
            }
            for seconds in [segment.start.seconds(), segment.end.seconds() - INSTANT] {
                let moment = timeline.at(seconds);
                prop_assert_eq!(moment.index, index);
                prop_assert_eq!(moment.segment, segment);
                prop_assert!(!moment.over);
            }
            prop_assert!(timeline.at(segment.start.seconds()).fraction.abs() < 1e-9);
        }
        Ok(())
    });
}

#[test]
fn any_number_is_a_moment() {
    everywhere(|Compiled { timeline, .. }| {
        let total = timeline.total().seconds();
        let (first, last) = (timeline.at(0.0), timeline.at(total));
        prop_assert!(!first.over && last.over);
        prop_assert_eq!(last.index, timeline.segments().len() - 1);
        prop_assert!((last.fraction - 1.0).abs() < 1e-9);
        for before in [f64::NAN, f64::NEG_INFINITY, f64::MIN, -1.0, -f64::MIN_POSITIVE, -0.0] {
            prop_assert_eq!(&timeline.at(before), &first, "at {}", before);
        }
        for after in [f64::INFINITY, f64::MAX, total + 1.0, total + f64::EPSILON * total] {
            prop_assert_eq!(&timeline.at(after), &last, "at {}", after);
        }
        Ok(())
    });
}

#[test]
fn every_second_is_the_plans() {
    everywhere(|Compiled { timeline, plan, .. }| {
        prop_assert_eq!(timeline.total(), plan.total());
        let sum = |of: &dyn Fn(&&Segment) -> bool| -> Millis {
            timeline.segments().iter().filter(of).map(Segment::length).sum()
        };
        for (index, item) in plan.items.iter().enumerate() {
            prop_assert_eq!(sum(&|s| s.item == Some(index) && s.is_change()), item.into_position);
            prop_assert_eq!(sum(&|s| s.item == Some(index) && !s.is_change()), item.work);
        }
        prop_assert_eq!(sum(&|s| s.item.is_none()), plan.get_up);
        // The items come in their order, and getting up comes after them.
        prop_assert!(timeline.segments().is_sorted_by_key(|s| (s.item.is_none(), s.item, !s.is_change())));
        Ok(())
    });
}

#[test]
fn both_sides_get_the_same() {
    everywhere(|Compiled { timeline, plan, .. }| {
        for (index, item) in plan.items.iter().enumerate() {
            let of = |side: Sides| -> Vec<&Segment> {
                let own = timeline.segments().iter().filter(|s| s.item == Some(index));
                own.filter(|segment| segment.side == side).collect()
            };
            let (left, right) = (of(Sides::Left), of(Sides::Right));
            match &item.sides[..] {
                [] => prop_assert!(left.is_empty() && right.is_empty()),
                [only] => prop_assert!(of(only.other().into()).is_empty()),
                _ => {
                    let time = |of: &[&Segment]| of.iter().map(|s| s.length()).sum::<Millis>();
                    prop_assert!(time(&left) > Millis::ZERO);
                    prop_assert_eq!(time(&left), time(&right));
                    // And not only as long: in turn the same is done, as in a mirror.
                    prop_assert_eq!(left.len(), right.len());
                    for (left, right) in left.into_iter().zip(right) {
                        prop_assert_eq!(&left.activity, &right.activity);
                        prop_assert_eq!((left.set, left.repetition), (right.set, right.repetition));
                        let lengthens: Vec<_> = right.lengthens.iter().map(|m| m.mirrored()).collect();
                        prop_assert_eq!(&left.lengthens, &lengthens);
                        if item.sore_side.is_none() {
                            prop_assert_eq!(&left.to, &right.to.mirrored());
                        }
                    }
                }
            }
        }
        Ok(())
    });
}

/// A counter of one side never goes back, begins at one and reaches what there is to do.
fn counts_up(counted: &[u32], to: u32) -> Result<(), TestCaseError> {
    prop_assert!(counted.is_sorted(), "{:?}", counted);
    let mut numbers = counted.to_vec();
    numbers.dedup();
    prop_assert_eq!(numbers, (1..=to).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn counters_never_go_back() {
    everywhere(|compiled| {
        let Compiled { timeline, plan, .. } = compiled;
        for (index, item) in plan.items.iter().enumerate() {
            let own: Vec<&Segment> =
                timeline.segments().iter().filter(|s| s.item == Some(index) && !s.is_change()).collect();
            let block_of = |segment: &Segment| match &segment.activity {
                Activity::Phase { block, .. } => block.clone(),
                Activity::Change { .. } => String::new(),
            };
            let mut blocks: Vec<String> = own.iter().map(|segment| block_of(segment)).collect();
            blocks.dedup();
            let form = compiled.form(index);
            let done =
                form.blocks.iter().zip(&item.dose).filter(|(_, dose)| dose.repetitions * dose.sets > 0);
            prop_assert_eq!(&blocks, &done.clone().map(|(block, _)| block.id.clone()).collect::<Vec<_>>());
            for (block, dose) in done {
                let in_block = || own.iter().filter(|segment| block_of(segment) == block.id);
                counts_up(&in_block().map(|s| s.set).collect::<Vec<_>>(), dose.sets)?;
                for segment in in_block() {
                    prop_assert_eq!((segment.repetitions, segment.sets), (dose.repetitions, dose.sets));
                }
                let mut turns: Vec<_> = in_block().map(|s| (s.set, s.side)).collect();
                turns.sort();
                turns.dedup();
                for (set, side) in turns {
                    let turn = in_block().filter(|s| (s.set, s.side) == (set, side));
                    let counted: Vec<u32> = turn.map(|s| s.repetition).collect();
                    // Between the two sides it is nobody's turn.
                    if side == Sides::Both && block.sides != BlockSides::Both {
                        prop_assert!(counted.is_sorted(), "{:?}", counted);
                    } else {
                        counts_up(&counted, dose.repetitions)?;
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_left_runs_down_to_nothing() {
    everywhere(|Compiled { timeline, plan, .. }| {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for moment in moments(timeline) {
            let (now, segment) = (moment.seconds, moment.segment);
            let item_end = match segment.item {
                None => plan.total(),
                Some(index) => plan.items[..=index].iter().map(|i| i.into_position + i.work).sum(),
            };
            prop_assert!(close(moment.left, plan.total().seconds() - now));
            prop_assert!(close(moment.exercise_left, item_end.seconds() - now));
            prop_assert!(close(moment.segment_left, segment.length().seconds() * (1.0 - moment.fraction)));
            prop_assert!(moment.segment_left >= 0.0 && (0.0..=1.0).contains(&moment.fraction));
            prop_assert!(moment.segment_left <= moment.exercise_left && moment.exercise_left <= moment.left);
            let next = segment.item.and_then(|index| plan.items.get(index + 1));
            prop_assert_eq!(moment.next, next.map(|item| item.exercise.as_str()));
        }
        Ok(())
    });
}

#[test]
fn the_body_goes_on_from_where_it_was() {
    everywhere(|Compiled { timeline, .. }| {
        let segments = timeline.segments();
        let standing = Posture::upright([]);
        prop_assert_eq!(segments[0].from.difference(&standing, 0.0), None);
        for pair in segments.windows(2) {
            prop_assert_eq!(&pair[1].from, &pair[0].to, "{} → {}", pair[0].phase(), pair[1].phase());
        }
        for getting_up in segments.iter().filter(|segment| segment.item.is_none()) {
            prop_assert_eq!(getting_up.to.difference(&standing, 0.0), None);
        }
        Ok(())
    });
}

#[test]
fn no_pose_jumps() {
    /// A millionth of a second, in which nobody gets anywhere.
    const AT_ONCE: f64 = 1e-6;
    everywhere(|Compiled { timeline, .. }| {
        for segment in timeline.segments() {
            let (start, end) = (segment.start.seconds(), segment.end.seconds());
            let [first, soon, nearly] = [start, start + AT_ONCE, end - AT_ONCE].map(|t| timeline.at(t).pose);
            match (first, soon, nearly) {
                (Pose::Posture(first), Pose::Posture(soon), Pose::Posture(nearly)) => {
                    prop_assert!(!segment.is_change());
                    prop_assert_eq!(&*first, &segment.from);
                    prop_assert_eq!(soon.difference(&segment.from, 0.01), None, "{}", segment.phase());
                    prop_assert_eq!(nearly.difference(&segment.to, 0.01), None, "{}", segment.phase());
                }
                (
                    Pose::Dissolve { from, to, fraction: first },
                    Pose::Dissolve { fraction: soon, .. },
                    Pose::Dissolve { fraction: nearly, .. },
                ) => {
                    prop_assert!(segment.is_change());
                    prop_assert_eq!((&*from, &*to), (&segment.from, &segment.to));
                    prop_assert!(first.abs() < 1e-9 && soon < 0.001 && nearly > 0.999, "{soon} {nearly}");
                }
                poses => prop_assert!(false, "{:?}", poses),
            }
        }
        Ok(())
    });
}

#[test]
fn breath_follows_the_words_and_never_jumps() {
    everywhere(|Compiled { timeline, .. }| {
        for utterance in timeline.utterances() {
            let Sound::Words(phrase) = &utterance.sound else { continue };
            let full = match phrase.key.as_str() {
                "cue.breathe-in" => 0.0,
                "cue.and-out" => 1.0,
                _ => continue,
            };
            let breath = timeline.breath(utterance.at.seconds());
            prop_assert!((breath - full).abs() < 1e-9, "{breath} at {}", utterance.at);
        }
        let mut before = timeline.breath(0.0);
        let total = timeline.total().seconds();
        for frame in 1..=1000_u32 {
            // The quickest half breath takes about a second.
            let at = total * f64::from(frame / 2) / 500.0 + f64::from(frame % 2) * 0.01;
            let now = timeline.breath(at);
            prop_assert!((0.0..=1.0).contains(&now));
            prop_assert!(frame % 2 == 0 || (now - before).abs() < 0.05, "{before} to {now} at {at} s");
            before = now;
        }
        Ok(())
    });
}

/// Words that all take as long.
struct Always(f64);

impl SpokenLength for Always {
    fn seconds(&self, _: &Phrase) -> f64 {
        self.0
    }
}

#[test]
fn how_long_words_take_never_changes_when_anything_is_done() {
    everywhere(|Compiled { timeline, catalogue, plan, .. }| {
        for seconds in [0.0, 60.0] {
            let other = Timeline::compile(catalogue, plan, &Always(seconds)).unwrap();
            prop_assert_eq!(other.segments(), timeline.segments());
        }
        Ok(())
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_is_compiled_every_time(ask in talkative(4)) {
        let (Some(once), Some(again)) = (Compiled::asked(&ask), Compiled::asked(&ask)) else {
            return Err(TestCaseError::reject("nothing fits"));
        };
        prop_assert_eq!(&once.timeline, &again.timeline);
        let third = Timeline::compile(&once.catalogue, &once.plan, &NamedLengths).unwrap();
        prop_assert_eq!(once.timeline, third);
    }
}

#[test]
fn the_same_is_compiled_of_the_content_every_time() {
    for ((_, once), (_, again)) in real::plans(&seven()).into_iter().zip(real::plans(&seven())) {
        let compiled = |plan| Compiled::new(seven(), plan, Box::new(real::words())).timeline;
        assert_eq!(compiled(once), compiled(again));
    }
}

#[test]
fn the_telling_moment_shows_what_is_done() {
    let catalogue = seven();
    for exercise in catalogue.exercises() {
        let plan = Plan::alone(exercise, None).unwrap();
        let timeline = Timeline::compile(&catalogue, &plan, &NamedLengths).unwrap();
        let moment = timeline.at(timeline.telling_moment());
        let first = &timeline.segments()[0].from;
        assert!(moment.segment.to != *first && !moment.segment.is_change(), "{}", exercise.id);
        assert!(moment.moved > 0.99 || moment.segment.from == moment.segment.to, "{}", exercise.id);
    }
}

#[test]
fn what_is_shown_is_all_but_the_words() {
    everywhere(|Compiled { timeline, .. }| {
        let bytes = timeline.shown().unwrap();
        let again = Timeline::from_shown(&bytes).unwrap();
        prop_assert!(again.utterances().is_empty() && again.unsaid().is_empty());
        prop_assert_eq!(again.segments().len(), timeline.segments().len());
        for (segment, same) in timeline.segments().iter().zip(again.segments()) {
            prop_assert_eq!(&Segment { caption: same.caption.clone(), ..segment.clone() }, same);
        }
        for moment in moments(timeline) {
            let same = again.at(moment.seconds);
            let shown = |timeline: &Timeline, moment: &Moment<'_>| {
                let breath = timeline.breath(moment.seconds).to_bits();
                (moment.index, moment.moved.to_bits(), breath, moment.pose.clone())
            };
            prop_assert_eq!(shown(&again, &same), shown(timeline, &moment));
        }
        let cut = bytes.get(..bytes.len() - 1).unwrap_or_default();
        prop_assert!(Timeline::from_shown(cut).is_err() && Timeline::from_shown(&[0, 0]).is_err());
        Ok(())
    });
}
