//! The simulator on a socket: a port of its own, HTTP/1.1 in front of one world, and a thread that ends with the value.

mod address;
mod answer;
mod paced_body;

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use jiff::Timestamp;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use self::answer::{Broken, answer};
use crate::keeper::Keeper;

/// How a simulator is started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The passwords of the accounts are public: anything but a loopback address gives them away.
    pub listen: SocketAddr,
    /// Where the world is kept beyond the end of the program; nowhere unless it is given.
    pub state: Option<PathBuf>,
}

impl Default for Options {
    /// A random port of 127.0.0.1.
    fn default() -> Self {
        Self { listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), state: None }
    }
}

/// A running simulator with its own world on its own port. Dropping it stops it.
#[must_use = "the simulator stops when this is dropped"]
pub struct AccountSim {
    address: SocketAddr,
    sim: Shared,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl AccountSim {
    /// Starts on a random port of 127.0.0.1; requests are accepted as soon as this returns.
    pub fn start() -> io::Result<Self> {
        Self::start_with(Options::default())
    }

    pub fn start_with(options: Options) -> io::Result<Self> {
        let now = Timestamp::now();
        let sim = match &options.state {
            Some(path) => Keeper::remembering(path, now)?,
            None => Keeper::forgetful(now),
        };
        let sim = Arc::new(Mutex::new(sim));
        let listener = std::net::TcpListener::bind(options.listen)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&sim);
        let thread = std::thread::Builder::new().name("account-sim".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, address, served) => {}
                    _ = stopped => {}
                }
            });
        })?;
        Ok(Self { address, sim, stop: Some(stop), thread: Some(thread) })
    }

    /// A call to the control API by whoever holds the simulator, without a connection: its status and its JSON.
    pub fn control(&self, method: &str, path: &str, body: &str) -> io::Result<(u16, String)> {
        let mut keeper = self.sim.lock().unwrap_or_else(PoisonError::into_inner);
        keeper.control(Timestamp::now(), method, path, body)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for AccountSim {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

type Shared = Arc<Mutex<Keeper>>;

/// More headers, or longer ones, answer 431.
const MOST_HEADERS: usize = 100;
const LONGEST_HEAD: usize = 64 * 1024;
/// How long a client may take to send a request's head, and to stay silent between two requests.
const SLOWEST_HEAD: Duration = Duration::from_secs(30);

async fn accept(listener: TcpListener, address: SocketAddr, sim: Shared) {
    let host = address.to_string();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                tokio::spawn(connection(stream, Arc::clone(&sim), host.clone(), peer.ip()));
            }
            // A connection that dies before it is accepted concerns nobody else; where the system has no more room
            // for connections, others get the time to end theirs.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

async fn connection(stream: TcpStream, sim: Shared, host: String, peer: IpAddr) {
    let service = service_fn(|request| answer(&sim, &host, peer, request));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(SLOWEST_HEAD)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LONGEST_HEAD)
        .half_close(true)
        .serve_connection(TokioIo::new(stream), service);
    let Err(error) = (&mut connection).await else {
        return;
    };
    let source = std::error::Error::source(&error);
    if let Some(Broken::Reset) = source.and_then(|source| source.downcast_ref()) {
        let stream = connection.into_parts().io.into_inner();
        // Without lingering, closing sends a reset; where that fails, the peer sees a plain close.
        let _ = stream.set_zero_linger();
    }
}
