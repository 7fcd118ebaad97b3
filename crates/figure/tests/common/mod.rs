//! A mannequin of capsules, as dense as a real skin, and a room for it: for tests and measurements.

#![allow(dead_code, reason = "each test uses its own part")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may fail")]

use glam::{DAffine3, DVec3, Vec3, vec3};
use unknot_body::{PlacedSolid, PropMaterial, Solid};
use unknot_figure::{Backdrop, Camera, Colour, Mesh, Palette, Scene};

/// Quads around a limb, along its straight part, and along each of its two round ends.
const AROUND: u16 = 24;
const ALONG: u16 = 16;
const END: u16 = 7;

/// A body made of limbs, each a surface of its own.
#[derive(Default)]
pub(crate) struct Mannequin {
    pub(crate) positions: Vec<Vec3>,
    pub(crate) normals: Vec<Vec3>,
    pub(crate) quads: Vec<[u16; 4]>,
    pub(crate) albedo: Vec<Colour>,
    pub(crate) lengthens: Vec<f32>,
    pub(crate) works: Vec<f32>,
}

/// What happens to a limb.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Does {
    Rest,
    Lengthen,
    Work,
}

impl Mannequin {
    pub(crate) fn mesh(&self) -> Mesh<'_> {
        Mesh {
            positions: &self.positions,
            normals: &self.normals,
            quads: &self.quads,
            albedo: &self.albedo,
            lengthens: &self.lengthens,
            works: &self.works,
        }
    }

    /// Adds a limb from one ball to another.
    pub(crate) fn limb(
        &mut self,
        from: (Vec3, f32),
        to: (Vec3, f32),
        colour: Colour,
        does: Does,
    ) -> &mut Self {
        let axis = (to.0 - from.0).normalize_or(Vec3::Y);
        let aside = axis.any_orthonormal_vector();
        let beside = axis.cross(aside);
        let lean = libm::acos(f64::from((from.1 - to.1) / to.0.distance(from.0).max(1e-6)).clamp(-1.0, 1.0));
        let first = u16::try_from(self.positions.len()).unwrap();
        let rings = 2 * END + ALONG;
        for ring in 0..=rings {
            // Polar angle of the normal from the axis, and how far along the limb its ball is.
            let (polar, share) = if ring <= END {
                let share = f64::from(ring) / f64::from(END);
                (std::f64::consts::PI + (lean - std::f64::consts::PI) * share, 0.0)
            } else if ring >= END + ALONG {
                (lean * f64::from(rings - ring) / f64::from(END), 1.0)
            } else {
                (lean, f32::from(ring - END) / f32::from(ALONG))
            };
            let (sin, cos) = libm::sincos(polar);
            let centre = from.0.lerp(to.0, share);
            let radius = from.1 + (to.1 - from.1) * share;
            for step in 0..AROUND {
                let (y, x) = libm::sincos(std::f64::consts::TAU * f64::from(step) / f64::from(AROUND));
                let out = aside.as_dvec3() * x + beside.as_dvec3() * y;
                let normal = (axis.as_dvec3() * cos + out * sin).as_vec3();
                self.positions.push(centre + normal * radius);
                self.normals.push(normal);
                self.albedo.push(colour);
                let middle = 1.0 - (2.0 * share - 1.0) * (2.0 * share - 1.0);
                self.lengthens.push(if does == Does::Lengthen { middle } else { 0.0 });
                self.works.push(if does == Does::Work { middle } else { 0.0 });
            }
        }
        for ring in 0..rings {
            for step in 0..AROUND {
                let [here, there] = [step, (step + 1) % AROUND].map(|step| first + ring * AROUND + step);
                self.quads.push([here, there, there + AROUND, here + AROUND]);
            }
        }
        self
    }

    /// On hands and knees, the right arm and the left leg stretched out.
    pub(crate) fn bird_dog(palette: Palette) -> Self {
        let colours = palette.colours();
        let (suit, skin) = (colours.suit, colours.skin);
        let mut body = Self::default();
        body.limb((vec3(0.0, 0.52, -0.28), 0.135), (vec3(0.0, 0.535, 0.14), 0.15), suit, Does::Work)
            .limb((vec3(0.0, 0.56, 0.2), 0.06), (vec3(0.0, 0.59, 0.4), 0.055), skin, Does::Rest)
            .limb((vec3(0.0, 0.60, 0.42), 0.085), (vec3(0.0, 0.565, 0.5), 0.08), skin, Does::Rest);
        // The left arm holds, the right one reaches.
        body.limb((vec3(0.17, 0.53, 0.2), 0.062), (vec3(0.18, 0.29, 0.22), 0.045), suit, Does::Rest)
            .limb((vec3(0.18, 0.29, 0.22), 0.044), (vec3(0.18, 0.06, 0.22), 0.032), skin, Does::Rest)
            .limb((vec3(0.18, 0.05, 0.21), 0.033), (vec3(0.18, 0.04, 0.31), 0.024), skin, Does::Rest)
            .limb((vec3(-0.17, 0.54, 0.2), 0.062), (vec3(-0.18, 0.57, 0.48), 0.045), suit, Does::Lengthen)
            .limb((vec3(-0.18, 0.57, 0.48), 0.044), (vec3(-0.17, 0.60, 0.74), 0.032), skin, Does::Rest)
            .limb((vec3(-0.17, 0.60, 0.75), 0.033), (vec3(-0.165, 0.605, 0.86), 0.022), skin, Does::Rest);
        // The right knee holds, the left leg reaches.
        body.limb((vec3(-0.1, 0.5, -0.3), 0.1), (vec3(-0.1, 0.075, -0.28), 0.062), suit, Does::Rest)
            .limb((vec3(-0.1, 0.075, -0.28), 0.06), (vec3(-0.1, 0.06, -0.68), 0.04), suit, Does::Rest)
            .limb((vec3(-0.1, 0.055, -0.7), 0.038), (vec3(-0.1, 0.045, -0.86), 0.026), skin, Does::Rest)
            .limb((vec3(0.1, 0.51, -0.3), 0.1), (vec3(0.1, 0.54, -0.72), 0.062), suit, Does::Lengthen)
            .limb((vec3(0.1, 0.54, -0.72), 0.06), (vec3(0.1, 0.55, -1.12), 0.04), suit, Does::Rest)
            .limb((vec3(0.1, 0.55, -1.14), 0.038), (vec3(0.1, 0.45, -1.22), 0.026), skin, Does::Rest);
        body
    }

    /// Standing with the back to a wall at z = −0.16, the arms raised to the sides.
    pub(crate) fn wall_angel(palette: Palette) -> Self {
        let colours = palette.colours();
        let (suit, skin) = (colours.suit, colours.skin);
        let mut body = Self::default();
        body.limb((vec3(0.0, 0.95, 0.0), 0.14), (vec3(0.0, 1.35, 0.0), 0.15), suit, Does::Rest)
            .limb((vec3(0.0, 1.42, -0.01), 0.06), (vec3(0.0, 1.55, 0.0), 0.055), skin, Does::Rest)
            .limb((vec3(0.0, 1.60, 0.0), 0.085), (vec3(0.0, 1.70, 0.0), 0.09), skin, Does::Rest);
        for side in [-1.0, 1.0] {
            let at = |x: f32, y: f32, z: f32| vec3(x * side, y, z);
            body.limb((at(0.17, 1.40, -0.02), 0.062), (at(0.43, 1.44, -0.10), 0.045), suit, Does::Work)
                .limb((at(0.43, 1.44, -0.10), 0.044), (at(0.48, 1.70, -0.115), 0.032), skin, Does::Rest)
                .limb((at(0.48, 1.71, -0.115), 0.033), (at(0.485, 1.82, -0.125), 0.024), skin, Does::Rest)
                .limb((at(0.09, 0.93, 0.0), 0.1), (at(0.10, 0.5, 0.02), 0.065), suit, Does::Rest)
                .limb((at(0.10, 0.5, 0.02), 0.062), (at(0.10, 0.1, 0.0), 0.042), suit, Does::Rest)
                .limb((at(0.10, 0.05, -0.02), 0.045), (at(0.11, 0.035, 0.14), 0.033), skin, Does::Rest);
        }
        body
    }
}

