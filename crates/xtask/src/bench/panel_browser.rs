//! The browser's half of `cargo xtask bench panel`: opens pages in headless Chromium with a slowed-down processor and prints names and
//! numbers. Its arguments are a folder with the panel's files and the names of these: script, WASM, style. The pages and the
//! relay's answers are written into the same folder, which is then served.

use anyhow::{Context, Result, bail};
use browser_tests::Browser;
use hyper::header::{CACHE_CONTROL, HeaderValue};
use hyper::{Method, Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

const SLOWER: u32 = 4;
const STARTS: usize = 15;
/// An account's price list is about that long.
const TARIFFS_AT_START: u32 = 100;
const TARIFFS: [u32; 3] = [100, 1_000, 5_000];
const PAGES: [&str; 3] = ["native", "plain", "panel"];
const PICKERS: [&str; 2] = ["plain", "panel"];
/// What a person types: a name, two words in another order, an id. The first letters match hundreds of tariffs.
const TYPED: [&str; 4] = ["litespeed", "gb backup", "7001", "server 4"];
const ROUNDS: usize = 5;
const TEXTS: &str = "../../php-hooks/servers/ispmanagernoc/lang/panel/en.json";
const SCRIPTS: &str = "../../tests/bench-picker";

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [folder, script, script_hash, wasm, wasm_hash, style, style_hash] = <[String; 7]>::try_from(arguments)
        .map_err(|given| anyhow::anyhow!("expected a folder and three files with their hashes, not {given:?}"))?;
    let folder = PathBuf::from(folder);
    let file = |name, integrity| Asset { name, integrity };
    let assets =
        Assets { script: file(script, script_hash), wasm: file(wasm, wasm_hash), style: file(style, style_hash) };
    write_pages(&folder, &assets)?;
    let address = serve(&folder).await?;
    let browser = Browser::start(true).await?;
    let tab = Tab { browser: &browser, address };
    tab.measure().await?;
    browser.stop().await
}

struct Assets {
    script: Asset,
    wasm: Asset,
    style: Asset,
}

struct Asset {
    name: String,
    integrity: String,
}

impl Asset {
    /// As the product's pages have it, `href` or `src` being named by the tag.
    fn at(&self, attribute: &str) -> String {
        format!("{attribute}=\"{}\" integrity=\"{}\" crossorigin", self.name, self.integrity)
    }
}

/// The pages differ in nothing but their picker: WHMCS's control stands in each, and the same style applies.
fn write_pages(folder: &Path, assets: &Assets) -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["picker.js", "measure.js"] {
        fs::copy(here.join(SCRIPTS).join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    let texts: BTreeMap<String, serde_json::Map<String, Value>> =
        serde_json::from_slice(&fs::read(here.join(TEXTS))?).context("the panel's texts are not JSON")?;
    let texts: Vec<(&String, &Value)> =
        ["common", "product-picker"].iter().filter_map(|part| texts.get(*part)).flatten().collect();

    for tariffs in TARIFFS {
        fs::write(folder.join(format!("tariffs-{tariffs}.json")), price_list(tariffs).to_string())?;
        let config = json!({
            "relay": format!("tariffs-{tariffs}.json"), "token": "bench", "language": "en", "product": 3, "service": 0, "notice": null,
            "texts": texts,
        });
        let attribute = |value: &Value| value.to_string().replace('&', "&amp;").replace('"', "&quot;");
        let config = attribute(&config);
        let first = attribute(&json!({ "action": "tariffs", "product": 3, "server_group": 0 }));
        let Assets { script, wasm, style } = assets;
        let picker = |page: &str| match page {
            "panel" => format!(
                "<link rel=\"stylesheet\" {}>\
                 <div class=\"ispnoc-mount\" data-ispnoc=\"product-picker\" data-wasm=\"{}\" data-wasm-integrity=\"{}\" data-style=\"{}\" \
                 data-style-integrity=\"{}\" data-first=\"{first}\" data-config=\"{config}\"></div><script {}></script>",
                style.at("href"),
                wasm.name,
                wasm.integrity,
                style.name,
                style.integrity,
                script.at("src"),
            ),
            "plain" => format!(
                "<link rel=\"stylesheet\" href=\"{}\"><div class=\"plain-mount\" data-config=\"{config}\"></div>\
                 <script type=\"module\" src=\"picker.js\"></script>",
                style.name,
            ),
            _ => String::new(),
        };
        for page in PAGES {
            let html = format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Bench</title><link rel=\"icon\" href=\"data:,\">\
                 <script src=\"measure.js\"></script></head><body><form>\
                 <input name=\"packageconfigoption[1]\" size=\"12\" value=\"70001\">{}</form></body></html>",
                picker(page)
            );
            fs::write(folder.join(format!("{page}-{tariffs}.html")), html)?;
        }
    }
    Ok(())
}

