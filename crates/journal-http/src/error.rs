//! What goes wrong between a page and the server.

/// What goes wrong between a page and the server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    /// There is no server, or it has no journal, or the connection broke off: what was sent may be kept or not.
    #[error("the server cannot be reached")]
    Away,
    /// The server does not let this page in.
    #[error("the server refuses: {0}")]
    Refused(String),
    /// The journal was erased there, or another has taken its place.
    #[error("the journal at the server was erased, or is another one")]
    Another,
    /// Anything else, in the server's words.
    #[error("the server says: {0}")]
    Other(String),
}
