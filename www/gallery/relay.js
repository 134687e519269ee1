/* A relay that lives in the page: it answers the panel's messages from the scene that the mount node belongs to. */

const relays = new Map();
const network = window.fetch;
/* As long as an account may take, in milliseconds. */
const SLOW = 5000;

/* What a scene may answer with besides data. */
export const never = () => new Promise(() => {});
export const lost = () => Promise.reject(new TypeError('network'));
export const page = () => new Response('<!doctype html><title>Login</title>', { headers: { 'content-type': 'text/html' } });
export const error = (failure) => () => json({ error: failure }, 503);
/* Lists in lists, deeper than any stack: WASM cannot read it and cannot go on either. */
export const bottomless = () => new Response('['.repeat(1e6) + ']'.repeat(1e6), { headers: { 'content-type': 'application/json' } });
export const ok = (answer) => () => json({ ok: answer });
export const typed = (type) => () => new Response(null, { headers: type ? { 'content-type': type } : {} });
export const slow = (answer) => () => new Promise((done) => setTimeout(() => done(answer()), SLOW));

const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/* `answers` maps an action to a function of the message. */
export const register = (name, answers) => relays.set(`relay/${name}`, answers);

window.fetch = async (request, ...rest) => {
  const url = new URL(request.url ?? request, document.baseURI);
  /* The panel's own file, of which a scene may say something else than the server. */
  const head = request.method === 'HEAD' && relays.get(`relay${url.search.replace('?', '/')}`)?.head;
  if (head) return head();
  const answers = relays.get(`relay/${url.pathname.split('/relay/')[1]}`);
  if (!answers) return network(request, ...rest);
  const form = new URLSearchParams(await request.text());
  const message = JSON.parse(form.get('message'));
  const answer = answers[message.action];
  if (!answer) throw new Error(`the scene does not answer ${message.action}`);
  return answer(message);
};
