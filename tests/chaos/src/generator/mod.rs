//! A history from a seed: every decision is drawn from it, so that the same seed gives the same steps.

mod balance;
mod crowds;
mod faults;
mod orders;
mod renewals;
mod teller;

use fastrand::Rng;
use serde_json::{Map, Value};

use crate::history::{BIT_NINJA, CLOUD_LINUX, DDOS_GUARD, Goods, History};
use teller::Teller;

const PROLONG: &str = "service.prolong";
/// A call may take effect this long after its connection broke: well within the quiet time of the module.
const LATEST_COMMIT: i64 = 780;
/// By how much the clocks of two web nodes differ at most.
const LARGEST_SKEW: i64 = 90;

/// What nobody knows of the real account, as far as it matters here. Each history draws some; the first is the usual one.
const SETTINGS: [(&str, &[&str]); 9] = [
    ("u1_order_answer", &["\"id\"", "\"ok_only\""]),
    ("u3_short_balance", &["\"error\"", "\"unpaid\"", "\"unpaid_with_id\""]),
    ("u4_remoteid", &["\"edit\"", "\"list_and_edit\"", "\"hidden\"", "\"dropped\""]),
    ("u16_status_field", &["\"item_status\"", "\"status\"", "\"status_msg\""]),
    ("u17_activation_seconds", &["3", "60", "null"]),
    ("u22_delete_sok", &["\"not_needed\"", "\"needed\""]),
    ("u26_http_status", &["\"always_ok\"", "\"by_error\""]),
    ("u28_suspended_renewal", &["\"from_today\"", "\"from_end\"", "\"refused\""]),
    ("deleted_rows", &["\"linger\"", "\"vanish\""]),
];

type Kind = fn(&mut Teller);

/// Every kind of scene, and how often it is drawn.
const SCENES: [(Kind, u32); 20] = [
    (Teller::rush, 3),
    (Teller::crowd, 3),
    (Teller::fault_on_spending, 3),
    (Teller::fault_on_anything, 2),
    (Teller::killed_while_it_spends, 4),
    (Teller::killed_between_answer_and_save, 1),
    (Teller::impatient_order, 2),
    (Teller::order_later_than_the_quiet_time, 1),
    (Teller::linked_by_a_person, 1),
    (Teller::renewal, 2),
    (Teller::impatient_renewal, 2),
    (Teller::renewed_by_the_account, 2),
    (Teller::change_of_period, 2),
    (Teller::short_balance, 1),
    (Teller::answer_about_a_short_balance_lost, 2),
    (Teller::end_and_new_beginning, 1),
    (Teller::time, 1),
    (Teller::death, 1),
    (Teller::restart, 1),
    (Teller::renewal_later_than_the_quiet_time, 1),
];

/// Seeds below this give the hard histories, each of scenes of one kind.
pub const HARD: u64 = 2 * SCENES.len() as u64;

pub fn history(seed: u64) -> History {
    let mut rng = Rng::with_seed(seed);
    let services: Vec<Goods> = (0..rng.usize(1..=8)).map(|_| goods(&mut rng)).collect();
    let settings = settings(&mut rng);
    let skew_seconds = if rng.u8(..3) == 0 { rng.i64(-LARGEST_SKEW..=LARGEST_SKEW) } else { 0 };
    let mut teller = Teller::new(rng, services, settings);
    if seed < HARD {
        let kind = SCENES.iter().cycle().nth(usize::try_from(seed).unwrap_or_default());
        for _ in 0..4 {
            kind.iter().for_each(|(scene, _)| scene(&mut teller));
        }
    } else {
        teller.first_payments();
        for _ in 0..teller.rng.usize(4..=10) {
            teller.scene();
        }
    }
    let Teller { services, settings, scenes, .. } = teller;
    History { seed, services, settings, skew_seconds, scenes }
}

/// Few licences, so that orders are alike.
fn goods(rng: &mut Rng) -> Goods {
    let item = 1001 + rng.u32(..2);
    let renews_itself = rng.u8(..4) == 0;
    let (tariff, cycles): (u32, &[&str]) = match rng.u8(..10) {
        0..6 => (BIT_NINJA, &["Monthly", "Monthly", "Semi-Annually", "Annually"]),
        6..8 => (DDOS_GUARD, &["Monthly", "Quarterly"]),
        _ => (CLOUD_LINUX, &["Monthly"]),
    };
    Goods { tariff, cycle: pick(rng, cycles), item, renews_itself }
}

fn settings(rng: &mut Rng) -> Map<String, Value> {
    let mut settings = Map::new();
    for (name, values) in SETTINGS {
        let value = pick(rng, values);
        if rng.u8(..10) < 3 {
            settings.insert(name.to_owned(), serde_json::from_str(value).unwrap_or_default());
        }
    }
    settings
}

fn pick<T: Copy + Default>(rng: &mut Rng, values: &[T]) -> T {
    rng.choice(values).copied().unwrap_or_default()
}
