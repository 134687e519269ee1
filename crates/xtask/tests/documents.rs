//! The documents of the repository: every link leads somewhere, and the guide is the same in both languages. Nothing is fetched.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Public places that a document may lead to; a document that needs another one adds it here.
const HOSTS: [&str; 5] =
    ["github.com", "docs.whmcs.com", "developers.whmcs.com", "www.ispmanager.com", "www.ispmanager.ru"];
/// Where documents are written by others, or made.
const NOT_OURS: [&str; 3] = ["target", "node_modules", "vendor"];
const GUIDE: &str = "docs";
const PICTURES: &str = "docs/screenshots";

#[derive(Default)]
struct Document {
    /// Each with its level, as it is printed.
    headings: Vec<(u8, String)>,
    links: Vec<String>,
    pictures: Vec<String>,
}

impl Document {
    fn parse(text: &str) -> Self {
        let mut document = Self::default();
        let mut heading: Option<(u8, String)> = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => heading = Some((level as u8, String::new())),
                Event::End(TagEnd::Heading(_)) => document.headings.extend(heading.take()),
                Event::Start(Tag::Link { dest_url, .. }) => document.links.push(dest_url.into_string()),
                Event::Start(Tag::Image { dest_url, .. }) => document.pictures.push(dest_url.into_string()),
                Event::Text(part) | Event::Code(part) => {
                    if let Some((_, printed)) = &mut heading {
                        printed.push_str(&part);
                    }
                }
                _ => {}
            }
        }
        document
    }

    /// The names by which links reach the headings, as GitHub makes them.
    fn anchors(&self) -> BTreeSet<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut anchors = BTreeSet::new();
        for (_, printed) in &self.headings {
            let anchor: String = printed
                .to_lowercase()
                .chars()
                .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
                .map(|letter| if letter == ' ' { '-' } else { letter })
                .collect();
            let before = seen.entry(anchor.clone()).or_default();
            anchors.insert(if *before == 0 { anchor } else { format!("{anchor}-{before}") });
            *before += 1;
        }
        anchors
    }
}

#[test]
fn every_link_and_every_picture_leads_to_something_that_is_there() {
    let documents = documents();
    assert!(documents.len() > 20, "documents are missing: {:?}", documents.keys());
    let mut broken = Vec::new();
    for (path, document) in &documents {
        for target in document.links.iter().chain(&document.pictures) {
            if let Err(reason) = leads_somewhere(path, target, &documents) {
                broken.push(format!("{}: {target}: {reason}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_guide_has_the_same_pages_headings_and_pictures_in_both_languages() {
    let documents = documents();
    let guide = |language: &str| -> BTreeMap<PathBuf, &Document> {
        let folder = Path::new(GUIDE).join(language);
        let of_folder = documents.iter().filter(|(path, _)| path.starts_with(&folder));
        of_folder.map(|(path, document)| (path.file_name().unwrap().into(), document)).collect()
    };
    let (english, russian) = (guide("en"), guide("ru"));
    assert!(english.len() > 5);
    assert_eq!(english.keys().collect::<Vec<_>>(), russian.keys().collect::<Vec<_>>());
    for (page, document) in &english {
        let translated = russian.get(page).unwrap();
        let levels = |of: &Document| of.headings.iter().map(|(level, _)| *level).collect::<Vec<_>>();
        assert_eq!(levels(document), levels(translated), "headings of {}", page.display());
        let pictures: Vec<String> = document.pictures.iter().map(|name| name.replace(".png", "-ru.png")).collect();
        assert_eq!(pictures, translated.pictures, "pictures of {}", page.display());
    }
}

#[test]
fn every_picture_is_shown_somewhere() {
    let shown: BTreeSet<PathBuf> = documents()
        .iter()
        .flat_map(|(path, document)| document.pictures.iter().map(|picture| joined(path, picture)))
        .collect();
    let mut idle = Vec::new();
    for file in fs::read_dir(root().join(PICTURES)).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        // Those are for people who look at the panel, and stand in nobody's repository.
        if !name.contains("-dark") && !name.contains("-narrow") && !shown.contains(&Path::new(PICTURES).join(&name)) {
            idle.push(name);
        }
    }
    assert!(idle.is_empty(), "no document shows {idle:?}");
}

#[test]
fn an_anchor_is_made_as_github_makes_it() {
    let document = Document::parse("# 1. Что нужно\n\n## The page `Health`\n\n## Note\n\n## Note\n");
    let anchors: Vec<String> = document.anchors().into_iter().collect();
    assert_eq!(anchors, ["1-что-нужно", "note", "note-1", "the-page-health"]);
}

fn leads_somewhere(from: &Path, target: &str, documents: &BTreeMap<PathBuf, Document>) -> Result<(), String> {
    if let Some((scheme, rest)) = target.split_once("://") {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        return if scheme == "https" && HOSTS.contains(&host) { Ok(()) } else { Err("not a known place".into()) };
    }
    if target.starts_with("mailto:") {
        return Err("an address of e-mail".into());
    }
    let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = if file.is_empty() { from.to_path_buf() } else { joined(from, file) };
    if !root().join(&path).exists() {
        return Err("there is no such file".into());
    }
    match documents.get(&path) {
        _ if anchor.is_empty() => Ok(()),
        Some(document) if document.anchors().contains(anchor) => Ok(()),
        _ => Err("there is no such heading".into()),
    }
}

/// Where a link of a document leads, from the repository's root on.
fn joined(from: &Path, target: &str) -> PathBuf {
    let mut path = from.parent().unwrap_or(Path::new("")).to_path_buf();
    for part in Path::new(target).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{} leads out of the repository", from.display()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

/// Every Markdown file by its path from the repository's root on.
fn documents() -> BTreeMap<PathBuf, Document> {
    let mut found = BTreeMap::new();
    collect(Path::new(""), &mut found);
    found
}

fn collect(folder: &Path, found: &mut BTreeMap<PathBuf, Document>) {
    for file in fs::read_dir(root().join(folder)).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let path = folder.join(&name);
        if file.file_type().unwrap().is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
                collect(&path, found);
            }
        } else if name.ends_with(".md") {
            let text = fs::read_to_string(file.path()).unwrap();
            found.insert(path, Document::parse(&text));
        }
    }
}
