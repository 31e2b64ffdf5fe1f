//! Links: no text makes the reader panic, and what is read is written back as the very same text, or shorter by a default.
#![no_main]

use career_explorer::content;
use career_explorer::domain::guide::Guide;
use career_explorer::domain::link::{MAX_PAYLOAD, Shared, decode, encode, find};
use career_explorer::domain::plan::Pace;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| content::guide().expect("the embedded guide is sound"));

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    check(&text);
    if let Ok((_, payload)) = find(&text) {
        check(&payload);
    }
    // Few random texts have a sound checksum: one is put behind the bytes, so that the content behind it is reached as well.
    if data.len() < MAX_PAYLOAD / 2 {
        check(&sealed(data));
    }
});

fn check(payload: &str) {
    if let Ok(decoded) = decode(payload, &GUIDE) {
        let written = encode(&decoded.value, &GUIDE);
        // A default pace may be spelt out, which is the one way to say the same in more characters.
        let spells_default = matches!(&decoded.value, Shared::Plan(plan) if plan.pace == Pace::default());
        let same = written == payload || (spells_default && written.len() < payload.len() && decode(&written, &GUIDE).as_ref() == Ok(&decoded));
        assert!(!decoded.warnings.is_empty() || same, "{payload} became {written}");
        assert!(written.ends_with(|c: char| c.is_ascii_alphanumeric()));
        assert_eq!(find(payload).map(|(_, found)| found).as_deref(), Ok(payload));
        assert_eq!(find(&format!("{}{payload}.", decoded.value.kind().address())), Ok((decoded.value.kind(), payload.to_owned())));
    }
}

/// The bytes as the rest of a payload, with the mark, the kind, the length and the checksum around them.
fn sealed(data: &[u8]) -> String {
    let (kind, rest) = data.split_first().map_or((1, data), |(first, rest)| (first % 5, rest));
    let mut rest = rest.to_vec();
    let head = |len: usize| match len + 4 {
        short @ ..128 => vec![0xC1, kind, short as u8],
        long => vec![0xC1, kind, long as u8 | 0x80, (long >> 7) as u8],
    };
    if (head(rest.len()).len() + rest.len() + 4).is_multiple_of(3) {
        rest.push(0);
    }
    let mut bytes = head(rest.len());
    bytes.append(&mut rest);
    let checksum = crc(&bytes);
    bytes.extend(checksum.to_le_bytes());
    base64url(&bytes)
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

fn base64url(bytes: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let symbol = |place: usize| (place..place + 6).fold(0, |value, place| value << 1 | bit(place));
    (0..bytes.len() * 8).step_by(6).map(|place| char::from(ALPHABET[usize::from(symbol(place))])).collect()
}
