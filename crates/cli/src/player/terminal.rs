//! The loop: keys and signals in, time on, pictures out; and the terminal as it was before, whatever happens.

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
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

/// How long the loop waits for keys before it draws again.
const FRAME: Duration = Duration::from_millis(100);

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
    let keys = listen();
    let mut clock = Clock::start();
    // A terminal that was closed is none any more. That is not always told by a signal.
    let is_there = || io::stdin().is_terminal() && io::stdout().is_terminal();
    while !player.is_left() && signal.load(Ordering::Relaxed) == 0 && is_there() {
        screen.draw(|frame| draw(frame, player, theme))?;
        let event = match keys.recv_timeout(FRAME) {
            Ok(event) => Some(event?),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        let passed = clock.passed();
        if passed > ASLEEP {
            player.was_asleep();
            // Whatever has been written over the screen meanwhile goes.
            let size = screen.size()?;
            screen.resize(size.into())?;
        } else {
            player.pass(passed.as_secs_f64() * speed.0, passed.as_secs_f64());
        }
        if let Some(Event::Key(key)) = event
            && let Some(key) = keys::read(key)
        {
            player.press(key);
        }
    }
    Ok(())
}

/// Listens for keys in a thread of its own: when a terminal is closed, reading from it goes round without end
/// (in crossterm 0.29), and the player must be able to leave all the same.
fn listen() -> Receiver<io::Result<Event>> {
    let (heard, keys) = channel();
    std::thread::spawn(move || {
        loop {
            let event = event::read();
            let is_last = event.is_err();
            if heard.send(event).is_err() || is_last {
                return;
            }
        }
    });
    keys
}
