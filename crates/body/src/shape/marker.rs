//! Places of the body that are no bone's beginning.

/// A place of the body that is no bone's beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marker {
    /// The top of the head, hair included.
    HeadTop,
    /// The tip of the nose.
    Nose,
    /// The most prominent point of the chin.
    Chin,
    /// The middle of the eyeball.
    Eye,
    /// The middle of the ear.
    Ear,
    /// The joint at the root of the index finger.
    IndexKnuckle,
    /// The joint at the root of the middle finger.
    MiddleKnuckle,
    /// The joint at the root of the ring finger.
    RingKnuckle,
    /// The joint at the root of the little finger.
    LittleKnuckle,
    /// The tip of the index finger.
    IndexTip,
    /// The tip of the middle finger.
    MiddleTip,
    /// The tip of the little finger.
    LittleTip,
    /// The tip of the thumb.
    ThumbTip,
    /// The back of the heel.
    HeelBack,
    /// The underside of the heel.
    HeelBottom,
    /// The underside of the ball of the foot, below the roots of the toes.
    Ball,
    /// The tip of the big toe.
    BigToe,
    /// The tip of the little toe.
    LittleToe,
}

impl Marker {
    /// Every place, in the order in which data has them.
    pub const ALL: &'static [Self] = &[
        Self::HeadTop,
        Self::Nose,
        Self::Chin,
        Self::Eye,
        Self::Ear,
        Self::IndexKnuckle,
        Self::MiddleKnuckle,
        Self::RingKnuckle,
        Self::LittleKnuckle,
        Self::IndexTip,
        Self::MiddleTip,
        Self::LittleTip,
        Self::ThumbTip,
        Self::HeelBack,
        Self::HeelBottom,
        Self::Ball,
        Self::BigToe,
        Self::LittleToe,
    ];

    /// The knuckles of the four fingers, from the index finger on.
    pub const KNUCKLES: [Self; 4] =
        [Self::IndexKnuckle, Self::MiddleKnuckle, Self::RingKnuckle, Self::LittleKnuckle];

    /// Returns whether the body has one of these on each side.
    #[must_use]
    pub fn paired(self) -> bool {
        !matches!(self, Self::HeadTop | Self::Nose | Self::Chin)
    }
}