/// A price list of that many tariffs, always the same one: a few families in many sizes, each with three periods.
fn price_list(tariffs: u32) -> Value {
    const FAMILIES: [(&str, &str, &str); 8] = [
        ("LiteSpeed Web Server", "workers", "other-module"),
        ("BitNinja", "users", "bit-ninja"),
        ("Защита DDoS-Guard", "Мбит/с", "ddos-guard"),
        ("Backup storage", "GB", "other-module"),
        ("Site.pro website builder", "sites", "other-module"),
        ("CloudLinux OS Shared Pro", "months", "other-software"),
        ("Softaculous", "server", "other-software"),
        ("Антивирус ImunifyAV+", "пользователей", "other-software"),
    ];
    let price = |months: u32, minor: u32| json!({ "months": months, "cost": { "minor": minor, "currency": "EUR" } });
    let tariff = |(number, (name, unit, kind)): (u32, &(&str, &str, &str))| {
        let (size, minor) = (number / 8 + 1, 500 + number * 7);
        let prices = [price(1, minor), price(3, minor * 29 / 10), price(12, minor * 10)];
        json!({ "id": 70_000 + number, "name": format!("{name}, {size} {unit}"), "kind": kind, "prices": prices })
    };
    let tariffs: Vec<Value> = (0..tariffs).zip(FAMILIES.iter().cycle()).map(tariff).collect();
    let cycle =
        |label: &str, months: Option<u32>| json!({ "label": label, "months": months, "recurring": true, "prices": [] });
    json!({ "ok": {
        "server": "ispmanager EU", "origin": "default server", "fetched_at": "2026-11-23T05:00:00Z", "tariffs": tariffs,
        "cycles": [cycle("Monthly", Some(1)), cycle("Biennially", None)], "notice": null,
    } })
}

/// Serves the folder until the process ends. A question to the relay is answered with the file of that name. Scripts, styles and WASM may be
/// kept for ever, as in an installed module; pages and answers may not be kept at all.
async fn serve(folder: &Path) -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let files = ServeDir::new(folder);
    let service = service_fn(move |mut request: Request<Incoming>| {
        let mut files = files.clone();
        *request.method_mut() = Method::GET;
        let path = request.uri().path();
        let keep = if path.ends_with(".html") || path.ends_with(".json") {
            HeaderValue::from_static("no-store")
        } else {
            HeaderValue::from_static("public, max-age=31536000, immutable")
        };
        async move {
            let mut response = files.try_call(request).await?;
            response.headers_mut().insert(CACHE_CONTROL, keep);
            std::io::Result::Ok(response)
        }
    });
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service.clone()));
        }
    });
    Ok(address)
}

struct Tab<'a> {
    browser: &'a Browser,
    address: String,
}

