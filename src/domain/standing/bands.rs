//! Gaps in bands, by what they do at the gate: what blocks it on its own, what helps, what is met, and what is unrated.

use crate::domain::guide::{Guide, SkillIx, TitleIx};
use crate::domain::standing::enough::certain;
use crate::domain::standing::gap::{Gap, heaviest_first};

/// What the gaps of a band do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Each of them keeps the gate shut on its own.
    Blocks,
    /// They are short and none blocks the gate: they count for readiness. All that is short of a related path, which has no gate.
    Helps,
    /// They are unrated.
    Unrated,
    /// They are where they are asked to be, or nothing is asked.
    Met,
}

/// Gaps that do the same, the heaviest first; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What they do.
    pub kind: Kind,
    /// The gaps.
    pub gaps: Vec<Gap>,
}

/// The gaps of a title in bands, in the order in which they are read. Each skill is in exactly one.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::bands::{Kind, bands};
/// use career_explorer::domain::standing::gap::gaps;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(3); guide.skills().len()]);
/// let bands = bands(&guide, head, &gaps(&guide, &ratings, head));
/// assert_eq!(bands[0].kind, Kind::Blocks);
/// assert_eq!(bands.iter().map(|band| band.gaps.len()).sum::<usize>(), guide.skills().len());
/// ```
pub fn bands(guide: &Guide, title: TitleIx, gaps: &[Gap]) -> Vec<Band> {
    let blocking: Vec<SkillIx> = certain(guide, title, gaps).map(|certain| certain.blocking).unwrap_or_default();
    let kind = |gap: &Gap| match gap.levels() {
        _ if gap.required.get() == 0 => Kind::Met,
        Some(0) => Kind::Met,
        None => Kind::Unrated,
        Some(_) if blocking.contains(&gap.skill) => Kind::Blocks,
        Some(_) => Kind::Helps,
    };
    let band = |of: Kind| {
        let mut gaps: Vec<Gap> = gaps.iter().filter(|gap| kind(gap) == of).copied().collect();
        heaviest_first(&mut gaps);
        Band { kind: of, gaps }
    };
    let all = [Kind::Blocks, Kind::Helps, Kind::Unrated, Kind::Met].map(band);
    all.into_iter().filter(|band| !band.gaps.is_empty()).collect()
}
