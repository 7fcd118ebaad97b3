//! The postures: upright, on hands and knees, on a chair, face down, and at a wall; each on another shape.

use std::collections::BTreeMap;

use unknot_body::{Angle, BodyShape, Contact, JointName, Kit, Position, Posture, find_angle};

/// A posture in a room.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) shape: BodyShape,
    pub(crate) position: Position,
    pub(crate) kit: &'static [Kit],
    /// In degrees; of what the body has twice, on both sides.
    pub(crate) angles: &'static [(JointName, &'static str, f64)],
    pub(crate) contacts: &'static [&'static str],
}

use JointName::{Ankle, Elbow, Forearm, Hip, Knee, Lumbar, Neck, Shoulder, Thoracic, Wrist};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "arms up",
        shape: BodyShape::Neutral,
        position: Position::Standing,
        kit: &[],
        angles: &[(Shoulder, "abduction", 120.0), (Elbow, "flexion", 40.0), (Neck, "rotation", 20.0)],
        contacts: &["feet on floor"],
    },
    Case {
        name: "on all fours",
        shape: BodyShape::Woman,
        position: Position::AllFours,
        kit: &[Kit::Mat],
        angles: &[
            (Hip, "flexion", 90.0),
            (Knee, "flexion", 90.0),
            (Ankle, "plantarflexion", 50.0),
            (Shoulder, "flexion", 90.0),
            (Forearm, "pronation", 85.0),
            (Wrist, "extension", 76.0),
        ],
        contacts: &["hands on floor", "knees on floor", "insteps on floor"],
    },
    Case {
        name: "on a chair",
        shape: BodyShape::Heavy,
        position: Position::Chair,
        kit: &[Kit::Chair],
        angles: &[
            (Hip, "flexion", 90.0),
            (Knee, "flexion", 90.0),
            (Shoulder, "flexion", 4.0),
            (Elbow, "flexion", 64.0),
            (Forearm, "pronation", 87.0),
            (Neck, "flexion", 35.0),
            (Neck, "side_bend", 15.0),
        ],
        contacts: &["feet on floor", "buttocks on chair", "hands on thighs"],
    },
    Case {
        name: "face down",
        shape: BodyShape::Man,
        position: Position::Prone,
        kit: &[Kit::Mat, Kit::Pillow],
        angles: &[
            (Hip, "flexion", 8.0),
            (Knee, "flexion", 8.0),
            (Ankle, "plantarflexion", 55.0),
            (Shoulder, "plane", -48.0),
            (Shoulder, "elevation", 43.0),
            (Shoulder, "internal_rotation", 78.0),
            (Elbow, "flexion", 100.0),
            (Forearm, "pronation", 35.0),
            (Thoracic, "extension", 9.0),
            (Lumbar, "extension", 6.0),
        ],
        contacts: &["belly on pillow", "thighs on floor", "insteps on floor", "hand-backs on lower-back"],
    },
    Case {
        name: "at the wall",
        shape: BodyShape::Slim,
        position: Position::Wall,
        kit: &[Kit::Wall],
        angles: &[(Hip, "flexion", 20.0), (Knee, "flexion", 15.0)],
        contacts: &["feet on floor", "pelvis on wall", "upper-back on wall"],
    },
];

impl Case {
    /// Returns the posture as a file would have it.
    pub(crate) fn posture(&self) -> Result<Posture, String> {
        let mut degrees = BTreeMap::new();
        for (joint, key, value) in self.angles {
            let setting = find_angle(*joint, key).map_err(|error| error.to_string())?;
            let also = setting.also.into_iter();
            for (angle, value) in also.chain([(setting.angle, setting.factor * value)]) {
                degrees.extend(Angle::places(angle).map(|place| (place, value)));
            }
        }
        let contacts = self.contacts.iter().map(|contact| Contact::parse(contact));
        let contacts: Vec<Contact> = contacts.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
        Posture::new(self.position, &degrees, contacts).map_err(|error| error.to_string())
    }
}
