//! The modules on every version of PHP that they support: their files compiled and their tests run, without a notice. And on one that is
//! too old, which gets a sentence. A version that is installed is used; the others run as WebAssembly in Node.js. MariaDB, processes and
//! sockets are beyond those, and so the tests that need them (PHPUnit's group "machine") run in the machine's own PHP alone.

use crate::project::Project;
use crate::tally;
use crate::tools;
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

pub const OLDEST: &str = "8.1";
pub const NEWEST: &str = "8.5";
const SUPPORTED: [&str; 5] = [OLDEST, "8.2", "8.3", "8.4", NEWEST];
const OLD: &str = "7.4";
pub const EVERY_VERSION: [&str; 6] = [OLD, SUPPORTED[0], SUPPORTED[1], SUPPORTED[2], SUPPORTED[3], SUPPORTED[4]];

/// Makes PHPUnit fail for a test that it did not really run.
pub const NOTHING_LEFT_OUT: [&str; 4] =
    ["--fail-on-warning", "--fail-on-risky", "--fail-on-incomplete", "--fail-on-skipped"];

/// Versions that run at a time; each takes one core and half a gigabyte.
const AT_A_TIME: usize = 2;
/// A PHP that asks for what WebAssembly has not may wait for ever.
const SECONDS_AT_MOST: &str = "900";
/// Extensions that the tests need besides those that every PHP has.
const EXTENSIONS: [&str; 6] = ["Zend OPcache", "SimpleXML", "curl", "dom", "mbstring", "pdo_sqlite"];

/// Compiles the modules and runs their tests on every supported version, which must count the same number of tests.
pub fn supported(project: &Project) -> Result<()> {
    let waiting = Mutex::new(SUPPORTED.iter().rev().collect::<Vec<_>>());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.pop());
    let mut rows: Vec<Row> = thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_A_TIME)
            .map(|_| scope.spawn(|| std::iter::from_fn(next).map(|version| Row::of(project, version)).collect()))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|_| Vec::<Row>::new())).collect()
    });
    rows.sort_by_key(|row| row.version);

    println!("PHP   tests  seconds");
    for row in &rows {
        let tests = row.tests.as_ref().map_or_else(|_| "failed".to_owned(), usize::to_string);
        tally::add(row.tests.as_ref().map_or(0, |tests| *tests));
        println!("{}  {tests:>6}  {:>7}  {}", row.version, row.seconds, row.runs_in);
    }
    judge(&rows)
}

/// Lets a PHP that is too old load the modules and call their functions.
pub fn old(project: &Project) -> Result<()> {
    let said =
        Interpreter::of(project, OLD)?.run(project, &["-d", "error_reporting=-1", "tests/matrix/old-php.php"])?;
    print!("{said}");
    Ok(())
}

struct Row {
    version: &'static str,
    runs_in: &'static str,
    seconds: u64,
    tests: Result<usize>,
}

impl Row {
    fn of(project: &Project, version: &'static str) -> Self {
        let started = Instant::now();
        let interpreter = Interpreter::of(project, version);
        let runs_in = interpreter.as_ref().map_or("nothing", Interpreter::kind);
        let tests = interpreter.and_then(|interpreter| {
            interpreter.run(project, &["-d", "opcache.enable_cli=1", "tests/matrix/lint.php"])?;
            interpreter.tests(project)
        });
        Self { version, runs_in, seconds: started.elapsed().as_secs(), tests }
    }
}

fn judge(rows: &[Row]) -> Result<()> {
    let mut problems: Vec<String> = Vec::new();
    for row in rows {
        if let Err(error) = &row.tests {
            problems.push(format!("PHP {}: {error:#}", row.version));
        }
    }
    let missing = SUPPORTED.iter().filter(|version| rows.iter().all(|row| row.version != **version));
    problems.extend(missing.map(|version| format!("PHP {version} did not run")));
    let mut counts: Vec<usize> = rows.iter().filter_map(|row| row.tests.as_ref().ok().copied()).collect();
    counts.sort_unstable();
    counts.dedup();
    if counts.len() > 1 {
        problems.push(format!("not every version ran the same tests: there are {counts:?}"));
    }
    if problems.is_empty() { Ok(()) } else { bail!("{}", problems.join("\n")) }
}

