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
