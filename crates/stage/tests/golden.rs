//! Small pictures of every exercise as it should look, in `tests/golden`, compared as an eye would: cell by cell of
//! eight by eight pixels, no mean colour may be off by more than [`TOLERANCE`] of 255.
//!
//! `UNKNOT_REGENERATE=1 cargo test -p unknot-stage --test golden` draws them anew; look at them before you commit.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::path::{Path, PathBuf};

use common::{catalogue, performer, timeline};
use unknot_body::BodyShape;
use unknot_figure::{Palette, Picture};
use unknot_stage::{Look, Shot};

const SIDE: usize = 256;
const CELL: usize = 8;
const TOLERANCE: u32 = 6;
/// The phase that shows the exercise, and the build that does it.
const PICTURES: [(&str, &str, BodyShape, Palette); 7] = [
    ("w-and-y", "y", BodyShape::Neutral, Palette::Paper),
    ("wall-angels", "up", BodyShape::Woman, Palette::Paper),
    ("levator-scapulae", "hold", BodyShape::Neutral, Palette::Night),
    ("opposite-arm-and-leg", "hold", BodyShape::Man, Palette::Paper),
    ("back-extension", "hold", BodyShape::Slim, Palette::Paper),
    ("childs-pose", "hold", BodyShape::Heavy, Palette::Paper),
    ("foam-rolling", "roll-down", BodyShape::Neutral, Palette::Paper),
];

fn file(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(id).with_extension("png")
}

/// Returns red, green and blue of every pixel, in steps of eight, so that files stay small: a picture on paper has no
/// opacity.
fn opaque(picture: &Picture) -> Vec<u8> {
    let pixels = picture.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    pixels.map(|channel| channel & 0xf8 | 4).collect()
}

fn read(path: &Path) -> Vec<u8> {
    let decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(path).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    assert_eq!((info.width as usize, info.height as usize), (SIDE, SIDE));
    bytes
}

fn write(path: &Path, rgb: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), 256, 256);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(rgb).unwrap();
}

/// Returns the mean colour of a cell.
fn mean(rgb: &[u8], column: usize, row: usize) -> [u32; 3] {
    let mut sums = [0; 3];
    for y in row * CELL..(row + 1) * CELL {
        for x in column * CELL..(column + 1) * CELL {
            for (channel, sum) in sums.iter_mut().enumerate() {
                *sum += u32::from(rgb[(y * SIDE + x) * 3 + channel]);
            }
        }
    }
    sums.map(|sum| sum / 64)
}

#[test]
fn exercises_look_as_they_should() {
    let catalogue = catalogue();
    for (id, phase, shape, palette) in PICTURES {
        let mut performer = performer(shape);
        let timeline = timeline(&catalogue, catalogue.exercise(id).unwrap(), None);
        let segment = timeline.segments().iter().find(|segment| segment.phase() == phase).unwrap();
        let look = Look { width: SIDE, height: SIDE, shot: Shot::Best, palette, transparent: false };
        let mut picture = Picture::default();
        performer.draw(&timeline, segment.end.seconds() - 0.01, &look, &mut picture).unwrap();
        let drawn = opaque(&picture);
        if std::env::var_os("UNKNOT_REGENERATE").is_some() {
            write(&file(id), &drawn);
        }
        let known = read(&file(id));
        for row in 0..SIDE / CELL {
            for column in 0..SIDE / CELL {
                let (here, there) = (mean(&drawn, column, row), mean(&known, column, row));
                let off = here.iter().zip(there).map(|(a, b)| a.abs_diff(b)).max().unwrap();
                assert!(off <= TOLERANCE, "{id}: {off} of 255 off around {}, {}", column * CELL, row * CELL);
            }
        }
    }
}

#[test]
fn golden_pictures_are_small() {
    for (id, ..) in PICTURES {
        let bytes = std::fs::metadata(file(id)).unwrap().len();
        assert!(bytes <= 20_480, "{id}: {bytes} bytes");
    }
}
