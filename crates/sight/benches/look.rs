//! How long a look takes: each network by itself, somebody who is followed, and a picture in which nobody is.
//!
//! `cargo bench -p unknot-sight`; `docs/sight.md` has the peers.

#![allow(missing_docs, reason = "criterion's macros write functions")]
#![allow(clippy::unwrap_used, reason = "what cannot be read cannot be measured")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use unknot_sight::{Eye, Isa, Network, Picture};

fn networks(criterion: &mut Criterion) {
    for (name, bytes) in [
        ("detector", unknot_content::POSE_DETECTOR),
        ("lite", unknot_content::POSE_LITE),
        ("full", unknot_content::POSE_FULL),
    ] {
        let mut group = criterion.benchmark_group(name);
        for isa in Isa::all() {
            let mut network = Network::read_for(isa, bytes).unwrap();
            network
                .picture()
                .iter_mut()
                .enumerate()
                .for_each(|(at, number)| *number = (at % 97) as f32 / 97.0);
            group.bench_function(isa.name(), |bencher| bencher.iter(|| network.run()));
        }
        group.bench_function("read", |bencher| bencher.iter(|| Network::read(black_box(bytes)).unwrap()));
    }
}

fn looks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("look at 256×256, lite");
    let (width, height, bytes) = common::figure();
    let mut eye = Eye::new(common::lite());
    let mut seconds = 0.0;
    group.bench_function("somebody who is followed", |bencher| {
        bencher.iter(|| {
            seconds += 1.0 / 30.0;
            eye.look(&Picture::rgb(width, height, &bytes).unwrap(), seconds).unwrap()
        });
    });
    let nobody = vec![90; bytes.len()];
    group.bench_function("nobody", |bencher| {
        bencher.iter(|| eye.look(&Picture::rgb(width, height, &nobody).unwrap(), 0.0));
    });
}

criterion_group!(benches, networks, looks);
criterion_main!(benches);
