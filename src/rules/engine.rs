//! Runs the rules over a catalog: each file in parallel, then what needs the catalog as a whole.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::{Catalog, Field, File, Matter, MatterId};
use crate::findings::{Finding, Severity, settle};
use crate::rules::level::open_differences;
use crate::rules::{Check, Pair, RULES, Report, Rule, walk};

/// What a check is to know besides the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Today's date.
    pub today: Date,
}

/// Every finding in the catalog, in the order of every output.
pub fn check_catalog(catalog: &Catalog, settings: Settings) -> Vec<Finding> {
    let run = Run::new(catalog, settings);
    let files = catalog.files();
    let (mut findings, whole) = rayon::join(
        || {
            files
                .par_iter()
                .flat_map_iter(|file| run.file(file))
                .collect::<Vec<Finding>>()
        },
        || run.whole(),
    );
    findings.extend(whole);
    run.excuse(&mut findings);
    settle(&mut findings);
    findings
}

/// The findings of one file by itself and beside its upper matter, for the screen while someone types.
pub fn check_file(catalog: &Catalog, path: &str, settings: Settings) -> Vec<Finding> {
    let run = Run::new(catalog, settings);
    let mut findings = catalog
        .file(path)
        .map(|file| run.file(file))
        .unwrap_or_default();
    run.excuse(&mut findings);
    settle(&mut findings);
    findings
}

struct Run<'c> {
    catalog: &'c Catalog,
    settings: Settings,
    /// The rules that are on, each with its severity here.
    rules: Vec<(&'static Rule, Severity)>,
}

impl<'c> Run<'c> {
    fn new(catalog: &'c Catalog, settings: Settings) -> Run<'c> {
        let manifest = &catalog.registers.manifest;
        let rules = RULES
            .iter()
            .filter(|rule| !manifest.off.iter().any(|off| off == rule.info.code))
            .map(|rule| {
                let own = manifest
                    .severities
                    .iter()
                    .find(|(code, _)| code == rule.info.code);
                (
                    *rule,
                    own.and_then(|(_, word)| Severity::from_word(word))
                        .unwrap_or(rule.info.severity),
                )
            });
        Run {
            catalog,
            settings,
            rules: rules.collect(),
        }
    }

    fn file(&self, file: &'c Arc<File>) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.problems(file, &mut findings);
        // A file that does not parse would only give follow-on noise.
        if file.document.is_whole() {
            self.faults(file, &mut findings);
            self.content(file, &mut findings);
        }
        findings
    }

    /// What reading noticed, said by the rules.
    fn problems(&self, file: &'c Arc<File>, findings: &mut Vec<Finding>) {
        for problem in file.document.problems() {
            for (rule, severity) in &self.rules {
                if let Check::Problem(check) = rule.check {
                    check(problem, &mut self.report(file, rule, *severity, findings));
                }
            }
        }
    }

    /// Where the file departs from its schema, said by the rules; one walk for all of them.
    fn faults(&self, file: &'c Arc<File>, findings: &mut Vec<Finding>) {
        let schema = self.catalog.standard.schema(file.kind);
        let Some((root, schema)) = file.document.root().zip(schema) else {
            return;
        };
        walk(root, schema, &mut |fault| {
            for (rule, severity) in &self.rules {
                if let Check::Fault(check) = rule.check {
                    check(fault, &mut self.report(file, rule, *severity, findings));
                }
            }
        });
    }

    /// What the file says, by itself and with all it inherits.
    fn content(&self, file: &'c Arc<File>, findings: &mut Vec<Finding>) {
        let id = self.catalog.matter_at(&file.path);
        for (rule, severity) in &self.rules {
            let mut report = self.report(file, rule, *severity, findings);
            match (&rule.check, id) {
                (Check::File(check), _) => check(file, &mut report),
                (Check::Matter(check), Some(id)) => check(self.catalog.matter(id), &mut report),
                (Check::Effective(check), Some(id)) => check(id, &mut report),
                _ => {}
            }
        }
        let upper = id.and_then(|id| self.catalog.upper(id));
        if let Some((lower, upper)) = id.zip(upper).filter(|(_, upper)| self.is_readable(*upper)) {
            self.pair(file, Pair { lower, upper }, findings);
        }
    }

    /// What the file says beside its upper matter; one comparing for all rules.
    fn pair(&self, file: &'c Arc<File>, pair: Pair, findings: &mut Vec<Finding>) {
        let differences: Vec<_> =
            open_differences(self.catalog, pair, self.settings.today).collect();
        for (rule, severity) in &self.rules {
            let mut report = self.report(file, rule, *severity, findings);
            if let Check::Difference(check) = &rule.check {
                for difference in &differences {
                    check(difference, pair, &mut report);
                }
            }
        }
    }

    fn is_readable(&self, id: MatterId) -> bool {
        self.catalog.matter(id).file.document.is_whole()
    }

    fn whole(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let Some(first) = self.catalog.files().first() else {
            return findings;
        };
        for (rule, severity) in &self.rules {
            if let Check::Catalog(check) = &rule.check {
                check(
                    self.catalog,
                    &mut self.report(first, rule, *severity, &mut findings),
                );
            }
        }
        findings
    }

    fn report<'r>(
        &'r self,
        file: &'r Arc<File>,
        rule: &'static Rule,
        severity: Severity,
        findings: &'r mut Vec<Finding>,
    ) -> Report<'r> {
        Report::new(
            self.catalog,
            self.settings.today,
            file,
            (&rule.info, severity),
            findings,
        )
    }

    /// Takes out what a file excuses with a reason, for as long as the excuse holds.
    fn excuse(&self, findings: &mut Vec<Finding>) {
        findings.retain(|finding| {
            let matter = self
                .catalog
                .matter_at(&finding.file.path)
                .map(|id| self.catalog.matter(id));
            !matter.is_some_and(|matter| is_excused(matter, finding.rule, self.settings.today))
        });
    }
}

fn is_excused(matter: &Matter, rule: &str, today: Date) -> bool {
    let exceptions = matter
        .value(Field::Exceptions)
        .into_iter()
        .flat_map(|list| list.items());
    exceptions.into_iter().any(|exception| {
        let text = |key| exception.get(key).and_then(|value| value.text());
        let until = text("until").map(str::parse::<Date>);
        text("rule") == Some(rule)
            && text("reason").is_some_and(|reason| !reason.trim().is_empty())
            && until.is_none_or(|until| until.is_ok_and(|until| today <= until))
    })
}
