//! The payload of a link: a plan, a request to rate, or the answer to one, as a short text that goes into the address after
//! `#/shared/`, `#/rate/` or `#/rated/`. docs/link-format.md is the specification.
//!
//! A link is for life: it names skills, titles and goals by their stable codes, says with which guide it was made, and carries
//! a checksum, so that damage is named and never guessed around. One value has one payload, and no other is accepted.
//!
//! Deliberately absent: free text, days, snapshots. Nobody shares a note by sending a link.
//!
//! Written by hand, and measured against serde with postcard, each in a program of nothing else: 12.4 KB brotli against 11.6. For that a
//! typical plan has 47 characters and not 86, and a reader passes over a section that it does not know.

mod codes;
mod content;
mod frame;
mod message;
pub mod qr;
mod repair;

pub use content::MAX_ROUTE;
pub use frame::MAX_PAYLOAD;
pub use message::{LinkError, Warning};
pub use repair::{MAX_TEXT, find};

use crate::domain::base::sorted::{SortedMap, SortedSet};
use crate::domain::guide::{Guide, ItemId, Proficiency, SkillId, TitleId};
use crate::domain::plan::{Pace, Plan};
use codes::{ends_by_code, ratings_by_code, with_ratings};
use frame::Frame;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Shows a plan.
    Plan = 1,
    /// Asks someone to rate.
    Request = 2,
    /// Brings their ratings back.
    Reply = 3,
}

impl Kind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Request, Self::Reply];

    /// What stands before the payload in an address, as [`Page`](crate::domain::page::Page) reads it.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Plan => "#/shared/",
            Self::Request => "#/rate/",
            Self::Reply => "#/rated/",
        }
    }

    /// The address without its `#`.
    const fn path(self) -> &'static str {
        match self {
            Self::Plan => "/shared/",
            Self::Request => "/rate/",
            Self::Reply => "/rated/",
        }
    }

    fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|&kind| kind as u8 == number)
    }
}

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    /// Someone's plan.
    Plan(SharedPlan),
    /// Someone asks to be rated.
    Request(RateRequest),
    /// Someone rated.
    Reply(RatedReply),
}

/// The part of a plan that a link carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedPlan {
    /// The title held now.
    pub from: Option<TitleId>,
    /// The title aimed for.
    pub to: Option<TitleId>,
    /// Years of experience so far, 0 to [`MAX_YEARS`](crate::domain::plan::MAX_YEARS).
    pub years: Option<u8>,
    /// Years of experience on taking up the title held now, at most `years`; only where both of these are known.
    pub since: Option<u8>,
    /// Ratings by skill.
    pub ratings: SortedMap<SkillId, Proficiency>,
    /// The chosen goals.
    pub goals: SortedSet<ItemId>,
    /// The pace.
    pub pace: Pace,
    /// The titles of the chosen route, both ends included, at most [`MAX_ROUTE`]; empty while none is chosen.
    pub route: Vec<TitleId>,
}

/// A request to rate someone: for which titles, and nothing of how they rated themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RateRequest {
    /// The title they hold now.
    pub from: Option<TitleId>,
    /// The title they aim for.
    pub to: Option<TitleId>,
}

/// The ratings that a second person gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatedReply {
    /// The title of the person rated.
    pub from: Option<TitleId>,
    /// The title they aim for.
    pub to: Option<TitleId>,
    /// Ratings by skill.
    pub ratings: SortedMap<SkillId, Proficiency>,
}

/// What a link said.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// What it carries, as far as this guide knows it.
    pub value: Shared,
    /// What was left out.
    pub warnings: Vec<Warning>,
}

impl Shared {
    /// What the link is for.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Plan(_) => Kind::Plan,
            Self::Request(_) => Kind::Request,
            Self::Reply(_) => Kind::Reply,
        }
    }
}

impl SharedPlan {
    /// The part of a plan that a link can carry: what this guide knows, and a route only if it leads from the one title to the other.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::link::SharedPlan;
    /// use career_explorer::domain::plan::Plan;
    ///
    /// let guide = content::guide().unwrap();
    /// let mut plan = Plan { to: Some("head-of-engineering".into()), ..Plan::default() };
    /// plan.evidence.insert("communication".into(), "Nobody else reads this.".into());
    /// // No free text goes into a link.
    /// assert!(SharedPlan::of(&plan, &guide).to_plan().evidence.is_empty());
    /// ```
    pub fn of(plan: &Plan, guide: &Guide) -> Self {
        Self::from_content(&Self::unchecked(plan).content(guide), guide, &mut Vec::new())
    }

