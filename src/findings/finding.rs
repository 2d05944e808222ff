//! A finding and its fix.

use std::sync::Arc;

use crate::catalog::File;
use crate::change::Intent;
use crate::text::{Digest, Message, Span};

/// 问题: something a rule says about a place in a file.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Code of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The file.
    pub file: Arc<File>,
    /// The smallest stretch a person would point at.
    pub span: Span,
    /// What is wrong here, with the value seen.
    pub message: Message,
    /// What it says apart from its wording: a number that is the same as long as the same is seen here.
    pub substance: Digest,
    /// The other side, if there is one.
    pub related: Vec<Related>,
    /// What would put it right.
    pub fix: Option<Fix>,
}

/// 相关位置: a second place that belongs to a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// The file.
    pub file: Arc<File>,
    /// The place.
    pub span: Span,
    /// What stands there.
    pub message: Message,
}

/// 严重程度: how grave a finding is; the graver, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// 提示: worth a look.
    Note,
    /// 警告: probably wrong.
    Warning,
    /// 错误: wrong by an official text or by the catalog's own rules.
    Error,
}

impl Severity {
    /// The word in the manifest and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The severity with this word.
    pub fn from_word(word: &str) -> Option<Severity> {
        [Severity::Note, Severity::Warning, Severity::Error]
            .into_iter()
            .find(|severity| severity.word() == word)
    }
}

/// 修复: what would put a finding right.
#[derive(Clone, Debug)]
pub struct Fix {
    /// How sure it is.
    pub safety: Safety,
    /// What it does, in a few words.
    pub title: Message,
    /// The changes, the same that keys would produce.
    pub intents: Vec<Intent>,
}

/// 把握: how sure a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// Surely meant; comments are kept.
    Safe,
    /// Likely meant.
    Unsafe,
    /// Only a suggestion; a person decides.
    Shown,
}

impl Safety {
    /// The word in reports for machines and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
            Safety::Shown => "shown",
        }
    }

    /// The class with this word.
    pub fn from_word(word: &str) -> Option<Safety> {
        [Safety::Safe, Safety::Unsafe, Safety::Shown]
            .into_iter()
            .find(|safety| safety.word() == word)
    }
}

/// Puts findings in the one order of every output (path, place, rule) and drops what is said twice.
pub fn settle(findings: &mut Vec<Finding>) {
    findings.sort_by(|left, right| key(left).cmp(&key(right)));
    findings.dedup_by(|left, right| key(left) == key(right));
}

fn key(finding: &Finding) -> (&str, Span, &str, &Message) {
    (
        &finding.file.path,
        finding.span,
        finding.rule,
        &finding.message,
    )
}
