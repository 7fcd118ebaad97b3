//! The room: the floor, and the things that are at hand, with their real sizes.

use glam::{DAffine3, DMat3, DVec3};

use crate::contact::Surface;
use crate::kit::Kit;
use crate::side::Side;
use crate::solid::{PlacedSolid, PropMaterial, Solid};

/// The seat's height, as chairs usually have it, in metres.
const SEAT: f64 = 0.45;
/// Half of the seat's depth.
const SEAT_HALF: f64 = 0.21;
/// Half of its width, in metres: hands beside wide hips have room on it.
const SEAT_WIDTH_HALF: f64 = 0.235;
/// Half of how wide a palm is, in metres: so far from its end an edge is held.
const PALM_HALF: f64 = 0.045;
/// The thickness of the seat.
const SEAT_THICK: f64 = 0.035;
/// The upper edge of the chair's back.
const CHAIR_BACK: f64 = 0.86;
/// The height of a table.
const TABLE: f64 = 0.74;
/// The radius of a foam roller of 15 cm.
const ROLLER: f64 = 0.075;
/// The radius of a rolled bath towel.
const TOWEL: f64 = 0.05;
/// Half of the thickness of a firm pillow that somebody lies on.
const PILLOW: f64 = 0.035;
/// How deep a part may sink into a pillow.
const GIVE: f64 = 0.04;
/// The thickness of a mat.
const MAT: f64 = 0.008;

/// A thing in the room.
#[derive(Clone, Debug, PartialEq)]
pub struct Prop {
    /// What it is.
    pub kit: Kit,
    /// Its pieces, where they are.
    pub solids: Vec<PlacedSolid>,
}

/// The room around a body: the floor at height 0, and things. Axes: x to the left of somebody who faces the
/// front of the room, y up, z to the front; metres.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Room {
    /// The things, in a fixed order.
    pub props: Vec<Prop>,
}

/// Something that a body can touch, or must not sink into.
#[derive(Clone, Copy, Debug)]
pub(super) enum Face<'a> {
    /// The floor.
    Floor,
    /// The wall behind, at depth 0.
    Wall,
    /// A piece of a thing.
    Solid(&'a PlacedSolid),
    /// A piece of a thing that gives way to what lies on it.
    Soft(&'a PlacedSolid),
}

/// An edge that fingers can close around.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    /// Its middle.
    pub(super) at: DVec3,
    /// Along it, of length one.
    pub(super) along: DVec3,
    /// How far from its middle a hand can hold it, in metres.
    pub(super) reach: f64,
}

impl Edge {
    /// Returns how far a point is from where a hand can hold it.
    pub(super) fn off(self, point: DVec3) -> DVec3 {
        let apart = point - self.at;
        apart - self.along * apart.dot(self.along).clamp(-self.reach, self.reach)
    }
}

impl Face<'_> {
    /// Returns whether it gives way to what lies on it.
    pub(super) fn is_soft(self) -> bool {
        matches!(self, Self::Soft(_))
    }

    /// Returns how far a part is from touching it at that distance: nothing while it sinks in no deeper than may be.
    pub(super) fn off(self, distance: f64) -> f64 {
        let give = if self.is_soft() { GIVE } else { 0.0 };
        if distance < -give { distance + give } else { distance.max(0.0) }
    }

    /// Returns how far a point is in front of it; less than nothing inside.
    pub(super) fn distance(self, point: DVec3) -> f64 {
        match self {
            Self::Floor => point.y,
            Self::Wall => point.z,
            Self::Solid(solid) | Self::Soft(solid) => solid.distance(point),
        }
    }

    /// Returns the direction in which a point gets away from it fastest.
    pub(super) fn normal(self, point: DVec3) -> DVec3 {
        const STEP: f64 = 1e-5;
        match self {
            Self::Floor => DVec3::Y,
            Self::Wall => DVec3::Z,
            Self::Solid(solid) | Self::Soft(solid) => DVec3::AXES
                .map(|axis| {
                    axis * (solid.distance(point + axis * STEP) - solid.distance(point - axis * STEP))
                })
                .into_iter()
                .sum::<DVec3>()
                .normalize_or(DVec3::Y),
        }
    }
}

impl Room {
    /// Returns the room in which this kit stands ready: chair and roller in the middle, the wall behind.
    #[must_use]
    pub fn with(kit: &[Kit]) -> Self {
        let props = kit.iter().filter_map(|&kit| {
            let solids = solids(kit);
            (!solids.is_empty()).then_some(Prop { kit, solids })
        });
        Self { props: props.collect() }
    }

