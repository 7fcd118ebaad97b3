//! How long a picture takes, as a whole and stage by stage: each stage includes those before it, so what it costs
//! by itself is the difference.
//!
//! `cargo bench -p unknot-figure --bench frame`

#![allow(missing_docs, reason = "criterion's macros write functions")]
#![allow(clippy::unwrap_used, reason = "what cannot be drawn cannot be measured")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;
use std::time::Duration;

use common::{Mannequin, at_the_wall, chair, mat, on_the_mat};
use criterion::{Criterion, criterion_group, criterion_main};
use unknot_figure::{Palette, Picture, Renderer, Scene, Stage};

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
