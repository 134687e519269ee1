//! HTTP by hand, for what a well-behaved client would not send or would hide.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};

use crate::client::Client;

/// What came back over a connection until it ended.
pub struct Answer {
    pub head: String,
    pub body: Vec<u8>,
    /// Whether the connection was reset and not closed.
    pub reset: bool,
}

impl Answer {
    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap_or_default().parse().unwrap_or_default()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers.filter(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn is_nothing(&self) -> bool {
        self.head.is_empty() && self.body.is_empty()
    }

    /// Whether as many bytes came as were announced.
    pub fn is_whole(&self) -> bool {
        self.header("content-length").unwrap().parse() == Ok(self.body.len())
    }
}

pub fn connect(client: &Client) -> TcpStream {
    TcpStream::connect(address(client)).unwrap()
}

/// Sends one request that asks for the connection to be closed, and reads until it is.
pub fn send(client: &Client, request: &str) -> Answer {
    exchange(connect(client), request)
}

/// The same from another address of the loopback.
pub fn send_from(client: &Client, host: u8, request: &str) -> Answer {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::from((Ipv4Addr::new(127, 0, 0, host), 0))).unwrap();
        socket.connect(address(client)).await.unwrap().into_std().unwrap()
    });
    stream.set_nonblocking(false).unwrap();
    exchange(stream, request)
}

pub fn exchange(mut stream: TcpStream, request: &str) -> Answer {
    // A server that refuses early may stop reading; what it said is read in any case.
    let _ = stream.write_all(request.as_bytes());
    let mut bytes = Vec::new();
    let end = stream.read_to_end(&mut bytes);
    let split = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    Answer {
        head: String::from_utf8_lossy(&bytes[..split]).into_owned(),
        body: bytes.get(split + 4..).unwrap_or_default().to_vec(),
        reset: end.is_err_and(|error| error.kind() == ErrorKind::ConnectionReset),
    }
}

/// A POST of a form to the billing API.
pub fn form(body: &str) -> String {
    request("POST", "/manager/billmgr", "Content-Type: application/x-www-form-urlencoded\r\n", body)
}

pub fn get(path_and_query: &str) -> String {
    request("GET", path_and_query, "", "")
}

pub fn request(method: &str, target: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{method} {target} HTTP/1.1\r\nHost: sim.example\r\nConnection: close\r\n\
         Content-Length: {length}\r\n{headers}\r\n{body}"
    )
}

fn address(client: &Client) -> SocketAddr {
    client.url().strip_prefix("http://").unwrap().parse().unwrap()
}
