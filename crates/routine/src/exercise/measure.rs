//! What can be measured on a body, so that a fault of form can be told.

use unknot_body::{AngleName, JointName, Named, Side, closest, find_angle};

/// Something measurable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// A joint angle in degrees, times `factor`; of a paired joint without a side, the worse one.
    Angle {
        /// Which angle.
        name: AngleName,
        /// On which side.
        side: Option<Side>,
        /// 1, or −1 for a name that counts the other way, such as `extension`.
        factor: f64,
    },
    /// A measure with a name of its own.
    Named(NamedMeasure),
}

/// A measure that is no joint angle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is described by `about`")]
pub enum NamedMeasure {
    TrunkLean,
    PelvisLevel,
    ForearmLean,
    EarToShoulder,
    ShoulderHeight,
    WristToWall,
    AnkleHeight,
    RollerPlace,
    PhaseSeconds,
    RepetitionSeconds,
}

/// What a measure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Degrees.
    Degrees,
    /// Metres, or shares of another distance.
    Distance,
    /// A share between 0 and 1.
    Share,
    /// Seconds.
    Seconds,
}

impl NamedMeasure {
    /// Every named measure.
    pub const ALL: &'static [Self] = &[
        Self::TrunkLean,
        Self::PelvisLevel,
        Self::ForearmLean,
        Self::EarToShoulder,
        Self::ShoulderHeight,
        Self::WristToWall,
        Self::AnkleHeight,
        Self::RollerPlace,
        Self::PhaseSeconds,
        Self::RepetitionSeconds,
    ];

    /// Returns its name, its unit and what it is.
    #[must_use]
    pub fn about(self) -> (&'static str, Unit, &'static str) {
        use Unit::{Degrees, Distance, Seconds, Share};
        match self {
            Self::TrunkLean => (
                "trunk-lean",
                Degrees,
                "how far the line from hips to shoulders leans sideways off the vertical",
            ),
            Self::PelvisLevel => {
                ("pelvis-level", Degrees, "how far the line between the hips is off the horizontal")
            }
            Self::ForearmLean => {
                ("forearm-lean", Degrees, "how far the forearm leans forward off the trunk's plane")
            }
            Self::EarToShoulder => {
                ("ear-to-shoulder", Distance, "from the ear to the tip of the shoulder of the same side")
            }
            Self::ShoulderHeight => {
                ("shoulder-height", Distance, "how high the tip of the shoulder is above the hip")
            }
            Self::WristToWall => ("wrist-to-wall", Distance, "from the wrist to the wall"),
            Self::AnkleHeight => ("ankle-height", Distance, "how high the ankle is above the floor"),
            Self::RollerPlace => {
                ("roller-place", Share, "where the roller is on the way from shoulder (0) to hip (1)")
            }
            Self::PhaseSeconds => ("phase-seconds", Seconds, "how long the phase took"),
            Self::RepetitionSeconds => ("repetition-seconds", Seconds, "how long the repetition took"),
        }
    }
}

impl Measure {
    /// Reads `neck.flexion`, `right.elbow.flexion` or a named measure.
    ///
    /// # Errors
    /// It is neither; the error says what would be right.
    pub fn parse(text: &str) -> Result<Self, String> {
        if !text.contains('.') {
            let names = || NamedMeasure::ALL.iter().map(|measure| measure.about().0);
            let found = NamedMeasure::ALL.iter().find(|measure| measure.about().0 == text);
            return found.copied().map(Self::Named).ok_or_else(|| match closest(text, names()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let names: Vec<&str> = names().collect();
                    format!("a joint angle like `neck.flexion`, or one of {}", names.join(", "))
                }
            });
        }
        let (side, path) = match text.split_once('.') {
            Some(("left", rest)) => (Some(Side::Left), rest),
            Some(("right", rest)) => (Some(Side::Right), rest),
            _ => (None, text),
        };
        let (joint, key) = path.split_once('.').unwrap_or((path, ""));
        let joint = JointName::parse(joint).map_err(|e| e.to_string())?;
        if side.is_some() && !joint.paired() {
            return Err(format!("the {joint} has no side; write `{joint}.{key}`"));
        }
        let setting = find_angle(joint, key).map_err(|e| e.to_string())?;
        if setting.also.is_some() {
            return Err(format!("measure `{joint}.elevation`; `{key}` is only a way of writing a posture"));
        }
        Ok(Self::Angle { name: setting.angle, side, factor: setting.factor })
    }

    /// Returns what it is counted in.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Angle { .. } => Unit::Degrees,
            Self::Named(named) => named.about().1,
        }
    }
}

impl std::fmt::Display for Measure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Angle { name, side, factor } => {
                let info = name.info();
                let sign = if *factor < 0.0 { "-" } else { "" };
                match side {
                    Some(side) => write!(f, "{sign}{side}.{}.{}", info.joint, info.key),
                    None => write!(f, "{sign}{}.{}", info.joint, info.key),
                }
            }
            Self::Named(named) => f.write_str(named.about().0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_angles_or_have_a_name() {
        assert_eq!(
            Measure::parse("right.elbow.flexion"),
            Ok(Measure::Angle { name: AngleName::ElbowFlexion, side: Some(Side::Right), factor: 1.0 })
        );
        assert_eq!(
            Measure::parse("neck.extension"),
            Ok(Measure::Angle { name: AngleName::NeckFlexion, side: None, factor: -1.0 })
        );
        for &named in NamedMeasure::ALL {
            assert_eq!(Measure::parse(named.about().0), Ok(Measure::Named(named)));
        }
    }

    #[test]
    fn a_wrong_measure_says_what_would_be_right() {
        let says = |text| Measure::parse(text).unwrap_err();
        assert!(says("trunk-leen").contains("did you mean `trunk-lean`"));
        assert!(says("left.neck.flexion").contains("has no side"));
        assert!(says("shoulder.abduction").contains("shoulder.elevation"));
        assert!(says("elbow.twist").contains("flexion"));
        assert!(says("nose").contains("neck.flexion"));
    }
}
