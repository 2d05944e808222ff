//! `mulu log` and `mulu blame`: what became of one matter, and who said last what it says; past new codes.

use clap::{Arg, ArgMatches, Command};

use crate::catalog::{Catalog, FileKind};
use crate::change::compare::FieldPath;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments, filters};
use crate::levels::{Amended, Amendment, Fate, Subject};
use crate::report::{
    Blamed, PastCommit, PastStep, blame_human, blame_json, change_title, change_value, past_human,
    past_json,
};
use crate::session::{Chronicle, Deed, What, registers};
use crate::store::{Git, Revision, Root, Snapshot, StoreError};
use crate::text::{Lang, Words, words};
use crate::yaml::{Data, read_bytes};

const LOG: Words = words(
    "一个事项或其一个字段的沿革：哪次提交改了什么",
    "The history of a matter or of one of its fields, commit by commit",
);
const BLAME: Words = words(
    "一个事项的各字段最后由谁、在哪次提交里改的",
    "Who changed each field of a matter last, and in which commit",
);
const LOG_USAGE: Words = words(
    "mulu log [选项] <CODE> [FIELD]",
    "mulu log [OPTIONS] <CODE> [FIELD]",
);
const BLAME_USAGE: Words = words("mulu blame [选项] <CODE>", "mulu blame [OPTIONS] <CODE>");
const CODE: Words = words(
    "事项的编码，或其文件（已删去的事项写文件）",
    "The matter's code, or its file (of one that is gone, the file)",
);
const FIELD: Words = words(
    "只看这个字段：键或名称",
    "Only this field: its key or its name",
);
const MAX: Words = words("最多列出几次提交", "List at most N commits");
const AFTER: Words = words(
    "改了编码的事项接着往前查；裸仓库里也可用。浅克隆只能查到它有的版本，到头时会说明。",
    "A matter under a new code is followed further back; works in a bare repository. A shallow clone goes back as far
as it has commits, and says where it ends.",
);
const NO_MATTER: Words = words(
    "最近的提交里没有事项“{code}”",
    "the last commit has no matter {code}",
);
const SEVERAL: Words = words(
    "“{code}”有几个文件：{files}",
    "{code} has several files: {files}",
);
const GIVE_FILE: Words = words(
    "写文件的路径，如 base/09/000109001000.yaml",
    "give the path of its file, as base/09/000109001000.yaml",
);

