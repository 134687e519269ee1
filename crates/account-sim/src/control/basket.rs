//! Paying for what waits in a basket, as a person does it on the account's pages.

use serde::Deserialize;

use super::ControlError;
use crate::sim::Sim;
use crate::state::refusal::Refusal;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The number of the order, such as `BO-77`.
    pay: String,
}

pub fn pay(sim: &mut Sim, payment: &Payment) -> Result<(), ControlError> {
    let order = &payment.pay;
    let objection = match sim.world.pay(order) {
        Ok(_) => return Ok(()),
        Err(Refusal::UnknownItem) => format!("nothing waits under the number {order}"),
        Err(Refusal::ShortBalance { required, balance, credit, currency }) => format!(
            "{order} costs {required} {code}; the balance is {balance} {code} with a credit of {credit} {code}",
            code = currency.code()
        ),
        Err(Refusal::NotRenewable) => format!("the service of {order} cannot be renewed in its present state"),
        Err(other) => format!("{order} cannot be paid: {other:?}"),
    };
    Err(ControlError::Malformed(objection))
}
