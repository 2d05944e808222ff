//! The parts of a guide, in the order in which a person needs them.

use crate::catalog::Field;
use crate::catalog::standard::{Form, Schema};
use crate::report::guide::compose::Composer;
use crate::report::guide::values::{joined, part, said};
use crate::report::guide::{GuideLine, GuideSection};
use crate::text::{Message, Words, words};
use crate::yaml::Value;

const BETWEEN: Words = words("，", ", ");
const SUSPENDED: Words = words("这个事项暂停办理。", "This is suspended at present.");
const CANCELLED: Words = words("这个事项已经取消。", "This has been cancelled.");

/// Every part, be it empty.
pub(super) fn all(of: &Composer<'_>) -> Vec<GuideSection> {
    let section = |title: Words, lines: Vec<GuideLine>| GuideSection {
        title: title.into(),
        lines,
    };
    vec![
        section(
            words("这是什么，谁可以办", "What it is and who may apply"),
            what(of),
        ),
        section(words("办之前看一看", "Before you start"), before(of)),
        section(words("带什么材料", "Papers to bring"), papers(of)),
        section(words("怎么办，要多久", "Steps and time"), steps(of)),
        section(words("要花多少钱", "What it costs"), cost(of)),
        section(words("办完拿到什么", "What you get"), result(of)),
        section(words("在哪里、什么时候办", "Where and when"), place(of)),
        section(words("网上办", "Online"), online(of)),
        section(words("咨询和投诉", "Help and complaints"), help(of)),
        section(words("依据什么", "Legal basis"), basis(of)),
    ]
}

fn what(of: &Composer<'_>) -> Vec<GuideLine> {
    let status = match of.text(Field::Status) {
        Some("2") => Some(SUSPENDED),
        Some("3") => Some(CANCELLED),
        _ => None,
    };
    let status = status.map(|status| of.item(Field::Status, status.into()));
    let fields = [
        (Field::PlainNames, words("也叫", "Also called")),
        (Field::Type, words("事项类型", "Type")),
        (Field::Served, words("谁可以办", "Who may apply")),
        (Field::Body, words("由谁办理", "Who handles it")),
        (Field::EntrustedBody, words("受谁委托", "On behalf of")),
        (Field::JointBodies, words("联合办理", "Together with")),
        (Field::HandlingType, words("办件类型", "How it is handled")),
        (
            Field::PunishmentMethod,
            words("处罚的行为、种类、幅度", "Act, kind and range"),
        ),
        (Field::CoercionKind, words("强制类别", "Kind of coercion")),
        (
            Field::CollectionKind,
            words("征收种类", "Kind of collection"),
        ),
    ];
    status.into_iter().chain(lines(of, &fields)).collect()
}

fn before(of: &Composer<'_>) -> Vec<GuideLine> {
    let fields = [
        (Field::AcceptanceConditions, words("受理条件", "Conditions")),
        (Field::QuantityLimit, words("数量限制", "Limited number")),
        (
            Field::IntermediaryService,
            words("中介服务", "Intermediary services"),
        ),
    ];
    lines(of, &fields)
}

fn papers(of: &Composer<'_>) -> Vec<GuideLine> {
    let field = Field::Materials;
    let schema = items(of, field);
    let mut lines = Vec::new();
    for (at, item) in of.items(field).into_iter().enumerate() {
        let said = |key| part(of.catalog, schema, item, key);
        let copies = Some(said("copies")).filter(|copies| !copies.zh.is_empty());
        let copies = copies.map(|n| words("{n} 份", "{n}×").with(&[("n", &n.zh)]));
        let about = [said("necessity"), said("kind"), said("format")];
        let about = joined(about.into_iter().chain(copies), BETWEEN);
        lines.push(of.item(field, numbered(at, &said("name"), &about)));
        for key in [
            "standard",
            "note",
            "source_note",
            "basis",
            "blank_form",
            "sample",
        ] {
            lines.extend(below(of, (field, schema), item, key));
        }
    }
    lines.extend(of.gap(field, words("申请材料", "Papers")));
    lines.extend(cases(of));
    lines
}

/// What is asked for in each case, if a matter has several.
fn cases(of: &Composer<'_>) -> Vec<GuideLine> {
    let field = Field::HandlingItems;
    let schema = items(of, field);
    let mut lines = Vec::new();
    for item in of.items(field) {
        let name = part(of.catalog, schema, item, "name");
        lines.push(of.line(field, words("办理情形", "Case"), name));
        for key in ["served", "conditions", "materials"] {
            lines.extend(below(of, (field, schema), item, key));
        }
    }
    lines
}