pub(super) fn log_command(lang: Lang) -> Command {
    Command::new("log")
        .about(LOG.of(lang))
        .override_usage(LOG_USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(code(lang))
        .arg(Arg::new("field").value_name("FIELD").help(FIELD.of(lang)))
        .arg(arguments::option("max", "N", MAX, lang).value_parser(arguments::whole::<usize>(lang)))
        .arg(arguments::format(lang))
}

pub(super) fn blame_command(lang: Lang) -> Command {
    Command::new("blame")
        .about(BLAME.of(lang))
        .override_usage(BLAME_USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(code(lang))
        .arg(arguments::format(lang))
}

fn code(lang: Lang) -> Arg {
    let code = Arg::new("code").value_name("CODE").required(true);
    code.help(CODE.of(lang))
}

pub(super) fn log(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let place = Place::find(matches, call)?;
    let field = matches.get_one::<String>("field");
    let field = field
        .map(|typed| filters::field(&place.catalog, typed))
        .transpose()?;
    let most = matches
        .get_one::<usize>("max")
        .copied()
        .unwrap_or(usize::MAX);
    let field = field.map(|field| FieldPath::key(field.key()));
    let mut chronicle = Chronicle::new(&place.path, field);
    while !chronicle.is_whole() && chronicle.deeds.len() < most {
        chronicle.go_on_in(&place.git, &place.catalog.standard)?;
    }
    chronicle.deeds.truncate(most);
    let is_cut_off = chronicle.is_cut_off();
    let steps = steps(&place.path, chronicle);
    let told = (&*steps, is_cut_off);
    let text = if arguments::is_json(matches) {
        past_json(&place.catalog, told, call.look.lang)
    } else {
        past_human(&place.catalog, told, &call.look)
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

pub(super) fn blame(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let place = Place::find(matches, call)?;
    let bytes = place
        .git
        .read_at(&place.head, &format!("catalog/{}", place.path));
    let said = read_bytes(&bytes.unwrap_or_default());
    let said = said.root().map_or(Data::Empty, Data::of);
    let Data::Map(entries) = said else {
        return Err(none(arguments::text(matches, "code")));
    };
    let mut open: Vec<(String, Option<PastCommit>)> =
        entries.iter().map(|(key, _)| (key.clone(), None)).collect();
    let mut chronicle = Chronicle::new(&place.path, None);
    let mut seen = 0;
    while !chronicle.is_whole() && open.iter().any(|(_, commit)| commit.is_none()) {
        chronicle.go_on_in(&place.git, &place.catalog.standard)?;
        for deed in chronicle.deeds.iter().skip(seen) {
            for (key, commit) in open.iter_mut().filter(|(_, commit)| commit.is_none()) {
                if touches(deed, key) {
                    *commit = Some(told(&deed.revision));
                }
            }
        }
        seen = chronicle.deeds.len();
    }
    let commits = open.into_iter().map(|(_, commit)| commit);
    let fields: Vec<Blamed> = entries
        .into_iter()
        .zip(commits)
        .map(|((key, value), commit)| place.blamed(key, value, commit, call.look.lang))
        .collect();
    let is_cut_off = chronicle.is_cut_off() && fields.iter().any(|one| one.commit.is_none());
    let text = if arguments::is_json(matches) {
        blame_json((&fields, is_cut_off), call.look.lang)
    } else {
        blame_human((&fields, is_cut_off), &call.look)
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

/// Whether a commit may have made a field what it is.
fn touches(deed: &Deed, key: &str) -> bool {
    match &deed.what {
        What::Made(_) | What::Text => true,
        What::Changed(changes) => {
            let mut fields = changes.iter().map(|judged| judged.change.path.top());
            fields.any(|field| field == Some(key))
        }
        What::Removed | What::Layout => false,
    }
}

fn told(revision: &Revision) -> PastCommit {
    PastCommit {
        id: revision.id.clone(),
        day: revision.day(),
        author: revision.author.clone(),
        subject: revision.subject.clone(),
    }
}

/// The commits with the paths that the file had after them.
fn steps(path: &str, chronicle: Chronicle) -> Vec<PastStep> {
    let mut path: Box<str> = path.into();
    let step = |deed: Deed| {
        let (fate, what) = match deed.what {
            What::Made(_) => (Fate::New, Amended::Fields(Vec::new())),
            What::Removed => (Fate::Gone, Amended::Fields(Vec::new())),
            What::Layout => (Fate::Changed, Amended::Layout),
            What::Text => (Fate::Changed, Amended::Text(Box::default())),
            What::Changed(judged) => (Fate::Changed, Amended::Fields(judged)),
        };
        let whole = |path: &str| format!("catalog/{path}").into_boxed_str();
        let after = whole(&path);
        let was = deed.was.as_deref().map(whole);
        if let Some(was) = deed.was {
            path = was;
        }
        PastStep {
            commit: told(&deed.revision),
            amendment: Amendment {
                path: after,
                was,
                fate,
                what,
                subject: Subject::default(),
                fault: None,
            },
        }
    };
    chronicle.deeds.into_iter().map(step).collect()
}

fn none(typed: &str) -> Failure {
    Failure::new(NO_MATTER.with(&[("code", typed)])).hint(GIVE_FILE)
}

/// The repository, and which file of it is meant.
struct Place {
    git: Git,
    head: Snapshot,
    catalog: Catalog,
    /// Below the catalog folder.
    path: String,
}

impl Place {
    fn find(matches: &ArgMatches, call: &Call<'_>) -> Result<Place, Failure> {
        let typed = arguments::text(matches, "code");
        let git = match Root::find(&call.folder) {
            Some(root) => Git::open(&root)?,
            None => Git::bare(&call.folder, "HEAD")?,
        };
        let head = git.revision("HEAD").map_err(|error| match error {
            StoreError::NoRevision(_) => StoreError::NoCommit,
            error => error,
        })?;
        let inner = typed
            .rsplit_once("catalog/")
            .map_or(typed, |(_, inner)| inner);
        let paths = if FileKind::of(inner) == FileKind::Misplaced {
            git.files_named(&head, &format!("{typed}.yaml"))?
        } else {
            vec![inner.to_owned()]
        };
        let head = Snapshot::Revision(head);
        let catalog = registers(&git, &head)?;
        let place = Place {
            git,
            head,
            catalog,
            path: paths.first().cloned().unwrap_or_default(),
        };
        match paths.as_slice() {
            [] => Err(none(typed)),
            [_] => Ok(place),
            several => {
                let files = several.join(" ");
                let said = SEVERAL.with(&[("code", typed), ("files", &files)]);
                Err(Failure::new(said).hint(GIVE_FILE))
            }
        }
    }

    fn blamed(&self, key: String, value: Data, commit: Option<PastCommit>, lang: Lang) -> Blamed {
        let schema = self.catalog.standard.schema(FileKind::of(&self.path));
        let schema = schema.map(AsRef::as_ref);
        let path = FieldPath::key(&key);
        Blamed {
            title: change_title(&self.catalog, schema, &path)
                .of(lang)
                .to_owned(),
            text: change_value(&self.catalog, (schema, &path), &value, lang),
            key,
            value,
            commit,
        }
    }
}
