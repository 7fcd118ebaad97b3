//! The plain shapes that things in a room are made of: what a body can lie on, sit on and lean against.
//!
//! Metres; x to the person's left, y up, z forward.

use glam::{DAffine3, DVec2, DVec3};

/// A solid with rounded edges around its own origin, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Solid {
    /// A box.
    Box {
        /// Half of its width, height and depth, the rounding included.
        half: DVec3,
        /// The radius of its edges.
        rounding: f64,
    },
    /// A cylinder around the x axis.
    Cylinder {
        /// Its radius.
        radius: f64,
        /// Half of its length along x, the rounding included.
        half_length: f64,
        /// The radius of its two edges.
        rounding: f64,
    },
}

/// What a thing in the room is made of, as far as it can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PropMaterial {
    /// An exercise mat.
    Mat,
    /// A foam roller.
    Foam,
    /// A cushion, a pillow or a towel.
    Cushion,
    /// The wood of a chair or a table.
    Wood,
    /// Metal, as of a dumbbell or the legs of a table.
    Metal,
    /// A wall.
    Wall,
}

/// A solid with its place in the room and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedSolid {
    /// Its shape.
    pub solid: Solid,
    /// Where it is: a rotation and a translation from its own axes to those of the room, nothing else.
    pub at: DAffine3,
    /// What it is made of.
    pub material: PropMaterial,
}

impl Solid {
    /// Returns the radius of the edges in metres, held between nothing and what the solid has room for.
    #[must_use]
    pub fn rounding(&self) -> f64 {
        match *self {
            Self::Box { half, rounding } => rounding.min(half.min_element()).max(0.0),
            Self::Cylinder { radius, half_length, rounding } => {
                rounding.min(radius.min(half_length)).max(0.0)
            }
        }
    }

    /// Returns the half extents, in metres, of the smallest box around the solid's own axes that holds it.
    #[must_use]
    pub fn half_extents(&self) -> DVec3 {
        match *self {
            Self::Box { half, .. } => half,
            Self::Cylinder { radius, half_length, .. } => DVec3::new(half_length, radius, radius),
        }
    }

    /// Returns the distance in metres from a point to the surface, negative inside; the point is given in
    /// the solid's own axes.
    #[must_use]
    pub fn distance(&self, point: DVec3) -> f64 {
        let rounding = self.rounding();
        match *self {
            Self::Box { half, .. } => {
                let beyond = point.abs() - (half - DVec3::splat(rounding));
                let outside = beyond.max(DVec3::ZERO).length();
                outside + beyond.max_element().min(0.0) - rounding
            }
            Self::Cylinder { radius, half_length, .. } => {
                let from_axis = DVec2::new(point.y, point.z).length();
                let beyond =
                    DVec2::new(from_axis - (radius - rounding), point.x.abs() - (half_length - rounding));
                let outside = beyond.max(DVec2::ZERO).length();
                outside + beyond.max_element().min(0.0) - rounding
            }
        }
    }
}

