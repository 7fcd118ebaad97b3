//! Faults of form.

use unknot_body::{Named, View};

use super::{Reader, check_id};
use crate::exercise::fault::{Bound, FormFault, Gate};
use crate::exercise::file::FaultFile;
use crate::exercise::measure::Measure;
use crate::problem::Reading;

impl Reader<'_> {
    pub(super) fn fault(&self, r: &mut Reading, file: &FaultFile) -> Option<FormFault> {
        r.key("id", |r| check_id(r, &file.id));
        let measure = r.key("measure", |r| read_measure(r, &file.measure));
        let bound = read_bound(r, file.above, file.below);
        if !(file.margin.is_finite() && file.margin >= 0.0) {
            r.key("margin", |r| r.wrong(file.margin.to_string(), "a number that is not negative"));
        }
        let known: Vec<&str> = self.phase_names();
        r.each("phases", &file.phases, |r, phase| {
            if !known.contains(&phase.as_str()) {
                r.wrong(format!("there is no phase `{phase}`"), format!("there are {}", known.join(", ")));
            }
        });
        let gate = match &file.while_ {
            None => Some(None),
            Some(file) => r.key("while", |r| {
                let measure = r.key("measure", |r| read_measure(r, &file.measure));
                let bound = read_bound(r, file.above, file.below);
                Some(Some(Gate { measure: measure?, bound: bound? }))
            }),
        };
        let views = r.each("views", &file.views, |r, view| {
            r.take(
                View::parse(&view.written).map_err(|e| (format!("`{}` is no view", e.found), e.accepted())),
            )
        });
        Some(FormFault {
            id: file.id.clone(),
            measure: measure?,
            between_sides: file.between_sides,
            relative_to: file.relative_to,
            share_of: file.share_of,
            bound: bound?,
            margin: file.margin,
            phases: file.phases.clone(),
            gate: gate?,
            views: views.into_iter().flatten().collect(),
            say: self.word(&file.say),
        })
    }
}

fn read_measure(r: &mut Reading, text: &str) -> Option<Measure> {
    r.take(Measure::parse(text).map_err(|wanted| (format!("`{text}` cannot be measured"), wanted)))
}

fn read_bound(r: &mut Reading, above: Option<f64>, below: Option<f64>) -> Option<Bound> {
    let bound = match (above, below) {
        (Some(limit), None) if limit.is_finite() => Some(Bound::Above(limit)),
        (None, Some(limit)) if limit.is_finite() => Some(Bound::Below(limit)),
        _ => None,
    };
    if bound.is_none() {
        r.wrong("the limit is not clear", "exactly one of `above` and `below`, a number");
    }
    bound
}
