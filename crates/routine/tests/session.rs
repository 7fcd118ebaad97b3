//! A session of the seven, whatever a person asks of it and whenever.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail")]

mod common;

use common::{NamedLengths, seven};
use proptest::prelude::*;
use proptest::sample::select;
use unknot_body::{Ground, Position};
use unknot_routine::{
    Catalogue, Effect, End, Event, Hurt, HurtOutcome, Limits, Moment, Order, Plan, Pose, Request, Rules,
    Segment, Session, Sound, State,
};

/// What a person can do.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ask {
    Wait(f64),
    Pause,
    Resume,
    Ready,
    Skip,
    Back,
    SoreHere,
    Easier,
    ItHurts,
    HurtIs(Hurt),
    HelpUp,
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    let button = select(vec![
        Ask::Pause,
        Ask::Resume,
        Ask::Resume,
        Ask::Ready,
        Ask::Skip,
        Ask::Back,
        Ask::SoreHere,
        Ask::Easier,
        Ask::ItHurts,
        Ask::HurtIs(Hurt::Sharp),
        Ask::HurtIs(Hurt::NewSymptom),
        Ask::HelpUp,
    ]);
    let ask = prop_oneof![(0.0..60.0_f64).prop_map(Ask::Wait), button];
    proptest::collection::vec(ask, 1..40)
}

fn press(session: &mut Session<'_>, ask: Ask) -> Vec<Event> {
    match ask {
        Ask::Wait(seconds) => return session.advance(seconds),
        Ask::Skip => return session.skip(),
        Ask::SoreHere => return session.sore_here(),
        Ask::Easier => return session.easier(),
        Ask::ItHurts => return session.it_hurts(),
        Ask::HurtIs(hurt) => return session.hurt_is(hurt),
        Ask::HelpUp => return session.help_up(),
        Ask::Pause => session.pause(),
        Ask::Resume => session.resume(),
        Ask::Ready => session.ready(),
        Ask::Back => session.back(),
    }
    Vec::new()
}

struct Given {
    catalogue: Catalogue,
    rules: Rules,
}

fn given() -> Given {
    Given { catalogue: seven(), rules: common::recipe::rules() }
}

impl Given {
    fn session(&self, order: Order) -> Session<'_> {
        let programme = self.catalogue.programme("seven").expect("the seven");
        self.session_of(&Request { order, ..Request::of(programme) })
    }

    fn only(&self, exercise: &str) -> Session<'_> {
        let programme = self.catalogue.programme("seven").expect("the seven");
        self.session_of(&Request { only: Some(vec![exercise.to_owned()]), ..Request::of(programme) })
    }

    fn session_of(&self, request: &Request<'_>) -> Session<'_> {
        let plan = Plan::make(&self.catalogue, request).expect("a plan");
        Session::new(&self.catalogue, &self.rules, &NamedLengths, plan, (1, 1), []).expect("a session")
    }
}

/// Returns where the body is, or is on its way from.
fn posture(moment: &Moment<'_>) -> unknot_body::Posture {
    match &moment.pose {
        Pose::Posture(posture) => (**posture).clone(),
        Pose::Dissolve { from, .. } => (**from).clone(),
    }
}

