//! L022: 法律法规登记在别的位阶的文件里。

use crate::catalog::File;
use crate::catalog::standard::Rank;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::ranks::described;
use crate::rules::law::register::laws;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L022",
        slug: "misfiled-law",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l022_misfiled_law.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let ranks = &catalog.standard.tables.legal_basis.ranks;
    // A file of any other name may hold what its keepers like.
    let here = ranks.iter().find(|rank| is_file_of(rank, file));
    let Some(here) = here else { return };
    for law in laws(file, report) {
        let rank = described(law.rank(), &catalog.standard);
        let Some(rank) = rank.filter(|rank| rank.word != here.word) else {
            continue;
        };
        let values = [
            ("law", law.title()),
            ("rank", &*rank.zh),
            ("rank_en", &*rank.en),
            ("right", &*rank.file),
        ];
        report.at(law.key_span("rank"), "misfiled", &values);
    }
}

fn is_file_of(rank: &Rank, file: &File) -> bool {
    file.path.strip_prefix("laws/") == Some(&*rank.file)
}
