//! The marks that all charts share, and the lengths that they are drawn in.
//!
//! Lengths are tenths of a pixel in whole numbers, so that a picture is the same on every device. None of them can come out negative:
//! a browser refuses such a rectangle, and a window can be of any width.

use crate::map::drawing::{Node, node};
use crate::map::text::{Weight, text_width};

/// A length in tenths of a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Len(pub i32);

impl Len {
    /// This many whole pixels.
    pub const fn px(pixels: i32) -> Self {
        Self(pixels * 10)
    }

    /// As the browser reads it: `12` or `12.5`.
    ///
    /// ```
    /// use career_explorer::chart::marks::Len;
    ///
    /// assert_eq!((Len::px(12).text(), Len(125).text()), ("12".into(), "12.5".into()));
    /// ```
    pub fn text(self) -> String {
        let (sign, size) = if self.0 < 0 { ("-", -self.0) } else { ("", self.0) };
        if size % 10 == 0 { format!("{sign}{}", size / 10) } else { format!("{sign}{}.{}", size / 10, size % 10) }
    }
}

/// The size of text in a chart, in pixels, at every width.
pub const TEXT: i32 = 12;

/// The id of the hatch that stands for what is missing. A page may show it in several charts; they all draw the same one.
const HATCH: &str = "hatch";

/// A mark: what a shape, a colour and a hatch mean, on every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What the person has: ink.
    Have,
    /// What is missing of what is asked: the hatch.
    Missing,
    /// What the person has above what is asked: pale ink.
    Above,
    /// What is asked of a skill that is unrated: a dashed edge.
    Unrated,
    /// What nobody asks for, and the person has not: an empty place.
    Empty,
    /// Where a figure may lie: ink at 30 %.
    Range,
    /// The level asked, as the upper edge of a column.
    AskedLine,
    /// The level asked, on a scale: a small filled dot.
    Asked,
    /// The person whose plan it is, on a scale: a ring.
    Person,
    /// Someone else who rates them: a square, so that the shape tells them apart.
    Other,
    /// The gate.
    Gate,
}

impl Mark {
    /// The class of a place in a row of levels or of a rectangle in a chart, which gives it its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Have => "have",
            Self::Missing => "need",
            Self::Above => "over",
            Self::Unrated => "maybe",
            Self::Range => "pale",
            Self::Empty | Self::AskedLine | Self::Asked | Self::Person | Self::Other | Self::Gate => "",
        }
    }

    /// What stands in the place of one level, of what a person has and what is asked: by this rule rows of levels and columns are drawn.
    ///
    /// ```
    /// use career_explorer::chart::marks::Mark;
    ///
    /// let bar: Vec<Mark> = (1..=5).map(|level| Mark::of_level(level, Some(2), 4)).collect();
    /// assert_eq!(bar, [Mark::Have, Mark::Have, Mark::Missing, Mark::Missing, Mark::Empty]);
    /// ```
    pub const fn of_level(level: u8, have: Option<u8>, asked: u8) -> Self {
        match have {
            Some(have) if level <= have && level <= asked => Self::Have,
            Some(have) if level <= have => Self::Above,
            Some(_) if level <= asked => Self::Missing,
            None if level <= asked => Self::Unrated,
            _ => Self::Empty,
        }
    }
}

/// The dot for what is asked, on a scale of levels.
pub fn asked(x: Len, y: Len) -> Node {
    dot("chart-dot", x, y, Len(45))
}

/// The ring for the person whose plan it is.
pub fn person(x: Len, y: Len) -> Node {
    dot("chart-person", x, y, Len(75))
}

/// The square for someone else who rates them.
pub fn other(x: Len, y: Len) -> Node {
    rect("chart-other", Len(x.0 - 60), Len(y.0 - 60), Len::px(12), Len::px(12)).attr("rx", "2")
}

