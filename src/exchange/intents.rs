//! From records to intents: what is to be done to which file.

use crate::catalog::standard::RecordKind;
use crate::catalog::{Catalog, Field, MatterId};
use crate::change::{Intent, new_file, set_field};
use crate::exchange::known::{Known, Place, list_of};
use crate::exchange::reason::{NO_DIVISION, NO_ENTRY_FILE, NOT_A_NAME, Reason, of};
use crate::text::Message;
use crate::yaml::{Data, Op, Path};

/// What shall be true of one record: whole fields, in the order of the schema.
pub(super) struct Wanted<'c> {
    pub(super) kind: RecordKind,
    pub(super) key: String,
    pub(super) place: Option<Place<'c>>,
    pub(super) fields: Vec<(String, Data)>,
}

/// The file of a record and what is to be done to it.
pub(super) fn intents(
    catalog: &Catalog,
    known: &Known<'_>,
    wanted: &Wanted<'_>,
) -> Result<Vec<Intent>, Reason> {
    match wanted.place {
        Some(Place::Matter(id)) => Ok(of_matter(catalog, known, id, wanted)),
        Some(Place::Entry { file, list, index }) => {
            let at = Path::key(list).then_index(index);
            let edit = |(field, value): &(String, Data)| Intent::Edit {
                path: file.path.clone(),
                op: Op::Set {
                    path: at.then_key(field),
                    value: value.clone(),
                },
            };
            Ok(wanted.fields.iter().map(edit).collect())
        }
        None => match list_of(wanted.kind) {
            Some((list, _)) => new_entry(catalog, list, wanted),
            None => new_matter(catalog, wanted).map(|intent| vec![intent]),
        },
    }
}

/// The file's place of each field is found from the text as it is, so a file that gets several new fields
/// gets them one behind the other.
fn of_matter(
    catalog: &Catalog,
    known: &Known<'_>,
    id: MatterId,
    wanted: &Wanted<'_>,
) -> Vec<Intent> {
    let place = Place::Matter(id);
    let is_there = |field: &str| known.stated(place, field).is_some();
    let fields = || wanted.fields.iter();
    let set =
        |(field, value): &(String, Data)| set_field(catalog, id, &Path::key(field), value.clone());
    let old = fields()
        .filter(|(field, _)| is_there(field))
        .filter_map(set);
    // Put in from the last on, each at the place that the fields before it leave open.
    let new = fields().rev().filter(|(field, _)| !is_there(field));
    old.chain(new.filter_map(set)).collect()
}

fn new_entry(
    catalog: &Catalog,
    list: &'static str,
    wanted: &Wanted<'_>,
) -> Result<Vec<Intent>, Reason> {
    let rank = wanted.fields.iter().find(|(field, _)| field == "rank");
    let path = match (wanted.kind, rank) {
        (RecordKind::Law, Some((_, Data::Text(rank)))) => format!("laws/{rank}.yaml"),
        (RecordKind::Law, _) => return Err(NO_ENTRY_FILE.into()),
        _ => "bodies.yaml".to_owned(),
    };
    let value = Data::Map(wanted.fields.clone());
    if catalog.file(&path).is_none() {
        let title = catalog.standard.tables.exchange.title(wanted.kind);
        let says = Data::Map(vec![(list.to_owned(), Data::List(vec![value]))]);
        return Ok(vec![new_file(&path, &title.zh, says)?]);
    }
    Ok(vec![Intent::Edit {
        path: path.into(),
        op: Op::InsertItem {
            path: Path::key(list),
            at: None,
            value,
        },
    }])
}

fn new_matter(catalog: &Catalog, wanted: &Wanted<'_>) -> Result<Intent, Reason> {
    let text = |key: &str| {
        let field = wanted.fields.iter().find(|(field, _)| field == key);
        field.and_then(|(_, value)| match value {
            Data::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let code = &wanted.key;
    let is_name = |name: &str| {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !name.is_empty() && name.bytes().all(is_letter)
    };
    if !is_name(code) {
        return Err(of(NOT_A_NAME, code));
    }
    let name = text(Field::Name.key()).unwrap_or_default();
    let (folder, comment) = if wanted.kind == RecordKind::Base {
        let department = text("department").or(code.get(4..6)).unwrap_or_default();
        (format!("base/{department}"), name.to_owned())
    } else {
        let division = text("division").ok_or(NO_DIVISION)?;
        let known = catalog.registers.division(division);
        let at = known.map_or(division, |division| &division.name);
        let base = text("base_code").and_then(|base| catalog.base(base));
        let base = base.and_then(|base| catalog.matter(base).name());
        let name = base.map_or(name, |base| base.value);
        let folder = division.get(..6).unwrap_or(division);
        (format!("local/{folder}"), format!("{at} · {name}"))
    };
    let path = format!("{folder}/{code}.yaml");
    new_file(&path, &comment, Data::Map(wanted.fields.clone())).map_err(|reason: Message| reason)
}
