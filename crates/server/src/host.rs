//! Who is asked: a name that leads here need not mean that somebody wanted to come here.
//!
//! A foreign page can give its own name the address of this computer, and would then be at home here (DNS rebinding).
//! So a server that only this computer can reach answers to its own address alone.

use std::net::IpAddr;

/// What is to be done with a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Host {
    /// It is answered.
    Ours,
    /// It is sent to this authority, because another name for the same place would have a journal of its own.
    Elsewhere(String),
    /// It is refused.
    Foreign,
}

impl Host {
    /// Judges what a request to a server at `bound` says in its header `Host`.
    pub(crate) fn judge(bound: IpAddr, host: Option<&str>) -> Self {
        if !bound.is_loopback() {
            return Self::Ours;
        }
        let Some(host) = host else { return Self::Foreign };
        let own = authority(bound);
        let (name, port) = split(host);
        // The port may be another: a tunnel ends wherever somebody wants it to.
        if name == own {
            Self::Ours
        } else if name.eq_ignore_ascii_case("localhost") {
            Self::Elsewhere(format!("{own}{port}"))
        } else {
            Self::Foreign
        }
    }
}

/// Returns an address as it stands in a URL.
pub(crate) fn authority(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// Splits a header `Host` before its port, which keeps its colon.
fn split(host: &str) -> (&str, &str) {
    let end_of_name = host.rfind(']').map_or(0, |at| at + 1);
    let colon = host[end_of_name..].find(':').map_or(host.len(), |at| end_of_name + at);
    host.split_at(colon)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use super::*;

    #[test]
    fn only_its_own_address_is_answered() {
        let judge = |host| Host::judge(Ipv4Addr::LOCALHOST.into(), host);
        assert_eq!(judge(Some("127.0.0.1:7420")), Host::Ours);
        assert_eq!(judge(Some("127.0.0.1")), Host::Ours);
        assert_eq!(judge(Some("LocalHost:7420")), Host::Elsewhere("127.0.0.1:7420".to_owned()));
        for foreign in ["127.0.0.1.evil.example:7420", "evil.example", "[::1]:7420", "", ":80", "a]b:c"] {
            assert_eq!(judge(Some(foreign)), Host::Foreign, "{foreign}");
        }
        assert_eq!(judge(None), Host::Foreign);
    }

    #[test]
    fn an_address_of_the_new_kind_keeps_its_brackets() {
        let judge = |host| Host::judge(Ipv6Addr::LOCALHOST.into(), Some(host));
        assert_eq!(judge("[::1]:7420"), Host::Ours);
        assert_eq!(judge("localhost:7420"), Host::Elsewhere("[::1]:7420".to_owned()));
    }

    #[test]
    fn whoever_serves_the_network_is_called_anything() {
        assert_eq!(Host::judge(Ipv4Addr::UNSPECIFIED.into(), Some("my-desk.local:7420")), Host::Ours);
    }
}
