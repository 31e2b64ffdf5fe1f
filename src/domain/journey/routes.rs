//! Career routes: the loopless ways from one title to another that are worth choosing between.
//!
//! They are a Pareto set over usual years, weighted gap and number of moves. The gap of a *leg* is Σ w·(levels that the next title asks
//! beyond what the person has by then), where one has by then what one is rated and all that the titles on the way asked, from the
//! first one taken up. The gap of a *route* is that of its heaviest leg, its biggest jump: a sum over legs would count the way and not
//! the jump, and there would be little to choose. A related path stands at an end of a route only: nobody plans to pass through one. And
//! none takes much longer than the fastest one: see [`patience`].
//!
//! Every criterion only grows along a route, but the gap ahead depends on what has been built on the way. So one way to a title dominates
//! another only if it is no worse in all three, has built at least as much, and passes no title that the other could still go
//! through; then the search is exact. Two things keep it small. The years and moves left to the target are worked out backwards
//! beforehand, and a way that cannot end better than a known route is not followed. And where a title has [`MAX_LABELS`] ways
//! already, another one has to be better than each of them by years, gap or moves, whatever it has built: our guide never comes to that;
//! in one of some hundred titles a route with a somewhat smaller jump may be missed.

use crate::domain::base::sorting::{sort, sort_by_key};
use crate::domain::guide::{Guide, Proficiency, TitleIx};
use crate::domain::journey::clock::{Arrival, Experience};
use crate::domain::journey::raise::Raise;
use crate::domain::plan::Ratings;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The most routes that are offered.
pub const MAX_ROUTES: usize = 5;

/// The longest that a route may take to be worth choosing, in usual years from now, where the fastest one takes `fastest`: half again as
/// long, or three years longer where that is more. With small steps alone one could wander over the map for a whole working life.
///
/// ```
/// use career_explorer::domain::journey::routes::patience;
///
/// assert_eq!((patience(2), patience(10)), (5, 15));
/// ```
pub const fn patience(fastest: u32) -> u32 {
    if fastest / 2 > 3 { fastest + fastest / 2 } else { fastest + 3 }
}

/// At most this many ways to one title may differ in nothing but what they have built.
const MAX_LABELS: usize = 16;

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
}

/// The routes worth choosing between, fastest first; none where the two are the same title or no moves lead there.
///
/// An unrated skill is taken to be at what the current title asks: people who hold a title mostly meet it, and without ratings there
/// is nothing better to go by.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::journey::clock::Experience;
/// use career_explorer::domain::journey::routes::{Best, routes};
/// use career_explorer::domain::plan::{Plan, Ratings};
///
/// let guide = content::guide().unwrap();
/// let title = |id: &str| guide.title_by_id(&id.into()).unwrap();
/// let (manager, head) = (title("engineering-manager"), title("head-of-engineering"));
/// let routes = routes(&guide, &Ratings::of(&Plan::default(), &guide), Experience::of(7), manager, head);
/// assert!(routes[0].best.contains(&Best::Fastest));
/// assert_eq!((routes[0].titles()[0], routes[0].titles().last()), (manager, Some(&head)));
/// ```
pub fn routes(guide: &Guide, ratings: &Ratings, so_far: Experience, from: TitleIx, to: TitleIx) -> Vec<Route> {
    let held = ratings.completed(|skill| guide.requirement(from)[skill]);
    let mut search = Search::new(guide, from, to, so_far);
    if from == to || !search.is_near(from) {
        return Vec::new();
    }
    search.run(&held);
    let mut found: Vec<Route> = search.finished().into_iter().map(|moves| route(guide, &held, so_far, &moves)).collect();
    sort_by_key(&mut found, Route::criteria);
    let mut found = shortlist(found);
    name(&mut found);
    found
}

/// The route made of these titles, with its names left open, if each one follows the other by a move.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::journey::clock::Experience;
/// use career_explorer::domain::journey::routes::route_through;
/// use career_explorer::domain::plan::{Plan, Ratings};
///
/// let guide = content::guide().unwrap();
/// let title = |id: &str| guide.title_by_id(&id.into()).unwrap();
/// let (manager, head) = (title("engineering-manager"), title("head-of-engineering"));
/// let director = title("director-of-engineering");
/// let route = |titles: &[_]| route_through(&guide, &Ratings::of(&Plan::default(), &guide), Experience::of(7), titles);
/// assert_eq!(route(&[manager, director, head]).map(|route| route.legs.len()), Some(2));
/// assert_eq!(route(&[head, manager]), None, "no move leads back");
/// ```
pub fn route_through(guide: &Guide, ratings: &Ratings, so_far: Experience, titles: &[TitleIx]) -> Option<Route> {
    let (&from, _) = titles.split_first()?;
    let moves: Option<Vec<usize>> = titles.windows(2).map(|pair| guide.move_between(pair[0], pair[1])).collect();
    let moves = moves.filter(|m| !m.is_empty())?;
    Some(route(guide, &ratings.completed(|skill| guide.requirement(from)[skill]), so_far, &moves))
}

