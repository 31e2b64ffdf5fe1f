//! By when one is ready: a bar from today to the likely day and a pale one on to the late day, over the span of years in which the time in a
//! title allows the move.

use super::label::within;
use super::marks::{Anchor, Labels, Len, across, down, path, person, picture, rect, width_of, words};
use crate::map::drawing::Node;

const HEIGHT: i32 = 90;
const TOP: i32 = 18;
const BAR: i32 = 30;
const CHANCE: i32 = 52;
const BOTTOM: i32 = 70;
const PAD: i32 = 8;
const GAP: i32 = 12;

/// What is known of the way, in days from today. The days of a step are in order: what is not is brought there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// The last day that is shown.
    pub end: u32,
    /// The likely and the late day.
    pub ready: (u32, u32),
    /// The first and the last day on which time allows the move, if that is known.
    pub chance: Option<(u32, u32)>,
    /// The first day of each year, with its label.
    pub years: Vec<(u32, String)>,
}

/// What stands in the picture.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// At the left end.
    pub today: &'a str,
    /// At the likely day: in full, and for where that has no room.
    pub ready: [&'a str; 2],
    /// At the span of years.
    pub chance: &'a str,
}

/// The picture, `width` pixels wide; `name` says the finding.
///
/// ```
/// use career_explorer::chart::ready::{Said, Way, ready};
///
/// let way = Way { end: 1200, ready: (600, 800), chance: Some((400, 1100)), years: vec![(37, "2027".into())] };
/// let said = Said { today: "today", ready: ["ready: likely July 2028", "July 2028"], chance: "time allows the move" };
/// assert_eq!(ready(&way, &said, 640, "Ready likely in July 2028").tag, "svg");
/// ```
pub fn ready(way: &Way, said: &Said, width: i32, name: &str) -> Node {
    let (left, right) = (PAD, (width - PAD).max(PAD + 1));
    let at = |day: u32| {
        let along = i64::from((right - left) * 10) * i64::from(day.min(way.end)) / i64::from(way.end.max(1));
        Len(left * 10 + i32::try_from(along).unwrap_or(0))
    };
    let (likely, late) = (at(way.ready.0), at(way.ready.1.max(way.ready.0)));
    let mut parts = Vec::new();
    let mut labels = Labels::default();
    for (day, label) in &way.years {
        let (x, text) = (at(*day), width_of(label));
        parts.push(down("chart-tick", x, Len::px(TOP + 2), Len::px(BOTTOM)));
        let middle = x.0 / 10;
        if middle + text / 2 <= width && middle >= text / 2 && labels.take(middle, text) {
            parts.push(words("chart-text", x, Len::px(HEIGHT - 5), Anchor::Middle, label));
        }
    }
    let bar = |class: &str, from: Len, to: Len| rect(class, from, Len::px(BAR - 4), Len(to.0 - from.0), Len::px(8));
    parts.push(bar("chart-slow", likely, late));
    parts.push(bar("chart-have", at(0), likely));
    parts.push(person(likely, Len::px(BAR)));
    // The label of today keeps its place, and that of the likely day goes as near to its day as there is room; where there is none for both,
    // the day counts.
    let beginning = PAD + width_of(said.today) + GAP;
    let fits = said.ready.into_iter().find(|label| beginning + width_of(label) + PAD <= width);
    let (label, least) = (fits.unwrap_or(said.ready[1]), if fits.is_some() { beginning } else { 0 });
    if fits.is_some() {
        parts.push(words("chart-text strong", Len::px(PAD), Len::px(12), Anchor::Start, said.today));
    }
    let half = width_of(label) / 2;
    let middle = (likely.0 / 10).min(width - half - PAD).max(least + half);
    parts.push(within("chart-text strong", middle, 12, width, label));
    if let Some((from, to)) = way.chance {
        let (from, to) = (at(from), at(to.max(from)));
        let (from, to) = if to.0 - from.0 < 60 { (Len(from.0 - 30), Len(to.0 + 30)) } else { (from, to) };
        parts.push(across("chart-chance", from, Len::px(CHANCE), to));
        let text = width_of(said.chance) + GAP;
        // Beside it, or else below it.
        parts.push(if to.0 / 10 + text <= width {
            words("chart-text name", Len(to.0 + 80), Len::px(CHANCE + 4), Anchor::Start, said.chance)
        } else if from.0 / 10 - text >= 0 {
            words("chart-text name", Len(from.0 - 80), Len::px(CHANCE + 4), Anchor::End, said.chance)
        } else {
            within("chart-text name", (from.0 + to.0) / 20, CHANCE + 18, width, said.chance)
        });
    }
    parts.push(path("chart-now", &format!("M{} {}V{}", at(0).text(), TOP + 2, BOTTOM)));
    picture("chart-ready", width, HEIGHT, name, parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::drawing::Child;

    fn way(ready: (u32, u32), chance: Option<(u32, u32)>) -> Way {
        let end = ready.1.max(chance.map_or(0, |chance| chance.1)).max(365);
        let years = (0..=end / 365).map(|year| (37 + year * 365, (2027 + year).to_string())).collect();
        Way { end, ready, chance, years }
    }

    const SAID: Said<'static> = Said {
        today: "today",
        ready: ["ready: likely September 2029, or December 2030 if it goes slowly", "Sep 2029"],
        chance: "time in title allows it",
    };

    /// Every text with its base line and its horizontal extent, by its anchor.
    fn texts(drawn: &Node) -> Vec<(String, i32, i32, i32)> {
        let of = |child: &Child| {
            let Child::Node(n) = child else { return None };
            let get = |name: &str| n.attributes.iter().find(|(k, _)| *k == name).map(|(_, v)| v.clone()).unwrap_or_default();
            let Some(Child::Text(text)) = n.children.first().filter(|_| n.tag == "text") else { return None };
            let number = |name: &str| get(name).parse::<f64>().expect("a number") as i32;
            let (x, width) = (number("x"), width_of(text));
            let from = match get("text-anchor").as_str() {
                "middle" => x - width / 2,
                "end" => x - width,
                _ => x,
            };
            Some((text.clone(), number("y"), from, from + width))
        };
        drawn.children.iter().filter_map(of).collect()
    }

    #[test]
    fn no_label_meets_another_or_sticks_out_at_any_width() {
        for width in [200, 240, 280, 358, 500, 640, 704] {
            for ready in [(0, 0), (10, 20), (400, 700), (1500, 2500)] {
                for chance in [None, Some((0, 400)), Some((700, 2000)), Some((2400, 2500))] {
                    let all = texts(&super::ready(&way(ready, chance), &SAID, width, "x"));
                    for (place, one) in all.iter().enumerate() {
                        assert!(one.2 >= -1 && one.3 <= width + 1, "{one:?} at {width}, {ready:?} {chance:?}");
                        for other in &all[place + 1..] {
                            let apart = (one.1 - other.1).abs() >= 12 || one.3 <= other.2 || other.3 <= one.2;
                            assert!(apart, "{one:?} meets {other:?} at {width}, {ready:?} {chance:?}");
                        }
                    }
                    assert!(all.iter().any(|one| SAID.ready.contains(&one.0.as_str())));
                }
            }
        }
    }

    #[test]
    fn nothing_is_negative_at_any_width_nor_where_days_are_out_of_order() {
        for width in [-4, 0, 1, 31, 320] {
            let odd = Way { end: 0, ready: (900, 3), chance: Some((50, 2)), years: vec![(9, "2027".into())] };
            let drawn = format!("{:?}", ready(&odd, &SAID, width, "x"));
            assert!(!drawn.contains("width\", \"-") && !drawn.contains("rx\", \"-"), "{width}");
        }
    }
}
