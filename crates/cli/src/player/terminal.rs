//! The loop: keys and signals in, time on, pictures out; and the terminal as it was before, whatever happens.

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use unknot_routine::Session;

use super::clock::{ASLEEP, Clock};
use super::figure::{Display, Dressing, Figure};
use super::keys;
use super::state::{Played, Player};
use super::view::{Theme, draw};
use crate::args::Speed;
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::text::paragraph;

/// How long the loop waits for keys before it draws again.
const FRAME: Duration = Duration::from_millis(100);
/// The same where a figure moves.
const MOVING: Duration = Duration::from_millis(33);

/// What signals have asked for.
#[derive(Default)]
struct Signals {
    /// The number of the one that ends the program, or 0.
    end: Arc<AtomicUsize>,
    /// Whether the program is to stop until it is continued.
    stop: Arc<AtomicBool>,
    /// Whether it was continued: others may have drawn on the terminal, and changed how it reads keys.
    resumed: Arc<AtomicBool>,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let signals = Self::default();
        for number in [SIGTERM, SIGINT, SIGHUP, SIGQUIT] {
            let value = usize::try_from(number).unwrap_or_default();
            signal_hook::flag::register_usize(number, Arc::clone(&signals.end), value)?;
        }
        signal_hook::flag::register(SIGTSTP, Arc::clone(&signals.stop))?;
        signal_hook::flag::register(SIGCONT, Arc::clone(&signals.resumed))?;
        Ok(signals)
    }
}

/// Plays a session in the terminal, for somebody with that pain, with a figure if one is being made. However it ends,
/// `tell` gets to know what was done.
pub(crate) fn terminal(
    known: &Known,
    session: Session<'_>,
    pain: Option<u8>,
    speed: Speed,
    dressing: Option<Dressing>,
    tell: impl FnOnce(Played<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Failed(format!("the terminal: {error}"));
    let signals = Signals::listen().map_err(failed)?;
    // This also restores the terminal when the program panics.
    let mut screen = ratatui::try_init().map_err(failed)?;
    let mut player = Player::new(known, session, pain);
    // The terminal is asked while nobody listens for keys yet.
    let told = dressing.and_then(|dressing| Some((dressing, Display::of_terminal()?)));
    let figure = told.map(|(dressing, (display, typed))| {
        keys::typed(&typed).into_iter().for_each(|key| player.press(key));
        Figure::new(dressing, display)
    });
    let played = play(&mut screen, &mut player, figure, speed, &signals);
    drop(screen);
    let restored = ratatui::try_restore();
    let parting = player.parting();
    let parting: Vec<String> = parting.iter().map(|words| paragraph(words, 0)).collect();
    let kept = tell(player.played());
    let told = if parting.is_empty() { Ok(()) } else { out::print(&parting.join("\n")) };
    let caught = i32::try_from(signals.end.load(Ordering::Relaxed)).unwrap_or_default();
    if caught != 0 {
        // The terminal is in order; now the signal may do what it does.
        signal_hook::low_level::emulate_default_handler(caught).map_err(failed)?;
    }
    played.and(restored).map_err(failed)?;
    told.and(kept)
}

fn play(
    screen: &mut DefaultTerminal,
    player: &mut Player<'_>,
    mut figure: Option<Figure>,
    speed: Speed,
    signals: &Signals,
) -> io::Result<()> {
    let theme = Theme::of_terminal();
    let keys = listen();
    let mut clock = Clock::start();
    // A terminal that was closed is none any more. That is not always told by a signal.
    let is_there = || io::stdin().is_terminal() && io::stdout().is_terminal();
    while !player.is_left() && signals.end.load(Ordering::Relaxed) == 0 && is_there() {
        if pause_for_others(screen, player, signals, &mut clock)? {
            figure.iter_mut().for_each(Figure::forget);
        }
        // Nobody sees a picture half drawn.
        queue!(io::stdout(), BeginSynchronizedUpdate)?;
        screen.draw(|frame| draw(frame, player, figure.as_mut(), theme))?;
        execute!(io::stdout(), EndSynchronizedUpdate)?;
        let event = match keys.recv_timeout(if figure.is_some() { MOVING } else { FRAME }) {
            Ok(event) => Some(event?),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        let passed = clock.passed();
        if passed > ASLEEP {
            player.was_asleep();
            draw_anew(screen)?;
            figure.iter_mut().for_each(Figure::forget);
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

/// Gives the terminal back while the program is stopped, and takes it anew when it goes on. Returns whether it did.
fn pause_for_others(
    screen: &mut DefaultTerminal,
    player: &mut Player<'_>,
    signals: &Signals,
    clock: &mut Clock,
) -> io::Result<bool> {
    let must_stop = signals.stop.swap(false, Ordering::Relaxed);
    if must_stop {
        player.was_stopped();
        screen.show_cursor()?;
        ratatui::try_restore()?;
        // This returns when the program is continued.
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    }
    // Who was stopped by a signal that nobody can hear notices it only now.
    let is_anew = signals.resumed.swap(false, Ordering::Relaxed) || must_stop;
    if is_anew {
        player.was_stopped();
        // The mode is set only where it is thought not to be; the shell has changed it meanwhile.
        ratatui::try_restore()?;
        enable_raw_mode()?;
        execute!(io::stdout(), EnterAlternateScreen)?;
        draw_anew(screen)?;
        // No time has passed for the session.
        clock.passed();
    }
    Ok(is_anew)
}

/// Forgets what is on the screen: whatever has been written over it meanwhile goes. (`clear` would ask the terminal
/// where the cursor is, and the answer would go to the thread that listens for keys.)
fn draw_anew(screen: &mut DefaultTerminal) -> io::Result<()> {
    let size = screen.size()?;
    screen.resize(size.into())
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
