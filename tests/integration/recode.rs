//! A local matter gets another base code: codes and file name follow, and nothing else.

use std::path::Path;
use std::sync::Arc;

use mulu::catalog::{Catalog, File};
use mulu::change::{Plan, plan, recode};
use mulu::yaml;

use crate::stage::{Example, Files, catalog, files, findings, stage};

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

/// Every local matter of the bundled catalog, its codes broken, gets them back byte for byte.
#[test]
fn every_bundled_matter_gets_its_codes_back() {
    const WRONG: &str = "999999999999";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let whole = files(&folder);
    let mut broken = whole.clone();
    let mut pairs = Vec::new();
    let right = bundled(whole.clone());
    // A code that is wrong already would be put right.
    let is_right = |path: &str, base: &str| {
        let recoded = recode(&right, right.matter_at(path).unwrap(), base);
        recoded.is_ok_and(|intents| plan(&right, &intents).is_ok_and(|plan| plan.is_empty()))
    };
    for (path, text) in whole.iter().filter(|(path, _)| path.starts_with("local/")) {
        let (folder, code) = path.trim_end_matches(".yaml").rsplit_once('/').unwrap();
        let base = code.get(19..).unwrap_or("");
        if !is_right(path, base) {
            continue;
        }
        let wrong = format!("{}{WRONG}", &code[..19]);
        let stray = text
            .replace(&format!("code: \"{code}"), &format!("code: \"{wrong}"))
            .replace(
                &format!("base_code: \"{base}\""),
                &format!("base_code: \"{WRONG}\""),
            );
        broken.remove(path);
        let at = format!("{folder}/{wrong}-{base}.yaml");
        broken.insert(at.clone(), stray);
        pairs.push((at, base.to_owned(), path, text));
    }
    assert!(pairs.len() > 500);
    let catalog = bundled(broken);
    for (at, base, path, text) in pairs {
        let id = catalog.matter_at(&at).unwrap();
        let plan = plan(&catalog, &recode(&catalog, id, &base).unwrap()).unwrap();
        let new = &plan.changes[0];
        assert_eq!(
            (&*new.path, new.after.as_deref()),
            (path.as_str(), Some(text.as_str()))
        );
    }
}

fn bundled(files: Files) -> Catalog {
    let bytes = files.into_iter();
    catalog(
        bytes
            .map(|(path, text)| (path, text.into_bytes()))
            .collect(),
    )
}
