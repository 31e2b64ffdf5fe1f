//! The gate: when a person counts as ready for a title (design §2). Three conditions, each shown on its own: no Critical skill
//! below its requirement, none more than one level below, readiness of 85 % or more.

use crate::domain::guide::{Guide, Importance, SkillIx};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::readiness::{Readiness, readiness};

/// The readiness that the gate asks for, in percent.
pub const GATE_PERCENT: u32 = 85;
/// How many levels below its requirement a skill may be that is not Critical.
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

/// The gate of a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Critical skills below their requirement.
    pub critical_short: Vec<SkillIx>,
    /// Critical skills that are unrated.
    pub critical_unrated: Vec<SkillIx>,
    /// Skills more than one level below their requirement.
    pub far: Vec<SkillIx>,
    /// Unrated skills that could be more than one level below it.
    pub far_unrated: Vec<SkillIx>,
    /// Readiness.
    pub readiness: Readiness,
}

/// The gate from the gaps of a title; none where these ask for nothing.
pub fn gate(guide: &Guide, gaps: &[Gap]) -> Option<Gate> {
    let readiness = readiness(gaps)?;
    let asks = |g: &&Gap| g.required.get() > 0;
    let critical = |g: &&Gap| guide.importance(g.skill) == Importance::Critical;
    let skills = |keep: &dyn Fn(&&Gap) -> bool| gaps.iter().filter(asks).filter(|g| keep(g)).map(|g| g.skill).collect();
    Some(Gate {
        critical_short: skills(&|g| critical(g) && g.levels().is_some_and(|l| l > 0)),
        critical_unrated: skills(&|g| critical(g) && g.rated.is_none()),
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

    /// No skill more than one level below its requirement.
    pub fn nearness(&self) -> Verdict {
        verdict(self.far.is_empty(), self.far_unrated.is_empty())
    }

    /// Readiness of 85 % or more.
    pub fn share(&self) -> Verdict {
        verdict(self.readiness.high().reaches(GATE_PERCENT), self.readiness.low().reaches(GATE_PERCENT))
    }

    /// All three at once.
    pub fn passed(&self) -> Verdict {
        self.critical().min(self.nearness()).min(self.share())
    }
}

fn verdict(possible: bool, certain: bool) -> Verdict {
    match (possible, certain) {
        (false, _) => Verdict::NotMet,
        (true, false) => Verdict::Open,
        (true, true) => Verdict::Met,
    }
}
