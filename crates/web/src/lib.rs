//! The pages of Unknot in a browser.
//!
//! `route` knows which address shows which page, `pages` has one file for each, `parts` what several of them
//! share. What is known of exercises comes from `known`, what somebody told from `keep` and `settings`, what
//! that means from `insight`. `session` leads
//! somebody, `sound` is heard of it. Styles are in `style/`, what surrounds the program in `page/`.
#![allow(clippy::needless_pass_by_value, reason = "Leptos hands a component's properties over")]
#![allow(unreachable_pub, reason = "Leptos makes what stands for a component's properties public")]

mod app;
mod bundle;
mod insight;
mod keep;
mod known;
mod language;
mod pages;
mod parts;
mod pause;
mod route;
mod session;
mod settings;
mod sound;
mod tell;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use app::App;

/// Begins, when the browser has loaded the program.
#[wasm_bindgen(start)]
pub fn start() {
    spawn_local(async {
        let known = language::known().await;
        pause::pause().await;
        leptos::mount::mount_to_body(move || match known {
            Ok(known) => view! { <App known=Arc::new(known) /> }.into_any(),
            Err(problem) => {
                app::remove_first();
                view! { <main>{problem}</main> }.into_any()
            }
        });
    });
}
