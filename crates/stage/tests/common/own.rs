//! How deep a body is in itself, from every vertex of its skin.

use glam::DVec3;
use unknot_body::{Bone, Frames, Shape, Side, SkinVertex};

/// A part of the body that can meet others. Skin near a joint that both share belongs to neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limb {
    Trunk,
    Head,
    Arm(Side),
    Thigh(Side),
    Shin(Side),
}

impl Limb {
    const ALL: [Self; 8] = [
        Self::Trunk,
        Self::Head,
        Self::Arm(Side::Left),
        Self::Arm(Side::Right),
        Self::Thigh(Side::Left),
        Self::Thigh(Side::Right),
        Self::Shin(Side::Left),
        Self::Shin(Side::Right),
    ];

    fn of(bone: Bone) -> Option<Self> {
        use Bone::{
            Clavicle, Fingers1, Fingers2, Foot, Forearm, ForearmTwist, Hand, Head, Neck02, Neck03, Pelvis,
            ShinTwist, Shoulder, Spine01, Spine02, Spine03, Spine04, Spine05, ThighTwist, Thumb, Toes,
            UpperArmTwist,
        };
        Some(match bone {
            Pelvis | Spine05 | Spine04 | Spine03 | Spine02 | Spine01 | Clavicle(_) | Shoulder(_) => {
                Self::Trunk
            }
            Neck02 | Neck03 | Head => Self::Head,
            UpperArmTwist(side) | Forearm(side) | ForearmTwist(side) | Hand(side) | Thumb(side)
            | Fingers1(side) | Fingers2(side) => Self::Arm(side),
            ThighTwist(side) => Self::Thigh(side),
            ShinTwist(side) | Foot(side) | Toes(side) => Self::Shin(side),
            _ => return None,
        })
    }

    /// Returns whether flesh lies on flesh where the two are folded onto each other, as thighs do on the belly.
    pub fn folds(self, other: Self) -> bool {
        matches!((self, other), (Self::Thigh(_), Self::Trunk) | (Self::Shin(_), Self::Trunk | Self::Thigh(_)))
    }
}

/// The skin of a body, by limbs.
pub struct OwnSkin {
    vertices: Vec<SkinVertex>,
    limbs: Vec<Option<Limb>>,
    /// Whether the limb goes on all around a vertex.
    whole: Vec<bool>,
}

impl OwnSkin {
    pub fn of(shape: &Shape) -> Self {
        let vertices: Vec<SkinVertex> =
            (0..shape.positions().len()).map(|number| shape.vertex(number).unwrap()).collect();
        let limbs: Vec<Option<Limb>> =
            vertices.iter().map(|vertex| Limb::of(Bone::ALL[usize::from(vertex.weights[0].0)])).collect();
        let mut whole = vec![true; vertices.len()];
        for corners in shape.quads().iter().map(|quad| quad.map(usize::from)) {
            if corners.iter().any(|corner| limbs[*corner] != limbs[corners[0]]) {
                corners.iter().for_each(|corner| whole[*corner] = false);
            }
        }
        Self { vertices, limbs, whole }
    }

    /// Returns for every two limbs that meet how deep the one is in the other, in metres: how far behind the skin of
    /// the other its points are.
    pub fn depths(&self, frames: &Frames) -> Vec<(Limb, Limb, f64)> {
        let placed: Vec<(DVec3, DVec3)> = self.vertices.iter().map(|vertex| frames.skin(vertex)).collect();
        let mut found = Vec::new();
        for (place, one) in Limb::ALL.into_iter().enumerate() {
            for other in Limb::ALL.into_iter().take(place) {
                let depth = self.depth(one, other, &placed);
                if depth > 0.0 {
                    found.push((one, other, depth));
                }
            }
        }
        found
    }

    fn depth(&self, one: Limb, other: Limb, placed: &[(DVec3, DVec3)]) -> f64 {
        let of = |limb: Limb| (0..placed.len()).filter(move |number| self.limbs[*number] == Some(limb));
        let there: Vec<usize> = of(other).collect();
        let low = there.iter().fold(DVec3::INFINITY, |low, number| low.min(placed[*number].0));
        let high = there.iter().fold(DVec3::NEG_INFINITY, |high, number| high.max(placed[*number].0));
        let mut deepest: f64 = 0.0;
        // Vertices are a centimetre apart and less: every third says enough.
        for (at, _) in of(one).step_by(3).map(|number| placed[number]) {
            if at.cmplt(low).any() || at.cmpgt(high).any() {
                continue;
            }
            let apart = |number: &usize| placed[*number].0.distance_squared(at);
            let nearest = there.iter().min_by(|a, b| apart(a).total_cmp(&apart(b)));
            for number in nearest.copied().into_iter().filter(|number| self.whole[*number]) {
                let (to, normal) = placed[number];
                let depth = (to - at).dot(normal);
                // Far to the side of its nearest vertex a point is past the edge of the limb, not behind its skin.
                if depth > 0.5 * to.distance(at) {
                    deepest = deepest.max(depth);
                }
            }
        }
        deepest
    }
}
