//! Where labels go: every station has some places for its label, and takes the best one at which nothing is in its way.

use super::board::{Board, CLEAR, ROOM, Site};
use super::geometry::{Point, Rect};
use super::text::{Weight, text_width};
use super::{Anchor, LABEL_SIZE, Text};
use crate::domain::base::sorting::sort_by_key;

/// From one baseline to the next, in px.
pub(super) const LEADING: i32 = 15;
/// From the top of a line of text to its baseline, in px.
const ASCENT: i32 = 12;
/// Between two labels, in px.
const GAP: i32 = 6;

/// A place for a label.
#[derive(Clone)]
pub(super) struct Spot {
    pub area: Rect,
    pub anchor: Anchor,
    /// What is given up by standing here; 0 for the place where one looks first.
    pub cost: i32,
}

impl Spot {
    /// A spot whose text begins, ends or is centred at `x`, with its upper edge at `top`.
    fn new(x: i32, top: i32, anchor: Anchor, size: (i32, i32), cost: i32) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - size.0 / 2,
            Anchor::End => x - size.0,
        };
        Self { area: Rect { x: left, y: top, width: size.0, height: size.1 }, anchor, cost }
    }

    /// The lines of a label that stands here.
    pub fn set(&self, lines: &[String]) -> Vec<Text> {
        let x = match self.anchor {
            Anchor::Start => self.area.x,
            Anchor::Middle => self.area.x + self.area.width / 2,
            Anchor::End => self.area.right(),
        };
        (0..)
            .zip(lines)
            .map(|(i, line)| text(line, Point::new(x, self.area.y + ASCENT + i * LEADING), self.anchor, LABEL_SIZE, Weight::Bold))
            .collect()
    }
}

/// A line of text at a point, with its area.
pub(super) fn text(text: &str, at: Point, anchor: Anchor, size: i32, weight: Weight) -> Text {
    let width = text_width(text, size, weight);
    let area = Spot::new(at.x, at.y - size + 1, anchor, (width, size + 2), 0).area;
    Text { text: text.to_owned(), at, anchor, area }
}

/// The size of a label on the map.
pub(super) fn label_size(lines: &[String]) -> (i32, i32) {
    let width = lines.iter().map(|l| text_width(l, LABEL_SIZE, Weight::Bold)).max().unwrap_or(0);
    (width, i32::try_from(lines.len()).unwrap_or(1) * LEADING)
}

/// The places around a station: above and below it; beside a line that leaves it upwards or downwards; a little aside, for one
/// that leaves at a slant; and level with it, for the ends of lines.
pub(super) fn spots(at: Point, lines: &[String], below_first: bool) -> Vec<Spot> {
    let size = label_size(lines);
    let (above, below) = (at.y - ROOM - 1 - size.1, at.y + ROOM);
    let level = at.y - size.1 / 2;
    let aside = ROOM / 2;
    let clear = CLEAR + 3;
    let mut all = Vec::with_capacity(12);
    for (top, last) in [(above, i32::from(below_first) * 4), (below, i32::from(!below_first) * 4)] {
        all.push(Spot::new(at.x, top, Anchor::Middle, size, last));
        all.push(Spot::new(at.x - aside + 4, top, Anchor::Start, size, last + 12));
        all.push(Spot::new(at.x + aside - 4, top, Anchor::End, size, last + 14));
        all.push(Spot::new(at.x + clear, top, Anchor::Start, size, last + 18));
        all.push(Spot::new(at.x - clear, top, Anchor::End, size, last + 20));
    }
    all.push(Spot::new(at.x + ROOM + 5, level, Anchor::Start, size, 22));
    all.push(Spot::new(at.x - ROOM - 5, level, Anchor::End, size, 26));
    sort_by_key(&mut all, |s| s.cost);
    all
}

impl Board {
    /// Whether nothing but other labels is in the way of a label.
    fn is_open(&self, site: usize, area: &Rect) -> bool {
        let station = i64::from(ROOM).pow(2);
        self.bounds.holds(area)
            && !self.fixed.iter().any(|f| f.overlaps(area))
            && !(0..self.sites.len()).any(|i| i != site && area.distance_squared(self.sites[i].at) < station)
            && !self
                .wires
                .iter()
                .any(|w| w.area.grown(CLEAR).overlaps(area) && w.pieces().any(|(a, b)| area.grown(CLEAR).is_cut_by(a, b)))
    }

    /// The other sites whose labels overlap an area.
    pub fn labels_in(&self, site: usize, area: &Rect) -> Vec<usize> {
        let area = Rect { x: area.x - GAP, width: area.width + 2 * GAP, ..*area };
        let under = |s: &Site| s.label().is_some_and(|l| l.overlaps(&area));
        (0..self.sites.len()).filter(|&i| i != site && under(&self.sites[i])).collect()
    }

    /// Finds new places for the labels of `sites`, moving others away where that is needed; tells what it cost. If it cannot be
    /// done, none has moved.
    pub fn make_way(&mut self, sites: &[usize]) -> Option<i32> {
        let before = self.spots();
        let mut held = Vec::new();
        let total = self.settle(sites, &mut held, 3);
        if total.is_none() {
            self.set_spots(&before);
        }
        total
    }

    /// As [`make_way`](Self::make_way), without touching `held`, and moving others for others at most `depth` times over.
    fn settle(&mut self, sites: &[usize], held: &mut Vec<usize>, depth: u32) -> Option<i32> {
        let mut total = 0;
        for (i, &site) in sites.iter().enumerate() {
            held.push(site);
            let now = self.sites[site].spot;
            let was = self.sites[site].spots[now].cost;
            // The cheapest place at once, or else the cheapest after others have moved.
            let mut best: Option<(i32, Vec<(usize, usize)>)> = None;
            for spot in 0..self.sites[site].spots.len() {
                let Spot { area, cost, .. } = self.sites[site].spots[spot].clone();
                if best.as_ref().is_some_and(|b| b.0 <= cost - was) || !self.is_open(site, &area) {
                    continue;
                }
                // Those that are yet to move do not count as in the way.
                let waiting = &sites[i + 1..];
                let others: Vec<usize> = self.labels_in(site, &area).into_iter().filter(|o| !waiting.contains(o)).collect();
                if others.iter().any(|o| held.contains(o)) || (!others.is_empty() && depth == 0) {
                    continue;
                }
                let undo = self.spots();
                let kept = held.len();
                self.sites[site].spot = spot;
                let moved = if others.is_empty() { Some(0) } else { self.settle(&others, held, depth - 1) };
                held.truncate(kept);
                if let Some(moved) = moved
                    && best.as_ref().is_none_or(|b| moved + cost - was < b.0)
                {
                    let changed = (0..undo.len()).filter(|&s| self.sites[s].spot != undo[s]);
                    best = Some((moved + cost - was, changed.map(|s| (s, self.sites[s].spot)).collect()));
                }
                self.set_spots(&undo);
            }
            let (cost, changes) = best?;
            total += cost;
            for (s, spot) in changes {
                self.sites[s].spot = spot;
                held.push(s);
            }
        }
        Some(total)
    }

    /// Gives every label the best place that is free, in order, and tells how many found none.
    pub fn place_labels(&mut self) -> usize {
        let mut homeless = 0;
        for site in 0..self.sites.len() {
            let Some(&area) = self.sites[site].label() else { continue };
            if !self.is_open(site, &area) || !self.labels_in(site, &area).is_empty() {
                homeless += usize::from(self.make_way(&[site]).is_none());
            }
        }
        homeless
    }
}
