//! Who may ask for the journal: the server's own pages, in a browser of the person whose journal it is.
//!
//! Any page in the browser, and any program of anybody on this computer, can send requests here. A page of another site is
//! given away by `Origin` and `Sec-Fetch-Site`, which no page can change, and gets no leave from us to read or to
//! send headers of its own, as there are no headers of CORS. A name of its own for our address (DNS rebinding) is given away
//! by `Host`. Everybody else lacks the token.

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, HOST, HeaderName, ORIGIN};

/// What the browser itself says of where a request comes from.
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Returns the secret that a request comes with, if it comes from a page of ours at that authority.
///
/// # Errors
/// It does not; this is what is answered.
pub(crate) fn secret<'r>(headers: &'r HeaderMap, authority: &str) -> Result<&'r str, &'static str> {
    // A port that is another one is also another place: there another page could be.
    if only(headers, &HOST) != Ok(Some(authority)) {
        return Err("The journal answers at the server's own address alone.");
    }
    let (origin, site) = (only(headers, &ORIGIN), only(headers, &SITE));
    let from_us = match origin {
        Ok(None) => true,
        Ok(Some(origin)) => origin.strip_prefix("http://") == Some(authority),
        Err(Several) => false,
    };
    if !from_us || !matches!(site, Ok(None | Some("same-origin"))) {
        return Err("The journal is for Unknot's own pages; this request comes from another site.");
    }
    if origin == Ok(None) && site == Ok(None) {
        return Err(
            "The journal is for Unknot's own pages; a browser says with `Origin` or `Sec-Fetch-Site` that a request \
             comes from one.",
        );
    }
    let given = only(headers, &AUTHORIZATION).ok().flatten();
    given
        .and_then(|given| given.strip_prefix("Bearer "))
        .ok_or("The journal is for those who have its token.")
}

/// A header is there more than once, or is no text.
#[derive(Debug, PartialEq, Eq)]
struct Several;

/// Returns the one value of a header, if it is there.
fn only<'r>(headers: &'r HeaderMap, name: &HeaderName) -> Result<Option<&'r str>, Several> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| Several),
        (Some(_), Some(_)) => Err(Several),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    const OURS: &str = "127.0.0.1:7420";

    fn judged(headers: &[(&'static str, &'static str)]) -> Result<String, &'static str> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_static(value));
        }
        secret(&map, OURS).map(str::to_owned)
    }

    #[test]
    fn only_a_page_of_ours_with_a_secret_is_heard() {
        let (host, token) = (("host", OURS), ("authorization", "Bearer secret"));
        let (origin, site) = (("origin", "http://127.0.0.1:7420"), ("sec-fetch-site", "same-origin"));
        for headers in [&[host, token, origin, site][..], &[host, token, site], &[host, token, origin]] {
            assert_eq!(judged(headers).unwrap(), "secret");
        }
        for (headers, why) in [
            (&[host, origin, site][..], "token"),
            (&[host, ("authorization", "secret"), origin, site], "token"),
            (&[host, token, token, origin, site], "token"),
            (&[host, token], "Sec-Fetch-Site"),
            (&[("host", "127.0.0.1:7421"), token, origin, site], "own address"),
            (
                &[("host", "evil.example:7420"), token, ("origin", "http://evil.example:7420"), site],
                "own address",
            ),
            (&[host, host, token, origin, site], "own address"),
            (&[token, origin, site], "own address"),
            (&[host, token, ("origin", "http://127.0.0.1:7421"), site], "another site"),
            (&[host, token, ("origin", "https://127.0.0.1:7420"), site], "another site"),
            (&[host, token, ("origin", "null"), site], "another site"),
            (&[host, token, origin, origin, site], "another site"),
            (&[host, token, origin, ("sec-fetch-site", "same-site")], "another site"),
            (&[host, token, origin, ("sec-fetch-site", "cross-site")], "another site"),
            (&[host, token, origin, ("sec-fetch-site", "none")], "another site"),
        ] {
            let refusal = judged(headers).unwrap_err();
            assert!(refusal.contains(why), "{headers:?}: {refusal}");
        }
    }
}
