//! Two plans that grew out of one: edits made in two tabs, and undo.
//!
//! Three-way, entry by entry: the title held, the title aimed for, the years, since when, either part of the pace, each rating, note, tick,
//! goal and snapshot, and the route as a whole. Deliberately absent: conflicts. Where both sides changed an entry, mine counts,
//! because a person sees at once what they just did.

use crate::domain::plan::{MAX_SNAPSHOTS, Pace, Plan, Snapshot};
use std::collections::{BTreeMap, BTreeSet};

/// What `mine` and `theirs` make of `base`: an entry changed or removed on one side is so in the result, on both sides as in
/// `mine`.
///
/// `merge(after, before, now)` takes back one edit and keeps what came since; `merge(before, after, now)` does it again.
///
/// The route stays only if it leads from the one title to the other, as it does in each plan that goes in; at most
/// [`MAX_SNAPSHOTS`] snapshots stay, and the oldest goes first.
pub fn merge(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let mut plan = Plan {
        from: pick(&base.from, &mine.from, &theirs.from),
        to: pick(&base.to, &mine.to, &theirs.to),
        years: pick(&base.years, &mine.years, &theirs.years),
        since: pick(&base.since, &mine.since, &theirs.since),
        ratings: map(&base.ratings, &mine.ratings, &theirs.ratings),
        evidence: map(&base.evidence, &mine.evidence, &theirs.evidence),
        route: pick(&base.route, &mine.route, &theirs.route),
        done: map(&base.done, &mine.done, &theirs.done),
        goals: set(&base.goals, &mine.goals, &theirs.goals),
        pace: Pace {
            hours_per_week: pick(&base.pace.hours_per_week, &mine.pace.hours_per_week, &theirs.pace.hours_per_week),
            effort_percent: pick(&base.pace.effort_percent, &mine.pace.effort_percent, &theirs.pace.effort_percent),
        },
        snapshots: snapshots(&base.snapshots, &mine.snapshots, &theirs.snapshots),
    };
    // Since when a title is held comes from a side that holds it.
    match (plan.from == mine.from, plan.from == theirs.from) {
        (true, false) => plan.since = mine.since,
        (false, true) => plan.since = theirs.since,
        _ => {}
    }
    if plan.route.first() != plan.from.as_ref() || plan.route.last() != plan.to.as_ref() {
        plan.route.clear();
    }
    plan
}

fn pick<T: PartialEq + Clone>(base: &T, mine: &T, theirs: &T) -> T {
    if mine == base { theirs.clone() } else { mine.clone() }
}

fn map<K: Ord + Clone, V: PartialEq + Clone>(
    base: &BTreeMap<K, V>,
    mine: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
) -> BTreeMap<K, V> {
    let mut merged = theirs.clone();
    // Only what I changed differs from theirs.
    for key in base.keys().chain(mine.keys()) {
        match mine.get(key) {
            value if value == base.get(key) => {}
            Some(value) => {
                merged.insert(key.clone(), value.clone());
            }
            None => {
                merged.remove(key);
            }
        }
    }
    merged
}

fn set<K: Ord + Clone>(base: &BTreeSet<K>, mine: &BTreeSet<K>, theirs: &BTreeSet<K>) -> BTreeSet<K> {
    let mut merged = theirs.clone();
    merged.retain(|key| mine.contains(key) || !base.contains(key));
    for key in mine {
        if !base.contains(key) {
            merged.insert(key.clone());
        }
    }
    merged
}

/// Snapshots have no id, so each is an entry by what it holds, and the second of two that are equal is another one.
fn snapshots(base: &[Snapshot], mine: &[Snapshot], theirs: &[Snapshot]) -> Vec<Snapshot> {
    if mine == base {
        return theirs.to_vec();
    }
    let (base, mine, theirs) = (numbered(base), numbered(mine), numbered(theirs));
    let kept = mine.iter().filter(|one| !base.contains(one) || theirs.contains(one));
    let mut merged: Vec<Snapshot> = kept.map(|(_, one)| (*one).clone()).collect();
    for (_, one) in theirs.iter().filter(|one| !base.contains(one) && !mine.contains(one)) {
        let place = merged.iter().rposition(|other| other.day <= one.day).map_or(0, |place| place + 1);
        merged.insert(place, (*one).clone());
    }
    merged.drain(..merged.len().saturating_sub(MAX_SNAPSHOTS));
    merged
}

/// Each snapshot with how many of its like stand before it.
fn numbered(list: &[Snapshot]) -> Vec<(usize, &Snapshot)> {
    list.iter().enumerate().map(|(place, one)| (list[..place].iter().filter(|other| *other == one).count(), one)).collect()
}
