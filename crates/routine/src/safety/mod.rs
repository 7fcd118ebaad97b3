//! Who should not exercise now, who should do less, and what happens when it hurts.

mod hurt;
mod limits;
mod rules;
mod screen;

pub use hurt::{Hurt, HurtOutcome};
pub use limits::Limits;
pub use rules::{Advice, PainState, Rules};
pub use screen::{Answers, Ask, Judgement, Screen, ScreenBox, ScreenError, Stage, Verdict};

use crate::words::WordKey;

/// Returns every word that safety says besides the screen's own.
pub(crate) fn word_keys() -> impl Iterator<Item = WordKey> {
    let hurt = Hurt::ALL.iter().flat_map(|hurt| [hurt.question(), hurt.outcome().advice()]);
    hurt.chain(Advice::ALL.iter().map(|advice| advice.word()))
}
