//! Flaws of a single file: a few local matters in which nothing else was planted get one each.

use fastrand::Rng;

use crate::province::Province;

type Spoil = fn(&str) -> String;

/// How a text is spoilt, and the rule that is to say so.
const FLAWS: [(&str, Spoil); 8] = [
    ("S003", |text| format!("\u{FEFF}{text}")),
    ("S004", |text| text.replace('\n', "\r\n")),
    ("S005", |text| text.replacen("\nvisits:", "\n\tvisits:", 1)),
    ("S006", |text| text.replacen("\nplace: ", "\nplace: \"", 1)),
    ("S007", |text| format!("{text}version: 1\n")),
    ("S012", |text| format!("{text}remark_of_clerk: 无\n")),
    ("S016", |text| {
        text.replacen("\nstatus: \"1\"", "\nstatus: 1", 1)
    }),
    ("S022", |text| {
        text.replacen("online_url: https://", "online_url: ", 1)
    }),
];

impl Province {
    /// Spoils so many of a thousand local matters.
    #[must_use]
    pub(crate) fn with_flaws(mut self, seed: u64, of_thousand: u32) -> Province {
        let mut dice = Rng::with_seed(seed);
        let planted = self.findings.iter().map(|(path, _)| path.clone());
        let planted: std::collections::HashSet<String> = planted.collect();
        for (path, text) in &mut self.files {
            let is_local = path.starts_with("local/") && !planted.contains(path);
            if is_local && dice.u32(..1000) < of_thousand {
                let (rule, spoil) = FLAWS[dice.usize(..FLAWS.len())];
                *text = spoil(text);
                self.findings.push((path.clone(), rule));
            }
        }
        self
    }
}
