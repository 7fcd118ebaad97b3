//! Every kind of instructions against sums that are written as one would on paper, in twice the precision.

use super::*;

/// Numbers between −1 and 1 that look like chance.
struct Noise(u32);

impl Noise {
    fn number(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / (1 << 23) as f32 - 1.0
    }

    fn numbers(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.number()).collect()
    }

    fn below(&mut self, end: usize) -> usize {
        self.number();
        self.0 as usize / 256 % end
    }
}

fn clamped(sum: f64, clamp: Clamp) -> f64 {
    if clamp == Clamp::To6 { sum.clamp(0.0, 6.0) } else { sum }
}

fn assert_near(found: &[f32], wanted: &[f64], what: &str) {
    assert_eq!(found.len(), wanted.len(), "{what}");
    for (at, (found, wanted)) in found.iter().zip(wanted).enumerate() {
        assert!((f64::from(*found) - wanted).abs() < 1e-4, "{what}: {found} at {at}, not {wanted}");
    }
}

#[test]
fn rows_times_a_matrix() {
    let mut noise = Noise(1);
    for case in 0..60 {
        let (count, pieces, length) = (noise.below(40) + 1, noise.below(3) + 1, noise.below(50) + 1);
        let (inner, width) = (pieces * length, noise.below(70) + 1);
        let (stride, pitch) = (length + noise.below(5), length + noise.below(9));
        let rows = noise.numbers((count - 1) * stride + (pieces - 1) * pitch + length);
        let (matrix, bias) = (noise.numbers(inner * width), noise.numbers(width));
        let clamp = if case % 2 == 0 { Clamp::No } else { Clamp::To6 };
        let added = noise.numbers(count * width);
        let at = |row: usize, inner: usize| rows[row * stride + inner / length * pitch + inner % length];
        let sum = |row: usize, column: usize| {
            let products = (0..inner).map(|k| f64::from(at(row, k)) * f64::from(matrix[k * width + column]));
            let sum =
                products.sum::<f64>() + f64::from(bias[column]) + f64::from(added[row * width + column]);
            clamped(sum, clamp)
        };
        let wanted: Vec<f64> = (0..count * width).map(|at| sum(at / width, at % width)).collect();
        for isa in Isa::all() {
            let panels = Panels::new(isa, matrix.iter().copied(), &bias);
            let columns = panels.columns();
            let mut residual = vec![0.0; count * columns];
            for (wide, narrow) in residual.chunks_mut(columns).zip(added.chunks(width)) {
                wide[..width].copy_from_slice(narrow);
            }
            let mut out = vec![f32::NAN; count * columns];
            let residual = Some(&residual[..]);
            Multiply {
                rows: &rows,
                stride,
                pieces,
                pitch,
                count,
                panels: &panels,
                residual,
                clamp,
                out: &mut out,
            }
            .run();
            let found: Vec<f32> = out.chunks(columns).flat_map(|row| &row[..width]).copied().collect();
            assert_near(&found, &wanted, &format!("{} rows {count} inner {inner} width {width}", isa.name()));
            let filled = out.chunks(columns).flat_map(|row| &row[width..]);
            assert!(
                filled.copied().all(|number| number == 0.0),
                "{}: what is filled up is no longer zero",
                isa.name()
            );
        }
    }
}

#[test]
fn a_filter_for_every_channel() {
    let mut noise = Noise(2);
    for case in 0..80 {
        let (size, stride) = ([3, 5][case % 2], case / 2 % 2 + 1);
        let channels = 16 * (noise.below(6) + 1);
        let before = [noise.below(size), noise.below(size)];
        let from = [noise.below(12) + 1, noise.below(12) + 1];
        let to = [0, 1].map(|side| {
            let most = (from[side] + before[side] - 1) / stride + 1;
            noise.below(most) + 1
        });
        let input = noise.numbers(from[0] * from[1] * channels);
        let (weights, bias) = (noise.numbers(size * size * channels), noise.numbers(channels));
        let clamp = if case % 3 == 0 { Clamp::No } else { Clamp::To6 };
        let sum = |at: usize| {
            let (channel, x, y) = (at % channels, at / channels % to[1], at / channels / to[1]);
            let mut sum = f64::from(bias[channel]);
            for tap in 0..size * size {
                let row = (y * stride + tap / size).checked_sub(before[0]).filter(|&row| row < from[0]);
                let column =
                    (x * stride + tap % size).checked_sub(before[1]).filter(|&column| column < from[1]);
                let Some((row, column)) = row.zip(column) else { continue };
                let value = input[(row * from[1] + column) * channels + channel];
                sum += f64::from(value) * f64::from(weights[tap * channels + channel]);
            }
            clamped(sum, clamp)
        };
        let wanted: Vec<f64> = (0..to[0] * to[1] * channels).map(sum).collect();
        for isa in Isa::all() {
            let mut out = vec![f32::NAN; wanted.len()];
            let (input, weights, bias) = (&input[..], &weights[..], &bias[..]);
            Depthwise {
                isa,
                input,
                from,
                channels,
                size,
                stride,
                before,
                weights,
                bias,
                clamp,
                to,
                out: &mut out,
            }
            .run();
            assert_near(&out, &wanted, &format!("{} {from:?} to {to:?} by {size}, {stride}", isa.name()));
        }
    }
}

