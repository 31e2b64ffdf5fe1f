//! Enough: what holds of a person's standing whatever the skills that are still unrated turn out to be, and which of them to rate
//! next. Exact, by one property of the model: a higher rating never makes anything worse, and nothing above what is
//! asked makes it better. So the two ends, every unrated skill at none and every one at what is asked, bound all that can come.
//!
//! The conditions of the gate are asked of [`gate`] alone: a condition that is added there counts here. Sentences are absent.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, SkillIx, TitleIx};
use crate::domain::standing::gap::{Gap, heaviest_first, most_informative_first};
use crate::domain::standing::gate::{Gate, Standing, Verdict, gate};
use std::cmp::Reverse;
use std::num::NonZeroU32;

/// How many skills a round of ratings has, at most.
pub const ROUND: usize = 5;
/// How many gaps are the top gaps.
pub const TOP_GAPS: usize = 3;
/// How many skills have to block the gate for certain before a settled verdict is enough.
pub const BLOCKING: usize = 3;
/// How far readiness may lie from the middle of its range, in points, for the range to be narrow enough.
pub const WITHIN_POINTS: u32 = 8;

/// The width of a range of readiness: the points that are still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    /// Weight × required of what is unrated, in quarters.
    unrated: u32,
    /// Weight × required of all that the title asks, in quarters.
    asked: NonZeroU32,
}

impl Width {
    fn of(gaps: &[Gap]) -> Option<Self> {
        let asked = NonZeroU32::new(gaps.iter().map(Gap::at_stake).sum())?;
        Some(Self { unrated: gaps.iter().filter(|g| g.rated.is_none()).map(Gap::at_stake).sum(), asked })
    }

    /// In percentage points, 0 to 100, rounded to the nearest.
    pub fn points(self) -> u32 {
        (self.unrated * 200 + self.asked.get()) / (self.asked.get() * 2)
    }

    /// Whether readiness is known to ± this many points. Exact: nothing is rounded.
    pub fn is_within(self, points: u32) -> bool {
        self.unrated * 100 <= 2 * points * self.asked.get()
    }
}

/// Why the ratings are enough for an answer that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// The verdict of the gate is settled, and so are three of the skills that block it.
    Settled,
    /// Readiness is known to ±[`WITHIN_POINTS`] points.
    Narrow,
}

/// What is certain about a person and a title, and what is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certain {
    /// How they stand. A condition of the gate, where there is one, is decided unless its verdict is [`Verdict::Open`].
    pub standing: Standing,
    /// Rated skills that block the gate for certain: as long as one of them stays where it is, no ratings of the others pass it. The
    /// heaviest gap first; equals in the guide's order. None where there is no gate.
    pub blocking: Vec<SkillIx>,
    /// Unrated skills that may turn out to block it so, the one with the most at stake first.
    pub may_block: Vec<SkillIx>,
    /// Of the [`TOP_GAPS`] heaviest gaps those that stay among them, the heaviest first.
    pub top: Vec<SkillIx>,
    /// How wide the range of readiness is.
    pub width: Width,
}

/// Works it out from the gaps of a title, in the guide's order; none where these ask for nothing.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::enough::{Enough, certain};
/// use career_explorer::domain::standing::gap::gaps;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(1); guide.skills().len()]);
/// let certain = certain(&guide, head, &gaps(&guide, &ratings, head)).unwrap();
/// // All is rated, so nothing is left to turn out.
/// assert!(certain.may_block.is_empty() && certain.width.points() == 0);
/// assert_eq!((certain.can_pass(), certain.enough()), (false, Some(Enough::Narrow)));
/// ```
pub fn certain(guide: &Guide, title: TitleIx, gaps: &[Gap]) -> Option<Certain> {
    let (standing, width) = (Standing::of(guide, title, gaps)?, Width::of(gaps)?);
    let blockers = |are_rated| if standing.gate().is_some() { blockers(guide, gaps, are_rated) } else { Vec::new() };
    let (blocking, may_block) = (blockers(true), blockers(false));
    Some(Certain { standing, blocking, may_block, top: certain_top(gaps), width })
}

/// What [`Certain::enough`] says, where that alone is asked: it needs but a part of what is certain, and is asked with each rating.
pub fn enough(guide: &Guide, title: TitleIx, gaps: &[Gap]) -> Option<Enough> {
    let standing = Standing::of(guide, title, gaps)?;
    enough_with(&standing, Width::of(gaps)?, || blockers(guide, gaps, true).len())
}

