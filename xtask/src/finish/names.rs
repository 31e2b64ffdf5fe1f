//! Removes the names of functions from the program of a release. wasm-opt does so too; without it they are a fifth of what
//! is downloaded, for nothing but readable stack traces.

use super::{files, module};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Removes the section of names from each WebAssembly module of a bundle.
///
/// # Errors
/// When a module is damaged, or a file cannot be read or written.
pub fn remove(folder: &Path) -> Result<()> {
    for name in files::list(folder)?.iter().filter(|name| name.ends_with(".wasm")) {
        let path = folder.join(name);
        let module = fs::read(&path)?;
        let slim = without_names(&module).with_context(|| format!("{name} is no WebAssembly module, or damaged"))?;
        if slim.len() < module.len() {
            fs::write(&path, slim)?;
        }
    }
    Ok(())
}

/// A module without its custom section `name`.
fn without_names(bytes: &[u8]) -> Option<Vec<u8>> {
    module::changed(bytes, |kind, body| {
        let is_names = kind == module::CUSTOM && module::text(body).is_some_and(|(name, _)| name == "name");
        Some((!is_names).then(|| body.to_vec()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_go_and_the_rest_stays() {
        let sound = [&b"\0asm\x01\0\0\0\x01\x01\0"[..], b"\0\x07\x04nameab", b"\0\x06\x05other"].concat();
        let slim = without_names(&sound).expect("a module");
        assert_eq!(slim, b"\0asm\x01\0\0\0\x01\x01\0\0\x06\x05other");
        assert_eq!(without_names(&slim).expect("a module"), slim);
    }

    #[test]
    fn damaged_modules_are_refused() {
        for bytes in
            [&b""[..], b"\0asm", b"\x01asm\x01\0\0\0", b"\0asm\x01\0\0\0\x01\x09\0", b"\0asm\x01\0\0\0\x01\xff\xff\xff\xff\xff"]
        {
            assert!(without_names(bytes).is_none(), "{bytes:?}");
        }
    }
}
