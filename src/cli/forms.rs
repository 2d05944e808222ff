//! The forms in which a check is told: one on the screen, and any number in files.

use std::io;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::arguments::option;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::report::{FORMS, Form, Look, Results};
use crate::store::write_atomically_by;
use crate::text::{Lang, Words, words};

const FORMAT: Words = words(
    "human（给人看，默认）、json、sarif、github、gitlab、junit、rdjson、checkstyle 或 markdown",
    "human (the default), json, sarif, github, gitlab, junit, rdjson, checkstyle or markdown",
);
const OUTPUT: Words = words(
    "另写一份到文件，如 sarif=mulu.sarif；可多次给出，文件 - 即屏幕",
    "Write a form to a file as well, as in sarif=mulu.sarif; may be given several times; - is the screen",
);
const NOT_A_FORM: Words = words(
    "要写成 格式=文件，格式为 human、json、sarif、github、gitlab、junit、rdjson、checkstyle 或 markdown",
    "must be FORMAT=FILE with one of human, json, sarif, github, gitlab, junit, rdjson, checkstyle, markdown",
);
const SCREEN_TWICE: Words = words("屏幕只能有一种格式", "the screen can have one form only");
const FILE_TWICE: Words = words("两种格式都要写到 {path}", "two forms are to go to {path}");
const HINT: Words = words(
    "每种格式给一个文件，屏幕（-）只给一次",
    "give each form a file of its own, and the screen (-) once",
);
/// Cells to a line in a file for people.
const FILE_WIDTH: usize = 100;

/// A form and where it is to go; `-` is the screen.
type Asked = (&'static Form, PathBuf);

/// 输出去向: which forms are wanted, and where.
pub(super) struct Wanted {
    screen: &'static Form,
    files: Vec<Asked>,
}

/// `--format` and `--output`.
pub(super) fn options(lang: Lang) -> [Arg; 2] {
    let asked = move |text: &str| asked(text).ok_or_else(|| NOT_A_FORM.of(lang).to_owned());
    [
        option("format", "FORMAT", FORMAT, lang).value_parser(PossibleValuesParser::new(
            FORMS.iter().map(|form| form.word),
        )),
        option("output", "FORMAT=FILE", OUTPUT, lang)
            .action(ArgAction::Append)
            .value_parser(asked),
    ]
}

fn asked(text: &str) -> Option<Asked> {
    let (word, path) = text.split_once('=')?;
    let form = Form::from_word(word).filter(|_| !path.is_empty())?;
    Some((form, path.into()))
}

impl Wanted {
    /// What the options ask for.
    pub(super) fn read(matches: &ArgMatches, call: &Call<'_>) -> Result<Wanted, Failure> {
        let format = matches.get_one::<String>("format");
        let mut screen = format.and_then(|word| Form::from_word(word));
        let mut files: Vec<Asked> = Vec::new();
        for (form, path) in matches.get_many::<Asked>("output").into_iter().flatten() {
            if path == Path::new("-") {
                if screen.replace(form).is_some() {
                    return Err(Failure::new(SCREEN_TWICE).hint(HINT));
                }
                continue;
            }
            let full = call.full(path);
            if files.iter().any(|(_, known)| *known == full) {
                let path = path.display().to_string();
                return Err(Failure::new(FILE_TWICE.with(&[("path", &path)])).hint(HINT));
            }
            files.push((form, full));
        }
        let [human, ..] = &FORMS;
        Ok(Wanted {
            screen: screen.unwrap_or(human),
            files,
        })
    }

    /// Whether a person looks on.
    pub(super) fn is_for_screens(&self) -> bool {
        self.screen.is_for_screens
    }

    /// Whether some form tells of the impact.
    pub(super) fn tells_impact(&self) -> bool {
        let mut files = self.files.iter();
        self.screen.tells_impact || files.any(|(form, _)| form.tells_impact)
    }

    /// Writes every form, the files first.
    pub(super) fn write(
        &self,
        results: &mut Results<'_>,
        call: &mut Call<'_>,
    ) -> Result<(), Failure> {
        for (form, path) in &self.files {
            results.look = Look {
                colours: false,
                width: FILE_WIDTH,
                ..call.look
            };
            write_atomically_by(path, &mut |out| form.write(results, out))?;
        }
        results.look = call.look;
        // What does not reach the screen is noted by the writer itself.
        let _: io::Result<()> = if self.screen.is_for_screens {
            self.screen.write(results, &mut call.out.lines())
        } else {
            self.screen.write(results, &mut call.out.raw())
        };
        Ok(())
    }
}
