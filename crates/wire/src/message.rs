//! What the panel asks of the relay.

use ispnoc_domain::{Money, TariffId};
use serde::{Deserialize, Serialize};

/// `{"action": "tariffs", "product": 3, "server_group": 0}`. Ids are WHMCS's own numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Message {
    /// The stored price list of the server that the product would use. Answer: [`crate::TariffList`].
    Tariffs {
        product: u32,
        /// The group chosen in the form, which may not be saved yet; 0 is WHMCS's "None".
        server_group: u32,
    },
    /// The same after asking the account for a new list.
    RefreshTariffs {
        product: u32,
        server_group: u32,
    },
    /// The custom fields that a tariff needs against those the product has. Answer: [`crate::Fields`].
    Fields {
        product: u32,
        tariff: TariffId,
    },
    /// Creates the missing ones. Answer: [`crate::Fields`].
    CreateFields {
        product: u32,
        tariff: TariffId,
    },
    /// What the order form will say about a value. Answer: [`crate::FieldCheck`].
    CheckField {
        product: u32,
        tariff: TariffId,
        field: String,
        value: String,
    },
    /// What WHMCS knows of a service. Answer: [`crate::Service`].
    Service {
        service: u32,
    },
    /// What the account knows of it now. Answer: [`crate::AccountSide`].
    Account {
        service: u32,
    },
    /// Orders. `cost` is the one that was shown; another one now is answered by `cost-changed` and nothing is sent.
    /// Answer to this and the following: [`crate::Command`].
    Create {
        service: u32,
        cost: Money,
    },
    /// Renews for the oldest paid invoice that has had no renewal. `confirmation` names one deliberate renewal without
    /// such an invoice: the panel makes it once per confirmed question, so that a repeated message cannot renew twice.
    Renew {
        service: u32,
        /// `None` when nobody could say it and the person agreed to that.
        #[serde(skip_serializing_if = "Option::is_none")]
        cost: Option<Money>,
        #[serde(skip_serializing_if = "Option::is_none")]
        confirmation: Option<String>,
        /// The end date in the account that the person saw. When it has moved since, nothing is sent, so that two
        /// people who confirm the same renewal make one.
        #[serde(skip_serializing_if = "Option::is_none")]
        expires: Option<String>,
    },
    Terminate {
        service: u32,
    },
    Sync {
        service: u32,
    },
    /// Changes the billing cycle to one of [`crate::Service::periods`]. Nothing is bought; the next renewal uses it.
    ChangePeriod {
        service: u32,
        months: u16,
    },
    /// Orders of the account that may be taken over for this service. Answer: [`crate::Candidates`].
    Candidates {
        service: u32,
    },
    /// Takes one of them over. Nothing is bought.
    LinkOrder {
        service: u32,
        /// The account's id.
        order: String,
    },
    /// Takes the order or renewal that waits for its payment out of the account's basket.
    DropUnpaid {
        service: u32,
    },
    /// What a client may see of the own service. Answer: [`crate::ServiceInfo`].
    ServiceInfo {
        service: u32,
    },
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ACTIONS;

    fn one_of_each() -> Vec<Message> {
        let cost = Money { minor: 1000, currency: "EUR".to_owned() };
        let tariff = TariffId(55371);
        vec![
            Message::Tariffs { product: 3, server_group: 0 },
            Message::RefreshTariffs { product: 3, server_group: 2 },
            Message::Fields { product: 3, tariff },
            Message::CreateFields { product: 3, tariff },
            Message::CheckField { product: 3, tariff, field: "item".to_owned(), value: "x&y".to_owned() },
            Message::Service { service: 7 },
            Message::Account { service: 7 },
            Message::Create { service: 7, cost: cost.clone() },
            Message::Renew {
                service: 7,
                cost: Some(cost),
                confirmation: Some("5b1f".to_owned()),
                expires: Some("2026-12-23".to_owned()),
            },
            Message::Terminate { service: 7 },
            Message::Sync { service: 7 },
            Message::ChangePeriod { service: 7, months: 12 },
            Message::Candidates { service: 7 },
            Message::LinkOrder { service: 7, order: "812345".to_owned() },
            Message::DropUnpaid { service: 7 },
            Message::ServiceInfo { service: 7 },
        ]
    }

    #[test]
    fn every_message_is_a_listed_action_and_the_other_way_round() {
        let sent: BTreeSet<String> = one_of_each()
            .iter()
            .map(|message| serde_json::to_value(message).unwrap()["action"].as_str().unwrap().to_owned())
            .collect();
        let listed: BTreeSet<String> = ACTIONS.iter().map(|action| action.name.to_owned()).collect();
        assert_eq!(sent, listed);
    }

    #[test]
    fn the_fixture_that_php_reads_holds_these_messages() {
        let fixture: Vec<Message> =
            serde_json::from_str(include_str!("../../../tests/contract/messages.json")).unwrap();
        assert_eq!(fixture, one_of_each());
    }
}
