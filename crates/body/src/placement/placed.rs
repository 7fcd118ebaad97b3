//! Placing postures, one after the other.

use std::collections::BTreeMap;

use glam::DVec3;

use super::body::Body;
use super::goal::{Effort, Goal, Pair, Stay, Touch};
use super::own::OwnSkin;
use super::room::{Face, Room};
use super::{Angles, Placement};
use crate::contact::{Contact, Manner, Part, Surface};
use crate::kit::Kit;
use crate::posture::Posture;
use crate::shape::Bone;
use crate::side::Side;
use crate::skeleton::Frames;

/// How much is done for a placement of which nothing is known. A body that only slides along gets better slowly.
const FROM_NOTHING: Effort = Effort { steps: 40, enough: 1e-6 };
/// In how many steps a body goes from one posture to the next, and how much is done for each.
const STEPS: u32 = 4;
const ON_THE_WAY: Effort = Effort { steps: 8, enough: 1e-6 };
/// How much is done for a placement that is near already.
const FROM_NEAR: Effort = Effort { steps: 6, enough: 1e-4 };
/// Skin that glides further than this over other skin is not held at one place of it, in metres.
const GLIDES: f64 = 0.05;
/// In how many directions a body's outline is looked for; and in as many mirrored ones.
const DIRECTIONS: u32 = 48;

/// A body that is placed in a room, in one posture.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where the body is.
    pub placement: Placement,
    /// The room.
    pub room: Room,
    /// The angles as they were written.
    pub(super) written: Angles,
    pub(super) contacts: Vec<Contact>,
    /// Which hands hold on to something, come to it or let go of it: their fingers are around it.
    pub(super) holds: Vec<Side>,
    pub(super) stays: BTreeMap<Contact, Vec<Stay>>,
    /// Where the body goes on touching itself on its way between two postures.
    pub(super) pairs: Vec<Pair>,
}

impl Placed {
    /// Returns a body in a posture, placed in a room in which nothing happened before. What is to lie under a
    /// certain part of the body is put there.
    ///
    /// Who does something on one side comes to it evenly: what both sides touch lies as evenly as if they did not.
    #[must_use]
    pub fn first(body: &Body, posture: &Posture, room: Room) -> Self {
        let even = posture.blend(&posture.mirrored(), 0.5);
        let placed = Self::first_even(body, &even, room);
        if even == *posture { placed } else { placed.uneven(body, posture) }
    }

    /// Returns the body in a posture that is not even, where nothing was before: what it touches on both sides stays where
    /// it is, and it takes up the rest as it is written.
    fn uneven(self, body: &Body, posture: &Posture) -> Self {
        let contacts: Vec<Contact> = posture.contacts().collect();
        let stays = self.kept(&self.shared_by(&contacts), &[]);
        let mut placed =
            Self { written: Angles::of(posture), holds: holds(&contacts), contacts, stays, ..self };
        placed.come_through(body);
        for _ in 0..4 {
            placed.improve(body, FROM_NOTHING);
        }
        placed.stays = placed.found_stays(body);
        placed
    }

    fn first_even(body: &Body, posture: &Posture, room: Room) -> Self {
        let angles = Angles::of(posture);
        let mut placement = Placement { hips: DVec3::ZERO, angles: angles.clone() };
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
        let holds = holds(&contacts);
        let mut placed = Self {
            placement,
            room,
            written: angles,
            contacts,
            holds,
            stays: BTreeMap::new(),
            pairs: Vec::new(),
        };
        placed.put_under(body);
        placed.come_through(body);
        // What lies under the body moves the body, and goes on lying under the same part of it.
        for _ in 0..3 {
            placed.put_under(body);
            placed.improve(body, FROM_NOTHING);
        }
        placed.stays = placed.found_stays(body);
        placed
    }

