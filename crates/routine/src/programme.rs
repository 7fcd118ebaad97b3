//! Programmes: which exercises, at what dose, in what order, how often and until when.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use unknot_body::Side;

use crate::exercise::{Block, Dose, Form, Source, Word, check_id, read_word};
use crate::problem::{FileError, Reading, parse};
use crate::time::Millis;

/// A programme for Unknot: what somebody is to do, without a change to any exercise.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Unknot programme", rename = "Programme")]
pub(crate) struct ProgrammeFile {
    /// The programme's name for programs: lower-case words with hyphens.
    id: String,
    /// What people call it.
    name: Option<String>,
    /// How many minutes a session may take. Default 7.
    minutes: Option<f64>,
    /// In what order. Default `flow`.
    order: Option<Order>,
    /// How often and until when.
    schedule: Option<ScheduleFile>,
    /// The exercises, in the order in which they are prescribed.
    items: Vec<ItemFile>,
}

/// In what order the exercises are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Upright first, down to the floor once.
    #[default]
    Flow,
    /// As the article has them.
    Article,
    /// As the programme lists them.
    Listed,
}

/// How often and until when.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Schedule")]
struct ScheduleFile {
    /// Sessions a week.
    times_a_week: u32,
    /// For how many weeks.
    weeks: Option<u32>,
    /// Until which day, as in `2027-01-31`.
    until: Option<String>,
    /// Where the numbers come from.
    #[allow(dead_code, reason = "read by the test that every number has a source")]
    source: Option<Source>,
}

/// An exercise that is prescribed. What is left out is as the exercise has it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Item")]
struct ItemFile {
    /// The exercise's id.
    exercise: String,
    /// Which of its variants.
    variant: Option<String>,
    /// Only this side, of an exercise whose sides are done apart.
    side: Option<Word<Side>>,
    /// How many sets.
    sets: Option<f64>,
    /// How often in a set.
    repetitions: Option<f64>,
    /// How many seconds each hold lasts.
    hold: Option<f64>,
    /// Doses of single blocks, where the exercise has several.
    #[serde(default)]
    blocks: BTreeMap<String, ItemDoseFile>,
    /// Where the numbers come from.
    #[allow(dead_code, reason = "read by the test that every number has a source")]
    source: Option<Source>,
}

/// A prescribed dose of one block.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ItemDose")]
struct ItemDoseFile {
    /// How many sets.
    sets: Option<f64>,
    /// How often in a set.
    repetitions: Option<f64>,
    /// How many seconds each hold lasts.
    hold: Option<f64>,
}

/// A programme: what somebody is to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its name for programs.
    pub id: String,
    /// What people call it.
    pub name: Option<String>,
    /// How long a session may take.
    pub budget: Millis,
    /// In what order.
    pub order: Order,
    /// How often and until when.
    pub schedule: Option<Schedule>,
    /// The exercises, as prescribed.
    pub items: Vec<Item>,
}

/// How often and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Sessions a week.
    pub times_a_week: u32,
    /// For how many weeks.
    pub weeks: Option<u32>,
    /// Until which day, as in `2027-01-31`.
    pub until: Option<String>,
}

/// A prescribed exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The exercise's id.
    pub exercise: String,
    /// Which of its variants.
    pub variant: Option<String>,
    /// Only this side.
    pub side: Option<Side>,
    /// The dose of the one block that can be dosed.
    pub dose: Prescribed,
    /// Doses of single blocks by name.
    pub blocks: BTreeMap<String, Prescribed>,
}

/// A prescribed dose; what is none is as the exercise has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prescribed {
    /// How many sets.
    pub sets: Option<u32>,
    /// How often in a set.
    pub repetitions: Option<u32>,
    /// How long each hold lasts.
    pub hold: Option<Millis>,
}

impl Item {
    /// Returns the exercise as it comes, with nothing prescribed.
    #[must_use]
    pub fn of(exercise: &str) -> Self {
        Self { exercise: exercise.to_owned(), ..Self::default() }
    }

