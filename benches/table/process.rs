//! What a process takes until it ends: by the clock, of all processors, and of memory at most.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// 耗费: seconds and bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spent {
    pub(crate) wall: f64,
    /// Of all processors, in user and in kernel mode; to a hundredth of a second.
    pub(crate) cpu: f64,
    pub(crate) peak: usize,
}

impl Spent {
    /// Runs a command to its end, unheard.
    pub(crate) fn of(command: &mut Command) -> Spent {
        let (start, before) = (Instant::now(), children());
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command starts");
        let (code, peak) = watched(&mut child);
        assert!(code.is_some_and(|code| code < 2), "{command:?} failed");
        Spent {
            wall: start.elapsed().as_secs_f64(),
            cpu: children() - before,
            peak,
        }
    }

    /// The middle of each figure.
    pub(crate) fn median(all: &[Spent]) -> Spent {
        let middle = |figure: fn(&Spent) -> f64| {
            let mut figures: Vec<f64> = all.iter().map(figure).collect();
            figures.sort_by(f64::total_cmp);
            figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
        };
        Spent {
            wall: middle(|spent| spent.wall),
            cpu: middle(|spent| spent.cpu),
            peak: all.iter().map(|spent| spent.peak).max().unwrap_or(0),
        }
    }
}

/// Waits for a process to end; its exit code, and the most memory it had.
fn watched(child: &mut Child) -> (Option<i32>, usize) {
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(child.id()).unwrap_or(0));
        match child.try_wait().expect("a child of ours") {
            Some(status) => return (status.code(), peak),
            None => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// The most memory that a process has had so far, in bytes; Linux tells it.
fn high_water(process: u32) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<usize>().ok()? * 1024)
}

/// Seconds that the processes which ended so far have worked; Linux tells it, in hundredths.
fn children() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name, in brackets, may hold anything; what is wanted are the 14th and 15th figures after it.
    let after = told.rsplit(") ").next().unwrap_or("");
    let figures = after.split(' ').skip(13).take(2);
    let ticks: f64 = figures
        .filter_map(|figure| figure.parse::<f64>().ok())
        .sum();
    ticks / 100.0
}