    /// Moves a thing along the floor.
    pub(super) fn shift(&mut self, kit: Kit, by: DVec3) {
        for prop in self.props.iter_mut().filter(|prop| prop.kit == kit) {
            for solid in &mut prop.solids {
                solid.at.translation += by;
            }
        }
    }

    /// How far behind its front edge the middle of a table is, less a hand's length, in metres.
    pub(super) const HANDS_ON_TABLE: f64 = 0.36 - 0.16;

    /// Puts a thing over a point: its middle above it, its underside at its height.
    pub(super) fn move_to(&mut self, kit: Kit, at: DVec3) {
        let prop = self.props.iter().find(|prop| prop.kit == kit);
        let Some(from) = prop.and_then(|prop| prop.solids.first()).map(|solid| solid.at.translation) else {
            return;
        };
        let stands = solids(kit).first().map_or(from.y, |solid| solid.at.translation.y);
        self.shift(kit, DVec3::new(at.x, at.y + stands, at.z) - from);
    }

    /// Returns the room a fraction of the way to another with the same things.
    pub(super) fn between(&self, next: &Self, fraction: f64) -> Self {
        let mut room = self.clone();
        for (prop, other) in room.props.iter_mut().zip(&next.props) {
            for (solid, to) in prop.solids.iter_mut().zip(&other.solids) {
                solid.at.translation = solid.at.translation.lerp(to.at.translation, fraction);
            }
        }
        room
    }

    /// Lays the mat so that its middle is under a point.
    pub(super) fn lay_mat(&mut self, under: DVec3) {
        self.move_to(Kit::Mat, under.with_y(0.0));
    }

    /// Returns the mirrored room: every thing is on the other side. The things themselves have no left and right.
    pub(super) fn mirrored(&self) -> Self {
        let mut room = self.clone();
        let flip = DMat3::from_diagonal(DVec3::new(-1.0, 1.0, 1.0));
        for solid in room.props.iter_mut().flat_map(|prop| &mut prop.solids) {
            let DAffine3 { matrix3, translation } = solid.at;
            solid.at = DAffine3 { matrix3: flip * matrix3 * flip, translation: flip * translation };
        }
        room
    }

    /// Returns the thing that a surface belongs to; of those that may be it, the usual one first.
    fn prop(&self, surface: Surface) -> Option<&Prop> {
        surface.kit().iter().find_map(|kit| self.props.iter().find(|prop| prop.kit == *kit))
    }

    /// Returns which kit a surface belongs to, of what is there.
    pub(super) fn kit(&self, surface: Surface) -> Option<Kit> {
        self.prop(surface).map(|prop| prop.kit)
    }

    /// Returns what is touched by that name; nothing where the thing is not there.
    pub(super) fn face(&self, surface: Surface) -> Option<Face<'_>> {
        let piece = |index: usize| self.prop(surface)?.solids.get(index).map(Face::Solid);
        match surface {
            Surface::Floor => Some(Face::Floor),
            Surface::Wall => Some(Face::Wall),
            Surface::Pillow => self.prop(surface)?.solids.first().map(Face::Soft),
            Surface::Chair | Surface::Table | Surface::Roller => piece(0),
            Surface::ChairBack => piece(1),
            _ => None,
        }
    }

    /// Returns the edge that a hand of that side closes around: of a seat the one at its side, of a chair's back
    /// and a table the one in front.
    pub(super) fn edge(&self, surface: Surface, side: Side) -> Option<Edge> {
        let (Face::Solid(piece) | Face::Soft(piece)) = self.face(surface)? else { return None };
        let Solid::Box { half, .. } = piece.solid else { return None };
        let (from_middle, along, long) = match (surface, side) {
            (Surface::Chair, Side::Left) => (DVec3::new(half.x, half.y, 0.0), DVec3::Z, half.z),
            (Surface::Chair, Side::Right) => (DVec3::new(-half.x, half.y, 0.0), DVec3::Z, half.z),
            _ => (DVec3::Z * half.z, DVec3::X, half.x),
        };
        Some(Edge {
            at: piece.at.transform_point3(from_middle),
            along: piece.at.transform_vector3(along),
            reach: (long - PALM_HALF).max(0.0),
        })
    }

    /// Returns what nothing may sink into: everything hard.
    pub(super) fn hard(&self) -> Vec<Face<'_>> {
        let wall = self.props.iter().any(|prop| prop.kit == Kit::Wall).then_some(Face::Wall);
        let hard = |prop: &&Prop| !matches!(prop.kit, Kit::Pillow | Kit::Mat | Kit::Wall);
        let things = self.props.iter().filter(hard).flat_map(|prop| &prop.solids).map(Face::Solid);
        [Face::Floor].into_iter().chain(wall).chain(things).collect()
    }
}

