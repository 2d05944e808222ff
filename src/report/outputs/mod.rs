//! What a check found, in every form that a person or a machine may ask for: one table, one file a form.
//!
//! A form is written piece by piece. What it writes holds no character that a terminal, a build server or a
//! page would obey.

mod checkstyle;
mod fingerprints;
mod github;
mod gitlab;
mod human;
mod junit;
mod manual;
mod markdown;
mod rdjson;
mod sarif;
mod xml;

use std::io::{self, Write};

use crate::catalog::File;
use crate::catalog::standard::Standard;
use crate::findings::{Finding, RuleInfo, Severity};
use crate::report::json::json;
use crate::report::{Impact, Look, Summary, Titles};

/// 检查结果: what every form is made of.
pub struct Results<'r> {
    /// What is listed.
    pub findings: &'r [Finding],
    /// How much was found that is not listed.
    pub more: usize,
    /// What was looked at and found, in numbers.
    pub summary: Summary,
    /// The rules that found something, by code.
    pub rules: Vec<&'static RuleInfo>,
    /// What they are called.
    pub titles: Titles,
    /// The standard in force.
    pub standard: &'r Standard,
    /// What it means for the catalog, where a form asks for it.
    pub impact: Option<Impact>,
    /// The folder of the catalog's root below the repository, with `/` at its end; hosts count from there.
    pub prefix: String,
    /// From which severity on a finding blocks.
    pub threshold: Severity,
    /// How it is to look.
    pub look: Look,
}

/// 输出格式: one form.
pub struct Form {
    /// The word on the command line.
    pub word: &'static str,
    /// Whether a person reads it as it is, on a screen.
    pub is_for_screens: bool,
    /// Whether it tells of the impact.
    pub tells_impact: bool,
    write: fn(&Results<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every form, in the order of the help.
pub static FORMS: [Form; 9] = [
    Form {
        is_for_screens: true,
        ..Form::of("human", human::write)
    },
    Form::of("json", json),
    Form::of("sarif", sarif::write),
    Form::of("github", github::write),
    Form::of("gitlab", gitlab::write),
    Form::of("junit", junit::write),
    Form::of("rdjson", rdjson::write),
    Form::of("checkstyle", checkstyle::write),
    Form {
        tells_impact: true,
        ..Form::of("markdown", markdown::write)
    },
];

impl Form {
    const fn of(
        word: &'static str,
        write: fn(&Results<'_>, &mut dyn Write) -> io::Result<()>,
    ) -> Form {
        Form {
            word,
            is_for_screens: false,
            tells_impact: false,
            write,
        }
    }

    /// The form with this word.
    pub fn from_word(word: &str) -> Option<&'static Form> {
        FORMS.iter().find(|form| form.word == word)
    }

    /// Writes the results in this form.
    pub fn write(&self, results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
        (self.write)(results, out)
    }
}

impl Results<'_> {
    /// The path of a file as hosts know it.
    fn path(&self, file: &File) -> String {
        format!("{}catalog/{}", self.prefix, file.path)
    }

    fn title(&self, code: &str) -> &str {
        let title = self.titles.get(code);
        title.map_or("", |title| title.of(self.look.lang))
    }

    fn message<'f>(&self, finding: &'f Finding) -> &'f str {
        finding.message.of(self.look.lang)
    }

    fn is_blocking(&self, finding: &Finding) -> bool {
        finding.severity >= self.threshold
    }
}
