//! What the terminal is asked, and what it answers; what somebody types meanwhile is told from it.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use ratatui_image::picker::cap_parser::{Parser, QueryStdioOptions};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_millis(400);
/// The question for the colour of the ground.
const GROUND: &[u8] = b"\x1b]11;?\x1b\\";
/// The question whether pictures can stand where letters say so: kitty can since 0.28.
const PLACES: &[u8] = b"\x1b_Gi=33,s=1,v=1,a=q,U=1,t=d,f=24;AAAA\x1b\\";
/// The answer that they can.
pub(super) const HAS_PLACES: &[u8] = b"\x1b_Gi=33;OK";
/// The end of the last answer.
const END: &[u8] = b"\x1b[0n";

/// What came from the terminal.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Heard {
    /// What it answered.
    pub(super) answers: Vec<u8>,
    /// What was typed meanwhile.
    pub(super) typed: Vec<u8>,
}

/// Asks for everything at once, and returns what comes back until the last answer or until patience ends.
pub(super) fn ask() -> Heard {
    let mut bytes = Vec::new();
    // Where it cannot be read any more, what was read until then counts.
    let _ended = listen(&mut bytes);
    Heard::of(&bytes)
}

fn listen(heard: &mut Vec<u8>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(GROUND)?;
    out.write_all(PLACES)?;
    out.write_all(Parser::query(false, QueryStdioOptions::default()).as_bytes())?;
    out.flush()?;
    let terminal = io::stdin();
    let begun = Instant::now();
    while let Some(left) = PATIENCE.checked_sub(begun.elapsed()) {
        let timeout = Timespec::try_from(left).map_err(io::Error::other)?;
        let mut ready = [PollFd::new(&terminal, PollFlags::IN)];
        if poll(&mut ready, Some(&timeout))? == 0 {
            break;
        }
        let mut bytes = [0; 256];
        let count = rustix::io::read(&terminal, &mut bytes)?;
        heard.extend_from_slice(&bytes[..count]);
        if count == 0 || heard.windows(END.len()).any(|end| end == END) {
            break;
        }
    }
    Ok(())
}

impl Heard {
    fn of(mut bytes: &[u8]) -> Self {
        let mut heard = Self::default();
        while !bytes.is_empty() {
            let answer = answer(bytes);
            let (part, rest) = bytes.split_at(answer.unwrap_or(1).min(bytes.len()));
            if answer.is_some() { &mut heard.answers } else { &mut heard.typed }.extend_from_slice(part);
            bytes = rest;
        }
        heard
    }
}

/// Returns how long the answer is that begins here, if one does: no key sends the like of it.
fn answer(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0x1b, b']' | b'_' | b'P', rest @ ..] => {
            let end = rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b));
            end.map_or(Some(bytes.len()), |end| {
                Some(2 + end + if rest[end..].starts_with(b"\x1b\\") { 2 } else { 1 })
            })
        }
        [0x1b, b'[', rest @ ..] => {
            let length = rest.iter().position(|byte| !(0x20..0x40).contains(byte))?;
            (length > 0 && matches!(rest[length], b'c' | b'n' | b't')).then_some(2 + length + 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_told_from_answers() {
        let answers = "\x1b]11;rgb:1b1b/18e8/1515\x07\x1b_Gi=33;OK\x1b\\\x1b[?62;4c\x1b[6;20;10t\x1b[0n";
        let keys = ["", "q", "\x1b[C", "\x1b[1;5D", "\x1b[3~", "\x1b", "\x1bOC", "e\r \u{e9}"];
        for typed in keys {
            let heard = Heard::of(format!("{typed}{answers}").as_bytes());
            assert_eq!(heard, Heard { answers: answers.into(), typed: typed.into() });
            let heard = Heard::of(answers.replace('\x07', &format!("\x07{typed}")).as_bytes());
            assert_eq!(heard, Heard { answers: answers.into(), typed: typed.into() });
        }
        // The last byte was on its way when patience ended.
        for end in 0..answers.len() {
            let typed = Heard::of(&answers.as_bytes()[..end]).typed;
            assert!(typed.iter().all(|byte| !byte.is_ascii_lowercase()), "{typed:?}");
        }
    }
}