    /// The plan that a link shows. It has no notes, no ticks and no snapshots.
    pub fn to_plan(&self) -> Plan {
        Plan {
            from: self.from.clone(),
            to: self.to.clone(),
            years: self.years,
            since: self.since,
            ratings: self.ratings.clone(),
            goals: self.goals.clone(),
            pace: self.pace,
            route: self.route.clone(),
            ..Plan::default()
        }
    }
}

/// The payload for a value: the same value always gives the same text, of letters, digits, `-` and `_`, that ends in a letter
/// or digit. What the guide does not know is left out.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::link::{RateRequest, Shared, decode, encode};
///
/// let guide = content::guide().unwrap();
/// let request = Shared::Request(RateRequest { from: None, to: Some("head-of-engineering".into()) });
/// let payload = encode(&request, &guide);
/// assert_eq!(decode(&payload, &guide).unwrap().value, request);
/// ```
pub fn encode(value: &Shared, guide: &Guide) -> String {
    let content = match value {
        Shared::Plan(plan) => plan.content(guide),
        Shared::Request(request) => with_ratings(guide, request.from.as_ref(), request.to.as_ref(), &SortedMap::new()),
        Shared::Reply(reply) => with_ratings(guide, reply.from.as_ref(), reply.to.as_ref(), &reply.ratings),
    };
    let pack = u32::from(guide.pack().about.code);
    frame::write(&Frame { kind: value.kind() as u8, pack, sections: content::write(&content) })
}

/// Reads a payload, which must be exactly as it was written; [`find`] cleans one that came through a messenger.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::link::{LinkError, RateRequest, Shared, decode, encode};
///
/// let guide = content::guide().unwrap();
/// let request = Shared::Request(RateRequest { from: None, to: Some("head-of-engineering".into()) });
/// let payload = encode(&request, &guide);
/// // What happened to a link is told apart.
/// assert_eq!(decode(&payload[..payload.len() - 1], &guide), Err(LinkError::Truncated));
/// assert_eq!(decode(&payload.to_uppercase(), &guide), Err(LinkError::NotOurs));
/// ```
///
/// # Errors
/// Says what is wrong with the payload. Codes that the guide lacks are no error: they are left out with a [`Warning`].
pub fn decode(payload: &str, guide: &Guide) -> Result<Decoded, LinkError> {
    let mut frame = frame::read(payload)?;
    let kind = Kind::from_number(frame.kind).ok_or(LinkError::NewerVersion)?;
    if frame.pack != u32::from(guide.pack().about.code) {
        return Err(LinkError::OtherGuide { code: frame.pack });
    }
    let all = frame.sections.len();
    frame.sections.retain(|section| content::is_known(section.number) || !section.optional);
    if frame.sections.iter().any(|section| !content::is_known(section.number)) {
        return Err(LinkError::NewerVersion);
    }
    let content = content::read(&frame.sections).ok_or(LinkError::Altered)?;
    let mut warnings = Vec::new();
    let value = match kind {
        Kind::Plan => Shared::Plan(SharedPlan::from_content(&content, guide, &mut warnings)),
        Kind::Request if !content.is_plan() && content.ratings.is_empty() => {
            let (from, to) = ends_by_code(&content, guide, &mut warnings);
            Shared::Request(RateRequest { from, to })
        }
        Kind::Reply if !content.is_plan() => {
            let (from, to) = ends_by_code(&content, guide, &mut warnings);
            Shared::Reply(RatedReply { from, to, ratings: ratings_by_code(&content, guide, &mut warnings) })
        }
        Kind::Request | Kind::Reply => return Err(LinkError::Altered),
    };
    if frame.sections.len() < all {
        warnings.push(Warning::More);
    }
    Ok(Decoded { value, warnings })
}

/// Finds the first link in a text, an address or a pasted message, and reads it.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::link::{RateRequest, Shared, encode, open};
///
/// let guide = content::guide().unwrap();
/// let request = Shared::Request(RateRequest { from: None, to: Some("head-of-engineering".into()) });
/// let payload = encode(&request, &guide);
/// let message = format!("Would you rate me? <https://example.org/#/rate/{payload}>, thanks");
/// assert_eq!(open(&message, &guide).unwrap().value, request);
/// ```
///
/// # Errors
/// Says what is wrong with the link, or that there is none.
pub fn open(text: &str, guide: &Guide) -> Result<Decoded, LinkError> {
    decode(&find(text)?.1, guide)
}
