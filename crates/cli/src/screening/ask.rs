//! Asking on a plain line: the lists of the safety screen, and how much it hurts.

use std::collections::BTreeSet;
use std::io::{BufRead, Write};

use unknot_routine::{Answers, Stage};

use crate::failure::Failure;
use crate::known::Known;
use crate::out;
use crate::text::{WIDTH, paragraph, wrap};

/// Asks on one stream and listens on another.
pub(crate) struct Asker<'a> {
    known: &'a Known,
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    asked: BTreeSet<String>,
    agreed: Option<bool>,
}

impl<'a> Asker<'a> {
    /// Returns somebody who asks there.
    pub(crate) fn new(known: &'a Known, input: &'a mut dyn BufRead, output: &'a mut dyn Write) -> Self {
        Self { known, input, output, asked: BTreeSet::new(), agreed: None }
    }

    /// Returns the lists that were asked, and whether a clinician agrees if that was.
    pub(super) fn asked(&self) -> (&BTreeSet<String>, Option<bool>) {
        (&self.asked, self.agreed)
    }

    /// Says something, with an empty line behind it.
    pub(crate) fn tell(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.output, "{}", paragraph(text, 0)).map_err(|error| out::closed(&error))
    }

    /// Asks a list and notes what applies.
    pub(super) fn stage(&mut self, stage: &Stage, answers: &mut Answers) -> Result<(), Failure> {
        let known = self.known;
        let mut list = paragraph(&known.word(stage.word()), 0);
        for (number, tick) in (1..).zip(&stage.boxes) {
            let words = known.word(tick.word());
            for (index, line) in wrap(&words, WIDTH - 5).iter().enumerate() {
                let lead = if index == 0 { format!("{number:>3}") } else { "   ".to_owned() };
                list.push_str(&format!("{lead}  {line}\n"));
            }
        }
        write!(self.output, "{list}").map_err(|error| out::closed(&error))?;
        let question = if stage.unsure_counts {
            known.ui("cli-ask", "numbers-or-unsure")
        } else {
            known.ui("cli-ask", "numbers")
        };
        loop {
            let line = self.line(&question)?;
            if line == "?" && stage.unsure_counts {
                answers.unsure.insert(stage.id.clone());
                break;
            }
            if let Some(numbers) = numbers(&line, stage.boxes.len()) {
                let ticked = numbers.iter().filter_map(|number| stage.boxes.get(number - 1));
                answers.ticked.extend(ticked.map(|tick| tick.id.clone()));
                break;
            }
            let most = u64::try_from(stage.boxes.len()).unwrap_or(u64::MAX);
            self.tell(&known.ui_number("cli-ask", "not-understood", most))?;
        }
        answers.answered.insert(stage.id.clone());
        self.asked.insert(stage.id.clone());
        writeln!(self.output).map_err(|error| out::closed(&error))
    }

    /// Asks whether a clinician has checked the pain and agreed.
    pub(super) fn cleared(&mut self) -> Result<bool, Failure> {
        let known = self.known;
        write!(self.output, "{}", paragraph(&known.ui("screen", "cleared"), 0))
            .map_err(|error| out::closed(&error))?;
        let answer = loop {
            match self.line(&known.ui("cli-ask", "yes-or-no"))?.to_lowercase().as_str() {
                "y" | "yes" => break true,
                "n" | "no" | "" => break false,
                _ => {}
            }
        };
        writeln!(self.output).map_err(|error| out::closed(&error))?;
        self.agreed = Some(answer);
        Ok(answer)
    }

    /// Asks for a line; the end of the input is an answer that never comes, and `q` leaves.
    pub(crate) fn line(&mut self, question: &str) -> Result<String, Failure> {
        write!(self.output, "{question} ")
            .and_then(|()| self.output.flush())
            .map_err(|error| out::closed(&error))?;
        let mut line = String::new();
        match self.input.read_line(&mut line) {
            Ok(0) => Err(Failure::Failed("the questions were not answered to the end".to_owned())),
            Ok(_) if matches!(line.trim(), "q" | "quit") => {
                Err(Failure::Failed(self.known.ui("cli-ask", "left")))
            }
            Ok(_) => Ok(line.trim().to_owned()),
            Err(error) => Err(Failure::Failed(format!("cannot read the answer: {error}"))),
        }
    }
}

/// Asks how much it hurts now, 0–10; it need not be answered.
pub(crate) fn pain(known: &Known, asker: &mut Asker<'_>) -> Result<Option<u8>, Failure> {
    loop {
        let line = asker.line(&known.ui("cli-pain", "now"))?;
        let pain = line.parse::<u8>().ok().filter(|pain| *pain <= 10);
        if pain.is_some() || line.is_empty() {
            asker.tell("")?;
            return Ok(pain);
        }
        asker.tell(&known.ui("cli-pain", "not-understood"))?;
    }
}

/// Asks whether anything was worse on the day after the last session; it need not be answered.
pub(crate) fn next_day(known: &Known, asker: &mut Asker<'_>) -> Result<Option<bool>, Failure> {
    loop {
        let answer = match asker.line(&known.ui("cli-pain", "next-day"))?.to_lowercase().as_str() {
            "y" | "yes" => Some(true),
            "n" | "no" => Some(false),
            "" => None,
            _ => continue,
        };
        asker.tell("")?;
        return Ok(answer);
    }
}

/// Reads the numbers of boxes, from 1; none for an empty line, nothing if it is no such list.
fn numbers(line: &str, most: usize) -> Option<BTreeSet<usize>> {
    let parts = line.split(|c: char| c == ',' || c.is_whitespace()).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok().filter(|number| (1..=most).contains(number))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let read = |line| numbers(line, 8).map(|numbers| numbers.into_iter().collect::<Vec<_>>());
        assert_eq!(read(""), Some(vec![]));
        assert_eq!(read("3, 1 2"), Some(vec![1, 2, 3]));
        assert_eq!(read("9"), None);
        assert_eq!(read("0"), None);
        assert_eq!(read("none"), None);
        assert_eq!(read("99999999999999999999999"), None);
    }
}
