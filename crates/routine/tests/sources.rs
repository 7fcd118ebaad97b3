//! Every number in the content says where it comes from, and every source it names is known. Read from the TOML
//! as it stands, so that no reader of the files can forget one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeSet;

use toml::{Table, Value};
use unknot_routine::Exercise;

/// Tables of an exercise that say where they come from even where they hold no number.
const PARTS: &[&str] = &["postures", "blocks", "faults", "cautions", "variants", "lessons"];

/// Keys whose numbers are no findings, and that stand in no table with a source: the number in the article and
/// when something is announced; how long a session may take, which is a choice.
const NO_FINDINGS: &[&str] = &["article", "into", "minutes"];

/// What is wrong with the sources of a file, and which it names.
#[derive(Default)]
struct Found {
    missing: Vec<String>,
    named: BTreeSet<String>,
}

impl Found {
    /// Looks through a table, which may inherit the source of the one around it.
    fn table(&mut self, path: &str, table: &Table, inherited: bool) {
        let own: Vec<&str> = match table.get("source") {
            None => Vec::new(),
            Some(Value::String(id)) => vec![id.as_str()],
            Some(Value::Array(ids)) => ids.iter().map(|id| id.as_str().unwrap_or_default()).collect(),
            Some(other) => panic!("{path}: {other:?} is no source"),
        };
        let sourced = inherited || !own.is_empty();
        self.named.extend(own.into_iter().map(str::to_owned));
        for (key, value) in table.iter().filter(|(key, _)| *key != "source") {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            if inherited || !NO_FINDINGS.contains(&path.as_str()) {
                self.value(&path, value, sourced);
            }
        }
    }

    fn value(&mut self, path: &str, value: &Value, sourced: bool) {
        match value {
            Value::Table(table) => self.table(path, table, sourced),
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.value(&format!("{path}.{index}"), value, sourced);
                }
            }
            Value::Integer(_) | Value::Float(_) if !sourced => self.missing.push(path.to_owned()),
            _ => {}
        }
    }
}

fn found(text: &str) -> (Table, Found) {
    let table: Table = text.parse().unwrap();
    let mut found = Found::default();
    found.table("", &table, false);
    (table, found)
}

fn known() -> BTreeSet<String> {
    let sources: Table = unknot_content::SOURCES.text.parse().unwrap();
    for (id, citation) in &sources {
        assert!(citation.as_str().is_some_and(|citation| citation.len() > 10), "{id} cites nothing");
    }
    sources.into_iter().map(|(id, _)| id).collect()
}

fn other_files() -> impl Iterator<Item = unknot_content::File> {
    let single = [unknot_content::CHANGES, unknot_content::RULES, unknot_content::SCREEN];
    unknot_content::PROGRAMMES.iter().copied().chain(single)
}

#[test]
fn every_number_says_where_it_comes_from() {
    for file in unknot_content::EXERCISES.iter().copied().chain(other_files()) {
        let (_, found) = found(file.text);
        assert_eq!(found.missing, Vec::<String>::new(), "{}", file.path);
        // A prescription of what the exercise files have already holds no number of its own.
        let is_plain = file.path.starts_with("programmes/") && !file.text.contains("[schedule]");
        assert_eq!(found.named.is_empty(), is_plain, "{}", file.path);
    }
}

/// Also what holds no number: a caution that leaves an exercise out, a lesson that says why.
#[test]
fn every_part_of_an_exercise_says_where_it_comes_from() {
    for file in unknot_content::EXERCISES {
        let (table, _) = found(file.text);
        for part in PARTS {
            let members: Vec<(String, &Value)> = match table.get(*part) {
                None => Vec::new(),
                Some(Value::Table(named)) => {
                    named.iter().map(|(name, value)| (name.clone(), value)).collect()
                }
                Some(Value::Array(list)) => {
                    list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
                }
                Some(other) => panic!("{}: {part}: {other:?}", file.path),
            };
            for (name, member) in members {
                assert!(member.get("source").is_some(), "{}: {part}.{name} has no source", file.path);
            }
        }
        assert!(
            ["postures", "blocks", "faults"].iter().all(|part| table.contains_key(*part)),
            "{}",
            file.path
        );
    }
}

#[test]
fn every_source_that_is_named_is_known() {
    let known = known();
    assert!(known.contains("judgement") && known.contains("article"));
    for file in unknot_content::EXERCISES.iter().copied().chain(other_files()) {
        let (_, found) = found(file.text);
        let unknown: Vec<&String> = found.named.difference(&known).collect();
        assert_eq!(unknown, Vec::<&String>::new(), "{}", file.path);
    }
}

/// Gives every `source` of a file a name of its own; returns how many there are.
fn renamed(text: &str) -> (String, usize) {
    let mut parts = text.split("source = ");
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for part in parts {
        let quoted = part.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let listed = part.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (_, rest) = quoted.or(listed).unwrap();
        renamed.push_str(&format!("source = 's{count}'{rest}"));
        count += 1;
    }
    (renamed, count)
}

/// Wherever in its file a source is named, it is among those that are listed below the exercise.
#[test]
fn an_exercise_knows_every_source_of_its_file() {
    for file in unknot_content::EXERCISES {
        let (text, count) = renamed(file.text);
        assert!(count > 10, "{}: {count} sources", file.path);
        let exercise = Exercise::parse(file.path, &text).unwrap();
        let all: BTreeSet<String> = (0..count).map(|n| format!("s{n}")).collect();
        assert_eq!(exercise.sources, all, "{}", file.path);
    }
}

/// The check itself: it finds what is missing, and a table lends its source to those within.
#[test]
fn a_number_without_a_source_is_found() {
    let missing = |text: &str| found(text).1.missing;
    assert_eq!(missing("article = 3\nminutes = 7\ninto = [{ before = 4 }]"), Vec::<String>::new());
    assert_eq!(missing("breath = 4"), ["breath"]);
    assert_eq!(missing("[postures.tall]\nhip = { flexion = 90 }"), ["postures.tall.hip.flexion"]);
    assert_eq!(missing("[postures.tall]\nsource = 'x'\nhip = { flexion = 90 }"), Vec::<String>::new());
    assert_eq!(missing("[[blocks]]\nphases = [{ seconds = 2.5 }]"), ["blocks.0.phases.0.seconds"]);
    assert_eq!(missing("[[blocks]]\nsource = ['x']\nphases = [{ seconds = 2.5 }]"), Vec::<String>::new());
    assert_eq!(missing("[[blocks]]\nsource = []\nhold = { range = [1, 2] }").len(), 2);
    assert_eq!(missing("[[variants]]\nrange = 0.5"), ["variants.0.range"]);
}
