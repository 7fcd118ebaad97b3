//! What the picture shows.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../../journal/tests/diary/mod.rs"]
mod diary;

use diary::{Diary, session, time};
use proptest::prelude::*;
use unknot_figure::Palette;
use unknot_journal::{Insight, Pain};
use unknot_plot::{Course, Language, Look, svg};
use unknot_routine::{Phrase, Words};

const LOOK: Look = Look { palette: Palette::Paper, contrast: false, width: 720, text: 15 };

fn course(diary: &Diary, day: i64) -> (Course, Insight) {
    let insight = diary.insight(day);
    let course = Course::of(&diary.journal(), &insight, time(day, 0).on_the_wall().date()).unwrap();
    (course, insight)
}

fn draw(diary: &Diary, day: i64, look: Look) -> String {
    let words = Words::read("en", unknot_content::INSIGHT_WORDS_EN.text).unwrap();
    let say = |phrase: &Phrase| words.say(phrase).unwrap();
    let language = Language { say: &say, date: &|date| date.strftime("%-d %b").to_string() };
    let (course, insight) = course(diary, day);
    svg(&course, &insight, look, &language).unwrap()
}

/// Returns the numbers of an attribute, of all elements of a name.
fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<f64> {
    let lines = svg.lines().filter(|line| line.starts_with(&format!("<{element} ")));
    let values = lines.filter_map(|line| line.split_once(&format!(" {attribute}=\""))?.1.split_once('"'));
    values
        .flat_map(|(value, _)| {
            value.split([' ', ',']).filter_map(|number| number.parse().ok()).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn three_ratings_are_drawn_to_the_byte_as_they_were_looked_at() {
    let mut diary = Diary::default();
    diary.rate(0, 6).done(2, 5, 3, session(2)).rate(4, 5);
    let drawn = draw(&diary, 4, Look { width: 350, ..LOOK });
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/few.svg");
    if std::env::var_os("UNKNOT_REGENERATE").is_some() {
        std::fs::write(path, &drawn).unwrap();
    }
    assert_eq!(drawn, std::fs::read_to_string(path).unwrap());
}

#[test]
fn a_trend_is_drawn_only_where_there_is_one() {
    let (mut falling, mut level) = (Diary::default(), Diary::default());
    for day in 0..42 {
        falling.rate(day, u8::try_from(8 - day / 7).unwrap());
        level.rate(day, if day % 2 == 0 { 5 } else { 6 });
    }
    // Its band, and the band of its key.
    assert_eq!(draw(&falling, 42, LOOK).matches("<polygon").count(), 2);
    assert_eq!(draw(&level, 42, LOOK).matches("<polygon").count(), 0);
    assert!(!draw(&level, 42, LOOK).contains("Too few days"));
    let mut few = Diary::default();
    few.rate(0, 9).rate(1, 5).rate(2, 1);
    let few = draw(&few, 2, LOOK);
    assert!(few.contains("Too few days to tell") && !few.contains("<polygon"));
}

#[test]
fn it_begins_on_a_monday_and_shows_four_weeks_at_least_and_half_a_year_at_most() {
    let mut diary = Diary::default();
    diary.rate(3, 4);
    let few = course(&diary, 3).0;
    assert_eq!((few.first.to_string(), few.last.to_string()), ("2026-03-02".into(), "2026-03-29".into()));
    for day in 0..400 {
        diary.rate(day, 4);
    }
    let many = course(&diary, 400).0;
    let weeks = many.first.until(many.last).unwrap().get_days() / 7 + 1;
    assert!((26..=27).contains(&weeks) && many.marks.len() <= 27 * 7, "{weeks}");
    let latest = many.latest(13);
    assert_eq!((latest.last, latest.first.until(latest.last).unwrap().get_days()), (many.last, 13 * 7 - 1));
    assert!(latest.marks.len() <= 13 * 7 && latest.weeks.len() <= 13);
    assert_eq!(few.latest(13), few);
    // A clock that was years ahead moves nothing.
    diary.rate(9000, 4);
    assert_eq!(course(&diary, 400).0, many);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn more_pain_stands_higher_and_nothing_sticks_out(
        pains in prop::collection::vec((0_i64..200, 0_usize..11, 0_usize..11), 1..40),
        width in 300_u32..1200,
        text in 12_u32..24,
    ) {
        let mut diary = Diary::default();
        for (day, before, after) in &pains {
            let (before, after) = (Pain::ALL[*before].number(), Pain::ALL[*after].number());
            diary.done(*day, before, after, session(*day));
        }
        let last = pains.iter().map(|(day, ..)| *day).max().unwrap();
        let svg = draw(&diary, last, Look { width, text, ..LOOK });
        let view = svg.split_once("viewBox=\"0 0 ").unwrap().1.split_once('"').unwrap().0;
        let (wide, high) = view.split_once(' ').unwrap();
        let (wide, high): (f64, f64) = (wide.parse().unwrap(), high.parse().unwrap());
        for (element, along, down) in [("circle", "cx", "cy"), ("text", "x", "y"), ("rect", "x", "y")] {
            prop_assert!(numbers(&svg, element, along).iter().all(|x| (0.0..=wide).contains(x)));
            prop_assert!(numbers(&svg, element, down).iter().all(|y| (0.0..=high).contains(y)));
        }
        let (course, _) = course(&diary, last);
        let mut heights = numbers(&svg, "circle", "cy");
        // The last two explain what the others mean.
        heights.truncate(heights.len() - 2);
        // Before is two circles, one upon the other, then comes after.
        let pains = course.marks.iter().flat_map(|mark| [mark.before, mark.before, mark.after]).flatten();
        let placed: Vec<(Pain, f64)> = pains.zip(heights).collect();
        for (one, other) in placed.iter().zip(placed.iter().skip(1)) {
            prop_assert_eq!(one.0 < other.0, one.1 > other.1, "{:?} {:?}", one, other);
        }
    }
}
