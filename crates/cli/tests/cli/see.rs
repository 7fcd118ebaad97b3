//! `unknot see`.

use std::fs::File;

use image::{DynamicImage, GrayImage, ImageFormat, RgbImage};
use serde_json::Value;

use crate::run::Home;

const FIGURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../sight/tests/golden/figure.png");

/// Writes a picture of one color below the home.
fn plain(home: &Home, name: &str, width: u32, height: u32, color: [u8; 3]) -> String {
    let path = home.path().join(name);
    RgbImage::from_pixel(width, height, image::Rgb(color)).save(&path).unwrap();
    path.display().to_string()
}

fn people(seen: &Value) -> &Vec<Value> {
    seen["people"].as_array().unwrap()
}

#[test]
fn somebody_is_seen_and_drawn() {
    let home = Home::new();
    home.run(&["see", FIGURE]).assert_says(0, &["figure.png: somebody", "of 33 landmarks visible"]);
    for full in [&[][..], &["--full"]] {
        let seen = home.run(&[&["see", FIGURE, "--json"], full].concat()).json();
        assert_eq!(people(&seen).len(), 1);
        let somebody = &people(&seen)[0];
        for kind in ["image", "world"] {
            let landmarks = somebody[kind].as_array().unwrap();
            assert_eq!(landmarks.len(), 33, "{kind}");
            assert!(landmarks.iter().all(|landmark| landmark.as_array().unwrap().len() == 4));
        }
        // The nose is above the left hip, in shares and in metres.
        let y = |kind: &str, landmark: usize| somebody[kind][landmark][1].as_f64().unwrap();
        assert!((0.0..y("image", 23)).contains(&y("image", 0)) && y("world", 0) < -0.3);
        assert!(somebody["presence"].as_f64().unwrap() > 0.5);
    }
    home.run(&["see", FIGURE, "--draw", "seen.png"]).assert_says(0, &["seen.png"]);
    let (before, after) = (image::open(FIGURE).unwrap(), image::open(home.path().join("seen.png")).unwrap());
    let (before, after) = (before.into_rgb8(), after.into_rgb8());
    let changed = before.pixels().zip(after.pixels()).filter(|(before, after)| before != after).count();
    assert!((200..8000).contains(&changed), "{changed} pixels are drawn on");
}

#[test]
fn a_jpeg_is_seen_as_it_was_held() {
    let home = Home::new();
    let path = home.path().join("me.jpg");
    image::open(FIGURE).unwrap().save(&path).unwrap();
    let nose = |name: &str| {
        let seen = home.run(&["see", name, "--json"]).json();
        let at = |axis: usize| people(&seen)[0]["image"][0][axis].as_f64().unwrap();
        (at(0), at(1))
    };
    let upright = nose("me.jpg");
    // The same with a note of the camera's that it was turned: to be shown by a quarter further, clockwise.
    let mut bytes = std::fs::read(&path).unwrap();
    let note = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    bytes.splice(2..2, note.iter().copied());
    home.write("turned.jpg", bytes);
    let turned = nose("turned.jpg");
    assert!((turned.0 - (1.0 - upright.1)).abs() < 0.05 && (turned.1 - upright.0).abs() < 0.05, "{turned:?}");
}

#[test]
fn nobody_is_seen_where_nobody_is() {
    let home = Home::new();
    plain(&home, "black.png", 64, 48, [0; 3]);
    plain(&home, "one.png", 1, 1, [200; 3]);
    plain(&home, "line.gif", 900, 1, [200; 3]);
    let see = home.run(&["see", "black.png", "one.png", "line.gif"]);
    see.assert_says(0, &["black.png: nobody is seen", "one.png: nobody is seen", "line.gif: nobody is seen"]);
    let see = home.run(&["see", "black.png", FIGURE, "--json"]);
    let lines: Vec<Value> = see.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| people(line).len()).collect::<Vec<_>>(), [0, 1], "a line for each");
}

#[test]
fn what_is_no_picture_is_told() {
    let home = Home::new();
    let says = |name: &str, words: &[&str]| home.run(&["see", name]).assert_says(2, words);
    home.write("words.jpg", "no picture at all");
    home.write("empty.png", "");
    says("words.jpg", &["words.jpg", "it is no JPEG, PNG, WebP or GIF"]);
    says("empty.png", &["empty.png"]);
    says("away.png", &["cannot read away.png"]);
    says(".", &["it is a folder"]);
    home.run(&["see", FIGURE, FIGURE, "--draw", "a.png"]).assert_says(2, &["one picture at a time"]);
    home.run(&["see", FIGURE, "--draw", "a.jpg"]).assert_says(2, &[".png"]);
    home.run(&["see"]).assert_says(2, &["IMAGE"]);
}

#[test]
fn what_is_cut_off_is_an_error_or_nobody() {
    let home = Home::new();
    let figure = image::open(FIGURE).unwrap();
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let name = format!("whole.{}", format.extensions_str()[0]);
        figure.save(home.path().join(&name)).unwrap();
        let whole = std::fs::read(home.path().join(&name)).unwrap();
        for share in [1, 4, 7] {
            home.write("cut", &whole[..whole.len() * share / 8]);
            let ran = home.run(&["see", "cut", "--json"]);
            assert!(matches!(ran.code, Some(0 | 2)), "{name}: {ran:?}");
            assert!(!ran.stderr.contains("panicked"), "{name}: {ran:?}");
        }
    }
}

#[test]
fn what_is_too_large_is_not_even_decoded() {
    let home = Home::new();
    let file = File::create(home.path().join("large.png")).unwrap();
    let mut encoder = png::Encoder::new(file, 10_000, 10_000);
    encoder.set_color(png::ColorType::Rgb);
    // Only its head, and where the rest would begin: nothing else is looked at.
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(png::chunk::IDAT, &[0x78, 0x9c]).unwrap();
    drop(writer);
    home.run(&["see", "large.png"]).assert_says(2, &["10000×10000", "at most 64 megapixels"]);
}

#[test]
fn gray_and_transparent_pictures_are_seen_too() {
    let home = Home::new();
    let figure = image::open(FIGURE).unwrap();
    let gray: GrayImage = figure.to_luma8();
    gray.save(home.path().join("gray.png")).unwrap();
    let deep = DynamicImage::ImageRgba8(figure.to_rgba8()).into_rgba16();
    deep.save(home.path().join("deep.png")).unwrap();
    home.run(&["see", "gray.png", "deep.png"]).assert_says(0, &["gray.png: somebody", "deep.png: somebody"]);
}
