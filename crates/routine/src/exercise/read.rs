//! From the raw file to a checked exercise.

use std::collections::{BTreeMap, BTreeSet};

use unknot_body::{MuscleRegion, Named, Position, Posture, Side, View, closest};

use super::cue::{Anchor, Content, Cue, IntoCue};
use super::dose::Dose;
use super::fault::{Bound, FormFault, Gate};
use super::file::{
    BetweenFile, BlockDoseFile, BlockFile, CautionFile, CueFile, DoseFile, ExerciseFile, FaultFile, FormFile,
    IntoFile, LessonFile, NeedFile, PhaseFile, PhaseKind, Priority, Region, SidesFile, Source, VariantFile,
    Word,
};
use super::form::{Between, Block, BlockSides, Form, Length, Need, Phase};
use super::measure::Measure;
use super::postures::{Wardrobe, contacts};
use super::{Caution, Effect, Exercise, Lesson, Variant};
use crate::problem::{FileError, Reading, parse};
use crate::time::Millis;
use crate::words::{WordKey, fluent_from_table};

/// A breath, unless the file says otherwise, in seconds.
const BREATH: f64 = 4.0;
/// No single length in a file is longer than this, in seconds.
const LONGEST: f64 = 600.0;
/// Nobody does more repetitions than this.
const MOST_REPETITIONS: f64 = 200.0;
/// More choices than this for one exercise would only slow planning down.
const MOST_CHOICES: u64 = 4096;

pub(super) fn exercise(file: &str, text: &str) -> Result<Exercise, FileError> {
    let raw: ExerciseFile = parse(file, text)?;
    let mut reading = Reading::default();
    let exercise = Reader { raw: &raw }.exercise(&mut reading);
    reading.finish(file, text)?;
    // Whatever is missing has been noted, so that this is reached only with an exercise.
    exercise.ok_or_else(|| FileError { file: file.to_owned(), text: text.to_owned(), problems: Vec::new() })
}

/// Reads a word of a fixed vocabulary.
pub(crate) fn read_word<T: Named>(reading: &mut Reading, key: &str, word: &Word<T>) -> Option<T> {
    let parsed =
        T::parse(&word.written).map_err(|e| (format!("`{}` is no {}", e.found, e.kind), e.accepted()));
    reading.key(key, |r| r.take(parsed))
}

struct Reader<'a> {
    raw: &'a ExerciseFile,
}

