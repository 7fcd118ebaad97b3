//! The pages that are no exercise: it hurts, help me up, the end.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use unknot_routine::{End, Hurt};

use super::Theme;
use crate::known::Known;
use crate::player::closing::{Closing, Step, Told};
use crate::player::state::Player;
use crate::text::wrap;

/// Lines are not longer than this, to be read from afar.
const WIDEST: u16 = 64;

/// Text in a column in the middle of the screen.
struct Column {
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Column {
    fn new(area: Rect) -> Self {
        Self { width: usize::from(area.width.saturating_sub(2).min(WIDEST)).max(1), lines: Vec::new() }
    }

    fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    fn say(&mut self, text: &str, style: Style) {
        self.lines.extend(wrap(text, self.width).into_iter().map(|line| Line::styled(line, style)));
    }

    /// Adds a choice: a key, and words that hang beside it.
    fn choice(&mut self, key: &str, words: &str, theme: Theme) {
        for (index, line) in wrap(words, self.width.saturating_sub(3).max(1)).into_iter().enumerate() {
            let lead = if index == 0 { format!("{key}  ") } else { "   ".to_owned() };
            self.lines.push(Line::from(vec![
                ratatui::text::Span::styled(lead, theme.accent.patch(theme.strong)),
                ratatui::text::Span::raw(line),
            ]));
        }
    }

    /// Draws the column; where there is not room for all of it, without its empty lines.
    fn draw(mut self, frame: &mut Frame<'_>, area: Rect) {
        if self.lines.len() > usize::from(area.height) {
            self.lines.retain(|line| line.width() > 0);
        }
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).min(area.height);
        let width = u16::try_from(self.width).unwrap_or(u16::MAX).min(area.width);
        let [row] = Layout::vertical([Constraint::Length(height)]).flex(Flex::Center).areas(area);
        let [column] = Layout::horizontal([Constraint::Length(width)]).flex(Flex::Center).areas(row);
        frame.render_widget(ratatui::text::Text::from(self.lines), column);
    }
}

/// Draws the question how it hurts.
pub(super) fn hurting(frame: &mut Frame<'_>, area: Rect, known: &Known, theme: Theme) {
    let mut column = Column::new(area);
    column.say(&known.ui("cli-hurt", "question"), theme.accent.patch(theme.strong));
    column.gap();
    for (number, hurt) in (1..).zip(Hurt::ALL) {
        column.choice(&format!("{number}"), &known.word(hurt.question()), theme);
    }
    column.choice("n", &known.ui("cli-hurt", "none"), theme);
    column.gap();
    column.choice("u", &known.ui("cli-keys", "up"), theme);
    column.draw(frame, area);
}

/// Draws the step of getting up.
pub(super) fn helping(frame: &mut Frame<'_>, area: Rect, player: &Player<'_>, theme: Theme) {
    let known = player.known;
    let mut column = Column::new(area);
    column.say(&known.ui("cli-play", "helping"), theme.accent.patch(theme.strong));
    column.gap();
    if let Some(step) = player.session.help_step() {
        column.say(&known.word(step.say.clone()), theme.strong);
        column.gap();
    }
    column.say(&known.ui("cli-play", "helping-help"), theme.quiet);
    column.draw(frame, area);
}

/// Draws the end.
pub(super) fn closing(
    frame: &mut Frame<'_>,
    area: Rect,
    player: &Player<'_>,
    closing: &Closing,
    theme: Theme,
) {
    let known = player.known;
    let mut column = Column::new(area);
    if closing.end == End::Finished {
        column.say(&known.ui("cli-closing", "finished"), theme.accent.patch(theme.strong));
        column.gap();
    }
    match closing.step {
        Step::Pain => {
            column.say(&format!("{} {}▏", known.ui("cli-closing", "pain"), closing.typed), theme.strong);
            column.say(&known.ui("cli-closing", "pain-help"), theme.quiet);
        }
        Step::Worse => {
            column.say(&known.ui("cli-closing", "worse"), theme.strong);
            column.say(&known.ui("cli-closing", "worse-help"), theme.quiet);
        }
        Step::Done => {
            let told = closing.told(&known.rules);
            match told {
                Told::Hurt(hurt) => column.say(&known.word(hurt.outcome().advice()), theme.strong),
                Told::Worse => column.say(&known.ui("cli-closing", "see-clinician"), theme.strong),
                Told::MorePain => column.say(&known.ui("cli-closing", "more-pain"), theme.strong),
                Told::Nothing => column.say(&known.ui("cli-closing", "may-ease"), Style::new()),
            }
            column.gap();
            if !matches!(told, Told::Hurt(_)) {
                column.say(&known.ui("cli-closing", "good-bye"), Style::new());
                column.gap();
            }
            column.choice("u", &known.ui("cli-keys", "up"), theme);
            column.choice("q", &known.ui("cli-keys", "quit"), theme);
        }
    }
    column.draw(frame, area);
}
