//! Points spread evenly over skin.

use glam::DVec3;

use super::skin::{AtZero, SkinPoint};

/// Returns so many points, each as far from those before as can be.
pub(super) fn spread<P: Clone>(candidates: &[(P, DVec3)], count: usize) -> Vec<P> {
    let mut chosen: Vec<P> = Vec::new();
    let places: Vec<DVec3> = candidates.iter().map(|(_, at)| *at).collect();
    // Squared, how far each is from the nearest of those that are chosen.
    let mut off = vec![f64::INFINITY; places.len()];
    let mut next = if places.is_empty() { None } else { Some(0) };
    while let Some(index) = next.filter(|_| chosen.len() < count) {
        chosen.push(candidates[index].0.clone());
        let (mut farthest, mut most) = (None, 1e-12);
        for (place, (known, at)) in off.iter_mut().zip(&places).enumerate() {
            let square = at.distance_squared(places[index]);
            *known = if square < *known { square } else { *known };
            if *known >= most {
                (farthest, most) = (Some(place), *known);
            }
        }
        next = farthest;
    }
    chosen
}

/// Returns so many points from all over the body, of which none may sink into anything.
pub(super) fn sentinels(skin: &[AtZero], count: usize) -> Vec<SkinPoint> {
    // One side; the other follows by the mirror, so that neither is favoured.
    let left = skin.iter().filter(|vertex| vertex.at.x >= 0.0);
    let left: Vec<(&SkinPoint, DVec3)> = left.map(|vertex| (&vertex.point, vertex.at)).collect();
    let left: Vec<SkinPoint> = spread(&left, count / 2).into_iter().cloned().collect();
    let right = left.iter().map(SkinPoint::mirrored).collect::<Vec<_>>();
    left.into_iter().chain(right).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_far_from_each_other_and_none_comes_twice() {
        let line: Vec<(i32, DVec3)> = (0..=8).map(|at| (at, DVec3::X * f64::from(at))).collect();
        assert_eq!(spread(&line, 4), [0, 8, 4, 6]);
        let twice = [line.clone(), line].concat();
        let mut all = spread(&twice, 20);
        all.sort_unstable();
        assert_eq!(all, (0..=8).collect::<Vec<_>>());
        assert!(spread::<i32>(&[], 3).is_empty());
    }
}
