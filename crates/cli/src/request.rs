//! From the options of a session to a plan.

use std::path::Path;

use unknot_body::closest;
use unknot_journal::Agreed;
use unknot_routine::{FileError, Judgement, Limits, Plan, PlanError, Programme, Reason, Request};

use crate::args::SessionArgs;
use crate::commands::check::report;
use crate::failure::Failure;
use crate::files;
use crate::known::Known;

/// Returns the programme that is asked for: a built-in one by its name, or a file.
pub(crate) fn programme(known: &Known, args: &SessionArgs) -> Result<Programme, Failure> {
    programme_named(known, args.programme.as_deref())
}

/// Returns the programme of that name, or in that file; the usual one where nothing is named.
pub(crate) fn programme_named(known: &Known, name: Option<&str>) -> Result<Programme, Failure> {
    let name = name.unwrap_or(unknot_content::DEFAULT_PROGRAMME);
    if let Some(programme) = known.catalogue.programme(name) {
        return Ok(programme.clone());
    }
    let path = Path::new(name);
    let is_path = path.extension().is_some() || path.components().count() > 1 || path.exists();
    if !is_path {
        return Err(Failure::Usage(unknown_programme(known, name)));
    }
    let text = files::read(path)?;
    read_programme(known, name, &text).map_err(|error| Failure::Failed(report(&error)))
}

/// Reads a programme file and checks it against the exercises that are known.
pub(crate) fn read_programme(known: &Known, file: &str, text: &str) -> Result<Programme, FileError> {
    let programme = Programme::parse(file, text)?;
    programme.check_against(&known.catalogue, file, text)?;
    Ok(programme)
}

fn unknown_programme(known: &Known, name: &str) -> String {
    let ids: Vec<&str> = known.catalogue.programmes().map(|programme| programme.id.as_str()).collect();
    match closest(name, ids.iter().copied()) {
        Some(near) => format!("there is no programme `{name}`; did you mean `{near}`?"),
        None => format!("there is no programme `{name}`, and no such file; there are {}", ids.join(", ")),
    }
}

/// Returns how much longer than usual changes of position take, as a fraction.
pub(crate) fn change_pace(known: &Known, args: &SessionArgs, agreed: &Agreed) -> (u32, u32) {
    if !args.gentle {
        return agreed.pace((1, 1));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 5, as the rules say")]
    let percent = (known.rules.gentle_changes * 100.0).round() as u32;
    agreed.pace((percent, 100))
}

/// Plans what is asked for, within what the safety screen and today's pain allow, and as was agreed to earlier where today nothing
/// else is asked for.
pub(crate) fn plan(
    known: &Known,
    args: &SessionArgs,
    programme: &Programme,
    judgement: Option<&Judgement>,
    limits: Limits,
    agreed: &Agreed,
) -> Result<Plan, Failure> {
    let mut usual = Request::of(programme);
    agreed.apply(&mut usual);
    let minutes = args.minutes.map(|minutes| unknot_routine::Millis::from_seconds(minutes * 60.0));
    let request = Request {
        budget: minutes.unwrap_or(usual.budget),
        order: args.order.map_or(programme.order, Into::into),
        without: args.without.iter().copied().collect(),
        only: (!args.only.is_empty()).then(|| args.only.iter().map(|id| id.trim().to_owned()).collect()),
        gentle: args.gentle,
        change_pace: change_pace(known, args, agreed),
        sore_side: args.sore_side.map(|side| (side, known.rules.sore_side_range)),
        limits,
        judgement,
        ..usual
    };
    Plan::make(&known.catalogue, &request).map_err(|error| refusal(known, &error))
}

/// Returns why there is no plan, in words and with the exit code for it.
fn refusal(known: &Known, error: &PlanError) -> Failure {
    match error {
        PlanError::RedFlag { verdict, .. } => Failure::RedFlag(format!(
            "{}\n\nIf that has changed, answer again: unknot screen",
            known.word(verdict.word())
        )),
        PlanError::NothingFits { left_out, .. } => {
            let reasons: Vec<String> = left_out
                .iter()
                .map(|left| format!("\n  {}: {}", known.name(&left.exercise), reason(known, left.reason)))
                .collect();
            Failure::Usage(format!("{error}{}", reasons.concat()))
        }
        PlanError::UnknownExercise { .. } => Failure::Usage(error.to_string()),
        PlanError::UnknownVariant { .. } | PlanError::UnknownProgramme(_) => {
            Failure::Failed(error.to_string())
        }
    }
}

/// Returns why an exercise is left out.
pub(crate) fn reason(known: &Known, reason: Reason) -> String {
    match reason {
        Reason::Kit(kit) => format!("no {}", known.called(kit)),
        Reason::Screen => known.ui("cli-left-out", "screen"),
        Reason::Time => known.ui("cli-left-out", "time"),
        Reason::Wish => known.ui("cli-left-out", "wish"),
    }
}
