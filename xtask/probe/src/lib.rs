//! Bodies in a few postures, placed and drawn, and fingerprints of what came out.
//!
//! `cargo xtask check` computes them natively, and once more with this crate as a WebAssembly program: the same
//! inputs are to give the same bytes on every machine.

mod fingerprint;
mod postures;

use unknot_body::{Anatomy, Body, Frames, Named, Placed, Room, Viewpoint};
use unknot_figure::{Backdrop, Camera, Mesh, Palette, Scene, Skin, TooLarge, render};

use fingerprint::Fingerprint;
use postures::{CASES, Case};

/// From where the bodies are seen, in degrees: half from the front, a little from above.
const AZIMUTH: f64 = 50.0;
/// How far from above, in degrees.
const ELEVATION: f64 = 12.0;
/// The pictures are so many pixels wide and high.
const SIZE: usize = 256;

/// What fingerprints are taken of, in the order in which they follow from each other: the first that differs is
/// where to look.
const KINDS: [&str; 4] = ["placement", "landmarks", "skin", "picture"];

/// How many fingerprints there are.
pub const COUNT: usize = KINDS.len() * CASES.len();

/// Returns what a fingerprint is of: the picture of which posture.
#[must_use]
pub fn name(index: usize) -> Option<String> {
    let case = CASES.get(index / KINDS.len())?;
    Some(format!("{} of {} ({})", KINDS[index % KINDS.len()], case.name, case.shape.name()))
}

/// Returns every fingerprint, or which posture could not be made and why.
///
/// # Errors
/// The packed body, a posture or the size of the pictures is wrong.
pub fn fingerprints() -> Result<Vec<u64>, String> {
    let anatomy = Anatomy::read(unknot_content::BODY).map_err(|error| error.to_string())?;
    let mut all = Vec::with_capacity(COUNT);
    for case in CASES {
        let found = of_case(&anatomy, case).map_err(|error| format!("{}: {error}", case.name))?;
        all.extend(found);
    }
    Ok(all)
}

fn of_case(anatomy: &Anatomy, case: &Case) -> Result<[u64; KINDS.len()], String> {
    let body = Body::new(anatomy.shape(case.shape.into()));
    let placed = Placed::first(&body, &case.posture()?, Room::with(case.kit));
    let frames = Frames::of(body.rest(), &placed.placement);
    let skin = Skin::of(&body, &frames);
    let camera = Camera::around(placed.placement.hips, 1.2, AZIMUTH, ELEVATION);
    let view = Viewpoint::new(camera.eye, camera.target, camera.vertical_fov_degrees, 1.0);
    let picture = draw(&body, &placed, &skin, camera).map_err(|error| error.to_string())?;

    let mut placement = Fingerprint::default();
    placement.frames(&frames);
    let mut landmarks = Fingerprint::default();
    landmarks.landmarks(&view.landmarks(&body.landmarks(&frames), 0.0));
    let mut surface = Fingerprint::default();
    surface.skin(&skin);
    Ok([placement.value(), landmarks.value(), surface.value(), picture])
}

fn draw(body: &Body, placed: &Placed, skin: &Skin, camera: Camera) -> Result<u64, TooLarge> {
    let colours = Palette::Paper.colours();
    let albedo = vec![colours.suit; skin.positions.len()];
    let mesh = Mesh {
        positions: &skin.positions,
        normals: &skin.normals,
        quads: body.shape().quads(),
        albedo: &albedo,
        lengthens: &[],
        works: &[],
    };
    let solids: Vec<_> = placed.room.props.iter().flat_map(|prop| prop.solids.iter().copied()).collect();
    let scene = Scene {
        meshes: &[mesh],
        solids: &solids,
        backdrop: Backdrop::default(),
        camera,
        palette: Palette::Paper,
        transparent: false,
    };
    Ok(render(&scene, SIZE, SIZE)?.fingerprint())
}

/// The program for WebAssembly: computes everything and hands out one number.
#[cfg(target_arch = "wasm32")]
mod program {
    use std::sync::OnceLock;

    /// Returns a fingerprint by its place; 0 where there is none.
    #[allow(unsafe_code, reason = "it needs a name that others can call, and nothing else here has it")]
    #[unsafe(no_mangle)]
    extern "C" fn fingerprint(index: u32) -> u64 {
        static ALL: OnceLock<Vec<u64>> = OnceLock::new();
        let all = ALL.get_or_init(|| super::fingerprints().unwrap_or_default());
        all.get(index as usize).copied().unwrap_or_default()
    }
}
