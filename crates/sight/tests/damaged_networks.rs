//! Whatever is in the file of a network: an error or a network that runs, never a panic.

#![allow(clippy::unwrap_used, reason = "tests")]

use unknot_sight::{Network, NetworkError};

const NOTHING: u16 = u16::MAX;

/// A packed network, written by hand.
struct Packed(Vec<u8>);

impl Packed {
    fn new(input: [u16; 3], steps: u16, outputs: u16) -> Self {
        let mut packed = Self(b"UNKNOTN1".to_vec());
        packed.words(&input).words(&[steps, outputs]);
        packed
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    fn words(&mut self, words: &[u16]) -> &mut Self {
        words.iter().for_each(|word| self.0.extend(word.to_le_bytes()));
        self
    }

    /// So many halves: 1, −0.5, 0, over and over.
    fn weights(&mut self, count: usize) -> &mut Self {
        self.bytes(&[0]);
        (0..count).for_each(|at| self.0.extend([0x3c00_u16, 0xb800, 0][at % 3].to_le_bytes()));
        self
    }
}

/// One of every kind of step.
fn small() -> Vec<u8> {
    let mut packed = Packed::new([6, 6, 3], 8, 2);
    packed
        .bytes(&[1, 1])
        .words(&[0])
        .bytes(&[3, 3, 1, 1, 1])
        .words(&[6, 6, 4, NOTHING])
        .weights(108)
        .weights(4);
    packed.bytes(&[2, 1]).words(&[1]).bytes(&[3, 3, 1, 1, 1]).words(&[6, 6, 4]).weights(36).weights(4);
    packed.bytes(&[1, 0]).words(&[2]).bytes(&[1, 1, 1, 0, 0]).words(&[6, 6, 4, 1]).weights(16).weights(4);
    packed.bytes(&[3, 0]).words(&[3, 1]);
    packed.bytes(&[4, 0]).words(&[4]);
    packed.bytes(&[5, 0]).words(&[5]);
    packed.bytes(&[6, 0]).words(&[5]);
    // Of 2 weights the second is there.
    packed.bytes(&[1, 2]).words(&[7]).bytes(&[1, 1, 1, 0, 0]).words(&[6, 6, 2, NOTHING]);
    packed.bytes(&[1, 0b10]).words(&[0x4000]).weights(2);
    packed.bytes(&[1]).words(&[8]).bytes(&[2]).words(&[6, 3]);
    packed.0
}

#[test]
fn a_network_of_every_kind_of_step_runs() {
    let mut network = Network::read(&small()).unwrap();
    assert_eq!(network.input(), [6, 6, 3]);
    assert_eq!(network.outputs().collect::<Vec<_>>(), [72, 288]);
    network.picture().fill(1.0);
    network.run();
    let first: Vec<f32> = network.output(0).collect();
    assert!(first.iter().all(|&share| (0.0..=1.0).contains(&share)));
    // The first channel has no weights, and a bias of 1.
    assert!((first[0] - 1.0 / (1.0 + (-1.0_f32).exp())).abs() < 1e-6);
    assert_eq!(network.place(0, 35), &first[70..]);
    assert!(
        network.place(0, 36).is_empty() && network.place(1, 0).is_empty() && network.place(9, 0).is_empty()
    );
    assert_eq!(network.output(9).count(), 0);
}

#[test]
fn what_ends_too_early_or_goes_on_is_told() {
    let whole = small();
    for end in 0..whole.len() {
        let error = Network::read(&whole[..end]).unwrap_err();
        match error {
            NetworkError::Magic => assert!(end < 8),
            NetworkError::Ends { at, wanted } => assert!(at == end && wanted > 0),
            other => panic!("{end}: {other}"),
        }
    }
    let mut longer = whole;
    longer.extend([0, 0]);
    assert_eq!(Network::read(&longer).unwrap_err(), NetworkError::GoesOn(2));
}

#[test]
fn what_is_damaged_is_refused_or_runs() {
    let whole = small();
    let (mut refused, mut ran) = (0, 0);
    for at in 8..whole.len() {
        for change in [1, 2, 3, 4, 7, 16, 0x80, 0xff] {
            let mut damaged = whole.clone();
            damaged[at] ^= change;
            match Network::read(&damaged) {
                Ok(mut network) => {
                    network.picture().fill(0.5);
                    network.run();
                    ran += 1;
                }
                Err(error) => {
                    assert!(!error.to_string().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 500 && ran > 500, "{refused} refused, {ran} ran");
}

#[test]
fn no_file_asks_for_all_memory() {
    let large = |input: [u16; 3]| {
        let mut packed = Packed::new(input, 0, 0);
        Network::read(std::mem::take(&mut packed.0).as_slice()).unwrap_err()
    };
    assert!(matches!(large([65535, 65535, 65535]), NetworkError::Step { .. }));
    assert!(matches!(large([0, 6, 3]), NetworkError::Step { .. }));
    // Enlarged again and again, and all of it kept.
    let mut packed = Packed::new([32, 32, 3], 14, 1);
    packed
        .bytes(&[1, 0])
        .words(&[0])
        .bytes(&[1, 1, 1, 0, 0])
        .words(&[32, 32, 64, NOTHING])
        .weights(192)
        .weights(64);
    packed.bytes(&[5, 0]).words(&[1]).bytes(&[5, 0]).words(&[2]).bytes(&[5, 0]).words(&[3]);
    for _ in 4..14 {
        packed.bytes(&[3, 0]).words(&[4, 4]);
    }
    packed.bytes(&[11]).words(&[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    assert!(matches!(Network::read(&packed.0).unwrap_err(), NetworkError::Purpose(_)));
}