    /// Returns the way of doing the exercise with the prescribed doses in it.
    #[must_use]
    pub fn prescribe(&self, form: &Form) -> Form {
        let mut form = form.clone();
        let main = form.main_block();
        for (index, block) in form.blocks.iter_mut().enumerate() {
            let general = if Some(index) == main { self.dose } else { Prescribed::default() };
            let own = self.blocks.get(&block.id).copied().unwrap_or_default();
            if let Some(sets) = own.sets.or(general.sets) {
                block.sets = block.sets.prescribed(sets);
            }
            if let Some(repetitions) = own.repetitions.or(general.repetitions) {
                block.repetitions = block.repetitions.prescribed(repetitions);
            }
            if let (Some(Millis(hold)), Some(dose)) = (own.hold.or(general.hold), block.hold) {
                block.hold = Some(Dose::prescribed(dose, hold));
            }
        }
        form
    }
}

impl Programme {
    /// Reads and checks a programme file. Whether its exercises exist is a question for the catalogue.
    ///
    /// # Errors
    /// Something in the file is not as the format has it; the error places every problem in the text.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let raw: ProgrammeFile = parse(file, text)?;
        let mut r = Reading::default();
        r.key("id", |r| check_id(r, &raw.id));
        let minutes = raw.minutes.unwrap_or(7.0);
        if !(minutes > 0.0 && minutes <= 120.0) {
            r.key("minutes", |r| r.wrong(minutes.to_string(), "minutes, more than 0 and at most 120"));
        }
        if raw.items.is_empty() {
            r.key("items", |r| r.wrong("there are none", "at least one [[items]] with an `exercise`"));
        }
        let items = r.each("items", &raw.items, read_item);
        let schedule =
            raw.schedule.as_ref().map(|schedule| r.key("schedule", |r| read_schedule(r, schedule)));
        r.finish(file, text)?;
        Ok(Self {
            id: raw.id,
            name: raw.name,
            budget: Millis::from_seconds(minutes * 60.0),
            order: raw.order.unwrap_or_default(),
            schedule,
            items,
        })
    }

    /// Checks what only the catalogue knows: that the exercises, variants and blocks exist.
    ///
    /// # Errors
    /// One does not; the error places every problem in the text, which must be the programme's own.
    pub fn check_against(
        &self,
        catalogue: &crate::Catalogue,
        file: &str,
        text: &str,
    ) -> Result<(), FileError> {
        let mut r = Reading::default();
        r.each("items", &self.items, |r, item| {
            let Some(exercise) = catalogue.exercise(&item.exercise) else {
                let found = format!("there is no exercise `{}`", item.exercise);
                return r.key("exercise", |r| r.wrong(found, catalogue.suggest(&item.exercise)));
            };
            let Some(form) = exercise.way(item.variant.as_deref()) else {
                let names: Vec<&str> = exercise.variants.iter().map(|v| v.id.as_str()).collect();
                let wanted = if names.is_empty() {
                    "it has none".to_owned()
                } else {
                    format!("it has {}", names.join(", "))
                };
                return r
                    .key("variant", |r| r.wrong(format!("`{}` has no such variant", exercise.id), wanted));
            };
            for (id, dose) in &item.blocks {
                let block = form.blocks.iter().find(|block| block.id == *id);
                let names: Vec<&str> = form.blocks.iter().map(|block| block.id.as_str()).collect();
                r.key("blocks", |r| {
                    r.key(id, |r| match block {
                        None => r.wrong(
                            format!("`{}` has no block `{id}`", exercise.id),
                            format!("it has {}", names.join(", ")),
                        ),
                        Some(block) if dose.hold.is_some() && block.hold.is_none() => {
                            r.key("hold", |r| r.wrong("its holds have a fixed length", "no `hold` here"));
                        }
                        Some(block) => check_sets(r, dose.sets, block),
                    });
                });
            }
            let main = form.main_block().and_then(|index| form.blocks.get(index));
            if item.dose.hold.is_some() && main.is_none_or(|block| block.hold.is_none()) {
                r.key("hold", |r| {
                    r.wrong(format!("`{}` has no hold that can be chosen", exercise.id), "no `hold` here");
                });
            }
            if let Some(main) = main {
                check_sets(r, item.dose.sets, main);
            }
            if item.side.is_some() && !form.has_sides() {
                r.key("side", |r| {
                    r.wrong(format!("`{}` is done on both sides at once", exercise.id), "no `side` here");
                });
            }
        });
        r.finish(file, text)
    }
}

fn check_sets(r: &mut Reading, sets: Option<u32>, block: &Block) {
    let is_without = block.sets.default == 1 && block.sets.max == 1;
    if let Some(sets) = sets.filter(|sets| *sets > 1 && is_without) {
        let found = format!("{sets} sets, and `{}` is not done in sets", block.id);
        r.key("sets", |r| r.wrong(found, "more `repetitions`, or no `sets` here"));
    }
}

