//! Made-up exercises: plain numbers that are written as TOML and read by the public parsers.

use std::fmt::Write as _;

use unknot_body::{Ground, Kit, Named, Position, Side};
use unknot_routine::{
    BlockSides, Catalogue, Changes, Exercise, Millis, Programme, Rules, Screen, VariantKind,
};

/// How much: counts, or tenths of a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    pub default: u32,
    pub min: u32,
    pub max: u32,
    pub step: u32,
    pub gentle: Option<u32>,
    pub asks: Option<(u32, u32)>,
}

/// A made-up block: go there, hold, come back; lengths in tenths of a second.
#[derive(Clone, Debug)]
pub struct BlockRecipe {
    pub sides: BlockSides,
    pub sets: Amounts,
    pub repetitions: Amounts,
    pub hold: Option<Amounts>,
    /// The shortest and longest repetition and the step, in tenths; the usual one is what the phases take.
    pub tempo: Option<(u32, u32, u32)>,
    pub there: u32,
    pub back: u32,
    pub rest: Option<u32>,
    pub switch: Option<u32>,
    pub set_rest: Option<u32>,
    pub sore_spot: bool,
    /// Cues as they are written in the list of a phase: of the way there, the hold and the way back.
    pub cues: [Vec<String>; 3],
}

/// Another way of doing a made-up exercise.
#[derive(Clone, Debug)]
pub struct VariantRecipe {
    pub id: String,
    pub kind: VariantKind,
    pub position: Option<Position>,
    pub needs: Option<Vec<(Kit, Vec<Kit>)>>,
    pub range: Option<u32>,
    /// Other repetitions of the first block.
    pub repetitions: Option<Amounts>,
}

/// What a condition changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Omit,
    Variant(String),
    /// In hundredths.
    Range(u32),
}

/// A made-up exercise.
#[derive(Clone, Debug)]
pub struct Recipe {
    pub id: String,
    pub article: Option<u32>,
    pub authored_side: Side,
    pub position: Position,
    pub needs: Vec<(Kit, Vec<Kit>)>,
    pub blocks: Vec<BlockRecipe>,
    pub variants: Vec<VariantRecipe>,
    pub cautions: Vec<(String, Change)>,
    /// Announcements: tenths before the beginning, and the number of characters.
    pub into: Vec<(u32, u32)>,
    pub closing: Option<u32>,
}

pub fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

pub fn millis(tenths: u32) -> Millis {
    Millis(tenths * 100)
}

impl Amounts {
    pub fn fixed(default: u32) -> Self {
        Self { default, min: default, max: default, step: 1, gentle: None, asks: None }
    }

    /// Returns every amount, counted from the usual one in steps, the smallest first.
    pub fn all(&self) -> Vec<u32> {
        (self.min..=self.max)
            .filter(|amount| amount.abs_diff(self.default).is_multiple_of(self.step))
            .collect()
    }

    fn write(&self, text: &dyn Fn(u32) -> String) -> String {
        let mut out = format!(
            "{{ default = {}, range = [{}, {}], step = {}",
            text(self.default),
            text(self.min),
            text(self.max),
            text(self.step)
        );
        if let Some(gentle) = self.gentle {
            write!(out, ", gentle = {}", text(gentle)).unwrap();
        }
        if let Some((least, most)) = self.asks {
            write!(out, ", asks = [{}, {}]", text(least), text(most)).unwrap();
        }
        out + " }"
    }
}

impl BlockRecipe {
    /// Returns how long a repetition takes with that hold, where its tempo is not chosen.
    pub fn written(&self, hold: u32) -> u32 {
        self.there + if self.hold.is_some() { hold } else { 0 } + self.back
    }

    pub fn usual_repetition(&self) -> u32 {
        self.written(self.hold.map_or(0, |hold| hold.default))
    }

