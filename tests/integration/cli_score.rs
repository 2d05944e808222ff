//! `mulu score`: uniformity, its history, and the ratchet.

use mulu::session::commit;
use mulu::store::Root;

use crate::sandbox::Sandbox;

const LONGER: &str = "local/330122/11330122MU0504013P4001004001000.yaml";

#[test]
fn each_part_is_told_with_the_least_uniform_first() {
    let sandbox = Sandbox::with_sample();
    insta::assert_snapshot!(sandbox.say(&["score", "--by", "division"]), @"
    统一度 99.5%（比对 8776 项，不一致 43 项，其中准予 0 项）

    区划           统一度  比对  不一致  准予
    330203 海曙区   99.1%  1075       9     0
    330226 宁海县   99.1%  1097       9     0
    330106 西湖区   99.2%  1122       8     0
    330122 桐庐县   99.3%  1093       7     0
    330109 萧山区   99.4%  1075       6     0
    330212 鄞州区   99.7%  1071       3     0
    330200 宁波市   99.8%   872       1     0
    330000 浙江省  100.0%   499       0     0
    330100 杭州市  100.0%   872       0     0
    --- exit 0
    ");
    let json = sandbox.run(&["score", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["whole"]["departing"], 43);
    assert_eq!(json["parts"]["field"][0]["code"], "name");
    assert_eq!(json["history"], serde_json::json!([]));
}

#[test]
fn the_ratchet_turns_one_way_only() {
    let sandbox = Sandbox::with_sample();
    let ratchet = |sandbox: &Sandbox| sandbox.say(&["score", "--ratchet", "ratchet.yaml"]);
    insta::assert_snapshot!(ratchet(&sandbox), @"
    已记下 43 处差异：[DIR]/ratchet.yaml
    --- exit 0
    ");
    let all = sandbox.read("ratchet.yaml");
    assert_eq!(
        all.lines().filter(|line| line.starts_with("- ")).count(),
        43
    );
    insta::assert_snapshot!(ratchet(&sandbox), @"
    没有新的差异（已知 43 处）
    --- exit 0
    ");

    let path = format!("catalog/{LONGER}");
    let text = sandbox.read(&path);
    sandbox.write(&path, &format!("{text}visits: 9\n"));
    insta::assert_snapshot!(ratchet(&sandbox), @"
    新增 1 处差异：
      catalog/local/330122/11330122MU0504013P4001004001000.yaml  到现场次数  放宽
    --- exit 1
    ");
    assert_eq!(sandbox.read("ratchet.yaml"), all);

    sandbox.write(&path, &text);
    let first = all.lines().find(|line| line.starts_with("- ")).unwrap();
    let known = first.split('"').nth(1).unwrap();
    let known = format!("catalog/{known}");
    let kept = sandbox.read(&known);
    let kept: Vec<&str> = kept
        .lines()
        .filter(|line| !line.starts_with("name:"))
        .collect();
    sandbox.write(&known, &format!("{}\n", kept.join("\n")));
    insta::assert_snapshot!(ratchet(&sandbox), @"
    1 处差异已消失，已从 [DIR]/ratchet.yaml 删去
    没有新的差异（已知 42 处）
    --- exit 0
    ");
    assert!(!sandbox.read("ratchet.yaml").contains(first));

    sandbox.write("ratchet.yaml", "- {path: 1, colour: red}\n");
    assert!(ratchet(&sandbox).ends_with("--- exit 2"));
    assert_eq!(sandbox.read("ratchet.yaml"), "- {path: 1, colour: red}\n");
}

#[test]
fn history_is_read_from_git_and_tells_what_got_worse() {
    let sandbox = Sandbox::with_sample();
    let root = Root::at(&sandbox.path()).unwrap();
    let path = format!("catalog/{LONGER}");
    let text = sandbox.read(&path);
    sandbox.write(&path, &format!("{text}visits: 9\n"));
    commit(&root, "次数改多\u{1b}[31m", mulu::store::Audience::NOBODY).unwrap();
    sandbox.write(&path, &text);
    let said = sandbox.say(&["score", "--history"]);
    let rows: Vec<&str> = said.lines().collect();
    assert!(rows[0].starts_with("趋势 █▁"), "{said}");
    assert_eq!(rows.len(), 5, "{said}");
    assert!(
        rows[2].ends_with("  43") && rows[3].ends_with("  44"),
        "{said}"
    );
    assert!(rows[3].contains("次数改多⟨U+001B⟩[31m"), "{said}");
}

#[test]
fn a_hostile_file_name_is_shown_and_not_obeyed() {
    let sandbox = Sandbox::with_sample();
    sandbox.say(&["score", "--ratchet", "ratchet.yaml"]);
    let text = sandbox.read(&format!("catalog/{LONGER}"));
    let hostile = "catalog/local/330122/\u{1b}[31m.yaml";
    sandbox.write(hostile, &format!("{text}visits: 9\n"));
    let said = sandbox.say(&["score", "--ratchet", "ratchet.yaml"]);
    assert!(said.contains("330122/⟨U+001B⟩[31m.yaml"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
}
