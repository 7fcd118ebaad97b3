//! What a page has to know to be let in.
//!
//! The token is for the pages that a person has opened by a link of this server. It lies beside the journal, in a file that
//! only the owner may read, so that it outlives the server. Programs of others see with which words a browser is
//! started, so that it is not started with the token but with a ticket, which can be traded for it once, and soon.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use subtle::ConstantTimeEq as _;

/// How long a ticket is good for: a browser may have to start first.
const SOON: Duration = Duration::from_secs(120);

/// The token, and the ticket for it that was given last.
#[derive(Debug)]
pub(crate) struct Token {
    text: String,
    ticket: Mutex<Option<(String, Instant)>>,
}

impl Token {
    /// Reads the token that lies beside a file, or makes one.
    pub(crate) fn beside(file: &Path) -> std::io::Result<Self> {
        let mut path = file.as_os_str().to_owned();
        path.push("-token");
        let path = PathBuf::from(path);
        let text = match read(&path) {
            Some(text) => text,
            None => write(&path, random()?)?,
        };
        Ok(Self { text, ticket: Mutex::default() })
    }

    /// Returns it, for the owner's eyes.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether this is it.
    pub(crate) fn is(&self, given: &str) -> bool {
        same(&self.text, given)
    }

    /// Returns a ticket for it. The one that was given before is good for nothing any more.
    pub(crate) fn ticket(&self) -> std::io::Result<String> {
        let ticket = random()?;
        let mut last = self.ticket.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Some((ticket.clone(), Instant::now() + SOON));
        Ok(ticket)
    }

    /// Takes a ticket and returns the token, if it is good.
    pub(crate) fn trade(&self, given: &str) -> Option<&str> {
        let mut last = self.ticket.lock().unwrap_or_else(PoisonError::into_inner);
        last.take_if(|(ticket, until)| same(ticket, given) && Instant::now() < *until)
            .map(|_| self.text.as_str())
    }
}

/// Compares secrets. How long that takes does not tell where they begin to differ.
fn same(secret: &str, given: &str) -> bool {
    secret.as_bytes().ct_eq(given.as_bytes()).into()
}

fn random() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Reads it, if it is one, and one that others could not read.
fn read(path: &Path) -> Option<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(path).ok()?.permissions().mode();
        if mode & 0o077 != 0 {
            return None;
        }
    }
    let text = std::fs::read_to_string(path).ok()?.trim().to_owned();
    (text.len() == 32 && text.bytes().all(|digit| digit.is_ascii_hexdigit())).then_some(text)
}

/// Writes it, whole or not at all, and returns it.
fn write(path: &Path, text: String) -> std::io::Result<String> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(format!("-{}", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&fresh)
        .and_then(|mut file| writeln!(file, "{text}"))
        .and_then(|()| std::fs::rename(&fresh, path));
    if written.is_err() {
        // Nothing half written is left; that it is gone already is no harm.
        let _gone = std::fs::remove_file(&fresh);
    }
    written.map(|()| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_outlives_the_server_unless_others_could_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("journal.sqlite");
        let first = Token::beside(&file).unwrap();
        assert!(
            first.is(Token::beside(&file).unwrap().text()) && !first.is("") && !first.is(&first.text()[1..])
        );
        let path = folder.path().join("journal.sqlite-token");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
            assert!(!first.is(Token::beside(&file).unwrap().text()));
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        std::fs::write(&path, "cut o").unwrap();
        assert_eq!(Token::beside(&file).unwrap().text().len(), 32);
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_ticket_is_good_once() {
        let folder = tempfile::tempdir().unwrap();
        let token = Token::beside(&folder.path().join("journal.sqlite")).unwrap();
        assert_eq!(token.trade(""), None);
        let (old, ticket) = (token.ticket().unwrap(), token.ticket().unwrap());
        assert_eq!((token.trade(&old), token.trade(token.text())), (None, None));
        assert_eq!(token.trade(&ticket), Some(token.text()));
        assert_eq!(token.trade(&ticket), None);
    }
}
