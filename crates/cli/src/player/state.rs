//! The player's state: a session, what was remarked last, and the end.

use unknot_routine::{Activity, Done, Event, Hurt, Session, State};

use super::closing::{Closing, Step};
use super::keys::Key;
use super::parting::Parting;
use crate::known::Known;

/// How long a remark stands, in seconds.
const REMARK: f64 = 6.0;

/// A session with a person at the keys.
pub(super) struct Player<'a> {
    /// Words and exercises.
    pub(super) known: &'a Known,
    /// The session.
    pub(super) session: Session<'a>,
    /// The end, once it has come.
    pub(super) closing: Option<Closing>,
    /// What was remarked last, and for how many seconds it still stands.
    remark: Option<(String, f64)>,
    /// What is still to be read when the player's screen is gone.
    parting: Parting,
    /// The exercises as they were planned: what is skipped or repeated does not change their number.
    planned: Vec<String>,
    pain: Option<u8>,
    /// What was done, for the journal.
    done: Done,
    asks_to_end: bool,
    is_left: bool,
}

/// What was done in a session, and what was answered after it.
pub(crate) struct Played<'a> {
    /// What was done.
    pub(crate) done: &'a Done,
    /// The pain after it, if that was told.
    pub(crate) pain: Option<u8>,
    /// Whether anything was worse or new, if that was answered.
    pub(crate) worse: Option<bool>,
}

impl<'a> Player<'a> {
    /// Returns a session at its beginning, of somebody with that pain.
    pub(super) fn new(known: &'a Known, session: Session<'a>, pain: Option<u8>) -> Self {
        let planned = session.plan().items.iter().map(|item| item.exercise.clone()).collect();
        let mut done = Done::default();
        done.plan(session.plan());
        Self {
            known,
            session,
            closing: None,
            remark: None,
            parting: Parting::default(),
            planned,
            pain,
            done,
            asks_to_end: false,
            is_left: false,
        }
    }

