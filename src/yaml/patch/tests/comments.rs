//! Whose a comment is.

use super::{item, remove, shift};

#[test]
fn a_comment_above_goes_with_what_it_surely_speaks_of() {
    assert_eq!(
        remove("# 甲\na: 1\n# 乙\nb: 2\n# 丙\nc: 3\n", "b"),
        "# 甲\na: 1\n# 丙\nc: 3\n"
    );
    assert_eq!(
        remove("a: 1\n# 乙\n# 乙二\nb: 2\n\nc: 3\n", "b"),
        "a: 1\n\nc: 3\n"
    );
    assert_eq!(remove("a: 1\n# 乙\nb: 2\n", "b"), "a: 1\n");
}

#[test]
fn a_comment_that_may_head_a_group_stays() {
    assert_eq!(
        remove("a: 1\n# 时限\nb: 2\nc: 3\n", "b"),
        "a: 1\n# 时限\nc: 3\n"
    );
    assert_eq!(remove("a: 1\n# 说明\n\nb: 2\n", "b"), "a: 1\n# 说明\n");
    assert_eq!(
        remove("a:\n  - x\n# 乙\nb: 2\n", "a[0]"),
        "a: []\n# 乙\nb: 2\n"
    );
}

#[test]
fn the_comment_that_opens_a_file_stays() {
    assert_eq!(remove("# 文件\na: 1\n\nb: 2\n", "a"), "# 文件\n\nb: 2\n");
    assert_eq!(
        remove("---\n# 文件\na: 1\n\nb: 2\n", "a"),
        "---\n# 文件\n\nb: 2\n"
    );
    assert_eq!(
        shift("# 文件\na: 1\n# 乙\nb: 2\n", "b", 0),
        "# 文件\n# 乙\nb: 2\na: 1\n"
    );
    assert_eq!(
        shift("\u{FEFF}# 文件\na: 1\nb: 2\n", "b", 0),
        "\u{FEFF}# 文件\nb: 2\na: 1\n"
    );
}

#[test]
fn comments_inside_go_and_comments_outside_stay() {
    assert_eq!(remove("a:\n  - x\n  # 内\nb: 2\n", "a"), "b: 2\n");
    assert_eq!(
        remove("a:\n  - x\n\n  # 内\n\n# 外\nb: 2\n", "a"),
        "\n# 外\nb: 2\n"
    );
    assert_eq!(
        remove("a:\n  - x\n  - y\n  # 末\nb: 2\n", "a[1]"),
        "a:\n  - x\n  # 末\nb: 2\n"
    );
    assert_eq!(
        remove("a:\n  # 首\n\n  - x\nb: 2\n", "a[0]"),
        "a: []\n  # 首\n\nb: 2\n"
    );
    assert_eq!(
        remove("- a: 1\n\n  # 远\n\n  b: 2\n", "[0].a"),
        "- # 远\n\n  b: 2\n"
    );
    assert_eq!(
        remove("- a: 1\n  # 乙\n  b: 2\n", "[0].a"),
        "- # 乙\n  b: 2\n"
    );
}

#[test]
fn an_element_moves_with_its_comments() {
    let text = "a:\n  # 甲\n  - x # 一\n  # 乙\n  - y: 1 # 二\n    # 内\n  # 末\nb: 1\n";
    assert_eq!(
        shift(text, "a[1]", 0),
        "a:\n  # 乙\n  - y: 1 # 二\n    # 内\n  # 甲\n  - x # 一\n  # 末\nb: 1\n"
    );
}

#[test]
fn what_is_put_in_does_not_part_a_comment_from_its_element() {
    assert_eq!(
        item("a:\n  - x # 一\n  # 乙\n  - y\n", "a", 1, "z"),
        "a:\n  - x # 一\n  - z\n  # 乙\n  - y\n"
    );
    assert_eq!(item("# 文件\n- x\n", "", 0, "z"), "# 文件\n- z\n- x\n");
}

#[test]
fn what_looks_like_a_comment_in_a_text_is_none() {
    let text = "a: |\n  一\n  # 文\nb: \"x\n  # 文\"\nc: 1\n";
    assert_eq!(remove(text, "c"), "a: |\n  一\n  # 文\nb: \"x\n  # 文\"\n");
    assert_eq!(remove(text, "a"), "b: \"x\n  # 文\"\nc: 1\n");
}
