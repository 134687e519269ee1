/* Every way in which the relay refuses, by its code (crates/wire/src/error.rs), as the module's texts say it. */

export const failures = (t) => {
  const texts = {
    method: t('Messages are sent by POST.', 'Сообщения отправляются методом POST.'),
    'logged-out': t('Your session has ended. Log in again and reload the page.', 'Сеанс закончился. Войдите снова и обновите страницу.'),
    token: t('This page is out of date. Reload it and try again.', 'Страница устарела. Обновите её и попробуйте ещё раз.'),
    access: t(
      'Your staff role has no access to the addon ispmanager NOC partner module.',
      'У вашей роли нет доступа к дополнению ispmanager NOC partner module.',
    ),
    'unknown-action': t('This cannot be asked here.', 'Здесь нельзя выполнить такой запрос.'),
    'not-found': t('WHMCS has no such product or service of ispmanager NOC.', 'В WHMCS нет такой услуги ispmanager NOC.'),
    malformed: t(
      'The message could not be understood. Reload the page and try again.',
      'Сообщение не удалось разобрать. Обновите страницу и попробуйте ещё раз.',
    ),
    refused: t(
      'Another process is working on this service at this moment. Nothing was sent. Retry in two minutes is safe.',
      'С услугой сейчас работает другой процесс. Ничего не отправлено. Нажать Retry через две минуты безопасно.',
    ),
    'cost-changed': t(
      'The cost is €12.00 now and no longer €10.00. Nothing was sent. Confirm the new cost.',
      'Стоимость теперь 12,00 €, а не 10,00 €. Ничего не отправлено. Подтвердите новую стоимость.',
    ),
    rejected: t(
      'The ispmanager account refused: not enough money. Nothing was bought. Retry is safe once the reason is gone.',
      'Личный кабинет ispmanager отказал: недостаточно средств. Ничего не куплено. Нажать Retry безопасно, когда причина устранена.',
    ),
    'outcome-unknown': t(
      'It is not known yet whether the ispmanager account did it. The module finds out by itself and never sends it twice.',
      'Пока неизвестно, выполнил ли личный кабинет ispmanager операцию. Модуль выяснит это сам и второй раз её не отправит.',
    ),
    'account-down': t(
      'The ispmanager account of "ispmanager EU" cannot be reached. Nothing was sent. Retry is safe.',
      'Личный кабинет ispmanager сервера «ispmanager EU» недоступен. Ничего не отправлено. Нажать Retry безопасно.',
    ),
    internal: t(
      'Something went wrong. The details are in WHMCS’s module log under the reference.',
      'Что-то пошло не так. Подробности — в журнале модулей WHMCS по коду обращения.',
    ),
  };
  return Object.entries(texts).map(([code, text]) => ({ code, text, reference: '3f9c2a10' }));
};
