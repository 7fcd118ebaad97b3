//! `unknot play`: what comes before a session, and the session itself.

mod log;

use unknot_body::{BodyShape, Ground};
use unknot_journal::Agreed;
use unknot_routine::{Limits, PainState, Plan, Programme, Session};

use log::Log;

use super::plan::describe;
use crate::args::PlayArgs;
use crate::failure::Failure;
use crate::keep::{Keep, now};
use crate::known::Known;
use crate::out;
use crate::player::{Dressing, captions, terminal};
use crate::request::{change_pace, plan, programme};
use crate::screening::{
    Asker, Screened, ask_floor, ask_for_session, entries, must_ask_floor, next_day, pain, remember,
    without_asking,
};
use crate::text::paragraph;

/// Plays a session: with a person at the terminal asked and led, without one as captions alone.
pub(crate) fn run(
    known: &Known,
    args: &PlayArgs,
    agreed: &Agreed,
    keep: impl FnOnce() -> Result<Option<Keep>, Failure>,
) -> Result<(), Failure> {
    let programme = programme(known, &args.session)?;
    let screened = without_asking(known, args.session.screen.as_deref())?;
    if !out::is_interactive() {
        let judgement = screened.as_ref().map(|screened| &screened.judgement);
        let plan = plan(known, &args.session, &programme, judgement, Limits::default(), agreed)?;
        if let Some(note) = captions_only(known, args, screened.as_ref()) {
            out::note(&paragraph(&note, 0));
        }
        return captions(known, session(known, args, agreed, plan)?, args.speed);
    }
    let shape = args.shape.unwrap_or(BodyShape::Neutral);
    let has_figure = !args.no_figure && out::is_unicode() && !out::no_color();
    // Nothing that cannot be planned anyway is worth a question.
    plan(known, &args.session, &programme, None, Limits::default(), agreed)?;
    let log = Log::open(keep()?)?;
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout();
    let mut asker = Asker::new(known, &mut input, &mut output);
    let (plan, pain) = prepare(known, args, agreed, &programme, screened, &mut asker, &log)?;
    // It is made while the person reads.
    let dressing = has_figure.then(|| Dressing::begin(shape));
    introduce(known, args, &programme, &plan, &mut asker)?;
    let mut session = session(known, args, agreed, plan)?;
    session.wait_for_ready(args.wait);
    // The input is needed by the player.
    let started = now()?;
    terminal(known, session, pain, args.speed, dressing, |played| {
        log.played(&programme.id, &started, &played)
    })
}

/// Returns the note above captions; none where a file has the answers that were given for this session.
fn captions_only(known: &Known, args: &PlayArgs, screened: Option<&Screened>) -> Option<String> {
    match screened {
        None => Some(known.ui("cli-intro", "not-screened")),
        Some(screened) if !screened.current => Some(known.ui("cli-intro", "out-of-date")),
        Some(_) if args.session.screen.is_none() => Some(known.ui("cli-intro", "not-asked-today")),
        Some(_) => None,
    }
}

fn session<'a>(
    known: &'a Known,
    args: &PlayArgs,
    agreed: &Agreed,
    plan: Plan,
) -> Result<Session<'a>, Failure> {
    let pace = change_pace(known, &args.session, agreed);
    let without = args.session.without.iter().copied();
    Session::new(&known.catalogue, &known.rules, known, plan, pace, without)
        .map_err(|error| Failure::Failed(error.to_string()))
}

/// Asks what has to be asked before, and plans within the answers.
fn prepare(
    known: &Known,
    args: &PlayArgs,
    agreed: &Agreed,
    programme: &Programme,
    screened: Option<Screened>,
    asker: &mut Asker<'_>,
    log: &Log,
) -> Result<(Plan, Option<u8>), Failure> {
    let mut screened = ask_for_session(known, asker, screened)?;
    let keep = |screened: &Screened| {
        if args.session.screen.is_none() {
            remember(&screened.answers);
        }
    };
    keep(&screened);
    if let Some(refusal) = screened.refusal(known) {
        log.tell(entries(known, asker, &screened))?;
        return Err(refusal);
    }
    let mut recent = log.recent()?;
    if let Some(session) = recent.ask_next_day
        && let Some(worse) = next_day(known, asker)?
    {
        log.next_day(session, worse)?;
        recent.worse_next_day = if worse { recent.worse_next_day + 1 } else { 0 };
    }
    let pain = pain(known, asker)?;
    log.pain(pain)?;
    let state =
        PainState { now: pain, last_change: recent.last_change, worse_next_day: recent.worse_next_day };
    let (limits, advice) = known.rules.judge(state);
    log.stop(&advice)?;
    for advice in advice {
        asker.tell(&known.word(advice.word()))?;
    }
    let mut plan_now =
        plan(known, &args.session, programme, Some(&screened.judgement), limits.clone(), agreed)?;
    let has_floor = plan_now.items.iter().any(|item| item.position.ground() == Ground::Floor);
    if has_floor && must_ask_floor(known, &screened.answers) {
        screened = ask_floor(known, asker, screened.answers)?;
        keep(&screened);
        plan_now = plan(known, &args.session, programme, Some(&screened.judgement), limits, agreed)?;
    }
    log.tell(entries(known, asker, &screened))?;
    if screened.judgement.verdict != unknot_routine::Verdict::Adapt {
        asker.tell(&known.word(screened.judgement.verdict.word()))?;
    }
    Ok((plan_now, pain))
}

/// Shows what is coming, so that the kit can be laid out.
fn introduce(
    known: &Known,
    args: &PlayArgs,
    programme: &Programme,
    plan: &Plan,
    asker: &mut Asker<'_>,
) -> Result<(), Failure> {
    out::print(&format!("\n{}\n", describe(known, programme, plan, &args.session)))?;
    if !args.session.gentle {
        asker.tell(&known.ui("cli-intro", "gentle"))?;
    }
    asker.tell(&known.ui("cli-intro", "may-ease"))?;
    asker.line(&known.ui("cli-intro", "begin"))?;
    Ok(())
}
