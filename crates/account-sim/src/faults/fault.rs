//! One fault: what goes wrong with a call, and whether the call takes effect all the same.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The longest a client is kept waiting, in real seconds.
const LONGEST_WAIT: f64 = 600.0;
/// The longest time for which something happens later, in seconds of the virtual clock: a year.
const LONGEST_LATER: f64 = 31_536_000.0;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    #[serde(default, rename = "fault", skip_serializing_if = "FaultKind::is_none")]
    pub kind: FaultKind,
    /// Real seconds for `delay` and `drip`; seconds of the virtual clock for `late_commit` and `long_request`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// Whether the call takes effect, where a fault leaves the choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<bool>,
    /// For `error`: what its document says.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub error_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Nothing goes wrong: a step of a sequence.
    #[default]
    None,
    /// The connection is closed without a byte of an answer.
    ReplyLost,
    /// The connection is reset before the call took effect.
    ResetBefore,
    /// The connection is reset after the call took effect.
    ResetAfter,
    /// The connection is closed at once; the call takes effect later.
    LateCommit,
    /// The first half of the answer, then the connection is closed.
    Truncated,
    /// The answer with bytes in its middle that no parser accepts.
    Malformed,
    /// The answer's head with an empty body.
    Empty,
    /// A proxy's HTML page with the status.
    #[serde(rename = "http_403")]
    Http403,
    #[serde(rename = "http_429")]
    Http429,
    #[serde(rename = "http_460")]
    Http460,
    #[serde(rename = "http_500")]
    Http500,
    #[serde(rename = "http_502")]
    Http502,
    #[serde(rename = "http_503")]
    Http503,
    #[serde(rename = "http_504")]
    Http504,
    /// An HTML page with status 200 where a document should be.
    HtmlPage,
    /// The answer in small pieces.
    Drip,
    /// The call takes effect at once; the answer comes later.
    Delay,
    /// The answer with a byte order mark before it.
    Bom,
    /// The answer in windows-1251 under a header that says UTF-8.
    WrongCharset,
    /// A page that names the address at which the answer will be.
    LongRequest,
    /// The request is delivered twice, carried out twice, and the second answer comes back.
    Duplicate,
    /// An error document of the account.
    Error,
}

/// Whether a call that is hit takes effect.
enum Commit {
    Always,
    Never,
    Choice { default: bool },
}

impl FaultKind {
    fn is_none(&self) -> bool {
        *self == Self::None
    }

    /// By default a fault that leaves the choice is the worst one that its status allows: a page that only turns
    /// callers away was never a call.
    fn commit(self) -> Commit {
        match self {
            Self::ResetBefore => Commit::Never,
            Self::Http403 | Self::Http429 | Self::Http460 | Self::Error => Commit::Choice { default: false },
            Self::Empty | Self::Http500 | Self::Http502 | Self::Http503 | Self::Http504 | Self::HtmlPage => {
                Commit::Choice { default: true }
            }
            _ => Commit::Always,
        }
    }

    fn longest(self) -> Option<f64> {
        match self {
            Self::Delay | Self::Drip => Some(LONGEST_WAIT),
            Self::LateCommit | Self::LongRequest => Some(LONGEST_LATER),
            _ => None,
        }
    }

    fn spelt(self) -> String {
        json!(self).as_str().unwrap_or_default().to_owned()
    }
}

impl Fault {
    /// Whether anything goes wrong at all.
    pub fn is_one(&self) -> bool {
        !self.kind.is_none()
    }

    pub fn commits(&self) -> bool {
        match self.kind.commit() {
            Commit::Always => true,
            Commit::Never => false,
            Commit::Choice { default } => self.commit.unwrap_or(default),
        }
    }

    pub fn seconds(&self) -> f64 {
        self.seconds.unwrap_or_default()
    }

    /// Says what is wrong with a fault that nobody can have meant.
    pub fn objection(&self) -> Option<String> {
        let name = self.kind.spelt();
        match (self.kind.longest(), self.seconds) {
            (Some(longest), Some(seconds)) if seconds > 0.0 && seconds <= longest => {}
            (Some(longest), _) => return Some(format!("{name} needs seconds, more than 0 and at most {longest}")),
            (None, Some(_)) => {
                return Some("only delay, drip, late_commit and long_request have seconds".to_owned());
            }
            (None, None) => {}
        }
        match (self.kind.commit(), self.commit) {
            (Commit::Always, Some(false)) => return Some(format!("a call hit by {name} always takes effect")),
            (Commit::Never, Some(true)) => return Some(format!("a call hit by {name} never takes effect")),
            _ => {}
        }
        match (self.kind, &self.error_type) {
            (FaultKind::Error, Some(_)) => None,
            (FaultKind::Error, None) => Some("error needs a type".to_owned()),
            _ if self.error_type.is_some() || self.object.is_some() || self.message.is_some() => {
                Some("only error has type, object and message".to_owned())
            }
            _ => None,
        }
    }
}

/// A step of a sequence: a fault, or only its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Step(pub Fault);

impl TryFrom<Value> for Step {
    type Error = serde_json::Error;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let fault = if value.is_string() { json!({ "fault": value }) } else { value };
        serde_json::from_value(fault).map(Self)
    }
}
