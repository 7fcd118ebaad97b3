//! Whatever is asked for, there is a picture or an error.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{Mannequin, bare, mat, on_the_mat};
use glam::{DAffine3, DVec3, Vec3};
use proptest::prelude::*;
use unknot_body::{PlacedSolid, PropMaterial, Solid};
use unknot_figure::{Backdrop, Camera, Mesh, Palette, Scene, render};

#[test]
fn small_pictures_are_drawn() {
    let body = Mannequin::bird_dog(Palette::Paper);
    let (bodies, mats) = ([body.mesh()], [mat()]);
    let scene = on_the_mat(&bodies, &mats, Palette::Paper);
    for (width, height) in [(0, 0), (0, 5), (5, 0), (1, 1), (1, 90), (90, 1), (2, 3)] {
        let picture = render(&scene, width, height).unwrap();
        assert_eq!((picture.width, picture.height), (width, height));
        assert_eq!(picture.rgba.len(), width * height * 4);
    }
}

#[test]
fn pictures_that_are_too_large_are_refused() {
    let scene = on_the_mat(&[], &[], Palette::Paper);
    for (width, height) in [(4097, 1), (1, usize::MAX), (usize::MAX, usize::MAX)] {
        let error = render(&scene, width, height).unwrap_err();
        assert!(
            error.to_string().contains(&width.to_string()) && error.to_string().contains("4096"),
            "{error}"
        );
    }
}

#[test]
fn parts_that_do_not_fit_together_are_left_out() {
    let positions = [Vec3::ZERO, Vec3::X, Vec3::Y, Vec3::NAN, Vec3::splat(f32::INFINITY)];
    let normals = [Vec3::Z; 4];
    let quads = [[0, 1, 2, 2], [0, 0, 0, 0], [0, 1, 2, 3], [0, 1, 2, 4], [0, 1, 2, 999], [2, 2, 1, 0]];
    let mesh = Mesh { positions: &positions, normals: &normals, quads: &quads, ..Mesh::default() };
    let camera = Camera::around(DVec3::new(0.5, 0.5, 0.0), 1.0, 0.0, 0.0);
    let picture = render(&bare(&[mesh, Mesh::default()], camera), 50, 50).unwrap();
    let opaque = picture.rgba.chunks(4).filter(|pixel| pixel[3] == 255).count();
    assert!((200..1000).contains(&opaque), "the one triangle that is sound: {opaque} pixels");
}

#[test]
fn what_is_very_far_away_is_no_error() {
    let positions =
        [Vec3::new(0.0, 0.1, -1e12), Vec3::new(1e12, 0.1, -1e12), Vec3::new(0.0, 0.1, 1e12), Vec3::Y];
    let mesh =
        Mesh { positions: &positions, normals: &[Vec3::Y; 4], quads: &[[0, 2, 1, 3]], ..Mesh::default() };
    let camera = Camera::around(DVec3::ZERO, 1.0, 30.0, 40.0);
    let scene = Scene { backdrop: Backdrop::default(), ..bare(&[], camera) };
    render(&Scene { meshes: &[mesh], ..scene }, 40, 40).unwrap();
}

/// Any number, and now and then one that is none.
fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -3.0..3.0f64,
        1 => prop::sample::select(vec![0.0, -0.0, 1e-30, 1e6, -1e12, 1e38, f64::MAX, f64::INFINITY, f64::NAN]),
    ]
}

fn points() -> impl Strategy<Value = DVec3> {
    (numbers(), numbers(), numbers()).prop_map(DVec3::from)
}

fn solids() -> impl Strategy<Value = PlacedSolid> {
    let solid = prop_oneof![
        (points(), numbers()).prop_map(|(half, rounding)| Solid::Box { half, rounding }),
        (numbers(), numbers(), numbers()).prop_map(|(radius, half_length, rounding)| Solid::Cylinder {
            radius,
            half_length,
            rounding
        }),
    ];
    let materials = prop::sample::select(vec![PropMaterial::Mat, PropMaterial::Wall, PropMaterial::Wood]);
    (solid, points(), materials).prop_map(|(solid, at, material)| PlacedSolid {
        solid,
        at: DAffine3::from_translation(at),
        material,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_scene_is_drawn(
        places in prop::collection::vec(points(), 0..12),
        quads in prop::collection::vec(prop::array::uniform4(0..14_u16), 0..20),
        solids in prop::collection::vec(solids(), 0..3),
        (eye, target, fov) in (points(), points(), numbers()),
        (floor, wall) in (prop::option::of(numbers()), prop::option::of(numbers())),
        (width, height) in (0..40_usize, 0..40_usize),
        transparent: bool,
    ) {
        let positions: Vec<Vec3> = places.iter().map(|place| place.as_vec3()).collect();
        let normals: Vec<Vec3> = positions.iter().map(|position| position.normalize_or(Vec3::X)).collect();
        let lengthens: Vec<f32> = positions.iter().map(|position| position.x).collect();
        let mesh = Mesh {
            positions: &positions,
            normals: &normals,
            quads: &quads,
            lengthens: &lengthens,
            works: &lengthens,
            ..Mesh::default()
        };
        let scene = Scene {
            meshes: &[mesh],
            solids: &solids,
            backdrop: Backdrop { floor, wall },
            camera: Camera { eye, target, vertical_fov_degrees: fov },
            palette: Palette::Night,
            transparent,
        };
        let picture = render(&scene, width, height).unwrap();
        prop_assert_eq!(picture.rgba.len(), width * height * 4);
    }
}
