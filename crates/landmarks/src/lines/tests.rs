use proptest::prelude::*;

use super::*;

fn some(seconds: f64) -> Landmarks {
    let points = Landmark::ALL.map(|landmark| {
        let at = landmark.index() as f64 / 64.0;
        let world = WorldPoint { x: at, y: -at, z: 0.25 };
        Sighting { world, image: ImagePoint { x: at, y: 0.5, z: 0.0 }, visibility: 0.5 }
    });
    Landmarks { seconds, mirrored: true, points }
}

/// Replaces the first occurrence of a part of a line, and returns what is said of it.
fn says(part: &str, instead: &str) -> String {
    let line = write_line(&some(1.5));
    assert!(line.contains(part), "{line}");
    read_line(&line.replacen(part, instead, 1)).unwrap_err().to_string()
}

#[test]
fn what_is_written_is_read() {
    let lines = format!("{}\n\n{}\n", write_line(&some(0.0)), write_line(&some(0.0)));
    // Read back to the hundredth of a millimetre, and then the same for ever.
    let read = read_lines(&lines).unwrap();
    assert_eq!(read.len(), 2);
    assert!((read[1].points[9].world.x - 9.0 / 64.0).abs() < 1e-5);
    assert_eq!(read_line(&write_line(&read[0])).unwrap(), read[0]);
    assert!(read[0].mirrored);
}

#[test]
fn what_is_not_known_of_a_picture_is_not_written() {
    let mut landmarks = some(0.0);
    landmarks.points.iter_mut().for_each(|point| point.image = ImagePoint::default());
    let line = write_line(&landmarks);
    assert!(!line.contains("image"), "{line}");
    assert_eq!(read_line(&line).unwrap().points[3].image, ImagePoint::default());
}

#[test]
fn what_is_wrong_is_said() {
    assert!(says("1.5", "\"soon\"").contains("`t`: found \"soon\""));
    assert!(says("1.5", "NaN").contains("not JSON"));
    assert!(says("1.5", "1e999").contains("not JSON"));
    assert!(says("true", "3").contains("`mirrored`: found 3"));
    assert!(says("[0.0,0.0,0.25,0.5],", "").contains("`world`: found 32 points; accepted is 33 points"));
    assert!(
        says("[0.0,0.0,0.25,0.5]", "[0.0,null,0.25,0.5]").contains("`world[0]`: found [0.0,null,0.25,0.5]")
    );
    assert!(says("[0.0,0.0,0.25,0.5]", "[0.0,0.25,0.5]").contains("`world[0]`"));
    assert!(says("0.25,0.5]", "0.25,1.5]").contains("`world[0][3]`: found 1.5"));
    assert!(says("\"world\"", "\"word\"").contains("`world`: found nothing"));
    assert!(read_line("[1]").unwrap_err().to_string().contains("found a list"));
}

#[test]
fn time_does_not_go_back() {
    let lines = [1.0, 2.0, 1.9].map(|seconds| write_line(&some(seconds))).join("\n");
    let error = read_lines(&lines).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 3: `t`: found 1.9, which is before the 2 of the line before; times go on"
    );
}

proptest! {
    #[test]
    fn reading_anything_ends(text in ".{0,200}") {
        let _ = read_lines(&text);
    }

    #[test]
    fn reading_a_damaged_line_ends(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = write_line(&some(1.5)).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read_lines(&String::from_utf8_lossy(&bytes));
    }
}
