//! Places and problems, one thing each.

mod agreement;

use crate::text::Lines;
use crate::yaml::{Document, Path, ProblemKind, Shape, Style, SyntaxCause, read};

fn at<'d>(document: &'d Document, path: &str) -> crate::yaml::Value<'d> {
    document.at(&Path::parse(path).unwrap()).unwrap()
}

/// The source under each path.
fn spans(text: &str, expected: &[(&str, &str)]) {
    let document = read(text);
    assert!(document.is_whole(), "{:?}", document.problems());
    for (path, source) in expected {
        assert_eq!(
            at(&document, path).span().of(text),
            *source,
            "{path} in {text:?}"
        );
    }
}

#[test]
fn every_value_knows_its_place() {
    let text = "code: \"0123\"\n# 注\nbasis:\n  - {law: 护照法, article: 4}\ntext: |-\n  一\n  二\nend: x\n";
    let document = read(text);
    assert_eq!(at(&document, "code").text(), Some("0123"));
    assert_eq!(at(&document, "text").text(), Some("一\n二"));
    assert_eq!(document.root().unwrap().span().of(text), text.trim_end());
    assert!(document.problems().is_empty());
    spans(
        text,
        &[
            ("code", "\"0123\""),
            ("basis[0].law", "护照法"),
            ("basis[0]", "{law: 护照法, article: 4}"),
            ("basis", "- {law: 护照法, article: 4}"),
            ("text", "|-\n  一\n  二"),
        ],
    );
}

#[test]
fn quotes_and_brackets_end_before_blanks_and_comments() {
    spans(
        "a: \"x\"  # 注\nb: 'it''s'''  \nc: [ x ,  'y' ]  # 注\nd: {  e: \"\\\"\" } # 注\nf: \"\\L\" \n",
        &[
            ("a", "\"x\""),
            ("b", "'it''s'''"),
            ("c", "[ x ,  'y' ]"),
            ("c[1]", "'y'"),
            ("d", "{  e: \"\\\"\" }"),
            ("d.e", "\"\\\"\""),
            ("f", "\"\\L\""),
        ],
    );
}

#[test]
fn block_scalars_run_from_header_to_content() {
    spans(
        "a: | # 注\n\n  一\n  二\n\n# 下\nb:\n  - >-\n    x\n    y\n  - |2\n     z\n\n\nc: |-\nd: |+\n\ne: |\n  a\n  \n   \nf: x\n",
        &[
            ("a", "| # 注\n\n  一\n  二"),
            ("b[0]", ">-\n    x\n    y"),
            ("b[1]", "|2\n     z"),
            ("c", "|-"),
            ("d", "|+\n"),
            ("e", "|\n  a\n  \n   "),
        ],
    );
}

#[test]
fn a_block_that_keeps_its_blank_lines_holds_them() {
    spans("a: |+\n  x\n\n\nb: 1\n", &[("a", "|+\n  x\n\n")]);
    spans("a: |+\n  x\n\n", &[("a", "|+\n  x\n")]);
    spans("a: |+\n  x", &[("a", "|+\n  x")]);
    spans("- |+\n  x\n\n- y", &[]);
}

#[test]
fn nothing_stands_right_after_its_sign() {
    let text = "a:\nb: # 注\nc:\n  -\n  -   # 注\n  - x\nd:\n-\n- # 注\ne: {f, g: , h: }\ni: ~\n";
    let document = read(text);
    let place = |path: &str| {
        let span = at(&document, path).span();
        assert_eq!(at(&document, path).shape(), Shape::Empty, "{path}");
        Lines::new(text).place(text, span.start as usize)
    };
    let places = [
        "a", "b", "c[0]", "c[1]", "d[0]", "d[1]", "e.f", "e.g", "e.h",
    ]
    .map(place);
    let pairs = places.map(|place| (place.line, place.column));
    assert_eq!(
        pairs,
        [
            (1, 3),
            (2, 3),
            (4, 4),
            (5, 4),
            (8, 2),
            (9, 2),
            (10, 6),
            (10, 10),
            (10, 15)
        ]
    );
    assert_eq!(at(&document, "i").span().of(text), "~");
}

#[test]
fn sequences_start_at_their_first_dash() {
    spans(
        "a:\n- - x\n  - y\n- z\nb:\n  - - [1]\nc:\n-   # 注\n  - q\n",
        &[
            ("a", "- - x\n  - y\n- z"),
            ("a[0]", "- x\n  - y"),
            ("b", "- - [1]"),
            ("b[0]", "- [1]"),
            ("c", "-   # 注\n  - q"),
            ("c[0]", "- q"),
        ],
    );
}

