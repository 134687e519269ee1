//! The table of functions is what the account answers by.

use std::collections::BTreeSet;

use account_sim::{Who, functions};

use crate::client::{EU, frozen};

#[test]
fn no_function_stands_in_the_table_twice() {
    let functions = functions();
    let names: BTreeSet<&str> = functions.iter().map(|function| function.name.as_str()).collect();
    assert_eq!(names.len(), functions.len());
}

#[test]
fn each_function_is_answered_as_the_table_says() {
    let client = frozen();
    let authinfo = format!("{}:{}", EU.0, EU.1);
    for function in functions() {
        let (status, body) =
            client.call_with(("authinfo", &authinfo), &format!("func={}&lang=en", function.name)).unwrap();
        let name = &function.name;
        assert_eq!(status == 501, function.who == Who::Nobody, "{name}: {status}");
        let denied = body.contains(&format!("<error type=\"access\" object=\"{name}\""));
        match function.who {
            Who::Administrator => assert!(denied, "{name}: {body}"),
            _ => assert!(!denied || function.errors.contains(&"access"), "{name}: {body}"),
        }
        assert!(!body.contains("was not found"), "{name}: {body}");
        if let Some((_, error)) = body.split_once("<error type=\"").filter(|_| status == 200) {
            let kind = error.split('"').next().unwrap();
            assert!(function.errors.contains(&kind), "{name} is not said to refuse with {kind}");
        }
    }
}
