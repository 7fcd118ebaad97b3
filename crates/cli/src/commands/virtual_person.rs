//! `unknot virtual`: the recording of somebody who does not exist.

use unknot_body::Side;
use unknot_patient::{Camera, Deed, Patient};
use unknot_routine::FormFault;

use super::landmarks::write;
use super::render::{body, file, timeline};
use crate::args::VirtualArgs;
use crate::failure::Failure;
use crate::known::Known;

/// Writes the landmarks of somebody who does an exercise.
pub(crate) fn run(known: &Known, args: &VirtualArgs) -> Result<(), Failure> {
    file::check_folder(&args.output)?;
    let exercise = known.exercise(&args.exercise)?;
    let timeline = timeline(known, exercise, None)?;
    let fault = match &args.fault {
        None => None,
        Some(id) => Some(find(&exercise.faults, id, &exercise.id)?),
    };
    let camera = Camera::from_view(args.view.unwrap_or(exercise.form.view), Side::Left);
    let deed = Deed { fault, ..Deed::default() };
    let film = Patient::new(body()?).perform(&timeline, &deed, &camera).ok_or_else(|| {
        let id = args.fault.as_deref().unwrap_or_default();
        Failure::Usage(format!("`{id}` cannot be done: no joint angle or time alone makes it"))
    })?;
    write(&args.output, &film)
}

fn find(faults: &[FormFault], id: &str, exercise: &str) -> Result<FormFault, Failure> {
    faults.iter().find(|fault| fault.id == id).cloned().ok_or_else(|| {
        let all: Vec<&str> = faults.iter().map(|fault| fault.id.as_str()).collect();
        Failure::Usage(format!("`{exercise}` has no fault `{id}`; it has {}", all.join(", ")))
    })
}
