//! Which key asks for what.

use crate::session::{Act, Face};

/// Returns what a key asks for while a face is shown; nothing for most of them.
pub(super) fn meaning(key: &str, face: &Face) -> Option<Act> {
    let key = key.to_ascii_lowercase();
    match (key.as_str(), face) {
        ("h", Face::Hurting) => None,
        ("h", _) => Some(Act::Hurts),
        ("u", _) => Some(Act::Up),
        (" ", Face::Hurting) => None,
        ("q" | "escape", Face::Ending) => Some(if key == "q" { Act::End } else { Act::GoOn }),
        ("q" | "escape", Face::HelpingUp(_) | Face::Hurting) => Some(Act::End),
        ("q" | "escape", _) => Some(Act::AskEnd),
        (" ", _) => Some(touch(face)),
        ("n" | "0", Face::Hurting) => Some(Act::GoOn),
        ("1" | "2" | "3", Face::Hurting) => key.parse::<usize>().ok().map(|number| Act::HurtIs(number - 1)),
        ("arrowleft", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Back),
        ("arrowright", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Skip),
        ("s", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Sore),
        ("e", Face::Led | Face::Paused | Face::Waiting) => Some(Act::Easier),
        _ => None,
    }
}

/// Returns what any touch asks for.
pub(super) fn touch(face: &Face) -> Act {
    match face {
        Face::Waiting => Act::Ready,
        Face::Led => Act::Pause,
        _ => Act::GoOn,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_hurts_and_help_me_up_always_work() {
        for face in [Face::Led, Face::Paused, Face::Waiting, Face::Ending] {
            assert_eq!(meaning("h", &face), Some(Act::Hurts));
            assert_eq!(meaning("U", &face), Some(Act::Up));
        }
        assert_eq!(meaning("h", &Face::HelpingUp(String::new())), Some(Act::Hurts));
        assert_eq!(meaning("u", &Face::Hurting), Some(Act::Up));
    }

    #[test]
    fn one_key_ends_nothing_by_mistake() {
        assert_eq!(meaning("q", &Face::Led), Some(Act::AskEnd));
        assert_eq!(meaning("Escape", &Face::Led), Some(Act::AskEnd));
        assert_eq!(meaning("q", &Face::Ending), Some(Act::End));
        assert_eq!(meaning("Escape", &Face::Ending), Some(Act::GoOn));
        assert_eq!(meaning(" ", &Face::Ending), Some(Act::GoOn));
        assert_eq!(meaning(" ", &Face::Hurting), None, "a hurt is answered, not brushed away");
    }
}