/// A scene with nothing but a camera: transparent, and without floor or wall.
pub(crate) fn bare<'a>(meshes: &'a [Mesh<'a>], camera: Camera) -> Scene<'a> {
    let backdrop = Backdrop { floor: None, wall: None };
    Scene { meshes, solids: &[], backdrop, camera, palette: Palette::Paper, transparent: true }
}

/// The bird dog on its mat.
pub(crate) fn on_the_mat<'a>(
    meshes: &'a [Mesh<'a>],
    solids: &'a [PlacedSolid],
    palette: Palette,
) -> Scene<'a> {
    let camera = Camera::around(DVec3::new(0.0, 0.35, -0.2), 1.15, 65.0, 14.0);
    Scene { meshes, solids, backdrop: Backdrop::default(), camera, palette, transparent: false }
}

/// The wall angel between a wall and a chair.
pub(crate) fn at_the_wall<'a>(
    meshes: &'a [Mesh<'a>],
    solids: &'a [PlacedSolid],
    palette: Palette,
) -> Scene<'a> {
    let camera = Camera::around(DVec3::new(0.2, 0.9, 0.0), 1.1, 25.0, 8.0);
    let backdrop = Backdrop { floor: Some(0.0), wall: Some(-0.16) };
    Scene { meshes, solids, backdrop, camera, palette, transparent: false }
}

