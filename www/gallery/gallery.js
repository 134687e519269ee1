/*
 * Draws every view in every state. ?lang=ru, ?theme=dark and ?text=200 (in percent) choose how. ?only=name shows one scene; a name that ends
 * in "-" shows every scene whose name begins so. For the narrow page make the window narrow. Each scene stands in a section of its name, with
 * the selector that proves its state in data-shows.
 */

import { register } from './relay.js';
import { scenes } from './scenes.js';

const wish = new URLSearchParams(location.search);
const language = wish.get('lang') === 'ru' ? 'ru' : 'en';
const isDark = wish.get('theme') === 'dark';
const only = wish.get('only') ?? '';
const isWanted = ({ name, alone = false }) => {
  if (!only) return !alone;
  return only.endsWith('-') ? name.startsWith(only) : name === only;
};

/* Trunk preloads the hashed files of the panel; their names stand in its links. */
const script = document.querySelector('link[rel=modulepreload]').href;
const wasm = document.querySelector('link[rel=preload][as=fetch]').href;

const texts = await (await fetch(`texts/${language}.json`)).json();

const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const STOPPED = language === 'ru'
  ? 'Панель остановилась. Что вы начали, продолжается само; обновите страницу, чтобы увидеть результат. Кнопки самой WHMCS работают.'
  : 'The panel has stopped. What you have started goes on by itself; reload the page to see what became of it. WHMCS\'s own buttons work.';

const mount = ({ view, name, notice = null, brings = null }) => {
  const own = Object.entries({ ...texts.common, ...texts[view] });
  const config = { relay: `relay/${name}`, token: 'gallery', language, product: 3, service: 7, notice, texts: own };
  const node = element('div', { class: 'ispnoc-mount' });
  Object.assign(node.dataset, { ispnoc: view, wasm: view === 'wasm-type' ? `${wasm}?${name}` : wasm, style: 'panel.css', stopped: STOPPED, config: JSON.stringify(config) });
  if (brings) node.dataset.answer = JSON.stringify(brings);
  node.append('What WHMCS shows without the panel.');
  return node;
};

/* WHMCS's control on the product's page: a list in simple mode, a text box in advanced mode. */
const native = ({ value, simple }) => {
  const named = { name: 'packageconfigoption[1]' };
  const control = simple
    ? element('select', named, element('option', { value, selected: '' }, `${value} – BitNinja`))
    : element('input', { ...named, value, size: 12 });
  return element('label', { class: 'native' }, 'Product ID', control);
};

/* Presses what leads into the state, one after the other, each as soon as it can be pressed. */
const press = (section, presses) => {
  const left = [...presses];
  const look = () => {
    const next = left.length > 0 && section.querySelector(`${left[0]}:not(:disabled)`);
    if (!next) return;
    left.shift();
    next.click();
  };
  new MutationObserver(look).observe(section, { childList: true, subtree: true, attributes: true });
};

document.body.classList.toggle('dark', isDark);
document.documentElement.style.fontSize = `${wish.get('text') ?? 100}%`;
document.documentElement.lang = language;
const look = (name, lang, theme) => element('a', { href: `?lang=${lang}&theme=${theme}&only=${only}`, lang }, name);
document.getElementById('switches').append(
  look('English', 'en', 'light'), look('Русский', 'ru', 'light'), look('Dark', 'en', 'dark'), look('Тёмная', 'ru', 'dark'),
);

for (const scene of scenes((en, ru) => (language === 'ru' ? ru : en))) {
  if (!isWanted(scene)) continue;
  register(scene.name, scene.answers);
  const isOfProduct = ['product-picker', 'field-preview'].includes(scene.view);
  const parts = [element('h2', {}, scene.name), ...(isOfProduct ? [native(scene)] : []), mount(scene)];
  const section = element('section', { id: scene.name, 'data-shows': scene.shows }, ...parts);
  press(section, scene.presses);
  document.getElementById('scenes').append(section);
}

const run = (src) =>
  new Promise((ready) => {
    const made = element('script', { src });
    made.onload = ready;
    document.body.append(made);
  });

/* The archive holds both in one file. */
await run(script);
await run('boot.js');
