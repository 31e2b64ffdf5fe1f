//! Readiness for a title, as a range while skills are unrated.
//!
//! Readiness = 1 − Σ w·gap / Σ w·required, which is Σ w·min(rated, required) / Σ w·required. A surplus never hides a
//! gap. An unrated skill counts as 0 at the low end and as met at the high end. Where nothing is asked, there is no readiness.

use crate::domain::base::share::Share;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::standing::gap::Gap;
use std::cmp::Reverse;
use std::num::NonZeroU32;

/// Readiness in weighted levels, in quarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readiness {
    met: u32,
    unrated: u32,
    asked: NonZeroU32,
}

/// Readiness from the gaps of a title; none where these ask for nothing.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::standing::readiness::readiness;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let open = readiness(&gaps(&guide, &Ratings::from_values(Vec::new()), head)).unwrap();
/// assert_eq!((open.low().percent(), open.high().percent()), (0, 100));
/// let five = Ratings::from_values(vec![Some(Proficiency::MAX); guide.skills().len()]);
/// assert_eq!(readiness(&gaps(&guide, &five, head)).unwrap().low().percent(), 100);
/// ```
pub fn readiness(gaps: &[Gap]) -> Option<Readiness> {
    let asked = NonZeroU32::new(gaps.iter().map(Gap::at_stake).sum())?;
    let unrated = gaps.iter().filter(|g| g.rated.is_none()).map(Gap::at_stake).sum();
    let short: u32 = gaps.iter().map(Gap::weighted).sum();
    Some(Readiness { met: asked.get() - unrated - short, unrated, asked })
}

impl Readiness {
    /// If every unrated skill turns out to be none.
    pub fn low(self) -> Share {
        Share::new(self.met, self.asked)
    }

    /// If every unrated skill turns out as required.
    pub fn high(self) -> Share {
        Share::new(self.met + self.unrated, self.asked)
    }

    /// The weighted sum of what the title asks, in quarters: the whole of both shares.
    pub fn asked(self) -> NonZeroU32 {
        self.asked
    }

    /// How wide the range is, in percentage points, rounded to the nearest.
    pub fn width(self) -> u32 {
        (self.unrated * 200 + self.asked.get()) / (self.asked.get() * 2)
    }
}

/// How many more ratings, most informative first, narrow the range to `points` or less, and how wide it is then.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::standing::readiness::ratings_to_narrow;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let gaps = gaps(&guide, &Ratings::from_values(Vec::new()), head);
/// let (count, width) = ratings_to_narrow(&gaps, 20);
/// assert!(count < guide.skills().len() && width <= 20);
/// ```
pub fn ratings_to_narrow(gaps: &[Gap], points: u32) -> (usize, u32) {
    let Some(mut now) = readiness(gaps) else { return (0, 0) };
    let mut stakes: Vec<u32> = gaps.iter().filter(|g| g.rated.is_none()).map(Gap::at_stake).collect();
    sort_by_key(&mut stakes, |one| Reverse(*one));
    let mut count = 0;
    for stake in stakes {
        if now.width() <= points {
            break;
        }
        now.unrated -= stake;
        count += 1;
    }
    (count, now.width())
}
