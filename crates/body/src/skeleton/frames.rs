//! Where every bone of a placed body is.

use glam::{DMat3, DVec3};

use super::carriers::Carriers;
use super::joints::{Joint, share, untwisted};
use super::rest::Rest;
use super::{about_y, on};
use crate::angle::AngleName;
use crate::placement::{Angles, Placement};
use crate::shape::{BONES, Bone, SkinVertex};
use crate::side::Side;

/// How much of the upper arm's turning about itself its upper and its lower half take.
const UPPER_ARM_TWIST: [f64; 2] = [0.3, 0.85];
/// How much of the forearm's pronation its upper and its lower half take.
const FOREARM_TWIST: [f64; 2] = [0.1, 0.75];
/// How much of the thigh's turning about itself its upper and its lower half take.
const THIGH_TWIST: [f64; 2] = [0.35, 0.9];
/// How much of the arm's swing the skin around the shoulder follows.
const SHOULDER_FOLLOWS: f64 = 0.4;

/// Where every bone of a placed body is: its rotation from the model, and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Frames {
    rotations: [DMat3; BONES],
    heads: [DVec3; BONES],
    /// Anatomical rotations: nothing at zero.
    anatomical: [DMat3; BONES],
    /// What they do with the skin.
    carriers: Carriers,
}

impl Frames {
    /// Returns where the bones of a body are.
    #[must_use]
    pub fn of(rest: &Rest, placement: &Placement) -> Self {
        let mut frames = Self {
            rotations: [DMat3::IDENTITY; BONES],
            heads: [DVec3::ZERO; BONES],
            anatomical: [DMat3::IDENTITY; BONES],
            carriers: Carriers::default(),
        };
        let angles = &placement.angles;
        let pelvis = Joint::Pelvis.rotation(angles);
        frames.put(Bone::Pelvis, pelvis, pelvis, placement.hips);
        for joint in [Joint::Lumbar, Joint::Thoracic, Joint::Neck] {
            let whole = joint.rotation(angles);
            for (bone, part) in joint.pivots().into_iter().zip(joint.shares()) {
                let parent = bone.parent().unwrap_or(Bone::Pelvis);
                let rotation = frames.anatomical(parent) * share(whole, *part);
                let head = frames.carried(rest, parent, bone);
                frames.put(bone, rotation, rotation, head);
            }
        }
        for side in [Side::Left, Side::Right] {
            frames.arm(rest, angles, side);
            frames.leg(rest, angles, side);
        }
        frames.carriers = Carriers::new(rest, &frames.rotations, &frames.heads);
        frames
    }

