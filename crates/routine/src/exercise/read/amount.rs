//! Numbers of repetitions and seconds, and doses made of them.

use super::Reader;
use crate::exercise::dose::Dose;
use crate::exercise::file::DoseFile;
use crate::problem::Reading;
use crate::time::Millis;

/// No single length in a file is longer than this, in seconds.
const LONGEST: f64 = 600.0;
/// Nobody does more repetitions than this.
const MOST_REPETITIONS: f64 = 200.0;

impl Reader<'_> {
    pub(super) fn dose(&self, r: &mut Reading, key: &str, file: &DoseFile, amount: Amount) -> Option<Dose> {
        r.key(key, |r| {
            let clean = r.is_clean();
            let [min, max] = file.range.unwrap_or([file.default; 2]);
            let mut read = |key: &str, value: f64, least: f64| r.key(key, |r| amount.read(r, value, least));
            let default = read("default", file.default, amount.smallest());
            let (min, max) = (read("range", min, 0.0), read("range", max, amount.smallest()));
            let step = read("step", file.step.unwrap_or(1.0), amount.smallest());
            let gentle = file.gentle.map(|gentle| read("gentle", gentle, amount.smallest()));
            let asks = file.asks.map(|[least, most]| (read("asks", least, 0.0), read("asks", most, 0.0)));
            if !clean || !r.is_clean() {
                return None;
            }
            let dose = Dose {
                default: default?,
                min: min?,
                max: max?,
                step: step?,
                gentle: gentle.flatten(),
                asks: asks.and_then(|(least, most)| Some((least?, most?))),
            };
            if !(dose.min <= dose.default && dose.default <= dose.max) {
                r.key("range", |r| {
                    r.wrong("the usual dose lies outside its range", "least ≤ default ≤ most");
                });
                return None;
            }
            if dose.gentle.is_some_and(|gentle| gentle < dose.min || gentle > dose.default) {
                r.key("gentle", |r| {
                    r.wrong("the gentle dose lies outside", "from the least of the range to the default");
                });
                return None;
            }
            Some(dose)
        })
    }

    pub(super) fn seconds(&self, r: &mut Reading, key: &str, seconds: f64) -> Option<Millis> {
        r.key(key, |r| Amount::Seconds.read(r, seconds, 0.0)).map(Millis)
    }
}

/// What a dose counts.
#[derive(Clone, Copy)]
pub(super) enum Amount {
    Count,
    Seconds,
}

impl Amount {
    /// The smallest amount that is not nothing.
    fn smallest(self) -> f64 {
        match self {
            Self::Count => 1.0,
            Self::Seconds => 0.1,
        }
    }

    /// Reads a number: repetitions as they are, seconds as milliseconds.
    fn read(self, r: &mut Reading, value: f64, least: f64) -> Option<u32> {
        let (per_unit, most, what) = match self {
            Self::Count => (1.0, MOST_REPETITIONS, "a whole number"),
            Self::Seconds => (1000.0, LONGEST, "seconds, to the millisecond,"),
        };
        let scaled = (value * per_unit).round();
        let exact = (scaled - value * per_unit).abs() < 1e-6;
        if !(value.is_finite() && exact && value >= least && value <= most) {
            r.wrong(value.to_string(), format!("{what} from {least} to {most}"));
            return None;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 600,000 by the check above"
        )]
        Some(scaled as u32)
    }
}