#[test]
fn anchors_and_tags_belong_to_the_value() {
    let text = "a: &x\n  - 1\nb: !t {c: 1}\nd: !!str &y |\n  z\ne: *x\nf: &z\ng: &w\n- 1\n";
    spans(
        text,
        &[
            ("a", "&x\n  - 1"),
            ("b", "!t {c: 1}"),
            ("d", "!!str &y |\n  z"),
            ("e", "*x"),
            ("f", "&z"),
            ("g", "&w\n- 1"),
        ],
    );
    let document = read(text);
    let told: Vec<(ProblemKind, &str)> = document
        .problems()
        .iter()
        .map(|problem| (problem.kind, problem.detail.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (ProblemKind::Anchor, "&x"),
            (ProblemKind::Tag, "!t"),
            (ProblemKind::Tag, "!!str"),
            (ProblemKind::Anchor, "&y"),
            (ProblemKind::Alias, "*x"),
            (ProblemKind::Anchor, "&z"),
            (ProblemKind::Anchor, "&w"),
        ]
    );
    assert_eq!(at(&document, "d").text(), Some("z\n"));
}

#[test]
fn a_pair_in_a_list_is_a_flow_mapping() {
    let text = "a: [b: c, d]\n";
    let document = read(text);
    assert!(at(&document, "a[0]").is_flow());
    spans(
        text,
        &[
            ("a", "[b: c, d]"),
            ("a[0]", "b: c"),
            ("a[0].b", "c"),
            ("a[1]", "d"),
        ],
    );
}

#[test]
fn styles_and_shapes_are_told() {
    let document =
        read("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: [x]\ng: null\nh: 'null'\n");
    let style = |path: &str| at(&document, path).style();
    assert_eq!(
        ["a", "b", "c", "d", "e", "f"].map(style),
        [
            Some(Style::Plain),
            Some(Style::Single),
            Some(Style::Double),
            Some(Style::Literal),
            Some(Style::Folded),
            None
        ]
    );
    assert_eq!(at(&document, "g").shape(), Shape::Empty);
    assert_eq!(at(&document, "h").text(), Some("null"));
}

#[test]
fn the_first_of_two_equal_keys_counts() {
    let text = "a: 1\nb: 2\n'a': 3\nc: {d: 1, d: 2}\n";
    let document = read(text);
    assert_eq!(at(&document, "a").text(), Some("1"));
    let repeated: Vec<&str> = document
        .problems()
        .iter()
        .map(|problem| problem.span.of(text))
        .collect();
    assert_eq!(repeated, ["'a'", "d"]);
    let many: String = (0..200).fold(String::new(), |text, n| {
        text + &format!("k{}: x\n", n % 150)
    });
    assert_eq!(read(many).problems().len(), 50);
}

/// What is told of a broken text: kind, cause, line and column.
fn told(text: &str) -> Vec<(ProblemKind, Option<SyntaxCause>, usize, usize)> {
    let lines = Lines::new(text);
    read(text)
        .problems()
        .iter()
        .map(|problem| {
            let place = lines.place(text, problem.span.start as usize);
            (problem.kind, problem.cause, place.line, place.column)
        })
        .collect()
}

#[test]
fn twenty_ways_to_break_a_file_each_have_their_place() {
    use ProblemKind::{Syntax, Tab, TooDeep};
    use SyntaxCause::*;
    let broken: &[(&str, ProblemKind, Option<SyntaxCause>, usize, usize)] = &[
        ("a:\n\tb: 1\n", Tab, None, 2, 1),
        ("a:\n  b: 1\n\tc: 2\n", Tab, None, 3, 1),
        ("a: 1\n\tb: 2\n", Tab, None, 2, 1),
        ("a: \"1\"\n  \tb: 2\n", Tab, None, 2, 3),
        ("a: |\n\tfoo\n", Tab, None, 2, 1),
        ("a: |\n  foo\n\tbar\nc: 1\n", Tab, None, 3, 1),
        ("a: [\n\tb,\n]\n", Tab, None, 2, 1),
        ("a:\tb\n", Tab, None, 1, 3),
        ("名: [甲, 乙\nb: 3\n", Syntax, Some(UnclosedBracket), 1, 4),
        ("a: [1, 2\n", Syntax, Some(UnclosedBracket), 1, 4),
        ("- [1, 2\n- x\n", Syntax, Some(UnclosedBracket), 1, 3),
        ("a: {b: 1\nc: 2\n", Syntax, Some(UnclosedBracket), 1, 4),
        ("a: [\"x\" y]\n", Syntax, Some(AfterQuote), 1, 9),
        ("a: [[x] y]\n", Syntax, Some(MissingComma), 1, 9),
        ("a: ]\n", Syntax, Some(StrayBracket), 1, 4),
        (
            "a: 甲\nb: \"乙\nc: \"丙\"\n",
            Syntax,
            Some(UnclosedQuote),
            2,
            4,
        ),
        ("- \"乙\n- \"丙\"\n", Syntax, Some(UnclosedQuote), 1, 3),
        ("a: 'x\n", Syntax, Some(UnclosedQuote), 1, 4),
        ("a: \"关于\"办理\n", Syntax, Some(AfterQuote), 1, 8),
        ("a: \"一\\q\"\n", Syntax, Some(BadEscape), 1, 6),
        ("a: \"\\u00G0\"\n", Syntax, Some(BadEscape), 1, 5),
        ("甲: 1\n乙\n丙: 2\n", Syntax, Some(MissingColon), 2, 1),
        ("甲: 1\n乙:2\n丙: 2\n", Syntax, Some(MissingColon), 2, 1),
        ("甲：1\n乙: 2\n", Syntax, Some(MissingColon), 1, 1),
        ("a: b: c\n", Syntax, Some(ColonInText), 1, 5),
        ("a: 1\n  b: 2\n", Syntax, Some(Indentation), 2, 3),
        ("a:\n  b: 1\n c: 2\n", Syntax, Some(Indentation), 3, 2),
        ("a:\n  - x\n  b: 1\n", Syntax, Some(Indentation), 3, 3),
        ("a: - b\n", Syntax, Some(Indentation), 1, 4),
        (" a: 1\nb: 2\n", Syntax, Some(Indentation), 2, 1),
        ("a: @x\n", Syntax, Some(ReservedCharacter), 1, 4),
        ("a: |x\n b\n", Syntax, Some(BlockHeader), 1, 4),
        ("a: b #c\n  d\n", Syntax, Some(CommentInText), 1, 6),
        ("a: *x\n", Syntax, Some(UnknownAnchor), 1, 4),
        ("a: \0\n", Syntax, Some(Nul), 1, 4),
        (&"[".repeat(50_000), TooDeep, None, 1, 256),
    ];
    for (text, kind, cause, line, column) in broken {
        let shown: String = text.chars().take(40).collect();
        assert_eq!(told(text), [(*kind, *cause, *line, *column)], "{shown:?}");
    }
}

