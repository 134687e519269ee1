//! The reader's half of `cargo xtask bench size`: prints how many bytes of code each crate and each function of a WASM file has, the largest
//! first, as `crate BYTES NAME` and `function BYTES NAME`. The file must hold the names of its functions.

use anyhow::{Context, Result};
use std::collections::HashMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

fn main() -> Result<()> {
    let path = std::env::args().skip(1).find(|argument| argument != "--bench").context("no file is named")?;
    let bytes = std::fs::read(&path).with_context(|| format!("cannot read {path}"))?;
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), HashMap::new());
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    let Name::Function(functions) = subsection? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name);
                    }
                }
            }
            _ => {}
        }
    }
    // Functions are counted from the imported ones on.
    let functions = (imported..).zip(sizes).map(|(index, size)| (*names.get(&index).unwrap_or(&"(no name)"), size));
    let functions: Vec<(&str, usize)> = functions.collect();
    let mut crates = HashMap::new();
    for (name, size) in &functions {
        *crates.entry(crate_of(name)).or_default() += size;
    }
    print("crate", crates.into_iter().collect());
    print("function", functions);
    Ok(())
}

fn print(kind: &str, mut rows: Vec<(&str, usize)>) {
    rows.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), *name));
    for (name, size) in rows {
        println!("{kind} {size} {name}");
    }
}

/// The first crate that a name tells: that of the function, or of the type which has it. A crate is told with a hash, `core[27cd0353e63fa9bc]`.
fn crate_of(name: &str) -> &str {
    let Some((before, _)) = name.split_once('[') else { return "(no crate)" };
    let begin =
        before.rfind(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').map_or(0, |place| place + 1);
    before.get(begin..).filter(|name| !name.is_empty()).unwrap_or("(no crate)")
}
