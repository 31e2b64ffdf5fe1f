//! Career routes: the loopless ways from one title to another that are worth choosing between.
//!
//! Design §2 asks for a Pareto set over usual years, weighted gap and number of moves. The gap of a *leg* is Σ w·(levels that the next
//! title asks beyond what the person has by then), where one has by then what one is rated and all that the title one leaves
//! asks. The gap of a *route* is that of its heaviest leg: a sum over legs can only grow with each stop, so it would
//! always favour the most direct route and there would be nothing to choose.
//!
//! Every criterion only grows along a route and depends on no more than the last title, so a search that keeps the labels of each
//! title that no other label there beats is exact, and none of its routes has a loop. The gap that is left to the target is worked out
//! backwards before; a label that cannot end better than a known route is not followed, which at 10,000 titles is three in five.

use crate::domain::base::sorting::{sort, sort_by_key};
use crate::domain::guide::{Guide, Proficiency, TitleIx};
use crate::domain::journey::clock::Arrival;
use crate::domain::journey::promotion::Raise;
use crate::domain::plan::Ratings;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The most routes that are offered.
pub const MAX_ROUTES: usize = 5;

/// One move of a route and what to build before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The number of the move.
    pub number: usize,
    /// The title one leaves.
    pub from: TitleIx,
    /// The title one takes up.
    pub to: TitleIx,
    /// Years of experience on taking it up.
    pub arrival: Arrival,
    /// Weighted gap before the move, in quarters.
    pub gap: u32,
    /// The raises that close it, the heaviest first.
    pub raises: Vec<Raise>,
}

/// What a route is better at than the others on offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Best {
    /// Fewest usual years.
    Fastest,
    /// Smallest weighted gap before any one move.
    SmallestGap,
    /// Fewest moves.
    FewestMoves,
}

impl Best {
    /// Its name on a card.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fastest => "Fastest",
            Self::SmallestGap => "Smallest gap",
            Self::FewestMoves => "Fewest moves",
        }
    }
}

/// A career route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its moves in order; at least one.
    pub legs: Vec<Leg>,
    /// What it is best at among the routes on offer; empty for one in between.
    pub best: Vec<Best>,
    /// A title that no other route on offer passes, by which this one can be told apart.
    pub via: Option<TitleIx>,
}

impl Route {
    /// The titles of the route, both ends included.
    pub fn titles(&self) -> Vec<TitleIx> {
        self.legs.first().map(|l| l.from).into_iter().chain(self.legs.iter().map(|l| l.to)).collect()
    }

    /// Years of experience on taking up the last title.
    pub fn arrival(&self) -> Arrival {
        self.legs.last().map_or(Arrival { fast: 0, usual: 0 }, |l| l.arrival)
    }

    /// The weighted gap of the heaviest leg, in quarters.
    pub fn gap(&self) -> u32 {
        self.legs.iter().map(|l| l.gap).max().unwrap_or(0)
    }

    /// Level raises over the whole route.
    pub fn raises(&self) -> u32 {
        self.legs.iter().flat_map(|l| &l.raises).map(Raise::levels).sum()
    }

    /// The three criteria, smaller is better in each: usual years, weighted gap, moves.
    pub fn criteria(&self) -> [u32; 3] {
        [u32::from(self.arrival().usual), self.gap(), u32::try_from(self.legs.len()).unwrap_or(u32::MAX)]
    }

    /// How the route is called on a card.
    pub fn name(&self, guide: &Guide) -> String {
        match (&self.best[..], self.via) {
            ([], Some(title)) => format!("By way of {}", guide.title(title).name),
            ([], None) => "In between".to_owned(),
            ([one], _) => one.name().to_owned(),
            ([first, rest @ ..], _) => {
                rest.iter().fold(first.name().to_owned(), |name, best| format!("{name}, {}", best.name().to_lowercase()))
            }
        }
    }
}

/// The routes worth choosing between, fastest first; none where the two are the same title or no moves lead there.
///
/// An unrated skill is taken to be at what the current title asks: people who hold a title mostly meet it, and without ratings there
/// is nothing better to go by.
pub fn routes(guide: &Guide, ratings: &Ratings, years: u8, from: TitleIx, to: TitleIx) -> Vec<Route> {
    let held = ratings.completed(|skill| guide.requirement(from)[skill]);
    let mut search = Search::new(guide, &held, from, to);
    if from == to || search.gap_left[from.index()].is_none() {
        return Vec::new();
    }
    search.run(years);
    let mut found: Vec<Route> = search.finished().into_iter().map(|moves| route(guide, &held, years, from, &moves)).collect();
    sort_by_key(&mut found, Route::criteria);
    let mut found = shortlist(found);
    name(&mut found);
    found
}

