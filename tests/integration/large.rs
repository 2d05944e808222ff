//! A large catalog is opened as it was last seen, and is the same as one that is read whole.

use std::fs;
use std::path::Path;

use mulu::catalog::{Catalog, Facts, Field, Matter};
use mulu::findings::Finding;
use mulu::levels::scores;
use mulu::session::Session;
use mulu::store::Root;

use crate::province::{Size, province};
use crate::stage::TODAY;

/// More than the matters from which on a catalog is not held whole.
const SIZE: Size = Size {
    bases: 60,
    locals: 5_200,
    planted: 40,
};

#[test]
fn a_large_catalog_is_the_same_whether_read_whole_packed_or_found_in_its_index() {
    let folder = written();
    let whole = Session::open(root(&folder), &|_, _| ()).unwrap();
    let first = resumed(&folder);
    assert!(!first.is_unsure());
    let again = resumed(&folder);
    assert!(again.is_unsure());
    let said = told(&whole);
    assert!(said.len() > 50);
    for session in [first, again] {
        assert_eq!(ties(session.catalog()), ties(whole.catalog()));
        assert_eq!(told(&session), said);
        let told = |session: &Session| format!("{:?}", scores(session.catalog(), TODAY));
        assert_eq!(told(&session), told(&whole));
    }
}

#[test]
fn what_others_did_meanwhile_is_caught_up_with() {
    let folder = written();
    drop(resumed(&folder));
    let paths = locals(&folder);
    let (edited, gone, copied) = (&paths[0], &paths[1], &paths[2]);
    let text = fs::read_to_string(edited).unwrap();
    fs::write(edited, text.replace("name: ", "name: 新")).unwrap();
    fs::remove_file(gone).unwrap();
    let new = copied.with_file_name("11330000300000002L2000105001999.yaml");
    fs::copy(copied, &new).unwrap();

    let mut session = resumed(&folder);
    assert!(session.is_unsure());
    let mut changed = session.catch_up().unwrap();
    changed.sort();
    let mut expected: Vec<Box<str>> = [edited, gone, &new].map(|path| below(&folder, path)).into();
    expected.sort();
    // What was written just before the index may be looked at once more.
    assert!(expected.iter().all(|path| changed.contains(path)));
    let whole = Session::open(root(&folder), &|_, _| ()).unwrap();
    assert_eq!(ties(session.catalog()), ties(whole.catalog()));
    assert_eq!(told(&session), told(&whole));
    assert!(session.catch_up().unwrap().is_empty());
}

#[test]
fn a_damaged_index_is_as_good_as_none() {
    let folder = written();
    drop(resumed(&folder));
    let kept = fs::read_dir(folder.path().join("cache")).unwrap();
    let index = kept.flatten().next().unwrap().path().join("index");
    let bytes = fs::read(&index).unwrap();
    let half = bytes.len() / 2;
    let mut flipped = bytes.clone();
    flipped[half] ^= 1;
    let mut foreign = bytes.clone();
    foreign[5] = b'X';
    for damaged in [flipped, foreign, bytes[..half].to_vec(), Vec::new()] {
        fs::write(&index, damaged).unwrap();
        let session = resumed(&folder);
        assert!(!session.is_unsure());
        assert_eq!(session.catalog().matters().len(), 5_260);
        assert!(resumed(&folder).is_unsure(), "it is made anew");
    }
}

fn written() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in province(11, SIZE).files {
        let path = folder.path().join("catalog").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn root(folder: &tempfile::TempDir) -> Root {
    Root::at(folder.path()).unwrap()
}

fn resumed(folder: &tempfile::TempDir) -> Session {
    let root = root(folder).keeping_in(Some(folder.path().join("cache")));
    Session::resume(root, &|_, _| ()).unwrap()
}

fn told(session: &Session) -> Vec<String> {
    let line = |finding: &Finding| {
        let path = &finding.file.path;
        format!(
            "{} {path} {:?} {}",
            finding.rule, finding.span, finding.message.zh
        )
    };
    session.check(TODAY).new.iter().map(line).collect()
}

/// Every matter with its texts, its upper matter and those of its code.
fn ties(catalog: &Catalog) -> Vec<String> {
    let tie = |(id, matter): (_, &Matter)| {
        let path = |id| &catalog.matter(id).file.path;
        let code = matter.code().map_or("", |code| code.value);
        let base = matter.base_code().map_or("", |code| code.value);
        format!(
            "{} {} {:?} {:?} {:?} {:?}",
            matter.file.path,
            texts(matter),
            matter.division(),
            catalog.upper(id).map(path),
            catalog.by_code(code),
            catalog.locals_of(base).len(),
        )
    };
    catalog.matters().map(tie).collect()
}

/// What is told of a matter without reading it, a field at a time.
fn texts(matter: &Matter) -> String {
    let told = Field::all().filter(|field| Facts::tell(*field));
    let texts: Vec<String> = told
        .map(|field| format!("{:?} {:?}", matter.text(field), matter.texts(field)))
        .collect();
    texts.join(" ")
}

fn locals(folder: &tempfile::TempDir) -> Vec<std::path::PathBuf> {
    let mut folders: Vec<_> = fs::read_dir(folder.path().join("catalog/local"))
        .unwrap()
        .flatten()
        .collect();
    folders.sort_by_key(fs::DirEntry::path);
    let mut paths: Vec<_> = fs::read_dir(folders[0].path())
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
}

fn below(folder: &tempfile::TempDir, path: &Path) -> Box<str> {
    let below = path.strip_prefix(folder.path().join("catalog")).unwrap();
    below.to_string_lossy().replace('\\', "/").into()
}
