//! Places of the body that are no bone's beginning.

/// A place of the body that is no bone's beginning; all but the first three are on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are those of the places")]
pub enum Marker {
    HeadTop,
    Nose,
    Chin,
    Eye,
    Ear,
    IndexKnuckle,
    MiddleKnuckle,
    RingKnuckle,
    LittleKnuckle,
    IndexTip,
    MiddleTip,
    LittleTip,
    ThumbTip,
    HeelBack,
    HeelBottom,
    Ball,
    BigToe,
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
}
