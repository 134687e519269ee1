//! A billing request: an ordered list of parameters, whichever way they came.

use std::net::{IpAddr, Ipv4Addr};

use serde::{Deserialize, Serialize};

use super::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    Xml,
    Json,
    Bjson,
    Text,
}

impl Output {
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Xml => "text/xml; charset=UTF-8",
            Self::Json | Self::Bjson => "application/json; charset=UTF-8",
            Self::Text => "text/plain; charset=UTF-8",
        }
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Request {
    params: Vec<(String, String)>,
    pub origin: Origin,
}

/// What a request tells beside its parameters.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Origin {
    /// The address of the caller.
    pub peer: IpAddr,
    /// The address by which the caller knows the server.
    pub host: String,
    /// The session of the cookie `billmgrses5`.
    pub cookie: Option<String>,
}

impl Default for Origin {
    fn default() -> Self {
        Self { peer: Ipv4Addr::LOCALHOST.into(), host: Ipv4Addr::LOCALHOST.to_string(), cookie: None }
    }
}

impl Request {
    /// Query string and form body alike; the query comes first.
    pub fn parse(query: &str, body: &[u8]) -> Self {
        let params = form_urlencoded::parse(query.as_bytes())
            .chain(form_urlencoded::parse(body))
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        Self { params, origin: Origin::default() }
    }

    pub fn with_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// The session that the request belongs to: `auth`, else the cookie. With `authinfo` it belongs to none.
    pub fn session(&self) -> Option<&str> {
        let named = self.get("auth").or(self.origin.cookie.as_deref());
        named.filter(|_| self.get("authinfo").is_none())
    }

    /// The same request with another value of a parameter.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut params = vec![(name.to_owned(), value.to_owned())];
        params.extend(self.params.iter().filter(|(given, _)| given != name).cloned());
        Self { params, origin: self.origin.clone() }
    }

    /// The first parameter of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The parameter, or an empty text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    pub fn func(&self) -> &str {
        self.text("func")
    }

    /// `sok=ok` commits; without it a form is only shown.
    pub fn is_committed(&self) -> bool {
        self.get("sok") == Some("ok")
    }

    /// The wanted form of the answer; none when it is not one of those that the simulator writes. Public clients read
    /// `json`, `sjson` and `xjson` alike; that the three are equal is assumed.
    pub fn output(&self) -> Option<Output> {
        match self.get("out") {
            None | Some("" | "xml") => Some(Output::Xml),
            Some("json" | "sjson" | "xjson") => Some(Output::Json),
            Some("bjson") => Some(Output::Bjson),
            Some("text") => Some(Output::Text),
            Some(_) => None,
        }
    }

    pub fn lang(&self) -> Option<Lang> {
        Lang::parse(self.get("lang")?)
    }

    pub fn params(&self) -> &[(String, String)] {
        &self.params
    }
}