fn steps(of: &Composer<'_>) -> Vec<GuideLine> {
    let mut lines = Vec::new();
    for (field, text) in [(Field::Steps, "detail"), (Field::SpecialProcedures, "note")] {
        let schema = items(of, field);
        for (at, item) in of.items(field).into_iter().enumerate() {
            let said = |key| part(of.catalog, schema, item, key);
            let days = Some(said("days")).filter(|days| !days.zh.is_empty() && days.zh != "0");
            let days = days.map(|days| words("{n} 天", "{n} days").with(&[("n", &days.zh)]));
            let line = numbered(at, &said("name"), &days.unwrap_or_default());
            lines.push(of.item(field, line));
            lines.extend(below(of, (field, schema), item, text));
        }
    }
    lines.extend(of.gap(Field::Steps, words("办理流程", "Steps")));
    let limits = [
        (Field::PromisedLimit, words("承诺办结", "Promised within")),
        (
            Field::PromisedLimitNote,
            words("承诺时限说明", "About the promise"),
        ),
        (Field::StatutoryLimit, words("法定时限", "By law within")),
        (
            Field::StatutoryLimitNote,
            words("法定时限说明", "About the legal limit"),
        ),
    ];
    lines.extend(self::lines(of, &limits));
    lines
}

fn cost(of: &Composer<'_>) -> Vec<GuideLine> {
    let label = words("收费", "Charge");
    let charged = match of.is_true(Field::Charged) {
        Some(false) => Some(of.line(
            Field::Charged,
            label,
            words("不收费", "free of charge").into(),
        )),
        Some(true) => Some(of.line(Field::Charged, label, words("收费", "charged").into())),
        None => of.gap(Field::Charged, label),
    };
    let mut lines: Vec<GuideLine> = charged.into_iter().collect();
    let field = Field::Fees;
    let schema = items(of, field);
    for (at, item) in of.items(field).into_iter().enumerate() {
        let name = part(of.catalog, schema, item, "name");
        lines.push(of.item(field, numbered(at, &name, &Message::default())));
        for key in ["standard", "basis", "reducible", "reduction_note"] {
            lines.extend(below(of, (field, schema), item, key));
        }
    }
    lines.extend(yes(
        of,
        Field::PayOnline,
        words("可以网上缴费", "can be paid online"),
    ));
    lines
}

fn result(of: &Composer<'_>) -> Vec<GuideLine> {
    let fields = [
        (Field::ResultName, words("结果", "Result")),
        (Field::ResultType, words("结果类型", "Kind of result")),
        (Field::ResultSample, words("样本", "Sample")),
    ];
    let mut lines = lines(of, &fields);
    lines.extend(yes(
        of,
        Field::Express,
        words("可以寄送", "can be sent by courier"),
    ));
    lines
}

fn place(of: &Composer<'_>) -> Vec<GuideLine> {
    let fields = [
        (Field::Place, words("地点", "Place")),
        (Field::Hours, words("时间", "Hours")),
        (Field::Channels, words("办理形式", "Ways")),
        (Field::Reach, words("通办范围", "Can be done anywhere in")),
    ];
    let mut lines = lines(of, &fields);
    let visits = words("到现场", "Visits");
    lines.extend(match of.text(Field::Visits) {
        Some("0") => Some(of.line(Field::Visits, visits, words("不用到现场", "none").into())),
        Some(n) => {
            let said = words("最多 {n} 次", "{n} at most").with(&[("n", n)]);
            Some(of.line(Field::Visits, visits, said))
        }
        None => of.gap(Field::Visits, visits),
    });
    lines.extend(of.field(
        Field::VisitReason,
        words("必须到现场的原因", "Why in person"),
    ));
    let others = [
        (
            Field::InHall,
            words("在政务服务大厅办理", "done in the service hall"),
        ),
        (
            Field::Appointment,
            words("可以预约", "appointments can be made"),
        ),
        (
            Field::SelfService,
            words("可以用自助终端办理", "done at self-service terminals too"),
        ),
    ];
    lines.extend(
        others
            .into_iter()
            .filter_map(|(field, said)| yes(of, field, said)),
    );
    lines
}

