//! Whether there is a screen on which a browser can open.

/// Returns whether the person sits before a screen with windows.
pub(crate) fn is_there() -> bool {
    shows_windows(cfg!(unix) && !cfg!(target_os = "macos"), |name| {
        std::env::var_os(name).is_some_and(|value| !value.is_empty())
    })
}

/// Whoever comes by SSH sits elsewhere, whatever the display says.
fn shows_windows(asks_for_display: bool, is_set: impl Fn(&str) -> bool) -> bool {
    let has_display = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    !is_set("SSH_CONNECTION") && (has_display || !asks_for_display)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_opens_where_the_person_is() {
        let shows = |asks, set: &[&str]| shows_windows(asks, |name| set.contains(&name));
        assert!(shows(true, &["DISPLAY"]) && shows(true, &["WAYLAND_DISPLAY"]) && shows(false, &[]));
        assert!(!shows(true, &[]) && !shows(true, &["DISPLAY", "SSH_CONNECTION"]));
        assert!(!shows(false, &["SSH_CONNECTION"]));
    }
}
