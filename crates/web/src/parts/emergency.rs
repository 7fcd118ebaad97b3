//! The way to call for help.

use leptos::prelude::*;

use crate::known::Known;

/// Which number calls for help where the browser's language is spoken. A phone with a SIM connects 112 nearly
/// everywhere (GSM 02.30).
fn number(language: &str) -> &'static str {
    let region = language
        .split(['-', '_'])
        .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()));
    match region {
        Some("US" | "CA" | "MX" | "PH" | "PR") => "911",
        Some("GB") => "999",
        Some("AU") => "000",
        Some("NZ") => "111",
        Some("JP" | "KR" | "TW") => "119",
        Some("CN") => "120",
        Some("BR") => "192",
        _ => "112",
    }
}

/// Shows a link that calls for help.
#[component]
pub(crate) fn Emergency() -> impl IntoView {
    let language = window().navigator().language().unwrap_or_default();
    let number = number(&language);
    let call = Known::here().ui("web-emergency", "call");
    view! { <a class="button-danger button-large" href=format!("tel:{number}")>{format!("{call} {number}")}</a> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_says_the_number_and_not_the_language() {
        assert_eq!(number("en-US"), "911");
        assert_eq!(number("en-GB"), "999");
        assert_eq!(number("zh-Hans-CN"), "120");
        assert_eq!(number("de"), "112");
        assert_eq!(number("nz"), "112");
    }
}
