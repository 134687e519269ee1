//! What PHP tells a mount node of the panel in `data-config`. It holds no credential: the page is public to its viewer.

use serde::{Deserialize, Serialize};

/// The views of the panel, named as in `data-ispnoc`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    ProductPicker,
    FieldPreview,
    ServiceActions,
    ServiceInfo,
    /// What was spent by month. It asks nothing: the page brings its data.
    Spending,
    /// Whether the panel's own file comes with the right type. It asks the web server, not the relay.
    WasmType,
}

impl View {
    pub const ALL: [Self; 6] = [
        Self::ProductPicker,
        Self::FieldPreview,
        Self::ServiceActions,
        Self::ServiceInfo,
        Self::Spending,
        Self::WasmType,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::ProductPicker => "product-picker",
            Self::FieldPreview => "field-preview",
            Self::ServiceActions => "service-actions",
            Self::ServiceInfo => "service-info",
            Self::Spending => "spending",
            Self::WasmType => "wasm-type",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MountConfig {
    /// Where messages are posted, relative to the page.
    pub relay: String,
    /// WHMCS's token against cross-site requests, sent back with every message.
    pub token: String,
    /// `en` or `ru`.
    pub language: String,
    /// WHMCS's product id; 0 where the view is not about a product.
    #[serde(default)]
    pub product: u32,
    /// WHMCS's service id; 0 where the view is not about a service.
    #[serde(default)]
    pub service: u32,
    /// A sentence that stands in place of the view because the relay cannot answer: the addon is not active.
    #[serde(default)]
    pub notice: Option<String>,
    /// The texts of the view by their names, in the language.
    pub texts: Vec<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixture_that_php_writes_is_a_config() {
        let config: MountConfig = serde_json::from_str(include_str!("../../../tests/contract/mount.json")).unwrap();
        assert_eq!((config.product, config.service), (3, 0));
        assert_eq!(config.texts[0], ("waiting".to_owned(), "Loading…".to_owned()));
    }
}