    /// Returns which exercise this is, and of how many; nothing for one that was not planned.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        let moment = self.session.moment();
        let exercise = moment.segment.exercise.as_ref().filter(|_| moment.segment.item.is_some())?;
        let index = self.planned.iter().position(|planned| planned == exercise)?;
        Some((index + 1, self.planned.len()))
    }

    /// Returns what is still to be read when the player's screen is gone, as paragraphs.
    pub(super) fn parting(&self) -> Vec<String> {
        self.parting.words(self.known, self.closing.as_ref())
    }

    /// Returns what was done, and what was answered after it.
    pub(super) fn played(&self) -> Played<'_> {
        let (pain, worse) = self.closing.as_ref().map(Closing::answers).unwrap_or_default();
        Played { done: &self.done, pain, worse }
    }

    /// Returns whether the person has left.
    pub(super) fn is_left(&self) -> bool {
        self.is_left
    }

    /// Returns what is remarked beside what is to be done: a question, what was remarked last while it stands, or
    /// that the session waits.
    pub(super) fn remark(&self) -> Option<String> {
        if self.asks_to_end {
            return Some(self.known.ui("cli-play", "end"));
        }
        let remark = self.remark.as_ref().map(|(remark, _)| remark.clone());
        remark.or_else(|| match self.session.state() {
            State::Paused => Some(self.known.ui("cli-play", "paused")),
            State::Waiting => Some(self.known.ui("cli-play", "waiting")),
            _ => None,
        })
    }

    /// Lets time pass, for the session and for what is remarked.
    pub(super) fn pass(&mut self, session_seconds: f64, seconds: f64) {
        // While nothing goes on there is time to read.
        if let Some((_, left)) = &mut self.remark
            && self.session.state() != State::Paused
        {
            *left -= seconds;
        }
        self.remark.take_if(|(_, left)| *left <= 0.0);
        match self.session.state() {
            State::Running => self.done.pass(session_seconds, &self.session.moment()),
            State::Waiting => self.done.wait(session_seconds, &self.session.moment()),
            _ => {}
        }
        let events = self.session.advance(session_seconds);
        self.take(events);
    }

    /// Stops the clock because the computer was asleep: the person is no longer where they were.
    pub(super) fn was_asleep(&mut self) {
        if self.session.state() == State::Running {
            self.session.pause();
            self.note(self.known.ui("cli-play", "asleep"));
        }
    }

    /// Stops the clock because the program was stopped: nobody has seen what would have passed.
    pub(super) fn was_stopped(&mut self) {
        self.session.pause();
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key) {
        if key == Key::Leave {
            return self.leave();
        }
        match (self.session.state(), &self.closing) {
            (State::HelpingUp { .. }, _) => self.press_while_helped(key),
            (State::Hurting, _) => self.press_while_hurting(key),
            (_, Some(_)) => self.press_at_the_end(key),
            _ => self.press_in_session(key),
        }
    }

    fn press_in_session(&mut self, key: Key) {
        // Whatever else is pressed says that the session is not to end.
        let was_asked = std::mem::take(&mut self.asks_to_end);
        match (key, self.session.state()) {
            (Key::Char('q'), _) if was_asked => self.leave(),
            (Key::Char('q'), _) => {
                self.session.pause();
                self.asks_to_end = true;
            }
            (Key::Space | Key::Enter, State::Waiting) => self.session.ready(),
            (Key::Space | Key::Enter, State::Paused) => self.session.resume(),
            (Key::Space, _) => {
                self.remark = None;
                self.session.pause();
            }
            (Key::Left, _) => self.session.back(),
            (Key::Right, _) => {
                let events = self.session.skip();
                self.take(events);
            }
            (Key::Char('s'), _) => self.sore_here(),
            (Key::Char('e'), _) => {
                let events = self.session.easier();
                self.take(events);
            }
            (Key::Char('h'), _) => {
                let events = self.session.it_hurts();
                self.take(events);
            }
            (Key::Char('u'), _) => self.help_up(),
            _ => {}
        }
    }

    fn press_while_hurting(&mut self, key: Key) {
        match key {
            Key::Char(digit @ '1'..='9') => {
                let index = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or(0);
                let hurt = index.checked_sub(1).and_then(|index| Hurt::ALL.get(index));
                if let Some(hurt) = hurt {
                    self.done.hurt_is(*hurt);
                    let events = self.session.hurt_is(*hurt);
                    self.take(events);
                }
            }
            Key::Char('n' | '0') | Key::Erase => self.session.resume(),
            Key::Char('u') => self.help_up(),
            Key::Char('q') => self.leave(),
            _ => {}
        }
    }

    fn press_while_helped(&mut self, key: Key) {
        match key {
            Key::Space | Key::Enter => self.session.resume(),
            Key::Char('h') => {
                let events = self.session.it_hurts();
                self.take(events);
            }
            Key::Char('q') => self.leave(),
            _ => {}
        }
    }

    fn press_at_the_end(&mut self, key: Key) {
        match key {
            Key::Char('u') => return self.help_up(),
            Key::Char('q') => return self.leave(),
            _ => {}
        }
        let Some(closing) = &mut self.closing else { return };
        match key {
            Key::Char(digit @ '0'..='9') => closing.digit(digit),
            Key::Char('y') => closing.is_worse(),
            Key::Char('n') if closing.step == Step::Worse => closing.enter(),
            Key::Erase => closing.erase(),
            Key::Enter => closing.enter(),
            _ => {}
        }
    }

    fn sore_here(&mut self) {
        let before = self.session.moment().seconds;
        let events = self.session.sore_here();
        self.take(events);
        let now = self.session.moment();
        let is_attended = matches!(now.segment.activity, Activity::Phase { sore_spot: true, .. });
        if now.seconds > before && is_attended {
            self.note(self.known.ui("cli-play", "sore-spot"));
        }
    }

    fn help_up(&mut self) {
        let events = self.session.help_up();
        self.take(events);
    }

    fn leave(&mut self) {
        let events = self.session.stop();
        events.iter().for_each(|event| self.done.take(event));
        self.is_left = true;
    }

    /// Takes what happened in the session.
    fn take(&mut self, events: Vec<Event>) {
        for event in events {
            self.parting.take(&event);
            self.done.take(&event);
            match event {
                Event::Ended(end) => self.closing = Some(Closing::of(end, self.pain)),
                Event::SoreHere { .. } => self.note(self.known.ui("cli-play", "sore")),
                Event::Eased { exercise, variant } => self.note(self.eased(&exercise, variant.as_deref())),
                Event::AsEasyAsCanBe(_) => self.note(self.known.ui("cli-play", "easiest")),
                Event::HurtJudged(outcome) => self.note(self.known.word(outcome.advice())),
                _ => {}
            }
        }
    }

    /// Returns in which easier way an exercise goes on.
    fn eased(&self, exercise: &str, variant: Option<&str>) -> String {
        let exercise = self.known.catalogue.exercise(exercise);
        match exercise.zip(variant) {
            Some((exercise, variant)) => {
                let name = self.known.word(exercise.word(&format!("variant-{variant}")));
                format!("{} {name}.", self.known.ui("cli-play", "easier-way"))
            }
            None => self.known.ui("session", "smaller"),
        }
    }

    fn note(&mut self, text: String) {
        self.remark = Some((text, REMARK));
    }
}