#[test]
fn sums_largest_and_enlarged() {
    let mut noise = Noise(3);
    for _ in 0..20 {
        let (from, channels) = ([noise.below(7) + 2, noise.below(7) + 2], 16 * (noise.below(3) + 1));
        let size = from[0] * from[1] * channels;
        let (one, other) = (noise.numbers(size), noise.numbers(size));
        let at = |y: usize, x: usize, channel: usize| f64::from(one[(y * from[1] + x) * channels + channel]);
        let pooled = (0..from[0] / 2 * (from[1] / 2) * channels).map(|index| {
            let (channel, place) = (index % channels, index / channels);
            let (x, y) = (2 * (place % (from[1] / 2)), 2 * (place / (from[1] / 2)));
            let four =
                [at(y, x, channel), at(y, x + 1, channel), at(y + 1, x, channel), at(y + 1, x + 1, channel)];
            four.into_iter().fold(f64::MIN, f64::max)
        });
        let pooled: Vec<f64> = pooled.collect();
        // Where a new place lies among the old ones, told from their middles; nothing lies beyond the edge.
        let old =
            |new: usize, length: usize| ((new as f64 + 0.5) / 2.0 - 0.5).clamp(0.0, (length - 1) as f64);
        let enlarged = (0..4 * size).map(|index| {
            let (channel, place) = (index % channels, index / channels);
            let [x, y] = [old(place % (2 * from[1]), from[1]), old(place / (2 * from[1]), from[0])];
            let mut sum = 0.0;
            for row in 0..from[0] {
                for column in 0..from[1] {
                    let share =
                        (1.0 - (y - row as f64).abs()).max(0.0) * (1.0 - (x - column as f64).abs()).max(0.0);
                    sum += share * at(row, column, channel);
                }
            }
            clamped(sum, Clamp::To6)
        });
        let enlarged: Vec<f64> = enlarged.collect();
        for isa in Isa::all() {
            let name = isa.name();
            let mut out = vec![f32::NAN; size];
            Add { isa, one: &one, other: &other, clamp: Clamp::To6, out: &mut out }.run();
            let sums =
                one.iter().zip(&other).map(|(a, b)| clamped(f64::from(*a) + f64::from(*b), Clamp::To6));
            assert_near(&out, &sums.collect::<Vec<_>>(), &format!("{name} sum"));
            let mut out = vec![f32::NAN; pooled.len()];
            Pool { isa, input: &one, from, channels, out: &mut out }.run();
            assert_near(&out, &pooled, &format!("{name} largest"));
            let mut out = vec![f32::NAN; 4 * size];
            Enlarge { isa, input: &one, from, channels, clamp: Clamp::To6, out: &mut out }.run();
            assert_near(&out, &enlarged, &format!("{name} enlarged"));
        }
    }
}

#[test]
fn numbers_begin_where_a_line_of_the_cache_does() {
    for length in [0, 1, 15, 1000] {
        let numbers = Aligned::zeros(length);
        assert_eq!(numbers.len(), length);
        assert_eq!(numbers.as_ptr().align_offset(64), 0);
    }
}

#[test]
#[should_panic(expected = "assertion failed")]
fn what_does_not_fit_together_is_not_computed() {
    let panels = Panels::new(Isa::all()[0], [1.0; 6].into_iter(), &[0.0; 2]);
    let (rows, out) = (&[1.0; 5][..], &mut vec![0.0; 2 * panels.columns()][..]);
    let (stride, pieces, pitch, count, residual, clamp) = (3, 1, 0, 2, None, Clamp::No);
    Multiply { rows, stride, pieces, pitch, count, panels: &panels, residual, clamp, out }.run();
}
