<?php

/**
 * Тексты модуля на русском языке. Ключи и подстановки те же, что в английском файле.
 */

declare(strict_types=1);

return [
    'error.internal' => 'Внутри модуля произошла ошибка. Нажать Retry безопасно: ничто не отправляется дважды. Код обращения: {reference}.',

    'server.single-sign-on' => 'Войти в личный кабинет ispmanager',
    'server.balance' => 'Баланс: {balance}.',
    'server.connected' => 'Личный кабинет не сообщает баланс.',

    'account.breaker' => 'Личный кабинет ispmanager сервера «{server}» несколько раз подряд не ответил. Минуту к нему не обращаемся; '
        . 'ничего не отправлено. Нажать Retry безопасно.',
    'account.down' => 'Личный кабинет ispmanager сервера «{server}» недоступен. Ничего не отправлено. Нажать Retry безопасно.',
    'account.later' => 'Не хватило времени, чтобы обратиться к личному кабинету ispmanager сервера «{server}». Обратимся позже. Ничего '
        . 'не отправлено. Нажать Retry безопасно.',
    'account.list-cut' => 'Личный кабинет ispmanager сервера «{server}» оборвал список услуг, поэтому выводы из него не делаются. '
        . 'Ничего не отправлено. Нажать Retry безопасно.',
    'account.login' => 'Личный кабинет ispmanager не принял вход: {text} Проверьте логин и пароль в настройках сервера. Ничего не '
        . 'куплено. После этого нажать Retry безопасно.',
    'account.not-sent' => 'Личный кабинет ispmanager недоступен. Ничего не отправлено. Нажать Retry безопасно.',
    'account.rejected' => 'Личный кабинет ispmanager отказал: {text} Ничего не куплено. Когда причина устранена, нажать Retry безопасно.',

    'outcome.drop' => 'Пока неясно, отменил ли личный кабинет ispmanager {bill}. Модуль выяснит это сам; до тех пор ничего не '
        . 'заказывается.',
    'outcome.unknown' => 'Пока неизвестно, выполнил ли личный кабинет ispmanager операцию. Модуль выяснит это сам и второй раз её не '
        . 'отправит. Нажать Retry безопасно: сначала будет запрошен личный кабинет.',
    'outcome.settling' => 'Исход предыдущей операции с услугой ещё выясняется в личном кабинете ispmanager, осталось около {minutes} '
        . 'мин. Ничего не отправлено. Нажать Retry безопасно.',
    'outcome.several' => 'К услуге могут относиться несколько заказов в личном кабинете ispmanager: {orders}. Привяжите нужный или '
        . 'впишите его в поле «Order ID». Ничего не отправлено. Нажать Retry безопасно: пока это не решено, новый заказ не '
        . 'отправляется.',
    'outcome.unpaid' => 'Личный кабинет ispmanager принял это как {bill}, но ждёт оплаты. Оплатите или удалите его в кабинете. Нажать '
        . 'Retry безопасно и до, и после этого: пока он ждёт оплаты, второй раз он не отправляется.',

    'refused.balance' => 'На балансе личного кабинета ispmanager {balance}, а нужно {cost}. Пополните баланс. Ничего не отправлено. '
        . 'После этого нажать Retry безопасно.',
    'refused.balance-empty' => 'На балансе личного кабинета ispmanager {balance}, а тариф этого заказа исчез из списка тарифов, поэтому '
        . 'стоимость продления неизвестна. Пополните баланс. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.cart-unclear' => 'Личный кабинет ispmanager не говорит точно, что в корзине относится к {bill}. Удалите это в кабинете. '
        . 'Ничего не отменено.',
    'refused.bill-gone' => '{bill} больше не ждёт оплаты в личном кабинете ispmanager. Модуль выясняет, оплачено ли это. Ничего не '
        . 'отменено.',
    'refused.busy' => 'С услугой сейчас работает другой процесс. Ничего не отправлено. Нажать Retry через две минуты безопасно.',
    'refused.cost-changed' => 'Стоимость теперь {new}, а не {old}. Ничего не отправлено. Подтвердите новую стоимость.',
    'refused.cost-known' => 'Стоимость уже известна: {new}. Ничего не отправлено. Подтвердите эту стоимость.',
    'refused.cost-unknown' => 'Стоимость больше не {old}: тариф исчез из списка тарифов, и личный кабинет её не сообщает. Ничего не '
        . 'отправлено. Посмотрите данные заново и примите решение.',
    'refused.cycle' => 'Расчётный период «{cycle}» нельзя заказать в ispmanager. Используйте Monthly, Quarterly, Semi-Annually или '
        . 'Annually. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.cycle-unsold' => 'У услуги нет цены за расчётный период «{cycle}» в валюте клиента. Ничего не изменено.',
    'refused.due-invoice' => 'Счёт {invoice} оплачен, но продление по нему ещё не выполнено. Сначала нажмите Renew. Ничего не изменено.',
    'refused.expiry-moved' => 'Дата окончания в личном кабинете ispmanager уже не та, что на вашей странице: тем временем услугу '
        . 'продлили или изменили. Ничего не отправлено. Посмотрите новую дату, прежде чем подтверждать ещё одно продление.',
    'refused.expiry-unseen' => 'На вашей странице нет даты окончания из личного кабинета ispmanager, и нельзя проверить, не продлевает '
        . 'ли услугу кто-то ещё. Ничего не отправлено. Обновите данные личного кабинета и подтвердите, когда дата видна.',
    'refused.field-bitninja_email' => '«{value}» — не адрес электронной почты. Исправьте поле «BitNinja E-mail». Ничего не отправлено. '
        . 'После этого нажать Retry безопасно.',
    'refused.field-domain' => '«{value}» — не доменное имя. Исправьте поле «Domain name». Ничего не отправлено. После этого нажать '
        . 'Retry безопасно.',
    'refused.field-empty' => 'Поле «{field}» не заполнено. Заполните его. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.field-ip' => '«{value}» — не IP-адрес. Исправьте поле «License IP address». Ничего не отправлено. После этого нажать Retry '
        . 'безопасно.',
    'refused.field-item' => '«{value}» — не ID лицензии ispmanager. Укажите номер или ключ лицензии, который с него начинается. Ничего '
        . 'не отправлено. После этого нажать Retry безопасно.',
    'refused.field-licname' => 'Имя лицензии длиннее 255 символов. Сократите его. Ничего не отправлено. После этого нажать Retry '
        . 'безопасно.',
    'refused.field-target_ip' => '«{value}» — не IP-адрес. Исправьте поле «Resource IP address». Ничего не отправлено. После этого '
        . 'нажать Retry безопасно.',
    'refused.has-order' => 'У услуги уже есть заказ {order}.',
    'refused.host-empty' => 'В настройках сервера не указано имя хоста. Используйте my.ispmanager.ru или eu.ispmanager.com. Ничего не '
        . 'отправлено. После этого нажать Retry безопасно.',
    'refused.host-login' => 'В имени хоста указан логин. Укажите только имя хоста: my.ispmanager.ru или eu.ispmanager.com. Ничего не '
        . 'отправлено. После этого нажать Retry безопасно.',
    'refused.host-scheme' => 'К «{host}» можно обращаться только по https. Укажите только имя хоста: my.ispmanager.ru или '
        . 'eu.ispmanager.com. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.host-unknown' => '«{host}» — не личный кабинет ispmanager. Используйте my.ispmanager.ru или eu.ispmanager.com. Ничего не '
        . 'отправлено. После этого нажать Retry безопасно.',
    'refused.link-deleted' => 'Заказ {order} удалён в личном кабинете ispmanager. Ничего не изменено.',
    'refused.link-item' => 'Заказ {order} оформлен для другой лицензии ispmanager, не для лицензии этой услуги. Ничего не изменено.',
    'refused.link-kind' => 'Заказ {order} другого вида, чем эта услуга. Ничего не изменено.',
    'refused.link-named' => 'Под именем этой услуги в личном кабинете есть: {orders}. Оформлено было именно это; привяжите его. Ничего '
        . 'не изменено.',
    'refused.link-owned' => 'Заказ {order} принадлежит другой услуге этого WHMCS. Ничего не изменено.',
    'refused.link-unpaid' => 'Заказ этой услуги ждёт в личном кабинете ispmanager оплаты {bill}. Сначала оплатите или отмените его. '
        . 'Ничего не изменено.',
    'refused.login' => 'В настройках сервера нужны логин и пароль личного кабинета ispmanager; в логине не бывает двоеточия. Ничего не '
        . 'отправлено. После этого нажать Retry безопасно.',
    'refused.newer-tables' => 'Таблицы ispmanager NOC в этом WHMCS изменены более новым модулем: версия {version}, а этот знает {known}. Снова '
        . 'распакуйте новый архив. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.no-enabled-server' => 'Для этой услуги нет включённого сервера. Включите сервер или назначьте его сервером по умолчанию. '
        . 'Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.no-new-invoice' => 'Нет оплаченного счёта за следующий период, поэтому услуга не продлена. Продление без счёта '
        . 'подтверждается в панели ispmanager NOC на этой странице. Нажать Retry безопасно: без оплаченного счёта ничего не '
        . 'отправляется.',
    'refused.no-order' => 'У услуги нет заказа в личном кабинете ispmanager. Ничего не отправлено. Нажать Retry безопасно: заказ не '
        . 'создаётся.',
    'refused.no-server' => 'У услуги нет сервера модуля ispmanager NOC. Выберите его. Ничего не отправлено. После этого нажать Retry '
        . 'безопасно.',
    'refused.no-service' => 'Это не услуга модуля ispmanager NOC. Ничего не отправлено. Нажать Retry безопасно, но бесполезно.',
    'refused.no-tariff' => 'В услуге не указан Product ID. Выберите тариф в настройках модуля. Ничего не отправлено. После этого нажать '
        . 'Retry безопасно.',
    'refused.nothing-unpaid' => 'У этой услуги нет ничего, что ждёт оплаты.',
    'refused.no-such-period' => 'Расчётного периода в {months} мес. нет. Ничего не изменено.',
    'refused.open-invoice' => 'Счёт {invoice} за следующий период ещё не оплачен. Он выставлен за нынешний расчётный период: сначала '
        . 'дождитесь оплаты или отмените его. Ничего не изменено.',
    'refused.order-deleted' => 'Заказ {order} удалён в личном кабинете ispmanager, продлить его нельзя. Ничего не отправлено. Нажать '
        . 'Retry безопасно, но бесполезно.',
    'refused.order-elsewhere' => 'Заказ {order} оформлен в личном кабинете ispmanager сервера «{server}». Снова выберите этот сервер '
        . 'для услуги. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.order-ended' => 'Заказ {order} этой услуги удалён в личном кабинете ispmanager. Для нового заказа нажмите сначала '
        . 'Terminate, затем Create. Ничего не отправлено. Нажать Retry безопасно: новый заказ не создаётся.',
    'refused.order-id' => '«{order}» в поле «Order ID» — не число. Исправьте или очистите поле. Ничего не отправлено. После этого '
        . 'нажать Retry безопасно.',
    'refused.order-missing' => 'Личный кабинет ispmanager не показывает заказ {order}. Проверьте поле «Order ID» и сервер. Ничего не '
        . 'отправлено. После этого нажать Retry безопасно.',
    'refused.order-of-other' => 'Заказ {order} указан в поле «Order ID» другой услуги. Очистите это поле там, где оно неверно. Ничего '
        . 'не отправлено. После этого нажать Retry безопасно.',
    'refused.paid-meanwhile' => 'Тем временем это оплачено в личном кабинете ispmanager и принято. Ничего не отменено.',
    'refused.period' => 'Тариф «{tariff}» не продаётся на {months} мес. Выберите другой расчётный период. Ничего не отправлено. После '
        . 'этого нажать Retry безопасно.',
    'refused.product-addon' => 'Модуль ispmanager NOC работает с услугами, а не с дополнениями к ним. Ничего не отправлено. Нажать '
        . 'Retry безопасно, но бесполезно.',
    'refused.quantity' => 'Количество в услуге — {quantity}, а один заказ — это одна лицензия. Выберите для «Allow Multiple Quantities» '
        . 'значение No или Multiple Services. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.server-disabled' => 'Сервер «{server}» отключён, новые заказы на нём не оформляются. Включите его или выберите другой. '
        . 'Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.server-foreign' => 'Сервер этой услуги относится к другому модулю. Выберите сервер ispmanager NOC. Ничего не отправлено. '
        . 'После этого нажать Retry безопасно.',
    'refused.single-payment' => 'У расчётного периода «{cycle}» нет длительности. Укажите «Период для бесплатных и разовых услуг» в '
        . 'настройках модуля, режим Advanced Mode. Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.unknown-tariff' => 'В личном кабинете ispmanager нет тарифа с Product ID «{tariff}». Выберите тариф в настройках модуля. '
        . 'Ничего не отправлено. После этого нажать Retry безопасно.',
    'refused.whmcs' => 'WHMCS не изменил расчётный период: {text} Можно повторить: ничего не куплено.',

    'sync.missing' => 'Личный кабинет ispmanager не показывает заказ {order}. Ничего не изменено; проверьте заказ в кабинете. Нажать '
        . 'Retry безопасно.',
    'sync.unknown-status' => 'Личный кабинет ispmanager сообщил неизвестный статус «{status}». Статус услуги не изменён. Нажать Retry '
        . 'безопасно.',

    'offer.drop-unpaid' => 'То, что ждёт оплаты, будет удалено из корзины личного кабинета.',
    'offer.renew-cost-unknown' => 'Тариф исчез из списка тарифов, поэтому стоимость неизвестна: личный кабинет спишет свою цену.',
    'offer.renew-cost-unknown-without-invoice' => 'Счёт за следующий период не оплачен. Тариф исчез из списка тарифов, поэтому '
        . 'стоимость неизвестна: личный кабинет спишет свою цену.',
    'offer.renew-without-invoice' => 'Счёт за следующий период не оплачен.',
    'offer.terminate' => 'Заказ будет удалён в личном кабинете безвозвратно.',

    'operation.create' => 'Заказ',
    'operation.renew' => 'Продление',
    'operation.terminate' => 'Отключение',
    'operation.change-period' => 'Смена расчётного периода',

    'journal.adopted' => 'Заказ найден в личном кабинете: {order}.',
    'journal.busy' => 'С услугой выполнялась другая операция. Ничего не отправлено.',
    'journal.claimed' => 'Готовится к отправке.',
    'journal.deleted' => 'Личный кабинет удалил заказ {order}.',
    'journal.dropped' => 'Сотрудник отменил {bill} до оплаты.',
    'journal.gone' => 'Заказа {order} в личном кабинете уже не было. Ничего не отправлено.',
    'journal.linked' => 'Сотрудник привязал к услуге заказ {order}.',
    'journal.never-sent' => 'Процесс завершился, ничего не отправив.',
    'journal.no-server' => 'Сервер этой операции удалён: её исход негде узнать.',
    'journal.not-placed' => 'По нескольким запросам личный кабинет операцию не выполнил. Её можно повторить.',
    'journal.not-sent' => 'Личный кабинет был недоступен. Ничего не отправлено.',
    'journal.order-missing' => 'Личный кабинет не показывает заказ {order}, исход неизвестен. Проверьте заказ в кабинете.',
    'journal.period-changed' => 'Расчётный период теперь «{cycle}».',
    'journal.period-refused' => 'WHMCS не изменил расчётный период: {text}',
    'journal.ordered' => 'Личный кабинет оформил заказ {order}.',
    'journal.rejected' => 'Личный кабинет отказал: {text}',
    'journal.renewed' => 'Личный кабинет продлил услугу до {date}.',
    'journal.renewed-by-account' => 'Личный кабинет уже продлил услугу сам до {date}. Ничего не отправлено.',
    'journal.sent' => 'Отправлено, ожидается ответ.',
    'journal.several' => 'Подходят несколько заказов: {orders}. Привяжите нужный или впишите его в поле «Order ID».',
    'journal.unknown' => 'Ответ потерян. Личный кабинет запрашивается о том, что он сделал.',
    'journal.unpaid' => 'Личный кабинет принял заказ как {bill} и ждёт оплаты.',
    'journal.withdrawn' => 'Отменено до отправки: личный кабинет был проверен ещё раз в последний момент.',

    'setting.product_id' => 'Product ID',
    'setting.product_id.about' => 'ID тарифа ispmanager, который продаёт эта услуга.',
    'setting.admin_phone' => 'Admin phone',
    'setting.admin_phone.about' => 'Оставьте пустым: модулям ispmanager он не нужен.',
    'setting.single_payment_period' => 'Период для бесплатных и разовых услуг',
    'setting.single_payment_period.about' => 'На какой срок заказывать, если услуга без регулярной оплаты. '
        . 'Пока период не выбран, такие заказы отклоняются.',
    'setting.auto_renewal' => 'Автопродление в личном кабинете ispmanager',
    'setting.auto_renewal.about' => 'Оставьте выключенным: WHMCS продлевает услугу после оплаты счёта. Если '
        . 'включить, личный кабинет будет продлевать её и сам.',
    'setting.not-set' => 'Не выбран',

    'period' => '{months} мес.',

    'cycle.Monthly' => 'Ежемесячно',
    'cycle.Quarterly' => 'Раз в 3 месяца',
    'cycle.Semi-Annually' => 'Раз в полгода',
    'cycle.Annually' => 'Раз в год',
    'cycle.Biennially' => 'Раз в 2 года',
    'cycle.Triennially' => 'Раз в 3 года',
    'cycle.One Time' => 'Разовый платёж',
    'cycle.Free Account' => 'Бесплатно',

    'status.Pending' => 'Ожидает',
    'status.Active' => 'Активна',
    'status.Completed' => 'Завершена',
    'status.Suspended' => 'Приостановлена',
    'status.Terminated' => 'Отключена',
    'status.Cancelled' => 'Отменена',
    'status.Fraud' => 'Мошенничество',

    'account.status.ordered' => 'Заказана',
    'account.status.active' => 'Активна',
    'account.status.suspended' => 'Приостановлена',
    'account.status.deleted' => 'Удалена',
    'account.status.processing' => 'Обрабатывается',
    'account.status.unknown' => 'Неизвестен этому модулю ({status})',

    'difference.missing' => 'В личном кабинете нет заказа {order}. Проверьте его в личном кабинете ispmanager; '
        . 'здесь ничего не изменено.',
    'difference.status' => 'В WHMCS — «{whmcs}», в личном кабинете — «{account}».',
    'difference.date' => 'Дата окончания: {whmcs} в WHMCS и {account} в личном кабинете.',

    'comparison.done' => 'Сверка с личным кабинетом ispmanager сервера {server}: услуг {services}, заказов {orders}, '
        . 'расхождений {differences}. Список — в Addons → ispmanager NOC partner module.',
    'comparison.put-off' => 'Сегодня услуги сервера {server} не удалось сверить с личным кабинетом ispmanager, прежние '
        . 'расхождения остаются в списке: {reason}',
    'differs.heading' => 'Расхождения WHMCS с личным кабинетом ispmanager',
    'differs.about' => 'Найдены ежедневной сверкой. Из-за них ничего не меняется: откройте каждую услугу и нажмите Sync, '
        . 'Create или Terminate, смотря по случаю.',
    'differs.service' => 'Услуга',
    'differs.order' => 'Заказ',
    'differs.server' => 'Сервер',
    'differs.what' => 'Расхождение',
    'differs.seen' => 'Замечено',
    'differs.more' => 'Ещё {count} не показано.',
    'differs.status' => 'Статус',
    'differs.status.is' => 'В WHMCS — «{whmcs}», в личном кабинете — «{account}».',
    'differs.expiry' => 'Дата окончания',
    'differs.expiry.is' => 'Дата окончания: {whmcs} в WHMCS и {account} в личном кабинете.',
    'differs.e-mail' => 'Почта BitNinja',
    'differs.e-mail.is' => 'Почта: {whmcs} в WHMCS и {account} в личном кабинете.',
    'differs.order-missing' => 'Заказа нет в личном кабинете',
    'differs.order-missing.is' => 'Личный кабинет не показывает этот заказ. Статус услуги в WHMCS — «{whmcs}», он не изменён.',
    'differs.no-service' => 'Заказ без услуги',
    'differs.no-service.is' => 'В WHMCS нет услуги с этим заказом ({account}).',
    'differs.shared-order' => 'Один заказ у двух услуг',
    'differs.shared-order.is' => 'Тот же заказ указан в услуге №{account}. Очистите поле «Order ID» там, где оно неверно.',
    'differs.unsettled' => 'Итог неизвестен',
    'differs.unsettled.is' => '{whmcs}: {account}. Причина — в журнале услуги.',

    'tariffs.no-server' => 'Для этой услуги нет включённого сервера ispmanager NOC. Создайте его в разделе '
        . 'System Settings → Servers или назначьте сервером по умолчанию.',
    'tariffs.never' => 'Список тарифов ещё не загружен. Нажмите «Обновить».',
    'tariffs.empty' => 'В личном кабинете нет ни модулей, ни стороннего ПО для продажи.',
    'tariffs.old' => 'Списку тарифов больше двух дней: в последнее время личный кабинет был недоступен. '
        . 'Нажмите «Обновить», чтобы попробовать ещё раз.',

    'loader.no-list' => 'Список тарифов этого сервера ещё не загружен. Обновите его в Addons → ispmanager NOC '
        . 'partner module или введите Product ID в режиме Advanced Mode.',
    'loader.nothing' => '– не выбран –',
    'loader.unlisted' => '{id} – нет в списке тарифов',

    'notice.addon-inactive' => 'Панели нужно один раз включить дополнение: System Settings → Addon Modules → '
        . 'ispmanager NOC partner module → Activate, затем в Configure дайте доступ своей роли. Поля и кнопки '
        . 'самого WHMCS работают и без него.',
    'notice.addon-access' => 'У вашей роли нет доступа к дополнению ispmanager NOC partner module. Его может '
        . 'дать администратор: System Settings → Addon Modules → Configure → Access Control. Поля и кнопки самого '
        . 'WHMCS работают и без него.',

    'partner.about' => 'Модули ispmanager и стороннее ПО для перепродажи: ID, периоды и цены. Роли с доступом '
        . 'могут пользоваться и панелями ispmanager NOC.',
    'partner.activated' => 'ispmanager NOC partner module включён. Нажмите Configure и дайте доступ ролям, '
        . 'которые будут им пользоваться.',
    'partner.deactivated' => 'ispmanager NOC partner module выключен. Услуги, дополнительные поля и журнал '
        . 'платежей сохранены.',
    'partner.intro' => 'Укажите ID из этого списка как Product ID вашей услуги. Цены — из вашего личного '
        . 'кабинета ispmanager.',
    'partner.server' => 'Сервер',
    'partner.default' => '{server} (по умолчанию)',
    'partner.show' => 'Показать',
    'partner.refresh' => 'Обновить',
    'partner.refreshed' => 'Список тарифов обновлён.',
    'partner.no-server' => 'Ещё нет сервера ispmanager NOC. Создайте его в разделе System Settings → Servers с '
        . 'модулем ispmanager NOC.',
    'partner.fetched' => 'Обновлено {moment}.',
    'partner.modules' => 'ispmanager modules — модули ispmanager',
    'partner.software' => 'Other software — стороннее ПО',
    'partner.none' => 'В личном кабинете таких нет.',
    'partner.id' => 'ID',
    'partner.name' => 'Название',

    'relay.method' => 'Сообщения отправляются методом POST.',
    'relay.logged-out' => 'Сеанс закончился. Войдите снова и обновите страницу.',
    'relay.token' => 'Страница устарела. Обновите её и попробуйте ещё раз.',
    'relay.access' => 'У вашей роли нет доступа к дополнению ispmanager NOC partner module.',
    'relay.unknown-action' => 'Здесь нельзя выполнить такой запрос.',
    'relay.not-found' => 'В WHMCS нет такой услуги ispmanager NOC.',
    'relay.malformed' => 'Сообщение не удалось разобрать. Обновите страницу и попробуйте ещё раз.',
    'relay.internal' => 'Что-то пошло не так. Подробности — в журнале модулей WHMCS по коду обращения.',

    'done.create' => 'Личный кабинет принял заказ.',
    'done.create-same' => 'У услуги уже есть заказ; ничего не отправлено.',
    'done.renew' => 'Услуга продлена.',
    'done.terminate' => 'Заказ удалён в личном кабинете.',
    'done.sync' => 'Данные WHMCS обновлены из личного кабинета.',
    'done.change-period' => 'Расчётный период изменён, следующее продление пройдёт по нему.',
    'done.link-order' => 'Заказ привязан к услуге.',
    'done.drop-unpaid' => 'То, что ждало оплаты, отменено.',

    'fields.unknown-tariff' => 'В списке тарифов нет тарифа {id}. Обновите список или выберите другой Product ID.',

    'done.sync-same' => 'Данные личного кабинета и WHMCS совпадают, ничего не изменено.',

    'relay.whmcs-refused' => 'WHMCS не выполнил команду: {text}',

    'yes' => 'Да',

    'no' => 'Нет',

    'preview.label' => 'Дополнительные поля ispmanager NOC',
    'preview.no-tariff' => 'Сначала выберите Product ID на вкладке Module Settings.',
    'preview.intro' => 'Дополнительные поля для тарифа {tariff}. Недостающие создаются при сохранении услуги, '
        . 'ваши изменения сохраняются.',
    'preview.field' => 'Поле',
    'preview.state' => 'Состояние',
    'preview.required' => 'Обязательное',
    'preview.order-form' => 'На странице заказа',

    'field.exists' => 'Есть',
    'field.missing' => 'Будет создано',
    'field.differs' => 'Изменено сотрудником',
    'field.own' => 'Ваше поле',

    'service.status' => 'Статус в WHMCS',
    'service.termination_date' => 'Дата окончания',
    'service.order_id' => 'ID заказа',
    'service.item' => 'Лицензия ispmanager',
    'service.tariff' => 'Тариф',
    'service.server' => 'Сервер',
    'service.no-server' => 'Ещё не выбран',
    'service.command' => 'Команда',
    'service.now' => 'Что произойдёт',
    'service.cost' => 'Стоимость',
    'service.journal' => 'Журнал услуги',
    'service.journal-empty' => 'По этой услуге в личный кабинет ещё ничего не отправляли.',
    'service.moment' => 'Время',
    'service.operation' => 'Операция',
    'service.state' => 'Состояние',
    'service.outcome' => 'Итог',

    'command.create' => 'Create — заказать',
    'command.renew' => 'Renew — продлить',
    'command.terminate' => 'Terminate — отключить',
    'command.sync' => 'Sync — синхронизировать',
    'command.possible' => 'Можно выполнить.',

    'journal.state.claimed' => 'Начато',
    'journal.state.sent' => 'Отправлено',
    'journal.state.done' => 'Выполнено',
    'journal.state.rejected' => 'Отклонено',
    'journal.state.unpaid' => 'Не оплачено',
    'journal.state.unknown' => 'Итог неизвестен',
    'journal.state.not-placed' => 'Не выполнено',

    'link.pay' => 'Оплатить счёт',
    'link.cancel' => 'Отказаться от услуги',

    'order.cycle' => 'На этот период заказать нельзя. Выберите другой.',
    'order.field-bitninja_email' => 'BitNinja E-mail: укажите адрес электронной почты.',
    'order.field-domain' => 'Domain name: укажите доменное имя, например example.com.',
    'order.field-empty' => 'Заполните поле «{field}».',
    'order.field-filled' => 'Поле «{field}» заполняется автоматически. Оставьте его пустым.',
    'order.field-ip' => 'License IP address: укажите IP-адрес.',
    'order.field-item' => 'Укажите ID лицензии ispmanager: её номер или ключ, который начинается с номера.',
    'order.field-licname' => 'Имя лицензии может быть не длиннее 255 символов.',
    'order.field-target_ip' => 'Resource IP address: укажите IP-адрес.',
    'order.quantity' => 'Закажите по одной: один заказ — одна лицензия.',
];
