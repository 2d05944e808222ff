//! `mulu levels`: where levels differ, in a list, as a matrix, or by who stands apart.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::arguments::{self, option};
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::places::{Shelf, Typed};
use crate::cli::{Exit, filters};
use crate::levels::{
    Class, Compared, Comparison, Filter, Matrix, Odd, Scope, Side, Tally, View, compare, matrix,
    odd_ones, surveyed,
};
use crate::report::{self, Listing, by_urgency};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "比对各级目录，列出所有差异",
    "Set levels side by side and list every difference",
);
const USAGE: Words = words(
    "mulu levels [选项] [FROM] [TO]...",
    "mulu levels [OPTIONS] [FROM] [TO]...",
);
const FROM: Words = words(
    "与谁比：地区（代码或名称）、层级（省级、4）、base，或版本（HEAD~3:330106、v1:）；不写则每个事项与其上级比，只写一个则只看该处与上级的差异",
    "What to compare with: a division (code or name), a level (county, 4), base, or a revision (HEAD~3:330106, \
     v1:); without it each matter is held to the one above; alone, only its matters are",
);
const TO: Words = words("比谁，可写多个", "What to compare; can be several");
const MATTER: Words = words(
    "一个事项的比对表：各字段在各级的值",
    "The matrix of one matter: each field at each level",
);
const SIBLINGS: Words = words(
    "同级比较：各字段中与多数不同的少数",
    "Among siblings: who stands apart from most, field by field",
);
const ALL: Words = words(
    "也列出标准允许的（收紧、少要材料）、已准予的，以及没有对应的事项",
    "List also what the standard allows, what is approved, and matters without a counterpart",
);
const MAX: Words = words(
    "最多列出几个差异（小结仍计全部）",
    "List at most N differences (the summary counts all)",
);
const FAIL_ON: Words = words(
    "有这一类或更重的、未准予的差异列出时，退出码为 1；由重到轻为 conflict、looser、extra、missing、wording、tighter",
    "Exit with 1 if a difference of this class or a graver one is listed and not approved; from grave to \
     slight: conflict, looser, extra, missing, wording, tighter",
);
const FORMAT: Words = words(
    "human（给人看，默认）、json、markdown 或 csv（可用 Excel 打开）",
    "human (the default), json, markdown or csv (fit for Excel)",
);
const AFTER: Words = words(
    "不写 --fail-on 时，有无差异退出码都是 0。json 的格式在版本 1 内只增不改：summary（due、void、approved、
allowed，并按 classes、fields、departments、types、divisions 分列）；comparisons（from、to、pairs、only_from、
only_to、unclear）；differences，每个有 path、line、code、base_code、name、division、field、title、class、
stand、counts、decision 或 null、value、missing、extra、reach、fingerprint、upper（floor、division、revision、
path、value）和 siblings（total、same、majority）或 null；more。--matter 给出 columns 和 rows，--siblings 给出 odd。",
    "Without --fail-on the exit code is 0 whether there are differences or not. Within version 1 of the json form
keys are only added: summary (due, void, approved, allowed, and the same by classes, fields, departments, types,
divisions); comparisons (from, to, pairs, only_from, only_to, unclear); differences, each with path, line, code,
base_code, name, division, field, title, class, stand, counts, decision or null, value, missing, extra, reach,
fingerprint, upper (floor, division, revision, path, value) and siblings (total, same, majority) or null; more.
With --matter there are columns and rows, with --siblings there is odd.",
);

/// 格式: how differences are told. Another one is a word, a variant, and an arm in each `match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Human,
    Json,
    Markdown,
    Csv,
}

