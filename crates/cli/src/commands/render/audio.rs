//! `unknot render audio`: a whole session to hear.

use std::io::{self, Write};

use unknot_routine::{Limits, Priority, Sound, Timeline, Tone, Utterance};
use unknot_voice::{Clip, Mix, Recordings, SAMPLE_RATE, Speaker, Volumes, Wish, wav_bytes, wav_header};

use super::file;
use super::interrupt::Interrupt;
use super::progress::Progress;
use crate::args::AudioArgs;
use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::request::{plan, programme};
use crate::screening::{note_missing, without_asking};
use crate::voice::decode;

/// How many seconds are mixed at a time.
const PIECE: u32 = 5;

/// Writes the sound of a session.
pub(super) fn run(known: &Known, args: &AudioArgs) -> Result<(), Failure> {
    file::check_folder(&args.output)?;
    let programme = programme(known, &args.session)?;
    let screened = without_asking(known, args.session.screen.as_deref())?;
    let judgement = screened.as_ref().map(|screened| &screened.judgement);
    let plan = plan(known, &args.session, &programme, judgement, Limits::default())?;
    let timeline = Timeline::compile(&known.catalogue, &plan, known)
        .map_err(|error| Failure::Failed(error.to_string()))?;
    note_missing(screened.as_ref());
    let mut session = Heard::default();
    for utterance in timeline.utterances() {
        session.take(known, utterance)?;
    }
    if !session.silent.is_empty() {
        let silent = session.silent.join("” “");
        out::note(&format!("note: the voice has no clip for these words, which stay silent: “{silent}”"));
    }
    let mix = Mix::new(&session.recordings, session.speaker.spoken(), &session.tones, Volumes::default());
    let total = u64::from(timeline.total().0) * u64::from(SAMPLE_RATE) / 1000;
    let progress = Progress::new();
    let interrupt = Interrupt::listen()?;
    let tell = |done, all| {
        progress.tell(done, all, |share| known.ui_number("cli-render", "mixed", share));
        interrupt.check()
    };
    let failed = |error: io::Error| file::failed(&args.output, &error);
    let done = file::write(&args.output, |out| write(out, &mix, mix.samples().max(total), failed, tell));
    progress.wipe();
    done
}

/// What is heard of a session.
#[derive(Default)]
struct Heard {
    recordings: Recordings,
    speaker: Speaker,
    tones: Vec<(u32, unknot_voice::Tone)>,
    /// Words that no clip says, as those of exercises of one's own.
    silent: Vec<String>,
}

impl Heard {
    fn take(&mut self, known: &Known, utterance: &Utterance) -> Result<(), Failure> {
        let phrase = match &utterance.sound {
            Sound::Words(phrase) => phrase,
            Sound::Tone(tone) => {
                self.tones.push((utterance.at.0, sounded(*tone)));
                return Ok(());
            }
        };
        let Some(clip) = known.clip(phrase) else {
            let words = known.say(phrase);
            if !self.silent.contains(&words) {
                self.silent.push(words);
            }
            return Ok(());
        };
        if !self.recordings.has(&clip.address) {
            self.recordings.insert(clip, &decode(clip).map_err(Failure::Failed)?);
        }
        // All that the timeline says has its time already.
        self.speaker.say(0, wish(utterance, clip));
        Ok(())
    }
}

fn wish(utterance: &Utterance, clip: &Clip) -> Wish {
    let priority = match utterance.priority {
        Priority::Must => unknot_voice::Priority::Must,
        Priority::Should => unknot_voice::Priority::Should,
        Priority::May => unknot_voice::Priority::May,
    };
    let wish = if utterance.is_number() { Wish::number } else { Wish::cue };
    wish(clip, utterance.at.0, priority)
}

fn sounded(tone: Tone) -> unknot_voice::Tone {
    match tone {
        Tone::Hold => unknot_voice::Tone::Hold,
        Tone::Release => unknot_voice::Tone::Release,
    }
}

/// Writes so many samples of a mix, and tells how many are done; that may ask for the end.
fn write(
    out: &mut impl Write,
    mix: &Mix<'_>,
    samples: u64,
    failed: impl Fn(io::Error) -> Failure,
    tell: impl Fn(u64, u64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    out.write_all(&wav_header(u32::try_from(samples).unwrap_or(u32::MAX))).map_err(&failed)?;
    let step = u64::from(PIECE * SAMPLE_RATE);
    let mut from = 0;
    while from < samples {
        let length = step.min(samples - from);
        let mut piece = vec![0.0; usize::try_from(length).unwrap_or_default()];
        mix.piece(from, &mut piece);
        out.write_all(&wav_bytes(&piece).collect::<Vec<u8>>()).map_err(&failed)?;
        from += length;
        tell(from, samples)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use unknot_routine::{Plan, Request};

    use super::*;

    /// The timeline was compiled with the clips' own lengths, so that there is nothing left to arbitrate.
    #[test]
    fn everything_is_said_at_its_time() {
        let known = Known::built_in().unwrap();
        for programme in known.catalogue.programmes() {
            let plan = Plan::make(&known.catalogue, &Request::of(programme)).unwrap();
            let timeline = Timeline::compile(&known.catalogue, &plan, &known).unwrap();
            let mut heard = Heard::default();
            timeline.utterances().iter().for_each(|utterance| heard.take(&known, utterance).unwrap());
            let is_word = |utterance: &&Utterance| matches!(utterance.sound, Sound::Words(_));
            let wanted = timeline.utterances().iter().filter(is_word).map(|utterance| utterance.at.0);
            let said = heard.speaker.spoken().iter().map(|said| (said.at, said.is_whole()));
            let wanted: Vec<_> = wanted.map(|at| (at, true)).collect();
            assert_eq!(said.collect::<Vec<_>>(), wanted, "{}", programme.id);
            assert_eq!(heard.silent, Vec::<String>::new());
        }
    }
}
