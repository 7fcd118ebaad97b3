//! The things an exercise can need.

use crate::names::named;

named! {
    /// A thing that has to be at hand before an exercise can be done.
    "kit" Kit {
        /// An exercise mat, or anything as soft and as wide on the floor.
        Mat = "mat",
        /// A foam roller of about 15 cm diameter.
        Roller = "roller",
        /// A firm pillow or cushion.
        Pillow = "pillow",
        /// A stable chair without wheels.
        Chair = "chair",
        /// A free piece of wall, shoulder-wide arms included.
        Wall = "wall",
        /// A table or worktop of about hip height.
        Table = "table",
        /// A bath towel, folded or rolled.
        Towel = "towel",
        /// An elastic band.
        Band = "band",
        /// A dumbbell, or anything of its weight that a hand can hold.
        Weight = "weight",
    }
}
