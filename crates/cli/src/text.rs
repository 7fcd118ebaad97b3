//! Text for people: times, columns, paragraphs, and a little weight where the terminal has it.

use crate::out;

/// Text is not set wider than this, however wide the terminal is: longer lines are hard to read.
pub(crate) const WIDTH: usize = 80;
/// Narrower than this nothing beside anything else can be read.
const LEAST: usize = 20;

/// Returns how many columns a line of output may have: the terminal's, or 80 where there is none.
pub(crate) fn room() -> usize {
    out::columns().map_or(WIDTH, usize::from).max(LEAST)
}

/// Returns a length of time as in `6:55`, rounded.
pub(crate) fn clock(seconds: f64) -> String {
    let whole = whole(seconds);
    format!("{}:{:02}", whole / 60, whole % 60)
}

/// Returns a moment as in `6:55`: what a clock shows that jumps when a second is over.
pub(crate) fn clock_at(seconds: f64) -> String {
    // A sum of milliseconds may lie a hair below the second that it is.
    clock((seconds + 1e-6).floor())
}

/// Returns a length of time as in `46 s` or `4.5 s`.
pub(crate) fn seconds(seconds: f64) -> String {
    format!("{} s", (seconds * 10.0).round() / 10.0)
}

/// Returns how often, as in `once` or `10 times`.
pub(crate) fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// Returns whole seconds, rounded.
pub(crate) fn whole(seconds: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, NaN is 0")]
    let whole = seconds.round() as u64;
    whole
}

/// Returns the text with spaces behind it up to a width.
pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Breaks a text into lines that fit the output, each after an indent.
pub(crate) fn paragraph(text: &str, indent: usize) -> String {
    let width = room().min(WIDTH).saturating_sub(indent).max(1);
    wrap(text, width).iter().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

/// Sets a text beside its lead, as in a list or the last column of a table: where it must be broken, it goes
/// on below its own beginning. Where hardly anything is left beside the lead, it stands below it.
pub(crate) fn hang(lead: &str, text: &str) -> String {
    hang_in(room(), lead, text)
}

fn hang_in(room: usize, lead: &str, text: &str) -> String {
    /// Less than this is no column.
    const COLUMN: usize = 16;
    /// How far text below its lead is indented.
    const BELOW: usize = 6;
    let beside = columns(lead);
    if beside + columns(text) > room && beside + COLUMN > room {
        let lines = wrap(text, room.saturating_sub(BELOW).max(1));
        let below: String = lines.iter().map(|line| format!("{}{line}\n", " ".repeat(BELOW))).collect();
        return format!("{}\n{below}", lead.trim_end());
    }
    let lines = wrap(text, room.saturating_sub(beside).max(1));
    if lines.is_empty() {
        return format!("{}\n", lead.trim_end());
    }
    let leads = std::iter::once(lead.to_owned()).chain(std::iter::repeat(" ".repeat(beside)));
    leads.zip(&lines).map(|(lead, line)| format!("{lead}{line}\n")).collect()
}

/// Breaks a text into lines of at most `width` characters; a longer word stands alone.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    pack(text.split_whitespace(), width)
}

/// Packs pieces that must not be broken into lines of at most `width` characters, a space between them.
pub(crate) fn pack<'a>(pieces: impl IntoIterator<Item = &'a str>, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(piece) <= width => {
                line.push(' ');
                line.push_str(piece);
            }
            _ => lines.push(piece.to_owned()),
        }
    }
    lines
}

/// Keeps at most `most` lines; where some are left out, the last one ends in "…".
pub(crate) fn keep(mut lines: Vec<String>, most: usize, width: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shorten(&format!("{last} …"), width);
        }
    }
    lines
}

/// Shortens a text to a width, at its end, which is then "…".
pub(crate) fn shorten(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    let mut short = kept.trim_end_matches([' ', ',', '…']).to_owned();
    if width > 0 {
        short.push('…');
    }
    short
}

/// Returns how many columns a text takes; what only gives it weight takes none.
fn columns(text: &str) -> usize {
    let mut parts = text.split('\u{1b}');
    let plain = parts.next().map_or(0, |part| part.chars().count());
    plain + parts.map(|part| part.split_once('m').map_or(0, |(_, rest)| rest.chars().count())).sum::<usize>()
}

/// Gives weight to text, where the output is a terminal that shows it.
#[derive(Clone, Copy)]
pub(crate) struct Weight(bool);

impl Weight {
    /// Returns the weight that the standard output can show.
    pub(crate) fn of_output() -> Self {
        Self(out::is_styled())
    }

    /// Makes text bold.
    pub(crate) fn bold(self, text: &str) -> String {
        self.set(text, "1")
    }

    /// Makes text dim.
    pub(crate) fn dim(self, text: &str) -> String {
        self.set(text, "2")
    }

    fn set(self, text: &str, code: &str) -> String {
        if self.0 && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_readable() {
        assert_eq!((clock(414.6), clock(0.0), clock(59.5)), ("6:55".into(), "0:00".into(), "1:00".into()));
        assert_eq!((seconds(46.0), seconds(4.5)), ("46 s".into(), "4.5 s".into()));
        assert_eq!(pad("é", 3), "é  ");
        assert_eq!(
            (clock_at(59.9), clock_at(60.0), clock_at(0.3 + 0.6 + 0.1)),
            ("0:59".into(), "1:00".into(), "0:01".into())
        );
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("unbreakable", 3), ["unbreakable"]);
        assert_eq!(wrap("", 3), Vec::<String>::new());
    }

    #[test]
    fn weight_takes_no_room() {
        let bold = Weight(true).bold("two");
        assert_eq!(pad(&bold, 4), format!("{bold} "));
        assert_eq!(wrap(&format!("one {bold} three"), 7), [format!("one {bold}"), "three".to_owned()]);
    }

    #[test]
    fn what_hangs_beside_its_lead_goes_on_below_its_own_beginning() {
        assert_eq!(
            hang_in(24, "1  ", "seven little words that are long"),
            "1  seven little words\n   that are long\n"
        );
        assert_eq!(
            hang_in(24, "a lead of some length  ", "and words"),
            "a lead of some length\n      and words\n"
        );
        assert_eq!(hang_in(24, "a lead  ", ""), "a lead\n");
    }

    #[test]
    fn what_does_not_fit_ends_in_three_dots() {
        assert_eq!(
            (shorten("Levator scapulae", 16), shorten("Levator scapulae", 9)),
            ("Levator scapulae".into(), "Levator…".into())
        );
        assert_eq!((shorten("any", 1), shorten("any", 0)), ("…".into(), String::new()));
        let lines = wrap("one two three four", 8);
        assert_eq!(keep(lines.clone(), 1, 8), ["one two…"]);
        assert_eq!(keep(lines.clone(), 9, 8), lines);
    }
}
