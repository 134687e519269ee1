//! `certificate.order.csr`: makes up a request for a certificate and its key; without `sok=ok` shows the form. The
//! page on reselling certificates names the fields and says that the answer holds `model.csr` and `model.key`.

use super::{Answer, Call};
use crate::state::certificate;
use crate::state::refusal::Refusal;
use crate::state::tariff::ItemType;
use crate::wire::document::{Document, Element, Kind};

pub fn answer(call: &mut Call) -> Answer {
    let request = call.request;
    let tariff = call.tariff(ItemType::Certificate)?;
    let mut body = vec![
        Element::leaf("pricelist", tariff.id.0),
        Element::leaf("pricelist_name", &tariff.name),
        Element::leaf("crt_type", request.get("crt_type").unwrap_or("generate")),
        Element::leaf("period", request.text("period")),
    ];
    let values: Vec<_> = certificate::subject().iter().map(|field| (field, value(call, field.name))).collect();
    body.extend(values.iter().map(|(field, value)| Element::leaf(field.name, value)));
    if request.is_committed() {
        let assumptions = &call.world.settings.assumptions;
        tariff.priced(request.text("period"), &Default::default(), assumptions)?;
        if let Some((field, value)) = values.iter().find(|(field, value)| !field.accepts(value, assumptions)) {
            return Err(Refusal::invalid(field.name, value));
        }
        let number = call.world.number().to_string();
        let parts: Vec<&str> = std::iter::once(number.as_str()).chain(values.iter().map(|(_, value)| *value)).collect();
        body.push(Element::leaf("csr", certificate::request(&parts)));
        body.push(Element::leaf("key", certificate::key(&parts)));
    }
    body.push(call.periods(tariff.prices.keys().copied()));
    body.push(countries(call));
    Ok(Document::new(Kind::Form, body))
}

/// Further domains may come under either of two names.
pub fn value<'a>(call: &Call<'a>, name: &str) -> &'a str {
    let request = call.request;
    match name {
        "altname" => request.get("altname").unwrap_or_else(|| request.text("altname_input")).trim(),
        _ => request.text(name).trim(),
    }
}

/// The only country whose number is public.
pub fn countries(call: &Call) -> Element {
    Element::select("field_country", [(182, call.lang.pick("Russian Federation", "Российская Федерация"))])
}
