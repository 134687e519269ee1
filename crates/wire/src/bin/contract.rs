//! Prints `contract.php`; `cargo xtask build` stores it.

fn main() {
    print!("{}", ispnoc_wire::contract::php());
}
