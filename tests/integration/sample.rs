//! Random YAML in every layout people write. Every comment is told apart by its number, so that a test can
//! see which ones are lost.

use proptest::prelude::ProptestConfig;

/// So many cases. A case is told by its seed, which no other seed makes simpler.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 64,
        ..ProptestConfig::default()
    }
}

/// A small generator of numbers, so that a failing case is told by its seed alone.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    pub(crate) fn one_in(&mut self, cases: usize) -> bool {
        self.below(cases) == 0
    }

    pub(crate) fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.below(from.len())]
    }
}

/// Plain texts, some of which some reader takes for something else.
const PLAIN: &[&str] = &[
    "护照",
    "普通护照签发",
    "第4条",
    "a",
    "x y",
    "it's",
    "甲:乙",
    "a#b",
    "123",
    "007",
    "-5",
    "1.5",
    "yes",
    "true",
    "null",
    "~",
    "2024-05-01",
    "M01",
    "办理（网上）",
    "《护照法》",
];

/// A document under way.
pub(crate) struct Sample {
    pub(crate) dice: Dice,
    text: String,
    line_break: &'static str,
    comments: usize,
    keys: usize,
}

/// A random document.
pub(crate) fn document(seed: u64) -> String {
    let mut sample = Sample {
        dice: Dice::new(seed),
        text: String::new(),
        line_break: "\n",
        comments: 0,
        keys: 0,
    };
    sample.write();
    sample.text
}

