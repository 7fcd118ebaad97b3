//! What several tests need.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "tests, each of which needs some of it")]

use std::path::Path;

use unknot_sight::Networks;

/// Returns width, height and bytes of a picture of the figure with raised arms.
pub fn figure() -> (usize, usize, Vec<u8>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/figure.png");
    let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let about = reader.next_frame(&mut bytes).unwrap();
    assert_eq!((about.color_type, about.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    (about.width as usize, about.height as usize, bytes)
}

/// Returns the networks, with the quicker one for landmarks.
pub fn lite() -> Networks {
    Networks::read(unknot_content::POSE_DETECTOR, unknot_content::POSE_LITE).unwrap()
}
