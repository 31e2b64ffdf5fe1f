//! Just enough of the WebAssembly format to take sections out of a module, and to rename or drop what it imports and exports.

/// How long the header of a module is: the magic number and the version.
const HEADER: usize = 8;
/// The kinds of sections that are looked into.
pub const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The kinds of things that are imported.
const FUNCTION: u8 = 0;
const TABLE: u8 = 1;
const MEMORY: u8 = 2;
const GLOBAL: u8 = 3;

/// Copies a module section by section: `change` gives the new body of a section of a kind, or none to leave it out. `None` when the module
/// is damaged.
pub fn changed<'a>(module: &'a [u8], mut change: impl FnMut(u8, &'a [u8]) -> Option<Option<Vec<u8>>>) -> Option<Vec<u8>> {
    let mut copy = module.get(..HEADER).filter(|header| header.starts_with(b"\0asm"))?.to_vec();
    let mut rest = &module[HEADER..];
    while let Some((&kind, after)) = rest.split_first() {
        let (length, body) = number(after)?;
        let (body, next) = body.split_at_checked(length)?;
        if let Some(body) = change(kind, body)? {
            copy.push(kind);
            put(&mut copy, body.len());
            copy.extend(body);
        }
        rest = next;
    }
    Some(copy)
}

/// Copies a module with other names for what it imports: `rename` gets module and name, and gives both anew. `None` when it is damaged.
pub fn with_imports(module: &[u8], mut rename: impl FnMut(&str, &str) -> (String, String)) -> Option<Vec<u8>> {
    changed(module, |kind, body| {
        if kind != IMPORTS {
            return Some(Some(body.to_vec()));
        }
        let mut copy = Vec::new();
        let (count, mut rest) = number(body)?;
        put(&mut copy, count);
        for _ in 0..count {
            let (from, after) = text(rest)?;
            let (name, after) = text(after)?;
            let (from, name) = rename(from, name);
            let end = after_description(after)?;
            for part in [&from, &name] {
                put(&mut copy, part.len());
                copy.extend(part.bytes());
            }
            copy.extend(&after[..after.len() - end.len()]);
            rest = end;
        }
        Some(Some(copy))
    })
}

/// Copies a module with other names for what it exports: `rename` gets a name and gives it anew, or none to drop the export. `None` when
/// the module is damaged.
pub fn with_exports(module: &[u8], mut rename: impl FnMut(&str) -> Option<String>) -> Option<Vec<u8>> {
    changed(module, |kind, body| {
        if kind != EXPORTS {
            return Some(Some(body.to_vec()));
        }
        let (count, mut rest) = number(body)?;
        let (mut kept, mut left) = (Vec::<u8>::new(), 0);
        for _ in 0..count {
            let (name, after) = text(rest)?;
            let (_, end) = number(after.get(1..)?)?;
            if let Some(name) = rename(name) {
                put(&mut kept, name.len());
                kept.extend(name.bytes());
                kept.extend(&after[..after.len() - end.len()]);
                left += 1;
            }
            rest = end;
        }
        let mut copy = Vec::new();
        put(&mut copy, left);
        copy.extend(kept);
        Some(Some(copy))
    })
}

/// What follows the description of an import.
fn after_description(bytes: &[u8]) -> Option<&[u8]> {
    let (&kind, rest) = bytes.split_first()?;
    match kind {
        FUNCTION => Some(number(rest)?.1),
        TABLE => after_limits(rest.get(1..)?),
        MEMORY => after_limits(rest),
        GLOBAL => rest.get(2..),
        _ => None,
    }
}

fn after_limits(bytes: &[u8]) -> Option<&[u8]> {
    let (&flags, rest) = bytes.split_first()?;
    let (_, rest) = number(rest)?;
    if flags & 1 == 1 { Some(number(rest)?.1) } else { Some(rest) }
}

/// A text with its length before it, and what follows it.
pub fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(text).ok()?, rest))
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

fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f).unwrap_or(0) | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap_or(0));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports the function `f`, the memory `m` and the global `g` of `env`, and exports `keep` and `go`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x1e\x03\x03env\x01f\x00\x02\x03env\x01m\x02\x01\x01\x90\x80\x01\x03env\x01g\x03\x7f\x00\
        \x07\x0d\x02\x04keep\x00\x01\x02go\x00\x02";

    #[test]
    fn imports_are_renamed() {
        let mut seen = Vec::new();
        let renamed = with_imports(MODULE, |from, name| {
            seen.push(format!("{from}.{name}"));
            ("a".to_owned(), name.to_uppercase())
        });
        let renamed = renamed.expect("a module");
        assert_eq!(seen, ["env.f", "env.m", "env.g"]);
        assert!(renamed.starts_with(
            b"\0asm\x01\0\0\0\x02\x18\x03\x01a\x01F\x00\x02\x01a\x01M\x02\x01\x01\x90\x80\x01\x01a\x01G\x03\x7f\x00\x07"
        ));
        assert_eq!(with_imports(MODULE, |from, name| (from.to_owned(), name.to_owned())).as_deref(), Some(MODULE));
    }

    #[test]
    fn exports_are_renamed_or_dropped() {
        let slim = with_exports(MODULE, |name| (name == "keep").then(|| "k".to_owned())).expect("a module");
        assert!(slim.ends_with(b"\x07\x05\x01\x01k\x00\x01"));
        assert_eq!(with_exports(MODULE, |name| Some(name.to_owned())).as_deref(), Some(MODULE));
    }

    #[test]
    fn damaged_modules_are_refused() {
        for length in 9..MODULE.len() {
            // Between two sections a module may end.
            if length != 40 {
                assert!(with_exports(&MODULE[..length], |name| Some(name.to_owned())).is_none(), "{length}");
            }
        }
        assert!(with_imports(b"\x01asm\x01\0\0\0", |_, _| Default::default()).is_none());
    }
}
