//! The outer form of a payload: bytes that say what they are, how many they are and whether they arrived whole.
//!
//! May import: base64ct. Knows nothing of guides and plans: see [`content`](super::content). docs/link-format.md is the
//! specification; this form stays the same in every later version, so that an old app can tell a newer link from a damaged one.

use super::message::LinkError;
use crate::domain::base::checksum::crc32;
use base64ct::{Base64UrlUnpadded, Encoding as _};

/// The longest text that is looked at, in characters.
pub const MAX_PAYLOAD: usize = 2_048;

/// The high half of the first byte, by which a payload is known; the low half is the version.
const MARK: u8 = 0xC0;
const VERSION: u8 = 1;
const CHECKSUM_BYTES: usize = 4;
/// This many characters hold the mark, the kind and the length field, and every payload has more.
const HEAD: usize = 8;

/// A payload taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// What the payload is: the numbers are those of [`Kind`](super::Kind).
    pub kind: u8,
    /// The code of the guide.
    pub pack: u32,
    /// The sections, by rising number.
    pub sections: Vec<Section>,
}

/// A part of a payload.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// What it holds; 1 and up.
    pub number: u32,
    /// Whether a reader that does not know the number may pass it over.
    pub optional: bool,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The one text for a frame.
pub(super) fn write(frame: &Frame) -> String {
    let mut rest = Vec::new();
    push_number(&mut rest, frame.pack);
    for section in &frame.sections {
        push_number(&mut rest, section.number << 1 | u32::from(section.optional));
        push_number(&mut rest, u32::try_from(section.content.len()).unwrap_or(u32::MAX));
        rest.extend_from_slice(&section.content);
    }
    let mut bytes = head(frame.kind, rest.len());
    // Where the bytes are no multiple of 3, the last character holds 2 or 4 bits and then zeros, so it is never one of
    // the last two of the alphabet, `-` and `_`, which messengers leave out of the link at the end of a line.
    if (bytes.len() + rest.len() + CHECKSUM_BYTES).is_multiple_of(3) {
        rest.push(0);
        bytes = head(frame.kind, rest.len());
    }
    bytes.extend_from_slice(&rest);
    let checksum = crc32(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    Base64UrlUnpadded::encode_string(&bytes)
}

fn head(kind: u8, rest: usize) -> Vec<u8> {
    let mut bytes = vec![MARK | VERSION, kind];
    push_number(&mut bytes, u32::try_from(rest + CHECKSUM_BYTES).unwrap_or(u32::MAX));
    bytes
}

/// Takes a text apart. Only what [`write`] can have written is accepted, besides optional sections with new numbers.
pub(super) fn read(text: &str) -> Result<Frame, LinkError> {
    if text.len() > MAX_PAYLOAD {
        return Err(LinkError::TooLong);
    }
    let expected = expected_len(text)?;
    if text.len() < expected {
        return Err(LinkError::Truncated);
    }
    let bytes = Base64UrlUnpadded::decode_vec(text).map_err(|_| LinkError::Altered)?;
    let (body, checksum) = bytes.split_last_chunk::<CHECKSUM_BYTES>().ok_or(LinkError::Altered)?;
    if text.len() > expected || crc32(body) != u32::from_le_bytes(*checksum) {
        return Err(LinkError::Altered);
    }
    // The checksum comes first: a version byte that was changed in transit must not pass for a newer version.
    match body.first().map(|first| first & 0x0F) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(LinkError::NewerVersion),
        _ => return Err(LinkError::Altered),
    }
    let frame = take_apart(body).ok_or(LinkError::Altered)?;
    // One frame, one text: a length written in more bytes than it needs, a filler out of place and the like end here.
    if write(&frame) == text { Ok(frame) } else { Err(LinkError::Altered) }
}

/// How many characters the payload at the beginning of `text` has by its own account.
pub(super) fn expected_len(text: &str) -> Result<usize, LinkError> {
    // The mark fills the high four of the first six bits.
    if !matches!(text.as_bytes().first(), Some(b'w'..=b'z')) {
        return Err(if text.is_empty() { LinkError::Truncated } else { LinkError::NotOurs });
    }
    if text.len() < HEAD {
        return Err(LinkError::Truncated);
    }
    let head = text.get(..HEAD).and_then(|head| Base64UrlUnpadded::decode_vec(head).ok()).ok_or(LinkError::Altered)?;
    let mut reader = Reader(head.get(2..).unwrap_or_default());
    let rest = reader.number().filter(|&rest| rest as usize > CHECKSUM_BYTES).ok_or(LinkError::Altered)?;
    Ok(((head.len() - reader.0.len() + rest as usize) * 4).div_ceil(3))
}

/// What a text says it is, if it is a payload that arrived whole.
pub(super) fn kind_of_sound(text: &str) -> Option<u8> {
    match read(text) {
        Ok(frame) => Some(frame.kind),
        Err(LinkError::NewerVersion) => Base64UrlUnpadded::decode_vec(text).ok()?.get(1).copied(),
        Err(_) => None,
    }
}

fn take_apart(body: &[u8]) -> Option<Frame> {
    let kind = *body.get(1)?;
    let mut reader = Reader(body.get(2..)?);
    reader.number()?;
    let mut frame = Frame { kind, pack: reader.number()?, sections: Vec::new() };
    let mut last = 0;
    while reader.0 != [0] && !reader.0.is_empty() {
        let key = reader.number()?;
        let (number, optional) = (key >> 1, key & 1 == 1);
        if number <= last {
            return None;
        }
        last = number;
        let len = reader.number()? as usize;
        let (content, rest) = reader.0.split_at_checked(len)?;
        reader.0 = rest;
        frame.sections.push(Section { number, optional, content: content.to_vec() });
    }
    Some(frame)
}

/// Appends a number in groups of seven bits, the lowest first; the high bit of a byte says that more follow (LEB128).
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// What is still to be read.
pub(super) struct Reader<'a>(pub &'a [u8]);

impl Reader<'_> {
    /// The next number, if one of at most three bytes stands here.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for (place, &byte) in self.0.iter().take(3).enumerate() {
            number |= u32::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                self.0 = &self.0[place + 1..];
                return Some(number);
            }
        }
        None
    }
}
