//! The player's state: a session, what was remarked last, and the end.

use unknot_routine::{Event, Hurt, Session, State};

use super::closing::{Closing, Step};
use super::keys::Key;
use crate::known::Known;

/// How long a remark stands, in seconds.
const REMARK: f64 = 4.0;

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
    pain: Option<u8>,
    is_left: bool,
}

impl<'a> Player<'a> {
    /// Returns a session at its beginning, of somebody with that pain.
    pub(super) fn new(known: &'a Known, session: Session<'a>, pain: Option<u8>) -> Self {
        Self { known, session, closing: None, remark: None, pain, is_left: false }
    }

    /// Returns whether the person has left.
    pub(super) fn is_left(&self) -> bool {
        self.is_left
    }

    /// Returns what was remarked, while it stands.
    pub(super) fn remark(&self) -> Option<&str> {
        self.remark.as_ref().map(|(remark, _)| remark.as_str())
    }

    /// Lets time pass, for the session and for what is remarked.
    pub(super) fn pass(&mut self, session_seconds: f64, seconds: f64) {
        if let Some((_, left)) = &mut self.remark {
            *left -= seconds;
        }
        self.remark.take_if(|(_, left)| *left <= 0.0);
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
        match (key, self.session.state()) {
            (Key::Space | Key::Enter, State::Waiting) => self.session.ready(),
            (Key::Space | Key::Enter, State::Paused) => self.session.resume(),
            (Key::Space, _) => self.session.pause(),
            (Key::Left, _) => self.session.back(),
            (Key::Right, _) => {
                let events = self.session.skip();
                self.take(events);
            }
            (Key::Char('s'), _) => {
                let events = self.session.sore_here();
                self.take(events);
            }
            (Key::Char('e'), _) => {
                let events = self.session.easier();
                self.take(events);
            }
            (Key::Char('h'), _) => {
                let events = self.session.it_hurts();
                self.take(events);
            }
            (Key::Char('u'), _) => self.help_up(),
            (Key::Char('q'), _) => self.leave(),
            _ => {}
        }
    }

    fn press_while_hurting(&mut self, key: Key) {
        match key {
            Key::Char(digit @ '1'..='9') => {
                let index = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or(0);
                let hurt = index.checked_sub(1).and_then(|index| Hurt::ALL.get(index));
                if let Some(hurt) = hurt {
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

    fn help_up(&mut self) {
        let events = self.session.help_up();
        self.take(events);
    }

    fn leave(&mut self) {
        self.session.stop();
        self.is_left = true;
    }

    /// Takes what happened in the session.
    fn take(&mut self, events: Vec<Event>) {
        for event in events {
            match event {
                Event::Ended(end) => self.closing = Some(Closing::of(end, self.pain)),
                Event::SoreHere { .. } => self.note(self.known.ui("cli-play", "sore")),
                Event::Eased { variant: Some(_), .. } => self.note(self.known.ui("cli-play", "easier-way")),
                Event::Eased { variant: None, .. } => {
                    self.note(self.known.ui("cli-play", "easier-smaller"));
                }
                Event::HurtJudged(outcome) => self.note(self.known.word(outcome.advice())),
                _ => {}
            }
        }
    }

    fn note(&mut self, text: String) {
        self.remark = Some((text, REMARK));
    }
}
