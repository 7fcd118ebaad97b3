//! Which key asks for what.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Space: pause, go on, ready.
    Space,
    /// Enter: yes, go on, ready.
    Enter,
    /// Back.
    Left,
    /// Skip.
    Right,
    /// Take back, or none of these.
    Erase,
    /// End the player at once.
    Leave,
    /// A letter or digit.
    Char(char),
}

/// Reads a key; none for those that ask for nothing.
pub(super) fn read(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Char('c' | 'd') if control => Some(Key::Leave),
        KeyCode::Char(' ') => Some(Key::Space),
        KeyCode::Char(c) if !control => Some(Key::Char(c.to_ascii_lowercase())),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Left => Some(Key::Left),
        KeyCode::Right => Some(Key::Right),
        KeyCode::Esc | KeyCode::Backspace => Some(Key::Erase),
        _ => None,
    }
}

/// Reads keys from the bytes that a terminal sends for them; those that ask for nothing are left out.
pub(super) fn typed(mut bytes: &[u8]) -> Vec<Key> {
    let mut keys = Vec::new();
    while let Some((&first, rest)) = bytes.split_first() {
        let (key, length) = match (first, rest) {
            (0x1b, [b'[' | b'O', rest @ ..]) => {
                let end = rest.iter().position(|byte| !(0x20..0x40).contains(byte)).unwrap_or(rest.len());
                let key = match rest.get(end) {
                    Some(b'C') => Some(Key::Right),
                    Some(b'D') => Some(Key::Left),
                    _ => None,
                };
                (key, end + 3)
            }
            (0x03 | 0x04, _) => (Some(Key::Leave), 1),
            (b'\r' | b'\n', _) => (Some(Key::Enter), 1),
            (0x1b | 0x08 | 0x7f, _) => (Some(Key::Erase), 1),
            (b' ', _) => (Some(Key::Space), 1),
            (b'!'..=b'~', _) => (Some(Key::Char(char::from(first.to_ascii_lowercase()))), 1),
            _ => (None, 1),
        };
        keys.extend(key);
        bytes = bytes.get(length..).unwrap_or_default();
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_keys() {
        let keys = typed("\x1b[C\x1bOD\x1b[1;5C\x1b[3~ \rQ\u{e9}\x7f\x1b\x03".as_bytes());
        let wanted = [
            Key::Right,
            Key::Left,
            Key::Right,
            Key::Space,
            Key::Enter,
            Key::Char('q'),
            Key::Erase,
            Key::Erase,
            Key::Leave,
        ];
        assert_eq!(keys, wanted);
        assert_eq!(typed(b"\x1b["), []);
    }
}