impl Reader<'_> {
    fn exercise(&self, r: &mut Reading) -> Option<Exercise> {
        let raw = self.raw;
        r.key("id", |r| check_id(r, &raw.id));
        r.each("aliases", &raw.aliases, |r, alias| check_id(r, alias));
        let breath = self.seconds(r, "breath", raw.breath.unwrap_or(BREATH));
        let authored_side =
            raw.authored_side.as_ref().map_or(Some(Side::Right), |side| read_word(r, "authored_side", side));
        let form = self.form(r, raw.form(), None, &BTreeMap::new());
        let variants =
            r.each("variants", &raw.variants, |r, variant| self.variant(r, variant, form.as_ref()));
        let variants: Vec<Variant> = variants.into_iter().flatten().collect();
        unique(r, "variants", raw.variants.iter().map(|v| &v.id));
        unique(r, "faults", raw.faults.iter().map(|f| &f.id));
        unique(r, "lessons", raw.lessons.iter().map(|l| &l.id));
        let faults = r.each("faults", &raw.faults, |r, fault| self.fault(r, fault));
        let cautions = r.each("cautions", &raw.cautions, |r, caution| self.caution(r, caution));
        let lessons = r.each("lessons", &raw.lessons, |r, lesson| self.lesson(r, lesson));
        self.words(r);
        Some(Exercise {
            id: raw.id.clone(),
            aliases: raw.aliases.clone(),
            article: raw.article,
            breath: breath?,
            authored_side: authored_side?,
            form: form?,
            faults: faults.into_iter().flatten().collect(),
            cautions: cautions.into_iter().flatten().collect(),
            variants,
            lessons,
            sources: sources(raw),
            words: raw.words.clone(),
        })
    }

    /// Reads a way of doing it; of a variant, what is left out is as in the base.
    fn form(
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

    fn variant(&self, r: &mut Reading, file: &VariantFile, base: Option<&Form>) -> Option<Variant> {
        r.key("id", |r| check_id(r, &file.id));
        let form = self.form(r, file.form(), Some(base?), &file.doses)?;
        Some(Variant { id: file.id.clone(), kind: file.kind, form })
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

    fn block(&self, r: &mut Reading, file: &BlockFile, scope: &Scope<'_>) -> Option<Block> {
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

    fn fault(&self, r: &mut Reading, file: &FaultFile) -> Option<FormFault> {
        r.key("id", |r| check_id(r, &file.id));
        let measure = r.key("measure", |r| read_measure(r, &file.measure));
        let bound = read_bound(r, file.above, file.below);
        if !(file.margin.is_finite() && file.margin >= 0.0) {
            r.key("margin", |r| r.wrong(file.margin.to_string(), "a number that is not negative"));
        }
        let known: Vec<&str> = self.phase_names();
        r.each("phases", &file.phases, |r, phase| {
            if !known.contains(&phase.as_str()) {
                r.wrong(format!("there is no phase `{phase}`"), format!("there are {}", known.join(", ")));
            }
        });
        let gate = match &file.while_ {
            None => Some(None),
            Some(file) => r.key("while", |r| {
                let measure = r.key("measure", |r| read_measure(r, &file.measure));
                let bound = read_bound(r, file.above, file.below);
                Some(Some(Gate { measure: measure?, bound: bound? }))
            }),
        };
        let views = r.each("views", &file.views, |r, view| {
            r.take(
                View::parse(&view.written).map_err(|e| (format!("`{}` is no view", e.found), e.accepted())),
            )
        });
        Some(FormFault {
            id: file.id.clone(),
            measure: measure?,
            between_sides: file.between_sides,
            relative_to: file.relative_to,
            share_of: file.share_of,
            bound: bound?,
            margin: file.margin,
            phases: file.phases.clone(),
            gate: gate?,
            views: views.into_iter().flatten().collect(),
            say: self.word(&file.say),
        })
    }

    fn phase_names(&self) -> Vec<&str> {
        let own = self.raw.blocks.iter().flatten();
        let variants = self.raw.variants.iter().flat_map(|variant| variant.blocks.iter().flatten());
        let mut names: Vec<&str> =
            own.chain(variants).flat_map(|block| &block.phases).map(|phase| phase.name.as_str()).collect();
        names.dedup();
        names
    }

    fn caution(&self, r: &mut Reading, file: &CautionFile) -> Option<Caution> {
        let effect = match (file.omit, &file.variant, file.range) {
            (true, None, None) => Effect::Omit,
            (false, Some(variant), None) => {
                r.key("variant", |r| self.check_variant(r, variant));
                Effect::Variant(variant.clone())
            }
            (false, None, Some(range)) => {
                r.key("range", |r| check_range(r, range));
                Effect::Range(range)
            }
            _ => {
                r.wrong("what it does is not clear", "exactly one of `omit = true`, `variant` and `range`");
                return None;
            }
        };
        Some(Caution { condition: file.condition.clone(), effect })
    }

    fn check_variant(&self, r: &mut Reading, variant: &str) {
        let names: Vec<&str> = self.raw.variants.iter().map(|v| v.id.as_str()).collect();
        if !names.contains(&variant) {
            let wanted = match closest(variant, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are {}", names.join(", ")),
            };
            r.wrong(format!("there is no variant `{variant}`"), wanted);
        }
    }

    fn lesson(&self, r: &mut Reading, file: &LessonFile) -> Lesson {
        r.key("id", |r| check_id(r, &file.id));
        if let Some(variant) = &file.variant {
            r.key("variant", |r| self.check_variant(r, variant));
        }
        Lesson {
            id: file.id.clone(),
            variant: file.variant.clone(),
            sources: file.source.as_ref().map(source_names).unwrap_or_default(),
        }
    }

    fn words(&self, r: &mut Reading) {
        for (locale, table) in &self.raw.words {
            r.key("words", |r| {
                r.key(locale, |r| {
                    if locale.parse::<unic_langid::LanguageIdentifier>().is_err() {
                        r.wrong(format!("`{locale}` is no language tag"), "one like `en` or `pt-BR`");
                    }
                    match fluent_from_table(&self.raw.id, table) {
                        Err(word) if word == "name" => r.wrong("the name is missing", "a word `name`"),
                        Err(word) => r.key(&word, |r| {
                            r.wrong(
                                format!("`{word}` cannot be used"),
                                "a key of letters, digits and hyphens with words behind it",
                            );
                        }),
                        Ok(text) => {
                            if let Err(error) = crate::Words::read(locale, &text) {
                                r.wrong(
                                    error.to_string(),
                                    "Fluent patterns; `{` and `}` only around what Fluent is to fill in",
                                );
                            }
                        }
                    }
                });
            });
        }
    }

    fn dose(&self, r: &mut Reading, key: &str, file: &DoseFile, amount: Amount) -> Option<Dose> {
        r.key(key, |r| {
            let clean = r.is_clean();
            let [min, max] = file.range.unwrap_or([file.default; 2]);
            let mut read = |key: &str, value: f64, least: f64| r.key(key, |r| amount.read(r, value, least));
            let default = read("default", file.default, amount.smallest());
            let (min, max) = (read("range", min, 0.0), read("range", max, amount.smallest()));
            let step = read("step", file.step.unwrap_or(1.0), amount.smallest());
            let gentle = file.gentle.map(|gentle| read("gentle", gentle, amount.smallest()));
            let asks = file.asks.map(|[least, most]| (read("asks", least, 0.0), read("asks", most, 0.0)));
            if !clean || !r.is_clean() {
                return None;
            }
            let dose = Dose {
                default: default?,
                min: min?,
                max: max?,
                step: step?,
                gentle: gentle.flatten(),
                asks: asks.and_then(|(least, most)| Some((least?, most?))),
            };
            if !(dose.min <= dose.default && dose.default <= dose.max) {
                r.key("range", |r| {
                    r.wrong("the usual dose lies outside its range", "least ≤ default ≤ most");
                });
                return None;
            }
            if dose.gentle.is_some_and(|gentle| gentle < dose.min || gentle > dose.default) {
                r.key("gentle", |r| {
                    r.wrong("the gentle dose lies outside", "from the least of the range to the default");
                });
                return None;
            }
            Some(dose)
        })
    }

    fn seconds(&self, r: &mut Reading, key: &str, seconds: f64) -> Option<Millis> {
        r.key(key, |r| Amount::Seconds.read(r, seconds, 0.0)).map(Millis)
    }

    fn word(&self, word: &str) -> WordKey {
        WordKey::within(&self.raw.id, word)
    }
}

/// What a dose counts.
#[derive(Clone, Copy)]
enum Amount {
    Count,
    Seconds,
}

impl Amount {
    /// The smallest amount that is not nothing.
    fn smallest(self) -> f64 {
        match self {
            Self::Count => 1.0,
            Self::Seconds => 0.1,
        }
    }

    /// Reads a number: repetitions as they are, seconds as milliseconds.
    fn read(self, r: &mut Reading, value: f64, least: f64) -> Option<u32> {
        let (per_unit, most, what) = match self {
            Self::Count => (1.0, MOST_REPETITIONS, "a whole number"),
            Self::Seconds => (1000.0, LONGEST, "seconds, to the millisecond,"),
        };
        let scaled = (value * per_unit).round();
        let exact = (scaled - value * per_unit).abs() < 1e-6;
        if !(value.is_finite() && exact && value >= least && value <= most) {
            r.wrong(value.to_string(), format!("{what} from {least} to {most}"));
            return None;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 600,000 by the check above"
        )]
        Some(scaled as u32)
    }
}

/// The postures that phases may name.
struct Scope<'a> {
    postures: &'a BTreeMap<String, Posture>,
    wardrobe: &'a Wardrobe<'a>,
}

