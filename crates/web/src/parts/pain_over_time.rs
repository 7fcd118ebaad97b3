//! Pain over time, as a picture.

use leptos::prelude::*;
use unknot_figure::Palette;
use unknot_plot::{Course, Language, Look, svg};
use unknot_routine::Phrase;

use super::{date, media, palette::palette};
use crate::insight::Meant;
use crate::known::Known;
use crate::settings::Settings;

/// Windows at most so wide get the narrow picture.
const NARROW: &str = "(max-width: 40rem)";
/// How wide the two are, in points, and how large their text.
const WIDTHS: (u32, u32) = (350, 720);
/// For how many weeks the narrow one has room: for those of the trend.
const NARROW_WEEKS: i32 = 13;
const TEXT: u32 = 15;
const LARGER_TEXT: u32 = 19;

/// Shows the picture. It says nothing that words and a table beside it do not.
#[component]
pub(crate) fn PainOverTime(
    /// What it shows.
    course: Course,
    /// What that means.
    meant: Meant,
    /// Whether it is for paper.
    #[prop(optional)]
    paper: bool,
) -> impl IntoView {
    let known = Known::here();
    let label = known.ui("web-journal", "picture");
    let (colours, settings) = (palette(), Settings::here());
    let (is_narrow, contrast) = (media::holds(NARROW), media::holds("(prefers-contrast: more)"));
    let picture = move || {
        let is_narrow = !paper && is_narrow.get();
        let latest = if is_narrow { course.latest(NARROW_WEEKS) } else { course.clone() };
        let larger = settings.with(|settings| settings.larger_text);
        let look = Look {
            palette: if paper { Palette::Paper } else { colours.get() },
            contrast: !paper && contrast.get(),
            width: if is_narrow { WIDTHS.0 } else { WIDTHS.1 },
            text: if larger && !paper { LARGER_TEXT } else { TEXT },
        };
        let say = |phrase: &Phrase| known.say(phrase);
        let language = Language { say: &say, date: &date::day_and_month };
        // What cannot be drawn is in the table.
        svg(&latest, &meant.insight, look, &language).unwrap_or_default()
    };
    view! { <div class="pain-over-time" role="img" aria-label=label inner_html=picture></div> }
}
