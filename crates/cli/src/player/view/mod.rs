//! What the player looks like. From two metres away a person sees what to do, how long, how many, what is
//! next and how much is left; nothing else.

mod pages;
mod parts;
mod ring;
mod stage;
mod theme;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Margin, Rect};
use ratatui::text::{Line, Span, Text};
use unknot_routine::{Moment, State};

use super::state::Player;
use crate::known::Known;
use crate::text::{whole, wrap};

pub(super) use theme::Theme;

/// Narrower than this there is no room for the stage beside the ring, in columns.
const WIDE: u16 = 60;
/// Lower than this there is no room for stage and ring at all, in lines.
const TALL: u16 = 18;
/// More than this, in columns and lines, only pulls apart what belongs together.
const MOST: (u16, u16) = (120, 36);
/// Captions are not longer than this, to be read from afar.
const CAPTION: u16 = 56;

/// Draws the player.
pub(super) fn draw(frame: &mut Frame<'_>, player: &Player<'_>, theme: Theme) {
    let area = room(frame.area());
    match (player.session.state(), &player.closing) {
        (State::HelpingUp { .. }, _) => pages::helping(frame, area, player, theme),
        (State::Hurting, _) => pages::hurting(frame, area, player.known, theme),
        (_, Some(closing)) => pages::closing(frame, area, player, closing, theme),
        _ if area.height >= TALL => exercise(frame, area, player, theme),
        _ => exercise_in_little(frame, area, player, theme),
    }
}

/// Returns where to draw: the middle of a large terminal, all of a small one.
fn room(area: Rect) -> Rect {
    if area.width < WIDE {
        return area;
    }
    let [row] = Layout::vertical([Constraint::Max(MOST.1)]).flex(Flex::Center).areas(area);
    let [column] = Layout::horizontal([Constraint::Max(MOST.0)]).flex(Flex::Center).areas(row);
    column.inner(Margin::new(3, u16::from(area.height > TALL)))
}

/// Draws the exercise that is going on.
fn exercise(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, theme: Theme) {
    let (known, moment) = (player.known, player.session.moment());
    let caption = caption(player, &moment, area.width);
    let caption_height = u16::try_from(caption.len()).unwrap_or(u16::MAX).clamp(2, 4);
    let [head, bar, _, middle, _, words, dots, _, next, _, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(caption_height),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    draw_head(frame, head, player, &moment, theme);
    let total = player.session.timeline().total().seconds();
    frame.render_widget(parts::bar(moment.left / total, bar.width, theme), bar);
    let (left, seconds) = time_left(player, &moment);
    if area.width >= WIDE {
        let [stage_area, ring_area] =
            Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(middle);
        stage::stage(frame, stage_area, known, &moment, theme);
        ring::ring(frame, ring_area, left, &seconds, theme);
    } else {
        ring::ring(frame, middle, left, &seconds, theme);
    }
    frame.render_widget(Text::from(caption).style(theme.strong).centered(), words);
    frame.render_widget(parts::dots(known, &moment, theme), dots);
    frame.render_widget(draw_next(player, &moment, theme), next);
    frame.render_widget(parts::keys(known, player.session.state(), keys.width, theme), keys);
}

/// Draws the same without stage and ring: how long is a number beside the name.
fn exercise_in_little(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, theme: Theme) {
    let (known, moment) = (player.known, player.session.moment());
    let mut caption = caption(player, &moment, area.width);
    let most = area.height.saturating_sub(3).max(1);
    caption.truncate(usize::from(most));
    // Two lines even for one, so that nothing else moves when the caption does.
    let height = u16::try_from(caption.len()).unwrap_or(most).max(most.min(2));
    let (has_bar, has_next) = (area.height >= 9, area.height >= 7);
    let [head, bar, _, words, dots, next, _, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(u16::from(has_bar)),
        Constraint::Fill(u16::from(has_bar)),
        Constraint::Length(height),
        Constraint::Length(1),
        Constraint::Length(u16::from(has_next)),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(area);
    let (_, seconds) = time_left(player, &moment);
    let [name, number] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(3)]).areas(head);
    frame.render_widget(Line::styled(name_of(player, &moment), theme.accent.patch(theme.strong)), name);
    frame.render_widget(Line::styled(seconds, theme.strong).right_aligned(), number);
    if has_bar {
        let total = player.session.timeline().total().seconds();
        frame.render_widget(parts::bar(moment.left / total, bar.width, theme), bar);
    }
    frame.render_widget(Text::from(caption).style(theme.strong).centered(), words);
    frame.render_widget(parts::dots(known, &moment, theme), dots);
    frame.render_widget(draw_next(player, &moment, theme), next);
    frame.render_widget(parts::keys(known, player.session.state(), keys.width, theme), keys);
}

/// Returns the share and the seconds that are left of what is going on; who is waited for has all the time.
fn time_left(player: &Player<'_>, moment: &Moment<'_>) -> (f64, String) {
    match player.session.state() {
        State::Waiting => (0.0, String::new()),
        // The last second is 1, not 0.
        _ => (1.0 - moment.fraction, format!("{}", whole((moment.segment_left - 1e-6).ceil().max(0.0)))),
    }
}

fn draw_head(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, moment: &Moment<'_>, theme: Theme) {
    let left = minutes_left(player.known, moment.left);
    let width = u16::try_from(left.chars().count()).unwrap_or(u16::MAX);
    let [name, time] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(width)]).areas(area);
    frame.render_widget(Line::styled(name_of(player, moment), theme.accent.patch(theme.strong)), name);
    frame.render_widget(Line::styled(left, theme.quiet), time);
}

fn name_of(player: &Player<'_>, moment: &Moment<'_>) -> String {
    match &moment.segment.exercise {
        Some(id) => player.known.name(id),
        None => player.known.ui("cli-intro", "get-up"),
    }
}

/// Returns the minutes left, rounded up, so that the number changes once a minute.
fn minutes_left(known: &Known, seconds: f64) -> String {
    if seconds < 60.0 {
        return known.ui("cli-play", "last-minute");
    }
    known.ui_number("cli-play", "minutes-left", whole((seconds / 60.0 - 1e-6).ceil()))
}

/// Returns what is to be done now, in lines.
fn caption(player: &Player<'_>, moment: &Moment<'_>, width: u16) -> Vec<Line<'static>> {
    let known = player.known;
    let words = match (player.session.state(), player.remark()) {
        (_, Some(remark)) => remark.to_owned(),
        (State::Paused, None) => {
            format!("{}. {}", known.ui("cli-play", "paused"), known.ui("cli-play", "paused-help"))
        }
        (State::Waiting, None) => {
            format!("{} {}", known.ui("cli-play", "waiting"), known.ui("cli-play", "waiting-help"))
        }
        _ => known.say(moment.caption),
    };
    wrap(&words, usize::from(width.min(CAPTION)).max(1)).into_iter().map(Line::from).collect()
}

fn draw_next(player: &Player<'_>, moment: &Moment<'_>, theme: Theme) -> Line<'static> {
    let known = player.known;
    let has_get_up = player.session.plan().get_up.seconds() > 0.0;
    let words = match moment.next {
        Some(id) => {
            let next = Span::styled(format!("{}  ", known.ui("cli-play", "next")), theme.quiet);
            return Line::from(vec![next, Span::raw(known.name(id))]).centered();
        }
        None if moment.segment.item.is_none() => String::new(),
        None if has_get_up => known.ui("cli-play", "next-get-up"),
        None => known.ui("cli-play", "last"),
    };
    Line::styled(words, theme.quiet).centered()
}
