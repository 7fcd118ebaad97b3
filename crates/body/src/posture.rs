//! A posture: every joint angle of a body, and what it touches.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::angle::{Angle, AngleName, angles};
use crate::contact::Contact;
use crate::position::Position;
use crate::side::Side;
use crate::swing;

/// One place for every angle: the midline first, then the paired ones left and right.
pub(crate) const SLOTS: usize = 12 + 2 * 18;

/// The angle of the arm above which the shoulder blade begins to follow, in degrees.
const SETTING_PHASE: f64 = 30.0;

/// Every joint angle of a body, and what it touches.
///
/// Where a file does not set the shoulder blade, it follows the arm: upward rotation by 1° for every 2.5° of
/// elevation beyond a setting phase of 30° (Inman, Saunders and Abbott 1944: about 2:1 between upper arm
/// and shoulder blade), so 60° with the arm straight up; posterior tilt up to 20° and elevation up to 10°
/// grow with it (direction after McClure et al. 2001, amounts judgement).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Posture {
    #[serde(with = "radians")]
    radians: [f64; SLOTS],
    contacts: BTreeSet<Contact>,
}

/// An angle that no body can have.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{angle} of {found_degrees}° is outside {min_degrees}° to {max_degrees}°{}", self.because)]
pub struct OutOfRange {
    /// The angle, with its joint and side.
    pub angle: Angle,
    /// What it was set to, in degrees.
    pub found_degrees: f64,
    /// The least it may be, in degrees.
    pub min_degrees: f64,
    /// The most it may be, in degrees.
    pub max_degrees: f64,
    /// Why the range is narrower than the table's, or nothing.
    pub because: &'static str,
}

/// How the angles are written for other programs: Serde itself knows only shorter arrays.
mod radians {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};

    use super::SLOTS;

    pub(super) fn serialize<S: Serializer>(radians: &[f64; SLOTS], to: S) -> Result<S::Ok, S::Error> {
        radians.as_slice().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[f64; SLOTS], D::Error> {
        let radians = Vec::<f64>::deserialize(from)?;
        if !radians.iter().all(|angle| angle.is_finite()) {
            return Err(D::Error::custom("an angle is no number"));
        }
        radians.try_into().map_err(|_| D::Error::custom("another number of angles"))
    }
}

impl Posture {
    /// Returns the posture with these angles, in degrees; every other one is zero, except that the pelvis
    /// lies as the position has it and the shoulder blades follow the arms.
    ///
    /// # Errors
    /// An angle is outside the range of the joint.
    pub fn new(
        position: Position,
        degrees: &BTreeMap<Angle, f64>,
        contacts: impl IntoIterator<Item = Contact>,
    ) -> Result<Self, OutOfRange> {
        let mut posture = Self { radians: [0.0; SLOTS], contacts: contacts.into_iter().collect() };
        posture.set(AngleName::PelvisTilt, None, position.default_tilt_degrees());
        posture.set(AngleName::PelvisList, None, position.default_list_degrees());
        for (&angle, &value) in degrees {
            posture.radians[slot(angle)] = value.to_radians();
        }
        // What was written comes before what follows from it, which can only be wrong where that is.
        degrees.keys().try_for_each(|&angle| posture.check(angle))?;
        for side in [Side::Left, Side::Right] {
            posture.follow_the_arm(side, degrees);
        }
        all_places().try_for_each(|angle| posture.check(angle))?;
        Ok(posture)
    }

    /// Returns the posture of somebody standing at ease: every angle is zero.
    #[must_use]
    pub fn upright(contacts: impl IntoIterator<Item = Contact>) -> Self {
        Self { radians: [0.0; SLOTS], contacts: contacts.into_iter().collect() }
    }

    /// Returns an angle in radians.
    #[must_use]
    pub fn radians(&self, angle: Angle) -> f64 {
        self.radians[slot(angle)]
    }

    /// Returns an angle in degrees.
    #[must_use]
    pub fn degrees(&self, angle: Angle) -> f64 {
        self.radians(angle).to_degrees()
    }

    /// Returns what the posture touches, in a fixed order.
    pub fn contacts(&self) -> impl Iterator<Item = Contact> {
        self.contacts.iter().copied()
    }

