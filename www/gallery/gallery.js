/* Draws every view in every state. ?lang=ru, ?theme=dark and ?only=name choose what is shown. */

import { data } from './data.js';
import { error, lost, never, ok, page, register } from './relay.js';

const wish = new URLSearchParams(location.search);
const language = wish.get('lang') === 'ru' ? 'ru' : 'en';
const t = (en, ru) => (language === 'ru' ? ru : en);
const { tariffs, many, rows, pending, active, account, noOrder, client, down, day } = data(t);

/* Trunk preloads the hashed files of the panel; their names stand in its links. */
const script = document.querySelector('link[rel=modulepreload]').href;
const wasm = document.querySelector('link[rel=preload][as=fetch]').href;

const texts = await (await fetch(`texts/${language}.json`)).json();

const mount = (view, name, extra = {}) => {
  const own = Object.entries({ ...texts.common, ...texts[view] });
  const config = { relay: `relay/${name}`, token: 'gallery', language, product: 3, service: 7, notice: null, texts: own, ...extra };
  const node = document.createElement('div');
  node.className = 'ispnoc-mount';
  Object.assign(node.dataset, { ispnoc: view, script, wasm, style: 'panel.css', config: JSON.stringify(config) });
  return node;
};

/* WHMCS's control in advanced mode, or in simple mode with the Loader's list. */
const native = (value, simple) => {
  const box = document.createElement('div');
  box.className = 'native';
  const options = simple ? tariffs.tariffs.map(({ id, name }) => `<option value="${id}">${name}</option>`).join('') : '';
  box.innerHTML = simple
    ? `<select name="packageconfigoption[1]">${options}<option value="999">999</option></select>`
    : '<input name="packageconfigoption[1]" size="12">';
  box.firstChild.value = value;
  return box;
};

const picker = (name, value, answers, { simple = false, ...extra } = {}) =>
  [name, answers, [native(value, simple), mount('product-picker', name, extra)]];
const preview = (name, value, answers) => [name, answers, [native(value), mount('field-preview', name)]];
const service = (name, answers) => [name, answers, [mount('service-actions', name)]];
const info = (name, answers) => [name, answers, [mount('service-info', name)]];

const fields = (state) => ({ tariff: 'BitNinja', rows: rows(state) });
const refresh = { 'refresh-tariffs': ok({ ...tariffs, fetched_at: new Date().toISOString() }) };

/* A service that really changes, so that a whole walk can be clicked. */
const living = () => {
  let now = pending;
  let side = noOrder;
  const done = (state, other, text) => () => {
    [now, side] = [state, other];
    return ok({ text, service: now })();
  };
  return {
    service: () => ok(now)(),
    account: () => ok(side)(),
    create: done(active, account, t('The account placed order 812345.', 'Аккаунт разместил заказ 812345.')),
    renew: lost,
    terminate: done({ ...pending, status: 'Terminated' }, noOrder, t('The order is deleted.', 'Заказ удалён.')),
    'change-period': ({ months }) => {
      const chosen = now.periods.find((period) => period.months === months);
      return done({ ...now, billing_cycle: chosen.label }, side, t(`Billing cycle: ${chosen.label}.`, `Расчётный период: ${chosen.label}.`))();
    },
    candidates: ok({
      orders: [
        { id: '812345', tariff: 'BitNinja', item: '1001', status: t('Active', 'Активна'), created: day(-30), expires: day(30) },
        { id: '812301', tariff: 'BitNinja', item: '1001', status: t('Suspended', 'Приостановлена'), created: day(-90), expires: day(-2) },
      ],
    }),
    'link-order': done(active, account, t('Order 812345 is linked.', 'Заказ 812345 привязан.')),
    sync: done(active, account, t('The account’s data has been taken over.', 'Данные аккаунта приняты.')),
  };
};

const all = [
  picker('picker', '55371', { tariffs: ok(tariffs), ...refresh }, { simple: true }),
  picker('picker-empty', '', { tariffs: ok({ ...tariffs, tariffs: many }), 'refresh-tariffs': never }),
  picker('picker-unknown', '999', { tariffs: ok(tariffs), 'refresh-tariffs': error(down) }),
  picker('picker-never-asked', '', {
    tariffs: ok({ ...tariffs, fetched_at: null, tariffs: [], notice: t('The list is loaded by “Refresh”.', 'Список загружается кнопкой «Обновить».') }),
    ...refresh,
  }),
  picker('picker-waiting', '55371', { tariffs: never }),
  picker('picker-error', '55371', { tariffs: error(down), ...refresh }),
  picker('picker-logged-out', '55371', { tariffs: page, ...refresh }),
  picker('picker-lost', '55371', { tariffs: lost, ...refresh }),
  picker('picker-notice', '55371', {}, { notice: t('Activate the addon “ispmanager NOC partner module” in Apps & Integrations to search here.', 'Чтобы искать здесь, активируйте модуль «ispmanager NOC partner module» в Apps & Integrations.') }),
  preview('preview', '55371', { fields: ok(fields('missing')), 'create-fields': ok(fields('exists')) }),
  preview('preview-complete', '55371', { fields: ok(fields('exists')) }),
  preview('preview-nothing-chosen', '', {}),
  preview('preview-error', '55371', { fields: error(down) }),
  service('service-pending', living()),
  service('service-active', { ...living(), service: ok(active), account: ok({ ...account, differences: [t('WHMCS says Suspended, the account says Active.', 'В WHMCS — Suspended, в аккаунте — активна.')] }), sync: never }),
  service('service-account-down', { service: ok(active), account: error(down) }),
  service('service-account-slow', { service: ok(active), account: never }),
  service('service-refused', {
    service: ok(pending),
    account: ok(noOrder),
    create: error({ code: 'cost-changed', text: t('The cost is now €12.00. Nothing was sent.', 'Стоимость теперь 12,00 €. Ничего не отправлено.'), reference: '77ab01ce' }),
  }),
  service('service-unpaid', {
    ...living(),
    service: ok({ ...pending, actions: pending.actions.map((offer) => (offer.name === 'drop-unpaid' ? { ...offer, reason: null, warning: t('The order is taken out of the cart.', 'Заказ будет убран из корзины.') } : offer)) }),
    candidates: ok({ orders: [] }),
    'drop-unpaid': never,
  }),
  service('service-waiting', { service: never, account: never }),
  info('info', { 'service-info': ok(client) }),
  info('info-soon', { 'service-info': ok({ ...client, valid_until: day(3), rows: client.rows.slice(0, 2) }) }),
  info('info-ended', { 'service-info': ok({ ...client, status: t('Suspended', 'Приостановлена'), valid_until: day(-2), rows: client.rows.slice(0, 1) }) }),
  info('info-error', { 'service-info': error(down) }),
];

document.body.classList.toggle('dark', wish.get('theme') === 'dark');
document.documentElement.lang = language;
document.getElementById('switches').innerHTML =
  '<a href="?">English</a> <a href="?lang=ru">Русский</a> <a href="?theme=dark">Dark</a> <a href="?lang=ru&theme=dark">Тёмная</a>';

for (const [name, answers, nodes] of all) {
  if (wish.has('only') && !name.startsWith(wish.get('only'))) continue;
  register(name, answers);
  const section = document.createElement('section');
  section.id = name;
  section.innerHTML = `<h2>${name}</h2>`;
  section.append(...nodes);
  document.getElementById('scenes').append(section);
}

const boot = document.createElement('script');
boot.src = 'boot.js';
document.body.append(boot);
