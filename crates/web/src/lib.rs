//! The pages of Unknot in a browser.
//!
//! `route` knows which address shows which page, `pages` has one file for each, `parts` what several of them
//! share. What is known of exercises comes from `known`, what somebody told from `keep` and `settings`. `session` leads
//! somebody, `sound` is heard of it. Styles are in `style/`, what surrounds the program in `page/`.
#![allow(clippy::needless_pass_by_value, reason = "Leptos hands a component's properties over")]
#![allow(unreachable_pub, reason = "Leptos makes what stands for a component's properties public")]

mod app;
mod keep;
mod known;
mod language;
mod pages;
mod parts;
mod route;
mod session;
mod settings;
mod sound;
mod tell;

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins, when the browser has loaded the program.
#[wasm_bindgen(start)]
pub fn start() {
    // Without this the console would only say that something is unreachable.
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}
