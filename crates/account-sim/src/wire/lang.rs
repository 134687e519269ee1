//! The two languages of the account and the words that appear in more than one answer.

use crate::state::period::Period;
use crate::state::service::Status;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    En,
    Ru,
}

impl Lang {
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "en" => Some(Self::En),
            "ru" => Some(Self::Ru),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        self.pick("en", "ru")
    }

    pub fn pick<T>(self, en: T, ru: T) -> T {
        match self {
            Self::En => en,
            Self::Ru => ru,
        }
    }

    pub fn status(self, status: Status) -> &'static str {
        match status {
            Status::Ordered => self.pick("Ordered", "Заказан"),
            Status::Processing => self.pick("Processing", "Обрабатывается"),
            Status::Active => self.pick("Active", "Активен"),
            Status::Suspended => self.pick("Suspended", "Остановлен"),
            Status::Deleted => self.pick("Deleted", "Удален"),
        }
    }

    pub fn period(self, period: Period) -> String {
        match period {
            Period::Trial => self.pick("Trial", "Пробный период").to_owned(),
            Period::Months(1) => self.pick("Month", "Месяц").to_owned(),
            Period::Months(3) => self.pick("Quarter", "Квартал").to_owned(),
            Period::Months(6) => self.pick("Half a year", "Полгода").to_owned(),
            Period::Months(12) => self.pick("Year", "Год").to_owned(),
            Period::Months(n) => self.pick(format!("{n} months"), format!("{n} мес.")),
        }
    }

    pub fn autoprolong(self, period: Option<Period>) -> String {
        match period {
            Some(period) => self.period(period),
            None => self.pick("Disabled", "Отключено").to_owned(),
        }
    }

    /// The name of a form field as an error text calls it.
    pub fn field(self, name: &str) -> &str {
        match name {
            "autoprolong" => self.pick("Auto-renewal", "Автопродление"),
            "bitninja_email" => self.pick("BitNinja E-mail", "E-mail BitNinja"),
            "domain" => self.pick("Domain name", "Доменное имя"),
            "elid" => self.pick("Service", "Услуга"),
            "ip" => self.pick("IP address", "IP-адрес"),
            "item" => self.pick("ispmanager license", "Лицензия ispmanager"),
            "itemtype" => self.pick("Service type", "Тип услуги"),
            "key" => self.pick("Key", "Ключ"),
            "licname" => self.pick("License name", "Имя лицензии"),
            "period" => self.pick("Period", "Период"),
            "pricelist" => self.pick("Tariff plan", "Тарифный план"),
            "target_ip" => self.pick("Resource IP address", "IP-адрес ресурса"),
            _ => name,
        }
    }
}
