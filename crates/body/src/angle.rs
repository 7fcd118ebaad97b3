//! Every joint angle: its name, sign, zero and range. The one table behind files, errors and docs.

use crate::names::{Named, named, suggest};
use crate::side::Side;

named! {
    /// A joint, or a stretch of the spine that is treated as one.
    "joint" JointName {
        /// The pelvis against the room.
        Pelvis = "pelvis",
        /// The lumbar spine.
        Lumbar = "lumbar",
        /// The thoracic spine.
        Thoracic = "thoracic",
        /// The neck.
        Neck = "neck",
        /// The shoulder blade on the rib cage.
        Scapula = "scapula",
        /// The upper arm against the rib cage.
        Shoulder = "shoulder",
        /// The elbow.
        Elbow = "elbow",
        /// The turning of the forearm.
        Forearm = "forearm",
        /// The wrist.
        Wrist = "wrist",
        /// The fingers together.
        Fingers = "fingers",
        /// The hip.
        Hip = "hip",
        /// The knee.
        Knee = "knee",
        /// The ankle.
        Ankle = "ankle",
        /// The toes together.
        Toes = "toes",
    }
}

/// Which angle of which joint; paired joints have each on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described by its row of the table, which `AngleName::info` returns")]
pub enum AngleName {
    PelvisTilt,
    PelvisTurn,
    PelvisList,
    LumbarFlexion,
    LumbarRotation,
    LumbarSideBend,
    ThoracicFlexion,
    ThoracicRotation,
    ThoracicSideBend,
    NeckFlexion,
    NeckRotation,
    NeckSideBend,
    ScapulaUpwardRotation,
    ScapulaElevation,
    ScapulaProtraction,
    ScapulaPosteriorTilt,
    ShoulderPlane,
    ShoulderElevation,
    ShoulderRotation,
    ElbowFlexion,
    ForearmPronation,
    WristFlexion,
    WristRadialDeviation,
    FingersFlexion,
    HipFlexion,
    HipAbduction,
    HipRotation,
    KneeFlexion,
    AnkleDorsiflexion,
    ToesExtension,
}

/// What there is to know about an angle.
#[derive(Clone, Copy, Debug)]
pub struct AngleInfo {
    /// The angle.
    pub name: AngleName,
    /// The joint it belongs to.
    pub joint: JointName,
    /// Its name within the joint: `flexion`.
    pub key: &'static str,
    /// The smallest value a body may have, in degrees.
    pub min_degrees: f64,
    /// The largest value a body may have, in degrees.
    pub max_degrees: f64,
    /// What the body looks like at zero.
    pub zero: &'static str,
    /// Which way is positive.
    pub positive: &'static str,
    /// Where the range comes from.
    pub source: &'static str,
    /// Whether mirroring the body turns the sign over (only angles of the midline do).
    mirror_negates: bool,
}

const NORMS: &str = "AAOS and Kapandji norms, widened to passive or weight-bearing limits (judgement)";
const JUDGEMENT: &str = "judgement";

macro_rules! angles {
    ($($name:ident: $joint:ident . $key:literal, $min:literal ..= $max:literal, $zero:literal, $positive:literal, $source:ident $(, $mirror:ident)?;)+) => {
        /// Every angle, in the order of [`AngleName`].
        const TABLE: &[AngleInfo] = &[$(AngleInfo {
            name: AngleName::$name,
            joint: JointName::$joint,
            key: $key,
            min_degrees: $min,
            max_degrees: $max,
            zero: $zero,
            positive: $positive,
            source: $source,
            mirror_negates: angles!(@mirror $($mirror)?),
        }),+];
    };
    (@mirror) => { false };
    (@mirror midline) => { true };
}

