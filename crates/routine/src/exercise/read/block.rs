//! Blocks, their phases, and what is said in them.

use super::amount::Amount;
use super::form::{Scope, regions};
use super::{BREATH, Reader, check_id, unique};
use crate::exercise::cue::{Anchor, Content, Cue};
use crate::exercise::dose::Dose;
use crate::exercise::file::{BetweenFile, BlockFile, DoseFile, PhaseFile, PhaseKind, Priority, SidesFile};
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
        if r.is_clean() {
            self.check_moments(r, file, &block);
        }
        Some(block)
    }

    /// Checks that nothing speaks or waits for one side where both are done at once.
    fn check_sides(&self, r: &mut Reading, file: &PhaseFile, block: &BlockFile) {
        if !matches!(block.sides, None | Some(SidesFile::Both)) {
            return;
        }
        if matches!(file.between, Some(BetweenFile::Sides)) {
            r.key("between", |r| {
                r.wrong(
                    "both sides are done at once, so that nothing is between them",
                    "a block with `sides = \"each\"` or `sides = \"alternate\"`",
                );
            });
        }
        r.key("say", |r| self.check_for_both(r, file.say.as_deref()));
        r.key("caption", |r| self.check_for_both(r, file.caption.as_deref()));
        r.each("cues", &file.cues, |r, cue| r.key("say", |r| self.check_for_both(r, cue.say.as_deref())));
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
        self.check_sides(r, file, block);
        // A word that is spoken at the beginning is shown all the while, too.
        r.key("say", |r| self.check_for_seconds(r, file.say.as_deref()));
        r.key("caption", |r| self.check_for_seconds(r, file.caption.as_deref()));
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
}
