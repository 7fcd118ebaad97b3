//! The stage where there is no figure: where the person is and what is stretched, in words.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::text::{Line, Text};
use unknot_routine::{Moment, Segment, Timeline};

use super::Theme;
use crate::commands::show::muscle;
use crate::known::Known;
use crate::text::{keep, pack};

/// Names are not set wider than this, to be read at a glance.
const WIDEST: usize = 36;
/// More lines of names than this are not read.
const MOST: usize = 3;

/// Draws the stage.
pub(super) fn stage(
    frame: &mut Frame<'_>,
    area: Rect,
    known: &Known,
    timeline: &Timeline,
    moment: &Moment<'_>,
    theme: Theme,
) {
    let width = usize::from(area.width.saturating_sub(1)).clamp(1, WIDEST);
    let names = |segment: &Segment| keep(lengthens(known, segment, width), MOST, width);
    // As much room as it ever needs, so that nothing jumps when something begins to lengthen.
    let most = timeline.segments().iter().map(|segment| names(segment).len()).max().unwrap_or(0);
    let mut lines = vec![Line::styled(known.called(moment.segment.position), theme.quiet), Line::default()];
    lines.extend(names(moment.segment).into_iter().map(|line| Line::styled(line, theme.stretched)));
    let height = u16::try_from(most + 2).unwrap_or(u16::MAX).min(area.height);
    let [middle] = Layout::vertical([Constraint::Length(height)]).flex(Flex::Center).areas(area);
    frame.render_widget(Text::from(lines).centered(), middle);
}

/// Returns what lengthens, in lines that break between names.
fn lengthens(known: &Known, segment: &Segment, width: usize) -> Vec<String> {
    let mut regions = segment.lengthens.clone();
    regions.dedup();
    let mut names: Vec<String> = regions.into_iter().map(|region| muscle(known, region)).collect();
    let last = names.len().saturating_sub(1);
    names.iter_mut().take(last).for_each(|name| name.push(','));
    let Some(first) = names.first_mut() else { return names };
    *first = format!("{} {first}", known.ui("cli-play", "lengthens"));
    pack(names.iter().map(String::as_str), width)
}
