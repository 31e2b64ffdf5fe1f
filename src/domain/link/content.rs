//! What the sections of a payload hold, by the guide's stable codes. docs/link-format.md is the specification.
//!
//! Knows the forms and the ranges, and no guide: whether a code means anything is for [`super::decode`] to say.

use super::frame::{Reader, Section, push_number};
use crate::domain::guide::{MAX_GOAL_CODE, MAX_SKILL_CODE};
use crate::domain::plan::{MAX_YEARS, Pace};

/// The longest route that a link can carry, in titles, both ends included.
pub const MAX_ROUTE: usize = 32;

const FROM: u32 = 1;
const TO: u32 = 2;
const YEARS: u32 = 3;
const RATINGS: u32 = 4;
const GOALS: u32 = 5;
const PACE: u32 = 6;
const ROUTE: u32 = 7;
const SINCE: u32 = 8;

/// A rating takes three bits: 0 is unrated, 1 to 6 are the proficiencies 0 to 5.
const RATING_BITS: usize = 3;

/// A payload's content. Ratings and goals are by code, from 1 on; the last value is not 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub from: Option<u16>,
    pub to: Option<u16>,
    pub years: Option<u8>,
    /// 0 for an unrated skill, else its proficiency and 1.
    pub ratings: Vec<u8>,
    /// 1 for a chosen goal, else 0.
    pub goals: Vec<u8>,
    /// `None` where nothing is said: the reader's default applies.
    pub pace: Option<Pace>,
    /// Years of experience on taking up the current title.
    pub since: Option<u8>,
    /// The titles between both ends of the chosen route.
    pub route: Option<Vec<u16>>,
}

/// Sets the value of a code, which is 1 or more.
pub(super) fn set(values: &mut Vec<u8>, code: u16, value: u8) {
    let len = usize::from(code);
    if values.len() < len {
        values.resize(len, 0);
    }
    if let Some(place) = values.get_mut(len.wrapping_sub(1)) {
        *place = value;
    }
}

/// The value of a code, 0 where there is none.
pub(super) fn value(values: &[u8], code: u16) -> u8 {
    values.get(usize::from(code).wrapping_sub(1)).copied().unwrap_or(0)
}

/// The one list of sections for a content.
pub(super) fn write(content: &Content) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |number, content: Vec<u8>| sections.push(Section { number, optional: is_optional(number), content });
    for (number, code) in [(FROM, content.from), (TO, content.to)] {
        if let Some(code) = code {
            add(number, numbers(&[code]));
        }
    }
    if let Some(years) = content.years {
        add(YEARS, vec![years]);
    }
    for (number, bits, values) in [(RATINGS, RATING_BITS, &content.ratings), (GOALS, 1, &content.goals)] {
        if !values.is_empty() {
            add(number, pack(bits, values));
        }
    }
    if let Some(pace) = content.pace {
        add(PACE, numbers(&[u16::from(pace.hours_per_week), pace.effort_percent]));
    }
    if let Some(route) = &content.route {
        add(ROUTE, numbers(route));
    }
    if let Some(since) = content.since {
        add(SINCE, vec![since]);
    }
    sections
}

/// What sections say; `None` where [`write`] would not have written them so. Sections that are unknown are not in `sections`.
pub(super) fn read(sections: &[Section]) -> Option<Content> {
    let mut content = Content::default();
    for section in sections {
        let bytes = section.content.as_slice();
        match section.number {
            FROM => content.from = Some(*codes(bytes)?.first()?),
            TO => content.to = Some(*codes(bytes)?.first()?),
            YEARS => content.years = Some(*bytes.first().filter(|&&years| years <= MAX_YEARS)?),
            RATINGS => content.ratings = unpack(RATING_BITS, bytes),
            GOALS => content.goals = unpack(1, bytes),
            PACE => content.pace = Some(pace(bytes)?),
            SINCE => content.since = Some(*bytes.first()?),
            _ => content.route = Some(codes(bytes)?),
        }
    }
    // One content, one form: bits left over, an empty list spelt out and the like end here.
    (content.is_legal() && write(&content) == sections).then_some(content)
}

/// Whether this version knows what a section with this number holds.
pub(super) fn is_known(number: u32) -> bool {
    (FROM..=SINCE).contains(&number)
}

/// Whether a reader that does not know the section may pass it over. Those of the first version may not be.
fn is_optional(number: u32) -> bool {
    number >= SINCE
}

impl Content {
    /// Whether the content has what goes with a plan alone.
    pub(super) fn is_plan(&self) -> bool {
        self.years.is_some() || !self.goals.is_empty() || self.pace.is_some() || self.route.is_some() || self.since.is_some()
    }

    /// Codes within their range, proficiencies too, no title taken up after today, and a route with two ends that passes none twice.
    fn is_legal(&self) -> bool {
        if self.ratings.len() > MAX_SKILL_CODE.into() || self.goals.len() > MAX_GOAL_CODE.into() || self.ratings.contains(&7) {
            return false;
        }
        if self.since.is_some() && (self.from.is_none() || self.years.is_none() || self.since > self.years) {
            return false;
        }
        let Some(between) = &self.route else { return true };
        let titles = || self.from.iter().chain(between).chain(&self.to);
        let distinct = titles().enumerate().all(|(place, code)| titles().skip(place + 1).all(|other| other != code));
        self.from.is_some() && self.to.is_some() && distinct && between.len() + 2 <= MAX_ROUTE
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

fn pace(bytes: &[u8]) -> Option<Pace> {
    let mut reader = Reader(bytes);
    let pace = Pace {
        hours_per_week: u8::try_from(reader.number()?).ok()?,
        effort_percent: u16::try_from(reader.number()?).ok()?,
        ..Pace::default()
    };
    (pace == pace.within_limits()).then_some(pace)
}

/// Values of `bits` bits each, the high bit first; zeros fill the last byte.
fn pack(bits: usize, values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; (values.len() * bits).div_ceil(8)];
    for place in 0..values.len() * bits {
        let bit = values[place / bits] >> (bits - 1 - place % bits) & 1;
        bytes[place / 8] |= bit << (7 - place % 8);
    }
    bytes
}

/// The values up to the last one that is not 0.
fn unpack(bits: usize, bytes: &[u8]) -> Vec<u8> {
    let mut values = vec![0; bytes.len() * 8 / bits];
    for place in 0..values.len() * bits {
        values[place / bits] = values[place / bits] << 1 | bytes[place / 8] >> (7 - place % 8) & 1;
    }
    while values.last() == Some(&0) {
        values.pop();
    }
    values
}
