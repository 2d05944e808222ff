//! Who may change what: real pushes to a server whose manifest has editors, real hooks, real signatures.

use std::path::Path;
use std::process::Command;

use crate::gate::{command, executable, said};
use crate::sandbox::Sandbox;
use crate::since::git;

const BASE: &str = "catalog/base/09/000109001000.yaml";
const TONGLU: &str = "catalog/local/330122";
const CITY: &str = "catalog/local/330100/11330100MU0209014B3000109001000.yaml";
const EDITORS: &str = r#"editors:
  - name: 省政务办
    emails: ["*@zj.sample.example"]
    edits: [{files: [all]}]
    approves: [{files: [base, local]}]
  - name: 杭州市政务办
    emails: [hz@sample.example]
    edits: [{divisions: ["330100"]}]
    approves: [{divisions: ["330100"], levels: ["4"]}]
  - name: 桐庐县政务办
    emails: [tl@sample.example]
    edits: [{divisions: ["330122"]}]
"#;
const PROVINCE: &str = "zhang@zj.sample.example";
const COUNTY: &str = "tl@sample.example";

/// A server whose manifest has editors, and a desk to push from.
struct Server(Sandbox);

impl Server {
    fn new(editors: &str) -> Server {
        let sandbox = Sandbox::with_sample();
        let path = sandbox.path();
        sandbox.replace("catalog/mulu.yaml", "editors: []\n", editors);
        git(&path, &["commit", "-qam", "职责"]);
        git(&path, &["clone", "-q", "--bare", ".", "server.git"]);
        git(&path, &["clone", "-q", "server.git", "desk"]);
        let hook = sandbox.run(&["git", "example", "pre-receive"]).stdout;
        sandbox.write(
            "server.git/hooks/pre-receive",
            &String::from_utf8(hook).unwrap(),
        );
        executable(&path.join("server.git/hooks/pre-receive"));
        Server(sandbox)
    }

    fn desk(&self, args: &[&str]) -> String {
        git(&self.0.path().join("desk"), args)
    }

    /// Puts a comment into a file, which breaks no rule.
    fn touch(&self, path: &str) {
        let path = format!("desk/{path}");
        let text = self.0.read(&path);
        self.0.write(&path, &format!("{text}# 注\n"));
    }

    fn commit(&self, email: &str) {
        self.desk(&["add", "-A"]);
        let author = format!("--author=某人 <{email}>");
        self.desk(&["commit", "-qm", "改", &author]);
    }

    fn push(&self, refs: &str) -> Result<String, String> {
        let output = command(&self.0, "desk", "git", &["push", "-q", "origin", refs])
            .output()
            .unwrap();
        let text = said(&output);
        if output.status.success() {
            Ok(text)
        } else {
            Err(text)
        }
    }

    /// Takes back what was refused.
    fn reset(&self) {
        self.desk(&["reset", "-q", "--hard", "origin/main"]);
    }

    /// One change by one author, pushed.
    fn try_change(&self, path: &str, email: &str) -> Result<String, String> {
        self.touch(path);
        self.commit(email);
        let taken = self.push("HEAD:main");
        if taken.is_err() {
            self.reset();
        }
        taken
    }

    fn matter_of(&self, folder: &str) -> String {
        let folder = self.0.path().join("desk").join(folder);
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names.remove(0)
    }
}

fn refused(pushed: Result<String, String>, rule: &str) -> String {
    let text = pushed.unwrap_err();
    assert!(text.contains(rule), "{text}");
    assert!(text.contains("pre-receive hook declined"), "{text}");
    text
}

#[test]
fn each_may_push_what_is_in_its_remit_and_nothing_else() {
    let server = Server::new(EDITORS);
    let own = format!("{TONGLU}/{}", server.matter_of(TONGLU));
    server.try_change(&own, COUNTY).unwrap();
    server.try_change(&own, "hz@sample.example").unwrap();
    server.try_change(BASE, PROVINCE).unwrap();
    let text = refused(server.try_change(BASE, COUNTY), "[A007]");
    assert!(text.contains("可以改的：省政务办"), "{text}");
    assert!(text.contains("某人 <tl@sample.example>"), "{text}");
    let lines = server.0.read(&format!("desk/{BASE}")).lines().count();
    assert!(text.contains(&format!("{BASE}:{}", lines + 1)), "{text}");
    let text = refused(server.try_change(CITY, COUNTY), "[A007]");
    assert!(text.contains("可以改的：省政务办、杭州市政务办"), "{text}");
    refused(
        server.try_change("catalog/divisions.yaml", COUNTY),
        "[A007]",
    );
    refused(server.try_change("schemas/types.yaml", COUNTY), "[A007]");
    let text = refused(server.try_change(&own, "nobody@sample.example"), "[A007]");
    assert!(text.contains("不在编目员名单里"), "{text}");
}