    /// Returns the body in the next posture. What it touches in both stays where it is, unless it slides.
    #[must_use]
    pub fn next(&self, body: &Body, posture: &Posture, sliding: &[Contact]) -> Self {
        let contacts: Vec<Contact> = posture.contacts().collect();
        let goal = Self { written: Angles::of(posture), holds: holds(&contacts), contacts, ..self.clone() };
        let pairs: Vec<Pair> = self.pairs(body, &goal, sliding).into_iter().map(|(pair, _)| pair).collect();
        // Step by step, so that the body goes around what is in its way and not through it.
        let mut placed = Self { pairs: pairs.clone(), ..self.clone() };
        for step in 1..STEPS {
            let fraction = f64::from(step) / f64::from(STEPS);
            placed.contacts = self.shared(&goal);
            placed.holds = [&self.holds[..], &goal.holds].concat();
            placed.stays = self.kept(&placed.contacts, sliding);
            placed.written = self.written.blend(&goal.written, fraction);
            placed.improve(body, ON_THE_WAY);
            placed.roll(self);
        }
        placed = Self { placement: placed.placement, room: placed.room, pairs, ..goal };
        placed.stays = self.kept(&placed.contacts, sliding);
        for _ in 0..3 {
            placed.improve(body, FROM_NOTHING);
            placed.roll(self);
        }
        placed.improve(body, FROM_NOTHING);
        placed.stays = placed.found_stays(body);
        placed.pairs.clear();
        placed
    }

    /// Returns what is touched both here and there.
    pub(super) fn shared(&self, next: &Self) -> Vec<Contact> {
        self.shared_by(&next.contacts)
    }

    fn shared_by(&self, contacts: &[Contact]) -> Vec<Contact> {
        self.contacts.iter().filter(|contact| contacts.contains(contact)).copied().collect()
    }

