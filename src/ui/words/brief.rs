//! The brief for a promotion, and the words of the files that one takes away: all in the person's own voice, or as headings.

use super::behaviours::to_do;
use super::figures::PERCENT;
use super::gaps::{figure, names, steps};
use super::{dates, plural, scale};
use crate::domain::analysis::Aim;
use crate::domain::base::day::Day;
use crate::domain::guide::{Dimension, Guide, Proficiency, SkillIx};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::gate::{GATE_PERCENT, Verdict};
use crate::domain::workbench::brief::{Brief, Missing};
use crate::domain::workbench::export::{csv, markdown};
use crate::domain::workbench::when::{Unit, When};

/// Where the person stands, in a few sentences. `ready` are the likely and the late day on which the gate's steps are done, with the
/// hours a week.
pub fn standing(guide: &Guide, aim: &Aim, brief: &Brief, ready: Option<(Day, Day, u8)>) -> String {
    let title = &guide.title(aim.target).name;
    let asked = aim.gaps.iter().filter(|gap| gap.required.get() > 0).count();
    let met = brief.claims.len() + brief.also.len() + brief.own.len();
    let shown = brief.claims.len() + brief.also.len();
    let unrated = match brief.unrated {
        0 => String::new(),
        n => format!(" {n} are unrated, which makes it a range."),
    };
    let gate = if aim.has_gate() { format!("; the gate is at {GATE_PERCENT}{PERCENT}") } else { String::new() };
    let rests = match shown {
        0 => " None of them has a result behind it yet.".to_owned(),
        n => format!(" {n} of the {met} {} on what is given below.", plural(n, "rests", "rest")),
    };
    let needs = match aim.gate().map(|gate| gate.passed()) {
        Some(Verdict::Met) => " All four conditions of the gate hold.".to_owned(),
        Some(_) => {
            let top: Vec<SkillIx> = brief.gaps.iter().take(2).map(|missing| missing.gap.skill).collect();
            let above = if top.is_empty() { String::new() } else { format!(", above all {}", names(guide, &top)) };
            format!(" What keeps me from the gate is {}{above}.", steps(&aim.smallest_set(guide)))
        }
        None => String::new(),
    };
    let ready = ready.map_or_else(String::new, |(likely, _, hours)| {
        format!(" At {hours} hours a week, work on the job included, I am likely ready in {}.", dates::month_and_year(likely))
    });
    format!(
        "I meet {met} of the {asked} skills that {title} asks for.{unrated} Counted by weight I am {} ready{gate}.{rests}{needs}{ready}",
        figure(aim.readiness)
    )
}

/// Whether a condition holds, as a word in a table.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not met",
        Verdict::Open => "open",
    }
}

/// Skills with their levels, as `Time management (3 of 3), Cloud (4 of 3)`.
pub fn levels(guide: &Guide, gaps: &[Gap]) -> String {
    let each = gaps.iter().map(|gap| {
        let rated = gap.rated.map_or_else(|| "unrated".to_owned(), |rated| rated.to_string());
        format!("{} ({rated} of {})", guide.skill(gap.skill).short, gap.required)
    });
    each.collect::<Vec<String>>().join(", ")
}

/// A point in time, as exactly as it is known.
pub fn when(when: When) -> String {
    match when.unit() {
        Unit::Day => dates::day(when.first()),
        Unit::Month => dates::month_and_year(when.first()),
        Unit::Year => when.first().year().to_string(),
    }
}

/// By when a step is done.
pub fn by(day: Option<Day>) -> String {
    day.map_or_else(|| "No date yet".to_owned(), |day| format!("By {}", dates::month_and_year(day)))
}

/// What a step is.
pub fn step(guide: &Guide, skill: SkillIx, level: Proficiency) -> String {
    let line = usize::from(level.get()).checked_sub(1).and_then(|place| guide.skill(skill).can.get(place));
    line.map_or_else(|| format!("Reach level {level}."), |line| to_do(line))
}

/// Over the gaps that are not among the heaviest.
pub fn others(count: usize) -> String {
    if count == 1 { "The other one".to_owned() } else { format!("The other {count}") }
}

/// When the person is ready: likely, and late where that is another month.
pub fn ready(likely: Day, late: Day) -> String {
    let (likely, late) = (dates::month_and_year(likely), dates::month_and_year(late));
    if likely == late { format!("Ready likely in {likely}.") } else { format!("Ready likely in {likely}, late in {late}.") }
}

/// When the last of a gap's steps is done, for a list of gaps.
pub fn closed(missing: &Missing) -> String {
    let last = missing.steps.iter().filter_map(|step| step.by).max();
    last.map_or_else(|| "can wait".to_owned(), dates::short_month_and_year)
}

/// The words of the table of gaps, for spreadsheets.
pub const CSV: csv::Labels<'static> = csv::Labels {
    skill: "Skill",
    dimension: "Dimension",
    asked: "Asked",
    rated: "Rated",
    missing: "Short",
    weight: "Weight",
    points: "Points of readiness",
    dimensions: dimensions(),
};

const fn dimensions() -> [&'static str; 4] {
    let [a, b, c, d] = Dimension::ALL;
    [scale::dimension(a), scale::dimension(b), scale::dimension(c), scale::dimension(d)]
}

/// The words of a plan as Markdown.
pub const MARKDOWN: markdown::Labels<'static> = markdown::Labels {
    gaps: "Gaps, the heaviest first",
    gap_columns: ["Skill", "Asked", "Rated", "Short"],
    unrated: "unrated",
    evidence: "Evidence",
    evidence_columns: ["When", "What", "Measured", "Shows"],
    change: "→",
};
