//! What is said by a camera that watches, beside what helps against a fault of form.

use unknot_body::{Ground, Position, View};

use crate::words::{Phrase, WordKey};

/// Something that a camera which watches has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraWord {
    /// It sees best from in front of the person.
    InFront,
    /// It sees best from beside somebody who stands or sits.
    Beside,
    /// It sees best from beside somebody on the floor.
    OnTheFloor,
    /// A fault of form that was spoken of is gone.
    Better,
    /// Nobody allows it.
    Refused,
    /// There is none.
    Missing,
    /// Another program has it.
    Taken,
    /// It went away.
    Gone,
    /// What looks at its pictures does not work.
    Broken,
}

impl CameraWord {
    /// Every one of them.
    pub const ALL: [Self; 9] = [
        Self::InFront,
        Self::Beside,
        Self::OnTheFloor,
        Self::Better,
        Self::Refused,
        Self::Missing,
        Self::Taken,
        Self::Gone,
        Self::Broken,
    ];

    /// Returns where the device has to be for what is done in a position and best seen from a side; nothing where no device
    /// in a room can be there.
    #[must_use]
    pub fn place(view: View, position: Position) -> Option<Self> {
        match (view, position.ground()) {
            (View::Front | View::Back, _) => Some(Self::InFront),
            (View::Left | View::Right | View::Side, Ground::Upright) => Some(Self::Beside),
            (View::Left | View::Right | View::Side, Ground::Floor) => Some(Self::OnTheFloor),
            (View::Above, _) => None,
        }
    }

    /// Returns why the clock leads without a camera, by the name of the reason.
    #[must_use]
    pub fn trouble(name: &str) -> Option<Self> {
        let troubles = [Self::Refused, Self::Missing, Self::Taken, Self::Gone, Self::Broken];
        troubles.into_iter().find(|trouble| trouble.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::InFront => "in-front",
            Self::Beside => "beside",
            Self::OnTheFloor => "on-the-floor",
            Self::Better => "better",
            Self::Refused => "refused",
            Self::Missing => "missing",
            Self::Taken => "taken",
            Self::Gone => "gone",
            Self::Broken => "broken",
        }
    }

    /// Returns the words that say it.
    #[must_use]
    pub fn words(self) -> Phrase {
        Phrase::plain(WordKey::attribute("camera", self.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_device_stands_where_the_exercise_is_seen_from() {
        let place = CameraWord::place;
        assert_eq!(place(View::Front, Position::Wall), Some(CameraWord::InFront));
        assert_eq!(
            place(View::Back, Position::Standing),
            Some(CameraWord::InFront),
            "it is turned round more easily"
        );
        assert_eq!(place(View::Left, Position::Prone), Some(CameraWord::OnTheFloor));
        assert_eq!(place(View::Left, Position::Chair), Some(CameraWord::Beside));
        assert_eq!(place(View::Above, Position::Supine), None);
    }

    #[test]
    fn only_troubles_are_reasons() {
        assert_eq!(CameraWord::trouble("gone"), Some(CameraWord::Gone));
        assert_eq!(CameraWord::trouble("better"), None);
    }
}
