//! Performs what happens to a session, and says what is so now.

use std::collections::BTreeSet;
use std::sync::Arc;

use unknot_body::Ground;
use unknot_routine::{
    Activity, Answers, Done, End, Event, Hurt, HurtOutcome, Millis, Phrase, Plan, Session, State, Timeline,
};

use super::act::{Act, add};
use super::now::{Face, Frame, Next, Now, hurt_at};
use super::start::{Refusal, Start, is_on_floor, must_ask_floor, plan_of};
use crate::known::Known;

/// How long a remark stands, in seconds.
const REMARK: f64 = 6.0;

/// A session with a person.
///
/// Before the floor a person is asked more the first time. So their first session is two: what is done upright, and,
/// planned from the answers, what is done on the floor.
pub(crate) struct Engine<'a> {
    known: &'a Known,
    start: Start,
    acts: Vec<Act>,
    session: Session<'a>,
    timeline: Arc<Timeline>,
    /// What comes after the list before the floor, until that is answered.
    floor: Option<Floor>,
    is_at_floor: bool,
    hurts_at_floor: bool,
    /// How long the part before it took.
    before: f64,
    waits: bool,
    asks_to_end: bool,
    done: Done,
    remark: Option<(String, f64)>,
}

/// What is planned on the floor.
#[derive(Clone, Copy)]
struct Floor {
    /// How long it takes.
    length: Millis,
    /// How many exercises it has.
    exercises: usize,
}

impl<'a> Engine<'a> {
    /// Returns a session at its beginning.
    pub(crate) fn begin(known: &'a Known, start: Start) -> Result<Self, Refusal> {
        let mut plan = plan_of(known, &start)?;
        let mut floor = None;
        let first = plan.items.iter().position(is_on_floor);
        if let Some(first) = first.filter(|first| *first > 0 && must_ask_floor(known, &start.answers)) {
            let (whole, exercises) = (plan.total(), plan.items.len() - first);
            plan.items.truncate(first);
            plan.get_up = Millis::ZERO;
            floor = Some(Floor { length: whole - plan.total(), exercises });
        }
        let session = perform(known, &start, plan)?;
        let mut done = Done::default();
        done.plan(session.plan());
        Ok(Self {
            known,
            start,
            acts: Vec::new(),
            timeline: Arc::new(session.timeline().clone()),
            session,
            floor,
            is_at_floor: false,
            hurts_at_floor: false,
            before: 0.0,
            waits: false,
            asks_to_end: false,
            done,
            remark: None,
        })
    }

    /// Returns the session after everything that has happened to it.
    pub(crate) fn replay(known: &'a Known, start: Start, acts: Vec<Act>) -> Result<Self, Refusal> {
        let mut engine = Self::begin(known, start)?;
        for act in acts {
            engine.act(act);
        }
        Ok(engine)
    }

    /// Returns what it was planned from.
    pub(crate) fn start(&self) -> &Start {
        &self.start
    }

    /// Returns what has happened.
    pub(crate) fn acts(&self) -> &[Act] {
        &self.acts
    }

    /// Returns what was done.
    pub(crate) fn done(&self) -> &Done {
        &self.done
    }

    /// Returns the plan as it is now.
    pub(crate) fn plan(&self) -> &Plan {
        self.session.plan()
    }

    /// Returns the steps of getting up from where the person is; none where they are up.
    pub(crate) fn way_up(&self) -> Vec<String> {
        let steps = self.known.catalogue.changes.help_up(self.session.position());
        steps.iter().map(|step| self.known.word(step.say.clone())).collect()
    }

