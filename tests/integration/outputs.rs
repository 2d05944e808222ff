//! `mulu check` in every form for machines, each read by who it is for: the official schema, a reader of that
//! form, or the form's own rules written down here. The catalog lies in a folder with a blank in its name, and
//! its text is hostile.

use std::process::Command;

use boon::{Compiler, Schemas};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const FOLDER: &str = "省 目录";
const HOSTILE: &str =
    "甲<b>&\\\"'|]]>::error::x##[y]%0A@all [z](http://a.example) {0} \\e[31m\\u202e\\n::stop";

/// A catalog with findings in two files, each with what its author would like to be obeyed.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let git = Command::new("git")
        .args(["init", "-q"])
        .current_dir(sandbox.path())
        .output();
    assert!(git.unwrap().status.success());
    assert_eq!(sandbox.run(&["init", FOLDER]).status.code(), Some(0));
    let files = sandbox.files();
    let matters = files
        .iter()
        .filter(|file| file.contains("/base/") || file.contains("/local/"));
    for matter in matters {
        let text = sandbox.read(matter);
        let lines = text.lines().map(|line| match line.split_once(": ") {
            Some(("code", _)) => format!("{line}\n\"{HOSTILE}\": 1\n"),
            Some(("name", _)) => format!("name: \"{HOSTILE}\"\n"),
            Some(("type", _)) => format!("type: \"{HOSTILE}\"\n"),
            _ => format!("{line}\n"),
        });
        sandbox.write(matter, &lines.collect::<String>());
    }
    sandbox
}

fn said(sandbox: &Sandbox, form: &str) -> String {
    let output = sandbox.run(&["-C", FOLDER, "check", "--format", form]);
    assert_eq!(output.status.code(), Some(1), "{form}");
    let text = String::from_utf8(output.stdout).unwrap();
    let is_obeyed = |letter: char| letter != '\n' && mulu::text::is_hidden(letter);
    assert!(!text.chars().any(is_obeyed), "{form}: {text}");
    text
}

/// The findings by the promised form: rule, path, line.
fn found(sandbox: &Sandbox) -> Vec<(String, String, u64)> {
    let report: Value = serde_json::from_str(&said(sandbox, "json")).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let one = |finding: &Value| {
        (
            finding["rule"].as_str().unwrap().to_owned(),
            format!("{FOLDER}/{}", finding["path"].as_str().unwrap()),
            finding["start"]["line"].as_u64().unwrap(),
        )
    };
    let found: Vec<_> = findings.iter().map(one).collect();
    assert!(found.len() > 4, "{found:?}");
    found
}

fn validate(schema: Value, value: &Value) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("https://form.example/", schema)
        .unwrap();
    let schema = compiler
        .compile("https://form.example/", &mut schemas)
        .unwrap();
    if let Err(error) = schemas.validate(value, schema) {
        panic!("{error:#}\n{value:#}");
    }
}

#[test]
fn sarif_is_valid_by_the_official_schema() {
    let sandbox = sandbox();
    let log: Value = serde_json::from_str(&said(&sandbox, "sarif")).unwrap();
    let schema = include_str!("../data/schemas/sarif-2.1.0.json");
    validate(serde_json::from_str(schema).unwrap(), &log);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    let one = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(
            rules[index]["help"]["markdown"]
                .as_str()
                .unwrap()
                .contains("## 怎么改")
        );
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        let uri = uri.strip_prefix("%E7%9C%81%20%E7%9B%AE%E5%BD%95/").unwrap();
        let rule = result["ruleId"].as_str().unwrap().to_owned();
        (
            rule,
            format!("{FOLDER}/{uri}"),
            place["region"]["startLine"].as_u64().unwrap(),
        )
    };
    let told: Vec<_> = results.iter().map(one).collect();
    assert_eq!(told, found(&sandbox));
    let mut marks: Vec<&str> = results
        .iter()
        .map(|result| result["partialFingerprints"]["mulu/v1"].as_str().unwrap())
        .collect();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(
        marks.len(),
        results.len(),
        "a fingerprint is of one finding"
    );
    let text = log.to_string();
    assert!(text.contains("\\\\[z\\\\](http"), "no link is live: {text}");
}

