//! Levels side by side, on the bundled catalog, whose planted differences are listed in a file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};
use mulu::catalog::{Catalog, File, MatterId};
use mulu::change::{Intent, plan};
use mulu::levels::{
    Action, Departure, Gap, Ruling, Standing, adopt_from, align, consensus, counts, decide, matrix,
    proposal, scores, siblings, survey,
};
use mulu::yaml;
use serde::Deserialize;

use crate::stage::{Example, TODAY, catalog, files, stage};

/// The day after the approvals of these tests end.
const AFTERWARDS: Date = date(2027, 1, 1);

/// One planted difference.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what differs is for the reader of the list")]
struct Planted {
    path: String,
    field: String,
    what: String,
}

#[test]
fn every_planted_difference_is_found_and_nothing_besides() {
    let catalog = bundled();
    let found: BTreeSet<(String, String)> = survey(&catalog, TODAY)
        .iter()
        .filter(|departure| counts(&catalog, departure))
        .map(|departure| {
            let path = &catalog.matter(departure.lower).file.path;
            (
                path.to_string(),
                departure.difference.field.key().to_owned(),
            )
        })
        .collect();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/planted.yaml");
    let planted: Vec<Planted> = serde_yaml::from_str(&fs::read_to_string(list).unwrap()).unwrap();
    let planted: BTreeSet<(String, String)> = planted
        .into_iter()
        .map(|planted| (planted.path, planted.field))
        .collect();
    let missed: Vec<_> = planted.difference(&found).collect();
    let besides: Vec<_> = found.difference(&planted).collect();
    assert!(
        missed.is_empty() && besides.is_empty(),
        "missed {missed:#?}\nbesides {besides:#?}"
    );
}

fn bundled() -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let bytes = files(&folder)
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()));
    catalog(bytes.collect())
}

/// The stage with a county that promises more days than the base catalog.
fn longer_promise() -> Catalog {
    local("promised_limit: {days: 15, unit: working} # 原为 10 日\n")
}

/// The stage with something changed in one county's matter.
fn local(lines: &str) -> Catalog {
    Example::read("", &format!("# {LOCAL}\n{lines}")).catalog(&stage())
}

const LOCAL: &str = "local/330106/11330106002500033X4000123001000.yaml";
const CITY: &str = "local/330100/1133010000249002393000123001000.yaml";
const BASE: &str = "base/23/000123001000.yaml";

fn ruling(action: Action) -> Ruling {
    Ruling {
        action,
        by: "张三".to_owned(),
        on: TODAY,
        reason: "本地人手不足".to_owned(),
        legal_reason: "《优化营商环境条例》第三十六条".to_owned(),
        until: Some(date(2026, 12, 31)),
    }
}

/// The catalog once the intents are carried out.
fn changed(catalog: &Catalog, intents: &[Intent]) -> Catalog {
    let plan = plan(catalog, intents).unwrap();
    let after = plan.changes.iter().map(|change| {
        let text = change.after.clone().unwrap();
        Arc::new(File::new(&change.path, yaml::read(text)))
    });
    catalog.with_files(after.collect(), &[])
}

fn decided(catalog: &Catalog, action: Action) -> Catalog {
    let found = longer(catalog, TODAY).unwrap();
    changed(catalog, &decide(catalog, &[&found], &ruling(action)))
}

/// The county's difference.
fn longer(catalog: &Catalog, today: Date) -> Option<Departure<'_>> {
    let found = survey(catalog, today).into_iter();
    let mut found = found.filter(|found| *catalog.matter(found.lower).file.path == *LOCAL);
    found.next()
}

fn text(catalog: &Catalog, path: &str) -> String {
    catalog.file(path).unwrap().document().text().to_string()
}

fn standing_on(catalog: &Catalog, today: Date) -> &'static str {
    match longer(catalog, today).unwrap().standing {
        Standing::Open => "open",
        Standing::Decided(_) => "decided",
        Standing::Changed(_) => "changed",
        Standing::Lapsed(_) => "lapsed",
    }
}

