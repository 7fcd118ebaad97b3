//! Blocks, their phases, and what is said in them.

use super::amount::Amount;
use super::form::{Scope, regions};
use super::{BREATH, Reader, check_id, unique};
use crate::exercise::cue::{Anchor, Content, Cue};
use crate::exercise::dose::Dose;
use crate::exercise::file::{
    BetweenFile, BlockFile, CueFile, DoseFile, PhaseFile, PhaseKind, Priority, SidesFile,
};
use crate::exercise::form::{Between, Block, BlockSides, Length, Phase};
use crate::exercise::postures::contacts;
use crate::problem::Reading;
use crate::time::Millis;

impl Reader<'_> {
    pub(super) fn block(&self, r: &mut Reading, file: &BlockFile, scope: &Scope<'_>) -> Option<Block> {
        r.key("id", |r| check_id(r, &file.id));
        let count = |r: &mut Reading, key: &str, dose: &Option<DoseFile>| match dose {
            None => Some(Dose::fixed(1)),
            Some(dose) => self.dose(r, key, dose, Amount::Count),
        };
        let sets = count(r, "sets", &file.sets);
        let repetitions = count(r, "repetitions", &file.repetitions);
        let hold = file.hold.as_ref().and_then(|dose| self.dose(r, "hold", dose, Amount::Seconds));
        let tempo = file.tempo.as_ref().and_then(|dose| self.dose(r, "tempo", dose, Amount::Seconds));
        let phases = r.each("phases", &file.phases, |r, phase| self.phase(r, phase, file, scope));
        unique(r, "phases", file.phases.iter().map(|phase| &phase.name));
        if !file.phases.iter().any(|phase| phase.between.is_none()) {
            r.key("phases", |r| {
                r.wrong("nothing is done in a repetition", "at least one phase without `between`");
            });
        }
        let sides = match file.sides {
            None | Some(SidesFile::Both) => BlockSides::Both,
            Some(SidesFile::Each) => BlockSides::Each,
            Some(SidesFile::Alternate) => BlockSides::Alternate,
        };
        let block = Block {
            id: file.id.clone(),
            sides,
            sets: sets?,
            repetitions: repetitions?,
            hold,
            tempo,
            sore_spot: file.sore_spot,
            phases: phases.into_iter().flatten().collect(),
        };
        let length = block.repetition_length(&block.default_dose(), Millis(1));
        if r.is_clean() && length == Millis::ZERO {
            r.wrong("a repetition takes no time", "phases with `seconds`, `breaths` or a hold");
        }
        if file.hold.is_some()
            && !file.phases.iter().any(|p| p.kind == PhaseKind::Hold && p.seconds.is_none())
        {
            r.key("hold", |r| {
                r.wrong("no phase uses this hold", "a phase of the kind `hold` without `seconds`");
            });
        }
        if let (Some(tempo), true) = (block.tempo, r.is_clean()) {
            let breath = Millis::from_seconds(self.raw.breath.unwrap_or(BREATH));
            let written = Block { tempo: None, ..block.clone() };
            let sum = written.repetition_length(&written.default_dose(), breath);
            if sum.0 != tempo.default {
                let found =
                    format!("its phases take {sum} together, the usual tempo is {}", Millis(tempo.default));
                r.key("tempo", |r| {
                    r.wrong(found, "the same number, so that the phases show their shares of it");
                });
            }
        }
        Some(block)
    }

    fn phase(
        &self,
        r: &mut Reading,
        file: &PhaseFile,
        block: &BlockFile,
        scope: &Scope<'_>,
    ) -> Option<Phase> {
        r.key("name", |r| check_id(r, &file.name));
        let length = match (file.seconds, file.breaths) {
            (Some(_), Some(_)) => {
                r.key("breaths", |r| r.wrong("both `seconds` and `breaths`", "one of them"));
                None
            }
            (Some(seconds), None) => self.seconds(r, "seconds", seconds).map(Length::Fixed),
            (None, Some(breaths @ 1..=60)) => Some(Length::Breaths(breaths)),
            (None, Some(breaths)) => {
                r.key("breaths", |r| r.wrong(format!("{breaths} breaths"), "between 1 and 60"));
                None
            }
            (None, None) if file.kind == PhaseKind::Hold && block.hold.is_some() => Some(Length::Hold),
            (None, None) => {
                r.wrong(
                    format!("the phase `{}` has no length", file.name),
                    "`seconds`, or `breaths`, or in a `hold` phase the block's `hold`",
                );
                None
            }
        };
        let posture = file.posture.as_deref().map(|name| r.key("posture", |r| scope.posture(r, name)));
        let between = match file.between {
            None => Between::Always,
            Some(BetweenFile::Repetitions) => Between::Repetitions,
            Some(BetweenFile::Sides) => Between::Sides,
            Some(BetweenFile::Sets) => Between::Sets,
        };
        let caption = file.caption.as_deref().or(file.say.as_deref());
        if caption.is_none() {
            r.wrong(
                format!("the phase `{}` shows nothing", file.name),
                "`say` for a word that is spoken and shown, or `caption` for one that is only shown",
            );
        }
        let mut cues: Vec<Cue> =
            r.each("cues", &file.cues, |r, cue| self.cue(r, cue)).into_iter().flatten().collect();
        if let Some(word) = &file.say {
            cues.push(self.plain_cue(
                Anchor::At(Millis::ZERO),
                Content::Say(self.word(word)),
                Priority::Must,
            ));
        }
        let sliding = contacts(r, "sliding", &file.sliding);
        let lengthens = file.lengthens.as_ref().map(|list| regions(r, "lengthens", list));
        let works = file.works.as_ref().map(|list| regions(r, "works", list));
        Some(Phase {
            name: file.name.clone(),
            kind: file.kind,
            length: length?,
            posture: match posture {
                None => None,
                Some(posture) => Some(posture?),
            },
            easing: file.easing.unwrap_or_default(),
            sliding,
            between,
            caption: self.word(caption?),
            cues,
            lengthens,
            works,
        })
    }

    fn plain_cue(&self, anchor: Anchor, content: Content, priority: Priority) -> Cue {
        Cue {
            anchor,
            content,
            on: Default::default(),
            repetitions: Vec::new(),
            least: Millis::ZERO,
            priority,
        }
    }

    fn cue(&self, r: &mut Reading, file: &CueFile) -> Vec<Cue> {
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
            if !(1..=10).contains(&from) || count(&times) > 0 {
                r.key("countdown", |r| {
                    r.wrong(
                        format!("a countdown from {from}"),
                        "from 1 to 10, with no time of its own: it ends with the phase",
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
}
