//! The bones that carry the skin.

use crate::side::Side;

/// How many bones there are.
pub const BONES: usize = MIDLINE + 2 * LIMBS;
/// How many there are on the midline; those of the left follow, then those of the right.
const MIDLINE: usize = 10;
/// How many there are on a side.
const LIMBS: usize = 16;

/// A bone of the figure.
///
/// Limbs have two bones each. Along a limb the weight passes evenly from the first to the second, so a turn of the
/// second about the limb's own axis spreads along it. The second begins half-way, on the line between the joints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bone {
    /// The pelvis; it turns about the middle between the hips, and carries everything.
    Pelvis,
    /// The lower lumbar spine.
    Spine05,
    /// The upper lumbar spine.
    Spine04,
    /// The lower thoracic spine.
    Spine03,
    /// The middle thoracic spine.
    Spine02,
    /// The upper thoracic spine, with the rib cage's upper half.
    Spine01,
    /// The lower neck.
    Neck01,
    /// The middle neck.
    Neck02,
    /// The upper neck.
    Neck03,
    /// The head, face included.
    Head,
    /// The collar bone.
    Clavicle(Side),
    /// The shoulder blade with the cap of the shoulder.
    Shoulder(Side),
    /// The upper arm.
    UpperArm(Side),
    /// The upper arm's lower half, by which its twist spreads.
    UpperArmTwist(Side),
    /// The forearm.
    Forearm(Side),
    /// The forearm's lower half, by which its twist spreads.
    ForearmTwist(Side),
    /// The hand up to the knuckles, with the root of the thumb.
    Hand(Side),
    /// The free part of the thumb.
    Thumb(Side),
    /// The first bones of the four fingers; they turn about the middle of the knuckles.
    Fingers1(Side),
    /// The rest of the four fingers.
    Fingers2(Side),
    /// The thigh.
    Thigh(Side),
    /// The thigh's lower half, by which its twist spreads.
    ThighTwist(Side),
    /// The shin.
    Shin(Side),
    /// The shin's lower half, by which its twist spreads.
    ShinTwist(Side),
    /// The foot.
    Foot(Side),
    /// The toes.
    Toes(Side),
}

