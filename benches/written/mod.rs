//! A province put down: as files, or straight into the pack of a bare repository.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::province::Province;

/// A file by its path below `catalog/`, and its text.
type File = (String, String);

/// Writes the files into a folder, and beside them what is to be found in them.
#[expect(
    clippy::disallowed_methods,
    reason = "nothing is lost here, and a third of a million files are not to be waited for one by one"
)]
pub(crate) fn write(province: &Province, folder: &Path) {
    for (path, text) in &province.files {
        let path = folder.join("catalog").join(path);
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        std::fs::write(path, text).expect("the disk has room");
    }
    std::fs::write(folder.join("truth.tsv"), truth(province)).expect("the disk has room");
}

/// What is to be found, a line each: file and rule.
fn truth(province: &Province) -> String {
    let line = |(path, rule): &(String, &str)| format!("{path}\t{rule}\n");
    province.findings.iter().map(line).collect()
}

/// Makes a bare repository with a commit of all files, and one for each share after it: that changes one
/// local matter in so many.
pub(crate) fn pack(province: &Province, repository: &Path, shares: &[usize]) {
    let init = Command::new("git")
        .args(["init", "-q", "--bare", "-b", "main"])
        .arg(repository)
        .status();
    assert!(init.is_ok_and(|status| status.success()), "git init failed");
    let mut import = Command::new("git")
        .args(["fast-import", "--quiet"])
        .current_dir(repository)
        .stdin(Stdio::piped())
        .spawn()
        .expect("git starts");
    let mut script = import.stdin.take().expect("git listens");
    commit(&mut script, province.files.iter().cloned());
    for (round, share) in shares.iter().enumerate() {
        let local = province
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("local/"));
        let changed = local.step_by(*share).map(|file| changed(file, round));
        commit(&mut script, changed);
    }
    drop(script);
    let end = import.wait().expect("git ends");
    assert!(end.success(), "git fast-import failed");
}

fn changed((path, text): &File, round: usize) -> File {
    let text = text.replacen("visits: ", "visits: 1", 1);
    (path.clone(), text + &format!("remarks: 样例 {round}\n"))
}

fn commit(script: &mut impl Write, files: impl Iterator<Item = File>) {
    let head = "commit refs/heads/main\ncommitter a <a@b> 1790000000 +0000\ndata 1\nx\n";
    script.write_all(head.as_bytes()).expect("git reads");
    for (path, text) in files {
        let head = format!("M 100644 inline catalog/{path}\ndata {}\n", text.len());
        script.write_all(head.as_bytes()).expect("git reads");
        script.write_all(text.as_bytes()).expect("git reads");
        script.write_all(b"\n").expect("git reads");
    }
}
