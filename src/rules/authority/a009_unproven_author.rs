//! A009: 提交人未经签名证实。

use jiff::civil::Date;

use crate::catalog::{Remit, Signature};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Changed, Check, Commit, Report, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A009",
        slug: "unproven-author",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a009_unproven_author.md"),
    },
    check: Check::Commit(check),
};

/// A signature that is broken or of a revoked key is told of even where none is asked for: someone tampered.
fn check(commit: &Commit, report: &mut Report<'_>) {
    let remit = &report.registers().manifest.remit;
    if commit.is_pending() || !commit.author.signers(remit, report.today).is_empty() {
        return;
    }
    let is_tampered = matches!(
        commit.author.signature,
        Signature::Bad | Signature::Revoked(_)
    );
    let first = commit.changes.iter().find_map(|change| {
        let span = asking(change, remit);
        span.or(is_tampered.then_some(Span::at(0)))
            .map(|span| (change, span))
    });
    let Some((change, span)) = first else { return };
    let (what, what_en) = commit.told();
    let (say, key) = reason(commit, remit, report.today);
    let values = [("what", &*what), ("what_en", &*what_en), ("key", &*key)];
    report.at_file(&change.place(report), span, say, &values);
}

/// Where in a file something changes that must come signed.
fn asking(change: &Changed, remit: &Remit) -> Option<Span> {
    let touches = change.touches().into_iter();
    let mut spans = touches.filter(|touch| remit.is_signed(touch.belonging.area));
    let ruling = || {
        let rulings = change.new_rulings();
        let first = rulings.first().map(|ruling| ruling.span);
        first.filter(|_| remit.are_approvals_signed())
    };
    spans.next().map(|touch| touch.span).or_else(ruling)
}

/// Why the signature does not prove who it is, and the key or name that is told of.
fn reason(commit: &Commit, remit: &Remit, today: Date) -> (&'static str, String) {
    let author = &commit.author;
    match &author.signature {
        Signature::Unseen | Signature::Missing => ("missing", String::new()),
        Signature::Bad => ("bad", String::new()),
        Signature::Unknown(key) if key.is_empty() => ("unseen", String::new()),
        Signature::Unknown(key) => ("unknown", key.clone()),
        Signature::Expired(key) => ("expired", key.clone()),
        Signature::Revoked(key) => ("revoked", key.clone()),
        Signature::Good { fingerprints, .. } => match author.late_signer(remit, today) {
            Some(editor) => ("late", editor.name.clone()),
            None => (
                "unlisted",
                fingerprints.first().cloned().unwrap_or_default(),
            ),
        },
    }
}
