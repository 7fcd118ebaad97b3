//! How long a picture takes, as a whole and stage by stage: each stage includes those before it, so what it costs
//! by itself is the difference. The body on hands and knees is the real one; the others are mannequins.
//!
//! `cargo bench -p unknot-figure --bench frame`

#![allow(missing_docs, reason = "criterion's macros write functions")]
#![allow(clippy::unwrap_used, reason = "what cannot be drawn cannot be measured")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

use common::{Mannequin, at_the_wall, chair, mat, on_the_mat};
use criterion::{Criterion, criterion_group, criterion_main};
use glam::DVec3;
use unknot_body::{
    Anatomy, Angle, AngleName, Body, BodyShape, Contact, Frames, Placed, Position, Posture, Room,
};
use unknot_figure::{Camera, Mesh, Palette, Picture, Renderer, Scene, Skin, Stage};

/// The real body, on hands and knees.
fn on_hands_and_knees() -> (Body, Frames) {
    let body = Body::new(Anatomy::read(unknot_content::BODY).unwrap().shape(BodyShape::Neutral.into()));
    let right_angles = [
        AngleName::ShoulderElevation,
        AngleName::ShoulderPlane,
        AngleName::WristFlexion,
        AngleName::HipFlexion,
        AngleName::KneeFlexion,
    ];
    let signed = |name| if name == AngleName::WristFlexion { -75.0 } else { 90.0 };
    let degrees: BTreeMap<Angle, f64> = right_angles
        .into_iter()
        .flat_map(|name| Angle::places(name).map(move |angle| (angle, signed(name))))
        .collect();
    let contacts = ["hands on floor", "knees on floor"].map(|text| Contact::parse(text).unwrap());
    let posture = Posture::new(Position::AllFours, &degrees, contacts).unwrap();
    let placed = Placed::first(&body, &posture, Room::default());
    let frames = Frames::of(body.rest(), &placed.placement);
    (body, frames)
}

fn real_body(criterion: &mut Criterion, all: &[(&str, Stage)]) {
    let (body, frames) = on_hands_and_knees();
    let mut skin = Skin::new(&body);
    let mut group = criterion.benchmark_group("real body");
    group.bench_function("0 skin", |bencher| {
        bencher.iter(|| skin.follow(black_box(&frames), black_box(0.5)));
    });
    group.finish();
    let albedo = Palette::Paper.albedo(body.shape());
    let glow: Vec<f32> = skin.positions.iter().map(|position| (position.y * 0.5).min(1.0)).collect();
    let mesh = Mesh {
        positions: &skin.positions,
        normals: &skin.normals,
        quads: body.shape().quads(),
        albedo: &albedo,
        lengthens: &glow,
        works: &[],
    };
    let meshes = [mesh];
    let mat = [mat()];
    let mut scene = on_the_mat(&meshes, &mat, Palette::Paper);
    let middle = skin.positions.iter().fold(DVec3::ZERO, |sum, position| sum + position.as_dvec3());
    scene.camera = Camera::around(middle / skin.positions.len() as f64, 0.75, 65.0, 14.0);
    stages(criterion, "real body", &scene, 640, all);
}

fn stages(criterion: &mut Criterion, name: &str, scene: &Scene<'_>, side: usize, stages: &[(&str, Stage)]) {
    let mut group = criterion.benchmark_group(format!("{name} {side}"));
    group.warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    let (mut renderer, mut picture) = (Renderer::default(), Picture::default());
    for (stage_name, stage) in stages {
        group.bench_function(*stage_name, |bencher| {
            bencher.iter(|| {
                renderer.draw_until(*stage, black_box(scene), side, side, &mut picture).unwrap();
            });
        });
    }
    group.finish();
}

fn frames(criterion: &mut Criterion) {
    let all = [
        ("1 shadow", Stage::Shadow),
        ("2 and transform", Stage::Transform),
        ("3 and raster", Stage::Raster),
        ("4 and compose", Stage::Compose),
    ];
    real_body(criterion, &all);
    let whole = &all[3..];
    let (dog, angel) = (Mannequin::bird_dog(Palette::Paper), Mannequin::wall_angel(Palette::Paper));
    let (dogs, angels) = ([dog.mesh()], [angel.mesh()]);
    let (mat, chair) = ([mat()], chair());
    stages(criterion, "body alone", &on_the_mat(&dogs, &[], Palette::Paper), 640, &all);
    stages(criterion, "body on a mat", &on_the_mat(&dogs, &mat, Palette::Paper), 640, &all);
    stages(
        criterion,
        "body between wall and chair",
        &at_the_wall(&angels, &chair, Palette::Paper),
        640,
        &all,
    );
    stages(criterion, "body on a mat", &on_the_mat(&dogs, &mat, Palette::Paper), 256, whole);
    stages(criterion, "body on a mat", &on_the_mat(&dogs, &mat, Palette::Paper), 1200, whole);
}

criterion_group!(benches, frames);
criterion_main!(benches);
