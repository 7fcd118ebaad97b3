//! A way of doing an exercise: its blocks, their phases, and how long they take.

use unknot_body::{Contact, Kit, MuscleRegion, Position, Posture, Side, Sides, View};

use super::cue::{Content, Cue, IntoCue};
use super::dose::{BlockDose, Dose};
use super::file::{Easing, PhaseKind};
use crate::time::Millis;
use crate::words::WordKey;

/// A way of doing an exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The position in which it begins and ends.
    pub position: Position,
    /// What has to be at hand.
    pub needs: Vec<Need>,
    /// From where it is best seen.
    pub view: View,
    /// The posture in which it begins, on the authored side.
    pub start: Posture,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// What is said on the way into the starting position, the earliest first.
    pub into: Vec<IntoCue>,
    /// The word said when it is over.
    pub closing: Option<WordKey>,
    /// What lengthens.
    pub lengthens: Vec<MuscleRegion>,
    /// What works.
    pub works: Vec<MuscleRegion>,
    /// How much of the way to each posture is gone, 0–1.
    pub range: f64,
}

/// A thing that has to be at hand, and what may stand in for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The thing.
    pub item: Kit,
    /// What may stand in, the best first.
    pub or: Vec<Kit>,
}

/// A part of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its name within the exercise.
    pub id: String,
    /// Whose turn it is.
    pub sides: BlockSides,
    /// How many sets.
    pub sets: Dose,
    /// How often in a set.
    pub repetitions: Dose,
    /// The milliseconds of every hold that gives none itself.
    pub hold: Option<Dose>,
    /// The milliseconds of a repetition, where they can be chosen.
    pub tempo: Option<Dose>,
    /// Whether a sore spot is attended to here.
    pub sore_spot: bool,
    /// What is done, in order, and between what.
    pub phases: Vec<Phase>,
}

/// Whose turn it is in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockSides {
    /// Both at once.
    Both,
    /// All repetitions on one side, then all on the other.
    Each,
    /// One repetition on each side in turn.
    Alternate,
}

/// Where a phase is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// In every repetition.
    Always,
    /// Between two repetitions on the same side.
    Repetitions,
    /// Between two sets.
    Sets,
    /// Between the two sides.
    Sides,
}

/// A stretch of time in which one thing is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its name within the block.
    pub name: String,
    /// What kind of phase it is.
    pub kind: PhaseKind,
    /// How long it takes.
    pub length: Length,
    /// The posture it ends in, on the authored side; none to stay.
    pub posture: Option<Posture>,
    /// How it moves.
    pub easing: Easing,
    /// The contacts that slide.
    pub sliding: Vec<Contact>,
    /// Where it is done.
    pub between: Between,
    /// The words that are shown.
    pub caption: WordKey,
    /// What is said, in no particular order.
    pub cues: Vec<Cue>,
    /// What lengthens, if not what does in the exercise as a whole.
    pub lengthens: Option<Vec<MuscleRegion>>,
    /// What works, if not what does in the exercise as a whole.
    pub works: Option<Vec<MuscleRegion>>,
}

/// How long a phase takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// This long.
    Fixed(Millis),
    /// This many breaths.
    Breaths(u32),
    /// As long as the block's hold.
    Hold,
}

/// One turn of a block's repetitions, or what lies between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Which phases are done.
    pub(crate) between: Between,
    /// Whose turn it is; between sides or sets, whose comes next.
    pub(crate) side: Sides,
    /// The number of the set, from 1.
    pub(crate) set: u32,
    /// The number of the repetition on that side, from 1.
    pub(crate) repetition: u32,
}

impl Form {
    /// Returns the usual dose of every block.
    #[must_use]
    pub fn default_choice(&self) -> Vec<BlockDose> {
        self.blocks.iter().map(Block::default_dose).collect()
    }

    /// Returns how long the exercise takes at a dose, on both sides or on one alone.
    #[must_use]
    pub fn length(&self, choice: &[BlockDose], breath: Millis, only: Option<Side>) -> Millis {
        self.blocks.iter().zip(choice).map(|(block, dose)| block.length(dose, breath, only)).sum()
    }