#[test]
fn a_finding_keeps_its_fingerprint_when_lines_move() {
    let sandbox = sandbox();
    let marks = || {
        let log: Value = serde_json::from_str(&said(&sandbox, "sarif")).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let marks = results
            .iter()
            .map(|result| result["partialFingerprints"].clone());
        marks.collect::<Vec<_>>()
    };
    let before = marks();
    for (_, path, _) in found(&sandbox) {
        let text = sandbox.read(&path);
        sandbox.write(&path, &format!("# 注\n{text}"));
    }
    assert_eq!(before, marks());
}

#[test]
fn junit_is_read_by_a_reader_of_junit() {
    let sandbox = sandbox();
    let report = quick_junit::Report::deserialize_from_str(&said(&sandbox, "junit")).unwrap();
    let found = found(&sandbox);
    assert_eq!((report.tests, report.errors), (found.len(), 0));
    let cases: Vec<_> = report
        .test_suites
        .iter()
        .flat_map(|suite| &suite.test_cases)
        .map(|case| {
            let rule = case.name.as_str().split(' ').next().unwrap();
            (rule.to_owned(), case.classname.clone().unwrap().to_string())
        })
        .collect();
    let wanted: Vec<_> = found
        .into_iter()
        .map(|(rule, path, _)| (rule, path))
        .collect();
    assert_eq!(cases, wanted);
    for suite in &report.test_suites {
        assert_eq!(suite.tests, suite.test_cases.len());
    }
    assert!(report.failures > 0);
}

#[test]
fn of_a_clean_catalog_junit_tells_one_case_that_passes() {
    let sandbox = Sandbox::with_catalog();
    let text = sandbox.run(&["check", "--format", "junit"]).stdout;
    let report = quick_junit::Report::deserialize(text.as_slice()).unwrap();
    assert_eq!((report.tests, report.failures), (1, 0));
}

#[test]
fn checkstyle_is_sound_xml_of_files_and_errors() {
    let sandbox = sandbox();
    let text = said(&sandbox, "checkstyle");
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    let (mut path, mut told) = (String::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        if matches!(event, Event::Eof) {
            break;
        }
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            continue;
        };
        let value = |name: &str| {
            let found = tag.try_get_attribute(name).unwrap()?;
            let text = std::str::from_utf8(&found.value).unwrap();
            Some(quick_xml::escape::unescape(text).unwrap().into_owned())
        };
        match tag.name().as_ref() {
            b"checkstyle" => assert!(value("version").is_some()),
            b"file" => path = value("name").unwrap(),
            b"error" => {
                let severity = value("severity").unwrap();
                assert!(["error", "warning", "info"].contains(&&*severity));
                let rule = value("source").unwrap();
                let rule = rule.strip_prefix("mulu.").unwrap().to_owned();
                told.push((rule, path.clone(), value("line").unwrap().parse().unwrap()));
                assert!(!value("message").unwrap().is_empty());
            }
            other => panic!("{}", String::from_utf8_lossy(other)),
        }
    }
    assert_eq!(told, found(&sandbox));
}

