//! The names of records, and of this program on this computer.

use unknot_journal::{DeviceId, RecordId};

use crate::failure::Failure;
use crate::keep::now;
use crate::{home, out};

/// Returns a fresh name, as a session needs one before there is a record of it.
pub(crate) fn fresh() -> Result<RecordId, Failure> {
    after(None, now()?.milliseconds())
}

/// Returns a name that sorts after the last one.
pub(super) fn after(last: Option<RecordId>, milliseconds: i64) -> Result<RecordId, Failure> {
    let random = random()?;
    Ok(match last {
        Some(last) => last.next(milliseconds, random),
        None => RecordId::new(milliseconds, random),
    })
}

/// Returns the name of this program on this computer, which it gets when it is asked for the first time.
pub(super) fn device() -> Result<DeviceId, Failure> {
    let path = home::device();
    let known = path.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
    if let Some(device) = known.and_then(|text| text.trim().parse().ok()) {
        return Ok(device);
    }
    let device = DeviceId::new(now()?.milliseconds(), random()?);
    if let Some(path) = path {
        let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        if let Err(error) = folder.and_then(|()| std::fs::write(&path, format!("{device}\n"))) {
            // It gets another one next time.
            out::note(&format!("note: cannot write {}: {error}", path.display()));
        }
    }
    Ok(device)
}

fn random() -> Result<[u8; 10], Failure> {
    let mut bytes = [0; 10];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Failed(format!("no random numbers: {error}")))?;
    Ok(bytes)
}
