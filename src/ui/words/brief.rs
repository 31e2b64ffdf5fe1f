//! The brief for a promotion, and the words of the files that one takes away: all in the person's own voice, or as headings.

use super::behaviours::to_do;
use super::figures::PERCENT;
use super::gaps::{figure, names, steps};
use super::{dates, plural, scale, way};
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

/// The same for a narrow column: `15 Sep 2026`.
pub fn short_when(at: When) -> String {
    match at.unit() {
        Unit::Day => format!("{} {}", at.first().day_of_month(), dates::short_month_and_year(at.first())),
        Unit::Month => dates::short_month_and_year(at.first()),
        Unit::Year => when(at),
    }
}

/// By when a step is done.
pub fn by(day: Option<Day>) -> String {
    day.map_or_else(|| "No date yet".to_owned(), |day| format!("By {}", dates::month_and_year(day)))
}

/// How far a gap is, with what it costs: `1 of 4 asked, 3.8 points`.
pub fn gap(gap: &Gap, points: &str) -> String {
    let rated = gap.rated.map_or_else(|| "unrated".to_owned(), |rated| rated.to_string());
    format!("{rated} of {} asked, {points} points", gap.required)
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

/// By when the person is ready, and how that goes with the years in which the time in the present title allows the move, where they are known.
pub fn ready(likely: Day, late: Day, allowed: Option<(i32, i32)>) -> String {
    let ready = format!("Ready likely in {}{}.", dates::month_and_year(likely), way::or_late(likely, late));
    let Some((from, to)) = allowed else { return ready };
    let years = if from == to { format!("in {from}") } else { format!("between {from} and {to}") };
    let meets = match likely.year() {
        year if year < from => "I am likely ready before that",
        year if year > to => "I am likely ready later than that",
        _ if from == to => "I am likely ready in that year",
        _ => "I am likely ready within that time",
    };
    format!("{ready} Time in the present title usually allows the move {years}: {meets}.")
}

/// What stands at the beginning of the line of time.
pub const TODAY: &str = "today";
/// What stands at the years in which the move is usual.
pub const ALLOWED: &str = "time in my title allows it";

/// What stands at the likely day: in full, and where that has no room.
pub fn ready_label(likely: Day, late: Day) -> [String; 2] {
    let month = dates::short_month_and_year(likely);
    [format!("ready: likely {}{}", dates::month_and_year(likely), way::or_late(likely, late)), format!("ready {month}")]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_a_narrow_column_are_short() {
        for (text, words) in
            [("2026-09-05", "5 Sep 2026"), ("2028-02-29", "29 Feb 2028"), ("2026-05", "May 2026"), ("2026", "2026")]
        {
            assert_eq!(When::parse(text).map(short_when).as_deref(), Some(words));
        }
    }

    #[test]
    fn by_when_says_how_it_goes_with_the_time_in_the_title() {
        let day = |text| Day::parse(text).expect("a day");
        let (likely, late) = (day("2029-07-14"), day("2030-03-01"));
        let said = |allowed| ready(likely, late, allowed);
        let first = "Ready likely in July 2029, or March 2030 if it goes slowly.";
        assert_eq!(said(None), first);
        assert_eq!(ready(likely, day("2029-07-31"), None), "Ready likely in July 2029.");
        for (allowed, words) in [
            ((2030, 2032), "between 2030 and 2032: I am likely ready before that."),
            ((2027, 2029), "between 2027 and 2029: I am likely ready within that time."),
            ((2027, 2028), "between 2027 and 2028: I am likely ready later than that."),
            ((2029, 2029), "in 2029: I am likely ready in that year."),
        ] {
            assert_eq!(said(Some(allowed)), format!("{first} Time in the present title usually allows the move {words}"));
        }
        assert_eq!(ready_label(likely, late), ["ready: likely July 2029, or March 2030 if it goes slowly", "ready Jul 2029"]);
    }
}
