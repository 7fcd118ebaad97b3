//! Reading files that somebody names, without trusting them.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::failure::Failure;

/// No file that is read here is longer, in bytes: exercises have some ten thousand.
const LONGEST: u64 = 1 << 20;

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    read_up_to(path, LONGEST)
}

/// Reads a text file of at most so many bytes.
pub(crate) fn read_up_to(path: &Path, longest: u64) -> Result<String, Failure> {
    let refuse = |why: &str| Failure::Usage(format!("cannot read {}: {why}", path.display()));
    let file = File::open(path).map_err(|error| refuse(&error.to_string()))?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(refuse("it is a folder"));
    }
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a file that is too long, whatever it says about its size.
    file.take(longest + 1).read_to_end(&mut bytes).map_err(|error| refuse(&error.to_string()))?;
    if bytes.len() as u64 > longest {
        return Err(refuse(&format!("it is longer than {} MB", longest >> 20)));
    }
    String::from_utf8(bytes).map_err(|error| {
        refuse(&format!("it is not UTF-8 text (byte {} is none)", error.utf8_error().valid_up_to()))
    })
}
