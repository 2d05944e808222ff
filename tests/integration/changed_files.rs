//! A catalog with a few files changed is the same as one made anew of all its files.

use std::sync::Arc;

use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, Field, File, Matter, MatterId};
use mulu::yaml::read;

use crate::province::{Size, province};

const SIZE: Size = Size {
    bases: 12,
    locals: 150,
    planted: 0,
};

#[test]
fn files_put_in_place_of_others_are_tied_as_if_all_were_read_anew() {
    let mut dice = fastrand::Rng::with_seed(5);
    let standard = Arc::new(Standard::bundled().unwrap());
    let file = |(path, text): &(String, String)| Arc::new(File::new(path, read(text.as_str())));
    let files = province(3, SIZE).files.iter().map(file).collect();
    let mut catalog = Catalog::new(Arc::clone(&standard), files);
    for _ in 0..60 {
        let changed: Vec<Arc<File>> = (0..dice.usize(1..4))
            .map(|_| altered(&catalog, &mut dice))
            .collect();
        let next = catalog.with_files(changed, &[]);
        let anew = Catalog::new(Arc::clone(&standard), next.files().to_vec());
        assert_eq!(ties(&next), ties(&anew));
        catalog = next;
    }
}

/// A matter with one of the fields by which matters are tied taken from another, or without it.
fn altered(catalog: &Catalog, dice: &mut fastrand::Rng) -> Arc<File> {
    let fields = [Field::Code, Field::BaseCode, Field::Division, Field::Name];
    let mut pick = || {
        let place = dice.usize(..catalog.matters().len());
        catalog
            .matters()
            .nth(place)
            .map(|(_, matter)| matter)
            .unwrap()
    };
    let (one, other) = (pick(), pick());
    let field = dice.choice(fields).unwrap();
    let key = format!("{}: ", field.key());
    let value = other.text(field).filter(|_| dice.u8(..) > 60);
    let line = |line: &str| match value {
        Some(value) if line.starts_with(&key) => format!("{key}\"{}\"\n", value.value),
        None if line.starts_with(&key) => String::new(),
        _ => format!("{line}\n"),
    };
    let text: String = one.file.document().text().lines().map(line).collect();
    Arc::new(File::new(&one.file.path, read(text)))
}

fn ties(catalog: &Catalog) -> Vec<String> {
    let tie = |(id, matter): (MatterId, &Matter)| {
        let code = matter.code().map_or("", |code| code.value);
        let base = matter.base_code().map_or("", |code| code.value);
        let (same, claims) = (catalog.by_code(code), catalog.locals_of(base));
        format!(
            "{id:?} {code} {base} {:?} {same:?} {claims:?}",
            catalog.upper(id)
        )
    };
    catalog.matters().map(tie).collect()
}
