//! Paper or night.

use leptos::prelude::*;
use unknot_figure::Palette;

use super::media;
use crate::settings::Settings;

/// Returns the colours that somebody has chosen, or else those of the device, in a part of a page.
pub(super) fn palette() -> Signal<Palette> {
    expect_context()
}

/// Follows the choice and the device, once for all that is drawn.
pub(crate) fn provide_palette() {
    let settings = Settings::here();
    let is_dark = media::holds("(prefers-color-scheme: dark)");
    let chosen = Memo::new(move |_| match settings.with(|settings| settings.palette) {
        unknot_journal::Palette::Paper => Palette::Paper,
        unknot_journal::Palette::Auto if !is_dark.get() => Palette::Paper,
        unknot_journal::Palette::Auto | unknot_journal::Palette::Night => Palette::Night,
    });
    provide_context::<Signal<Palette>>(chosen.into());
}