fn enough_with(standing: &Standing, width: Width, blocking: impl FnOnce() -> usize) -> Option<Enough> {
    let is_settled = standing.gate().is_some_and(|gate| gate.passed() != Verdict::Open);
    if width.is_within(WITHIN_POINTS) {
        Some(Enough::Narrow)
    } else if is_settled && blocking() >= BLOCKING {
        Some(Enough::Settled)
    } else {
        None
    }
}

/// The skills that each keep the gate shut on their own: of those that are rated, or of the others, if they turn out to be none.
fn blockers(guide: &Guide, gaps: &[Gap], are_rated: bool) -> Vec<SkillIx> {
    let mut probe: Vec<Gap> = gaps.iter().map(|g| Gap { rated: Some(g.required), ..*g }).collect();
    let mut blocks = |place: usize, gap: &Gap| {
        let rated = gap.rated.unwrap_or_default();
        if gap.rated.is_some() != are_rated || rated >= gap.required {
            return false;
        }
        probe[place].rated = Some(rated);
        let blocks = gate(guide, &probe).is_some_and(|gate| gate.passed() == Verdict::NotMet);
        probe[place].rated = Some(gap.required);
        blocks
    };
    let mut found: Vec<Gap> = gaps.iter().enumerate().filter(|(place, gap)| blocks(*place, gap)).map(|(_, gap)| *gap).collect();
    sort_by_key(&mut found, |g| Reverse(if are_rated { g.weighted() } else { g.at_stake() }));
    found.iter().map(|g| g.skill).collect()
}

/// No rating to come pushes a gap further down the list than the one in which every unrated skill turns out to be none.
fn certain_top(gaps: &[Gap]) -> Vec<SkillIx> {
    let mut worst: Vec<Gap> = gaps.iter().map(|g| Gap { rated: Some(g.rated.unwrap_or_default()), ..*g }).collect();
    heaviest_first(&mut worst);
    let top = worst.iter().take(TOP_GAPS).filter(|g| g.weighted() > 0);
    top.map(|g| g.skill).filter(|skill| gaps.iter().any(|g| g.skill == *skill && g.rated.is_some())).collect()
}

impl Certain {
    /// The verdict of the gate: [`Verdict::Open`] while some ratings of the rest pass it and others don't. None where there is no gate.
    pub fn verdict(&self) -> Option<Verdict> {
        self.standing.gate().map(Gate::passed)
    }

    /// Whether there is a gate that can still be passed, as far as is known.
    pub fn can_pass(&self) -> bool {
        self.verdict().is_some_and(|verdict| verdict != Verdict::NotMet)
    }

    /// Whether the ratings are enough for an answer that holds, and why. Once they are, no further rating takes it back.
    pub fn enough(&self) -> Option<Enough> {
        enough_with(&self.standing, self.width, || self.blocking.len())
    }
}

/// Some skills to rate in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The skills, the one that decides the most first; 1 to [`ROUND`].
    pub skills: Vec<SkillIx>,
    /// The width of the range before.
    pub before: Width,
    /// The width after, whatever the ratings turn out to be.
    pub after: Width,
}

/// What is left to rate, in rounds of [`ROUND`] by what each skill decides, which is its weight × required: in the order in which
/// [`most_informative_first`] asks. A skill that the title does not ask decides nothing about it and is in no round.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::enough::{ROUND, rounds};
/// use career_explorer::domain::standing::gap::gaps;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let rounds = rounds(&gaps(&guide, &Ratings::from_values(Vec::new()), head));
/// assert_eq!(rounds[0].skills.len(), ROUND);
/// assert_eq!((rounds[0].before.points(), rounds[rounds.len() - 1].after.points()), (100, 0));
/// ```
pub fn rounds(gaps: &[Gap]) -> Vec<Round> {
    let stake = |skill: SkillIx| gaps.iter().find(|g| g.skill == skill).map_or(0, Gap::at_stake);
    let order: Vec<SkillIx> = most_informative_first(gaps).into_iter().filter(|s| stake(*s) > 0).collect();
    let Some(mut before) = Width::of(gaps) else { return Vec::new() };
    let round = |skills: &[SkillIx]| {
        let decided: u32 = skills.iter().map(|s| stake(*s)).sum();
        let after = Width { unrated: before.unrated - decided, ..before };
        let round = Round { skills: skills.to_vec(), before, after };
        before = after;
        round
    };
    order.chunks(ROUND).map(round).collect()
}
