//! What pages say of an exercise, from its definition and the words.

use std::sync::Arc;

use unknot_body::MuscleRegion;
use unknot_routine::{
    Activity, Argument, Block, BlockSides, Dose, Effect, Exercise, Form, Millis, Phrase, Plan, Segment,
    Timeline, VariantKind, WordKey,
};

use crate::known::Known;

/// A part of a dose: what it is called, how much is usual, and what else is possible.
pub(crate) struct DoseWords {
    /// What it is called.
    pub(crate) name: String,
    /// How much is usual.
    pub(crate) usual: String,
    /// What a plan may choose and what the article asks for.
    pub(crate) choices: Vec<String>,
}

impl Known {
    /// Returns the exercises in the order of the article.
    pub(crate) fn by_article(&self) -> Vec<&Exercise> {
        let mut exercises: Vec<&Exercise> = self.catalogue.exercises().collect();
        exercises.sort_by_key(|exercise| exercise.article);
        exercises
    }

    /// Returns the timeline of one exercise by itself, to be looked at; none if it has no such variant.
    pub(crate) fn alone(&self, exercise: &Exercise, variant: Option<&str>) -> Option<Arc<Timeline>> {
        let plan = Plan::alone(exercise, variant)?;
        Timeline::compile(&self.catalogue, &plan, self.words()).ok().map(Arc::new)
    }

    /// Returns how long it takes at the usual dose.
    pub(crate) fn usual_length(&self, exercise: &Exercise, form: &Form) -> String {
        self.seconds(form.length(&form.default_choice(), exercise.breath, None))
    }

    /// Returns a length of time.
    pub(crate) fn seconds(&self, length: Millis) -> String {
        self.ui_value("web-dose", "seconds", length.seconds())
    }

    /// Returns the usual dose in a few words: how often, how long held.
    pub(crate) fn dose(&self, exercise: &Exercise, form: &Form) -> String {
        let Some(block) = form.main_block().and_then(|index| form.blocks.get(index)) else {
            return self.usual_length(exercise, form);
        };
        let mut parts: Vec<String> = Vec::new();
        if block.repetitions.default > 1 || block.hold.is_none() {
            parts.push(self.ui_number("web-dose", "times", block.repetitions.default));
        }
        if let Some(hold) = block.hold {
            parts.push(self.ui_value("web-dose", "held", Millis(hold.default).seconds()));
        }
        if block.sides != BlockSides::Both {
            parts.push(self.sides(block));
        }
        parts.join(", ")
    }

    fn sides(&self, block: &Block) -> String {
        match block.sides {
            BlockSides::Both => String::new(),
            BlockSides::Each => self.ui("web-dose", "each-side"),
            BlockSides::Alternate => self.ui("web-dose", "in-turn"),
        }
    }

    /// Returns everything about the dose of a block.
    pub(crate) fn doses(&self, block: &Block) -> Vec<DoseWords> {
        let times = |dose: &Dose| self.ui_number("web-dose", "times", dose.default);
        let lasting = |dose: &Dose| self.seconds(Millis(dose.default));
        let mut doses = Vec::new();
        let mut add = |name: String, usual: String, dose: &Dose, unit: f64| {
            doses.push(DoseWords { name, usual, choices: self.choices(dose, unit) });
        };
        let usual = match block.sides {
            BlockSides::Both => times(&block.repetitions),
            BlockSides::Each | BlockSides::Alternate => {
                format!("{} {}", times(&block.repetitions), self.sides(block))
            }
        };
        add(self.ui("web-dose", "how-often"), usual, &block.repetitions, 1.0);
        if block.sets.default > 1 || block.sets.count() > 1 {
            add(self.ui("web-dose", "sets"), times(&block.sets), &block.sets, 1.0);
        }
        if let Some(hold) = &block.hold {
            add(self.ui("web-dose", "hold"), lasting(hold), hold, 1000.0);
        }
        if let Some(tempo) = &block.tempo {
            add(self.ui("web-dose", "one-takes"), lasting(tempo), tempo, 1000.0);
        }
        doses
    }

    fn choices(&self, dose: &Dose, unit: f64) -> Vec<String> {
        let amount = |amount: u32| f64::from(amount) / unit;
        let range = (dose.count() > 1)
            .then(|| self.ui_range("web-dose", "can-be", amount(dose.min), amount(dose.max)));
        let gentle = dose.gentle.map(|gentle| self.ui_value("web-dose", "gently", amount(gentle)));
        let asks = dose.asks.map(|(least, most)| {
            if least == most {
                self.ui_value("web-dose", "asks", amount(least))
            } else {
                self.ui_range("web-dose", "asks-range", amount(least), amount(most))
            }
        });
        [range, gentle, asks].into_iter().flatten().collect()
    }

    /// Returns how somebody gets into position.
    pub(crate) fn getting_in(&self, form: &Form, timeline: &Timeline) -> Vec<String> {
        let Some(first) = timeline.segments().first() else { return Vec::new() };
        // The first thing done speaks of the same side.
        let phrase = |key: &WordKey| Phrase { key: key.clone(), ..first.caption.clone() };
        form.into.iter().map(|cue| self.say(&phrase(&cue.say))).collect()
    }

