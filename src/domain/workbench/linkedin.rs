//! LinkedIn: the limits of its fields as it counts, a headline of its three ingredients, and the skills to list.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Dimension, Guide, Proficiency, SkillIx};
use crate::domain::plan::Plan;
use crate::domain::plan::records::{List, RecordId};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::text::one_line;
use std::cmp::Reverse;
use std::ops::RangeInclusive;

/// The longest headline.
pub const HEADLINE: usize = 220;
/// The longest summary.
pub const SUMMARY: usize = 2_600;
/// How many skills to list, as the guide says.
pub const SKILLS: RangeInclusive<usize> = 15..=20;
/// From which rating on a skill is listed: one that somebody has only heard of is not theirs to list.
pub const LISTED_FROM: u8 = 2;
/// How many skills of one kind stand in a row at most, so that technical and leading ones are mixed.
const IN_A_ROW: usize = 2;

/// How many characters a text has as the site's form counts: UTF-16 units, as browsers do. An emoji is two or more. What fits by this
/// count fits by any other that counts characters, too.
pub fn count(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Between which days to look at a profile again that was looked at on this one: after three months and after six, as the guide says. A month
/// counts as 30 days.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::workbench::linkedin::refresh;
///
/// let day = |text| Day::parse(text).unwrap();
/// assert_eq!(refresh(day("2026-11-24")), (day("2027-02-22"), day("2027-05-23")));
/// ```
pub fn refresh(day: Day) -> (Day, Day) {
    (day.plus_days(90), day.plus_days(180))
}

/// The id of the record of the day on which the profile was looked at last, among the settings, and the field.
pub const REFRESHED: (&str, &str) = ("linkedin-refreshed", "day");

/// The day on which the profile was looked at last, if that was noted.
pub fn refreshed(plan: &Plan) -> Option<Day> {
    let (id, field) = REFRESHED;
    Day::parse(plan.records.get(List::Settings, &RecordId::new(id)?)?.text(field))
}

/// Whether a text fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// It does, and so many more would.
    Left(usize),
    /// So many are too many.
    Over(usize),
}

/// The room of a text in a field.
///
/// ```
/// use career_explorer::domain::workbench::linkedin::{Room, room};
///
/// assert_eq!((room("Head", 10), room("Head", 3)), (Room::Left(6), Room::Over(1)));
/// ```
pub fn room(text: &str, most: usize) -> Room {
    let count = count(text);
    if count <= most { Room::Left(most - count) } else { Room::Over(count - most) }
}

/// The three ingredients of a headline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// What one is, and what for.
    pub role: String,
    /// The words that people search for.
    pub keywords: String,
    /// An achievement, or what sets one apart.
    pub proof: String,
}

impl Headline {
    /// The headline: what there is of the three, with a bar between.
    ///
    /// ```
    /// use career_explorer::domain::workbench::linkedin::Headline;
    ///
    /// let headline = Headline { role: "Engineering Manager".into(), proof: "builds in 12 minutes".into(), ..Headline::default() };
    /// assert_eq!((headline.text().as_str(), headline.missing()), ("Engineering Manager | builds in 12 minutes", vec![1]));
    /// ```
    pub fn text(&self) -> String {
        let parts = [&self.role, &self.keywords, &self.proof].map(|part| one_line(part));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    }

    /// Which of the three are missing, from 0.
    pub fn missing(&self) -> Vec<usize> {
        let parts = [&self.role, &self.keywords, &self.proof];
        (0..3).filter(|place| parts[*place].trim().is_empty()).collect()
    }
}

/// The skills to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// In the order in which to list them: at most as many as the guide says.
    pub skills: Vec<SkillIx>,
    /// How many more there should be; 0 where there are enough.
    pub short: usize,
}

/// The skills to list for a title: those rated [`LISTED_FROM`] or more, by what each brings of what the title asks (weight × level, up to
/// the level asked), then by rating; equals in the guide's order. Technical and leading ones are mixed: no more than two of a kind stand
/// in a row as long as there are others.
pub fn skills(guide: &Guide, gaps: &[Gap]) -> Listing {
    let brings = |g: &Gap| g.at_stake() - g.weighted();
    let mut ranked: Vec<&Gap> = gaps.iter().filter(|g| g.rated.is_some_and(|r| r.get() >= LISTED_FROM)).collect();
    sort_by_key(&mut ranked, |g| (Reverse(brings(g)), Reverse(g.rated.map_or(0, Proficiency::get))));
    let technical = |g: &Gap| matches!(guide.dimension(g.skill), Dimension::Technical | Dimension::Emerging);
    let (ones, others): (Vec<&Gap>, Vec<&Gap>) = ranked.into_iter().partition(|g| technical(g));
    let (mut ones, mut others) = (ones.into_iter().peekable(), others.into_iter().peekable());
    let mut listed: Vec<&Gap> = Vec::new();
    while listed.len() < *SKILLS.end() {
        let last: Vec<bool> = listed.iter().rev().take(IN_A_ROW).map(|g| technical(g)).collect();
        let in_a_row = |kind: bool| last.len() == IN_A_ROW && last.iter().all(|k| *k == kind);
        let first = match (ones.peek(), others.peek()) {
            (None, None) => break,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(_), Some(_)) if in_a_row(true) => false,
            (Some(_), Some(_)) if in_a_row(false) => true,
            (Some(one), Some(other)) => (brings(one), Reverse(one.skill)) >= (brings(other), Reverse(other.skill)),
        };
        listed.extend(if first { ones.next() } else { others.next() });
    }
    Listing { short: SKILLS.start().saturating_sub(listed.len()), skills: listed.iter().map(|g| g.skill).collect() }
}
