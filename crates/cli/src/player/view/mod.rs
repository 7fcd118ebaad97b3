//! What the player looks like. From two metres away a person sees what to do, how long, how many, what is
//! next and how much is left; nothing else.

mod ascii;
mod head;
mod led;
mod legend;
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

use super::figure::Figure;
use super::state::Player;
use crate::text::{keep, shorten, whole, wrap};

pub(super) use theme::{Colors, Theme};

/// Narrower than this there is no room for the stage beside the ring, in columns.
const WIDE: u16 = 60;
/// Lower than this there is no room for stage and ring at all, in lines.
const TALL: u16 = 18;
/// More than this, in columns and lines, only pulls apart what belongs together.
const MOST: (u16, u16) = (120, 36);
/// Captions are not longer than this, to be read from afar.
const CAPTION: u16 = 56;

/// Draws the player, with a figure if there is one and room for it.
pub(super) fn draw(frame: &mut Frame<'_>, player: &Player<'_>, figure: Option<&mut Figure>, theme: Theme) {
    let area = room(frame.area());
    match (player.session.state(), &player.closing) {
        (State::HelpingUp { .. }, _) => pages::helping(frame, area, player, theme),
        (State::Hurting, _) => pages::hurting(frame, area, player.known, theme),
        (_, Some(closing)) => pages::closing(frame, area, player, closing, theme),
        _ if led::has_room(frame.area())
            && let Some(figure) = figure =>
        {
            led::led(frame, area, player, figure, theme);
        }
        _ if area.height >= TALL => exercise(frame, area, player, theme),
        _ => exercise_in_little(frame, area, player, theme),
    }
    if !theme.unicode {
        ascii::only_ascii(frame.buffer_mut());
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
    let (known, moment, state) = (player.known, player.session.moment(), player.session.state());
    let caption = caption(player, &moment, area.width);
    let caption_height = u16::try_from(caption.len()).unwrap_or(u16::MAX).clamp(2, 4);
    // Its place is kept, so that nothing moves when something is remarked.
    let remark_height = if area.width < WIDE { 2 } else { 1 };
    let keys_height = legend::height(known, state, area.width, 2);
    let [head, bar, _, middle, _, words, remark, dots, _, next, _, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(caption_height),
        Constraint::Length(remark_height),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(keys_height),
    ])
    .areas(area);
    head::head(frame, head, player, &moment, theme);
    let total = player.session.timeline().total().seconds();
    frame.render_widget(parts::bar(moment.left / total, bar.width, theme), bar);
    let (left, seconds) = time_left(player, &moment);
    if area.width >= WIDE {
        let [stage_area, ring_area] =
            Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(middle);
        stage::stage(frame, stage_area, known, player.session.timeline(), &moment, theme);
        ring::ring(frame, ring_area, left, &seconds, theme);
    } else {
        ring::ring(frame, middle, left, &seconds, theme);
    }
    foot(frame, player, &moment, caption, &Foot { words, remark, dots, next, keys }, theme);
}

/// Draws the same without stage and ring: how long is a number beside the name.
fn exercise_in_little(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, theme: Theme) {
    let (known, moment, state) = (player.known, player.session.moment(), player.session.state());
    let caption = caption(player, &moment, area.width);
    let (has_bar, has_next) = (area.height >= 9, area.height >= 7);
    let keys_height = if has_bar { legend::height(known, state, area.width, 2) } else { 1 };
    // What is left beside the head and the keys is for words: first for what is to be done.
    let room = area.height.saturating_sub(1 + u16::from(has_bar) + keys_height);
    let remark = player.remark().map(|remark| lines(&remark, area.width)).unwrap_or_default();
    let remark_height = u16::try_from(remark.len()).unwrap_or(room).min(room.saturating_sub(1));
    // Two lines even for one, so that nothing else moves when the caption does.
    let most = room.saturating_sub(remark_height.max(1)).max(1);
    let caption_height = u16::try_from(caption.len()).unwrap_or(most).max(2).min(most);
    let rest = room.saturating_sub(caption_height + remark_height);
    let [head, bar, _, words, remark, dots, next, _, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(u16::from(has_bar)),
        Constraint::Fill(u16::from(has_bar)),
        Constraint::Length(caption_height),
        Constraint::Length(remark_height),
        Constraint::Length(rest.min(1)),
        Constraint::Length(u16::from(has_next && rest > 1)),
        Constraint::Fill(1),
        Constraint::Length(keys_height),
    ])
    .areas(area);
    let (_, seconds) = time_left(player, &moment);
    head::head_in_little(frame, head, player, &moment, &seconds, theme);
    if has_bar {
        let total = player.session.timeline().total().seconds();
        frame.render_widget(parts::bar(moment.left / total, bar.width, theme), bar);
    }
    foot(frame, player, &moment, caption, &Foot { words, remark, dots, next, keys }, theme);
}

