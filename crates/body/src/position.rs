//! Where a person can be between exercises.

use crate::names::named;

named! {
    /// A whole-body position in which an exercise begins and ends.
    "position" Position {
        /// Standing free.
        Standing = "standing",
        /// Standing with the back to a wall.
        Wall = "wall",
        /// Standing at a table, hands on it.
        Table = "table",
        /// Sitting on a chair.
        Chair = "chair",
        /// On hands and knees.
        AllFours = "all-fours",
        /// Face down.
        Prone = "prone",
        /// Kneeling, upright or sitting on the heels.
        Kneeling = "kneeling",
        /// Lying on one side.
        SideLying = "side-lying",
        /// Sitting on the floor.
        FloorSitting = "floor-sitting",
        /// Lying on the back.
        Supine = "supine",
        /// Lying on the back over a roller or a rolled towel.
        SupineRoller = "supine-roller",
    }
}

/// Whether a position is on one's feet (or a chair) or down on the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// On the feet, or sitting on a chair.
    Upright,
    /// On the floor.
    Floor,
}

impl Position {
    /// Returns whether the position is upright or on the floor.
    #[must_use]
    pub fn ground(self) -> Ground {
        match self {
            Self::Standing | Self::Wall | Self::Table | Self::Chair => Ground::Upright,
            Self::AllFours
            | Self::Prone
            | Self::Kneeling
            | Self::SideLying
            | Self::FloorSitting
            | Self::Supine
            | Self::SupineRoller => Ground::Floor,
        }
    }

    /// Returns whether the person stands on their feet, at a wall or a table or free.
    #[must_use]
    pub fn on_feet(self) -> bool {
        matches!(self, Self::Standing | Self::Wall | Self::Table)
    }

    /// Returns the tilt of the pelvis, in degrees, that a posture in this position has unless it says
    /// otherwise: 0 upright, 90 face down, −90 face up.
    #[must_use]
    pub fn default_tilt_degrees(self) -> f64 {
        match self {
            Self::AllFours | Self::Prone => 90.0,
            Self::Supine | Self::SupineRoller => -90.0,
            _ => 0.0,
        }
    }

    /// Returns the list of the pelvis, in degrees, that a posture in this position has unless it says
    /// otherwise: who lies on a side lies on the left one, so that the right side is free to move.
    #[must_use]
    pub fn default_list_degrees(self) -> f64 {
        match self {
            Self::SideLying => 90.0,
            _ => 0.0,
        }
    }
}
