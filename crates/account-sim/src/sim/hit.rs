//! A call that a fault hits, from the request to what is sent back.

use jiff::{SignedDuration, Timestamp};

use super::Sim;
use crate::faults::{Delivery, Fault, FaultKind, LateCall, damaged};
use crate::functions::auth;
use crate::state::clock::later;
use crate::state::refusal::Refusal;
use crate::wire::request::Request;

pub fn hit(sim: &mut Sim, fault: &Fault, request: &Request) -> Delivery {
    if fault.kind == FaultKind::LateCommit {
        postpone(sim, fault, request);
        return Delivery::Closed;
    }
    if fault.kind == FaultKind::Duplicate {
        sim.carry_out(request);
    }
    let reply = fault.commits().then(|| sim.carry_out(request));
    match (fault.kind, reply) {
        (FaultKind::Error, _) => sim.refuse(error(fault), request).into(),
        (FaultKind::LongRequest, Some(reply)) => {
            let until = until(sim, fault);
            let lang = sim.lang(request, sim.seen.newest_account());
            sim.faults.long.begin(reply, until, lang).into()
        }
        (_, reply) => damaged(fault, reply),
    }
}

/// Who calls is found out now; a call of nobody takes no effect, now or later.
fn postpone(sim: &mut Sim, fault: &Fault, request: &Request) {
    if request.output().is_none() {
        return;
    }
    let login = match auth::is_login(request) {
        true => None,
        false => match sim.identify(request) {
            Ok(login) => Some(login),
            Err(_) => return,
        },
    };
    let at = until(sim, fault);
    sim.faults.late.add(LateCall { at, login, request: request.clone() });
}

fn until(sim: &Sim, fault: &Fault) -> Timestamp {
    later(sim.world.now(), SignedDuration::try_from_secs_f64(fault.seconds()).unwrap_or_default())
}

fn error(fault: &Fault) -> Refusal {
    Refusal::Scripted {
        kind: fault.error_type.clone().unwrap_or_default(),
        object: fault.object.clone().unwrap_or_default(),
        message: fault.message.clone().unwrap_or_default(),
    }
}
