//! The client.

use std::cell::Cell;

use unknot_journal::{JournalId, Record, Store, Tag, write_lines};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Headers, Request, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response,
};

use crate::error::HttpError;

/// What lines of JSON are called.
const LINES: &str = "application/x-ndjson";

/// A journal at the server of this page.
#[derive(Debug)]
pub struct Http {
    token: String,
    journal: Cell<Option<JournalId>>,
    tag: Cell<Option<Tag>>,
}

impl Http {
    /// Returns the journal at the server, for whoever has the token. Where none is named, it is whichever is there when it is
    /// asked for the first time.
    #[must_use]
    pub fn new(token: &str, journal: Option<JournalId>) -> Self {
        Self { token: token.to_owned(), journal: Cell::new(journal), tag: Cell::default() }
    }

    /// Returns the state in which it was when the server answered last.
    pub fn tag(&self) -> Option<Tag> {
        self.tag.get()
    }

    /// Returns the state of whichever journal is there, and its lines; nothing where it still is in the state that is known.
    ///
    /// # Errors
    /// The server does not answer, or refuses.
    pub async fn changes(&self, known: Option<Tag>) -> Result<Option<(Tag, Vec<String>)>, HttpError> {
        let header = known.map(|tag| ("If-None-Match", format!("\"{tag}\"")));
        let header = header.as_ref().map(|(name, value)| (*name, value.as_str()));
        let answer = self.ask("GET", header, None).await?;
        Ok(answer.is_new.then(|| (answer.tag, answer.lines())))
    }

    /// Sends something that changes the journal which is meant, and it alone.
    async fn change(&self, method: &str, lines: Option<&str>) -> Result<(), HttpError> {
        let journal = match self.journal.get() {
            Some(journal) => journal,
            None => self.ask("HEAD", None, None).await?.tag.journal,
        };
        let named = journal.to_string();
        let answer = self.ask(method, Some(("Unknot-Journal", &named)), lines).await?;
        self.saw(answer.tag);
        Ok(())
    }

    fn saw(&self, tag: Tag) {
        self.journal.set(Some(tag.journal));
        self.tag.set(Some(tag));
    }

    async fn ask(
        &self,
        method: &str,
        header: Option<(&str, &str)>,
        lines: Option<&str>,
    ) -> Result<Answer, HttpError> {
        let request = self.request(method, header, lines).map_err(|value| thrown(&value))?;
        let window = web_sys::window().ok_or(HttpError::Away)?;
        // A browser does not tell a page why nobody answers.
        let away = |_| HttpError::Away;
        let answered = JsFuture::from(window.fetch_with_request(&request)).await.map_err(away)?;
        let response: Response = answered.unchecked_into();
        // All of it is read, also where it says nothing: to a browser it is broken off otherwise.
        let text = JsFuture::from(response.text().map_err(|value| thrown(&value))?).await.map_err(away)?;
        let text = text.as_string().unwrap_or_default();
        match response.status() {
            status @ (200 | 304) => {
                let tag = response.headers().get("ETag").map_err(|value| thrown(&value))?;
                let tag = tag.and_then(|tag| tag.trim_matches('"').parse().ok());
                let tag =
                    tag.ok_or_else(|| HttpError::Other("which journal it is, nobody knows".to_owned()))?;
                Ok(Answer { tag, is_new: status == 200, text })
            }
            403 => Err(HttpError::Refused(text.trim_end().to_owned())),
            412 => Err(HttpError::Another),
            // A server that could not open its journal has none to share.
            404 | 405 => Err(HttpError::Away),
            _ => Err(HttpError::Other(text.trim_end().to_owned())),
        }
    }

    fn request(
        &self,
        method: &str,
        header: Option<(&str, &str)>,
        lines: Option<&str>,
    ) -> Result<Request, JsValue> {
        let headers = Headers::new()?;
        headers.set("Authorization", &format!("Bearer {}", self.token))?;
        if let Some((name, value)) = header {
            headers.set(name, value)?;
        }
        let init = RequestInit::new();
        init.set_method(method);
        init.set_mode(RequestMode::SameOrigin);
        init.set_credentials(RequestCredentials::Omit);
        init.set_cache(RequestCache::NoStore);
        init.set_redirect(RequestRedirect::Error);
        if let Some(lines) = lines {
            headers.set("Content-Type", LINES)?;
            init.set_body(&JsValue::from_str(lines));
        }
        init.set_headers(&headers);
        Request::new_with_str_and_init("/api/journal", &init)
    }
}

impl Store for Http {
    type Error = HttpError;

    async fn append(&self, records: &[Record]) -> Result<(), HttpError> {
        self.change("POST", Some(&write_lines(records))).await
    }

    async fn lines(&self) -> Result<Vec<String>, HttpError> {
        let answer = self.ask("GET", None, None).await?;
        if self.journal.get().is_some_and(|journal| journal != answer.tag.journal) {
            return Err(HttpError::Another);
        }
        self.saw(answer.tag);
        Ok(answer.lines())
    }

    async fn erase(&self) -> Result<(), HttpError> {
        self.change("DELETE", None).await
    }
}

/// What the server answers.
struct Answer {
    /// The state in which the journal is.
    tag: Tag,
    /// Whether it is another than the one that is known.
    is_new: bool,
    text: String,
}

impl Answer {
    fn lines(&self) -> Vec<String> {
        self.text.split_terminator('\n').map(str::to_owned).collect()
    }
}

fn thrown(value: &JsValue) -> HttpError {
    HttpError::Other(format!("{value:?}"))
}
