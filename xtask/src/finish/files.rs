//! The files of a bundle: their names as addresses, and their digests.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256, Sha384, Sha512};
use std::fs;
use std::path::Path;

/// Every file below a folder, as an address relative to it, in the order of the addresses.
///
/// # Errors
/// When the folder cannot be read, or a name is not Unicode.
pub fn list(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().context("a file of the bundle has a name that is not Unicode")?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), found)?;
        } else {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// The SHA-256 of some bytes, as base64url without padding.
pub fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

/// The SHA-256 of some bytes, as policies write it.
pub fn standard_digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// Whether an `integrity` attribute fits some bytes: any one of its digests is enough.
pub fn fits(integrity: &str, bytes: &[u8]) -> bool {
    integrity.split_whitespace().any(|one| match one.split_once('-') {
        Some(("sha256", digest)) => digest == STANDARD.encode(Sha256::digest(bytes)),
        Some(("sha384", digest)) => digest == STANDARD.encode(Sha384::digest(bytes)),
        Some(("sha512", digest)) => digest == STANDARD.encode(Sha512::digest(bytes)),
        _ => false,
    })
}

/// Whether a name carries a digest of the content, as Trunk gives it (`base-f4040a4c8f828544.css`, `app-…_bg.wasm`).
/// Such a file never changes under its name.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit('/').next().and_then(|file| file.split_once('.')).map_or("", |(stem, _)| stem);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_digest() {
        for (name, hashed) in [
            ("base-f4040a4c8f828544.css", true),
            ("components-14a40838303189.css", true),
            ("career-explorer-549790e07cd8c70f_bg.wasm", true),
            ("start.js", false),
            ("icons/icon-192.png", false),
            ("career-explorer.svg", false),
        ] {
            assert_eq!(is_hashed(name), hashed, "{name}");
        }
    }

    #[test]
    fn digests() {
        assert_eq!(digest(b""), "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
        assert!(fits("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", b""));
        assert!(!fits("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", b"x"));
    }
}
