//! Receipts: the arithmetic behind each figure on screen, term by term, with what each term rests on.
//!
//! A receipt is worked out from the same values as its figure, and its last sum is that figure again. All of it is values: what the
//! formulas, columns and sums say stands in the user interface.

use crate::domain::base::day::Day;
use crate::domain::base::share::Share;
use crate::domain::guide::{Guide, Importance, Proficiency, SkillIx, TitleIx, Weight};
use crate::domain::journey::clock::Arrival;
use crate::domain::journey::pace::{Effort, hours};
use crate::domain::journey::routes::{Leg, Route};
use crate::domain::journey::steps::{Action, effort};
use crate::domain::plan::{Experience, Pace};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::readiness::{Readiness, readiness};
use crate::domain::standing::transfer::transfer;
use std::num::NonZeroU32;

/// What a term is about, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A skill: the guide's entry of it (its importance), and this project's requirement of it.
    Skill(SkillIx),
    /// A move, by its number: the guide's years of the title at its end, and this project's dwell.
    Move(usize),
    /// A level step: this project's hours for reaching the level.
    Step(SkillIx, Proficiency),
}

/// A figure of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A weight, or a sum of weighted levels, in quarters: 15 is 3.75.
    Quarters(u32),
    /// What an unrated skill may come to: anything from 0 to so many quarters.
    UpTo(u32),
    /// A level.
    Level(Proficiency),
    /// No level: the skill is unrated.
    Unrated,
    /// So many levels short.
    Short(u8),
    /// It is open how many levels short, since the skill is unrated.
    Open,
    /// So many hours, or months.
    Count(u32),
    /// The arrival by one clock: max(before + stay − served, band).
    Clock(Clock),
}

/// How one clock comes to the years of experience on taking up a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The years before.
    pub before: u16,
    /// How long people stay in the title that is left.
    pub stay: u8,
    /// The years of this stay that are over, at most `stay`; none where this is not the first move, or nothing is known of it.
    pub served: Option<u8>,
    /// Where the band of the title begins.
    pub band: u8,
    /// The years on taking it up.
    pub after: u16,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is about, and what it rests on.
    pub basis: Basis,
    /// Its figures, one for each column of the receipt.
    pub figures: Vec<Figure>,
}

/// Which figure a receipt is of, with the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Readiness for a title.
    Readiness(TitleIx, Readiness),
    /// How much of a related path is covered, which is no readiness.
    Covered(TitleIx, Readiness),
    /// What the gap of a skill takes off readiness.
    Gap(SkillIx),
    /// The calendar years of arrival by the fast clock and by the usual one.
    Arrival(i32, i32),
    /// The weighted gap of the leg to a title, in quarters.
    Leg(TitleIx, u32),
    /// The days by which a row of actions is done: likely, and late.
    Pace(Day, Day),
    /// What carries over from one title to another.
    Transfer(Share),
}

/// A line of sums below the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// A share, both parts of which are in quarters.
    Share(Share),
    /// The low end of a range of shares.
    Low(Share),
    /// Its high end.
    High(Share),
    /// How the weight of a skill comes about: by its importance, and more where the focus of the title's stage names it.
    Weight {
        /// The weight.
        weight: Weight,
        /// The importance of the skill.
        importance: Importance,
        /// Whether the focus names it.
        in_focus: bool,
    },
    /// Weight × levels ÷ all that is asked, in quarters.
    Points {
        /// The weight.
        weight: Weight,
        /// Levels short.
        levels: u8,
        /// Weight × required over all skills, in quarters.
        asked: NonZeroU32,
    },
    /// What an unrated skill takes off at the most: so many quarters of all that are asked.
    PointsUpTo(u32, NonZeroU32),
    /// So many years of the first stay are over; 1 or more.
    Served(u8),
    /// When the title at the end begins: its band on both clocks.
    Begins(TitleIx),
    /// The years of experience in a calendar year, and those on arrival.
    Years(u8, i32, Arrival),
    /// The sum of the terms, in quarters.
    Total(u32),
    /// The longest row of months of one skill.
    Months(u32),
    /// The hours that it likely takes at a pace, and the day.
    Likely(u32, Pace, Day),
    /// The hours that it takes if it takes long, and the day.
    Late(u32, Day),
}

/// The arithmetic of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Which figure.
    pub subject: Subject,
    /// The terms.
    pub terms: Vec<Term>,
    /// The sums, line by line; the last one is the figure.
    pub sums: Vec<Sum>,
}

fn rated(rating: Option<Proficiency>) -> Figure {
    rating.map_or(Figure::Unrated, Figure::Level)
}

fn weight(weight: Weight) -> Figure {
    Figure::Quarters(weight.quarters())
}

/// Readiness for a title, from its gaps; none where these ask for nothing.
pub fn of_readiness(guide: &Guide, gaps: &[Gap], title: TitleIx) -> Option<Receipt> {
    let ready = readiness(gaps)?;
    let term = |gap: &Gap| {
        let met = gap.rated.map(|r| gap.weight.quarters() * u32::from(r.min(gap.required).get()));
        let met = met.map_or(Figure::UpTo(gap.at_stake()), Figure::Quarters);
        let figures =
            vec![weight(gap.weight), Figure::Level(gap.required), rated(gap.rated), met, Figure::Quarters(gap.at_stake())];
        Term { basis: Basis::Skill(gap.skill), figures }
    };
    let sums = if ready.low() == ready.high() {
        vec![Sum::Share(ready.low())]
    } else {
        vec![Sum::Low(ready.low()), Sum::High(ready.high())]
    };
    let terms = gaps.iter().filter(|g| g.required.get() > 0).map(term).collect();
    let subject = if guide.is_onward(title) { Subject::Covered } else { Subject::Readiness };
    Some(Receipt { subject: subject(title, ready), terms, sums })
}

