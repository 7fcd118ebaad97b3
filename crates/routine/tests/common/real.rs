//! What the content really holds: the seven exercises, the programmes and the English words.

use unknot_routine::{Catalogue, Changes, Exercise, Plan, Programme, Request, Screen, Words};

/// Returns everything that is built in.
pub fn catalogue() -> Catalogue {
    let changes = Changes::parse(unknot_content::CHANGES.path, unknot_content::CHANGES.text).unwrap();
    let screen = Screen::parse(unknot_content::SCREEN.path, unknot_content::SCREEN.text).unwrap();
    let mut catalogue = Catalogue::new(changes, screen);
    for file in unknot_content::EXERCISES {
        catalogue.add(Exercise::parse(file.path, file.text).unwrap()).unwrap();
    }
    for file in unknot_content::PROGRAMMES {
        catalogue.add_programme(Programme::parse(file.path, file.text).unwrap());
    }
    catalogue
}

pub fn words() -> Words {
    Words::read("en", unknot_content::WORDS_EN.text).unwrap()
}

/// Returns the plan for a programme as it stands, but for what `change` asks otherwise.
pub fn plan(catalogue: &Catalogue, programme: &str, change: impl FnOnce(&mut Request<'_>)) -> Plan {
    let mut request = Request::of(catalogue.programme(programme).unwrap());
    change(&mut request);
    Plan::make(catalogue, &request).unwrap()
}
