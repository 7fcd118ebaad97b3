//! The packed body as it is: symmetry, sizes, and what happens when it is damaged.

use std::collections::BTreeMap;

use glam::{DVec3, Vec3};
use proptest::prelude::*;

use super::*;
use crate::Named;

fn anatomy() -> Anatomy {
    Anatomy::read(unknot_content::BODY).unwrap()
}

fn shapes() -> Vec<(BodyShape, Shape)> {
    let anatomy = anatomy();
    BodyShape::ALL.iter().map(|&name| (name, anatomy.shape(name.into()))).collect()
}

/// A place as bits, so that only the very same numbers are equal; there is but one zero.
fn bits(p: Vec3) -> [u32; 3] {
    [p.x + 0.0, p.y + 0.0, p.z + 0.0].map(f32::to_bits)
}

fn flipped(p: Vec3) -> Vec3 {
    Vec3::new(-p.x, p.y, p.z)
}

/// For every vertex its mirror image: the one that is used by the mirrored faces.
fn partners(shape: &Shape) -> Vec<usize> {
    let half = anatomy();
    let left = half.vertices.len();
    let mut partner: Vec<usize> = (0..shape.positions().len()).collect();
    let mut next = left;
    for (index, _) in half.vertices.iter().enumerate().filter(|(_, vertex)| !vertex.middle) {
        (partner[index], partner[next]) = (next, index);
        next += 1;
    }
    assert_eq!(next, shape.positions().len());
    partner
}

#[test]
fn every_vertex_has_its_mirror_image() {
    for (name, shape) in shapes() {
        let partner = partners(&shape);
        for (index, &other) in partner.iter().enumerate() {
            assert_eq!(bits(flipped(shape.positions()[index])), bits(shape.positions()[other]), "{name}");
            assert_eq!(bits(flipped(shape.normals()[index])), bits(shape.normals()[other]), "{name}");
            assert_eq!(shape.materials()[index], shape.materials()[other]);
            assert_eq!(shape.tints()[index], shape.tints()[other]);
            let sorted = |four: [(u8, u8); 4]| {
                let mut four: Vec<_> = four.into_iter().filter(|(_, share)| *share > 0).collect();
                four.sort_unstable();
                four
            };
            let mirrored = shape.weights()[index].map(|(bone, share)| {
                (u8::try_from(Bone::ALL[usize::from(bone)].mirrored().index()).unwrap(), share)
            });
            assert_eq!(sorted(mirrored), sorted(shape.weights()[other]));
        }
    }
}

#[test]
fn every_face_has_its_mirror_image() {
    let shape = anatomy().shape(Build::NEUTRAL);
    let partner = partners(&shape);
    // A face as the set of its directed edges, whichever corner it begins with.
    let edges = |corners: [usize; 4]| {
        let mut edges: Vec<_> = (0..4).map(|k| (corners[k], corners[(k + 1) % 4])).collect();
        edges.retain(|(from, to)| from != to);
        edges.sort_unstable();
        edges
    };
    let mut faces = BTreeMap::new();
    for quad in shape.quads() {
        *faces.entry(edges(quad.map(usize::from))).or_insert(0) += 1;
    }
    assert!(faces.values().all(|count| *count == 1), "a face is there twice");
    for quad in shape.quads() {
        let mut mirrored = quad.map(|index| partner[usize::from(index)]);
        mirrored.reverse();
        assert!(faces.contains_key(&edges(mirrored)), "{quad:?}");
    }
}

#[test]
fn bones_and_markers_have_their_mirror_images() {
    let mirror = |p: DVec3| DVec3::new(-p.x, p.y, p.z);
    for (name, shape) in shapes() {
        for &bone in Bone::ALL {
            assert_eq!(mirror(shape.bone_head(bone)), shape.bone_head(bone.mirrored()), "{name}: {bone:?}");
        }
        for &marker in Marker::ALL {
            let [left, right] = [Side::Left, Side::Right].map(|side| shape.marker(marker, Some(side)));
            assert_eq!(mirror(left), right, "{name}: {marker:?}");
            assert_eq!(left.x > 0.0, marker.paired(), "{name}: {marker:?}");
            assert_eq!(shape.marker(marker, None), DVec3::new(0.0, left.y, left.z));
        }
    }
}

#[test]
fn weights_sum_to_255_with_the_largest_first() {
    for four in anatomy().shape(Build::NEUTRAL).weights() {
        assert_eq!(four.iter().map(|(_, share)| u32::from(*share)).sum::<u32>(), 255);
        assert!(four.is_sorted_by(|one, other| one.1 >= other.1), "{four:?}");
    }
}

#[test]
fn corners_are_vertices_and_materials_what_they_can_be() {
    let shape = anatomy().shape(Build::NEUTRAL);
    let count = shape.positions().len();
    assert!(shape.quads().iter().flatten().all(|index| usize::from(*index) < count));
    assert!(shape.quads().iter().all(|[a, b, c, _]| a != b && b != c && a != c));
    for (material, tint) in shape.materials().iter().zip(shape.tints()) {
        match material {
            Material::Suit => assert_eq!(*tint, 255),
            Material::Skin => assert_eq!(*tint, 0),
            _ => {}
        }
    }
}

