//! The packed body: read once, then any shape is a sum of its parts.

use std::collections::BTreeMap;

use glam::{DVec3, Vec3};

use super::{BONES, Bone, Build, Marker, Material, Shape};
use crate::side::Side;

/// What the file begins with: what it is, and the version of its form.
const MAGIC: &[u8] = b"UNKNOTB1";
/// Metres of one step of a packed coordinate.
const STEP: f64 = 1e-4;
/// The mean, a man, slim, heavy.
const FIELDS: usize = 4;
/// How many bones, and how many markers, the midline has.
const MIDDLE_BONES: usize = 10;
const MIDDLE_MARKERS: usize = 3;
/// How many are on the left; the right is its mirror image.
const LEFT_BONES: usize = (BONES - MIDDLE_BONES) / 2;

/// Everything that is known of bodies: any [`Shape`] is made of it.
#[derive(Clone, Debug)]
pub struct Anatomy {
    /// For each field: bones and markers of the midline and the left, then vertices of the midline and the left.
    fields: Vec<Field>,
    middle: usize,
    weights: Vec<[(u8, u8); 4]>,
    materials: Vec<Material>,
    quads: Vec<[u16; 4]>,
}

#[derive(Clone, Debug)]
struct Field {
    bones: Vec<DVec3>,
    markers: Vec<DVec3>,
    vertices: Vec<DVec3>,
}

/// Bytes that are no packed body.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the body's data at byte {at}: {found}; {wanted}")]
pub struct AnatomyError {
    /// Where.
    pub at: usize,
    /// What was found.
    pub found: String,
    /// What would be right.
    pub wanted: String,
}

impl Anatomy {
    /// Reads a packed body.
    ///
    /// # Errors
    /// The bytes are something else, of another version, cut off, too many, or speak of what is not there.
    pub fn read(bytes: &[u8]) -> Result<Self, AnatomyError> {
        let mut r = Reader { bytes, at: 0 };
        if r.take(MAGIC.len())? != MAGIC {
            return Err(r.wrong(0, "something else".into(), "a packed body begins with UNKNOTB1".into()));
        }
        let [middle, left, faces, markers] = [r.count()?, r.count()?, r.count()?, r.count()?];
        if markers != Marker::ALL.len() {
            let wanted = format!("{} markers", Marker::ALL.len());
            return Err(r.wrong(20, format!("{markers} markers"), wanted));
        }
        let vertices = middle + 2 * left;
        if vertices == 0 || vertices > usize::from(u16::MAX) + 1 {
            return Err(r.wrong(8, format!("{vertices} vertices"), "from 1 to 65536".into()));
        }
        let mut fields = Vec::with_capacity(FIELDS);
        for _ in 0..FIELDS {
            let mut bones = r.points(MIDDLE_BONES)?;
            bones.extend(r.points(LEFT_BONES)?);
            let markers = r.points(markers)?;
            let mut all = r.points(middle)?;
            all.extend(r.points(left)?);
            fields.push(Field { bones, markers, vertices: all });
        }
        let weights = r.weights(middle + left)?;
        let materials = r.materials(middle + left)?;
        let quads = r.quads(faces, vertices)?;
        if r.at < bytes.len() {
            let at = r.at;
            return Err(r.wrong(at, format!("{} bytes more", bytes.len() - at), "the end".into()));
        }
        Ok(Self { fields, middle, weights, materials, quads })
    }

