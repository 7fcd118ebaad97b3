//! Pictures drawn by a browser's graphics processor.
//!
//! Shadows and things are those of the other renderer, made once for both. Then the figure is drawn twice: its light, in
//! four samples a pixel, and its distances, by which it is seen where one limb passes in front of another. A last step
//! puts it in front of the backdrop and makes bytes of light.

mod error;
mod numbers;
mod program;
mod shaders;
mod shadows;
mod surface;
mod targets;

pub use error::GlError;

use glam::Vec3;
use wasm_bindgen::JsCast as _;
use web_sys::{OffscreenCanvas, WebGl2RenderingContext as Gl, WebGlContextAttributes, WebglLoseContext};

use crate::backdrop::Paints;
use crate::lens::Lens;
use crate::number::{narrow, signed};
use crate::palette::Colours;
use crate::raster::Look;
use crate::renderer::Scene;
use crate::separate::Separation;
use crate::setting::Setting;
use crate::shade::Lights;
use program::{Program, Values};
use shadows::{LAYERS, Shadows};
use surface::{Surface, Vertices};
use targets::Targets;

/// What asks for the name of the graphics processor; a number of the extension WEBGL_debug_renderer_info.
const UNMASKED_RENDERER: u32 = 0x9246;

/// Draws on a canvas, and keeps its buffers from one picture to the next.
pub struct GlRenderer {
    canvas: OffscreenCanvas,
    gl: Gl,
    light: Program,
    distances: Program,
    whole: Program,
    checked: bool,
    bodies: Vec<Surface>,
    things: Surface,
    gathered: Things,
    shadows: Shadows,
    targets: Option<Targets>,
    setting: Setting,
    separation: Separation,
}

/// What a graphics processor is called that is only imitated: not every browser calls that slow by itself.
const IMITATED: [&str; 3] = ["SwiftShader", "llvmpipe", "softpipe"];

fn is_imitated(gl: &Gl) -> bool {
    if !gl.get_extension("WEBGL_debug_renderer_info").is_ok_and(|extension| extension.is_some()) {
        return false;
    }
    let name = gl.get_parameter(UNMASKED_RENDERER).ok().and_then(|name| name.as_string());
    name.is_some_and(|name| IMITATED.iter().any(|imitated| name.contains(imitated)))
}

/// Returns what the graphics processor offers for a canvas.
fn context(canvas: &OffscreenCanvas) -> Result<Gl, GlError> {
    let wanted = WebGlContextAttributes::new();
    // Only finished pictures come onto the canvas itself.
    wanted.set_antialias(false);
    wanted.set_depth(false);
    wanted.set_fail_if_major_performance_caveat(true);
    let context = canvas.get_context_with_context_options("webgl2", &wanted);
    let context = context.ok().flatten().ok_or(GlError::Missing)?;
    let gl = context.dyn_into::<Gl>().map_err(|_| GlError::Missing)?;
    if gl.is_context_lost() {
        return Err(GlError::Lost);
    }
    if is_imitated(&gl) {
        release(&gl);
        return Err(GlError::Missing);
    }
    Ok(gl)
}

/// Gives it back, at once: browsers let only a few canvases have any.
fn release(gl: &Gl) {
    if let Ok(Some(extension)) = gl.get_extension("WEBGL_lose_context") {
        extension.unchecked_into::<WebglLoseContext>().lose_context();
    }
}

/// All things in a room as one surface.
#[derive(Default)]
struct Things {
    positions: Vec<Vec3>,
    normals: Vec<Vec3>,
    albedo: Vec<[f32; 3]>,
    receivers: Vec<f32>,
    quads: Vec<[u16; 4]>,
}

impl GlRenderer {
    /// Finds out whether there is a graphics processor to draw by: a canvas that was asked in vain may be of no other use.
    ///
    /// # Errors
    /// As for [`GlRenderer::new`].
    pub fn probe() -> Result<(), GlError> {
        let canvas = OffscreenCanvas::new(1, 1).map_err(|_| GlError::Missing)?;
        context(&canvas).map(|gl| release(&gl))
    }

    /// Returns what draws on a canvas.
    ///
    /// # Errors
    /// The browser has no WebGL2 for it, or would only imitate a graphics processor, which takes ten times as long as
    /// [`Renderer`](crate::Renderer) does, or it has taken it away.
    pub fn new(canvas: &OffscreenCanvas) -> Result<Self, GlError> {
        let gl = context(canvas)?;
        gl.enable(Gl::CULL_FACE);
        gl.disable(Gl::DITHER);
        Ok(Self {
            canvas: canvas.clone(),
            light: Program::new(&gl, shaders::VERTEX, &shaders::light())?,
            distances: Program::new(&gl, shaders::VERTEX, shaders::DISTANCE)?,
            whole: Program::new(&gl, shaders::EVERYWHERE, &shaders::composed())?,
            checked: false,
            bodies: Vec::new(),
            things: Surface::new(&gl)?,
            gathered: Things::default(),
            shadows: Shadows::new(&gl)?,
            targets: None,
            setting: Setting::default(),
            separation: Separation::default(),
            gl,
        })
    }

