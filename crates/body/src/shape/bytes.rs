//! Reads packed bytes one after the other; what is wrong is told with its place.

/// Bytes that are no packed body.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the body's data at byte {at}: {found}; {wanted}")]
pub struct AnatomyError {
    /// Where.
    pub at: usize,
    /// What was found.
    pub found: String,
    /// What would be right.
    pub wanted: String,
}

impl AnatomyError {
    /// Returns an error about the byte at a place.
    pub(super) fn new(at: usize, found: impl Into<String>, wanted: impl Into<String>) -> Self {
        Self { at, found: found.into(), wanted: wanted.into() }
    }
}

/// Bytes, and how far they have been read.
pub(super) struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
}

/// A number takes this many bytes at most: 16 bits and a sign, 7 bits in each.
const LONGEST_NUMBER: usize = 3;

impl<'a> Bytes<'a> {
    /// Returns bytes of which none has been read.
    pub(super) fn new(all: &'a [u8]) -> Self {
        Self { all, at: 0 }
    }

    /// Returns the place of the next byte.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Returns how many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.all.len() - self.at
    }

    /// Reads so many bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], AnatomyError> {
        let taken = self.all.get(self.at..).and_then(|rest| rest.get(..count)).ok_or_else(|| {
            AnatomyError::new(
                self.at,
                format!("{} bytes to the end", self.left()),
                format!("{count} are needed"),
            )
        })?;
        self.at += count;
        Ok(taken)
    }

    /// Reads a number of 16 bits, the lower byte first.
    pub(super) fn short(&mut self) -> Result<u16, AnatomyError> {
        let two = self.take(2)?;
        Ok(two.iter().rev().fold(0, |sum, byte| sum << 8 | u16::from(*byte)))
    }

    /// Reads a number written in groups of 7 bits, the lowest first; bit 7 of a byte says that more follow.
    pub(super) fn number(&mut self) -> Result<i32, AnatomyError> {
        let start = self.at;
        let mut number = 0;
        for place in 0..LONGEST_NUMBER {
            let byte = self.take(1)?.first().copied().unwrap_or_default();
            number |= i32::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        let wanted = format!("{LONGEST_NUMBER} at most");
        Err(AnatomyError::new(start, format!("a number longer than {LONGEST_NUMBER} bytes"), wanted))
    }

    /// Reads a number that may be below 0; the packed ones 0, 1, 2, 3, … are 0, −1, 1, −2, ….
    pub(super) fn signed(&mut self) -> Result<i32, AnatomyError> {
        let packed = self.number()?;
        Ok(if packed & 1 == 0 { packed >> 1 } else { -(packed >> 1) - 1 })
    }

    /// Reads numbers of which each is written as its distance from the one before.
    pub(super) fn steps(&mut self, count: usize) -> Result<Vec<i16>, AnatomyError> {
        let mut last = 0_i32;
        (0..count)
            .map(|_| {
                let start = self.at;
                last += self.signed()?;
                i16::try_from(last).map_err(|_| {
                    AnatomyError::new(start, format!("a coordinate of {last}"), "from -32768 to 32767")
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_they_are_written() {
        let mut bytes = Bytes::new(&[0x34, 0x12, 0x05, 0x80, 0x01, 0x03, 0x02]);
        assert_eq!(bytes.short(), Ok(0x1234));
        assert_eq!(bytes.number(), Ok(5));
        assert_eq!(bytes.number(), Ok(128));
        assert_eq!(bytes.steps(2), Ok(vec![-2, -1]));
        assert_eq!(bytes.left(), 0);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let mut bytes = Bytes::new(&[0x01, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(bytes.number(), Ok(1));
        let error = bytes.number().unwrap_err();
        assert_eq!((error.at, error.wanted.as_str()), (1, "3 at most"));
        let error = bytes.take(9).unwrap_err();
        assert_eq!(error.to_string(), "the body's data at byte 4: 1 bytes to the end; 9 are needed");
        let far = [0xfe, 0xff, 0x03, 0x02];
        assert_eq!(Bytes::new(&far).steps(2).unwrap_err().at, 3);
    }
}
