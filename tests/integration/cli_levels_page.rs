//! `mulu levels --format html`: the page, read as text.

use crate::counties::{BASE, committed};
use crate::page_hostile::{hostile, page};

/// What stands between two texts, the first time.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap().0
}

/// The words of a piece of the page, one line for each line of it.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_difference_is_told_with_both_values_and_its_siblings() {
    let page = page(&committed(), &[]);
    let item = between(&page, "<li id=\"d1\"", "</li>");
    assert!(item.contains("从业人员持有<del>效</del>健康证明"), "{item}");
    assert!(
        item.contains("从业人员持有<ins>半年以内的</ins>健康证明"),
        "{item}"
    );
    let extra = between(&page, "<li id=\"d3\"", "</li>");
    insta::assert_snapshot!(words(&format!("<{extra}")), @"
    多出 申请材料 待处理
    食品经营许可(县级） 330106 西湖区 000131002000 比对表
    上级：基本目录
    —
    此处：330106 西湖区
    +居民委员会证明
    两边相同的还有 2 项。
    同级：县级 3 个中 2 个为 食品经营许可申请书、经营场所平面图，1 个与此相同。
    catalog/local/330106/11330106MU033101XF4000131002000.yaml:26
    ");
}

#[test]
fn the_head_says_what_was_compared_and_asked_for() {
    let sandbox = committed().with("LANG", "C");
    let page = page(&sandbox, &["base", "330106", "--class", "looser", "--all"]);
    assert!(page.contains("<html lang=\"en\">"));
    insta::assert_snapshot!(words(between(&page, "<header>", "</header>")), @"
    Catalog of government service matters
    Differences between levels
    Day2026-11-24
    Compared
    base catalog ↔ 330106 西湖区: 1 pairs, 0 only in the first, 0 only in the second, 0 unclear
    Filters
    Class: looser
    ");
    assert_eq!(page.matches("<li id=\"d").count(), 1);
}

#[test]
fn one_matter_has_its_matrix_in_the_fields_asked_for() {
    let page = page(
        &committed(),
        &["--matter", BASE, "--field", "name,promised_limit,visits"],
    );
    assert_eq!(page.matches("<li id=\"d").count(), 2);
    insta::assert_snapshot!(words(between(&page, "<div id=\"m1\">", "</details>")), @"
    字段基本目录330106 西湖区
    事项名称
    食品经营许可
    写法
    食品经营许可(县级）
    承诺办结时限
    8 个工作日
    放宽
    15 个工作日
    这些字段都与上级一致：330109 萧山区、330122 桐庐县。
    另有 1 个字段各处都与上级一致，没有列出。
    ");
}

#[test]
fn decisions_still_open_stand_in_a_section_of_their_own() {
    let page = page(&hostile(), &[]);
    let section = between(&page, "<h2 id=\"unsettled\">", "</section>");
    insta::assert_snapshot!(words(section), @"
    未了结的处置1
    已提议、已搁置，或者处置已失效、已到期：还要有人再看。
    状态
    事项和字段
    地区
    处置人
    日期
    期限
    理由
    已搁置
    食品经营许可 · 承诺办结时限
    330109 萧山区张&#60;b&#62;三2026-11-24
    人手不足&#60;script&#62;document.title=&#39;被改&#39;&#60;/script&#62;⟨U+202E⟩
    ");
}

#[test]
fn the_trend_is_drawn_if_asked_for() {
    let sandbox = committed();
    assert!(!page(&sandbox, &[]).contains("<svg"));
    let page = page(&sandbox, &["--history"]);
    assert_eq!(page.matches("<circle").count(), 1);
    let caption = between(&page, "<figcaption id=\"trend\">", "</figcaption>");
    assert_eq!(
        caption,
        "最近 1 次改动目录的提交，由旧到新；最高 91.1%，最低 91.1%"
    );
}

#[test]
fn the_same_catalog_gives_the_same_bytes() {
    let sandbox = committed();
    let one = page(&sandbox, &["--all", "--history=3"]);
    assert_eq!(one, page(&sandbox, &["--all", "--history=3"]));
    assert!(
        !one.contains("http:") && !one.contains("https:"),
        "an address outside"
    );
}

#[test]
fn hostile_text_is_only_text() {
    let page = page(&hostile(), &["--all"]);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    assert_eq!(page.matches("</title").count(), 1);
    assert!(!page.contains("<img") && !page.contains("<b>"));
    assert!(!page.contains("' onmouseover='") && !page.contains("' onload='"));
    assert!(!page.contains('\u{202E}'), "a bidi character is obeyed");
    assert!(page.contains("⟨U+202E⟩许可"));
}

#[test]
fn what_no_page_can_show_is_refused() {
    let sandbox = committed();
    insta::assert_snapshot!(sandbox.say(&["levels", "--history"]), @r"
    --- stderr
    错误：--history 只用于 --format html
    提示：mulu score --history 列出各次提交的统一度
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["levels", "--siblings", "--format", "html"]), @r"
    --- stderr
    错误：--siblings 还没有 html，请用 markdown 或 csv
    --- exit 2
    ");
}
