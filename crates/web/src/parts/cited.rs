//! A source, with the way to it.

use leptos::prelude::*;

use crate::known::Known;

/// Shows a citation as it is listed; where it names a place in the web, that is a link. Nothing is fetched from there.
#[component]
pub(crate) fn Cited(
    /// The source's id.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let known = Known::here();
    let words: Vec<_> = known
        .sources
        .cite(&id)
        .split(' ')
        .map(|word| {
            let bare = word.trim_end_matches([',', ':', ';', '.']);
            let rest = word.get(bare.len()..).unwrap_or_default().to_owned();
            let shown = bare.to_owned();
            match address(bare) {
                Some(href) => view! {
                    <a href=href target="_blank" rel="noopener noreferrer">{shown}</a>
                    {rest}
                    " "
                }
                .into_any(),
                None => format!("{word} ").into_any(),
            }
        })
        .collect();
    // Titles and names stay in their own language.
    view! { <cite class="cited" lang="en">{words}</cite> }
}

/// Returns where a word of a citation leads: a DOI, or a site's name.
fn address(word: &str) -> Option<String> {
    if let Some(doi) = word.strip_prefix("doi:") {
        return Some(format!("https://doi.org/{doi}"));
    }
    let (name, last) = word.rsplit_once('.')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || "-.".contains(c));
    (is_name && ["com", "org", "au", "uk"].contains(&last)).then(|| format!("https://{word}/"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_what_names_a_place_leads_there() {
        assert_eq!(address("doi:10.3390/x").as_deref(), Some("https://doi.org/10.3390/x"));
        assert_eq!(address("fit-pro.com").as_deref(), Some("https://fit-pro.com/"));
        assert_eq!(address("peak-physio.com.au").as_deref(), Some("https://peak-physio.com.au/"));
        for word in ["al", "CD004250.pub5", "2023;11:119", "e.g", ""] {
            assert_eq!(address(word), None, "{word}");
        }
    }
}
