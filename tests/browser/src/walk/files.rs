//! The files of the archive, asked for one by one by somebody who has no business with them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::Walk;

/// What an entry file answers to whoever does not come through WHMCS.
const SENTENCE: &str = "This file cannot be accessed directly";
/// What PHP says when it complains, and how its source begins.
const TELLTALES: [&str; 7] =
    ["<?php", "Fatal error", "Parse error", "Warning:", "Notice:", "Deprecated:", "Stack trace"];

/// What runs prints nothing but the entry files' sentence, whatever PHP complains of; what is a text or a picture comes as it is, or not at
/// all; and where the server reads `.htaccess` a folder that is closed by it answers 403 to everything.
pub async fn tell_nothing(walk: &Walk) -> Result<()> {
    let root = walk.root.canonicalize()?;
    let mut files = Vec::new();
    for kind in ["servers", "addons"] {
        collect(&root.join("modules").join(kind), false, &mut files)?;
    }
    ensure!(files.len() > 100, "only {} files are installed", files.len());

    walk.page.open("/index.php").await?;
    let mut paths = Vec::new();
    for file in &files {
        paths.push(format!("/{}", file.path.strip_prefix(&root)?.display()));
    }
    let answers = walk.page.ask_as_stranger(&paths).await?;

    let path_of_the_server = root.to_string_lossy();
    let mut tally = BTreeMap::new();
    for ((file, path), answer) in files.iter().zip(&paths).zip(&answers) {
        let body = String::from_utf8_lossy(&answer.body);
        let says = || format!("{path} answers {}: {body:.300}", answer.status);
        ensure!(!TELLTALES.iter().any(|telltale| body.contains(telltale)), "{}", says());
        ensure!(!body.contains(&*path_of_the_server), "{}", says());

        let is_php = file.path.extension().is_some_and(|ending| ending == "php");
        if file.is_closed && walk.server.reads_htaccess {
            ensure!(answer.status == 403, "{}", says());
        } else if is_php {
            // 500 would say that PHP complained, and kept it to itself.
            ensure!([200, 403, 404].contains(&answer.status), "{}", says());
            let is_silent = body.is_empty() || body == SENTENCE;
            ensure!(is_silent || [403, 404].contains(&answer.status), "{}", says());
        } else if file.is_hidden() {
            ensure!([200, 403, 404].contains(&answer.status), "{}", says());
        } else {
            ensure!(answer.status == 200 && answer.body == fs::read(&file.path)?, "{}", says());
        }
        let kind = if is_php { "PHP" } else { "other" };
        *tally.entry((answer.status, kind)).or_insert(0_u32) += 1;
    }
    let tally: Vec<String> = tally.iter().map(|((status, kind), count)| format!("{status}: {count} {kind}")).collect();
    println!("        {} files; {}", files.len(), tally.join(", "));
    Ok(())
}

struct File {
    path: PathBuf,
    /// An `.htaccess` in its folder or above denies everything.
    is_closed: bool,
}

impl File {
    fn is_hidden(&self) -> bool {
        self.path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    }
}

fn collect(folder: &Path, is_closed: bool, files: &mut Vec<File>) -> Result<()> {
    let rules = fs::read_to_string(folder.join(".htaccess")).unwrap_or_default();
    let is_closed = is_closed || rules.contains("Require all denied") && !rules.contains("<Files");
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), is_closed, files)?;
        } else {
            files.push(File { path: entry.path(), is_closed });
        }
    }
    Ok(())
}
