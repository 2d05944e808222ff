//! A local matter gets another base code: codes and file name follow, and nothing else.

use std::sync::Arc;

use mulu::catalog::{Catalog, File};
use mulu::change::{Plan, plan, recode};
use mulu::yaml;

use crate::stage::{Example, findings, stage};

const LOCAL: &str = "local/330106/11330106002500033X4000123001000.yaml";
const STRAY: &str = "local/330106/11330106002500033X4000123001099.yaml";
const BASE: &str = "000123001000";

/// The stage with the county's matter under a code that the base catalog does not have.
fn stray(edit: impl Fn(String) -> String) -> Catalog {
    let mut files = stage();
    let text = files.remove(LOCAL).unwrap().replace(BASE, "000123001099");
    let text = edit(format!("# 开头\n\n{text}# 结尾"));
    files.insert(STRAY.to_owned(), text);
    Example::read("", "").catalog(&files)
}

fn recoded(catalog: &Catalog) -> Plan {
    let id = catalog.matter_at(STRAY).unwrap();
    plan(catalog, &recode(catalog, id, BASE).unwrap()).unwrap()
}

#[test]
fn every_byte_but_the_codes_stays() {
    let catalog = stray(|text| text);
    let plan = recoded(&catalog);
    let [new, old] = plan.changes.as_slice() else {
        panic!("{plan:?}");
    };
    assert_eq!((&*new.path, &*old.path), (LOCAL, STRAY));
    let before = old.before.as_deref().unwrap();
    assert_eq!(
        new.after.as_deref().unwrap(),
        before.replace("000123001099", BASE)
    );
    assert_eq!(old.after, None);
}

#[test]
fn the_catalog_is_clean_afterwards() {
    let catalog = stray(|text| text);
    assert!(!findings(&catalog).is_empty());
    let plan = recoded(&catalog);
    let file = |text: &Arc<str>| Arc::new(File::new(LOCAL, yaml::read(text.to_string())));
    let files = plan
        .changes
        .iter()
        .filter_map(|change| change.after.as_ref());
    let after = catalog.with_files(files.map(file).collect(), &[STRAY]);
    let found: Vec<_> = findings(&after).iter().map(|one| one.rule).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_is_missing_is_put_where_it_belongs() {
    let line = "base_code: \"000123001099\"\n";
    let plan = recoded(&stray(|text| text.replace(line, "")));
    let after = plan.changes[0].after.clone().unwrap();
    assert!(after.contains(&format!("base_code: \"{BASE}\"")), "{after}");
    let place = |key: &str| after.find(key).unwrap();
    assert!(place("\ncode:") < place("\nbase_code:"), "{after}");
    assert!(place("\nbase_code:") < place("\nlevel:"), "{after}");
}

#[test]
fn a_body_that_would_lead_out_of_the_catalog_is_refused() {
    let body = "body: \"11330106002500033X\"";
    let catalog = stray(|text| {
        assert!(text.contains(body));
        text.replace(body, "body: \"../../../../x\"")
    });
    let id = catalog.matter_at(STRAY).unwrap();
    assert!(recode(&catalog, id, BASE).is_err());
}
