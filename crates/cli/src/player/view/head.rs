//! The first line: which exercise, of how many, and how much time is left.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unknot_routine::Moment;

use super::Theme;
use crate::known::Known;
use crate::player::state::Player;
use crate::text::{shorten, whole};

/// Shorter than this a name is no longer known, in columns.
const LEAST_NAME: usize = 12;
/// Between what stands side by side, in columns.
const GAP: usize = 2;

/// Draws the line with the minutes that are left of the whole.
pub(super) fn head(
    frame: &mut Frame<'_>,
    area: Rect,
    player: &Player<'_>,
    moment: &Moment<'_>,
    theme: Theme,
) {
    let left = Span::styled(minutes_left(player.known, moment.left), theme.quiet);
    // The line of time below says the same.
    let has_room = left.width() + GAP + LEAST_NAME <= usize::from(area.width);
    let left = if has_room { left } else { Span::default() };
    draw(frame, area, player, (moment, left), theme);
}

/// Draws the line with the seconds that are left of what is done now.
pub(super) fn head_in_little(
    frame: &mut Frame<'_>,
    area: Rect,
    player: &Player<'_>,
    moment: &Moment<'_>,
    seconds: &str,
    theme: Theme,
) {
    // As wide as three digits, so that nothing moves when one goes.
    let left = Span::styled(format!("{seconds:>3}"), theme.strong);
    draw(frame, area, player, (moment, left), theme);
}

fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    player: &Player<'_>,
    (moment, left): (&Moment<'_>, Span<'static>),
    theme: Theme,
) {
    let right = u16::try_from(left.width()).unwrap_or(u16::MAX).min(area.width);
    let [title, time] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(right)]).areas(area);
    let gap = if right > 0 { GAP } else { 0 };
    let room = usize::from(title.width).saturating_sub(gap);
    let name = name_of(player, moment);
    let place = player.place().map(|(now, all)| format!("{now} {}", of(player.known, all)));
    // The name is more than its number.
    let place = place.filter(|place| {
        let for_name = room.saturating_sub(GAP + place.chars().count());
        for_name >= name.chars().count().min(LEAST_NAME)
    });
    let taken = place.as_ref().map_or(0, |place| GAP + place.chars().count());
    let name = shorten(&name, room.saturating_sub(taken));
    let mut spans = vec![Span::styled(name, theme.accent.patch(theme.strong))];
    if let Some(place) = place {
        spans.push(Span::styled(format!("{}{place}", " ".repeat(GAP)), theme.quiet));
    }
    frame.render_widget(Line::from(spans), title);
    frame.render_widget(Line::from(left), time);
}

fn of(known: &Known, all: usize) -> String {
    known.ui_number("cli-play", "repetition-of", u64::try_from(all).unwrap_or(u64::MAX))
}

fn name_of(player: &Player<'_>, moment: &Moment<'_>) -> String {
    match &moment.segment.exercise {
        Some(id) => player.known.name(id),
        None => player.known.ui("cli-intro", "get-up"),
    }
}

/// Returns the minutes left, to the nearest; in the last one only that it is the last.
fn minutes_left(known: &Known, seconds: f64) -> String {
    if seconds < 60.0 {
        return known.ui("cli-play", "last-minute");
    }
    known.ui_number("cli-play", "minutes-left", whole(seconds / 60.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_rounded_to_the_nearest() {
        let known = Known::built_in().unwrap();
        let left = |seconds| minutes_left(&known, seconds);
        assert_eq!((left(127.0), left(150.0)), ("2 minutes left".into(), "3 minutes left".into()));
        assert_eq!((left(60.0), left(59.9)), ("1 minute left".into(), "under a minute left".into()));
    }
}
