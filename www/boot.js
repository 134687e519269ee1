/*
 * Starts the panel wherever WHMCS prints a mount node, now or later: <div class="ispnoc-mount" data-wasm data-style …>. A classic script
 * that stands behind `wasm_bindgen`, the panel's own; it may run on a page as often as it likes, and the first one starts every node. When
 * anything fails the node gets the class ispnoc-failed and WHMCS's own controls are what they were.
 */
(() => {
  'use strict';
  if (window.ispnocPanel) {
    window.ispnocPanel.scan();
    return;
  }

  /* The nodes, and what each showed before its view: that comes back when the panel stops. */
  const mounted = new Map();
  let started = null;
  /* What ended the panel, if anything has. */
  let fault = null;
  let told = false;

  const absolute = (url) => new URL(url, document.baseURI).href;

  /* The page prints it before the node, but may have lost it since. A style that fails leaves the panel plain. */
  const style = (href, integrity = '') =>
    new Promise((ready) => {
      if ([...document.styleSheets].some((sheet) => sheet.href === href)) {
        ready();
        return;
      }
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.integrity = integrity;
      link.crossOrigin = '';
      link.onload = link.onerror = ready;
      document.head.append(link);
    });

  /* What was changed or cut off on its way is refused by the browser. */
  const start = async ({ wasm, wasmIntegrity: integrity, style: sheet, styleIntegrity }) => {
    await Promise.all([wasm_bindgen({ module_or_path: fetch(absolute(wasm), { integrity }) }), style(absolute(sheet), styleIntegrity)]);
    return wasm_bindgen;
  };

  /* A view's first question, where the page knows it, goes out while the panel is still on its way. */
  const ask = ({ config, first }) => {
    if (!first) return undefined;
    const { relay, token } = JSON.parse(config);
    const answer = fetch(relay, { method: 'POST', body: new URLSearchParams({ token, message: first }) });
    answer.catch(() => {});
    return answer;
  };

  const fail = (node, error) => {
    node.classList.add('ispnoc-failed');
    if (!told) console.warn(`ispmanager NOC panel: ${error}`);
    told = true;
  };

  const mount = async (node) => {
    mounted.set(node, [...node.childNodes]);
    try {
      if (fault) throw fault;
      started ??= start(node.dataset);
      const sent = ask(node.dataset);
      const panel = await started;
      if (fault) throw fault;
      if (node.isConnected) panel.mount(node, sent);
    } catch (error) {
      fail(node, error);
      stop({ error });
    }
  };

  /* A stack that ends inside WASM is a RangeError, in Firefox an InternalError. */
  const endsPanel = (error) =>
    (error instanceof WebAssembly.RuntimeError || ['RangeError', 'InternalError'].includes(error?.name)) && /wasm/.test(error.stack);

  /* A fault inside WASM ends every view on the page: what they show would not answer any more. */
  const stop = ({ error, reason }) => {
    if (!started || fault || !endsPanel(error ?? reason)) return;
    fault = error ?? reason;
    for (const [node, native] of mounted) {
      const sentence = document.createElement('p');
      sentence.className = 'ispnoc ispnoc-notice ispnoc-warning';
      sentence.setAttribute('role', 'alert');
      sentence.textContent = node.dataset.stopped;
      node.replaceChildren(sentence, ...native);
      fail(node, fault);
    }
    for (const row of document.querySelectorAll('.ispnoc-doubled')) row.classList.remove('ispnoc-doubled');
    /* The list of WHMCS's own text box is gone. */
    for (const box of document.querySelectorAll('[aria-controls^="ispnoc-list-"]')) {
      for (const name of ['role', 'aria-autocomplete', 'aria-controls', 'aria-expanded', 'aria-activedescendant']) box.removeAttribute(name);
    }
  };

  const unmount = async (node) => {
    mounted.delete(node);
    const panel = await started?.catch(() => null);
    if (!fault && !node.isConnected) panel?.unmount(node);
  };

  const scan = () => {
    for (const node of mounted.keys()) if (!node.isConnected) unmount(node);
    for (const node of document.getElementsByClassName('ispnoc-mount')) if (!mounted.has(node)) mount(node);
  };

  addEventListener('error', stop);
  addEventListener('unhandledrejection', stop);
  window.ispnocPanel = Object.freeze({ scan });
  new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true });
  scan();
})();
