//! The pages of WHMCS on which the product shows something, as they are at one moment.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::{Value, json};

use crate::evidence::Whmcs;
use crate::stage::Stage;

pub struct Page {
    pub name: String,
    /// The service whose own page it is.
    pub of_service: Option<u32>,
    pub html: String,
}

/// Each of them, shown to whoever may see it.
pub fn show_all(stage: &mut Stage, whmcs: &Whmcs) -> Result<Vec<Page>> {
    let staff = json!({ "adminid": 1 });
    let mut pages = Vec::new();
    let mut show = |name: &str, of_service, path: &str, query: Value, session: &Value| -> Result<()> {
        let html = stage.show(&json!({ "do": "page", "path": path, "query": query, "session": session }))?;
        pages.push(Page { name: name.to_owned(), of_service, html });
        Ok(())
    };
    for service in &whmcs.services {
        let id = service.id.to_string();
        let of_service = Some(service.id);
        let query = json!({ "userid": service.client.to_string(), "id": id });
        show("the service's page of staff", of_service, "admin/clientsservices.php", query, &staff)?;
        let query = json!({ "action": "productdetails", "id": id });
        let client = json!({ "uid": service.client });
        show("the service's page of the client", of_service, "client/clientarea.php", query, &client)?;
    }
    let products: BTreeSet<u32> = whmcs.services.iter().map(|service| service.product).collect();
    for product in products {
        let query = json!({ "action": "edit", "id": product.to_string(), "tab": "3" });
        show("the product's page", None, "admin/configproducts.php", query, &staff)?;
    }
    let query = json!({ "module": "ispmanagernoc_partner" });
    show("the partner page", None, "admin/addonmodules.php", query, &staff)?;
    show("the server's page", None, "admin/configservers.php", json!({ "action": "manage", "id": "1" }), &staff)?;
    show("the page of the module queue", None, "admin/modulequeue.php", json!({}), &staff)?;
    Ok(pages)
}
