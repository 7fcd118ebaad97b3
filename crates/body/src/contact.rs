//! What a posture touches: `"feet on floor"`, `"right hand grips chair"`, `"hands on head"`.

use serde::{Deserialize, Serialize};

use crate::names::named;
use crate::{Kit, Named, Side, suggest};

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
        /// The side of the head.
        Temple = "temple",
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
                | Self::Temple
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
            Self::Temple => "temples",
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
        /// The person's own knees; for one leg, the other knee.
        OwnKnees = "knees",
        /// The person's own hands; for one hand, the other.
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
                | Self::OwnKnees
                | Self::OwnHands
                | Self::OwnShoulder
        )
    }

    /// Returns the kit that it belongs to, the usual one first; nothing for the floor and the body itself.
    #[must_use]
    pub fn kit(self) -> &'static [Kit] {
        match self {
            Self::Wall => &[Kit::Wall],
            Self::Chair | Self::ChairBack => &[Kit::Chair],
            Self::Table => &[Kit::Table],
            Self::Roller => &[Kit::Roller, Kit::Towel],
            Self::Pillow => &[Kit::Pillow, Kit::Towel],
            Self::Floor
            | Self::OwnHead
            | Self::OwnLowerBack
            | Self::OwnHeels
            | Self::OwnThighs
            | Self::OwnKnees
            | Self::OwnHands
            | Self::OwnShoulder => &[],
        }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
        let mut wrong = Vec::new();
        let part = read_part(part, side).map_err(|e| wrong.push(e)).ok();
        let manner = Manner::parse(manner).map_err(|e| wrong.push(e.to_string())).ok();
        let surface = Surface::parse(surface).map_err(|e| wrong.push(e.to_string())).ok();
        let (Some(part), Some(manner), Some(surface)) = (part, manner, surface) else {
            return Err(fail(wrong.join("; ")));
        };
        if manner == Manner::Grips && part != Part::Hand {
            let part = if side.is_some() { part.name() } else { part.plural() };
            let side = side.map(|side| format!("{side} ")).unwrap_or_default();
            return Err(fail(format!("only a hand grips; write `{side}{part} on {surface}`")));
        }
        Ok(Self { side, part, manner, surface })
    }

    /// Returns the same contact of the mirrored body.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { side: self.side.map(Side::other), ..self }
    }
}

/// Finds a part by the name that it has with or without a side.
fn read_part(name: &str, side: Option<Side>) -> Result<Part, String> {
    let spelled = |part: Part| if side.is_some() { part.name() } else { part.plural() };
    let parts = Part::ALL.iter().copied().filter(|part| side.is_none() || part.paired());
    if let Some(part) = parts.clone().find(|part| spelled(*part) == name) {
        return Ok(part);
    }
    let wanted = match Part::ALL.iter().copied().find(|part| part.name() == name || part.plural() == name) {
        // The right part in the wrong number.
        Some(part) if side.is_none() => {
            format!("did you mean `{}`, or one side: `right {}`?", part.plural(), part.name())
        }
        Some(part) if part.paired() => format!("did you mean `{}`?", part.name()),
        Some(part) => format!("the body has one; write `{part}` without a side"),
        None => suggest(name, parts.map(spelled)),
    };
    Err(format!("`{name}` is no part here; {wanted}"))
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
        assert!(says("left forehead on floor").contains("without a side"));
        let both = says("fet on flor");
        assert!(both.contains("did you mean `feet`") && both.contains("did you mean `floor`"), "{both}");
        assert!(says("left foot grips floor").contains("write `left foot on floor`"));
    }
}
