//! What there is to know of the field under the cursor, gathered from the schema, the policies and the
//! pages of the rules.

use std::sync::Arc;

use crate::catalog::standard::{Form, Format, Schema};
use crate::findings::{Part, RuleInfo};
use crate::session::rule_info;
use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{Dialog, Guidance, Paragraph};
use crate::tui::effect::Effect;
use crate::tui::form::{Above, Choices, Row, choices, policy_words, top_field};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::update::edit;

const BETWEEN: Words = words("各级之间", "Between levels");
const ALLOWED: Words = words("可以填什么", "What may stand here");
const FREE: Words = words("各级可以不同", "levels may differ");
const INHERITS: Words = words(
    "本级不写时沿用上级的值",
    "where this level is silent, the value from above is in effect",
);
const OWN: Words = words(
    "是本地自己的内容，不沿用上级",
    "a level's own business; never inherited",
);
/// Most values listed.
const MOST: usize = 60;

/// Whether there is anything to know of the row.
pub(crate) fn can_ask(model: &Model) -> bool {
    let row = model.selected_row();
    row.is_some_and(|row| row.schema.is_some() || !row.notes.is_empty())
}

/// Shows what there is to know of the field.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.selected_row().cloned() else {
        return Vec::new();
    };
    let mut said = vec![paragraph(Role::Dim, Saying::same(&row.path.to_string()))];
    if let Some(schema) = help_of(model, &row) {
        said.push(paragraph(Role::Plain, schema.help.clone()));
    }
    between(model, &row, &mut said);
    if let Some(schema) = &row.schema {
        allowed(model, &row, schema, &mut said);
    }
    let mut told: Vec<&str> = Vec::new();
    for note in &row.notes {
        if !told.contains(&note.rule) {
            told.push(note.rule);
            said.extend(rule_info(note.rule).into_iter().flat_map(page));
        }
    }
    let title = edit::title(model, &row);
    model.dialog = Some(Dialog::Guidance(Guidance::new(title, said)));
    Vec::new()
}

fn paragraph(role: Role, text: Saying) -> Paragraph {
    Paragraph {
        role,
        text,
        indent: 0,
    }
}

fn heading(said: &mut Vec<Paragraph>, title: Saying) {
    said.push(paragraph(Role::Plain, Saying::default()));
    said.push(paragraph(Role::Section, title));
}

/// An element of a list is explained by its list if it has no words of its own.
fn help_of(model: &Model, row: &Row) -> Option<Arc<Schema>> {
    let has_help = |schema: &&Arc<Schema>| !schema.help.zh.is_empty();
    let ways = (1..=row.path.0.len()).rev();
    let rows = &model.sheet.rows;
    let schemas = ways.filter_map(|steps| {
        let way = row.path.0.get(..steps)?;
        rows.iter().find(|row| row.path.0 == way)?.schema.as_ref()
    });
    schemas.into_iter().find(has_help).cloned()
}

fn between(model: &Model, row: &Row, said: &mut Vec<Paragraph>) {
    let (Some(catalog), Some(field)) = (model.catalog(), top_field(&row.path)) else {
        return;
    };
    heading(said, BETWEEN.into());
    let policy = policy_words(catalog, field).unwrap_or(FREE);
    let inherits = if catalog.standard.policy(field).inherits {
        INHERITS
    } else {
        OWN
    };
    let line = Saying {
        zh: format!("{}；{}。", policy.zh, inherits.zh),
        en: format!("{}; {}.", policy.en, inherits.en),
    };
    said.push(paragraph(Role::Plain, line));
    if let Some(above) = row.above.as_ref().map(Above::line) {
        said.push(paragraph(Role::Dim, above));
    }
}

fn allowed(model: &Model, row: &Row, schema: &Schema, said: &mut Vec<Paragraph>) {
    let listed = model
        .catalog()
        .and_then(|catalog| choices(catalog, &row.path, schema));
    let lines = match listed {
        Some(listed) => values(&listed),
        None => bounds(schema).into_iter().collect(),
    };
    if lines.is_empty() {
        return;
    }
    heading(said, ALLOWED.into());
    said.extend(lines.into_iter().map(|line| paragraph(Role::Plain, line)));
}

fn values(listed: &Choices) -> Vec<Saying> {
    let shown = listed.options.iter().take(MOST);
    let mut lines: Vec<Saying> = shown
        .map(|offer| {
            let label = &offer.label;
            let with_note = |label: &str, note: &str| match note {
                "" => label.to_owned(),
                note => format!("{label} · {note}"),
            };
            Saying {
                zh: with_note(&label.zh, &offer.note.zh),
                en: with_note(&label.en, &offer.note.en),
            }
        })
        .collect();
    let left = listed.options.len().saturating_sub(MOST);
    if left > 0 {
        let more = words(
            "……还有 {n} 个，按 Enter 查找",
            "… and {n} more; Enter searches them",
        );
        lines.push(more.with(&[("n", &left.to_string())]));
    }
    lines
}

/// What the schema says of a typed value.
fn bounds(schema: &Schema) -> Option<Saying> {
    match &schema.form {
        Form::Integer { min, max } if *max == i64::MAX => {
            let said = words("整数，不小于 {min}", "a whole number, {min} or more");
            Some(said.with(&[("min", &min.to_string())]))
        }
        Form::Integer { min, max } => {
            let said = words("整数，{min} 到 {max}", "a whole number from {min} to {max}");
            Some(said.with(&[("min", &min.to_string()), ("max", &max.to_string())]))
        }
        Form::Boolean => Some(words("是或否", "yes or no").into()),
        Form::Text(form) if form.format == Some(Format::Date) => Some(
            words(
                "日期：20260301、2026-03-01、3月1日、今天、+1年、+30天",
                "a day: 20260301, 2026-03-01, today, +1 year, +30 days",
            )
            .into(),
        ),
        Form::Text(form) if form.format == Some(Format::Uri) => Some(
            words(
                "以 http:// 或 https:// 开头的网址",
                "an address that begins with http:// or https://",
            )
            .into(),
        ),
        Form::Text(form) if form.max < usize::MAX => {
            let said = words("文字，至多 {max} 个字", "text, at most {max} characters");
            Some(said.with(&[("max", &form.max.to_string())]))
        }
        Form::List { min_items, .. } if *min_items > 0 => {
            let said = words("至少 {n} 项", "{n} at least");
            Some(said.with(&[("n", &min_items.to_string())]))
        }
        _ => None,
    }
}

/// The page of a rule.
fn page(info: &'static RuleInfo) -> Vec<Paragraph> {
    let page = info.read_page();
    let title = Saying {
        zh: format!("{} {}", info.code, page.title.zh),
        en: format!("{} {}", info.code, page.title.en),
    };
    let mut said = vec![
        paragraph(Role::Plain, Saying::default()),
        paragraph(Role::Strong, title),
    ];
    for section in page.sections() {
        heading(&mut said, section.title);
        let parts = section.parts.into_iter();
        said.extend(parts.map(|part| match part {
            Part::Zh(zh) => paragraph(
                Role::Plain,
                Saying {
                    zh,
                    en: String::new(),
                },
            ),
            Part::En(en) => paragraph(
                Role::Plain,
                Saying {
                    zh: String::new(),
                    en,
                },
            ),
            Part::Example { text, .. } => Paragraph {
                indent: 2,
                ..paragraph(Role::Dim, Saying::same(&text))
            },
        }));
    }
    said
}
