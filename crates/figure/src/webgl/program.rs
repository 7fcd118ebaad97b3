//! A pair of shaders, and the values that they are given.

use std::cell::RefCell;
use std::collections::BTreeMap;

use glam::Vec3;
use web_sys::{WebGl2RenderingContext as Gl, WebGlProgram, WebGlShader, WebGlUniformLocation};

use super::error::GlError;
use super::numbers::prelude;

/// What asks whether a program is made; a number of the extension KHR_parallel_shader_compile.
const COMPLETION_STATUS: u32 = 0x91B1;

/// A pair of shaders.
pub(super) struct Program {
    program: WebGlProgram,
    /// Where values go; asked for once, as that waits for the graphics processor.
    places: RefCell<BTreeMap<&'static str, Option<WebGlUniformLocation>>>,
}

impl Program {
    /// Begins to make it; whether that went well is only asked by [`Program::check`], so that several are made at once.
    pub(super) fn new(gl: &Gl, vertex: &str, fragment: &str) -> Result<Self, GlError> {
        let program = gl.create_program().ok_or(GlError::Lost)?;
        for (kind, text) in [(Gl::VERTEX_SHADER, vertex), (Gl::FRAGMENT_SHADER, fragment)] {
            let shader = gl.create_shader(kind).ok_or(GlError::Lost)?;
            gl.shader_source(&shader, &(prelude() + text));
            gl.compile_shader(&shader);
            gl.attach_shader(&program, &shader);
            // It goes with the program.
            gl.delete_shader(Some(&shader));
        }
        gl.link_program(&program);
        Ok(Self { program, places: RefCell::default() })
    }

    /// Returns whether it is made, so that [`Program::check`] does not wait; always where the browser cannot tell.
    pub(super) fn is_made(&self, gl: &Gl) -> bool {
        let told = gl.get_extension("KHR_parallel_shader_compile").ok().flatten();
        told.is_none() || gl.get_program_parameter(&self.program, COMPLETION_STATUS).is_truthy()
    }

    /// Tells what is wrong with it.
    pub(super) fn check(&self, gl: &Gl) -> Result<(), GlError> {
        if gl.get_program_parameter(&self.program, Gl::LINK_STATUS).is_truthy() {
            return Ok(());
        }
        if gl.is_context_lost() {
            return Err(GlError::Lost);
        }
        let shaders = gl.get_attached_shaders(&self.program);
        let mut said = gl.get_program_info_log(&self.program).unwrap_or_default();
        for shader in shaders.iter().flat_map(|shaders| shaders.iter()) {
            said += &gl.get_shader_info_log(&WebGlShader::from(shader)).unwrap_or_default();
        }
        Err(GlError::Shader(said))
    }

    /// Makes it the one that draws, and returns what takes its values.
    pub(super) fn take<'a>(&'a self, gl: &'a Gl) -> Values<'a> {
        gl.use_program(Some(&self.program));
        Values { gl, program: self }
    }
}

/// Takes values for the program that draws.
pub(super) struct Values<'a> {
    gl: &'a Gl,
    program: &'a Program,
}

impl Values<'_> {
    fn at(&self, name: &'static str) -> Option<WebGlUniformLocation> {
        let mut places = self.program.places.borrow_mut();
        let ask = || self.gl.get_uniform_location(&self.program.program, name);
        places.entry(name).or_insert_with(ask).clone()
    }

    pub(super) fn number(&self, name: &'static str, value: f32) {
        self.gl.uniform1f(self.at(name).as_ref(), value);
    }

    pub(super) fn pair(&self, name: &'static str, [x, y]: [f32; 2]) {
        self.gl.uniform2f(self.at(name).as_ref(), x, y);
    }

    pub(super) fn vector(&self, name: &'static str, value: impl Into<Vec3>) {
        let Vec3 { x, y, z } = value.into();
        self.gl.uniform3f(self.at(name).as_ref(), x, y, z);
    }

    pub(super) fn four(&self, name: &'static str, [x, y, z, w]: [f32; 4]) {
        self.gl.uniform4f(self.at(name).as_ref(), x, y, z, w);
    }

    pub(super) fn pairs(&self, name: &'static str, values: &[[f32; 2]]) {
        self.gl.uniform2fv_with_f32_array(self.at(name).as_ref(), values.as_flattened());
    }

    pub(super) fn fours(&self, name: &'static str, values: &[[f32; 4]]) {
        self.gl.uniform4fv_with_f32_array(self.at(name).as_ref(), values.as_flattened());
    }

    pub(super) fn steps(&self, name: &'static str, values: &[i32]) {
        self.gl.uniform2iv_with_i32_array(self.at(name).as_ref(), values);
    }

    /// Says from which unit a texture is read.
    pub(super) fn texture(&self, name: &'static str, unit: i32) {
        self.gl.uniform1i(self.at(name).as_ref(), unit);
    }
}
