//! A line taken apart into words, numbers and signs.

use crate::domain::workbench::text::lower;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The kinds of piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word in lower case. It begins with a letter and may have digits: `q1`, `p95`.
    Word(String),
    /// Digits with points, commas or thin blanks between them, as they stand.
    Number(String),
    /// `→`, `->`, `=>`.
    Arrow,
    /// A sign of a currency.
    Currency(char),
    /// Punctuation that parts what stands around it.
    Stop,
    /// Any other sign.
    Sign(char),
}

impl Token {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The digits, if it is a number without points and commas.
    pub fn digits(&self) -> Option<&str> {
        match &self.kind {
            Kind::Number(text) if text.bytes().all(|b| b.is_ascii_digit()) => Some(text),
            _ => None,
        }
    }
}

/// Takes a line apart.
pub fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = line.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some(&(at, next)) = rest.peek() {
                let digit_behind = line[at + next.len_utf8()..].starts_with(|d: char| d.is_ascii_digit());
                if next.is_ascii_digit()
                    || (matches!(next, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}') && digit_behind)
                {
                    end = at + next.len_utf8();
                    rest.next();
                } else {
                    break;
                }
            }
            Kind::Number(line[start..end].to_owned())
        } else if c.is_alphabetic() {
            while let Some(&(at, next)) = rest.peek() {
                if next.is_alphanumeric() || matches!(next, '\'' | '’') {
                    end = at + next.len_utf8();
                    rest.next();
                } else {
                    break;
                }
            }
            Kind::Word(lower(&line[start..end]))
        } else {
            match c {
                '→' | '⇒' | '➔' | '➜' => Kind::Arrow,
                '-' | '=' if line[end..].starts_with('>') => {
                    rest.next();
                    end += 1;
                    Kind::Arrow
                }
                '%' => Kind::Word("%".to_owned()),
                '€' | '$' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' => Kind::Currency(c),
                ',' | ';' | '.' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '"' | '“' | '”' => Kind::Stop,
                _ => Kind::Sign(c),
            }
        };
        tokens.push(Token { kind, start, end });
    }
    tokens
}
