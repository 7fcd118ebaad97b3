//! `unknot render audio`: a whole session to hear.

use std::collections::BTreeSet;
use std::io::{self, Write};

use unknot_journal::Agreed;
use unknot_routine::{Limits, Timeline};
use unknot_voice::{Mix, Recordings, SAMPLE_RATE, Score, Volumes, wav_bytes, wav_header};

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
pub(super) fn run(known: &Known, args: &AudioArgs, agreed: &Agreed) -> Result<(), Failure> {
    file::check_folder(&args.output)?;
    let programme = programme(known, &args.session)?;
    let screened = without_asking(known, args.session.screen.as_deref())?;
    let judgement = screened.as_ref().map(|screened| &screened.judgement);
    let plan = plan(known, &args.session, &programme, judgement, Limits::default(), agreed)?;
    let timeline = Timeline::compile(&known.catalogue, &plan, known)
        .map_err(|error| Failure::Failed(error.to_string()))?;
    note_missing(screened.as_ref());
    let score = Score::of(&timeline, |phrase| known.clip(phrase));
    if !score.unrecorded.is_empty() {
        let silent: BTreeSet<String> = score.unrecorded.iter().map(|(_, phrase)| known.say(phrase)).collect();
        let silent = silent.into_iter().collect::<Vec<_>>().join("” “");
        out::note(&format!("note: the voice has no clip for these words, which stay silent: “{silent}”"));
    }
    let mut recordings = Recordings::new();
    for clip in score.clips() {
        recordings.insert(clip, &decode(clip).map_err(Failure::Failed)?);
    }
    let mix = Mix::new(&recordings, score.speaker.spoken(), &score.tones, Volumes::default());
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
    use unknot_routine::{Plan, Request, Sound, Utterance};

    use super::*;

    /// The timeline was compiled with the clips' own lengths, so that there is nothing left to arbitrate.
    #[test]
    fn everything_is_said_at_its_time() {
        let known = Known::built_in().unwrap();
        for programme in known.catalogue.programmes() {
            let plan = Plan::make(&known.catalogue, &Request::of(programme)).unwrap();
            let timeline = Timeline::compile(&known.catalogue, &plan, &known).unwrap();
            let score = Score::of(&timeline, |phrase| known.clip(phrase));
            let is_word = |utterance: &&Utterance| matches!(utterance.sound, Sound::Words(_));
            let wanted = timeline.utterances().iter().filter(is_word).map(|utterance| utterance.at.0);
            let said = score.speaker.spoken().iter().map(|said| (said.at, said.is_whole()));
            let wanted: Vec<_> = wanted.map(|at| (at, true)).collect();
            assert_eq!(said.collect::<Vec<_>>(), wanted, "{}", programme.id);
            assert_eq!(score.unrecorded, []);
        }
    }
}
