//! Whole sessions, with everything that a person may do in them.

use unknot_routine::{Ask, Hurt};

use super::*;
use crate::session::Wishes;

fn known() -> Known {
    Known::built_in().unwrap()
}

/// Returns what somebody has answered to whom nothing applies, with or without the list before the floor.
fn start(known: &Known, floor: bool) -> Start {
    let stages = known.catalogue.screen.stages.iter();
    let answered = stages.filter(|stage| floor || stage.ask != Ask::BeforeFloor);
    let answers =
        Answers { answered: answered.map(|stage| stage.id.clone()).collect(), ..Answers::default() };
    Start { answers, pain: Some(3), ..Start::default() }
}

fn pass(engine: &mut Engine<'_>, seconds: u32) {
    for _ in 0..seconds * 10 {
        engine.act(Act::Pass(0.1));
    }
}

/// Lets time pass until a face is shown.
fn until(engine: &mut Engine<'_>, wanted: impl Fn(&Face) -> bool) {
    for _ in 0..6000 {
        if wanted(&engine.now().face) {
            return;
        }
        engine.act(Act::Pass(0.1));
    }
    panic!("it never came: {:?}", engine.now());
}

#[test]
fn before_the_floor_it_may_hurt_too() {
    let known = known();
    for (hurt, end) in [(Hurt::Sharp, End::Advised), (Hurt::EmergencySign, End::Emergency)] {
        let mut engine = Engine::begin(&known, start(&known, false)).unwrap();
        until(&mut engine, |face| *face == Face::Floor);
        engine.act(Act::Hurts);
        assert_eq!(engine.now().face, Face::Hurting);
        engine.act(Act::GoOn);
        assert_eq!(engine.now().face, Face::Floor, "nothing hurts after all");
        engine.act(Act::Hurts);
        let index = Hurt::ALL.iter().position(|one| *one == hurt).unwrap();
        engine.act(Act::HurtIs(index));
        assert_eq!(engine.now().face, Face::Ended(end));
        assert!(engine.done().count() > 0, "what was done upright counts");
    }
}

#[test]
fn a_whole_session_is_done() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, true)).unwrap();
    until(&mut engine, |face| *face == Face::Ended(End::Finished));
    assert_eq!(engine.done().count(), 7);
    let planned = engine.plan().total().seconds();
    assert!((engine.done().seconds - planned).abs() < 0.2, "{} of {planned}", engine.done().seconds);
    assert!(engine.done().exercises.iter().all(|done| done.repetitions == done.asked && done.seconds > 20.0));
}

#[test]
fn before_the_floor_its_list_is_asked() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, false)).unwrap();
    assert_eq!((engine.now().place, engine.now().minutes), (Some((1, 7)), 7));
    until(&mut engine, |face| *face == Face::Floor);
    assert_eq!(engine.done().count(), 3);
    assert!(!engine.is_running());
    pass(&mut engine, 60);
    assert_eq!(engine.floor_plan().unwrap().items.len(), 4);
    let mut answers = start(&known, true).answers;
    answers.ticked.insert("pregnant".to_owned());
    engine.act(Act::Floor(answers));
    assert_eq!(engine.now().face, Face::Led);
    until(&mut engine, |face| *face == Face::Ended(End::Finished));
    let done: Vec<&str> = engine.done().exercises.iter().map(|done| done.exercise.as_str()).collect();
    assert_eq!(
        done,
        ["w-and-y", "wall-angels", "levator-scapulae", "opposite-arm-and-leg", "childs-pose"],
        "neither face down nor on the roller"
    );
}

#[test]
fn who_cannot_get_down_is_not_sent_there_and_who_stops_before_it_is_done() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, false)).unwrap();
    until(&mut engine, |face| *face == Face::Floor);
    let mut answers = start(&known, true).answers;
    answers.ticked.insert("floor".to_owned());
    engine.act(Act::Floor(answers));
    assert!(engine.plan().items.iter().all(|item| !is_on_floor(item)), "{:?}", engine.plan());
    let mut engine = Engine::begin(&known, start(&known, false)).unwrap();
    until(&mut engine, |face| *face == Face::Floor);
    engine.act(Act::End);
    assert_eq!(engine.now().face, Face::Ended(End::Finished));
    assert_eq!(engine.done().count(), 3);
}

