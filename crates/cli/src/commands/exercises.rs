//! `unknot exercises`.

use unknot_routine::Exercise;

use crate::args::Form;
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::shapes::ExerciseInList;
use crate::text::{Weight, hang, pad, seconds};

/// Lists the exercises: those of the article in its order, then the others by id.
pub(crate) fn run(known: &Known, form: Form) -> Result<(), Failure> {
    let mut exercises: Vec<&Exercise> = known.catalogue.exercises().collect();
    exercises.sort_by_key(|exercise| exercise.article.unwrap_or(u32::MAX));
    if form.json {
        let list: Vec<ExerciseInList> =
            exercises.iter().map(|exercise| ExerciseInList::of(known, exercise)).collect();
        return out::json(&list);
    }
    let rows: Vec<[String; 4]> = exercises.iter().map(|exercise| row(known, exercise)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let weight = Weight::of_output();
    let mut text = String::new();
    for [id, name, length, place] in &rows {
        let id = weight.bold(&pad(id, width(0)));
        let lead = format!("{id}  {}  {length:>6}  ", pad(name, width(1)));
        text.push_str(&hang(&lead, place));
    }
    out::print(&text)
}

/// Returns the id, the name, how long it takes, and where it is done with what.
fn row(known: &Known, exercise: &Exercise) -> [String; 4] {
    let form = &exercise.form;
    let needs: Vec<String> = form.needs.iter().map(|need| known.called(need.item)).collect();
    let with = if needs.is_empty() { String::new() } else { format!(" ({})", needs.join(", ")) };
    [
        exercise.id.clone(),
        known.word(exercise.name()),
        seconds(form.length(&form.default_choice(), exercise.breath, None).seconds()),
        format!("{}{with}", known.called(form.position)),
    ]
}
