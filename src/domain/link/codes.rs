//! Between the ids of a guide and the codes of a payload. What the guide does not know is left out, with a warning when reading.
//!
//! Loops rather than collected maps and sorted lists: each kind of sort weighs more than this module.

use super::content::{Content, MAX_ROUTE, set, value};
use super::{SharedPlan, Warning};
use crate::domain::base::sorted::SortedMap;
use crate::domain::guide::{Guide, MAX_GOAL_CODE, MAX_SKILL_CODE, Proficiency, SkillId, TitleId};
use crate::domain::plan::{MAX_YEARS, Pace, Plan};

type Ratings = SortedMap<SkillId, Proficiency>;

impl SharedPlan {
    pub(super) fn unchecked(plan: &Plan) -> Self {
        Self {
            from: plan.from.clone(),
            to: plan.to.clone(),
            years: plan.years,
            since: plan.since,
            ratings: plan.levels(),
            goals: plan.goals.clone(),
            pace: plan.pace,
            route: plan.route.clone(),
        }
    }

    pub(super) fn content(&self, guide: &Guide) -> Content {
        let mut content = with_ratings(guide, self.from.as_ref(), self.to.as_ref(), &self.ratings);
        content.years = self.years.map(|years| years.min(MAX_YEARS));
        for (_, item) in guide.items() {
            if item.code <= MAX_GOAL_CODE && self.goals.contains(&item.id) {
                set(&mut content.goals, item.code, 1);
            }
        }
        // Hours of one's own for a level have no place in a payload.
        let pace = Pace { own_hours: [None; 5], ..self.pace.within_limits() };
        content.pace = Some(pace).filter(|pace| *pace != Pace::default());
        content.since = self.since.filter(|since| content.from.is_some() && content.years.is_some_and(|years| *since <= years));
        content.route = self.between(guide);
        content
    }

    /// The codes of the titles between both ends of the route, if that is one that a link can carry.
    fn between(&self, guide: &Guide) -> Option<Vec<u16>> {
        let [first, between @ .., last] = self.route.as_slice() else { return None };
        let mut codes = Vec::new();
        for (place, id) in self.route.iter().enumerate() {
            if self.route.iter().skip(place + 1).any(|other| other == id) {
                return None;
            }
            codes.push(title_code(guide, Some(id))?);
        }
        let ends_meet = self.from.as_ref() == Some(first) && self.to.as_ref() == Some(last) && self.route.len() <= MAX_ROUTE;
        codes.remove(0);
        codes.truncate(between.len());
        ends_meet.then_some(codes)
    }

    pub(super) fn from_content(content: &Content, guide: &Guide, warnings: &mut Vec<Warning>) -> Self {
        let (from, to) = ends_by_code(content, guide, warnings);
        let since = content.since.filter(|_| from.is_some());
        let mut plan = Self { from, to, years: content.years, since, pace: content.pace.unwrap_or_default(), ..Self::default() };
        plan.ratings = ratings_by_code(content, guide, warnings);
        for (_, item) in guide.items() {
            if value(&content.goals, item.code) > 0 {
                plan.goals.insert(item.id.clone());
            }
        }
        warn_of_lost(&content.goals, plan.goals.len(), Warning::Goals, warnings);
        if let Some(between) = &content.route {
            for &code in content.from.iter().chain(between).chain(&content.to) {
                plan.route.extend(title_by_code(guide, code));
            }
            // A route with a title left out is another route.
            if plan.route.len() < between.len() + 2 {
                plan.route.clear();
                warnings.push(Warning::Route);
            }
        }
        plan
    }
}

/// A content with both titles and ratings.
pub(super) fn with_ratings(guide: &Guide, from: Option<&TitleId>, to: Option<&TitleId>, ratings: &Ratings) -> Content {
    let mut content = Content { from: title_code(guide, from), to: title_code(guide, to), ..Content::default() };
    for (id, level) in ratings {
        let code = guide.skill_by_id(id).map_or(0, |skill| guide.skill(skill).code);
        if (1..=MAX_SKILL_CODE).contains(&code) {
            set(&mut content.ratings, code, level.get() + 1);
        }
    }
    content
}

pub(super) fn ends_by_code(content: &Content, guide: &Guide, warnings: &mut Vec<Warning>) -> (Option<TitleId>, Option<TitleId>) {
    let mut end = |code: Option<u16>, warning| {
        let title = title_by_code(guide, code?);
        if title.is_none() {
            warnings.push(warning);
        }
        title
    };
    (end(content.from, Warning::From), end(content.to, Warning::To))
}

pub(super) fn ratings_by_code(content: &Content, guide: &Guide, warnings: &mut Vec<Warning>) -> Ratings {
    let mut ratings = Ratings::new();
    for skill in guide.skills().map(|skill| guide.skill(skill)) {
        if let Some(level) = value(&content.ratings, skill.code).checked_sub(1).and_then(Proficiency::new) {
            ratings.insert(skill.id.clone(), level);
        }
    }
    warn_of_lost(&content.ratings, ratings.len(), Warning::Ratings, warnings);
    ratings
}

fn warn_of_lost(values: &[u8], kept: usize, warning: fn(usize) -> Warning, warnings: &mut Vec<Warning>) {
    let lost = values.iter().filter(|&&value| value > 0).count().saturating_sub(kept);
    if lost > 0 {
        warnings.push(warning(lost));
    }
}

fn title_code(guide: &Guide, id: Option<&TitleId>) -> Option<u16> {
    guide.title_by_id(id?).map(|title| guide.title(title).code)
}

fn title_by_code(guide: &Guide, code: u16) -> Option<TitleId> {
    guide.title_by_code(code).map(|title| guide.title(title).id.clone())
}
