//! Where a rule writes what it finds.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, Registers};
use crate::change::Intent;
use crate::findings::{Finding, Fix, Page, Related, Safety, substance};
use crate::rules::RULES;
use crate::rules::engine::Scopes;
use crate::rules::pages::{no_page, page};
use crate::text::Span;
use crate::yaml::Op;

/// The catalog a rule may read, and the findings it has made so far.
pub struct Report<'c> {
    /// The catalog.
    pub catalog: &'c Catalog,
    /// Today's date, handed in.
    pub today: Date,
    scopes: &'c Scopes,
    file: &'c Arc<File>,
    /// The rule's place in the table.
    rule: usize,
    findings: &'c mut Vec<Finding>,
}

impl<'c> Report<'c> {
    pub(super) fn new(
        catalog: &'c Catalog,
        today: Date,
        scopes: &'c Scopes,
        (file, rule): (&'c Arc<File>, usize),
        findings: &'c mut Vec<Finding>,
    ) -> Report<'c> {
        Report {
            catalog,
            today,
            scopes,
            file,
            rule,
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
        let info = RULES.get(self.rule).map(|rule| &rule.info);
        let severity = self.scopes.severity(self.catalog, &file.path, self.rule);
        // Where the rule is off, what is said here and below goes nowhere.
        let Some((info, severity)) = info.zip(severity) else {
            return Said::nothing(self.findings);
        };
        let page = page(info);
        let finding = Finding {
            rule: info.code,
            severity,
            file: Arc::clone(file),
            span,
            message: page.say(say, values),
            substance: substance(say, values),
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

impl<'f> Said<'f> {
    fn nothing(findings: &'f mut Vec<Finding>) -> Said<'f> {
        Said {
            place: findings.len(),
            findings,
            page: no_page(),
        }
    }

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
