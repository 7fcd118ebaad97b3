//! What a plan must keep to for this person today.

use std::collections::BTreeSet;

/// What a plan must keep to for this person today.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// Conditions, as exercises' cautions name them.
    pub conditions: BTreeSet<String>,
    /// Nothing on the floor.
    pub upright_only: bool,
    /// Only exercises of these programmes (of each of them), in their usual form.
    pub programmes: BTreeSet<String>,
    /// The share of every movement's range, 0–1.
    pub range: f64,
    /// Whether every dose is halved.
    pub half_dose: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            conditions: BTreeSet::new(),
            upright_only: false,
            programmes: BTreeSet::new(),
            range: 1.0,
            half_dose: false,
        }
    }
}

impl Limits {
    /// Returns whether today is a day for less: then nothing goes above its usual dose.
    #[must_use]
    pub fn is_careful(&self) -> bool {
        self.half_dose || self.range < 1.0 || !self.programmes.is_empty()
    }

    /// Returns the limits that keep to both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.conditions.extend(other.conditions);
        self.programmes.extend(other.programmes);
        self.upright_only |= other.upright_only;
        self.half_dose |= other.half_dose;
        self.range = self.range.min(other.range);
        self
    }
}