    /// Returns whether the graphics processor has read how to draw: before that, the first picture would wait for it.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let made = |program: &Program| program.is_made(&self.gl);
        self.checked
            || self.gl.is_context_lost()
            || [&self.light, &self.distances, &self.whole].into_iter().all(made)
    }

    /// Draws a scene on the canvas, which gets this size in pixels.
    ///
    /// # Errors
    /// The graphics processor was taken away, has no room, or does not understand what it is told.
    pub fn draw(&mut self, scene: &Scene<'_>, width: usize, height: usize) -> Result<(), GlError> {
        self.dissolve(scene, width, height, 1.0)
    }

    /// Lets what was drawn before, in the same frame of the browser, dissolve into a scene: fraction 0 leaves it, at 1 only
    /// the scene is there.
    ///
    /// # Errors
    /// As for [`GlRenderer::draw`].
    pub fn dissolve(
        &mut self,
        scene: &Scene<'_>,
        width: usize,
        height: usize,
        fraction: f32,
    ) -> Result<(), GlError> {
        if self.gl.is_context_lost() {
            return Err(GlError::Lost);
        }
        if width == 0 || height == 0 {
            return Ok(());
        }
        if !self.checked {
            for program in [&self.light, &self.distances, &self.whole] {
                program.check(&self.gl)?;
            }
            self.checked = true;
        }
        self.resize(width, height)?;
        let lens = Lens::new(&scene.camera, width, height);
        let colours = scene.palette.colours();
        self.setting.set(scene, &lens);
        self.send(scene, &lens, &colours)?;
        self.figure(scene, &lens, &Lights::new(scene.palette, &colours, &lens));
        self.compose(scene, &lens, &Paints::new(&colours, scene.transparent), fraction);
        Ok(())
    }

    /// Gives back what the graphics processor has kept. The canvas can not be drawn on any more.
    pub fn release(self) {
        release(&self.gl);
    }

    fn resize(&mut self, width: usize, height: usize) -> Result<(), GlError> {
        if self.targets.as_ref().is_some_and(|targets| targets.size == [width, height]) {
            return Ok(());
        }
        if let Some(targets) = self.targets.take() {
            targets.delete(&self.gl);
        }
        self.canvas.set_width(signed(width).cast_unsigned());
        self.canvas.set_height(signed(height).cast_unsigned());
        self.targets = Some(Targets::new(&self.gl, [width, height])?);
        self.gl.viewport(0, 0, signed(width), signed(height));
        self.separation.prepare(width, height);
        Ok(())
    }

    /// Sends surfaces and shadows.
    fn send(&mut self, scene: &Scene<'_>, lens: &Lens, colours: &Colours) -> Result<(), GlError> {
        let gl = &self.gl;
        while self.bodies.len() < scene.meshes.len() {
            self.bodies.push(Surface::new(gl)?);
        }
        for (body, mesh) in self.bodies.iter_mut().zip(scene.meshes) {
            let vertices = Vertices {
                positions: bytemuck::cast_slice(mesh.positions),
                normals: bytemuck::cast_slice(mesh.normals),
                albedo: mesh.albedo.as_flattened(),
                lengthens: mesh.lengthens,
                works: mesh.works,
                receivers: &[],
            };
            body.set(gl, &vertices, mesh.quads);
        }
        let things = &mut self.gathered;
        things.gather(&self.setting, colours);
        let vertices = Vertices {
            positions: bytemuck::cast_slice(&things.positions),
            normals: bytemuck::cast_slice(&things.normals),
            albedo: things.albedo.as_flattened(),
            lengthens: &[],
            works: &[],
            receivers: &things.receivers,
        };
        self.things.set(gl, &vertices, &things.quads);
        let wall = self.setting.wall(scene, lens).map(|(_, map)| map);
        let others = self.setting.floor_and_faces.iter().map(Some);
        self.shadows.send(gl, std::iter::once(wall).chain(others));
        Ok(())
    }

    /// Draws the light of the figure and its things, and how far away they are.
    fn figure(&self, scene: &Scene<'_>, lens: &Lens, lights: &Lights) {
        let (gl, Some(targets)) = (&self.gl, &self.targets) else { return };
        gl.disable(Gl::BLEND);
        gl.enable(Gl::DEPTH_TEST);
        let draw = |values: &Values<'_>| {
            lens.tell(values);
            self.shadows.tell(values);
            values.pair("scale", lens.middle.map(|half| lens.focal / half));
            values.number("body", 1.0);
            self.bodies.iter().take(scene.meshes.len()).for_each(|body| body.draw(gl));
            values.number("body", 0.0);
            self.things.draw(gl);
        };
        targets.begin_light(gl);
        let values = self.light.take(gl);
        values.number("height_of_floor", scene.backdrop.floor.map_or(f32::MIN, narrow));
        values.vector("towards_key", lights.towards_key);
        values.vector("key", lights.key);
        values.vector("sky", lights.sky);
        values.vector("ground", lights.ground);
        values.vector("lengthens", lights.lengthens);
        values.vector("works", lights.works);
        values.number("glow", lights.glow);
        values.number("rim", lights.rim);
        draw(&values);
        targets.end_light(gl);
        targets.begin_distances(gl);
        draw(&self.distances.take(gl));
    }

    /// Puts the figure in front of its backdrop, on the canvas.
    fn compose(&self, scene: &Scene<'_>, lens: &Lens, paints: &Paints, fraction: f32) {
        let (gl, Some(targets)) = (&self.gl, &self.targets) else { return };
        gl.bind_framebuffer(Gl::FRAMEBUFFER, None);
        gl.disable(Gl::DEPTH_TEST);
        if fraction < 1.0 {
            gl.enable(Gl::BLEND);
            gl.blend_color(0.0, 0.0, 0.0, fraction);
            gl.blend_func(Gl::CONSTANT_ALPHA, Gl::ONE_MINUS_CONSTANT_ALPHA);
        }
        targets.offer(gl);
        let values = self.whole.take(gl);
        lens.tell(&values);
        self.shadows.tell(&values);
        values.texture("figure", 0);
        values.texture("distances", 1);
        values.pair("size", lens.middle.map(|half| half * 2.0));
        values.vector("target", lens.target);
        values.number("focal", lens.focal);
        values.number("per_pixel", 1.0 / lens.focal);
        values.number("framed", lens.framed);
        let floor = self.setting.floor(scene, lens).map_or([0.0; 2], |(height, _)| [height, 1.0]);
        values.pair("floor_height_and_is", floor);
        let wall = self.setting.wall(scene, lens).map(|(wall, _)| wall);
        values.number("wall_is", if wall.is_some() { 1.0 } else { 0.0 });
        if let Some(wall) = wall {
            values.vector("wall_origin", wall.origin);
            values.vector("wall_across", wall.axes[0]);
            values.vector("wall_faces", wall.axes[2]);
        }
        values.four("paper", paints.paper);
        values.four("floor_paint", paints.floor);
        values.four("wall_paint", paints.wall);
        values.four("shadow_paint", paints.shadow);
        let rings = &self.separation.rings;
        let neighbours = rings.iter().flat_map(|(neighbours, _)| neighbours.as_flattened());
        let neighbours: Vec<i32> =
            neighbours.map(|&pixels| i32::try_from(pixels).unwrap_or_default()).collect();
        values.steps("neighbours", &neighbours);
        if let [(_, a), (_, b), (_, c)] = rings[..] {
            values.vector("weights", [a, b, c]);
        }
        gl.draw_arrays(Gl::TRIANGLES, 0, 3);
    }
}

