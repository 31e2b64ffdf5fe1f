//! Stability: how much of an answer is left when self-ratings are off by a level here and there.
//!
//! In each of 1,000 runs every rating moves by −1, 0 or +1 with chances of ¼, ½ and ¼, within 0 to 5. What comes of it is the P10–P90
//! of readiness, and how often each of the top gaps stays one. The generator is seeded from the ratings and the title, so the same
//! plan gives the same figures on every machine. A run allocates nothing and works with whole numbers; [`Runs::step`] does some
//! of them at a time, so that a page can spread them over frames.

use crate::domain::base::sorting::sort;
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::standing::enough::TOP_GAPS;
use crate::domain::standing::gap::{Gap, heaviest_first};
use std::num::NonZeroU32;

/// How many runs there are.
pub const RUNS: u16 = 1_000;

/// The tenth and the ninetieth percentile of readiness, exact: one run in ten is at or below the first, nine in ten are at or below the
/// second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What is met in the tenth percentile, in quarters of a weighted level; at most `asked`.
    pub p10: u32,
    /// The same in the ninetieth.
    pub p90: u32,
    /// What the title asks, in quarters of a weighted level.
    pub asked: NonZeroU32,
}

impl Spread {
    /// Both in tenths of a percent, rounded down: 0 to 1,000.
    pub fn tenths(self) -> (u32, u32) {
        let tenths = |part: u32| part * 1_000 / self.asked;
        (tenths(self.p10), tenths(self.p90))
    }
}

/// How stable an answer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stability {
    /// Readiness with every unrated skill at none. Mostly it lies below the figure that the page shows: a surplus never counts, so an error
    /// upwards often gains nothing where one downwards loses.
    pub low: Spread,
    /// Readiness with every unrated skill as asked. Equal to `low` once all are rated.
    pub high: Spread,
    /// The top gaps, the heaviest first, with the number of runs, out of [`RUNS`], in which each stays one of the [`TOP_GAPS`].
    pub top: Vec<(SkillIx, u16)>,
}

/// One rated skill: its weighted gap by what two random bits say, so −1, 0, 0, +1.
type Weighted = [u32; 4];

/// The runs, some of them done.
#[derive(Clone, Debug)]
pub struct Runs {
    /// By place among the gaps; all zeros for what is unrated, so that those skills neither move nor count as gaps.
    weighted: Vec<Weighted>,
    /// The weighted gaps of the run at hand.
    now: Vec<u32>,
    /// The places of the top gaps, the heaviest first, their skills, and how often each stayed.
    top: Vec<(usize, SkillIx, u16)>,
    /// The weighted gap of each run that is done.
    short: Vec<u32>,
    unrated: u32,
    asked: NonZeroU32,
    bits: Bits,
}

impl Runs {
    /// Prepares the runs for the gaps of a title, which are in the guide's order. `None` where it asks nothing: there is no readiness.
    pub fn new(guide: &Guide, gaps: &[Gap], title: TitleIx) -> Option<Self> {
        let asked = NonZeroU32::new(gaps.iter().map(Gap::at_stake).sum())?;
        let mut sorted = gaps.to_vec();
        heaviest_first(&mut sorted);
        let place = |skill: SkillIx| gaps.iter().position(|g| g.skill == skill);
        let top = sorted.iter().filter(|g| g.weighted() > 0).take(TOP_GAPS);
        Some(Self {
            weighted: gaps.iter().map(weighted).collect(),
            now: vec![0; gaps.len()],
            top: top.filter_map(|g| Some((place(g.skill)?, g.skill, 0))).collect(),
            short: Vec::with_capacity(RUNS.into()),
            unrated: gaps.iter().filter(|g| g.rated.is_none()).map(Gap::at_stake).sum(),
            asked,
            bits: Bits::new(seed(guide, gaps, title)),
        })
    }

