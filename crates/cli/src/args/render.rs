//! The options of the commands that write pictures and sound, read into what they mean.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use unknot_body::{BodyShape, Named as _};
use unknot_stage::Shot;

use super::SessionArgs;
use super::help;
use super::names::Names;

/// The shortest and the longest side of a picture, in pixels; the renderer draws none with a longer one.
const SIDES: std::ops::RangeInclusive<usize> = 16..=4096;
/// More pictures in a second no GIF shows: its clock has hundredths, and viewers slow down what shows one each.
const FASTEST: u32 = 50;

/// What to write.
#[derive(Debug, Subcommand)]
pub(crate) enum RenderCommand {
    /// One moment of an exercise, as a PNG.
    #[command(after_help = help::FRAME)]
    Frame(FrameArgs),
    /// All seven exercises on one page to print, A4, as a PNG.
    #[command(after_help = help::SHEET)]
    Sheet {
        /// Where the page goes: a file that ends in .png. One that is there is replaced.
        #[arg(short, long, value_name = "FILE", value_parser = png)]
        output: PathBuf,
    },
    /// One repetition of an exercise that begins again where it ends, as a WebP, a GIF or a video.
    #[command(after_help = help::CLIP)]
    Clip(ClipArgs),
    /// A whole session to hear: the voice and soft tones, as a WAV.
    #[command(after_help = help::AUDIO)]
    Audio(AudioArgs),
}

/// Which exercise, done by whom.
#[derive(Debug, Args)]
pub(crate) struct Subject {
    /// The exercise's id, or another name it is known by.
    #[arg(long, value_name = "ID")]
    pub(crate) exercise: String,

    /// Another way of doing it; `unknot show` lists them.
    #[arg(long, value_name = "ID")]
    pub(crate) variant: Option<String>,

    /// From where: front, side, back, best, or two angles in degrees, as in `40,15`.
    ///
    /// The first is 0 in front of the person and 90 at their left, the second 0 level and 90 straight above.
    #[arg(long, value_name = "WHERE", default_value = "best", value_parser = camera, allow_hyphen_values = true)]
    pub(crate) camera: Shot,

    /// Who does it: neutral, woman, man, slim or heavy.
    #[arg(long, default_value = "neutral", hide_possible_values = true, value_parser = Names(shape))]
    pub(crate) shape: BodyShape,

    /// Dark paper instead of light.
    #[arg(long)]
    pub(crate) night: bool,
}

/// Which moment, how large.
#[derive(Debug, Args)]
pub(crate) struct FrameArgs {
    #[command(flatten)]
    pub(crate) subject: Subject,

    /// When: seconds from the exercise's beginning, or a phase's name.
    ///
    /// A phase means the moment at which its posture is reached: the end of a movement, the middle of a hold.
    #[arg(long, value_name = "SECONDS|PHASE", value_parser = at, allow_negative_numbers = true)]
    pub(crate) at: At,

    /// Width and height in pixels.
    #[arg(long, value_name = "WxH", default_value = "1024x1024", value_parser = size)]
    pub(crate) size: Size,

    /// Where the picture goes: a file that ends in .png. One that is there is replaced.
    #[arg(short, long, value_name = "FILE", value_parser = png)]
    pub(crate) output: PathBuf,
}

/// How large, how smooth.
#[derive(Debug, Args)]
pub(crate) struct ClipArgs {
    #[command(flatten)]
    pub(crate) subject: Subject,

    /// Width and height in pixels.
    #[arg(long, value_name = "WxH", default_value = "480x480", value_parser = size)]
    pub(crate) size: Size,

    /// Pictures in a second, 1 to 50.
    #[arg(long, value_name = "N", default_value = "20", value_parser = fps, allow_negative_numbers = true)]
    pub(crate) fps: u32,

    /// Where the clip goes: a file that ends in .webp, .gif or .mp4. One that is there is replaced.
    #[arg(short, long, value_name = "FILE", value_parser = clip)]
    pub(crate) output: Clip,
}

/// Which session.
#[derive(Debug, Args)]
pub(crate) struct AudioArgs {
    #[command(flatten)]
    pub(crate) session: SessionArgs,

    /// Where the sound goes: a file that ends in .wav. One that is there is replaced.
    #[arg(short, long, value_name = "FILE", value_parser = wav)]
    pub(crate) output: PathBuf,
}

/// A moment of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum At {
    /// So many seconds from its beginning.
    Seconds(f64),
    /// Where the phase of this name has reached its posture.
    Phase(String),
}

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Size {
    /// Returns twice the size, if that can be drawn.
    pub(crate) fn doubled(self) -> Option<Self> {
        let double = Self { width: self.width * 2, height: self.height * 2 };
        (SIDES.contains(&double.width) && SIDES.contains(&double.height)).then_some(double)
    }
}

/// The file of a clip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clip {
    pub(crate) path: PathBuf,
    pub(crate) form: ClipForm,
}

/// What a clip is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClipForm {
    Gif,
    WebP,
    Mp4,
}