    /// Returns what is done, in order, each once whatever the side.
    pub(crate) fn captions(&self, timeline: &Timeline) -> Vec<String> {
        let mut captions: Vec<String> = Vec::new();
        for segment in steps(timeline) {
            let caption = self.say(&segment.caption);
            if captions.last() != Some(&caption) {
                captions.push(caption);
            }
        }
        captions
    }

    /// Returns what is needed; what may stand in for it is named after it.
    pub(crate) fn needs(&self, form: &Form) -> String {
        let or = format!(" {} ", self.ui("web-dose", "or"));
        let needs: Vec<String> = form
            .needs
            .iter()
            .map(|need| {
                let choices = std::iter::once(need.item).chain(need.or.iter().copied());
                choices.map(|kit| self.called(kit)).collect::<Vec<_>>().join(&or)
            })
            .collect();
        if needs.is_empty() { self.ui("web-dose", "nothing") } else { needs.join(", ") }
    }

    /// Returns what people call a muscle, and on which side it is meant.
    pub(crate) fn muscle(&self, region: MuscleRegion) -> String {
        let muscle = self.called(region.muscle);
        match region.side {
            None => muscle,
            Some(unknot_body::Side::Left) => format!("{muscle} ({})", self.ui("web-dose", "left")),
            Some(unknot_body::Side::Right) => format!("{muscle} ({})", self.ui("web-dose", "right")),
        }
    }

    /// Returns what a condition changes.
    pub(crate) fn effect(&self, exercise: &Exercise, effect: &Effect) -> String {
        match effect {
            Effect::Omit => self.ui("web-dose", "left-out"),
            Effect::Range(share) => self.ui_value("web-dose", "range", (share * 100.0).round()),
            Effect::Variant(variant) => self.variant(exercise, variant),
        }
    }

    /// Returns the name of a variant.
    pub(crate) fn variant(&self, exercise: &Exercise, variant: &str) -> String {
        self.word(exercise.word(&format!("variant-{variant}")))
    }

    /// Returns what a variant is for.
    pub(crate) fn kind(&self, kind: VariantKind) -> String {
        match kind {
            VariantKind::Easier => self.ui("web-dose", "easier"),
            VariantKind::Harder => self.ui("web-dose", "harder"),
            VariantKind::Substitute => self.ui("web-dose", "substitute"),
            VariantKind::AsWritten => self.ui("web-dose", "as-written"),
        }
    }

    fn ui_value(&self, message: &str, attribute: &str, n: f64) -> String {
        let key = WordKey::attribute(message, attribute);
        self.say(&Phrase::plain(key).with("n", Argument::Number(n)))
    }

    fn ui_range(&self, message: &str, attribute: &str, from: f64, to: f64) -> String {
        let phrase = Phrase::plain(WordKey::attribute(message, attribute));
        self.say(&phrase.with("from", Argument::Number(from)).with("to", Argument::Number(to)))
    }
}

/// Returns the phases of a timeline, each as it is done first.
pub(crate) fn steps(timeline: &Timeline) -> Vec<&Segment> {
    let mut steps: Vec<&Segment> = Vec::new();
    for segment in timeline.segments().iter().filter(|segment| !segment.is_change()) {
        if !steps.iter().any(|step| is_same_step(step, segment)) {
            steps.push(segment);
        }
    }
    steps
}

/// Returns whether two segments are of the same phase.
pub(crate) fn is_same_step(one: &Segment, other: &Segment) -> bool {
    match (&one.activity, &other.activity) {
        (
            Activity::Phase { block, name, .. },
            Activity::Phase { block: other_block, name: other_name, .. },
        ) => block == other_block && name == other_name,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exercise_is_told_as_its_file_has_it() {
        let known = Known::built_in().unwrap();
        let exercise = known.catalogue.exercise("levator-scapulae").unwrap();
        let timeline = known.alone(exercise, None).unwrap();
        let form = &exercise.form;
        assert_eq!(known.dose(exercise, form), "held 20 s, on each side");
        assert_eq!(known.needs(form), "chair");
        assert_eq!(
            known.getting_in(form, &timeline),
            ["Sit tall. Both feet flat on the floor.", "Right hand holds the seat, behind your hip."]
        );
        let captions = known.captions(&timeline);
        assert!(captions.contains(&"Nose to the left.".to_owned()), "{captions:?}");
        let doses = known.doses(&form.blocks[0]);
        assert!(doses.iter().any(|dose| dose.name == "Hold" && dose.usual == "20 s"));
    }

    #[test]
    fn every_way_of_every_exercise_can_be_shown() {
        let known = Known::built_in().unwrap();
        for exercise in known.by_article() {
            let variants = exercise.variants.iter().map(|variant| Some(variant.id.as_str()));
            for variant in variants.chain([None]) {
                let timeline = known.alone(exercise, variant).unwrap();
                assert!(!steps(&timeline).is_empty(), "{} {variant:?}", exercise.id);
            }
        }
    }
}
