//! The journal, asked for over real sockets: by pages of ours, and by everybody else.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod asked;

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use asked::{Answer, ask, break_off, send};
use tempfile::TempDir;
use unknot_server::{Journal, Pages, Server};

const LINES: (&str, &str) = ("Content-Type", "application/x-ndjson");

/// What sends a request with these headers.
type Sends<'s> = dyn Fn(&[(&str, &str)]) + 's;

/// A server with a journal.
struct Served {
    folder: TempDir,
    port: u16,
    token: String,
    ticket: String,
}

impl Served {
    fn start() -> Self {
        Self::start_at(Ipv4Addr::LOCALHOST.into())
    }

    fn start_at(address: IpAddr) -> Self {
        let folder = TempDir::new().unwrap();
        let server = Server::bind(address, 0).unwrap();
        let port = server.url().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let journal = Journal::at(&folder.path().join("journal.sqlite")).unwrap();
        let token = journal.key().strip_prefix("token=").unwrap().to_owned();
        let ticket = journal.ticket().unwrap().strip_prefix("ticket=").unwrap().to_owned();
        let pages = Pages::new([("index.html".to_owned(), Cow::Borrowed(&b"<!doctype html>"[..]))]);
        std::thread::spawn(move || server.run(pages, Some(journal)).unwrap());
        Self { folder, port, token, ticket }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("journal.sqlite")
    }

    /// Sends a request as a page of ours does.
    fn ours(&self, method: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let length = body.len().to_string();
        let own = [("Sec-Fetch-Site", "same-origin"), ("Content-Length", &length)];
        self.let_in(&[&own, headers].concat(), |headers| {
            send(self.port, method, "/api/journal", headers, body.as_bytes())
        })
    }

    /// Returns what comes of some headers, together with those that let a page of ours in.
    fn let_in<R>(&self, headers: &[(&str, &str)], send: impl FnOnce(&[(&str, &str)]) -> R) -> R {
        let host = format!("127.0.0.1:{}", self.port);
        let (origin, bearer) = (format!("http://{host}"), format!("Bearer {}", self.token));
        let own = [("Host", host.as_str()), ("Origin", &origin), ("Authorization", &bearer)];
        send(&[&own, headers].concat())
    }

    /// Returns which journal is there, and how many records it has.
    fn state(&self) -> (String, u64) {
        let answer = self.ours("HEAD", &[], "");
        assert_eq!((answer.status, answer.body.len()), (200, 0), "{answer:?}");
        let (journal, records) = answer.header("etag").unwrap().trim_matches('"').split_once('-').unwrap();
        (journal.to_owned(), records.parse().unwrap())
    }

    fn lines(&self) -> Vec<String> {
        let answer = self.ours("GET", &[], "");
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.header("content-type"), Some("application/x-ndjson"));
        answer.text().lines().map(str::to_owned).collect()
    }

    fn add(&self, journal: &str, text: &str) -> Answer {
        self.ours("POST", &[LINES, ("Unknot-Journal", journal)], text)
    }
}

fn note(number: u32) -> String {
    format!(
        r#"{{"v":1,"id":"019ab7d0-0000-7a00-8000-{number:012}","device":"019ab7d0-0000-7d00-8000-00000000000d","at":"2026-11-24T07:10:00+00:00","kind":"note","entry":{{"text":"{number}","session":null}}}}"#
    )
}

