//! What must hold after any sequence of billing calls, control calls, clock jumps and faults.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at once, its helping functions too"
)]

mod answers;
mod books;
mod steps;
mod walk;

use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::steps::steps;
use crate::walk::Walk;

/// So many walks fit into a test run of some seconds.
fn some_walks() -> Config {
    Config { cases: 80, max_shrink_iters: 2000, ..Config::default() }
}

proptest! {
    #![proptest_config(some_walks())]

    #[test]
    fn the_books_agree_with_the_services_after_any_walk(steps in steps()) {
        let mut walk = Walk::begin();
        let mut books = books::Books::open(&mut walk);
        for step in &steps {
            let answer = walk.take(step);
            books.check(&mut walk, step, answer.as_ref());
        }
    }

    #[test]
    fn the_same_calls_give_the_same_answers_also_after_a_restore(steps in steps()) {
        let mut one = Walk::begin();
        let mut other = Walk::begin();
        for (number, step) in steps.iter().enumerate() {
            if number == steps.len() / 2 {
                other = other.restored();
            }
            prop_assert_eq!(one.take(step), other.take(step));
        }
        prop_assert_eq!(one.everything(), other.everything());
    }

    #[test]
    fn every_output_carries_the_same_data(steps in steps(), reading in answers::reading()) {
        let mut walk = Walk::begin();
        for step in &steps {
            walk.take(step);
        }
        answers::check(&mut walk, &reading);
    }
}