/// Where what stands below everything else goes.
struct Foot {
    words: Rect,
    remark: Rect,
    dots: Rect,
    next: Rect,
    keys: Rect,
}

/// Draws what is to be done, what is remarked, how many, what is next and the keys.
fn foot(
    frame: &mut Frame<'_>,
    player: &Player<'_>,
    moment: &Moment<'_>,
    caption: Vec<String>,
    areas: &Foot,
    theme: Theme,
) {
    let (known, state, keys) = (player.known, player.session.state(), areas.keys);
    draw_lines(frame, areas.words, caption, theme);
    draw_remark(frame, areas.remark, player, theme);
    frame.render_widget(parts::dots(known, moment, theme), areas.dots);
    frame.render_widget(draw_next(player, moment, areas.next.width, theme), areas.next);
    frame.render_widget(legend::keys(known, state, (keys.width, keys.height), theme), keys);
}

/// Returns the share and the seconds that are left of what is going on; who is waited for has all the time.
fn time_left(player: &Player<'_>, moment: &Moment<'_>) -> (f64, String) {
    match player.session.state() {
        State::Waiting => (0.0, String::new()),
        // The last second is 1, not 0.
        _ => (1.0 - moment.fraction, format!("{}", whole((moment.segment_left - 1e-6).ceil().max(0.0)))),
    }
}

/// Returns what is to be done now, in lines.
fn caption(player: &Player<'_>, moment: &Moment<'_>, width: u16) -> Vec<String> {
    lines(&player.known.say(moment.caption), width)
}

fn lines(words: &str, width: u16) -> Vec<String> {
    wrap(words, usize::from(width.min(CAPTION)).max(1))
}

/// Draws as many lines as there is room for, in the middle; "…" says that there are more.
fn draw_lines(frame: &mut Frame<'_>, area: Rect, lines: Vec<String>, theme: Theme) {
    let kept = keep(lines, usize::from(area.height), usize::from(area.width.min(CAPTION)));
    let lines = kept.into_iter().map(Line::from);
    frame.render_widget(Text::from_iter(lines).style(theme.strong).centered(), area);
}

/// Draws what is remarked, below what is to be done and never over it.
fn draw_remark(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, theme: Theme) {
    if let Some(remark) = player.remark() {
        let quiet = Theme { strong: theme.accent, ..theme };
        draw_lines(frame, area, lines(&remark, area.width), quiet);
    }
}

fn draw_next(player: &Player<'_>, moment: &Moment<'_>, width: u16, theme: Theme) -> Line<'static> {
    let known = player.known;
    let has_get_up = player.session.plan().get_up.seconds() > 0.0;
    let next = match moment.next {
        Some(id) => known.name(id),
        None if moment.segment.item.is_none() => return Line::default(),
        None if has_get_up => known.ui("cli-intro", "get-up"),
        None => return Line::styled(known.ui("cli-play", "last"), theme.quiet).centered(),
    };
    let lead = Span::styled(format!("{}  ", known.ui("cli-play", "next")), theme.quiet);
    let next = shorten(&next, usize::from(width).saturating_sub(lead.width()));
    Line::from(vec![lead, Span::raw(next)]).centered()
}
