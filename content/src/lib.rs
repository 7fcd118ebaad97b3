//! What Unknot knows, as embedded data: exercises, programmes, words, the safety screen, the
//! figure's body, a face of type, the voice's clips, the networks that see a body.
//!
//! This is the one place where files are built into the program. It has no behaviour: who reads the text
//! is `unknot-routine`.

/// A file of the content, as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below `content/`.
    pub path: &'static str,
    /// What stands in it.
    pub text: &'static str,
}

impl File {
    /// Returns its path and its text.
    #[must_use]
    pub const fn named(&self) -> (&'static str, &'static str) {
        (self.path, self.text)
    }
}

macro_rules! files {
    ($($path:literal),+ $(,)?) => {
        &[$(File { path: $path, text: include_str!(concat!("../", $path)) }),+]
    };
}

macro_rules! file {
    ($path:literal) => {
        File { path: $path, text: include_str!(concat!("../", $path)) }
    };
}

/// The seven exercises, in the order of the article.
pub const EXERCISES: &[File] = files![
    "exercises/foam-rolling.toml",
    "exercises/childs-pose.toml",
    "exercises/w-and-y.toml",
    "exercises/levator-scapulae.toml",
    "exercises/back-extension.toml",
    "exercises/opposite-arm-and-leg.toml",
    "exercises/wall-angels.toml",
];

/// The programmes: all seven, what can be done in an office, what can be done standing.
pub const PROGRAMMES: &[File] =
    files!["programmes/seven.toml", "programmes/office.toml", "programmes/standing.toml"];

/// The id of the programme that is meant when none is named.
pub const DEFAULT_PROGRAMME: &str = "seven";

/// The English words.
pub const WORDS_EN: File = file!("words/en.ftl");

/// What people call positions, views, kit and muscles in English.
pub const NAMES_EN: File = file!("words/names.ftl");

/// What a journal means, in English.
pub const INSIGHT_WORDS_EN: File = file!("words/insight.ftl");

/// The English words that only the command line needs.
pub const CLI_WORDS_EN: File = file!("words/cli.ftl");

/// The English words that only the pages in a browser need.
pub const WEB_WORDS_EN: File = file!("words/web.ftl");

/// How long changes of position take, and how to get up from each.
pub const CHANGES: File = file!("changes.toml");

/// The safety screen.
pub const SCREEN: File = file!("safety/screen.toml");

/// The rules about pain.
pub const RULES: File = file!("safety/rules.toml");

/// The sources that the other files name.
pub const SOURCES: File = file!("sources.toml");

/// The figure's body, packed; `assets/body/README.md` says how. A program that does not name it does not contain it,
/// so one that loads it as a file of its own can.
pub const BODY: &[u8] = include_bytes!("../assets/body/body.bin");

/// The face in which text in pictures is set, as TrueType; `assets/fonts/ORIGIN.md` says which.
pub const FONT: &[u8] = include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf");

/// The same, bold.
pub const FONT_BOLD: &[u8] = include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext_700Bold.ttf");

/// The index of the voice's clips: what each says, how long it takes, how many bytes it has.
pub const VOICE_INDEX: File = file!("assets/voice/voice.tsv");

/// The voice's clips, one MP3 file after the other, as the index has them; `assets/voice/ORIGIN.md` says how they were
/// made. It is left out in the same way.
pub const VOICE: &[u8] = include_bytes!("../assets/voice/voice.pack");

/// The network that finds people in a picture, packed; `assets/pose/README.md` says how. It is left out in the same way, and
/// so is each of the next two.
pub const POSE_DETECTOR: &[u8] = include_bytes!("../assets/pose/detector.net");

/// The quicker network that locates the landmarks of a body.
pub const POSE_LITE: &[u8] = include_bytes!("../assets/pose/lite.net");

/// The more exact one, which takes twice as long.
pub const POSE_FULL: &[u8] = include_bytes!("../assets/pose/full.net");

/// The JSON Schema of exercise files.
pub const EXERCISE_SCHEMA: File = file!("schema/exercise.schema.json");

/// The JSON Schema of programme files.
pub const PROGRAMME_SCHEMA: File = file!("schema/programme.schema.json");

/// The same files as JSON, made from them when this is compiled: whoever reads only these needs no parser of TOML.
pub mod json {
    use super::File;

    macro_rules! made {
        ($path:literal) => {
            File {
                path: concat!($path, ".json"),
                text: include_str!(concat!(env!("OUT_DIR"), "/", $path, ".json")),
            }
        };
    }

    /// The seven exercises, in the order of the article.
    pub const EXERCISES: &[File] = &[
        made!("exercises/foam-rolling"),
        made!("exercises/childs-pose"),
        made!("exercises/w-and-y"),
        made!("exercises/levator-scapulae"),
        made!("exercises/back-extension"),
        made!("exercises/opposite-arm-and-leg"),
        made!("exercises/wall-angels"),
    ];

    /// The programmes.
    pub const PROGRAMMES: &[File] =
        &[made!("programmes/seven"), made!("programmes/office"), made!("programmes/standing")];

    /// Changes of position.
    pub const CHANGES: File = made!("changes");

    /// The safety screen.
    pub const SCREEN: File = made!("safety/screen");

    /// The rules about pain.
    pub const RULES: File = made!("safety/rules");

    /// The sources.
    pub const SOURCES: File = made!("sources");
}