/// The route made of these titles, with its names left open, if each one follows the other by a move.
pub fn route_through(guide: &Guide, ratings: &Ratings, years: u8, titles: &[TitleIx]) -> Option<Route> {
    let (&from, _) = titles.split_first()?;
    let moves: Option<Vec<usize>> = titles.windows(2).map(|pair| guide.move_between(pair[0], pair[1])).collect();
    let moves = moves.filter(|m| !m.is_empty())?;
    Some(route(guide, &ratings.completed(|skill| guide.requirement(from)[skill]), years, from, &moves))
}

fn route(guide: &Guide, held: &[Proficiency], years: u8, from: TitleIx, moves: &[usize]) -> Route {
    let mut arrival = Arrival::now(years);
    let mut legs = Vec::with_capacity(moves.len());
    for &number in moves {
        let (leaves, to) = guide.ends(number);
        arrival = arrival.after(guide, number);
        let mut raises = Vec::new();
        for skill in guide.skills() {
            let (has, asks) = (has(guide, held, from, leaves, skill.index()), guide.required(to, skill));
            if has < asks {
                raises.push(Raise { skill, from: has, to: asks });
            }
        }
        sort_by_key(&mut raises, |r| Reverse(guide.weight(to, r.skill).quarters() * r.levels()));
        let gap = leg_gap(guide, held, from, number);
        legs.push(Leg { number, from: leaves, to, arrival, gap, raises });
    }
    Route { legs, best: Vec::new(), via: None }
}

/// What a person has of a skill on leaving a title: what they are rated and, beyond the first title, all that it asks.
fn has(guide: &Guide, held: &[Proficiency], start: TitleIx, leaves: TitleIx, skill: usize) -> Proficiency {
    if leaves == start { held[skill] } else { held[skill].max(guide.requirement(leaves)[skill]) }
}

/// The sum over a leg, without its terms. All lists are by [`SkillIx::index`](crate::domain::guide::SkillIx::index), and side by side they need
/// a third of the look-ups: most of a search is this.
fn leg_gap(guide: &Guide, held: &[Proficiency], start: TitleIx, number: usize) -> u32 {
    let (leaves, to) = guide.ends(number);
    let left = if leaves == start { held } else { guide.requirement(leaves) };
    let has = held.iter().zip(left).map(|(held, left)| *held.max(left));
    let asks = guide.requirement(to).iter().zip(guide.weights(to));
    has.zip(asks).map(|(has, (asks, weight))| weight.quarters() * u32::from(has.below(*asks))).sum()
}

/// A way to a title, in the search.
#[derive(Clone, Copy)]
struct Label {
    title: TitleIx,
    usual: u32,
    gap: u32,
    moves: u32,
    /// The label before and the move from it.
    back: Option<(usize, usize)>,
}

impl Label {
    fn beats(&self, other: &Self) -> bool {
        self.usual <= other.usual && self.gap <= other.gap && self.moves <= other.moves
    }
}

/// What is still to be followed, the least first. One type for both directions, so that its code is there once.
type Queue = BinaryHeap<Reverse<(u32, u32, u32, usize)>>;

struct Search<'a> {
    guide: &'a Guide,
    from: TitleIx,
    to: TitleIx,
    labels: Vec<Label>,
    /// The labels of each title that no other one beats.
    open: Vec<Vec<usize>>,
    /// The gap of each move that can lead to the target.
    gaps: Vec<u32>,
    /// The least gap with which the target can be reached from each title; none where it cannot be.
    gap_left: Vec<Option<u32>>,
}

