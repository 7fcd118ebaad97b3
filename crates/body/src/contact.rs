//! What a posture touches: `"feet on floor"`, `"right hand grips chair"`, `"hands on head"`.

use crate::names::named;
use crate::{Named, Side, closest};

named! {
    /// A place on the body that can touch something.
    "part of the body" Part {
        /// The palm.
        Hand = "hand",
        /// The back of the hand.
        HandBack = "hand-back",
        /// The forearm's back, from wrist to elbow.
        Forearm = "forearm",
        /// The elbow.
        Elbow = "elbow",
        /// The sole.
        Foot = "foot",
        /// The heel.
        Heel = "heel",
        /// The undersides of the toes.
        Toes = "toes",
        /// The top of the foot.
        Instep = "instep",
        /// The shin.
        Shin = "shin",
        /// The knee.
        Knee = "knee",
        /// The front of the thigh.
        Thigh = "thigh",
        /// The outside of the hip.
        Hip = "hip",
        /// The outside of the shoulder.
        Shoulder = "shoulder",
        /// The forehead.
        Forehead = "forehead",
        /// The back of the head.
        Head = "head",
        /// The back between the shoulder blades.
        UpperBack = "upper-back",
        /// The small of the back.
        LowerBack = "lower-back",
        /// The back of the pelvis.
        Pelvis = "pelvis",
        /// The buttocks.
        Buttocks = "buttocks",
        /// The breastbone.
        Chest = "chest",
        /// The belly, with the front of the pelvis.
        Belly = "belly",
    }
}

impl Part {
    /// Returns whether the body has one of these on each side.
    #[must_use]
    pub fn paired(self) -> bool {
        matches!(
            self,
            Self::Hand
                | Self::HandBack
                | Self::Forearm
                | Self::Elbow
                | Self::Foot
                | Self::Heel
                | Self::Toes
                | Self::Instep
                | Self::Shin
                | Self::Knee
                | Self::Thigh
                | Self::Hip
                | Self::Shoulder
        )
    }

    /// Returns the written name of both of them: `hands`, `feet`; the name itself where there is but one.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Hand => "hands",
            Self::HandBack => "hand-backs",
            Self::Forearm => "forearms",
            Self::Elbow => "elbows",
            Self::Foot => "feet",
            Self::Heel => "heels",
            Self::Instep => "insteps",
            Self::Shin => "shins",
            Self::Knee => "knees",
            Self::Thigh => "thighs",
            Self::Hip => "hips",
            Self::Shoulder => "shoulders",
            single => single.name(),
        }
    }
}

named! {
    /// What a part of the body can touch: something in the room, or the body itself.
    "surface" Surface {
        /// The floor, or the mat on it.
        Floor = "floor",
        /// The wall behind the person.
        Wall = "wall",
        /// The seat of the chair.
        Chair = "chair",
        /// The upper edge of the chair's back.
        ChairBack = "chair-back",
        /// The table's top.
        Table = "table",
        /// The roller, or the rolled towel in its stead.
        Roller = "roller",
        /// The pillow.
        Pillow = "pillow",
        /// The back of the person's own head.
        OwnHead = "head",
        /// The person's own low back.
        OwnLowerBack = "lower-back",
        /// The person's own heels.
        OwnHeels = "heels",
        /// The person's own thighs.
        OwnThighs = "thighs",
        /// The person's own hands, one on the other.
        OwnHands = "hands",
        /// The person's own shoulder of the other side.
        OwnShoulder = "shoulder",
    }
}

impl Surface {
    /// Returns whether this is a part of the person's own body.
    #[must_use]
    pub fn own_body(self) -> bool {
        matches!(
            self,
            Self::OwnHead
                | Self::OwnLowerBack
                | Self::OwnHeels
                | Self::OwnThighs
                | Self::OwnHands
                | Self::OwnShoulder
        )
    }
}

named! {
    /// How a part touches a surface.
    "manner of contact" Manner {
        /// It rests there.
        On = "on",
        /// The hand closes around it.
        Grips = "grips",
    }
}