#[test]
fn a_matter_is_neither_given_away_nor_taken() {
    let server = Server::new(EDITORS);
    let name = server.matter_of(TONGLU);
    let own = format!("{TONGLU}/{name}");
    let there = format!("catalog/local/330100/{name}");
    server.desk(&["mv", &own, &there]);
    server.commit(COUNTY);
    let text = refused(server.push("HEAD:main"), "[A007]");
    assert!(text.contains(&there), "{text}");
    server.reset();
    let name = CITY.rsplit('/').next().unwrap();
    server.desk(&["mv", CITY, &format!("{TONGLU}/{name}")]);
    server.commit(COUNTY);
    let text = refused(server.push("HEAD:main"), "[A007]");
    assert!(text.contains(CITY), "{text}");
    server.reset();
    server.desk(&["rm", "-q", CITY]);
    server.commit(COUNTY);
    refused(server.push("HEAD:main"), "[A007]");
}

#[test]
fn nobody_gives_themselves_more() {
    let server = Server::new(&EDITORS.replace(
        "    edits: [{divisions: [\"330122\"]}]",
        "    edits: [{divisions: [\"330122\"]}, {files: [manifest]}]",
    ));
    let widen = |server: &Server| {
        let path = "desk/catalog/mulu.yaml";
        server
            .0
            .replace(path, "{files: [manifest]}", "{files: [all]}");
        server.commit(COUNTY);
    };
    widen(&server);
    // What the first commit gives does not count for the second one, nor on a branch of its own.
    server.touch(BASE);
    server.commit(COUNTY);
    let text = refused(server.push("HEAD:main"), "[A010]");
    assert!(text.contains("[A007]"), "{text}");
    refused(server.push("HEAD:refs/heads/试"), "[A010]");
    server.reset();
    // Without editors everyone might do everything.
    let manifest = server.0.read("desk/catalog/mulu.yaml");
    let (before, _) = manifest.split_once("editors:").unwrap();
    server
        .0
        .write("desk/catalog/mulu.yaml", &format!("{before}editors: []\n"));
    server.commit(COUNTY);
    refused(server.push("HEAD:main"), "[A010]");
    server.reset();
    // The same is for others to give.
    let path = "desk/catalog/mulu.yaml";
    server
        .0
        .replace(path, "{files: [manifest]}", "{files: [all]}");
    server.commit(PROVINCE);
    server.push("HEAD:main").unwrap();
    server.try_change(BASE, COUNTY).unwrap();
}

#[test]
fn of_a_merge_what_it_changes_itself_counts() {
    let server = Server::new(EDITORS);
    let own = format!("{TONGLU}/{}", server.matter_of(TONGLU));
    server.desk(&["checkout", "-q", "-b", "县"]);
    server.touch(&own);
    server.commit(COUNTY);
    server.desk(&["checkout", "-q", "main"]);
    server.try_change(BASE, PROVINCE).unwrap();
    server.desk(&["checkout", "-q", "县"]);
    let merge = |server: &Server, args: &[&str]| {
        let author = [
            "-c",
            "user.name=某人",
            "-c",
            "user.email=tl@sample.example",
            "merge",
            "-q",
        ];
        server.desk(&[&author, args].concat());
    };
    // A merge that keeps its own side throws away what the province did.
    merge(&server, &["-s", "ours", "-m", "合并", "main"]);
    let text = refused(server.push("HEAD:main"), "[A007]");
    assert!(text.contains(BASE), "{text}");
    server.desk(&["reset", "-q", "--hard", "HEAD~1"]);
    // One that slips something in is no better.
    merge(&server, &["--no-commit", "--no-ff", "main"]);
    server.touch(CITY);
    server.commit(COUNTY);
    let text = refused(server.push("HEAD:main"), "[A007]");
    assert!(text.contains(CITY) && !text.contains(BASE), "{text}");
    server.desk(&["reset", "-q", "--hard", "HEAD~1"]);
    merge(&server, &["-m", "合并", "main"]);
    server.push("HEAD:main").unwrap();
}

#[test]
fn a_branch_from_before_the_editors_is_judged_by_the_main_one() {
    let server = Server::new(EDITORS);
    server.desk(&["checkout", "-q", "-b", "旧", "HEAD~1"]);
    server.touch(BASE);
    server.commit(COUNTY);
    refused(server.push("HEAD:refs/heads/旧"), "[A007]");
}