    /// Does this many more runs, or as many as are left; gives the result once all are done.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    /// use career_explorer::domain::plan::Ratings;
    /// use career_explorer::domain::standing::gap::gaps;
    /// use career_explorer::domain::standing::stability::{RUNS, Runs};
    ///
    /// let guide = content::guide().unwrap();
    /// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
    /// let ratings = Ratings::from_values(vec![Proficiency::new(3); guide.skills().len()]);
    /// let mut runs = Runs::new(&guide, &gaps(&guide, &ratings, head), head).unwrap();
    /// // In slices, so that a page can draw in between.
    /// assert!(runs.step(RUNS / 2).is_none());
    /// assert!(runs.step(RUNS / 2).is_some());
    /// ```
    pub fn step(&mut self, runs: u16) -> Option<Stability> {
        let left = usize::from(RUNS) - self.short.len();
        for _ in 0..left.min(runs.into()) {
            self.run();
        }
        (self.short.len() == usize::from(RUNS)).then(|| self.result())
    }

    fn run(&mut self) {
        self.bits.forget();
        let mut short = 0;
        for (now, weighted) in self.now.iter_mut().zip(&self.weighted) {
            *now = weighted[self.bits.two()];
            short += *now;
        }
        self.short.push(short);
        for (place, _, stayed) in &mut self.top {
            let own = self.now[*place];
            // Equals stand in the guide's order, as they do in the list of gaps.
            let above = self.now[..*place].iter().filter(|other| **other >= own).count()
                + self.now[*place..].iter().filter(|other| **other > own).count();
            *stayed += u16::from(own > 0 && above < TOP_GAPS);
        }
    }

    fn result(&self) -> Stability {
        let mut short = self.short.clone();
        sort(&mut short);
        // The nearest rank: the least value with that many runs at or below it. The larger the gap, the lower readiness.
        let rank = |percent: usize| short[short.len() - short.len() * percent / 100];
        let rated = self.asked.get() - self.unrated;
        let met = |percent, unrated| rated - rank(percent) + unrated;
        let spread = |unrated| Spread { p10: met(10, unrated), p90: met(90, unrated), asked: self.asked };
        let top = self.top.iter().map(|(_, skill, stayed)| (*skill, *stayed)).collect();
        Stability { low: spread(0), high: spread(self.unrated), top }
    }
}

/// All runs in one go; `None` where the title asks nothing.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::standing::stability::stability;
///
/// let guide = content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(3); guide.skills().len()]);
/// let stability = stability(&guide, &gaps(&guide, &ratings, head), head).unwrap();
/// let (p10, p90) = stability.low.tenths();
/// assert!(p10 < p90);
/// ```
pub fn stability(guide: &Guide, gaps: &[Gap], title: TitleIx) -> Option<Stability> {
    Runs::new(guide, gaps, title)?.step(RUNS)
}

fn weighted(gap: &Gap) -> Weighted {
    let Some(rated) = gap.rated else { return [0; 4] };
    let lower = Proficiency::new(rated.get().saturating_sub(1)).unwrap_or(rated);
    [lower, rated, rated, rated.raised().unwrap_or(rated)].map(|moved| Gap { rated: Some(moved), ..*gap }.weighted())
}

/// FNV-1a over the title and the code and level of each rated skill: the stable names of a plan, so that a guide in which other
/// entries changed gives the same figures.
fn seed(guide: &Guide, gaps: &[Gap], title: TitleIx) -> u64 {
    let mut seed = 0xCBF2_9CE4_8422_2325u64;
    let mut take = |number: u16| {
        for byte in number.to_le_bytes() {
            seed = (seed ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        }
    };
    take(guide.title(title).code);
    for gap in gaps {
        if let Some(rated) = gap.rated {
            take(guide.skill(gap.skill).code);
            take(rated.get().into());
        }
    }
    seed
}

/// Random bits, two at a time, by SplitMix64 (Steele, Lea and Flood 2014). Made for speed and spread, not for secrets.
#[derive(Clone, Debug)]
struct Bits {
    state: u64,
    word: u64,
    left: u8,
}

impl Bits {
    fn new(seed: u64) -> Self {
        Self { state: seed, word: 0, left: 0 }
    }

    /// Begins with a new word, so that each run has words of its own.
    fn forget(&mut self) {
        self.left = 0;
    }

    fn two(&mut self) -> usize {
        if self.left == 0 {
            self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut word = self.state;
            word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            self.word = word ^ (word >> 31);
            self.left = 32;
        }
        let two = self.word & 3;
        self.word >>= 2;
        self.left -= 1;
        two as usize
    }
}
