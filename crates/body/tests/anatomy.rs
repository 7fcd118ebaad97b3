//! The packed body: what it holds, that left and right are the same, and that damaged bytes are refused.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use glam::{DVec3, Vec3};
use proptest::prelude::*;
use unknot_body::{Anatomy, BodyShape, Bone, Build, Marker, Named, Shape, Side};

fn anatomy() -> Anatomy {
    Anatomy::read(unknot_content::BODY).expect("the body is right")
}

fn shapes() -> impl Iterator<Item = (BodyShape, Shape)> {
    let anatomy = anatomy();
    BodyShape::ALL.iter().map(move |&name| (name, anatomy.shape(name.into())))
}

#[test]
fn bodies_are_as_tall_as_people_are() {
    let height = |shape: &Shape| shape.marker(Marker::HeadTop, None).y;
    for (name, shape) in shapes() {
        let (least, most) = match name {
            BodyShape::Neutral | BodyShape::Slim | BodyShape::Heavy => (1.62, 1.72),
            BodyShape::Woman => (1.56, 1.68),
            BodyShape::Man => (1.66, 1.82),
        };
        assert!((least..most).contains(&height(&shape)), "{name}: {} m", height(&shape));
        let lowest = shape.positions().iter().map(|p| p.y).fold(f32::MAX, f32::min);
        assert!(lowest.abs() < 0.06, "{name}: the soles are at {lowest} m");
    }
}

#[test]
fn left_and_right_are_mirror_images_to_the_last_bit() {
    let bits = |p: Vec3| [(-p.x + 0.0).to_bits(), p.y.to_bits(), p.z.to_bits()];
    for (name, shape) in shapes() {
        for &bone in Bone::ALL {
            let (here, there) = (shape.bone_head(bone), shape.bone_head(bone.mirrored()));
            assert_eq!(DVec3::new(-here.x, here.y, here.z), there, "{name}: {bone:?}");
        }
        let mut left: Vec<_> = shape.positions().iter().filter(|p| p.x > 0.0).map(|p| bits(*p)).collect();
        let flipped = |p: &Vec3| Vec3::new(-p.x, p.y, p.z);
        let mut right: Vec<_> =
            shape.positions().iter().filter(|p| p.x < 0.0).map(|p| bits(flipped(p))).collect();
        left.sort_unstable();
        right.sort_unstable();
        assert!(left == right, "{name}: the skin differs");
    }
}

#[test]
fn every_vertex_is_carried_and_every_face_is_there() {
    let shape = anatomy().shape(BodyShape::Neutral.into());
    let vertices = shape.positions().len();
    assert_eq!(
        (shape.weights().len(), shape.materials().len(), shape.normals().len()),
        (vertices, vertices, vertices)
    );
    assert!(
        shape
            .weights()
            .iter()
            .all(|four| four.iter().map(|(_, share)| u32::from(*share)).sum::<u32>() == 255)
    );
    assert!(shape.quads().iter().flatten().all(|index| usize::from(*index) < vertices));
    // Skin faces outward: away from the bone that carries it, on the whole.
    let outward = (0..vertices).filter(|&index| {
        let bone = Bone::ALL[usize::from(shape.weights()[index][0].0)];
        let away = shape.positions()[index].as_dvec3() - shape.bone_head(bone);
        shape.normals()[index].as_dvec3().dot(away) > 0.0
    });
    assert!(outward.count() * 10 > vertices * 8);
}

#[test]
fn it_stays_small() {
    assert!(unknot_content::BODY.len() <= 400_000);
}

#[test]
fn damaged_bytes_are_refused_with_a_place() {
    let bytes = unknot_content::BODY;
    for end in (0..bytes.len()).step_by(997) {
        let error = Anatomy::read(&bytes[..end]).expect_err("cut off");
        assert!(error.at <= end && !error.found.is_empty() && !error.wanted.is_empty());
    }
    let longer = [bytes, &[0]].concat();
    assert!(Anatomy::read(&longer).expect_err("too long").to_string().contains("1 bytes more"));
    let mut other = bytes.to_vec();
    other[7] = b'2';
    assert!(Anatomy::read(&other).expect_err("another version").to_string().contains("UNKNOTB1"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_never_panic(at in 0..unknot_content::BODY.len(), bit in 0..8_u8) {
        let mut bytes = unknot_content::BODY.to_vec();
        bytes[at] ^= 1 << bit;
        if let Ok(anatomy) = Anatomy::read(&bytes) {
            prop_assert!(anatomy.shape(BodyShape::Heavy.into()).positions().iter().all(|p| p.is_finite()));
        }
    }

    #[test]
    fn every_build_is_a_body(sex in -2.0..2.0_f64, weight in -2.0..2.0_f64) {
        let shape = anatomy().shape(Build { sex, weight });
        let hips = |side| shape.bone_head(Bone::Thigh(side)).y;
        prop_assert!(hips(Side::Left) > 0.7 && hips(Side::Left) < 1.1);
        prop_assert!(shape.positions().iter().all(|p| p.is_finite()));
    }
}
