//! The room behind the figure: a floor and a wall that fade into the paper.

mod knots;
pub(crate) mod meeting;
mod paints;
mod row;

pub(crate) use paints::{Layer, Paints};
pub(crate) use row::{Row, apart};

use glam::Vec3;

use crate::lens::Lens;
use crate::number::narrow;
use crate::shadow::{Plane, ShadowMap};

/// What stands still behind the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backdrop {
    /// The height of the floor in metres; `None` draws none.
    pub floor: Option<f64>,
    /// The z of a wall that faces +z, in metres. `None` draws the first upright slab of
    /// [`PropMaterial::Wall`](unknot_body::PropMaterial::Wall) instead, if there is one. Seen from behind, a wall is
    /// cut away.
    pub wall: Option<f64>,
}

impl Default for Backdrop {
    fn default() -> Self {
        Self { floor: Some(0.0), wall: None }
    }
}

/// The backdrop as seen through a lens, with what falls on it.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) lens: &'a Lens,
    /// The height of the floor, and its shadow.
    pub(crate) floor: Option<(f32, &'a ShadowMap)>,
    /// The wall, and its shadow.
    pub(crate) wall: Option<(Plane, &'a ShadowMap)>,
}

impl Backdrop {
    /// Returns the wall (or the other one, if there is none here), if the eye is in front of it.
    pub(crate) fn wall_seen_from(&self, eye: Vec3, other: Option<Plane>) -> Option<Plane> {
        let wall = self.wall.map(|z| Plane::wall(Vec3::Z * narrow(z), Vec3::Z));
        wall.or(other).filter(|wall| wall.local(eye).z > 0.0)
    }

    /// Returns the height of the floor in metres, if the eye is above it.
    pub(crate) fn floor_seen_from(&self, eye: Vec3) -> Option<f32> {
        self.floor.map(narrow).filter(|&floor| eye.y > floor)
    }
}
