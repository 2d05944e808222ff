//! The next free base code: one answer for the rule that finds a code used twice and for `mulu new`, which
//! takes up nothing that is retired.

use mulu::catalog::MainItems;

use crate::sandbox::Sandbox;
use crate::stage::{Example, findings, stage};

const PLAN: &str = r#"# mulu.yaml
retired_codes:
  - {code: "000123004000"}
reserved_codes:
  - {from: "000123005000", to: "000123006999", for: 省里}
  - {from: "000511001001", to: "000511001999", for: 子项}
"#;

#[test]
fn it_lies_behind_what_is_used_or_retired_and_past_what_is_reserved() {
    let catalog = Example::read("", PLAN).catalog(&stage());
    let mut numbers = MainItems::read(&catalog);
    let mut take = |group| numbers.take(group).unwrap();
    assert_eq!(take("000123"), "000123007000");
    assert_eq!(take("000123"), "000123008000");
    assert_eq!(take("000511"), "000511002000");
    assert_eq!(take("330123"), "330123001000");
}

#[test]
fn a_claim_counts_though_its_base_is_not_there_and_an_end_is_an_end() {
    let example =
        "# local/330106/11330106002500033X4000123001000.yaml\nbase_code: \"000123998000\"\n";
    let catalog = Example::read("", example).catalog(&stage());
    let mut numbers = MainItems::read(&catalog);
    assert_eq!(numbers.take("000123").as_deref(), Some("000123999000"));
    assert_eq!(numbers.take("000123"), None);
}

#[test]
fn two_copies_are_told_two_numbers() {
    let copy = |path| {
        format!(
            "# base/23/{path}.yaml\ncode: \"000123001000\"\nname: 甲\ntype: \"01\"\ndepartment: \"23\"\n"
        )
    };
    let example = format!("{PLAN}{}{}", copy("000123002000"), copy("000123003000"));
    let found = findings(&Example::read("", &example).catalog(&stage()));
    let said = found.iter().filter(|finding| finding.rule == "R002");
    let said: Vec<&str> = said
        .filter_map(|finding| finding.message.zh.rsplit_once("空号是 "))
        .map(|(_, code)| code)
        .collect();
    assert_eq!(said, ["000123007000", "000123008000"]);
}

#[test]
fn a_new_base_matter_passes_over_retired_and_reserved_codes() {
    let sandbox = Sandbox::with_catalog();
    let manifest = sandbox.read("catalog/mulu.yaml");
    let plan = "retired_codes:\n  - {code: \"000131007000\"}\nreserved_codes:\n  - {from: \"000131008000\", to: \"000131009999\", for: 省里}\n";
    sandbox.write("catalog/mulu.yaml", &format!("{manifest}{plan}"));
    let args = "new base --name 食品生产许可 --type 01 --department 31 --law 中华人民共和国食品安全法 --article 35";
    let args: Vec<&str> = args.split(' ').collect();
    let said = sandbox.say(&args);
    assert!(said.contains("+ code: \"000131010000\""), "{said}");
}

#[test]
fn nothing_new_takes_up_what_is_retired_or_cancelled() {
    let sandbox = Sandbox::with_catalog();
    let claim = |base| sandbox.say(&["new", "local", "--base", base, "--division", "330106"]);
    let manifest = sandbox.read("catalog/mulu.yaml");
    let entry = "  - {code: \"000131002000\", successor: \"000131003000\"}\n";
    sandbox.write(
        "catalog/mulu.yaml",
        &format!("{manifest}retired_codes:\n{entry}"),
    );
    let said = claim("000131002000");
    assert!(
        said.contains("000131002000 已停用，由 000131003000 接替"),
        "{said}"
    );
    sandbox.write(
        "catalog/mulu.yaml",
        &format!("{manifest}retired_codes:\n  - {{code: \"000131002000\"}}\n"),
    );
    assert!(claim("000131002000").contains("000131002000 已停用\n"));
    sandbox.write("catalog/mulu.yaml", &manifest);
    sandbox.replace(
        "catalog/base/31/000131002000.yaml",
        "status: \"1\"",
        "status: \"3\"",
    );
    assert!(claim("000131002000").contains("000131002000 已取消"));
}
