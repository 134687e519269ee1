//! Which parameters are secret, and how they are shown instead.

const SECRET: [&str; 6] = ["authinfo", "password", "auth", "key", "bitninja_password", "bitninjakey"];

pub fn masked<'a>(name: &str, value: &'a str) -> &'a str {
    match SECRET.contains(&name) {
        true => "***",
        false => value,
    }
}
