//! Records for tests.

#![allow(dead_code, reason = "each test uses its part")]

use unknot_journal::{DeviceId, Entry, Note, Record, RecordId, Time};

/// Returns a note of that number.
pub(crate) fn note(number: u32, text: &str) -> Record {
    let at = i64::from(number);
    let [a, b, c, d] = number.to_be_bytes();
    let id = RecordId::new(at, [a, b, c, d, 1, 1, 1, 1, 1, 1]);
    let note = Note { text: text.to_owned(), session: None };
    Record::new(id, DeviceId::new(0, [2; 10]), Time::new(at, 0, None).unwrap(), Entry::Note(note))
}

/// Returns the three records that are written at once under that number, of different lengths.
pub(crate) fn batch(number: u32) -> Vec<Record> {
    let length = usize::try_from(number % 11).unwrap() * 97;
    (0..3).map(|part| note(100_000 + number * 3 + part, &"ab ".repeat(length))).collect()
}

/// Returns which batches these lines are; each must be there whole, to the letter.
///
/// # Errors
/// One is there in part, or something is there that nobody wrote.
pub(crate) fn batches(lines: &[String]) -> Result<Vec<u32>, String> {
    if !lines.len().is_multiple_of(3) {
        return Err(format!("{} lines are no whole batches", lines.len()));
    }
    lines
        .chunks(3)
        .map(|chunk| {
            let record = Record::parse(&chunk[0]).map_err(|error| error.to_string())?;
            let number = (u32::try_from(record.time().milliseconds()).unwrap() - 100_000) / 3;
            let whole: Vec<String> = batch(number).iter().map(|record| record.line().to_owned()).collect();
            if whole == chunk { Ok(number) } else { Err(format!("batch {number} is not whole")) }
        })
        .collect()
}
