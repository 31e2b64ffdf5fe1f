//! Lines of text, and how wide they will be, estimated without a browser: the drawing must be the same natively, in tests and on every device.
//!
//! The table holds the advance widths of Noto Sans in semi-bold, in hundredths of an em, for ASCII from the space to the tilde.
//! It is the widest of the usual system faces (Segoe UI, Roboto, Helvetica, San Francisco all set the same words 3 to 9 %
//! narrower), and 4 % are added on top, so that a fallback face a little wider still fits.

use super::geometry::{Point, Rect};

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
///
/// ```
/// use career_explorer::map::text::{Weight, text_width};
///
/// let width = |text| text_width(text, 13, Weight::Bold);
/// assert!(width("Head of Engineering") > width("Head"));
/// ```
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

/// A line of text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Where its baseline is, at the side that the anchor names.
    pub at: Point,
    /// How it stands to that point.
    pub anchor: Anchor,
    /// Its estimated area, from ascender to descender; widths are estimated generously.
    pub area: Rect,
}

/// How a text stands to its point, in SVG's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// Where something of this width begins that stands at `x` in this way.
    pub const fn left(self, x: i32, width: i32) -> i32 {
        match self {
            Self::Start => x,
            Self::Middle => x - width / 2,
            Self::End => x - width,
        }
    }

    /// The value of SVG's `text-anchor`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Text {
    /// A line of text at a point.
    pub fn at(text: &str, at: Point, anchor: Anchor, size: i32, weight: Weight) -> Self {
        let width = text_width(text, size, weight);
        Self {
            text: text.to_owned(),
            at,
            anchor,
            area: Rect { x: anchor.left(at.x, width), y: at.y - size + 1, width, height: size + 2 },
        }
    }
}
