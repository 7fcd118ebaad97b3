//! `unknot render`.

use std::fs::File;
use std::io::BufReader;
use std::os::unix::process::ExitStatusExt as _;
use std::process::Command;
use std::time::Duration;

use crate::run::Home;

/// Returns width, height and the bytes of an RGB picture, and how many pixels go into a metre.
fn png(home: &Home, name: &str) -> (u32, u32, Vec<u8>, Option<u32>) {
    let file = BufReader::new(File::open(home.path().join(name)).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let dims = reader.info().pixel_dims.map(|dims| dims.xppu);
    assert_eq!(info.color_type, png::ColorType::Rgb);
    (info.width, info.height, bytes, dims)
}

fn names(home: &Home) -> Vec<String> {
    let files = std::fs::read_dir(home.path()).unwrap();
    files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_frame_is_a_picture_of_somebody() {
    let home = Home::new();
    home.write("up.png", "what was there before");
    let frame = ["render", "frame", "--exercise", "wall-slides", "--at", "up", "--size", "120x160"];
    home.run(&[&frame[..], &["-o", "up.png"]].concat()).assert_says(0, &[]);
    let (width, height, bytes, _) = png(&home, "up.png");
    assert_eq!((width, height), (120, 160));
    // Nothing about them is as dark as the suit.
    let dark = bytes.chunks_exact(3).filter(|pixel| pixel[0] < 100).count();
    assert!((1000..10_000).contains(&dark), "{dark}");
    assert_eq!(names(&home), ["up.png"], "nothing is left over");
    home.run(&[&frame[..], &["--night", "--camera", "-72,14", "-o", "night.png"]].concat())
        .assert_says(0, &[]);
    let (_, _, night, _) = png(&home, "night.png");
    assert!(night[0] < 60 && bytes[0] > 200, "{} {}", night[0], bytes[0]);
}

#[test]
fn what_cannot_be_drawn_is_told_with_what_could() {
    let home = Home::new();
    let says = |args: &[&str], words: &[&str]| {
        home.run(&[&["render"], args].concat()).assert_says(2, words);
        assert_eq!(names(&home), Vec::<String>::new());
    };
    let frame = ["frame", "--exercise", "w-and-y", "-o", "a.png", "--at"];
    says(&[&frame[..], &["lowr"]].concat(), &["no phase `lowr`", "did you mean `lower`?", "into-w, w"]);
    says(&[&frame[..], &["999"]].concat(), &["it takes"]);
    says(&[&frame[..], &["w", "--variant", "hanging"]].concat(), &["no variant `hanging`", "low-y, seated"]);
    says(&[&frame[..], &["w", "--camera", "under"]].concat(), &["front, side, back, best"]);
    says(&[&frame[..], &["w", "--size", "5000x10"]].concat(), &["16 to 4096"]);
    says(&["frame", "--exercise", "w-andy", "--at", "w", "-o", "a.png"], &["did you mean `w-and-y`?"]);
    says(&["sheet", "-o", "a.pdf"], &[".png"]);
    says(&["sheet", "-o", "away/a.png"], &["there is no folder away"]);
    says(&["clip", "--exercise", "w-and-y", "-o", "a.avi"], &[".webp, .gif or .mp4"]);
}

#[test]
fn a_sheet_is_a_page_to_print() {
    let home = Home::new();
    home.run(&["render", "sheet", "-o", "all.png"]).assert_says(0, &[]);
    let (width, height, bytes, dims) = png(&home, "all.png");
    assert_eq!((width, height, dims), (1654, 2339, Some(7874)));
    assert_eq!(bytes[..3], [0xf6, 0xf3, 0xec]);
}

#[test]
fn a_clip_is_a_repetition() {
    let home = Home::new();
    let clip = ["render", "clip", "--exercise", "wall-angels", "--size", "48x64", "--fps", "4"];
    home.run(&[&clip[..], &["-o", "a.gif"]].concat()).assert_says(0, &[]);
    let file = File::open(home.path().join("a.gif")).unwrap();
    let mut reader = gif::DecodeOptions::new().read_info(file).unwrap();
    assert_eq!((reader.width(), reader.height()), (48, 64));
    let (mut frames, mut hundredths) = (0, 0);
    while let Some(frame) = reader.read_next_frame().unwrap() {
        frames += 1;
        hundredths += u32::from(frame.delay);
    }
    // Up and down again takes four and a half seconds.
    assert_eq!((frames, hundredths), (18, 450));
    assert_eq!(names(&home), ["a.gif"]);
}

#[test]
fn who_is_interrupted_leaves_nothing() {
    let home = Home::new();
    let mut names_of = vec!["a.gif", "a.webp"];
    // A machine that makes no videos leaves none either.
    names_of.extend(Command::new("ffmpeg").arg("-version").output().is_ok().then_some("a.mp4"));
    for (name, signal) in names_of.iter().zip(["INT", "TERM", "INT"]) {
        let clip = ["render", "clip", "--exercise", "w-and-y", "--size", "64x64", "-o", name];
        let mut child = home.command(&clip).spawn().unwrap();
        while names(&home).is_empty() {
            assert_eq!(child.try_wait().unwrap(), None, "it has ended by itself");
            std::thread::sleep(Duration::from_millis(5));
        }
        let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
        assert!(sent.unwrap().success());
        let number = if signal == "INT" { 2 } else { 15 };
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
        assert_eq!(names(&home), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_video_needs_ffmpeg() {
    let home = Home::new();
    let clip = ["render", "clip", "--exercise", "wall-angels", "--size", "48x64", "-o", "a.mp4"];
    let output = home.command(&clip).env("PATH", home.path()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("install it, or name a file .webp or .gif"), "{said}");
    assert_eq!(names(&home), Vec::<String>::new());
}