#[test]
fn what_stands_before_a_break_is_read() {
    let text = "a: 甲\nb:\n  - x: 1\n    y: \"未完\n  - z\n";
    let document = read(text);
    assert!(!document.is_whole());
    assert_eq!(at(&document, "a").text(), Some("甲"));
    assert_eq!(at(&document, "b[0].x").text(), Some("1"));
    assert_eq!(at(&document, "b[0].y").shape(), Shape::Empty);
    assert_eq!(at(&document, "b").span().of(text), "- x: 1\n    y:");
}

#[test]
fn what_is_nested_too_deep_is_not_read_on() {
    let dashes = "- ".repeat(10_000);
    let keys = (0..300).fold(String::new(), |text, n| {
        text + &format!("{}a:\n", " ".repeat(n))
    });
    let braces = "{a: ".repeat(50_000);
    for text in [dashes, keys, braces] {
        let document = read(text.as_str());
        let kinds: Vec<ProblemKind> = document
            .problems()
            .iter()
            .map(|problem| problem.kind)
            .collect();
        assert_eq!(kinds, [ProblemKind::TooDeep]);
        assert!(!document.is_whole());
    }
}

#[test]
fn a_bomb_of_aliases_costs_its_own_length() {
    let line = |n: usize| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}, *a{0}]\n", n - 1);
    let text = (1..100).fold("a0: &a0 x\n".to_owned(), |text, n| text + &line(n));
    let document = read(text);
    assert!(document.is_whole());
    assert_eq!(at(&document, "a99").items().len(), 4);
    assert_eq!(at(&document, "a99[0]").shape(), Shape::Alias);
}

#[test]
fn what_follows_the_first_document_is_reported_not_read() {
    assert_eq!(
        told("a: 1\n---\nb: 2\n"),
        [(ProblemKind::SecondDocument, None, 2, 1)]
    );
    assert_eq!(
        told("a: 1\n...\nb: [\n"),
        [(ProblemKind::SecondDocument, None, 3, 1)]
    );
    assert_eq!(told("---\na: 1\n...\n"), []);
    assert!(read("a: 1\n---\nb: 2\n").root().unwrap().get("b").is_none());
}

#[test]
fn keys_are_scalars() {
    let text = "? [a]\n: b\n{c: d}: e\n";
    assert_eq!(
        told(text),
        [
            (ProblemKind::ComplexKey, None, 1, 3),
            (ProblemKind::ComplexKey, None, 3, 1)
        ]
    );
    assert_eq!(read(text).problems()[1].span.of(text), "{c: d}");
    assert_eq!(told("? a\n: b\n"), []);
}

#[test]
fn the_text_itself_is_looked_at() {
    assert_eq!(
        told("\u{FEFF}a: 1\r\nb: \u{1b}\r\n"),
        [
            (ProblemKind::ByteOrderMark, None, 1, 1),
            (ProblemKind::CrLf, None, 1, 6),
            (ProblemKind::Control, None, 2, 4)
        ]
    );
    assert_eq!(told("a: b·c\u{85}\n"), []);
    assert_eq!(told("a: \u{90}\n"), [(ProblemKind::Control, None, 1, 4)]);
    let text = "a: |\r\n  一\r\n  二\r\nb: x\r\n";
    assert_eq!(at(&read(text), "a").text(), Some("一\n二\n"));
    spans(text, &[("a", "|\r\n  一\r\n  二"), ("b", "x")]);
}
