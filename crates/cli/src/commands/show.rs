//! `unknot show`: everything about one exercise, as a page.

use unknot_body::MuscleRegion;
use unknot_routine::{Block, BlockSides, Dose, Effect, Exercise, Form as Way, Phase, Sources, VariantKind};

use crate::args::Form;
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::shapes::{ExercisePage, usual_seconds};
use crate::text::{Weight, clock, hang, pad, paragraph, seconds, times};

/// Shows an exercise.
pub(crate) fn run(known: &Known, id: &str, form: Form) -> Result<(), Failure> {
    let exercise = known.exercise(id)?;
    let file = unknot_content::SOURCES;
    let sources = Sources::parse(file.path, file.text).map_err(|error| Failure::Failed(error.to_string()))?;
    if form.json {
        return out::json(&ExercisePage::of(known, &sources, exercise));
    }
    let mut page = Page { known, exercise, text: String::new(), weight: Weight::of_output() };
    page.head();
    page.phases();
    page.muscles();
    page.faults();
    page.cautions();
    page.variants();
    page.lessons();
    page.sources(&sources);
    out::print(&page.text)
}

struct Page<'a> {
    known: &'a Known,
    exercise: &'a Exercise,
    text: String,
    weight: Weight,
}

impl Page<'_> {
    fn heading(&mut self, heading: &str) {
        self.text.push_str(&format!("\n{}\n", self.weight.bold(heading)));
    }

    fn line(&mut self, line: &str) {
        self.hang("", line);
    }

    /// Sets an item of a list; where it must be broken, it goes on a little further in.
    fn item(&mut self, item: &str) {
        let lines = paragraph(item, 4);
        self.text.push_str("  ");
        self.text.push_str(lines.trim_start_matches(' '));
    }

    /// Sets words beside a lead.
    fn hang(&mut self, lead: &str, words: &str) {
        self.text.push_str(&hang(&format!("  {lead}"), words));
    }

    fn head(&mut self) {
        let (known, exercise, form) = (self.known, self.exercise, &self.exercise.form);
        self.text.push_str(&format!("{}\n", self.weight.bold(&known.word(exercise.name()))));
        let names: Vec<&str> = exercise.aliases.iter().map(String::as_str).collect();
        let also = if names.is_empty() { String::new() } else { format!(" (also {})", names.join(", ")) };
        self.text.push_str(&paragraph(&self.weight.dim(&format!("{}{also}", exercise.id)), 0));
        self.text.push('\n');
        self.text.push_str(&paragraph(&known.word(exercise.word("why")), 0));
        self.text.push('\n');
        let usual = form.length(&form.default_choice(), exercise.breath, None).seconds();
        let seen = format!("{}, seen {}", known.called(form.position), known.called(form.view));
        self.hang("position  ", &seen);
        self.hang("needs     ", &needs(known, form));
        self.hang("takes     ", &format!("{} at the usual dose", clock(usual)));
    }

    fn phases(&mut self) {
        for block in &self.exercise.form.blocks {
            let heading = if self.exercise.form.blocks.len() == 1 {
                "How".to_owned()
            } else {
                format!("How: {}", spoken(&block.id))
            };
            self.heading(&heading);
            let width = block.phases.iter().map(|phase| phase.name.chars().count()).max().unwrap_or(0);
            for phase in &block.phases {
                self.phase(block, phase, width);
            }
            self.dose(block);
        }
    }

    fn phase(&mut self, block: &Block, phase: &Phase, width: usize) {
        let length = seconds(usual_seconds(self.exercise, block, phase));
        let caption = self.known.caption(self.exercise, phase);
        let lead = format!("{length:>6}  {}  ", self.weight.dim(&pad(&phase.name, width)));
        self.hang(&lead, &caption);
    }

    fn dose(&mut self, block: &Block) {
        let sides = match block.sides {
            BlockSides::Both => "",
            BlockSides::Each => " on each side, one side after the other",
            BlockSides::Alternate => " on each side, in turn",
        };
        self.hang("how often   ", &format!("{}{sides}", repetitions(&block.repetitions)));
        if block.sets.default > 1 || block.sets.count() > 1 {
            self.hang("sets        ", &repetitions(&block.sets));
        }
        for (label, dose) in [("hold     ", &block.hold), ("one takes", &block.tempo)] {
            if let Some(dose) = dose {
                self.hang(&format!("{label}   "), &lengths(dose));
            }
        }
    }

    fn muscles(&mut self) {
        let form = &self.exercise.form;
        for (heading, regions) in [("Lengthens", &form.lengthens), ("Works", &form.works)] {
            if regions.is_empty() {
                continue;
            }
            self.heading(heading);
            let names: Vec<String> = regions.iter().map(|region| muscle(self.known, *region)).collect();
            self.text.push_str(&paragraph(&names.join(", "), 2));
        }
    }

    fn faults(&mut self) {
        if self.exercise.faults.is_empty() {
            return;
        }
        self.heading("What can go wrong");
        for fault in &self.exercise.faults {
            let said = self.known.said(self.exercise, &fault.say);
            let views: Vec<String> = fault.views.iter().map(|view| self.known.called(*view)).collect();
            let judged = if views.is_empty() {
                "spoken reminder only".to_owned()
            } else {
                format!("a camera can tell {}", views.join(" or "))
            };
            let judged = self.weight.dim(&format!("({judged})"));
            self.item(&format!("{}: {said} {judged}", spoken(&fault.id)));
        }
    }

    fn cautions(&mut self) {
        if self.exercise.cautions.is_empty() {
            return;
        }
        self.heading("For whom it is different");
        for caution in &self.exercise.cautions {
            let effect = match &caution.effect {
                Effect::Omit => "left out".to_owned(),
                Effect::Range(share) => format!("movements of {} %", (share * 100.0).round()),
                Effect::Variant(variant) => self.variant_name(variant),
            };
            let condition = self.condition(&caution.condition);
            self.item(&format!("{condition}: {effect}"));
        }
    }

    /// Returns the words of the screen's box that stands for a condition.
    fn condition(&self, condition: &str) -> String {
        let word = self.known.catalogue.screen.word_of(condition);
        word.map_or_else(|| spoken(condition), |word| self.known.word(word))
    }

    fn variant_name(&self, variant: &str) -> String {
        self.known.word(self.exercise.word(&format!("variant-{variant}")))
    }

    fn variants(&mut self) {
        if self.exercise.variants.is_empty() {
            return;
        }
        self.heading("Other ways");
        for variant in &self.exercise.variants {
            let name = self.variant_name(&variant.id);
            let about = format!(
                "{}; {}; needs {}",
                variant.id,
                spoken(kind(variant.kind)),
                needs(self.known, &variant.form)
            );
            self.item(&format!("{name} {}", self.weight.dim(&format!("({about})"))));
        }
    }

    fn lessons(&mut self) {
        for lesson in &self.exercise.lessons {
            let words =
                |part: &str| self.known.word(self.exercise.word(&format!("lesson-{}-{part}", lesson.id)));
            let (written, taught, why) = (words("written"), words("taught"), words("why"));
            let why = format!("{why} [{}]", lesson.sources.join(", "));
            self.heading(&format!("As written, as taught: {}", spoken(&lesson.id)));
            for (label, words) in [("written", format!("“{written}”")), ("taught", taught), ("why", why)]
            {
                self.hang(&format!("{label:<9}"), &words);
            }
        }
    }

    fn sources(&mut self, sources: &Sources) {
        self.heading("Sources");
        for id in &self.exercise.sources {
            self.line(&self.weight.dim(id));
            self.text.push_str(&paragraph(sources.cite(id), 4));
        }
    }
}