    fn write(&self, index: usize) -> String {
        let sides = match self.sides {
            BlockSides::Both => "both",
            BlockSides::Each => "each",
            BlockSides::Alternate => "alternate",
        };
        let count = |n: u32| n.to_string();
        let mut out = format!("[[blocks]]\nid = 'b{index}'\nsides = '{sides}'\n");
        writeln!(out, "sets = {}", self.sets.write(&count)).unwrap();
        writeln!(out, "repetitions = {}", self.repetitions.write(&count)).unwrap();
        if let Some(hold) = &self.hold {
            writeln!(out, "hold = {}", hold.write(&tenths)).unwrap();
        }
        if let Some((least, most, step)) = self.tempo {
            let usual = self.usual_repetition();
            let tempo = Amounts { min: least, max: most, step, ..Amounts::fixed(usual) };
            writeln!(out, "tempo = {}", tempo.write(&tenths)).unwrap();
        }
        if self.sore_spot {
            out.push_str("sore_spot = true\n");
        }
        // A cue whose moment never comes is an error; a tempo leaves each phase at least its usual length.
        let hold = self.hold.map_or(0, |hold| if self.tempo.is_some() { hold.default } else { hold.max });
        let longest = [self.there, hold, self.back];
        let cues = |index: usize| {
            let come: Vec<&str> = self.cues[index]
                .iter()
                .map(String::as_str)
                .filter(|cue| comes(cue, longest[index]))
                .collect();
            format!("cues = [{}]", come.join(", "))
        };
        writeln!(
            out,
            "[[blocks.phases]]\nname = 'there'\nkind = 'move'\nseconds = {}\nposture = 'there'\nsay = 'n12'\n{}",
            tenths(self.there),
            cues(0)
        )
        .unwrap();
        if self.hold.is_some() {
            writeln!(out, "[[blocks.phases]]\nname = 'hold'\nkind = 'hold'\ncaption = 'n20'\n{}", cues(1))
                .unwrap();
        }
        writeln!(
            out,
            "[[blocks.phases]]\nname = 'back'\nkind = 'return'\nseconds = {}\nposture = 'start'\ncaption = 'n9'\n{}",
            tenths(self.back),
            cues(2)
        )
        .unwrap();
        // Where both sides are done at once, nothing can be between them.
        let switch = self.switch.filter(|_| self.sides != BlockSides::Both);
        for (between, length) in [("repetitions", self.rest), ("sides", switch), ("sets", self.set_rest)] {
            if let Some(length) = length {
                writeln!(
                    out,
                    "[[blocks.phases]]\nname = '{between}'\nkind = 'move'\nseconds = {}\nposture = 'start'\nbetween = '{between}'\nsay = 'n10'",
                    tenths(length)
                )
                .unwrap();
            }
        }
        out
    }
}

/// Returns whether the moment of a cue comes in a phase so long, in tenths of a second.
fn comes(cue: &str, longest: u32) -> bool {
    let after = |key: &str| {
        let (_, rest) = cue.split_once(key)?;
        rest.split([',', ' ', '}']).next()?.parse::<f64>().ok()
    };
    let longest = f64::from(longest) / 10.0;
    let fits = |key: &str| after(key).is_none_or(|seconds| seconds < longest);
    fits("at = ") && fits("before_end = ") && fits("countdown = ") && fits("least = ")
}

fn write_needs(needs: &[(Kit, Vec<Kit>)]) -> String {
    let one = |(item, or): &(Kit, Vec<Kit>)| {
        let or: Vec<String> = or.iter().map(|kit| format!("'{kit}'")).collect();
        format!("{{ item = '{item}', or = [{}] }}", or.join(", "))
    };
    format!("needs = [{}]\n", needs.iter().map(one).collect::<Vec<_>>().join(", "))
}

impl VariantRecipe {
    fn write(&self) -> String {
        let kind = match self.kind {
            VariantKind::Easier => "easier",
            VariantKind::Harder => "harder",
            VariantKind::Substitute => "substitute",
            VariantKind::AsWritten => "as-written",
        };
        let mut out = format!("[[variants]]\nid = '{}'\nkind = '{kind}'\n", self.id);
        if let Some(position) = self.position {
            writeln!(out, "position = '{position}'").unwrap();
        }
        if let Some(needs) = &self.needs {
            out.push_str(&write_needs(needs));
        }
        if let Some(range) = self.range {
            writeln!(out, "range = {}", f64::from(range) / 100.0).unwrap();
        }
        if let Some(repetitions) = &self.repetitions {
            writeln!(out, "doses.b0.repetitions = {}", repetitions.write(&|n| n.to_string())).unwrap();
        }
        out
    }
}

