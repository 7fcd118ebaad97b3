//! The files of the content, damaged in thousands of ways: never a panic, and every error can be shown.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

use std::time::{Duration, Instant};

use unknot_routine::{Exercise, FileError, Programme};

mod sound;

const ROUNDS: usize = 4000;

/// A small generator of random numbers, so that every run damages the files in the same ways.
/// (SplitMix64, Steele, Lea and Flood 2014.)
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }
}

/// What a number is replaced by.
const NUMBERS: &[&str] = &[
    "inf",
    "-inf",
    "nan",
    "-1",
    "0",
    "1e308",
    "1e-308",
    "0.0005",
    "18446744073709551616",
    "\"\"",
    "[]",
    "{}",
];

/// What is put where it does not belong.
const STRAYS: &[&str] =
    &["é", "\u{1f9d8}", "\0", "\u{1b}[31m", "\"", "'''", "[", "]]", "{", "=", ".", "\r\n", "# "];

/// Splits into runs of letters and digits and what lies between them.
fn tokens(text: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let mut tokens: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| before != is_word(c)) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(is_word(c));
    }
    tokens.push(&text[start..]);
    tokens
}

/// Returns a place between two characters.
fn boundary(dice: &mut Dice, text: &str) -> usize {
    let mut at = dice.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Damages a text in one way; `other` lends what is mixed in.
fn damage(dice: &mut Dice, text: &str, other: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    match dice.below(8) {
        0 => text[..boundary(dice, text)].to_owned(),
        1 => {
            let mut bytes = text.as_bytes().to_vec();
            let at = dice.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
        2 => {
            let at = boundary(dice, text);
            [&text[..at], dice.pick(STRAYS), &text[at..]].concat()
        }
        3 => {
            let first = dice.below(lines.len());
            let last = (first + 1 + dice.below(5)).min(lines.len());
            lines.drain(first..last);
            lines.join("\n")
        }
        4 => {
            let line = dice.pick(&lines);
            lines.insert(dice.below(lines.len()), line);
            lines.join("\n")
        }
        5 => {
            let line = dice.pick(&other.lines().collect::<Vec<_>>());
            lines.insert(dice.below(lines.len()), line);
            lines.join("\n")
        }
        6 => {
            let mut parts = tokens(text);
            let numbers: Vec<usize> =
                (0..parts.len()).filter(|&at| parts[at].parse::<f64>().is_ok()).collect();
            if let Some(&at) = numbers.get(dice.below(numbers.len())) {
                parts[at] = dice.pick(NUMBERS);
            }
            parts.concat()
        }
        _ => {
            let mut parts = tokens(text);
            let at = dice.below(parts.len());
            parts[at] = dice.pick(&tokens(other));
            parts.concat()
        }
    }
}

fn survives<T>(files: &[unknot_content::File], parse: impl Fn(&str) -> Result<T, FileError>) {
    let mut dice = Dice(7);
    let texts: Vec<&str> = files.iter().map(|file| file.text).collect();
    let mut refused = 0;
    for _ in 0..ROUNDS {
        let mut text = dice.pick(&texts).to_owned();
        for _ in 0..=dice.below(3) {
            let other = dice.pick(&texts);
            text = damage(&mut dice, &text, other);
        }
        let begun = Instant::now();
        if let Err(error) = parse(&text) {
            refused += 1;
            sound::assert_sound(&error, &text);
        }
        assert!(begun.elapsed() < Duration::from_secs(2), "this takes too long to read:\n{text}");
    }
    assert!(refused > ROUNDS / 4, "only {refused} of {ROUNDS} were refused: the damage is too gentle");
}

#[test]
fn damaged_exercises_are_refused_with_reasons() {
    survives(unknot_content::EXERCISES, |text| Exercise::parse("damaged.toml", text));
}

#[test]
fn damaged_programmes_are_refused_with_reasons() {
    survives(unknot_content::PROGRAMMES, |text| Programme::parse("damaged.toml", text));
}

/// Reads a file that was written to take long or to exhaust the stack, and returns what is said about it.
fn refusal(text: &str) -> String {
    let begun = Instant::now();
    let error = Exercise::parse("hostile.toml", text).expect_err("nobody can do this exercise");
    sound::assert_sound(&error, text);
    assert!(begun.elapsed() < Duration::from_secs(5), "it took {:?}", begun.elapsed());
    error.to_string()
}

#[test]
fn a_long_chain_of_postures_is_refused() {
    let mut text = String::from("id = 'x'\nposition = 'standing'\nstart = 'p0'\n[postures.p0]\n");
    for n in 1..10_000 {
        text.push_str(&format!("[postures.p{n}]\nfrom = 'p{}'\n", n - 1));
    }
    refusal(&text);
}

#[test]
fn deep_nesting_is_refused() {
    refusal(&format!("a = {}", "[".repeat(20_000)));
    refusal(&format!("a = {}", "{a=".repeat(20_000)));
    refusal(&format!("{}a = 1", "a.".repeat(20_000)));
}

#[test]
fn a_dose_with_too_many_choices_is_refused() {
    let block = |n: usize| {
        format!(
            "[[blocks]]\nid = 'b{n}'\nrepetitions = {{ default = 1, range = [1, 200] }}\n\
             hold = {{ default = 1, range = [1, 600], step = 0.1 }}\n\
             [[blocks.phases]]\nname = 'hold'\nkind = 'hold'\ncaption = 'stay'\n"
        )
    };
    let blocks: String = (0..8).map(block).collect();
    let said =
        refusal(&format!("id = 'x'\nposition = 'standing'\nstart = 'tall'\n[postures.tall]\n{blocks}"));
    assert!(said.contains("choices"), "{said}");
}

#[test]
fn a_file_that_would_take_minutes_is_refused() {
    let postures: String = (0..4000).map(|n| format!("[postures.p{n}]\n")).collect();
    let variants: String = (0..400).map(|n| format!("[[variants]]\nid='v{n}'\nkind='easier'\n")).collect();
    let head = "id = 'x'\nposition = 'standing'\nstart = 'p0'\n";
    let said = refusal(&format!("{head}{postures}{variants}"));
    assert!(said.contains("variants: there are 400 variants; at most 40"), "{said}");
    let said = refusal(&format!("{head}# {}", "long ".repeat(100_000)));
    assert!(said.contains("at most 262144"), "{said}");
}

#[test]
fn many_problems_are_not_all_told() {
    let faults: String = (0..5_000).map(|n| format!("[[faults]]\nid = 'f{n}'\nmeasure = 'm{n}'\nmargin = 1\nviews = []\nsay = 'x'\nphases = ['q{n}']\n")).collect();
    let said = refusal(&format!("id = 'x'\nposition = 'standing'\n{faults}"));
    assert!(said.lines().count() <= 100, "{} lines", said.lines().count());
}

#[test]
fn what_a_file_holds_cannot_take_over_the_terminal() {
    let said = refusal("id = \"a\\u001B[2J\\nb\"\nposition = 'standing'\n");
    assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
}
