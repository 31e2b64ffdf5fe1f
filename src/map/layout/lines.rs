//! What is in the way of a line, and of labels that have no place yet.

use super::super::board::{Board, Site, Wire, around, pieces};
use super::super::geometry::{Point, Rect};
use super::super::shapes::{LINE_WIDTH, LineKind};

impl Board {
    /// Whether a line between `ends` would stay on the board and pass no station and no heading.
    pub fn is_way(&self, points: &[Point], ends: [usize; 2]) -> bool {
        let area = around(points);
        let reach = area.grown(self.berth);
        let near = i64::from(self.berth).pow(2);
        let passes = |(i, site): (usize, &Site)| {
            !ends.contains(&i)
                && reach.holds(&Rect::between(site.at, site.at))
                && pieces(points).any(|(a, b)| site.at.distance_squared_to(a, b) < near)
        };
        self.bounds.holds(&area.grown(LINE_WIDTH / 2))
            && !self.fixed.iter().any(|f| pieces(points).any(|(a, b)| f.grown(LINE_WIDTH / 2).is_cut_by(a, b)))
            && !self.sites.iter().enumerate().any(passes)
    }

    /// How often a line between `ends` would cross those of `wires`; none if it would run along or close beside one.
    pub fn crossings<'a>(&self, points: &[Point], ends: [usize; 2], wires: impl IntoIterator<Item = &'a Wire>) -> Option<i32> {
        let area = around(points).grown(self.apart);
        // What leads to a related path may join the branches that are there.
        let joins = ends.iter().any(|&e| self.sites[e].row.is_none());
        let counted = |w: &&Wire| !(joins && w.kind == LineKind::Onward) && area.overlaps(&w.area.grown(1));
        wires.into_iter().filter(counted).try_fold(0, |sum, wire| Some(sum + self.meetings(points, wire, ends)?))
    }

    /// How often a line would cross `wire`; none if the two would run along each other.
    fn meetings(&self, points: &[Point], wire: &Wire, ends: [usize; 2]) -> Option<i32> {
        /// Steps of this length are looked at one by one.
        const STEP: i32 = 4;
        let shared: Vec<Point> = ends.iter().filter(|e| wire.sites.contains(e)).map(|&e| self.sites[e].at).collect();
        // Lines that meet at a station may be near each other there.
        let meet = i64::from(self.apart * 5 / 2).pow(2);
        let near = i64::from(self.apart).pow(2);
        // Most steps are nowhere near, and half of the work on a drawing was to find that out piece by piece.
        let reach = wire.area.grown(self.apart + 1);
        let (mut crossings, mut run) = (0, 0);
        for (a, b) in pieces(points) {
            if !Rect::between(a, b).grown(1).overlaps(&reach) {
                run = 0;
                continue;
            }
            let length = (b.x - a.x).abs().max((b.y - a.y).abs());
            for i in 0..=length / STEP {
                let at = (i * STEP).min(length);
                let p = Point::new(a.x + (b.x - a.x) * at / length.max(1), a.y + (b.y - a.y) * at / length.max(1));
                let beside = reach.holds(&Rect::between(p, p))
                    && !shared.iter().any(|s| s.distance_squared(p) < meet)
                    && wire.pieces().any(|(c, d)| p.distance_squared_to(c, d) < near);
                if beside {
                    run += 1;
                    crossings += i32::from(run == 1);
                    // A crossing at 45° stays near for 2·√2 times the distance; in steps of the longer side, 2 to 4 times.
                    if run * STEP > self.apart * 4 {
                        return None;
                    }
                } else {
                    run = 0;
                }
            }
        }
        Some(crossings)
    }

    /// Gives every label the best place that is free, in order, and tells how many found none.
    pub fn place_labels(&mut self) -> usize {
        let mut homeless = 0;
        for site in 0..self.sites.len() {
            if !self.has_room(site) {
                homeless += usize::from(self.make_way(&[site]).is_none());
            }
        }
        homeless
    }
}