#[test]
fn the_same_acts_lead_to_the_same_session() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, false)).unwrap();
    engine.act(Act::Wait(true));
    pass(&mut engine, 30);
    assert_eq!(engine.now().face, Face::Waiting);
    engine.act(Act::Ready);
    pass(&mut engine, 20);
    engine.act(Act::Easier);
    engine.act(Act::Sore);
    engine.act(Act::Skip);
    pass(&mut engine, 30);
    engine.act(Act::Ready);
    pass(&mut engine, 5);
    engine.act(Act::Hurts);
    engine.act(Act::HurtIs(2));
    engine.act(Act::GoOn);
    pass(&mut engine, 10);
    let text = serde_json::to_string(engine.acts()).unwrap();
    assert!(text.len() < 1000, "time that passes is one act: {text}");
    let again = Engine::replay(&known, engine.start().clone(), serde_json::from_str(&text).unwrap()).unwrap();
    assert_eq!(again.now(), engine.now());
    assert_eq!(again.timeline().total(), engine.timeline().total());
    assert!((again.frame().seconds - engine.frame().seconds).abs() < 1e-6);
    let brief = |engine: &Engine<'_>| -> Vec<(String, bool, bool, usize)> {
        let done = engine.done().exercises.iter();
        done.map(|d| (d.exercise.clone(), d.is_skipped, d.is_eased, d.sore.len())).collect()
    };
    assert_eq!(brief(&again), brief(&engine));
    assert!(brief(&engine).contains(&("w-and-y".to_owned(), true, true, 1)), "{:?}", brief(&engine));
}

#[test]
fn hurt_leaves_or_ends() {
    let known = known();
    let ends = [
        (Hurt::EmergencySign, Face::Ended(End::Emergency)),
        (Hurt::NewSymptom, Face::Ended(End::Advised)),
        (Hurt::Sharp, Face::Paused),
    ];
    for (index, (hurt, wanted)) in ends.into_iter().enumerate() {
        let mut engine = Engine::begin(&known, start(&known, false)).unwrap();
        pass(&mut engine, 20);
        engine.act(Act::Hurts);
        assert_eq!(engine.now().face, Face::Hurting);
        let said = engine.act(Act::HurtIs(index));
        assert_eq!(said.len(), 1, "what follows is said");
        assert_eq!(engine.now().face, wanted);
        assert_eq!(engine.done().hurts[0].kind, Some(hurt));
    }
}

#[test]
fn somebody_who_slept_finds_it_paused_and_somebody_who_rests_does_not_lose_the_pause() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, true)).unwrap();
    pass(&mut engine, 20);
    engine.act(Act::Away);
    assert_eq!(engine.now().face, Face::Paused);
    assert!(engine.now().remark.is_some());
    engine.act(Act::GoOn);
    assert_eq!((engine.now().face, engine.now().remark), (Face::Led, None));
    engine.act(Act::AskEnd);
    assert_eq!(engine.now().face, Face::Ending);
    engine.act(Act::GoOn);
    assert_eq!(engine.now().face, Face::Led);
}

#[test]
fn help_to_get_up_comes_step_by_step_and_leads_back() {
    let known = known();
    let wishes = Wishes { article: true, ..Wishes::default() };
    let mut engine = Engine::begin(&known, Start { wishes, ..start(&known, true) }).unwrap();
    pass(&mut engine, 40);
    engine.act(Act::Up);
    let Face::HelpingUp(first) = engine.now().face else { panic!("{:?}", engine.now()) };
    assert!(!first.is_empty());
    pass(&mut engine, 30);
    let Face::HelpingUp(last) = engine.now().face else { panic!("{:?}", engine.now()) };
    assert_ne!(first, last);
    engine.act(Act::GoOn);
    assert_eq!(engine.now().face, Face::Led);
    assert_eq!(engine.now().exercise, "Foam rolling");
}

#[test]
fn a_red_flag_begins_nothing() {
    let known = known();
    let mut start = start(&known, true);
    start.answers.ticked.insert("chest".to_owned());
    assert!(matches!(Engine::begin(&known, start), Err(Refusal::Screen(_))));
    assert!(matches!(Engine::begin(&known, Start::default()), Err(Refusal::Broken(_))), "nor no answer");
}

#[test]
fn what_a_camera_counts_is_what_was_done() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, true)).unwrap();
    let seen = |engine: &Engine<'_>| engine.done().exercises[0].seen;
    pass(&mut engine, 20);
    engine.act(Act::Counted(Some(1)));
    let before = engine.frame().seconds;
    engine.act(Act::Through);
    assert!(engine.frame().seconds > before + 2.0, "the clock is where the person is");
    let again = Engine::replay(&known, engine.start().clone(), engine.acts().to_vec()).unwrap();
    assert_eq!((again.frame(), seen(&again)), (engine.frame(), Some(1)));
    engine.act(Act::Counted(None));
    assert_eq!(seen(&engine), None, "what was not seen whole is told by the clock");
}

#[test]
fn a_fault_is_spoken_of_in_the_words_of_its_file() {
    let known = known();
    let mut engine = Engine::begin(&known, start(&known, true)).unwrap();
    pass(&mut engine, 10);
    let phrase = engine.fault("shrug").unwrap();
    assert_eq!(known.say(&phrase), "Shoulders away from your ears.");
    assert!(known.clip(&phrase).is_some(), "it can be heard");
    assert_eq!(engine.fault("no such"), None);
}
