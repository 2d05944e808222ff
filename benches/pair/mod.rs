//! Two commands in one run: how long each takes, and how their times stand to each other.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs two commands in turn and prints medians and the median of the paired ratios; gives the medians in seconds.
pub(crate) fn compare(
    rounds: usize,
    (name, command): (&str, &mut Command),
    (other_name, other): (&str, &mut Command),
) -> (f64, f64) {
    time(command);
    time(other);
    let pairs: Vec<(Duration, Duration)> =
        (0..rounds).map(|_| (time(command), time(other))).collect();
    let ratios = pairs
        .iter()
        .map(|(mine, theirs)| mine.as_secs_f64() / theirs.as_secs_f64());
    let mine = median(pairs.iter().map(|(mine, _)| mine.as_secs_f64()));
    let theirs = median(pairs.iter().map(|(_, theirs)| theirs.as_secs_f64()));
    println!(
        "{name}: {:.1} ms; {other_name}: {:.1} ms; ratio {:.2}",
        mine * 1e3,
        theirs * 1e3,
        median(ratios)
    );
    (mine, theirs)
}

/// Runs a command to its end, unheard.
pub(crate) fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the command starts");
    assert!(
        status.code().is_some_and(|code| code < 2),
        "{command:?} failed"
    );
    start.elapsed()
}

/// The middle one of some figures.
pub(crate) fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