impl Format {
    const WORDS: [(&'static str, Format); 4] = [
        ("human", Format::Human),
        ("json", Format::Json),
        ("markdown", Format::Markdown),
        ("csv", Format::Csv),
    ];

    fn read(matches: &ArgMatches) -> Format {
        let word = arguments::text(matches, "format");
        let known = Format::WORDS.iter().find(|(known, _)| *known == word);
        known.map_or(Format::Human, |(_, format)| *format)
    }
}

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    let place = |name: &'static str, value: &'static str, help: Words| {
        Arg::new(name).value_name(value).help(help.of(lang))
    };
    let formats = Format::WORDS.map(|(word, _)| word);
    let classes = Class::all().map(Class::word);
    Command::new("levels")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(place("from", "FROM", FROM))
        .arg(place("to", "TO", TO).num_args(0..))
        .arg(option("matter", "CODE", MATTER, lang))
        .arg(flag("siblings", SIBLINGS).conflicts_with("matter"))
        .args(filters::options(lang))
        .arg(flag("all", ALL))
        .arg(option("max", "N", MAX, lang).value_parser(arguments::whole::<usize>(lang)))
        .arg(
            option("fail-on", "CLASS", FAIL_ON, lang)
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(classes)),
        )
        .arg(
            option("format", "FORMAT", FORMAT, lang)
                .value_parser(PossibleValuesParser::new(formats)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    call::work_on_this_thread_too();
    let typed: Vec<Typed<'_>> = ["from", "to"]
        .iter()
        .flat_map(|name| matches.get_many::<String>(name).into_iter().flatten())
        .map(|text| Typed::read(text))
        .collect();
    let shelf = Shelf::read(call, &typed)?;
    let sides: Vec<Side<'_>> = typed
        .iter()
        .map(|typed| shelf.side(*typed))
        .collect::<Result<_, _>>()?;
    // What is compared last is what the filters speak of.
    let view = sides.last().map(|side| side.view).or(shelf.first());
    let exit = match view {
        Some(view) => told(matches, call, view, &sides)?,
        None => Exit::Clean,
    };
    // The program ends here; taking large catalogs apart piece by piece would only make the user wait.
    std::mem::forget(shelf);
    Ok(exit)
}

fn told(
    matches: &ArgMatches,
    call: &mut Call<'_>,
    view: View<'_>,
    sides: &[Side<'_>],
) -> Result<Exit, Failure> {
    let mut filter = filters::read(matches, view.catalog)?;
    filter.is_all = matches.get_flag("all");
    let format = Format::read(matches);
    if let Some(typed) = matches.get_one::<String>("matter") {
        let code = filters::matter(view.catalog, &call.root()?, call, typed)?;
        let places = sides.iter().map(|side| side.scope.clone());
        filter.places.extend(places);
        write_matrix(call, view, &code, &filter, format);
        filter.matters.push(code);
        let found = surveyed(view, call.today);
        let listed = found.iter().filter(|one| filter.lists(one));
        return Ok(exit(matches, listed));
    }
    if matches.get_flag("siblings") {
        filter
            .places
            .extend(sides.iter().map(|side| side.scope.clone()));
        write_odd(call, view, &filter, format, most(matches));
        return Ok(Exit::Clean);
    }
    let is_dated = sides.len() > 1 && sides.iter().any(|side| side.view.revision.is_some());
    // Then and now: every change is of interest, one for the better, too.
    filter.is_all |= is_dated;
    let (comparisons, found) = found(call, view, sides);
    let tally = Tally::of(found.iter().filter(|one| filter.asks(one)));
    let mut listed: Vec<Compared<'_>> = found.into_iter().filter(|one| filter.lists(one)).collect();
    by_urgency(&mut listed);
    let exit = exit(matches, listed.iter());
    let more = listed.len().saturating_sub(most(matches));
    listed.truncate(most(matches));
    let listing = Listing {
        comparisons,
        tally,
        listed,
        more,
        lists_unpaired: filter.is_all,
    };
    write(call, view, &listing, format);
    Ok(exit)
}

/// The differences: between the places named; with one place or none, between each matter and the one above.
fn found<'c>(
    call: &Call<'_>,
    view: View<'c>,
    sides: &[Side<'c>],
) -> (Vec<Comparison<'c>>, Vec<Compared<'c>>) {
    if let [from, to @ ..] = sides
        && !to.is_empty()
    {
        let compared = to.iter().map(|to| compare(from, to, call.today));
        let mut comparisons: Vec<Comparison<'c>> = compared.collect();
        let found = comparisons.iter_mut();
        let found = found
            .flat_map(|one| std::mem::take(&mut one.differences))
            .collect();
        return (comparisons, found);
    }
    let scopes = sides.iter().map(|side| side.scope.clone());
    let mut found = surveyed(view, call.today);
    for scope in scopes.filter(|scope| *scope != Scope::All) {
        found.retain(|one| scope.holds(view.catalog, one.departure.lower));
    }
    (Vec::new(), found)
}

fn most(matches: &ArgMatches) -> usize {
    let most = matches.get_one::<usize>("max").copied();
    most.unwrap_or(usize::MAX)
}

fn write(call: &mut Call<'_>, view: View<'_>, listing: &Listing<'_>, format: Format) {
    let look = call.look;
    let text = match format {
        Format::Human => report::levels_human(view.catalog, listing, &look),
        Format::Json => report::levels_json(view.catalog, listing, look.lang),
        Format::Markdown => report::levels_markdown(view.catalog, listing, look.lang),
        Format::Csv => report::levels_csv(listing, look.lang),
    };
    call.out.write(&text);
}

fn write_matrix(call: &mut Call<'_>, view: View<'_>, code: &str, filter: &Filter, format: Format) {
    let catalog = view.catalog;
    let of_code = catalog.by_code(code).first().copied();
    let base = of_code.and_then(|id| catalog.base(catalog.matter(id).base_code()?.value));
    let Some(base) = base.or(of_code) else {
        return;
    };
    let mut matrix: Matrix<'_> = matrix(catalog, base, &|_| true, call.today);
    filter_matrix(view, &mut matrix, filter);
    let look = call.look;
    let text = match format {
        Format::Human => report::matrix_human(catalog, &matrix, &look),
        Format::Json => report::matrix_json(catalog, &matrix, look.lang),
        Format::Markdown => report::matrix_markdown(catalog, &matrix, look.lang),
        Format::Csv => report::matrix_csv(catalog, &matrix, look.lang),
    };
    call.out.write(&text);
}

/// Only the fields asked for, and the base matter beside the places asked for.
fn filter_matrix(view: View<'_>, matrix: &mut Matrix<'_>, filter: &Filter) {
    let is_asked = |scope: &Scope, id| scope.holds(view.catalog, id);
    let places = &filter.places;
    let keeps: Vec<bool> = matrix
        .columns
        .iter()
        .enumerate()
        .map(|(place, id)| {
            place == 0 || places.is_empty() || places.iter().any(|scope| is_asked(scope, *id))
        })
        .collect();
    let kept = |place: &usize| keeps.get(*place).copied().unwrap_or(true);
    let columns = matrix.columns.iter().copied().enumerate();
    let columns = columns.filter(|(place, _)| kept(place));
    matrix.columns = columns.map(|(_, id)| id).collect();
    for row in &mut matrix.rows {
        let cells = std::mem::take(&mut row.cells).into_iter().enumerate();
        row.cells = cells
            .filter(|(place, _)| kept(place))
            .map(|(_, cell)| cell)
            .collect();
    }
    let fields = &filter.fields;
    matrix
        .rows
        .retain(|row| fields.is_empty() || fields.contains(&row.field));
}

fn write_odd(call: &mut Call<'_>, view: View<'_>, filter: &Filter, format: Format, most: usize) {
    let catalog = view.catalog;
    let mut odd = odd_ones(catalog);
    odd.retain(|one| asks_for(view, filter, one));
    odd.truncate(most);
    let look = call.look;
    let text = match format {
        Format::Human => report::odd_human(catalog, &odd, &look),
        Format::Json => report::odd_json(catalog, &odd, look.lang),
        Format::Markdown => report::odd_markdown(catalog, &odd, look.lang),
        Format::Csv => report::odd_csv(catalog, &odd, look.lang),
    };
    call.out.write(&text);
}

/// Whether a field that a few stand apart in is asked for: by field, department and type, and by the places
/// of those few.
fn asks_for(view: View<'_>, filter: &Filter, odd: &Odd<'_>) -> bool {
    let code = view.catalog.matter(odd.base).base_code();
    let code = code.map_or("", |code| code.value);
    let digits = |list: &[Box<str>], range: std::ops::Range<usize>| {
        let digits = code.get(range).unwrap_or("");
        list.is_empty() || list.iter().any(|one| **one == *digits)
    };
    let is_there = |scope: &Scope| odd.matters().any(|id| scope.holds(view.catalog, id));
    (filter.fields.is_empty() || filter.fields.contains(&odd.field))
        && digits(&filter.departments, 4..6)
        && digits(&filter.kinds, 2..4)
        && (filter.places.is_empty() || filter.places.iter().any(is_there))
}

/// 1 if something listed is as grave as the slightest class named, and is not approved.
fn exit<'d, 'c: 'd>(
    matches: &ArgMatches,
    mut listed: impl Iterator<Item = &'d Compared<'c>>,
) -> Exit {
    let classes = matches.get_many::<String>("fail-on").into_iter().flatten();
    let classes = classes.filter_map(|word| Class::from_word(word));
    let Some(slightest) = classes.map(Class::rank).max() else {
        return Exit::Clean;
    };
    let fails = listed.any(|one| {
        let departure = &one.departure;
        departure.difference.class.rank() <= slightest && !departure.standing.is_approved()
    });
    if fails { Exit::Findings } else { Exit::Clean }
}
