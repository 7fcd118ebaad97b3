//! Which sources a file names.

use std::collections::BTreeSet;

use crate::exercise::file::{DoseFile, ExerciseFile, FormFile, Source};

/// Returns every source that the file names, in order of the alphabet.
pub(super) fn of(raw: &ExerciseFile) -> BTreeSet<String> {
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
    all.into_iter().flatten().flat_map(names).collect()
}

/// Returns the names that stand in one `source`.
pub(super) fn names(source: &Source) -> Vec<String> {
    match source {
        Source::One(name) => vec![name.clone()],
        Source::Several(names) => names.clone(),
    }
}