#[test]
fn an_approval_holds_until_its_day_and_no_longer() {
    let before = longer_promise();
    assert_eq!(standing_on(&before, TODAY), "open");
    let after = decided(&before, Action::Approve);
    assert_eq!(standing_on(&after, TODAY), "decided");
    assert_eq!(standing_on(&after, date(2026, 12, 31)), "decided");
    assert_eq!(standing_on(&after, AFTERWARDS), "lapsed");
    assert!(longer(&after, TODAY).unwrap().standing.is_approved());
    let added = text(&after, LOCAL).replacen(&text(&before, LOCAL), "", 1);
    insta::assert_snapshot!(added, @r#"
    decisions:
      - field: promised_limit
        action: approve
        by: 张三
        "on": "2026-03-01"
        reason: 本地人手不足
        legal_reason: 《优化营商环境条例》第三十六条
        until: "2026-12-31"
        fingerprint: "a4c772f81df4c808"
    "#);
}

#[test]
fn an_approval_is_void_when_either_side_changes() {
    let approved = decided(&longer_promise(), Action::Approve);
    let set = |path: &str, days: i64| {
        let op = yaml::Op::Set {
            path: yaml::Path::key("promised_limit").then_key("days"),
            value: yaml::Data::Int(days),
        };
        let path = path.into();
        changed(&approved, &[Intent::Edit { path, op }])
    };
    assert_eq!(standing_on(&set(LOCAL, 16), TODAY), "changed");
    assert_eq!(standing_on(&set(CITY, 7), TODAY), "changed");
    assert_eq!(standing_on(&set(LOCAL, 15), TODAY), "decided");
}

#[test]
fn what_is_adopted_is_inherited_again() {
    let before = longer_promise();
    let after = decided(&before, Action::Adopt);
    assert!(longer(&after, TODAY).is_none());
    assert!(!text(&after, LOCAL).contains("promised_limit:"));
    assert!(text(&after, LOCAL).contains("action: adopt"));
}

#[test]
fn a_second_decision_takes_the_place_of_the_first() {
    let skipped = decided(&longer_promise(), Action::Skip);
    let approved = decided(&skipped, Action::Approve);
    let text = text(&approved, LOCAL);
    assert!(
        !text.contains("skip") && text.matches("field: promised_limit").count() == 1,
        "{text}"
    );
}

#[test]
fn a_proposal_asks_for_the_departing_value_above() {
    let before = longer_promise();
    let asked = proposal(&before, &longer(&before, TODAY).unwrap()).unwrap();
    assert_eq!(asked.path(), CITY);
    let after = changed(&before, &[asked]);
    assert!(longer(&after, TODAY).is_none());
}

#[test]
fn a_siblings_value_can_be_taken() {
    let before = longer_promise();
    let base = before.base("000123001000").unwrap();
    let found = longer(&before, TODAY).unwrap();
    let after = changed(&before, &adopt_from(&before, &found, base));
    assert!(longer(&after, TODAY).is_none());
    assert!(text(&after, LOCAL).contains("promised_limit: {days: 10, unit: working}"));
}

#[test]
fn decisions_on_many_matters_are_one_change() {
    let catalog = bundled();
    let found = survey(&catalog, TODAY);
    let all: Vec<&Departure<'_>> = found.iter().collect();
    let approved = changed(&catalog, &decide(&catalog, &all, &ruling(Action::Approve)));
    let after = survey(&approved, TODAY);
    assert_eq!(after.len(), found.len());
    assert!(
        after
            .iter()
            .all(|departure| departure.standing.is_approved())
    );
    let adopted = changed(&catalog, &decide(&catalog, &all, &ruling(Action::Adopt)));
    assert!(survey(&adopted, TODAY).len() < found.len() / 10);
}

#[test]
fn every_local_matter_is_claimed_or_said_to_be_unlinked() {
    let catalog = bundled();
    let alignment = align(&catalog);
    let claimed: usize = alignment
        .claims
        .iter()
        .map(|claim| claim.locals.len())
        .sum();
    assert_eq!(claimed + alignment.unlinked.len(), 575);
    assert!(alignment.doubts.is_empty());
    assert!(alignment.unlinked.is_empty());
}

#[test]
fn a_matter_with_an_unknown_code_is_found_by_its_name() {
    let catalog =
        local("base_code: \"000123001099\"\nname: 公共场所卫生许可（县级）\ntype: \"01\"\n");
    let alignment = align(&catalog);
    let [one] = alignment.unlinked.as_slice() else {
        panic!("{:?}", alignment.unlinked);
    };
    assert_eq!(one.code, Gap::Unknown);
    let meant = one.meant().unwrap();
    assert_eq!(&*catalog.matter(meant.base).file.path, BASE);
    assert_eq!(meant.likeness.confidence, 100);
}

#[test]
fn a_name_of_another_base_matter_is_a_doubt() {
    let catalog = local("name: 普通护照签发\n");
    let name = catalog
        .base("000109001000")
        .and_then(|id| catalog.matter(id).name());
    let catalog = local(&format!("name: {}\n", name.unwrap().value));
    assert_eq!(align(&catalog).doubts.len(), 1);
}

#[test]
fn the_odd_one_out_is_seen_beside_its_siblings() {
    let catalog = bundled();
    let found = survey(&catalog, TODAY);
    let beside = |departure: &Departure<'_>| {
        let siblings = siblings(&catalog, departure.lower);
        consensus(&catalog, &siblings, departure.difference.field)
    };
    let is_odd = |departure: &&Departure<'_>| {
        let consensus = beside(departure);
        let majority = consensus.majority();
        let is_against =
            majority.is_some_and(|majority| !majority.matters.contains(&departure.lower));
        is_against && consensus.share(departure.lower) < 50
    };
    let odd = found.iter().find(is_odd).unwrap();
    let consensus = beside(odd);
    let counted: usize = consensus.camps.iter().map(|camp| camp.matters.len()).sum();
    assert_eq!(counted, consensus.total);
}

