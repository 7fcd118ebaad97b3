//! Pictures of a body in a room.
//!
//! A [`Scene`] of posed surfaces, solids, a floor and perhaps a wall becomes a [`Picture`]: on the CPU, quickly
//! enough for moving pictures, and the same to the last byte on every machine and in WebAssembly. To that end
//! there is no arithmetic here but `+ − × ÷ √` and what `libm` makes of it, always in the same order.
//!
//! With the feature `webgl` a browser's graphics processor draws the same, quickly enough for a phone: not to the last
//! byte, but to the eye.
//!
//! Metres; x to the person's left, y up, z forward.

mod backdrop;
mod bounds;
mod breath;
mod camera;
mod compose;
mod encode;
mod lens;
mod mesh;
mod number;
mod palette;
mod picture;
mod props;
mod raster;
mod renderer;
mod separate;
mod setting;
mod shade;
mod shadow;
mod skin;
#[cfg(feature = "webgl")]
mod webgl;

pub use backdrop::Backdrop;
pub use camera::Camera;
pub use mesh::Mesh;
pub use palette::{Colour, Colours, Palette, linear, srgb};
pub use picture::{Picture, TooLarge};
#[doc(hidden)]
pub use renderer::Stage;
pub use renderer::{Renderer, Scene, render};
pub use skin::Skin;
#[cfg(feature = "webgl")]
pub use webgl::{GlError, GlRenderer};
