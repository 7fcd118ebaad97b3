//! What is not wrong in a file, but may not be meant.

use std::collections::BTreeSet;

use unknot_routine::{
    Between, Block, BlockSides, Catalogue, Dose, Exercise, Form, Item, Millis, Plan, Prescribed, Programme,
    Request, Sound, Timeline, Utterance,
};

use crate::known::Known;
use crate::text::seconds;

/// Postures that differ by less, in degrees, look the same.
const ALIKE: f64 = 1.0;

/// Returns what is worth a second look in an exercise.
pub(super) fn on_exercise(known: &Known, exercise: &Exercise) -> Vec<String> {
    let mut notes = unspoken(known, exercise);
    notes.extend(unused(exercise));
    notes.extend(that_lead_nowhere(&exercise.form));
    notes
}

/// Returns a note for each word that always gives way to others, where the exercise is done as usual.
fn unspoken(known: &Known, exercise: &Exercise) -> Vec<String> {
    // A catalogue of its own, in which no other exercise can have its id.
    let mut alone = Catalogue::new(known.catalogue.changes.clone(), known.catalogue.screen.clone());
    if alone.add(exercise.clone()).is_err() {
        return Vec::new();
    }
    let programme = Programme {
        id: "alone".to_owned(),
        name: None,
        budget: Millis::from_seconds(7200.0),
        order: unknot_routine::Order::Listed,
        schedule: None,
        items: vec![Item::of(&exercise.id)],
    };
    let Ok(mut plan) = Plan::make(&alone, &Request::of(&programme)) else { return Vec::new() };
    // After another exercise nobody gets up, and what is said at the end has room.
    plan.get_up = Millis::ZERO;
    for item in &mut plan.items {
        item.dose = exercise.form.default_choice();
    }
    let Ok(timeline) = Timeline::compile(&alone, &plan, known) else { return Vec::new() };
    let said = words(timeline.utterances());
    let unsaid = words(timeline.unsaid());
    let own = format!("{}.", exercise.id);
    let note = |word: &String| {
        let word = word.strip_prefix(&own).unwrap_or(word);
        format!("`{word}` is never spoken: other words are being said at that time, in the usual dose")
    };
    unsaid.difference(&said).map(note).collect()
}

fn words(utterances: &[Utterance]) -> BTreeSet<String> {
    let words = utterances.iter().filter_map(|utterance| match &utterance.sound {
        Sound::Words(phrase) => Some(phrase.key.to_string()),
        Sound::Tone(_) => None,
    });
    words.collect()
}

/// Returns a note for each word that nothing uses.
fn unused(exercise: &Exercise) -> Vec<String> {
    let used: BTreeSet<String> = exercise.word_keys().iter().map(ToString::to_string).collect();
    let written: BTreeSet<&String> = exercise.words.values().flat_map(|table| table.keys()).collect();
    let is_unused = |word: &&&String| {
        let key = format!("{}.{word}", exercise.id);
        let mut others = exercise.words.values().flat_map(|table| table.values());
        word.as_str() != "name" && !used.contains(&key) && !others.any(|other| other.contains(&key))
    };
    let unused = written.iter().filter(is_unused);
    unused.map(|word| format!("the word `{word}` is not used")).collect()
}

/// Returns a note if the repetitions do not begin where the ones before them end. Only the first block is
/// looked at: later ones may come from anywhere, as who rolls up and down begins from the middle.
fn that_lead_nowhere(form: &Form) -> Option<String> {
    let block = form.blocks.first()?;
    let end_of = |between: Between| {
        let phases = block.phases.iter().filter(move |phase| phase.between == between);
        phases.filter_map(|phase| phase.posture.as_ref()).next_back()
    };
    let ends = end_of(Between::Always)?;
    let angle = match next_turn(block)? {
        Between::Sides => match end_of(Between::Sides) {
            // Between the sides a posture is the one of the side that comes.
            Some(changed) => changed.difference(&form.start, ALIKE),
            None => ends.difference(&form.start.mirrored(), ALIKE),
        },
        between => end_of(between).unwrap_or(ends).difference(&form.start, ALIKE),
    }?;
    Some(format!(
        "the last phase of `{}` does not lead back to where the first one begins: {angle} differs",
        block.id
    ))
}

/// Returns what comes between one turn of a block and the next; none if there is but one.
fn next_turn(block: &Block) -> Option<Between> {
    match block.sides {
        BlockSides::Alternate => Some(Between::Sides),
        _ if block.repetitions.max > 1 => Some(Between::Repetitions),
        BlockSides::Each => Some(Between::Sides),
        BlockSides::Both if block.sets.max > 1 => Some(Between::Sets),
        BlockSides::Both => None,
    }
}

/// Returns a note for each dose that is prescribed outside the exercise's own range.
pub(super) fn on_programme(known: &Known, programme: &Programme) -> Vec<String> {
    programme.items.iter().flat_map(|item| outside(known, item)).collect()
}

fn outside(known: &Known, item: &Item) -> Vec<String> {
    let exercise = known.catalogue.exercise(&item.exercise);
    let Some(form) = exercise.and_then(|exercise| exercise.way(item.variant.as_deref())) else {
        return Vec::new();
    };
    let main = form.main_block();
    let mut notes = Vec::new();
    for (index, block) in form.blocks.iter().enumerate() {
        let general = if Some(index) == main { item.dose } else { Prescribed::default() };
        let own = item.blocks.get(&block.id).copied().unwrap_or_default();
        let count = |n: u32| n.to_string();
        let length = |n: u32| seconds(Millis(n).seconds());
        let doses: [(_, _, _, &dyn Fn(u32) -> String); 3] = [
            ("sets", own.sets.or(general.sets), Some(block.sets), &count),
            ("repetitions", own.repetitions.or(general.repetitions), Some(block.repetitions), &count),
            ("hold", own.hold.or(general.hold).map(|hold| hold.0), block.hold, &length),
        ];
        for (key, prescribed, dose, spell) in doses {
            let (Some(prescribed), Some(Dose { min, max, .. })) = (prescribed, dose) else { continue };
            if !(min..=max).contains(&prescribed) {
                notes.push(format!(
                    "`{}`: {key} = {} is outside the exercise's own range, {} to {}; it counts as prescribed",
                    item.exercise,
                    spell(prescribed),
                    spell(min),
                    spell(max)
                ));
            }
        }
    }
    notes
}