    /// Returns the timeline as it is now.
    pub(crate) fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// Returns the part of it that goes on.
    pub(crate) fn session(&self) -> &Session<'a> {
        &self.session
    }

    /// Returns whether time passes.
    pub(crate) fn is_running(&self) -> bool {
        self.session.state() == State::Running && !self.is_at_floor
    }

    /// Returns the exercises on the floor, as far as is known before the list is answered.
    pub(crate) fn floor_plan(&self) -> Option<Plan> {
        let whole = plan_of(self.known, &self.start).ok()?;
        Some(self.without_done(whole))
    }

    /// Takes what happens, and returns the words that are said outside of the timeline.
    pub(crate) fn act(&mut self, act: Act) -> Vec<Phrase> {
        let before = self.session.state();
        let events = self.perform(&act);
        let mut said = Vec::new();
        for event in &events {
            self.done.take(event);
            self.note(event);
            // What is said of the end is true only once nothing is left for the floor.
            let is_early = self.is_at_floor && matches!(event, Event::Ended(_));
            if !is_early && !matches!(event, Event::Say(_)) {
                said.extend(event.words());
            }
        }
        let state = self.session.state();
        // Who was told what follows knows that it stands.
        if state != before && said.is_empty() {
            said.extend(state.words());
        }
        // Neither time nor what is counted changes a timeline.
        if !matches!(act, Act::Pass(_) | Act::Counted(_) | Act::Through) {
            self.renew();
        }
        add(&mut self.acts, act);
        said
    }

    fn perform(&mut self, act: &Act) -> Vec<Event> {
        if !matches!(act, Act::Pass(_) | Act::Wait(_) | Act::Counted(_)) {
            self.asks_to_end = false;
        }
        match act {
            Act::Pass(seconds) => return self.pass(*seconds),
            Act::Pause => {
                self.remark = None;
                self.session.pause();
            }
            Act::Away => {
                if self.is_running() {
                    self.session.pause();
                    self.remark(self.known.ui("web-session", "away"));
                }
            }
            Act::GoOn => {
                self.remark = None;
                self.hurts_at_floor = false;
                self.session.resume();
            }
            Act::Ready => self.session.ready(),
            Act::Skip => return self.session.skip(),
            Act::Back => self.session.back(),
            Act::Sore => return self.sore_here(),
            Act::Easier => return self.session.easier(),
            Act::Hurts => {
                self.remark = None;
                self.hurts_at_floor = self.is_at_floor;
                return self.session.it_hurts();
            }
            Act::HurtIs(index) => {
                let Some(hurt) = hurt_at(*index) else { return Vec::new() };
                self.done.hurt_is(hurt);
                if self.hurts_at_floor {
                    return self.end_at_floor(hurt);
                }
                return self.session.hurt_is(hurt);
            }
            Act::Up => return self.session.help_up(),
            Act::Wait(waits) => {
                self.waits = *waits;
                self.session.wait_for_ready(*waits);
            }
            Act::Floor(answers) => self.go_down(answers),
            Act::AskEnd => {
                self.session.pause();
                self.asks_to_end = true;
            }
            Act::Counted(repetitions) => {
                if let Some(exercise) = self.session.moment().segment.exercise.clone() {
                    self.done.counted(&exercise, *repetitions);
                }
            }
            Act::Through => self.session.repetition_done(),
            Act::End if self.is_at_floor => {
                // What was done upright is a session of its own.
                self.is_at_floor = false;
                self.done.end = Some(End::Finished);
            }
            Act::End => return self.session.stop(),
        }
        Vec::new()
    }

    fn pass(&mut self, seconds: f64) -> Vec<Event> {
        if self.is_at_floor {
            return Vec::new();
        }
        if self.session.state() == State::Running {
            self.done.pass(seconds, &self.session.moment());
        }
        // While nothing goes on there is time to read.
        if let Some((_, left)) = &mut self.remark
            && self.session.state() != State::Paused
        {
            *left -= seconds;
        }
        self.remark.take_if(|(_, left)| *left <= 0.0);
        self.session.advance(seconds)
    }

    fn sore_here(&mut self) -> Vec<Event> {
        let before = self.session.moment().seconds;
        let events = self.session.sore_here();
        let now = self.session.moment();
        let is_attended = matches!(now.segment.activity, Activity::Phase { sore_spot: true, .. });
        let is_jump = now.seconds > before && is_attended;
        if !events.is_empty() {
            let words = if is_jump {
                self.known.ui("web-session", "sore-spot")
            } else {
                self.known.ui("web-session", "sore-here")
            };
            self.remark(words);
        }
        events
    }

    /// Remarks what happened, and holds the end back where the floor is still to come.
    fn note(&mut self, event: &Event) {
        let remark = match event {
            Event::Eased { exercise, variant } => self.eased(exercise, variant.as_deref()),
            Event::AsEasyAsCanBe(_) => self.known.ui("web-session", "easiest"),
            Event::HurtJudged(outcome) => self.known.word(outcome.advice()),
            Event::Ended(End::Finished) if self.floor.is_some() => {
                self.done.end = None;
                self.is_at_floor = true;
                return;
            }
            _ => return,
        };
        self.remark(remark);
    }

    /// Remarks something that changes nothing.
    pub(crate) fn remark(&mut self, words: String) {
        self.remark = Some((words, REMARK));
    }

    /// Returns the words that help against a fault of the exercise that goes on.
    pub(crate) fn fault(&self, id: &str) -> Option<Phrase> {
        let exercise = self.session.moment().segment.exercise.as_deref()?;
        let faults = &self.known.catalogue.exercise(exercise)?.faults;
        faults.iter().find(|fault| fault.id == id).map(|fault| Phrase::plain(fault.say.clone()))
    }

    fn eased(&self, exercise: &str, variant: Option<&str>) -> String {
        match self.known.catalogue.exercise(exercise).zip(variant) {
            Some((exercise, variant)) => {
                let name = self.known.word(exercise.word(&format!("variant-{variant}")));
                format!("{} {name}.", self.known.ui("web-session", "easier-way"))
            }
            None => self.known.ui("web-session", "easier-smaller"),
        }
    }

    /// Ends what was done upright, because it hurts: nothing is left that one could leave out instead.
    fn end_at_floor(&mut self, hurt: Hurt) -> Vec<Event> {
        (self.is_at_floor, self.hurts_at_floor) = (false, false);
        let (outcome, end) = match hurt.outcome() {
            HurtOutcome::Emergency => (HurtOutcome::Emergency, End::Emergency),
            HurtOutcome::EndAndAdvise | HurtOutcome::LeaveExercise => {
                (HurtOutcome::EndAndAdvise, End::Advised)
            }
        };
        vec![Event::HurtJudged(outcome), Event::Ended(end)]
    }

    /// Goes on with what the answers allow on the floor; it is over where that is nothing.
    fn go_down(&mut self, answers: &Answers) {
        if !self.is_at_floor {
            return;
        }
        self.start.answers = answers.clone();
        self.is_at_floor = false;
        self.floor = None;
        let plan = plan_of(self.known, &self.start).map(|whole| self.without_done(whole));
        let next = plan.ok().filter(|plan| !plan.items.is_empty());
        let Some(Ok(mut session)) = next.map(|plan| perform(self.known, &self.start, plan)) else {
            self.done.end = Some(End::Finished);
            return;
        };
        session.wait_for_ready(self.waits);
        self.before += self.session.timeline().total().seconds();
        self.session = session;
        self.done.plan(self.session.plan());
    }

    /// Returns a plan without the exercises that were there before the floor.
    fn without_done(&self, mut plan: Plan) -> Plan {
        let before: BTreeSet<&str> =
            self.done.exercises.iter().map(|performed| performed.exercise.as_str()).collect();
        plan.items.retain(|item| !before.contains(item.exercise.as_str()));
        let changes = &self.known.catalogue.changes;
        let (numerator, denominator) = self.start.change_pace(self.known);
        let mut last = None;
        for item in &mut plan.items {
            let change = match last {
                None => changes.begin(item.position),
                Some(last) => changes.between(last, item.position),
            };
            item.into_position = change.scaled(numerator, denominator);
            last = Some(item.position);
        }
        let get_up = last.filter(|last| last.ground() == Ground::Floor).map(|last| changes.get_up(last));
        plan.get_up = get_up.unwrap_or_default().scaled(numerator, denominator);
        plan
    }

    fn renew(&mut self) {
        if *self.timeline != *self.session.timeline() {
            self.timeline = Arc::new(self.session.timeline().clone());
        }
    }

    /// Returns what moves with every picture.
    pub(crate) fn frame(&self) -> Frame {
        let moment = self.session.moment();
        let floor = self.floor.map_or(0.0, |floor| floor.length.seconds());
        let whole = self.before + self.timeline.total().seconds() + floor;
        let left = if self.session.state() == State::Waiting { 0.0 } else { 1.0 - moment.fraction };
        Frame {
            seconds: moment.seconds,
            left,
            passed: ((self.before + moment.seconds) / whole).clamp(0.0, 1.0),
            breath: self.timeline.breath(moment.seconds),
        }
    }

    /// Returns what a page shows.
    pub(crate) fn now(&self) -> Now {
        let moment = self.session.moment();
        let segment = moment.segment;
        let step =
            || self.session.help_step().map(|step| self.known.word(step.say.clone())).unwrap_or_default();
        let face = match self.session.state() {
            _ if self.hurts_at_floor => Face::Hurting,
            _ if self.is_at_floor => Face::Floor,
            _ if self.asks_to_end => Face::Ending,
            state => self.done.end.map_or_else(|| Face::of(state, step), Face::Ended),
        };
        // Help to get up is there after the end, too.
        let face = match self.session.state() {
            state @ State::HelpingUp { .. } => Face::of(state, step),
            _ => face,
        };
        let place = segment.item.and(segment.exercise.as_deref()).and_then(|exercise| {
            let place = self.done.exercises.iter().position(|performed| performed.exercise == exercise)?;
            let to_come = self.floor.map_or(0, |floor| floor.exercises);
            Some((place + 1, self.done.exercises.len() + to_come))
        });
        let seconds = (moment.segment_left - 1e-6).ceil().max(0.0);
        let left = moment.left + self.floor.map_or(0.0, |floor| floor.length.seconds());
        Now {
            face,
            exercise: match &segment.exercise {
                Some(id) => self.known.name_of(id),
                None => self.known.ui("web-session", "get-up"),
            },
            place,
            caption: self.known.say(moment.caption),
            phase: self.known.say(&segment.caption),
            seconds: (self.session.state() != State::Waiting).then(|| whole(seconds)),
            repetition: (segment.repetitions > 1 && !segment.is_change())
                .then_some((segment.repetition, segment.repetitions)),
            set: (segment.sets > 1 && !segment.is_change()).then_some((segment.set, segment.sets)),
            side: segment.side,
            next: self.next(),
            minutes: if left < 60.0 { 0 } else { whole((left / 60.0).round()) },
            remark: self.remark.as_ref().map(|(remark, _)| remark.clone()),
        }
    }

    fn next(&self) -> Next {
        let moment = self.session.moment();
        match moment.next {
            Some(id) => Next::Exercise(self.known.name_of(id)),
            None if moment.segment.item.is_none() => Next::Nothing,
            None if self.floor.is_some() => Next::Floor,
            None if self.plan().get_up.seconds() > 0.0 => Next::GetUp,
            None => Next::Last,
        }
    }
}

fn perform<'a>(known: &'a Known, start: &Start, plan: Plan) -> Result<Session<'a>, Refusal> {
    let pace = start.change_pace(known);
    Session::new(&known.catalogue, &known.rules, known, plan, pace, start.wishes.without())
        .map_err(|error| Refusal::Broken(error.to_string()))
}

fn whole(number: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds and minutes that are left"
    )]
    let whole = number as u32;
    whole
}

#[cfg(test)]
mod tests;
