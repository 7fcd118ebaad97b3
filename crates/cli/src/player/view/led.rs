//! The exercise that is going on, led by the figure.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Foot, TALL, Theme, WIDE, caption, foot, head, legend, parts, ring, stage, time_left};
use crate::player::figure::Figure;
use crate::player::state::Player;

/// Narrower than this the figure stands above the words, if there is room, in columns.
const BESIDE: u16 = 76;
/// Lower than this there is no room above the words, in lines.
const ABOVE: u16 = 32;
/// What the ring needs, in lines.
const RING: u16 = 8;
/// What is stretched is written where so many lines are left beside the ring.
const STAGE: u16 = 6;

/// Returns whether the terminal is large enough for a figure that can be followed.
pub(super) fn has_room(area: Rect) -> bool {
    area.width >= WIDE && area.height >= TALL
}

/// Draws the exercise with the figure.
pub(super) fn led(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, figure: &mut Figure, theme: Theme) {
    let (known, moment, state) = (player.known, player.session.moment(), player.session.state());
    let timeline = player.session.timeline();
    let keys_height = legend::height(known, state, area.width, 2);
    let [head, bar, _, block, _, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(keys_height),
    ])
    .areas(area);
    let (stands, says) = if area.width < BESIDE && area.height >= ABOVE && area.width < area.height * 2 {
        let [stands, says] = Layout::vertical([Constraint::Fill(3), Constraint::Fill(2)]).areas(block);
        (stands, says)
    } else {
        let [stands, _, says] =
            Layout::horizontal([Constraint::Fill(1), Constraint::Length(2), Constraint::Fill(1)])
                .areas(block);
        (stands, says)
    };
    let caption = caption(player, &moment, says.width);
    let caption_height = u16::try_from(caption.len()).unwrap_or(u16::MAX).clamp(2, 4);
    let remark_height = if says.width < WIDE { 2 } else { 1 };
    // The figure shows what is stretched; its name is there where there is room.
    let below = caption_height + remark_height + 4;
    let stage_height = if says.height >= below + RING + STAGE { STAGE } else { 0 };
    let [circle, names, _, words, remark, dots, _, next] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(stage_height),
        Constraint::Length(1),
        Constraint::Length(caption_height),
        Constraint::Length(remark_height),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(says);
    head::head(frame, head, player, &moment, theme);
    frame.render_widget(parts::bar(moment.left / timeline.total().seconds(), bar.width, theme), bar);
    let (left, seconds) = time_left(player, &moment);
    ring::ring(frame, circle, left, &seconds, theme);
    if stage_height > 0 {
        stage::stage(frame, names, known, timeline, &moment, theme);
    }
    foot(frame, player, &moment, caption, &Foot { words, remark, dots, next, keys }, theme);
    figure.show(frame, stands, timeline, moment.seconds);
}
