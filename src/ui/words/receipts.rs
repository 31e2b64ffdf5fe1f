//! Receipts: their formulas, columns and sentences around the figures that the model gives.

use super::figures::PERCENT;
use super::{dates, figures, routes, scale};
use crate::domain::guide::Guide;
use crate::domain::receipt::{Basis, Clock, Figure, Receipt, Subject, Sum};
use crate::domain::standing::gate::GATE_PERCENT;

/// What to click, where nothing more specific fits.
pub const HOW: &str = "How this is worked out";
/// The heading of the terms, before those of the figures.
pub const TERM: &str = "Term";
/// The heading of what a term rests on, behind those of the figures.
pub const RESTS_ON: &str = "Rests on";

/// A receipt in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The figure's name.
    pub name: String,
    /// The formula in words and signs.
    pub formula: &'static str,
    /// Headings of the figures of each term.
    pub columns: &'static [&'static str],
    /// The terms.
    pub terms: Vec<Line>,
    /// The sums and the figure, line by line.
    pub sums: Vec<String>,
}

/// A term in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// Its figures, one for each column.
    pub figures: Vec<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// A receipt in words.
pub fn text(guide: &Guide, receipt: &Receipt) -> Text {
    let (formula, columns, notes) = frame(receipt.subject);
    let line = |term: &crate::domain::receipt::Term| Line {
        name: term_name(guide, term.basis),
        figures: term.figures.iter().map(|one| figure(*one)).collect(),
        basis: term.basis,
    };
    let mut sums: Vec<String> = notes.iter().map(|note| (*note).to_owned()).collect();
    if let Subject::Readiness(..) = receipt.subject {
        sums.push(format!("Percentages are rounded down. The gate is at {GATE_PERCENT}{PERCENT}."));
    }
    sums.extend(receipt.sums.iter().map(|one| sum(guide, *one)));
    Text { name: name(guide, receipt.subject), formula, columns, terms: receipt.terms.iter().map(line).collect(), sums }
}

fn name(guide: &Guide, subject: Subject) -> String {
    match subject {
        Subject::Readiness(title, ready) => format!("Readiness for {}: {}", guide.title(title).name, figures::readiness(ready)),
        Subject::Covered(title, ready) => format!("Covered of {}: {}", guide.title(title).name, figures::readiness(ready)),
        Subject::Gap(skill) => guide.skill(skill).name.clone(),
        Subject::Arrival(from, to) => format!("Arrival: {from}–{to}"),
        Subject::Leg(to, gap) => format!("Gap before {}: {}", guide.title(to).name, figures::quarters(gap)),
        Subject::Pace(likely, late) => super::way::likely((likely, late)),
        Subject::Transfer(share) => format!("What carries over: {}", figures::percent(share)),
    }
}

