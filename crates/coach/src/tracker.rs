//! Somebody followed through the movement of one side.

use glam::DVec3;

use crate::aim::Aim;
use crate::limbs::{self, LIMBS, Pose, Weights};
use crate::movement::{self, Movement};
use crate::points::Points;
use crate::progress::{self, Progress};
use crate::stance::Stance;

/// How far limbs may be off on average where a movement begins, as the length of a difference of unit vectors: 47°.
const PLACED: f64 = 0.8;
/// The same against how far the movement goes: who is nearer to its end does not begin it.
const PLACED_OF_MOVEMENT: f64 = 0.5;
/// How far the trunk may lean another way than in the file, as the length of a difference of unit vectors: 45°. Depth
/// counts wholly here: somebody on hands and knees, seen from the front, differs from somebody who stands by nothing else.
const TRUNK: f64 = 0.77;
/// How much of what moves must be seen.
const SEEN: f64 = 0.3;
/// How long somebody may be out of position until they are looked for anew, in seconds.
const LOST: f64 = 2.0;
/// The same on the way, and from where on somebody is on it.
const BEGUN: f64 = 0.2;
const LOST_ON_THE_WAY: f64 = 12.0;
/// How fast it is believed that the camera or the person has turned, in seconds.
const TURNS: f64 = 1.5;
/// Who has turned further than this against the camera, in radians, does something else: 45°.
const TURNED: f64 = 0.785;
/// How fast the posture in which somebody rests becomes their own beginning, in seconds.
const SETTLES: f64 = 1.2;
/// How far along somebody may be who rests, and how far off the way against how far it goes.
const RESTS: f64 = 0.4;
const RESTS_NEAR: f64 = 0.3;
/// Where on the way somebody is looked for who comes while they are on it.
const ON_THE_WAY: [f64; 2] = [0.5, 0.75];
/// How far two people are apart in the same posture, squared: by their build, by habit, and by what is told of them.
const PEOPLE: f64 = 1.0;

/// After so long without a picture, in seconds, somebody may be anywhere on their way.
const WITNESSED: f64 = 0.4;

/// What a tracker says of a moment.
#[derive(Clone, Debug)]
pub(crate) struct Tracked {
    pub(crate) progress: Progress,
    pub(crate) stance: Stance,
    pub(crate) aim: Aim,
    /// Whether the body is about where the file has it at this point.
    pub(crate) placed: bool,
    /// Whether they were seen about where the movement begins: who is only ever on the way does something else.
    pub(crate) home: bool,
    /// Whether the person has just been found, or has turned away: nothing goes on from before.
    pub(crate) anew: bool,
}

/// Somebody followed through the movement of one side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tracker {
    aim: Option<Aim>,
    /// Where each of their limbs would point, as the room has it, where the file has the movement begin. Somebody may rest
    /// further along.
    began: Option<Pose>,
    /// How far along they were last.
    along: Option<f64>,
    /// Whether they were seen about where it begins, or only on the way.
    home: bool,
    out_of_place: f64,
    turned: f64,
}

impl Tracker {
    /// Forgets who was followed.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes the next moment; none while nobody is in position or too little of them is seen. Somebody who is `busy` with
    /// the other side tells nothing of where this one begins.
    pub(crate) fn follow(
        &mut self,
        movement: &Movement,
        points: &Points,
        busy: bool,
        step: f64,
    ) -> Option<Tracked> {
        let weights = limbs::weights(points, &movement.lengths);
        let seen = seen(movement, &weights);
        let trunk = weights[0] + weights[1] > 0.0;
        if seen < SEEN || !trunk {
            return None;
        }
        let pose = limbs::pose(&points.at);
        let start = &movement.steps[0].pose;
        let mattering: Weights = std::array::from_fn(|limb| weights[limb] * movement.matters[limb]);
        let mut anew = false;
        let (aim, began) = match (self.aim, self.began) {
            (Some(aim), Some(began)) => (aim, began),
            _ if busy => return None,
            _ => {
                anew = true;
                let found = find(movement, &pose, &weights, &mattering)?;
                self.home = found.home;
                (found.aim, found.began)
            }
        };
        let room = pose.map(|limb| aim.room(limb));
        let camera = aim.towards_camera();
        let moved: Pose = std::array::from_fn(|limb| room[limb] - began[limb]);
        let progress =
            progress::find(movement, &moved, &weights, camera, self.along.filter(|_| step < WITNESSED));
        self.along = Some(progress.along);
        self.home |= progress.along < RESTS;
        // Where the file's body would be.
        let there: Pose = std::array::from_fn(|limb| start[limb] + progress.way[limb]);
        let off = aim.off(&there, &pose, &mattering);
        let placed = begins(movement, off) && leans_alike(&there, &room, &weights);
        (self.aim, self.began) = (Some(aim), Some(began));
        if self.lost(placed, progress.along > BEGUN, step) {
            self.forget();
            return None;
        }
        // Who does something else than this movement tells nothing of where it begins.
        let far = movement::length(&movement.steps[movement.far].moved, &weights);
        let near = progress.off < (RESTS_NEAR * far).powi(2);
        let rests = placed && near && !busy && progress.along < RESTS;
        if !busy {
            anew |= self.turn(movement, &there, &pose, &mattering, rests, step);
        }
        if rests {
            self.settle(&own_beginning(movement, &room, &weights, aim), &weights, step);
        }
        let stance = Stance { room, way: progress.way, weights, camera };
        Some(Tracked { progress, stance, aim, placed, home: self.home, anew })
    }

