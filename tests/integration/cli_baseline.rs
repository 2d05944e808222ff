//! `mulu baseline` and what `mulu check` makes of it: old findings are passed over, new ones are not, and the
//! list only ever shrinks by itself.

use std::process::Output;

use crate::sandbox::Sandbox;

const BASE: &str = "catalog/base/31/000131002000.yaml";
const LOCAL: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";
const BASELINE: &str = "catalog/baseline.yaml";

/// A catalog with two findings of long ago, recorded.
fn with_debt() -> Sandbox {
    let sandbox = Sandbox::with_catalog();
    sandbox.replace(
        LOCAL,
        "version: 1\n",
        "name: 食品经营许可(县级)\npromised_limit: {days: 25, unit: working}\nversion: 1\n",
    );
    sandbox.run(&["baseline"]);
    sandbox
}

/// A check on the day it is, as one runs it: only such a one may touch the baseline.
fn plain_check(sandbox: &Sandbox) -> Output {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_mulu"));
    command
        .arg("check")
        .current_dir(sandbox.path())
        .env_clear()
        .envs(sandbox.environment());
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn what_is_there_is_recorded_and_fails_no_more() {
    let sandbox = Sandbox::with_catalog();
    sandbox.replace(
        LOCAL,
        "version: 1\n",
        "name: 食品经营许可(县级)\npromised_limit: {days: 25, unit: working}\nversion: 1\n",
    );
    insta::assert_snapshot!(sandbox.say(&["baseline"]), @r"
    记下 2 个问题：catalog/baseline.yaml
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.read(BASELINE), @r#"
    # 旧问题基线：由 mulu baseline 写入。这里记下的问题早已存在，mulu check 不再列出，也不因此不通过。
    # 改好一个，就少一行；新的问题不会自己进来。
    # Findings of long ago, recorded by mulu baseline: mulu check no longer lists them. It only shrinks by itself.
    entries:
      - {rule: D001, path: "local/330106/11330106MU033101XF4000131002000.yaml", fingerprint: "418248da8591da82", text: "承诺办结时限 25 个工作日，超过法定办结时限 20 个工作日"}
      - {rule: N001, path: "local/330106/11330106MU033101XF4000131002000.yaml", fingerprint: "be5ef9dcfc047044", text: "名称“食品经营许可(县级)”与上级的“食品经营许可”只是写法不同"}
    "#);
    insta::assert_snapshot!(sandbox.say(&["check"]), @r"
    没有问题（8 个文件，2 个事项）；基线里的 2 个旧问题没有列出
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "--lang", "en"]), @r"
    no findings (8 files, 2 matters); 2 findings of the baseline not listed
    --- exit 0
    ");
    let all = sandbox.say(&["check", "--no-baseline"]);
    assert!(
        all.contains("N001") && all.contains("D001") && all.ends_with("exit 1"),
        "{all}"
    );
    let json = sandbox.say(&["check", "--format", "json"]);
    assert!(
        json.contains("\"covered\": 2") && json.contains("\"findings\": []"),
        "{json}"
    );
    let json = sandbox.say(&["check", "--format", "json", "--no-baseline"]);
    assert!(
        json.contains("\"covered\": 0") && json.contains("\"rule\": \"D001\""),
        "{json}"
    );
}

#[test]
fn an_old_finding_is_known_again_when_lines_move_and_words_change_places() {
    let sandbox = with_debt();
    let text = sandbox.read(LOCAL);
    let (first, rest) = text.split_once('\n').unwrap();
    sandbox.write(
        LOCAL,
        &format!("# 新的一行\n\n{first}\n# 又一行\n{rest}remarks: 备注\n"),
    );
    assert!(
        sandbox
            .say(&["check"])
            .ends_with("2 个旧问题没有列出\n--- exit 0")
    );
}

#[test]
fn a_new_finding_fails() {
    let sandbox = with_debt();
    sandbox.replace(LOCAL, "days: 25", "days: 26");
    let said = sandbox.say(&["check"]);
    assert!(said.contains("D001") && !said.contains("N001"), "{said}");
    assert!(said.ends_with("exit 1"), "{said}");
    sandbox.replace(BASE, "name: 食品经营许可", "name: 食品经营许可（县级）");
    assert!(sandbox.say(&["check"]).contains("N003"));
}

#[test]
fn the_baseline_shrinks_by_itself_and_never_grows_by_itself() {
    let sandbox = with_debt();
    let before = sandbox.read(BASELINE);
    sandbox.replace(LOCAL, "name: 食品经营许可(县级)\n", "");
    sandbox.replace(BASE, "name: 食品经营许可", "name: 食品经营许可（县级）");
    let output = plain_check(&sandbox);
    let told = said(&output);
    assert!(
        told.contains("N003") && told.contains("基线去掉了 1 个已不存在的问题"),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(1));
    let after = sandbox.read(BASELINE);
    assert_eq!(after.lines().count() + 1, before.lines().count());
    assert!(before.contains("N001") && !after.contains("N001") && !after.contains("N003"));
    insta::assert_snapshot!(sandbox.say(&["baseline"]), @r"
    去掉 0 个已不存在的，记入 0 个新的，现有 1 个
    另有 1 个新问题没有记入；改正它们，或用 mulu baseline --add 记入
    --- exit 0
    ");
    assert_eq!(sandbox.read(BASELINE), after);
    insta::assert_snapshot!(sandbox.say(&["baseline", "--add", "--lang", "en"]), @r"
    0 gone were taken out, 1 new were taken in, 2 are recorded
    --- exit 0
    ");
    assert!(sandbox.read(BASELINE).contains("N003"));
    assert!(sandbox.say(&["check"]).ends_with("exit 0"));
}

/// Not by a part of a check, not on another day, not on a build server, not where it cannot be written.
#[test]
fn only_a_plain_check_touches_the_baseline() {
    let sandbox = with_debt();
    let before = sandbox.read(BASELINE);
    sandbox.replace(LOCAL, "name: 食品经营许可(县级)\n", "");
    for args in [
        &["check"][..],
        &["check", "catalog/local"],
        &["check", "--select", "N"],
        &["check", "--ignore", "D"],
        &["check", "--format", "json"],
    ] {
        let told = sandbox.say(args);
        assert!(
            told.contains("基线里有 1 个问题已不存在") || told.contains("\"gone\": 1"),
            "{told}"
        );
    }
    assert_eq!(sandbox.read(BASELINE), before);
    let sandbox = sandbox.with("CI", "true");
    let told = said(&plain_check(&sandbox));
    assert!(told.contains("基线里有 1 个问题已不存在"), "{told}");
    assert_eq!(sandbox.read(BASELINE), before);
    let sandbox = sandbox.with("CI", "false");
    assert!(said(&plain_check(&sandbox)).contains("基线去掉了 1 个"));
    assert_ne!(sandbox.read(BASELINE), before);
}

/// What a file hides that cannot be read may be there still.
#[test]
fn nothing_is_taken_out_while_a_file_cannot_be_read() {
    let sandbox = with_debt();
    let before = sandbox.read(BASELINE);
    let text = sandbox.read(LOCAL);
    sandbox.write(LOCAL, &format!("{text}odd: [\n"));
    let told = said(&plain_check(&sandbox));
    assert!(
        told.contains("S006") && !told.contains("已不存在"),
        "{told}"
    );
    assert_eq!(sandbox.read(BASELINE), before);
    assert!(sandbox.say(&["baseline"]).contains("现有 2 个"));
    sandbox.write(LOCAL, &text);
    assert!(sandbox.say(&["check"]).ends_with("exit 0"));
}

#[test]
fn a_broken_baseline_is_a_finding_and_is_left_alone() {
    let sandbox = with_debt();
    let text = sandbox.read(BASELINE);
    for broken in [
        format!("{text}<<<<<<< HEAD\n"),
        "entries: 3\n".to_owned(),
        String::new(),
        "- a\n".to_owned(),
        text.replace("fingerprint", "finger"),
        text.replace("rule: ", "rule: x"),
    ] {
        sandbox.write(BASELINE, &broken);
        let told = said(&plain_check(&sandbox));
        assert!(told.contains("catalog/baseline.yaml:"), "{broken}: {told}");
        assert_eq!(plain_check(&sandbox).status.code(), Some(1), "{broken}");
        for args in [&["baseline"][..], &["baseline", "--add"]] {
            assert!(sandbox.say(args).ends_with("exit 2"), "{broken}");
        }
        assert_eq!(sandbox.read(BASELINE), broken);
    }
    insta::assert_snapshot!(sandbox.say(&["baseline"]), @r"
    --- stderr
    错误：基线 catalog/baseline.yaml 有误，没有改动它；请先按 mulu check 所说改正
    --- exit 2
    ");
}

/// A merge may leave a line twice, and a person may write a comment.
#[test]
fn what_a_person_wrote_into_the_baseline_stays() {
    let sandbox = with_debt();
    let text = sandbox.read(BASELINE);
    let kept = text.replace("entries:\n", "entries:\n  # 待局里统一改名\n");
    sandbox.write(BASELINE, &kept);
    sandbox.replace(LOCAL, "promised_limit: {days: 25, unit: working}\n", "");
    assert!(said(&plain_check(&sandbox)).contains("基线去掉了 1 个"));
    let after = sandbox.read(BASELINE);
    assert!(
        after.contains("# 待局里统一改名") && after.contains("N001") && !after.contains("D001"),
        "{after}"
    );
    sandbox.replace(BASE, "name: 食品经营许可", "name: 食品经营许可（县级）");
    assert!(sandbox.say(&["baseline", "--add"]).contains("记入 "));
    let after = sandbox.read(BASELINE);
    assert!(
        after.contains("# 待局里统一改名") && after.contains("N003"),
        "{after}"
    );
    assert!(sandbox.say(&["check"]).ends_with("exit 0"), "{after}");
}

#[test]
fn what_is_said_about_exceptions_is_never_recorded() {
    let sandbox = Sandbox::with_catalog();
    let text = sandbox.read(BASE);
    let exception = "exceptions:\n  - {rule: N003, reason: 甲, by: 乙, until: \"2026-11-01\"}\n";
    sandbox.write(BASE, &format!("{text}{exception}"));
    assert!(sandbox.say(&["baseline"]).contains("记下 0 个"));
    let told = sandbox.say(&["check"]);
    assert!(told.contains("A001") && told.ends_with("exit 1"), "{told}");
}