enum Interpreter {
    /// The name of its program.
    Installed(String),
    /// The version that tests/matrix/php.mjs is to run.
    WebAssembly(&'static str),
}

impl Interpreter {
    fn of(project: &Project, version: &'static str) -> Result<Self> {
        let names = [format!("php{version}"), "php".to_owned()];
        let installed = names.into_iter().find(|name| is_version(project, name, version));
        Ok(installed.map_or(Self::WebAssembly(version), Self::Installed))
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Installed(_) => "installed",
            Self::WebAssembly(_) => "WebAssembly",
        }
    }

    fn tests(&self, project: &Project) -> Result<usize> {
        // Debian's libraries are older than the newest PHP, and what that finds in them is not ours to mend. tests/whmcs/lib/errors.php,
        // which the tests load, asks for every notice again and tells whose it is.
        let mut arguments = vec!["-d", "error_reporting=E_ALL&~E_DEPRECATED&~E_USER_DEPRECATED"];
        // What a cache of compiled code remembers is told to no handler of notices.
        arguments.extend(["-d", "opcache.enable_cli=0"]);
        if matches!(self, Self::WebAssembly(_)) {
            // PHPUnit asks the terminal for its width through a shell when it can.
            arguments.extend(["-d", "disable_functions=exec,popen,proc_open,shell_exec"]);
        }
        arguments.push("tests/matrix/phpunit.php");
        arguments.extend(NOTHING_LEFT_OUT);
        arguments.extend(["--colors=never", "--exclude-group", "machine", "--configuration", "tests/php"]);
        let said = self.run(project, &arguments)?;
        count(&said).with_context(|| format!("PHPUnit did not say how many tests it ran:\n{said}"))
    }

    /// Gives what it prints.
    fn run(&self, project: &Project, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(project)?;
        command.args(["-d", "include_path=.:/usr/share/php", "-d", "display_errors=1", "-d", "log_errors=0"]);
        let output = command.args(arguments).output().context("cannot start it")?;
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        match output.status.code() {
            Some(0) => Ok(said),
            Some(124 | 137) => bail!("no end within {SECONDS_AT_MOST} s; until then it said:\n{}", end(&said)),
            _ => bail!("{}:\n{}", output.status, end(&said)),
        }
    }

    fn command(&self, project: &Project) -> Result<Command> {
        let mut command = project.command("timeout");
        command.args(["--kill-after=5", SECONDS_AT_MOST]);
        match self {
            Self::Installed(program) => command.arg(program),
            Self::WebAssembly(version) => {
                command.args(["node", "tests/matrix/php.mjs"]).arg(tools::php()?).arg(version)
            }
        };
        Ok(command)
    }
}

fn is_version(project: &Project, program: &str, version: &str) -> bool {
    let is_it = project
        .answer(program, &["-n", "-r", "echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;"])
        .is_some_and(|answer| answer == version);
    let modules = || project.answer(program, &["-m"]).unwrap_or_default();
    is_it && has_all(&modules())
}

fn has_all(modules: &str) -> bool {
    EXTENSIONS.iter().all(|extension| modules.lines().any(|line| line == *extension))
}

/// The last lines of what was said.
fn end(said: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    lines.get(lines.len().saturating_sub(60)..).unwrap_or_default().join("\n")
}

/// The number of tests in PHPUnit's last line of success.
fn count(said: &str) -> Option<usize> {
    let line = said.lines().rev().find_map(|line| line.strip_prefix("OK ("))?;
    line.split_once(" test")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(version: &'static str, tests: Result<usize>) -> Row {
        Row { version, runs_in: "WebAssembly", seconds: 1, tests }
    }

    fn rows(last: Result<usize>) -> Vec<Row> {
        let (newest, others) = SUPPORTED.split_last().unwrap();
        others.iter().map(|version| row(version, Ok(627))).chain([row(newest, last)]).collect()
    }

    #[test]
    fn every_version_runs_the_same_tests() {
        assert!(judge(&rows(Ok(627))).is_ok());
        assert!(judge(&rows(Ok(626))).unwrap_err().to_string().contains("[626, 627]"));
        assert!(judge(&rows(Err(anyhow::anyhow!("a notice")))).unwrap_err().to_string().contains("PHP 8.5: a notice"));
        assert!(judge(&rows(Ok(627))[1..]).unwrap_err().to_string().contains("PHP 8.1 did not run"));
    }

    #[test]
    fn the_count_is_that_of_a_success() {
        assert_eq!(count("PHPUnit 9.6.7\n...\nOK (627 tests, 5660 assertions)\n"), Some(627));
        assert_eq!(count("OK (1 test, 1 assertion)\n"), Some(1));
        assert_eq!(count("Tests: 627, Assertions: 5660, Errors: 1.\n"), None);
    }
}
