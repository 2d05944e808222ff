//! The build script: packs `catalog/` into one file that the program carries (read by `demo.rs`), and gives the
//! program a number of its own. Without `catalog/` the pack is empty.

use std::ffi::OsStr;
use std::io::Result;
use std::path::{Path, PathBuf};

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
fn main() -> Result<()> {
    let catalog = Path::new("catalog");
    println!("cargo::rerun-if-changed=src/session/demo_pack.rs");
    let mut files = Vec::new();
    if catalog.is_dir() {
        println!("cargo::rerun-if-changed=catalog");
        list(catalog, &mut files)?;
    }
    files.sort();
    let mut pack = Vec::new();
    for file in files {
        let below = file.strip_prefix(catalog).unwrap_or(&file);
        let parts: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
        add(&mut pack, parts.join("/").as_bytes())?;
        add(&mut pack, &std::fs::read(&file)?)?;
    }
    write(&pack)?;
    let [source, standard] = ["src", "schemas"].map(|folder| digest(Path::new(folder)));
    println!("cargo::rerun-if-changed=src\ncargo::rerun-if-changed=schemas");
    println!(
        "cargo::rustc-env=MULU_SOURCE={:016x}{:016x}",
        source?, standard?
    );
    Ok(())
}

/// A number that is another one whenever the program is: what an earlier one kept is not for this one.
fn digest(folder: &Path) -> Result<u64> {
    let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let mut digest: u64 = 0xCBF2_9CE4_8422_2325;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            digest = (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    for entry in entries {
        add(entry.file_name().as_encoded_bytes());
        if entry.file_type()?.is_dir() {
            add(&self::digest(&entry.path())?.to_le_bytes());
        } else {
            add(&std::fs::read(entry.path())?);
        }
    }
    Ok(digest)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else if entry.path().extension() == Some(OsStr::new("yaml")) {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn add(pack: &mut Vec<u8>, bytes: &[u8]) -> Result<()> {
    let length = u32::try_from(bytes.len()).map_err(std::io::Error::other)?;
    pack.extend(length.to_le_bytes());
    pack.extend(bytes);
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a build script has no room of the house to go through"
)]
fn write(pack: &[u8]) -> Result<()> {
    let folder = std::env::var_os("OUT_DIR").unwrap_or_default();
    std::fs::write(Path::new(&folder).join("demo.bin"), pack)
}
