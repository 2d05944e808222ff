//! The page in a real browser. It runs if `MULU_BROWSER` names a Chromium, or one is installed in the usual
//! place; else it says that it did not.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::page_hostile::{hostile, page};
use crate::sandbox::Sandbox;

const USUAL: &str = "/usr/bin/chromium";

/// The browser, in a folder with the page.
struct Browser {
    program: PathBuf,
    sandbox: Sandbox,
}

impl Browser {
    /// With the page of the hostile catalog; `None` if there is no browser.
    #[expect(clippy::print_stderr, reason = "a test that did not run says so")]
    fn open() -> Option<Browser> {
        let named = std::env::var_os("MULU_BROWSER").filter(|name| !name.is_empty());
        let program = named.map(PathBuf::from);
        let usual = || Some(PathBuf::from(USUAL)).filter(|usual| usual.exists());
        let Some(program) = program.or_else(usual) else {
            eprintln!("skipped: no browser (MULU_BROWSER is not set, {USUAL} is not there)");
            return None;
        };
        let sandbox = hostile();
        sandbox.write("report.html", &page(&sandbox, &["--all", "--history"]));
        Some(Browser { program, sandbox })
    }

    /// Runs the browser on the page; gives what it prints and what it logs.
    fn run(&self, address: &str, args: &[&str]) -> (String, String) {
        let folder = self.sandbox.path();
        let output = Command::new(&self.program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
            ])
            .args(["--disable-background-networking", "--enable-logging=stderr"])
            .args(["--virtual-time-budget=5000", "--lang=zh-CN"])
            .arg(format!(
                "--user-data-dir={}",
                folder.join("profile").display()
            ))
            .args(args)
            .arg(format!(
                "file://{}{address}",
                slashed(&folder.join("report.html"))
            ))
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", self.program.display()));
        assert!(output.status.success(), "{}", output.status);
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        (text(&output.stdout), text(&output.stderr))
    }

    /// The page as the browser has it after its script ran.
    fn dom(&self, address: &str, args: &[&str]) -> String {
        let (dom, log) = self.run(address, &[&["--dump-dom"], args].concat());
        let said: Vec<&str> = log
            .lines()
            .filter(|line| line.contains("CONSOLE"))
            .collect();
        assert!(said.is_empty(), "the console says: {said:?}");
        dom
    }

    /// The page on paper, as a PDF file.
    fn print(&self) -> Vec<u8> {
        let sheet = self.sandbox.path().join("report.pdf");
        self.run("", &[&format!("--print-to-pdf={}", sheet.display())]);
        std::fs::read(sheet).unwrap()
    }
}

fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    if path.starts_with('/') {
        path
    } else {
        format!("/{path}")
    }
}

/// Which differences are seen, by class and division.
fn seen(dom: &str) -> Vec<String> {
    let items = dom.split("<li id=\"d").skip(1);
    let tags = items.map(|item| item.split_once('>').unwrap().0);
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("data-{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    tags.filter(|tag| !tag.contains(" hidden"))
        .map(|tag| format!("{} {}", attribute(tag, "class"), attribute(tag, "division")))
        .collect()
}

#[test]
fn the_page_opens_and_nothing_in_it_is_obeyed() {
    let Some(browser) = Browser::open() else {
        return;
    };
    let dom = browser.dom("", &[]);
    assert_eq!(seen(&dom).len(), 6, "{:?}", seen(&dom));
    assert!(dom.contains("显示 6 个，共 6 个"), "the script did not run");
    assert!(!dom.contains("<title>被改") && !dom.contains("<img") && !dom.contains("<b>"));
    assert_eq!(dom.matches("<script").count(), 1);
}

#[test]
fn the_address_chooses_what_is_shown() {
    let Some(browser) = Browser::open() else {
        return;
    };
    let shown = |address| seen(&browser.dom(address, &[]));
    assert_eq!(
        shown("#class=looser"),
        ["looser 330106", "looser 330109", "looser 330122"]
    );
    assert_eq!(shown("#class=looser&standing=skip"), ["looser 330109"]);
    assert_eq!(shown("#division=330122"), ["looser 330122"]);
    assert_eq!(shown("#q=居民委员会+３３０１０６"), ["extra 330106"]);
    assert_eq!(shown("#field=promised_limit&q=没有这个").len(), 0);
}

#[test]
fn without_a_script_everything_is_shown() {
    let Some(browser) = Browser::open() else {
        return;
    };
    let page = browser.sandbox.read("report.html");
    // The browser reads out the page by script, so that here only the page's own one is forbidden.
    let (before, hash) = page.split_once("script-src '").unwrap();
    let (_, after) = hash.split_once('\'').unwrap();
    browser
        .sandbox
        .write("report.html", &format!("{before}none'{after}"));
    let (dom, _) = browser.run("#class=looser", &["--dump-dom"]);
    assert_eq!(seen(&dom).len(), 6);
    let form = dom.split_once("<form id=\"filter\"").unwrap().1;
    assert!(form.split_once('>').unwrap().0.contains("hidden"));
}

#[test]
fn it_prints() {
    let Some(browser) = Browser::open() else {
        return;
    };
    let sheet = browser.print();
    assert!(sheet.starts_with(b"%PDF-") && sheet.len() > 10_000);
}