#[test]
fn gitlab_gets_issues_as_its_documents_say() {
    let sandbox = sandbox();
    let issues: Value = serde_json::from_str(&said(&sandbox, "gitlab")).unwrap();
    validate(
        json!({"type": "array", "uniqueItems": true, "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "location", "severity"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "pattern": "^[A-Z][0-9]{3}$"},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {"type": "object", "required": ["path", "lines"], "properties": {
                    "path": {"type": "string", "not": {"pattern": "^(/|\\./)"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {
                        "begin": {"type": "integer", "minimum": 1},
                        "end": {"type": "integer", "minimum": 1},
                    }},
                }},
            },
        }}),
        &issues,
    );
    let issues = issues.as_array().unwrap();
    let one = |issue: &Value| {
        (
            issue["check_name"].as_str().unwrap().to_owned(),
            issue["location"]["path"].as_str().unwrap().to_owned(),
            issue["location"]["lines"]["begin"].as_u64().unwrap(),
        )
    };
    assert_eq!(issues.iter().map(one).collect::<Vec<_>>(), found(&sandbox));
    let mut marks: Vec<&str> = issues
        .iter()
        .map(|issue| issue["fingerprint"].as_str().unwrap())
        .collect();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), issues.len());
}

#[test]
fn reviewdog_gets_diagnostics_with_columns_in_bytes() {
    let sandbox = sandbox();
    let report: Value = serde_json::from_str(&said(&sandbox, "rdjson")).unwrap();
    let place = json!({"type": "object", "required": ["line"], "additionalProperties": false,
        "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}});
    let location = json!({"type": "object", "required": ["path"], "additionalProperties": false, "properties": {
        "path": {"type": "string"},
        "range": {"type": "object", "required": ["start"], "additionalProperties": false,
                  "properties": {"start": place, "end": place}},
    }});
    validate(
        json!({"type": "object", "additionalProperties": false, "properties": {
            "source": {"type": "object", "required": ["name"], "additionalProperties": false,
                       "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
            "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
            "diagnostics": {"type": "array", "items": {
                "type": "object", "required": ["message", "location"], "additionalProperties": false,
                "properties": {
                    "message": {"type": "string"}, "location": location,
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "additionalProperties": false,
                             "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                    "related_locations": {"type": "array", "items": {
                        "type": "object", "additionalProperties": false,
                        "properties": {"message": {"type": "string"}, "location": location}}},
                },
            }},
        }}),
        &report,
    );
    let found = found(&sandbox);
    let diagnostics = report["diagnostics"].as_array().unwrap();
    assert_eq!(diagnostics.len(), found.len());
    for (diagnostic, (rule, path, line)) in diagnostics.iter().zip(found) {
        let location = &diagnostic["location"];
        let (start, end) = (&location["range"]["start"], &location["range"]["end"]);
        assert_eq!(diagnostic["code"]["value"], rule);
        assert_eq!(
            (&location["path"], &start["line"]),
            (&json!(path), &json!(line))
        );
        // Both columns are borders of letters in the bytes of the line.
        let text = sandbox.read(&path);
        for place in [start, end] {
            let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
            let line = text.split('\n').nth(number("line") - 1).unwrap();
            assert!(
                line.is_char_boundary(number("column") - 1),
                "{diagnostic:#}"
            );
        }
    }
}

#[test]
fn github_gets_no_more_orders_than_it_shows_and_the_gravest_first() {
    let sandbox = sandbox();
    let base = sandbox
        .files()
        .into_iter()
        .find(|file| file.contains("/base/"))
        .unwrap();
    let mut text = sandbox.read(&base);
    for number in 0..30 {
        text += &["unknown_", &number.to_string(), ": 1\n"].concat();
    }
    sandbox.write(&base, &text);
    let text = said(&sandbox, "github");
    let count = |order: &str| text.lines().filter(|line| line.starts_with(order)).count();
    let orders = ["::error file=", "::warning file=", "::notice "];
    assert!(
        text.lines()
            .all(|line| orders.iter().any(|order| line.starts_with(order))),
        "{text}"
    );
    assert!(orders.iter().all(|order| count(order) <= 10), "{text}");
    assert!(orders.iter().any(|order| count(order) == 10), "{text}");
    let rank = |line: &str| orders.iter().position(|order| line.starts_with(order));
    assert!(text.lines().is_sorted_by_key(rank), "{text}");
    let last = text.lines().last().unwrap();
    assert!(
        last.starts_with("::notice title=mulu::") && last.contains("这里列出"),
        "{last}"
    );
    // Properties hold neither of the signs that would end them.
    for line in text.lines() {
        let (_, rest) = line.split_once(' ').unwrap();
        let (properties, _) = rest.split_once("::").unwrap();
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').unwrap();
            assert!(
                ["file", "line", "endLine", "col", "endColumn", "title"].contains(&name),
                "{line}"
            );
            assert!(!value.contains(':'), "{line}");
        }
    }
}

