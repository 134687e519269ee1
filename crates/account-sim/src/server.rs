//! The simulator on a socket: HTTP/1.1 in front of one world, and the faults that only a socket can have.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::thread::JoinHandle;
use std::time::Duration;

use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Response, StatusCode};
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::control;
use crate::faults::{Fault, FaultKind};
use crate::sim::{Outcome, Reply, Sim};
use crate::wire::request::Request;

/// Larger requests are refused; no documented call comes near.
const LARGEST_BODY: usize = 1024 * 1024;

/// A running simulator with its own world on its own port. Dropping it stops it.
#[must_use = "the simulator stops when this is dropped"]
pub struct AccountSim {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl AccountSim {
    /// Starts on a random port of 127.0.0.1; requests are accepted as soon as this returns.
    pub fn start() -> io::Result<Self> {
        Self::start_on(0)
    }

    pub fn start_on(port: u16) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name("account-sim".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, address) => {}
                    _ = stopped => {}
                }
            });
        })?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
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

type Shared = Arc<Mutex<Sim>>;
type Answer = Response<BoxBody<Bytes, io::Error>>;

/// The connection ends without an answer, for a fault's sake.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error("closed without an answer")]
    Closed,
    #[error("reset")]
    Reset,
}

async fn accept(listener: TcpListener, address: SocketAddr) {
    let sim: Shared = Arc::new(Mutex::new(Sim::new(Timestamp::now())));
    let address = address.to_string();
    loop {
        // A connection that dies before it is accepted concerns nobody else.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(connection(stream, Arc::clone(&sim), address.clone()));
        }
    }
}

async fn connection(stream: TcpStream, sim: Shared, address: String) {
    let service = service_fn(|request| answer(&sim, &address, request));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
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

async fn answer(sim: &Shared, address: &str, request: hyper::Request<Incoming>) -> Result<Answer, Broken> {
    let (head, body) = request.into_parts();
    let body = match Limited::new(body, LARGEST_BODY).collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) => return Ok(plain(StatusCode::PAYLOAD_TOO_LARGE, "request too large")),
    };
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
    let path = head.uri.path();
    match path {
        "/manager/billmgr" | "/billmgr" => {
            if head.method != Method::GET && head.method != Method::POST {
                return Ok(plain(StatusCode::METHOD_NOT_ALLOWED, "GET or POST"));
            }
            let request = Request::parse(head.uri.query().unwrap_or_default(), &body);
            let outcome = lock(sim).billing(Timestamp::now(), &request, host.unwrap_or(address));
            send(outcome).await
        }
        _ if path.starts_with("/control/") => {
            let method = head.method.as_str();
            let answer = control::answer(&mut lock(sim), Timestamp::now(), method, path, &body);
            Ok(match answer {
                Ok(value) => json(StatusCode::OK, &value),
                Err(error) => json(
                    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST),
                    &serde_json::json!({ "error": error.to_string() }),
                ),
            })
        }
        _ => {
            Ok(plain(StatusCode::NOT_FOUND, "A simulated ispmanager account: /manager/billmgr, /billmgr and /control/"))
        }
    }
}

/// The state is whole after every call, so a panic elsewhere does not spoil it.
fn lock(sim: &Shared) -> MutexGuard<'_, Sim> {
    sim.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn send(outcome: Outcome) -> Result<Answer, Broken> {
    let Outcome { reply, fault } = outcome;
    let kind = fault.as_ref().map(|fault| fault.fault);
    if kind == Some(FaultKind::ResetBefore) {
        return Err(Broken::Reset);
    }
    if kind == Some(FaultKind::Http502) {
        return Ok(bad_gateway());
    }
    let Some(reply) = reply else {
        return Err(Broken::Closed);
    };
    match fault {
        Some(Fault { fault: FaultKind::ReplyLost, .. }) => Err(Broken::Closed),
        Some(Fault { fault: FaultKind::Truncated, .. }) => Ok(truncated(reply)),
        Some(Fault { fault: FaultKind::Delay, seconds, .. }) => {
            tokio::time::sleep(Duration::from_secs_f32(seconds)).await;
            Ok(whole(reply))
        }
        _ => Ok(whole(reply)),
    }
}

fn whole(reply: Reply) -> Answer {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::OK);
    response(status, reply.content_type, reply.body)
}

/// Promises the whole answer and gives half of it.
fn truncated(reply: Reply) -> Answer {
    let bytes = Bytes::from(reply.body);
    let half = HalfBody { half: Some(bytes.slice(..bytes.len() / 2)), sent: false };
    let mut response = Response::new(half.map_err(|never| match never {}).boxed());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(reply.content_type));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    response
}

fn bad_gateway() -> Answer {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
                <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    response(StatusCode::BAD_GATEWAY, "text/html", page.to_owned())
}

fn plain(status: StatusCode, text: &str) -> Answer {
    response(status, "text/plain; charset=UTF-8", format!("{text}\n"))
}

fn json(status: StatusCode, value: &serde_json::Value) -> Answer {
    response(status, "application/json", value.to_string())
}

fn response(status: StatusCode, content_type: &'static str, body: String) -> Answer {
    let body = Full::from(body).map_err(|never| match never {}).boxed();
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let content_type = HeaderValue::from_static(content_type);
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

/// A body that ends before the announced length, which makes hyper close the connection.
struct HalfBody {
    half: Option<Bytes>,
    sent: bool,
}

impl Body for HalfBody {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(half) = self.half.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        if self.sent {
            return Poll::Ready(None);
        }
        // hyper writes what it has while a body makes it wait; at an early end it would throw the half away.
        self.sent = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
