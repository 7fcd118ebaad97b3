//! The 33 landmarks of a body in a picture: the names, axes and units of MediaPipe Pose.
//!
//! A landmark stands in two frames. In the *world* it is measured in metres from the middle between the hips, along
//! the axes of the picture. In the *image* it is measured in shares of the picture. Both have x to the picture's
//! right, y down and z away from the camera, so what is nearer to the camera than the hips has a negative z.
//!
//! Left and right are the person's own, if the picture is not mirrored: somebody who faces the camera has the
//! left shoulder on the picture's right, at the larger x.

mod kinect;
mod landmark;
mod landmarks;
#[cfg(feature = "json")]
mod lines;

pub use kinect::KinectJoint;
pub use landmark::{Landmark, LandmarkSide};
pub use landmarks::{ImagePoint, Landmarks, Sighting, WorldPoint};
#[cfg(feature = "json")]
pub use lines::{LineError, Wrong, read_line, read_lines, write_line};
