//! How many tests ran: each runner tells it in its own words, which are read as they go by.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

static RAN: AtomicUsize = AtomicUsize::new(0);

/// Hands a runner's output on, line by line, and counts what it says that it ran.
pub fn pass_on(output: impl Read) -> io::Result<()> {
    let mut own = io::stdout().lock();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        add(of(&String::from_utf8_lossy(&line)));
        own.write_all(&line)?;
        own.write_all(b"\n")?;
        own.flush()?;
    }
    Ok(())
}

pub fn add(tests: usize) {
    RAN.fetch_add(tests, Ordering::Relaxed);
}

/// How many ran since it was asked the last time.
pub fn take() -> usize {
    RAN.swap(0, Ordering::Relaxed)
}

fn of(line: &str) -> usize {
    let after = |start: &str| line.strip_prefix(start).map_or(0, number);
    let before = |end: &str| if line.contains(end) { number(line) } else { 0 };
    // Rust's tests, PHPUnit's, chaos's histories and mutants, the looks of the gallery and the steps of a walk.
    after("test result: ok. ")
        + after("OK (")
        + after("histories: ")
        + usize::from(line.contains(": found in history "))
        + before(" looks passed, ")
        + before(" steps passed, ")
}

/// The number at the beginning; 0 for none.
fn number(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..digits).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_is_understood() {
        for (line, tests) in [
            ("test result: ok. 24 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.57s", 24),
            ("OK (820 tests, 13391 assertions)", 820),
            ("histories: 100, calls: 4492, requests to the account: 9394", 100),
            ("claim: found in history 1 after 2 s: a service is ordered again only after its end", 1),
            ("127 looks passed, 0 failed", 127),
            ("37 steps passed, 0 failed", 37),
            ("steps: 19 passed, 2 failed; 16 min 47 s", 0),
            ("ok      staff log in (0.4 s)", 0),
        ] {
            assert_eq!(of(line), tests, "{line}");
        }
    }
}