    /// Returns the place of the block that gives the exercise its dose: the first that can be dosed, or else
    /// the first that is repeated, or else the first.
    #[must_use]
    pub fn main_block(&self) -> Option<usize> {
        let first = |fits: &dyn Fn(&Block) -> bool| self.blocks.iter().position(fits);
        first(&Block::can_be_dosed)
            .or_else(|| first(&|block| block.repetitions.default > 1))
            .or_else(|| first(&|_| true))
    }

    /// Returns the first thing that it needs and that is not at hand, nor anything that may stand in for it.
    pub(crate) fn missing_kit(&self, is_missing: impl Fn(&Kit) -> bool) -> Option<Kit> {
        let lacks = |need: &&Need| is_missing(&need.item) && need.or.iter().all(&is_missing);
        self.needs.iter().find(lacks).map(|need| need.item)
    }

    /// Returns whether the two sides are done apart.
    #[must_use]
    pub fn has_sides(&self) -> bool {
        self.blocks.iter().any(|block| block.sides != BlockSides::Both)
    }

    /// Returns every word it says or shows.
    pub fn word_keys(&self) -> impl Iterator<Item = WordKey> {
        let phases = self.blocks.iter().flat_map(|block| &block.phases);
        let said = phases.flat_map(|phase| {
            let cues = phase.cues.iter().filter_map(|cue| match &cue.content {
                Content::Say(key) => Some(key.clone()),
                Content::Tone(_) | Content::Count | Content::Countdown(_) => None,
            });
            cues.chain([phase.caption.clone()])
        });
        said.chain(self.into.iter().map(|cue| cue.say.clone())).chain(self.closing.clone())
    }
}

impl Block {
    /// Returns the usual dose.
    #[must_use]
    pub fn default_dose(&self) -> BlockDose {
        BlockDose {
            sets: self.sets.default,
            repetitions: self.repetitions.default,
            hold: Millis(self.hold.map_or(0, |hold| hold.default)),
            tempo: self.tempo.map(|tempo| Millis(tempo.default)),
        }
    }

    /// Returns whether more or less of it can be done (its tempo apart).
    #[must_use]
    pub fn can_be_dosed(&self) -> bool {
        self.sets.count() > 1
            || self.repetitions.count() > 1
            || self.hold.is_some_and(|hold| hold.count() > 1)
    }

    /// Returns the lengths of the phases that are done there, at a dose.
    pub(crate) fn lengths(&self, between: Between, dose: &BlockDose, breath: Millis) -> Vec<Millis> {
        let phases = self.phases.iter().filter(|phase| phase.between == between);
        let written: Vec<Millis> = phases
            .map(|phase| match phase.length {
                Length::Fixed(length) => length,
                Length::Breaths(breaths) => breath * breaths,
                Length::Hold => dose.hold,
            })
            .collect();
        match dose.tempo {
            Some(tempo) if between == Between::Always => shares(&written, tempo),
            _ => written,
        }
    }

    /// Returns how long one repetition takes.
    pub(crate) fn repetition_length(&self, dose: &BlockDose, breath: Millis) -> Millis {
        self.lengths(Between::Always, dose, breath).into_iter().sum()
    }

    /// Returns how long the whole block takes.
    #[must_use]
    pub fn length(&self, dose: &BlockDose, breath: Millis, only: Option<Side>) -> Millis {
        let length = |between| self.lengths(between, dose, breath).into_iter().sum::<Millis>();
        let (one, repetitions, sides, sets) = (
            length(Between::Always),
            length(Between::Repetitions),
            length(Between::Sides),
            length(Between::Sets),
        );
        // Which side comes first makes no difference to the length.
        self.turns(dose, only.unwrap_or(Side::Right), only)
            .map(|turn| match turn.between {
                Between::Always => one,
                Between::Repetitions => repetitions,
                Between::Sides => sides,
                Between::Sets => sets,
            })
            .sum()
    }