#[test]
fn a_comment_fits_and_nothing_in_it_is_live() {
    let sandbox = sandbox();
    let base = sandbox
        .files()
        .into_iter()
        .find(|file| file.contains("/base/"))
        .unwrap();
    let mut text = sandbox.read(&base);
    for number in 0..300 {
        text += &[
            "很长的字段名".repeat(40),
            number.to_string(),
            ": 1\n".to_owned(),
        ]
        .concat();
    }
    sandbox.write(&base, &text);
    let text = said(&sandbox, "markdown");
    assert!(
        text.len() < 65_536 && text.chars().count() > 5_000,
        "{}",
        text.len()
    );
    assert!(
        text.contains("统一度") && text.contains("没有列出"),
        "{text}"
    );
    for live in ["<b>", "](http", "@all", "`", "::error"] {
        assert!(!text.contains(live), "{live}: {text}");
    }
    let bars = |line: &str| line.matches('|').count();
    assert!(
        text.lines()
            .filter(|line| line.starts_with('|'))
            .all(|line| [4, 5].contains(&bars(line)))
    );
}

#[test]
fn several_forms_are_written_at_once_and_the_screen_gets_its_own() {
    let sandbox = sandbox();
    let all = [
        "sarif",
        "gitlab",
        "junit",
        "rdjson",
        "checkstyle",
        "markdown",
        "github",
        "json",
        "human",
    ];
    let files: Vec<String> = all
        .iter()
        .map(|form| format!("{form}=../out/{form}"))
        .collect();
    let mut args = vec!["-C", FOLDER, "check"];
    for file in &files {
        args.extend(["--output", file]);
    }
    let screen = String::from_utf8(sandbox.run(&args).stdout).unwrap();
    assert_eq!(screen, said(&sandbox, "human"));
    for form in all {
        assert_eq!(
            sandbox.read(&format!("out/{form}")),
            said(&sandbox, form),
            "{form}"
        );
    }
    let left = sandbox
        .files()
        .into_iter()
        .filter(|file| file.contains(".mulu-"));
    assert_eq!(left.count(), 0, "no half of a file is left");
    let screen = sandbox
        .run(&["-C", FOLDER, "check", "--output", "json=-"])
        .stdout;
    assert_eq!(String::from_utf8(screen).unwrap(), said(&sandbox, "json"));
}

#[test]
fn two_forms_in_one_place_are_refused() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["check", "--format", "json", "--output", "sarif=-"]), @r"
    --- stderr
    错误：屏幕只能有一种格式
    提示：每种格式给一个文件，屏幕（-）只给一次
    --- exit 2
    ");
    let twice = [
        "check",
        "--output",
        "json=a",
        "--output",
        "sarif=./a",
        "--lang",
        "en",
    ];
    insta::assert_snapshot!(sandbox.say(&twice), @r"
    --- stderr
    error: two forms are to go to ./a
    hint: give each form a file of its own, and the screen (-) once
    --- exit 2
    ");
    let no_file = sandbox.say(&["check", "--output", "sarif"]);
    assert!(
        no_file.contains("要写成 格式=文件") && no_file.ends_with("exit 2"),
        "{no_file}"
    );
    let no_folder = sandbox.say(&["check", "--output", "sarif=catalog/mulu.yaml/x"]);
    assert!(
        no_folder.contains("无法读写") && no_folder.ends_with("exit 2"),
        "{no_folder}"
    );
}
