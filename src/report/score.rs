//! Uniformity for a person and for a machine, now and over time.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::levels::{Score, Scores};
use crate::report::json_text::to_text;
use crate::report::table::table;
use crate::report::{Look, Paint};
use crate::text::{Lang, Words, visible, words};

/// 分组: the parts of a catalog by which its score is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 行政区划.
    Division,
    /// 部门.
    Department,
    /// 事项类型.
    Kind,
    /// 字段.
    Field,
}

/// 历史一点: the score of a catalog at a commit.
#[derive(Clone, Debug)]
pub struct Past {
    /// Short id of the commit.
    pub id: String,
    /// Its day.
    pub day: String,
    /// First line of its message.
    pub subject: String,
    /// The score then; `None` if the catalog could not be read.
    pub score: Option<Score>,
}

const WHOLE: Words = words(
    "统一度 {share}（比对 {compared} 项，不一致 {departing} 项，其中准予 {approved} 项）",
    "uniformity {share} ({compared} values compared, {departing} depart, {approved} of them approved)",
);
const SHARE: Words = words("统一度", "uniformity");
const COMPARED: Words = words("比对", "compared");
const DEPARTING: Words = words("不一致", "departing");
const APPROVED: Words = words("准予", "approved");
const COMMIT: Words = words("提交", "commit");
const TREND: Words = words("趋势", "trend");
const UNREADABLE: Words = words("读不出", "unreadable");

impl Part {
    /// Every part, in the order in which they are told.
    pub const ALL: [Part; 4] = [Part::Division, Part::Department, Part::Kind, Part::Field];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Part::Division => "division",
            Part::Department => "department",
            Part::Kind => "type",
            Part::Field => "field",
        }
    }

    pub(super) fn heading(self) -> Words {
        match self {
            Part::Division => words("区划", "division"),
            Part::Department => words("部门", "department"),
            Part::Kind => words("类型", "type"),
            Part::Field => words("字段", "field"),
        }
    }

    /// The scores of each, the lowest first; each with its code and its name.
    pub(super) fn scores(
        self,
        catalog: &Catalog,
        scores: &Scores,
        lang: Lang,
    ) -> Vec<(String, String, Score)> {
        let standard = &catalog.standard;
        let named = |found: Option<String>| found.unwrap_or_default();
        let of = |code: &str| match self {
            Part::Division => {
                let division = catalog.registers.division(code);
                named(division.map(|division| division.name.to_string()))
            }
            Part::Department => {
                let department = standard.department(code);
                named(department.map(|department| department.name().of(lang).to_owned()))
            }
            _ => named(
                standard
                    .kind(code)
                    .map(|kind| kind.name().of(lang).to_owned()),
            ),
        };
        let by_code = |scores: &BTreeMap<Box<str>, Score>| {
            let all = scores.iter();
            all.map(|(code, score)| (code.to_string(), of(code), *score))
                .collect()
        };
        let mut all: Vec<(String, String, Score)> = match self {
            Part::Division => by_code(&scores.divisions),
            Part::Department => by_code(&scores.departments),
            Part::Kind => by_code(&scores.kinds),
            Part::Field => {
                let fields = scores.fields.iter().map(|(field, score)| {
                    let schema = standard.field(*field);
                    let title = schema.map(|schema| schema.title.of(lang).to_owned());
                    (field.key().to_owned(), title.unwrap_or_default(), *score)
                });
                fields.collect()
            }
        };
        all.sort_by_key(|(.., score)| score.per_mille());
        all
    }
}

/// The scores for a person: the whole, then each part asked for.
pub fn score(catalog: &Catalog, scores: &Scores, parts: &[Part], look: &Look) -> String {
    let lang = look.lang;
    let mut text = look.paint(Paint::Strong, &whole(&scores.whole, lang));
    text.push('\n');
    for part in parts {
        let headings = [part.heading(), SHARE, COMPARED, DEPARTING, APPROVED];
        let headings = headings.map(|words| words.of(lang));
        let rows = part.scores(catalog, scores, lang).into_iter();
        let rows: Vec<Vec<String>> = rows
            .map(|(code, name, score)| {
                let mut row = vec![visible(&format!("{code} {name}")).into_owned()];
                row.extend(figures(&score));
                row
            })
            .collect();
        text.push('\n');
        text += &table(&headings, &rows, look);
    }
    text
}

fn figures(score: &Score) -> [String; 4] {
    [
        percent(score),
        score.compared.to_string(),
        score.departing.to_string(),
        score.approved.to_string(),
    ]
}

/// The whole of a catalog in one line.
pub(super) fn whole(score: &Score, lang: Lang) -> String {
    let [share, compared, departing, approved] = figures(score);
    let values = [
        ("share", &*share),
        ("compared", &*compared),
        ("departing", &*departing),
        ("approved", &*approved),
    ];
    WHOLE.with(&values).of(lang).to_owned()
}

/// A score as `98.7%`, never rounded up to what it is not.
pub fn percent(score: &Score) -> String {
    let per_mille = score.per_mille();
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

/// The scores for a machine.
pub fn score_json(catalog: &Catalog, scores: &Scores, history: &[Past], lang: Lang) -> String {
    let parts = Part::ALL.map(|part| {
        let all = part.scores(catalog, scores, lang).into_iter();
        let all = all.map(|(code, name, score)| {
            let mut one = figures_json(&score);
            one["code"] = Value::from(code);
            one["name"] = Value::from(name);
            one
        });
        (part.word().to_owned(), all.collect::<Value>())
    });
    let history = history.iter().map(|past| {
        json!({
            "commit": past.id, "day": past.day, "subject": past.subject,
            "score": past.score.as_ref().map(figures_json),
        })
    });
    let report = json!({
        "version": 1,
        "lang": lang.word(),
        "whole": figures_json(&scores.whole),
        "parts": parts.into_iter().collect::<Value>(),
        "history": history.collect::<Value>(),
    });
    to_text(&report)
}

fn figures_json(score: &Score) -> Value {
    json!({
        "per_mille": score.per_mille(), "compared": score.compared,
        "departing": score.departing, "approved": score.approved,
    })
}

/// The score over time for a person, oldest first: a line of blocks, then a table.
pub fn score_history(history: &[Past], look: &Look) -> String {
    let lang = look.lang;
    let headings = [COMMIT, SHARE, DEPARTING].map(|words| words.of(lang));
    let row = |past: &Past| {
        let (share, departing) = match &past.score {
            Some(score) => (percent(score), score.departing.to_string()),
            None => (UNREADABLE.of(lang).to_owned(), String::new()),
        };
        let commit = format!("{} {} {}", past.day, past.id, visible(&past.subject));
        vec![commit, share, departing]
    };
    let rows: Vec<Vec<String>> = history.iter().map(row).collect();
    let trend = format!("{} {}\n", TREND.of(lang), sparkline(history));
    trend + &table(&headings, &rows, look)
}

/// One block for each commit, from the lowest score to the highest.
fn sparkline(history: &[Past]) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let known = history.iter().filter_map(|past| past.score.as_ref());
    let known: Vec<usize> = known.map(Score::per_mille).collect();
    let (Some(lowest), Some(highest)) = (known.iter().min(), known.iter().max()) else {
        return String::new();
    };
    let height = |value: usize| {
        let place = ((value - lowest) * 7).checked_div(highest - lowest);
        BLOCKS.get(place.unwrap_or(7)).copied().unwrap_or('█')
    };
    history
        .iter()
        .map(|past| {
            past.score
                .as_ref()
                .map_or(' ', |score| height(score.per_mille()))
        })
        .collect()
}
