//! `mulu remit`: who may change what.

use crate::sandbox::Sandbox;

const EDITORS: &str = r#"editors:
  - name: 省政务办
    emails: ["*@zj.sample.example"]
    edits: [{files: [all]}]
    approves: [{files: [base, local]}]
  - name: 杭州市卫生健康委
    emails: [editor@sample.example]
    edits:
      - {divisions: ["330100"], levels: ["3"], departments: ["23"], types: ["01"]}
      - {files: [bodies], divisions: ["330100"]}
"#;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_sample();
    sandbox.replace("catalog/mulu.yaml", "editors: []\n", EDITORS);
    sandbox
}

#[test]
fn what_someone_may_do_is_told_line_by_line() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.say(&["remit"]), @"
    杭州市卫生健康委  editor@sample.example
      可改          实施清单事项 · 杭州市（330100）及其下各级 · 限市级 · 限国家卫生健康委部门 · 限行政许可
      可改          实施主体 · 杭州市（330100）及其下各级
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["--lang", "en", "remit", "Zhang@zj.sample.example"]), @"
    省政务办  *@zj.sample.example
      may edit      All files
      may approve   Base matters, Local matters
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["remit", "x@y.example"]), @"
    x@y.example 不在编目员名单里，什么也不能改
    --- exit 0
    ");
}

#[test]
fn who_may_do_something_is_told_by_division_matter_and_kind_of_file() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.say(&["remit", "杭州市"]), @"
    杭州市 330100
      可改          省政务办
      可改一部分    杭州市卫生健康委
      可批准        省政务办
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["remit", "000109001000"]), @"
    普通护照签发 000109001000
      可改          省政务办
      可批准        省政务办
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["remit", "laws"]), @"
    法律法规
      可改          省政务办
    --- exit 0
    ");
    let told = sandbox.run(&["remit", "330100", "--format", "json"]).stdout;
    let told: serde_json::Value = serde_json::from_slice(&told).unwrap();
    assert_eq!(told["edits_some"][0], "杭州市卫生健康委");
    assert_eq!(told["open"], false);
}

#[test]
fn without_editors_everyone_may_change_everything() {
    let sandbox = Sandbox::with_sample();
    insta::assert_snapshot!(sandbox.say(&["remit", "330122"]), @"
    桐庐县 330122
    目录没有写编目员，人人都可以改
    --- exit 0
    ");
}