fn read_item(r: &mut Reading, file: &ItemFile) -> Item {
    let prescribed = |r: &mut Reading, dose: ItemDoseFile| {
        let mut read = |key: &str, value: Option<f64>, most: f64| {
            value.and_then(|value| r.key(key, |r| whole(r, value, most)))
        };
        Prescribed {
            sets: read("sets", dose.sets, 200.0),
            repetitions: read("repetitions", dose.repetitions, 200.0),
            hold: read("hold", dose.hold, 600.0).map(|seconds| Millis(seconds * 1000)),
        }
    };
    let whole_exercise = ItemDoseFile { sets: file.sets, repetitions: file.repetitions, hold: file.hold };
    Item {
        exercise: file.exercise.clone(),
        variant: file.variant.clone(),
        side: file.side.as_ref().and_then(|side| read_word(r, "side", side)),
        dose: prescribed(r, whole_exercise),
        blocks: r.key("blocks", |r| {
            let doses = file.blocks.iter();
            doses.map(|(id, dose)| (id.clone(), r.key(id, |r| prescribed(r, *dose)))).collect()
        }),
    }
}

fn whole(r: &mut Reading, value: f64, most: f64) -> Option<u32> {
    if !(value.fract() == 0.0 && (1.0..=most).contains(&value)) {
        r.wrong(value.to_string(), format!("a whole number from 1 to {most}"));
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 600 by the check above")]
    Some(value as u32)
}

fn read_schedule(r: &mut Reading, file: &ScheduleFile) -> Schedule {
    if !(1..=21).contains(&file.times_a_week) {
        r.key("times_a_week", |r| r.wrong(file.times_a_week.to_string(), "from 1 to 21"));
    }
    if file.weeks.is_some_and(|weeks| !(1..=104).contains(&weeks)) {
        r.key("weeks", |r| r.wrong("that many weeks", "from 1 to 104"));
    }
    if file.weeks.is_some() && file.until.is_some() {
        r.key("until", |r| r.wrong("both `weeks` and `until`", "one of them"));
    }
    if let Some(until) = file.until.as_deref().filter(|until| !is_day(until)) {
        r.key("until", |r| r.wrong(format!("`{until}`"), "a day, as in `2027-01-31`"));
    }
    Schedule { times_a_week: file.times_a_week, weeks: file.weeks, until: file.until.clone() }
}

/// Returns whether the text is a day of the calendar.
fn is_day(text: &str) -> bool {
    let number =
        |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    text.len() == 10
        && text.chars().all(|c| c.is_ascii_digit() || c == '-')
        && text.matches('-').count() == 2
        && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_days() {
        assert!(is_day("2027-01-31") && is_day("2028-02-29"));
        for wrong in [
            "2027-02-29",
            "2027-13-01",
            "27-01-01",
            "2027-01-00",
            "2027/01/31",
            "2027-1-311",
            "+027-01-01",
            "",
        ] {
            assert!(!is_day(wrong), "{wrong}");
        }
    }

    #[test]
    fn wrong_programmes_say_what_would_be_right() {
        let says = |text: &str| Programme::parse("p.toml", text).unwrap_err().to_string();
        assert!(says("id = 'x'\nitems = []").contains("at least one"));
        assert!(
            says("id = 'x'\nminutes = 0\nitems = [{exercise = 'a'}]").starts_with("p.toml:2:11: minutes: 0")
        );
        assert!(
            says("id = 'x'\nitems = [{exercise = 'a', repetitions = 2.5}]")
                .contains("items[0].repetitions: 2.5; a whole number")
        );
        assert!(says("id = 'x'\nitems = [{exercise = 'a', side = 'lft'}]").contains("did you mean `left`"));
        assert!(says("id = 'x'\norder = 'random'\nitems = []").contains("`flow`"));
        let schedule = "schedule = { times_a_week = 5, weeks = 6, until = '2027-01-31' }";
        let twice = says(&format!("id = 'x'\n{schedule}\nitems = [{{ exercise = 'a' }}]"));
        assert!(twice.contains("schedule.until: both `weeks` and `until`"), "{twice}");
        assert!(says("id = 'x'\nminutes = 5").contains("`items` is missing; at least one [[items]]"));
    }
}
