//! How long a whole frame of a session takes at 640×640, and each part of it: placing the body, carrying its skin, and
//! drawing.
//!
//! `cargo bench -p unknot-stage --bench frame`

#![allow(missing_docs, reason = "criterion's macros write functions")]
#![allow(clippy::unwrap_used, reason = "what cannot be drawn cannot be measured")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use common::{catalogue, performer, timeline};
use criterion::{Criterion, criterion_group, criterion_main};
use unknot_body::BodyShape;
use unknot_figure::{Palette, Picture};
use unknot_stage::{Look, Shot};

fn frames(criterion: &mut Criterion) {
    let catalogue = catalogue();
    let mut performer = performer(BodyShape::Neutral);
    let look =
        Look { width: 640, height: 640, shot: Shot::Best, palette: Palette::Paper, transparent: false };
    for exercise in catalogue.exercises() {
        let timeline = timeline(&catalogue, exercise, None);
        let mut group = criterion.benchmark_group(&exercise.id);
        group.sample_size(30);
        group.bench_function("placing", |bencher| {
            bencher.iter(|| performer.at(black_box(&timeline), black_box(1.2)));
        });
        let (scenery, _) = performer.at(&timeline, 1.2);
        group.bench_function("skinning", |bencher| {
            bencher.iter(|| performer.carry_skin(black_box(&scenery)));
        });
        let mut picture = Picture::default();
        group.bench_function("drawing", |bencher| {
            bencher.iter(|| performer.draw_carried(black_box(&scenery), &look, &mut picture).unwrap());
        });
        group.bench_function("whole frame", |bencher| {
            bencher.iter(|| performer.draw(&timeline, black_box(1.2), &look, &mut picture).unwrap());
        });
        group.finish();
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
