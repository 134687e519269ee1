//! An amount in words of the page's language, made by the browser: `€10.00`, `10,00 €`.

use ispnoc_domain::Money;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::Object;

use super::date::options;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Number)]
    type LocaleNumber;

    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn format(this: &LocaleNumber, language: &str, options: &Object) -> Result<String, JsValue>;
}

/// A currency that the browser does not know is shown by its code.
pub fn money(money: &Money, language: &str) -> String {
    // Exact up to 2^53 hundredths, which is more than anyone pays.
    let units = money.minor as f64 / 100.0;
    let style = [("style", "currency"), ("currency", money.currency.as_str())];
    JsValue::from_f64(units)
        .unchecked_into::<LocaleNumber>()
        .format(language, &options(&style))
        .unwrap_or_else(|_| money.to_string())
}
