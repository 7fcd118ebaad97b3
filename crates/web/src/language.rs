//! Which language the pages are in.

use leptos::prelude::{document, window};

use crate::known::Known;
use crate::pause::pause;

/// What the address ends in, before the `#`, when nothing shall read as English: by it tests find words that were never
/// taken out of the code.
const PSEUDO: &str = "?lang=en-XA";

/// Loads what is known, with the words of the language that the address asks for.
pub(crate) async fn known() -> Result<Known, String> {
    let asked = window().location().search().unwrap_or_default();
    Known::load(asked == PSEUDO, pause).await
}

/// Tells the browser, so that it is spoken and broken as it should be.
pub(crate) fn declare(known: &Known) {
    if let Some(html) = document().document_element() {
        // No attribute of such a name can fail to be set.
        let _set = html.set_attribute("lang", known.words().locale());
    }
}
