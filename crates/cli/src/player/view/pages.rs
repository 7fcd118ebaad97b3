//! The pages that are no exercise: it hurts, help me up, the end.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use unknot_routine::{End, Hurt};

use super::Theme;
use crate::known::Known;
use crate::player::closing::{Closing, Step, Told};
use crate::player::parting::advice;
use crate::player::state::Player;
use crate::text::{keep, wrap};

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
    /// The last is a shorter way of saying it, for small screens.
    Choice(Span<'static>, Vec<String>, Option<String>),
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
        self.choice_or(key, words, None, theme);
    }

    fn choice_or(&mut self, key: &str, words: &str, short: Option<String>, theme: Theme) {
        let key = Span::styled(format!("{key}  "), theme.accent.patch(theme.strong));
        let width = self.width.saturating_sub(key.width()).max(1);
        self.parts.push(Part::Choice(key, wrap(words, width), short));
    }

    /// Draws the column. Where there is not room for all of it, gaps go first, then all but one line of every
    /// choice: each choice must be seen.
    fn draw(mut self, frame: &mut Frame<'_>, area: Rect) {
        let room = usize::from(area.height);
        if self.height() > room {
            self.parts.retain(|part| !matches!(part, Part::Gap));
        }
        if self.height() > room {
            for part in &mut self.parts {
                part.cut(self.width);
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
            Part::Paragraph(lines, _) | Part::Choice(_, lines, _) => lines.len(),
        };
        self.parts.iter().map(height).sum()
    }
}

impl Part {
    /// Leaves one line of a choice, in its shorter words if it has some.
    fn cut(&mut self, width: usize) {
        let Self::Choice(key, lines, short) = self else { return };
        let width = width.saturating_sub(key.width()).max(1);
        if lines.len() > 1 {
            let lines_of = |short: String| wrap(&short, width);
            *lines = keep(short.take().map_or_else(|| lines.clone(), lines_of), 1, width);
        }
    }

    fn lines(self) -> Vec<Line<'static>> {
        match self {
            Self::Gap => vec![Line::default()],
            Self::Paragraph(lines, style) => {
                lines.into_iter().map(|line| Line::styled(line, style)).collect()
            }
            Self::Choice(key, lines, _) => {
                let beside = Span::raw(" ".repeat(key.width()));
                let leads = std::iter::once(key).chain(std::iter::repeat(beside));
                leads.zip(lines).map(|(lead, line)| Line::from(vec![lead, Span::raw(line)])).collect()
            }
        }
    }
}

/// Returns how a kind of hurt is asked for, and the same in few words that begin with what it is.
fn kind_of_hurt(known: &Known, hurt: Hurt) -> (String, String) {
    match hurt {
        Hurt::EmergencySign => (known.word(hurt.question()), known.ui("cli-hurt", "emergency-sign-short")),
        Hurt::NewSymptom => (known.word(hurt.question()), known.ui("cli-hurt", "new-symptom-short")),
        Hurt::Sharp => (known.word(hurt.question()), known.word(hurt.question())),
    }
}

/// Draws the question how it hurts.
pub(super) fn hurting(frame: &mut Frame<'_>, area: Rect, known: &Known, theme: Theme) {
    let mut column = Column::new(area);
    column.say(&known.ui("cli-hurt", "question"), theme.accent.patch(theme.strong));
    column.gap();
    for (number, hurt) in (1..).zip(Hurt::ALL) {
        let (words, short) = kind_of_hurt(known, *hurt);
        column.choice_or(&format!("{number}"), &words, Some(short), theme);
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
        column.say(&known.ui("session", "finished"), theme.accent.patch(theme.strong));
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
            let style = if told == Told::Nothing { Style::new() } else { theme.strong };
            column.say(&advice(known, told), style);
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
