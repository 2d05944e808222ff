//! Base matters, and the laws they cite.

use std::collections::HashSet;
use std::fmt::Write;

use fastrand::Rng;

use crate::province::words::{ACTS, ASPECTS, DEPARTMENTS, LAWS, PAPERS, STEPS, THINGS};

/// 基本目录事项: what a local matter of it repeats.
pub(super) struct Base {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) department: usize,
    /// Levels that exercise it.
    pub(super) levels: &'static [&'static str],
    /// Law and article.
    pub(super) basis: Vec<(&'static str, u32)>,
    pub(super) statutory: u32,
    pub(super) promised: u32,
    pub(super) papers: Vec<&'static str>,
}

pub(super) fn bases(dice: &mut Rng, count: usize) -> Vec<Base> {
    let mut names = HashSet::new();
    let mut serials = [[0u32; 12]; 5];
    let mut bases = Vec::with_capacity(count);
    while bases.len() < count {
        let (kind_place, department) = (dice.usize(..5), dice.usize(..12));
        let (kind, endings) = ACTS[kind_place];
        let name = name(dice, endings);
        let serial = &mut serials[kind_place][department];
        if *serial == 999 || !names.insert(name.clone()) {
            continue;
        }
        *serial += 1;
        let code = format!("00{kind}{}{serial:03}000", DEPARTMENTS[department].0);
        bases.push(base(dice, (code, name), kind, department));
    }
    bases
}

fn name(dice: &mut Rng, endings: &[&str]) -> String {
    let thing = THINGS[dice.usize(..THINGS.len())];
    let aspect = ASPECTS[dice.usize(..ASPECTS.len())];
    let ending = endings[dice.usize(..endings.len())];
    if dice.u8(..10) < 4 {
        let other = THINGS[dice.usize(..THINGS.len())];
        return format!("{thing}（含{other}）{aspect}{ending}");
    }
    format!("{thing}{aspect}{ending}")
}

fn base(
    dice: &mut Rng,
    (code, name): (String, String),
    kind: &'static str,
    department: usize,
) -> Base {
    let mut basis: Vec<(&str, u32)> = (0..dice.usize(1..4))
        .map(|_| {
            let (law, articles) = LAWS[dice.usize(..LAWS.len())];
            (law, dice.u32(1..=articles))
        })
        .collect();
    basis.sort_unstable();
    basis.dedup();
    let mut papers: Vec<&str> = PAPERS.into_iter().filter(|_| dice.u8(..10) < 4).collect();
    if papers.is_empty() {
        papers.push(PAPERS[0]);
    }
    let statutory = [10, 15, 20][dice.usize(..3)];
    Base {
        code,
        name,
        kind,
        department,
        levels: [&["2", "3", "4"][..], &["3", "4"], &["4"]][dice.usize(..3)],
        basis,
        statutory,
        promised: statutory / 2,
        papers,
    }
}

impl Base {
    pub(super) fn path(&self) -> String {
        format!("base/{}/{}.yaml", DEPARTMENTS[self.department].0, self.code)
    }

    pub(super) fn text(&self) -> String {
        let levels: Vec<String> = self
            .levels
            .iter()
            .map(|level| format!("\"{level}\""))
            .collect();
        let mut text = format!(
            "code: \"{}\"\nname: {}\ntype: \"{}\"\ndepartment: \"{}\"\nlevels: [{}]\n",
            self.code,
            self.name,
            self.kind,
            DEPARTMENTS[self.department].0,
            levels.join(", ")
        );
        text += &basis_text(&self.basis);
        text += &limits_text(self.statutory, self.promised);
        text += &papers_text(&self.papers);
        text += &self.guide();
        text += "visits: 0\nversion: 1\nstatus: \"1\"\n";
        text
    }

    /// What an applicant is told, the same wherever the matter is handled.
    pub(super) fn guide(&self) -> String {
        let name = &self.name;
        let mut text = format!(
            "served: [\"1\", \"2\"]\nacceptance_conditions: |-\n  申请人的{name}符合规定的条件，有与之相适应的人员、场所和设施。\n  材料真实、完整，签名或者盖章齐全。\nsteps:\n"
        );
        for (step, days, detail) in STEPS {
            let _ = write!(
                text,
                "  - name: {step}\n    days: {days}\n    detail: {detail}\n"
            );
        }
        let _ = write!(
            text,
            "handling_type: \"2\"\ncharged: false\nonline: true\nonline_depth: \"6\"\nresult_type: \"1\"\nresult_name: {name}证\nresult_sample: https://sample.example/result.png\nthemes_person: [\"040\"]\nthemes_corporate: [\"010\"]\n"
        );
        text
    }
}

pub(super) fn basis_text(basis: &[(&str, u32)]) -> String {
    let mut text = "legal_basis:\n".to_owned();
    for (law, article) in basis {
        let _ = writeln!(text, "  - law: {law}\n    article: {article}");
    }
    text
}

pub(super) fn limits_text(statutory: u32, promised: u32) -> String {
    format!(
        "statutory_limit:\n  days: {statutory}\n  unit: working\npromised_limit:\n  days: {promised}\n  unit: working\n"
    )
}

pub(super) fn papers_text(papers: &[&str]) -> String {
    let mut text = "materials:\n".to_owned();
    for paper in papers {
        let _ = write!(
            text,
            "  - name: {paper}\n    necessity: \"1\"\n    kind: \"1\"\n    format: \"3\"\n    copies: 1\n    source: \"10\"\n"
        );
    }
    text
}

pub(super) fn laws_file() -> String {
    let mut text = "laws:\n".to_owned();
    for (title, articles) in LAWS {
        let _ = write!(
            text,
            "  - title: {title}\n    rank: law\n    number: 样例第 {articles} 号\n    issuer: 样例机关\n    versions:\n      - {{published_on: \"2020-01-01\", effective_on: \"2020-03-01\", articles: {articles}, status: in_force}}\n"
        );
    }
    text
}
