//! A network to be timed beside other programs that run it: `peer NETWORK [INSTRUCTIONS]` runs it as often as each line of the
//! input says, on a picture of noise, and answers with a line.

use std::io::{BufRead as _, Write as _};

use unknot_sight::{Isa, Network};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a network")?;
    let wanted = arguments.next();
    let isa = Isa::all().into_iter().find(|isa| wanted.as_ref().is_none_or(|wanted| wanted == isa.name()));
    let isa = isa.ok_or("this processor has no such instructions")?;
    let mut network = Network::read_for(isa, &std::fs::read(path)?)?;
    let mut state = 1_u32;
    for number in network.picture() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *number = (state >> 8) as f32 / (1 << 24) as f32;
    }
    for line in std::io::stdin().lock().lines() {
        for _ in 0..line?.trim().parse::<usize>()? {
            network.run();
        }
        let first: Vec<_> = network.output(0).take(1).collect();
        writeln!(std::io::stdout().lock(), "{} {first:?}", isa.name())?;
        std::io::stdout().flush()?;
    }
    Ok(())
}