fn route(guide: &Guide, held: &[Proficiency], so_far: Experience, moves: &[usize]) -> Route {
    let mut arrival = Arrival::now(so_far.years);
    let mut built = held.to_vec();
    let mut served = so_far.served;
    let mut legs = Vec::with_capacity(moves.len());
    for &number in moves {
        let (leaves, to) = guide.ends(number);
        arrival = arrival.after(guide, number, served);
        served = 0;
        let mut raises = Vec::new();
        for skill in guide.skills() {
            let (has, asks) = (built[skill.index()], guide.required(to, skill));
            if has < asks {
                raises.push(Raise { skill, from: has, to: asks });
            }
        }
        sort_by_key(&mut raises, |r| Reverse(guide.weight(to, r.skill).quarters() * r.levels()));
        let gap = leg_gap(guide, &built, to);
        built.iter_mut().zip(guide.requirement(to)).for_each(|(has, asks)| *has = (*has).max(*asks));
        legs.push(Leg { number, from: leaves, to, arrival, gap, raises });
    }
    Route { legs, best: Vec::new(), via: None }
}

/// The sum over a leg, without its terms. All lists are by [`SkillIx::index`](crate::domain::guide::SkillIx::index), and side by side they need
/// a third of the look-ups: most of a search is this.
fn leg_gap(guide: &Guide, built: &[Proficiency], to: TitleIx) -> u32 {
    let asks = guide.requirement(to).iter().zip(guide.weights(to));
    built.iter().zip(asks).map(|(has, (asks, weight))| weight.quarters() * u32::from(has.below(*asks))).sum()
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
    fn is_no_worse(&self, other: &Self) -> bool {
        self.usual <= other.usual && self.gap <= other.gap && self.moves <= other.moves
    }
}

/// What is still to be followed, the least first: years and moves at the target at best, gap, place.
type Queue = BinaryHeap<Reverse<(u32, u32, u32, usize)>>;

/// Takes a title that is reached, and its sum.
type Reach<'a> = dyn FnMut(TitleIx, u32) + 'a;