fn solids(kit: Kit) -> Vec<PlacedSolid> {
    let block = |half: [f64; 3], at: [f64; 3], rounding: f64, material| PlacedSolid {
        solid: Solid::Box { half: half.into(), rounding },
        at: DAffine3::from_translation(at.into()),
        material,
    };
    let upright = |radius: f64, half_length: f64, at: [f64; 3], material| PlacedSolid {
        solid: Solid::Cylinder { radius, half_length, rounding: 0.004 },
        at: DAffine3 { matrix3: DMat3::from_cols(DVec3::Y, DVec3::NEG_X, DVec3::Z), translation: at.into() },
        material,
    };
    let lying = |radius: f64, half_length: f64, material| PlacedSolid {
        solid: Solid::Cylinder { radius, half_length, rounding: 0.01 },
        at: DAffine3::from_translation(DVec3::new(0.0, radius, 0.0)),
        material,
    };
    match kit {
        Kit::Mat => vec![block([0.32, MAT / 2.0, 0.92], [0.0, -MAT / 2.0, 0.0], 0.003, PropMaterial::Mat)],
        Kit::Roller => vec![lying(ROLLER, 0.3, PropMaterial::Foam)],
        Kit::Towel => vec![lying(TOWEL, 0.25, PropMaterial::Cushion)],
        Kit::Pillow => {
            vec![block([0.26, PILLOW, 0.17], [0.0, PILLOW, 0.0], PILLOW * 0.9, PropMaterial::Cushion)]
        }
        Kit::Chair => {
            let under = SEAT - SEAT_THICK;
            let (x, z, leg) = (SEAT_WIDTH_HALF - 0.025, SEAT_HALF - 0.025, 0.014);
            let seat = block(
                [SEAT_WIDTH_HALF, SEAT_THICK / 2.0, SEAT_HALF],
                [0.0, SEAT - SEAT_THICK / 2.0, 0.0],
                0.012,
                PropMaterial::Wood,
            );
            let back = block(
                [SEAT_WIDTH_HALF - 0.01, 0.05, 0.012],
                [0.0, CHAIR_BACK - 0.05, -SEAT_HALF - 0.01],
                0.011,
                PropMaterial::Wood,
            );
            let post = (CHAIR_BACK - 0.06) / 2.0;
            let legs = [x, -x].into_iter().flat_map(|x| {
                [
                    upright(leg, under / 2.0, [x, under / 2.0, z], PropMaterial::Wood),
                    upright(leg, post, [x, post, -SEAT_HALF - 0.01], PropMaterial::Wood),
                ]
            });
            [seat, back].into_iter().chain(legs).collect()
        }
        Kit::Table => {
            let (x, z) = (0.55, 0.32);
            let under = TABLE - 0.03;
            let top = block([0.6, 0.015, 0.36], [0.0, TABLE - 0.015, 0.0], 0.006, PropMaterial::Wood);
            let corners = [(x, z), (x, -z), (-x, z), (-x, -z)];
            let legs =
                corners.map(|(x, z)| upright(0.02, under / 2.0, [x, under / 2.0, z], PropMaterial::Metal));
            [top].into_iter().chain(legs).collect()
        }
        Kit::Wall => vec![block([1.3, 1.15, 0.01], [0.0, 1.15, -0.01], 0.0, PropMaterial::Wall)],
        Kit::Band | Kit::Weight => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_where_the_things_are() {
        let room = Room::with(&[Kit::Chair, Kit::Wall, Kit::Roller]);
        let distance = |surface, point: [f64; 3]| room.face(surface).unwrap().distance(point.into());
        assert!(distance(Surface::Chair, [0.0, SEAT, 0.0]).abs() < 1e-9);
        assert!(distance(Surface::Roller, [0.0, 2.0 * ROLLER, 0.0]).abs() < 1e-9);
        assert!((distance(Surface::Wall, [0.3, 1.0, 0.2]) - 0.2).abs() < 1e-9);
        assert!(room.face(Surface::Table).is_none());
        let roller = room.face(Surface::Roller).unwrap();
        assert!(roller.normal(DVec3::new(0.0, 0.2, 0.0)).abs_diff_eq(DVec3::Y, 1e-6));
    }
}
