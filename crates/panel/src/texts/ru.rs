//! The panel in Russian.

use super::Texts;

pub const TEXTS: Texts = Texts {
    language: "ru",

    waiting: "Загрузка…",
    slow: "Ответ готовится дольше обычного, подождите.",
    network_lost: "Соединение прервалось. Проверьте сеть и повторите.",
    logged_out: "Пришла страница вместо данных: вероятно, сеанс завершён. Войдите и повторите.",
    unreadable: "Ответ не удалось прочитать. Обновите страницу; если это повторится, посмотрите журнал модулей WHMCS.",
    reference: "Код обращения:",
    again: "Повторить",
    cancel: "Отмена",
    months: |count| counted(count.into(), ["месяц", "месяца", "месяцев"]),

    search: "Поиск в списке тарифов",
    search_hint: "Поиск по названию или ID",
    refresh: "Обновить список тарифов",
    ispmanager_modules: "Модули ispmanager",
    other_software: "Стороннее ПО",
    nothing_found: "В списке тарифов ничего не найдено.",
    more_found: |count| format!("Ещё {count}: уточните название или ID."),
    chosen: "Выбрано:",
    nothing_chosen: "Product ID ещё не выбран.",
    unknown_id: |id| format!("Product ID {id} нет в списке тарифов. Он останется, но заказы могут быть отклонены."),
    lacking_cycles: |cycles| format!("На эти расчётные периоды услуги тариф заказать нельзя: {cycles}."),
    list_from: |server, age| format!("Список тарифов сервера {server}, обновлён {age}."),
    list_never_asked: |server| format!("Список тарифов сервера {server} ещё не загружен."),

    choose_first: "Выберите Product ID на вкладке Module Settings, чтобы увидеть дополнительные поля.",
    fields_of: |tariff| format!("Дополнительные поля для {tariff}"),
    field: "Поле",
    field_state: "Состояние",
    field_filled_by: "Заполняет",
    client_must_fill: "Клиент, обязательно",
    client_may_fill: "Клиент",
    module_fills: "Модуль",
    admin_only: "Видят только сотрудники",
    exists: "Есть",
    missing: "Будет создано",
    differs: "Изменено сотрудником, остаётся как есть",
    own: "Ваше поле",
    create_missing: "Создать недостающие поля",
    fields_created: "Поля созданы. Обновите страницу, чтобы увидеть их ниже.",
    order_form: "Форма заказа, как её увидит клиент",
    order_form_empty: "Клиенту не нужно ничего заполнять.",

    in_whmcs: "WHMCS",
    in_account: "Личный кабинет ispmanager",
    status: "Статус",
    no_order: "Заказа нет",
    billing_cycle: "Расчётный период",
    ordered_on: "Дата заказа",
    next_due_date: "Следующий платёж",
    expires: "Оплачено до",
    termination_date: "Дата окончания",
    tariff: "Тариф",
    item: "Лицензия ispmanager",
    order_id: "ID заказа",
    server: "Сервер",
    next_cost: "Следующее списание",
    balance: "Баланс",
    ask_account_again: "Обновить данные",
    create: "Заказать",
    renew: "Продлить",
    terminate: "Отключить",
    sync: "Синхронизировать",
    change_period: "Сменить период",
    link_order: "Привязать заказ",
    drop_unpaid: "Отменить неоплаченный заказ",
    create_for: |cost| format!("Заказать за {cost}"),
    renew_for: |cost| format!("Продлить за {cost}"),
    ask_create: |cost| format!("Заказать в личном кабинете ispmanager за {cost}?"),
    ask_renew: |cost| format!("Продлить в личном кабинете ispmanager за {cost}?"),
    ask_terminate: "Отключить в личном кабинете ispmanager?",
    ask_sync: "Взять данные из личного кабинета?",
    ask_change_period: "На какой расчётный период? Ничего не покупается: он начнёт действовать со следующего продления.",
    ask_link_order: "Какой заказ личного кабинета относится к этой услуге? Ничего не покупается.",
    ask_drop_unpaid: "Убрать из корзины личного кабинета то, что ждёт оплаты?",
    choose: "Выберите…",
    period_for: |label, cost| [label, ": ", cost].concat(),
    no_candidates: "В личном кабинете нет заказа, который подходит этой услуге и не относится к другой.",
    cost_unknown: "Стоимость неизвестна. Обновите список тарифов в настройках услуги.",
    unknown_cost: "неизвестную сумму",
    running: "Команда выполняется. Это может занять минуту; дважды ничего не отправляется.",
    doubt: "Пока неизвестно, выполнена ли команда. Что известно — в журнале ниже; остальное модуль выяснит сам.",
    page_is_old: "Поля WHMCS на этой странице устарели. Обновите её, прежде чем сохранять.",
    reload: "Обновить страницу",
    journal: "Журнал",
    journal_empty: "В личный кабинет ещё ничего не отправляли.",
    claimed: "Начато",
    sent: "Отправлено",
    done: "Выполнено",
    rejected: "Отклонено",
    unpaid: "Не оплачено",
    unknown: "Итог неизвестен",
    not_placed: "Не выполнено",

    valid_until: "Действует до",
    days_left: |days| match days {
        0 => "заканчивается сегодня".to_owned(),
        days if days > 0 => {
            let remain = form(days, ["остался ", "осталось ", "осталось "]);
            [remain, &counted(days, DAYS)].concat()
        }
        days => ["закончилось ", &counted(-days, DAYS), " назад"].concat(),
    },
    copy: "Копировать",
    copied: "Скопировано",
    selected: "Выделено: нажмите Ctrl+C",
    show: "Показать",
    hide: "Скрыть",
};

const DAYS: [&str; 3] = ["день", "дня", "дней"];

fn counted(count: i64, forms: [&'static str; 3]) -> String {
    let form = form(count, forms);
    format!("{count} {form}")
}

/// The form for 1, for 2 to 4 and for the rest, by the last digits.
fn form(count: i64, [one, few, many]: [&'static str; 3]) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}
