//! The custom fields of a product, named exactly as the manual names them.

/// Who fills a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilledBy {
    /// The client on the order form.
    Client,
    /// The module from the account; it is never asked of the client.
    Module,
}

/// A custom field in WHMCS. `name|friendly` is its stored name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub friendly: &'static str,
    pub required: bool,
    pub filled_by: FilledBy,
}

impl Field {
    pub const ITEM: Self =
        Self::client("item", "ID of the ispmanager license for which the module is purchased").required();
    pub const BITNINJA_EMAIL: Self = Self::client("bitninja_email", "BitNinja E-mail");
    pub const BITNINJA_KEY: Self = Self::module("bitninjakey", "BitNinja key");
    pub const BITNINJA_PASSWORD: Self = Self::module("bitninja_password", "BitNinja password");
    pub const DOMAIN: Self = Self::client("domain", "Domain name").required();
    pub const TARGET_IP: Self = Self::client("target_ip", "Resource IP address").required();
    /// Every software licence has a name (api: `softexternal.order.param`); an address only some.
    pub const LICENCE_NAME: Self = Self::client("licname", "License name").required();
    pub const LICENCE_IP: Self = Self::client("ip", "License IP address");
    pub const ORDER_ID: Self = Self::module("order_id", "Order ID");

    const fn client(name: &'static str, friendly: &'static str) -> Self {
        Self { name, friendly, required: false, filled_by: FilledBy::Client }
    }

    const fn module(name: &'static str, friendly: &'static str) -> Self {
        Self { name, friendly, required: false, filled_by: FilledBy::Module }
    }

    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// How e-mail templates of WHMCS name the value of a field with this name: `{$service_custom_field_bitninjakey}`.
    pub fn merge_field(name: &str) -> String {
        let kept = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
        let name: String = name.chars().filter(kept).map(|c| c.to_ascii_lowercase()).collect();
        ["{$service_custom_field_", &name, "}"].concat()
    }

    /// "Show on Order Form": what the client fills is asked there.
    pub fn on_order_form(&self) -> bool {
        self.filled_by == FilledBy::Client
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_field_is_named_as_the_manual_names_it() {
        assert_eq!(Field::merge_field("bitninjakey"), "{$service_custom_field_bitninjakey}");
        assert_eq!(Field::merge_field("Order ID №1"), "{$service_custom_field_orderid1}");
    }
}
