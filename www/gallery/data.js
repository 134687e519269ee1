/* The fixed data of the gallery in both languages, in the shapes of crates/wire. No other file knows them. */

const eur = (minor) => ({ minor, currency: 'EUR' });
const prices = (...pairs) => pairs.map(([months, minor]) => ({ months, cost: eur(minor) }));
const ago = (hours) => new Date(Date.now() - hours * 3600e3).toISOString();
const day = (days) => new Date(Date.now() + days * 86400e3).toISOString().slice(0, 10);

export const data = (t) => {
  const tariff = (id, name, kind, ...pairs) => ({ id, name, kind, prices: prices(...pairs) });
  const cycle = (label, months, ...prices) => ({ label, months, recurring: true, prices });
  const tariffs = {
    server: 'ispmanager EU',
    origin: t('default server', 'сервер по умолчанию'),
    fetched_at: ago(2),
    tariffs: [
      tariff(55371, 'BitNinja', 'bit-ninja', [1, 1000], [6, 5700], [12, 10800]),
      tariff(23221, t('DDoS-Guard protection', 'Защита DDoS-Guard'), 'ddos-guard', [1, 2500], [12, 27000]),
      tariff(55400, 'LiteSpeed Web Server, 1 worker', 'other-module', [1, 1200], [3, 3500], [12, 12900]),
      tariff(55410, t('Site.pro website builder', 'Конструктор сайтов Site.pro'), 'other-module', [1, 300], [12, 3000]),
      tariff(60010, 'Softaculous', 'other-software', [1, 190], [12, 2000]),
      tariff(60020, 'CloudLinux OS Shared Pro', 'other-software', [1, 1600]),
    ],
    cycles: [
      cycle(t('Monthly', 'Ежемесячно'), 1, eur(1300), { minor: 1500, currency: 'USD' }),
      cycle(t('Quarterly', 'Ежеквартально'), 3, eur(3900)),
      cycle(t('Annually', 'Ежегодно'), 12, eur(9900)),
      cycle(t('Biennially', 'Раз в два года'), null, eur(25000)),
    ],
    notice: null,
  };
  const many = Array.from({ length: 320 }, (_, index) =>
    tariff(70000 + index, `${t('Module', 'Модуль')} ${index + 1}`, 'other-module', [1, 500 + index]),
  );

  const field = (name, friendly, state, on_order_form, required, admin_only = false) => ({
    name, friendly, state, on_order_form, required, admin_only,
    differences: state === 'differs' ? [t('The manual names it “BitNinja E-mail address”.', 'В руководстве оно называется «BitNinja E-mail address».')] : [],
  });
  const item = t('ID of the ispmanager license for which the module is purchased', 'ID лицензии ispmanager, для которой приобретается модуль');
  const rows = (state) => [
    field('item', item, 'exists', true, true),
    field('bitninja_email', 'BitNinja E-mail', 'differs', true, false),
    field('bitninjakey', 'BitNinja key', state, false, false),
    field('bitninja_password', 'BitNinja password', state, false, false, true),
    field('order_id', 'Order ID', state, false, false),
    field('colour', t('Favourite colour', 'Любимый цвет'), 'own', true, false),
  ];

  const action = (name, reason, cost, warning) => ({ name, reason, cost, warning });
  const entry = (hours, operation, state, text, cost = null) => ({ at: ago(hours), operation, state, text, cost });
  const order = t('Order', 'Заказ');
  const renewal = t('Renewal', 'Продление');
  const pending = {
    status: 'Pending',
    billing_cycle: 'Monthly',
    next_due_date: day(30),
    termination_date: null,
    tariff: 'BitNinja',
    item: '1001',
    order_id: '',
    server: 'ispmanager EU',
    actions: [
      action('create', null, eur(1000), null),
      action('renew', t('There is no order yet.', 'Заказа ещё нет.'), null, null),
      action('terminate', t('There is no order yet.', 'Заказа ещё нет.'), null, null),
      action('sync', t('There is no order yet.', 'Заказа ещё нет.'), null, null),
      action('change-period', t('There is no order yet.', 'Заказа ещё нет.'), null, null),
      action('link-order', null, null, null),
      action('drop-unpaid', t('Nothing waits for its payment.', 'Ничего не ждёт оплаты.'), null, null),
    ],
    periods: [],
    journal: [],
  };
  const active = {
    ...pending,
    status: 'Active',
    order_id: '812345',
    termination_date: day(30),
    actions: [
      action('create', t('The service already has order 812345.', 'У услуги уже есть заказ 812345.'), null, null),
      action('renew', null, eur(1000), t(
        'No invoice has been paid for a further period: the renewal is at your own cost.',
        'Счёт за следующий период не оплачен: продление будет за ваш счёт.',
      )),
      action('terminate', null, null, t(
        'The order is deleted in the account for good.',
        'Заказ будет удалён в аккаунте безвозвратно.',
      )),
      action('sync', null, null, null),
      action('change-period', null, null, null),
      action('link-order', t('The service already has order 812345.', 'У услуги уже есть заказ 812345.'), null, null),
      action('drop-unpaid', t('Nothing waits for its payment.', 'Ничего не ждёт оплаты.'), null, null),
    ],
    periods: [
      { months: 6, label: t('Semi-Annually', 'Раз в полгода'), cost: eur(5700) },
      { months: 12, label: t('Annually', 'Раз в год'), cost: eur(10800) },
    ],
    journal: [
      entry(2, renewal, 'unknown', t('The answer was lost. The account is asked again in 15 minutes.', 'Ответ потерян. Через 15 минут аккаунт будет запрошен ещё раз.'), eur(1000)),
      entry(20, renewal, 'rejected', t('Not enough money on the balance.', 'Недостаточно средств на балансе.'), eur(1000)),
      entry(700, order, 'done', t('The account placed order 812345.', 'Аккаунт разместил заказ 812345.'), eur(1000)),
    ],
  };
  const account = { status: t('Active', 'Активна'), created: day(-30), expires: day(30), balance: eur(49000), differences: [] };
  const noOrder = { status: null, created: null, expires: null, balance: eur(50000), differences: [] };

  const info = (name, label, value, hidden = false, copy = false) => ({ name, label, value, hidden, copy });
  const client = {
    status: t('Active', 'Активна'),
    valid_until: day(30),
    rows: [
      info('item', item, '1001'),
      info('bitninja_email', 'BitNinja E-mail', 'owner@example.com'),
      info('bitninjakey', 'BitNinja key', 'BN-4F7A-22C1-9E0B-7D35', false, true),
      info('bitninja_password', 'BitNinja password', 'correct horse', true, true),
      info('order_id', 'Order ID', '812345'),
    ],
    links: [
      { label: t('Renew', 'Продлить'), url: '#renew' },
      { label: t('Request cancellation', 'Отказаться от услуги'), url: '#cancel' },
    ],
  };

  /* One amount for each month, the last of them this one. */
  const monthsBack = (months) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months)).toISOString().slice(0, 7);
  };
  const spent = (...sums) => ({
    months: sums.map((minor, index) => ({ month: monthsBack(sums.length - 1 - index), sums: minor ? [eur(minor)] : [] })),
  });

  return { tariffs, many, rows, pending, active, account, noOrder, client, spent, day };
};
