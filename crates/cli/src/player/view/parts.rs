//! The small parts of the screen: the line of time, dots, keys.

use ratatui::text::{Line, Span};
use unknot_body::Sides;
use unknot_routine::{Moment, State};

use super::Theme;
use crate::known::Known;

/// More repetitions than this are counted in numbers, not dots.
const MOST_DOTS: u32 = 20;

/// Returns the line of the whole session: what has passed is thin, what is left is thick.
pub(super) fn bar(left: f64, width: u16, theme: Theme) -> Line<'static> {
    let thick = crate::text::whole(left.clamp(0.0, 1.0) * f64::from(width));
    let thick = usize::try_from(thick).unwrap_or_default();
    let thin = usize::from(width).saturating_sub(thick);
    Line::from(vec![
        Span::styled("─".repeat(thin), theme.quiet),
        Span::styled("━".repeat(thick), theme.accent),
    ])
}

/// Returns how many repetitions are done and left, and whose turn it is; nothing on the way into position.
pub(super) fn dots(known: &Known, moment: &Moment<'_>, theme: Theme) -> Line<'static> {
    let segment = moment.segment;
    if segment.is_change() {
        return Line::default();
    }
    let mut spans = Vec::new();
    let side = match segment.side {
        Sides::Left => known.ui("cli-play", "left"),
        Sides::Right => known.ui("cli-play", "right"),
        Sides::Both => String::new(),
    };
    if segment.sets > 1 {
        let set = known.ui_number("cli-play", "set", segment.set.into());
        let of = known.ui_number("cli-play", "repetition-of", segment.sets.into());
        spans.push(Span::raw(format!("{set} {of}   ")));
    }
    let (now, all) = (segment.repetition, segment.repetitions);
    if all > MOST_DOTS {
        let of = known.ui_number("cli-play", "repetition-of", all.into());
        spans.push(Span::styled(format!("{now} {of}"), theme.accent));
    } else if all > 1 {
        let done = usize::try_from(now.min(all)).unwrap_or_default();
        let left = usize::try_from(all.saturating_sub(now)).unwrap_or_default();
        spans.push(Span::styled(["●"].repeat(done).join(" "), theme.accent));
        if left > 0 {
            spans.push(Span::styled(format!(" {}", ["○"].repeat(left).join(" ")), theme.quiet));
        }
    }
    if !side.is_empty() {
        let gap = if spans.is_empty() { "" } else { "   " };
        spans.push(Span::raw(format!("{gap}{side}")));
    }
    Line::from(spans).centered()
}

/// Returns the keys that do something now, the most needed first, as many as fit.
pub(super) fn keys(known: &Known, state: State, width: u16, theme: Theme) -> Line<'static> {
    let word = match state {
        State::Paused => known.ui("cli-keys", "go-on"),
        State::Waiting => known.ui("cli-keys", "ready"),
        _ => known.ui("cli-keys", "pause"),
    };
    // In the order in which they stand, each with how early it is needed.
    let all = [
        (2, "space", word),
        (5, "←", known.ui("cli-keys", "back")),
        (4, "→", known.ui("cli-keys", "skip")),
        (7, "s", known.ui("cli-keys", "sore")),
        (6, "e", known.ui("cli-keys", "easier")),
        (0, "h", known.ui("cli-keys", "hurts")),
        (1, "u", known.ui("cli-keys", "up")),
        (3, "q", known.ui("cli-keys", "quit")),
    ];
    let length = |most: i32| -> usize {
        let shown = all.iter().filter(|(rank, ..)| *rank <= most);
        shown.map(|(_, key, word)| key.chars().count() + word.chars().count() + 4).sum()
    };
    let most = (0..=7).rev().find(|most| length(*most) <= usize::from(width) + 3).unwrap_or(0);
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (_, key, word) in all.into_iter().filter(|(rank, ..)| *rank <= most) {
        if !spans.is_empty() {
            spans.push(Span::raw("   "));
        }
        spans.push(Span::styled(key, theme.strong));
        spans.push(Span::styled(format!(" {word}"), theme.quiet));
    }
    Line::from(spans).centered()
}