#[test]
fn the_matrix_has_a_column_for_each_level_and_says_where_each_value_comes_from() {
    let catalog = longer_promise();
    let base = catalog.base("000123001000").unwrap();
    let matrix = matrix(&catalog, base, &|_| true, TODAY);
    let paths: Vec<&str> = matrix
        .columns
        .iter()
        .map(|id| &*catalog.matter(*id).file.path)
        .collect();
    assert_eq!(
        paths,
        [
            BASE,
            "local/330100/1133010000249002393000123001000.yaml",
            LOCAL
        ]
    );
    let row = matrix
        .rows
        .iter()
        .find(|row| row.field.key() == "promised_limit")
        .unwrap();
    let own: Vec<bool> = row.cells.iter().map(|cell| cell.is_own).collect();
    assert_eq!(own, [true, true, true]);
    let differs = |id: usize| row.cells[id].difference.is_some();
    assert!(!differs(0) && differs(1) && differs(2));
}

#[test]
fn the_score_counts_what_is_equal_and_what_is_approved() {
    let catalog = longer_promise();
    let before = scores(&catalog, TODAY).whole;
    assert_eq!((before.departing, before.approved), (1, 0));
    let approved = decided(&catalog, Action::Approve);
    let after = scores(&approved, TODAY).whole;
    assert_eq!(
        (after.compared, after.departing, after.approved),
        (before.compared, 1, 1)
    );
    let clean = scores(&local(""), TODAY).whole;
    assert_eq!(
        (clean.compared, clean.departing, clean.per_mille()),
        (before.compared, 0, 1000)
    );
}

/// No difference is the fault of a matter that only has what the base catalog has.
#[test]
fn who_follows_the_base_catalog_never_departs() {
    let catalog = bundled();
    let found = survey(&catalog, TODAY);
    let ids: BTreeSet<MatterId> = found.iter().map(|departure| departure.lower).collect();
    assert!(ids.len() < 400);
}
