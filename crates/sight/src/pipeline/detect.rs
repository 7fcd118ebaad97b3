//! Finds people in a whole picture.

use crate::network::{Network, NetworkError};
use crate::picture::Picture;

use super::crop::{Beside, crop};
use super::region::{Point, Region};

/// The size of the picture that the network takes.
const SIZE: usize = 224;

/// The grids of places at which the network looks for somebody: how many places a side has, how many guesses it makes
/// at each.
const GRIDS: [(usize, usize); 3] = [(28, 2), (14, 2), (7, 6)];
const GUESSES: usize = 2254;

/// How many numbers a guess has: the middle, width and height of the face, and four points.
const NUMBERS: usize = 12;

/// How sure a guess has to be.
const SURE: f32 = 0.5;

/// How much of two faces together both have in common, if they are the same.
const SAME: f32 = 0.3;

/// Returns an error unless a network is one that finds people.
pub(super) fn check(network: &Network) -> Result<(), NetworkError> {
    let outputs: Vec<_> = network.outputs().collect();
    if network.input() == [SIZE, SIZE, 3] && outputs == [GUESSES * NUMBERS, GUESSES] {
        Ok(())
    } else {
        Err(NetworkError::Purpose("it does not find people"))
    }
}

/// Somebody who was found, in shares of what the network was shown.
#[derive(Clone, Copy, Debug)]
struct Guess {
    sure: f32,
    /// Left, upper, right and lower edge of the face; the middle of the hips, and where the circle around the body is cut
    /// above the head, x and y of each.
    numbers: [f32; 8],
}

/// Returns a region around everybody in a picture, the surest first.
pub(super) fn detect(network: &mut Network, picture: &Picture<'_>) -> Vec<Region> {
    let whole = Region::whole(picture);
    crop(picture, &whole, SIZE, Beside::Black, [-1.0, 1.0], network.picture());
    network.run();
    let in_picture = |x: f32, y: f32| -> Point { whole.in_picture([f64::from(x), f64::from(y)]) };
    let regions = united(guesses(network)).into_iter().filter_map(|[.., x, y, above_x, above_y]| {
        Region::around(in_picture(x, y), in_picture(above_x, above_y), picture)
    });
    regions.collect()
}

/// Returns every guess that is sure enough, the surest first.
fn guesses(network: &Network) -> Vec<Guess> {
    let numbers: Vec<f32> = network.output(0).collect();
    let mut guesses: Vec<_> = places()
        .zip(network.output(1))
        .zip(numbers.chunks_exact(NUMBERS))
        .filter_map(|(([x, y], score), numbers)| {
            let sure = 1.0 / (1.0 + libm::expf(-score.clamp(-100.0, 100.0)));
            let share = |at: usize| numbers[at] / SIZE as f32;
            let (middle, half) = ([x + share(0), y + share(1)], [share(2) / 2.0, share(3) / 2.0]);
            let face = [middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1]];
            let [a, b, c, d] = face;
            let numbers = [a, b, c, d, x + share(4), y + share(5), x + share(6), y + share(7)];
            (sure >= SURE).then_some(Guess { sure, numbers })
        })
        .collect();
    guesses.sort_by(|one, other| other.sure.total_cmp(&one.sure));
    guesses
}

/// Returns the place that each guess is told from.
fn places() -> impl Iterator<Item = [f32; 2]> {
    GRIDS.into_iter().flat_map(|(side, guesses)| {
        let middle = move |at: usize| (at as f32 + 0.5) / side as f32;
        (0..side * side * guesses).map(move |index| {
            let place = index / guesses;
            [middle(place % side), middle(place / side)]
        })
    })
}

/// Returns the guesses, with those of the same face made one: their mean, weighted by how sure they are.
fn united(mut guesses: Vec<Guess>) -> Vec<[f32; 8]> {
    let mut people = Vec::new();
    while let Some(&surest) = guesses.first() {
        let (same, others): (Vec<_>, Vec<_>) =
            guesses.into_iter().partition(|guess| in_common(&surest.numbers, &guess.numbers) > SAME);
        guesses = others;
        if same.is_empty() {
            // A face without any area is not even its own.
            guesses.remove(0);
            continue;
        }
        let weight: f32 = same.iter().map(|guess| guess.sure).sum();
        people.push(std::array::from_fn(|number| {
            same.iter().map(|guess| guess.numbers[number] * guess.sure).sum::<f32>() / weight
        }));
    }
    people
}

/// Returns how much of the area of two faces together is of both.
fn in_common(one: &[f32; 8], other: &[f32; 8]) -> f32 {
    let area = |face: [f32; 4]| (face[2] - face[0]).max(0.0) * (face[3] - face[1]).max(0.0);
    let face = |of: &[f32; 8]| [of[0], of[1], of[2], of[3]];
    let both = [one[0].max(other[0]), one[1].max(other[1]), one[2].min(other[2]), one[3].min(other[3])];
    let together = area(face(one)) + area(face(other)) - area(both);
    if together > 0.0 { area(both) / together } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(sure: f32, left: f32) -> Guess {
        Guess { sure, numbers: [left, 0.0, left + 1.0, 1.0, left, 0.0, 0.0, 0.0] }
    }

    #[test]
    fn every_guess_has_its_place() {
        let places: Vec<_> = places().collect();
        assert_eq!(places.len(), GUESSES);
        let is = |index: usize, x: f32, y: f32| {
            (places[index][0] - x).abs() < 1e-6 && (places[index][1] - y).abs() < 1e-6
        };
        assert!(
            is(0, 0.5 / 28.0, 0.5 / 28.0) && is(1, 0.5 / 28.0, 0.5 / 28.0) && is(2, 1.5 / 28.0, 0.5 / 28.0)
        );
        assert!(is(1568 + 28, 0.5 / 14.0, 1.5 / 14.0) && is(GUESSES - 1, 6.5 / 7.0, 6.5 / 7.0));
    }

    #[test]
    fn guesses_of_one_face_become_one() {
        let people = united(vec![guess(0.9, 0.0), guess(0.8, 5.0), guess(0.6, 0.2)]);
        assert_eq!(people.len(), 2);
        assert!((people[0][4] - 0.2 * 0.6 / 1.5).abs() < 1e-6 && (people[1][4] - 5.0).abs() < 1e-6);
    }

    #[test]
    fn faces_without_area_or_numbers_are_nobody() {
        let flat = Guess { sure: 0.9, numbers: [0.0; 8] };
        let wrong = Guess { sure: 0.9, numbers: [f32::NAN; 8] };
        assert_eq!(united(vec![flat, wrong, guess(0.6, 0.0)]).len(), 1);
    }
}
