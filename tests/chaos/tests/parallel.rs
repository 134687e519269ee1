//! Many ask for the same at the same moment, on two web nodes with one database.

use chaos::{BIT_NINJA, Command, Goods, History, Scene, Stage, Step, run};
use serde_json::{Map, Value, json};

const CALLERS: usize = 8;
/// The race is run so often.
const RACES: usize = 5;

fn history(steps: Vec<Step>) -> History {
    History {
        seed: 0,
        services: vec![Goods { tariff: BIT_NINJA, cycle: "Monthly", item: 1001, renews_itself: false }],
        settings: Map::new(),
        skew_seconds: 0,
        scenes: vec![Scene { is_whole: true, steps }],
    }
}

fn at_once(command: &Command) -> Vec<Step> {
    (0..CALLERS).map(|caller| Step::Call { node: caller % 2, command: command.clone() }).collect()
}

#[test]
fn eight_creates_of_one_service_at_once_make_one_order() {
    let mut stage = Stage::start().unwrap();
    for race in 0..RACES {
        // The first ones race for making the module's tables and fields as well. A slow account leaves them more time to meet.
        let slow = Step::Fault(
            json!({ "func": "addition.order.param", "fault": "delay", "seconds": 0.05, "times": Value::Null }),
        );
        let steps = [vec![slow], at_once(&Command::Create { service: 1 }), vec![Step::WaitForAll]].concat();
        let outcome = run(&mut stage, &history(steps)).unwrap();
        assert_eq!(outcome.violations, [], "race {race}");
        assert_eq!(outcome.debits.get("order"), Some(&1), "race {race}");
    }
}

#[test]
fn eight_renewals_for_one_invoice_at_once_prolong_once() {
    let mut stage = Stage::start().unwrap();
    for race in 0..RACES {
        let call = |command| Step::Call { node: 0, command };
        let before = vec![
            call(Command::Pay { service: 1 }),
            Step::WaitForAll,
            call(Command::Invoice { service: 1 }),
            Step::WaitForAll,
            // WHMCS's own Renew cannot be sent, so that the buttons race for it.
            Step::Fault(json!({ "func": "subaccount", "fault": "reply_lost", "times": 3 })),
            call(Command::Pay { service: 1 }),
            Step::WaitForAll,
            Step::ClearFaults,
        ];
        let steps = [before, at_once(&Command::Renew { service: 1 }), vec![Step::WaitForAll]].concat();
        let outcome = run(&mut stage, &history(steps)).unwrap();
        assert_eq!(outcome.violations, [], "race {race}");
        assert_eq!(outcome.debits.get("prolong"), Some(&1), "race {race}");
    }
}
