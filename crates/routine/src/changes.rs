//! How long it takes to get from one position into another, and in which order positions flow.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use unknot_body::{Ground, Named, Position};

use crate::exercise::{Word, read_word};
use crate::problem::{FileError, Reading, parse};
use crate::time::Millis;
use crate::words::WordKey;

/// The table of position changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    flow: Vec<Position>,
    get_ready: Millis,
    seconds: BTreeMap<(Position, Position), Millis>,
    help_up: BTreeMap<Position, Vec<HelpStep>>,
}

/// A spoken step of getting up from the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpStep {
    /// The word.
    pub say: WordKey,
    /// How long it is given.
    pub length: Millis,
}

/// The changes of position.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChangesFile {
    /// The order in which a session flows through the positions; all of them, each once.
    flow: Vec<Word<Position>>,
    /// Seconds before the first exercise.
    get_ready: f64,
    /// Seconds from one exercise to the next in the same position.
    same_position: f64,
    #[allow(dead_code, reason = "read by the test that every number has a source")]
    source: String,
    changes: Vec<ChangeFile>,
    help_up: Vec<HelpUpFile>,
}

/// Seconds from one position to others.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChangeFile {
    from: Word<Position>,
    to: Vec<Word<Position>>,
    seconds: f64,
    /// Whether the way back takes as long.
    #[serde(default)]
    both_ways: bool,
}

/// Spoken steps from a position on the floor to standing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct HelpUpFile {
    from: Word<Position>,
    steps: Vec<StepFile>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StepFile {
    say: String,
    seconds: f64,
}

impl Changes {
    /// Reads and checks the table.
    ///
    /// # Errors
    /// A position is unknown or missing, two positions have no way between them, or a floor position has no
    /// help to get up from it.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let raw: ChangesFile = parse(file, text)?;
        let mut r = Reading::default();
        let flow: Vec<Position> = r.each("flow", &raw.flow, position).into_iter().flatten().collect();
        for &each in Position::ALL {
            if flow.iter().filter(|p| **p == each).count() != 1 {
                r.key("flow", |r| r.wrong(format!("`{each}` is not in it once"), "every position once"));
            }
        }
        let mut seconds = BTreeMap::new();
        r.each("changes", &raw.changes, |r, change| {
            let from = read_word(r, "from", &change.from);
            let length = length(r, "seconds", change.seconds);
            for to in r.each("to", &change.to, position).into_iter().flatten() {
                let Some(from) = from else { continue };
                seconds.insert((from, to), length);
                if change.both_ways {
                    seconds.insert((to, from), length);
                }
            }
        });
        by_way_of_others(&mut seconds);
        for &each in Position::ALL {
            seconds.insert((each, each), length(&mut r, "same_position", raw.same_position));
        }
        for (from, to) in Position::ALL.iter().flat_map(|a| Position::ALL.iter().map(move |b| (*a, *b))) {
            if !seconds.contains_key(&(from, to)) {
                r.key("changes", |r| {
                    r.wrong(format!("no way leads from {from} to {to}"), "one, directly or by way of others");
                });
            }
        }
        let mut help_up = BTreeMap::new();
        r.each("help_up", &raw.help_up, |r, help| {
            let steps = r.each("steps", &help.steps, |r, step| HelpStep {
                say: WordKey::within("help-up", &step.say),
                length: length(r, "seconds", step.seconds),
            });
            if let Some(from) = read_word(r, "from", &help.from) {
                help_up.insert(from, steps);
            }
        });
        for position in Position::ALL.iter().filter(|p| p.ground() == Ground::Floor) {
            if help_up.get(position).is_none_or(Vec::is_empty) {
                r.key("help_up", |r| {
                    r.wrong(
                        format!("nothing helps up from {position}"),
                        "steps from every position on the floor",
                    );
                });
            }
        }
        let get_ready = length(&mut r, "get_ready", raw.get_ready);
        r.finish(file, text)?;
        Ok(Self { flow, get_ready, seconds, help_up })
    }

    /// Returns the time from the beginning of a session into the first position: a person starts standing.
    #[must_use]
    pub fn begin(&self, first: Position) -> Millis {
        let there =
            if first == Position::Standing { Millis::ZERO } else { self.between(Position::Standing, first) };
        self.get_ready + there
    }

    /// Returns the time from one exercise's position into the next one's.
    #[must_use]
    pub fn between(&self, from: Position, to: Position) -> Millis {
        // Every pair is there; `parse` has seen to it.
        self.seconds.get(&(from, to)).copied().unwrap_or_default()
    }

    /// Returns the time to stand up from the last position: none where the person is on their feet, or
    /// sitting on a chair.
    #[must_use]
    pub fn get_up(&self, last: Position) -> Millis {
        match last.ground() {
            Ground::Upright => Millis::ZERO,
            Ground::Floor => self.between(last, Position::Standing),
        }
    }

    /// Returns where a position comes in the flow of a session, from 0.
    #[must_use]
    pub fn flow_rank(&self, position: Position) -> usize {
        self.flow.iter().position(|p| *p == position).unwrap_or(self.flow.len())
    }

    /// Returns every word it says.
    pub fn word_keys(&self) -> impl Iterator<Item = WordKey> {
        self.help_up.values().flatten().map(|step| step.say.clone())
    }

    /// Returns the spoken steps that help up from a position; none are needed where one is upright.
    #[must_use]
    pub fn help_up(&self, from: Position) -> &[HelpStep] {
        self.help_up.get(&from).map_or(&[], Vec::as_slice)
    }
}

fn position(r: &mut Reading, word: &Word<Position>) -> Option<Position> {
    r.take(
        Position::parse(&word.written).map_err(|e| (format!("`{}` is no position", e.found), e.accepted())),
    )
}

fn length(r: &mut Reading, key: &str, seconds: f64) -> Millis {
    if !(seconds > 0.0 && seconds <= 120.0) {
        r.key(key, |r| r.wrong(seconds.to_string(), "seconds, more than 0 and at most 120"));
    }
    Millis::from_seconds(seconds)
}

/// Fills in the pairs that have no row of their own with the shortest way over others.
fn by_way_of_others(seconds: &mut BTreeMap<(Position, Position), Millis>) {
    let given = seconds.clone();
    for &over in Position::ALL {
        for &from in Position::ALL {
            for &to in Position::ALL {
                let way = seconds.get(&(from, over)).zip(seconds.get(&(over, to))).map(|(a, b)| *a + *b);
                let Some(way) = way.filter(|_| from != to && !given.contains_key(&(from, to))) else {
                    continue;
                };
                let known = seconds.entry((from, to)).or_insert(way);
                *known = way.min(*known);
            }
        }
    }
}
