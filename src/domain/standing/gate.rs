//! The gate: when a person counts as ready for a title. Four conditions, each shown on its own: no Critical skill below its
//! requirement, no skill that the focus of the title's stage names below it, none more than one level below, readiness of 85 % or more.
//!
//! The second one is what a promotion is about: without it, a person with exactly the profile of the title before would pass most
//! gates without learning anything. Related paths have no gate: they ask for more than the skills of this guide, and it cannot say what.

use crate::domain::guide::{Guide, Importance, SkillIx, TitleIx};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::readiness::{Readiness, readiness};

/// The readiness that the gate asks for, in percent.
pub const GATE_PERCENT: u32 = 85;
/// How many levels below its requirement a skill may be that is neither Critical nor in focus.
pub const GATE_LEVELS: u8 = 1;

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It fails, whatever the unrated skills turn out to be.
    NotMet,
    /// It depends on skills that are unrated.
    Open,
    /// It holds, whatever the unrated skills turn out to be.
    Met,
}

/// Where a person stands with regard to a title: what can be said depends on the kind of title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A title on a track: readiness, and the gate.
    Leading(Gate),
    /// A related path: how much of what it asks of the guide's skills is there. Other skills are not covered, so this is no readiness.
    Onward(Readiness),
}

impl Standing {
    /// From the gaps of a title; none where these ask for nothing.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::plan::Ratings;
    /// use career_explorer::domain::standing::gap::gaps;
    /// use career_explorer::domain::standing::gate::Standing;
    ///
    /// let guide = content::guide().unwrap();
    /// let standing = |id: &str| {
    ///     let title = guide.title_by_id(&id.into()).unwrap();
    ///     Standing::of(&guide, title, &gaps(&guide, &Ratings::from_values(Vec::new()), title)).unwrap()
    /// };
    /// assert!(standing("head-of-engineering").gate().is_some());
    /// assert!(standing("board-advisor").gate().is_none());
    /// ```
    pub fn of(guide: &Guide, title: TitleIx, gaps: &[Gap]) -> Option<Self> {
        if guide.is_onward(title) { readiness(gaps).map(Self::Onward) } else { gate(guide, gaps).map(Self::Leading) }
    }

    /// The weighted share of what the title asks of the guide's skills: readiness, or how much of a related path is covered.
    pub fn share(&self) -> Readiness {
        match self {
            Self::Leading(gate) => gate.readiness,
            Self::Onward(covered) => *covered,
        }
    }

    /// The gate; `None` for a related path.
    pub fn gate(&self) -> Option<&Gate> {
        match self {
            Self::Leading(gate) => Some(gate),
            Self::Onward(_) => None,
        }
    }
}

/// How far a skill may be below its requirement at the gate.
pub fn tolerance(guide: &Guide, gap: &Gap) -> u8 {
    if guide.importance(gap.skill) == Importance::Critical || gap.weight.in_focus() { 0 } else { GATE_LEVELS }
}

/// The gate of a title on a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Critical skills below their requirement.
    pub critical_short: Vec<SkillIx>,
    /// Critical skills that are unrated.
    pub critical_unrated: Vec<SkillIx>,
    /// Skills of the stage's focus below their requirement.
    pub focus_short: Vec<SkillIx>,
    /// Skills of the stage's focus that are unrated.
    pub focus_unrated: Vec<SkillIx>,
    /// Skills more than one level below their requirement.
    pub far: Vec<SkillIx>,
    /// Unrated skills that could be more than one level below it.
    pub far_unrated: Vec<SkillIx>,
    /// Readiness.
    pub readiness: Readiness,
}

/// The gate from the gaps of a title on a track; none where these ask for nothing. [`Standing::of`] says whether a title has one.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::standing::gate::{Verdict, gate};
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let with = |level| gaps(&guide, &Ratings::from_values(vec![level; guide.skills().len()]), head);
/// let passed = |level| gate(&guide, &with(level)).unwrap().passed();
/// assert_eq!(passed(Some(Proficiency::MAX)), Verdict::Met);
/// assert_eq!(passed(Proficiency::new(1)), Verdict::NotMet);
/// assert_eq!(passed(None), Verdict::Open);
/// ```
pub fn gate(guide: &Guide, gaps: &[Gap]) -> Option<Gate> {
    let readiness = readiness(gaps)?;
    let asks = |g: &&Gap| g.required.get() > 0;
    let critical = |g: &Gap| guide.importance(g.skill) == Importance::Critical;
    let focus = |g: &Gap| g.weight.in_focus();
    let short = |g: &Gap| g.levels().is_some_and(|l| l > 0);
    let skills = |is_one: &dyn Fn(&Gap) -> bool| gaps.iter().filter(asks).filter(|g| is_one(g)).map(|g| g.skill).collect();
    Some(Gate {
        critical_short: skills(&|g| critical(g) && short(g)),
        critical_unrated: skills(&|g| critical(g) && g.rated.is_none()),
        focus_short: skills(&|g| focus(g) && short(g)),
        focus_unrated: skills(&|g| focus(g) && g.rated.is_none()),
        far: skills(&|g| g.levels().is_some_and(|l| l > GATE_LEVELS)),
        far_unrated: skills(&|g| g.rated.is_none() && g.required.get() > GATE_LEVELS),
        readiness,
    })
}

impl Gate {
    /// No Critical skill below its requirement.
    pub fn critical(&self) -> Verdict {
        verdict(self.critical_short.is_empty(), self.critical_unrated.is_empty())
    }

    /// No skill of the stage's focus below its requirement.
    pub fn focus(&self) -> Verdict {
        verdict(self.focus_short.is_empty(), self.focus_unrated.is_empty())
    }

    /// No skill more than one level below its requirement.
    pub fn nearness(&self) -> Verdict {
        verdict(self.far.is_empty(), self.far_unrated.is_empty())
    }

    /// Readiness of 85 % or more.
    pub fn share(&self) -> Verdict {
        verdict(self.readiness.high().reaches(GATE_PERCENT), self.readiness.low().reaches(GATE_PERCENT))
    }

    /// All four at once.
    pub fn passed(&self) -> Verdict {
        self.critical().min(self.focus()).min(self.nearness()).min(self.share())
    }
}

fn verdict(possible: bool, certain: bool) -> Verdict {
    match (possible, certain) {
        (false, _) => Verdict::NotMet,
        (true, false) => Verdict::Open,
        (true, true) => Verdict::Met,
    }
}