    fn lost(&mut self, placed: bool, begun: bool, step: f64) -> bool {
        self.out_of_place = if placed { 0.0 } else { self.out_of_place + step };
        // Whoever has begun may do it oddly; they come back.
        self.out_of_place > if begun { LOST_ON_THE_WAY } else { LOST }
    }

    /// Follows a person who turns slowly, and says whether they have turned away.
    fn turn(
        &mut self,
        movement: &Movement,
        at: &Pose,
        pose: &Pose,
        weights: &Weights,
        rests: bool,
        step: f64,
    ) -> bool {
        let Some(aim) = self.aim else { return false };
        let now = if rests {
            Aim::find(at, pose, weights, movement.ground).0
        } else {
            // What moves tells nothing of how the person stands: an arm out to the side of somebody who faces the camera
            // looks like one to the front of somebody who does not.
            let resting = std::array::from_fn(|limb| weights[limb] * (1.0 - movement.takes_part[limb]));
            aim.turned_to(at, pose, &resting)
        };
        self.turned = if now.apart(aim) > TURNED { self.turned + step } else { 0.0 };
        let share = 1.0 - libm::exp(-step / if rests { TURNS } else { 4.0 * TURNS });
        if self.turned > 0.3 {
            self.aim = Some(now);
            self.turned = 0.0;
            return true;
        }
        self.aim = Some(aim.towards(now, share));
        false
    }

    /// Takes what the posture in which somebody rests tells of where their movement begins.
    fn settle(&mut self, beginning: &Pose, weights: &Weights, step: f64) {
        let Some(began) = &mut self.began else { return };
        let share = 1.0 - libm::exp(-step / SETTLES);
        for limb in 0..LIMBS {
            if weights[limb] > 0.0 {
                began[limb] = began[limb].lerp(beginning[limb], share);
            }
        }
    }
}

/// Somebody who has just been found.
struct Found {
    aim: Aim,
    /// Where their limbs would point where the movement begins.
    began: Pose,
    /// Whether they are about there.
    home: bool,
}

/// Returns somebody who has just come, if they are where the movement begins or on its way.
fn find(movement: &Movement, pose: &Pose, weights: &Weights, mattering: &Weights) -> Option<Found> {
    let start = &movement.steps[0].pose;
    let fits = |there: &Pose| {
        let (aim, off) = Aim::find(there, pose, mattering, movement.ground);
        let room = pose.map(|limb| aim.room(limb));
        (begins(movement, off) && leans_alike(there, &room, weights)).then_some((aim, room))
    };
    if let Some((aim, room)) = fits(start) {
        let own = own_beginning(movement, &room, weights, aim);
        let began = std::array::from_fn(|limb| if weights[limb] > 0.0 { own[limb] } else { start[limb] });
        return Some(Found { aim, began, home: true });
    }
    // Of their own beginning nothing is known.
    let on_the_way = ON_THE_WAY.into_iter().find_map(|along| fits(&movement.pose(along)));
    on_the_way.map(|(aim, _)| Found { aim, began: *start, home: false })
}

/// Returns where somebody's limbs would point at the beginning of a movement, from where they rest: along the way as far
/// as it tells more than what two people differ by anyway, and off it as they are.
fn own_beginning(movement: &Movement, room: &Pose, weights: &Weights, aim: Aim) -> Pose {
    let start = &movement.steps[0].pose;
    let away: Pose = std::array::from_fn(|limb| room[limb] - start[limb]);
    let found = progress::find(movement, &away, weights, aim.towards_camera(), None).along.clamp(0.0, RESTS);
    let far = movement::length(&movement.steps[movement.far].moved, weights).powi(2);
    let rests = movement.moved(found * far / (far + PEOPLE));
    std::array::from_fn(|limb| room[limb] - rests[limb])
}

fn begins(movement: &Movement, off: f64) -> bool {
    let weights: Weights = std::array::from_fn(|limb| limbs::full_weights()[limb] * movement.matters[limb]);
    let whole: f64 = weights.iter().sum();
    let far = movement::length(&movement.steps[movement.far].moved, &weights) / libm::sqrt(whole);
    libm::sqrt(off) < PLACED.max(PLACED_OF_MOVEMENT * far)
}

/// Returns whether the trunk leans about as it does in the file.
fn leans_alike(pose: &Pose, room: &Pose, weights: &Weights) -> bool {
    let trunk = 0..2;
    let mean = |pose: &Pose| -> DVec3 { trunk.clone().map(|limb| pose[limb] * weights[limb]).sum() };
    let apart = mean(pose).normalize_or_zero() - mean(room).normalize_or_zero();
    apart.length() < TRUNK
}

/// Returns how much of what moves is seen, 0–1; of a posture that is only held, how much of the body.
fn seen(movement: &Movement, weights: &Weights) -> f64 {
    let full = limbs::full_weights();
    let far = &movement.steps[movement.far].moved;
    let counts = |limb: usize| if movement.moves() { far[limb].length_squared() } else { 1.0 };
    let sum = |of: &Weights| -> f64 { (0..LIMBS).map(|limb| of[limb] * counts(limb)).sum() };
    sum(weights) / sum(&full).max(1e-9)
}
