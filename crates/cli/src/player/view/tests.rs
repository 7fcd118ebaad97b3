//! What a person must see, at the sizes that terminals have. The pictures beside this file were
//! looked at; whoever changes the screen makes them anew with `UNKNOT_REGENERATE=1 cargo test -p unknot` and
//! looks at them again.

use std::path::Path;
use std::sync::LazyLock;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use unknot_journal::Agreed;
use unknot_routine::{Limits, Plan, Session};

use super::theme::Colors;
use super::{Theme, draw};
use crate::args::SessionArgs;
use crate::known::Known;
use crate::player::figure::{Display, Dressing, Figure};
use crate::player::keys::Key;
use crate::player::state::Player;
use crate::request;

/// What is known, and the plan of the seven: once for all tests, because planning takes its time unoptimized.
static SEVEN: LazyLock<(Known, Plan)> = LazyLock::new(|| {
    let known = Known::built_in().unwrap();
    let args = SessionArgs::default();
    let programme = request::programme(&known, &args).unwrap();
    let plan = request::plan(&known, &args, &programme, None, Limits::default(), &Agreed::default()).unwrap();
    (known, plan)
});

/// Plays the seven for some seconds, and presses keys.
fn player(seconds: f64, keys: &[Key]) -> Player<'static> {
    let (known, plan) = &*SEVEN;
    let rules = &known.rules;
    let session = Session::new(&known.catalogue, rules, known, plan.clone(), (1, 1), []).unwrap();
    let mut player = Player::new(known, session, Some(3));
    player.pass(seconds, 0.0);
    keys.iter().for_each(|key| player.press(*key));
    player
}

/// Returns what is on the screen.
fn drawn(player: &Player<'_>, width: u16, height: u16) -> String {
    drawn_with(player, width, height, Theme::with(Colors::None))
}

fn drawn_with(player: &Player<'_>, width: u16, height: u16, theme: Theme) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, player, None, theme)).unwrap();
    let buffer = terminal.backend().buffer().clone();
    let rows = buffer.content().chunks(usize::from(width));
    let lines = rows.map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>());
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

fn screen(seconds: f64, keys: &[Key], width: u16, height: u16) -> String {
    drawn(&player(seconds, keys), width, height)
}

fn assert_shows(screen: &str, words: &[&str]) {
    for word in words {
        assert!(screen.contains(word), "no `{word}` in\n{screen}");
    }
}

const SIZES: [(u16, u16); 9] =
    [(1, 1), (3, 2), (20, 6), (40, 12), (59, 14), (60, 14), (80, 24), (100, 30), (250, 80)];

#[test]
fn one_glance_tells_what_how_long_how_many_and_what_is_next() {
    for (width, height) in SIZES.into_iter().filter(|(width, height)| *width >= 40 && *height >= 12) {
        let screen = screen(20.0, &[], width, height);
        assert_shows(&screen, &["W & Y", "● ○", "Next  Wall angels", "h it hurts", "u help me up"]);
        assert_shows(&screen, &["━━━"]);
        if height > 18 {
            assert_shows(&screen, &["7 minutes left"]);
            assert!(
                screen.contains(|dots| ('\u{2801}'..='\u{28ff}').contains(&dots)),
                "no ring in\n{screen}"
            );
        }
    }
    assert_shows(&screen(20.0, &[], 20, 6), &["W & Y", "● ○", "h it hurts"]);
}

#[test]
fn no_size_and_no_page_is_too_small_to_be_drawn() {
    let skips = [Key::Right; 7];
    let pages: [&[Key]; 6] =
        [&[], &[Key::Space], &[Key::Char('h')], &[Key::Char('u')], &[Key::Char('h'), Key::Char('1')], &skips];
    for (keys, seconds) in pages.iter().flat_map(|keys| [(keys, 1.0), (keys, 200.0), (keys, 410.0)]) {
        let player = player(seconds, keys);
        for (width, height) in SIZES {
            assert_eq!(drawn(&player, width, height).lines().count(), usize::from(height), "{keys:?}");
        }
    }
}

#[test]
fn who_is_hurt_sees_every_answer_even_on_the_smallest_screen() {
    for (width, height) in [(20, 6), (40, 12), (100, 30)] {
        let screen = screen(20.0, &[Key::Char('h')], width, height);
        assert_shows(&screen, &["1  Chest", "2  New", "3  A sharp", "n  none", "u  help"]);
    }
}

#[test]
fn an_emergency_says_what_to_do_and_nothing_else() {
    let screen = screen(20.0, &[Key::Char('h'), Key::Char('1')], 80, 24);
    assert_shows(&screen, &["Call your local emergency number now", "u  help me up", "q  quit"]);
    assert!(!screen.contains("Pain now"), "{screen}");
}

#[test]
fn a_sharp_pain_leaves_the_exercise_and_waits() {
    let keys = [Key::Char('h'), Key::Char('3')];
    assert_shows(&screen(20.0, &keys, 100, 30), &["Wall angels", "We leave this one.", "space go on"]);
}

