//! Who may change what, on a small manifest.

use std::sync::Arc;

use super::*;
use crate::catalog::{File, Registers};
use crate::yaml;

const MANIFEST: &str = r#"
signed: [base, approvals]
editors:
  - name: 省政务办
    emails: ["*@zj.example"]
    edits: [{files: [all]}]
  - name: 杭州市政务办
    emails: [hz@hz.example]
    edits:
      - {divisions: ["330100"], levels: ["3"]}
      - {divisions: ["330100"], departments: ["23"], types: ["01"]}
    approves: [{divisions: ["330100"]}]
"#;
const DIVISIONS: &str = r#"
divisions:
  - {code: "330000", name: 省, level: "2"}
  - {code: "330100", name: 市, level: "3", parent: "330000"}
  - {code: "330106", name: 区, level: "4", parent: "330100"}
  - {code: "339005", name: 飞地, level: "4", parent: "330100"}
"#;

fn file(path: &str, text: &str) -> Arc<File> {
    Arc::new(File::new(path, yaml::read(text)))
}

fn registers() -> Registers {
    let files = [
        file("mulu.yaml", MANIFEST),
        file("divisions.yaml", DIVISIONS),
    ];
    Registers::read(files.iter())
}

fn who(belonging: &Belonging) -> Vec<String> {
    let registers = registers();
    let found = registers.manifest.remit.who_edits(belonging, &registers);
    found
        .into_iter()
        .map(|editor| editor.name.clone())
        .collect()
}

fn local(path: &str, text: &str) -> Belonging {
    Belonging::of_file(&file(path, text))
}

#[test]
fn all_that_a_line_states_must_hold_and_one_line_is_enough() {
    let both = ["省政务办", "杭州市政务办"];
    let province = ["省政务办"];
    assert_eq!(who(&local("local/330100/x.yaml", "{}")), both);
    assert_eq!(who(&local("local/330106/x.yaml", "{}")), province);
    let health = "base_code: \"000123001000\"\n";
    assert_eq!(who(&local("local/330106/x.yaml", health)), both);
    assert_eq!(who(&local("local/339005/x.yaml", health)), both);
    let other = "base_code: \"000109001000\"\n";
    assert_eq!(who(&local("local/330106/x.yaml", other)), province);
    assert_eq!(who(&local("base/23/000123001000.yaml", "{}")), province);
    assert_eq!(who(&Belonging::of_area(Area::Schemas)), province);
}

#[test]
fn a_field_at_odds_with_its_folder_opens_no_door() {
    let province = ["省政务办"];
    assert_eq!(
        who(&local("local/330000/x.yaml", "division: \"330100\"\n")),
        province
    );
    assert_eq!(
        who(&local("local/330100/x.yaml", "division: \"330000\"\n")),
        province
    );
    let punishment = "base_code: \"000223001000\"\ntype: \"01\"\n";
    assert_eq!(who(&local("local/330106/x.yaml", punishment)), province);
}

#[test]
fn a_division_that_is_not_registered_lies_where_its_digits_say() {
    let registers = registers();
    assert!(lies_in(&registers, "330199", "330100"));
    assert!(lies_in(&registers, "330106001", "330106"));
    assert!(lies_in(&registers, "339005", "330100"));
    assert!(!lies_in(&registers, "330106", "330199"));
    assert!(!lies_in(&registers, "339005", "339000"));
}

#[test]
fn a_domain_stands_for_its_addresses_and_for_no_other_domain() {
    let remit = registers().manifest.remit;
    let names = |email| {
        let found = remit.of_email(email).into_iter();
        found.map(|editor| editor.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("Zhang@ZJ.example"), ["省政务办"]);
    assert_eq!(names("zhang@x.zj.example"), Vec::<String>::new());
    assert_eq!(names("zhang@hz.example"), Vec::<String>::new());
    assert_eq!(names("HZ@hz.example"), ["杭州市政务办"]);
    assert_eq!(names(""), Vec::<String>::new());
}

#[test]
fn a_line_covers_one_that_fits_no_more() {
    let registers = registers();
    let line = |text: &str| Line::read(yaml::read(text).root().unwrap());
    let city = line("{divisions: [\"330100\"]}");
    assert!(city.covers(
        &line("{divisions: [\"330106\"], types: [\"01\"]}"),
        &registers
    ));
    assert!(!city.covers(&line("{divisions: [\"330000\"]}"), &registers));
    assert!(!city.covers(&line("{}"), &registers));
    assert!(!city.covers(
        &line("{files: [local, base], divisions: [\"330100\"]}"),
        &registers
    ));
    assert!(line("{files: [all]}").covers(&city, &registers));
}

#[test]
fn of_a_register_the_entries_that_differ_are_touched() {
    let before = file(
        "bodies.yaml",
        "bodies:\n  - {code: a, division: \"330100\"}\n  - {code: b, division: \"330106\"}\n",
    );
    let after = file(
        "bodies.yaml",
        "bodies:\n  - {code: a, division: \"330100\"}\n  - {code: b, division: \"330106\", name: 新}\n",
    );
    let found = touches(Some(&before), Some(&after));
    let divisions = found
        .iter()
        .flat_map(|touch| touch.belonging.divisions.clone());
    assert_eq!(divisions.collect::<Vec<_>>(), ["330106", "330106"]);
    let text = after.document().text();
    assert!(found[1].span.of(text).contains("新"));
    // A comment belongs to nobody's entry, and so to whoever keeps the whole register.
    let commented = file(
        "bodies.yaml",
        &format!("# 注\n{}", before.document().text()),
    );
    let found = touches(Some(&before), Some(&commented));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].belonging, Belonging::of_area(Area::Bodies));
}

#[test]
fn a_change_is_found_in_its_line() {
    let before = file("local/330106/x.yaml", "a: 甲\nb: 乙\nc: 丙\n");
    let after = file("local/330106/x.yaml", "a: 甲\nb: 己\nc: 丙\n");
    let span = first_change(Some(&before), Some(&after));
    assert_eq!(span.of(after.document().text()), "b: 己");
    let cut = file("local/330106/x.yaml", "a: 甲\n");
    let span = first_change(Some(&before), Some(&cut));
    assert_eq!(span.of(cut.document().text()), "a: 甲");
}
