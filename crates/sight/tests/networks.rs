//! The networks against TFLite, which computes them as their makers do: on noise, and on a picture of the figure.
//! `peers/reference.py` has written what TFLite makes of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests, which say how near they are"
)]

mod common;

use std::fs;
use std::path::Path;

use unknot_sight::{Isa, Network};

const NETWORKS: [(&str, &[u8]); 3] = [
    ("detector", unknot_content::POSE_DETECTOR),
    ("lite", unknot_content::POSE_LITE),
    ("full", unknot_content::POSE_FULL),
];

/// Of an output with more numbers than this every 101st is kept.
const MANY: usize = 1000;
const EVERY: usize = 101;

fn numbers(path: &Path) -> Vec<f32> {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().unwrap())).collect()
}

fn noise(picture: &mut [f32]) {
    let mut state = 1_u32;
    for number in picture {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *number = (state >> 8) as f32 / (1 << 24) as f32;
    }
}

/// The middle of a picture of the figure.
fn figure(size: usize, picture: &mut [f32]) {
    let (width, height, bytes) = common::figure();
    let (left, upper) = ((width - size) / 2, (height - size) / 2);
    for (place, color) in picture.chunks_exact_mut(3).enumerate() {
        let at = (upper + place / size) * width + left + place % size;
        for (number, byte) in color.iter_mut().zip(&bytes[at * 3..]) {
            *number = f32::from(*byte) / 255.0;
        }
    }
}

/// How far each output may be from TFLite's: a hundredth of a place of the picture, a tenth of a millimetre.
fn tolerances(name: &str) -> &'static [f32] {
    if name == "detector" { &[0.01, 0.01] } else { &[0.01, 1e-4, 0.01, 1e-4] }
}

fn assert_like(name: &str, network: &Network, wanted: &[f32], what: &str) {
    let mut wanted = wanted.iter();
    for (output, tolerance) in tolerances(name).iter().enumerate() {
        let numbers: Vec<f32> = network.output(output).collect();
        let step = if numbers.len() > MANY { EVERY } else { 1 };
        let mut most = 0.0_f32;
        for (found, wanted) in numbers.iter().step_by(step).zip(&mut wanted) {
            let away = (found - wanted).abs();
            assert!(away <= *tolerance, "{what}, output {output}: {found}, not {wanted}");
            most = most.max(away);
        }
        println!("{what}, output {output}: within {most:.1e}");
    }
    assert!(wanted.next().is_none(), "{what}: fewer numbers than TFLite has");
}

#[test]
fn every_network_computes_what_tflite_does() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for (name, bytes) in NETWORKS {
        for isa in Isa::all() {
            let mut network = Network::read_for(isa, bytes).unwrap();
            let [size, ..] = network.input();
            for of in ["noise", "figure"] {
                match of {
                    "noise" => noise(network.picture()),
                    _ => figure(size, network.picture()),
                }
                if name == "detector" {
                    network.picture().iter_mut().for_each(|number| *number = *number * 2.0 - 1.0);
                }
                network.run();
                let wanted = numbers(&golden.join(format!("{name}-{of}.f32")));
                assert_like(name, &network, &wanted, &format!("{name}, {of}, {}", isa.name()));
            }
        }
    }
}

/// A picture of one's own, as `peers/reference.py PICTURE FOLDER` has written it.
#[test]
fn every_network_computes_what_tflite_does_of_another_picture() {
    let Some(folder) = std::env::var_os("UNKNOT_SIGHT_REFERENCE") else {
        println!("skipped: UNKNOT_SIGHT_REFERENCE names no folder that peers/reference.py has written");
        return;
    };
    let folder = Path::new(&folder);
    for (name, bytes) in NETWORKS {
        let mut network = Network::read(bytes).unwrap();
        network.picture().copy_from_slice(&numbers(&folder.join(format!("{name}.picture.f32"))));
        network.run();
        assert_like(name, &network, &numbers(&folder.join(format!("{name}.f32"))), name);
    }
}

#[test]
fn running_again_gives_the_same() {
    for (name, bytes) in NETWORKS {
        let mut network = Network::read(bytes).unwrap();
        let once = |network: &mut Network| {
            noise(network.picture());
            network.run();
            network.output(0).map(f32::to_bits).collect::<Vec<_>>()
        };
        let first = once(&mut network);
        network.picture().fill(0.5);
        network.run();
        assert_ne!(first, network.output(0).map(f32::to_bits).collect::<Vec<_>>(), "{name}");
        assert_eq!(first, once(&mut network), "{name}: something of the picture before is left");
    }
}