#[test]
fn help_up_says_the_first_step_at_once_and_on_the_feet_says_so() {
    assert_shows(&screen(20.0, &[Key::Char('u')], 80, 24), &["Getting up", "You are up already."]);
    let on_the_roller = screen(380.0, &[Key::Char('u')], 80, 24);
    assert_shows(&on_the_roller, &["Roll onto your side, knees bent."]);
}

#[test]
fn who_says_on_their_feet_that_it_does_not_hurt_after_all_is_led_back_into_position() {
    let keys = [Key::Char('u'), Key::Char('h'), Key::Char('n')];
    let player = player(385.0, &keys);
    assert!(player.session.moment().segment.is_change());
    assert_shows(&drawn(&player, 80, 24), &["Foam rolling", "space pause"]);
}

#[test]
fn who_was_helped_up_after_an_emergency_is_not_led_back_into_the_session() {
    let keys = [Key::Char('h'), Key::Char('1'), Key::Char('u'), Key::Space];
    assert_shows(&screen(20.0, &keys, 80, 24), &["Call your local emergency number now"]);
}

#[test]
fn the_end_asks_twice_and_never_promises() {
    let finished = screen(1000.0, &[], 80, 24);
    assert_shows(&finished, &["That was all of it.", "Pain now, 0 to 10?"]);
    let answered = [Key::Char('3'), Key::Enter, Key::Enter];
    assert_shows(&screen(1000.0, &answered[..2], 80, 24), &["Is anything worse, or new"]);
    let end = screen(1000.0, &answered, 80, 24);
    assert_shows(&end, &["may ease", "Stay a moment"]);
    assert!(!end.contains("cure"), "{end}");
    let worse = [Key::Char('6'), Key::Enter, Key::Enter];
    assert_shows(&screen(1000.0, &worse, 80, 24), &["Next time, smaller movements"]);
}

#[test]
fn space_pauses_and_goes_on() {
    assert_shows(&screen(20.0, &[Key::Space], 80, 24), &["Paused.", "space go on"]);
    assert_shows(&screen(20.0, &[Key::Space, Key::Space], 80, 24), &["space pause"]);
}

#[test]
fn what_is_remarked_never_covers_what_is_to_be_done() {
    for (width, height) in [(80, 24), (60, 14), (40, 12), (40, 20)] {
        let before = screen(130.0, &[], width, height);
        let caption = before.lines().find(|line| line.contains("Halfway.")).unwrap().to_owned();
        for key in [Key::Space, Key::Char('q'), Key::Char('s')] {
            assert_shows(&screen(130.0, &[key], width, height), &[&caption]);
        }
    }
}

#[test]
fn easier_says_in_which_way() {
    let eased = screen(130.0, &[Key::Char('e')], 80, 24);
    assert_shows(&eased, &["An easier way: Half the way, hands free."]);
}

#[test]
fn who_is_led_to_the_sore_spot_is_told_so() {
    let mut player = player(0.0, &[]);
    while player.session.moment().segment.exercise.as_deref() != Some("foam-rolling")
        || player.session.moment().segment.is_change()
    {
        player.pass(1.0, 0.0);
    }
    player.press(Key::Char('s'));
    assert_shows(&drawn(&player, 80, 24), &["Straight to the sore spot."]);
}

#[test]
fn q_asks_before_it_ends_the_session() {
    let mut player = player(20.0, &[Key::Char('q')]);
    assert_shows(&drawn(&player, 80, 24), &["End the session? q again, or space to go on.", "W & Y"]);
    player.press(Key::Space);
    assert_shows(&drawn(&player, 80, 24), &["space pause"]);
    player.press(Key::Char('q'));
    player.press(Key::Char('h'));
    assert_shows(&drawn(&player, 80, 24), &["What is it like?"]);
    player.press(Key::Char('n'));
    player.press(Key::Char('q'));
    assert!(!player.is_left());
    player.press(Key::Char('q'));
    assert!(player.is_left());
    player.press(Key::Leave);
}

#[test]
fn ctrl_c_ends_at_once() {
    assert!(player(20.0, &[Key::Leave]).is_left());
}

#[test]
fn advice_outlives_the_screen() {
    let parting = |seconds, keys: &[Key]| player(seconds, keys).parting();
    let (hurts, leave) = (Key::Char('h'), Key::Char('q'));
    assert_eq!(parting(20.0, &[leave, leave]), Vec::<String>::new());
    let emergency = parting(20.0, &[hurts, Key::Char('1'), leave]);
    assert_eq!(emergency, ["Stop. Call your local emergency number now."]);
    let symptom = parting(20.0, &[hurts, Key::Char('2'), leave]);
    assert_eq!(symptom, ["Stop here for today, and have it checked by a clinician."]);
    let sharp = parting(20.0, &[hurts, Key::Char('3'), Key::Leave]);
    assert_eq!(sharp, ["We leave this one. If the pain stays, stop for today."]);
    let worse = parting(1000.0, &[Key::Char('3'), Key::Enter, Key::Char('y'), leave]);
    assert_eq!(worse[0], "7 exercises done.");
    assert!(worse[1].contains("clinician"), "{worse:?}");
    assert_eq!(parting(1000.0, &[leave]), ["7 exercises done."]);
}

