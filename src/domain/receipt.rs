//! Receipts: the arithmetic behind each figure on screen, term by term, with what each term rests on.
//!
//! A receipt is worked out from the same values as its figure, and its last line is that figure again.

use crate::domain::base::day::Day;
use crate::domain::base::share::{Share, points};
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::journey::clock::{Arrival, bands_in_words};
use crate::domain::journey::pace::{Effort, hours};
use crate::domain::journey::routes::{Leg, Route};
use crate::domain::journey::steps::{Action, effort};
use crate::domain::plan::{Experience, Pace};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::gate::GATE_PERCENT;
use crate::domain::standing::readiness::readiness;
use crate::domain::standing::transfer::transfer;

/// What a term rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The guide's entry of a skill (its importance), and this project's requirement of it.
    Skill(SkillIx),
    /// The guide's years of a title.
    Title(TitleIx),
    /// This project's dwell of a move, by its number.
    Move(usize),
    /// This project's hours for reaching a level.
    Effort(Proficiency),
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is.
    pub name: String,
    /// Its figures, one for each column of the receipt.
    pub figures: Vec<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// The arithmetic of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The figure's name.
    pub name: String,
    /// The formula in words and signs.
    pub formula: &'static str,
    /// Headings of the figures of each term.
    pub columns: &'static [&'static str],
    /// The terms.
    pub terms: Vec<Term>,
    /// The sums and the figure, line by line.
    pub sums: Vec<String>,
}

/// A weighted sum kept in quarters, as a decimal: 15 is `3.75`.
pub fn quarters(sum: u32) -> String {
    let fraction = ["", ".25", ".5", ".75"][(sum % 4) as usize];
    format!("{}{fraction}", sum / 4)
}

fn rated(rating: Option<Proficiency>) -> String {
    rating.map_or_else(|| "unrated".to_owned(), |r| r.to_string())
}

/// Readiness for a title, from its gaps; none where these ask for nothing.
pub fn of_readiness(guide: &Guide, gaps: &[Gap], title: TitleIx) -> Option<Receipt> {
    let ready = readiness(gaps)?;
    let terms = gaps
        .iter()
        .filter(|g| g.required.get() > 0)
        .map(|gap| {
            let met = gap.rated.map(|r| gap.weight.quarters() * u32::from(r.min(gap.required).get()));
            let met = met.map_or_else(|| format!("0–{}", quarters(gap.at_stake())), quarters);
            Term {
                name: guide.skill(gap.skill).name.clone(),
                figures: vec![gap.weight.to_string(), gap.required.to_string(), rated(gap.rated), met, quarters(gap.at_stake())],
                basis: Basis::Skill(gap.skill),
            }
        })
        .collect();
    let onward = guide.is_onward(title);
    let mut sums = vec![if onward {
        "Percentages are rounded down. They cover the skills of this guide only.".to_owned()
    } else {
        format!("Percentages are rounded down. The gate is at {GATE_PERCENT} %.")
    }];
    let mut end = |name: &str, share: Share| {
        sums.push(format!("{name}{} of {} = {share}", quarters(share.part()), quarters(share.whole().get())));
    };
    if ready.low() == ready.high() {
        end("", ready.low());
    } else {
        end("Low end: ", ready.low());
        end("High end: ", ready.high());
    }
    Some(Receipt {
        name: format!("{} {}: {}", if onward { "Covered of" } else { "Readiness for" }, guide.title(title).name, ready.in_words()),
        formula: "1 − Σ weight × gap ÷ Σ weight × required, which is Σ weight × min(rated, required) ÷ Σ weight × required",
        columns: &["Weight", "Required", "Rated", "Weight × met", "Weight × required"],
        terms,
        sums,
    })
}

/// What one gap takes off readiness, among all the gaps of a title; none where these ask for nothing.
pub fn of_gap(guide: &Guide, gap: &Gap, all: &[Gap], title: TitleIx) -> Option<Receipt> {
    let asked = readiness(all)?.asked();
    let importance = guide.importance(gap.skill);
    let focus = if guide.in_focus(title, gap.skill) { ", × 1.25 as the focus of this stage names it" } else { "" };
    let mut sums =
        vec![format!("Weight {}: importance {} gives {}{focus}.", gap.weight, importance.name(), importance.base_weight())];
    match gap.levels() {
        Some(levels) => sums.push(format!(
            "{} × {levels} ÷ {} = {} points of readiness",
            gap.weight,
            quarters(asked.get()),
            points(gap.weighted(), asked)
        )),
        None => sums.push(format!("Unrated: between 0 and {} points of readiness", points(gap.at_stake(), asked))),
    }
    Some(Receipt {
        name: guide.skill(gap.skill).name.clone(),
        formula: "weight × max(0, required − rated) ÷ Σ weight × required",
        columns: &["Weight", "Required", "Rated", "Gap"],
        terms: vec![Term {
            name: guide.skill(gap.skill).name.clone(),
            figures: vec![
                gap.weight.to_string(),
                gap.required.to_string(),
                rated(gap.rated),
                gap.levels().map_or_else(|| "open".to_owned(), |l| l.to_string()),
            ],
            basis: Basis::Skill(gap.skill),
        }],
        sums,
    })
}