struct Search<'a> {
    guide: &'a Guide,
    from: TitleIx,
    to: TitleIx,
    so_far: Experience,
    labels: Vec<Label>,
    /// What each label has built, one after the other.
    built: Vec<Proficiency>,
    /// The labels of each title that no other one dominates.
    open: Vec<Vec<usize>>,
    /// The latest usual arrival that is worth looking for. It is known beforehand, so that later ones are not looked at.
    latest: u32,
    /// The fewest years from each title to the target; none where it cannot be reached, or only too late.
    years_left: Vec<Option<u32>>,
    /// The fewest moves; none where there are no years either.
    moves_left: Vec<Option<u32>>,
    /// The strongly connected component of each title: titles with the same number lead to each other.
    component: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(guide: &'a Guide, from: TitleIx, to: TitleIx, so_far: Experience) -> Self {
        let titles = guide.titles().len();
        let mut search = Self {
            guide,
            from,
            to,
            so_far,
            labels: Vec::new(),
            built: Vec::new(),
            open: vec![Vec::new(); titles],
            latest: 0,
            years_left: Vec::new(),
            moves_left: Vec::new(),
            component: Vec::new(),
        };
        let Some(fastest) = search.fastest() else { return search };
        search.latest = u32::from(so_far.years) + patience(fastest);
        // What is further away is on no way that is worth looking for. The years that one has served count for the first move.
        let most = patience(fastest) + u32::from(so_far.served);
        search.years_left =
            search.least_left(&|number, sum| Some(sum + u32::from(guide.dwell(number).1)).filter(|sum| *sum <= most));
        search.moves_left = search.least_left(&|number, sum| search.is_near(guide.ends(number).0).then_some(sum + 1));
        search.number_components();
        search
    }

    /// Whether the target can be reached from a title within the years that a way to it may take.
    fn is_near(&self, title: TitleIx) -> bool {
        self.years_left.get(title.index()).is_some_and(Option::is_some)
    }

    /// The least sum from each title to the target, where a move and the sum after it give the sum before it; none where that gives none.
    fn least_left(&self, before: &dyn Fn(usize, u32) -> Option<u32>) -> Vec<Option<u32>> {
        self.least_sums(self.to, None, &|title, sum, reach| {
            if title == self.to || !self.guide.is_onward(title) {
                for number in self.guide.moves_to(title) {
                    if let Some(sum) = before(number, sum) {
                        reach(self.guide.ends(number).0, sum);
                    }
                }
            }
        })
    }

    /// The fewest years from now to the target. Arriving later at a title never helps to arrive earlier at the next, so the earliest
    /// arrival at each is all that counts.
    fn fastest(&self) -> Option<u32> {
        let now = u32::from(self.so_far.years);
        let years = self.least_sums(self.from, Some(self.to), &|title, sum, reach| {
            let served = if title == self.from { self.so_far.served } else { 0 };
            for number in self.all_ways_on(title) {
                let after = self.guide.ends(number).1;
                reach(after, self.usual(now + sum, number, served, after) - now);
            }
        });
        years[self.to.index()]
    }

    /// The usual year of taking up the title that a move leads to, for who takes up the one before in the year `since`.
    fn usual(&self, since: u32, number: usize, served: u8, after: TitleIx) -> u32 {
        let dwell = u32::from(self.guide.dwell(number).1.saturating_sub(served));
        (since + dwell).max(self.guide.usual_from(after).into())
    }

    /// The least sum for each title that can be reached from the first one; `next` tells which titles a title with its sum leads to, and
    /// with which sums, none of them less. Sums are small whole numbers, so titles wait in buckets, one for each sum. It goes on until it has
    /// the sum of `last`, or has all.
    fn least_sums(&self, first: TitleIx, last: Option<TitleIx>, next: &dyn Fn(TitleIx, u32, &mut Reach<'_>)) -> Vec<Option<u32>> {
        let mut least = vec![None; self.open.len()];
        let (mut buckets, mut sum) = (vec![vec![first]], 0u32);
        while let Some(bucket) = buckets.get_mut(sum as usize) {
            let Some(title) = bucket.pop() else {
                sum += 1;
                continue;
            };
            if least[title.index()].is_some() {
                continue;
            }
            least[title.index()] = Some(sum);
            if Some(title) == last {
                break;
            }
            next(title, sum, &mut |after, sum| {
                if least[after.index()].is_none() {
                    buckets.resize_with(buckets.len().max(sum as usize + 1), Vec::new);
                    buckets[sum as usize].push(after);
                }
            });
        }
        least
    }

    /// The moves from a title on which one could go on.
    fn all_ways_on(&self, title: TitleIx) -> impl Iterator<Item = usize> + '_ {
        let ends_here = title == self.to || (title != self.from && self.guide.is_onward(title));
        (!ends_here).then(|| self.guide.moves_from(title)).into_iter().flatten()
    }

    /// Those that some route may take.
    fn ways_on(&self, title: TitleIx) -> impl Iterator<Item = usize> + '_ {
        self.all_ways_on(title).filter(|&number| self.is_near(self.guide.ends(number).1))
    }

    fn run(&mut self, held: &[Proficiency]) {
        let mut built = held.to_vec();
        let mut queue = Queue::new();
        let start = Label { title: self.from, usual: self.so_far.years.into(), gap: 0, moves: 0, back: None };
        self.admit(start, &built, &mut queue);
        while let Some(Reverse((_, _, _, place))) = queue.pop() {
            let label = self.labels[place];
            if label.title == self.to || !self.open[label.title.index()].contains(&place) {
                continue;
            }
            let served = if label.moves == 0 { self.so_far.served } else { 0 };
            let numbers: Vec<usize> = self.ways_on(label.title).collect();
            for number in numbers {
                let title = self.guide.ends(number).1;
                if self.titles(place).any(|before| before == title) {
                    continue;
                }
                let usual = self.usual(label.usual, number, served, title);
                if self.at_best(title, usual).is_none_or(|year| year > self.latest) {
                    continue;
                }
                let has = &self.built[place * built.len()..][..built.len()];
                let gap = label.gap.max(leg_gap(self.guide, has, title));
                let after = has.iter().zip(self.guide.requirement(title)).map(|(has, asks)| *has.max(asks));
                built = after.collect();
                self.admit(Label { title, usual, gap, moves: label.moves + 1, back: Some((place, number)) }, &built, &mut queue);
            }
        }
    }

    /// The usual year of arriving at the target at best, for who takes up a title in a year; `None` where no way leads on.
    fn at_best(&self, title: TitleIx, year: u32) -> Option<u32> {
        let left = self.years_left[title.index()]?;
        Some((year + left).max(self.guide.usual_from(self.to).into()))
    }

    fn admit(&mut self, label: Label, built: &[Proficiency], queue: &mut Queue) {
        let here = label.title.index();
        let (Some(usual), Some(moves)) = (self.at_best(label.title, label.usual), self.moves_left[here]) else { return };
        // No way on from here is better than this, so this only drops what a known way to the target dominates.
        let at_best = Label { usual, moves: label.moves + moves, ..label };
        let crowded = self.open[here].len() >= MAX_LABELS;
        if self.open[self.to.index()].iter().any(|&known| self.labels[known].is_no_worse(&at_best))
            || self.open[here]
                .iter()
                .any(|&known| self.labels[known].is_no_worse(&label) && (crowded || self.dominates(known, &label, built)))
        {
            return;
        }
        let place = self.labels.len();
        self.labels.push(label);
        self.built.extend_from_slice(built);
        let mut open = std::mem::take(&mut self.open[here]);
        open.retain(|&old| !self.dominates(place, &self.labels[old], &self.built[old * built.len()..][..built.len()]));
        open.push(place);
        self.open[here] = open;
        queue.push(Reverse((at_best.usual, at_best.moves, label.gap, place)));
    }

    /// Whether the label at `place` dominates another: every way on from the other is open from it too, and is no better there.
    fn dominates(&self, place: usize, other: &Label, built: &[Proficiency]) -> bool {
        self.labels[place].is_no_worse(other)
            && (other.title == self.to
                || self.built[place * built.len()..].iter().zip(built).all(|(one, other)| one >= other)
                    && self.titles(place).all(|title| {
                        self.component[title.index()] != self.component[other.title.index()] || self.passes(other, title)
                    }))
    }

    /// Whether a way passes a title.
    fn passes(&self, label: &Label, title: TitleIx) -> bool {
        label.title == title || label.back.is_some_and(|(before, _)| self.titles(before).any(|one| one == title))
    }

    /// The titles of a label's way, the last one first.
    fn titles(&self, place: usize) -> impl Iterator<Item = TitleIx> + '_ {
        std::iter::successors(Some(place), |&place| self.labels[place].back.map(|(before, _)| before))
            .map(|place| self.labels[place].title)
    }

    /// Numbers the strongly connected components among the titles on a way from the first one to the target: two titles have the same
    /// number if each can be reached from the other. (Tarjan's algorithm, without recursion.)
    fn number_components(&mut self) {
        const NONE: u32 = u32::MAX;
        let mut number = vec![NONE; self.open.len()];
        let (mut low, mut component) = (number.clone(), number.clone());
        let (mut count, mut components, mut stack, mut way, mut next) = (0, 0, Vec::new(), Vec::new(), Some(self.from));
        loop {
            if let Some(title) = next.take() {
                (number[title.index()], low[title.index()]) = (count, count);
                count += 1;
                stack.push(title.index());
                way.push((title.index(), self.ways_on(title)));
            }
            let Some((title, moves)) = way.last_mut() else { break };
            let title = *title;
            if let Some(after) = moves.next().map(|one| self.guide.ends(one).1) {
                if number[after.index()] == NONE {
                    next = Some(after);
                } else if component[after.index()] == NONE {
                    low[title] = low[title].min(number[after.index()]);
                }
                continue;
            }
            way.pop();
            if let Some((before, _)) = way.last() {
                low[*before] = low[*before].min(low[title]);
            }
            if low[title] == number[title] {
                while component[title] == NONE
                    && let Some(one) = stack.pop()
                {
                    component[one] = components;
                }
                components += 1;
            }
        }
        drop(way);
        self.component = component;
    }

    /// The moves of each route found.
    fn finished(&self) -> Vec<Vec<usize>> {
        self.open[self.to.index()]
            .iter()
            .filter(|&&place| self.labels[place].usual <= self.latest)
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
    let mut chosen: Vec<usize> = (0..3).filter_map(|c| (0..found.len()).min_by_key(|&r| (found[r].criteria()[c], r))).collect();
    // One route may be the best by several criteria, and still takes one place.
    sort(&mut chosen);
    chosen.dedup();
    for place in 0..found.len() {
        if chosen.len() < MAX_ROUTES && !chosen.contains(&place) {
            chosen.push(place);
        }
    }
    let mut place = 0;
    found
        .into_iter()
        .filter(|_| {
            place += 1;
            chosen.contains(&(place - 1))
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