angles! {
    PelvisTilt: Pelvis."tilt", -180.0..=180.0, "pelvis as in upright standing", "leaning forward; 90 is face down, -90 face up", JUDGEMENT;
    PelvisTurn: Pelvis."turn", -180.0..=180.0, "facing the front of the room", "turned to the person's left", JUDGEMENT, midline;
    PelvisList: Pelvis."list", -180.0..=180.0, "both hips equally high", "leaning to the person's left; 90 is lying on the left side", JUDGEMENT, midline;
    LumbarFlexion: Lumbar."flexion", -30.0..=60.0, "the curve of easy standing", "bending forward", NORMS;
    LumbarRotation: Lumbar."rotation", -15.0..=15.0, "facing as the pelvis does", "turning to the left", NORMS, midline;
    LumbarSideBend: Lumbar."side_bend", -25.0..=25.0, "straight", "bending to the left", NORMS, midline;
    ThoracicFlexion: Thoracic."flexion", -25.0..=45.0, "the curve of easy standing", "bending forward", NORMS;
    ThoracicRotation: Thoracic."rotation", -40.0..=40.0, "facing as the low back does", "turning to the left", NORMS, midline;
    ThoracicSideBend: Thoracic."side_bend", -30.0..=30.0, "straight", "bending to the left", NORMS, midline;
    NeckFlexion: Neck."flexion", -70.0..=60.0, "looking straight ahead in easy standing", "chin towards the chest", NORMS;
    NeckRotation: Neck."rotation", -80.0..=80.0, "nose over the breastbone", "nose to the left", NORMS, midline;
    NeckSideBend: Neck."side_bend", -45.0..=45.0, "head upright", "left ear to left shoulder", NORMS, midline;
    ScapulaUpwardRotation: Scapula."upward_rotation", -10.0..=60.0, "as with the arm hanging", "socket turning upward", NORMS;
    ScapulaElevation: Scapula."elevation", -10.0..=40.0, "as with the arm hanging", "shrugging", NORMS;
    ScapulaProtraction: Scapula."protraction", -25.0..=20.0, "as with the arm hanging", "shoulder blade away from the spine", NORMS;
    ScapulaPosteriorTilt: Scapula."posterior_tilt", -10.0..=30.0, "as with the arm hanging", "lower tip towards the ribs", NORMS;
    ShoulderPlane: Shoulder."plane", -90.0..=120.0, "the arm would rise straight out to the side (frontal plane)", "further forward: 90 is straight ahead, -90 straight behind", NORMS;
    ShoulderElevation: Shoulder."elevation", 0.0..=180.0, "arm hanging beside the trunk", "rising, in its plane; 180 is straight up", NORMS;
    ShoulderRotation: Shoulder."rotation", -80.0..=100.0, "with the arm hanging and the elbow bent, the forearm points ahead; the raised arm is swung there without turning", "outward (external)", NORMS;
    ElbowFlexion: Elbow."flexion", -5.0..=150.0, "straight", "bending", NORMS;
    ForearmPronation: Forearm."pronation", -90.0..=90.0, "elbow bent beside the trunk, thumb up", "palm turning down", NORMS;
    WristFlexion: Wrist."flexion", -90.0..=85.0, "straight", "palm towards the forearm", NORMS;
    WristRadialDeviation: Wrist."radial_deviation", -35.0..=25.0, "straight", "towards the thumb", JUDGEMENT;
    FingersFlexion: Fingers."flexion", -20.0..=90.0, "straight", "curling", JUDGEMENT;
    HipFlexion: Hip."flexion", -25.0..=145.0, "thigh in line with the trunk", "thigh towards the belly", NORMS;
    HipAbduction: Hip."abduction", -25.0..=50.0, "thigh straight below its hip", "away from the other leg", NORMS;
    HipRotation: Hip."rotation", -45.0..=45.0, "kneecap forward", "kneecap outward (external)", NORMS;
    KneeFlexion: Knee."flexion", -5.0..=160.0, "straight", "bending", NORMS;
    AnkleDorsiflexion: Ankle."dorsiflexion", -60.0..=35.0, "sole at a right angle to the shin", "toes towards the shin", NORMS;
    ToesExtension: Toes."extension", -40.0..=80.0, "in line with the sole", "bending up, as when tucked under", NORMS;
}

