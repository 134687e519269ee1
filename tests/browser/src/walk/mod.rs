//! The manual's walk. Each step does what a person does and then looks at both ends: WHMCS's database and the account's ledger.

mod client;
mod damage;
mod files;
mod outage;
mod partner;
mod pictures;
mod product;
mod secrets;
mod server;
mod service;

use std::{future::Future, path::PathBuf, time::Instant};

use anyhow::{Context, Result, ensure};

use crate::axe::Axe;
use crate::{Account, Browser, Database, Page};

pub struct Options {
    /// Where the stand-in for WHMCS answers.
    pub whmcs: String,
    /// Where the simulated account answers.
    pub account: String,
    /// Where the stand-in is installed.
    pub root: PathBuf,
    pub server: Server,
    pub length: Length,
    /// Off: the same end is reached by WHMCS's own controls.
    pub with_wasm: bool,
    /// The script of axe-core.
    pub axe: PathBuf,
    /// A folder that takes a picture after each step.
    pub screenshots: Option<PathBuf>,
}

/// What a walk must know of the web server.
pub struct Server {
    /// The name of the admin directory.
    pub admin: String,
    /// Whether it follows the files `.htaccess` of the archive.
    pub reads_htaccess: bool,
    /// The type under which it gives WASM.
    pub wasm_type: String,
    /// The key of its certificate, which nobody signed; see [`Browser::trusting`].
    pub key: Option<String>,
}

pub enum Length {
    Whole,
    /// As far as the partner page has something to show, of which this folder takes the pictures of the documents.
    Pictures(PathBuf),
    /// As far as the panel is in both areas, which tells whether a web server is fit for it.
    UntilClientView,
}

/// What the steps share.
pub(crate) struct Walk {
    page: Page,
    database: Database,
    account: Account,
    /// What is typed as Hostname into the server record.
    host: String,
    root: PathBuf,
    server: Server,
    with_wasm: bool,
}

/// The account of the walk; the stand-ins know no other secret than this one.
const USERNAME: &str = "eu-partner";
const PASSWORD: &str = "Secret&<eu>:1";
const ITEM: &str = "1001";
const TARIFF: &str = "55371";

/// The type that WASM should have.
pub const WASM_TYPE: &str = "application/wasm";

/// A step of every walk.
const FILES: &str = "whoever asks for a file of the archive learns nothing from it";

/// Goes through every step and says each; the first that fails ends the walk.
pub async fn walk(options: Options) -> Result<()> {
    let host = options.account.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let browser = Browser::trusting(options.with_wasm, options.server.key.as_deref()).await?;
    let walk = Walk {
        page: Page::new(browser.driver.clone(), &options.whmcs, &options.server.admin, Axe::read(&options.axe)?),
        database: Database::open(&options.root.join("storage/whmcs.sqlite"))?,
        account: Account { address: options.account.trim_end_matches('/').to_owned() },
        host,
        root: options.root,
        server: options.server,
        with_wasm: options.with_wasm,
    };
    let mut steps = Steps { walk: &walk, screenshots: options.screenshots, passed: 0 };
    match options.length {
        Length::Whole => whole(&walk, &mut steps).await?,
        Length::Pictures(folder) => steps.take("the pictures of the documents", pictures::take(&walk, &folder)).await?,
        Length::UntilClientView => until_client_view(&walk, &mut steps).await?,
    }
    println!("{} steps passed, 0 failed", steps.passed);
    browser.stop().await
}

async fn whole(walk: &Walk, steps: &mut Steps<'_>) -> Result<()> {
    if walk.with_wasm {
        // Otherwise the browser does not ask for one of them.
        steps.take(FILES, files::tell_nothing(walk)).await?;
    }
    steps.take("staff log in", server::log_in(walk)).await?;
    steps.take("the price list of the addon is switched on", server::activate_addon(walk)).await?;
    steps.take("wrong server records are refused in words", server::refuse_wrong_records(walk)).await?;
    steps.take("the server record is saved and its test says the balance", server::add_server(walk)).await?;
    steps.take("both modules stand in Apps & Integrations, marked Active", server::find_apps(walk)).await?;
    steps.take("a server group holds the server", server::add_group(walk)).await?;
    steps.take("the partner page lists modules and other software", server::read_price_list(walk)).await?;
    steps.take("a product of type Other is created with a price", product::create(walk)).await?;
    steps.take("the tariff is chosen in Module Settings", product::choose_tariff(walk)).await?;
    steps.take("the custom fields of the manual are there", product::check_fields(walk)).await?;
    steps.take("pages without our goods load nothing of ours", product::load_nothing_elsewhere(walk)).await?;
    steps.take("a client registers", client::register(walk)).await?;
    steps.take("an order with a malformed item is refused in the cart", client::refuse_malformed_item(walk)).await?;
    steps.take("the client orders", client::order(walk)).await?;
    steps.take("the payment buys the module once", client::pay(walk)).await?;
    steps.take("the client sees the key", client::see_key(walk)).await?;
    steps.take("the client sees it in every theme", client::see_key_in_every_theme(walk)).await?;
    steps.take("staff see both sides of the service", service::see_both_sides(walk)).await?;
    steps.take("a renewal without a new invoice sends nothing", service::refuse_without_invoice(walk)).await?;
    steps.take("a paid renewal invoice prolongs once", service::renew(walk)).await?;
    steps.take("Sync takes over what the account says", service::sync(walk)).await?;
    steps
        .take("what the account changed by itself is taken over from the list", partner::repair_differences(walk))
        .await?;
    steps.take("with the account out of reach every page opens and says what is wrong", outage::look(walk)).await?;
    if walk.with_wasm {
        steps.take("a damaged file of the panel is refused and WHMCS's own controls stay", damage::look(walk)).await?;
        steps.take("staff change the billing cycle and change it back", service::change_period(walk)).await?;
        steps.take("staff renew by hand after seeing the cost", service::renew_by_hand(walk)).await?;
    }
    steps.take("Terminate ends the order in the account", service::terminate(walk)).await?;
    steps.take("Create orders anew after the end", service::create_again(walk)).await?;
    steps.take("forty tariffs are put on sale in three currencies, once", partner::put_on_sale(walk)).await?;
    steps.take("prices are adjusted after they were shown", partner::adjust_prices(walk)).await?;
    steps.take("the journal of all services is filtered and downloaded", partner::read_journal(walk)).await?;
    steps.take("staff are warned of a low balance once", partner::be_warned(walk)).await?;
    steps
        .take("every tab can be read on a telephone, in both languages, without scripts", partner::read_every_tab(walk))
        .await?;
    steps.take("an order that the account lost is shown and ends nothing", partner::miss_order(walk)).await?;
    steps.take("staff who may only look change nothing", partner::only_look(walk)).await?;
    steps.take("an order of another program is linked to its service", partner::adopt_order(walk)).await?;
    steps.take("no log, mail or journal holds the account's password", secrets::are_not_in_database(walk)).await?;

    Ok(())
}

