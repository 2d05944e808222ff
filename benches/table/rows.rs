//! What is measured, and what each figure is held to.

use std::fmt::{self, Write};
use std::process::Command;

use crate::ground::Ground;
use crate::process::Spent;

/// 条目: a process that is run, and how the ground is prepared for it.
pub(crate) struct Work {
    name: &'static str,
    command: fn(&Ground) -> Command,
    before: Before,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Nothing is kept.
    Cold,
    /// Fifty matters are not as they were; they are set back afterwards.
    Edited,
}

/// 行: what a process took, and what that is held to.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) spent: Spent,
    musts: Vec<Must>,
}

/// 要求: a figure, and how high it may be.
pub(crate) struct Must {
    pub(crate) of: &'static str,
    pub(crate) figure: f64,
    pub(crate) most: f64,
}

const READ: &str = "reading all files";
const PARSE: &str = "reading and parsing them";
const STATUS: &str = "git status";
const NAMES: &str = "git diff --name-only, 50 files";
const STAT: &str = "git diff --stat, 1 %";

/// Everything that is measured, in the order of the table.
pub(crate) fn works() -> [Work; 12] {
    let work = |name, command| Work {
        name,
        command,
        before: Before::Nothing,
    };
    let check = |ground: &Ground| ground.mulu(&["check"]);
    [
        work(READ, |ground| ground.this("--read")),
        work(PARSE, |ground| ground.this("--parse")),
        work(STATUS, |ground| {
            ground.at_home("git", &["status", "--porcelain"])
        }),
        work(NAMES, |ground| {
            ground.at_home("git", &["diff", "--name-only", "HEAD~1"])
        }),
        work(STAT, |ground| {
            ground.at_home("git", &["diff", "--stat", "HEAD~2", "HEAD~1"])
        }),
        Work {
            before: Before::Cold,
            ..work("check, cold", check)
        },
        work("check, warm", check),
        Work {
            before: Before::Edited,
            ..work("check, warm, 50 edited", check)
        },
        work("check --since, 50 files", |ground| {
            ground.mulu(&["check", "--since", "HEAD~1"])
        }),
        work("levels", |ground| ground.mulu(&["levels"])),
        work("score", |ground| ground.mulu(&["score"])),
        work("diff, 1 %", |ground| {
            ground.mulu(&["diff", "HEAD~2", "HEAD~1"])
        }),
    ]
}

impl Work {
    /// Runs it once.
    pub(crate) fn spend(&self, ground: &Ground) -> Spent {
        match self.before {
            Before::Nothing => {}
            Before::Cold => ground.empty_cache(),
            Before::Edited => ground.edit("\nvisits: ", "\nvisits: 1"),
        }
        let spent = Spent::of(&mut (self.command)(ground));
        if self.before == Before::Edited {
            ground.edit("\nvisits: 1", "\nvisits: ");
            Spent::of(&mut (self.command)(ground));
        }
        spent
    }
}

/// Holds what each took to what it is to be.
pub(crate) fn held(works: &[Work], spent: &[Spent]) -> Vec<Row> {
    let of = |name: &str| {
        let place = works.iter().position(|work| work.name == name);
        place.and_then(|place| spent.get(place)).copied()
    };
    let rows = works.iter().zip(spent).map(|(work, spent)| Row {
        name: work.name,
        spent: *spent,
        musts: musts(work.name, *spent, &of),
    });
    rows.collect()
}

fn musts(name: &str, spent: Spent, of: &dyn Fn(&str) -> Option<Spent>) -> Vec<Must> {
    let wall = |floor: &str| of(floor).map_or(f64::NAN, |floor| spent.wall / floor.wall);
    let cpu = |floor: &str| of(floor).map_or(f64::NAN, |floor| spent.cpu / floor.cpu);
    let must = |of, figure, most| Must { of, figure, most };
    let peak = spent.peak as f64 / f64::from(1 << 20);
    match name {
        "check, cold" => vec![
            must("CPU / parsing", cpu(PARSE), 1.3),
            must("wall / parsing", wall(PARSE), 1.2),
            must("MiB", peak, 1024.0),
        ],
        "check, warm" => vec![
            must("wall / git status", wall(STATUS), 1.0),
            must("MiB", peak, 400.0),
        ],
        "check, warm, 50 edited" => vec![must("wall / git status", wall(STATUS), 1.2)],
        "check --since, 50 files" => {
            let limit = of(NAMES).map_or(f64::NAN, |names| names.wall * 2e3 + 50.0);
            vec![must("ms", spent.wall * 1e3, limit)]
        }
        "levels" | "diff, 1 %" => vec![must("wall / git diff --stat", wall(STAT), 2.0)],
        _ => Vec::new(),
    }
}

impl fmt::Display for Must {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Must { of, figure, most } = self;
        let is_met = if figure <= most { "met" } else { "NOT MET" };
        write!(f, "{figure:.2} {of}, must {most:.2}: {is_met}")
    }
}

/// The table as text.
pub(crate) fn shown(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<32}{:>10}{:>10}{:>9}  held to\n",
        "", "wall ms", "CPU ms", "peak MB"
    );
    for row in rows {
        let Spent { wall, cpu, peak } = row.spent;
        let (wall, cpu, peak) = (wall * 1e3, cpu * 1e3, peak / 1_000_000);
        let musts: Vec<String> = row.musts.iter().map(Must::to_string).collect();
        let musts = musts.join("; ");
        let _ = writeln!(
            text,
            "{:<32}{wall:>10.1}{cpu:>10.0}{peak:>9}  {musts}",
            row.name
        );
    }
    text
}
