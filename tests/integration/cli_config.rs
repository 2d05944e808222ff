//! `mulu config`: the settings of the screen, checked and printed without it.

use crate::sandbox::Sandbox;

fn sandbox(settings: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let file = sandbox.path().join("settings.yaml");
    sandbox.write("settings.yaml", settings);
    let sandbox = sandbox.with("MULU_CONFIG", file.to_str().unwrap());
    sandbox.with("LANG", "zh_CN.UTF-8")
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_exit_says_so() {
    let sandbox = sandbox("theme: dark\nkeys:\n  sheet:\n    X: clera\n");
    let output = sandbox.run(&["config", "check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("settings.yaml:4:8：没有“clera”这个命令；是不是 clear？"),
        "{said}"
    );
}

#[test]
fn what_is_printed_is_a_file_to_start_from() {
    let sandbox = sandbox("theme: light\nkeys:\n  sheet:\n    X: clear\n");
    let output = sandbox.run(&["config", "show"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains("theme: light"), "{printed}");
    sandbox.write("settings.yaml", &printed);
    assert_eq!(sandbox.run(&["config", "check"]).status.code(), Some(0));
}

#[test]
fn the_place_of_the_file_follows_the_system() {
    let sandbox = Sandbox::new().with("XDG_CONFIG_HOME", "/settings");
    let output = sandbox.run(&["config", "path"]);
    let path = String::from_utf8(output.stdout).unwrap();
    assert_eq!(path.trim(), "/settings/mulu/config.yaml");
    // A file that is not there says nothing, and nothing of it is wrong.
    assert_eq!(sandbox.run(&["config", "check"]).status.code(), Some(0));
}
