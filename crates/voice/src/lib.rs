//! The voice: which recorded clip says what, that no word meets another, and the sound of it all.
//!
//! The way of a word is [`Index::saying`] → [`Wish`] → [`Speaker`] → [`Mix`] → samples; [`Score`] takes it for a whole
//! timeline. Clips are MP3 inside one pack; who decodes them
//! is outside, because a browser has a decoder of its own. [`Recordings`] takes what came out.

mod index;
mod mix;
mod score;
mod speaker;
mod tone;
mod wav;

pub use index::{Clip, Index, IndexError, address};
pub use mix::{Mix, Recordings, Volumes};
pub use score::Score;
pub use speaker::{Priority, Speaker, Spoken, Wish};
pub use tone::Tone;
pub use wav::{WAV_HEADER, wav_bytes, wav_header};

/// Samples in a second, of clips and of what is mixed. One channel.
pub const SAMPLE_RATE: u32 = 22_050;

/// Returns the first sample that belongs to a moment in milliseconds.
fn sample_at(milliseconds: u32) -> u64 {
    u64::from(milliseconds) * u64::from(SAMPLE_RATE) / 1000
}
