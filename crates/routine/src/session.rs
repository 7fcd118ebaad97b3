//! A session: a timeline being performed.
//!
//! A session is told how much time has passed and what the person asks for, and answers with events. It
//! performs nothing itself: who shows, speaks and records does so with what [`Session::moment`] and the
//! events say.

use unknot_body::{Kit, Position, Side, Sides};

use crate::catalogue::Catalogue;
use crate::changes::HelpStep;
use crate::exercise::VariantKind;
use crate::plan::{Plan, PlanItem};
use crate::safety::{Hurt, HurtOutcome, Rules};
use crate::time::Millis;
use crate::timeline::{Activity, CompileError, Moment, Sound, Timeline, Utterance};
use crate::words::{Phrase, SpokenLength};

/// Going back within this time of an exercise's beginning goes to the exercise before it.
const JUST_BEGUN: f64 = 3.0;

/// A timeline being performed.
pub struct Session<'a> {
    catalogue: &'a Catalogue,
    rules: &'a Rules,
    spoken: &'a dyn SpokenLength,
    change_pace: (u32, u32),
    without: Vec<Kit>,
    plan: Plan,
    timeline: Timeline,
    seconds: f64,
    state: State,
    waits_for_ready: bool,
    /// The item for which the person has said that they are in position.
    ready_for: Option<usize>,
    /// Whether a sharp pain has come once already.
    was_sharp: bool,
    /// Whether what begins at the present moment has been told.
    announced: bool,
}

/// What a session is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// It goes on.
    Running,
    /// The person has stopped it.
    Paused,
    /// It waits until the person is in position.
    Waiting,
    /// It hurts, and the person is asked how.
    Hurting,
    /// The person is helped up from this position; that many seconds have passed of it.
    HelpingUp {
        /// From where.
        from: Position,
        /// For how long.
        seconds: f64,
    },
    /// It is over.
    Ended(End),
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Everything was done.
    Finished,
    /// The person ended it.
    Stopped,
    /// It hurt: the person is advised to see a clinician.
    Advised,
    /// It hurt: the person is advised to call for help.
    Emergency,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Another segment of the timeline begins, by its index.
    Segment(usize),
    /// This is said or sounded now.
    Say(Utterance),
    /// This step of getting up is said now.
    Help(HelpStep),
    /// An exercise begins.
    ExerciseBegun(String),
    /// An exercise was done to its end.
    ExerciseDone(String),
    /// An exercise was left before its end.
    ExerciseSkipped(String),
    /// An exercise goes on in an easier way: in this variant, or smaller.
    Eased {
        /// The exercise.
        exercise: String,
        /// The variant, or none where it is only smaller.
        variant: Option<String>,
    },
    /// The person is sore here.
    SoreHere {
        /// The exercise.
        exercise: String,
        /// The phase.
        phase: String,
        /// The side.
        side: Sides,
    },
    /// It hurts in this exercise.
    Hurts {
        /// The exercise, if one is going on.
        exercise: Option<String>,
    },
    /// What followed from it.
    HurtJudged(HurtOutcome),
    /// The session is over.
    Ended(End),
}

/// A session that cannot begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct SessionError(#[from] CompileError);

impl<'a> Session<'a> {
    /// Returns a session at its beginning. Changes of position that a person's requests make necessary take
    /// `change_pace` of the usual time, and easier variants are only those that need none of `without`.
    ///
    /// # Errors
    /// The plan does not belong to the catalogue.
    pub fn new(
        catalogue: &'a Catalogue,
        rules: &'a Rules,
        spoken: &'a dyn SpokenLength,
        plan: Plan,
        change_pace: (u32, u32),
        without: impl IntoIterator<Item = Kit>,
    ) -> Result<Self, SessionError> {
        let timeline = Timeline::compile(catalogue, &plan, spoken)?;
        Ok(Self {
            catalogue,
            rules,
            spoken,
            change_pace,
            without: without.into_iter().collect(),
            plan,
            timeline,
            seconds: 0.0,
            state: State::Running,
            waits_for_ready: false,
            ready_for: None,
            was_sharp: false,
            announced: false,
        })
    }

    /// Lets every change of position wait for [`Session::ready`], or not.
    pub fn wait_for_ready(&mut self, wait: bool) {
        self.waits_for_ready = wait;
    }

