//! The muscles that a file may say lengthen or work.

use serde::{Deserialize, Serialize};

use crate::names::named;
use crate::{Named, Side, UnknownName};

named! {
    /// A muscle or muscle group, by its anatomical name.
    "muscle" Muscle {
        /// Upper trapezius.
        UpperTrapezius = "upper-trapezius",
        /// Middle trapezius.
        MiddleTrapezius = "middle-trapezius",
        /// Lower trapezius.
        LowerTrapezius = "lower-trapezius",
        /// Levator scapulae.
        LevatorScapulae = "levator-scapulae",
        /// Rhomboid major and minor.
        Rhomboids = "rhomboids",
        /// Latissimus dorsi.
        LatissimusDorsi = "latissimus-dorsi",
        /// Teres major.
        TeresMajor = "teres-major",
        /// Infraspinatus and teres minor.
        Infraspinatus = "infraspinatus",
        /// Serratus anterior.
        SerratusAnterior = "serratus-anterior",
        /// Pectoralis major.
        PectoralisMajor = "pectoralis-major",
        /// Pectoralis minor.
        PectoralisMinor = "pectoralis-minor",
        /// Deltoid.
        Deltoid = "deltoid",
        /// Biceps brachii.
        Biceps = "biceps",
        /// Triceps brachii.
        Triceps = "triceps",
        /// The muscles of the front of the forearm.
        ForearmFlexors = "forearm-flexors",
        /// The muscles of the back of the forearm.
        ForearmExtensors = "forearm-extensors",
        /// Splenius capitis and cervicis.
        Splenius = "splenius",
        /// Sternocleidomastoid.
        Sternocleidomastoid = "sternocleidomastoid",
        /// The scalene muscles.
        Scalenes = "scalenes",
        /// The deep muscles of the front of the neck.
        DeepNeckFlexors = "deep-neck-flexors",
        /// Erector spinae of the chest: longissimus and iliocostalis thoracis.
        ThoracicErectors = "thoracic-erectors",
        /// Erector spinae of the low back.
        LumbarErectors = "lumbar-erectors",
        /// Multifidus.
        Multifidus = "multifidus",
        /// Rectus abdominis.
        RectusAbdominis = "rectus-abdominis",
        /// The obliques and transversus abdominis.
        Obliques = "obliques",
        /// Gluteus maximus.
        GluteusMaximus = "gluteus-maximus",
        /// Gluteus medius and minimus.
        GluteusMedius = "gluteus-medius",
        /// Iliopsoas.
        HipFlexors = "hip-flexors",
        /// Hamstrings.
        Hamstrings = "hamstrings",
        /// Quadriceps.
        Quadriceps = "quadriceps",
        /// The adductors of the thigh.
        Adductors = "adductors",
        /// Gastrocnemius and soleus.
        Calf = "calf",
        /// The muscles that bend the toes.
        ToeFlexors = "toe-flexors",
    }
}

/// A muscle on one side of the body or on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MuscleRegion {
    /// The side, or `None` for both.
    pub side: Option<Side>,
    /// The muscle.
    pub muscle: Muscle,
}

impl MuscleRegion {
    /// Reads `"rhomboids"` (both sides) or `"right levator-scapulae"`.
    ///
    /// # Errors
    /// The muscle is not known.
    pub fn parse(text: &str) -> Result<Self, UnknownName> {
        let (side, name) = crate::side::split(text);
        Ok(Self { side, muscle: Muscle::parse(name)? })
    }

    /// Returns the same muscle of the mirrored body.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { side: self.side.map(Side::other), ..self }
    }
}

impl std::fmt::Display for MuscleRegion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.side {
            Some(side) => write!(f, "{side} {}", self.muscle),
            None => write!(f, "{}", self.muscle),
        }
    }
}
