//! The shadows on the wall, on the floor and on things, one layer of a texture each.

use glam::Vec3;
use web_sys::{WebGl2RenderingContext as Gl, WebGlTexture};

use super::error::GlError;
use super::program::Values;
use crate::number::signed;
use crate::shadow::{MOST, ShadowMap};

/// Layers: the wall's, the floor's, those of faces. Faces beyond are without shadow; no room of ours has so many.
pub(super) const LAYERS: usize = 32;
/// The unit from which they are read.
const UNIT: i32 = 2;

/// The shadows of a scene.
pub(super) struct Shadows {
    texture: WebGlTexture,
    /// From metres to texels for the two directions of every layer, and how far it reaches.
    along: [[f32; 4]; 2 * LAYERS],
    last: [[f32; 2]; LAYERS],
    bytes: Vec<u8>,
}

impl Shadows {
    pub(super) fn new(gl: &Gl) -> Result<Self, GlError> {
        let texture = gl.create_texture().ok_or(GlError::Lost)?;
        gl.bind_texture(Gl::TEXTURE_2D_ARRAY, Some(&texture));
        gl.tex_storage_3d(Gl::TEXTURE_2D_ARRAY, 1, Gl::R8, MOST, MOST, signed(LAYERS));
        for (what, how) in [
            (Gl::TEXTURE_MIN_FILTER, Gl::LINEAR),
            (Gl::TEXTURE_MAG_FILTER, Gl::LINEAR),
            (Gl::TEXTURE_WRAP_S, Gl::CLAMP_TO_EDGE),
            (Gl::TEXTURE_WRAP_T, Gl::CLAMP_TO_EDGE),
        ] {
            gl.tex_parameteri(Gl::TEXTURE_2D_ARRAY, what, how.cast_signed());
        }
        Ok(Self { texture, along: [[0.0; 4]; 2 * LAYERS], last: [[0.0; 2]; LAYERS], bytes: Vec::new() })
    }

    /// Sends the shadows: the wall's, the floor's, and those of faces in the order in which receivers are counted.
    pub(super) fn send<'m>(&mut self, gl: &Gl, maps: impl Iterator<Item = Option<&'m ShadowMap>>) {
        gl.active_texture(Gl::TEXTURE0 + UNIT.cast_unsigned());
        gl.bind_texture(Gl::TEXTURE_2D_ARRAY, Some(&self.texture));
        gl.pixel_storei(Gl::UNPACK_ALIGNMENT, 1);
        self.last = [[0.0; 2]; LAYERS];
        for (layer, map) in maps.take(LAYERS).enumerate() {
            let Some(map) = map.filter(|map| !map.dark.is_empty()) else { continue };
            for axis in [0, 1] {
                let Vec3 { x, y, z } = map.along[axis];
                self.along[2 * layer + axis] = [x, y, z, map.shift[axis]];
            }
            self.last[layer] = map.last;
            self.bytes.clear();
            self.bytes.extend(map.dark.iter().map(|&dark| byte(dark)));
            let [width, height] = map.size.map(signed);
            // The only way for it to fail is a texture of another kind.
            let _sent = gl.tex_sub_image_3d_with_opt_u8_array(
                Gl::TEXTURE_2D_ARRAY,
                0,
                0,
                0,
                signed(layer),
                width,
                height,
                1,
                Gl::RED,
                Gl::UNSIGNED_BYTE,
                Some(&self.bytes),
            );
        }
    }

    /// Tells a program where they are.
    pub(super) fn tell(&self, values: &Values<'_>) {
        values.texture("shadows", UNIT);
        values.fours("along", &self.along);
        values.pairs("last", &self.last);
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, NaN is 0")]
fn byte(share: f32) -> u8 {
    (share * 255.0 + 0.5) as u8
}
