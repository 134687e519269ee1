/*
 * The scenes: a view, what its relay answers, what is pressed to come into the state, and `shows`, the selector that proves the state. What
 * ends the panel for the whole page, or keeps it waiting for seconds, stands `alone`: it is shown only when it is asked for by its name.
 */

import { data } from './data.js';
import { failures } from './failures.js';
import { bottomless, error, lost, never, ok, page, slow, typed } from './relay.js';

const scene = (view, shows) => (name, answers, more = {}) => ({ view, shows, name, answers, presses: [], value: '55371', ...more });
const picker = scene('product-picker', '.ispnoc-chosen');
const preview = scene('field-preview', '[data-ispnoc-field]');
const service = scene('service-actions', '[data-ispnoc-side="account"] dd');
const info = scene('service-info', '[data-ispnoc-row="status"]');
const wasmType = scene('wasm-type', '.ispnoc-state');
const spending = scene('spending', '.ispnoc-chart .ispnoc-column');

const WAITING = { shows: '.ispnoc-waiting' };
const GOOD = { shows: '.ispnoc-good' };
const WARNING = { shows: '.ispnoc-warning' };
const BAD = { shows: '.ispnoc-bad' };
const STOPPED = { shows: '.ispnoc-failed > [role="alert"]' };
const action = (name) => `[data-ispnoc-action="${name}"]`;
const asking = (name, shows = '.ispnoc-question') => ({ presses: [action(name)], shows });
const confirming = (name, { shows }) => ({ presses: [action(name), `[data-ispnoc-confirm="${name}"]`], shows });

