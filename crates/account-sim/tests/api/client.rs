//! A client of one simulator: billing calls as one of its accounts, control calls, and short ways to look.

use account_sim::AccountSim;
use serde_json::{Value, json};

pub const EU: (&str, &str) = ("eu-partner", "Secret&<eu>:1");
pub const RU: (&str, &str) = ("ru-partner", "Secret&<ru>:1");

pub struct Client {
    agent: ureq::Agent,
    sim: AccountSim,
}

/// A simulator whose clock stands, so that nothing happens by itself.
pub fn frozen_at(moment: &str) -> Client {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).max_idle_connections(0).build().into();
    let client = Client { agent, sim: AccountSim::start().unwrap() };
    client.control("POST", "clock", &json!({ "set": moment, "freeze": true }));
    client
}

pub fn frozen() -> Client {
    frozen_at("2027-01-10T12:00:00Z")
}

/// The same with other quirks of the wire.
pub fn quirky(quirks: Value) -> Client {
    seeded(json!({ "quirks": quirks }))
}

/// The same with other settings.
pub fn seeded(settings: Value) -> Client {
    let client = frozen();
    client.seed(settings);
    client
}

impl Client {
    /// Posts a form to the billing API as it is; the result is the status and the body.
    pub fn post(&self, params: &[(&str, &str)]) -> Result<(u16, String), ureq::Error> {
        let url = format!("{}/manager/billmgr", self.sim.url());
        let mut response = self.agent.post(url).send_form(params.iter().copied())?;
        Ok((response.status().as_u16(), response.body_mut().read_to_string()?))
    }

    pub fn get(&self, path_and_query: &str) -> (u16, String) {
        let mut response = self.agent.get(format!("{}{path_and_query}", self.sim.url())).call().unwrap();
        (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
    }

    /// A call by `authinfo`, with the parameters written as a query, and its body.
    pub fn call_as(&self, account: (&str, &str), query: &str) -> Result<String, ureq::Error> {
        self.ask(account, query).map(|(_, body)| body)
    }

    /// The HTTP status of such a call.
    pub fn status(&self, account: (&str, &str), query: &str) -> u16 {
        self.ask(account, query).unwrap().0
    }

    fn ask(&self, (login, password): (&str, &str), query: &str) -> Result<(u16, String), ureq::Error> {
        self.call_with(("authinfo", &format!("{login}:{password}")), query)
    }

    /// A call by the credentials, with the parameters written as a query.
    pub fn call_with(&self, credentials: (&str, &str), query: &str) -> Result<(u16, String), ureq::Error> {
        let mut params = vec![credentials];
        params.extend(query.split('&').map(|pair| pair.split_once('=').unwrap()));
        self.post(&params)
    }

    /// A new session of the EU account.
    pub fn session(&self) -> String {
        let body = self.post(&[("func", "auth"), ("username", EU.0), ("password", EU.1)]).unwrap().1;
        body.split_once("<auth id=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
    }

    /// The answer to a call of the EU account, in xml.
    pub fn xml(&self, query: &str) -> String {
        self.call_as(EU, query).unwrap()
    }

    /// The `doc` of a call of the EU account, in json.
    pub fn json(&self, query: &str) -> Value {
        let body = self.call_as(EU, &format!("{query}&out=json")).unwrap();
        serde_json::from_str::<Value>(&body).unwrap()["doc"].take()
    }

    /// The answer to a call of the EU account, in bjson.
    pub fn bjson(&self, query: &str) -> Value {
        serde_json::from_str(&self.call_as(EU, &format!("{query}&out=bjson")).unwrap()).unwrap()
    }

    /// Type and object of the error that a call of the EU account ends with.
    pub fn error(&self, query: &str) -> (String, String) {
        let doc = self.json(query);
        let mark = |name: &str| doc["error"][name].as_str().unwrap_or_default().to_owned();
        (mark("$type"), mark("$object"))
    }

    /// Orders the BitNinja module for a month and gives the id of the service.
    pub fn order_bitninja(&self, more: &str) -> String {
        let order = self.json(&format!("{BITNINJA}&period=1{more}"));
        order["id"]["$"].as_str().unwrap().to_owned()
    }

    /// Orders the same and lets the time pass in which it becomes active.
    pub fn active_bitninja(&self, more: &str) -> String {
        let id = self.order_bitninja(more);
        self.advance_seconds(3);
        id
    }

    pub fn control(&self, method: &str, name: &str, body: &Value) -> Value {
        let (status, answer) = self.try_control(method, name, body);
        assert_eq!(status, 200, "{answer}");
        answer
    }

    pub fn try_control(&self, method: &str, name: &str, body: &Value) -> (u16, Value) {
        let url = format!("{}/control/{name}", self.sim.url());
        let mut response = match method {
            "GET" => self.agent.get(url).call(),
            "DELETE" => self.agent.delete(url).call(),
            _ => self.agent.post(url).send(body.to_string()),
        }
        .unwrap();
        let text = response.body_mut().read_to_string().unwrap();
        (response.status().as_u16(), serde_json::from_str(&text).unwrap())
    }

    pub fn seed(&self, settings: Value) {
        self.control("POST", "seed", &settings);
    }

    pub fn advance_days(&self, days: u32) {
        self.control("POST", "clock", &json!({ "advance_days": days }));
    }

    pub fn advance_seconds(&self, seconds: u32) {
        self.control("POST", "clock", &json!({ "advance_seconds": seconds }));
    }

    /// The ledger as `kind amount cause`.
    pub fn ledger(&self) -> Vec<String> {
        let ledger = self.control("GET", "ledger", &Value::Null);
        let entries = ledger["entries"].as_array().unwrap().iter();
        entries.map(|entry| ["kind", "amount", "cause"].map(|name| entry[name].as_str().unwrap()).join(" ")).collect()
    }

    /// A service as the control API shows it.
    pub fn service(&self, id: &str) -> Value {
        let services = self.control("GET", "services", &Value::Null);
        let services = services["services"].as_array().unwrap();
        services.iter().find(|service| service["id"].as_u64() == id.parse().ok()).unwrap().clone()
    }

    pub fn balance(&self) -> String {
        self.json("func=subaccount")["elem"][0]["balance"]["$"].as_str().unwrap().to_owned()
    }

    pub fn url(&self) -> String {
        self.sim.url()
    }
}

/// An order of the BitNinja module for the first licence, without its period.
pub const BITNINJA: &str = "func=addition.order.param&pricelist=55371&item=1001&sok=ok&skipbasket=on";

/// Type and object of the error in an answer in xml, or `none`.
pub fn error_in(body: &str) -> String {
    let Some((_, rest)) = body.split_once("<error type=\"") else {
        return "none".to_owned();
    };
    let kind = rest.split('"').next().unwrap();
    let object = rest.split_once(" object=\"").map_or("", |(_, object)| object.split('"').next().unwrap());
    format!("{kind}/{object}")
}