impl Tab<'_> {
    async fn measure(&self) -> Result<()> {
        self.open("native", TARIFFS_AT_START).await?;
        let fast = self.median_work().await?;
        self.costs().await?;
        self.tell("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
        self.starts().await?;
        self.keystrokes().await?;
        self.heap().await?;
        // Last, so that it also shows that no page in between was quick.
        println!("slower {}", self.median_work().await? / fast);
        Ok(())
    }

    /// The pages take turns, so that a busy moment of the machine meets them all.
    async fn starts(&self) -> Result<()> {
        for visit in ["first", "again"] {
            let mut times = PAGES.map(|page| (page, Vec::new()));
            for _ in 0..STARTS {
                for (page, times) in &mut times {
                    if visit == "first" {
                        self.tell("Network.clearBrowserCache", json!({})).await?;
                    }
                    self.open(page, TARIFFS_AT_START).await?;
                    let until = if *page == "native" { "bench.loaded" } else { "bench.usable" };
                    times.push(self.number(until).await?);
                }
            }
            for (page, times) in times {
                println!("{visit}.{page} {}", percentile(times, 50)?);
            }
        }
        Ok(())
    }

    async fn keystrokes(&self) -> Result<()> {
        for tariffs in TARIFFS {
            let mut times = PICKERS.map(|page| (page, Vec::new()));
            for _ in 0..ROUNDS {
                for (page, times) in &mut times {
                    self.open(page, tariffs).await?;
                    let told = self.evaluate(&format!("bench.strokes({})", json!(TYPED))).await?;
                    times.extend(told.as_array().context("no list of times")?.iter().filter_map(Value::as_f64));
                }
            }
            for (page, times) in times {
                for percent in [50, 95] {
                    println!("keys.{page}.{tariffs}.{percent} {}", percentile(times.clone(), percent)?);
                }
            }
        }
        Ok(())
    }

    /// What a keystroke costs the page's own thread on a processor that is not slowed down: the time that other programs take is not in it,
    /// but what the browser does to send the keystroke and to count is.
    async fn costs(&self) -> Result<()> {
        self.tell("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        for tariffs in TARIFFS {
            for page in PICKERS {
                self.open(page, tariffs).await?;
                self.evaluate("bench.usable").await?;
                let mut costs = Vec::new();
                for text in TYPED {
                    for (end, letter) in text.char_indices() {
                        let typed = text.get(..end + letter.len_utf8()).unwrap_or_default();
                        let before = self.thread_time().await?;
                        self.evaluate(&format!("bench.stroke({})", json!(typed))).await?;
                        costs.push(self.thread_time().await? - before);
                    }
                }
                for percent in [50, 95] {
                    println!("cost.{page}.{tariffs}.{percent} {}", percentile(costs.clone(), percent)?);
                }
            }
        }
        self.tell("Performance.disable", json!({})).await?;
        Ok(())
    }

    /// In milliseconds.
    async fn thread_time(&self) -> Result<f64> {
        let told = self.tell("Performance.getMetrics", json!({})).await?;
        let metrics = told.get("metrics").and_then(Value::as_array).context("no metrics")?;
        let time = metrics.iter().find(|metric| metric.get("name").is_some_and(|name| name == "ThreadTime"));
        Ok(time.and_then(|metric| metric.get("value")?.as_f64()).context("no ThreadTime")? * 1000.0)
    }

    /// In kilobytes: JavaScript's own values, what the browser keeps for them (elements, listeners) and buffers with WASM's memory.
    async fn heap(&self) -> Result<()> {
        self.open("panel", TARIFFS_AT_START).await?;
        let mut done = 0;
        for mounts in [20, 200] {
            self.evaluate(&format!("bench.remounts({})", mounts - done)).await?;
            done = mounts;
            // What a finalizer of the first collection gives up is collected by the second.
            for _ in 0..2 {
                self.tell("HeapProfiler.collectGarbage", json!({})).await?;
            }
            let usage = self.tell("Runtime.getHeapUsage", json!({})).await?;
            let parts = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
            let bytes: f64 = parts.iter().filter_map(|part| usage.get(part)?.as_f64()).sum();
            println!("heap.{mounts} {}", bytes / 1024.0);
        }
        Ok(())
    }

    async fn median_work(&self) -> Result<f64> {
        let mut times = Vec::new();
        for _ in 0..5 {
            times.push(self.number("bench.work()").await?);
        }
        percentile(times, 50)
    }

    async fn open(&self, page: &str, tariffs: u32) -> Result<()> {
        self.browser.driver.goto(format!("{}/{page}-{tariffs}.html", self.address)).await?;
        Ok(())
    }

    async fn number(&self, expression: &str) -> Result<f64> {
        self.evaluate(expression).await?.as_f64().with_context(|| format!("{expression} is no number"))
    }

    /// The value of an expression of the page, awaited when it is a promise.
    async fn evaluate(&self, expression: &str) -> Result<Value> {
        let question = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.tell("Runtime.evaluate", question).await?;
        if let Some(fault) = answer.get("exceptionDetails") {
            bail!("{expression}: {fault}");
        }
        Ok(answer.pointer("/result/value").cloned().unwrap_or_default())
    }

    async fn tell(&self, method: &str, parameters: Value) -> Result<Value> {
        self.browser.driver.cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }
}

/// The smallest value that is not below that many percent of all.
fn percentile(mut values: Vec<f64>, percent: usize) -> Result<f64> {
    values.sort_by(f64::total_cmp);
    let place = (values.len() * percent).div_ceil(100).saturating_sub(1);
    values.get(place).copied().context("nothing was measured")
}