impl Bone {
    /// Every bone, in the order of [`Bone::index`]: each after the one that carries it.
    pub const ALL: &'static [Self] = &[
        Self::Pelvis,
        Self::Spine05,
        Self::Spine04,
        Self::Spine03,
        Self::Spine02,
        Self::Spine01,
        Self::Neck01,
        Self::Neck02,
        Self::Neck03,
        Self::Head,
        Self::Clavicle(Side::Left),
        Self::Shoulder(Side::Left),
        Self::UpperArm(Side::Left),
        Self::UpperArmTwist(Side::Left),
        Self::Forearm(Side::Left),
        Self::ForearmTwist(Side::Left),
        Self::Hand(Side::Left),
        Self::Thumb(Side::Left),
        Self::Fingers1(Side::Left),
        Self::Fingers2(Side::Left),
        Self::Thigh(Side::Left),
        Self::ThighTwist(Side::Left),
        Self::Shin(Side::Left),
        Self::ShinTwist(Side::Left),
        Self::Foot(Side::Left),
        Self::Toes(Side::Left),
        Self::Clavicle(Side::Right),
        Self::Shoulder(Side::Right),
        Self::UpperArm(Side::Right),
        Self::UpperArmTwist(Side::Right),
        Self::Forearm(Side::Right),
        Self::ForearmTwist(Side::Right),
        Self::Hand(Side::Right),
        Self::Thumb(Side::Right),
        Self::Fingers1(Side::Right),
        Self::Fingers2(Side::Right),
        Self::Thigh(Side::Right),
        Self::ThighTwist(Side::Right),
        Self::Shin(Side::Right),
        Self::ShinTwist(Side::Right),
        Self::Foot(Side::Right),
        Self::Toes(Side::Right),
    ];

    /// Returns its place in lists of bones.
    #[must_use]
    pub fn index(self) -> usize {
        let limb = |side: Side, place: usize| match side {
            Side::Left => MIDLINE + place,
            Side::Right => MIDLINE + LIMBS + place,
        };
        match self {
            Self::Pelvis => 0,
            Self::Spine05 => 1,
            Self::Spine04 => 2,
            Self::Spine03 => 3,
            Self::Spine02 => 4,
            Self::Spine01 => 5,
            Self::Neck01 => 6,
            Self::Neck02 => 7,
            Self::Neck03 => 8,
            Self::Head => 9,
            Self::Clavicle(side) => limb(side, 0),
            Self::Shoulder(side) => limb(side, 1),
            Self::UpperArm(side) => limb(side, 2),
            Self::UpperArmTwist(side) => limb(side, 3),
            Self::Forearm(side) => limb(side, 4),
            Self::ForearmTwist(side) => limb(side, 5),
            Self::Hand(side) => limb(side, 6),
            Self::Thumb(side) => limb(side, 7),
            Self::Fingers1(side) => limb(side, 8),
            Self::Fingers2(side) => limb(side, 9),
            Self::Thigh(side) => limb(side, 10),
            Self::ThighTwist(side) => limb(side, 11),
            Self::Shin(side) => limb(side, 12),
            Self::ShinTwist(side) => limb(side, 13),
            Self::Foot(side) => limb(side, 14),
            Self::Toes(side) => limb(side, 15),
        }
    }

    /// Returns the bone that carries it; the pelvis carries all.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        Some(match self {
            Self::Pelvis => return None,
            Self::Spine05 => Self::Pelvis,
            Self::Spine04 => Self::Spine05,
            Self::Spine03 => Self::Spine04,
            Self::Spine02 => Self::Spine03,
            Self::Spine01 => Self::Spine02,
            Self::Neck01 => Self::Spine01,
            Self::Neck02 => Self::Neck01,
            Self::Neck03 => Self::Neck02,
            Self::Head => Self::Neck03,
            Self::Clavicle(_) => Self::Spine01,
            Self::Shoulder(side) => Self::Clavicle(side),
            Self::UpperArm(side) => Self::Shoulder(side),
            Self::UpperArmTwist(side) => Self::UpperArm(side),
            Self::Forearm(side) => Self::UpperArmTwist(side),
            Self::ForearmTwist(side) => Self::Forearm(side),
            Self::Hand(side) => Self::ForearmTwist(side),
            Self::Thumb(side) | Self::Fingers1(side) => Self::Hand(side),
            Self::Fingers2(side) => Self::Fingers1(side),
            Self::Thigh(_) => Self::Pelvis,
            Self::ThighTwist(side) => Self::Thigh(side),
            Self::Shin(side) => Self::ThighTwist(side),
            Self::ShinTwist(side) => Self::Shin(side),
            Self::Foot(side) => Self::ShinTwist(side),
            Self::Toes(side) => Self::Foot(side),
        })
    }

    /// Returns the side on which it is; none for those of the midline.
    #[must_use]
    pub fn side(self) -> Option<Side> {
        match self.index() {
            0..MIDLINE => None,
            index if index < MIDLINE + LIMBS => Some(Side::Left),
            _ => Some(Side::Right),
        }
    }

    /// Returns the same bone of the other side; those of the midline are their own.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let index = self.index();
        let other = match index {
            0..MIDLINE => index,
            _ if index < MIDLINE + LIMBS => index + LIMBS,
            _ => index - LIMBS,
        };
        Self::ALL[other]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bone_has_its_place_behind_the_one_that_carries_it() {
        assert_eq!(Bone::ALL.len(), BONES);
        for (place, bone) in Bone::ALL.iter().enumerate() {
            assert_eq!(bone.index(), place);
            assert!(bone.parent().is_none_or(|parent| parent.index() < place));
            assert_eq!(bone.mirrored().mirrored(), *bone);
            assert_eq!(bone.mirrored().parent(), bone.parent().map(Bone::mirrored));
        }
    }
}
