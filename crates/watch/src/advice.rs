//! What to say of what is seen, and how rarely: one thing at a time, then silence, and one word of praise where something
//! got better.

use unknot_coach::SURE;
use unknot_routine::Observation;

/// For how long it must have been seen, in seconds: what passes by itself needs no words.
const LASTS: f64 = 1.0;
/// For how long nothing more is said after a word, in seconds.
const SILENCE: f64 = 15.0;
/// As often at most one fault is spoken of: who has heard it twice knows.
const TIMES: u32 = 2;
/// After so many repetitions without the fault it is gone.
const GONE: u32 = 2;

/// Something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Advice {
    /// The word that helps against this fault.
    Fault(String),
    /// What was spoken of got better.
    Better,
}

/// Decides what is said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adviser {
    /// The surest fault, and since when it is the surest.
    now: Option<(String, f64)>,
    /// When something was said.
    said: Option<f64>,
    /// Which faults were spoken of, and how often.
    spoken: Vec<(String, u32)>,
    /// The fault that was spoken of last, and how many repetitions have been without it since.
    open: Option<(String, u32)>,
    has_praised: bool,
}

impl Adviser {
    /// Takes what is seen, and returns what is to be said of it now.
    pub(crate) fn take(&mut self, seen: &Observation) -> Option<Advice> {
        if let Some(repetition) = &seen.counted
            && let Some((id, clean)) = &mut self.open
        {
            let again = repetition.faults.iter().any(|fault| fault.id == *id);
            *clean = if again { 0 } else { *clean + 1 };
            if *clean >= GONE && !self.has_praised && self.is_silent(seen.seconds) {
                self.open = None;
                self.has_praised = true;
                self.said = Some(seen.seconds);
                return Some(Advice::Better);
            }
        }
        // Some are a matter of a whole repetition, such as one that was too fast.
        let whole = seen.counted.iter().flat_map(|repetition| &repetition.faults);
        let mut known = seen.faults.iter().chain(whole);
        let Some(surest) = known.find(|fault| fault.sure >= SURE && self.may_say(&fault.id)) else {
            self.now = None;
            return None;
        };
        let since = match &self.now {
            Some((id, since)) if *id == surest.id => *since,
            _ => seen.seconds,
        };
        self.now = Some((surest.id.clone(), since));
        // A repetition that is over was long enough.
        let lasts = seen.seconds - since >= LASTS || seen.counted.is_some();
        if !lasts || !self.is_silent(seen.seconds) {
            return None;
        }
        let id = surest.id.clone();
        match self.spoken.iter_mut().find(|(spoken, _)| *spoken == id) {
            Some((_, times)) => *times += 1,
            None => self.spoken.push((id.clone(), 1)),
        }
        self.open = Some((id.clone(), 0));
        self.said = Some(seen.seconds);
        Some(Advice::Fault(id))
    }

    fn may_say(&self, id: &str) -> bool {
        self.spoken.iter().all(|(spoken, times)| spoken != id || *times < TIMES)
    }

    fn is_silent(&self, seconds: f64) -> bool {
        self.said.is_none_or(|said| seconds - said >= SILENCE)
    }
}

#[cfg(test)]
mod tests {
    use unknot_body::Sides;
    use unknot_routine::{FaultSeen, Repetition, Sight, WordKey};

    use super::*;

    fn faults(ids: &[&str]) -> Vec<FaultSeen> {
        let fault = |id: &&str| FaultSeen { id: (*id).to_owned(), say: WordKey::message("x"), sure: 0.7 };
        ids.iter().map(fault).collect()
    }

    fn seen(seconds: f64, ids: &[&str], counts: bool) -> Observation {
        let counted = counts.then(|| Repetition {
            number: 1,
            side: Sides::Both,
            start: seconds - 3.0,
            end: seconds,
            range: 1.0,
            held: 0.0,
            score: 1.0,
            correct: ids.is_empty(),
            faults: faults(ids),
        });
        Observation {
            seconds,
            sight: Sight::Seen,
            in_position: true,
            phase: None,
            progress: 0.0,
            relative: 0.0,
            side: Sides::Both,
            count: 0,
            held: 0.0,
            counted,
            faults: faults(ids),
        }
    }

    /// Returns what is said, and when, where these faults are seen ten times a second for so many seconds.
    fn said(adviser: &mut Adviser, from: f64, seconds: f64, ids: &[&str]) -> Vec<(f64, Advice)> {
        let frames = (0..).map(|frame| from + f64::from(frame) / 10.0);
        let frames = frames.take_while(|now| *now < from + seconds);
        frames.filter_map(|now| Some((now, adviser.take(&seen(now, ids, false))?))).collect()
    }

    #[test]
    fn a_fault_is_spoken_of_once_it_lasts_and_twice_at_most() {
        let mut adviser = Adviser::default();
        assert_eq!(said(&mut adviser, 0.0, 0.9, &["shrug"]), []);
        assert_eq!(said(&mut adviser, 0.9, 0.2, &[]), [], "what passes by itself");
        let all = said(&mut adviser, 2.0, 60.0, &["shrug"]);
        let times: Vec<f64> = all.iter().map(|(at, _)| at.round()).collect();
        assert_eq!(times, [3.0, 18.0]);
        assert!(all.iter().all(|(_, advice)| *advice == Advice::Fault("shrug".to_owned())));
    }

    #[test]
    fn a_fault_of_a_whole_repetition_is_spoken_of_as_it_ends() {
        let mut over = seen(3.0, &["too-fast"], true);
        over.faults.clear();
        assert_eq!(Adviser::default().take(&over), Some(Advice::Fault("too-fast".to_owned())));
    }

    #[test]
    fn two_faults_are_never_spoken_of_at_once() {
        let all = said(&mut Adviser::default(), 0.0, 120.0, &["shrug", "uneven"]);
        assert_eq!(all.len(), 4);
        assert!(all.windows(2).all(|pair| pair[1].0 - pair[0].0 >= SILENCE - 0.01), "{all:?}");
    }

    #[test]
    fn what_is_not_sure_is_not_spoken_of() {
        let mut doubtful = seen(9.0, &["shrug"], true);
        doubtful.faults[0].sure = 0.4;
        doubtful.counted.as_mut().unwrap().faults[0].sure = 0.4;
        assert_eq!(Adviser::default().take(&doubtful), None);
    }

    #[test]
    fn praise_comes_once_for_what_got_better() {
        let mut adviser = Adviser::default();
        assert_eq!(said(&mut adviser, 0.0, 2.0, &["shrug"]).len(), 1);
        assert_eq!(adviser.take(&seen(10.0, &[], true)), None, "one is not enough");
        assert_eq!(adviser.take(&seen(17.0, &[], true)), Some(Advice::Better));
        for repetition in 0..10 {
            assert_eq!(adviser.take(&seen(40.0 + 20.0 * f64::from(repetition), &[], true)), None);
        }
        assert_eq!(Adviser::default().take(&seen(10.0, &[], true)), None, "nothing was wrong before");
    }
}
