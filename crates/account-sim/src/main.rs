//! The program: serves one simulated account until SIGINT or SIGTERM, or prints what it assumes.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use account_sim::{AccountSim, Assumption, Assumptions, Options};
use pico_args::Arguments;
use tokio::signal::unix::{SignalKind, signal};

const USAGE: &str = "\
usage: account-sim [--listen ADDRESS:PORT] [--state FILE]
       account-sim assumptions

A simulated ispmanager account over plain HTTP.

  --listen ADDRESS:PORT   where to serve; 127.0.0.1:0, a random port, unless it is given
  --port N                the same as --listen 127.0.0.1:N
  --state FILE            keep the world in this file, through every end of the program
  assumptions             print what is assumed where no public document says it, and how to assume otherwise
";

enum Command {
    Help,
    Assumptions,
    Serve(Options),
}

fn main() -> ExitCode {
    match read(Arguments::from_env()) {
        Err(mistake) => {
            eprint!("account-sim: {mistake}\n\n{USAGE}");
            ExitCode::from(2)
        }
        Ok(Command::Help) => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Command::Assumptions) => {
            let text: String = Assumptions::table().iter().map(described).collect();
            // A reader that stops early, as `head` does, has what it wanted.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Command::Serve(options)) => {
            let address = options.listen;
            match serve(options) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("account-sim: cannot serve on {address}: {error}");
                    ExitCode::FAILURE
                }
            }
        }
    }
}

/// What the command line asks for, or a sentence that says what is wrong with it.
fn read(mut arguments: Arguments) -> Result<Command, String> {
    if arguments.contains(["-h", "--help"]) {
        return Ok(Command::Help);
    }
    let command = arguments.subcommand().map_err(|error| error.to_string())?;
    let mut value = |name| arguments.opt_value_from_str::<_, String>(name).map_err(|error| error.to_string());
    let (listen, port, state) = (value("--listen")?, value("--port")?, value("--state")?);
    let unknown = arguments.finish();
    if let Some(first) = unknown.first() {
        return Err(format!("{} is one argument too many", first.display()));
    }
    match command.as_deref() {
        None => Ok(Command::Serve(Options { listen: address(listen, port)?, state: state.map(PathBuf::from) })),
        Some("assumptions") if listen.is_none() && port.is_none() && state.is_none() => Ok(Command::Assumptions),
        Some("assumptions") => Err("assumptions takes no options".to_owned()),
        Some(other) => Err(format!("there is no command {other}")),
    }
}

/// Only this machine may be served: the accounts' passwords are public, and whoever reaches the control API may
/// move the money.
fn address(listen: Option<String>, port: Option<String>) -> Result<SocketAddr, String> {
    match (listen, port) {
        (None, None) => Ok(Options::default().listen),
        (None, Some(text)) => {
            let port = text.parse().map_err(|_| format!("--port {text}: not a number from 0 to 65535"))?;
            Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        }
        (Some(text), None) => {
            let address: SocketAddr = text
                .parse()
                .map_err(|_| format!("--listen {text}: not an address with a port, as in 127.0.0.1:8093"))?;
            match address.ip().is_loopback() {
                true => Ok(address),
                false => Err(format!(
                    "--listen {text}: not an address of this machine alone, such as 127.0.0.1 or [::1]; the accounts' \
                     passwords are public"
                )),
            }
        }
        (Some(_), Some(_)) => Err("--listen and --port exclude each other".to_owned()),
    }
}

fn serve(options: Options) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Signals are heard from before the address is printed, so that nobody can stop it too early.
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let sim = AccountSim::start_with(options)?;
        println!("account-sim listening on {}", sim.url());
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        Ok(())
    })
}

/// A switch with its question and answers; the star is at the one that holds unless another is chosen.
fn described(assumption: &Assumption) -> String {
    let mut text = format!("{}: {}\n", assumption.name, assumption.question);
    let is_number = assumption.answers.iter().all(|(value, _)| *value != assumption.default);
    for (value, meaning) in &assumption.answers {
        let value = if is_number { &assumption.default } else { value };
        let mark = if *value == assumption.default { '*' } else { ' ' };
        text.push_str(&format!("  {mark} {value:<20} {meaning}\n"));
    }
    text + "\n"
}
