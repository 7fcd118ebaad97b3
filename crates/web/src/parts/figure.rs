//! The moving figure.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_routine::Timeline;

/// Shows a body that performs a timeline at a moment of it; it can be turned by dragging and by the arrow keys.
#[component]
pub(crate) fn Figure(
    /// What is performed.
    #[prop(into)]
    timeline: Signal<Arc<Timeline>>,
    /// The moment, in seconds from its beginning.
    #[prop(into)]
    seconds: Signal<f64>,
    /// What it shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let _ = (timeline, seconds);
    view! { <canvas class="figure" role="img" aria-label=label></canvas> }
}