impl Sample {
    fn write(&mut self) {
        if self.dice.one_in(8) {
            self.line_break = "\r\n";
        }
        if self.dice.one_in(20) {
            self.text.push('\u{FEFF}');
        }
        if self.dice.one_in(4) {
            self.comment_line(0);
        }
        if self.dice.one_in(6) {
            self.text.push_str("---");
            self.end_line();
        }
        match self.dice.below(8) {
            0 | 1 => self.sequence(0, 0),
            2 => {
                self.flow(0, 0);
                self.end_line();
            }
            _ => self.mapping(0, 0),
        }
        if self.dice.one_in(12) {
            self.text.push_str("...");
            self.text.push_str(self.line_break);
        }
        if self.dice.one_in(8) {
            let end = self.text.trim_end_matches(['\r', '\n']).len();
            self.text.truncate(end);
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Pushes one of two texts, the first only once in so many cases.
    fn push_rarely(&mut self, cases: usize, rare: &str, usual: &str) {
        let is_rare = self.dice.one_in(cases);
        self.push(if is_rare { rare } else { usual });
    }

    fn comment(&mut self) {
        self.comments += 1;
        let comment = format!("#注{}.", self.comments);
        self.text.push_str(&comment);
    }

    fn comment_line(&mut self, column: usize) {
        self.push(&" ".repeat(column));
        self.comment();
        self.push(self.line_break);
    }

    /// Ends a line, perhaps with a comment.
    fn end_line(&mut self) {
        if self.dice.one_in(5) {
            self.push(" ");
            self.comment();
        } else if self.dice.one_in(12) {
            self.push("  ");
        }
        self.push(self.line_break);
    }

    /// What may stand between elements: blank lines and comments.
    fn gap(&mut self, column: usize) {
        if self.dice.one_in(6) {
            self.push(self.line_break);
        }
        if self.dice.one_in(4) {
            self.comment_line(column);
            if self.dice.one_in(4) {
                self.push(self.line_break);
            }
        }
    }

    fn key(&mut self) {
        self.keys += 1;
        let key = match self.dice.below(6) {
            0 => format!("\"k{}\"", self.keys),
            1 => format!("'键{}'", self.keys),
            2 => format!("名 称{}", self.keys),
            _ => format!("k{}", self.keys),
        };
        self.push(&key);
    }

    fn mapping(&mut self, column: usize, depth: usize) {
        for index in 0..=self.dice.below(4) {
            if index > 0 {
                self.gap(column);
                self.push(&" ".repeat(column));
            }
            self.key();
            self.push_rarely(12, " :", ":");
            self.value(column, depth, false);
        }
        self.inner_end(column);
    }

    fn sequence(&mut self, column: usize, depth: usize) {
        for index in 0..=self.dice.below(4) {
            if index > 0 {
                self.gap(column);
                self.push(&" ".repeat(column));
            }
            self.push("-");
            self.value(column, depth, true);
        }
        self.inner_end(column);
    }

    /// A comment at the end of a nested collection.
    fn inner_end(&mut self, column: usize) {
        if column > 0 && self.dice.one_in(6) {
            self.comment_line(column);
        }
    }

    /// A value after its sign, with the end of its line.
    fn value(&mut self, column: usize, depth: usize, is_item: bool) {
        let deepest = if depth > 3 { 8 } else { 13 };
        match self.dice.below(deepest) {
            0 => self.end_line(),
            1 | 2 => {
                self.push_rarely(5, "   ", " ");
                self.inline(column);
                self.end_line();
            }
            3 | 4 => self.block(column),
            5 => {
                self.push(" ");
                self.flow(column + 1, depth);
                self.end_line();
            }
            6 | 7 => {
                let plain = self.dice.pick(PLAIN);
                self.push(" ");
                self.push(plain);
                self.end_line();
            }
            8 | 9 if is_item => self.compact(column, depth),
            8..=10 => self.nested(column, depth, is_item, false),
            _ => self.nested(column, depth, is_item, true),
        }
    }

    /// A collection on the line of its dash.
    fn compact(&mut self, column: usize, depth: usize) {
        let step = if self.dice.one_in(6) { 4 } else { 2 };
        self.push(&" ".repeat(step - 1));
        if self.dice.one_in(4) {
            self.sequence(column + step, depth + 1);
        } else {
            self.mapping(column + step, depth + 1);
        }
    }

    /// A collection below the line of its sign.
    fn nested(&mut self, column: usize, depth: usize, is_item: bool, is_sequence: bool) {
        self.end_line();
        let least = usize::from(is_item || !is_sequence);
        let step = if self.dice.one_in(4) {
            least + self.dice.below(3)
        } else {
            2
        };
        if self.dice.one_in(6) {
            self.comment_line(column + step);
        }
        self.push(&" ".repeat(column + step));
        if is_sequence {
            self.sequence(column + step, depth + 1);
        } else {
            self.mapping(column + step, depth + 1);
        }
    }

    fn inline(&mut self, column: usize) {
        let text = *self.dice.pick(&[
            &"护照",
            &"a: b # c",
            &"it's",
            &"",
            &"1",
            &"甲, 乙",
            &"\"x\"",
        ]);
        match self.dice.below(6) {
            0 | 1 => self.push(&format!("'{}'", text.replace('\'', "''"))),
            2 | 3 => self.push(&format!("\"{}\"", text.replace('"', "\\\""))),
            4 => {
                let indent = " ".repeat(column + 1);
                let line_break = self.line_break;
                self.push(&format!(
                    "\"一{line_break}{indent}二\\t{line_break}{line_break}{indent}# 文\""
                ));
            }
            _ => {
                let indent = " ".repeat(column + 2);
                let line_break = self.line_break;
                self.push(&format!("甲乙{line_break}{indent}丙丁"));
            }
        }
    }

    /// A block scalar.
    fn block(&mut self, column: usize) {
        let step = 1 + self.dice.below(4);
        let sign = *self.dice.pick(&[&"|", &"|", &">"]);
        let chomp = *self.dice.pick(&[&"", &"-", &"-", &"+"]);
        let has_digit = self.dice.one_in(6);
        let digit = if has_digit {
            step.to_string()
        } else {
            String::new()
        };
        self.push(&format!(" {sign}{digit}{chomp}"));
        self.end_line();
        let indent = " ".repeat(column + step);
        if self.dice.one_in(8) {
            self.push(self.line_break);
        }
        for index in 0..=self.dice.below(3) {
            let line =
                *self
                    .dice
                    .pick(&[&"申请人应当提交材料；", &"# 文", &"甲: 乙", &"- 丙", &"末 "]);
            let more = if index > 0 && self.dice.one_in(6) || has_digit && self.dice.one_in(3) {
                "  "
            } else {
                ""
            };
            self.push(&format!("{indent}{more}{line}"));
            self.push(self.line_break);
            if self.dice.one_in(8) {
                self.push(self.line_break);
            }
        }
        if self.dice.one_in(4) {
            self.push(self.line_break);
        }
    }

    /// A collection in brackets, on one line or on several.
    fn flow(&mut self, column: usize, depth: usize) {
        let is_mapping = self.dice.one_in(2);
        let is_long = self.dice.one_in(4);
        let indent = format!("{}{}", self.line_break, " ".repeat(column + 2));
        self.push(if is_mapping { "{" } else { "[" });
        let count = self.dice.below(4);
        for index in 0..count {
            if is_long {
                if self.dice.one_in(4) {
                    self.push(" ");
                    self.comment();
                }
                self.push(&indent);
            } else if self.dice.one_in(3) {
                self.push(" ");
            }
            if is_mapping {
                self.key();
                self.push(": ");
            }
            self.flow_value(column, depth);
            if index + 1 < count || self.dice.one_in(8) {
                self.push_rarely(8, " ,", ",");
            }
        }
        if is_long {
            if self.dice.one_in(4) {
                self.push(" ");
                self.comment();
            }
            self.push(&format!("{}{}", self.line_break, " ".repeat(column)));
        }
        self.push(if is_mapping { "}" } else { "]" });
    }

    fn flow_value(&mut self, column: usize, depth: usize) {
        match self.dice.below(8) {
            0 if depth < 3 => self.flow(column + 2, depth + 1),
            1 => self.push("\"甲, 乙\""),
            2 => self.push("'it''s'"),
            _ => {
                let plain = *self
                    .dice
                    .pick(&[&"护照", &"123", &"yes", &"a b", &"第4条", &"null", &"M01"]);
                self.push(plain);
            }
        }
    }
}
