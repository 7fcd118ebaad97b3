//! Answers to requests.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH,
    LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};

use crate::file::File;
use crate::headers::{self, has};
use crate::host::{Host, authority};
use crate::journal::Journal;
use crate::pages::Pages;

/// What requests are answered with.
pub(crate) struct Site {
    /// The address at which they arrive.
    pub(crate) bound: SocketAddr,
    /// The files.
    pub(crate) pages: Pages,
    /// The journal, where only this computer can ask for it.
    pub(crate) journal: Option<Journal>,
}

/// Answers a request.
pub(crate) async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let mut response = site.answer(request).await;
    headers::add(response.headers_mut());
    response
}

impl Site {
    async fn answer(&self, request: Request) -> Response {
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
        match Host::judge(self.bound.ip(), host) {
            Host::Ours => match (&self.journal, request.uri().path().strip_prefix("/api/")) {
                (Some(journal), Some(name)) => {
                    let name = name.to_owned();
                    journal.answer(&self.authority(), &name, request).await
                }
                _ => self.file(&request),
            },
            Host::Elsewhere(authority) => {
                let place = request.uri().path_and_query().map_or("/", |place| place.as_str());
                let there = format!("http://{authority}{place}");
                (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, there)]).into_response()
            }
            Host::Foreign => (StatusCode::MISDIRECTED_REQUEST, "Unknot answers to its own address alone.\n")
                .into_response(),
        }
    }

    /// Returns the address as browsers write it.
    fn authority(&self) -> String {
        let name = authority(self.bound.ip());
        if self.bound.port() == 80 { name } else { format!("{name}:{}", self.bound.port()) }
    }

    fn file(&self, request: &Request) -> Response {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
        }
        let name = match request.uri().path().trim_start_matches('/') {
            "" => Pages::INDEX,
            name => name,
        };
        match self.pages.get(name) {
            Some(file) => file.answer(request.headers()),
            None => (StatusCode::NOT_FOUND, "There is nothing at this address.\n").into_response(),
        }
    }
}

impl File {
    /// Answers with the file, as small as the browser takes it, or says that it is still what the browser has.
    fn answer(&self, asked: &HeaderMap) -> Response {
        let brotli = self.brotli.as_ref().filter(|_| takes_brotli(asked));
        let tag = format!("\"{}{}\"", self.digest, if brotli.is_some() { "-br" } else { "" });
        let keep = if self.is_named_by_content { "public, max-age=31536000, immutable" } else { "no-cache" };
        let known = has(asked, IF_NONE_MATCH, |known| known.trim_start_matches("W/") == tag || known == "*");
        let mut response = if known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Body::from(brotli.unwrap_or(&self.plain).clone()).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(ETAG, tag);
        }
        if self.brotli.is_some() {
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if !known {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
            if brotli.is_some() {
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
            }
        }
        response
    }
}

fn takes_brotli(asked: &HeaderMap) -> bool {
    has(asked, ACCEPT_ENCODING, |coding| {
        let mut parts = coding.split(';').map(str::trim);
        let refused =
            |part: &str| part.strip_prefix("q=").is_some_and(|q| q.trim_matches(['0', '.']).is_empty());
        parts.next() == Some("br") && !parts.any(refused)
    })
}
