//! Labels that make way: every station has some places for its label, and takes the best one at which nothing is in its way.

use super::super::geometry::{Point, Rect};
use super::{Board, CLEAR, ROOM, Site, Spot, around, pieces};

/// Between two labels, in px.
const GAP: i32 = 6;

impl Board {
    /// Whether nothing but other labels is in the way of a label.
    pub fn is_open(&self, site: usize, area: &Rect) -> bool {
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

    /// Whether nothing is in the way of a label where it stands.
    pub fn has_room(&self, site: usize) -> bool {
        self.sites[site].label().is_none_or(|label| self.is_open(site, label) && self.labels_in(site, label).is_empty())
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
                let Spot { area, cost, .. } = self.sites[site].spots[spot];
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

    /// The sites whose labels a line passes through or touches.
    pub fn labels_on(&self, points: &[Point]) -> Vec<usize> {
        let area = around(points).grown(CLEAR);
        let hit = |label: &Rect| area.overlaps(label) && pieces(points).any(|(a, b)| label.grown(CLEAR).is_cut_by(a, b));
        (0..self.sites.len()).filter(|&i| self.sites[i].label().is_some_and(hit)).collect()
    }
}
