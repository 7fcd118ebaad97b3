//! The loop: keys and signals in, time on, pictures out; and the terminal as it was before, whatever happens.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use unknot_routine::Session;

use super::clock::{ASLEEP, Clock};
use super::keys;
use super::state::Player;
use super::view::{Theme, draw};
use crate::args::Speed;
use crate::failure::Failure;
use crate::known::Known;

/// How long the loop listens for keys before it draws again.
const FRAME: Duration = Duration::from_millis(50);

/// Plays a session in the terminal, for somebody with that pain.
pub(crate) fn terminal(
    known: &Known,
    session: Session<'_>,
    pain: Option<u8>,
    speed: Speed,
) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Failed(format!("the terminal: {error}"));
    let signal = Arc::new(AtomicUsize::new(0));
    for number in [SIGTERM, SIGINT, SIGHUP] {
        let value = usize::try_from(number).unwrap_or_default();
        signal_hook::flag::register_usize(number, Arc::clone(&signal), value).map_err(failed)?;
    }
    // This also restores the terminal when the program panics.
    let mut screen = ratatui::try_init().map_err(failed)?;
    let mut player = Player::new(known, session, pain);
    let played = play(&mut screen, &mut player, speed, &signal);
    drop(screen);
    let restored = ratatui::try_restore();
    let caught = i32::try_from(signal.load(Ordering::Relaxed)).unwrap_or_default();
    if caught != 0 {
        // The terminal is in order; now the signal may do what it does.
        signal_hook::low_level::emulate_default_handler(caught).map_err(failed)?;
    }
    played.and(restored).map_err(failed)
}

fn play(
    screen: &mut DefaultTerminal,
    player: &mut Player<'_>,
    speed: Speed,
    signal: &AtomicUsize,
) -> io::Result<()> {
    let theme = Theme::of_terminal();
    let mut clock = Clock::start();
    while !player.is_left() && signal.load(Ordering::Relaxed) == 0 {
        screen.draw(|frame| draw(frame, player, theme))?;
        let event = match event::poll(FRAME) {
            Ok(true) => Some(event::read()?),
            Ok(false) => None,
            // A signal; the loop's condition looks at it.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(error) => return Err(error),
        };
        let passed = clock.passed();
        if passed > ASLEEP {
            player.was_asleep();
            screen.clear()?;
        } else {
            player.pass(passed.as_secs_f64() * speed.0, passed.as_secs_f64());
        }
        if let Some(key) = event.and_then(|event| match event {
            Event::Key(key) => keys::read(key),
            _ => None,
        }) {
            player.press(key);
        }
    }
    Ok(())
}
