//! The document of everything that an exercise file can name: made from the tables that read the files.

use unknot_body::{Kit, Manner, Muscle, Named, Part, Position, Surface, View, angles, shorthands};
use unknot_routine::{NamedMeasure, Unit};

/// Returns `docs/angles.md`.
pub(crate) fn document() -> String {
    let parts = [
        INTRODUCTION.to_owned(),
        angle_table(),
        SHORTHANDS.to_owned(),
        shorthand_table(),
        vocabulary::<Position>("Positions", "`position`: where an exercise begins and ends."),
        vocabulary::<Kit>("Kit", "`needs`: what has to be at hand."),
        vocabulary::<View>("Views", "`view` and `views`: from where something is seen."),
        vocabulary::<Muscle>(
            "Muscles",
            "`lengthens` and `works`, with `left ` or `right ` before it where only one side does.",
        ),
        CONTACTS.to_owned(),
        part_table(),
        table("surface", Surface::ALL),
        table("manner", Manner::ALL),
        MEASURES.to_owned(),
        measure_table(),
    ];
    parts.join("\n")
}

const INTRODUCTION: &str = "<!-- Generated from the code by ./x fix; change crates/body/src instead. -->

# Angles and names

Everything that an exercise file can name. All angles are in degrees. Left and right are the person's own.

An angle is written as `joint.angle`: `neck.flexion = 35`. A joint that the body has twice is set on both
sides, or on one: `right.elbow.flexion = 90`. What is not set is zero, except that the pelvis lies as the
position has it and the shoulder blades follow the arms.

## Angles
";

const SHORTHANDS: &str = "## Other names

Each sets an angle of the table above. Two names that set the same angle in one posture are an error.
";

const CONTACTS: &str = "## Contacts

`contacts` and `sliding`: `feet on floor`, `right hand grips chair`. A part that the body has twice is
written with its side, or in the plural for both.
";

const MEASURES: &str = "## Measures

What a fault can measure: any angle of the table above, or one of these.
";

fn angle_table() -> String {
    let rows = angles().iter().map(|info| {
        let sides = if info.joint.paired() { "left, right" } else { "midline" };
        let name = format!("`{}.{}`", info.joint, info.key);
        let range = format!("{} to {}", degrees(info.min_degrees), degrees(info.max_degrees));
        [name, sides.into(), range, info.zero.into(), info.positive.into(), info.source.into()]
    });
    markdown(["angle", "sides", "range", "zero", "positive", "source of the range"], rows)
}

fn shorthand_table() -> String {
    let rows = shorthands().iter().map(|setting| {
        let info = setting.angle.info();
        let sign = if setting.factor < 0.0 { "−" } else { "" };
        let also =
            setting.also.map(|(angle, value)| format!(", with `{}` {}", angle.info().key, degrees(value)));
        [
            format!("`{}.{}`", setting.joint, setting.key),
            format!("{sign}`{}`{}", info.key, also.unwrap_or_default()),
        ]
    });
    markdown(["name", "sets"], rows)
}

fn part_table() -> String {
    let rows = Part::ALL.iter().map(|part| {
        let both = if part.paired() { format!("`{}`", part.plural()) } else { String::new() };
        [format!("`{part}`"), both, part.about().to_owned()]
    });
    markdown(["part", "both", "what it is"], rows)
}

fn measure_table() -> String {
    let rows = NamedMeasure::ALL.iter().map(|measure| {
        let (name, unit, about) = measure.about();
        let unit = match unit {
            Unit::Degrees => "degrees",
            Unit::Distance => "metres, or shares of another distance",
            Unit::Share => "a share from 0 to 1",
            Unit::Seconds => "seconds",
        };
        [format!("`{name}`"), unit.to_owned(), about.to_owned()]
    });
    markdown(["measure", "unit", "what it is"], rows)
}

fn vocabulary<T: Named>(title: &str, introduction: &str) -> String {
    format!("## {title}\n\n{introduction}\n\n{}", table(T::KIND, T::ALL))
}

fn table<T: Named>(header: &str, members: &[T]) -> String {
    let rows = members.iter().map(|member| [format!("`{}`", member.name()), member.about().to_owned()]);
    markdown([header, "what it is"], rows)
}

fn markdown<const N: usize>(header: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut table = format!("| {} |\n|{}\n", header.join(" | "), "---|".repeat(N));
    for row in rows {
        table.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    table
}

/// Returns degrees with a real minus sign, as people read them.
fn degrees(value: f64) -> String {
    value.to_string().replace('-', "−")
}