/// Returns the segments of the exercises before the one that is going on.
fn history(session: &Session<'_>) -> Vec<Segment> {
    let item = session.moment().segment.item.unwrap_or(usize::MAX);
    let segments = session.timeline().segments().iter();
    segments.take_while(|segment| segment.item.is_some_and(|other| other < item)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_the_session_stands_on_its_timeline(
        asks in asks(), order in select(vec![Order::Flow, Order::Article]), waits in any::<bool>(),
    ) {
        let given = given();
        let mut session = given.session(order);
        session.wait_for_ready(waits);
        let mut begun = Vec::new();
        let mut is_over = false;
        for ask in asks {
            let (before, state, past) = (session.moment().seconds, session.state(), history(&session));
            let is_still = matches!(state, State::Paused | State::Waiting | State::Hurting | State::Ended(_));
            let events = press(&mut session, ask);
            let moment = session.moment();
            prop_assert!(moment.seconds >= 0.0 && moment.seconds <= session.timeline().total().seconds());
            let pieces: f64 = session.plan().total().seconds();
            prop_assert!(session.plan().items.is_empty() || (session.timeline().total().seconds() - pieces).abs() < 1e-9);
            if matches!(ask, Ask::Wait(_)) && is_still {
                prop_assert!((before - moment.seconds).abs() < 1e-12, "time has passed in {state:?}");
                prop_assert!(events.is_empty());
            }
            if !session.plan().items.is_empty() {
                prop_assert!(session.timeline().segments().starts_with(&past), "what was done has changed");
            }
            for event in events {
                prop_assert!(!is_over || matches!(event, Event::Help(_)), "{event:?} after the end");
                match event {
                    Event::ExerciseBegun(id) => begun.push(id),
                    Event::ExerciseDone(id) => prop_assert_eq!(begun.last(), Some(&id), "done, but not begun"),
                    Event::Ended(_) => is_over = true,
                    _ => {}
                }
            }
            let stays_over = matches!(session.state(), State::Ended(_) | State::HelpingUp { .. });
            prop_assert!(!is_over || stays_over, "it goes on after the end");
        }
    }

    #[test]
    fn who_is_interrupted_goes_on_from_where_they_are(
        seconds in 0.0..410.0_f64, ask in select(vec![Ask::Skip, Ask::Back]),
    ) {
        let given = given();
        let mut session = given.session(Order::Flow);
        session.advance(seconds);
        let (at, segment) = (posture(&session.moment()), session.moment().segment.clone());
        let was_moving = segment.is_change();
        press(&mut session, ask);
        let moment = session.moment();
        prop_assume!(!was_moving && !moment.over);
        prop_assert!(moment.segment.is_change());
        prop_assert_eq!(posture(&moment), at);
        let unknot_routine::Activity::Change { from, .. } = moment.segment.activity else { unreachable!() };
        prop_assert_eq!(from, segment.position);
        // It has been interrupted: words about what was left are not said on the way.
        let item = moment.segment.item;
        let said = session.timeline().utterances().iter();
        let mut on_the_way = said.filter(|u| u.at.seconds() >= moment.seconds && u.at < moment.segment.end);
        prop_assert!(on_the_way.all(|utterance| utterance.item == item));
    }

    #[test]
    fn how_often_the_clock_is_read_makes_no_difference(
        steps in proptest::collection::vec(0.001..3.0_f64, 1..400), order in select(vec![Order::Flow, Order::Article]),
    ) {
        let given = given();
        let (mut often, mut once) = (given.session(order), given.session(order));
        let often_events: Vec<Event> = steps.iter().flat_map(|step| often.advance(*step)).collect();
        let once_events = once.advance(steps.iter().sum());
        prop_assert_eq!(often_events, once_events);
    }
}

#[test]
fn everything_is_begun_and_done_once_and_said_in_order() {
    let given = given();
    let mut session = given.session(Order::Flow);
    let events: Vec<Event> = (0..50_000).flat_map(|_| session.advance(0.01)).collect();
    let ids: Vec<String> = session.plan().items.iter().map(|item| item.exercise.clone()).collect();
    let begun = events.iter().filter_map(|e| if let Event::ExerciseBegun(id) = e { Some(id) } else { None });
    assert!(begun.eq(&ids));
    let done = events.iter().filter_map(|e| if let Event::ExerciseDone(id) = e { Some(id) } else { None });
    assert!(done.eq(&ids));
    let said: Vec<_> = events
        .iter()
        .filter_map(|e| if let Event::Say(said) = e { Some(said.clone()) } else { None })
        .collect();
    assert_eq!(said, session.timeline().utterances());
    assert_eq!(events.last(), Some(&Event::Ended(End::Finished)));
}

#[test]
fn a_sharp_pain_leaves_the_exercise_and_a_second_one_ends_the_session() {
    let given = given();
    let mut session = given.session(Order::Flow);
    session.advance(20.0);
    let first = session.moment().segment.exercise.clone().expect("an exercise");
    assert_eq!(session.it_hurts(), [Event::Hurts { exercise: Some(first.clone()) }]);
    let events = session.hurt_is(Hurt::Sharp);
    assert_eq!(
        events,
        [Event::HurtJudged(HurtOutcome::LeaveExercise), Event::ExerciseSkipped(first.clone())]
    );
    assert_eq!(session.state(), State::Paused);
    assert!(session.plan().items.iter().all(|item| item.exercise != first));
    session.resume();
    session.advance(5.0);
    session.it_hurts();
    let events = session.hurt_is(Hurt::Sharp);
    assert_eq!(events, [Event::HurtJudged(HurtOutcome::EndAndAdvise), Event::Ended(End::Advised)]);
}

#[test]
fn new_symptoms_and_emergency_signs_end_it_at_once() {
    let given = given();
    for (hurt, end) in [(Hurt::NewSymptom, End::Advised), (Hurt::EmergencySign, End::Emergency)] {
        let mut session = given.session(Order::Flow);
        session.advance(200.0);
        session.it_hurts();
        assert!(session.hurt_is(hurt).contains(&Event::Ended(end)));
        assert_eq!(session.state(), State::Ended(end));
        session.help_up();
        session.advance(60.0);
        session.resume();
        assert_eq!(session.state(), State::Ended(end), "helped up, but over all the same");
    }
}

#[test]
fn help_up_works_in_every_position_and_leads_back_from_standing() {
    let given = given();
    let mut floors = Vec::new();
    for item in given.session(Order::Flow).plan().items.clone() {
        let mut session = given.session(Order::Flow);
        while session.moment().segment.is_change()
            || session.moment().segment.exercise.as_ref() != Some(&item.exercise)
        {
            session.advance(0.5);
        }
        let mut events = session.help_up();
        while events.len() < 20 && session.help_step().is_some() {
            let more = session.advance(5.0);
            if more.is_empty() {
                break;
            }
            events.extend(more);
        }
        let steps = given.catalogue.changes.help_up(item.position);
        let said: Vec<_> = events
            .iter()
            .filter_map(|e| if let Event::Help(step) = e { Some(step.clone()) } else { None })
            .collect();
        assert_eq!(said, steps);
        if item.position.ground() == Ground::Floor {
            assert!(!steps.is_empty());
            floors.push(item.position);
        }
        session.resume();
        let unknot_routine::Activity::Change { from, to } = session.moment().segment.activity else {
            panic!("not led back");
        };
        assert_eq!((from, to), (Position::Standing, item.position));
    }
    assert_eq!(floors.len(), 4);
}

#[test]
fn who_leaves_the_only_exercise_on_the_floor_is_still_helped_up() {
    let given = given();
    let mut session = given.only("foam-rolling");
    session.advance(40.0);
    assert_eq!(session.moment().segment.position, Position::SupineRoller);
    session.skip();
    assert_eq!(session.state(), State::Running);
    assert_eq!(session.moment().segment.item, None);
    let events = session.advance(60.0);
    let said =
        events.iter().filter(|e| matches!(e, Event::Say(u) if matches!(u.sound, Sound::Words(_)))).count();
    assert_eq!(said, given.catalogue.changes.help_up(Position::SupineRoller).len());
    assert_eq!(events.last(), Some(&Event::Ended(End::Finished)));

    let mut standing = given.only("w-and-y");
    standing.advance(20.0);
    assert!(standing.skip().contains(&Event::Ended(End::Finished)), "nothing remains for who stands");
}

#[test]
fn a_change_of_position_waits_for_who_is_not_ready() {
    let given = given();
    let mut session = given.session(Order::Flow);
    session.wait_for_ready(true);
    let begun = |events: &[Event]| events.iter().any(|event| matches!(event, Event::ExerciseBegun(_)));
    assert!(!begun(&session.advance(300.0)));
    assert_eq!(session.state(), State::Waiting);
    assert!(session.advance(300.0).is_empty());
    session.ready();
    assert!(begun(&session.advance(0.5)));
    assert_eq!(session.state(), State::Running);
}

#[test]
fn sore_here_goes_to_the_part_that_attends_to_it() {
    let given = given();
    let mut session = given.only("foam-rolling");
    while session.moment().segment.is_change() {
        session.advance(0.5);
    }
    session.advance(3.0);
    assert!(matches!(session.sore_here()[..], [Event::SoreHere { .. }]));
    let unknot_routine::Activity::Phase { sore_spot, .. } = session.moment().segment.activity else {
        panic!("in a phase");
    };
    assert!(sore_spot);
}

#[test]
fn easier_is_another_way_then_a_smaller_one_and_there_it_ends() {
    let given = given();
    let mut session = given.session(Order::Flow);
    session.advance(20.0);
    let mut ranges = vec![session.plan().items[0].range];
    loop {
        match &session.easier()[..] {
            [Event::Eased { .. }] => ranges.push(session.plan().items[0].range),
            [Event::AsEasyAsCanBe(_)] => break,
            other => panic!("{other:?}"),
        }
        session.advance(8.0);
    }
    assert!(ranges.len() > 2 && ranges.is_sorted_by(|a, b| a >= b), "{ranges:?}");
    assert!(ranges.iter().all(|range| *range >= given.rules.least_range), "{ranges:?}");
}

#[test]
fn easier_keeps_to_what_the_plan_keeps_to_and_sends_nobody_to_the_floor() {
    let given = given();
    let programme = given.catalogue.programme("seven").expect("the seven");
    let pregnant = Limits { conditions: ["pregnant".to_owned()].into(), ..Limits::default() };
    let upright = Limits { upright_only: true, ..Limits::default() };
    let standing = Limits { programmes: ["standing".to_owned()].into(), ..Limits::default() };
    for limits in [Limits::default(), pregnant, upright, standing] {
        let count = given
            .session_of(&Request { limits: limits.clone(), ..Request::of(programme) })
            .plan()
            .items
            .len();
        for index in 0..count {
            let mut session = given.session_of(&Request { limits: limits.clone(), ..Request::of(programme) });
            while session.moment().segment.item != Some(index) || session.moment().segment.is_change() {
                session.advance(0.5);
            }
            let before = session.plan().items[index].clone();
            while let [Event::Eased { .. }] = session.easier()[..] {
                let now = session.plan().items[index].clone();
                assert!(now.position.ground() <= before.position.ground(), "{} goes down", now.exercise);
                let exercise = given.catalogue.exercise(&now.exercise).expect("an exercise");
                let is_bound = !limits.programmes.is_empty()
                    || exercise.cautions.iter().any(|caution| {
                        limits.conditions.contains(&caution.condition)
                            && matches!(caution.effect, Effect::Variant(_))
                    });
                assert!(!is_bound || now.variant == before.variant, "{} in another way", now.exercise);
            }
        }
    }
}

#[test]
fn who_goes_straight_back_returns_to_what_was_skipped() {
    let given = given();
    let mut session = given.session(Order::Flow);
    let plan: Vec<String> = session.plan().items.iter().map(|item| item.exercise.clone()).collect();
    session.advance(20.0);
    session.skip();
    session.advance(2.0);
    session.skip();
    assert_eq!(session.plan().items.len(), plan.len() - 2);
    session.back();
    session.back();
    let now: Vec<String> = session.plan().items.iter().map(|item| item.exercise.clone()).collect();
    assert_eq!(now, plan);
    assert_eq!(session.moment().segment.exercise.as_ref(), Some(&plan[0]));
    // What hurt does not come back.
    session.advance(20.0);
    session.it_hurts();
    session.hurt_is(Hurt::Sharp);
    session.resume();
    session.back();
    assert!(session.plan().items.iter().all(|item| item.exercise != plan[0]));
}