/// Another name for a way of setting an angle: `extension` for negative flexion.
#[derive(Clone, Copy, Debug)]
pub struct AngleSetting {
    /// The joint it belongs to.
    pub joint: JointName,
    /// The name within the joint.
    pub key: &'static str,
    /// The angle that is set.
    pub angle: AngleName,
    /// What the given number is multiplied by: 1 or −1.
    pub factor: f64,
    /// An angle that this name sets besides, and to how many degrees: `shoulder.flexion` also sets the plane to 90.
    pub also: Option<(AngleName, f64)>,
}

macro_rules! shorthands {
    ($($joint:ident.$key:literal => $factor:literal * $angle:ident $(, $also:ident = $degrees:literal)?;)+) => {
        const SHORTHANDS: &[AngleSetting] = &[$(AngleSetting {
            joint: JointName::$joint,
            key: $key,
            angle: AngleName::$angle,
            factor: $factor,
            also: shorthands!(@also $($also $degrees)?),
        }),+];
    };
    (@also) => { None };
    (@also $also:ident $degrees:literal) => { Some((AngleName::$also, $degrees)) };
}

shorthands! {
    Lumbar."extension" => -1.0 * LumbarFlexion;
    Lumbar."rotation_left" => 1.0 * LumbarRotation;
    Lumbar."rotation_right" => -1.0 * LumbarRotation;
    Lumbar."side_bend_left" => 1.0 * LumbarSideBend;
    Lumbar."side_bend_right" => -1.0 * LumbarSideBend;
    Thoracic."extension" => -1.0 * ThoracicFlexion;
    Thoracic."rotation_left" => 1.0 * ThoracicRotation;
    Thoracic."rotation_right" => -1.0 * ThoracicRotation;
    Thoracic."side_bend_left" => 1.0 * ThoracicSideBend;
    Thoracic."side_bend_right" => -1.0 * ThoracicSideBend;
    Neck."extension" => -1.0 * NeckFlexion;
    Neck."rotation_left" => 1.0 * NeckRotation;
    Neck."rotation_right" => -1.0 * NeckRotation;
    Neck."side_bend_left" => 1.0 * NeckSideBend;
    Neck."side_bend_right" => -1.0 * NeckSideBend;
    Scapula."depression" => -1.0 * ScapulaElevation;
    Scapula."retraction" => -1.0 * ScapulaProtraction;
    Shoulder."abduction" => 1.0 * ShoulderElevation, ShoulderPlane = 0.0;
    Shoulder."flexion" => 1.0 * ShoulderElevation, ShoulderPlane = 90.0;
    Shoulder."extension" => 1.0 * ShoulderElevation, ShoulderPlane = -90.0;
    Shoulder."external_rotation" => 1.0 * ShoulderRotation;
    Shoulder."internal_rotation" => -1.0 * ShoulderRotation;
    Elbow."extension" => -1.0 * ElbowFlexion;
    Forearm."supination" => -1.0 * ForearmPronation;
    Wrist."extension" => -1.0 * WristFlexion;
    Wrist."ulnar_deviation" => -1.0 * WristRadialDeviation;
    Hip."extension" => -1.0 * HipFlexion;
    Hip."adduction" => -1.0 * HipAbduction;
    Hip."external_rotation" => 1.0 * HipRotation;
    Hip."internal_rotation" => -1.0 * HipRotation;
    Knee."extension" => -1.0 * KneeFlexion;
    Ankle."plantarflexion" => -1.0 * AnkleDorsiflexion;
    Toes."flexion" => -1.0 * ToesExtension;
}

/// Returns the table of all angles.
#[must_use]
pub fn angles() -> &'static [AngleInfo] {
    TABLE
}

/// Returns the other names under which angles can be set.
#[must_use]
pub fn shorthands() -> &'static [AngleSetting] {
    SHORTHANDS
}

impl JointName {
    /// Returns whether the body has this joint on each side.
    #[must_use]
    pub fn paired(self) -> bool {
        !matches!(self, Self::Pelvis | Self::Lumbar | Self::Thoracic | Self::Neck)
    }
}