    /// Returns the timeline as it is now: what the person asks for changes it.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns the plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Returns what is so now.
    #[must_use]
    pub fn moment(&self) -> Moment<'_> {
        self.timeline.at(self.seconds)
    }

    /// Returns what the session is doing.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// Lets time pass, in seconds, and returns what happened in it. Time that is negative or no number does
    /// not pass; time does not pass either while the session is paused, waits or asks.
    pub fn advance(&mut self, seconds: f64) -> Vec<Event> {
        if seconds.is_nan() || seconds <= 0.0 {
            return Vec::new();
        }
        match self.state {
            State::Running => self.run(seconds),
            State::HelpingUp { from, seconds: passed } => self.help(from, passed, passed + seconds),
            State::Paused | State::Waiting | State::Hurting | State::Ended(_) => Vec::new(),
        }
    }

    fn run(&mut self, seconds: f64) -> Vec<Event> {
        let mut events = Vec::new();
        let from = self.seconds;
        let mut to = (from + seconds).min(self.timeline.total().seconds());
        let mut waits = false;
        let must_wait = self.waits_for_ready && self.ready_for != self.moment().segment.item;
        if let Some(end) = self.timeline.change_end(from).filter(|end| must_wait && to >= end.seconds()) {
            // Just before the exercise, whose first moment belongs to somebody who is ready.
            to = (end - Millis(1)).seconds().max(from);
            waits = true;
        }
        if !self.announced {
            self.announced = true;
            let here = self.timeline.at(from).index;
            self.begin_segment(here, &mut events);
            let beginning =
                self.timeline.utterances().iter().filter(|u| (u.at.seconds() - from).abs() < 1e-9);
            events.extend(beginning.cloned().map(Event::Say));
        }
        // In the order of time; at the same time first what is done, then what is said about it.
        let mut segments = self.timeline.segments_between(from, to).peekable();
        let mut utterances = self.timeline.begun_between(from, to).peekable();
        loop {
            let segment_at = segments.peek().map(|&index| self.timeline.segments()[index].start);
            let utterance_at = utterances.peek().map(|&index| self.timeline.utterances()[index].at);
            match (segment_at, utterance_at) {
                (None, None) => break,
                (Some(segment), utterance) if utterance.is_none_or(|utterance| segment <= utterance) => {
                    let Some(index) = segments.next() else { break };
                    self.begin_segment(index, &mut events);
                }
                _ => {
                    let Some(index) = utterances.next() else { break };
                    events.push(Event::Say(self.timeline.utterances()[index].clone()));
                }
            }
        }
        self.seconds = to;
        if waits {
            self.state = State::Waiting;
        } else if self.moment().over {
            if let Some(exercise) = self.moment().segment.exercise.clone() {
                events.push(Event::ExerciseDone(exercise));
            }
            self.end(End::Finished, &mut events);
        }
        events
    }

    fn begin_segment(&self, index: usize, events: &mut Vec<Event>) {
        let segments = self.timeline.segments();
        let segment = &segments[index];
        let before = index.checked_sub(1).map(|before| &segments[before]);
        if let Some(done) = before.filter(|before| before.item != segment.item && !before.is_change()) {
            events.extend(done.exercise.clone().map(Event::ExerciseDone));
        }
        events.push(Event::Segment(index));
        if !segment.is_change()
            && before.is_none_or(|before| before.is_change() || before.item != segment.item)
        {
            events.extend(segment.exercise.clone().map(Event::ExerciseBegun));
        }
    }

    fn end(&mut self, end: End, events: &mut Vec<Event>) {
        self.state = State::Ended(end);
        events.push(Event::Ended(end));
    }

    /// Stops the clock; any touch does.
    pub fn pause(&mut self) {
        if matches!(self.state, State::Running | State::Waiting) {
            self.state = State::Paused;
        }
    }

    /// Goes on: after a pause, when it does not hurt after all, or after having been helped up. Somebody who
    /// has stood up is first led back into position.
    pub fn resume(&mut self) {
        match self.state {
            State::Paused | State::Hurting => self.state = State::Running,
            State::HelpingUp { .. } => {
                if let Some(item) = self.moment().segment.item {
                    let again = self.plan.items[item].clone();
                    self.go_to(item, vec![again], 1, Position::Standing);
                }
                self.state = State::Running;
            }
            State::Running | State::Waiting | State::Ended(_) => {}
        }
    }

    /// Tells that the person is in position.
    pub fn ready(&mut self) {
        if self.state == State::Waiting {
            self.state = State::Running;
            self.ready_for = self.moment().segment.item;
        }
    }

    /// Leaves the exercise that is going on, or that is being prepared, for the next one.
    pub fn skip(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        let Some((item, here)) = self.interruptible() else { return events };
        events.extend(self.moment().segment.exercise.clone().map(Event::ExerciseSkipped));
        self.go_to(item, Vec::new(), 1, here);
        if item >= self.plan.items.len() && self.moment().over {
            self.end(End::Finished, &mut events);
        } else if self.state == State::Waiting {
            self.state = State::Running;
        }
        events
    }

    /// Goes back to the beginning of the exercise, or, where it has only just begun, to the one before.
    pub fn back(&mut self) {
        let Some((item, here)) = self.interruptible() else { return };
        let begun = self.timeline.work_start(item).map_or(0.0, Millis::seconds);
        let again =
            if self.seconds - begun > JUST_BEGUN || item == 0 { item..item + 1 } else { item - 1..item + 1 };
        let items: Vec<PlanItem> = self.plan.items[again].to_vec();
        self.go_to(item, items, 1, here);
        if self.state == State::Waiting {
            self.state = State::Running;
        }
    }

    /// Notes that the person is sore here; where the exercise has a part for that, goes straight to it.
    pub fn sore_here(&mut self) -> Vec<Event> {
        let moment = self.moment();
        let Some(exercise) = moment.segment.exercise.clone() else { return Vec::new() };
        let event = Event::SoreHere { exercise, phase: moment.segment.phase(), side: moment.segment.side };
        let (index, item) = (moment.index, moment.segment.item);
        let attended = |activity: &Activity| matches!(activity, Activity::Phase { sore_spot: true, .. });
        let segments = self.timeline.segments();
        let inside = !segments[index].is_change() && !attended(&segments[index].activity);
        let spot =
            segments[index..].iter().find(|s| s.item == item && attended(&s.activity)).filter(|_| inside);
        if let Some(start) = spot.map(|spot| spot.start) {
            self.seconds = start.seconds();
            self.announced = false;
        }
        vec![event]
    }

    /// Goes on in an easier way: in the exercise's next easier variant, or else with a smaller range.
    pub fn easier(&mut self) -> Vec<Event> {
        let Some((index, here)) = self.interruptible() else { return Vec::new() };
        let mut item = self.plan.items[index].clone();
        let Some(exercise) = self.catalogue.exercise(&item.exercise) else { return Vec::new() };
        let current = exercise.variants.iter().position(|v| Some(&v.id) == item.variant.as_ref());
        let easier = exercise.variants.iter().enumerate().find(|(at, variant)| {
            let at_hand = |kit: &Kit| !self.without.contains(kit);
            let has_kit =
                variant.form.needs.iter().all(|need| at_hand(&need.item) || need.or.iter().any(at_hand));
            variant.kind == VariantKind::Easier && current.is_none_or(|current| *at > current) && has_kit
        });
        let variant = easier.map(|(_, variant)| variant);
        if let Some(variant) = variant {
            let only = match item.sides[..] {
                [only] => Some(only),
                _ => None,
            };
            if variant.form.blocks.len() != item.dose.len() {
                item.dose = variant.form.default_choice();
            }
            item.variant = Some(variant.id.clone());
            item.position = variant.form.position;
            item.work = variant.form.length(&item.dose, exercise.breath, only);
            item.range = item.range.min(variant.form.range);
            if !variant.form.has_sides() {
                item.sides.clear();
            } else if item.sides.is_empty() {
                item.sides = vec![Side::Right, Side::Left];
            }
        } else {
            item.range *= self.rules.easier_range;
        }
        let event = Event::Eased {
            exercise: exercise.id.clone(),
            variant: item.variant.clone().filter(|_| variant.is_some()),
        };
        let old = &self.plan.items[index];
        if item.work == old.work && item.position == old.position && self.same_shape(index, &item) {
            self.plan.items[index] = item;
            self.recompile();
        } else {
            self.go_to(index, vec![item], 1, here);
        }
        vec![event]
    }

    /// Returns whether an item would have the same segments, so that the clock can simply go on in it.
    fn same_shape(&self, index: usize, item: &PlanItem) -> bool {
        let mut plan = self.plan.clone();
        plan.items[index] = item.clone();
        let Ok(timeline) = Timeline::compile(self.catalogue, &plan, self.spoken) else { return false };
        let shape = |timeline: &Timeline| -> Vec<(Millis, Sides)> {
            timeline.segments().iter().map(|segment| (segment.end, segment.side)).collect()
        };
        shape(&timeline) == shape(&self.timeline)
    }

    /// Stops at once because it hurts; what kind of hurt it is comes with [`Session::hurt_is`].
    pub fn it_hurts(&mut self) -> Vec<Event> {
        if matches!(self.state, State::Ended(_) | State::Hurting) {
            return Vec::new();
        }
        self.state = State::Hurting;
        vec![Event::Hurts { exercise: self.moment().segment.exercise.clone() }]
    }

    /// Takes the answer to "what kind of hurt": leaves the exercise, or ends the session. A sharp pain that
    /// comes a second time has stayed, and ends it too. The session is then paused: who has been hurt says
    /// when to go on.
    pub fn hurt_is(&mut self, hurt: Hurt) -> Vec<Event> {
        if self.state != State::Hurting {
            return Vec::new();
        }
        let outcome = match hurt.outcome() {
            HurtOutcome::LeaveExercise if self.was_sharp => HurtOutcome::EndAndAdvise,
            outcome => outcome,
        };
        let mut events = vec![Event::HurtJudged(outcome)];
        match outcome {
            HurtOutcome::LeaveExercise => {
                self.was_sharp = true;
                self.state = State::Paused;
                events.extend(self.skip());
            }
            HurtOutcome::EndAndAdvise => self.end(End::Advised, &mut events),
            HurtOutcome::Emergency => self.end(End::Emergency, &mut events),
        }
        events
    }

    /// Helps the person up from wherever they are; the session then stands still until it is resumed or
    /// stopped. It works at any time, after the end too.
    pub fn help_up(&mut self) -> Vec<Event> {
        let from = self.position();
        self.state = State::HelpingUp { from, seconds: 0.0 };
        self.catalogue.changes.help_up(from).first().cloned().map(Event::Help).into_iter().collect()
    }

    /// Returns the step of getting up that is due, while the person is being helped up.
    #[must_use]
    pub fn help_step(&self) -> Option<&HelpStep> {
        let State::HelpingUp { from, seconds } = self.state else { return None };
        let steps = self.catalogue.changes.help_up(from);
        let begun = starts(steps).take_while(|(start, _)| *start <= seconds).map(|(_, step)| step);
        begun.last()
    }

    fn help(&mut self, from: Position, before: f64, now: f64) -> Vec<Event> {
        self.state = State::HelpingUp { from, seconds: now };
        let steps = self.catalogue.changes.help_up(from);
        let due = starts(steps).filter(|(start, _)| *start > before && *start <= now);
        due.map(|(_, step)| Event::Help(step.clone())).collect()
    }

    /// Ends the session.
    pub fn stop(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        if !matches!(self.state, State::Ended(_)) {
            self.end(End::Stopped, &mut events);
        }
        events
    }

    /// Returns where the person is: on the way from one position to another, in the one that is nearer the
    /// floor, so that help to get up is never too short.
    #[must_use]
    pub fn position(&self) -> Position {
        match self.moment().segment.activity {
            Activity::Phase { .. } => self.moment().segment.position,
            Activity::Change { from, to } if from.ground() > to.ground() => from,
            Activity::Change { to, .. } => to,
        }
    }

    /// Returns the item that is going on and where the person is, while there is something to interrupt.
    fn interruptible(&self) -> Option<(usize, Position)> {
        let open = matches!(self.state, State::Running | State::Paused | State::Waiting);
        let moment = self.moment();
        let here = match moment.segment.activity {
            // Who has only just been asked to move is still where they were.
            Activity::Change { from, .. } if moment.fraction < 0.5 => from,
            _ => moment.segment.position,
        };
        moment.segment.item.filter(|_| open).map(|item| (item, here))
    }

    /// Puts items in the place of `instead_of` items from `index` on, and goes to the change of position that
    /// leads into the first of them.
    fn go_to(&mut self, index: usize, items: Vec<PlanItem>, instead_of: usize, here: Position) {
        let end = (index + instead_of).min(self.plan.items.len());
        self.plan.items.splice(index..end, items);
        let changes = &self.catalogue.changes;
        let pace = |change: Millis| change.scaled(self.change_pace.0, self.change_pace.1);
        let mut before = here;
        for item in &mut self.plan.items[index..] {
            item.into_position = pace(changes.between(before, item.position));
            before = item.position;
        }
        self.plan.get_up = pace(changes.get_up(before));
        if self.plan.items.is_empty() {
            // The only exercise was left: what remains of the session is nothing.
            self.seconds = self.timeline.total().seconds();
            return;
        }
        self.recompile();
        self.ready_for = None;
        let there = self
            .timeline
            .item_start(index)
            .or_else(|| index.checked_sub(1).and_then(|last| self.timeline.item_end(last)));
        self.seconds = there.unwrap_or(self.timeline.total()).seconds();
        self.announced = false;
    }

    fn recompile(&mut self) {
        // Every item comes from the catalogue, so that this cannot fail; were it to, the session goes on as it was.
        if let Ok(timeline) = Timeline::compile(self.catalogue, &self.plan, self.spoken) {
            self.timeline = timeline;
        }
    }
}

fn starts(steps: &[HelpStep]) -> impl Iterator<Item = (f64, &HelpStep)> {
    steps.iter().scan(0.0, |next, step| {
        let start = *next;
        *next += step.length.seconds();
        Some((start, step))
    })
}

impl Event {
    /// Returns the words that go with the event, if any are said.
    #[must_use]
    pub fn words(&self) -> Option<Phrase> {
        match self {
            Self::Say(Utterance { sound: Sound::Words(phrase), .. }) => Some(phrase.clone()),
            Self::Help(step) => Some(Phrase::plain(step.say.clone())),
            Self::HurtJudged(outcome) => Some(Phrase::plain(outcome.advice())),
            _ => None,
        }
    }
}
