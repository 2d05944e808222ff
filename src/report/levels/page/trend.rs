//! How the score went, as a line: drawn in whole numbers, so that it is the same on every machine.

use std::ops::Range;

use crate::levels::Score;
use crate::report::levels::page::shown;
use crate::report::{Past, percent};

const LEFT: usize = 56;
const WIDE: usize = 560;
const TOP: usize = 16;
const HIGH: usize = 100;

/// 趋势: the score at each commit.
pub(super) struct Trend {
    /// Stretches of the line; a commit that cannot be read breaks it.
    pub(super) lines: Vec<String>,
    pub(super) points: Vec<Point>,
    pub(super) highest: String,
    pub(super) lowest: String,
    pub(super) commits: Vec<Commit>,
}

/// One commit on the line.
pub(super) struct Point {
    pub(super) across: usize,
    pub(super) down: usize,
    pub(super) title: String,
}

/// One commit in the table.
pub(super) struct Commit {
    pub(super) day: String,
    pub(super) id: String,
    pub(super) subject: String,
    /// Empty if it cannot be read.
    pub(super) share: String,
    pub(super) departing: String,
}

/// The line of a history; `None` if there is nothing to draw.
pub(super) fn trend(history: &[Past]) -> Option<Trend> {
    let known = history.iter().filter_map(|past| past.score);
    let lowest = known.clone().min_by_key(Score::per_mille)?;
    let highest = known.max_by_key(Score::per_mille)?;
    let range = lowest.per_mille()..highest.per_mille();
    let points: Vec<Option<Point>> = history
        .iter()
        .enumerate()
        .map(|(place, past)| point(past, place, history.len(), &range))
        .collect();
    let stretches = points.split(Option::is_none);
    let stretches = stretches.filter(|points| points.len() > 1);
    Some(Trend {
        lines: stretches.map(stretch).collect(),
        highest: percent(&highest),
        lowest: percent(&lowest),
        points: points.into_iter().flatten().collect(),
        commits: history.iter().map(commit).collect(),
    })
}

fn point(past: &Past, place: usize, count: usize, range: &Range<usize>) -> Option<Point> {
    let score = past.score?;
    let below = range.end - score.per_mille();
    let down = (below * HIGH).checked_div(range.end - range.start);
    let across = (place * WIDE).checked_div(count - 1);
    Some(Point {
        across: LEFT + across.unwrap_or(WIDE / 2),
        down: TOP + down.unwrap_or(HIGH / 2),
        title: format!("{} {}", past.day, percent(&score)),
    })
}

fn stretch(points: &[Option<Point>]) -> String {
    let points = points.iter().flatten();
    let points: Vec<String> = points
        .map(|point| format!("{},{}", point.across, point.down))
        .collect();
    points.join(" ")
}

fn commit(past: &Past) -> Commit {
    let score = past.score.as_ref();
    Commit {
        day: past.day.clone(),
        id: past.id.clone(),
        subject: shown(&past.subject),
        share: score.map(percent).unwrap_or_default(),
        departing: score.map_or_else(String::new, |score| score.departing.to_string()),
    }
}