impl<'a> Search<'a> {
    fn new(guide: &'a Guide, held: &[Proficiency], from: TitleIx, to: TitleIx) -> Self {
        let titles = guide.titles().len();
        let (mut gaps, mut gap_left) = (vec![0; guide.move_count()], vec![None; titles]);
        let mut queue = Queue::new();
        let mut reached = Some((to, 0));
        while let Some((title, left)) = reached {
            if gap_left[title.index()].is_none() {
                gap_left[title.index()] = Some(left);
                for number in guide.moves_to(title) {
                    gaps[number] = leg_gap(guide, held, from, number);
                    queue.push(Reverse((left.max(gaps[number]), 0, 0, number)));
                }
            }
            reached = queue.pop().map(|Reverse((left, _, _, number))| (guide.ends(number).0, left));
        }
        Self { guide, from, to, labels: Vec::new(), open: vec![Vec::new(); titles], gaps, gap_left }
    }

    fn run(&mut self, years: u8) {
        let mut queue = Queue::new();
        let start = Label { title: self.from, usual: years.into(), gap: 0, moves: 0, back: None };
        self.admit(start, &mut queue);
        while let Some(Reverse((_, _, _, place))) = queue.pop() {
            let label = self.labels[place];
            if label.title == self.to || !self.open[label.title.index()].contains(&place) {
                continue;
            }
            for number in self.guide.moves_from(label.title) {
                let title = self.guide.ends(number).1;
                let dwell = u32::from(self.guide.dwell(number).1);
                let usual = (label.usual + dwell).max(self.guide.usual_band(title).from.into());
                let gap = label.gap.max(self.gaps[number]);
                self.admit(Label { title, usual, gap, moves: label.moves + 1, back: Some((place, number)) }, &mut queue);
            }
        }
    }

    fn admit(&mut self, label: Label, queue: &mut Queue) {
        let Some(left) = self.gap_left[label.title.index()] else { return };
        // No way on from here is better than this. It only drops what a way to the target beats already and leaves the order as it
        // is, so which of several equal ways is kept does not depend on it.
        let at_best = Label { gap: label.gap.max(left), ..label };
        if self.open[label.title.index()].iter().any(|&by| self.labels[by].beats(&label))
            || self.open[self.to.index()].iter().any(|&by| self.labels[by].beats(&at_best))
        {
            return;
        }
        let place = self.labels.len();
        self.labels.push(label);
        let labels = &self.labels;
        let open = &mut self.open[label.title.index()];
        open.retain(|&old| !label.beats(&labels[old]));
        open.push(place);
        queue.push(Reverse((label.usual, label.moves, label.gap, place)));
    }

    /// The moves of each route found.
    fn finished(&self) -> Vec<Vec<usize>> {
        self.open[self.to.index()]
            .iter()
            .map(|&place| {
                let mut moves = Vec::new();
                let mut label = &self.labels[place];
                while let Some((before, number)) = label.back {
                    moves.push(number);
                    label = &self.labels[before];
                }
                moves.reverse();
                moves
            })
            .collect()
    }
}

/// At most [`MAX_ROUTES`]: the best by each criterion, then the fastest of the others. Expects them sorted by criteria.
fn shortlist(found: Vec<Route>) -> Vec<Route> {
    let mut keep: Vec<usize> = (0..3).filter_map(|c| (0..found.len()).min_by_key(|&r| (found[r].criteria()[c], r))).collect();
    // One route may be the best by several criteria, and still takes one place.
    sort(&mut keep);
    keep.dedup();
    for place in 0..found.len() {
        if keep.len() < MAX_ROUTES && !keep.contains(&place) {
            keep.push(place);
        }
    }
    let mut place = 0;
    found
        .into_iter()
        .filter(|_| {
            place += 1;
            keep.contains(&(place - 1))
        })
        .collect()
}

fn name(found: &mut [Route]) {
    for (criterion, best) in [Best::Fastest, Best::SmallestGap, Best::FewestMoves].into_iter().enumerate() {
        let least = found.iter().map(|r| r.criteria()[criterion]).min();
        let mut with_least = found.iter_mut().filter(|r| Some(r.criteria()[criterion]) == least);
        // Of several that are equally good at it the first is named, which is the fastest of them.
        if let Some(route) = with_least.next() {
            route.best.push(best);
        }
    }
    let titles: Vec<Vec<TitleIx>> = found.iter().map(Route::titles).collect();
    for (place, route) in found.iter_mut().enumerate() {
        let elsewhere = |title: &TitleIx| titles.iter().enumerate().any(|(other, all)| other != place && all.contains(title));
        route.via = titles[place].iter().rev().find(|t| !elsewhere(t)).copied();
    }
}
