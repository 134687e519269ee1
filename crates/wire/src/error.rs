//! How an answer says that something went wrong.

use serde::{Deserialize, Serialize};

/// `{"ok": …}` or `{"error": {"code": …, "text": …, "reference": …}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer<T> {
    Ok(T),
    Error(Failure),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// One of [`ErrorCode`]'s names. A text and not the enum: a newer relay must not break an older panel in a cache.
    pub code: String,
    /// A sentence for the person who asked, with no secret in it.
    pub text: String,
    /// Finds the details in WHMCS's module log.
    pub reference: String,
}

/// Every way in which the relay refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    Method,
    LoggedOut,
    Token,
    Access,
    UnknownAction,
    NotFound,
    Malformed,
    /// The command cannot be done now; the text says why. Nothing was sent.
    Refused,
    /// The cost is no longer the one that was confirmed. Nothing was sent.
    CostChanged,
    /// The account refused; its text is shown.
    Rejected,
    /// It is not known whether the account did it. The module finds out by itself.
    OutcomeUnknown,
    /// The account cannot be reached. Nothing was sent.
    AccountDown,
    Internal,
}

impl ErrorCode {
    pub const ALL: [Self; 13] = [
        Self::Method,
        Self::LoggedOut,
        Self::Token,
        Self::Access,
        Self::UnknownAction,
        Self::NotFound,
        Self::Malformed,
        Self::Refused,
        Self::CostChanged,
        Self::Rejected,
        Self::OutcomeUnknown,
        Self::AccountDown,
        Self::Internal,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::LoggedOut => "logged-out",
            Self::Token => "token",
            Self::Access => "access",
            Self::UnknownAction => "unknown-action",
            Self::NotFound => "not-found",
            Self::Malformed => "malformed",
            Self::Refused => "refused",
            Self::CostChanged => "cost-changed",
            Self::Rejected => "rejected",
            Self::OutcomeUnknown => "outcome-unknown",
            Self::AccountDown => "account-down",
            Self::Internal => "internal",
        }
    }

    pub const fn http_status(self) -> u16 {
        match self {
            Self::Method => 405,
            Self::LoggedOut => 401,
            Self::Token | Self::Access => 403,
            Self::UnknownAction | Self::NotFound => 404,
            Self::Malformed => 422,
            Self::Refused | Self::CostChanged | Self::Rejected => 409,
            Self::OutcomeUnknown | Self::AccountDown => 503,
            Self::Internal => 500,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_read_as_the_relay_writes_it() {
        let fixture = include_str!("../../../tests/contract/answers/error.json");
        let answer: Answer<()> = serde_json::from_str(fixture).unwrap();
        let Answer::Error(failure) = answer else { panic!("{fixture}") };
        assert_eq!(failure.code, ErrorCode::AccountDown.name());
    }
}
