//! The small parts of the screen: the line of time, dots, keys.

use ratatui::text::{Line, Span};
use unknot_body::Sides;
use unknot_routine::Moment;

use super::Theme;
use crate::known::Known;
use crate::text::whole;

/// More repetitions than this are counted in numbers, not dots.
const MOST_DOTS: u32 = 20;

/// Returns the line of the whole session: what has passed is thin, what is left is thick.
pub(super) fn bar(left: f64, width: u16, theme: Theme) -> Line<'static> {
    let thick = share_of(left, width);
    let thin = usize::from(width).saturating_sub(thick);
    Line::from(vec![
        Span::styled("─".repeat(thin), theme.quiet),
        Span::styled("━".repeat(thick), theme.accent),
    ])
}

/// Returns how many of so many columns a share is.
pub(super) fn share_of(share: f64, width: u16) -> usize {
    usize::try_from(whole(share.clamp(0.0, 1.0) * f64::from(width))).unwrap_or_default()
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
