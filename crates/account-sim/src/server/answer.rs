//! One HTTP request: to the billing API or to the control API, and back as a response, or as the end of the
//! connection that a fault asks for.

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use jiff::Timestamp;
use tokio::time::timeout;

use super::address::{Address, address};
use super::paced_body::PacedBody;
use crate::faults::{Delivery, Pace};
use crate::keeper::Keeper;
use crate::wire::reply::Reply;
use crate::wire::request::{Origin, Request};

/// Larger calls are refused; no documented one comes near.
const LARGEST_CALL: u64 = 1024 * 1024;
/// The control API takes whole worlds.
const LARGEST_CONTROL: u64 = 1024 * 1024 * 1024;
/// How long a client may take to send a request's body.
const SLOWEST_BODY: Duration = Duration::from_secs(30);

type Answer = Response<BoxBody<Bytes, std::convert::Infallible>>;

/// The connection ends without an answer, for a fault's sake.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    #[error("closed without an answer")]
    Closed,
    #[error("reset")]
    Reset,
}

/// `host` is the server's own address, for clients that do not name it.
pub async fn answer(
    sim: &Mutex<Keeper>,
    host: &str,
    peer: IpAddr,
    request: hyper::Request<Incoming>,
) -> Result<Answer, Broken> {
    let (head, body) = request.into_parts();
    let extra_slash = lock(sim).sim().world.settings.assumptions.u29_extra_slash;
    let address = address(head.uri.path(), extra_slash);
    if let Some(refused) = refused_head(&head, &address) {
        return Ok(refused);
    }
    let largest = if address == Address::Control { LARGEST_CONTROL } else { LARGEST_CALL };
    let body = match read(body, largest).await {
        Ok(body) => body,
        Err(refused) => return Ok(*refused),
    };
    match address {
        Address::Billing => {
            let query = head.uri.query().unwrap_or_default();
            let request = Request::parse(query, &body).with_origin(origin(&head.headers, host, peer));
            let delivery = lock(sim).billing(Timestamp::now(), request);
            match delivery {
                Ok(delivery) => send(delivery).await,
                Err(error) => Ok(not_remembered(&error)),
            }
        }
        Address::Long(name) => {
            let page = lock(sim).long(Timestamp::now(), name);
            match page {
                Err(error) => Ok(not_remembered(&error)),
                Ok(Some(page)) => send(page.into()).await,
                Ok(None) => Ok(plain(StatusCode::NOT_FOUND, "No such request, or its answer was given already")),
            }
        }
        Address::Control => {
            let (method, path) = (head.method.as_str(), head.uri.path());
            let Ok(body) = str::from_utf8(&body) else {
                return Ok(plain(StatusCode::UNPROCESSABLE_ENTITY, "not UTF-8"));
            };
            let answer = lock(sim).control(Timestamp::now(), method, path, body);
            Ok(match answer {
                Ok((status, json)) => {
                    response(StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST), "application/json", json)
                }
                Err(error) => not_remembered(&error),
            })
        }
        Address::Unknown => {
            Ok(plain(StatusCode::NOT_FOUND, "A simulated ispmanager account: /manager/billmgr, /billmgr and /control/"))
        }
    }
}

/// The state is whole after every call, so a panic elsewhere does not spoil it.
fn lock(sim: &Mutex<Keeper>) -> MutexGuard<'_, Keeper> {
    sim.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What can be refused before the body is read.
fn refused_head(head: &Parts, address: &Address) -> Option<Answer> {
    if !matches!(address, Address::Billing | Address::Long(_)) {
        return None;
    }
    if head.method != Method::GET && head.method != Method::POST {
        let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, "GET or POST");
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, POST"));
        return Some(refused);
    }
    let is_form = head.headers.get(CONTENT_TYPE).is_none_or(|given| {
        let kind = given.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
        kind.is_empty() || kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
    });
    (head.method == Method::POST && !is_form)
        .then(|| plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, "A form in application/x-www-form-urlencoded"))
}

/// The whole body, or the refusal of one that is too large, too slow or broken.
async fn read(body: Incoming, largest: u64) -> Result<Bytes, Box<Answer>> {
    let refused = |status, text| Err(Box::new(plain(status, text)));
    let too_large = || refused(StatusCode::PAYLOAD_TOO_LARGE, "request too large");
    if body.size_hint().lower() > largest {
        return too_large();
    }
    let limit = usize::try_from(largest).unwrap_or(usize::MAX);
    match timeout(SLOWEST_BODY, Limited::new(body, limit).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => too_large(),
        Ok(Err(_)) => refused(StatusCode::BAD_REQUEST, "the body cannot be read"),
        Err(_) => refused(StatusCode::REQUEST_TIMEOUT, "the body came too slowly"),
    }
}

fn origin(headers: &HeaderMap, host: &str, peer: IpAddr) -> Origin {
    let named = headers.get(HOST).and_then(|host| host.to_str().ok()).filter(|host| !host.is_empty());
    let cookies = headers.get_all(COOKIE).into_iter().filter_map(|cookies| cookies.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    Origin {
        peer,
        host: named.unwrap_or(host).to_owned(),
        cookie: pairs.find(|(name, _)| *name == "billmgrses5").map(|(_, session)| session.to_owned()),
    }
}

async fn send(delivery: Delivery) -> Result<Answer, Broken> {
    let (reply, pace) = match delivery {
        Delivery::Closed => return Err(Broken::Closed),
        Delivery::Reset => return Err(Broken::Reset),
        Delivery::Answer(reply, pace) => (reply, pace),
    };
    let Reply { status, content_type, headers, body } = reply;
    let bytes = Bytes::from(body);
    if let Pace::After(time) = pace {
        tokio::time::sleep(time).await;
    }
    let body = match pace {
        Pace::AtOnce | Pace::After(_) => Full::from(bytes.clone()).boxed(),
        Pace::Over(time) => PacedBody::over(&bytes, time).boxed(),
        Pace::Half => PacedBody::half(&bytes).boxed(),
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let sent = response.headers_mut();
    sent.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    if let Ok(content_type) = HeaderValue::from_str(&content_type) {
        sent.insert(CONTENT_TYPE, content_type);
    }
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            sent.append(name, value);
        }
    }
    Ok(response)
}

fn plain(status: StatusCode, text: &str) -> Answer {
    response(status, "text/plain; charset=UTF-8", format!("{text}\n"))
}

/// A call that cannot be written to the state file is not carried out.
fn not_remembered(error: &std::io::Error) -> Answer {
    plain(StatusCode::INSUFFICIENT_STORAGE, &format!("the state file cannot be written: {error}"))
}

fn response(status: StatusCode, content_type: &'static str, body: String) -> Answer {
    let mut response = Response::new(Full::from(body).boxed());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