impl Scope<'_> {
    fn posture(&self, r: &mut Reading, name: &str) -> Option<Posture> {
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

/// Returns every source that the file names, in order of the alphabet.
fn sources(raw: &ExerciseFile) -> BTreeSet<String> {
    fn of_dose<'a>(doses: impl IntoIterator<Item = &'a Option<DoseFile>>) -> Vec<Option<&'a Source>> {
        doses.into_iter().flatten().map(|dose| dose.source.as_ref()).collect()
    }
    fn of_form(form: FormFile<'_>) -> Vec<Option<&Source>> {
        let mut all: Vec<Option<&Source>> =
            form.postures.values().map(|posture| posture.source.as_ref()).collect();
        for block in form.blocks.unwrap_or_default() {
            all.push(block.source.as_ref());
            all.extend(of_dose([&block.sets, &block.repetitions, &block.hold, &block.tempo]));
            all.extend(block.phases.iter().map(|phase| phase.source.as_ref()));
        }
        all
    }
    let mut all = of_form(raw.form());
    for variant in &raw.variants {
        all.push(variant.source.as_ref());
        all.extend(
            variant
                .doses
                .values()
                .flat_map(|dose| of_dose([&dose.sets, &dose.repetitions, &dose.hold, &dose.tempo])),
        );
        all.extend(of_form(variant.form()));
    }
    all.extend(raw.faults.iter().map(|fault| fault.source.as_ref()));
    all.extend(raw.cautions.iter().map(|caution| caution.source.as_ref()));
    all.extend(raw.lessons.iter().map(|lesson| lesson.source.as_ref()));
    all.into_iter().flatten().flat_map(source_names).collect()
}

