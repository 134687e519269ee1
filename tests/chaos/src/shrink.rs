//! Makes a failing history shorter while it still fails.

use anyhow::Result;

use crate::history::History;
use crate::run::run;
use crate::stage::Stage;

/// Processes are not scheduled alike each time: a shorter history counts as good only when it passed so often.
const TRIES: usize = 3;

/// The shortest history found by taking out scenes and then single steps, and how often the given one failed of how many runs.
pub fn shrink(stage: &mut Stage, history: &History) -> Result<(History, usize, usize)> {
    let mut failures = 0;
    for _ in 0..TRIES {
        failures += usize::from(!run(stage, history)?.violations.is_empty());
    }
    let mut shortest = history.clone();
    if failures == 0 {
        return Ok((shortest, 0, TRIES));
    }
    for position in (0..shortest.scenes.len()).rev() {
        let mut shorter = shortest.clone();
        shorter.scenes.remove(position);
        if fails(stage, &shorter)? {
            shortest = shorter;
        }
    }
    for scene in (0..shortest.scenes.len()).rev() {
        let steps = shortest.scenes.get(scene).map_or(0, |scene| if scene.is_whole { 0 } else { scene.steps.len() });
        for position in (0..steps).rev() {
            let mut shorter = shortest.clone();
            if let Some(scene) = shorter.scenes.get_mut(scene) {
                scene.steps.remove(position);
            }
            if fails(stage, &shorter)? {
                shortest = shorter;
            }
        }
    }
    Ok((shortest, failures, TRIES))
}

fn fails(stage: &mut Stage, history: &History) -> Result<bool> {
    for _ in 0..TRIES {
        if !run(stage, history)?.violations.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}
