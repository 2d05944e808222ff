//! `mulu completions`: scripts that a shell really runs.

use std::process::Command;

use crate::sandbox::Sandbox;

/// What bash offers for the last of some words; nothing where there is no bash.
fn offered(sandbox: &Sandbox, words: &[&str]) -> Option<Vec<String>> {
    sandbox.write("mulu.bash", &said(sandbox, "bash"));
    let (last, before) = words.split_last().unwrap();
    let script = format!(
        "source mulu.bash; COMP_WORDS=({} '{last}'); COMP_CWORD={}; _mulu mulu '{last}' '{}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        before.join(" "),
        before.len(),
        before.last().unwrap(),
    );
    let bash = Command::new("bash")
        .args(["--norc", "-c", &script])
        .current_dir(sandbox.path())
        .output()
        .ok()?;
    assert!(bash.stderr.is_empty(), "{bash:?}");
    let text = String::from_utf8(bash.stdout).unwrap();
    Some(text.lines().map(str::to_owned).collect())
}

fn said(sandbox: &Sandbox, shell: &str) -> String {
    let output = sandbox.run(&["completions", shell]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn bash_completes_commands_options_and_codes() {
    let sandbox = Sandbox::new();
    let Some(commands) = offered(&sandbox, &["mulu", "c"]) else {
        return;
    };
    assert_eq!(commands, ["check", "commit", "config", "completions"]);
    let offered = |words| offered(&sandbox, words).unwrap();
    assert_eq!(
        offered(&["mulu", "explain", "L00"])[..3],
        ["L001", "L002", "L003"]
    );
    assert!(offered(&["mulu", "fix", "--rule", "N"]).contains(&"N002".to_owned()));
    assert_eq!(offered(&["mulu", "fix", "--un"]), ["--unsafe"]);
    assert_eq!(
        offered(&["mulu", "rules", "--format", ""]),
        ["human", "json"]
    );
    assert_eq!(offered(&["mulu", "help", "expl"]), ["explain"]);
    let all = offered(&["mulu", "explain", ""]);
    assert!(
        all.iter().all(|word| !word.starts_with(['<', '['])),
        "{all:?}"
    );
}

#[test]
fn every_shell_has_its_script_in_both_languages() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(said(&sandbox, shell).contains("explain"), "{shell}");
    }
    assert!(said(&sandbox, "zsh").contains("L003\\:\"所列依据无权设定这类事项\""));
    let english = Sandbox::new().with("LANG", "en_US.UTF-8");
    assert!(said(&english, "fish").contains("No cited law may set this type of matter"));
}

#[test]
fn a_code_that_no_list_has_is_still_told_its_neighbours() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["fix", "--rule", "L03"]), @"
    --- stderr
    错误：没有规则“L03”
    提示：相近的有 L003 L013 L023；mulu rules 列出所有规则
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["completions", "tcsh"]), @"
    --- stderr
    错误：SHELL 不能是“tcsh”
    提示：是不是 zsh？
    --- exit 2
    ");
}
