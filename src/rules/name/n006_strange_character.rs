//! N006: 名称里有看不见或形同实异的字符。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::name::flaw::{Flaw, flaw};
use crate::rules::name::lone_name;
use crate::rules::name::strange::{Strange, strange};
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N006",
        slug: "strange-character",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n006_strange_character.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| strange(name.value).is_some();
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let Some(Flaw::Strange(strange, mended)) = flaw(name.value, naming) else {
        return;
    };
    let point = |letter: char| format!("U+{:04X}", letter as u32);
    let (say, letter, one) = match strange {
        Strange::Hidden(letter) => ("hidden", point(letter), ' '),
        Strange::Private(letter) => ("private", point(letter), ' '),
        Strange::Lost => ("lost", point('\u{FFFD}'), ' '),
        Strange::Double(letter, one) => ("double", point(letter), one),
    };
    let one = one.to_string();
    let values = [("seen", name.value), ("letter", &*letter), ("one", &*one)];
    let said = report.at(name.span, say, &values);
    if matches!(strange, Strange::Hidden(_) | Strange::Double(..)) {
        let op = Op::Set {
            path: Path::key(Field::Name.key()),
            value: Data::Text(mended.clone()),
        };
        said.fix(Safety::Safe, op, "mend", &[("mended", &mended)]);
    }
}
