//! Surfaces, kept where the graphics processor reads them.

use web_sys::{WebGl2RenderingContext as Gl, WebGlBuffer, WebGlVertexArrayObject};

use super::error::GlError;

/// What is given for every vertex, as the vertex shader numbers it.
pub(super) struct Vertices<'a> {
    pub(super) positions: &'a [f32],
    pub(super) normals: &'a [f32],
    pub(super) albedo: &'a [f32],
    pub(super) lengthens: &'a [f32],
    pub(super) works: &'a [f32],
    pub(super) receivers: &'a [f32],
}

/// A surface.
pub(super) struct Surface {
    vertices: WebGlVertexArrayObject,
    /// Each with how many numbers it has for a vertex, and what they are where there are none.
    attributes: [(Attribute, usize, f32); 6],
    indices: WebGlBuffer,
    quads: Vec<[u16; 4]>,
    /// How many vertices the quads were checked against.
    count: usize,
    drawn: i32,
}

/// Numbers for every vertex.
struct Attribute {
    buffer: WebGlBuffer,
    /// What was sent last: most of it is the same from frame to frame.
    sent: Vec<f32>,
    values: Vec<f32>,
}

impl Surface {
    pub(super) fn new(gl: &Gl) -> Result<Self, GlError> {
        let vertices = gl.create_vertex_array().ok_or(GlError::Lost)?;
        gl.bind_vertex_array(Some(&vertices));
        let mut place = 0;
        let mut attribute = |size: i32, missing: f32| {
            let buffer = gl.create_buffer().ok_or(GlError::Lost)?;
            gl.bind_buffer(Gl::ARRAY_BUFFER, Some(&buffer));
            gl.enable_vertex_attrib_array(place);
            gl.vertex_attrib_pointer_with_i32(place, size, Gl::FLOAT, false, 0, 0);
            place += 1;
            let attribute = Attribute { buffer, sent: Vec::new(), values: Vec::new() };
            Ok((attribute, crate::number::index(size), missing))
        };
        let attributes = [
            attribute(3, 0.0)?,
            attribute(3, 0.0)?,
            attribute(3, 1.0)?,
            attribute(1, 0.0)?,
            attribute(1, 0.0)?,
            attribute(1, 0.0)?,
        ];
        let indices = gl.create_buffer().ok_or(GlError::Lost)?;
        gl.bind_buffer(Gl::ELEMENT_ARRAY_BUFFER, Some(&indices));
        gl.bind_vertex_array(None);
        Ok(Self { vertices, attributes, indices, quads: Vec::new(), count: 0, drawn: 0 })
    }

    /// Sends what has changed.
    pub(super) fn set(&mut self, gl: &Gl, vertices: &Vertices<'_>, quads: &[[u16; 4]]) {
        let count = (vertices.positions.len() / 3).min(vertices.normals.len() / 3);
        let all = [
            vertices.positions,
            vertices.normals,
            vertices.albedo,
            vertices.lengthens,
            vertices.works,
            vertices.receivers,
        ];
        for ((attribute, size, missing), values) in self.attributes.iter_mut().zip(all) {
            attribute.set(gl, values, count * *size, *missing);
        }
        if self.count != count || self.quads != quads {
            (self.count, self.quads) = (count, quads.to_vec());
            let there = quads.iter().filter(|quad| quad.iter().all(|&vertex| usize::from(vertex) < count));
            let indices: Vec<u16> = there.flat_map(|&[a, b, c, d]| [a, b, c, a, c, d]).collect();
            self.drawn = crate::number::signed(indices.len());
            gl.bind_vertex_array(Some(&self.vertices));
            gl.bind_buffer(Gl::ELEMENT_ARRAY_BUFFER, Some(&self.indices));
            let bytes = bytemuck::cast_slice(&indices);
            gl.buffer_data_with_u8_array(Gl::ELEMENT_ARRAY_BUFFER, bytes, Gl::DYNAMIC_DRAW);
            gl.bind_vertex_array(None);
        }
    }

    /// Draws it with the program that draws.
    pub(super) fn draw(&self, gl: &Gl) {
        gl.bind_vertex_array(Some(&self.vertices));
        gl.draw_elements_with_i32(Gl::TRIANGLES, self.drawn, Gl::UNSIGNED_SHORT, 0);
        gl.bind_vertex_array(None);
    }
}

impl Attribute {
    fn set(&mut self, gl: &Gl, values: &[f32], count: usize, missing: f32) {
        self.values.clear();
        self.values.extend(values.iter().take(count));
        self.values.resize(count, missing);
        if self.values == self.sent {
            return;
        }
        gl.bind_buffer(Gl::ARRAY_BUFFER, Some(&self.buffer));
        let bytes = bytemuck::cast_slice(&self.values);
        if self.values.len() == self.sent.len() {
            gl.buffer_sub_data_with_i32_and_u8_array(Gl::ARRAY_BUFFER, 0, bytes);
        } else {
            gl.buffer_data_with_u8_array(Gl::ARRAY_BUFFER, bytes, Gl::DYNAMIC_DRAW);
        }
        std::mem::swap(&mut self.values, &mut self.sent);
    }
}