    fn arm(&mut self, rest: &Rest, angles: &Angles, side: Side) {
        let thorax = self.anatomical(Bone::Spine01);
        let clavicle = thorax * Joint::Scapula(side).rotation(angles);
        let head = self.carried(rest, Bone::Spine01, Bone::Clavicle(side));
        self.put(Bone::Clavicle(side), clavicle, clavicle, head);

        // The arm is measured against the rib cage, and hangs from the collar bone.
        let upper = thorax * Joint::Shoulder(side).rotation(angles);
        let upper_skin = upper * rest.to_zero(Bone::UpperArm(side));
        let shoulder = self.carried(rest, Bone::Clavicle(side), Bone::UpperArm(side));
        let against_clavicle = clavicle.transpose() * upper_skin;
        let straight = untwisted(rest, Bone::UpperArm(side), against_clavicle);
        let twist = straight.transpose() * against_clavicle;
        let follows = clavicle * share(straight, SHOULDER_FOLLOWS);
        let own = self.carried(rest, Bone::Clavicle(side), Bone::Shoulder(side));
        self.put(Bone::Shoulder(side), follows, follows, own);
        let [near, far] = UPPER_ARM_TWIST.map(|part| clavicle * straight * share(twist, part));
        self.put(Bone::UpperArm(side), upper, near, shoulder);
        let along = |bone: Bone, whole: DMat3, start: DVec3, first: Bone| {
            start + whole * (rest.head(bone) - rest.head(first))
        };
        let half = along(Bone::UpperArmTwist(side), upper_skin, shoulder, Bone::UpperArm(side));
        self.put(Bone::UpperArmTwist(side), upper, far, half);

        let fore = upper * Joint::Elbow(side).rotation(angles);
        let fore_skin = fore * rest.to_zero(Bone::Forearm(side));
        let elbow = along(Bone::Forearm(side), upper_skin, shoulder, Bone::UpperArm(side));
        let pronation = angles.get(AngleName::ForearmPronation, Some(side)) - rest.twist();
        let [near, far] = FOREARM_TWIST
            .map(|part| fore * on(side, about_y(-pronation * part)) * rest.to_zero(Bone::Forearm(side)));
        self.put(Bone::Forearm(side), fore, near, elbow);
        let half = along(Bone::ForearmTwist(side), fore_skin, elbow, Bone::Forearm(side));
        self.put(Bone::ForearmTwist(side), fore, far, half);

        let wrist = along(Bone::Hand(side), fore_skin, elbow, Bone::Forearm(side));
        let hand = fore * Joint::Forearm(side).rotation(angles) * Joint::Wrist(side).rotation(angles);
        let hand_skin = hand * rest.to_zero(Bone::Hand(side));
        self.put(Bone::Hand(side), hand, hand_skin, wrist);
        let thumb = self.carried(rest, Bone::Hand(side), Bone::Thumb(side));
        self.put(Bone::Thumb(side), hand, hand_skin, thumb);
        let whole = Joint::Fingers(side).rotation(angles);
        let mut parent = Bone::Hand(side);
        let mut rotation = hand;
        for (bone, part) in Joint::Fingers(side).pivots().into_iter().zip(Joint::Fingers(side).shares()) {
            rotation *= share(whole, *part);
            let head = self.carried(rest, parent, bone);
            self.put(bone, rotation, rotation * rest.to_zero(bone), head);
            parent = bone;
        }
    }

    fn leg(&mut self, rest: &Rest, angles: &Angles, side: Side) {
        let pelvis = self.anatomical(Bone::Pelvis);
        let thigh = pelvis * Joint::Hip(side).rotation(angles);
        let thigh_skin = thigh * rest.to_zero(Bone::Thigh(side));
        let hip = self.carried(rest, Bone::Pelvis, Bone::Thigh(side));
        let against_pelvis = pelvis.transpose() * thigh_skin;
        let straight = untwisted(rest, Bone::Thigh(side), against_pelvis);
        let twist = straight.transpose() * against_pelvis;
        let [near, far] = THIGH_TWIST.map(|part| pelvis * straight * share(twist, part));
        self.put(Bone::Thigh(side), thigh, near, hip);
        let reach = |bone: Bone| rest.head(bone) - rest.head(Bone::Thigh(side));
        self.put(Bone::ThighTwist(side), thigh, far, hip + thigh_skin * reach(Bone::ThighTwist(side)));

        let shin = thigh * Joint::Knee(side).rotation(angles);
        let shin_skin = shin * rest.to_zero(Bone::Shin(side));
        self.put(Bone::Shin(side), shin, shin_skin, hip + thigh_skin * reach(Bone::Shin(side)));
        let half = self.carried(rest, Bone::Shin(side), Bone::ShinTwist(side));
        self.put(Bone::ShinTwist(side), shin, shin_skin, half);

        let foot = shin * Joint::Ankle(side).rotation(angles);
        let head = self.carried(rest, Bone::Shin(side), Bone::Foot(side));
        self.put(Bone::Foot(side), foot, foot, head);
        let toes = foot * Joint::Toes(side).rotation(angles);
        let head = self.carried(rest, Bone::Foot(side), Bone::Toes(side));
        self.put(Bone::Toes(side), toes, toes, head);
    }

