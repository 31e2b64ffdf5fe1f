//! Finds a link in a text and takes back what channels do to links, where that needs no guessing: the payload says how long it
//! is and carries a checksum, so a repair is kept only if the result is whole. Nothing is ever filled in or replaced.
//!
//! Taken back: line breaks and spaces (with the `>`, `=` and `\` that mail and Markdown add to them), invisible characters,
//! percent-encoding, whatever is stuck on at the end (punctuation, brackets, tracking parameters, words), text before and after,
//! and the address of a redirector around the link.

use super::frame::{MAX_PAYLOAD, expected_len, kind_of_sound};
use super::{Kind, LinkError};
use percent_encoding::percent_decode_str;

/// The longest text in which a link is looked for, in bytes: a link of [`MAX_PAYLOAD`] in 8 KiB of message.
pub const MAX_TEXT: usize = 8_192 + MAX_PAYLOAD;

/// A link in a redirector's address is percent-encoded once, one that passed two of them twice.
const ROUNDS: usize = 3;

/// Finds the first link in a pasted text or in an address (its fragment with the `#/shared/` is enough), or takes the text for
/// a payload if it is a whole one. Gives what the address says that the link is for, and the payload without its damage. A
/// payload that is still damaged is given as it stands, for [`decode`](super::decode) to name what is wrong.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::link::{Kind, LinkError, RateRequest, Shared, encode, find};
///
/// let payload = encode(&Shared::Request(RateRequest::default()), &content::guide().unwrap());
/// let (begin, end) = payload.split_at(6);
/// // A mail program broke the line and quoted it.
/// let mail = format!("> https://example.org/#/rate/{begin}\n> {end}, please");
/// assert_eq!(find(&mail), Ok((Kind::Request, payload)));
/// assert_eq!(find("no link here"), Err(LinkError::NotOurs));
/// ```
///
/// # Errors
/// [`LinkError::TooLong`] beyond [`MAX_TEXT`] bytes, [`LinkError::NotOurs`] where there is no link.
pub fn find(text: &str) -> Result<(Kind, String), LinkError> {
    if text.len() > MAX_TEXT {
        return Err(LinkError::TooLong);
    }
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        if !text.contains('%') {
            break;
        }
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    text.retain(|c| !is_invisible(c));
    let unbroken = || text.split_whitespace().collect::<String>();
    locate(&text).or_else(|| locate(&unbroken())).or_else(|| bare(&text)).ok_or(LinkError::NotOurs)
}

/// The first address of a link.
fn locate(text: &str) -> Option<(Kind, String)> {
    // An address without its `#` begins the text.
    let mut rest = text.trim_start();
    loop {
        for kind in Kind::ALL {
            if let Some(payload) = rest.strip_prefix(kind.path()) {
                return Some((kind, collect(payload)));
            }
        }
        rest = rest.split_once('#')?.1;
    }
}

/// A payload by itself, which must be whole: a word that only looks like one is no link.
fn bare(text: &str) -> Option<(Kind, String)> {
    let payload = collect(text.trim_start_matches(|c| !is_symbol(c)));
    Some((Kind::from_number(kind_of_sound(&payload)?)?, payload))
}

/// The payload at the beginning of a text: as long as it says it is, over breaks, if it is whole then; else up to the first
/// break.
fn collect(text: &str) -> String {
    let joined: String = text.chars().filter(|&c| !is_break(c)).take_while(|&c| is_symbol(c)).take(MAX_PAYLOAD).collect();
    let whole = expected_len(&joined).ok().and_then(|len| joined.get(..len)).filter(|payload| kind_of_sound(payload).is_some());
    match whole {
        Some(payload) => payload.to_owned(),
        None => text.trim_start().chars().take_while(|&c| is_symbol(c)).collect(),
    }
}

fn is_symbol(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// What stands between the parts of a link that was broken over lines: `>` in a quoted mail, `=` in quoted-printable, `\` before
/// a character that Markdown would read.
fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '=' | '\\')
}

/// Soft hyphens, zero-width characters, marks of direction, and the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
