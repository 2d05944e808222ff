//! Wrong body codes as they really occur, each with the reason that is given for it. The codes are public.

use crate::stage::{Example, findings, stage};

/// A body as a local matter states it, and what is said of it; nothing for a right one.
const CASES: &[(&str, &str)] = &[
    ("11511301008778239R", ""),
    ("1151130100877801XA", ""),
    ("115113010833722043", ""),
    ("11440300MB2D072246", ""),
    ("11430000MB1C8426XK", ""),
    (
        "1151130108778239R",
        "有 17 位，少一位；补一位而校验码都对的只有 11511301008778239R",
    ),
    (
        "1151130000877869M",
        "有 17 位，少一位；补一位而校验码都对的只有 11511300008778693M",
    ),
    ("083372204", "“083372204”是 9 位的旧组织机构代码"),
    ("00877836X", "“00877836X”是 9 位的旧组织机构代码"),
    ("00877868-5", "“00877868-5”是 9 位的旧组织机构代码"),
    (
        "0087790701",
        "有 10 位，像是多了一位的旧组织机构代码 008779071",
    ),
    ("2222222222222", "同一个字符写了 13 遍，只是占位"),
    ("8282348", "有 7 位，应为 18 位"),
    (
        "TE5116020105116050",
        "校验码（第 18 位）不对，按前 17 位应为 7",
    ),
    ("11440300007542785T", "按前 17 位应为 U"),
    (
        "12430000MBOL67976N",
        "第 11 位“O”不是代码所用的字符；换成形近的数字则校验码都对：12430000MB0L67976N",
    ),
    (
        "11511301452259996u",
        "里有小写字母，应写作 11511301452259996U",
    ),
    ("１1511301452259996U", "里有全角字符，应写作"),
    ("11511301 452259996U", "里有空格，应写作"),
    ("", "“实施主体”没有写内容"),
];

#[test]
fn a_wrong_body_is_found_with_its_reason_and_a_right_one_is_left_alone() {
    let stage = stage();
    for (body, reason) in CASES {
        let text =
            format!("# local/330106/11330106002500033X4000123001000.yaml\nbody: \"{body}\"\n");
        let found = findings(&Example::read("", &text).catalog(&stage));
        let said = found
            .iter()
            .filter(|finding| matches!(finding.rule, "C004" | "S015"))
            .map(|finding| finding.message.zh.as_str());
        let said: Vec<&str> = said.collect();
        let is_right = match said.as_slice() {
            [] => reason.is_empty(),
            [one] => !reason.is_empty() && one.contains(reason),
            _ => false,
        };
        assert!(is_right, "{body}: {said:?}");
    }
}

/// Each character of the table of look-alikes is taken for the digit beside it.
#[test]
fn every_look_alike_is_taken_for_its_digit() {
    for (seen, meant) in [
        ("O", "0"),
        ("o", "0"),
        ("I", "1"),
        ("L", "1"),
        ("|", "1"),
        ("Z", "2"),
        ("S", "5"),
        ("B", "8"),
        ("７", "7"),
    ] {
        let code = format!("00012300{seen}000");
        let text = format!("# base/23/000123001000.yaml\ncode: \"{code}\"\n");
        let found = findings(&Example::read("", &text).catalog(&stage()));
        let said = found.iter().find(|finding| finding.rule == "C001");
        let right = format!("应为 00012300{meant}000");
        let message = said.map_or("", |finding| finding.message.zh.as_str());
        assert!(message.contains(&right), "{seen}: {message}");
    }
}