    fn put(&mut self, bone: Bone, anatomical: DMat3, rotation: DMat3, head: DVec3) {
        self.anatomical[bone.index()] = anatomical;
        self.rotations[bone.index()] = rotation;
        self.heads[bone.index()] = head;
    }

    /// Returns where a bone begins that another one carries.
    fn carried(&self, rest: &Rest, by: Bone, bone: Bone) -> DVec3 {
        self.head(by) + self.rotation(by) * (rest.head(bone) - rest.head(by))
    }

    /// Returns the rotation of a bone from the model.
    #[must_use]
    pub fn rotation(&self, bone: Bone) -> DMat3 {
        self.rotations[bone.index()]
    }

    /// Returns where a bone begins, in metres.
    #[must_use]
    pub fn head(&self, bone: Bone) -> DVec3 {
        self.heads[bone.index()]
    }

    /// Returns the rotation of a bone from the zero of every angle.
    #[must_use]
    pub fn anatomical(&self, bone: Bone) -> DMat3 {
        self.anatomical[bone.index()]
    }

    /// Returns where a point of the model is that a bone carries, in metres.
    #[must_use]
    pub fn point(&self, rest: &Rest, bone: Bone, model: DVec3) -> DVec3 {
        self.head(bone) + self.rotation(bone) * (model - rest.head(bone))
    }

    /// Returns where the skin is at a vertex, in metres, and which way it faces there, of length 1.
    #[inline]
    #[must_use]
    pub fn skin(&self, vertex: &SkinVertex) -> (DVec3, DVec3) {
        self.carriers.place(vertex)
    }

    /// Returns where the skin is at a vertex, in metres.
    #[inline]
    pub(crate) fn skin_at(&self, vertex: &SkinVertex) -> DVec3 {
        self.carriers.at(vertex)
    }

    /// Returns how far a vertex is from the centre about which it turns, in the room, in metres.
    pub(crate) fn spoke(&self, vertex: &SkinVertex) -> DVec3 {
        self.carriers.spoke(vertex)
    }

    /// Returns the axes, in the room, about which each angle of a joint turns what hangs on it, when it grows.
    pub(crate) fn axes(&self, angles: &Angles, joint: Joint) -> Vec<DVec3> {
        const STEP: f64 = 1e-5;
        let Some(&first) = joint.pivots().first() else { return Vec::new() };
        let carrier = match joint {
            Joint::Pelvis => DMat3::IDENTITY,
            // Arms are measured against the rib cage.
            Joint::Shoulder(_) => self.anatomical(Bone::Spine01),
            Joint::Forearm(side) => self.anatomical(Bone::Forearm(side)),
            Joint::Wrist(side) => {
                self.anatomical(Bone::Forearm(side)) * Joint::Forearm(side).rotation(angles)
            }
            _ => first.parent().map_or(DMat3::IDENTITY, |parent| self.anatomical(parent)),
        };
        let here = carrier * joint.rotation(angles);
        let turned = |&name: &AngleName| {
            let moved = angles.with_step(name, joint.side(), STEP);
            let spin = (carrier * joint.rotation(&moved)) * here.transpose();
            DVec3::new(
                spin.y_axis.z - spin.z_axis.y,
                spin.z_axis.x - spin.x_axis.z,
                spin.x_axis.y - spin.y_axis.x,
            ) / (2.0 * STEP)
        };
        joint.angles().iter().map(turned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::joints::about;
    use super::*;

    #[test]
    fn half_a_rotation_twice_is_the_rotation() {
        let r = about(DVec3::new(0.6, 0.0, 0.8), 1.9);
        assert!((share(r, 0.5) * share(r, 0.5)).abs_diff_eq(r, 1e-12));
        assert!(share(r, 0.0).abs_diff_eq(DMat3::IDENTITY, 1e-12));
    }
}
