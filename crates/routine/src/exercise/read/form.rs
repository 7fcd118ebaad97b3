//! A way of doing an exercise: what is left out of a variant is as in the exercise.

use std::collections::BTreeMap;

use unknot_body::{MuscleRegion, Named, Position, Posture, View};

use super::amount::Amount;
use super::{Reader, check_range, read_word, unique};
use crate::exercise::cue::IntoCue;
use crate::exercise::dose::Dose;
use crate::exercise::file::{BlockDoseFile, FormFile, IntoFile, NeedFile, Priority, Region};
use crate::exercise::form::{Block, BlockSides, Form, Need};
use crate::exercise::postures::Wardrobe;
use crate::problem::Reading;

/// More choices than this for one exercise would only slow planning down.
const MOST_CHOICES: u64 = 4096;

impl Reader<'_> {
    /// Reads a way of doing it; of a variant, what is left out is as in the base.
    pub(super) fn form(
        &self,
        r: &mut Reading,
        file: FormFile<'_>,
        base: Option<&Form>,
        doses: &BTreeMap<String, BlockDoseFile>,
    ) -> Option<Form> {
        let needed = |r: &mut Reading, key: &str| {
            if base.is_none() {
                r.wrong(format!("`{key}` is missing"), "every exercise needs it");
            }
        };
        let position = match file.position {
            Some(word) => read_word(r, "position", word),
            None => base.map(|base| base.position),
        };
        if position.is_none() && file.position.is_none() {
            needed(r, "position");
        }
        let base_file = self.raw.form();
        let wardrobe = Wardrobe { base: base_file.postures, own: base.map(|_| file.postures) };
        let postures = wardrobe.read(r, position.unwrap_or(Position::Standing));
        let scope = Scope { postures: &postures, wardrobe: &wardrobe };
        let start_name = file.start.or(base_file.start);
        if start_name.is_none() {
            needed(r, "start");
        }
        let start = start_name.and_then(|name| r.key("start", |r| scope.posture(r, name)));
        // Where a variant changes a posture, the blocks it keeps pass through the changed one.
        let block_files = file.blocks.or(base_file.blocks);
        let mut blocks = Vec::new();
        match block_files {
            None | Some([]) => {
                r.wrong("there are no blocks", "write at least one [[blocks]] with its phases");
            }
            Some(files) => {
                // What is wrong with the base's own blocks has been said when the base was read.
                let own = file.blocks.is_some();
                let mut elsewhere = Reading::default();
                let target = if own { &mut *r } else { &mut elsewhere };
                blocks = target
                    .each("blocks", files, |r, block| self.block(r, block, &scope))
                    .into_iter()
                    .flatten()
                    .collect();
                unique(target, "blocks", files.iter().map(|block| &block.id));
                if !own && !elsewhere.is_clean() && r.is_clean() {
                    r.wrong(
                        "the blocks of the exercise do not go with what this variant changes",
                        "give it `blocks` of its own",
                    );
                }
            }
        }
        let own_words = (file.into.unwrap_or_default(), file.closing);
        self.check_around(r, own_words, blocks.iter().all(|block| block.sides == BlockSides::Both));
        self.change_doses(r, doses, &mut blocks);
        let choices: u64 = blocks.iter().map(choices).fold(1, u64::saturating_mul);
        if choices > MOST_CHOICES {
            let found = format!("the doses leave a plan {choices} choices");
            r.key("blocks", |r| r.wrong(found, format!("at most {MOST_CHOICES}; take larger steps")));
        }
        let needs = match (file.needs, base) {
            (None, Some(base)) => base.needs.clone(),
            (needs, _) => self.needs(r, needs.unwrap_or_default()),
        };
        let view = match (file.view, base) {
            (None, Some(base)) => Some(base.view),
            (None, None) => Some(View::Side),
            (Some(view), _) => read_word(r, "view", view),
        };
        let into = match (file.into, base) {
            (None, Some(base)) => base.into.clone(),
            (into, _) => self.announcements(r, into.unwrap_or_default()),
        };
        let regions = |r: &mut Reading,
                       key: &str,
                       list: Option<&[Region]>,
                       of_base: Option<&Vec<MuscleRegion>>| match list {
            None => of_base.cloned().unwrap_or_default(),
            Some(list) => regions(r, key, list),
        };
        let lengthens = regions(r, "lengthens", file.lengthens, base.map(|b| &b.lengthens));
        let works = regions(r, "works", file.works, base.map(|b| &b.works));
        let range = file.range.or(base.map(|b| b.range)).unwrap_or(1.0);
        r.key("range", |r| check_range(r, range));
        let closing =
            file.closing.map(|word| self.word(word)).or_else(|| base.and_then(|b| b.closing.clone()));
        Some(Form {
            position: position?,
            needs,
            view: view?,
            start: start?,
            blocks,
            into,
            closing,
            lengthens,
            works,
            range,
        })
    }

    /// Checks what is said before and after, which knows no seconds, and a side only where there is one.
    fn check_around(&self, r: &mut Reading, (into, closing): (&[IntoFile], Option<&str>), both: bool) {
        let check = |r: &mut Reading, word: Option<&str>| {
            self.check_for_seconds(r, word);
            self.check_for_both(r, word.filter(|_| both));
        };
        r.each("into", into, |r, cue| r.key("say", |r| check(r, Some(&cue.say))));
        r.key("closing", |r| check(r, closing));
    }

    fn change_doses(&self, r: &mut Reading, doses: &BTreeMap<String, BlockDoseFile>, blocks: &mut [Block]) {
        for (id, dose) in doses {
            r.key("doses", |r| {
                r.key(id, |r| {
                    let names: Vec<String> = blocks.iter().map(|block| block.id.clone()).collect();
                    let Some(block) = blocks.iter_mut().find(|block| block.id == *id) else {
                        r.wrong(
                            format!("there is no block `{id}`"),
                            format!("there are {}", names.join(", ")),
                        );
                        return;
                    };
                    for (key, file, slot) in [
                        ("sets", &dose.sets, &mut block.sets),
                        ("repetitions", &dose.repetitions, &mut block.repetitions),
                    ] {
                        if let Some(dose) = file.as_ref().and_then(|d| self.dose(r, key, d, Amount::Count)) {
                            *slot = dose;
                        }
                    }
                    for (key, file, slot) in
                        [("hold", &dose.hold, &mut block.hold), ("tempo", &dose.tempo, &mut block.tempo)]
                    {
                        if let Some(dose) = file.as_ref().and_then(|d| self.dose(r, key, d, Amount::Seconds))
                        {
                            *slot = Some(dose);
                        }
                    }
                });
            });
        }
    }

    fn needs(&self, r: &mut Reading, needs: &[NeedFile]) -> Vec<Need> {
        let read = r.each("needs", needs, |r, need| {
            let item = read_word(r, "item", &need.item);
            let or = r.each("or", &need.or, |r, word| {
                r.take(
                    unknot_body::Kit::parse(&word.written)
                        .map_err(|e| (format!("`{}`", e.found), e.accepted())),
                )
            });
            Some(Need { item: item?, or: or.into_iter().flatten().collect() })
        });
        read.into_iter().flatten().collect()
    }

    fn announcements(&self, r: &mut Reading, cues: &[IntoFile]) -> Vec<IntoCue> {
        let read = r.each("into", cues, |r, cue| {
            let before = self.seconds(r, "before", cue.before)?;
            Some(IntoCue {
                before,
                say: self.word(&cue.say),
                priority: cue.priority.unwrap_or(Priority::Must),
            })
        });
        let mut cues: Vec<IntoCue> = read.into_iter().flatten().collect();
        cues.sort_by_key(|cue| std::cmp::Reverse(cue.before));
        cues
    }
}

/// The postures that phases may name.
pub(super) struct Scope<'a> {
    postures: &'a BTreeMap<String, Posture>,
    wardrobe: &'a Wardrobe<'a>,
}

impl Scope<'_> {
    pub(super) fn posture(&self, r: &mut Reading, name: &str) -> Option<Posture> {
        let known = self.wardrobe.base.contains_key(name)
            || self.wardrobe.own.is_some_and(|own| own.contains_key(name));
        if !known {
            r.wrong(format!("there is no posture `{name}`"), self.wardrobe.suggest(name));
        }
        self.postures.get(name).cloned()
    }
}

fn choices(block: &Block) -> u64 {
    let count = |dose: Option<Dose>| dose.map_or(1, |dose| dose.count());
    let repeated = block.sets.count().saturating_mul(block.repetitions.count());
    repeated.saturating_mul(count(block.hold)).saturating_mul(count(block.tempo))
}

pub(super) fn regions(r: &mut Reading, key: &str, list: &[Region]) -> Vec<MuscleRegion> {
    let read = r.each(key, list, |r, region| {
        r.take(
            MuscleRegion::parse(&region.0).map_err(|e| (format!("`{}` is no muscle", e.found), e.accepted())),
        )
    });
    read.into_iter().flatten().collect()
}
