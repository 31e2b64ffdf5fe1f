//! Addresses of pages outside the app. The app links to them and never asks them for anything.

use crate::domain::base::bytes::{Bytes, Read};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The address of a page outside the app: `https`, a host by its name, and at most a path. Nothing that would only tell who asks or where
/// they come from (user, port, query, fragment) belongs in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Url(String);

/// The longest address, in bytes.
const MAX_URL: usize = 200;

impl Url {
    /// The address with this text, if it is one: `https://`, a host of two parts or more in lower case, and a path of letters,
    /// digits and `/`, `-`, `_`, `.`, `~`, `+`.
    ///
    /// ```
    /// use career_explorer::domain::guide::Url;
    ///
    /// assert!(Url::new("https://example.org/certificates").is_ok());
    /// assert!(Url::new("https://example.org/?from=here").is_err());
    /// ```
    ///
    /// # Errors
    /// What an address has to be, for people who edit the data.
    pub fn new(text: impl Into<String>) -> Result<Self, &'static str> {
        let text = text.into();
        if is_sound(&text) {
            Ok(Self(text))
        } else {
            Err("must be an address like https://example.org/page, with a host and a path alone")
        }
    }

    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_sound(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").filter(|_| text.len() <= MAX_URL) else { return false };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let of_host = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    // A last part that is a number would make the host a numeric address.
    let is_named = host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_lowercase()));
    host.contains('.')
        && is_named
        && host.split('.').all(of_host)
        && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.~+".contains(&b))
}

impl Read for Url {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::new(String::read(bytes)).unwrap_or_else(|_| {
            bytes.fail();
            Self(String::new())
        })
    }
}

impl TryFrom<String> for Url {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl From<Url> for String {
    fn from(url: Url) -> Self {
        url.0
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_pages_are_taken() {
        for text in
            ["https://asana.com", "https://www.isc2.org/certifications/cissp", "https://example.org/a-b_c.d~e+f/", "https://a.b.c1"]
        {
            assert_eq!(Url::new(text).map(|url| url.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let long = format!("https://example.org/{}", "a".repeat(MAX_URL));
        for text in [
            "",
            "example.org",
            "http://example.org",
            "HTTPS://example.org",
            "https:/example.org",
            "https://",
            "https:///page",
            "https://localhost",
            "https://192.0.2.1/page",
            "https://example.org:8443",
            "https://someone@example.org",
            "https://example..org",
            "https://-example.org",
            "https://example-.org",
            "https://Example.org",
            "https://exämple.org",
            "https://example.org?from=here",
            "https://example.org/#part",
            "https://example.org/a b",
            "https://example.org/\"",
            "https://example.org/%2e",
            "javascript:alert(1)",
            " https://example.org",
            &long,
        ] {
            assert!(Url::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn no_bytes_make_an_unsound_one() {
        let bytes = postcard::to_allocvec("http://example.org").unwrap_or_default();
        assert!(postcard::from_bytes::<Url>(&bytes).is_err());
    }
}
