//! Placing postures, one after the other.

use std::collections::BTreeMap;

use glam::DVec3;

use super::body::Body;
use super::goal::{Goal, Stay, Touch};
use super::room::{Face, Room, kit_of};
use super::{Angles, Placement};
use crate::contact::{Contact, Part, Surface};
use crate::kit::Kit;
use crate::posture::Posture;
use crate::shape::Bone;
use crate::side::Side;
use crate::skeleton::Frames;

/// How often a placement is improved when it starts from nothing, and when it starts near.
const FROM_NOTHING: usize = 40;
const FROM_NEAR: usize = 4;

/// A body that is placed in a room, in one posture.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where the body is.
    pub placement: Placement,
    /// The room.
    pub room: Room,
    contacts: Vec<Contact>,
    stays: BTreeMap<Contact, Vec<Stay>>,
}

impl Placed {
    /// Returns a body in a posture, placed in a room in which nothing happened before. What is to lie under a
    /// certain part of the body is put there.
    #[must_use]
    pub fn first(body: &Body, posture: &Posture, mut room: Room) -> Self {
        let angles = Angles::of(posture);
        let mut placement = Placement { hips: DVec3::ZERO, angles };
        let contacts: Vec<Contact> = posture.contacts().collect();
        let frames = Frames::of(body.rest(), &placement);
        let lowest = lowest(body, &frames);
        placement.hips = DVec3::new(0.0, -lowest, 0.0);
        if let Some(Face::Solid(seat)) = contacts
            .iter()
            .find(|contact| contact.part == Part::Buttocks && contact.surface == Surface::Chair)
            .and_then(|contact| room.face(contact.surface))
        {
            placement.hips = seat.at.translation + DVec3::Y * 0.12 + DVec3::Z * -0.06;
        }
        put_under(body, &placement, &contacts, &mut room);
        let mut placed = Self { placement, room, contacts, stays: BTreeMap::new() };
        for _ in 0..2 {
            let wanted = Placement { hips: placed.placement.hips, angles: Angles::of(posture) };
            placed.placement = placed.met(body, &[], wanted, placed.placement.clone(), FROM_NOTHING);
        }
        placed.stays = placed.found_stays(body, &BTreeMap::new());
        placed
    }

    /// Returns the body in the next posture. What it touches in both stays where it is, unless it slides.
    #[must_use]
    pub fn next(&self, body: &Body, posture: &Posture, sliding: &[Contact]) -> Self {
        let contacts: Vec<Contact> = posture.contacts().collect();
        let kept: BTreeMap<Contact, Vec<Stay>> = self
            .stays
            .iter()
            .filter(|(contact, _)| contacts.contains(contact) && !slides(sliding, contact))
            .map(|(contact, stays)| (*contact, stays.clone()))
            .collect();
        let mut placed = Self {
            placement: Placement { hips: self.placement.hips, angles: Angles::of(posture) },
            room: self.room.clone(),
            contacts,
            stays: kept.clone(),
        };
        for _ in 0..3 {
            let wanted = Placement { hips: placed.placement.hips, angles: Angles::of(posture) };
            placed.placement = placed.met(body, sliding, wanted, placed.placement.clone(), FROM_NOTHING);
        }
        placed.stays = placed.found_stays(body, &kept);
        placed
    }

    /// Returns the body a fraction of the way to the next posture, in which it touches what both touch.
    #[must_use]
    pub fn between(&self, body: &Body, next: &Self, sliding: &[Contact], fraction: f64) -> Self {
        if fraction <= 0.0 {
            return self.clone();
        }
        if fraction >= 1.0 {
            return next.clone();
        }
        let wanted = Placement {
            hips: self.placement.hips.lerp(next.placement.hips, fraction),
            angles: self.placement.angles.blend(&next.placement.angles, fraction),
        };
        let contacts: Vec<Contact> =
            self.contacts.iter().filter(|contact| next.contacts.contains(contact)).copied().collect();
        let stays = self
            .stays
            .iter()
            .filter(|(contact, _)| contacts.contains(contact) && !slides(sliding, contact))
            .map(|(contact, stays)| (*contact, stays.clone()))
            .collect();
        let mut placed = Self { placement: wanted.clone(), room: self.room.clone(), contacts, stays };
        placed.placement = placed.met(body, sliding, wanted.clone(), wanted, FROM_NEAR);
        placed
    }

    /// Returns how far each contact with the room is off, in metres: the gap where it should touch, less than
    /// nothing where it sinks in. Of a part that rests flat, the point that is furthest off counts.
    #[must_use]
    pub fn contacts_off(&self, body: &Body) -> Vec<(Contact, f64)> {
        let frames = Frames::of(body.rest(), &self.placement);
        let off = |contact: &Contact| {
            let touches = self.touches(body, contact).into_iter();
            let rooms = touches.filter_map(|touch| match touch {
                Touch::Room(region, face) => Some(region.off(body.rest(), &frames, face)),
                Touch::Own(..) => None,
            });
            rooms.max_by(|a, b| a.abs().total_cmp(&b.abs())).map(|off| (*contact, off))
        };
        self.contacts.iter().filter_map(off).collect()
    }

