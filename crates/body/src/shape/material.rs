//! What a vertex of the figure shows.

/// What a vertex of the figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Material {
    /// The suit.
    Suit,
    /// Bare skin.
    Skin,
    /// Hair, cropped short.
    Hair,
    /// A brow.
    Brow,
    /// The lashes of a closed eye.
    Lash,
    /// The lips.
    Lip,
}

impl Material {
    /// Every material, in the order in which data has them.
    pub const ALL: &'static [Self] = &[Self::Suit, Self::Skin, Self::Hair, Self::Brow, Self::Lash, Self::Lip];
}
