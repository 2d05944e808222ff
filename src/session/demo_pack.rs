//! The build script: packs `catalog/` into one file that the program carries (read by `demo.rs`). Without
//! `catalog/` the pack is empty.

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
    write(&pack)
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