fn online(of: &Composer<'_>) -> Vec<GuideLine> {
    let label = words("网上办理", "Online");
    let mut lines = Vec::new();
    match of.is_true(Field::Online) {
        Some(false) => {
            let said = words("不能网上办理", "cannot be done online");
            lines.push(of.line(Field::Online, label, said.into()));
        }
        Some(true) => lines.extend(of.field(Field::OnlineDepth, words("可以办到", "As far as"))),
        None => lines.extend(of.gap(Field::Online, label)),
    }
    let fields = [
        (Field::OnlineUrl, words("网址", "Address")),
        (Field::MobileUrl, words("手机网址", "Mobile address")),
        (Field::Link, words("相关链接", "Link")),
    ];
    lines.extend(self::lines(of, &fields));
    lines
}

fn help(of: &Composer<'_>) -> Vec<GuideLine> {
    let fields = [
        (Field::Consultation, words("咨询", "Ask")),
        (Field::Complaint, words("监督投诉", "Complain")),
    ];
    let mut lines = lines(of, &fields);
    let field = Field::Faq;
    let schema = items(of, field);
    for item in of.items(field) {
        let said = |key| part(of.catalog, schema, item, key);
        lines.push(of.line(field, words("问", "Q"), said("question")));
        lines.push(of.line(field, words("答", "A"), said("answer")));
    }
    lines
}

fn basis(of: &Composer<'_>) -> Vec<GuideLine> {
    let field = Field::LegalBasis;
    let schema = items(of, field);
    let mut lines = Vec::new();
    for (at, item) in of.items(field).into_iter().enumerate() {
        let said = |key| part(of.catalog, schema, item, key).zh;
        let law = said("law");
        let law = if law.starts_with('《') {
            law
        } else {
            format!("《{law}》")
        };
        let places = [
            ("article", words("第 {n} 条", " art. {n}")),
            ("paragraph", words("第 {n} 款", " para. {n}")),
            ("item", words("第 {n} 项", " item {n}")),
        ];
        let place = places.into_iter().map(|(key, words)| (said(key), words));
        let place = place.filter(|(n, _)| !n.is_empty());
        let place = joined(
            place.map(|(n, words)| words.with(&[("n", &n)])),
            words("", ""),
        );
        let cited = Message {
            zh: format!("{law}{}", place.zh),
            en: format!("{law}{}", place.en),
        };
        lines.push(of.item(field, numbered(at, &cited, &Message::default())));
        lines.extend(below(of, (field, schema), item, "excerpt"));
    }
    lines.extend(of.gap(field, words("设定依据", "Legal basis")));
    lines
}

fn lines(of: &Composer<'_>, fields: &[(Field, Words)]) -> Vec<GuideLine> {
    let lines = fields
        .iter()
        .filter_map(|(field, label)| of.field(*field, *label));
    lines.collect()
}

/// A line for what can be done; none for what cannot.
fn yes(of: &Composer<'_>, field: Field, said: Words) -> Option<GuideLine> {
    of.is_true(field)?.then(|| of.item(field, said.into()))
}

/// What an element of a list must be.
fn items<'c>(of: &Composer<'c>, field: Field) -> Option<&'c Schema> {
    match &of.catalog.standard.field(field)?.form {
        Form::List { items, .. } => Some(items),
        _ => None,
    }
}

/// A part of an element, under the title that the schema gives it.
fn below(
    of: &Composer<'_>,
    (field, schema): (Field, Option<&Schema>),
    item: Value<'_>,
    key: &str,
) -> Option<GuideLine> {
    let property = schema.and_then(|schema| schema.property(key));
    let value = item.get(key)?;
    let text = said(of.catalog, key, property.map(|property| &**property), value);
    let label = property.map_or_else(|| Message::same(key), |property| property.title.clone());
    (!text.zh.is_empty()).then(|| of.below(field, label, text))
}

/// An element with its number, and what is said of it in brackets.
fn numbered(at: usize, name: &Message, about: &Message) -> Message {
    let number = (at + 1).to_string();
    let words = if about.zh.is_empty() {
        words("{number}. {name}", "{number}. {name}")
    } else {
        words("{number}. {name}（{about}）", "{number}. {name} ({about})")
    };
    let fill = |of: fn(&Message) -> &str| {
        words.with(&[
            ("number", &number),
            ("name", of(name)),
            ("about", of(about)),
        ])
    };
    Message {
        zh: fill(|message| &message.zh).zh,
        en: fill(|message| &message.en).en,
    }
}
