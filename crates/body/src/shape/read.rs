//! The form of a packed body; `content/assets/body/README.md` describes it.

use super::anatomy::{Anatomy, FIELDS, Point, STEPS_PER_METRE, Vertex};
use super::bytes::{AnatomyError, Bytes};
use super::soften::soften;
use super::{BONES, Bone, Marker, Material};

/// What the file begins with.
const MAGIC: &[u8] = b"UNKNOTB1";
/// The version of its form.
const VERSION: u16 = 1;
/// Set in the material of a vertex on the midplane.
const ON_MIDPLANE: u8 = 0x80;
/// More vertices than this, left and right together, have no numbers of 16 bits.
const MOST_VERTICES: usize = 65_536;

/// Reads a whole packed body.
pub(super) fn anatomy(all: &[u8]) -> Result<Anatomy, AnatomyError> {
    let mut bytes = Bytes::new(all);
    if bytes.take(MAGIC.len())? != MAGIC {
        return Err(AnatomyError::new(0, "something else", "a packed body begins with UNKNOTB1"));
    }
    exactly(&mut bytes, VERSION, "version")?;
    let stored = Bone::ALL.iter().filter(|bone| bone.index() <= bone.mirrored().index()).count();
    for (what, count) in [("bones", BONES), ("stored bones", stored), ("markers", Marker::ALL.len())] {
        exactly(&mut bytes, u16::try_from(count).unwrap_or(u16::MAX), what)?;
    }
    let vertices = usize::from(bytes.short()?);
    let quads = usize::from(bytes.short()?);
    exactly(&mut bytes, STEPS_PER_METRE, "steps to a metre")?;
    let mut places = points(&mut bytes, stored + Marker::ALL.len())?;
    let markers = places.split_off(stored);
    let mut vertices = self::vertices(&mut bytes, vertices)?;
    let quads = self::quads(&mut bytes, quads, vertices.len())?;
    if bytes.left() > 0 {
        return Err(AnatomyError::new(bytes.at(), format!("{} bytes more", bytes.left()), "the end"));
    }
    soften(&mut vertices, &quads);
    Ok(Anatomy { bones: places, markers, vertices, quads })
}

/// Reads a number that can only be one.
fn exactly(bytes: &mut Bytes<'_>, wanted: u16, what: &str) -> Result<(), AnatomyError> {
    let at = bytes.at();
    let found = bytes.short()?;
    if found == wanted {
        return Ok(());
    }
    Err(AnatomyError::new(at, format!("{what}: {found}"), format!("{wanted} is right")))
}

/// Reads points: of each field all x, then all y, then all z.
fn points(bytes: &mut Bytes<'_>, count: usize) -> Result<Vec<Point>, AnatomyError> {
    let mut points = vec![Point::default(); count];
    for field in 0..FIELDS {
        for axis in 0..3 {
            for (point, step) in points.iter_mut().zip(bytes.steps(count)?) {
                point[field][axis] = step;
            }
        }
    }
    Ok(points)
}

fn vertices(bytes: &mut Bytes<'_>, count: usize) -> Result<Vec<Vertex>, AnatomyError> {
    let points = points(bytes, count)?;
    let weights = weights(bytes, count)?;
    let start = bytes.at();
    let materials = bytes.take(count)?;
    let tints = bytes.take(count)?;
    let middles = materials.iter().filter(|byte| *byte & ON_MIDPLANE != 0).count();
    let all = 2 * count - middles;
    if all > MOST_VERTICES {
        let wanted = format!("{MOST_VERTICES} at most");
        return Err(AnatomyError::new(start, format!("{all} vertices on both sides"), wanted));
    }
    let rows = points.into_iter().zip(weights).zip(materials.iter().zip(tints));
    rows.enumerate()
        .map(|(index, ((point, weights), (&byte, &tint)))| {
            let material = Material::ALL.get(usize::from(byte & !ON_MIDPLANE)).copied().ok_or_else(|| {
                let wanted = format!("below {}", Material::ALL.len());
                AnatomyError::new(start + index, format!("material {}", byte & !ON_MIDPLANE), wanted)
            })?;
            let vertex = Vertex { point, weights, material, tint, middle: byte & ON_MIDPLANE != 0 };
            if vertex.middle && !own_mirror_image(&vertex) {
                let found = "a vertex of the midplane that is beside it, or carried otherwise on the right";
                return Err(AnatomyError::new(start + index, found, "it is its own mirror image"));
            }
            Ok(vertex)
        })
        .collect()
}

/// Returns whether a vertex is at x = 0 in every shape, and left and right carry it alike.
fn own_mirror_image(vertex: &Vertex) -> bool {
    let flipped = |&(bone, share): &(u8, u8)| {
        let bone = Bone::ALL.get(usize::from(bone)).map(|bone| bone.mirrored().index());
        vertex.weights.iter().any(|other| Some(usize::from(other.0)) == bone && other.1 == share)
    };
    vertex.point.iter().all(|field| field[0] == 0)
        && vertex.weights.iter().filter(|(_, share)| *share > 0).all(flipped)
}

/// Reads weights: the bones of every vertex in four columns, then the shares in three; the fourth is what is left.
fn weights(bytes: &mut Bytes<'_>, count: usize) -> Result<Vec<[(u8, u8); 4]>, AnatomyError> {
    let mut weights = vec![[(0, 0); 4]; count];
    for slot in 0..4 {
        let start = bytes.at();
        for (index, (four, &bone)) in weights.iter_mut().zip(bytes.take(count)?).enumerate() {
            if usize::from(bone) >= BONES {
                let wanted = format!("one of {BONES} bones");
                return Err(AnatomyError::new(start + index, format!("bone {bone}"), wanted));
            }
            four[slot].0 = bone;
        }
    }
    let mut left = vec![u8::MAX; count];
    for slot in 0..3 {
        let start = bytes.at();
        let rows = weights.iter_mut().zip(&mut left).zip(bytes.take(count)?);
        for (index, ((four, left), &share)) in rows.enumerate() {
            *left = left.checked_sub(share).ok_or_else(|| {
                let found = format!("a share of {share} where {left} are left");
                AnatomyError::new(start + index, found, "255 together")
            })?;
            four[slot].1 = share;
        }
    }
    for (four, left) in weights.iter_mut().zip(left) {
        four[3].1 = left;
    }
    Ok(weights)
}

/// Reads quads; each corner is written as how far it is before the first vertex that has not occurred yet.
fn quads(bytes: &mut Bytes<'_>, count: usize, vertices: usize) -> Result<Vec<[u16; 4]>, AnatomyError> {
    let mut fresh = 0_usize;
    let mut quads = vec![[0; 4]; count];
    for corner in quads.iter_mut().flatten() {
        let at = bytes.at();
        let back = usize::try_from(bytes.number()?).unwrap_or(usize::MAX);
        let index = fresh.checked_sub(back).filter(|index| *index < vertices).ok_or_else(|| {
            let found = format!("a corner {back} before vertex {fresh}");
            AnatomyError::new(at, found, format!("one of {vertices} vertices"))
        })?;
        fresh = fresh.max(index + 1);
        *corner = u16::try_from(index).unwrap_or(u16::MAX);
    }
    if fresh < vertices {
        let found = format!("{fresh} vertices with a face");
        return Err(AnatomyError::new(bytes.at(), found, format!("all {vertices} have one")));
    }
    Ok(quads)
}
