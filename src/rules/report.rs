//! Where a rule writes what it finds.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, Registers};
use crate::change::Intent;
use crate::findings::{Finding, Fix, Page, Related, RuleInfo, Safety, Severity};
use crate::rules::page;
use crate::text::Span;
use crate::yaml::Op;

/// The catalog a rule may read, and the findings it has made so far.
pub struct Report<'c> {
    /// The catalog.
    pub catalog: &'c Catalog,
    /// Today's date, handed in.
    pub today: Date,
    file: &'c Arc<File>,
    rule: &'static RuleInfo,
    severity: Severity,
    findings: &'c mut Vec<Finding>,
}

impl<'c> Report<'c> {
    pub(super) fn new(
        catalog: &'c Catalog,
        today: Date,
        file: &'c Arc<File>,
        (rule, severity): (&'static RuleInfo, Severity),
        findings: &'c mut Vec<Finding>,
    ) -> Report<'c> {
        Report {
            catalog,
            today,
            file,
            rule,
            severity,
            findings,
        }
    }

    /// The file at hand.
    pub fn file(&self) -> &'c Arc<File> {
        self.file
    }

    /// The unified standard in force.
    pub fn standard(&self) -> &'c Standard {
        &self.catalog.standard
    }

    /// Divisions, bodies, laws.
    pub fn registers(&self) -> &'c Registers {
        &self.catalog.registers
    }

    /// Says something about a place in the file at hand: a template of the rule's page, filled.
    pub fn at(&mut self, span: Span, say: &str, values: &[(&str, &str)]) -> Said<'_> {
        self.at_file(self.file, span, say, values)
    }

    /// Says something about a place in another file.
    pub fn at_file(
        &mut self,
        file: &Arc<File>,
        span: Span,
        say: &str,
        values: &[(&str, &str)],
    ) -> Said<'_> {
        let page = page(self.rule);
        let finding = Finding {
            rule: self.rule.code,
            severity: self.severity,
            file: Arc::clone(file),
            span,
            message: page.say(say, values),
            related: Vec::new(),
            fix: None,
        };
        let place = self.findings.len();
        self.findings.push(finding);
        Said {
            findings: self.findings,
            place,
            page,
        }
    }
}

/// A finding just made, to which the other side or a fix can be added.
pub struct Said<'f> {
    findings: &'f mut Vec<Finding>,
    place: usize,
    page: &'static Page,
}

impl Said<'_> {
    /// Names the other side, with a template of the rule's page.
    pub fn beside(self, file: &Arc<File>, span: Span, say: &str, values: &[(&str, &str)]) -> Self {
        let message = self.page.say(say, values);
        if let Some(finding) = self.findings.get_mut(self.place) {
            finding.related.push(Related {
                file: Arc::clone(file),
                span,
                message,
            });
        }
        self
    }

    /// Adds what would put it right in the file where it was found; the title is a template of the rule's
    /// page.
    pub fn fix(self, safety: Safety, op: Op, say: &str, values: &[(&str, &str)]) {
        let title = self.page.say(say, values);
        if let Some(finding) = self.findings.get_mut(self.place) {
            let path = finding.file.path.clone();
            finding.fix = Some(Fix {
                safety,
                title,
                intents: vec![Intent::Edit { path, op }],
            });
        }
    }
}
