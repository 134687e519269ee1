//! Refusals as error documents, in English and Russian.

use std::borrow::Cow;

use super::document::{Document, Element, Kind};
use super::lang::Lang;
use super::request::{Output, Request};
use crate::state::assumptions::HttpStatus;
use crate::state::login_guard::BLOCKED_LOGIN_SECONDS;
use crate::state::quirks::{MoneyText, Quirks};
use crate::state::refusal::Refusal;

/// What a program looks at: the type of an error, its object, and the values that its text names.
struct Marks<'a> {
    kind: &'a str,
    object: &'a str,
    value: Cow<'a, str>,
    /// Values beside `object` and `value`.
    others: Vec<(&'static str, String)>,
}

fn marks(refusal: &Refusal, money: MoneyText) -> Marks<'_> {
    let mark = |kind, object, value| Marks { kind, object, value, others: Vec::new() };
    match refusal {
        Refusal::BadPassword => mark("auth", "badpassword", "".into()),
        Refusal::AuthorizationRequired => mark("auth", "", "".into()),
        Refusal::BlockedLogin => mark("auth", "blocklogon", BLOCKED_LOGIN_SECONDS.to_string().into()),
        Refusal::BlockedAddress => mark("auth", "badip", "".into()),
        Refusal::TooManyRequests => mark("auth", "requests", "".into()),
        Refusal::SecondFactor => mark("auth", "totp", "".into()),
        Refusal::Scripted { kind, object, .. } => mark(kind, object, "".into()),
        Refusal::Access { function } => mark("access", function, "".into()),
        Refusal::UnknownFunction { function } | Refusal::NotModelled { function } => {
            mark("missed", "", function.into())
        }
        Refusal::UnknownItem => mark("missed", "", "".into()),
        Refusal::InvalidValue { field, value } => mark("value", field, value.into()),
        Refusal::ShortBalance { required, balance, credit, currency } => Marks {
            others: vec![("balance", money.amount(*balance, *currency)), ("credit", money.amount(*credit, *currency))],
            ..mark("balance", "", money.amount(*required, *currency).into())
        },
        Refusal::NotRenewable => mark("prolong", "", "".into()),
        // The texts of these are public or near to public ones; their types are not.
        Refusal::UnofferedPeriod | Refusal::NotActive | Refusal::NotResumable | Refusal::FixedTariff => {
            mark("msg", "", "".into())
        }
        Refusal::UnusablePromocode => mark("promocode_not_use", "", "".into()),
        Refusal::Exists { object, value } => mark("exists", object, value.into()),
        Refusal::MinimumOrderPeriod { days, left } => Marks {
            others: vec![("left", left.to_string())],
            ..mark("pricelist_min_order", "", days.to_string().into())
        },
    }
}

/// An HTTP status that is not in doubt has only what the simulator does not do.
pub fn http_status(refusal: &Refusal, assumed: HttpStatus) -> u16 {
    match (refusal, assumed, marks(refusal, MoneyText::default()).kind) {
        (Refusal::NotModelled { .. }, _, _) => 501,
        (_, HttpStatus::AlwaysOk, _) => 200,
        (_, HttpStatus::ByError, "auth") => 401,
        (_, HttpStatus::ByError, "access") => 403,
        (_, HttpStatus::ByError, "missed") => 404,
        (_, HttpStatus::ByError, _) => 400,
    }
}

