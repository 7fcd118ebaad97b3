//! Every exercise that is known, with the table of changes, the screen and the programmes.

use std::collections::{BTreeMap, BTreeSet};

use unknot_body::closest;

use crate::changes::Changes;
use crate::exercise::Exercise;
use crate::problem::FileError;
use crate::programme::Programme;
use crate::safety::Screen;
use crate::words::WordKey;

/// Everything that planning and performing need to know.
#[derive(Clone, Debug)]
pub struct Catalogue {
    exercises: BTreeMap<String, Exercise>,
    programmes: BTreeMap<String, Programme>,
    /// How long changes of position take.
    pub changes: Changes,
    /// The safety screen.
    pub screen: Screen,
}

/// An exercise or a programme that cannot be added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// There is one of that name already.
    #[error("there is an exercise `{0}` already; give it an id (and aliases) of its own")]
    Taken(String),
    /// It names a condition that the screen does not ask about.
    #[error("`{exercise}`: the screen does not ask about `{condition}`; it asks about {known}")]
    UnknownCondition {
        /// The exercise.
        exercise: String,
        /// The condition it names.
        condition: String,
        /// The conditions that there are.
        known: String,
    },
}

/// A catalogue's files that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueFileError {
    /// Something in one of them is wrong.
    #[error(transparent)]
    File(#[from] FileError),
    /// One does not go with the others.
    #[error("{file}: {error}")]
    Together {
        /// The name of the file.
        file: String,
        /// What is wrong.
        error: CatalogueError,
    },
}

impl Catalogue {
    /// Returns the catalogue that files tell of, each given by its name and its text.
    ///
    /// # Errors
    /// A file is wrong, or does not go with the others.
    pub fn read<'a>(
        changes: (&str, &str),
        screen: (&str, &str),
        exercises: impl IntoIterator<Item = (&'a str, &'a str)>,
        programmes: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CatalogueFileError> {
        let mut catalogue =
            Self::new(Changes::parse(changes.0, changes.1)?, Screen::parse(screen.0, screen.1)?);
        for (file, text) in exercises {
            catalogue.read_exercise(file, text)?;
        }
        for (file, text) in programmes {
            catalogue.read_programme(file, text)?;
        }
        Ok(catalogue)
    }

    /// Adds the exercise that a file tells of.
    ///
    /// # Errors
    /// The file is wrong, or does not go with the others.
    pub fn read_exercise(&mut self, file: &str, text: &str) -> Result<(), CatalogueFileError> {
        let together = |error| CatalogueFileError::Together { file: file.to_owned(), error };
        self.add(Exercise::parse(file, text)?).map_err(together)
    }

    /// Adds the programme that a file tells of.
    ///
    /// # Errors
    /// The file is wrong, or does not go with the exercises that were added so far.
    pub fn read_programme(&mut self, file: &str, text: &str) -> Result<(), CatalogueFileError> {
        let programme = Programme::parse(file, text)?;
        programme.check_against(self, file, text)?;
        self.add_programme(programme);
        Ok(())
    }

    /// Returns a catalogue without exercises.
    #[must_use]
    pub fn new(changes: Changes, screen: Screen) -> Self {
        Self { exercises: BTreeMap::new(), programmes: BTreeMap::new(), changes, screen }
    }

    /// Adds an exercise.
    ///
    /// # Errors
    /// Its id or an alias is taken, or it names a condition that the screen does not ask about.
    pub fn add(&mut self, exercise: Exercise) -> Result<(), CatalogueError> {
        let taken: BTreeSet<&str> = self
            .exercises
            .values()
            .flat_map(|e| e.aliases.iter().map(String::as_str).chain([e.id.as_str()]))
            .collect();
        if let Some(id) = exercise.aliases.iter().chain([&exercise.id]).find(|id| taken.contains(id.as_str()))
        {
            return Err(CatalogueError::Taken(id.clone()));
        }
        let conditions = self.screen.conditions();
        if let Some(caution) =
            exercise.cautions.iter().find(|caution| !conditions.contains(&caution.condition.as_str()))
        {
            return Err(CatalogueError::UnknownCondition {
                exercise: exercise.id.clone(),
                condition: caution.condition.clone(),
                known: conditions.join(", "),
            });
        }
        self.exercises.insert(exercise.id.clone(), exercise);
        Ok(())
    }

    /// Adds a programme; one of the same name is replaced.
    pub fn add_programme(&mut self, programme: Programme) {
        self.programmes.insert(programme.id.clone(), programme);
    }

    /// Returns the exercise of that id or alias.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises
            .get(id)
            .or_else(|| self.exercises.values().find(|e| e.aliases.iter().any(|alias| alias == id)))
    }

    /// Returns every exercise, by id.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.exercises.values()
    }

    /// Returns the programme of that name.
    #[must_use]
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.programmes.get(id)
    }

    /// Returns every programme, by id.
    pub fn programmes(&self) -> impl Iterator<Item = &Programme> {
        self.programmes.values()
    }

    /// Returns what could have been meant by the id of an exercise that does not exist.
    #[must_use]
    pub fn suggest(&self, id: &str) -> String {
        let names = || {
            self.exercises.values().flat_map(|e| e.aliases.iter().map(String::as_str).chain([e.id.as_str()]))
        };
        match closest(id, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", self.exercises.keys().cloned().collect::<Vec<_>>().join(", ")),
        }
    }

    /// Returns every word that a language must have.
    #[must_use]
    pub fn word_keys(&self) -> BTreeSet<WordKey> {
        let mut keys: BTreeSet<WordKey> = self.exercises.values().flat_map(Exercise::word_keys).collect();
        keys.extend(self.screen.word_keys());
        keys.extend(self.changes.word_keys());
        keys.extend(crate::timeline::word_keys());
        keys.extend(crate::safety::word_keys());
        keys.extend(crate::session::spoken_words());
        keys
    }
}