#[test]
fn every_key_is_named_where_there_is_room_for_two_lines() {
    let all = [
        "space pause",
        "← back",
        "→ skip",
        "s sore here",
        "e easier",
        "h it hurts",
        "u help me up",
        "q quit",
    ];
    for (width, height) in [(60, 14), (80, 24), (100, 30), (250, 80)] {
        assert_shows(&screen(20.0, &[], width, height), &all);
    }
}

#[test]
fn names_and_times_never_meet() {
    for width in 20..100 {
        for height in [6, 14, 24] {
            let screen = screen(130.0, &[], width, height);
            let head =
                screen.lines().find(|line| line.contains("Levator")).unwrap_or_else(|| panic!("{screen}"));
            assert!(head.contains("stretch  ") || head.contains('…'), "{head}");
        }
    }
    assert_shows(&screen(130.0, &[], 80, 24), &["Levator scapulae stretch  3 of 7"]);
}

#[test]
fn which_exercise_it_is_stays_so_when_one_is_skipped() {
    assert_shows(&screen(20.0, &[], 80, 24), &["1 of 7"]);
    assert_shows(&screen(20.0, &[Key::Right], 80, 24), &["2 of 7"]);
}

#[test]
fn a_muscle_is_named_with_its_side_and_never_broken() {
    let screen = screen(130.0, &[], 80, 24);
    assert_shows(&screen, &["lengthens right levator scapulae,", "right upper trapezius"]);
}

#[test]
fn what_stands_on_the_left_does_not_jump() {
    let row_of = |seconds: f64| {
        let screen = screen(seconds, &[], 80, 24);
        screen.lines().position(|line| line.contains("on a chair"))
    };
    let rows: Vec<usize> = (0..60).filter_map(|step| row_of(100.0 + f64::from(step))).collect();
    assert!(rows.len() > 20 && rows.iter().all(|row| *row == rows[0]), "{rows:?}");
}

#[test]
fn a_terminal_of_letters_alone_is_drawn_in_ascii() {
    let theme = Theme { unicode: false, ..Theme::with(Colors::None) };
    let pages: [&[Key]; 4] = [&[], &[Key::Char('h')], &[Key::Char('u')], &[Key::Right; 7]];
    for (keys, (width, height)) in pages.iter().flat_map(|keys| SIZES.map(|size| (keys, size))) {
        let screen = drawn_with(&player(130.0, keys), width, height, theme);
        assert!(screen.is_ascii(), "{screen}");
    }
    let screen = drawn_with(&player(130.0, &[]), 80, 24, theme);
    assert_shows(&screen, &["[#########", "< back", "> skip", "==="]);
    assert!(!screen.contains('?'), "{screen}");
}

/// Returns how many cells have the suit's colour, a quiet teal.
fn suits(width: u16, height: u16, mut figure: Option<Figure>) -> usize {
    let player = player(20.0, &[]);
    let theme = Theme::with(Colors::None);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, &player, figure.as_mut(), theme)).unwrap();
    if super::led::has_room(ratatui::layout::Rect::new(0, 0, width, height)) {
        figure.iter_mut().for_each(Figure::wait);
    }
    terminal.draw(|frame| draw(frame, &player, figure.as_mut(), theme)).unwrap();
    let is_teal = |color| match color {
        ratatui::style::Color::Rgb(red, green, blue) => {
            green > red.saturating_add(16) && blue > red.saturating_add(16)
        }
        _ => false,
    };
    terminal.backend().buffer().content().iter().filter(|cell| is_teal(cell.fg) || is_teal(cell.bg)).count()
}

#[test]
fn the_figure_stands_where_there_is_room_and_one_is_wanted() {
    let figure = || Some(Figure::new(Dressing::begin(unknot_body::BodyShape::Neutral), Display::blocks()));
    assert!(suits(100, 30, figure()) > 20);
    assert_eq!(suits(59, 30, figure()), 0);
    assert_eq!(suits(100, 17, figure()), 0);
    assert_eq!(suits(100, 30, None), 0);
}

#[test]
fn a_middling_terminal_in_the_middle_of_a_hold() {
    assert_looks_like("hold-80x24.txt", &screen(130.0, &[], 80, 24));
}

#[test]
fn a_tiny_terminal() {
    assert_looks_like("hold-20x6.txt", &screen(130.0, &[], 20, 6));
}

/// Compares a screen with the picture of it; with UNKNOT_REGENERATE set, makes the picture.
fn assert_looks_like(name: &str, screen: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/player/view").join(name);
    if std::env::var_os("UNKNOT_REGENERATE").is_some() {
        std::fs::write(&path, screen).unwrap();
    }
    assert_eq!(screen, std::fs::read_to_string(&path).unwrap());
}
