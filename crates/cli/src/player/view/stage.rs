//! The stage: where the figure will stand. Until it does, it says where the person is and what is stretched.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::text::{Line, Span, Text};
use unknot_routine::Moment;

use super::Theme;
use crate::known::Known;
use crate::text::wrap;

/// Draws the stage.
pub(super) fn stage(frame: &mut Frame<'_>, area: Rect, known: &Known, moment: &Moment<'_>, theme: Theme) {
    let segment = moment.segment;
    let width = usize::from(area.width).max(1);
    let mut lines = vec![Line::styled(known.called(segment.position), theme.quiet)];
    let mut muscles: Vec<_> = segment.lengthens.iter().map(|region| region.muscle).collect();
    muscles.dedup();
    if !muscles.is_empty() {
        lines.push(Line::default());
        let names: Vec<String> = muscles.into_iter().map(|muscle| known.called(muscle)).collect();
        let words = format!("{} {}", known.ui("cli-play", "lengthens"), names.join(", "));
        lines.extend(
            wrap(&words, width.min(36))
                .into_iter()
                .map(|line| Line::from(Span::styled(line, theme.stretched))),
        );
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let [middle] = Layout::vertical([Constraint::Length(height)]).flex(Flex::Center).areas(area);
    frame.render_widget(Text::from(lines).centered(), middle);
}
