/*
 * Starts the panel wherever WHMCS prints a mount node, now or later: <div class="ispnoc-mount" data-script data-wasm data-style …>.
 * A classic script without dependencies; it may run on a page as often as it likes. When anything fails the node gets the
 * class ispnoc-failed and WHMCS's own controls are what they were.
 */
(() => {
  'use strict';
  if (window.ispnocPanel) {
    window.ispnocPanel.scan();
    return;
  }

  const mounted = new Set();
  const started = new Map();
  let told = false;

  const absolute = (url) => new URL(url, document.baseURI).href;

  /* The panel does not wait for ever for its looks: a style that fails leaves it plain. */
  const style = (href) =>
    new Promise((ready) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.onload = link.onerror = ready;
      document.head.append(link);
    });

  const start = async ({ script, wasm, style: sheet }) => {
    /* All at once: none of them needs another before it is there. */
    const [panel, module] = await Promise.all([import(absolute(script)), fetch(absolute(wasm)), style(absolute(sheet))]);
    await panel.default({ module_or_path: module });
    return panel;
  };

  const fail = (node, error) => {
    node.classList.add('ispnoc-failed');
    if (!told) console.warn(`ispmanager NOC panel: ${error}`);
    told = true;
  };

  const mount = async (node) => {
    mounted.add(node);
    try {
      const { script } = node.dataset;
      if (!started.has(script)) started.set(script, start(node.dataset));
      const panel = await started.get(script);
      if (node.isConnected) panel.mount(node);
    } catch (error) {
      fail(node, error);
    }
  };

  const unmount = async (node) => {
    mounted.delete(node);
    const panel = await started.get(node.dataset.script)?.catch(() => null);
    if (!node.isConnected) panel?.unmount(node);
  };

  const scan = () => {
    for (const node of mounted) if (!node.isConnected) unmount(node);
    for (const node of document.getElementsByClassName('ispnoc-mount')) if (!mounted.has(node)) mount(node);
  };

  window.ispnocPanel = Object.freeze({ scan });
  new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true });
  scan();
})();
