//! What was found, as bytes. Of a fix only what is told of it is kept.

use std::sync::Arc;

use crate::catalog::File;
use crate::findings::{Finding, Fix, Related, Safety, Severity};
use crate::rules::{Judged, Origin, RULES};
use crate::session::kept::parts::{count, number, put, put_text, text};
use crate::text::{Digest, Message, Span};

const SEVERITIES: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];
const ORIGINS: [Origin; 3] = [Origin::File, Origin::Catalog, Origin::Exception];
const SAFETIES: [Safety; 3] = [Safety::Safe, Safety::Unsafe, Safety::Shown];

/// Findings as bytes.
pub(super) fn packed(judged: &[Judged]) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(&mut bytes, judged.len() as u64);
    for judged in judged {
        let finding = &judged.finding;
        let rule = RULES.iter().position(|rule| rule.info.code == finding.rule);
        put_place(&mut bytes, rule);
        put_place(&mut bytes, place(&SEVERITIES, &finding.severity));
        put_place(&mut bytes, place(&ORIGINS, &judged.origin));
        put(&mut bytes, judged.is_excused.into());
        put_spot(&mut bytes, &finding.file, finding.span);
        put_message(&mut bytes, &finding.message);
        put(&mut bytes, finding.substance.number());
        put(&mut bytes, finding.related.len() as u64);
        for related in &finding.related {
            put_spot(&mut bytes, &related.file, related.span);
            put_message(&mut bytes, &related.message);
        }
        put(&mut bytes, finding.fix.is_some().into());
        if let Some(fix) = &finding.fix {
            put_place(&mut bytes, place(&SAFETIES, &fix.safety));
            put_message(&mut bytes, &fix.title);
        }
    }
    bytes
}

/// The findings that [`packed`] made bytes of; `file` gives the file at a path.
pub(super) fn read(
    mut bytes: &[u8],
    file: &mut dyn FnMut(&str) -> Arc<File>,
) -> Option<Vec<Judged>> {
    let many = count(&mut bytes)?;
    let mut judged = Vec::with_capacity(many.min(bytes.len()));
    for _ in 0..many {
        judged.push(one(&mut bytes, file)?);
    }
    bytes.is_empty().then_some(judged)
}

fn one(bytes: &mut &[u8], file: &mut dyn FnMut(&str) -> Arc<File>) -> Option<Judged> {
    let rule = RULES.get(count(bytes)?)?.info.code;
    let severity = *SEVERITIES.get(count(bytes)?)?;
    let origin = *ORIGINS.get(count(bytes)?)?;
    let is_excused = number(bytes)? != 0;
    let (path, span) = spot(bytes)?;
    let mut finding = Finding {
        rule,
        severity,
        file: file(path),
        span,
        message: message(bytes)?,
        substance: Digest::from_number(number(bytes)?),
        related: Vec::new(),
        fix: None,
    };
    for _ in 0..number(bytes)? {
        let (path, span) = spot(bytes)?;
        finding.related.push(Related {
            file: file(path),
            span,
            message: message(bytes)?,
        });
    }
    if number(bytes)? != 0 {
        finding.fix = Some(Fix {
            safety: *SAFETIES.get(count(bytes)?)?,
            title: message(bytes)?,
            intents: Vec::new(),
        });
    }
    Some(Judged {
        finding,
        origin,
        is_excused,
    })
}

fn put_spot(bytes: &mut Vec<u8>, file: &File, span: Span) {
    put_text(bytes, &file.path);
    put(bytes, span.start.into());
    put(bytes, span.end.into());
}

fn spot<'b>(bytes: &mut &'b [u8]) -> Option<(&'b str, Span)> {
    let path = text(bytes)?;
    Some((path, Span::new(count(bytes)?, count(bytes)?)))
}

fn put_message(bytes: &mut Vec<u8>, message: &Message) {
    put_text(bytes, &message.zh);
    put_text(bytes, &message.en);
}

fn message(bytes: &mut &[u8]) -> Option<Message> {
    Some(Message {
        zh: text(bytes)?.to_owned(),
        en: text(bytes)?.to_owned(),
    })
}

/// Where something stands in its table.
fn place<T: PartialEq>(table: &[T], wanted: &T) -> Option<usize> {
    table.iter().position(|known| known == wanted)
}

/// A place that no table has makes the bytes unreadable, which is as good as none.
fn put_place(bytes: &mut Vec<u8>, place: Option<usize>) {
    put(bytes, place.map_or(u64::MAX, |place| place as u64));
}
