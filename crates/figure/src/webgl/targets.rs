//! What is drawn on before it is put together: the light of the figure, four samples a pixel, and its distances.

use web_sys::{WebGl2RenderingContext as Gl, WebGlFramebuffer, WebGlRenderbuffer, WebGlTexture};

use super::error::GlError;
use crate::number::signed;

/// Samples of a pixel; every WebGL2 has so many.
const SAMPLES: i32 = 4;

/// What is drawn on, for pictures of one size.
pub(super) struct Targets {
    pub(super) size: [usize; 2],
    sampled: WebGlFramebuffer,
    light: WebGlFramebuffer,
    distances: WebGlFramebuffer,
    textures: [WebGlTexture; 2],
    buffers: [WebGlRenderbuffer; 3],
}

impl Targets {
    pub(super) fn new(gl: &Gl, size: [usize; 2]) -> Result<Self, GlError> {
        let [width, height] = size.map(signed);
        let buffer = |samples: i32, format: u32| {
            let buffer = gl.create_renderbuffer().ok_or(GlError::Lost)?;
            gl.bind_renderbuffer(Gl::RENDERBUFFER, Some(&buffer));
            gl.renderbuffer_storage_multisample(Gl::RENDERBUFFER, samples, format, width, height);
            Ok(buffer)
        };
        let texture = |format: u32| {
            let texture = gl.create_texture().ok_or(GlError::Lost)?;
            gl.active_texture(Gl::TEXTURE0);
            gl.bind_texture(Gl::TEXTURE_2D, Some(&texture));
            gl.tex_storage_2d(Gl::TEXTURE_2D, 1, format, width, height);
            for filter in [Gl::TEXTURE_MIN_FILTER, Gl::TEXTURE_MAG_FILTER] {
                gl.tex_parameteri(Gl::TEXTURE_2D, filter, Gl::NEAREST.cast_signed());
            }
            Ok(texture)
        };
        let frame = || {
            let frame = gl.create_framebuffer().ok_or(GlError::Lost)?;
            gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(&frame));
            Ok(frame)
        };
        let attach = |place: u32, buffer: &WebGlRenderbuffer| {
            gl.framebuffer_renderbuffer(Gl::FRAMEBUFFER, place, Gl::RENDERBUFFER, Some(buffer));
        };
        let attach_texture = |texture: &WebGlTexture| {
            let place = Gl::COLOR_ATTACHMENT0;
            gl.framebuffer_texture_2d(Gl::FRAMEBUFFER, place, Gl::TEXTURE_2D, Some(texture), 0);
        };
        // sRGB is what keeps eight bits enough for light; light times coverage is blended as light.
        let buffers = [
            buffer(SAMPLES, Gl::SRGB8_ALPHA8)?,
            buffer(SAMPLES, Gl::DEPTH_COMPONENT24)?,
            buffer(0, Gl::DEPTH_COMPONENT24)?,
        ];
        let textures = [texture(Gl::SRGB8_ALPHA8)?, texture(Gl::RGBA8)?];
        let sampled = frame()?;
        attach(Gl::COLOR_ATTACHMENT0, &buffers[0]);
        attach(Gl::DEPTH_ATTACHMENT, &buffers[1]);
        let complete = || gl.check_framebuffer_status(Gl::FRAMEBUFFER) == Gl::FRAMEBUFFER_COMPLETE;
        let mut is_complete = complete();
        let light = frame()?;
        attach_texture(&textures[0]);
        is_complete &= complete();
        let distances = frame()?;
        attach_texture(&textures[1]);
        attach(Gl::DEPTH_ATTACHMENT, &buffers[2]);
        is_complete &= complete();
        let targets = Self { size, sampled, light, distances, textures, buffers };
        if is_complete {
            return Ok(targets);
        }
        targets.delete(gl);
        Err(if gl.is_context_lost() { GlError::Lost } else { GlError::NoRoom(size[0], size[1]) })
    }

    /// Begins to draw light.
    pub(super) fn begin_light(&self, gl: &Gl) {
        begin(gl, &self.sampled);
    }

    /// Blends the samples of every pixel.
    pub(super) fn end_light(&self, gl: &Gl) {
        let [width, height] = self.size.map(signed);
        gl.bind_framebuffer(Gl::READ_FRAMEBUFFER, Some(&self.sampled));
        gl.bind_framebuffer(Gl::DRAW_FRAMEBUFFER, Some(&self.light));
        let (what, how) = (Gl::COLOR_BUFFER_BIT, Gl::NEAREST);
        gl.blit_framebuffer(0, 0, width, height, 0, 0, width, height, what, how);
    }

    /// Begins to draw distances.
    pub(super) fn begin_distances(&self, gl: &Gl) {
        begin(gl, &self.distances);
    }

    /// Offers light and distances to the program that draws, from the first and the second unit.
    pub(super) fn offer(&self, gl: &Gl) {
        for (unit, texture) in (0..).zip(&self.textures) {
            gl.active_texture(Gl::TEXTURE0 + unit);
            gl.bind_texture(Gl::TEXTURE_2D, Some(texture));
        }
    }

    pub(super) fn delete(&self, gl: &Gl) {
        for frame in [&self.sampled, &self.light, &self.distances] {
            gl.delete_framebuffer(Some(frame));
        }
        for texture in &self.textures {
            gl.delete_texture(Some(texture));
        }
        for buffer in &self.buffers {
            gl.delete_renderbuffer(Some(buffer));
        }
    }
}

fn begin(gl: &Gl, frame: &WebGlFramebuffer) {
    gl.bind_framebuffer(Gl::FRAMEBUFFER, Some(frame));
    gl.clear_color(0.0, 0.0, 0.0, 0.0);
    gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
}