/// An upright box, from the middle of its underside and its whole size.
pub(crate) fn block(foot: DVec3, size: DVec3, rounding: f64, material: PropMaterial) -> PlacedSolid {
    let at = DAffine3::from_translation(foot + DVec3::Y * size.y / 2.0);
    PlacedSolid { solid: Solid::Box { half: size / 2.0, rounding }, at, material }
}

/// A mat on the floor along z.
pub(crate) fn mat() -> PlacedSolid {
    block(DVec3::new(0.0, 0.0, -0.2), DVec3::new(0.66, 0.012, 1.85), 0.006, PropMaterial::Mat)
}

/// A foam roller across.
pub(crate) fn roller() -> PlacedSolid {
    PlacedSolid {
        solid: Solid::Cylinder { radius: 0.075, half_length: 0.30, rounding: 0.012 },
        at: DAffine3::from_rotation_translation(
            glam::DQuat::from_rotation_y(0.9),
            DVec3::new(0.75, 0.075, 0.2),
        ),
        material: PropMaterial::Foam,
    }
}

/// A chair at the person's left.
pub(crate) fn chair() -> Vec<PlacedSolid> {
    let wood = PropMaterial::Wood;
    let at = |x: f64, y: f64, z: f64| DVec3::new(0.95 + x, y, 0.12 + z);
    let mut chair = vec![
        block(at(0.0, 0.43, 0.0), DVec3::new(0.42, 0.03, 0.42), 0.012, wood),
        block(at(0.0, 0.68, -0.19), DVec3::new(0.40, 0.20, 0.022), 0.01, wood),
    ];
    for (x, z) in [(-0.18, 0.18), (0.18, 0.18), (-0.18, -0.19), (0.18, -0.19)] {
        let height = if z < 0.0 { 0.86 } else { 0.44 };
        chair.push(block(at(x, 0.0, z), DVec3::new(0.035, height, 0.035), 0.008, wood));
    }
    chair
}