/// Returns what people call a muscle, and on which side it is meant.
pub(crate) fn muscle(known: &Known, region: MuscleRegion) -> String {
    let side = region.side.map(|side| format!("{side} ")).unwrap_or_default();
    format!("{side}{}", known.called(region.muscle))
}

/// Returns an id as words.
fn spoken(id: &str) -> String {
    id.replace('-', " ")
}

/// Returns how often something is done, with what a plan may choose and what the article asks.
fn repetitions(dose: &Dose) -> String {
    let range = |least: u32, most: u32| span(f64::from(least), f64::from(most), "");
    times(dose.default) + &choices(dose, &range)
}

/// Returns how many seconds something takes, with what a plan may choose and what the article asks.
fn lengths(dose: &Dose) -> String {
    let range = |least: u32, most: u32| span(f64::from(least) / 1000.0, f64::from(most) / 1000.0, " s");
    range(dose.default, dose.default) + &choices(dose, &range)
}

fn choices(dose: &Dose, range: &dyn Fn(u32, u32) -> String) -> String {
    if dose.count() == 1 {
        return String::new();
    }
    let gentle = dose.gentle.map(|gentle| format!("; gently {}", range(gentle, gentle)));
    let asks = dose.asks.map(|(least, most)| format!("; the article asks {}", range(least, most)));
    let (gentle, asks) = (gentle.unwrap_or_default(), asks.unwrap_or_default());
    format!(" (a plan may use {}{gentle}{asks})", range(dose.min, dose.max))
}

fn span(least: f64, most: f64, unit: &str) -> String {
    if least < most { format!("{least} to {most}{unit}") } else { format!("{least}{unit}") }
}

fn needs(known: &Known, form: &Way) -> String {
    let needs: Vec<String> = form
        .needs
        .iter()
        .map(|need| {
            let choices = std::iter::once(need.item).chain(need.or.iter().copied());
            choices.map(|kit| known.called(kit)).collect::<Vec<_>>().join(" or ")
        })
        .collect();
    if needs.is_empty() { "nothing".to_owned() } else { needs.join(", ") }
}

/// Returns the written name of what a variant is for.
pub(crate) fn kind(kind: VariantKind) -> &'static str {
    match kind {
        VariantKind::Easier => "easier",
        VariantKind::Harder => "harder",
        VariantKind::Substitute => "substitute",
        VariantKind::AsWritten => "as-written",
    }
}
