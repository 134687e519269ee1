/*
 * What `cargo xtask bench panel` measures inside a page, the same for every picker: `bench.loaded`, `bench.usable`, `bench.stroke`,
 * `bench.strokes` and `bench.work` in milliseconds, and `bench.remounts`. A classic script that stands before everything else of its page.
 */
(() => {
  'use strict';

  /* Waits until `look` finds something, and gives it. */
  const when = (look) =>
    new Promise((found) => {
      const tell = () => {
        const it = look();
        if (it) found(it);
        return it;
      };
      if (tell()) return;
      const observer = new MutationObserver(() => tell() && observer.disconnect());
      observer.observe(document, { childList: true, subtree: true });
    });

  const input = () => document.querySelector('.ispnoc-search');
  const loaded = new Promise((done) => addEventListener('load', () => done(performance.now())));

  /* The choice in words is drawn from the price list, so the list is there. */
  const usable = when(() => input() && document.querySelector('.ispnoc-chosen')).then(() => performance.now());

  const frame = () => new Promise((done) => requestAnimationFrame(done));

  /* A message is delivered after the frame that is being made is painted. */
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => done(performance.now());
      port1.postMessage(null);
    });

  const type = (text) => {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  /*
   * From a keystroke to painted results. The event is sent at the beginning of a frame, whose end is what is waited for: what is told is work
   * and no waiting for the clock of the screen.
   */
  const stroke = (text) =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const begun = performance.now();
        type(text);
        painted().then((end) => done(end - begun));
      });
    });

  /* Types each text letter by letter; each last letter must leave results on the page. */
  const strokes = async (texts) => {
    await usable;
    input().focus();
    const times = [];
    for (const text of texts) {
      for (let length = 1; length <= text.length; length += 1) {
        times.push(await stroke(text.slice(0, length)));
        await frame();
      }
      if (!document.querySelector('[role=option]')) throw new Error(`nothing is found by ${text}`);
    }
    return times;
  };

  /* Replaces the node by a new one as WHMCS does, uses the new one, and waits until the old one is given up. */
  const remounts = async (count) => {
    await usable;
    for (let number = 0; number < count; number += 1) {
      const old = document.querySelector('.ispnoc-mount');
      const next = old.cloneNode(false);
      const given = new Promise((done) => {
        const observer = new MutationObserver(() => !old.hasChildNodes() && (observer.disconnect(), done()));
        observer.observe(old, { childList: true });
      });
      old.replaceWith(next);
      await given;
      await when(() => next.querySelector('.ispnoc-chosen'));
      type('l');
      await when(() => next.querySelector('[role=option]'));
    }
  };

  /* What a fixed piece of work takes: it shows how much slower the browser makes the page. */
  const work = () => {
    const begun = performance.now();
    for (let number = 0, sum = 0; number < 2e7; number += 1) sum += number % 7;
    return performance.now() - begun;
  };

  window.bench = { loaded, usable, stroke, strokes, remounts, work };
})();
