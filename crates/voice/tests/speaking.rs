//! No word meets another, what must be said is said, and a mix is the same in pieces of any size.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use unknot_voice::{Clip, Mix, Priority, Recordings, SAMPLE_RATE, Speaker, Spoken, Tone, Volumes, Wish};

/// What somebody wants to be said: how long after the wish before it is made, and what kind of wish it is.
#[derive(Clone, Debug)]
struct Asked {
    passed: u32,
    wish: Wish,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Cue,
    Number,
    Correction,
}

fn clip(address: &str, milliseconds: u32) -> Clip {
    Clip { address: address.to_owned(), text: String::new(), milliseconds, bytes: 0..0 }
}

fn asked() -> impl Strategy<Value = Vec<(Asked, Kind)>> {
    let priority = prop_oneof![Just(Priority::May), Just(Priority::Should), Just(Priority::Must)];
    let kind = prop_oneof![Just(Kind::Cue), Just(Kind::Number), Just(Kind::Correction)];
    let one = (0..3000_u32, 1..3000_u32, 0..8000_u32, 0..6000_u32, priority, kind);
    prop::collection::vec(one, 1..40).prop_map(|all| {
        let mut now = 0;
        let numbered = all.into_iter().enumerate();
        numbered
            .map(|(number, (passed, length, ahead, patience, priority, kind))| {
                now += passed;
                let (clip, at) = (clip(&number.to_string(), length), now + ahead);
                let wish = match kind {
                    Kind::Cue => Wish::cue(&clip, at, priority),
                    Kind::Number => Wish::number(&clip, at, priority),
                    Kind::Correction => Wish::correction(&clip, at, patience, priority),
                };
                (Asked { passed, wish }, kind)
            })
            .collect()
    })
}

/// Lets a speaker grant wishes one after the other, and looks at it after each.
fn granted(
    asked: &[(Asked, Kind)],
    mut look: impl FnMut(u32, &[Spoken], &[Spoken]) -> Result<(), TestCaseError>,
) -> Result<Speaker, TestCaseError> {
    let (mut speaker, mut now) = (Speaker::new(), 0);
    for (asked, _) in asked {
        now += asked.passed;
        let before = speaker.spoken().to_vec();
        let is_granted = speaker.say(now, asked.wish.clone());
        prop_assert_eq!(is_granted, speaker.spoken().iter().any(|said| said.wish == asked.wish));
        look(now, &before, speaker.spoken())?;
    }
    Ok(speaker)
}

proptest! {
    #[test]
    fn no_word_meets_another(asked in asked()) {
        granted(&asked, |_, _, spoken| {
            for pair in spoken.windows(2) {
                prop_assert!(pair[0].until <= pair[1].at, "{:?} meets {:?}", pair[0], pair[1]);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_must_be_said_is_said_to_its_end_and_no_number_is_late(asked in asked()) {
        let speaker = granted(&asked, |_, _, _| Ok(()))?;
        for (Asked { wish, .. }, kind) in &asked {
            let said = speaker.spoken().iter().find(|said| said.wish == *wish);
            prop_assert!(*kind != Kind::Cue || wish.priority < Priority::Must || said.is_some(), "lost: {wish:?}");
            if let Some(said) = said {
                prop_assert!(said.at >= wish.at && wish.latest.is_none_or(|latest| said.at <= latest));
                prop_assert!(*kind != Kind::Number || said.at == wish.at, "late: {said:?}");
                prop_assert!(said.is_whole() || wish.priority < Priority::Must, "cut short: {said:?}");
            }
        }
    }

    #[test]
    fn what_has_begun_stays_as_it_began(asked in asked()) {
        granted(&asked, |now, before, after| {
            for said in before.iter().filter(|said| said.at < now) {
                let still = after.iter().find(|other| other.wish == said.wish);
                prop_assert!(still.is_some_and(|still| still.at == said.at && still.until >= said.until.min(now)));
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_matters_less_takes_nothing_from_what_matters_more(asked in asked()) {
        granted(&asked, |_, before, after| {
            let new = after.iter().map(|said| &said.wish).find(|wish| before.iter().all(|said| said.wish != **wish));
            if let Some(new) = new {
                for said in before.iter().filter(|said| said.wish.priority >= new.priority) {
                    prop_assert!(after.contains(said), "{new:?} takes the place of {said:?}");
                }
            }
            Ok(())
        })?;
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn pieces_of_any_size_make_the_same_whole(
        asked in asked(),
        cuts in prop::collection::vec(1..9000_usize, 1..60),
        loudness in 0.2..3.0_f32,
    ) {
        let speaker = granted(&asked, |_, _, _| Ok(()))?;
        let mut recordings = Recordings::new();
        for said in speaker.spoken() {
            let clip = clip(&said.wish.address, said.wish.length);
            let samples: Vec<f32> = (0..clip.samples()).map(|n| loudness * (n as f32 * 0.13).sin()).collect();
            recordings.insert(&clip, &samples);
        }
        let tones: Vec<(u32, Tone)> = speaker.spoken().iter().map(|said| (said.until, Tone::Hold)).collect();
        let volumes = Volumes { voice: 1.0, tones: 0.5 };
        let mix = Mix::new(&recordings, speaker.spoken(), &tones, volumes);
        let length = usize::try_from(mix.samples()).unwrap();
        let mut whole = vec![0.0; length];
        mix.piece(0, &mut whole);
        prop_assert!(whole.iter().all(|sample| sample.abs() <= 1.0));
        let mut pieces = Vec::new();
        for cut in cuts.into_iter().cycle() {
            let from = pieces.len();
            let mut piece = vec![7.0; cut.min(length - from)];
            mix.piece(u64::try_from(from).unwrap(), &mut piece);
            pieces.extend(piece);
            if pieces.len() == length {
                break;
            }
        }
        prop_assert!(whole.iter().zip(&pieces).all(|(a, b)| a.to_bits() == b.to_bits()));
    }
}

#[test]
fn voice_and_tones_have_volumes_of_their_own() {
    let clip = clip("a", 1000);
    let mut recordings = Recordings::new();
    recordings.insert(&clip, &vec![0.5; usize::try_from(SAMPLE_RATE).unwrap()]);
    let mut speaker = Speaker::new();
    speaker.say(0, Wish::cue(&clip, 0, Priority::Should));
    let loudest = |voice, tones| {
        let volumes = Volumes { voice, tones };
        let mix = Mix::new(&recordings, speaker.spoken(), &[(2000, Tone::Release)], volumes);
        let mut out = vec![0.0; 60_000];
        mix.piece(0, &mut out);
        let most = |part: &[f32]| part.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
        (most(&out[..30_000]), most(&out[30_000..]))
    };
    let (voice, tone) = loudest(1.0, 1.0);
    assert!(voice > 0.49 && tone > 0.1 && tone < voice);
    assert_eq!(loudest(0.0, 1.0), (0.0, tone));
    assert_eq!(loudest(1.0, 0.0), (voice, 0.0));
}