export const scenes = (t) => {
  const { tariffs, many, rows, pending, active, account, noOrder, client, spent, day } = data(t);
  const refusals = failures(t);
  const refuse = (wanted) => error(refusals.find(({ code }) => code === wanted));
  const fields = (state) => ({ tariff: 'BitNinja', rows: rows(state) });
  const now = () => new Date().toISOString();
  const refresh = { 'refresh-tariffs': ok({ ...tariffs, fetched_at: now() }) };

  /* What may befall the first question of any view. */
  const troubles = (view, name, ...questions) =>
    Object.entries({
      waiting: [never, WAITING],
      failed: [refuse('account-down'), BAD],
      forbidden: [refuse('access'), BAD],
      'logged-out': [page, BAD],
      lost: [lost, BAD],
    }).map(([state, [answer, more]]) => view(`${name}-${state}`, Object.fromEntries(questions.map((question) => [question, answer])), more));

  /* A service that really changes, so that a whole walk can be clicked. */
  const living = (state = pending, side = noOrder) => {
    const done = (next, other, text) => () => {
      [state, side] = [next, other];
      return ok({ text, service: next })();
    };
    return {
      service: () => ok(state)(),
      account: () => ok(side)(),
      create: done(active, account, t('The account placed order 812345.', 'Аккаунт разместил заказ 812345.')),
      renew: lost,
      terminate: done({ ...pending, status: 'Terminated' }, noOrder, t('The order is deleted.', 'Заказ удалён.')),
      'change-period': ({ months }) => {
        const { label } = state.periods.find((period) => period.months === months);
        return done({ ...state, billing_cycle: label }, side, t(`Billing cycle: ${label}.`, `Расчётный период: ${label}.`))();
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
  const ordered = { service: ok(active), account: ok(account) };
  const differs = t('WHMCS says Suspended, the account says Active.', 'В WHMCS — Suspended, в аккаунте — активна.');
  const unpaid = pending.actions.map((offer) =>
    offer.name === 'drop-unpaid' ? { ...offer, reason: null, warning: t('The order is taken out of the cart.', 'Заказ будет убран из корзины.') } : offer,
  );
  const states = ['claimed', 'sent', 'done', 'rejected', 'unpaid', 'unknown', 'not-placed'];
  const journal = Array.from({ length: 42 }, (_, index) => ({ ...active.journal[index % 3], state: states[index % states.length] }));
  const long = 'ispmanager-business-with-a-very-long-name.reseller.example.com';

  return [
    picker('picker', { tariffs: ok(tariffs), ...refresh }, { simple: true }),
    picker('picker-open', { tariffs: ok(tariffs), ...refresh }, { simple: true, presses: ['.ispnoc-search'], shows: '[role="option"]' }),
    picker('picker-empty', { tariffs: ok({ ...tariffs, tariffs: many }), 'refresh-tariffs': never }, { value: '' }),
    picker('picker-working', { tariffs: ok(tariffs), 'refresh-tariffs': never }, { presses: [action('refresh-tariffs')], ...WAITING }),
    picker('picker-stale', {
      tariffs: ok({
        ...tariffs,
        fetched_at: `${day(-9)}T05:00:00Z`,
        notice: t(
          'The price list is more than two days old: the account could not be reached lately. Press Refresh.',
          'Списку тарифов больше двух дней: в последнее время личный кабинет был недоступен. Нажмите «Обновить».',
        ),
      }),
      ...refresh,
    }),
    picker('picker-unknown', { tariffs: ok(tariffs), ...refresh }, { value: '999', ...WARNING }),
    picker('picker-never-asked', {
      tariffs: ok({ ...tariffs, fetched_at: null, tariffs: [], notice: t('The list is loaded by “Refresh”.', 'Список загружается кнопкой «Обновить».') }),
      ...refresh,
    }, { value: '' }),
    picker('picker-notice', {}, {
      notice: t(
        'Activate the addon “ispmanager NOC partner module” in Apps & Integrations to search here.',
        'Чтобы искать здесь, активируйте модуль «ispmanager NOC partner module» в Apps & Integrations.',
      ),
      ...WARNING,
    }),
    ...troubles(picker, 'picker', 'tariffs'),

    preview('preview', { fields: ok(fields('missing')), 'create-fields': ok(fields('exists')), 'check-field': ok({ complaint: t('Please enter the ID of your ispmanager license.', 'Укажите ID вашей лицензии ispmanager.') }) }),
    preview('preview-complete', { fields: ok(fields('exists')) }),
    preview('preview-created', { fields: ok(fields('missing')), 'create-fields': ok(fields('exists')) }, { presses: [action('create-fields')], shows: '.ispnoc-notice.ispnoc-good' }),
    preview('preview-empty', {}, { value: '', shows: '.ispnoc-preview .ispnoc-muted' }),
    ...troubles(preview, 'preview', 'fields'),

    service('service', living()),
    service('service-active', { ...living(active, account), account: ok({ ...account, differences: [differs] }) }),
    service('service-question', living(), asking('create')),
    service('service-renewal', living(active, account), asking('renew', '.ispnoc-question .ispnoc-warning')),
    service('service-period', living(active, account), asking('change-period', '.ispnoc-choice')),
    service('service-orders', living(), asking('link-order', '.ispnoc-choice')),
    service('service-no-orders', { ...living(), candidates: ok({ orders: [] }) }, asking('link-order', '.ispnoc-question .ispnoc-warning')),
    service('service-orders-failed', { ...living(), candidates: refuse('account-down') }, asking('link-order', '.ispnoc-question .ispnoc-bad')),
    service('service-unpaid', { ...living(), service: ok({ ...pending, actions: unpaid }), 'drop-unpaid': never }, asking('drop-unpaid')),
    service('service-working', { ...living(), create: never }, confirming('create', WAITING)),
    service('service-done', living(), confirming('create', { shows: '.ispnoc-result .ispnoc-good' })),
    service('service-refused', { ...living(), create: refuse('cost-changed') }, confirming('create', BAD)),
    service('service-outcome-unknown', { ...living(), create: refuse('outcome-unknown') }, confirming('create', WARNING)),
    service('service-answer-lost', living(active, account), confirming('renew', { shows: '.ispnoc-result .ispnoc-warning' })),
    service('service-account-down', { ...ordered, account: refuse('account-down') }, BAD),
    service('service-account-slow', { ...ordered, account: never }, WAITING),
    service('service-journal', { ...ordered, service: ok({ ...active, journal }) }),
    service('service-long', { ...ordered, service: ok({ ...active, server: long, item: long, tariff: many[0].name + long.toUpperCase() }) }),
    service('stopped', { ...living(active, account), sync: bottomless }, { ...asking('sync', STOPPED.shows), alone: true }),
    ...troubles(service, 'service', 'service', 'account'),

    info('info', { 'service-info': ok(client) }),
    info('info-soon', { 'service-info': ok({ ...client, valid_until: day(3) }) }),
    info('info-ended', { 'service-info': ok({ ...client, status: t('Suspended', 'Приостановлена'), valid_until: day(-2), rows: client.rows.slice(0, 1) }) }),
    info('info-empty', { 'service-info': ok({ ...client, valid_until: null, rows: [], links: [] }) }),
    info('info-long', { 'service-info': ok({ ...client, rows: client.rows.map((row) => ({ ...row, value: row.value + long })) }) }),
    ...troubles(info, 'info', 'service-info'),

    spending('spending', {}, { brings: spent(31000, 0, 54000, 47500, 62000, 0, 83000, 79500, 91000, 128000, 117000, 40500) }),
    spending('spending-much', {}, { brings: spent(...Array.from({ length: 12 }, (_, index) => 1234567890 - index * 98765432)) }),
    spending('spending-little', {}, { brings: spent(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000) }),
    spending('spending-currencies', {}, {
      brings: { months: spent(0, 0, 1200, 0, 3000).months.map((month) => ({ ...month, sums: [...month.sums, { minor: 250000, currency: 'RUB' }] })) },
    }),

    wasmType('wasm-type', {}),
    wasmType('wasm-type-wrong', { head: typed('application/octet-stream') }, WARNING),
    wasmType('wasm-type-none', { head: typed('') }, WARNING),
    wasmType('wasm-type-lost', { head: lost }, WARNING),
    wasmType('wasm-type-waiting', { head: never }, WAITING),

    picker('slow-picker', { tariffs: slow(ok(tariffs)) }, { alone: true }),
    preview('slow-preview', { fields: slow(ok(fields('exists'))) }, { alone: true }),
    service('slow-service', { service: slow(ok(active)), account: slow(ok(account)) }, { alone: true }),
    info('slow-info', { 'service-info': slow(ok(client)) }, { alone: true }),

    ...refusals.map((failure) => picker(`refusal-${failure.code}`, { tariffs: error(failure) }, BAD)),
  ];
};
