//! The index of the clips: what each says, how long it takes, where it lies in the pack.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::sample_at;

/// A recorded clip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// What it is the clip of, as [`address`] writes it.
    pub address: String,
    /// The words that it says.
    pub text: String,
    /// How long it takes, in milliseconds.
    pub milliseconds: u32,
    /// Which bytes of the pack it is: an MP3 file of its own.
    pub bytes: Range<usize>,
}

impl Clip {
    /// Returns how many samples it has at [`SAMPLE_RATE`](crate::SAMPLE_RATE).
    #[must_use]
    pub fn samples(&self) -> usize {
        usize::try_from(sample_at(self.milliseconds)).unwrap_or(usize::MAX)
    }
}

/// An index that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct IndexError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there, and what would be right.
    pub problem: String,
}

/// Every clip there is.
///
/// Its text has a line for each clip, in the order of the pack: address, milliseconds, number of bytes, words, with
/// a tab between two of them. Lines that begin with `#` say something to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    clips: Vec<Clip>,
    /// The clips of a key, with the arguments that each of them is for.
    by_key: BTreeMap<String, Vec<Variety>>,
}

/// One of the clips of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Variety {
    arguments: Vec<(String, String)>,
    clip: usize,
}

/// Returns the address of a clip: the key, then each argument that changes its words, as in
/// `wall-angels.back-to-wall place=first`.
#[must_use]
pub fn address(key: &str, arguments: &BTreeMap<String, String>) -> String {
    let arguments: String = arguments.iter().map(|(name, value)| format!(" {name}={value}")).collect();
    format!("{key}{arguments}")
}

impl Index {
    /// Reads an index.
    ///
    /// # Errors
    /// A line is not as it should be, or two clips have the same address.
    pub fn read(text: &str) -> Result<Self, IndexError> {
        let mut index = Self { clips: Vec::new(), by_key: BTreeMap::new() };
        let mut offset = 0;
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let wrong = |problem: &str| IndexError { line: number, problem: problem.to_owned() };
            let clip = clip(line, offset)
                .ok_or_else(|| wrong("found no address, milliseconds, bytes and words between tabs"))?;
            offset = clip.bytes.end;
            let (key, arguments) =
                parts(&clip.address).ok_or_else(|| wrong("an argument is written `name=value`"))?;
            let varieties = index.by_key.entry(key).or_default();
            if varieties.iter().any(|other| other.arguments == arguments) {
                return Err(wrong("there is a clip of that address already"));
            }
            varieties.push(Variety { arguments, clip: index.clips.len() });
            index.clips.push(clip);
        }
        Ok(index)
    }

    /// Returns every clip, in the order of the pack.
    #[must_use]
    pub fn clips(&self) -> &[Clip] {
        &self.clips
    }

    /// Returns the clip that says a message, asking what the message speaks of by name: only those arguments count
    /// that change the words.
    #[must_use]
    pub fn clip(&self, key: &str, argument: impl Fn(&str) -> Option<String>) -> Option<&Clip> {
        let fits = |variety: &&Variety| {
            variety.arguments.iter().all(|(name, value)| argument(name).as_ref() == Some(value))
        };
        self.by_key.get(key)?.iter().find(fits).and_then(|variety| self.clips.get(variety.clip))
    }
}

fn clip(line: &str, offset: usize) -> Option<Clip> {
    let mut fields = line.splitn(4, '\t');
    let address = fields.next().filter(|address| !address.is_empty())?;
    let milliseconds = fields.next()?.parse().ok()?;
    let bytes: usize = fields.next()?.parse().ok()?;
    let text = fields.next().filter(|text| !text.is_empty())?;
    let end = offset.checked_add(bytes)?;
    Some(Clip { address: address.to_owned(), text: text.to_owned(), milliseconds, bytes: offset..end })
}

/// A key with its arguments.
type Parts = (String, Vec<(String, String)>);

fn parts(address: &str) -> Option<Parts> {
    let mut words = address.split(' ');
    let key = words.next()?.to_owned();
    let argument = |word: &str| word.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
    Some((key, words.map(argument).collect::<Option<_>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# for people\ncue.halfway\t620\t100\tHalfway.\n\
        neck.turn other=left\t900\t50\tNose to the left.\nneck.turn other=right\t940\t60\tNose to the right.\n";

    #[test]
    fn a_clip_is_found_by_what_changes_its_words() {
        let index = Index::read(TEXT).unwrap();
        let of = |key: &str, side: &'static str| {
            let argument = move |name: &str| match name {
                "other" => Some(side.to_owned()),
                "n" => Some("3".to_owned()),
                _ => None,
            };
            index.clip(key, argument).map(|clip| clip.text.as_str())
        };
        assert_eq!(of("cue.halfway", "left"), Some("Halfway."));
        assert_eq!(of("neck.turn", "right"), Some("Nose to the right."));
        assert_eq!(of("neck.turn", "both"), None);
        assert_eq!(of("neck", "left"), None);
        assert_eq!(index.clips()[2].bytes, 150..210);
        assert_eq!(index.clips()[0].samples(), 13_671);
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        for (text, line) in [
            ("# x\na\t1\t2", 2),
            ("a\t1\tx\tA", 1),
            ("a\t1\t2\tA\na\t1\t2\tA", 2),
            ("a b\t1\t2\tA", 1),
            ("\t1\t2\tA", 1),
            ("a\t1\t18446744073709551615\tA\nb\t1\t1\tB", 2),
        ] {
            assert_eq!(Index::read(text).unwrap_err().line, line, "{text}");
        }
    }

    #[test]
    fn an_address_has_its_arguments_in_order() {
        let arguments = BTreeMap::from([("side", "left"), ("n", "3")]);
        let arguments = arguments.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(address("a.b", &arguments), "a.b n=3 side=left");
    }
}
