//! An amount in words of the page's language, made by the browser: `€10.00`, `10,00 €`.

use std::cell::RefCell;

use ispnoc_domain::Money;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::Object;

use super::date::options;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &Object) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;
}

/// A language, a currency and the browser's format for them; `None` where the browser knows no such currency.
type Known = (String, String, Option<NumberFormat>);

thread_local! {
    /// The browser takes longer to make a format than to use it, and a price list has hundreds of prices in one currency.
    static FORMATS: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

/// A currency that the browser does not know is shown by its code.
pub fn money(money: &Money, language: &str) -> String {
    FORMATS.with_borrow_mut(|formats| {
        let currency = &money.currency;
        let position = formats.iter().position(|(tongue, code, _)| tongue == language && code == currency);
        let position = position.unwrap_or_else(|| {
            let style = [("style", "currency"), ("currency", currency.as_str())];
            let format = NumberFormat::new(language, &options(&style)).ok();
            formats.push((language.to_owned(), currency.clone(), format));
            formats.len() - 1
        });
        match formats.get(position) {
            // Exact up to 2^53 hundredths, which is more than anyone pays.
            Some((_, _, Some(format))) => format.format(money.minor as f64 / 100.0),
            _ => money.to_string(),
        }
    })
}
