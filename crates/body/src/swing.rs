//! The upper arm's swing as a vector, so that it can be blended where its plane has no meaning.

/// Turns plane and elevation (radians) into a vector that is as long as the elevation and points along
/// the plane: with the arm hanging it is zero whatever the plane says.
pub(crate) fn to_vector(plane: f64, elevation: f64) -> [f64; 2] {
    let (sin, cos) = libm::sincos(plane);
    [elevation * cos, elevation * sin]
}

/// The inverse of [`to_vector`]; a swing of (almost) nothing keeps the plane it is given.
pub(crate) fn from_vector([x, y]: [f64; 2], plane_of_nothing: f64) -> (f64, f64) {
    let elevation = libm::hypot(x, y);
    if elevation < 1e-9 { (plane_of_nothing, 0.0) } else { (libm::atan2(y, x), elevation) }
}