fn camera(text: &str) -> Result<Shot, String> {
    let named = match text {
        "best" => Some(Shot::Best),
        "front" => Some(Shot::Front),
        "side" => Some(Shot::Side),
        "back" => Some(Shot::Back),
        _ => None,
    };
    if let Some(shot) = named {
        return Ok(shot);
    }
    let Some((azimuth, elevation)) = text.split_once(',') else {
        return Err("a camera is front, side, back, best, or two angles in degrees, as in 40,15".to_owned());
    };
    let degrees =
        |text: &str, most: f64| text.trim().parse::<f64>().ok().filter(|degrees: &f64| degrees.abs() <= most);
    match (degrees(azimuth, 360.0), degrees(elevation, 90.0)) {
        (Some(azimuth_degrees), Some(elevation_degrees)) => {
            Ok(Shot::Around { azimuth_degrees, elevation_degrees })
        }
        (None, _) => Err(format!("`{azimuth}` is no angle around the person, from -360 to 360 degrees")),
        (_, None) => Err(format!("`{elevation}` is no angle above the floor, from -90 to 90 degrees")),
    }
}

fn size(text: &str) -> Result<Size, String> {
    let wanted = "a size is WIDTHxHEIGHT in pixels, as in 640x480, each from 16 to 4096";
    let side = |text: &str| text.parse::<usize>().ok().filter(|side| SIDES.contains(side));
    let sides = text.split_once(['x', '×', 'X']).and_then(|(width, height)| side(width).zip(side(height)));
    sides.map(|(width, height)| Size { width, height }).ok_or_else(|| wanted.to_owned())
}

fn at(text: &str) -> Result<At, String> {
    match text.parse::<f64>() {
        // No comparison holds for what is no number.
        Ok(seconds) if seconds >= 0.0 && seconds.is_finite() => Ok(At::Seconds(seconds)),
        Ok(_) => Err("seconds are counted from the exercise's beginning, 0 or more".to_owned()),
        Err(_) if text.is_empty() => Err("a moment is a number of seconds or a phase's name".to_owned()),
        Err(_) => Ok(At::Phase(text.to_owned())),
    }
}

fn fps(text: &str) -> Result<u32, String> {
    let number = text.parse::<u32>().ok().filter(|fps| (1..=FASTEST).contains(fps));
    number.ok_or_else(|| "pictures in a second are a whole number from 1 to 50".to_owned())
}

fn shape(text: &str) -> Result<BodyShape, String> {
    BodyShape::parse(text).map_err(|error| error.accepted())
}

pub(super) fn png(text: &str) -> Result<PathBuf, String> {
    if extension(text) == "png" {
        Ok(text.into())
    } else {
        Err("it is written as PNG: name a file .png".to_owned())
    }
}

fn wav(text: &str) -> Result<PathBuf, String> {
    if extension(text) == "wav" {
        Ok(text.into())
    } else {
        Err("it is written as WAV: name a file .wav".to_owned())
    }
}

fn clip(text: &str) -> Result<Clip, String> {
    let form = match extension(text).as_str() {
        "gif" => ClipForm::Gif,
        "mp4" => ClipForm::Mp4,
        "webp" => ClipForm::WebP,
        _ => return Err("a clip is a WebP, a GIF or a video: name a file .webp, .gif or .mp4".to_owned()),
    };
    Ok(Clip { path: text.into(), form })
}

fn extension(text: &str) -> String {
    Path::new(text).extension().map(|end| end.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_camera_is_a_name_or_two_angles() {
        let around =
            |azimuth_degrees, elevation_degrees| Ok(Shot::Around { azimuth_degrees, elevation_degrees });
        assert_eq!(camera("back"), Ok(Shot::Back));
        assert_eq!(camera("-72,14.5"), around(-72.0, 14.5));
        assert_eq!(camera("360, -90"), around(360.0, -90.0));
        assert!(camera("above").unwrap_err().contains("front, side, back, best"));
        assert!(camera("9,91").unwrap_err().contains("`91`"));
        assert!(camera("nan,1").unwrap_err().contains("`nan`"));
    }

    #[test]
    fn a_size_is_two_numbers_that_can_be_drawn() {
        assert_eq!(size("640x480"), Ok(Size { width: 640, height: 480 }));
        for wrong in ["640", "x", "640x", "0x9", "16x4097", "-1x20", "640x480x2", "1e2x20"] {
            assert!(size(wrong).unwrap_err().contains("16 to 4096"), "{wrong}");
        }
        let doubled = |text| size(text).unwrap().doubled();
        assert_eq!(doubled("2048x16"), Some(Size { width: 4096, height: 32 }));
        assert_eq!(doubled("2049x16"), None);
    }

    #[test]
    fn a_moment_is_seconds_or_a_phase() {
        assert_eq!((at("2.5"), at("hold")), (Ok(At::Seconds(2.5)), Ok(At::Phase("hold".to_owned()))));
        for wrong in ["-1", "nan", "inf", ""] {
            assert!(at(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn files_end_in_what_they_are() {
        assert_eq!(png("a/B.PNG"), Ok("a/B.PNG".into()));
        assert!(png("png").unwrap_err().contains(".png"));
        assert_eq!(clip("x.mp4").unwrap().form, ClipForm::Mp4);
        assert_eq!(clip("x.WebP").unwrap().form, ClipForm::WebP);
        assert!(clip("x").unwrap_err().contains(".webp, .gif or .mp4"));
        assert_eq!((fps("50"), fps("0").is_err(), fps("51").is_err()), (Ok(50), true, true));
    }
}