    /// Returns the shape of a build.
    #[must_use]
    pub fn shape(&self, build: Build) -> Shape {
        let [man, slim, heavy] = build.shares();
        let sum = |of: &dyn Fn(&Field) -> DVec3| {
            let [mean, sex, thin, stout] = [0, 1, 2, 3].map(|index| of(&self.fields[index]));
            mean + sex * man + thin * slim + stout * heavy
        };
        let mirrored = |p: DVec3| DVec3::new(-p.x, p.y, p.z);
        let mut heads = [DVec3::ZERO; BONES];
        for place in 0..MIDDLE_BONES + LEFT_BONES {
            let bone = Bone::ALL[place];
            let head = sum(&|field| field.bones[place]);
            heads[bone.index()] = head;
            if place >= MIDDLE_BONES {
                heads[bone.mirrored().index()] = mirrored(head);
            }
        }
        let mut markers = BTreeMap::new();
        for (place, &marker) in Marker::ALL.iter().enumerate() {
            let at = sum(&|field| field.markers[place]);
            if place < MIDDLE_MARKERS {
                markers.insert((marker, None), at);
            } else {
                markers.insert((marker, Some(Side::Left)), at);
                markers.insert((marker, Some(Side::Right)), mirrored(at));
            }
        }
        let here: Vec<DVec3> =
            (0..self.weights.len()).map(|index| sum(&|field| field.vertices[index])).collect();
        let there = here[self.middle..].iter().copied().map(mirrored);
        let positions: Vec<Vec3> = here.iter().copied().chain(there).map(|p| p.as_vec3()).collect();
        let swapped = |(bone, share): (u8, u8)| {
            let other = Bone::ALL[usize::from(bone)].mirrored().index();
            (u8::try_from(other).unwrap_or(bone), share)
        };
        let weights = self.weights.iter().copied();
        let weights =
            weights.chain(self.weights[self.middle..].iter().map(|four| four.map(swapped))).collect();
        let materials = self.materials.iter().chain(&self.materials[self.middle..]).copied().collect();
        Shape::new(heads, markers, positions, weights, materials, self.quads.clone())
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn wrong(&self, at: usize, found: String, wanted: String) -> AnatomyError {
        AnatomyError { at, found, wanted }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], AnatomyError> {
        let rest = &self.bytes[self.at..];
        let Some(taken) = rest.get(..count) else {
            let found = format!("{} bytes to the end", rest.len());
            return Err(self.wrong(self.at, found, format!("{count} are needed")));
        };
        self.at += count;
        Ok(taken)
    }

    fn count(&mut self) -> Result<usize, AnatomyError> {
        let bytes = self.take(4)?;
        let count = bytes.iter().rev().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
        // More than a body could have would only be a way to ask for all the memory there is.
        if count > 1 << 20 {
            return Err(self.wrong(self.at - 4, format!("a count of {count}"), "at most 1048576".into()));
        }
        Ok(count)
    }

    /// Reads points: every x, then every y, then every z.
    fn points(&mut self, count: usize) -> Result<Vec<DVec3>, AnatomyError> {
        let bytes = self.take(count * 6)?;
        let value =
            |index: usize| f64::from(i16::from_le_bytes([bytes[2 * index], bytes[2 * index + 1]])) * STEP;
        Ok((0..count)
            .map(|index| DVec3::new(value(index), value(count + index), value(2 * count + index)))
            .collect())
    }

    fn weights(&mut self, count: usize) -> Result<Vec<[(u8, u8); 4]>, AnatomyError> {
        let start = self.at;
        let bytes = self.take(count * 8)?;
        let mut weights = Vec::with_capacity(count);
        for index in 0..count {
            let column = |column: usize| bytes[column * count + index];
            let four = [0, 1, 2, 3].map(|pair| (column(2 * pair), column(2 * pair + 1)));
            if let Some((bone, _)) = four.iter().find(|(bone, _)| usize::from(*bone) >= BONES) {
                let wanted = format!("one of {BONES} bones");
                return Err(self.wrong(start + index, format!("bone {bone}"), wanted));
            }
            let sum: u32 = four.iter().map(|(_, share)| u32::from(*share)).sum();
            if sum != 255 {
                return Err(self.wrong(start + index, format!("shares of {sum}"), "255 together".into()));
            }
            weights.push(four);
        }
        Ok(weights)
    }

    fn materials(&mut self, count: usize) -> Result<Vec<Material>, AnatomyError> {
        let start = self.at;
        let read = |(index, byte): (usize, &u8)| match byte {
            0 => Ok(Material::Suit),
            1 => Ok(Material::Skin),
            2 => Ok(Material::Eye),
            other => Err(AnatomyError {
                at: start + index,
                found: format!("material {other}"),
                wanted: "0, 1 or 2".into(),
            }),
        };
        self.take(count)?.iter().enumerate().map(read).collect()
    }

    fn quads(&mut self, count: usize, vertices: usize) -> Result<Vec<[u16; 4]>, AnatomyError> {
        let start = self.at;
        let bytes = self.take(count * 8)?;
        let value = |index: usize| u16::from_le_bytes([bytes[2 * index], bytes[2 * index + 1]]);
        let quads: Vec<[u16; 4]> =
            (0..count).map(|index| [0, 1, 2, 3].map(|corner| value(corner * count + index))).collect();
        match quads.iter().position(|quad| quad.iter().any(|vertex| usize::from(*vertex) >= vertices)) {
            Some(index) => {
                let found = format!("a face with the vertices {:?}", quads[index]);
                Err(self.wrong(start + 2 * index, found, format!("vertices below {vertices}")))
            }
            None => Ok(quads),
        }
    }
}
