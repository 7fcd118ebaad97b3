//! Watches somebody do an exercise: from the landmarks of each picture and the exercise's file to what can be said of
//! it. What an exercise is stands in its file; nothing here knows one by name.
//!
//! The file's postures, placed by a body, are a way through the directions of the limbs (`movement`). Where on that
//! way a person is, against where they rest and as far as the camera sees it, is the progress (`tracker`,
//! `progress`); its rises and falls of at least half of their own range are the repetitions (`swings`).

mod aim;
mod coach;
mod hold;
mod judge;
mod lane;
mod limbs;
mod measure;
mod movement;
mod pace;
mod points;
mod progress;
mod stance;
mod swings;
mod tracker;

pub use coach::{Coach, HoldSeen};
pub use judge::SURE;
