//! The modules with one safety switched off: in a copy of them, one exact piece of the source is replaced. Each mutant is a file in
//! `mutants/`: a sentence that says what it does, and for each change `@@ FILE`, the piece in lines that begin with `-`, and what comes in
//! its place in lines that begin with `+`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::installation::repository;

pub struct Mutant {
    pub name: String,
    pub sentence: String,
    changes: Vec<Change>,
}

#[derive(Default)]
struct Change {
    /// In the server module.
    file: String,
    piece: Vec<String>,
    replacement: Vec<String>,
}

impl Mutant {
    /// By name.
    pub fn all() -> Result<Vec<Self>> {
        let folder = repository()?.join("tests/chaos/mutants");
        let mut all = Vec::new();
        for file in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = file?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            all.push(Self::parse(name, &fs::read_to_string(&path)?)?);
        }
        all.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(all)
    }

    fn parse(name: String, text: &str) -> Result<Self> {
        let mut mutant = Self { name, sentence: String::new(), changes: Vec::new() };
        for line in text.lines() {
            match (line.strip_prefix("@@ "), mutant.changes.last_mut()) {
                (Some(file), _) => mutant.changes.push(Change { file: file.to_owned(), ..Change::default() }),
                (None, None) if !line.is_empty() => mutant.sentence = line.to_owned(),
                (None, None) => {}
                (None, Some(change)) => match (line.strip_prefix('-'), line.strip_prefix('+')) {
                    (Some(piece), _) => change.piece.push(piece.to_owned()),
                    (_, Some(replacement)) => change.replacement.push(replacement.to_owned()),
                    (None, None) => bail!("{}: not understood: {line}", mutant.name),
                },
            }
        }
        if mutant.sentence.is_empty()
            || mutant.changes.iter().any(|change| change.piece.is_empty())
            || mutant.changes.is_empty()
        {
            bail!("the mutant {} lacks its sentence or a piece", mutant.name);
        }
        Ok(mutant)
    }

    /// Changes the modules that are installed in this root.
    pub fn apply(&self, root: &Path) -> Result<()> {
        for change in &self.changes {
            let path = root.join("modules/servers/ispmanagernoc").join(&change.file);
            let source =
                fs::read_to_string(&path).with_context(|| format!("{}: cannot read {}", self.name, change.file))?;
            let piece = change.piece.join("\n");
            if source.matches(&piece).count() != 1 {
                bail!(
                    "the mutant {} does not apply any more: {} must hold this exactly once:\n{piece}",
                    self.name,
                    change.file
                );
            }
            fs::write(&path, source.replace(&piece, &change.replacement.join("\n")))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_safety_has_its_mutant_and_each_applies_to_the_modules_as_they_are() {
        let mutants = Mutant::all().unwrap();
        let names: Vec<&str> = mutants.iter().map(|mutant| mutant.name.as_str()).collect();
        let known = [
            "account-renewed",
            "basket",
            "claim",
            "invoice-key",
            "invoice-period",
            "late-order",
            "late-renewal",
            "look-up",
            "quiet-time",
            "save-id-first",
        ];
        assert_eq!(names, known);
        for mutant in mutants {
            let root = std::env::temp_dir().join(format!("chaos-mutant-{}-{}", mutant.name, std::process::id()));
            for change in &mutant.changes {
                let copy = root.join("modules/servers/ispmanagernoc").join(&change.file);
                fs::create_dir_all(copy.parent().unwrap()).unwrap();
                let source = repository().unwrap().join("php-hooks/servers/ispmanagernoc").join(&change.file);
                fs::copy(source, copy).unwrap();
            }
            mutant.apply(&root).unwrap();
            assert!(mutant.apply(&root).is_err(), "{} can be told from what it changes", mutant.name);
            fs::remove_dir_all(root).unwrap();
        }
    }
}
