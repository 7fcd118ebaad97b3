//! Where a camera or an onlooker stands.

use crate::names::named;

named! {
    /// A direction from which the person is seen, relative to their own trunk.
    "view" View {
        /// From the front: the camera sees the face of somebody upright.
        Front = "front",
        /// From behind.
        Back = "back",
        /// From the person's left.
        Left = "left",
        /// From the person's right.
        Right = "right",
        /// From whichever side is nearer the camera: left and right serve equally.
        Side = "side",
        /// From above, for somebody lying down.
        Above = "above",
    }
}

impl View {
    /// Returns the same view of the mirrored body.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            same => same,
        }
    }
}