impl Recipe {
    /// Returns the exercise file.
    pub fn write(&self) -> String {
        let mut out = format!(
            "id = '{}'\nposition = '{}'\nauthored_side = '{}'\nview = 'front'\nstart = 'start'\n",
            self.id, self.position, self.authored_side
        );
        if let Some(article) = self.article {
            writeln!(out, "article = {article}").unwrap();
        }
        out.push_str(&write_needs(&self.needs));
        let into =
            self.into.iter().map(|(before, n)| format!("{{ before = {}, say = 'n{n}' }}", tenths(*before)));
        writeln!(out, "into = [{}]", into.collect::<Vec<_>>().join(", ")).unwrap();
        if let Some(closing) = self.closing {
            writeln!(out, "closing = 'n{closing}'").unwrap();
        }
        out.push_str(
            "lengthens = ['right levator-scapulae']\nworks = ['rhomboids']\n\
             [postures.start]\ncontacts = ['feet on floor']\nright.elbow.flexion = 20\nneck.rotation_left = 5\n\
             [postures.there]\nfrom = 'start'\ncontacts = ['feet on floor', 'right hand on thighs']\n\
             neck.rotation_left = 40\nright.shoulder.flexion = 60\nleft.shoulder.abduction = 30\n",
        );
        out.extend(self.blocks.iter().enumerate().map(|(index, block)| block.write(index)));
        out.extend(self.variants.iter().map(VariantRecipe::write));
        for (condition, change) in &self.cautions {
            let effect = match change {
                Change::Omit => "omit = true".to_owned(),
                Change::Variant(variant) => format!("variant = '{variant}'"),
                Change::Range(range) => format!("range = {}", f64::from(*range) / 100.0),
            };
            writeln!(out, "[[cautions]]\ncondition = '{condition}'\n{effect}").unwrap();
        }
        out
    }

    pub fn read(&self) -> Exercise {
        let text = self.write();
        Exercise::parse("made-up.toml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    /// Returns the position and the kit of one of its ways.
    pub fn way(&self, variant: Option<&str>) -> (Position, &[(Kit, Vec<Kit>)]) {
        let Some(variant) = variant.and_then(|id| self.variants.iter().find(|v| v.id == id)) else {
            return (self.position, &self.needs);
        };
        (variant.position.unwrap_or(self.position), variant.needs.as_deref().unwrap_or(&self.needs))
    }
}

/// Returns the table of changes of the content with other seconds in it: `0` for the content's own.
pub fn changes(seed: u64) -> Changes {
    if seed == 0 {
        return Changes::parse("changes.toml", unknot_content::CHANGES.text).unwrap();
    }
    let mut state = seed;
    let mut dice = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    // Every order of the upright positions before every order of those on the floor.
    let mut flow: Vec<(Ground, u64, Position)> =
        Position::ALL.iter().map(|p| (p.ground(), dice(1000), *p)).collect();
    flow.sort();
    let flow: Vec<String> = flow.iter().map(|(_, _, position)| format!("'{position}'")).collect();
    let mut text = format!(
        "source = 'x'\nflow = [{}]\nget_ready = 5\nsame_position = 0.{}\n",
        flow.join(", "),
        1 + dice(9)
    );
    for from in Position::ALL {
        for to in Position::ALL.iter().filter(|to| *to != from) {
            let (whole, part) = (dice(25), 1 + dice(9));
            writeln!(text, "[[changes]]\nfrom = '{from}'\nto = ['{to}']\nseconds = {whole}.{part}").unwrap();
        }
    }
    for from in Position::ALL.iter().filter(|p| p.ground() == Ground::Floor) {
        writeln!(text, "[[help_up]]\nfrom = '{from}'\nsteps = [{{ say = 'n9', seconds = 3 }}, {{ say = 'n8', seconds = 2 }}]").unwrap();
    }
    Changes::parse("changes.toml", &text).unwrap_or_else(|error| panic!("{error}"))
}

/// How many tables of changes [`some_changes`] knows.
pub const TABLES: usize = 12;

/// Returns one of a few tables, the first of which is the content's.
pub fn some_changes(index: usize) -> Changes {
    static ALL: std::sync::OnceLock<Vec<Changes>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| (0..TABLES).map(|seed| changes(seed as u64)).collect())[index % TABLES].clone()
}

pub fn screen() -> Screen {
    static SCREEN: std::sync::OnceLock<Screen> = std::sync::OnceLock::new();
    SCREEN.get_or_init(|| Screen::parse("screen.toml", unknot_content::SCREEN.text).unwrap()).clone()
}

pub fn rules() -> Rules {
    Rules::parse("rules.toml", unknot_content::RULES.text).unwrap()
}

/// Returns a catalogue of made-up exercises and a programme of all of them, `all`.
pub fn catalogue(recipes: &[Recipe], changes: Changes) -> Catalogue {
    let mut catalogue = Catalogue::new(changes, screen());
    for recipe in recipes {
        catalogue.add(recipe.read()).unwrap();
    }
    catalogue.add_programme(programme("all", recipes.iter().map(|recipe| recipe.id.as_str())));
    catalogue
}

pub fn programme<'a>(id: &str, exercises: impl IntoIterator<Item = &'a str>) -> Programme {
    let items: Vec<String> = exercises.into_iter().map(|id| format!("{{ exercise = '{id}' }}")).collect();
    Programme::parse("p.toml", &format!("id = '{id}'\nminutes = 7\nitems = [{}]", items.join(", "))).unwrap()
}
