//! The demonstration: a copy of the sample catalog that the program carries, in a folder of its own.

use std::path::Path;

use crate::catalog::standard::BUNDLED;
use crate::session::{Session, SessionError};
use crate::store::{self, Changed, Git, Root};

/// The sample catalog, packed when the program was built (see `demo_pack.rs`): for each file the length of
/// its path, the path below `catalog/`, the length of its text, the text. Lengths are 4 bytes, low first.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/demo.bin"));

/// Opens a fresh copy of the sample catalog in a new temporary folder, which stays until someone removes
/// it. It is a git repository with one commit, so that every command can be tried.
pub fn open_demo(progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Session, SessionError> {
    let root = unpack(&store::fresh_folder("mulu-demo-")?)?;
    Session::open(root, progress)
}

/// Unpacks the sample catalog into a folder that holds no catalog yet.
pub fn unpack(folder: &Path) -> Result<Root, SessionError> {
    let catalog = files(PACK).map(|(path, text)| (format!("catalog/{path}"), text));
    let standard = BUNDLED
        .iter()
        .map(|(name, text)| (format!("schemas/{name}"), text.as_bytes()));
    let files: Vec<(String, &[u8])> = catalog.chain(standard).collect();
    let borrowed = files.iter().map(|(path, text)| (path.as_str(), *text));
    let root = Root::create(folder, borrowed)?;
    if Git::open(&root).is_err() {
        Git::init(root.path())?;
        first_commit(&root, &files)?;
    }
    Ok(root)
}

fn first_commit(root: &Root, files: &[(String, &[u8])]) -> Result<(), SessionError> {
    let git = Git::open(root)?;
    git.ensure_identity("mulu", "mulu@sample.example")?;
    let changed: Vec<Changed> = files
        .iter()
        .map(|(path, _)| Changed {
            path: path.clone(),
            is_deleted: false,
        })
        .collect();
    git.commit(&changed, "样例目录 · sample catalog")?;
    Ok(())
}

/// Whether the program carries a sample catalog at all; one built without `catalog/` does not.
pub fn has_demo() -> bool {
    !PACK.is_empty()
}

/// The packed files; stops at the first that is cut off.
fn files(mut pack: &[u8]) -> impl Iterator<Item = (&str, &[u8])> {
    std::iter::from_fn(move || {
        let path = take(&mut pack)?;
        let text = take(&mut pack)?;
        Some((std::str::from_utf8(path).ok()?, text))
    })
}

fn take<'p>(pack: &mut &'p [u8]) -> Option<&'p [u8]> {
    let (length, rest) = pack.split_first_chunk::<4>()?;
    let (taken, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *pack = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_unpacks_and_a_broken_one_stops() {
        let pack = b"\x01\0\0\0a\x02\0\0\0xy\x01\0\0\0b\x09\0\0\0z";
        let unpacked: Vec<_> = files(pack).collect();
        assert_eq!(unpacked, [("a", "xy".as_bytes())]);
    }
}
