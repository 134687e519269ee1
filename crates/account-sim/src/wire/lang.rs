//! The two languages of the account and the words that appear in more than one answer.

use serde::{Deserialize, Serialize};

use crate::state::period::Period;
use crate::state::service::Status;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    /// Stands for the date at which a service that is charged day by day ends.
    pub fn daily_charges(self) -> &'static str {
        self.pick("Daily charges", "Ежедневное списание")
    }

    /// The title of a form field, where people have one for it.
    pub fn title(self, field: &str) -> Option<&'static str> {
        let (en, ru) = match field {
            "autoprolong" => ("Auto-renewal", "Автопродление"),
            "billdaily" => ("Daily charges", "Ежедневное списание"),
            "billorder" => ("Order", "Заказ"),
            "bitninja_email" => ("BitNinja E-mail", "E-mail BitNinja"),
            "bitninja_password" => ("BitNinja password", "Пароль BitNinja"),
            "bitninjakey" => ("BitNinja key", "Ключ BitNinja"),
            "createdate" => ("Creation date", "Дата создания"),
            "domain" => ("Domain name", "Доменное имя"),
            "elid" => ("Service", "Услуга"),
            "expiredate" | "real_expiredate" => ("Valid until", "Действует до"),
            "id" => ("Code", "Код"),
            "ip" => ("IP address", "IP-адрес"),
            "item" => ("ispmanager license", "Лицензия ispmanager"),
            "itemtype" => ("Service type", "Тип услуги"),
            "key" => ("Key", "Ключ"),
            "lickey" => ("License key", "Лицензионный ключ"),
            "licname" => ("License name", "Имя лицензии"),
            "name" | "title_name" => ("Name", "Наименование"),
            "newexpiredate" => ("Valid until after renewal", "Действует до после продления"),
            "out" => ("Output format", "Формат ответа"),
            "period" => ("Period", "Период"),
            "pricelist" | "pricelist_name" => ("Tariff plan", "Тарифный план"),
            "remoteid" => ("Code in the external system", "Код во внешней системе"),
            "skipbasket" => ("Pay without the cart", "Оплатить без корзины"),
            "status" => ("Status", "Статус"),
            "target_ip" => ("Resource IP address", "IP-адрес ресурса"),
            "total_sum" => ("Total", "Итого"),
            _ => return None,
        };
        Some(self.pick(en, ru))
    }
}