async fn until_client_view(walk: &Walk, steps: &mut Steps<'_>) -> Result<()> {
    steps.take(FILES, files::tell_nothing(walk)).await?;
    steps.take("staff log in", server::log_in(walk)).await?;
    steps.take("the price list of the addon is switched on", server::activate_addon(walk)).await?;
    steps.take("the server record is saved and its test says the balance", server::add_server(walk)).await?;
    steps.take("both modules stand in Apps & Integrations, marked Active", server::find_apps(walk)).await?;
    steps.take("a server group holds the server", server::add_group(walk)).await?;
    steps.take("the partner page lists modules and other software", server::read_price_list(walk)).await?;
    steps.take("the pages of the addon lead to WHMCS's own and nowhere else", partner::lead_nowhere_else(walk)).await?;
    steps.take("the page Health says which type WASM has", partner::see_wasm_type(walk)).await?;
    steps.take("a product of type Other is created with a price", product::create(walk)).await?;
    steps.take("the tariff is chosen in Module Settings", product::choose_tariff(walk)).await?;
    steps.take("the custom fields of the manual are there", product::check_fields(walk)).await?;
    steps.take("a client registers", client::register(walk)).await?;
    steps.take("the client orders", client::order(walk)).await?;
    steps.take("the payment buys the module once", client::pay(walk)).await?;
    steps.take("the client sees the key", client::see_key(walk)).await?;
    steps.take("staff see both sides of the service", service::see_both_sides(walk)).await?;
    Ok(())
}

struct Steps<'a> {
    walk: &'a Walk,
    screenshots: Option<PathBuf>,
    passed: u32,
}

impl Steps<'_> {
    async fn take(&mut self, name: &str, step: impl Future<Output = Result<()>>) -> Result<()> {
        let started = Instant::now();
        let result = match step.await {
            Ok(()) => self.walk.page.stays_in_its_place().await,
            failed => failed,
        };
        if let Some(folder) = &self.screenshots {
            std::fs::create_dir_all(folder)?;
            self.walk.page.screenshot(&folder.join(format!("{:02}.png", self.passed + 1))).await?;
        }
        match &result {
            Ok(()) => println!("ok      {name} ({:.1} s)", started.elapsed().as_secs_f32()),
            Err(error) => {
                println!("FAILED  {name}: {error:#}");
                println!("        at {}", self.walk.page.path().await?);
                if let Ok(text) = self.walk.page.text("body").await {
                    println!(
                        "        the page says:\n{}",
                        text.lines().take(60).map(|line| format!("        | {line}\n")).collect::<String>()
                    );
                }
            }
        }
        self.passed += 1;
        result.with_context(|| name.to_owned())
    }
}

impl Walk {
    /// Renewals that staff confirmed in the panel; without it there is no way to.
    fn renewals_by_hand(&self) -> usize {
        usize::from(self.with_wasm)
    }

    /// What was spent so far: one order and `prolongations` renewals, in the account's own book.
    fn spent(&self, orders: usize, prolongations: usize) -> Result<()> {
        let (order_debits, prolong_debits) = (self.account.debits("order")?, self.account.debits("prolong")?);
        ensure!(order_debits.len() == orders, "{orders} order(s) were to be paid, the ledger has {order_debits:?}");
        ensure!(
            prolong_debits.len() == prolongations,
            "{prolongations} renewal(s) were to be paid, the ledger has {prolong_debits:?}"
        );
        Ok(())
    }

    fn database_says(&self, query: &str, expected: &str) -> Result<()> {
        let found: String = self.database.value(&format!("SELECT CAST(({query}) AS TEXT)"))?;
        ensure!(found == expected, "{query}: {found:?} and not {expected:?}");
        Ok(())
    }
}
