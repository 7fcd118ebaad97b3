//! `unknot rate`.

use unknot_journal::{Entry, Moment, PainRating};

use crate::args::RateArgs;
use crate::failure::Failure;
use crate::keep::{Keep, earlier, now};
use crate::out;

/// Tells the journal how much it hurts.
pub(crate) fn run(keep: &Keep, args: &RateArgs) -> Result<(), Failure> {
    let time = args.at.as_deref().map_or_else(now, earlier)?;
    let (moment, session) = if args.after {
        let today = time.on_the_wall().date();
        let journal = keep.journal()?;
        let sessions = journal.sessions();
        let last = sessions.last().filter(|story| story.session.ended.on_the_wall().date() == today);
        let last = last.ok_or_else(|| {
            Failure::Usage("there was no session today; without --after it is a rating by itself".to_owned())
        })?;
        (Moment::After, Some(last.session.session))
    } else {
        (Moment::Other, None)
    };
    let pain = args.pain;
    keep.tell_at(&time, vec![Entry::Pain(PainRating { pain, moment, session })])?;
    let when = time.on_the_wall().strftime("%Y-%m-%d %H:%M");
    out::print(&format!("Kept: pain {pain} of 10, {when}.\n"))
}
