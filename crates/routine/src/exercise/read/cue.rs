//! What is said in a phase, and whether its moment can ever come.

use super::{BREATH, Reader};
use crate::exercise::cue::{Anchor, Content, Cue};
use crate::exercise::dose::BlockDose;
use crate::exercise::file::{BlockFile, CueFile, DoseFile, Priority};
use crate::exercise::form::{Between, Block};
use crate::problem::Reading;
use crate::sayings::COUNTED_DOWN;
use crate::time::Millis;

impl Reader<'_> {
    pub(super) fn plain_cue(&self, anchor: Anchor, content: Content, priority: Priority) -> Cue {
        Cue {
            anchor,
            content,
            on: Default::default(),
            repetitions: Vec::new(),
            least: Millis::ZERO,
            priority,
        }
    }

    pub(super) fn cue(&self, r: &mut Reading, file: &CueFile) -> Vec<Cue> {
        let least = file.least.map_or(Some(Millis::ZERO), |least| self.seconds(r, "least", least));
        let Some(least) = least else { return Vec::new() };
        let dress = |anchor, content, usual: Priority| Cue {
            on: file.on.unwrap_or_default(),
            repetitions: file.repetitions.clone(),
            least,
            ..self.plain_cue(anchor, content, file.priority.unwrap_or(usual))
        };
        let times = [file.at.is_some(), file.before_end.is_some(), file.fraction.is_some()];
        let whats = [file.say.is_some(), file.tone.is_some(), file.count, file.countdown.is_some()];
        let count = |list: &[bool]| list.iter().filter(|given| **given).count();
        if count(&whats) != 1 {
            r.wrong(
                format!("{} of `say`, `tone`, `count` and `countdown`", count(&whats)),
                "exactly one of them",
            );
            return Vec::new();
        }
        if let Some(from) = file.countdown {
            if !(1..=COUNTED_DOWN).contains(&from) || count(&times) > 0 {
                r.key("countdown", |r| {
                    r.wrong(
                        format!("a countdown from {from}"),
                        format!("from 1 to {COUNTED_DOWN}, with no time of its own: it ends with the phase"),
                    );
                });
                return Vec::new();
            }
            let number =
                |n| dress(Anchor::BeforeEnd(Millis(n * 1000)), Content::Countdown(n), Priority::Must);
            return (1..=from).rev().map(number).collect();
        }
        let anchor = match (file.at, file.before_end, file.fraction) {
            (Some(at), None, None) => self.seconds(r, "at", at).map(Anchor::At),
            (None, Some(before), None) => self.seconds(r, "before_end", before).map(Anchor::BeforeEnd),
            (None, None, Some(fraction)) if (0.0..1.0).contains(&fraction) => {
                Some(Anchor::Fraction(fraction))
            }
            (None, None, Some(fraction)) => {
                r.key("fraction", |r| r.wrong(fraction.to_string(), "from 0 to less than 1"));
                None
            }
            _ => {
                r.wrong(
                    format!("{} of `at`, `before_end` and `fraction`", count(&times)),
                    "exactly one of them",
                );
                None
            }
        };
        let Some(anchor) = anchor else { return Vec::new() };
        let content = match (&file.say, file.tone) {
            (Some(word), _) => Content::Say(self.word(word)),
            (None, Some(tone)) => Content::Tone(tone),
            (None, None) => Content::Count,
        };
        vec![dress(anchor, content, Priority::Should)]
    }

    /// Checks that every cue has its moment at least where its phase is longest.
    pub(super) fn check_moments(&self, r: &mut Reading, file: &BlockFile, block: &Block) {
        let longest = self.longest(file, block);
        let phases: Vec<_> = file.phases.iter().zip(longest).collect();
        r.each("phases", &phases, |r, (phase, longest)| {
            r.each("cues", &phase.cues, |r, cue| check_moment(r, cue, *longest));
        });
    }

    /// Returns the longest that each phase can last, in the exercise itself and in variants that only change
    /// its doses.
    fn longest(&self, file: &BlockFile, block: &Block) -> Vec<Millis> {
        let breath = Millis::from_seconds(self.raw.breath.unwrap_or(BREATH));
        let in_variants = || self.raw.variants.iter().filter_map(|variant| variant.doses.get(&file.id));
        let most = |dose: &DoseFile| Millis::from_seconds(dose.range.map_or(dose.default, |[_, most]| most));
        let holds = file.hold.iter().chain(in_variants().filter_map(|doses| doses.hold.as_ref())).map(most);
        let tempos =
            file.tempo.iter().chain(in_variants().filter_map(|doses| doses.tempo.as_ref())).map(most);
        let shortest_hold = Millis(block.hold.map_or(0, |hold| hold.min));
        let longest_hold = holds.max().unwrap_or_default();
        let usual = block.default_dose();
        let longest = BlockDose { hold: longest_hold, tempo: tempos.max(), ..usual };
        // The shorter the hold, the greater is the share of the tempo that the other phases get.
        let doses = [longest, BlockDose { hold: shortest_hold, ..longest }];
        let places = [Between::Always, Between::Repetitions, Between::Sides, Between::Sets];
        let mut lengths = vec![Millis::ZERO; block.phases.len()];
        for (dose, place) in doses.iter().flat_map(|dose| places.map(|place| (dose, place))) {
            let there = block.phases.iter().zip(&mut lengths).filter(|(phase, _)| phase.between == place);
            for ((_, longest), length) in there.zip(block.lengths(place, dose, breath)) {
                *longest = (*longest).max(length);
            }
        }
        lengths
    }
}

fn check_moment(r: &mut Reading, cue: &CueFile, longest: Millis) {
    let (key, seconds, fits) = match (cue.at, cue.before_end, cue.countdown) {
        (Some(at), ..) => ("at", at, Anchor::At(Millis::from_seconds(at)).within(longest).is_some()),
        (_, Some(before), _) => ("before_end", before, Millis::from_seconds(before) <= longest),
        (.., Some(from)) => ("countdown", from.into(), Millis(from * 1000) <= longest),
        _ => ("least", 0.0, true),
    };
    let wanted = |what: &str| format!("{what} {longest}, the longest that this phase can last");
    if !fits {
        let what = if key == "at" { "less than" } else { "at most" };
        r.key(key, |r| r.wrong(format!("its moment never comes: {seconds} s"), wanted(what)));
    }
    if let Some(least) = cue.least.filter(|least| Millis::from_seconds(*least) > longest) {
        r.key("least", |r| r.wrong(format!("its moment never comes: {least} s"), wanted("at most")));
    }
}