fn source_names(source: &Source) -> Vec<String> {
    match source {
        Source::One(name) => vec![name.clone()],
        Source::Several(names) => names.clone(),
    }
}

fn regions(r: &mut Reading, key: &str, list: &[Region]) -> Vec<MuscleRegion> {
    let read = r.each(key, list, |r, region| {
        r.take(
            MuscleRegion::parse(&region.0).map_err(|e| (format!("`{}` is no muscle", e.found), e.accepted())),
        )
    });
    read.into_iter().flatten().collect()
}

fn read_measure(r: &mut Reading, text: &str) -> Option<Measure> {
    r.take(Measure::parse(text).map_err(|wanted| (format!("`{text}` cannot be measured"), wanted)))
}

fn read_bound(r: &mut Reading, above: Option<f64>, below: Option<f64>) -> Option<Bound> {
    let bound = match (above, below) {
        (Some(limit), None) if limit.is_finite() => Some(Bound::Above(limit)),
        (None, Some(limit)) if limit.is_finite() => Some(Bound::Below(limit)),
        _ => None,
    };
    if bound.is_none() {
        r.wrong("the limit is not clear", "exactly one of `above` and `below`, a number");
    }
    bound
}

fn check_range(r: &mut Reading, range: f64) {
    if !(range > 0.0 && range <= 1.0) {
        r.wrong(range.to_string(), "more than 0, at most 1");
    }
}

/// Checks that a name can stand in files, commands and message keys.
pub(crate) fn check_id(r: &mut Reading, id: &str) {
    let words_and_hyphens = id
        .split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
    if !(id.starts_with(|c: char| c.is_ascii_lowercase()) && words_and_hyphens && id.len() <= 60) {
        r.wrong(
            format!("`{}`", id.chars().take(80).collect::<String>()),
            "lower-case words with hyphens between them, like `wall-angels`",
        );
    }
}

fn unique<'a>(r: &mut Reading, key: &str, ids: impl Iterator<Item = &'a String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            r.key(key, |r| r.wrong(format!("two are called `{id}`"), "a name of its own for each"));
        }
    }
}