#[test]
fn a_catalog_that_is_gone_or_elsewhere_is_still_judged() {
    let server = Server::new(EDITORS);
    server.desk(&["rm", "-rq", "catalog"]);
    server.commit(COUNTY);
    refused(server.push("HEAD:main"), "[A007]");
    server.reset();
    std::fs::create_dir(server.0.path().join("desk/别处")).unwrap();
    server.desk(&["mv", "catalog", "别处/catalog"]);
    server.commit(COUNTY);
    refused(server.push("HEAD:main"), "[A007]");
    refused(server.push("HEAD:refs/heads/新"), "[A007]");
}

#[test]
fn a_forced_push_undoes_nothing_of_others() {
    let server = Server::new(EDITORS);
    let own = format!("{TONGLU}/{}", server.matter_of(TONGLU));
    server.try_change(BASE, PROVINCE).unwrap();
    let text = refused(server.push("+HEAD~1:main"), "[A007]");
    assert!(
        text.contains("的推送改了这里") && text.contains(BASE),
        "{text}"
    );
    server.desk(&["reset", "-q", "--hard", "HEAD~1"]);
    server.touch(&own);
    server.commit(COUNTY);
    let text = refused(server.push("+HEAD:main"), "[A007]");
    assert!(text.contains(BASE) && !text.contains(TONGLU), "{text}");
    // One's own work may be put in another form.
    server.reset();
    server.try_change(&own, COUNTY).unwrap();
    server.desk(&["reset", "-q", "--hard", "HEAD~1"]);
    server.touch(&own);
    server.touch(&own);
    server.commit(COUNTY);
    server.push("+HEAD:main").unwrap();
}

#[test]
fn an_approval_is_pushed_by_who_may_approve_and_in_its_own_name() {
    let server = Server::new(EDITORS);
    let own = format!("{TONGLU}/{}", server.matter_of(TONGLU));
    let approve = |by: &str, email: &str| {
        let path = format!("desk/{own}");
        let text = server.0.read(&path);
        let exception = format!(
            "exceptions:\n  - rule: X002\n    reason: 县里条件不同\n    by: {by}\n    until: \"2027-06-30\"\n"
        );
        server.0.write(&path, &(text + &exception));
        server.commit(email);
        // Whether it is of use is another matter.
        let taken = server.push("HEAD:main");
        server.reset();
        taken
    };
    let text = refused(approve("桐庐县政务办", COUNTY), "[A008]");
    assert!(
        text.contains("可以批准的：省政务办、杭州市政务办"),
        "{text}"
    );
    assert!(text.contains("[A004]"), "{text}");
    let text = refused(approve("省政务办", "hz@sample.example"), "[A008]");
    assert!(text.contains("只能以“杭州市政务办”署名"), "{text}");
    let text = approve("杭州市政务办", "hz@sample.example").unwrap_err();
    assert!(text.contains("[A003]"), "{text}");
    let is_silent = ["A004", "A007", "A008"]
        .iter()
        .all(|rule| !text.contains(rule));
    assert!(is_silent, "{text}");
}

#[test]
fn before_a_commit_the_person_of_git_is_judged() {
    let sandbox = Sandbox::with_sample();
    sandbox.replace("catalog/mulu.yaml", "editors: []\n", EDITORS);
    git(&sandbox.path(), &["commit", "-qam", "职责"]);
    let hook = sandbox.run(&["git", "example", "pre-commit"]).stdout;
    sandbox.write(".git/hooks/pre-commit", &String::from_utf8(hook).unwrap());
    executable(&sandbox.path().join(".git/hooks/pre-commit"));
    let commit = |args: &[&str]| {
        let args = [&["commit", "-qam", "改"], args].concat();
        let output = command(&sandbox, ".", "git", &args).output().unwrap();
        (output.status.success(), said(&output))
    };
    let text = sandbox.read(BASE);
    sandbox.write(BASE, &format!("{text}# 注\n"));
    let (is_done, text) = commit(&[]);
    assert!(!is_done && text.contains("[A007]"), "{text}");
    assert!(
        text.contains("将要提交的改动（编目员 <editor@sample.example>）"),
        "{text}"
    );
    let (is_done, text) = commit(&["--author=某人 <zhang@zj.sample.example>"]);
    assert!(is_done, "{text}");
}

