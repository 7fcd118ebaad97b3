//! A quiet line that offers to tell how the last week was.

use leptos::prelude::*;

use crate::keep::today;
use crate::known::Known;
use crate::route::Route;

/// Under which name it is kept until when nobody wants to be asked: that is nothing to tell.
const SKIPPED: &str = "unknot-peg";
/// So many days it is left alone then.
const DAYS: i32 = 14;

/// Offers it to somebody for whom it is time, unless they did not want to lately.
#[component]
pub(crate) fn AskPeg() -> impl IntoView {
    let known = Known::here();
    let is_shown = RwSignal::new(!is_skipped());
    let (text, tell, skip) =
        (known.ui("web-peg", "due"), known.ui("web-peg", "tell"), known.ui("web-peg", "not-now"));
    let not_now = move |_| {
        skip_peg();
        is_shown.set(false);
    };
    view! {
        <Show when=move || is_shown.get()>
            <section class="notice">
                <p>{text.clone()}</p>
                <div class="button-row">
                    <a class="button-quiet" href=Route::Peg.href()>{tell.clone()}</a>
                    <button type="button" class="button-quiet" on:click=not_now>{skip.clone()}</button>
                </div>
            </section>
        </Show>
    }
}

/// Remembers that nobody wants to be asked for now.
pub(crate) fn skip_peg() {
    if let Ok(Some(kept)) = window().local_storage() {
        // Where nothing may be kept, it is asked again next time.
        let _kept = kept.set_item(SKIPPED, &today());
    }
}

fn is_skipped() -> bool {
    let kept = window().local_storage().ok().flatten().and_then(|kept| kept.get_item(SKIPPED).ok().flatten());
    kept.is_some_and(|since| lately(&since, &today()))
}

/// Returns whether a day was less than two weeks before another.
fn lately(since: &str, today: &str) -> bool {
    let dates = since.parse::<jiff::civil::Date>().ok().zip(today.parse::<jiff::civil::Date>().ok());
    dates.and_then(|(since, today)| since.until(today).ok()).is_some_and(|ago| ago.get_days() < DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_not_now_is_left_alone_for_two_weeks() {
        assert!(lately("2026-11-24", "2026-12-07") && !lately("2026-11-24", "2026-12-08"));
        assert!(!lately("undated", "2026-12-08"));
    }
}
