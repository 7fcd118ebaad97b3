//! Signals that end the program, while a file is half written.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use crate::failure::Failure;

/// Whether a signal has asked the program to end. It does when it next checks, so that what is half written is taken
/// away; a second signal ends it at once.
pub(super) struct Interrupt {
    caught: Arc<AtomicUsize>,
}

impl Interrupt {
    /// Begins to listen.
    pub(super) fn listen() -> Result<Self, Failure> {
        let caught = Arc::new(AtomicUsize::new(0));
        listen(&caught).map_err(|error| Failure::Failed(format!("cannot listen for signals: {error}")))?;
        Ok(Self { caught })
    }

    /// Fails if a signal was caught.
    pub(super) fn check(&self) -> Result<(), Failure> {
        match i32::try_from(self.caught.load(Ordering::Relaxed)) {
            Ok(0) => Ok(()),
            Ok(signal) => Err(Failure::Interrupted(signal)),
            Err(error) => Err(Failure::Failed(error.to_string())),
        }
    }
}

fn listen(caught: &Arc<AtomicUsize>) -> io::Result<()> {
    let again = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        // In this order the first signal only says that it came.
        flag::register_conditional_default(signal, Arc::clone(&again))?;
        flag::register(signal, Arc::clone(&again))?;
        flag::register_usize(signal, Arc::clone(caught), usize::try_from(signal).unwrap_or_default())?;
    }
    Ok(())
}
