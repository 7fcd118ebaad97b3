//! The server itself.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;

use crate::answer::{Site, answer};
use crate::headers;
use crate::host::authority;
use crate::journal::Journal;
use crate::pages::Pages;

/// A server that has its address, but answers nobody yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

/// Why there is no server at an address.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// An Unknot serves there already.
    #[error("Unknot is at {url} already")]
    Ours {
        /// Where.
        url: String,
    },
    /// Another program serves there.
    #[error("port {port} is taken by another program")]
    Taken {
        /// Which port.
        port: u16,
    },
    /// The system says no.
    #[error("cannot serve at {address}: {source}")]
    Refused {
        /// Where.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
}

impl Server {
    /// Takes an address; with port 0 the system chooses one.
    ///
    /// # Errors
    ///
    /// [`BindError`], if there is a server already, or the system says no.
    pub fn bind(address: IpAddr, port: u16) -> Result<Self, BindError> {
        let wanted = SocketAddr::new(address, port);
        let refused = |source| BindError::Refused { address: wanted, source };
        let listener = TcpListener::bind(wanted).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse if is_ours(wanted) => BindError::Ours { url: url(wanted) },
            ErrorKind::AddrInUse => BindError::Taken { port },
            _ => refused(error),
        })?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { listener, address })
    }

    /// Returns where the pages are, as a browser is told it.
    #[must_use]
    pub fn url(&self) -> String {
        url(self.address)
    }

    /// Returns whether only this computer can reach it.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.address.ip().is_loopback()
    }

    /// Answers everybody until the program is interrupted (Ctrl-C). The journal, if there is one, is only for its own pages, and
    /// for nobody where others can reach the server.
    ///
    /// # Errors
    ///
    /// What the system says when it cannot go on.
    pub fn run(self, pages: Pages, journal: Option<Journal>) -> std::io::Result<()> {
        let journal = journal.filter(|_| self.is_private());
        let site = Arc::new(Site { bound: self.address, pages, journal });
        let router = Router::new().fallback(answer).with_state(site);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            // Nothing is lost when an answer is cut off: browsers ask again.
            tokio::select! {
                ended = axum::serve(listener, router) => ended,
                interrupted = tokio::signal::ctrl_c() => interrupted,
            }
        })
    }
}

/// Returns the URL of an address; where that is any of this computer's, the one by which it reaches itself.
fn url(address: SocketAddr) -> String {
    format!("http://{}:{}/", authority(reachable(address).ip()), address.port())
}

fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1]),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Asks whoever serves there whether it is an Unknot. Who does not answer at once is none.
fn is_ours(address: SocketAddr) -> bool {
    const PATIENCE: Duration = Duration::from_secs(1);
    let address = reachable(address);
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "HEAD / HTTP/1.0\r\nHost: {address}\r\n\r\n")?;
        let mut answer = String::new();
        stream.take(1 << 14).read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| {
        answer.lines().any(|line| line.eq_ignore_ascii_case(&format!("server: {}", headers::NAME)))
    })
}
