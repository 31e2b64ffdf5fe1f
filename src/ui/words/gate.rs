//! The gate in words: its four conditions, each with what is found, and its verdict.

use super::figures::{PERCENT, readiness, so_many};
use super::marks::number;
use crate::domain::guide::{Guide, SkillIx};
use crate::domain::standing::gate::{GATE_LEVELS, GATE_PERCENT, Gate, Verdict};

/// One condition of the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Whether it holds.
    pub verdict: Verdict,
    /// What it asks.
    pub asks: String,
    /// How things stand.
    pub finding: String,
}

/// The four conditions of the gate, in the order in which they are always shown.
pub fn conditions(guide: &Guide, gate: &Gate) -> [Condition; 4] {
    let of = |verdict: Verdict, asks: &str, short: &[SkillIx], unrated: &[SkillIx], ends: [&str; 2]| Condition {
        verdict,
        asks: asks.to_owned(),
        finding: finding(guide, short, unrated, ends),
    };
    let levels = GATE_LEVELS + 1;
    let far =
        [format!("{} or more levels short", number(levels.into())), format!("no skill is {} levels short", number(levels.into()))];
    [
        of(
            gate.critical(),
            "Every critical skill at its level",
            &gate.critical_short,
            &gate.critical_unrated,
            ["short", "all are"],
        ),
        of(gate.focus(), "Every focus skill at its level", &gate.focus_short, &gate.focus_unrated, ["short", "all are"]),
        of(gate.nearness(), "No skill far behind", &gate.far, &gate.far_unrated, [&far[0], &far[1]]),
        Condition { verdict: gate.share(), asks: format!("Readiness of {GATE_PERCENT}{PERCENT} or more"), finding: share(gate) },
    ]
}

/// Who is short, then who is unrated: by name where it is one skill, else by number. `ends` are what is said of those that are short,
/// and what is said where none is and all are rated.
fn finding(guide: &Guide, short: &[SkillIx], unrated: &[SkillIx], ends: [&str; 2]) -> String {
    let open = match unrated {
        [] => String::new(),
        [one] => format!("{} is unrated", guide.skill(*one).short),
        more => format!("{} are unrated", more.len()),
    };
    let short = match short {
        [] => String::new(),
        [one] => format!("{} is {}", guide.skill(*one).short, ends[0]),
        more => format!("{} are {}", so_many(more.len(), "skill", "skills"), ends[0]),
    };
    match (short.is_empty(), open.is_empty()) {
        (true, true) => ends[1].to_owned(),
        (true, false) => open,
        (false, true) => short,
        (false, false) => format!("{short}, {open}"),
    }
}

fn share(gate: &Gate) -> String {
    let range = readiness(gate.readiness);
    match gate.share() {
        Verdict::NotMet if gate.readiness.low() != gate.readiness.high() => format!("{range}, so not reached whatever the rest"),
        Verdict::Met if gate.readiness.low() != gate.readiness.high() => format!("{range}, so reached whatever the rest"),
        _ => range,
    }
}

/// How the gate stands, as the heading over its conditions.
pub fn verdict(gate: &Gate) -> String {
    let all = [gate.critical(), gate.focus(), gate.nearness(), gate.share()];
    let of = |verdict: Verdict| all.iter().filter(|one| **one == verdict).count();
    let (met, open) = (of(Verdict::Met), of(Verdict::Open));
    match (met, open) {
        (4, _) => "The gate: all four hold".to_owned(),
        (0, 4) => "The gate: all four are open".to_owned(),
        (0, 0) => "The gate: none of four holds yet".to_owned(),
        (met, 0) => format!("The gate: {} of four {} so far", number(met), if met == 1 { "holds" } else { "hold" }),
        (0, open) => format!("The gate: none of four holds yet, {} open", number(open)),
        (met, open) => {
            let holds = if met == 1 { "holds" } else { "hold" };
            format!("The gate: {} of four {holds}, {} open", number(met), number(open))
        }
    }
}
