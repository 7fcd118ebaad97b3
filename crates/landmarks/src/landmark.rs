//! The places of the body that are looked for.

/// Declares the landmarks, in MediaPipe's order, with the side, the written name and what each is.
macro_rules! landmarks {
    ($($variant:ident, $side:expr, $name:literal, $about:literal;)+) => {
        /// A place of the body that is looked for in a picture; in MediaPipe's order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Landmark { $(#[doc = $about] $variant),+ }

        impl Landmark {
            /// Every landmark, in the order of [`Landmark::index`].
            pub const ALL: [Self; Self::COUNT] = [$(Self::$variant),+];

            /// Returns MediaPipe's name for it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Returns the half of the body that it is on; the nose is on neither.
            #[must_use]
            pub fn side(self) -> Option<LandmarkSide> {
                match self { $(Self::$variant => $side),+ }
            }
        }
    };
}

const NEITHER: Option<LandmarkSide> = None;
const LEFT: Option<LandmarkSide> = Some(LandmarkSide::Left);
const RIGHT: Option<LandmarkSide> = Some(LandmarkSide::Right);

landmarks! {
    Nose, NEITHER, "nose", "The tip of the nose.";
    LeftEyeInner, LEFT, "left_eye_inner", "The corner of the left eye that is next to the nose.";
    LeftEye, LEFT, "left_eye", "The middle of the left eye, on its surface.";
    LeftEyeOuter, LEFT, "left_eye_outer", "The corner of the left eye that is next to the temple.";
    RightEyeInner, RIGHT, "right_eye_inner", "The corner of the right eye that is next to the nose.";
    RightEye, RIGHT, "right_eye", "The middle of the right eye, on its surface.";
    RightEyeOuter, RIGHT, "right_eye_outer", "The corner of the right eye that is next to the temple.";
    LeftEar, LEFT, "left_ear", "The left ear.";
    RightEar, RIGHT, "right_ear", "The right ear.";
    MouthLeft, LEFT, "mouth_left", "The left corner of the mouth.";
    MouthRight, RIGHT, "mouth_right", "The right corner of the mouth.";
    LeftShoulder, LEFT, "left_shoulder", "The left shoulder joint.";
    RightShoulder, RIGHT, "right_shoulder", "The right shoulder joint.";
    LeftElbow, LEFT, "left_elbow", "The left elbow.";
    RightElbow, RIGHT, "right_elbow", "The right elbow.";
    LeftWrist, LEFT, "left_wrist", "The left wrist.";
    RightWrist, RIGHT, "right_wrist", "The right wrist.";
    LeftPinky, LEFT, "left_pinky", "The knuckle of the left little finger.";
    RightPinky, RIGHT, "right_pinky", "The knuckle of the right little finger.";
    LeftIndex, LEFT, "left_index", "The knuckle of the left index finger.";
    RightIndex, RIGHT, "right_index", "The knuckle of the right index finger.";
    LeftThumb, LEFT, "left_thumb", "The knuckle of the left thumb.";
    RightThumb, RIGHT, "right_thumb", "The knuckle of the right thumb.";
    LeftHip, LEFT, "left_hip", "The left hip joint.";
    RightHip, RIGHT, "right_hip", "The right hip joint.";
    LeftKnee, LEFT, "left_knee", "The left knee.";
    RightKnee, RIGHT, "right_knee", "The right knee.";
    LeftAnkle, LEFT, "left_ankle", "The left ankle.";
    RightAnkle, RIGHT, "right_ankle", "The right ankle.";
    LeftHeel, LEFT, "left_heel", "The back of the left heel.";
    RightHeel, RIGHT, "right_heel", "The back of the right heel.";
    LeftFootIndex, LEFT, "left_foot_index", "The tip of the left big toe.";
    RightFootIndex, RIGHT, "right_foot_index", "The tip of the right big toe.";
}

/// One half of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LandmarkSide {
    /// The left.
    Left,
    /// The right.
    Right,
}

impl Landmark {
    /// How many there are.
    pub const COUNT: usize = 33;

    /// Returns its place in lists of landmarks, from 0 to 32.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// Returns the same landmark of the other half; the nose is its own.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let index = self.index();
        Self::ALL[match index {
            0 => index,
            // Each eye is three together, in the same order on both sides.
            1..=3 => index + 3,
            4..=6 => index - 3,
            // From the ears on, left and right take turns, the left at odd places.
            _ if index % 2 == 1 => index + 1,
            _ => index - 1,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_landmark_has_its_place_and_its_name() {
        for (place, landmark) in Landmark::ALL.into_iter().enumerate() {
            assert_eq!(landmark.index(), place);
            let alike = Landmark::ALL.iter().filter(|other| other.name() == landmark.name());
            assert_eq!(alike.count(), 1, "{}", landmark.name());
        }
        // Places that MediaPipe's documentation gives.
        for (place, name) in [(0, "nose"), (7, "left_ear"), (12, "right_shoulder"), (32, "right_foot_index")]
        {
            assert_eq!(Landmark::ALL[place].name(), name);
        }
    }

    #[test]
    fn the_mirrored_name_is_that_of_the_other_side() {
        for landmark in Landmark::ALL {
            let name = landmark.name();
            let (expected, side) = if name.contains("left") {
                (name.replace("left", "right"), LEFT)
            } else {
                (name.replace("right", "left"), if name == "nose" { NEITHER } else { RIGHT })
            };
            assert_eq!(landmark.mirrored().name(), expected);
            assert_eq!(landmark.side(), side, "{name}");
        }
    }
}
