//! What the sections of a payload hold, by the guide's stable codes. docs/link-format.md is the specification.
//!
//! Knows the forms and the ranges, and no guide: whether a code means anything is for [`super::decode`] to say.

use super::frame::{Reader, Section, push_number};
use crate::domain::plan::{MAX_YEARS, Pace};

/// The highest code of a skill that a link can carry.
pub const MAX_SKILL_CODE: u16 = 1_000;
/// The highest code of a goal that a link can carry.
pub const MAX_GOAL_CODE: u16 = 512;
/// The longest route that a link can carry, in titles, both ends included.
pub const MAX_ROUTE: usize = 32;

const FROM: u32 = 1;
const TO: u32 = 2;
const YEARS: u32 = 3;
const RATINGS: u32 = 4;
const GOALS: u32 = 5;
const PACE: u32 = 6;
const ROUTE: u32 = 7;

/// A rating takes three bits: 0 is unrated, 1 to 6 are the proficiencies 0 to 5.
const RATING_BITS: usize = 3;

/// A payload's content. Lists by code have no duplicates and rise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub from: Option<u16>,
    pub to: Option<u16>,
    pub years: Option<u8>,
    /// Code of a skill and proficiency, 0 to 5.
    pub ratings: Vec<(u16, u8)>,
    pub goals: Vec<u16>,
    pub pace: Pace,
    /// The titles between both ends of the chosen route.
    pub route: Option<Vec<u16>>,
}

/// The one list of sections for a content.
pub(super) fn write(content: &Content) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |number, content: Vec<u8>| sections.push(Section { number, optional: false, content });
    for (number, code) in [(FROM, content.from), (TO, content.to)] {
        if let Some(code) = code {
            add(number, numbers(&[code]));
        }
    }
    if let Some(years) = content.years {
        add(YEARS, vec![years]);
    }
    if !content.ratings.is_empty() {
        add(RATINGS, pack(RATING_BITS, content.ratings.iter().map(|&(code, level)| (code, level + 1))));
    }
    if !content.goals.is_empty() {
        add(GOALS, pack(1, content.goals.iter().map(|&code| (code, 1))));
    }
    if content.pace != Pace::default() {
        add(PACE, numbers(&[u16::from(content.pace.hours_per_week), content.pace.effort_percent]));
    }
    if let Some(route) = &content.route {
        add(ROUTE, numbers(route));
    }
    sections
}

/// What sections say; `None` where [`write`] would not have written them so. Sections that are unknown are not in `sections`.
pub(super) fn read(sections: &[Section]) -> Option<Content> {
    let mut content = Content::default();
    for section in sections {
        let bytes = section.content.as_slice();
        match section.number {
            FROM => content.from = Some(one_code(bytes)?),
            TO => content.to = Some(one_code(bytes)?),
            YEARS => content.years = Some(*bytes.first().filter(|&&years| years <= MAX_YEARS)?),
            RATINGS => {
                let levels = unpack(RATING_BITS, MAX_SKILL_CODE, bytes)?;
                content.ratings = levels.into_iter().map(|(code, value)| (code, value - 1)).collect();
            }
            GOALS => content.goals = unpack(1, MAX_GOAL_CODE, bytes)?.into_iter().map(|(code, _)| code).collect(),
            PACE => content.pace = pace(bytes)?,
            _ => content.route = Some(codes(bytes)?),
        }
    }
    // One content, one form: bits left over, a default spelt out and the like end here.
    (content.route_is_legal() && content.ratings.iter().all(|&(_, level)| level <= 5) && write(&content) == sections)
        .then_some(content)
}

/// Whether this version knows what a section with this number holds.
pub(super) fn is_known(number: u32) -> bool {
    (FROM..=ROUTE).contains(&number)
}

impl Content {
    /// Whether the content has what goes with a plan alone.
    pub(super) fn is_plan(&self) -> bool {
        self.years.is_some() || !self.goals.is_empty() || self.pace != Pace::default() || self.route.is_some()
    }

    /// A route has two ends, passes no title twice and is not too long.
    fn route_is_legal(&self) -> bool {
        let Some(between) = &self.route else { return true };
        let (Some(from), Some(to)) = (self.from, self.to) else { return false };
        let mut titles = between.clone();
        titles.extend([from, to]);
        titles.sort_unstable();
        titles.len() <= MAX_ROUTE && titles.windows(2).all(|pair| pair[0] != pair[1])
    }
}

fn numbers(values: &[u16]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for &value in values {
        push_number(&mut bytes, u32::from(value));
    }
    bytes
}

fn codes(bytes: &[u8]) -> Option<Vec<u16>> {
    let mut reader = Reader(bytes);
    let mut codes = Vec::new();
    while !reader.0.is_empty() {
        codes.push(u16::try_from(reader.number()?).ok().filter(|&code| code > 0)?);
    }
    Some(codes)
}

fn one_code(bytes: &[u8]) -> Option<u16> {
    codes(bytes)?.first().copied()
}

fn pace(bytes: &[u8]) -> Option<Pace> {
    let mut reader = Reader(bytes);
    let pace = Pace { hours_per_week: u8::try_from(reader.number()?).ok()?, effort_percent: u16::try_from(reader.number()?).ok()? };
    (pace == pace.within_limits()).then_some(pace)
}

/// Values of `bits` bits each, one for every code from 1 on, the high bit first; zeros fill the last byte.
fn pack(bits: usize, values: impl Iterator<Item = (u16, u8)>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (code, value) in values {
        let end = usize::from(code) * bits;
        if bytes.len() * 8 < end {
            bytes.resize(end.div_ceil(8), 0);
        }
        for bit in 0..bits {
            let place = end - 1 - bit;
            bytes[place / 8] |= (value >> bit & 1) << (7 - place % 8);
        }
    }
    bytes
}

/// The codes whose values are not 0, with the values, if there is one and none is beyond `max`.
fn unpack(bits: usize, max: u16, bytes: &[u8]) -> Option<Vec<(u16, u8)>> {
    let bit = |place: usize| bytes[place / 8] >> (7 - place % 8) & 1;
    let count = u16::try_from(bytes.len() * 8 / bits).ok()?;
    let values = (1..=count).map(|code| {
        let start = usize::from(code - 1) * bits;
        (code, (start..start + bits).fold(0, |value, place| value << 1 | bit(place)))
    });
    let values: Vec<_> = values.filter(|&(_, value)| value > 0).collect();
    (values.last()?.0 <= max).then_some(values)
}
