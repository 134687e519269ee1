//! One HTTP request: to the billing API or to the control API, and back as a response or as the fault that was asked for.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Response, StatusCode};
use jiff::Timestamp;

use super::half_body::HalfBody;
use crate::control;
use crate::faults::{Fault, FaultKind};
use crate::sim::{Outcome, Reply, Sim};
use crate::wire::request::Request;

/// Larger requests are refused; no documented call comes near.
const LARGEST_BODY: usize = 1024 * 1024;

type Answer = Response<BoxBody<Bytes, io::Error>>;

/// The connection ends without an answer, for a fault's sake.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    #[error("closed without an answer")]
    Closed,
    #[error("reset")]
    Reset,
}

pub async fn answer(sim: &Mutex<Sim>, address: &str, request: hyper::Request<Incoming>) -> Result<Answer, Broken> {
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
fn lock(sim: &Mutex<Sim>) -> MutexGuard<'_, Sim> {
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
    let half = HalfBody::of(&bytes);
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
