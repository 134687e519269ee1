//! The module settings of a product. They are positional in WHMCS (`configoption1` …), so the list only ever grows at its end.

/// How WHMCS draws a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingType {
    Text,
    YesNo,
    /// The allowed values; the empty one means "not set".
    Dropdown(&'static [&'static str]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The name in code; texts for people are in the module's language files under it.
    pub name: &'static str,
    pub setting_type: SettingType,
}

pub const SETTINGS: &[Setting] = &[
    Setting { name: "product_id", setting_type: SettingType::Text },
    Setting { name: "admin_phone", setting_type: SettingType::Text },
    Setting { name: "single_payment_period", setting_type: SettingType::Dropdown(&["", "1", "3", "6", "12"]) },
    Setting { name: "auto_renewal", setting_type: SettingType::YesNo },
];