/// The arrival of a route, leg by leg, on both clocks.
pub fn of_arrival(guide: &Guide, route: &Route, so_far: Experience, this_year: i32) -> Receipt {
    let Experience { years, mut served } = so_far;
    let mut before = Arrival::now(years);
    let terms = route
        .legs
        .iter()
        .map(|leg| {
            let (short, long) = guide.dwell(leg.number);
            let (fast, usual) = (guide.fast_band(leg.to).from, guide.usual_band(leg.to).from);
            let over = |stay: u8| if served == 0 { String::new() } else { format!(" − {}", served.min(stay)) };
            let figures = vec![
                format!("max({} + {short}{}, {fast}) = {}", before.fast, over(short), leg.arrival.fast),
                format!("max({} + {long}{}, {usual}) = {}", before.usual, over(long), leg.arrival.usual),
            ];
            (before, served) = (leg.arrival, 0);
            Term { name: guide.title(leg.to).name.clone(), figures, basis: Basis::Move(leg.number) }
        })
        .collect();
    let (from, to) = route.arrival().calendar(years, this_year);
    let mut sums = Vec::new();
    if so_far.served > 0 {
        sums.push(format!(
            "Of the first stay, {} {} over.",
            so_far.served,
            if so_far.served == 1 { "year is" } else { "years are" }
        ));
    }
    if let Some(leg) = route.legs.last()
        && !guide.is_onward(leg.to)
    {
        sums.push(format!("{} begins at {}.", guide.title(leg.to).name, bands_in_words(guide, leg.to)));
    }
    sums.push(format!(
        "{years} years of experience in {this_year}; {} years in {from}, {} years in {to}",
        route.arrival().fast,
        route.arrival().usual
    ));
    Receipt {
        name: format!("Arrival: {from}–{to}"),
        formula: "max(years before + years still to spend in the title one leaves, start of the next title's band)",
        columns: &["Fast clock: years", "Usual clock: years"],
        terms,
        sums,
    }
}

/// The weighted gap of a leg.
pub fn of_leg(guide: &Guide, leg: &Leg) -> Receipt {
    let terms = leg
        .raises
        .iter()
        .map(|raise| {
            let weight = guide.weight(leg.to, raise.skill);
            Term {
                name: guide.skill(raise.skill).name.clone(),
                figures: vec![
                    weight.to_string(),
                    raise.from.to_string(),
                    raise.to.to_string(),
                    quarters(weight.quarters() * raise.levels()),
                ],
                basis: Basis::Skill(raise.skill),
            }
        })
        .collect();
    Receipt {
        name: format!("Gap before {}: {}", guide.title(leg.to).name, quarters(leg.gap)),
        formula: "Σ weight × max(0, required − what one has by then)",
        columns: &["Weight", "Has by then", "Required", "Weight × gap"],
        terms,
        sums: vec![
            "What one has by then: the rating, and all that the titles taken up on the way ask. An unrated skill is taken at what the current title asks.".to_owned(),
            "The gap of a route is that of its heaviest leg.".to_owned(),
            format!("Sum: {}", quarters(leg.gap)),
        ],
    }
}

/// The days by which a row of actions is done.
pub fn of_pace(guide: &Guide, actions: &[Action], pace: Pace, today: Day) -> Receipt {
    let terms = actions
        .iter()
        .map(|action| {
            let guesses = hours(guide, action.skill, action.level).map_or([0; 3], |h| [h.optimistic, h.likely, h.pessimistic]);
            let one = Effort::of_step(guide, action.skill, action.level);
            let mut figures: Vec<String> = guesses.iter().map(ToString::to_string).collect();
            figures.push(whole(one.likely_hours(Pace { effort_percent: 100, ..pace })).to_string());
            figures.push(one.months().to_string());
            Term {
                name: format!("{} to {}", guide.skill(action.skill).name, action.level),
                figures,
                basis: Basis::Effort(action.level),
            }
        })
        .collect();
    let all = effort(guide, actions);
    let (likely, late) = all.dates(pace, today);
    Receipt {
        name: format!("Likely {}, late {}", likely.month_and_year(), late.month_and_year()),
        formula: "likely Σ (O + 4M + P) ÷ 6 hours, late 1.28 × Σ (P − O) ÷ 6 hours more, since who is slow at one step is slow at all; never less than the longest row of months of one skill",
        columns: &["Optimistic h", "Likely h", "Pessimistic h", "Mean h", "Months at least"],
        terms,
        sums: vec![
            "Hours on the job and beside it, one step after the other. The months of different skills run side by side.".to_owned(),
            format!("Longest row of months of one skill: {}", all.months()),
            format!(
                "Likely: {} h at {} h a week, your correction {} %: {}",
                whole(all.likely_hours(pace)),
                pace.hours_per_week,
                pace.effort_percent,
                likely.in_words()
            ),
            format!("Late: {} h: {}", whole(all.late_hours(pace)), late.in_words()),
        ],
    }
}

fn whole(hours: f64) -> u32 {
    hours.round() as u32
}

/// What carries over from one title to another; none where the other asks for nothing.
pub fn of_transfer(guide: &Guide, from: TitleIx, to: TitleIx) -> Option<Receipt> {
    let share = transfer(guide, from, to)?;
    let terms = guide
        .skills()
        .filter(|&skill| guide.required(to, skill).get() > 0)
        .map(|skill| {
            let (has, asks, weight) = (guide.required(from, skill), guide.required(to, skill), guide.weight(to, skill));
            Term {
                name: guide.skill(skill).name.clone(),
                figures: vec![
                    weight.to_string(),
                    has.to_string(),
                    asks.to_string(),
                    quarters(weight.quarters() * u32::from(has.min(asks).get())),
                    quarters(weight.quarters() * u32::from(asks.get())),
                ],
                basis: Basis::Skill(skill),
            }
        })
        .collect();
    Some(Receipt {
        name: format!("What carries over: {share}"),
        formula: "Σ weight × min(first asks, second asks) ÷ Σ weight × second asks",
        columns: &["Weight", "First asks", "Second asks", "Weight × both", "Weight × second"],
        terms,
        sums: vec![format!("{} of {} = {share}", quarters(share.part()), quarters(share.whole().get()))],
    })
}
