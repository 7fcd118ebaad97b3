//! Softer shares of the bones around the shoulder.
//!
//! No other joint turns as far, and four bones share in it: where their shares change within a finger's breadth, a
//! raised arm folds the skin between neck and shoulder into itself. So there every vertex takes the mean of its
//! neighbours' shares, over and over, until the change spreads over a hand's breadth. Hems stay as they are, lest the
//! suit come off the skin.

use std::collections::BTreeSet;

use super::anatomy::Vertex;
use super::{BONES, Bone, Material};

/// How often every vertex, one after the other, takes the mean of its neighbours' shares: some 7 mm apart, they spread
/// over some 5 cm. Judgement, by looking.
const TIMES: usize = 22;
/// So many vertices from a hem nothing changes, as the hem is turned in and both of its layers have to go together;
/// and so many from it everything does.
const HEM: [usize; 2] = [4, 12];
/// The shares of a whole.
const WHOLE: f32 = 255.0;

type Shares = [f32; BONES];

/// Softens the shares of the suit's vertices around the shoulder.
pub(super) fn soften(vertices: &mut [Vertex], quads: &[[u16; 4]]) {
    let neighbours = neighbours(vertices.len(), quads);
    let follows = follows(vertices, &neighbours);
    let soft: Vec<usize> =
        (0..vertices.len()).filter(|&at| is_soft(&vertices[at]) && follows[at] > 0.0).collect();
    let mut shares: Vec<Shares> = soft.iter().map(|_| [0.0; BONES]).collect();
    for bone in bones(vertices, &soft) {
        let mut field: Vec<f32> = vertices.iter().map(|vertex| share(vertex, bone)).collect();
        for _ in 0..TIMES {
            for &at in &soft {
                let sum: f32 = neighbours[at].iter().map(|&near| field[near]).sum();
                field[at] += (sum / neighbours[at].len() as f32 - field[at]) * follows[at];
            }
        }
        for (shares, &at) in shares.iter_mut().zip(&soft) {
            shares[usize::from(bone)] = field[at];
        }
    }
    for (shares, at) in shares.iter().zip(soft) {
        vertices[at].weights = packed(shares);
    }
}

/// Returns whether a vertex takes part: one of the suit beside the midplane that the shoulder girdle carries.
fn is_soft(vertex: &Vertex) -> bool {
    let girdle = |bone: u8| {
        let bone = Bone::ALL.get(usize::from(bone));
        matches!(bone, Some(Bone::Clavicle(_) | Bone::Shoulder(_)))
    };
    let carried = vertex.weights.iter().any(|&(bone, share)| share > 0 && girdle(bone));
    carried && vertex.material == Material::Suit && !vertex.middle
}

/// Returns the neighbours of every vertex that faces surround; none of those at a hem.
fn neighbours(count: usize, quads: &[[u16; 4]]) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); count];
    for quad in quads {
        let corners = if quad[2] == quad[3] { &quad[..3] } else { &quad[..] };
        for (place, &corner) in corners.iter().enumerate() {
            let next = corners[(place + 1) % corners.len()];
            neighbours[usize::from(corner)].push(usize::from(next));
            neighbours[usize::from(next)].push(usize::from(corner));
        }
    }
    for all in &mut neighbours {
        all.sort_unstable();
        // Between two faces an edge is met twice; at a hem once.
        let whole = all.chunks(2).all(|pair| pair.len() == 2 && pair[0] == pair[1]);
        all.dedup();
        if !whole {
            all.clear();
        }
    }
    neighbours
}

/// Returns how far every vertex follows its neighbours, from 0 to 1, by how many vertices it is from a hem.
fn follows(vertices: &[Vertex], neighbours: &[Vec<usize>]) -> Vec<f32> {
    let mut follows = vec![1.0; vertices.len()];
    // At the midplane the faces of the other side are missing, which is no hem.
    let hem = |at: &usize| neighbours[*at].is_empty() && !vertices[*at].middle;
    let mut ring: Vec<usize> = (0..vertices.len()).filter(hem).collect();
    let mut known: Vec<bool> = (0..vertices.len()).map(|at| hem(&at)).collect();
    for step in 0..HEM[1] {
        let follow = step.saturating_sub(HEM[0]) as f32 / (HEM[1] - HEM[0]) as f32;
        ring.iter().for_each(|&at| follows[at] = follow);
        let beside = |&at: &usize| !known[at] && neighbours[at].iter().any(|&near| known[near]);
        ring = (0..vertices.len()).filter(beside).collect();
        ring.iter().for_each(|&at| known[at] = true);
    }
    follows
}

/// Returns the bones that carry any of some vertices, in their order. What only carries the vertices around them has no
/// share to speak of.
fn bones(vertices: &[Vertex], of: &[usize]) -> BTreeSet<u8> {
    let weights = of.iter().flat_map(|&at| vertices[at].weights);
    weights.filter(|(_, share)| *share > 0).map(|(bone, _)| bone).collect()
}

fn share(vertex: &Vertex, bone: u8) -> f32 {
    vertex.weights.iter().filter(|(own, _)| *own == bone).map(|(_, share)| f32::from(*share)).sum()
}

/// Returns the four largest shares, made 255 together, the largest first.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
fn packed(shares: &Shares) -> [(u8, u8); 4] {
    let mut all: Vec<(u8, f32)> = (0..).zip(shares.iter().copied()).collect();
    all.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    all.truncate(4);
    let sum: f32 = all.iter().map(|(_, share)| share).sum();
    let mut weights = [(0, 0); 4];
    let mut left = u8::MAX;
    for (place, (bone, share)) in weights.iter_mut().zip(&all) {
        let share = ((share / sum * WHOLE + 0.5) as u8).min(left);
        *place = if share > 0 { (*bone, share) } else { (0, 0) };
        left -= share;
    }
    // What rounding left belongs to the largest.
    weights[0].1 += left;
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_whole_and_the_largest_come_first() {
        let mut shares = [0.0; BONES];
        (shares[3], shares[10], shares[11], shares[12], shares[5]) = (40.0, 100.0, 60.4, 30.0, 24.6);
        let weights = packed(&shares);
        assert_eq!(weights.map(|(bone, _)| bone), [10, 11, 3, 12]);
        assert_eq!(weights.iter().map(|(_, share)| u32::from(*share)).sum::<u32>(), 255);
        assert!(weights.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    }

    #[test]
    fn a_vertex_at_a_hem_has_no_neighbours_to_follow() {
        // Four quads around vertex 4.
        let quads = [[0, 1, 4, 3], [1, 2, 5, 4], [3, 4, 7, 6], [4, 5, 8, 7]];
        let found = neighbours(9, &quads);
        assert_eq!(found[4], [1, 3, 5, 7]);
        assert!((0..9).filter(|at| *at != 4).all(|at| found[at].is_empty()));
    }
}