    /// Returns whose turn it is, one after the other, with what lies between.
    pub(crate) fn turns(
        &self,
        dose: &BlockDose,
        first: Side,
        only: Option<Side>,
    ) -> impl Iterator<Item = Turn> + use<> {
        let (sides, repetitions, first) = (self.sides, dose.repetitions, only.unwrap_or(first));
        let apart = sides != BlockSides::Both && only.is_none();
        let in_set = if apart { repetitions.saturating_mul(2) } else { repetitions };
        let nth = move |index: u32| match sides {
            BlockSides::Both => (Sides::Both, index + 1),
            _ if !apart => (first.into(), index + 1),
            BlockSides::Each if index < repetitions => (first.into(), index + 1),
            BlockSides::Each => (first.other().into(), index - repetitions + 1),
            BlockSides::Alternate if index.is_multiple_of(2) => (first.into(), index / 2 + 1),
            BlockSides::Alternate => (first.other().into(), index / 2 + 1),
        };
        let places = (0..dose.sets).flat_map(move |set| (0..in_set).map(move |index| (set, index)));
        places.flat_map(move |(set, index)| {
            let (side, repetition) = nth(index);
            let between = match (set, index) {
                (0, 0) => None,
                (_, 0) => Some(Between::Sets),
                _ if nth(index - 1).0 == side => Some(Between::Repetitions),
                _ => Some(Between::Sides),
            };
            let turn = |between| Turn { between, side, set: set + 1, repetition };
            between.map(turn).into_iter().chain([turn(Between::Always)])
        })
    }
}

/// Scales lengths to a sum, so that it is met to the millisecond.
fn shares(lengths: &[Millis], sum: Millis) -> Vec<Millis> {
    let whole: Millis = lengths.iter().copied().sum();
    let mut passed = Millis::ZERO;
    let mut given = Millis::ZERO;
    lengths
        .iter()
        .map(|&length| {
            passed += length;
            let until = passed.scaled(sum.0, whole.0);
            let share = until - given;
            given = until;
            share
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_meet_the_sum() {
        let lengths = [Millis(2250), Millis(1000), Millis(1250)];
        assert_eq!(shares(&lengths, Millis(4000)), [Millis(2000), Millis(888), Millis(1112)]);
        assert_eq!(shares(&[Millis(2250), Millis(2250)], Millis(4500)), [Millis(2250), Millis(2250)]);
    }

    fn turns(sides: BlockSides, sets: u32, repetitions: u32, only: Option<Side>) -> String {
        let block = Block {
            id: String::new(),
            sides,
            sets: Dose::fixed(sets),
            repetitions: Dose::fixed(repetitions),
            hold: None,
            tempo: None,
            sore_spot: false,
            phases: Vec::new(),
        };
        let spell = |turn: Turn| match turn.between {
            Between::Always => format!("{}{}", &turn.side.to_string()[..1], turn.repetition),
            Between::Repetitions => "-".to_owned(),
            Between::Sides => "/".to_owned(),
            Between::Sets => " | ".to_owned(),
        };
        block.turns(&block.default_dose(), Side::Left, only).map(spell).collect()
    }

    #[test]
    fn turns_go_round_as_the_block_says() {
        assert_eq!(turns(BlockSides::Both, 1, 3, None), "b1-b2-b3");
        assert_eq!(turns(BlockSides::Each, 1, 2, None), "l1-l2/r1-r2");
        assert_eq!(turns(BlockSides::Alternate, 1, 2, None), "l1/r1/l2/r2");
        assert_eq!(turns(BlockSides::Each, 1, 2, Some(Side::Right)), "r1-r2");
        assert_eq!(turns(BlockSides::Both, 2, 2, None), "b1-b2 | b1-b2");
        assert_eq!(turns(BlockSides::Each, 2, 1, None), "l1/r1 | l1/r1");
        assert_eq!(turns(BlockSides::Both, 1, 0, None), "");
    }
}