/// A mark by itself, for a key: 22 × 14 pixels, and nothing for assistive technology, for which the word beside it is enough.
///
/// ```
/// use career_explorer::chart::marks::{Mark, sample};
///
/// assert_eq!(sample(Mark::Asked).tag, "svg");
/// ```
pub fn sample(mark: Mark) -> Node {
    let (x, y) = (Len::px(11), Len::px(7));
    let place = |class: &str| rect(class, Len(5), Len(5), Len::px(21), Len::px(13)).attr("rx", "3");
    let drawn = match mark {
        Mark::Have => vec![place("chart-have")],
        // The hatch of a key is drawn with lines: a picture elsewhere need not have the pattern.
        Mark::Missing => vec![place("chart-missing"), path("chart-hatch", "M1 11L10 1M6 13.4L17.5 1M13.5 13.4L21.4 5")],
        Mark::Above => vec![place("chart-above")],
        Mark::Unrated => vec![place("chart-unrated")],
        Mark::Empty => vec![place("chart-empty")],
        Mark::Range => vec![place("chart-range")],
        Mark::AskedLine => vec![across("chart-asked", Len::px(1), y, Len::px(21))],
        Mark::Asked => vec![asked(x, y)],
        Mark::Person => vec![dot("chart-person", x, y, Len(55))],
        Mark::Other => vec![rect("chart-other", Len::px(6), Len::px(2), Len::px(10), Len::px(10)).attr("rx", "2")],
        Mark::Gate => vec![down("chart-gate", x, Len(0), Len::px(14))],
    };
    node("svg")
        .class("chart sample")
        .attr("viewBox", "0 0 22 14")
        .attr("width", "22")
        .attr("height", "14")
        .attr("aria-hidden", "true")
        .with(drawn)
}

/// The picture itself: drawn one to one, and one thing for assistive technology, with its finding as its name.
pub fn picture(class: &str, width: i32, height: i32, name: &str, parts: Vec<Node>) -> Node {
    let (width, height) = (width.max(1), height.max(1));
    node("svg")
        .class(&format!("chart {class}"))
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("role", "img")
        .attr("aria-label", name)
        .with(parts)
}

/// The hatch, for a picture that uses [`missing`].
pub fn hatch() -> Node {
    let pattern = node("pattern")
        .attr("id", HATCH)
        .attr("width", "7")
        .attr("height", "7")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)");
    node("defs").add(pattern.add(rect("hatch-line", Len(0), Len(0), Len(32), Len::px(7))))
}

/// A rectangle; a negative extent counts as none.
pub fn rect(class: &str, x: Len, y: Len, width: Len, height: Len) -> Node {
    node("rect")
        .class(class)
        .attr("x", x.text())
        .attr("y", y.text())
        .attr("width", Len(width.0.max(0)).text())
        .attr("height", Len(height.0.max(0)).text())
}

/// A rectangle with round ends.
pub fn pill(class: &str, x: Len, y: Len, width: Len, height: Len) -> Node {
    let radius = Len(height.0.max(0).min(width.0.max(0)) / 2);
    rect(class, x, y, width, height).attr("rx", radius.text())
}

/// What is missing: the hatch within its edge.
pub fn missing(x: Len, y: Len, width: Len, height: Len) -> Node {
    rect("chart-missing", Len(x.0 + 6), y, Len(width.0 - 12), height).attr("fill", format!("url(#{HATCH})"))
}

/// A line from the left to the right.
pub fn across(class: &str, x: Len, y: Len, to: Len) -> Node {
    path(class, &format!("M{} {}H{}", x.text(), y.text(), to.text()))
}

/// A line from the top to the bottom.
pub fn down(class: &str, x: Len, y: Len, to: Len) -> Node {
    path(class, &format!("M{} {}V{}", x.text(), y.text(), to.text()))
}

/// A path.
pub fn path(class: &str, d: &str) -> Node {
    node("path").class(class).attr("d", d)
}

/// A dot.
pub fn dot(class: &str, x: Len, y: Len, radius: Len) -> Node {
    node("circle").class(class).attr("cx", x.text()).attr("cy", y.text()).attr("r", radius.text())
}

/// Where a text stands with regard to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A text, `y` being its base line.
pub fn words(class: &str, x: Len, y: Len, anchor: Anchor, text: &str) -> Node {
    let node = node("text").class(class).attr("x", x.text()).attr("y", y.text());
    let node = match anchor {
        Anchor::Start => node,
        Anchor::Middle => node.attr("text-anchor", "middle"),
        Anchor::End => node.attr("text-anchor", "end"),
    };
    node.text(text)
}

