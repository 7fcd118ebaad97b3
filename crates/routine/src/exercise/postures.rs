//! From postures as they are written, each starting from another, to joint angles.

use std::collections::{BTreeMap, BTreeSet};

use unknot_body::{Angle, Contact, JointName, Named, Position, Posture, Side, closest, find_angle};

use super::file::{ContactPhrase, Joints, PostureFile};
use crate::problem::Reading;

/// Postures by name; a variant's own lie over those of the exercise.
pub(super) struct Wardrobe<'a> {
    pub(super) base: &'a BTreeMap<String, PostureFile>,
    pub(super) own: Option<&'a BTreeMap<String, PostureFile>>,
}

/// What a posture file says once those it starts from are counted in.
#[derive(Clone, Default)]
struct Written {
    degrees: BTreeMap<Angle, f64>,
    contacts: BTreeSet<Contact>,
    /// Which of its own keys set an angle: the side's table if there is one, the joint and the name.
    own: BTreeMap<Angle, Vec<String>>,
}

/// Why it cannot be said what a posture is.
enum Trouble {
    /// It has been told, at the posture that it is about.
    Told,
    /// The postures that it is from have no end, or too late a one: what was found, and what would be right.
    Endless(String, &'static str),
}

/// No posture is reached through more others than this: who reads the file could not follow, and without a
/// limit a file could exhaust the stack.
const LONGEST_CHAIN: usize = 32;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Base,
    Own,
}

impl<'a> Wardrobe<'a> {
    /// Reads every posture, noting what is wrong with those of the top layer.
    pub(super) fn read(&self, reading: &mut Reading, position: Position) -> BTreeMap<String, Posture> {
        let mut postures = BTreeMap::new();
        let names: BTreeSet<&String> =
            self.base.keys().chain(self.own.into_iter().flat_map(|own| own.keys())).collect();
        for name in names {
            // What is wrong with the exercise's own postures has been said when the exercise itself was read.
            let told = self.own.is_some_and(|own| !own.contains_key(name)) && !reading.is_clean();
            let mut elsewhere = Reading::default();
            let target = if told { &mut elsewhere } else { &mut *reading };
            let posture = target.key("postures", |r| r.key(name, |r| self.posture(r, name, position)));
            if let Some(posture) = posture {
                postures.insert(name.clone(), posture);
            }
        }
        postures
    }

    fn posture(&self, reading: &mut Reading, name: &str, position: Position) -> Option<Posture> {
        let (_, layer) = self.find(name, None)?;
        let written = match self.written(reading, name, layer, &mut Vec::new()) {
            Ok(written) => written,
            Err(Trouble::Told) => return None,
            Err(Trouble::Endless(found, wanted)) => {
                reading.key("from", |r| r.wrong(found, wanted));
                return None;
            }
        };
        let error = match Posture::new(position, &written.degrees, written.contacts) {
            Ok(posture) => return Some(posture),
            Err(error) => error,
        };
        let wanted = format!("between {}° and {}°{}", error.min_degrees, error.max_degrees, error.because);
        match written.own.get(&error.angle) {
            Some(keys) => {
                // As it is written: another name may stand for the angle, with another sign.
                let spelled = keys.join(".");
                let set = format!("`{spelled}` sets {} to {}°", error.angle, error.found_degrees);
                at(reading, keys, |r| r.wrong(set, wanted));
            }
            // It is set in a posture that this one is from; that posture's own place says most.
            None => reading.wrong(format!("{} is set to {}°", error.angle, error.found_degrees), wanted),
        }
        None
    }

    fn find(&self, name: &str, under: Option<Layer>) -> Option<(&'a PostureFile, Layer)> {
        let own =
            self.own.filter(|_| under.is_none()).and_then(|own| own.get(name)).map(|file| (file, Layer::Own));
        own.or_else(|| self.base.get(name).map(|file| (file, Layer::Base)))
    }