/// The text for people. `__name__` stands for a value.
fn template(refusal: &Refusal, lang: Lang) -> &str {
    let (en, ru) = match refusal {
        // The blank at the end stands in public samples.
        Refusal::BadPassword => ("Invalid username or password ", "Неверное имя пользователя или пароль"),
        Refusal::AuthorizationRequired => ("Authorization required", "Необходима авторизация"),
        Refusal::BlockedLogin => (
            "Too many failed attempts: the login is blocked for __value__ seconds",
            "Слишком много неудачных попыток: вход заблокирован на __value__ секунд",
        ),
        Refusal::BlockedAddress => ("Access from this IP denied", "Доступ с этого IP-адреса запрещён"),
        Refusal::TooManyRequests => ("Too many requests", "Слишком много запросов"),
        Refusal::SecondFactor => (
            "Two-factor authentication is enabled: confirm the login with a code",
            "Включена двухфакторная аутентификация: подтвердите вход кодом",
        ),
        Refusal::Scripted { message, .. } => (message.as_str(), message.as_str()),
        Refusal::Access { .. } => {
            ("Insufficient privileges to access the function", "У вас недостаточно прав на выполнение функции")
        }
        Refusal::UnknownFunction { .. } => (
            "Function '__value__' was not found. The managing module may not be loaded.",
            "Не удалось найти функцию '__value__'. Возможно, управляющий модуль не загружен.",
        ),
        Refusal::NotModelled { .. } => {
            ("The simulator does not have the function '__value__'.", "В симуляторе нет функции '__value__'.")
        }
        Refusal::UnknownItem => ("The item does not exist", "Элемент не существует"),
        Refusal::InvalidValue { .. } => {
            ("The '__object__' field has invalid value.", "Поле '__object__' имеет недопустимое значение.")
        }
        Refusal::ShortBalance { .. } => (
            "Insufficient funds to complete the operation. Required amount: __value__. \
             Your current balance: __balance__, credit limit: __credit__",
            "Недостаточно средств для выполнения операции. Требуется: __value__. \
             Ваш текущий баланс: __balance__, кредитный лимит: __credit__",
        ),
        Refusal::NotRenewable => (
            "Cannot renew this service: the service has not been processed yet, the service was deleted or \
             being deleted/prolonged at the moment",
            "Невозможно продлить услугу: услуга еще не обработана, удалена либо удаляется или продлевается \
             в данный момент",
        ),
        Refusal::UnofferedPeriod => (
            "You cannot order this tariff plan for the selected period",
            "Вы не можете заказать этот тарифный план на выбранный период",
        ),
        Refusal::NotActive => ("Service not active", "Услуга не активна"),
        Refusal::NotResumable => (
            "The service cannot be resumed: you did not suspend it, or its paid period is over",
            "Невозможно включить услугу: она остановлена не вами, либо оплаченный период закончился",
        ),
        Refusal::FixedTariff => {
            ("The tariff plan of this service cannot be changed", "Тарифный план этой услуги изменить нельзя")
        }
        Refusal::UnusablePromocode => ("This promo code cannot be used", "Этот промокод нельзя использовать"),
        Refusal::Exists { .. } => ("'__object__' exists already: __value__", "'__object__' уже существует: __value__"),
        Refusal::MinimumOrderPeriod { .. } => (
            "The minimum order period for this service is __value__ days. __left__ days are left",
            "Минимальный срок заказа этой услуги: __value__ дн. Осталось: __left__ дн.",
        ),
    };
    lang.pick(en, ru)
}

/// The value comes last: it may be what the caller sent, placeholders and all.
fn filled(template: &str, marks: &Marks, lang: Lang) -> String {
    let titled = template.replace("__object__", lang.title(marks.object).unwrap_or(marks.object));
    let others = marks.others.iter();
    others
        .fold(titled, |text, (name, value)| text.replace(&format!("__{name}__"), value))
        .replace("__value__", &marks.value)
}

pub fn document(refusal: &Refusal, request: &Request, lang: Lang, quirks: &Quirks) -> Document {
    let mut marks = marks(refusal, quirks.money);
    if quirks.remote_addr && *refusal == Refusal::BadPassword {
        marks.value = format!("remote_addr: [{}]", request.origin.peer).into();
    }
    let template = template(refusal, lang);
    let text = filled(template, &marks, lang);
    let mut body = Vec::new();
    if quirks.has_frame() {
        let detail = if quirks.detail_placeholders { template } else { &text };
        body = details(&marks, detail, request);
    }
    body.push(Element::leaf("msg", &text));
    let mut error = Element::group("error", body).with("type", marks.kind);
    if !marks.object.is_empty() {
        error = error.with("object", marks.object);
    }
    if quirks.has_frame() {
        error = error.with("lang", lang.code());
        if is_xml(request) {
            error = error.with("code", 1);
        }
    }
    Document::new(Kind::Error, vec![error])
}

/// Public samples show `code` and `stack` in xml alone.
fn is_xml(request: &Request) -> bool {
    request.output().is_none_or(|output| output == Output::Xml)
}

fn details(marks: &Marks, detail: &str, request: &Request) -> Vec<Element> {
    let param = |name, value: &str| Element::leaf("param", value).with("name", name).repeated();
    let object = Element::leaf("param", marks.object).with("name", "object").with("type", "msg").repeated();
    let mut body = vec![object, param("value", &marks.value)];
    body.extend(marks.others.iter().map(|(name, value)| param(name, value)));
    if is_xml(request) {
        let action = Element::leaf("action", request.func()).with("level", "0").with("user", "");
        body.push(Element::group("stack", vec![action]));
    }
    body.push(Element::leaf("detail", detail));
    body
}