#[test]
fn a_check_since_a_commit_judges_what_is_committed_and_what_is_not() {
    let server = Server::new(EDITORS);
    server.touch(BASE);
    server.commit(COUNTY);
    server.touch(CITY);
    let output = command(
        &server.0,
        "desk",
        "mulu",
        &[
            "check",
            "--since",
            "origin/main",
            "--output",
            "sarif=report.sarif",
        ],
    )
    .output()
    .unwrap();
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains(BASE) && text.contains(CITY), "{text}");
    let report = server.0.read("desk/report.sarif");
    assert!(
        report.contains("\"A007\"") && report.contains("tl@sample.example"),
        "{report}"
    );
    // What is on the branch already is judged no more.
    let since = ["check", "--since", "HEAD", "--rev", "HEAD"];
    let output = command(&server.0, "desk", "mulu", &since).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn a_commit_that_must_be_signed_is_taken_with_the_key_of_its_editor_only() {
    if Command::new("ssh-keygen").arg("-?").output().is_err() {
        eprintln!("SKIPPED: ssh-keygen is not on this machine; signatures were not tried");
        return;
    }
    let keys = tempfile::TempDir::new().unwrap();
    let [own, other, late] = ["own", "other", "late"].map(|name| key(keys.path(), name));
    let editors = format!(
        r#"signed: [base, approvals]
editors:
  - name: 省政务办
    emails: ["*@zj.sample.example"]
    keys:
      - key: "{}"
      - key: "{}"
        until: "2026-11-23"
    edits: [{{files: [all]}}]
  - name: 桐庐县政务办
    keys:
      - key: "{}"
    edits: [{{divisions: ["330122"]}}]
"#,
        fingerprint(keys.path(), "own"),
        late.trim(),
        other.trim(),
    );
    assert!(own.starts_with("ssh-ed25519 "));
    let server = Server::new(&editors);
    let sign = |name: &str, path: &str, email: &str| {
        server.touch(path);
        server.desk(&["add", "-A"]);
        let key = format!("user.signingkey={}", keys.path().join(name).display());
        let author = format!("--author=某人 <{email}>");
        let settings = [
            "-c",
            "gpg.format=ssh",
            "-c",
            &key,
            "commit",
            "-q",
            "-S",
            "-m",
            "签名",
            &author,
        ];
        server.desk(&settings);
        let taken = server.push("HEAD:main");
        let commit = server.desk(&["cat-file", "commit", "HEAD"]);
        if taken.is_err() {
            server.reset();
        }
        (taken, commit)
    };
    let own_matter = format!("{TONGLU}/{}", server.matter_of(TONGLU));
    sign("own", BASE, PROVINCE).0.unwrap();
    let text = refused(server.try_change(BASE, PROVINCE), "[A009]");
    assert!(text.contains("没有签名"), "{text}");
    let text = refused(sign("late", BASE, PROVINCE).0, "[A009]");
    assert!(text.contains("“省政务办”已过有效期的公钥"), "{text}");
    // Another editor's key does not lend the province's name.
    let text = refused(sign("other", BASE, PROVINCE).0, "[A007]");
    assert!(!text.contains("[A009]"), "{text}");
    // Known by key alone, and only by it.
    sign("other", &own_matter, "who@sample.example").0.unwrap();
    refused(
        server.try_change(&own_matter, "who@sample.example"),
        "[A007]",
    );
    let stranger = key(keys.path(), "stranger");
    assert!(!stranger.is_empty());
    let text = refused(sign("stranger", BASE, PROVINCE).0, "[A009]");
    assert!(text.contains("不属于任何编目员"), "{text}");
    // Altered after it was signed.
    let (_, commit) = sign("own", BASE, PROVINCE);
    let forged = commit.replace("签名\n", "改过\n").replace("签名", "改过");
    server.0.write("desk/forged", &forged);
    let id = server.desk(&["hash-object", "-t", "commit", "-w", "forged"]);
    let text = refused(
        server.push(&format!("{}:refs/heads/伪", id.trim())),
        "[A009]",
    );
    assert!(text.contains("签名后被人改过"), "{text}");
}

/// Makes a key and gives its public half.
fn key(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"])
        .arg(&path)
        .status()
        .unwrap();
    assert!(made.success());
    std::fs::read_to_string(path.with_extension("pub")).unwrap()
}

fn fingerprint(folder: &Path, name: &str) -> String {
    let path = folder.join(name).with_extension("pub");
    let told = Command::new("ssh-keygen")
        .arg("-lf")
        .arg(path)
        .output()
        .unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    told.split(' ').nth(1).unwrap().to_owned()
}
