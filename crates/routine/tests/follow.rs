//! A clock that waits for a body: never before it, never stuck.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{NamedLengths, real, seven};
use unknot_routine::{Activity, Catalogue, End, Follow, Glance, PhaseKind, Plan, Rules, Session, State};

const STEP: f64 = 0.1;

struct Given {
    catalogue: Catalogue,
    rules: Rules,
}

impl Given {
    fn new() -> Self {
        Self { catalogue: seven(), rules: common::recipe::rules() }
    }

    /// Returns a session of one exercise, with a change of position before it.
    fn session(&self, exercise: &str) -> Session<'_> {
        let whole = real::plan(&self.catalogue, "seven", |_| {});
        let items = whole.items.iter().filter(|item| item.exercise == exercise).cloned().collect();
        self.of(Plan { items, ..whole })
    }

    fn of(&self, plan: Plan) -> Session<'_> {
        Session::new(&self.catalogue, &self.rules, &NamedLengths, plan, (1, 1), []).unwrap()
    }
}

/// Lets a moment pass, and returns how many seconds the clock went on.
fn pass(session: &mut Session<'_>, follow: &mut Follow) -> f64 {
    let seconds = follow.pass(session, STEP);
    session.advance(seconds);
    seconds
}

fn placed(count: u32) -> Option<Glance> {
    Some(Glance { placed: true, holds: None, count })
}

/// Goes on until the exercise has begun, with somebody who is in position.
fn begin(session: &mut Session<'_>, follow: &mut Follow) {
    while session.moment().segment.is_change() {
        follow.see(session, placed(0));
        pass(session, follow);
    }
}

#[test]
fn the_exercise_begins_when_the_person_is_in_position_or_after_a_while() {
    let given = Given::new();
    for glance in [Some(Glance::default()), None] {
        let (mut session, mut follow) = (given.session("wall-angels"), Follow::default());
        let change = session.moment().segment.length().seconds();
        let mut passed = 0.0;
        while session.moment().segment.is_change() {
            follow.see(&session, glance.clone());
            pass(&mut session, &mut follow);
            passed += STEP;
            assert!(passed < change + 20.0, "stuck");
        }
        assert!(passed > change + 10.0, "{passed} {change}");
    }
    let (mut session, mut follow) = (given.session("wall-angels"), Follow::default());
    let change = session.moment().segment.length().seconds();
    begin(&mut session, &mut follow);
    assert!(session.moment().seconds < change + 2.0 * STEP, "who is there is not waited for");
}

#[test]
fn a_slow_body_is_waited_for_and_every_repetition_counted() {
    let given = Given::new();
    let (mut session, mut follow) = (given.session("wall-angels"), Follow::default());
    begin(&mut session, &mut follow);
    let asked = session.moment().segment.repetitions;
    let (mut steps, mut counted, mut waited) = (0, 0, 0.0);
    while session.state() == State::Running {
        steps += 1;
        // A repetition takes seven seconds, where the clock has four and a half.
        let count = steps / 70;
        counted = follow.see(&session, placed(count)).unwrap_or(counted);
        let segment = session.moment().segment;
        assert!(
            segment.is_change() || segment.repetition <= count + 1,
            "{} after {count}",
            segment.repetition
        );
        waited += STEP - pass(&mut session, &mut follow).min(STEP);
    }
    assert_eq!(session.state(), State::Ended(End::Finished));
    assert_eq!(counted, asked);
    assert!(waited > 2.0 * f64::from(asked), "{waited}");
}

#[test]
fn a_quick_body_is_followed() {
    let given = Given::new();
    let (mut session, mut follow) = (given.session("wall-angels"), Follow::default());
    begin(&mut session, &mut follow);
    let asked = session.moment().segment.repetitions;
    let (mut steps, mut counted) = (0, 0);
    while session.state() == State::Running && !session.moment().segment.is_change() {
        steps += 1;
        counted = follow.see(&session, placed(steps / 30)).unwrap_or(counted);
        if follow.is_ahead(&session) {
            session.repetition_done();
        }
        pass(&mut session, &mut follow);
    }
    assert_eq!(counted, asked);
    assert!(f64::from(steps) * STEP < f64::from(asked) * 3.0 + 1.0, "{steps}");
}

#[test]
fn a_hold_is_timed_from_when_it_is_held() {
    let given = Given::new();
    let (mut session, mut follow) = (given.session("back-extension"), Follow::default());
    begin(&mut session, &mut follow);
    let is_hold = |session: &Session<'_>| {
        matches!(session.moment().segment.activity, Activity::Phase { kind: PhaseKind::Hold, .. })
    };
    for _ in 0..50 {
        follow.see(&session, placed(0));
        pass(&mut session, &mut follow);
    }
    assert!(!is_hold(&session) && follow.waits());
    let segments = session.timeline().segments();
    let next = &segments[session.moment().index + 1];
    let Activity::Phase { name, .. } = &next.activity else { unreachable!() };
    let held = Glance { placed: true, holds: Some(name.clone()), count: 0 };
    follow.see(&session, Some(held));
    pass(&mut session, &mut follow);
    assert!(is_hold(&session) && !follow.waits());
}

#[test]
fn who_cannot_be_seen_is_led_by_the_clock() {
    let given = Given::new();
    let (mut session, mut follow) = (given.session("back-extension"), Follow::default());
    begin(&mut session, &mut follow);
    let left = session.moment().left;
    let mut passed = 0.0;
    while session.state() == State::Running {
        assert_eq!(follow.see(&session, None), None);
        pass(&mut session, &mut follow);
        passed += STEP;
        if session.moment().segment.repetition > 3 {
            assert!(follow.is_unseen(), "what is counted later is not all of it");
        }
    }
    assert!(passed < left + 10.0, "{passed} of {left}");
}

#[test]
fn who_stands_still_is_not_waited_for_for_ever() {
    let given = Given::new();
    for exercise in real::IDS {
        let (mut session, mut follow) = (given.session(exercise), Follow::default());
        let total = session.timeline().total().seconds();
        let mut passed = 0.0;
        while session.state() == State::Running {
            follow.see(&session, placed(0));
            pass(&mut session, &mut follow);
            passed += STEP;
            assert!(passed < total + 30.0, "{exercise}: stuck at {}", session.moment().seconds);
        }
    }
}

#[test]
fn watching_that_begins_in_the_middle_or_anew_goes_on_counting() {
    let given = Given::new();
    let (mut session, mut follow) = (given.session("wall-angels"), Follow::default());
    while session.moment().segment.repetition < 4 {
        session.advance(STEP);
    }
    assert_eq!(follow.see(&session, placed(0)), None);
    assert_eq!(follow.see(&session, placed(1)), Some(4));
    assert_eq!(follow.see(&session, placed(0)), None, "another one who watches");
    assert_eq!(follow.see(&session, placed(1)), Some(5));
}
