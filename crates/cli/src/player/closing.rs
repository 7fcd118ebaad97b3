//! What comes after the last exercise: two questions, and what follows from the answers.

use unknot_routine::{End, Hurt, Rules};

/// The end of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Closing {
    /// How it ended.
    pub(super) end: End,
    /// Where the person is in it.
    pub(super) step: Step,
    /// What was typed so far.
    pub(super) typed: String,
    /// The pain before.
    before: Option<u8>,
    /// The pain now.
    after: Option<u8>,
    /// Whether something is worse or new.
    worse: bool,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The pain now, 0–10.
    Pain,
    /// Whether anything is worse or new.
    Worse,
    /// Nothing any more.
    Done,
}

/// What the person is told in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// What a hurt means that ended the session.
    Hurt(Hurt),
    /// Rest, and have it checked if it stays.
    Worse,
    /// Smaller movements next time.
    MorePain,
    /// Nothing special.
    Nothing,
}

impl Closing {
    /// Returns the end of a session; only after a session that was finished something is asked.
    pub(super) fn of(end: End, before: Option<u8>) -> Self {
        let step = if end == End::Finished { Step::Pain } else { Step::Done };
        Self { end, step, typed: String::new(), before, after: None, worse: false }
    }

    /// Takes a digit of the pain, as long as it can still be one from 0 to 10.
    pub(super) fn digit(&mut self, digit: char) {
        let longer = format!("{}{digit}", self.typed);
        let is_pain = longer.parse::<u8>().is_ok_and(|pain| pain <= 10) && longer.len() <= 2;
        if self.step == Step::Pain && is_pain {
            self.typed = longer;
        }
    }

    /// Takes back a digit.
    pub(super) fn erase(&mut self) {
        self.typed.pop();
    }

    /// Takes the answer: what was typed, or that nothing is worse.
    pub(super) fn enter(&mut self) {
        match self.step {
            Step::Pain => {
                self.after = self.typed.parse().ok();
                self.step = Step::Worse;
            }
            Step::Worse => self.step = Step::Done,
            Step::Done => {}
        }
    }

    /// Takes the answer that something is worse or new.
    pub(super) fn is_worse(&mut self) {
        if self.step == Step::Worse {
            self.worse = true;
            self.step = Step::Done;
        }
    }

    /// Returns the pain now, and whether anything is worse or new, as far as that was answered.
    pub(super) fn answers(&self) -> (Option<u8>, Option<bool>) {
        let is_answered = self.end == End::Finished && self.step == Step::Done;
        (self.after, is_answered.then_some(self.worse))
    }

    /// Returns what the person is told.
    pub(super) fn told(&self, rules: &Rules) -> Told {
        let rise = self.before.zip(self.after).map(|(before, after)| i16::from(after) - i16::from(before));
        match self.end {
            End::Emergency => Told::Hurt(Hurt::EmergencySign),
            End::Advised => Told::Hurt(Hurt::NewSymptom),
            End::Finished | End::Stopped if self.worse => Told::Worse,
            End::Finished | End::Stopped if rise.is_some_and(|rise| rise >= i16::from(rules.rise)) => {
                Told::MorePain
            }
            End::Finished | End::Stopped => Told::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::known::Known;

    fn answered(before: Option<u8>, digits: &str, worse: bool) -> Told {
        let mut closing = Closing::of(End::Finished, before);
        digits.chars().for_each(|digit| closing.digit(digit));
        closing.enter();
        if worse {
            closing.is_worse();
        } else {
            closing.enter();
        }
        assert_eq!(closing.step, Step::Done);
        closing.told(&Known::built_in().unwrap().rules)
    }

    #[test]
    fn what_is_told_follows_from_the_answers() {
        assert_eq!(answered(Some(3), "4", false), Told::Nothing);
        assert_eq!(answered(Some(3), "5", false), Told::MorePain);
        assert_eq!(answered(Some(3), "10", false), Told::MorePain);
        assert_eq!(answered(None, "9", false), Told::Nothing);
        assert_eq!(answered(Some(3), "", true), Told::Worse);
    }

    #[test]
    fn only_a_pain_from_0_to_10_can_be_typed() {
        let mut closing = Closing::of(End::Finished, None);
        "1177".chars().for_each(|digit| closing.digit(digit));
        assert_eq!(closing.typed, "1");
        closing.digit('0');
        closing.digit('0');
        assert_eq!(closing.typed, "10");
    }
}
