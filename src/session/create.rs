//! A new catalog: small, commented, clean under every rule, ready for its first commit.

use std::path::Path;

use crate::catalog::standard::BUNDLED;
use crate::session::SessionError;
use crate::store::{Git, Root};

/// The files of a new catalog by their path below its root, the standard left out.
static TEMPLATE: [(&str, &str); 9] = [
    ("catalog/mulu.yaml", include_str!("template/mulu.yaml")),
    (
        "catalog/divisions.yaml",
        include_str!("template/divisions.yaml"),
    ),
    ("catalog/bodies.yaml", include_str!("template/bodies.yaml")),
    (
        "catalog/laws/law.yaml",
        include_str!("template/laws/law.yaml"),
    ),
    (
        "catalog/base/31/000131002000.yaml",
        include_str!("template/base/31/000131002000.yaml"),
    ),
    (
        "catalog/local/330106/11330106MU033101XF4000131002000.yaml",
        include_str!("template/local/330106/11330106MU033101XF4000131002000.yaml"),
    ),
    (
        "catalog/bundles/opening-a-restaurant.yaml",
        include_str!("template/bundles/opening-a-restaurant.yaml"),
    ),
    (".gitignore", ".mulu/\n"),
    (".gitattributes", "*.yaml text eol=lf\n"),
];

/// Makes a new catalog in a folder, inside a new git repository unless the folder already lies in one.
/// Refuses a folder that holds a catalog; any other file that is there already is kept.
pub fn create(folder: &Path) -> Result<Root, SessionError> {
    let standard: Vec<(String, &str)> = BUNDLED
        .iter()
        .map(|(name, text)| (format!("schemas/{name}"), *text))
        .collect();
    let files = TEMPLATE
        .iter()
        .copied()
        .chain(standard.iter().map(|(path, text)| (path.as_str(), *text)));
    let root = Root::create(folder, files.map(|(path, text)| (path, text.as_bytes())))?;
    if Git::open(&root).is_err() {
        Git::init(root.path())?;
    }
    Ok(root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Session, load};

    #[test]
    fn a_new_catalog_is_clean() {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::open(create(folder.path()).unwrap(), &|_, _| ()).unwrap();
        let findings = session.check(jiff::civil::date(2026, 11, 24)).new;
        let said: Vec<_> = findings
            .iter()
            .map(|finding| (finding.rule, &finding.file.path, &finding.message.en))
            .collect();
        assert!(said.is_empty(), "{said:#?}");
        assert!(
            session
                .catalog()
                .files()
                .iter()
                .all(|file| file.document().problems().is_empty())
        );
    }

    #[test]
    fn a_catalog_is_never_made_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let root = create(folder.path()).unwrap();
        assert!(create(folder.path()).is_err());
        assert_eq!(load(&root, &|_, _| ()).unwrap().matters().len(), 2);
    }
}
