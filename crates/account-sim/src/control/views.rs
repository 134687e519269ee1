//! What the control API shows. Looking through it never counts as the account showing a service.

use serde_json::{Value, json};

use crate::sim::Sim;
use crate::state::service::Service;

/// The settings as `POST /control/seed` takes them: the assumptions beside the others.
pub fn settings(sim: &Sim) -> Value {
    let mut settings = json!(sim.world.settings);
    if let Value::Object(fields) = &mut settings
        && let Some(Value::Object(assumptions)) = fields.remove("assumptions")
    {
        fields.extend(assumptions);
    }
    json!({ "settings": settings })
}

pub fn clock(sim: &Sim) -> Value {
    json!({ "now": sim.world.now(), "frozen": sim.clock.is_frozen() })
}

pub fn ledger(sim: &Sim) -> Value {
    json!({ "entries": sim.world.ledger() })
}

pub fn baskets(sim: &Sim) -> Value {
    let items = sim.world.baskets().iter().map(|item| {
        let service = sim.world.service_by_id(item.service);
        json!({
            "order": item.order,
            "account": service.map(|service| &service.account),
            "service": item.service,
            "kind": if service.is_some_and(|service| service.unpaid) { "order" } else { "prolong" },
            "period": item.period,
            "cost": item.cost,
        })
    });
    json!({ "items": items.collect::<Vec<_>>() })
}

pub fn requests(sim: &Sim) -> Value {
    json!({ "requests": sim.seen.newest(), "count": sim.seen.count() })
}

pub fn faults(sim: &Sim) -> Value {
    let late = sim.faults.late.waiting().iter().map(|call| json!({ "at": call.at, "func": call.request.func() }));
    json!({ "faults": sim.faults.rules(), "late": late.collect::<Vec<_>>() })
}

pub fn services(sim: &Sim) -> Value {
    json!({ "services": sim.world.services().map(service).collect::<Vec<_>>() })
}

fn service(service: &Service) -> Value {
    json!({
        "id": service.id,
        "account": service.account,
        "itemtype": service.item_type,
        "pricelist": service.tariff,
        "item": service.item,
        "status": service.status,
        "unpaid": service.unpaid,
        "createdate": service.created,
        "expiredate": service.expires,
        "period": service.period,
        "autoprolong": service.autoprolong,
        "remoteid": service.remoteid,
        "params": service.params,
        "addons": service.counts,
    })
}