impl Lens {
    /// Tells a program where the camera is.
    fn tell(&self, values: &Values<'_>) {
        values.vector("eye", self.eye);
        values.vector("right", self.right);
        values.vector("up", self.up);
        values.vector("forward", self.forward);
    }
}

impl Things {
    /// Gathers what is to be drawn.
    fn gather(&mut self, setting: &Setting, colours: &Colours) {
        self.positions.clear();
        self.normals.clear();
        self.albedo.clear();
        self.receivers.clear();
        self.quads.clear();
        for piece in setting.props.pieces(colours) {
            let first = self.positions.len();
            // What is beyond could not be numbered; no room of ours comes near.
            let Ok(base) =
                u16::try_from(first + piece.positions.len()).map(|end| end - count(piece.positions))
            else {
                break;
            };
            self.positions.extend_from_slice(piece.positions);
            self.normals.extend_from_slice(piece.normals);
            let Look::Plain(colour) = piece.look else { continue };
            self.albedo.resize(self.positions.len(), colour);
            self.receivers.resize(self.positions.len(), 0.0);
            for (quad, receiver) in piece.quads.iter().zip(piece.receivers) {
                let layer = if usize::from(*receiver) < LAYERS { f32::from(*receiver) } else { 0.0 };
                // Each side of a box has vertices of its own.
                for vertex in quad {
                    self.receivers[first + usize::from(*vertex)] = layer;
                }
            }
            self.quads.extend(piece.quads.iter().map(|quad| quad.map(|vertex| base + vertex)));
        }
    }
}

/// Returns how many there are; a surface of ours has fewer than 2¹⁶.
fn count(positions: &[Vec3]) -> u16 {
    u16::try_from(positions.len()).unwrap_or(u16::MAX)
}
