//! Money that enters and leaves an account. Every movement is a line of the ledger.

use std::borrow::Cow;

use super::World;
use super::account::Account;
use super::ledger::{Entry, EntryKind};
use super::money::Minor;
use super::period::Period;
use super::refusal::Refusal;
use super::service::ServiceId;

impl World {
    /// Takes the price of a period from the service's account and keeps the debit, or leaves all as it was.
    pub(super) fn debit(
        &mut self,
        id: ServiceId,
        kind: EntryKind,
        period: Period,
        price: Minor,
        cause: &'static str,
    ) -> Result<(), Refusal> {
        let service = self.service_by_id(id).ok_or(Refusal::UnknownItem)?;
        let account = self.account(&service.account).ok_or(Refusal::UnknownItem)?;
        if !account.can_pay(price) {
            return Err(Refusal::ShortBalance {
                required: price,
                balance: account.balance,
                credit: account.credit,
                currency: account.currency(),
            });
        }
        let entry = self.movement(account, kind, Minor(-price.0), cause);
        self.book(Entry { service: Some(id), period: Some(period), remoteid: service.remoteid.clone(), ..entry });
        Ok(())
    }

    /// Gives money back for a service.
    pub(super) fn refund(&mut self, id: ServiceId, amount: Minor, cause: &'static str) {
        if let Some(service) = self.service_by_id(id)
            && let Some(account) = self.account(&service.account)
        {
            let entry = self.movement(account, EntryKind::Refund, amount, cause);
            self.book(Entry { service: Some(id), remoteid: service.remoteid.clone(), ..entry });
        }
    }

    /// Sets a balance from outside; the difference is a deposit.
    pub fn set_balance(&mut self, login: &str, balance: Minor) -> bool {
        let Some(account) = self.account(login) else {
            return false;
        };
        let difference = Minor(balance.0.saturating_sub(account.balance.0));
        self.book(self.movement(account, EntryKind::Deposit, difference, "control.seed"));
        true
    }

    fn movement(&self, account: &Account, kind: EntryKind, amount: Minor, cause: &'static str) -> Entry {
        Entry {
            at: self.now,
            account: account.login.clone(),
            service: None,
            kind,
            amount,
            currency: account.currency(),
            cause: Cow::Borrowed(cause),
            period: None,
            remoteid: String::new(),
        }
    }

    fn book(&mut self, entry: Entry) {
        if let Some(account) = self.accounts.get_mut(&entry.account) {
            account.balance.0 = account.balance.0.saturating_add(entry.amount.0);
            self.ledger.push(entry);
        }
    }
}
