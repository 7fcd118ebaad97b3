//! The 25 joints of a Kinect v2, and which landmarks they are.

use crate::landmark::Landmark;
use crate::landmarks::{ImagePoint, Landmarks, Sighting, WorldPoint};

/// A joint of a Kinect v2, in the order of its SDK (`JointType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the SDK")]
pub enum KinectJoint {
    SpineBase,
    SpineMid,
    Neck,
    Head,
    ShoulderLeft,
    ElbowLeft,
    WristLeft,
    HandLeft,
    ShoulderRight,
    ElbowRight,
    WristRight,
    HandRight,
    HipLeft,
    KneeLeft,
    AnkleLeft,
    FootLeft,
    HipRight,
    KneeRight,
    AnkleRight,
    FootRight,
    SpineShoulder,
    HandTipLeft,
    ThumbLeft,
    HandTipRight,
    ThumbRight,
}

impl KinectJoint {
    /// How many there are.
    pub const COUNT: usize = 25;

    /// Returns the joint that a landmark is, and whether the sensor really measures it: a face has one joint, a heel
    /// and a little finger none, so they stand where the nearest joint is, with visibility 0.
    #[must_use]
    pub fn of(landmark: Landmark) -> (Self, bool) {
        use KinectJoint::*;
        use Landmark as L;
        match landmark {
            L::Nose
            | L::LeftEyeInner
            | L::LeftEye
            | L::LeftEyeOuter
            | L::RightEyeInner
            | L::RightEye
            | L::RightEyeOuter
            | L::LeftEar
            | L::RightEar
            | L::MouthLeft
            | L::MouthRight => (Head, false),
            L::LeftShoulder => (ShoulderLeft, true),
            L::RightShoulder => (ShoulderRight, true),
            L::LeftElbow => (ElbowLeft, true),
            L::RightElbow => (ElbowRight, true),
            L::LeftWrist => (WristLeft, true),
            L::RightWrist => (WristRight, true),
            L::LeftPinky => (HandLeft, false),
            L::RightPinky => (HandRight, false),
            L::LeftIndex => (HandTipLeft, true),
            L::RightIndex => (HandTipRight, true),
            L::LeftThumb => (ThumbLeft, true),
            L::RightThumb => (ThumbRight, true),
            L::LeftHip => (HipLeft, true),
            L::RightHip => (HipRight, true),
            L::LeftKnee => (KneeLeft, true),
            L::RightKnee => (KneeRight, true),
            L::LeftAnkle => (AnkleLeft, true),
            L::RightAnkle => (AnkleRight, true),
            L::LeftHeel => (AnkleLeft, false),
            L::RightHeel => (AnkleRight, false),
            L::LeftFootIndex => (FootLeft, true),
            L::RightFootIndex => (FootRight, true),
        }
    }
}

impl Landmarks {
    /// Returns the landmarks of 25 joints in camera space: metres, x to the sensor's left, y up, z away from it.
    ///
    /// A joint that is not a number is where the middle of the hips is, with visibility 0. Nothing is known of a picture.
    #[must_use]
    pub fn from_kinect(seconds: f64, joints: &[[f64; 3]; KinectJoint::COUNT]) -> Self {
        let at = |joint: KinectJoint| joints[joint as usize];
        let [left, right] = [at(KinectJoint::HipLeft), at(KinectJoint::HipRight)];
        let hips = [0, 1, 2].map(|axis| (left[axis] + right[axis]) / 2.0);
        let points = Landmark::ALL.map(|landmark| {
            let (joint, measured) = KinectJoint::of(landmark);
            let [x, y, z] = [0, 1, 2].map(|axis| at(joint)[axis] - hips[axis]);
            let known = x.is_finite() && y.is_finite() && z.is_finite();
            // Two axes run the other way, so left stays left.
            let world = if known { WorldPoint { x: -x, y: -y, z } } else { WorldPoint::default() };
            let visibility = if known && measured { 1.0 } else { 0.0 };
            Sighting { world, image: ImagePoint::default(), visibility }
        });
        Self { seconds, mirrored: false, points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Somebody who faces the sensor, 3 m away, with the left arm out to the side.
    fn joints() -> [[f64; 3]; KinectJoint::COUNT] {
        let mut joints = [[0.0, 0.0, 3.0]; KinectJoint::COUNT];
        joints[KinectJoint::HipLeft as usize] = [-0.1, -0.2, 3.0];
        joints[KinectJoint::HipRight as usize] = [0.1, -0.2, 3.0];
        joints[KinectJoint::ShoulderLeft as usize] = [-0.2, 0.3, 3.0];
        joints[KinectJoint::WristLeft as usize] = [-0.8, 0.3, 2.9];
        joints
    }

    #[test]
    fn left_stays_left_and_up_is_negative() {
        let landmarks = Landmarks::from_kinect(1.5, &joints());
        let wrist = landmarks.get(Landmark::LeftWrist).world;
        assert!(
            (wrist.x - 0.8).abs() < 1e-12 && (wrist.y + 0.5).abs() < 1e-12 && (wrist.z + 0.1).abs() < 1e-12
        );
        let (left, right) = (landmarks.get(Landmark::LeftHip).world, landmarks.get(Landmark::RightHip).world);
        assert!((left.x + right.x).abs() < 1e-12 && left.x > 0.0);
    }

    #[test]
    fn what_the_sensor_does_not_measure_is_not_seen() {
        let mut joints = joints();
        joints[KinectJoint::KneeLeft as usize] = [f64::NAN, 0.0, 0.0];
        let landmarks = Landmarks::from_kinect(0.0, &joints);
        for landmark in [Landmark::Nose, Landmark::LeftHeel, Landmark::RightPinky, Landmark::LeftKnee] {
            assert!(landmarks.get(landmark).visibility < 0.5, "{landmark:?}");
        }
        assert!(landmarks.points.iter().all(|point| point.world.x.is_finite()));
        assert!(landmarks.get(Landmark::RightKnee).visibility > 0.5);
    }
}
