//! People who share a plan or rate one: what they are called, where two differ, and what to talk about.

use super::behaviours::own;
use super::gaps::Who;
use super::marks::number;
use super::{dates, plural};
use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use crate::domain::standing::opinion::Seen;
use crate::domain::store::opened::Opened;

/// Somebody without a name, within a sentence and at its start.
pub const SOMEBODY: [&str; 2] = ["a colleague", "A colleague"];

/// What somebody wants, as the heading of their plan. `via` is the first stop of their route.
pub fn wants(name: &str, from: Option<&str>, to: Option<&str>, via: Option<&str>) -> String {
    let who = if name.is_empty() { SOMEBODY[1] } else { name };
    match (from, to) {
        (_, Some(to)) => {
            let via = via.map_or_else(String::new, |via| format!(", by way of {via}"));
            format!("{who} wants to be {to}{via}")
        }
        (Some(from), None) => format!("{who} is {from}, without a destination yet"),
        (None, None) => format!("{who} shared their ratings"),
    }
}

/// What an opinion is called: by its name, else by its day.
pub fn opinion(link: &Opened) -> String {
    if link.name.is_empty() { format!("Opinion of {}", dates::day(link.day)) } else { link.name.clone() }
}

/// What changed in somebody's ratings since their link before, as `DevOps & CI/CD 2 → 3, Mentorship & coaching 1 → 2`; empty where
/// nothing did.
pub fn changes(guide: &Guide, before: &Plan, now: &Plan) -> String {
    let level = |plan: &Plan, id: &crate::domain::guide::SkillId| {
        plan.ratings.get(id).map_or_else(|| "unrated".to_owned(), |l| l.to_string())
    };
    let changed =
        guide.skills().map(|skill| guide.skill(skill)).filter(|one| before.ratings.get(&one.id) != now.ratings.get(&one.id));
    let each: Vec<String> =
        changed.map(|one| format!("{} {} → {}", one.short, level(before, &one.id), level(now, &one.id))).collect();
    each.join(", ")
}

/// How far another rating is from a person's own, as `two higher`.
pub fn apart(away: i8) -> String {
    let levels = number(away.unsigned_abs().into());
    match away {
        0 => "the same".to_owned(),
        1.. => format!("{levels} higher"),
        _ => format!("{levels} lower"),
    }
}

/// What to talk about where others see a person elsewhere than they do themselves.
pub fn talk(guide: &Guide, seen: &Seen) -> String {
    let skill = guide.skill(seen.skill);
    match (seen.furthest(), seen.spread()) {
        (Some(away), Some((_, highest))) if away > 0 => {
            let line = usize::from(highest.get()).checked_sub(1).and_then(|place| skill.can.get(place));
            let line = line.map_or_else(String::new, |line| format!(" At {highest}: “{}”", own(line)));
            format!("What have they seen you do that you do not count?{line}")
        }
        (Some(away), _) if away < 0 => skill.ask.clone(),
        _ => String::new(),
    }
}

/// One skill as several see it, in a sentence.
pub fn seen(guide: &Guide, seen: &Seen, names: &[String], whose: Who) -> String {
    let level = |level: Option<crate::domain::guide::Proficiency>| level.map_or_else(|| "unrated".to_owned(), |l| l.to_string());
    let others: Vec<String> = names.iter().zip(&seen.others).map(|(name, rating)| format!("{name} {}", level(*rating))).collect();
    let asked = if seen.required.get() > 0 { format!(", {} asked", seen.required) } else { String::new() };
    format!("{}: {} {}, {}{asked}", guide.skill(seen.skill).short, whose.inside(), level(seen.own), others.join(", "))
}

/// How many skills are far apart, as the lead of their list.
pub fn far_apart(count: usize, several: bool) -> String {
    let whom = if several { "at least one of them" } else { "they" };
    match count {
        0 => "You and they are nowhere two or more levels apart.".to_owned(),
        n => format!(
            "On {} {} {whom} {} two or more levels from you.",
            number(n),
            plural(n, "skill", "skills"),
            if several { "is" } else { "are" }
        ),
    }
}
