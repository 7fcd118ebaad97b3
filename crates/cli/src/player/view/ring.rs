//! The ring: how much of this is left.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::canvas::{Canvas, Points};

use super::Theme;

/// Smaller than this it is no ring any more, in lines.
pub(super) const LEAST_HEIGHT: u16 = 5;
/// Larger than this it only takes room, in lines.
const MOST_HEIGHT: u16 = 13;
/// The radii of the strokes that what is left is drawn with; what has passed is only the outermost.
const RADII: [f64; 4] = [1.0, 0.97, 0.94, 0.91];
/// From stroke to stroke around the ring.
const STEPS: u32 = 720;

/// Draws the share that is left as a ring that empties clockwise, the seconds in its middle.
pub(super) fn ring(frame: &mut Frame<'_>, area: Rect, left: f64, seconds: &str, theme: Theme) {
    if !theme.unicode {
        return plain(frame, area, left, seconds, theme);
    }
    let height = area.height.min(area.width / 2).min(MOST_HEIGHT);
    if height < LEAST_HEIGHT {
        return;
    }
    // A cell is about twice as high as it is wide.
    let [row] = Layout::vertical([Constraint::Length(height)]).flex(Flex::Center).areas(area);
    let [square] = Layout::horizontal([Constraint::Length(height * 2)]).flex(Flex::Center).areas(row);
    let passed_until = (1.0 - left.clamp(0.0, 1.0)) * f64::from(STEPS);
    let point = |step: u32, radius: f64| {
        let (sine, cosine) = libm::sincos(f64::from(step) / f64::from(STEPS) * std::f64::consts::TAU);
        (sine * radius, cosine * radius)
    };
    let (passed, to_come): (Vec<u32>, Vec<u32>) =
        (0..STEPS).partition(|step| f64::from(*step) < passed_until);
    let passed: Vec<(f64, f64)> =
        passed.iter().filter(|step| *step % 12 == 0).map(|step| point(*step, 0.96)).collect();
    let to_come: Vec<(f64, f64)> =
        to_come.iter().flat_map(|step| RADII.map(|radius| point(*step, radius))).collect();
    let canvas =
        Canvas::default().marker(Marker::Braille).x_bounds([-1.04, 1.04]).y_bounds([-1.04, 1.04]).paint(
            |context| {
                context.draw(&Points { coords: &passed, color: theme.faint });
                context.layer();
                context.draw(&Points { coords: &to_come, color: theme.accent.fg.unwrap_or(Color::Reset) });
            },
        );
    frame.render_widget(canvas, square);
    let middle = Rect { y: square.y + square.height / 2, height: 1, ..square };
    let number = Line::from(Span::styled(format!("{seconds:>2}"), theme.strong)).centered();
    frame.render_widget(number, middle);
}

/// Draws the same as a bar below its number, which needs no dots.
fn plain(frame: &mut Frame<'_>, area: Rect, left: f64, seconds: &str, theme: Theme) {
    /// Longer than this it only takes room, in columns.
    const MOST: u16 = 30;
    let width = area.width.saturating_sub(2).min(MOST);
    let full = super::parts::share_of(left, width);
    let empty = usize::from(width).saturating_sub(full);
    let bar = vec![
        Span::raw("["),
        Span::styled("#".repeat(full), theme.accent),
        Span::styled("-".repeat(empty), theme.quiet),
        Span::raw("]"),
    ];
    let lines = vec![Line::styled(seconds.to_owned(), theme.strong), Line::default(), Line::from(bar)];
    let [middle] = Layout::vertical([Constraint::Length(3)]).flex(Flex::Center).areas(area);
    frame.render_widget(Text::from(lines).centered(), middle);
}
