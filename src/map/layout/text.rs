//! How wide a text will be, estimated without a browser: the drawing must be the same natively, in tests and on every device.
//!
//! The table holds the advance widths of Noto Sans in semi-bold, in hundredths of an em, for ASCII from the space to the tilde.
//! It is the widest of the usual system faces (Segoe UI, Roboto, Helvetica, San Francisco all set the same words 3 to 9 %
//! narrower), and 4 % are added on top, so that a fallback face a little wider still fits.

/// The weight a text is set in, as far as its width goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Up to 500.
    Regular,
    /// From 600.
    Bold,
}

const WIDTHS: [u8; 95] = [
    26, 29, 47, 65, 57, 90, 75, 27, 34, 34, 54, 57, 28, 32, 28, 41, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 28, 28, 57, 57, 57, 48,
    90, 69, 67, 64, 74, 56, 55, 72, 76, 39, 33, 66, 56, 94, 81, 80, 63, 80, 66, 55, 58, 76, 65, 97, 67, 62, 58, 33, 41, 33, 57, 41,
    36, 60, 63, 51, 63, 59, 39, 63, 66, 30, 30, 62, 30, 98, 66, 62, 63, 63, 45, 50, 43, 66, 57, 86, 58, 57, 49, 39, 55, 39, 57,
];

/// The estimated width of `text` at a font size of `size` px, in px, rounded up.
pub fn text_width(text: &str, size: i32, weight: Weight) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|c| match c {
            ' '..='~' => i32::from(WIDTHS[c as usize - 0x20]),
            '\u{2010}'..='\u{2015}' => 60,
            // Latin with accents, Greek and Cyrillic; whatever lies beyond may fill the em.
            '\u{a0}'..='\u{52f}' => 72,
            _ => 100,
        })
        .sum();
    let percent = if weight == Weight::Bold { 104 } else { 99 };
    (hundredths * size * percent + 9_999) / 10_000
}

/// Breaks `text` into lines of `width` px, at spaces and behind slashes. A word that is wider stays whole.
pub(super) fn wrap(text: &str, width: i32, size: i32) -> Vec<String> {
    let fits = |part: &str| text_width(part.trim_end(), size, Weight::Bold) <= width;
    let mut lines = Vec::new();
    let mut rest = text;
    while !fits(rest) {
        let mut breaks = rest.char_indices().filter(|&(i, c)| (c == ' ' || c == '/') && i + 1 < rest.len()).map(|(i, _)| i + 1);
        // The last place up to which it fits, or else the first there is.
        let first = breaks.next();
        let Some(at) = breaks.take_while(|&i| fits(&rest[..i])).last().or(first) else { break };
        lines.push(rest[..at].trim_end().to_owned());
        rest = &rest[at..];
    }
    lines.push(rest.to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_where_they_must_and_only_there() {
        assert_eq!(wrap("VP of Product", 200, 14), ["VP of Product"]);
        assert_eq!(wrap("Engineering Operations Manager", 160, 14), ["Engineering", "Operations Manager"]);
        assert_eq!(wrap("Technical Author/Speaker", 130, 14), ["Technical Author/", "Speaker"]);
        assert_eq!(wrap("Engineering Manager", 20, 14), ["Engineering", "Manager"]);
    }
}
