//! What this is and is not.

use leptos::prelude::*;

use crate::known::Known;
use crate::parts::{Cited, Heading};
use crate::route::Route;

/// Shows what it is for, what is known of its effect, what becomes of what one tells it, and whose work it is.
#[component]
pub(crate) fn About() -> impl IntoView {
    let known = Known::here();
    view! {
        <Heading text=known.ui("web-about", "title") />
        <p class="lead">{known.ui("web-about", "lead")}</p>
        <h2>{known.ui("web-about", "is-not")}</h2>
        <ul>
            <li>{known.ui("web-about", "no-device")}</li>
            <li>{known.ui("web-about", "not-signed")}</li>
            <li>{known.ui("web-about", "no-doctor")}</li>
            <li>{known.ui("web-about", "no-emergency")}</li>
        </ul>
        <p>
            <a href=Route::Safety.href()>{known.ui("web-about", "to-safety")}</a>
        </p>
        <h2>{known.ui("web-about", "evidence")}</h2>
        <p>
            <strong>{known.ui("web-about", "evidence-short")}</strong>
        </p>
        <ul class="about-evidence">
            <li>{known.ui("web-about", "evidence-neck")}</li>
            <li>{known.ui("web-about", "evidence-stretching")} <Cited id="tunwattanapong-2016" /></li>
            <li>{known.ui("web-about", "evidence-strength")} <Cited id="andersen-2011" /></li>
            <li>{known.ui("web-about", "evidence-review")} <Cited id="gross-cochrane" /></li>
        </ul>
        <h2>{known.ui("web-about", "privacy")}</h2>
        <p>{known.ui("web-about", "privacy-text")}</p>
        <p>
            <a href=Route::Journal.href()>{known.ui("web-about", "to-journal")}</a>
        </p>
        <h2>{known.ui("web-about", "licences")}</h2>
        <dl class="facts">
            <dt>{known.ui("web-about", "code")}</dt>
            <dd lang="en">"MIT, Apache-2.0"</dd>
            <dt>{known.ui("web-about", "exercises")}</dt>
            <dd lang="en">"MIT, Apache-2.0"</dd>
            <dt>{known.ui("web-about", "body")}</dt>
            <dd lang="en">"MakeHuman, CC0-1.0"</dd>
            <dt>{known.ui("web-about", "voice")}</dt>
            <dd>
                {known.ui("web-about", "voice-made")} ": " <span lang="en">"Piper, en_US-joe-medium, CC0-1.0"</span>
            </dd>
            <dt>{known.ui("web-about", "type")}</dt>
            <dd lang="en">"Atkinson Hyperlegible Next, OFL-1.1"</dd>
        </dl>
        <p>
            <a href="licences.txt">{known.ui("web-about", "libraries")}</a>
        </p>
    }
}
