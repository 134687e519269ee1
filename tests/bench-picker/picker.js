/*
 * The product picker as plain JavaScript, written by hand: what `cargo xtask bench panel` holds the panel against. It reads the same answer
 * of the relay, shows the same rows with the same classes and offers the same keys. It is not shipped and has no other language than its
 * node's texts; it asks once and has no button that asks again.
 */

const MOST_ROWS = 200;

const fold = (text) => text.toLowerCase().replaceAll('ё', 'е');

/* The whole id, its beginning, the beginning of the name, that of a word in it, any other place; undefined when the word is not there. */
const distance = ({ id, name }, word) => {
  if (id === word) return 0;
  if (id.startsWith(word)) return 1;
  const at = name.indexOf(word);
  if (at <= 0) return at === 0 ? 2 : undefined;
  return name.split(/[^\p{L}\p{N}]/u).some((part) => part.startsWith(word)) ? 3 : 4;
};

const search = (rows, query) => {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = [];
  for (const row of rows) {
    const distances = words.map((word) => distance(row, word));
    if (!distances.includes(undefined)) found.push([distances.reduce((sum, one) => sum + one, 0), row.tariff]);
  }
  return found.sort(([one], [other]) => one - other).map(([, tariff]) => tariff);
};

const el = (tag, className, ...children) => {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
};

const attributes = (element, values) => {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  return element;
};

const mount = async (node) => {
  const { relay, token, product, language, texts: pairs } = JSON.parse(node.dataset.config);
  const texts = Object.fromEntries(pairs);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const native = document.querySelector('[name="packageconfigoption[1]"]');

  const formats = new Map();
  const money = ({ minor, currency }) => {
    if (!formats.has(currency)) formats.set(currency, new Intl.NumberFormat(language, { style: 'currency', currency }));
    return formats.get(currency).format(minor / 100);
  };
  const months = (count) => fill(count === 1 ? texts.months_one : texts.months_many, { count });
  const prices = (tariff) =>
    el('span', 'ispnoc-prices', tariff.prices.map((price) => `${months(price.months)} ${money(price.cost)}`).join(' · '));

  const input = attributes(el('input', 'ispnoc-search'), {
    type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: texts.search_hint,
    'aria-label': texts.search, 'aria-autocomplete': 'list', 'aria-controls': 'plain-list', 'aria-expanded': 'false',
  });
  const list = el('div', '');
  const result = attributes(el('div', 'ispnoc-result', el('p', 'ispnoc-waiting', texts.waiting)), { 'aria-live': 'polite' });
  node.replaceChildren(el('div', 'ispnoc ispnoc-picker', el('div', 'ispnoc-bar', input), list, result));

  const form = new URLSearchParams({ token, message: JSON.stringify({ action: 'tariffs', product, server_group: 0 }) });
  const { ok: answer } = await (await fetch(relay, { method: 'POST', body: form })).json();
  const rows = answer.tariffs.map((tariff) => ({ id: String(tariff.id), name: fold(tariff.name), tariff }));

  const age = () => {
    const hours = Math.floor((Date.now() - Date.parse(answer.fetched_at)) / 3600e3);
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
  };
  const choice = () => {
    const stored = native.value.trim();
    const tariff = answer.tariffs.find(({ id }) => String(id) === stored);
    const lacking = answer.cycles.filter((cycle) => !tariff?.prices.some((price) => price.months === cycle.months));
    const chosen = tariff
      ? el('p', 'ispnoc-chosen', `${texts.chosen} `, el('b', '', tariff.name), ' ', el('span', 'ispnoc-id', stored), prices(tariff))
      : el('p', 'ispnoc-chosen', stored ? fill(texts.unknown_id, { id: stored }) : texts.nothing_chosen);
    const source = fill(texts.list_from, { server: answer.server, origin: answer.origin, age: age() });
    result.replaceChildren(chosen, el('p', 'ispnoc-muted', source));
    if (tariff && lacking.length) {
      const cycles = lacking.map(({ label }) => label).join(', ');
      chosen.after(el('p', 'ispnoc-notice ispnoc-warning', fill(texts.lacking_cycles, { cycles })));
    }
  };

  let options = [];
  let shown = [];
  let active = 0;
  const isOpen = () => input.getAttribute('aria-expanded') === 'true';
  const activate = (position) => {
    options[active]?.classList.remove('ispnoc-active');
    active = position;
    options[active]?.classList.add('ispnoc-active');
    if (options[active]) input.setAttribute('aria-activedescendant', options[active].id);
    else input.removeAttribute('aria-activedescendant');
  };
  const option = (tariff, position) =>
    attributes(el('div', 'ispnoc-option', el('span', 'ispnoc-name', tariff.name), el('span', 'ispnoc-id', tariff.id), prices(tariff)), {
      role: 'option', id: `plain-option-${position}`, 'aria-selected': String(native.value === String(tariff.id)),
    });
  const group = (label, tariffs) => {
    const drawn = tariffs.map((tariff, index) => option(tariff, options.length + index));
    options.push(...drawn);
    const heading = attributes(el('div', 'ispnoc-group', label), { 'aria-hidden': 'true' });
    return drawn.length ? [attributes(el('div', '', heading, ...drawn), { role: 'group', 'aria-label': label })] : [];
  };
  const open = () => {
    const found = search(rows, input.value);
    const first = found.slice(0, MOST_ROWS);
    const isSoftware = ({ kind }) => kind === 'other-software';
    shown = [...first.filter((tariff) => !isSoftware(tariff)), ...first.filter(isSoftware)];
    options = [];
    const groups = [
      ...group(texts.ispmanager_modules, shown.filter((tariff) => !isSoftware(tariff))),
      ...group(texts.other_software, shown.filter(isSoftware)),
    ];
    if (!found.length) groups.push(el('p', 'ispnoc-muted', texts.nothing_found));
    if (found.length > MOST_ROWS) groups.push(el('p', 'ispnoc-muted', fill(texts.more_found, { count: found.length - MOST_ROWS })));
    list.replaceChildren(attributes(el('div', 'ispnoc-options', ...groups), { role: 'listbox', id: 'plain-list', 'aria-label': texts.search }));
    input.setAttribute('aria-expanded', 'true');
    activate(0);
  };
  const close = () => {
    list.replaceChildren();
    input.value = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (tariff) => {
    native.value = tariff.id;
    for (const name of ['input', 'change']) native.dispatchEvent(new Event(name, { bubbles: true }));
    close();
  };

  const move = (by) => {
    if (!isOpen()) return open();
    if (options.length) activate((active + by + options.length) % options.length);
    options[active]?.scrollIntoView({ block: 'nearest' });
  };
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => isOpen() && shown[active] && choose(shown[active]),
    Escape: () => close(),
  };
  input.addEventListener('keydown', (event) => {
    if (!keys[event.key] || (event.key === 'Escape' && !isOpen())) return;
    keys[event.key]();
    event.preventDefault();
  });
  input.addEventListener('input', open);
  input.addEventListener('click', () => isOpen() || open());
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const position = options.indexOf(target.closest('[role=option]'));
    if (position >= 0) choose(shown[position]);
  });
  for (const name of ['input', 'change']) native.addEventListener(name, choice);
  choice();
};

for (const node of document.getElementsByClassName('plain-mount')) mount(node);