    fn written(
        &self,
        reading: &mut Reading,
        name: &str,
        layer: Layer,
        above: &mut Vec<(String, Layer)>,
    ) -> Result<Written, Trouble> {
        let file = match layer {
            Layer::Own => self.own.and_then(|own| own.get(name)),
            Layer::Base => self.base.get(name),
        };
        let file = file.ok_or(Trouble::Told)?;
        if above.iter().any(|(other, on)| other == name && *on == layer) {
            let round: Vec<&str> = above.iter().map(|(name, _)| name.as_str()).chain([name]).collect();
            let found = format!("the postures go round in a circle: {}", round.join(" → "));
            return Err(Trouble::Endless(found, "one of them must be from no other"));
        }
        if above.len() > LONGEST_CHAIN {
            let found = format!("it is reached through more than {LONGEST_CHAIN} other postures");
            return Err(Trouble::Endless(found, "a posture that is nearer to the first of them"));
        }
        above.push((name.to_owned(), layer));
        let mut written = match &file.from {
            None => Written::default(),
            Some(from) => {
                // A variant's posture that is from its own name is from the exercise's posture of that name.
                let under = (from == name && layer == Layer::Own).then_some(Layer::Base);
                let Some((_, from_layer)) = self.find(from, under) else {
                    reading.key("from", |r| {
                        r.wrong(format!("there is no posture `{from}`"), self.suggest(from));
                    });
                    return Err(Trouble::Told);
                };
                // What is wrong there is told there, once; only a way that has no end is told here.
                let mut elsewhere = Reading::default();
                let from = self.written(&mut elsewhere, from, from_layer, above)?;
                Written { own: BTreeMap::new(), ..from }
            }
        };
        above.pop();
        for (table, side) in
            [(&file.both, None), (&file.left, Some(Side::Left)), (&file.right, Some(Side::Right))]
        {
            match side {
                None => angles(reading, table, None, &mut written),
                Some(side) => {
                    reading.key(side.name(), |r| angles(r, table, Some(side), &mut written));
                }
            }
        }
        if let Some(phrases) = &file.contacts {
            written.contacts = contacts(reading, "contacts", phrases).into_iter().collect();
        }
        Ok(written)
    }

    /// Returns what could have been meant by a name that is none.
    pub(super) fn suggest(&self, name: &str) -> String {
        let names: Vec<&str> = self
            .base
            .keys()
            .chain(self.own.into_iter().flat_map(|own| own.keys()))
            .map(String::as_str)
            .collect();
        match closest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if names.is_empty() => "write it under [postures]".to_owned(),
            None => format!("there are {}", names.join(", ")),
        }
    }
}

/// Reads a list of contacts.
pub(super) fn contacts(reading: &mut Reading, key: &str, phrases: &[ContactPhrase]) -> Vec<Contact> {
    let read = reading.each(key, phrases, |r, phrase| {
        r.take(Contact::parse(&phrase.0).map_err(|e| (format!("`{}`", e.phrase), e.wanted)))
    });
    read.into_iter().flatten().collect()
}

/// Reads what stands under several keys, one below the other.
fn at(reading: &mut Reading, keys: &[String], read: impl FnOnce(&mut Reading)) {
    match keys {
        [] => read(reading),
        [first, rest @ ..] => reading.key(first, |r| at(r, rest, read)),
    }
}

fn angles(reading: &mut Reading, joints: &Joints, side: Option<Side>, written: &mut Written) {
    for (joint, table) in &joints.0 {
        reading.key(joint, |r| {
            let known =
                r.take(JointName::parse(joint).map_err(|e| (format!("`{joint}` is no joint"), e.accepted())));
            let Some(joint) = known else { return };
            if side.is_some() && !joint.paired() {
                r.wrong(
                    format!("the {joint} has no left and right"),
                    format!("write `{joint}` without a side"),
                );
                return;
            }
            let mut set_by: BTreeMap<Angle, &str> = BTreeMap::new();
            for (key, &value) in table {
                r.key(key, |r| {
                    let Some(setting) = r.take(
                        find_angle(joint, key)
                            .map_err(|e| (format!("`{}` is no {}", e.found, e.kind), e.accepted)),
                    ) else {
                        return;
                    };
                    if !value.is_finite() {
                        r.wrong(format!("{value} is no angle"), "a number of degrees");
                        return;
                    }
                    let also = setting.also.into_iter();
                    for (name, value) in [(setting.angle, value * setting.factor)].into_iter().chain(also) {
                        for angle in places(name, side) {
                            if let Some(other) =
                                set_by.insert(angle, setting.key).filter(|other| *other != setting.key)
                            {
                                let found = format!("`{other}` and `{}` both set {angle}", setting.key);
                                r.wrong(
                                    found,
                                    "only one of them; an arm between the planes is `plane` with `elevation`",
                                );
                                return;
                            }
                            written.degrees.insert(angle, value);
                            let keys = side.map(|side| side.name().to_owned()).into_iter();
                            let keys = keys.chain([joint.name().to_owned(), setting.key.to_owned()]);
                            written.own.insert(angle, keys.collect());
                        }
                    }
                });
            }
        });
    }
}

fn places(name: unknot_body::AngleName, side: Option<Side>) -> Vec<Angle> {
    match side {
        Some(_) => Angle::new(name, side).into_iter().collect(),
        None => Angle::places(name).collect(),
    }
}