#[test]
fn the_skin_faces_outward() {
    let shape = anatomy().shape(Build::NEUTRAL);
    let vertices = shape.positions().len();
    assert_eq!(
        (shape.weights().len(), shape.materials().len(), shape.normals().len()),
        (vertices, vertices, vertices)
    );
    // Away from the bone that carries it, on the whole.
    let outward = (0..vertices).filter(|&index| {
        let bone = Bone::ALL[usize::from(shape.weights()[index][0].0)];
        let away = shape.positions()[index].as_dvec3() - shape.bone_head(bone);
        shape.normals()[index].as_dvec3().dot(away) > 0.0
    });
    assert!(outward.count() * 10 > vertices * 8);
}

#[test]
fn people_are_as_tall_as_they_should_be_and_stand_on_the_floor() {
    let wanted = |name| match name {
        BodyShape::Neutral | BodyShape::Slim | BodyShape::Heavy => 1.68,
        BodyShape::Woman => 1.61,
        BodyShape::Man => 1.75,
    };
    for (name, shape) in shapes() {
        let height = shape.marker(Marker::HeadTop, None).y;
        assert!((height - wanted(name)).abs() < 0.01, "{name} is {height} m tall");
        let lowest = shape.positions().iter().map(|p| p.y).fold(f32::MAX, f32::min);
        let at_most = if name == BodyShape::Neutral { 1e-4 } else { 2e-3 };
        assert!(lowest.abs() < at_most, "{name} stands at {lowest} m");
        let hip = shape.bone_head(Bone::Thigh(Side::Left));
        assert!(hip.z.abs() < 1e-4, "{name} has the hips at {hip}");
    }
}

#[test]
fn a_woman_is_the_opposite_of_a_man() {
    let [neutral, woman, man] = [BodyShape::Neutral, BodyShape::Woman, BodyShape::Man]
        .map(|name| anatomy().shape(name.into()).positions().to_vec());
    for ((neutral, woman), man) in neutral.iter().zip(&woman).zip(&man) {
        assert!((*woman + *man - *neutral * 2.0).length() < 1e-6);
    }
}

#[test]
fn it_stays_small() {
    assert!(unknot_content::BODY.len() <= 400_000, "{} bytes", unknot_content::BODY.len());
}

#[test]
fn cut_off_bytes_are_refused() {
    let bytes = unknot_content::BODY;
    for end in (0..bytes.len()).step_by(997) {
        let error = Anatomy::read(&bytes[..end]).unwrap_err();
        assert!(error.at <= end && !error.found.is_empty() && !error.wanted.is_empty(), "{error}");
    }
}

#[test]
fn errors_say_what_would_be_right() {
    let changed = |at: usize, byte: u8| {
        let mut bytes = unknot_content::BODY.to_vec();
        bytes[at] = byte;
        Anatomy::read(&bytes).unwrap_err().to_string()
    };
    assert_eq!(
        changed(0, b'X'),
        "the body's data at byte 0: something else; a packed body begins with UNKNOTB1"
    );
    assert_eq!(changed(8, 7), "the body's data at byte 8: version: 7; 1 is right");
    assert_eq!(changed(10, 41), "the body's data at byte 10: bones: 41; 42 is right");
    let longer = [unknot_content::BODY, &[0, 0]].concat();
    assert!(Anatomy::read(&longer).unwrap_err().to_string().ends_with("2 bytes more; the end"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_bytes_never_panic(damage in prop::collection::vec((0..unknot_content::BODY.len(), any::<u8>()), 1..4)) {
        let mut bytes = unknot_content::BODY.to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        match Anatomy::read(&bytes) {
            Ok(anatomy) => {
                let shape = anatomy.shape(BodyShape::Heavy.into());
                let count = shape.positions().len();
                prop_assert!(shape.positions().iter().chain(shape.normals()).all(|p| p.is_finite()));
                prop_assert!(shape.quads().iter().flatten().all(|index| usize::from(*index) < count));
            }
            Err(error) => prop_assert!(error.at <= bytes.len()),
        }
    }

    #[test]
    fn any_bytes_never_panic(tail in prop::collection::vec(any::<u8>(), 0..400), keep in 0..60_usize) {
        let bytes = [&unknot_content::BODY[..keep], &tail].concat();
        prop_assert!(Anatomy::read(&bytes).is_err());
    }

    #[test]
    fn any_build_is_a_body(sex in any::<f64>(), weight in any::<f64>()) {
        let shape = anatomy().shape(Build { sex, weight });
        prop_assert!(shape.positions().iter().chain(shape.normals()).all(|p| p.is_finite()));
        prop_assert!(Bone::ALL.iter().all(|bone| shape.bone_head(*bone).is_finite()));
        let height = shape.marker(Marker::HeadTop, None).y;
        prop_assert!((1.5..1.85).contains(&height), "{height} m tall");
        let hip = shape.bone_head(Bone::Thigh(Side::Left)).y;
        prop_assert!(hip > 0.7 && hip < 1.1, "the hips at {hip} m");
    }
}
