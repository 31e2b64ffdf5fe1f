//! Breaking names into lines.

use super::super::text::{Weight, text_width};

/// Breaks `text` into lines of `width` px, at spaces and after slashes: how many bytes of it stand on each line but the last, the space
/// at its end included. A word that is wider stays whole.
pub(super) fn wrap(text: &str, width: i32, size: i32) -> Vec<u8> {
    let fits = |part: &str| text_width(part.trim_end(), size, Weight::Bold) <= width;
    let mut lines = Vec::new();
    let mut rest = text;
    while !fits(rest) {
        let mut breaks = rest.char_indices().filter(|&(i, c)| (c == ' ' || c == '/') && i + 1 < rest.len()).map(|(i, _)| i + 1);
        // The last place up to which it fits, or else the first there is.
        let first = breaks.next();
        let Some(at) = breaks.take_while(|&i| fits(&rest[..i])).last().or(first) else { break };
        // A name is never so long; if one were, it would go on beside the sheet.
        let Ok(length) = u8::try_from(at) else { break };
        lines.push(length);
        rest = &rest[at..];
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_where_they_must_and_only_there() {
        assert!(wrap("VP of Product", 200, 14).is_empty());
        assert_eq!(wrap("Engineering Operations Manager", 175, 14), ["Engineering ".len() as u8]);
        assert_eq!(wrap("Technical Author/Speaker", 150, 14), ["Technical Author/".len() as u8]);
        assert_eq!(wrap("Engineering Manager", 20, 14), ["Engineering ".len() as u8]);
    }
}
