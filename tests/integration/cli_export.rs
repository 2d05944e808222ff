//! `mulu export`: what is exported and imported again is the same to the byte.

use mulu::catalog::Catalog;
use mulu::catalog::standard::RecordKind;
use mulu::exchange::{self, Import};

use crate::sandbox::Sandbox;

fn catalog(sandbox: &Sandbox) -> Catalog {
    let root = mulu::store::Root::at(&sandbox.path()).unwrap();
    mulu::session::load(&root, &|_, _| ()).unwrap()
}

fn imported(catalog: &Catalog, bytes: &[u8], kind: Option<RecordKind>) -> Import {
    let tables = exchange::read(bytes).unwrap();
    let proposed = exchange::propose(catalog, &tables, kind);
    let import = exchange::import(catalog, &tables, &proposed.mapping, &|_, _| true);
    import.unwrap().unwrap()
}

fn assert_same(import: &Import, rows: usize) {
    let rejects = &import.rejects;
    assert!(rejects.is_empty(), "{rejects:#?}");
    assert_eq!((import.tally.rows, import.tally.same), (rows, rows));
    assert!(import.plan.is_empty());
}

fn bytes(sandbox: &Sandbox, file: &str) -> Vec<u8> {
    let run = sandbox.run(&["export", file]);
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    std::fs::read(sandbox.path().join(file)).unwrap()
}

/// The sample has mistakes in it on purpose: what is wrong comes back as wrong as it went.
#[test]
fn every_form_comes_back_without_a_change() {
    let sandbox = Sandbox::with_sample();
    let catalog = catalog(&sandbox);
    let count = |kind: RecordKind| exchange::records(&catalog, kind).count();
    let all: usize = RecordKind::ALL.into_iter().map(count).sum();
    assert!(all > 1000, "{all}");
    for file in ["all.xlsx", "all.json", "all.jsonl"] {
        assert_same(&imported(&catalog, &bytes(&sandbox, file), None), all);
    }
    sandbox.run(&["export", "tables", "--format", "csv", "--bom"]);
    for kind in RecordKind::ALL {
        let file = sandbox.path().join(format!("tables/{}.csv", kind.word()));
        assert_same(
            &imported(&catalog, &std::fs::read(file).unwrap(), None),
            count(kind),
        );
    }
}

/// What no file holds cannot come back; what the schema knows does, into a catalog that has no matters yet.
#[test]
fn a_catalog_is_made_anew_from_its_tables() {
    let sandbox = Sandbox::with_sample();
    let before = catalog(&sandbox);
    let json = bytes(&sandbox, "all.json");
    let registers = before
        .files()
        .iter()
        .filter(|file| !file.path.starts_with("base") && !file.path.starts_with("local"));
    let bare = Catalog::new(
        std::sync::Arc::clone(&before.standard),
        registers.cloned().collect(),
    );
    let import = imported(&bare, &json, None);
    let after: std::collections::HashMap<&str, &str> = import
        .plan
        .changes
        .iter()
        .filter_map(|change| Some((&*change.path, change.after.as_deref()?)))
        .collect();
    let mut same = 0;
    for (_, matter) in before.matters() {
        let Some(text) = after.get(&*matter.file.path) else {
            continue;
        };
        let again = mulu::yaml::read(*text);
        let fields = mulu::catalog::Field::all();
        let old = fields
            .filter_map(|field| matter.value(field))
            .map(mulu::yaml::Data::of);
        let root = again.root().unwrap();
        let fields = mulu::catalog::Field::all().filter(|field| matter.value(*field).is_some());
        let new = fields.map(|field| mulu::yaml::Data::of(root.get(field.key()).unwrap()));
        same += usize::from(old.eq(new));
    }
    assert!(
        same + import.rejects.len() >= before.matters().len() && import.rejects.len() < 20,
        "{same} {:#?}",
        import.rejects
    );
}

#[test]
fn a_cell_changed_in_the_workbook_is_the_one_field_that_changes() {
    let sandbox = Sandbox::with_catalog();
    sandbox.run(&["export", "local.csv", "--kind", "local"]);
    sandbox.replace("local.csv", "A12 窗口", "A13 窗口");
    let said = sandbox.say(&["import", "local.csv", "--diff"]);
    let changed = said.lines().filter(|line| {
        line.starts_with(['+', '-']) && !line.starts_with("---") && !line.starts_with("+++")
    });
    assert_eq!(changed.count(), 2, "{said}");
}

#[test]
fn no_cell_of_a_csv_is_a_formula() {
    let sandbox = Sandbox::with_catalog();
    sandbox.run(&["set", "000131002000", "remarks", "=HYPERLINK(1)"]);
    let said = sandbox.say(&["export", "-", "--format", "csv", "--kind", "base"]);
    assert!(
        said.contains("'=HYPERLINK(1)") && !said.contains(",=HYPERLINK"),
        "{said}"
    );
    insta::assert_snapshot!(sandbox.say(&["export", "all.csv"]), @"
    --- stderr
    错误：一个 csv 文件只放一种记录
    提示：用 --kind 选一种，或给一个文件夹（--format csv）
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["export", "all"]), @"
    --- stderr
    错误：看不出 all 要什么格式
    提示：用 --format 说明：xlsx、csv、json、jsonl、jsonld 或 ttl
    --- exit 2
    ");
}
