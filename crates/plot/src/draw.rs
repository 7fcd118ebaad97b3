//! Drawing a course.

use jiff::civil::Date;
use plotters::backend::SVGBackend;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::{Color as _, RGBAColor, ShapeStyle};
use unknot_journal::{Insight, Pain};

use crate::colours::Colours;
use crate::course::{Course, Mark, days};
use crate::legend::{self, Key};
use crate::look::{Language, Look};
use crate::text::{Place, write};
use crate::ticks::ticks;

/// Coordinates are whole numbers, so a point has several: nothing snaps visibly.
pub(crate) const FINE: u32 = 4;
/// From so many days on single ratings step back, and weeks are what is seen.
const MANY_DAYS: i32 = 70;
/// Narrower pictures than this, in points, have room for fewer dates.
const NARROW: u32 = 480;
/// Where the marks of sessions stand, below no pain.
const SESSIONS: (f64, f64) = (-1.05, -0.45);

/// What a picture is drawn on.
pub(crate) type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Chart<'a, 'b> = ChartContext<'b, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the picture cannot be drawn: {0}")]
pub struct PlotError(String);

impl PlotError {
    pub(crate) fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// Returns a course with what it means as a picture in SVG.
///
/// # Errors
/// It cannot be drawn, as where it would have no room.
pub fn svg(
    course: &Course,
    insight: &Insight,
    look: Look,
    language: &Language<'_>,
) -> Result<String, PlotError> {
    let colours = Colours::of(look);
    let keys = keys(course, insight);
    let line = look.text * 3 / 2;
    let edge = look.text / 3;
    let head = edge + line + if insight.trend.is_none() { line } else { 0 };
    let plot = if look.width < NARROW { look.width * 3 / 4 } else { look.width * 2 / 5 };
    let dates = line * 3 / 2;
    let height = head + plot + dates + legend::height(&keys, look) + edge;
    let mut svg = String::new();
    {
        let size = (look.width * FINE, height * FINE);
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        area.fill(&colours.paper).map_err(PlotError::of)?;
        let title = language.word("scale");
        write(&area, look, (edge, edge), Place::Below, &title, colours.ink)?;
        if insight.trend.is_none() {
            let few = language.word(if course.marks.is_empty() { "none" } else { "few" });
            write(&area, look, (edge, edge + line), Place::Below, &few, colours.quiet)?;
        }
        let mut chart = ChartBuilder::on(&area)
            .margin_top(head * FINE)
            .margin_bottom((height - head - plot) * FINE)
            .margin_left((2 * look.text + edge) * FINE)
            .margin_right(look.text / 2 * FINE)
            .build_cartesian_2d(0.0..f64::from(course.days()), -1.3..10.4)
            .map_err(PlotError::of)?;
        scale(&mut chart, &area, course, look, &colours, language)?;
        weeks(&mut chart, course, &colours)?;
        trend(&mut chart, course, insight, &colours)?;
        marks(&mut chart, course, &colours)?;
        legend::draw(&area, &keys, (edge, head + plot + dates), look, &colours, language)?;
        area.present().map_err(PlotError::of)?;
    }
    // The library knows only its own fine coordinates; the picture is as large as it was asked to be.
    let fine = format!(r#"width="{}" height="{}""#, look.width * FINE, height * FINE);
    Ok(svg.replacen(&fine, &format!(r#"width="{}" height="{height}""#, look.width), 1))
}

/// Returns what there is in the picture to explain.
fn keys(course: &Course, insight: &Insight) -> Vec<Key> {
    let has = |of: fn(&Mark) -> bool| course.marks.iter().any(of);
    let all = [
        (Key::Week, course.weeks.iter().any(|week| week.interval.is_some())),
        (Key::Trend, insight.meaning.is_change()),
        (Key::Before, has(|mark| mark.before.is_some())),
        (Key::After, has(|mark| mark.after.is_some())),
        (Key::Session, has(|mark| mark.session)),
    ];
    all.into_iter().filter_map(|(key, is_there)| is_there.then_some(key)).collect()
}

pub(crate) fn stroke(colour: RGBAColor, tenths: u32) -> ShapeStyle {
    ShapeStyle { color: colour, filled: false, stroke_width: tenths * FINE / 10 }
}

pub(crate) fn fill(colour: RGBAColor) -> ShapeStyle {
    ShapeStyle { color: colour, filled: true, stroke_width: 0 }
}

fn radius(tenths: u32) -> u32 {
    tenths * FINE / 10
}

/// Draws the lines to read along, with their numbers and dates.
fn scale(
    chart: &mut Chart<'_, '_>,
    area: &Area<'_>,
    course: &Course,
    look: Look,
    colours: &Colours,
    language: &Language<'_>,
) -> Result<(), PlotError> {
    let whole = f64::from(course.days());
    for pain in [0_u8, 2, 4, 6, 8, 10] {
        let y = f64::from(pain);
        let width = if pain == 0 { 15 } else { 10 };
        let line = PathElement::new(vec![(0.0, y), (whole, y)], stroke(colours.line.to_rgba(), width));
        chart.plotting_area().draw(&line).map_err(PlotError::of)?;
        let (x, y) = chart.backend_coord(&(0.0, y));
        let at = points(x - signed(look.text * FINE / 2), y);
        write(area, look, at, Place::LeftOf, &pain.to_string(), colours.quiet)?;
    }
    let most = if look.width < NARROW { 4 } else { 8 };
    for date in ticks(course.first, course.days(), most) {
        let x = f64::from(days(course.first, date));
        let (x, y) = chart.backend_coord(&(x, -1.3));
        let at = points(x, y + signed(look.text * FINE / 4));
        // It is not measured, but no date in few letters is wider.
        if at.0 + 4 * look.text > look.width {
            continue;
        }
        write(area, look, at, Place::Below, &(language.date)(date), colours.quiet)?;
    }
    Ok(())
}

/// Draws the average of each week, and between what it likely is.
fn weeks(chart: &mut Chart<'_, '_>, course: &Course, colours: &Colours) -> Result<(), PlotError> {
    /// Between two weeks, in days.
    const APART: f64 = 0.3;
    let area = chart.plotting_area();
    // Of a week with few days hardly anything is known.
    for (week, interval) in course.weeks.iter().filter_map(|week| Some((week, week.interval?))) {
        let left = f64::from(days(course.first, week.monday)) + APART;
        let right = left + 7.0 - 2.0 * APART;
        let band = [(left, interval.low), (right, interval.high)];
        area.draw(&Rectangle::new(band, fill(colours.teal.mix(0.2)))).map_err(PlotError::of)?;
        let mean = vec![(left, week.mean), (right, week.mean)];
        area.draw(&PathElement::new(mean, stroke(colours.teal.to_rgba(), 40))).map_err(PlotError::of)?;
    }
    Ok(())
}

/// Draws where pain goes, where it goes anywhere, and between what that likely is: both ends turn about the middle.
fn trend(
    chart: &mut Chart<'_, '_>,
    course: &Course,
    insight: &Insight,
    colours: &Colours,
) -> Result<(), PlotError> {
    let Some(trend) = insight.trend.filter(|_| insight.meaning.is_change()) else { return Ok(()) };
    let start = place(course, trend.first);
    let (half, middle) = (f64::from(trend.span) / 2.0, trend.start + trend.over_all.estimate / 2.0);
    let ends = |change: f64| {
        let end = |side: f64| (start + half + side * half, (middle + side * change / 2.0).clamp(0.0, 10.0));
        [end(-1.0), end(1.0)]
    };
    let ([a, b], [c, d]) = (ends(trend.over_all.low), ends(trend.over_all.high));
    let area = chart.plotting_area();
    let band = Polygon::new(vec![a, b, d, c], fill(colours.coral.mix(0.22)));
    let line = PathElement::new(ends(trend.over_all.estimate), stroke(colours.coral.to_rgba(), 35));
    area.draw(&band).and_then(|()| area.draw(&line)).map_err(PlotError::of)
}

/// Draws every rating, from before to after a session, and every session.
fn marks(chart: &mut Chart<'_, '_>, course: &Course, colours: &Colours) -> Result<(), PlotError> {
    let is_many = course.days() > MANY_DAYS;
    let (size, width) = if is_many { (22, 12) } else { (45, 20) };
    let (ink, teal) = if is_many {
        (colours.quiet.mix(0.8), colours.teal.mix(0.8))
    } else {
        (colours.ink.to_rgba(), colours.teal.to_rgba())
    };
    let area = chart.plotting_area();
    for mark in &course.marks {
        let x = course.place(mark.time.on_the_wall());
        let at = |pain: Pain| (x, f64::from(pain.number()));
        if mark.session {
            let tick = vec![(x, SESSIONS.0), (x, SESSIONS.1)];
            area.draw(&PathElement::new(tick, stroke(colours.teal.to_rgba(), width)))
                .map_err(PlotError::of)?;
        }
        if let Some((before, after)) = mark.before.zip(mark.after) {
            let between = PathElement::new(vec![at(before), at(after)], stroke(teal.mix(0.5), width));
            area.draw(&between).map_err(PlotError::of)?;
        }
        if let Some(before) = mark.before {
            area.draw(&Circle::new(at(before), radius(size), fill(colours.paper.to_rgba())))
                .and_then(|()| area.draw(&Circle::new(at(before), radius(size), stroke(ink, width))))
                .map_err(PlotError::of)?;
        }
        if let Some(after) = mark.after {
            let size = if mark.before == mark.after { size / 2 } else { size * 4 / 5 };
            area.draw(&Circle::new(at(after), radius(size), fill(teal))).map_err(PlotError::of)?;
        }
    }
    Ok(())
}

fn place(course: &Course, date: Date) -> f64 {
    // In the middle of the day.
    f64::from(days(course.first, date)) + 0.5
}

/// Returns fine coordinates as points.
fn points(x: i32, y: i32) -> (u32, u32) {
    let point = |fine: i32| u32::try_from(fine).unwrap_or(0) / FINE;
    (point(x), point(y))
}

fn signed(fine: u32) -> i32 {
    i32::try_from(fine).unwrap_or(i32::MAX)
}
