//! A sentence that stands out.

use super::element::{El, el};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Warning,
    Bad,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "ispnoc-notice ispnoc-good",
            Self::Warning => "ispnoc-notice ispnoc-warning",
            Self::Bad => "ispnoc-notice ispnoc-bad",
        }
    }
}

pub fn notice(tone: Tone, text: &str) -> El {
    el("p", tone.class()).child(text)
}