/// A part of the body that touches a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contact {
    /// The side of a paired part; `None` for both sides, or for a part that the body has once.
    pub side: Option<Side>,
    /// What touches.
    pub part: Part,
    /// How.
    pub manner: Manner,
    /// What is touched.
    pub surface: Surface,
}

/// A phrase that is no contact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{phrase}`: {wanted}")]
pub struct UnknownContact {
    /// The phrase that was read.
    pub phrase: String,
    /// What is wrong with it, and what would be right.
    pub wanted: String,
}

impl Contact {
    /// Reads a phrase of the form `[left|right] PART on|grips SURFACE`: `"feet on floor"`,
    /// `"right hand grips chair"`. A plural, or a part the body has once, takes no side.
    ///
    /// # Errors
    /// The phrase has another form, or names an unknown part or surface.
    pub fn parse(phrase: &str) -> Result<Self, UnknownContact> {
        let fail = |wanted: String| UnknownContact { phrase: phrase.to_owned(), wanted };
        let words: Vec<&str> = phrase.split(' ').collect();
        let (side, part, manner, surface) = match words[..] {
            ["left", part, manner, surface] => (Some(Side::Left), part, manner, surface),
            ["right", part, manner, surface] => (Some(Side::Right), part, manner, surface),
            [part, manner, surface] => (None, part, manner, surface),
            _ => return Err(fail("a contact reads like `feet on floor` or `right hand grips chair`".into())),
        };
        let fits =
            |p: &&Part| if side.is_some() { p.paired() && p.name() == part } else { p.plural() == part };
        let part = *Part::ALL.iter().find(fits).ok_or_else(|| {
            let names: Vec<&str> = Part::ALL
                .iter()
                .filter(|p| side.is_none() || p.paired())
                .map(|p| if side.is_some() { p.name() } else { p.plural() })
                .collect();
            fail(match closest(part, names.iter().copied()) {
                Some(near) => format!("`{part}` is no part here; did you mean `{near}`?"),
                None => format!("`{part}` is no part here; known are {}", names.join(", ")),
            })
        })?;
        let manner = Manner::parse(manner).map_err(|e| fail(e.to_string()))?;
        let surface = Surface::parse(surface).map_err(|e| fail(e.to_string()))?;
        if manner == Manner::Grips && part != Part::Hand {
            return Err(fail(format!("only a hand grips; write `{} on {surface}`", part.plural())));
        }
        Ok(Self { side, part, manner, surface })
    }

    /// Returns the same contact of the mirrored body.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { side: self.side.map(Side::other), ..self }
    }
}

impl std::fmt::Display for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.side {
            Some(side) => write!(f, "{side} {} {} {}", self.part, self.manner, self.surface),
            None => write!(f, "{} {} {}", self.part.plural(), self.manner, self.surface),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_contact_reads_back() {
        for &part in Part::ALL {
            for &surface in Surface::ALL {
                for side in [None, Some(Side::Left), Some(Side::Right)] {
                    if side.is_some() && !part.paired() {
                        continue;
                    }
                    let contact = Contact { side, part, manner: Manner::On, surface };
                    assert_eq!(Contact::parse(&contact.to_string()), Ok(contact));
                }
            }
        }
    }

    #[test]
    fn wrong_phrases_say_what_would_be_right() {
        let says = |phrase: &str| Contact::parse(phrase).unwrap_err().to_string();
        assert!(says("foot on floor").contains("did you mean `feet`"), "{}", says("foot on floor"));
        assert!(says("right feet on floor").contains("did you mean `foot`"));
        assert!(says("left forehead on floor").contains("no part"));
        assert!(says("feet at floor").contains("no manner of contact"));
        assert!(says("feet on flor").contains("did you mean `floor`"));
        assert!(says("feet grips floor").contains("only a hand grips"));
        assert!(says("").contains("reads like"));
    }
}
