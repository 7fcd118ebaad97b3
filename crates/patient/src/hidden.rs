//! Which landmarks a body hides from a camera by itself.

use glam::DVec3;
use unknot_body::LandmarkPlaces;
use unknot_landmarks::Landmark;

use Landmark::*;

/// A part of the body that hides what is behind it: from where to where, each between two landmarks, and how thick,
/// in metres.
type Thick = ([Landmark; 2], [Landmark; 2], f64);

const PARTS: [Thick; 10] = [
    ([LeftHip, RightHip], [LeftShoulder, RightShoulder], 0.11),
    ([LeftEar, RightEar], [LeftEar, RightEar], 0.09),
    ([LeftShoulder, LeftShoulder], [LeftElbow, LeftElbow], 0.04),
    ([RightShoulder, RightShoulder], [RightElbow, RightElbow], 0.04),
    ([LeftElbow, LeftElbow], [LeftWrist, LeftWrist], 0.03),
    ([RightElbow, RightElbow], [RightWrist, RightWrist], 0.03),
    ([LeftHip, LeftHip], [LeftKnee, LeftKnee], 0.065),
    ([RightHip, RightHip], [RightKnee, RightKnee], 0.065),
    ([LeftKnee, LeftKnee], [LeftAnkle, LeftAnkle], 0.04),
    ([RightKnee, RightKnee], [RightAnkle, RightAnkle], 0.04),
];

/// Which of them is the head.
const HEAD: usize = 1;

fn is_face(landmark: Landmark) -> bool {
    landmark.index() <= MouthRight.index()
}

fn is_arm(landmark: Landmark) -> bool {
    (LeftElbow.index()..=RightThumb.index()).contains(&landmark.index())
}

/// Returns whether the body itself is between a landmark and a camera that is far away in a direction.
pub(crate) fn hidden(landmark: Landmark, places: &LandmarkPlaces, towards: DVec3) -> bool {
    let at = places.at(landmark);
    PARTS.iter().enumerate().any(|(part, (from, to, thick))| {
        let own = from.contains(&landmark) || to.contains(&landmark);
        let face = part == HEAD && is_face(landmark);
        // An arm is thin: what is known of the trunk and the legs tells where its joint is behind it.
        let thin = matches!(part, 2..=5) && !is_arm(landmark) && !is_face(landmark);
        if own && !face || thin {
            return false;
        }
        let middle = |pair: &[Landmark; 2]| (places.at(pair[0]) + places.at(pair[1])) / 2.0;
        let (from, to) = (middle(from), middle(to));
        // A face is on its head: what is behind the head's middle is hidden by it.
        if face {
            return (at - from).dot(towards) < -0.06;
        }
        between(at, towards, from, to) < *thick
    })
}

/// Returns how near the way from a point in a direction comes to a line, in metres; infinitely far where it is behind.
fn between(at: DVec3, towards: DVec3, from: DVec3, to: DVec3) -> f64 {
    let steps = 8;
    (0..=steps)
        .map(|step| {
            let on = from.lerp(to, f64::from(step) / f64::from(steps)) - at;
            let along = on.dot(towards);
            // What is about as far away touches the landmark; it does not hide it.
            if along < 0.06 { f64::INFINITY } else { (on - towards * along).length() }
        })
        .fold(f64::INFINITY, f64::min)
}
