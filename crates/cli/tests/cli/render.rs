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
    says(&["audio", "-o", "a.mp3"], &["name a file .wav"]);
    says(&["audio", "-o", "away/a.wav"], &["there is no folder away"]);
    says(&["audio", "--programme", "offic", "-o", "a.wav"], &["did you mean `office`?"]);
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

#[test]
fn a_session_can_be_heard() {
    let home = Home::new();
    let audio = ["render", "audio", "--only", "wall-angels", "-o", "a.wav"];
    home.run(&audio).assert_says(0, &["not screened yet"]);
    let timeline = home.run(&["timeline", "--only", "wall-angels", "--json"]).json();
    let bytes = std::fs::read(home.path().join("a.wav")).unwrap();
    assert_eq!(&bytes[..4], b"RIFF");
    let samples: Vec<f64> =
        bytes[44..].as_chunks().0.iter().map(|two| f64::from(i16::from_le_bytes(*two)) / 32_768.0).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let at = |seconds: f64| (seconds * 22_050.0) as usize;
    let total = timeline["total_seconds"].as_f64().unwrap();
    assert!(samples.len() >= at(total) && samples.len() < at(total + 3.0));
    // Before each word it is quiet, and then it is not.
    let loudest = |part: &[f64]| part.iter().fold(0.0, |most: f64, sample| most.max(sample.abs()));
    let said = timeline["utterances"].as_array().unwrap();
    assert!(said.len() > 15);
    for utterance in said {
        let begins = utterance["at"].as_f64().unwrap();
        assert!(loudest(&samples[at(begins - 0.09)..at(begins)]) < 0.01, "{utterance}");
        assert!(loudest(&samples[at(begins)..at(begins + 0.35)]) > 0.1, "{utterance}");
    }
    assert_eq!(names(&home), ["a.wav"]);
}

#[test]
fn words_without_a_clip_stay_silent_and_are_told() {
    let home = Home::new();
    home.write(
        "own/nod.toml",
        "id = 'nod'\nposition = 'standing'\nview = 'front'\nstart = 'tall'\n\
         postures.tall = { contacts = ['feet on floor'], source = 'judgement' }\n\
         blocks = [{ id = 'b', source = 'judgement', phases = [\
         { name = 'p', kind = 'hold', seconds = 8, say = 'go', cues = [{ at = 4, say = 'cue.halfway' }] }] }]\n\
         [words.en]\nname = 'Nod'\nwhy = 'It is a test.'\ngo = 'Nod a little.'\n",
    );
    let audio = ["render", "audio", "--exercises", "own", "--only", "nod", "-o", "a.wav"];
    let ran = home.run(&audio);
    ran.assert_says(0, &["no clip", "“Nod a little.”"]);
    assert!(!ran.stderr.contains("Halfway"), "{ran:?}");
}