    /// Returns the mirrored body in the mirrored room.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let flip = |v: DVec3| DVec3::new(-v.x, v.y, v.z);
        let stay =
            |stay: &Stay| Stay { point: stay.point.mirrored(), at: flip(stay.at), normal: flip(stay.normal) };
        let stays =
            self.stays.iter().map(|(contact, all)| (contact.mirrored(), all.iter().map(stay).collect()));
        Self {
            placement: self.placement.mirrored(),
            written: self.written.mirrored(),
            room: self.room.mirrored(),
            contacts: self.contacts.iter().map(|contact| contact.mirrored()).collect(),
            holds: self.holds.iter().map(|side| side.other()).collect(),
            stays: stays.collect(),
            pairs: Vec::new(),
        }
    }

    /// Lays the mat, if there is one, so that its middle is under a point.
    pub fn lay_mat(&mut self, under: DVec3) {
        self.room.lay_mat(under);
    }

    /// Returns the points of the skin that stand out most, in directions all around: enough to know how much room the
    /// body takes, to the tips of its fingers.
    #[must_use]
    pub fn outline(&self, body: &Body) -> Vec<DVec3> {
        let frames = Frames::of(body.rest(), &self.placement);
        let shape = body.shape();
        // Vertices are a centimetre apart and less: every third says enough.
        let vertices = (0..shape.positions().len()).step_by(3).filter_map(|number| shape.vertex(number));
        let skin: Vec<DVec3> = vertices.map(|vertex| frames.skin_at(&vertex)).collect();
        let farthest = |direction: DVec3| {
            // A plain comparison, as this looks at half a million pairs.
            let farther = |(most, farthest): (f64, DVec3), &at: &DVec3| {
                let far = at.dot(direction);
                if far >= most { (far, at) } else { (most, farthest) }
            };
            skin.iter().fold((f64::NEG_INFINITY, DVec3::ZERO), farther).1
        };
        let directions = all_around(DIRECTIONS).flat_map(|to| [to, to.with_x(-to.x)]);
        directions.map(farthest).collect()
    }

    /// Puts a roller under the tips of the shoulder blades, a pillow under the hips.
    fn put_under(&mut self, body: &Body) {
        let frames = Frames::of(body.rest(), &self.placement);
        for contact in &self.contacts {
            let Some(kit) = self.room.kit(contact.surface) else { continue };
            let under = match (kit, contact.part) {
                // The seventh thoracic vertebra, between the tips of the shoulder blades, is where that bone begins.
                (Kit::Roller | Kit::Towel, Part::UpperBack) => frames.head(Bone::Spine01).with_y(0.0),
                (Kit::Pillow | Kit::Towel, Part::Belly) => frames.head(Bone::Pelvis).with_y(0.0),
                (Kit::Pillow | Kit::Towel, Part::Buttocks) => self.above_heels(&frames),
                // The hands lie a hand's length from the table's edge.
                (Kit::Table, Part::Hand) => {
                    DVec3::new(0.0, 0.0, frames.head(Bone::Hand(Side::Left)).z + Room::HANDS_ON_TABLE)
                }
                _ => continue,
            };
            self.room.move_to(kit, under);
        }
    }

    /// Returns where a pillow lies that somebody sits on: on the heels of who kneels.
    fn above_heels(&self, frames: &Frames) -> DVec3 {
        let kneels = self.contacts.iter().any(|contact| matches!(contact.part, Part::Shin | Part::Knee));
        let height = if kneels { frames.head(Bone::Foot(Side::Left)).y } else { 0.0 };
        frames.head(Bone::Pelvis).with_y(height)
    }

    /// Places the body where it touches what it should, from where it is written and wherever that is in itself: nobody has
    /// seen it come, and on a way it could get stuck at the wrong side of itself.
    fn come_through(&mut self, body: &Body) {
        let wanted = Placement { hips: self.placement.hips, angles: self.written.clone() };
        self.placement = self.goal(body, wanted.clone(), None).meet(&wanted, FROM_NOTHING);
    }

    /// Places the body where it meets what it should better than where it is. The hips, which nothing is written
    /// about, are aimed at where the time before has brought them.
    fn improve(&mut self, body: &Body, effort: Effort) {
        let wanted = Placement { hips: self.placement.hips, angles: self.written.clone() };
        self.placement = self.met(body, wanted, &self.placement, effort);
    }

    /// Rolls the roller under a body that has moved: half as far, as a cylinder between two surfaces does that slip on
    /// neither.
    fn roll(&mut self, before: &Self) {
        let is_on_it =
            |placed: &Self| placed.contacts.iter().any(|contact| contact.surface == Surface::Roller);
        if !is_on_it(self) || !is_on_it(before) || self.room.kit(Surface::Roller) != Some(Kit::Roller) {
            return;
        }
        let rolled = (self.placement.hips.z - before.placement.hips.z) / 2.0;
        self.room = before.room.clone();
        self.room.shift(Kit::Roller, DVec3::Z * rolled);
    }

    /// Returns what stays where it is while these contacts hold and those slide.
    pub(super) fn kept(&self, contacts: &[Contact], sliding: &[Contact]) -> BTreeMap<Contact, Vec<Stay>> {
        let mut stays = self.stays.clone();
        stays.retain(|contact, _| contacts.contains(contact) && !slides(sliding, contact));
        stays
    }

    /// Returns how far each contact is off, in metres: the gap where it should touch, less than
    /// nothing where it sinks in. Of a part that rests flat, the point that is furthest off counts.
    #[must_use]
    pub fn contacts_off(&self, body: &Body) -> Vec<(Contact, f64)> {
        let frames = Frames::of(body.rest(), &self.placement);
        let off = |contact: &Contact| {
            let touches = self.touches(body, contact).into_iter();
            let rooms = touches.map(|touch| match touch {
                Touch::Room(region, face) => region.off(&frames, face),
                Touch::Grip(hand, edge) => hand.gap(&frames, edge),
                Touch::Own(one, other, _) => one.gap_to(other, &frames),
                // Only on the way, and never returned for a contact.
                Touch::Pair(_) => 0.0,
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
        let apart = body.sentinels().iter().filter(|point| !point.is_on_arm(&self.holds));
        let points = apart.map(|point| point.at(&frames));
        points.flat_map(|at| faces.iter().map(move |face| -face.distance(at))).fold(0.0, f64::max)
    }

    pub(super) fn met(&self, body: &Body, wanted: Placement, start: &Placement, effort: Effort) -> Placement {
        self.goal(body, wanted, Some(body.own())).meet(start, effort)
    }

    /// Returns the placement next to one that meets what it should except for contacts with the room that are a little
    /// off. Where the body touches itself, it is left so: it is not looked at whether it sinks in.
    pub(super) fn touching(&self, body: &Body, wanted: &Placement) -> Placement {
        let mut goal = self.goal(body, wanted.clone(), None);
        let frames = Frames::of(body.rest(), wanted);
        for touch in &mut goal.touches {
            if let Touch::Own(one, other, gap) = touch {
                *gap = one.gap_to(other, &frames);
            }
        }
        goal.meet(wanted, FROM_NEAR)
    }

    fn goal<'a>(&'a self, body: &'a Body, wanted: Placement, own: Option<&'a OwnSkin>) -> Goal<'a> {
        let is_paired = |contact: &&Contact| self.pairs.iter().any(|pair| pair.contact == **contact);
        let others = self.contacts.iter().filter(|contact| !is_paired(contact));
        let pairs = self.pairs.iter().map(Touch::Pair);
        Goal {
            body,
            touches: others.flat_map(|contact| self.touches(body, contact)).chain(pairs).collect(),
            stays: self.stays.values().flatten().collect(),
            clear_of: self.room.hard(),
            holds: &self.holds,
            is_even: wanted.is_even() && self.is_even(),
            own,
            written: &self.written,
            wanted,
        }
    }

    /// Returns whether what is touched is the same on both sides.
    fn is_even(&self) -> bool {
        self.contacts.iter().all(|contact| self.contacts.contains(&contact.mirrored()))
    }

    /// Returns what a contact asks for, once for each side that it is about.
    fn touches<'a>(&'a self, body: &'a Body, contact: &Contact) -> Vec<Touch<'a>> {
        let touch = |side: Option<Side>| {
            if let (Manner::Grips, Some(side)) = (contact.manner, side) {
                return Some(Touch::Grip(body.grip(side), self.room.edge(contact.surface, side)?));
            }
            let region = body.region(contact.part, side)?;
            match own_part(contact.surface) {
                Some(part) => {
                    let other = match contact.surface {
                        Surface::OwnHands | Surface::OwnShoulder => side.map(Side::other),
                        _ => side,
                    };
                    let other = if part.paired() { other.or(Some(Side::Left)) } else { None };
                    body.region(part, other).map(|other| Touch::Own(region, other, 0.0))
                }
                None => self.room.face(contact.surface).map(|face| Touch::Room(region, face)),
            }
        };
        sides(contact).into_iter().filter_map(touch).collect()
    }

    /// Returns where the body touches itself here and in the next posture, of what does not slide: for each, two points that
    /// touch here, and how far the one is from the other there.
    pub(super) fn pairs(&self, body: &Body, next: &Self, sliding: &[Contact]) -> Vec<(Pair, DVec3)> {
        let [here, there] = [self, next].map(|placed| Frames::of(body.rest(), &placed.placement));
        let mut pairs = Vec::new();
        for contact in self.shared(next).into_iter().filter(|contact| !slides(sliding, contact)) {
            for touch in self.touches(body, &contact) {
                let Touch::Own(one, other, _) = touch else { continue };
                let Some((point, other)) = one.nearest(other, &here) else { continue };
                let apart = |frames: &Frames| point.at(frames) - other.at(frames);
                let pair = Pair { contact, point: point.clone(), other: other.clone(), apart: apart(&here) };
                pairs.push((pair, apart(&there)));
            }
        }
        // Skin that glides far over skin is better held wherever it is nearest.
        pairs.retain(|(pair, there)| pair.apart.distance(*there) < GLIDES);
        pairs
    }

    /// Returns where everything that touches the room is, for what does not have a place yet.
    fn found_stays(&self, body: &Body) -> BTreeMap<Contact, Vec<Stay>> {
        let frames = Frames::of(body.rest(), &self.placement);
        let mut stays = self.stays.clone();
        for contact in &self.contacts {
            // A roller rolls under whatever lies on it.
            let new = !stays.contains_key(contact) && self.room.kit(contact.surface) != Some(Kit::Roller);
            let Some(face) = self.room.face(contact.surface).filter(|_| new) else { continue };
            let regions = sides(contact).into_iter().filter_map(|side| body.region(contact.part, side));
            let touching = regions.flat_map(|region| region.touching(&frames, face));
            let stay =
                touching.map(|(point, at, _)| Stay { point: point.clone(), at, normal: face.normal(at) });
            stays.insert(*contact, stay.collect());
        }
        stays
    }
}

fn holds(contacts: &[Contact]) -> Vec<Side> {
    contacts.iter().filter(|contact| contact.manner == Manner::Grips).flat_map(sides).flatten().collect()
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
    body.sentinels().iter().map(|point| point.at(frames).y).fold(f64::INFINITY, f64::min)
}

/// Returns directions all around, evenly: on a spiral of golden angles from one pole of a sphere to the other.
fn all_around(count: u32) -> impl Iterator<Item = DVec3> {
    let golden = std::f64::consts::PI * (3.0 - 5.0_f64.sqrt());
    (0..count).map(move |n| {
        let y = 1.0 - (2.0 * f64::from(n) + 1.0) / f64::from(count);
        let (sin, cos) = libm::sincos(golden * f64::from(n));
        let radius = (1.0 - y * y).sqrt();
        DVec3::new(radius * cos, y, radius * sin)
    })
}
