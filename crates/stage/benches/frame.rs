//! How long a whole frame of a session takes at 640×640, and each part of it: placing the body, carrying its skin, and
//! drawing. Of everything that an exercise does, the moment that takes longest is measured in parts; of all moments in
//! turn, the mean.
//!
//! `cargo bench -p unknot-stage --bench frame`

#![allow(missing_docs, reason = "criterion's macros write functions")]
#![allow(clippy::unwrap_used, reason = "what cannot be drawn cannot be measured")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;
use std::time::{Duration, Instant};

use common::{catalogue, performer, timeline};
use criterion::{Criterion, criterion_group, criterion_main};
use unknot_body::BodyShape;
use unknot_figure::{Palette, Picture};
use unknot_routine::{Segment, Timeline};
use unknot_stage::{Look, Performer, Shot};

const LOOK: Look =
    Look { width: 640, height: 640, shot: Shot::Best, palette: Palette::Paper, transparent: false };

/// Returns a moment within everything that an exercise does, the first time it does it.
fn moments(timeline: &Timeline) -> Vec<f64> {
    let mut known: Vec<&Segment> = Vec::new();
    for segment in timeline.segments().iter().filter(|segment| !segment.is_change()) {
        if !known.iter().any(|known| known.from == segment.from && known.to == segment.to) {
            known.push(segment);
        }
    }
    known.iter().map(|segment| segment.start.seconds() + segment.length().seconds() * 0.6).collect()
}

/// Returns the moment of which a frame takes longest.
fn slowest(performer: &mut Performer, timeline: &Timeline, moments: &[f64]) -> f64 {
    let mut picture = Picture::default();
    let mut quickest_of_some = |&moment: &f64| -> Duration {
        let once = |_| {
            let begun = Instant::now();
            performer.draw(timeline, moment, &LOOK, &mut picture).unwrap();
            begun.elapsed()
        };
        (0..8).map(once).min().unwrap()
    };
    let all: Vec<Duration> = moments.iter().map(&mut quickest_of_some).collect();
    let (_, &moment) = all.iter().zip(moments).max_by_key(|(length, _)| **length).unwrap();
    moment
}

fn frames(criterion: &mut Criterion) {
    let catalogue = catalogue();
    let mut performer = performer(BodyShape::Neutral);
    for exercise in catalogue.exercises() {
        let timeline = timeline(&catalogue, exercise, None);
        let moments = moments(&timeline);
        let slowest = slowest(&mut performer, &timeline, &moments);
        let mut group = criterion.benchmark_group(&exercise.id);
        group.sample_size(30).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
        group.bench_function("slowest: placing", |bencher| {
            bencher.iter(|| performer.at(black_box(&timeline), black_box(slowest)));
        });
        let (scenery, _) = performer.at(&timeline, slowest);
        group.bench_function("slowest: skinning", |bencher| {
            bencher.iter(|| performer.carry_skin(black_box(&scenery)));
        });
        let mut picture = Picture::default();
        group.bench_function("slowest: drawing", |bencher| {
            bencher.iter(|| performer.draw_carried(black_box(&scenery), &LOOK, &mut picture).unwrap());
        });
        group.bench_function("slowest: whole frame", |bencher| {
            bencher.iter(|| performer.draw(&timeline, black_box(slowest), &LOOK, &mut picture).unwrap());
        });
        let mut turn = moments.iter().cycle();
        group.bench_function("mean: whole frame", |bencher| {
            bencher.iter(|| performer.draw(&timeline, *turn.next().unwrap(), &LOOK, &mut picture).unwrap());
        });
        group.finish();
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