impl AngleName {
    /// Returns the angle's row of the table.
    #[must_use]
    pub fn info(self) -> &'static AngleInfo {
        &TABLE[self as usize]
    }

    pub(crate) fn mirror_negates(self) -> bool {
        self.info().mirror_negates
    }
}

/// An angle at one place of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Angle {
    name: AngleName,
    side: Option<Side>,
}

impl Angle {
    /// Returns the angle on that side, or on the midline: a side given for a midline joint is dropped,
    /// and a paired joint without one has no single place.
    #[must_use]
    pub fn new(name: AngleName, side: Option<Side>) -> Option<Self> {
        match (name.info().joint.paired(), side) {
            (true, None) => None,
            (true, side) => Some(Self { name, side }),
            (false, _) => Some(Self { name, side: None }),
        }
    }

    /// Returns every place where the angle occurs: one on the midline, or left and right.
    pub fn places(name: AngleName) -> impl Iterator<Item = Self> {
        let sides: &[Option<Side>] =
            if name.info().joint.paired() { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
        sides.iter().map(move |&side| Self { name, side })
    }

    /// Returns which angle it is.
    #[must_use]
    pub fn name(self) -> AngleName {
        self.name
    }

    /// Returns the side, or `None` on the midline.
    #[must_use]
    pub fn side(self) -> Option<Side> {
        self.side
    }

    /// Returns the same angle of the mirrored body.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { side: self.side.map(Side::other), ..self }
    }
}

impl std::fmt::Display for Angle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let AngleInfo { joint, key, .. } = self.name.info();
        match self.side {
            Some(side) => write!(f, "{side}.{joint}.{key}"),
            None => write!(f, "{joint}.{key}"),
        }
    }
}

/// A name that is no joint, or no angle of its joint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no {kind}; {accepted}")]
pub struct UnknownAngle {
    /// What was looked for.
    pub kind: String,
    /// The name that was given.
    pub found: String,
    /// What would have been accepted, as the tail of a sentence.
    pub accepted: String,
}

/// Finds an angle, or a shorthand for one, by its name within the joint.
///
/// # Errors
/// The joint has no angle of that name.
pub fn find_angle(joint: JointName, key: &str) -> Result<AngleSetting, UnknownAngle> {
    let own = TABLE.iter().filter(|info| info.joint == joint).map(|info| AngleSetting {
        joint,
        key: info.key,
        angle: info.name,
        factor: 1.0,
        also: None,
    });
    let mut all = own.chain(SHORTHANDS.iter().filter(|s| s.joint == joint).copied());
    let names: Vec<&str> = all.clone().map(|setting| setting.key).collect();
    all.find(|setting| setting.key == key).ok_or_else(|| UnknownAngle {
        kind: format!("angle of the {}", joint.name()),
        found: key.to_owned(),
        accepted: suggest(key, names.iter().copied()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_names() {
        for (index, info) in TABLE.iter().enumerate() {
            assert_eq!(info.name as usize, index);
            assert!(
                info.min_degrees <= 0.0 && info.max_degrees > 0.0,
                "{:?} does not contain zero",
                info.name
            );
        }
    }

    #[test]
    fn every_name_of_an_angle_is_found_once() {
        for joint in JointName::ALL {
            let mut names: Vec<&str> = TABLE.iter().filter(|i| i.joint == *joint).map(|i| i.key).collect();
            names.extend(SHORTHANDS.iter().filter(|s| s.joint == *joint).map(|s| s.key));
            for name in &names {
                assert!(find_angle(*joint, name).is_ok());
                assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{joint}.{name}");
            }
        }
    }

    #[test]
    fn a_slip_in_a_name_is_recognised() {
        let error = find_angle(JointName::Shoulder, "abducton").unwrap_err();
        assert!(error.to_string().contains("did you mean `abduction`"), "{error}");
        assert!(find_angle(JointName::Elbow, "abduction").unwrap_err().to_string().contains("flexion"));
    }
}