impl PlacedSolid {
    /// Returns the distance in metres from a point of the room to the surface, negative inside.
    #[must_use]
    pub fn distance(&self, point: DVec3) -> f64 {
        self.solid.distance(self.at.matrix3.transpose() * (point - self.at.translation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BLOCK: Solid = Solid::Box { half: DVec3::new(0.3, 0.2, 0.1), rounding: 0.05 };
    const ROLLER: Solid = Solid::Cylinder { radius: 0.075, half_length: 0.45, rounding: 0.01 };

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
    }

    #[test]
    fn distances_from_a_box() {
        near(BLOCK.distance(DVec3::ZERO), -0.1);
        near(BLOCK.distance(DVec3::new(0.5, 0.0, 0.0)), 0.2);
        near(BLOCK.distance(DVec3::new(0.0, 0.2, 0.0)), 0.0);
        near(BLOCK.distance(DVec3::new(0.0, -0.18, 0.0)), -0.02);
        // Off an edge: 3-4-5 from the axis of its rounding.
        near(BLOCK.distance(DVec3::new(0.25 + 0.3, 0.15 + 0.4, 0.0)), 0.45);
        // Off a corner.
        let corner = DVec3::new(0.25, 0.15, 0.05) + DVec3::new(0.1, 0.2, 0.2);
        near(BLOCK.distance(corner), 0.25);
    }

    #[test]
    fn distances_from_a_cylinder() {
        near(ROLLER.distance(DVec3::ZERO), -0.075);
        near(ROLLER.distance(DVec3::new(0.2, 0.06, 0.08)), 0.025);
        near(ROLLER.distance(DVec3::new(0.5, 0.0, 0.0)), 0.05);
        near(ROLLER.distance(DVec3::new(-0.44, 0.0, 0.0)), -0.01);
        near(ROLLER.distance(DVec3::new(0.44 + 0.03, 0.065 + 0.04, 0.0)), 0.04);
    }

    #[test]
    fn what_is_placed_is_measured_where_it_is() {
        let turned = DAffine3::from_rotation_translation(
            glam::DQuat::from_rotation_y(std::f64::consts::FRAC_PI_2),
            DVec3::new(1.0, 0.5, -2.0),
        );
        let placed = PlacedSolid { solid: BLOCK, at: turned, material: PropMaterial::Wood };
        // Its width of 0.3 now runs along z, its depth of 0.1 along x.
        near(placed.distance(DVec3::new(1.0, 0.5, -1.5)), 0.2);
        near(placed.distance(DVec3::new(1.5, 0.5, -2.0)), 0.4);
    }

    #[test]
    fn rounding_never_exceeds_the_solid() {
        let pill = Solid::Box { half: DVec3::new(0.3, 0.1, 0.1), rounding: 9.0 };
        near(pill.distance(DVec3::new(0.2, 0.06, 0.08)), 0.0);
        let sharp = Solid::Box { half: DVec3::splat(0.1), rounding: -1.0 };
        near(sharp.distance(DVec3::splat(0.1)), 0.0);
    }

    fn solids() -> impl Strategy<Value = Solid> {
        let size = 0.02..1.0f64;
        prop_oneof![
            (size.clone(), size.clone(), size.clone(), 0.0..0.3f64)
                .prop_map(|(x, y, z, rounding)| Solid::Box { half: DVec3::new(x, y, z), rounding }),
            (size.clone(), size, 0.0..0.3f64).prop_map(|(radius, half_length, rounding)| Solid::Cylinder {
                radius,
                half_length,
                rounding
            }),
        ]
    }

    fn points() -> impl Strategy<Value = DVec3> {
        (-1.5..1.5f64, -1.5..1.5f64, -1.5..1.5f64).prop_map(DVec3::from)
    }

    proptest! {
        /// An exact distance has a slope of one nearly everywhere, so that walking it down the slope ends on
        /// the surface: what contact solving relies on.
        #[test]
        fn a_step_along_the_slope_ends_on_the_surface(solid in solids(), point in points()) {
            let there = solid.distance(point);
            prop_assume!(there > 1e-3);
            let step = 1e-6;
            let slope = |axis: DVec3| {
                (solid.distance(point + axis * step) - solid.distance(point - axis * step)) / (2.0 * step)
            };
            let slope = DVec3::new(slope(DVec3::X), slope(DVec3::Y), slope(DVec3::Z));
            prop_assert!((slope.length() - 1.0).abs() < 1e-4);
            prop_assert!(solid.distance(point - slope * there).abs() < 1e-4);
        }

        /// No two points differ in their distance by more than they are apart.
        #[test]
        fn distance_never_jumps(solid in solids(), a in points(), b in points()) {
            prop_assert!((solid.distance(a) - solid.distance(b)).abs() <= a.distance(b) + 1e-12);
        }
    }
}