    /// Returns how deep the body sinks into the floor, the wall or a hard thing, in metres; nothing where it does
    /// not.
    #[must_use]
    pub fn depth(&self, body: &Body) -> f64 {
        let frames = Frames::of(body.rest(), &self.placement);
        let faces = self.room.hard();
        let points = body.sentinels().iter().map(|point| point.at(body.rest(), &frames));
        points.flat_map(|at| faces.iter().map(move |face| -face.distance(at))).fold(0.0, f64::max)
    }

    fn met(
        &self,
        body: &Body,
        sliding: &[Contact],
        wanted: Placement,
        start: Placement,
        steps: usize,
    ) -> Placement {
        let touches = self.contacts.iter().flat_map(|contact| self.touches(body, contact)).collect();
        let staying = self.stays.iter().filter(|(contact, _)| !slides(sliding, contact));
        let goal = Goal {
            body,
            touches,
            stays: staying.flat_map(|(_, stays)| stays.clone()).collect(),
            clear_of: self.room.hard(),
            is_even: wanted.is_even() && self.is_even(),
            wanted,
        };
        goal.meet(body.dofs(), start, steps)
    }

    /// Returns whether what is touched is the same on both sides.
    fn is_even(&self) -> bool {
        self.contacts.iter().all(|contact| self.contacts.contains(&contact.mirrored()))
    }

    /// Returns what a contact asks for, once for each side that it is about.
    fn touches<'a>(&'a self, body: &'a Body, contact: &Contact) -> Vec<Touch<'a>> {
        let touch = |side: Option<Side>| {
            let region = body.region(contact.part, side)?;
            match own_part(contact.surface) {
                Some(part) => {
                    let other = match contact.surface {
                        Surface::OwnHands | Surface::OwnShoulder => side.map(Side::other),
                        _ => side,
                    };
                    let other = if part.paired() { other.or(Some(Side::Left)) } else { None };
                    body.region(part, other).map(|other| Touch::Own(region, other))
                }
                None => self.room.face(contact.surface).map(|face| Touch::Room(region, face)),
            }
        };
        sides(contact).into_iter().filter_map(touch).collect()
    }

    /// Returns where everything that touches the room is, for what does not have a place yet.
    fn found_stays(&self, body: &Body, known: &BTreeMap<Contact, Vec<Stay>>) -> BTreeMap<Contact, Vec<Stay>> {
        let frames = Frames::of(body.rest(), &self.placement);
        let mut stays = known.clone();
        for contact in &self.contacts {
            let Some(face) = self.room.face(contact.surface).filter(|_| !known.contains_key(contact)) else {
                continue;
            };
            let mut found = Vec::new();
            for side in sides(contact) {
                let Some(region) = body.region(contact.part, side) else { continue };
                let at = |point: &super::skin::SkinPoint| point.at(body.rest(), &frames);
                let nearest =
                    region.points.iter().map(|point| face.distance(at(point))).fold(f64::INFINITY, f64::min);
                let touching =
                    region.points.iter().filter(|p| region.flat || face.distance(at(p)) <= nearest);
                found.extend(touching.map(|point| Stay {
                    point: point.clone(),
                    at: at(point),
                    normal: face.normal(at(point)),
                }));
            }
            stays.insert(*contact, found);
        }
        stays
    }
}

fn slides(sliding: &[Contact], contact: &Contact) -> bool {
    sliding.iter().any(|slides| {
        slides.part == contact.part
            && slides.surface == contact.surface
            && (slides.side.is_none() || slides.side == contact.side)
    })
}

/// Returns the sides that a contact is about.
fn sides(contact: &Contact) -> Vec<Option<Side>> {
    match (contact.part.paired(), contact.side) {
        (true, None) => vec![Some(Side::Left), Some(Side::Right)],
        (true, side) => vec![side],
        (false, _) => vec![None],
    }
}

/// Returns the part of the own body that a surface is.
fn own_part(surface: Surface) -> Option<Part> {
    Some(match surface {
        Surface::OwnHead => Part::Head,
        Surface::OwnLowerBack => Part::LowerBack,
        Surface::OwnHeels => Part::Heel,
        Surface::OwnThighs => Part::Thigh,
        Surface::OwnKnees => Part::Knee,
        Surface::OwnHands => Part::HandBack,
        Surface::OwnShoulder => Part::Shoulder,
        _ => return None,
    })
}

fn lowest(body: &Body, frames: &Frames) -> f64 {
    body.sentinels().iter().map(|point| point.at(body.rest(), frames).y).fold(f64::INFINITY, f64::min)
}

/// Puts a roller under the tips of the shoulder blades, a pillow under the hips.
fn put_under(body: &Body, placement: &Placement, contacts: &[Contact], room: &mut Room) {
    let frames = Frames::of(body.rest(), placement);
    for contact in contacts {
        let Some(kit) = kit_of(contact.surface, room) else { continue };
        let under = match (kit, contact.part) {
            (Kit::Roller | Kit::Towel, Part::UpperBack) => frames.head(Bone::Spine01),
            (Kit::Pillow | Kit::Towel, Part::Belly | Part::Buttocks) => frames.head(Bone::Pelvis),
            _ => continue,
        };
        room.shift(kit, DVec3::new(under.x, 0.0, under.z));
    }
}
