//! What the article says, what is taught here, why, and from where that is known.

use std::sync::Arc;

use leptos::prelude::*;
use unknot_routine::Exercise;

use crate::known::Known;
use crate::parts::Cited;

/// Shows where what is taught differs from what is written.
#[component]
pub(super) fn Lessons(exercise: Arc<Exercise>) -> impl IntoView {
    let known = Known::here();
    let lessons: Vec<_> = exercise
        .lessons
        .iter()
        .map(|lesson| {
            let words = |part: &str| known.word(exercise.word(&format!("lesson-{}-{part}", lesson.id)));
            view! {
                <dl class="exercise-lesson">
                    <dt>{known.ui("web-exercise", "written")}</dt>
                    <dd>
                        <q>{words("written")}</q>
                    </dd>
                    <dt>{known.ui("web-exercise", "taught")}</dt>
                    <dd>{words("taught")}</dd>
                    <dt>{known.ui("web-exercise", "why")}</dt>
                    <dd class="quiet">{words("why")}</dd>
                </dl>
            }
        })
        .collect();
    (!lessons.is_empty()).then(|| {
        view! {
            <h2>{known.ui("web-exercise", "lessons")}</h2>
            {lessons}
        }
    })
}

/// Shows what numbers and reasons come from.
#[component]
pub(super) fn Sources(exercise: Arc<Exercise>) -> impl IntoView {
    let known = Known::here();
    let sources: Vec<_> =
        exercise.sources.iter().map(|id| view! { <li><Cited id=id.clone() /></li> }).collect();
    view! {
        <h2>{known.ui("web-exercise", "sources")}</h2>
        <ul class="small">{sources}</ul>
    }
}
