//! Text for people: times, columns, paragraphs, and a little weight where the terminal has it.

use crate::out;

/// Text is not set wider than this.
pub(crate) const WIDTH: usize = 80;

/// Returns a length of time as in `6:55`.
pub(crate) fn clock(seconds: f64) -> String {
    let whole = whole(seconds);
    format!("{}:{:02}", whole / 60, whole % 60)
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
    let missing = width.saturating_sub(text.chars().count());
    format!("{text}{}", " ".repeat(missing))
}

/// Breaks a text into lines of at most `WIDTH` characters, each after an indent.
pub(crate) fn paragraph(text: &str, indent: usize) -> String {
    wrap(text, WIDTH.saturating_sub(indent))
        .iter()
        .map(|line| format!("{}{line}\n", " ".repeat(indent)))
        .collect()
}

/// Breaks a text into lines of at most `width` characters; a longer word stands alone.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
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
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("unbreakable", 3), ["unbreakable"]);
        assert_eq!(wrap("", 3), Vec::<String>::new());
    }
}
