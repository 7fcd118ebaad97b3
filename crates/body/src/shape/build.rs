//! How a body is built.

use crate::names::named;

named! {
    /// A shape of the figure that can be asked for by name.
    "shape" BodyShape {
        /// Neither a man nor a woman, of middling build.
        Neutral = "neutral",
        /// A woman.
        Woman = "woman",
        /// A man.
        Man = "man",
        /// Neither, slender.
        Slim = "slim",
        /// Neither, stout.
        Heavy = "heavy",
    }
}

/// How a body is built.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Build {
    /// From −1, a woman, over 0 to 1, a man.
    pub sex: f64,
    /// From −1, slender, over 0 to 1, stout.
    pub weight: f64,
}

impl Build {
    /// Neither a man nor a woman, of middling build.
    pub const NEUTRAL: Self = Self { sex: 0.0, weight: 0.0 };

    /// Returns how much of a man's, of a slim and of a heavy shape is added; what is no number adds nothing.
    pub(super) fn shares(self) -> [f64; 3] {
        let held = |share: f64| if share.is_nan() { 0.0 } else { share.clamp(-1.0, 1.0) };
        let weight = held(self.weight);
        [held(self.sex), (-weight).max(0.0), weight.max(0.0)]
    }
}

impl From<BodyShape> for Build {
    fn from(shape: BodyShape) -> Self {
        let (sex, weight) = match shape {
            BodyShape::Neutral => (0.0, 0.0),
            BodyShape::Woman => (-1.0, 0.0),
            BodyShape::Man => (1.0, 0.0),
            BodyShape::Slim => (0.0, -1.0),
            BodyShape::Heavy => (0.0, 1.0),
        };
        Self { sex, weight }
    }
}
