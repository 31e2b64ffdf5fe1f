//! Labels that stay within their picture in whatever font they are set: one that would stick out at a side ends, or begins, at that side.

use super::marks::{Anchor, Len, width_of, words};
use crate::map::drawing::Node;

/// Room beside a label, for fonts that are wider than reckoned.
const SLACK: i32 = 6;

/// A label around `middle`, moved in where it would come near a side of a picture of this width.
///
/// ```
/// use career_explorer::chart::label::within;
///
/// assert!(format!("{:?}", within("chart-text", 50, 12, 400, "2030")).contains("middle"));
/// assert!(format!("{:?}", within("chart-text", 398, 12, 400, "2030")).contains("end"));
/// ```
pub fn within(class: &str, middle: i32, y: i32, width: i32, text: &str) -> Node {
    let half = width_of(text) / 2 + SLACK;
    let (x, anchor) = if middle + half > width {
        (width, Anchor::End)
    } else if middle < half {
        (0, Anchor::Start)
    } else {
        (middle, Anchor::Middle)
    };
    words(class, Len::px(x), Len::px(y), anchor, text)
}
