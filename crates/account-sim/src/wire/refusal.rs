//! Refusals as error documents, in English and Russian.

use super::document::{Document, Element, Kind};
use super::lang::Lang;
use crate::state::refusal::Refusal;

/// The type, the object and the value that a program looks at.
fn marks(refusal: &Refusal) -> (&'static str, &str, String) {
    match refusal {
        Refusal::BadPassword => ("auth", "badpassword", String::new()),
        Refusal::AuthorizationRequired => ("auth", "", String::new()),
        Refusal::Access { function } => ("access", function, String::new()),
        Refusal::UnknownFunction { function } | Refusal::NotModelled { function } => ("missed", "", function.clone()),
        Refusal::UnknownItem => ("missed", "", String::new()),
        Refusal::InvalidValue { field, value } => ("value", field, value.clone()),
        Refusal::ShortBalance { required, .. } => ("balance", "", required.to_string()),
        Refusal::NotRenewable => ("prolong", "", String::new()),
        Refusal::MinimumOrderPeriod { days, .. } => ("pricelist_min_order", "", days.to_string()),
    }
}

fn message(refusal: &Refusal, lang: Lang) -> String {
    let (en, ru) = match refusal {
        Refusal::BadPassword => {
            ("Invalid username or password ".to_owned(), "Неверное имя пользователя или пароль".to_owned())
        }
        Refusal::AuthorizationRequired => ("Authorization required".to_owned(), "Необходима авторизация".to_owned()),
        Refusal::Access { .. } => (
            "Insufficient privileges to access the function".to_owned(),
            "У вас недостаточно прав на выполнение функции".to_owned(),
        ),
        Refusal::UnknownFunction { function } => (
            format!("Function '{function}' was not found. The managing module may not be loaded."),
            format!("Не удалось найти функцию '{function}'. Возможно, управляющий модуль не загружен."),
        ),
        Refusal::NotModelled { function } => (
            format!("The simulator does not have the function '{function}'."),
            format!("В симуляторе нет функции '{function}'."),
        ),
        Refusal::UnknownItem => ("The item does not exist".to_owned(), "Элемент не существует".to_owned()),
        Refusal::InvalidValue { field, .. } => (
            format!("The '{}' field has invalid value.", Lang::En.field(field)),
            format!("Поле '{}' имеет недопустимое значение.", Lang::Ru.field(field)),
        ),
        Refusal::ShortBalance { required, balance, currency } => {
            let code = currency.code();
            (
                format!(
                    "Insufficient funds to complete the operation. Required amount: {required} {code}. \
                     Your current balance: {balance} {code}, credit limit: 0.00 {code}"
                ),
                format!(
                    "Недостаточно средств для выполнения операции. Требуется: {required} {code}. \
                     Ваш текущий баланс: {balance} {code}, кредитный лимит: 0.00 {code}"
                ),
            )
        }
        Refusal::NotRenewable => (
            "Cannot renew this service: the service has not been processed yet, the service was deleted or \
             being deleted/prolonged at the moment"
                .to_owned(),
            "Невозможно продлить услугу: услуга еще не обработана, удалена либо удаляется или продлевается \
             в данный момент"
                .to_owned(),
        ),
        Refusal::MinimumOrderPeriod { days, left } => (
            format!("The minimum order period for this service is {days} days. {left} days are left"),
            format!("Минимальный срок заказа этой услуги: {days} дн. Осталось: {left} дн."),
        ),
    };
    lang.pick(en, ru)
}

pub fn document(refusal: &Refusal, function: &str, lang: Lang) -> Document {
    let (kind, object, value) = marks(refusal);
    let text = message(refusal, lang);
    let mut error = Element::group(
        "error",
        vec![
            Element::leaf("param", object).with("name", "object").with("type", "msg").repeated(),
            Element::leaf("param", value).with("name", "value").repeated(),
            Element::group("stack", vec![Element::leaf("action", function).with("level", "0").with("user", "")]),
            Element::leaf("detail", &text),
            Element::leaf("msg", &text),
        ],
    )
    .with("type", kind);
    if !object.is_empty() {
        error = error.with("object", object);
    }
    let error = error.with("lang", lang.code()).with("code", 1);
    Document::new(Kind::Error, vec![error])
}