/// The width of a text in a chart, in pixels.
pub fn width_of(text: &str) -> i32 {
    text_width(text, TEXT, Weight::Medium)
}

/// The text as far as it fits into this many pixels, with an ellipsis where it was cut: the table beside each chart has the names
/// in full.
///
/// ```
/// use career_explorer::chart::marks::fitted;
///
/// assert_eq!(fitted("Communication", 500), "Communication");
/// assert!(fitted("Communication", 60).ends_with('…'));
/// ```
pub fn fitted(text: &str, width: i32) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() {
        let candidate = format!("{}…", cut.trim_end());
        if width_of(&candidate) <= width {
            return candidate;
        }
    }
    String::new()
}

/// Places labels along a line so that none meets another: those that would are left out, the first ones stay.
#[derive(Debug, Default)]
pub struct Labels {
    taken: Vec<(i32, i32)>,
}

impl Labels {
    /// Whether a text of this width around `middle` (both in pixels) is free, with some room on either side; takes the place if so.
    ///
    /// ```
    /// use career_explorer::chart::marks::Labels;
    ///
    /// let mut labels = Labels::default();
    /// assert!(labels.take(100, 40) && !labels.take(110, 40) && labels.take(160, 40));
    /// ```
    pub fn take(&mut self, middle: i32, width: i32) -> bool {
        let (from, to) = (middle - width / 2 - 3, middle + width / 2 + 3);
        let free = self.taken.iter().all(|&(a, b)| to <= a || from >= b);
        if free {
            self.taken.push((from, to));
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_the_browser_reads_them() {
        for (len, text) in [(Len(0), "0"), (Len::px(12), "12"), (Len(125), "12.5"), (Len(-5), "-0.5"), (Len(-30), "-3")] {
            assert_eq!(len.text(), text);
        }
    }

    #[test]
    fn each_level_has_the_mark_of_what_it_is() {
        use Mark::{Above, Empty, Have, Missing, Unrated};
        let bar = |have, asked| (1..=5).map(|level| Mark::of_level(level, have, asked)).collect::<Vec<_>>();
        assert_eq!(bar(Some(2), 4), [Have, Have, Missing, Missing, Empty]);
        assert_eq!(bar(Some(4), 2), [Have, Have, Above, Above, Empty]);
        assert_eq!(bar(Some(0), 1), [Missing, Empty, Empty, Empty, Empty]);
        assert_eq!(bar(None, 3), [Unrated, Unrated, Unrated, Empty, Empty]);
        assert_eq!(bar(Some(1), 0), [Above, Empty, Empty, Empty, Empty]);
        assert_eq!(bar(None, 0), [Empty; 5]);
    }

    #[test]
    fn no_mark_looks_like_another() {
        use Mark::*;
        let all = [Have, Missing, Above, Unrated, Empty, Range, AskedLine, Asked, Person, Other, Gate];
        let drawn: std::collections::BTreeSet<String> = all.iter().map(|mark| format!("{:?}", sample(*mark))).collect();
        assert_eq!(drawn.len(), all.len());
    }

    #[test]
    fn no_extent_is_negative() {
        let attribute = |n: &Node, name| n.attributes.iter().find(|(k, _)| *k == name).map(|(_, v)| v.clone());
        for drawn in [
            rect("x", Len(0), Len(0), Len(-31), Len(-1)),
            pill("x", Len(0), Len(0), Len(-31), Len(40)),
            missing(Len(0), Len(0), Len(3), Len(3)),
        ] {
            for name in ["width", "height", "rx"] {
                assert!(attribute(&drawn, name).is_none_or(|value| !value.starts_with('-')), "{drawn:?}");
            }
        }
    }

    #[test]
    fn texts_are_cut_to_fit_and_never_met_by_another() {
        assert_eq!(fitted("Communication", 500), "Communication");
        let cut = fitted("Software Architecture & System Design", 90);
        assert!(cut.ends_with('…') && width_of(&cut) <= 90 && cut.len() > 6, "{cut}");
        assert_eq!(fitted("Communication", 0), "");
        let mut labels = Labels::default();
        assert!(labels.take(100, 40) && !labels.take(120, 10) && labels.take(160, 40));
    }
}