    /// Returns the posture of the mirrored body.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut mirrored = self.clone();
        for angle in all_places() {
            let value = self.radians(angle);
            let value = if angle.name().mirror_negates() { -value } else { value };
            mirrored.radians[slot(angle.mirrored())] = value;
        }
        mirrored.contacts = self.contacts.iter().map(|contact| contact.mirrored()).collect();
        mirrored
    }

    /// Returns the posture a fraction of the way to another, fraction 0 being this one and 1 the other.
    ///
    /// Arms swing along the straight line between the two swings, so that a hanging arm, whose plane has no
    /// meaning, goes straight up into the other's plane. On the way only what both touch is touched.
    #[must_use]
    pub fn blend(&self, other: &Self, fraction: f64) -> Self {
        if fraction <= 0.0 || fraction.is_nan() {
            return self.clone();
        }
        if fraction >= 1.0 {
            return other.clone();
        }
        let mix = |a: f64, b: f64| a + (b - a) * fraction;
        let mut blended = self.clone();
        for (value, &target) in blended.radians.iter_mut().zip(&other.radians) {
            *value = mix(*value, target);
        }
        for side in [Side::Left, Side::Right] {
            let (plane, elevation) =
                (shoulder(AngleName::ShoulderPlane, side), shoulder(AngleName::ShoulderElevation, side));
            let from = swing::to_vector(self.radians[plane], self.radians[elevation]);
            let to = swing::to_vector(other.radians[plane], other.radians[elevation]);
            let between = [mix(from[0], to[0]), mix(from[1], to[1])];
            (blended.radians[plane], blended.radians[elevation]) =
                swing::from_vector(between, blended.radians[plane]);
        }
        blended.contacts = self.contacts.intersection(&other.contacts).copied().collect();
        blended
    }

    /// Returns an angle by which the two differ more than that many degrees. What plane a hanging arm is in
    /// makes no difference.
    #[must_use]
    pub fn difference(&self, other: &Self, degrees: f64) -> Option<Angle> {
        let hangs = |angle: Angle| {
            let elevation = angle.side().map(|side| shoulder(AngleName::ShoulderElevation, side));
            elevation.is_some_and(|at| self.radians[at].max(other.radians[at]) <= degrees.to_radians())
        };
        all_places().find(|&angle| {
            let apart = (self.degrees(angle) - other.degrees(angle)).abs() > degrees + SLACK;
            apart && !(angle.name() == AngleName::ShoulderPlane && hangs(angle))
        })
    }

    fn set(&mut self, name: AngleName, side: Option<Side>, degrees: f64) {
        if let Some(angle) = Angle::new(name, side) {
            self.radians[slot(angle)] = degrees.to_radians();
        }
    }

    fn follow_the_arm(&mut self, side: Side, authored: &BTreeMap<Angle, f64>) {
        let elevation = self.radians[shoulder(AngleName::ShoulderElevation, side)].to_degrees();
        let beyond = (elevation - SETTING_PHASE).max(0.0);
        let followed = [
            (AngleName::ScapulaUpwardRotation, beyond / 2.5),
            (AngleName::ScapulaPosteriorTilt, 20.0 * (beyond / 120.0).min(1.0)),
            (AngleName::ScapulaElevation, 10.0 * (beyond / 120.0).min(1.0)),
        ];
        for (name, degrees) in followed {
            if Angle::new(name, Some(side)).is_some_and(|angle| !authored.contains_key(&angle)) {
                self.set(name, Some(side), degrees);
            }
        }
    }

    fn check(&self, angle: Angle) -> Result<(), OutOfRange> {
        let info = angle.name().info();
        let (mut min_degrees, mut max_degrees, mut because) = (info.min_degrees, info.max_degrees, "");
        if let (AngleName::ShoulderElevation, Some(side)) = (info.name, angle.side()) {
            let plane = self.radians[shoulder(AngleName::ShoulderPlane, side)].to_degrees();
            if plane < -30.0 - SLACK {
                (min_degrees, max_degrees, because) = (0.0, 60.0, " while the arm is behind the body");
            }
        }
        let found_degrees = self.degrees(angle);
        if found_degrees >= min_degrees - SLACK && found_degrees <= max_degrees + SLACK {
            return Ok(());
        }
        // Back to the number that was written, which the way through radians blurred.
        let found_degrees = (found_degrees * 1e6).round() / 1e6;
        Err(OutOfRange { angle, found_degrees, min_degrees, max_degrees, because })
    }
}

pub(crate) fn all_places() -> impl Iterator<Item = Angle> {
    angles().iter().flat_map(|info| Angle::places(info.name))
}

/// What the way from degrees to radians and back may cost.
const SLACK: f64 = 1e-9;

fn shoulder(name: AngleName, side: Side) -> usize {
    paired_slot(name, side)
}

pub(crate) fn slot(angle: Angle) -> usize {
    match angle.side() {
        None => angle.name() as usize,
        Some(side) => paired_slot(angle.name(), side),
    }
}

