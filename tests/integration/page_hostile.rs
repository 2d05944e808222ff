//! A catalog whose texts would like to be markup, script or style.

use crate::counties::{FILE, commit, counties};
use crate::sandbox::Sandbox;

/// A file whose name would like to leave an attribute.
pub(crate) const SLY_FILE: &str = "catalog/local/330109/x' onload='a&b.yaml";

/// The three counties, with hostile names, reasons, division and file.
pub(crate) fn hostile() -> Sandbox {
    let sandbox = counties();
    sandbox.name_the_committer();
    let name = "name: \"食品</style><script>document.title='被改'</script>\\u202E许可\\\"' onmouseover='x\"";
    sandbox.replace(FILE, "name: 食品经营许可(县级）", name);
    sandbox.replace(
        "catalog/divisions.yaml",
        "桐庐县",
        "\"<img src=x onerror=document.title=1>县\"",
    );
    sandbox.replace(
        "catalog/mulu.yaml",
        "title: ",
        "title: </title><b>粗</b> # ",
    );
    let other = FILE.replace("330106", "330109");
    let text = sandbox.read(&other) + "promised_limit: {days: 9, unit: working}\n";
    std::fs::remove_file(sandbox.path().join(&other)).unwrap();
    sandbox.write(SLY_FILE, &text);
    let third = FILE.replace("330106", "330122");
    let text = sandbox.read(&third) + "promised_limit: {days: 20, unit: working}\n";
    sandbox.write(&third, &text);
    commit(&sandbox);
    let why = "人手不足<script>document.title='被改'</script>\u{202E}";
    let skip = [
        "decide",
        "skip",
        "--field",
        "promised_limit",
        "--division",
        "330109",
    ];
    assert_eq!(
        sandbox
            .run(&[&skip[..], &["--by", "张<b>三", "--reason", why]].concat())
            .status
            .code(),
        Some(0)
    );
    sandbox
}

/// The page of a sandbox.
pub(crate) fn page(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = sandbox.run(&[&["levels", "--format", "html"], args].concat());
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}
