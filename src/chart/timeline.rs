//! A route on an axis of years: its stops, the moves between them in the colours of their tracks, and a pale end from the earliest
//! arrival to the usual one. Several are drawn over one axis, one a row of a page, so that they can be compared.

use super::label::within;
use super::marks::{Anchor, Labels, Len, dot, down, fitted, picture, pill, rect, width_of, words};
use crate::map::drawing::Node;

const HEIGHT: i32 = 78;
const MIDDLE: i32 = 38;
const PAD: i32 = 16;

/// The axis that the routes share, in calendar years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The present year.
    pub from: i32,
    /// The last year that is shown; later than `from`.
    pub to: i32,
}

impl Years {
    /// Where a year lies, in a picture of this width.
    fn at(self, year: i32, width: i32) -> Len {
        let (span, room) = ((self.to - self.from).max(1), (width - 2 * PAD).max(1) * 10);
        Len(PAD * 10 + room * (year.clamp(self.from, self.to.max(self.from)) - self.from) / span)
    }

    /// The years that get a line and, where there is room, a label: all of them, every second, fifth or tenth one.
    fn ticks(self, width: i32) -> Vec<i32> {
        let room = width_of("2030") + 14;
        let step =
            [1, 2, 5, 10, 20].into_iter().find(|step| (width - 2 * PAD).max(1) * step / (self.to - self.from).max(1) >= room);
        let step = step.unwrap_or(50);
        (1..=(self.to - self.from)).map(|ahead| self.from + ahead).filter(|year| (year - self.from) % step == 0).collect()
    }
}

/// A stop on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its name.
    pub name: String,
    /// The year of arrival.
    pub year: i32,
    /// The class of the move that leads there, which gives it its colour.
    pub track: String,
}

/// The axis alone, for the head of the rows.
pub fn axis(years: Years, now: &str, width: i32, name: &str) -> Node {
    let mut labels = Labels::default();
    let first = width_of(now);
    labels.take(first / 2, first);
    let mut parts = vec![words("chart-text strong", Len(0), Len::px(14), Anchor::Start, now)];
    for year in years.ticks(width) {
        let (x, label) = (years.at(year, width), year.to_string());
        let half = width_of(&label) / 2;
        if x.0 / 10 + half <= width && labels.take(x.0 / 10, half * 2) {
            parts.push(words("chart-text", x, Len::px(14), Anchor::Middle, &label));
        }
    }
    picture("chart-axis", width, 20, name, parts)
}

/// One route, `width` pixels wide: `stops` in order, the last one being the destination; `usual` the year in which it is usually
/// reached, and `arrival` what stands below it.
///
/// ```
/// use career_explorer::chart::timeline::{Stop, Years, timeline};
///
/// let stops = [Stop { name: "Head of Engineering".into(), year: 2032, track: "track-people".into() }];
/// let drawn = timeline(&stops, Years { from: 2026, to: 2046 }, 2036, "2032–2036", 800, "Head of Engineering from 2032");
/// assert_eq!(drawn.tag, "svg");
/// ```
pub fn timeline(stops: &[Stop], years: Years, usual: i32, arrival: &str, width: i32, name: &str) -> Node {
    let mut parts: Vec<Node> =
        years.ticks(width).into_iter().map(|year| down("chart-tick", years.at(year, width), Len(0), Len::px(HEIGHT))).collect();
    let last = stops.last().map_or(years.from, |s| s.year);
    let (end, late) = (years.at(last, width), years.at(usual.max(last), width));
    parts.push(pill("chart-range", Len(end.0 - 60), Len::px(MIDDLE - 7), Len(late.0 - end.0 + 60), Len::px(14)));
    let mut x = years.at(years.from, width);
    for stop in stops {
        let to = years.at(stop.year, width);
        parts.push(rect(&format!("chart-move {}", stop.track), x, Len::px(MIDDLE - 4), Len(to.0 - x.0), Len::px(8)));
        x = to;
    }
    parts.push(dot("chart-end", years.at(years.from, width), Len::px(MIDDLE), Len::px(7)));
    let mut above = Labels::default();
    let mut below = Labels::default();
    let text = width_of(arrival);
    let middle = ((end.0 + late.0) / 20).clamp(text / 2, (width - text / 2).max(text / 2));
    below.take(middle, text);
    parts.push(within("chart-text strong", middle, MIDDLE + 26, width, arrival));
    for (place, stop) in stops.iter().enumerate() {
        let x = years.at(stop.year, width);
        if place + 1 == stops.len() {
            parts.push(dot("chart-end", x, Len::px(MIDDLE), Len::px(8)));
            continue;
        }
        parts.push(dot("chart-stop", x, Len::px(MIDDLE), Len::px(6)));
        let name = fitted(&stop.name, 136.min(width));
        let wide = width_of(&name);
        let middle = (x.0 / 10).clamp(wide / 2, (width - wide / 2).max(wide / 2));
        // Below the line, else above it; where neither is free the row's list of stops says it.
        let y = if below.take(middle, wide) {
            MIDDLE + 26
        } else if above.take(middle, wide) {
            MIDDLE - 16
        } else {
            continue;
        };
        parts.push(within("chart-text", middle, y, width, &name));
    }
    picture("chart-timeline", width, HEIGHT, name, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops() -> Vec<Stop> {
        let stop = |name: &str, year| Stop { name: name.into(), year, track: "track-people".into() };
        vec![
            stop("Senior Engineering Manager", 2028),
            stop("Operations", 2028),
            stop("Director", 2029),
            stop("Head of Engineering", 2032),
        ]
    }

    #[test]
    fn ticks_grow_sparser_as_the_picture_narrows() {
        let years = Years { from: 2026, to: 2046 };
        assert_eq!(years.ticks(1168).len(), 20);
        assert_eq!(years.ticks(600).first(), Some(&2028));
        assert_eq!(years.ticks(200).first(), Some(&2036));
        assert_eq!(Years { from: 2026, to: 2026 }.ticks(400), Vec::<i32>::new());
    }

    #[test]
    fn a_route_can_be_drawn_at_any_width() {
        let years = Years { from: 2026, to: 2046 };
        for width in [-3, 0, 1, 40, 358, 600] {
            let drawn =
                format!("{:?}{:?}", timeline(&stops(), years, 2036, "2032–2036", width, "x"), axis(years, "now", width, "x"));
            assert!(!drawn.contains("width\", \"-") && !drawn.contains("rx\", \"-"), "{width}");
        }
        let drawn = timeline(&stops(), Years { from: 2026, to: 2026 }, 2000, "", 400, "x");
        assert!(format!("{drawn:?}").contains("chart-end"));
    }
}