/// The formula, the headings of the figures, and what is said before the sums.
const fn frame(subject: Subject) -> (&'static str, &'static [&'static str], &'static [&'static str]) {
    const READINESS: &str =
        "1 − Σ weight × gap ÷ Σ weight × required, which is Σ weight × min(rated, required) ÷ Σ weight × required";
    const MET: &[&str] = &["Weight", "Required", "Rated", "Weight × met", "Weight × required"];
    match subject {
        Subject::Readiness(..) => (READINESS, MET, &[]),
        Subject::Covered(..) => (READINESS, MET, &["Percentages are rounded down. They cover the skills of this guide only."]),
        Subject::Gap(_) => {
            ("weight × max(0, required − rated) ÷ Σ weight × required", &["Weight", "Required", "Rated", "Gap"], &[])
        }
        Subject::Arrival(..) => (
            "max(years before + years still to spend in the title one leaves, start of the next title's band)",
            &["Fast clock: years", "Usual clock: years"],
            &[],
        ),
        Subject::Leg(..) => (
            "Σ weight × max(0, required − what one has by then)",
            &["Weight", "Has by then", "Required", "Weight × gap"],
            &[
                "What one has by then: the rating, and all that the titles taken up on the way ask. An unrated skill is taken at what the current title asks.",
                "The biggest jump of a route is the gap before its heaviest move.",
            ],
        ),
        Subject::Pace(..) => (
            "likely Σ (O + 4M + P) ÷ 6 hours, late 1.28 × Σ (P − O) ÷ 6 hours more, since who is slow at one step is slow at all; never less than the longest row of months of one skill",
            &["Optimistic h", "Likely h", "Pessimistic h", "Mean h", "Months at least"],
            &["Hours on the job and beside it, one step after the other. The months of different skills run side by side."],
        ),
        Subject::Transfer(_) => (
            "Σ weight × min(first asks, second asks) ÷ Σ weight × second asks",
            &["Weight", "First asks", "Second asks", "Weight × both", "Weight × second"],
            &[],
        ),
    }
}

fn term_name(guide: &Guide, basis: Basis) -> String {
    match basis {
        Basis::Skill(skill) => guide.skill(skill).name.clone(),
        Basis::Move(number) => guide.title(guide.ends(number).1).name.clone(),
        Basis::Step(skill, level) => format!("{} to {level}", guide.skill(skill).name),
    }
}

/// Whose word a term is.
pub const fn source(basis: Basis) -> &'static str {
    match basis {
        Basis::Skill(_) => "Importance: the guide. Levels: our judgement.",
        Basis::Move(_) => "Bands: the guide. Dwell: our judgement.",
        Basis::Step(..) => "Our judgement",
    }
}

fn figure(figure: Figure) -> String {
    match figure {
        Figure::Quarters(sum) => figures::quarters(sum),
        Figure::UpTo(sum) => format!("0–{}", figures::quarters(sum)),
        Figure::Level(level) => level.to_string(),
        Figure::Unrated => "unrated".to_owned(),
        Figure::Short(levels) => levels.to_string(),
        Figure::Open => "open".to_owned(),
        Figure::Count(count) => count.to_string(),
        Figure::Clock(Clock { before, stay, served, band, after }) => {
            let served = served.map_or_else(String::new, |served| format!(" − {served}"));
            format!("max({before} + {stay}{served}, {band}) = {after}")
        }
    }
}

fn sum(guide: &Guide, sum: Sum) -> String {
    let share = |name: &str, share: crate::domain::base::share::Share| {
        let (part, whole) = (figures::quarters(share.part()), figures::quarters(share.whole().get()));
        format!("{name}{part} of {whole} = {}", figures::percent(share))
    };
    match sum {
        Sum::Share(one) => share("", one),
        Sum::Low(one) => share("Low end: ", one),
        Sum::High(one) => share("High end: ", one),
        Sum::Weight { weight, importance, in_focus } => {
            let (gives, importance) = (importance.base_weight(), scale::importance(importance));
            let focus = if in_focus { ", × 1.25 as the focus of this stage names it" } else { "" };
            format!("Weight {}: importance {importance} gives {gives}{focus}.", figures::quarters(weight.quarters()))
        }
        Sum::Points { weight, levels, asked } => format!(
            "{} × {levels} ÷ {} = {}\u{a0}points of readiness",
            figures::quarters(weight.quarters()),
            figures::quarters(asked.get()),
            figures::points(weight.quarters() * u32::from(levels), asked)
        ),
        Sum::PointsUpTo(at_stake, asked) => {
            format!("Unrated: between 0 and {}\u{a0}points of readiness", figures::points(at_stake, asked))
        }
        Sum::Served(years) => format!("Of the first stay, {} over.", figures::so_many(years.into(), "year is", "years are")),
        Sum::Begins(title) => format!("{} begins at {}.", guide.title(title).name, routes::bands(guide, title)),
        Sum::Years(years, this_year, arrival) => {
            let (from, to) = arrival.calendar(years, this_year);
            let (fast, usual) = (arrival.fast, arrival.usual);
            format!("{years}\u{a0}years of experience in {this_year}; {fast}\u{a0}years in {from}, {usual}\u{a0}years in {to}")
        }
        Sum::Total(gap) => format!("Sum: {}", figures::quarters(gap)),
        Sum::Months(months) => format!("Longest row of months of one skill: {months}"),
        Sum::Likely(hours, pace, by) => {
            let (a_week, correction) = (pace.hours_per_week, pace.effort_percent);
            let own = if pace.own_hours.iter().any(Option::is_some) { "your own hours for some levels, " } else { "" };
            format!(
                "Likely: {hours}\u{a0}h at {a_week}\u{a0}h a week, {own}your correction {correction}{PERCENT}: {}",
                dates::day(by)
            )
        }
        Sum::Late(hours, by) => format!("Late: {hours}\u{a0}h: {}", dates::day(by)),
    }
}
