//! The pages that are no exercise: it hurts, help me up, the end.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
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
    parts: Vec<Part>,
}

/// A part of a column: a gap, a paragraph, or a choice whose words hang beside its key.
enum Part {
    Gap,
    Paragraph(Vec<String>, Style),
    Choice(Span<'static>, Vec<String>),
}

impl Column {
    fn new(area: Rect) -> Self {
        Self { width: usize::from(area.width.saturating_sub(2).min(WIDEST)).max(1), parts: Vec::new() }
    }

    fn gap(&mut self) {
        self.parts.push(Part::Gap);
    }

    fn say(&mut self, text: &str, style: Style) {
        self.parts.push(Part::Paragraph(wrap(text, self.width), style));
    }

    fn choice(&mut self, key: &str, words: &str, theme: Theme) {
        let key = Span::styled(format!("{key}  "), theme.accent.patch(theme.strong));
        let width = self.width.saturating_sub(key.width()).max(1);
        self.parts.push(Part::Choice(key, wrap(words, width)));
    }

    /// Draws the column. Where there is not room for all of it, gaps go first, then all but the first line of
    /// every choice: each choice must be seen.
    fn draw(mut self, frame: &mut Frame<'_>, area: Rect) {
        let room = usize::from(area.height);
        if self.height() > room {
            self.parts.retain(|part| !matches!(part, Part::Gap));
        }
        if self.height() > room {
            for part in &mut self.parts {
                if let Part::Choice(_, lines) = part
                    && lines.len() > 1
                {
                    lines.truncate(1);
                    lines.iter_mut().for_each(|line| line.push('…'));
                }
            }
        }
        let height = u16::try_from(self.height().min(room)).unwrap_or(area.height);
        let width = u16::try_from(self.width).unwrap_or(area.width).min(area.width);
        let [row] = Layout::vertical([Constraint::Length(height)]).flex(Flex::Center).areas(area);
        let [column] = Layout::horizontal([Constraint::Length(width)]).flex(Flex::Center).areas(row);
        frame.render_widget(Text::from_iter(self.parts.into_iter().flat_map(Part::lines)), column);
    }

    fn height(&self) -> usize {
        let height = |part: &Part| match part {
            Part::Gap => 1,
            Part::Paragraph(lines, _) | Part::Choice(_, lines) => lines.len(),
        };
        self.parts.iter().map(height).sum()
    }
}

impl Part {
    fn lines(self) -> Vec<Line<'static>> {
        match self {
            Self::Gap => vec![Line::default()],
            Self::Paragraph(lines, style) => {
                lines.into_iter().map(|line| Line::styled(line, style)).collect()
            }
            Self::Choice(key, lines) => {
                let beside = Span::raw(" ".repeat(key.width()));
                let leads = std::iter::once(key).chain(std::iter::repeat(beside));
                leads.zip(lines).map(|(lead, line)| Line::from(vec![lead, Span::raw(line)])).collect()
            }
        }
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
    let step = match player.session.help_step() {
        Some(step) => known.word(step.say.clone()),
        // From the feet or a chair no steps lead up.
        None => known.ui("cli-play", "helping-upright"),
    };
    column.say(&step, theme.strong);
    column.gap();
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
