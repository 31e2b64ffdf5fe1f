//! Lines of text, and how wide they will be, estimated without a browser: the drawing must be the same natively, in tests and on every device.
//!
//! The tables hold advance widths in hundredths of an em, for ASCII from the space to the tilde, each of a face that sets the same words
//! wider than the other usual ones (Segoe UI, Roboto, Helvetica, San Francisco) do: Noto Sans in semi-bold for what is not bold, with
//! 4 % on top, which also holds DejaVu Sans; and DejaVu Sans Bold, the face of bold text on many a Linux desktop, which sets a name
//! another 5 to 11 % wider.

use super::geometry::{Point, Rect};

/// The weight a text is set in, as far as its width goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// Up to 500.
    Medium,
    /// From 600.
    Bold,
}

const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84,
    59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46,
    84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37,
    72, 84,
];

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
    let (widths, percent) = match weight {
        Weight::Regular => (&WIDTHS, 99),
        Weight::Medium => (&WIDTHS, 104),
        Weight::Bold => (&BOLD, 100),
    };
    let hundredths: i32 = text
        .chars()
        .map(|c| match c {
            ' '..='~' => i32::from(widths[c as usize - 0x20]),
            '\u{a0}' => i32::from(widths[0]),
            '\u{2010}'..='\u{2015}' => 60,
            // Latin with accents, Greek and Cyrillic; whatever lies beyond may fill the em.
            '\u{a1}'..='\u{52f}' => 80,
            _ => 100,
        })
        .sum();
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

/// Where a line of text stands that is written by whoever draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Where its baseline is, at the side that the anchor names.
    pub at: Point,
    /// How it stands to that point.
    pub anchor: Anchor,
    /// The area that is kept for it.
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
        let Slot { area, .. } = Slot::at(at, anchor, size, text_width(text, size, weight));
        Self { text: text.to_owned(), at, anchor, area }
    }
}

impl Slot {
    /// A place of so many px for a line of text at a point.
    pub const fn at(at: Point, anchor: Anchor, size: i32, width: i32) -> Self {
        Self { at, anchor, area: Rect { x: anchor.left(at.x, width), y: at.y - size + 1, width, height: size + 2 } }
    }
}
