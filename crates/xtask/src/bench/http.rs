//! As much of an HTTP client as a measurement needs: one connection that is kept, forms, answers with a length.

use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::TcpStream;

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("cannot connect to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(256 * 1024) })
    }

    /// The body of the answer; any status but 200 is an error.
    pub fn post(&mut self, request: &[u8]) -> Result<&[u8]> {
        self.stream.write_all(request)?;
        self.buffer.clear();
        let head = loop {
            self.read_some()?;
            if let Some(end) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let text = String::from_utf8_lossy(self.buffer.get(..head).unwrap_or_default()).to_ascii_lowercase();
        let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
        let length = length.context("an answer without its length")?;
        while self.buffer.len() < head + length {
            self.read_some()?;
        }
        let body = self.buffer.get(head..).unwrap_or_default();
        if !text.starts_with("http/1.1 200") {
            bail!("{} {}", text.lines().next().unwrap_or_default(), String::from_utf8_lossy(body));
        }
        Ok(body)
    }

    fn read_some(&mut self) -> Result<()> {
        let mut part = [0; 64 * 1024];
        let read = self.stream.read(&mut part)?;
        if read == 0 {
            bail!("the connection ended before its answer");
        }
        self.buffer.extend_from_slice(part.get(..read).unwrap_or_default());
        Ok(())
    }
}

pub fn post(path: &str, content_type: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}
