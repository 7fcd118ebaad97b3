//! The keys that do something now.

use ratatui::text::{Line, Span, Text};
use unknot_routine::State;

use super::Theme;
use crate::known::Known;

/// Between two keys, in columns.
const GAP: usize = 3;

/// A key with its word, and how early it is needed: 0 first.
struct Entry {
    rank: usize,
    key: &'static str,
    word: String,
}

impl Entry {
    fn width(&self) -> usize {
        self.key.chars().count() + 1 + self.word.chars().count()
    }
}

/// Returns how many lines show all keys, of at most `most`.
pub(super) fn height(known: &Known, state: State, width: u16, most: u16) -> u16 {
    let entries = entries(known, state);
    let all: Vec<&Entry> = entries.iter().collect();
    u16::try_from(rows(&all, usize::from(width)).len()).unwrap_or(u16::MAX).min(most)
}

/// Returns the keys that do something now in at most so many lines, the most needed where not all fit.
pub(super) fn keys(known: &Known, state: State, (width, height): (u16, u16), theme: Theme) -> Text<'static> {
    let (width, height) = (usize::from(width), usize::from(height));
    let entries = entries(known, state);
    let chosen = (1..=entries.len()).rev().find_map(|most| {
        let chosen: Vec<&Entry> = entries.iter().filter(|entry| entry.rank < most).collect();
        // As narrow as the lines allow: two of about the same length look better than a long and a short one.
        let narrowest = (1..=width).find(|width| fits(&chosen, *width, height))?;
        Some(rows(&chosen, narrowest))
    });
    let first = || vec![entries.iter().filter(|entry| entry.rank == 0).collect()];
    let lines = chosen.unwrap_or_else(first).into_iter().map(|row| line(&row, theme));
    Text::from_iter(lines).centered()
}

/// Returns the keys in the order in which they stand.
fn entries(known: &Known, state: State) -> [Entry; 8] {
    let word = match state {
        State::Paused => known.ui("cli-keys", "go-on"),
        State::Waiting => known.ui("cli-keys", "ready"),
        _ => known.ui("cli-keys", "pause"),
    };
    [
        (2, "space", word),
        (5, "←", known.ui("cli-keys", "back")),
        (4, "→", known.ui("cli-keys", "skip")),
        (7, "s", known.ui("cli-keys", "sore")),
        (6, "e", known.ui("cli-keys", "easier")),
        (0, "h", known.ui("cli-keys", "hurts")),
        (1, "u", known.ui("cli-keys", "up")),
        (3, "q", known.ui("cli-keys", "quit")),
    ]
    .map(|(rank, key, word)| Entry { rank, key, word })
}

fn fits(entries: &[&Entry], width: usize, height: usize) -> bool {
    let rows = rows(entries, width);
    rows.len() <= height && rows.iter().all(|row| length(row) <= width)
}

/// Sets entries in rows that are not longer than a width, if no single one is.
fn rows<'a>(entries: &[&'a Entry], width: usize) -> Vec<Vec<&'a Entry>> {
    let mut rows: Vec<Vec<&Entry>> = Vec::new();
    for entry in entries {
        match rows.last_mut() {
            Some(row) if length(row) + GAP + entry.width() <= width => row.push(entry),
            _ => rows.push(vec![entry]),
        }
    }
    rows
}

fn length(row: &[&Entry]) -> usize {
    row.iter().map(|entry| entry.width() + GAP).sum::<usize>().saturating_sub(GAP)
}

fn line(row: &[&Entry], theme: Theme) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for entry in row {
        if !spans.is_empty() {
            spans.push(Span::raw(" ".repeat(GAP)));
        }
        spans.push(Span::styled(entry.key, theme.strong));
        spans.push(Span::styled(format!(" {}", entry.word), theme.quiet));
    }
    Line::from(spans)
}
