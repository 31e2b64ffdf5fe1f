//! Removes the names of functions from the program of a release. wasm-opt does so too; without it they are a fifth of what
//! is downloaded, for nothing but readable stack traces.

use super::files;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// How long the header of a WebAssembly module is: the magic number and the version.
const HEADER: usize = 8;

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

/// A module without its custom section `name`: sections stand one after the other, each with its kind and length.
fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    let mut slim = module.get(..HEADER).filter(|header| header.starts_with(b"\0asm"))?.to_vec();
    let mut rest = &module[HEADER..];
    while let Some((&kind, after)) = rest.split_first() {
        let (length, body) = number(after)?;
        let (body, next) = body.split_at_checked(length)?;
        let is_names = kind == 0 && number(body).is_some_and(|(length, text)| text.get(..length) == Some(b"name"));
        if !is_names {
            slim.extend_from_slice(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Some(slim)
}

/// An unsigned number in LEB128 of at most 32 bits, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0usize;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
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
