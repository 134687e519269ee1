//! All that histories need, started once: a database, the modules in two web nodes, a simulated account.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::account::{Account, LOGIN, PASSWORD};
use crate::clocks::Clocks;
use crate::database::MariaDb;
use crate::history::History;
use crate::installation;
use crate::mutants::Mutant;
use crate::node::{End, Node, Said};

/// A process that runs longer hangs.
const LONGEST_CALL: Duration = Duration::from_secs(60);

pub struct Stage {
    /// Whether histories are told step by step while they run.
    pub is_aloud: bool,
    // In the order in which they end.
    nodes: Vec<Node>,
    pub(crate) database: MariaDb,
    pub(crate) account: Account,
    roots: [PathBuf; 2],
    clock_files: [PathBuf; 2],
    ends: Receiver<End>,
    /// The processes that have not ended yet, and on which node each is.
    running: BTreeMap<u64, usize>,
    tasks: u64,
    folder: Folder,
}

impl Stage {
    pub fn start() -> Result<Self> {
        Self::start_with(None)
    }

    pub fn start_with(mutant: Option<&Mutant>) -> Result<Self> {
        let folder = Folder::make()?;
        let database = MariaDb::start(&folder.path.join("mariadb"))?;
        let roots = installation::install(&folder.path, &database.address())?;
        if let Some(mutant) = mutant {
            roots.iter().try_for_each(|root| mutant.apply(root))?;
        }
        let clocks = Clocks::in_folder(&folder.path);
        let clock_files = clocks.files().clone();
        let account = Account::start(clocks)?;
        let (_, ends) = channel();
        let mut stage = Self {
            is_aloud: false,
            nodes: Vec::new(),
            database,
            account,
            roots,
            clock_files,
            ends,
            running: BTreeMap::new(),
            tasks: 0,
            folder,
        };
        stage.start_nodes()?;
        Ok(stage)
    }

    fn start_nodes(&mut self) -> Result<()> {
        self.nodes.clear();
        let (sender, ends) = channel();
        self.ends = ends;
        let error_log = self.folder.path.join("php-errors.log");
        for (root, clock_file) in self.roots.iter().zip(&self.clock_files) {
            self.nodes.push(Node::start(root, clock_file, &error_log, sender.clone())?);
        }
        Ok(())
    }

    /// The world and the database of a history's beginning.
    pub(crate) fn begin(&mut self, history: &History) -> Result<()> {
        self.account.begin(history)?;
        fs::write(self.folder.path.join("php-errors.log"), "")?;
        let services: Vec<Value> = (1..).zip(&history.services).map(|(id, goods)| goods.as_ordered(id)).collect();
        let made = self.ask(&json!({
            "do": "prepare",
            "date": self.account.today()?,
            "account": { "host": self.account.host(), "login": LOGIN, "password": PASSWORD },
            "services": services,
        }))?;
        let expected: Vec<usize> = (1..=history.services.len()).collect();
        if made != json!(expected) {
            bail!("the history could not be prepared: {made}");
        }
        Ok(())
    }

    /// Starts a process for the task and gives its number.
    pub(crate) fn begin_task(&mut self, node: usize, mut task: Value) -> Result<u64> {
        self.tasks += 1;
        if let Some(task) = task.as_object_mut() {
            task.insert("id".to_owned(), json!(self.tasks));
        }
        self.nodes.get_mut(node).context("there is no such node")?.begin(&task)?;
        self.running.insert(self.tasks, node);
        Ok(self.tasks)
    }

    pub(crate) fn kill(&mut self, task: u64) -> Result<()> {
        match self.running.get(&task).and_then(|&node| self.nodes.get_mut(node)) {
            Some(node) => node.kill(task),
            None => Ok(()),
        }
    }

    pub(crate) fn running(&self) -> impl DoubleEndedIterator<Item = u64> {
        self.running.keys().copied()
    }

    /// Waits until any process ends.
    pub(crate) fn next_end(&mut self) -> Result<End> {
        match self.next_end_within(LONGEST_CALL)? {
            Some(end) => Ok(end),
            None => bail!("a call hangs: tasks {:?}", self.running),
        }
    }

    pub(crate) fn next_end_within(&mut self, time: Duration) -> Result<Option<End>> {
        match self.ends.recv_timeout(time) {
            Ok(end) => {
                self.running.remove(&end.task);
                Ok(Some(end))
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => bail!("a web node has died; {}", self.php_errors()),
        }
    }

    /// A task of the harness itself, while nothing else runs.
    pub(crate) fn ask(&mut self, task: &Value) -> Result<Value> {
        match self.said_to(task)? {
            Said { answer, output } if output.is_empty() => Ok(answer),
            other => bail!("{task} failed: {other:?} {}", self.php_errors()),
        }
    }

    /// A page, which is never empty: what leads elsewhere was not shown.
    pub(crate) fn show(&mut self, page: &Value) -> Result<String> {
        match self.said_to(page)? {
            Said { output, .. } if !output.is_empty() => Ok(output),
            other => bail!("{page} was not shown: {other:?} {}", self.php_errors()),
        }
    }

    fn said_to(&mut self, task: &Value) -> Result<Said> {
        let number = self.begin_task(0, task.clone())?;
        let end = self.next_end()?;
        match end.said {
            Some(said) if end.task == number && said.answer.get("failed").is_none() => Ok(said),
            other => bail!("{task} failed: {other:?} {}", self.php_errors()),
        }
    }

    pub(crate) fn php_errors(&self) -> String {
        fs::read_to_string(self.folder.path.join("php-errors.log")).unwrap_or_default()
    }
}

/// A folder that is gone afterwards, in memory where the system offers that.
struct Folder {
    path: PathBuf,
    guard: Child,
}

/// Waits for the end of its input, which comes with the end of the harness, however that ends.
const GUARD: &str = r#"cat >/dev/null; rm -rf "$1""#;

impl Folder {
    fn make() -> Result<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let in_memory = Path::new("/dev/shm");
        let place = if in_memory.is_dir() { in_memory.to_owned() } else { env::temp_dir() };
        let path = place.join(format!("chaos-{}-{}", process::id(), MADE.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir(&path).with_context(|| format!("cannot create {}", path.display()))?;
        let guard = Command::new("sh")
            .args(["-c", GUARD, "sh"])
            .arg(&path)
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("cannot start sh")?;
        Ok(Self { path, guard })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}
