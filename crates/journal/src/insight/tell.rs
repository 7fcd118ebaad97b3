//! An insight in words: which sentences tell it. A language has the words.

use unknot_body::Named;
use unknot_routine::{Argument, Phrase, WordKey};

use super::{
    Adherence, BY_CHANCE, Effect, Habit, Insight, Interval, Meaning, SMALLEST, Suggestion, Trend, Week,
};
use crate::suggestion::SuggestionKind;

/// A paragraph of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// What it comes to, in a few words; nothing where it comes to nothing yet.
    pub headline: Vec<Phrase>,
    /// The numbers that say so.
    pub text: Phrase,
}

impl Paragraph {
    fn plain(text: Phrase) -> Self {
        Self { headline: Vec::new(), text }
    }
}

impl Insight {
    /// Returns whether it helps.
    #[must_use]
    pub fn answer(&self) -> Vec<Paragraph> {
        let mut paragraphs = vec![
            match &self.trend {
                Some(trend) => {
                    Paragraph { headline: vec![word("over-weeks"), self.meaning.tell()], text: trend.tell() }
                }
                None => Paragraph::plain(word("trend-too-few")),
            },
            self.effect.tell(),
        ];
        match self.peg.as_slice() {
            [] => {}
            [only] => paragraphs.push(Paragraph::plain(number(word("peg-one"), "last", tenths(only.score)))),
            [first, .., last] => {
                let peg = number(word("peg"), "first", tenths(first.score));
                paragraphs.push(Paragraph::plain(number(peg, "last", tenths(last.score))));
            }
        }
        paragraphs
    }

    /// Returns which changes matter, and which may be chance.
    #[must_use]
    pub fn what_matters() -> Phrase {
        number(number(word("matters"), "smallest", SMALLEST), "chance", BY_CHANCE)
    }
}

impl Trend {
    /// Returns how pain changed.
    #[must_use]
    pub fn tell(&self) -> Phrase {
        let weeks = libm::round(f64::from(self.span) / 7.0).max(1.0);
        let phrase = number(change(word("trend"), self.over_all), "weeks", weeks);
        number(phrase, "days", count(self.days))
    }
}

impl Effect {
    /// Returns what a session does to the pain.
    #[must_use]
    pub fn tell(&self) -> Paragraph {
        let sessions = count(self.sessions);
        let Some(((by, before), after)) = self.change.zip(self.before).zip(self.after) else {
            return Paragraph::plain(number(word("effect-too-few"), "n", sessions));
        };
        let phrase = number(change(word("effect"), by), "sessions", sessions);
        let phrase = number(phrase, "before", tenths(before));
        Paragraph {
            headline: vec![word("after-session"), self.meaning.tell()],
            text: number(phrase, "after", tenths(after)),
        }
    }
}

impl Meaning {
    /// Returns what a change amounts to.
    #[must_use]
    pub fn tell(self) -> Phrase {
        word(match self {
            Self::TooLittle => "too-little",
            Self::Unclear => "unclear",
            Self::LessButSmall => "less-but-small",
            Self::LessMayMatter => "less-may-matter",
            Self::Less => "less",
            Self::MuchLess => "much-less",
            Self::MoreButSmall => "more-but-small",
            Self::MoreMayMatter => "more-may-matter",
            Self::More => "more",
        })
    }
}

impl Week {
    /// Returns its mean, and how sure that is.
    #[must_use]
    pub fn tell(&self) -> Phrase {
        let phrase = match self.interval {
            Some(interval) => between(word("week"), interval.low, interval.high),
            None => word("week-few"),
        };
        number(number(phrase, "mean", tenths(self.mean)), "days", count(self.days))
    }
}

impl Adherence {
    /// Returns how often sessions are done.
    #[must_use]
    pub fn tell(&self) -> Vec<Phrase> {
        let often = between(word("often"), self.a_week.low, self.a_week.high);
        let often = number(often, "n", tenths(self.a_week.estimate));
        let often = number(number(often, "done", self.days_done.into()), "days", self.days.into());
        let wanted = (self.wanted_a_week > 0).then(|| number(word("wanted"), "n", self.wanted_a_week.into()));
        std::iter::once(often).chain(wanted).collect()
    }
}

impl Habit {
    /// Returns how often it is skipped and made easier; nothing where it never is.
    #[must_use]
    pub fn tell(&self) -> Vec<Phrase> {
        let share = |attribute, some: u32, share: Interval| {
            let percent = |share: f64| libm::round(100.0 * share);
            let phrase = number(word(attribute), "low", percent(share.low));
            let phrase = number(number(phrase, "high", percent(share.high)), "n", some.into());
            (some > 0).then(|| number(phrase, "planned", self.planned.into()))
        };
        let skipped = share("skipped", self.skipped, self.share_skipped);
        let eased = share("eased", self.eased, self.share_eased);
        skipped.into_iter().chain(eased).collect()
    }
}

impl Suggestion {
    /// Returns what is suggested, and why.
    #[must_use]
    pub fn tell(&self) -> Phrase {
        let mut phrase = number(word(self.kind.name()), "n", self.because.into());
        if let Some(amount) = self.amount {
            phrase = number(phrase, "amount", amount.into());
        }
        match &self.exercise {
            Some(exercise) => phrase.with("exercise", Argument::Word(WordKey::message(exercise))),
            None => phrase,
        }
    }
}

impl SuggestionKind {
    /// Returns what it is called.
    #[must_use]
    pub fn called(self) -> Phrase {
        word(&format!("{}-name", self.name()))
    }
}

fn word(attribute: &str) -> Phrase {
    Phrase::plain(WordKey::attribute("insight", attribute))
}

fn number(phrase: Phrase, name: &'static str, number: f64) -> Phrase {
    phrase.with(name, Argument::Number(number))
}

fn between(phrase: Phrase, low: f64, high: f64) -> Phrase {
    number(number(phrase, "low", tenths(low)), "high", tenths(high))
}

/// Tells a change of pain by how much less or more it is, and between what it may be.
fn change(phrase: Phrase, by: Interval) -> Phrase {
    let way = |change: f64| {
        let way = match tenths(change) {
            change if change < 0.0 => "less",
            change if change > 0.0 => "more",
            _ => "same",
        };
        Argument::Choice(way)
    };
    let size = |change: f64| tenths(libm::fabs(change));
    let phrase = number(phrase, "n", size(by.estimate)).with("way", way(by.estimate));
    let phrase = number(phrase, "low", size(by.low)).with("low-way", way(by.low));
    number(phrase, "high", size(by.high)).with("high-way", way(by.high))
}

/// Returns it rounded to a tenth; nothing is minus nothing.
fn tenths(number: f64) -> f64 {
    libm::round(number * 10.0) / 10.0 + 0.0
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}
