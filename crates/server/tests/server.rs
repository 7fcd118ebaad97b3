//! The server, asked over real sockets.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod asked;

use std::borrow::Cow;
use std::net::{Ipv4Addr, TcpListener};

use asked::{Answer, ask};
use unknot_server::{BindError, Pages, Server};

const SCRIPT: &str = "app.0123456789abcdef.js";
const TEXT: &str = "export const breath = \"in, and out\";";

fn pages() -> Pages {
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut TEXT.as_bytes(), &mut small, &Default::default()).unwrap();
    let file = |name: &str, bytes: &[u8]| (name.to_owned(), Cow::Owned(bytes.to_vec()));
    Pages::new([
        file("index.html", b"<!doctype html>"),
        file("service-worker.js", b"//"),
        file("manifest.webmanifest", b"{}"),
        file("app_bg.0123456789abcdef.wasm", b"\0asm"),
        file(SCRIPT, TEXT.as_bytes()),
        file(&format!("{SCRIPT}.br"), &small),
    ])
}

/// Starts a server that runs as long as the tests do, and returns its port.
fn start() -> u16 {
    let server = Server::bind(Ipv4Addr::LOCALHOST.into(), 0).unwrap();
    let url = server.url();
    std::thread::spawn(move || server.run(pages(), None).unwrap());
    url.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap()
}

fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    let host = format!("127.0.0.1:{port}");
    ask(port, "GET", path, &[&[("Host", host.as_str())], headers].concat())
}

#[test]
fn the_page_comes_with_strict_headers() {
    let answer = get(start(), "/", &[]);
    assert_eq!((answer.status, answer.body.as_slice()), (200, &b"<!doctype html>"[..]));
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    let policy = answer.header("content-security-policy").unwrap();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.split("; ").any(|found| found == part), "{part} in {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{policy}");
    let permissions = answer.header("permissions-policy").unwrap();
    for part in [
        "camera=(self)",
        "microphone=(self)",
        "accelerometer=(self)",
        "screen-wake-lock=(self)",
        "geolocation=()",
    ] {
        assert!(permissions.split(", ").any(|found| found == part), "{part} in {permissions}");
    }
}

#[test]
fn what_is_refused_has_strict_headers_too() {
    let port = start();
    for answer in [get(port, "/nowhere", &[]), ask(port, "GET", "/", &[("Host", "evil.example")])] {
        assert!(
            answer.header("content-security-policy").is_some()
                && answer.header("x-content-type-options").is_some()
        );
    }
}

#[test]
fn what_is_no_page_needs_no_policy_and_the_rest_has_one() {
    let port = start();
    for (path, has) in [("/service-worker.js", true), ("/app_bg.0123456789abcdef.wasm", false)] {
        let answer = get(port, path, &[]);
        for header in ["content-security-policy", "permissions-policy"] {
            assert_eq!(answer.header(header).is_some(), has, "{path}");
        }
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
}

#[test]
fn only_names_that_change_are_kept_for_ever() {
    let port = start();
    for path in ["/", "/index.html", "/service-worker.js", "/manifest.webmanifest"] {
        assert_eq!(get(port, path, &[]).header("cache-control"), Some("no-cache"), "{path}");
    }
    let script = get(port, &format!("/{SCRIPT}"), &[]);
    assert_eq!(script.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(
        get(port, "/manifest.webmanifest", &[]).header("content-type"),
        Some("application/manifest+json")
    );
    assert_eq!(
        get(port, "/app_bg.0123456789abcdef.wasm", &[]).header("content-type"),
        Some("application/wasm")
    );
}

#[test]
fn brotli_is_for_those_who_take_it() {
    let port = start();
    let path = format!("/{SCRIPT}");
    let small = get(port, &path, &[("Accept-Encoding", "gzip, deflate, br;q=0.9, zstd")]);
    assert_eq!(small.header("content-encoding"), Some("br"));
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut small.body.as_slice(), &mut text).unwrap();
    assert_eq!(text, TEXT.as_bytes());
    for coding in ["gzip", "br;q=0", "br;q=0.000, gzip", "x-br"] {
        let plain = get(port, &path, &[("Accept-Encoding", coding)]);
        assert_eq!(
            (plain.header("content-encoding"), plain.body.as_slice()),
            (None, TEXT.as_bytes()),
            "{coding}"
        );
        assert_eq!(plain.header("vary"), Some("accept-encoding"));
        assert_ne!(plain.header("etag"), small.header("etag"));
    }
    assert_eq!(get(port, &format!("{path}.br"), &[]).status, 404);
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let port = start();
    let tag = get(port, "/", &[]).header("etag").unwrap().to_owned();
    for known in [tag.clone(), format!("\"other\", W/{tag}"), "*".to_owned()] {
        let answer = get(port, "/", &[("If-None-Match", &known)]);
        assert_eq!((answer.status, answer.body.len()), (304, 0), "{known}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()));
    }
    assert_eq!(get(port, "/", &[("If-None-Match", "\"other\"")]).status, 200);
}

#[test]
fn only_reading_is_possible() {
    let port = start();
    let host = format!("127.0.0.1:{port}");
    let head = ask(port, "HEAD", "/", &[("Host", &host)]);
    assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, Some("15")));
    let post = ask(port, "POST", "/", &[("Host", &host), ("Content-Length", "0")]);
    assert_eq!((post.status, post.header("allow")), (405, Some("GET, HEAD")));
    for path in ["/nowhere", "/../Cargo.toml", "/..%2fCargo.toml", "//etc/passwd"] {
        assert_eq!(get(port, path, &[]).status, 404, "{path}");
    }
}

#[test]
fn localhost_is_sent_to_the_one_address() {
    let port = start();
    let answer = ask(port, "GET", "/index.html?x=1", &[("Host", &format!("localhost:{port}"))]);
    assert_eq!(answer.status, 307);
    assert_eq!(answer.header("location"), Some(format!("http://127.0.0.1:{port}/index.html?x=1").as_str()));
}

#[test]
fn a_foreign_name_for_this_computer_is_refused() {
    let port = start();
    for headers in [&[("Host", "evil.example")][..], &[("Host", "127.0.0.1.evil.example")], &[("Host", "")]] {
        let answer = ask(port, "GET", "/", headers);
        assert_eq!(answer.status, 421, "{headers:?}");
        assert!(!answer.body.starts_with(b"<!doctype"));
    }
}

#[test]
fn a_port_that_is_taken_is_told() {
    let port = start();
    match Server::bind(Ipv4Addr::LOCALHOST.into(), port) {
        Err(BindError::Ours { url }) => assert_eq!(url, format!("http://127.0.0.1:{port}/")),
        other => panic!("{other:?}"),
    }
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = silent.local_addr().unwrap().port();
    match Server::bind(Ipv4Addr::LOCALHOST.into(), port) {
        Err(BindError::Taken { port: taken }) => assert_eq!(taken, port),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_a_loopback_address_is_private() {
    assert!(Server::bind(Ipv4Addr::LOCALHOST.into(), 0).unwrap().is_private());
    let open = Server::bind(Ipv4Addr::UNSPECIFIED.into(), 0).unwrap();
    assert!(!open.is_private() && open.url().starts_with("http://127.0.0.1:"), "{}", open.url());
}
