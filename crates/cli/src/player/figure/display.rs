//! How this terminal shows pictures. It is asked, and has to answer soon: whoever does not know the question says nothing.

use ratatui::crossterm::terminal::window_size;
use ratatui_image::picker::cap_parser::{Parser, Response};

use super::super::view::Colors;
use super::question::{HAS_PLACES, ask};

/// How pictures get on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The protocol of kitty, with letters that say where the picture is.
    Kitty,
    /// Sixel.
    Sixel,
    /// The protocol of iTerm2.
    Iterm2,
    /// Letters that are half a cell.
    Blocks,
}

/// How this terminal shows pictures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::player) struct Display {
    pub(super) way: Way,
    /// How large a cell is, in pixels.
    pub(super) cell: (u16, u16),
    /// The colour of the ground, if it is known.
    pub(super) ground: Option<[u8; 3]>,
    /// Whether the ground is dark.
    pub(super) is_dark: bool,
    /// How many colours letters have.
    pub(super) colors: Colors,
}

impl Display {
    /// Asks the terminal, and returns also what was typed meanwhile. It must be in raw mode, and nobody else may read
    /// from it. None where it shows no pictures that are worth it.
    pub(in crate::player) fn of_terminal() -> Option<(Self, Vec<u8>)> {
        let colors = Colors::of_terminal();
        if !crate::out::is_unicode() || !matches!(colors, Colors::All | Colors::Indexed) {
            return None;
        }
        let heard = ask();
        let size = window_size().ok().filter(|size| size.columns > 0 && size.rows > 0);
        let by_window = size.map(|size| (size.width / size.columns, size.height / size.rows));
        let display = Self::from(&heard.answers, by_window, colors, |name| std::env::var(name).ok());
        Some((display, heard.typed))
    }

    /// Returns the plainest way: half-blocks on a dark ground.
    #[cfg(test)]
    pub(in crate::player) fn blocks() -> Self {
        Self::from(b"", None, Colors::All, |name| (name == "COLORFGBG").then(|| "15;0".to_owned()))
    }

    fn from(
        answer: &[u8],
        by_window: Option<(u16, u16)>,
        colors: Colors,
        value: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let value = |name: &str| value(name).unwrap_or_default();
        let mut parser = Parser::new();
        let responses: Vec<Response> =
            answer.iter().flat_map(|byte| parser.push(char::from(*byte))).collect();
        let cell = responses.iter().find_map(|response| match response {
            Response::CellSize(size) => *size,
            _ => None,
        });
        let cell = cell.or(by_window).filter(|(width, height)| *width > 0 && *height > 0);
        let has_places = answer.windows(HAS_PLACES.len()).any(|part| part == HAS_PLACES);
        // These two say that they know the protocol of kitty, but not the part that is used here.
        let is_inexact = !value("WEZTERM_EXECUTABLE").is_empty() || !value("KONSOLE_VERSION").is_empty();
        let is_inside = ["tmux", "screen"].iter().any(|name| value("TERM").starts_with(name));
        let is_iterm2 = !is_inside
            && (["iTerm", "WezTerm", "mintty", "vscode", "rio", "WarpTerminal"]
                .iter()
                .any(|name| value("TERM_PROGRAM").contains(name))
                || value("LC_TERMINAL").contains("iTerm"));
        let way = match cell {
            None => Way::Blocks,
            Some(_) if has_places && !is_inexact => Way::Kitty,
            Some(_) if is_iterm2 => Way::Iterm2,
            Some(_) if responses.contains(&Response::Sixel) && !is_inexact => Way::Sixel,
            Some(_) => Way::Blocks,
        };
        let ground = ground(answer);
        let is_dark = ground.map_or_else(|| is_dark_by_name(&value("COLORFGBG")), is_dark);
        Self { way, cell: cell.unwrap_or((1, 2)), ground, is_dark, colors }
    }
}

/// Returns the colour of the ground in an answer as `]11;rgb:1b1b/1818/1515`.
fn ground(answer: &[u8]) -> Option<[u8; 3]> {
    let answer = String::from_utf8_lossy(answer);
    let (_, color) = answer.split_once("]11;rgb:")?;
    let mut channels = color.split(['/', '\x1b', '\x07']).map(|channel| {
        let most = 16_u32.checked_pow(u32::try_from(channel.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(channel, 16).ok()?;
        u8::try_from((value * 255).checked_div(most)?).ok()
    });
    Some([channels.next()??, channels.next()??, channels.next()??])
}

fn is_dark([red, green, blue]: [u8; 3]) -> bool {
    u32::from(red) * 3 + u32::from(green) * 6 + u32::from(blue) < 1280
}

/// Returns whether the ground is dark: most are, unless the environment says that it is light, as in `0;15`.
fn is_dark_by_name(names: &str) -> bool {
    let ground = names.rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok());
    !matches!(ground, Some(7 | 9..=15))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(answer: &str, variables: &[(&str, &str)]) -> Display {
        Display::from(answer.as_bytes(), None, Colors::All, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn whoever_says_nothing_gets_half_blocks() {
        let display = told("", &[]);
        assert_eq!((display.way, display.ground, display.is_dark), (Way::Blocks, None, true));
        assert!(told("", &[("COLORFGBG", "15;0")]).is_dark);
        assert!(!told("", &[("COLORFGBG", "0;15")]).is_dark);
    }

    #[test]
    fn whoever_answers_gets_what_it_knows() {
        let kitty = "\x1b]11;rgb:1b1b/1818/1515\x1b\\\x1b_Gi=33;OK\x1b\\\x1b_Gi=31;OK\x1b\\\x1b[?62;4c\x1b[6;20;10t\x1b[0n";
        let display = told(kitty, &[]);
        assert_eq!((display.way, display.cell), (Way::Kitty, (10, 20)));
        assert_eq!((display.ground, display.is_dark), (Some([0x1b, 0x18, 0x15]), true));
        assert_eq!(told(kitty, &[("KONSOLE_VERSION", "1")]).way, Way::Blocks);
        // Kitty before 0.28 knows pictures, but not where letters say they are.
        assert_eq!(told(&kitty.replace("Gi=33;OK", "G"), &[("TERM", "xterm-kitty")]).way, Way::Sixel);
        let sixel = "\x1b]11;rgb:ff/ff/ff\x07\x1b[?62;4c\x1b[6;20;10t\x1b[0n";
        let display = told(sixel, &[]);
        assert_eq!((display.way, display.ground, display.is_dark), (Way::Sixel, Some([255; 3]), false));
        assert_eq!(told(sixel, &[("TERM_PROGRAM", "iTerm.app")]).way, Way::Iterm2);
    }

    #[test]
    fn no_answer_is_too_odd() {
        for odd in
            ["\x1b]11;rgb:", "\x1b]11;rgb:/", "\x1b]11;rgb:123456789/1/1\x1b\\", "\x1b[6;0;0t", "\u{fffd}"]
        {
            assert_eq!(told(odd, &[]).way, Way::Blocks);
        }
    }
}
