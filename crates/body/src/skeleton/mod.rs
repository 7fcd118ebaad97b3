//! The skeleton: from joint angles to where every bone is.
//!
//! A bone's *anatomical* rotation is nothing at the zero of every angle: upright, arms hanging, thumbs forward.
//! The skin is modelled in another posture, arms out and elbows a little bent; [`Rest`] knows the rotation of each
//! bone from there to zero. Everything on the right side is computed as the mirror image of the left, so that
//! left and right agree to the last bit.

mod carriers;
mod frames;
mod joints;
mod rest;

pub use frames::Frames;
pub(crate) use joints::{Dof, Joint};
pub use rest::Rest;

use glam::DMat3;

use crate::side::Side;

/// Returns the rotation about x; it takes y towards z.
fn about_x(radians: f64) -> DMat3 {
    let (s, c) = libm::sincos(radians);
    DMat3::from_cols_array(&[1.0, 0.0, 0.0, 0.0, c, s, 0.0, -s, c])
}

/// Returns the rotation about y; it takes z towards x.
fn about_y(radians: f64) -> DMat3 {
    let (s, c) = libm::sincos(radians);
    DMat3::from_cols_array(&[c, 0.0, -s, 0.0, 1.0, 0.0, s, 0.0, c])
}

/// Returns the rotation about z; it takes x towards y.
fn about_z(radians: f64) -> DMat3 {
    let (s, c) = libm::sincos(radians);
    DMat3::from_cols_array(&[c, s, 0.0, -s, c, 0.0, 0.0, 0.0, 1.0])
}

/// Returns a rotation of the left side as that of this side.
fn on(side: Side, left: DMat3) -> DMat3 {
    match side {
        Side::Left => left,
        Side::Right => mirrored(left),
    }
}

/// Returns the rotation that a mirror (left for right) shows.
pub(crate) fn mirrored(r: DMat3) -> DMat3 {
    let [a, b, c, d, e, f, g, h, i] = r.to_cols_array();
    DMat3::from_cols_array(&[a, -b, -c, -d, e, f, -g, h, i])
}