fn paired_slot(name: AngleName, side: Side) -> usize {
    let first_paired = AngleName::ScapulaUpwardRotation as usize;
    let offset = match side {
        Side::Left => 0,
        Side::Right => 1,
    };
    first_paired + 2 * (name as usize - first_paired) + offset
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(name: AngleName, side: Side) -> Angle {
        Angle::new(name, Some(side)).unwrap()
    }

    fn posture(settings: &[(Angle, f64)]) -> Posture {
        Posture::new(Position::Standing, &settings.iter().copied().collect(), []).unwrap()
    }

    #[test]
    fn every_angle_has_a_slot_of_its_own() {
        let slots: BTreeSet<usize> = all_places().map(slot).collect();
        assert_eq!(slots, (0..SLOTS).collect());
    }

    #[test]
    fn a_wrong_angle_names_joint_and_range() {
        let neck = Angle::new(AngleName::NeckFlexion, None).unwrap();
        let error = Posture::new(Position::Chair, &BTreeMap::from([(neck, 75.0)]), []).unwrap_err();
        assert_eq!(error.to_string(), "neck.flexion of 75° is outside -70° to 60°");
        let behind = BTreeMap::from([
            (at(AngleName::ShoulderPlane, Side::Left), -90.0),
            (at(AngleName::ShoulderElevation, Side::Left), 80.0),
        ]);
        let error = Posture::new(Position::Chair, &behind, []).unwrap_err();
        assert!(error.to_string().ends_with("outside 0° to 60° while the arm is behind the body"), "{error}");
        assert!(Posture::new(Position::Chair, &BTreeMap::from([(neck, f64::NAN)]), []).is_err());
        let over = BTreeMap::from([(at(AngleName::ShoulderElevation, Side::Left), 190.0)]);
        let error = Posture::new(Position::Chair, &over, []).unwrap_err();
        assert_eq!(error.to_string(), "left.shoulder.elevation of 190° is outside 0° to 180°");
    }

    #[test]
    fn the_shoulder_blade_follows_the_arm_unless_told_otherwise() {
        let elevation = at(AngleName::ShoulderElevation, Side::Left);
        let upward = at(AngleName::ScapulaUpwardRotation, Side::Left);
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        close(posture(&[(elevation, 20.0)]).degrees(upward), 0.0);
        close(posture(&[(elevation, 180.0)]).degrees(upward), 60.0);
        close(posture(&[(elevation, 180.0), (upward, 10.0)]).degrees(upward), 10.0);
    }

    #[test]
    fn who_lies_on_a_side_lies_on_the_left_one() {
        let list = Angle::new(AngleName::PelvisList, None).unwrap();
        let lying = Posture::new(Position::SideLying, &BTreeMap::new(), []).unwrap();
        assert!((lying.degrees(list) - 90.0).abs() < 1e-9);
        assert!((lying.mirrored().degrees(list) + 90.0).abs() < 1e-9);
    }

    #[test]
    fn a_difference_is_one_that_can_be_seen() {
        let (plane, elevation) =
            (at(AngleName::ShoulderPlane, Side::Right), at(AngleName::ShoulderElevation, Side::Right));
        let hanging = posture(&[]);
        assert_eq!(hanging.difference(&posture(&[(plane, 90.0)]), 1.0), None);
        assert_eq!(hanging.difference(&posture(&[(elevation, 0.9)]), 1.0), None);
        assert_eq!(hanging.difference(&posture(&[(plane, 90.0), (elevation, 5.0)]), 1.0), Some(plane));
        assert_eq!(hanging.difference(&posture(&[(elevation, 2.0)]), 1.0), Some(elevation));
    }

    #[test]
    fn a_hanging_arm_rises_straight_into_the_plane_it_is_going_to() {
        let (plane, elevation) =
            (at(AngleName::ShoulderPlane, Side::Right), at(AngleName::ShoulderElevation, Side::Right));
        let half = posture(&[]).blend(&posture(&[(plane, 90.0), (elevation, 100.0)]), 0.5);
        assert!((half.degrees(plane) - 90.0).abs() < 1e-9);
        assert!((half.degrees(elevation) - 50.0).abs() < 1e-9);
    }

    fn any_posture() -> impl Strategy<Value = Posture> {
        let values: Vec<_> =
            all_places().map(|a| a.name().info().min_degrees..=a.name().info().max_degrees).collect();
        values.prop_filter_map("behind the body", |values| {
            let degrees = all_places().zip(values).collect();
            let contacts =
                [Contact::parse("left hand on chair").unwrap(), Contact::parse("feet on floor").unwrap()];
            Posture::new(Position::Standing, &degrees, contacts).ok()
        })
    }

    proptest! {
        #[test]
        fn mirroring_twice_changes_nothing(p in any_posture()) {
            prop_assert_eq!(p.mirrored().mirrored(), p);
        }

        #[test]
        fn a_blend_stays_between_its_ends_and_commutes_with_the_mirror(a in any_posture(), b in any_posture(), f in 0.0..=1.0) {
            let blended = a.blend(&b, f);
            for place in all_places() {
                if matches!(place.name(), AngleName::ShoulderPlane | AngleName::ShoulderElevation) {
                    continue;
                }
                let (low, high) = (a.radians(place).min(b.radians(place)), a.radians(place).max(b.radians(place)));
                prop_assert!(blended.radians(place) >= low - 1e-12 && blended.radians(place) <= high + 1e-12);
            }
            let mirrored = a.mirrored().blend(&b.mirrored(), f);
            for place in all_places() {
                prop_assert!((mirrored.radians(place) - blended.mirrored().radians(place)).abs() < 1e-9);
            }
        }
    }
}
