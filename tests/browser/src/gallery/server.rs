//! Serves the built gallery under a policy that allows nothing but what the panel needs, so that the browser tells when it needs more.

use std::{net::Ipv4Addr, path::Path};

use anyhow::Result;
use hyper::{
    Response,
    header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue},
    server::conn::http1,
};
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, fs::ServeFileSystemResponseBody};
use tower_http::set_header::SetResponseHeader;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/// Serves until the process ends; gives the address, without a slash at its end. `wasm_type` stands in place of the right type of WASM.
pub async fn serve(folder: &Path, wasm_type: Option<&'static str>) -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let files = ServeDir::new(folder);
    let files = SetResponseHeader::overriding(files, CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    let type_of = move |response: &Response<ServeFileSystemResponseBody>| {
        let known = response.headers().get(CONTENT_TYPE)?;
        Some(match wasm_type {
            Some(other) if known == "application/wasm" => HeaderValue::from_static(other),
            _ => known.clone(),
        })
    };
    let files = SetResponseHeader::overriding(files, CONTENT_TYPE, type_of);
    let service = TowerToHyperService::new(files);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service.clone()));
        }
    });
    Ok(address)
}
