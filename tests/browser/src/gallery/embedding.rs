//! A view in a page that replaces its content again and again, as WHMCS does by jQuery: each new node gets its view, and what the old ones
//! took is given back.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::stand::Stand;
use super::{PLAIN, texts};

/// After the first of these the caches of browser and panel are full, and nothing has a reason to grow any more. Each ends with a collection:
/// WASM memory never shrinks, and what merely waits for its collection would pass for lost.
const TURNS: usize = 10;
const REPLACEMENTS: usize = 20;
/// More collections than a chain of closures that free each other needs.
const MOST_COLLECTIONS: usize = 30;
const QUIET_COLLECTIONS: usize = 4;

pub struct Embedding {
    pub scene: &'static str,
    /// What is pressed in each view before it goes: it must not be kept by what it has shown.
    presses: &'static [&'static str],
}

pub const ALL: [Embedding; 6] = [
    Embedding { scene: "picker-stale", presses: &[".ispnoc-search"] },
    Embedding { scene: "preview-complete", presses: &["[data-ispnoc-action=\"copy\"]"] },
    Embedding { scene: "service-active", presses: &["[data-ispnoc-action=\"renew\"]:enabled"] },
    Embedding { scene: "info-soon", presses: &["[data-ispnoc-action=\"show\"]", "[data-ispnoc-action=\"copy\"]"] },
    Embedding { scene: "spending-currencies", presses: &[] },
    Embedding { scene: "wasm-type-wrong", presses: &[] },
];

/// The markup is written anew as WHMCS would, each second time twice in a row: then the first node is gone before its view has started.
/// The panel says after some seconds that an answer takes long; here that comes at once, so that no timer holds what is to be collected.
const REPLACE: &str = "
    const [scene, rounds, presses, done] = arguments;
    const section = document.getElementById(scene);
    if (!section.markup) {
        const bare = section.cloneNode(true);
        bare.querySelector('.ispnoc-mount').replaceChildren();
        section.markup = bare.innerHTML;
        const wait = window.setTimeout;
        window.setTimeout = (work) => wait(work);
    }
    const appears = (css) => new Promise((resolve) => {
        const look = () => {
            const found = section.querySelector(css);
            if (!found) return;
            observer.disconnect();
            resolve(found);
        };
        const observer = new MutationObserver(look);
        observer.observe(section, { childList: true, subtree: true, attributes: true });
        look();
    });
    (async () => {
        const wrong = [];
        for (let round = 0; round < rounds; round += 1) {
            section.innerHTML = section.markup;
            if (round % 2) section.innerHTML = section.markup;
            await appears(section.dataset.shows);
            for (const css of presses) {
                const pressed = await appears(css);
                pressed.focus();
                pressed.click();
            }
            const views = section.querySelectorAll('.ispnoc').length;
            if (views !== 1) wrong.push(`${views} views after replacement ${round + 1}`);
        }
        done(wrong);
    })();
";

/// Gives the page a moment in which it can do what it does after a collection: closures of the panel are freed in a task of their own.
const MOMENT: &str = "
    const [done] = arguments;
    wasm_bindgen().then(({ memory }) => requestIdleCallback(() => done(memory.buffer.byteLength)));
";

/// What a page takes.
#[derive(Clone, Copy, Debug)]
struct Taken {
    heap: f64,
    nodes: f64,
    listeners: f64,
    wasm: f64,
}

impl Taken {
    /// Now and then the browser itself holds the view that went last; what is lost is there in every later turn.
    fn least(self, other: Self) -> Self {
        Self {
            heap: self.heap.min(other.heap),
            nodes: self.nodes.min(other.nodes),
            listeners: self.listeners.min(other.listeners),
            wasm: self.wasm.max(other.wasm),
        }
    }
}

impl Embedding {
    /// In a browser of its own, where nothing of other pages is counted.
    pub async fn check(&self, www: &Path) -> Result<Vec<String>> {
        let stand = Stand::start(www).await?;
        stand.open(PLAIN, self.scene).await?;
        let mut found = self.replace(&stand).await?;
        let before = taken(&stand).await?;
        let mut later = Vec::new();
        for _ in 1..TURNS {
            found.extend(self.replace(&stand).await?);
            later.push(taken(&stand).await?);
        }
        let after = later.iter().skip(later.len() / 2).copied().reduce(Taken::least).context("no turn")?;
        println!("        {before:?} after {REPLACEMENTS} replacements, {after:?} by {}", TURNS * REPLACEMENTS);
        for (what, before, after) in [
            ("heap", before.heap, after.heap),
            ("nodes", before.nodes, after.nodes),
            ("listeners", before.listeners, after.listeners),
            ("WASM memory", before.wasm, after.wasm),
        ] {
            if after > before * 1.1 {
                found.push(format!("{what} grows from {before} to {after}"));
            }
        }
        found.extend(stand.console().await?);
        stand.stop().await?;
        Ok(found)
    }

    async fn replace(&self, stand: &Stand) -> Result<Vec<String>> {
        let arguments = vec![self.scene.into(), REPLACEMENTS.into(), json!(self.presses)];
        texts(stand.driver().execute_async(REPLACE, arguments).await?.json())
    }
}

/// What is left after collections until none frees a node any more: what a closure of the panel holds can go only after the closure, and the
/// browser calls back for that when it likes.
async fn taken(stand: &Stand) -> Result<Taken> {
    let (mut last, mut quiet) = (f64::INFINITY, 0);
    for _ in 0..MOST_COLLECTIONS {
        stand.tell("HeapProfiler.collectGarbage", json!({})).await?;
        stand.driver().execute_async(MOMENT, vec![]).await?;
        let nodes = number(&stand.tell("Memory.getDOMCounters", json!({})).await?, "nodes")?;
        quiet = if nodes < last { 0 } else { quiet + 1 };
        last = nodes;
        if quiet == QUIET_COLLECTIONS {
            break;
        }
    }
    let wasm = stand.driver().execute_async(MOMENT, vec![]).await?.json().as_f64().context("no WASM memory")?;
    let counters = stand.tell("Memory.getDOMCounters", json!({})).await?;
    let heap = stand.tell("Runtime.getHeapUsage", json!({})).await?;
    Ok(Taken {
        heap: number(&heap, "usedSize")?,
        nodes: number(&counters, "nodes")?,
        listeners: number(&counters, "jsEventListeners")?,
        wasm,
    })
}

fn number(answer: &Value, name: &str) -> Result<f64> {
    answer[name].as_f64().with_context(|| format!("no {name} in {answer}"))
}
