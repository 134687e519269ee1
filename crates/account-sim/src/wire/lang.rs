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
            "addon" => ("Number of nodes", "Количество узлов"),
            "adm_email" => ("E-mail of the administrator", "E-mail администратора"),
            "adm_fname" => ("First name of the administrator", "Имя администратора"),
            "adm_lname" => ("Last name of the administrator", "Фамилия администратора"),
            "adm_phone" => ("Phone of the administrator", "Телефон администратора"),
            "altname" => ("Additional domains", "Дополнительные домены"),
            "approver_email_1" => ("E-mail that confirms the domain", "E-mail для подтверждения домена"),
            "autoprolong" => ("Auto-renewal", "Автопродление"),
            "balance" => ("Balance", "Баланс"),
            "billdaily" => ("Daily charges", "Ежедневное списание"),
            "billorder" => ("Order", "Заказ"),
            "bitninja_email" => ("BitNinja E-mail", "E-mail BitNinja"),
            "bitninja_password" => ("BitNinja password", "Пароль BitNinja"),
            "bitninjakey" => ("BitNinja key", "Ключ BitNinja"),
            "clicked_button" => ("Button", "Кнопка"),
            "CN" => ("Domain name", "Доменное имя"),
            "createdate" => ("Creation date", "Дата создания"),
            "credit" => ("Credit limit", "Кредитный лимит"),
            "crt" => ("Certificate", "Сертификат"),
            "csr" => ("Certificate request", "Запрос на сертификат"),
            "domain" => ("Domain name", "Доменное имя"),
            "elid" => ("Service", "Услуга"),
            "email" | "emailAddress" => ("E-mail", "E-mail"),
            "expiredate" | "real_expiredate" => ("Valid until", "Действует до"),
            "faction" => ("Function", "Функция"),
            "field_country" => ("Country", "Страна"),
            "full_discount" => ("Discount", "Скидка"),
            "id" => ("Code", "Код"),
            "ip" => ("IP address", "IP-адрес"),
            "item" => ("ispmanager license", "Лицензия ispmanager"),
            "itemtype" => ("Service type", "Тип услуги"),
            "key" => ("Key", "Ключ"),
            "L" => ("City", "Город"),
            "lickey" => ("License key", "Лицензионный ключ"),
            "licname" => ("License name", "Имя лицензии"),
            "money_info" => ("Payment", "Оплата"),
            "name" | "title_name" => ("Name", "Наименование"),
            "newexpiredate" => ("Valid until after renewal", "Действует до после продления"),
            "newprice" => ("New price", "Новая стоимость"),
            "newpricelist" => ("New tariff plan", "Новый тарифный план"),
            "O" => ("Organization", "Организация"),
            "oldprice" => ("Present price", "Текущая стоимость"),
            "oldpricelist" => ("Present tariff plan", "Текущий тарифный план"),
            "OU" => ("Department", "Подразделение"),
            "out" => ("Output format", "Формат ответа"),
            "password" => ("Password", "Пароль"),
            "period" => ("Period", "Период"),
            "phone" | "tech_phone" => ("Phone", "Телефон"),
            "pricelist" | "pricelist_name" => ("Tariff plan", "Тарифный план"),
            "realname" => ("Full name", "Полное имя"),
            "remoteid" => ("Code in the external system", "Код во внешней системе"),
            "skipbasket" => ("Pay without the cart", "Оплатить без корзины"),
            "ST" => ("Region", "Регион"),
            "status" => ("Status", "Статус"),
            "target_ip" => ("Resource IP address", "IP-адрес ресурса"),
            "tax" => ("Tax", "Налог"),
            "tech_email" => ("E-mail of the technician", "E-mail технического специалиста"),
            "total_sum" => ("Total", "Итого"),
            "trial" => ("Trial", "Пробный период"),
            "username" => ("User name", "Имя пользователя"),
            _ => return None,
        };
        Some(self.pick(en, ru))
    }
}
