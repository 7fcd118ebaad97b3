//! The journal of this computer, for the server's own pages: lines out, lines in, and forgetting everything.
//!
//! | request | answer |
//! |---|---|
//! | `HEAD /api/journal` | the state that it is in, as its `ETag` |
//! | `GET /api/journal` | its lines, unless `If-None-Match` names the state that it is in |
//! | `POST /api/journal` | keeps lines, all of them or none |
//! | `DELETE /api/journal` | removes every record |
//! | `POST /api/ticket` | the token for a ticket |
//!
//! What changes something says in `Unknot-Journal` which journal is meant, and is refused (412) where that is not the one
//! that is there: it was erased meanwhile, and nothing is to bring back what was. Who may ask is the business of `guard`.

mod guard;
mod token;

use std::path::{Path, PathBuf};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use unknot_journal::{JournalId, Record, Tag, read_lines};
use unknot_journal_sqlite::{Sqlite, SqliteError};

use crate::headers::has;
use token::Token;

/// Says which journal is meant.
const WHICH: HeaderName = HeaderName::from_static("unknot-journal");
/// What lines of JSON are called.
const LINES: &str = "application/x-ndjson";
/// No page has more to tell at once, in bytes: ten years of daily use are about an eighth.
const LONGEST: usize = 64 << 20;

/// The journal in a file, and who may read it.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    token: Token,
}

/// Why a request is refused: with which status, and in a sentence.
struct Refusal(StatusCode, String);

impl Journal {
    /// Returns the journal in a file. Beside it lies the token, which is made where there is none.
    ///
    /// # Errors
    /// The token cannot be written.
    pub fn at(path: &Path) -> std::io::Result<Self> {
        // The file may be named from the folder that this program was started in.
        Ok(Self { path: std::path::absolute(path)?, token: Token::beside(path)? })
    }

    /// Returns what is behind the `#` of an address that lets a page in, always: it is for the owner's eyes.
    #[must_use]
    pub fn key(&self) -> String {
        format!("token={}", self.token.text())
    }

    /// Returns what is behind the `#` of an address that lets one page in, once, within two minutes: for a browser that is
    /// started with it, as others see how programs are started.
    ///
    /// # Errors
    /// The system has no random numbers.
    pub fn ticket(&self) -> std::io::Result<String> {
        Ok(format!("ticket={}", self.token.ticket()?))
    }

    /// Answers a request to `/api/NAME` at that authority.
    pub(crate) async fn answer(&self, authority: &str, name: &str, request: Request) -> Response {
        let mut response = match self.answered(authority, name, request).await {
            Ok(response) => response,
            Err(Refusal(status, why)) => (status, format!("{why}\n")).into_response(),
        };
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    async fn answered(&self, authority: &str, name: &str, request: Request) -> Result<Response, Refusal> {
        let (head, body) = request.into_parts();
        let forbidden = |why: &str| Refusal(StatusCode::FORBIDDEN, why.to_owned());
        let secret = guard::secret(&head.headers, authority).map_err(forbidden)?;
        if name == "ticket" {
            let token = (head.method == Method::POST).then(|| self.token.trade(secret)).flatten();
            let token = token.ok_or_else(|| forbidden("This ticket was used already, or is too old."))?;
            return Ok(token.to_owned().into_response());
        }
        if !self.token.is(secret) {
            return Err(forbidden("This is not the token of the journal."));
        }
        if name != "journal" {
            return Err(Refusal(StatusCode::NOT_FOUND, "There is nothing at this address.".to_owned()));
        }
        match head.method {
            Method::HEAD => self.with(|journal| Ok(state(journal.tag()?))).await,
            Method::GET => {
                let known = head.headers;
                self.with(move |journal| {
                    let tag = journal.tag()?;
                    if has(&known, IF_NONE_MATCH, |known| known == format!("\"{tag}\"")) {
                        return Ok((StatusCode::NOT_MODIFIED, state(tag)).into_response());
                    }
                    let (tag, lines) = journal.read()?;
                    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
                    let mut response = state(tag);
                    *response.body_mut() = Body::from(text);
                    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(LINES));
                    Ok(response)
                })
                .await
            }
            Method::POST => {
                let which = which(&head.headers)?;
                let records = records(&lines(&head.headers, body).await?)?;
                self.with(move |journal| journal.append_to(which, &records)?.map(state).ok_or_else(another))
                    .await
            }
            Method::DELETE => {
                let which = which(&head.headers)?;
                self.with(move |journal| journal.erase_that(which)?.map(state).ok_or_else(another)).await
            }
            _ => Ok((StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "HEAD, GET, POST, DELETE")]).into_response()),
        }
    }

    /// Does something with the file while other requests are answered. It is opened each time: whoever moves it away or puts
    /// another in its place is not to lose what is told after that.
    async fn with<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Sqlite) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let path = self.path.clone();
        let done = tokio::task::spawn_blocking(move || act(&Sqlite::open(&path)?)).await;
        done.unwrap_or_else(|broken| Err(Refusal(StatusCode::INTERNAL_SERVER_ERROR, broken.to_string())))
    }
}

impl From<SqliteError> for Refusal {
    fn from(error: SqliteError) -> Self {
        let status = match error {
            SqliteError::Full => StatusCode::INSUFFICIENT_STORAGE,
            SqliteError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self(status, format!("The journal: {error}."))
    }
}

/// Answers with the state that the journal is in.
fn state(tag: Tag) -> Response {
    let mut response = Response::default();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}

/// Returns which journal is meant.
fn which(headers: &HeaderMap) -> Result<JournalId, Refusal> {
    let named = headers.get(WHICH).and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let why = "`Unknot-Journal` has to say which journal is meant.";
    named.ok_or_else(|| Refusal(StatusCode::PRECONDITION_REQUIRED, why.to_owned()))
}

fn another() -> Refusal {
    let why = "The journal that is meant was erased, or another has taken its place. Nothing was changed.";
    Refusal(StatusCode::PRECONDITION_FAILED, why.to_owned())
}

/// Receives lines.
async fn lines(headers: &HeaderMap, body: Body) -> Result<Bytes, Refusal> {
    if headers.get(CONTENT_TYPE).is_none_or(|kind| kind != LINES) {
        let why = format!("Lines of JSON are called {LINES}. Nothing was kept.");
        return Err(Refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, why));
    }
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > LONGEST) {
        let why = format!("More than {} MB at once. Nothing was kept.", LONGEST >> 20);
        return Err(Refusal(StatusCode::PAYLOAD_TOO_LARGE, why));
    }
    to_bytes(body, LONGEST).await.map_err(|_| {
        let why =
            format!("The lines did not all arrive, or are more than {} MB. Nothing was kept.", LONGEST >> 20);
        Refusal(StatusCode::BAD_REQUEST, why)
    })
}

/// Reads records from lines.
fn records(lines: &[u8]) -> Result<Vec<Record>, Refusal> {
    let wrong = |why: String| Refusal(StatusCode::BAD_REQUEST, format!("{why}. Nothing was kept."));
    let text = std::str::from_utf8(lines).map_err(|error| wrong(error.to_string()))?;
    read_lines(text).map_err(|error| wrong(error.to_string()))
}