#[test]
fn a_page_of_ours_reads_adds_and_erases() {
    let served = Served::start();
    let (journal, records) = served.state();
    assert_eq!(records, 0);
    assert!(served.lines().is_empty());
    // A newer version wrote one of them; it stays as it is.
    let newer = note(3).replace(r#""v":1,"#, "\"v\": 9,  \"mood\": \"\u{1F9D8}\",").replace("note", "dream");
    let added = served.add(&journal, &format!("{newer}\n{}\n{}\n", note(2), note(1)));
    assert_eq!((added.status, added.header("etag")), (200, Some(format!("\"{journal}-3\"").as_str())));
    assert_eq!(served.lines(), [note(1), note(2), newer]);
    // What is there stays as it is.
    assert_eq!(served.add(&journal, &note(1).replace(r#""text":"1""#, r#""text":"x""#)).status, 200);
    assert_eq!((served.lines()[0].as_str(), served.state().1), (note(1).as_str(), 3));
    let erased = served.ours("DELETE", &[("Unknot-Journal", &journal)], "");
    assert_eq!(erased.status, 200);
    let (after, records) = served.state();
    assert!(after != journal && records == 0);
    assert_eq!(erased.header("etag"), Some(format!("\"{after}-0\"").as_str()));
}

#[test]
fn what_is_known_is_not_sent_again_and_nothing_is_kept_by_anybody_on_the_way() {
    let served = Served::start();
    let (journal, _) = served.state();
    served.add(&journal, &note(1));
    let tag = format!("\"{journal}-1\"");
    let same = served.ours("GET", &[("If-None-Match", &tag)], "");
    assert_eq!((same.status, same.body.len(), same.header("etag")), (304, 0, Some(tag.as_str())));
    served.add(&journal, &note(2));
    let more = served.ours("GET", &[("If-None-Match", &tag)], "");
    assert_eq!((more.status, more.text().lines().count()), (200, 2));
    let refused = ask(served.port, "GET", "/api/journal", &[("Host", &format!("127.0.0.1:{}", served.port))]);
    for answer in [same, more, refused] {
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
    }
}

#[test]
fn an_erased_journal_is_not_brought_back() {
    let served = Served::start();
    let (journal, _) = served.state();
    served.add(&journal, &note(1));
    // As `unknot journal erase` does.
    pollster::block_on(unknot_journal::Store::erase(
        &unknot_journal_sqlite::Sqlite::open(&served.path()).unwrap(),
    ))
    .unwrap();
    for answer in [served.add(&journal, &note(1)), served.ours("DELETE", &[("Unknot-Journal", &journal)], "")]
    {
        assert_eq!(answer.status, 412);
        assert!(answer.text().contains("was erased"), "{}", answer.text());
    }
    assert!(served.lines().is_empty());
    for named in [&[LINES][..], &[LINES, ("Unknot-Journal", "any")]] {
        assert_eq!(served.ours("POST", named, &note(1)).status, 428);
    }
    assert!(served.lines().is_empty());
}

/// Asserts that a request is refused with these words, that nobody else may read why, and that nothing has changed.
fn refused(served: &Served, answer: &Answer, words: &str) {
    assert_eq!(answer.status, 403, "{answer:?}");
    assert!(answer.text().contains(words), "{words}: {}", answer.text());
    assert!(!answer.headers.iter().any(|(name, _)| name.starts_with("access-control-")), "{answer:?}");
    assert!(!answer.text().contains(&served.token) && !answer.text().contains("019ab7d0"));
    assert_eq!(served.lines(), [note(1)]);
}

#[test]
fn everybody_else_is_refused_whatever_they_want() {
    let served = Served::start();
    let (journal, _) = served.state();
    served.add(&journal, &note(1));
    let host = format!("127.0.0.1:{}", served.port);
    let origin = format!("http://{host}");
    let bearer = format!("Bearer {}", served.token);
    let wrong = format!("Bearer {}", "0".repeat(32));
    let (ours, site) = ([("Host", host.as_str()), ("Origin", &origin)], ("Sec-Fetch-Site", "same-origin"));
    let token = ("Authorization", bearer.as_str());
    let other_port = format!("http://127.0.0.1:{}", served.port ^ 1);
    let rebound = format!("evil.example:{}", served.port);
    let headers: [(&[(&str, &str)], &str); 9] = [
        (&[&ours[..], &[site]].concat(), "token"),
        (&[&ours[..], &[site, ("Authorization", &wrong)]].concat(), "not the token"),
        (&[&ours[..], &[site, ("Authorization", "Bearer ")]].concat(), "token"),
        (&[&ours[..], &[site, ("Cookie", &bearer)]].concat(), "token"),
        (
            &[("Host", &host), ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), token],
            "another site",
        ),
        (&[("Host", &host), ("Origin", &other_port), ("Sec-Fetch-Site", "same-site"), token], "another site"),
        (&[("Host", &host), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), token], "another site"),
        (&[("Host", &host), ("Sec-Fetch-Site", "none"), token], "another site"),
        (&[("Host", &host), token], "Sec-Fetch-Site"),
    ];
    for (headers, words) in headers {
        for method in ["GET", "POST", "DELETE", "OPTIONS", "PUT"] {
            let named = [headers, &[LINES, ("Unknot-Journal", &journal), ("Content-Length", "0")]].concat();
            refused(&served, &ask(served.port, method, "/api/journal", &named), words);
        }
    }
    // A name of somebody else's for our address is not answered at all.
    let rebinding = [("Host", rebound.as_str()), ("Origin", "http://evil.example"), site, token];
    let answer = ask(served.port, "GET", "/api/journal", &rebinding);
    assert_eq!((answer.status, answer.text().contains("019ab7d0")), (421, false));
    let other = format!("127.0.0.1:{}", served.port ^ 1);
    let answer =
        ask(served.port, "GET", "/api/journal", &[("Host", &other), ("Origin", &origin), site, token]);
    refused(&served, &answer, "own address");
    // What a form of another site can send without asking.
    let form = [
        ("Host", host.as_str()),
        ("Origin", "https://evil.example"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "no-cors"),
        ("Content-Type", "text/plain"),
        ("Content-Length", "2"),
    ];
    refused(&served, &send(served.port, "POST", "/api/journal", &form, b"{}"), "another site");
    // Nor is anybody asked beforehand whether they may.
    let preflight = [
        ("Host", host.as_str()),
        ("Origin", "https://evil.example"),
        ("Access-Control-Request-Method", "DELETE"),
        ("Access-Control-Request-Headers", "authorization"),
    ];
    refused(&served, &ask(served.port, "OPTIONS", "/api/journal", &preflight), "another site");
}

#[test]
fn lines_are_kept_all_or_none() {
    let served = Served::start();
    let (journal, _) = served.state();
    served.add(&journal, &note(1));
    let named = ("Unknot-Journal", journal.as_str());
    let kept = |answer: &Answer, status: u16, words: &str| {
        assert_eq!(answer.status, status, "{answer:?}");
        assert!(
            answer.text().contains(words) && answer.text().contains("Nothing was kept"),
            "{}",
            answer.text()
        );
        assert_eq!(served.lines(), [note(1)]);
    };
    for (body, words) in [
        (format!("{}\nfive\n", note(2)), "line 2, column"),
        (format!("{}\n{}", note(2), &note(3)[..90]), "line 2, column"),
        (note(2).replace(r#""v":1"#, r#""v":0"#), "version 0"),
        (note(2).replace("note", "dream"), "unknown variant"),
        (note(2).replace("019ab7d0-0000-7a00", "019ab7d0-0000-4a00"), "UUID of version 7"),
    ] {
        kept(&served.add(&journal, &body), 400, words);
    }
    let with = |length: &str, kind: &str, send: &Sends<'_>| {
        served.let_in(&[("Content-Type", kind), named, length.split_once(": ").unwrap()], send);
    };
    let line = format!("{}\n", note(2));
    let whole = |length: &str, kind: &str, body: &[u8], status: u16, words: &str| {
        with(length, kind, &|headers| {
            kept(&send(served.port, "POST", "/api/journal", headers, body), status, words);
        });
    };
    whole("Content-Length: 67108865", LINES.1, b"", 413, "More than 64 MB");
    whole("Content-Length: 3", LINES.1, b"\xff\xfe\n", 400, "utf-8");
    whole(&format!("Content-Length: {}", line.len()), "text/plain", line.as_bytes(), 415, "x-ndjson");
    // Half of it, cut at the end of a line.
    let chunk = format!("{:x}\r\n{line}\r\n", line.len());
    for (length, body) in [
        (format!("Content-Length: {}", 2 * line.len()), &line),
        ("Transfer-Encoding: chunked".to_owned(), &chunk),
    ] {
        with(&length, LINES.1, &|headers| {
            let answer = break_off(served.port, "POST", "/api/journal", headers, body.as_bytes());
            assert!(answer.is_none_or(|answer| answer.status == 400));
            assert_eq!(served.lines(), [note(1)]);
        });
    }
}

#[test]
fn more_than_is_allowed_is_not_taken_though_nobody_says_how_much_comes() {
    let served = Served::start();
    let (journal, _) = served.state();
    let chunk = format!("{:x}\r\n{}\r\n", 1 << 20, " ".repeat(1 << 20));
    let body = chunk.repeat(65) + "0\r\n\r\n";
    let headers = [("Unknot-Journal", journal.as_str()), ("Transfer-Encoding", "chunked"), LINES];
    let answer = served
        .let_in(&headers, |headers| send(served.port, "POST", "/api/journal", headers, body.as_bytes()));
    assert_eq!(answer.status, 400, "{answer:?}");
    assert!(answer.text().contains("more than 64 MB"));
}

#[test]
fn a_ticket_is_traded_for_the_token_once() {
    let served = Served::start();
    let trade = |ticket: &str, origin: &str| {
        let bearer = format!("Bearer {ticket}");
        let host = format!("127.0.0.1:{}", served.port);
        let headers = [
            ("Host", host.as_str()),
            ("Origin", origin),
            ("Authorization", &bearer),
            ("Content-Length", "0"),
        ];
        ask(served.port, "POST", "/api/ticket", &headers)
    };
    let ours = format!("http://127.0.0.1:{}", served.port);
    assert_eq!(trade(&served.ticket, "http://evil.example").status, 403);
    assert_eq!(trade(&"0".repeat(32), &ours).status, 403);
    let traded = trade(&served.ticket, &ours);
    assert_eq!((traded.status, traded.text()), (200, served.token.as_str()));
    let again = trade(&served.ticket, &ours);
    assert_eq!((again.status, again.text().contains("used already")), (403, true));
}

#[test]
fn what_is_wrong_with_the_file_is_told_and_it_stays_as_it_is() {
    let served = Served::start();
    let (journal, _) = served.state();
    std::fs::write(served.path(), "date,pain\n".repeat(99)).unwrap();
    for answer in [served.ours("GET", &[], ""), served.add(&journal, &note(1))] {
        assert_eq!(answer.status, 500);
        assert!(answer.text().contains("no journal of Unknot's. Nothing was changed"), "{}", answer.text());
    }
    assert!(std::fs::read_to_string(served.path()).unwrap().starts_with("date,pain"));
}

#[test]
fn where_others_can_reach_the_server_there_is_no_journal() {
    let served = Served::start_at(Ipv4Addr::UNSPECIFIED.into());
    assert_eq!(served.ours("GET", &[], "").status, 404);
    assert_eq!(served.ours("DELETE", &[("Unknot-Journal", "0")], "").status, 405);
}

#[test]
fn there_is_nothing_else() {
    let served = Served::start();
    let put = served.ours("PUT", &[], "");
    assert_eq!((put.status, put.header("allow")), (405, Some("HEAD, GET, POST, DELETE")));
}