/// What one gap takes off readiness, among all the gaps of a title; none where these ask for nothing.
pub fn of_gap(guide: &Guide, gap: &Gap, all: &[Gap], title: TitleIx) -> Option<Receipt> {
    let asked = readiness(all)?.asked();
    let points = match gap.levels() {
        Some(levels) => Sum::Points { weight: gap.weight, levels, asked },
        None => Sum::PointsUpTo(gap.at_stake(), asked),
    };
    let weighs =
        Sum::Weight { weight: gap.weight, importance: guide.importance(gap.skill), in_focus: guide.in_focus(title, gap.skill) };
    let short = gap.levels().map_or(Figure::Open, Figure::Short);
    let figures = vec![weight(gap.weight), Figure::Level(gap.required), rated(gap.rated), short];
    Some(Receipt {
        subject: Subject::Gap(gap.skill),
        terms: vec![Term { basis: Basis::Skill(gap.skill), figures }],
        sums: vec![weighs, points],
    })
}

/// The arrival of a route, leg by leg, on both clocks.
pub fn of_arrival(guide: &Guide, route: &Route, so_far: Experience, this_year: i32) -> Receipt {
    let Experience { years, mut served } = so_far;
    let mut before = Arrival::now(years);
    let term = |leg: &Leg| {
        let (short, long) = guide.dwell(leg.number);
        let (fast, usual) = (guide.fast_band(leg.to).from, guide.usual_band(leg.to).from);
        let over = |stay: u8| (served > 0).then(|| served.min(stay));
        let figures = vec![
            Figure::Clock(Clock { before: before.fast, stay: short, served: over(short), band: fast, after: leg.arrival.fast }),
            Figure::Clock(Clock { before: before.usual, stay: long, served: over(long), band: usual, after: leg.arrival.usual }),
        ];
        (before, served) = (leg.arrival, 0);
        Term { basis: Basis::Move(leg.number), figures }
    };
    let terms = route.legs.iter().map(term).collect();
    let (from, to) = route.arrival().calendar(years, this_year);
    let mut sums = Vec::new();
    if so_far.served > 0 {
        sums.push(Sum::Served(so_far.served));
    }
    if let Some(leg) = route.legs.last()
        && !guide.is_onward(leg.to)
    {
        sums.push(Sum::Begins(leg.to));
    }
    sums.push(Sum::Years(years, this_year, route.arrival()));
    Receipt { subject: Subject::Arrival(from, to), terms, sums }
}

/// The weighted gap of a leg.
pub fn of_leg(guide: &Guide, leg: &Leg) -> Receipt {
    let terms = leg.raises.iter().map(|raise| {
        let of_skill = guide.weight(leg.to, raise.skill);
        let sum = Figure::Quarters(of_skill.quarters() * raise.levels());
        Term {
            basis: Basis::Skill(raise.skill),
            figures: vec![weight(of_skill), Figure::Level(raise.from), Figure::Level(raise.to), sum],
        }
    });
    Receipt { subject: Subject::Leg(leg.to, leg.gap), terms: terms.collect(), sums: vec![Sum::Total(leg.gap)] }
}

/// The days by which a row of actions is done.
pub fn of_pace(guide: &Guide, actions: &[Action], pace: Pace, today: Day) -> Receipt {
    let terms = actions.iter().map(|action| {
        let guesses = hours(guide, action.skill, action.level).map_or([0; 3], |h| [h.optimistic, h.likely, h.pessimistic]);
        let one = Effort::of_step(guide, action.skill, action.level);
        let mean = whole(one.likely_hours(Pace { effort_percent: 100, ..pace }));
        let counts = guesses.map(u32::from).into_iter().chain([mean, one.months()]);
        Term { basis: Basis::Step(action.skill, action.level), figures: counts.map(Figure::Count).collect() }
    });
    let terms = terms.collect();
    let all = effort(guide, actions);
    let (likely, late) = all.dates(pace, today);
    Receipt {
        subject: Subject::Pace(likely, late),
        terms,
        sums: vec![
            Sum::Months(all.months()),
            Sum::Likely(whole(all.likely_hours(pace)), pace, likely),
            Sum::Late(whole(all.late_hours(pace)), late),
        ],
    }
}

fn whole(hours: f64) -> u32 {
    hours.round() as u32
}

/// What carries over from one title to another; none where the other asks for nothing.
pub fn of_transfer(guide: &Guide, from: TitleIx, to: TitleIx) -> Option<Receipt> {
    let share = transfer(guide, from, to)?;
    let asked = guide.skills().filter(|&skill| guide.required(to, skill).get() > 0);
    let terms = asked.map(|skill| {
        let (has, asks, of_skill) = (guide.required(from, skill), guide.required(to, skill), guide.weight(to, skill));
        let weighted = |level: Proficiency| Figure::Quarters(of_skill.quarters() * u32::from(level.get()));
        Term {
            basis: Basis::Skill(skill),
            figures: vec![weight(of_skill), Figure::Level(has), Figure::Level(asks), weighted(has.min(asks)), weighted(asks)],
        }
    });
    Some(Receipt { subject: Subject::Transfer(share), terms: terms.collect(), sums: vec![Sum::Share(share)] })
}
