//! Between the ids of a guide and the codes of a payload. What the guide does not know is left out, with a warning when reading.

use super::content::{Content, MAX_GOAL_CODE, MAX_ROUTE, MAX_SKILL_CODE};
use super::{SharedPlan, Warning};
use crate::domain::guide::{Guide, Proficiency, SkillId, TitleId};
use crate::domain::plan::{MAX_YEARS, Plan};
use std::collections::{BTreeMap, BTreeSet};

impl SharedPlan {
    pub(super) fn unchecked(plan: &Plan) -> Self {
        let Plan { from, to, years, ratings, goals, pace, route, .. } = plan.clone();
        Self { from, to, years, ratings, goals, pace, route }
    }

    pub(super) fn content(&self, guide: &Guide) -> Content {
        let mut content = ends(guide, self.from.as_ref(), self.to.as_ref());
        content.years = self.years.map(|years| years.min(MAX_YEARS));
        content.ratings = rating_codes(guide, &self.ratings);
        content.goals = guide.items().filter(|(_, item)| self.goals.contains(&item.id)).map(|(_, item)| item.code).collect();
        content.goals.retain(|code| (1..=MAX_GOAL_CODE).contains(code));
        content.goals.sort_unstable();
        content.pace = self.pace.within_limits();
        content.route = self.between(guide);
        content
    }

    /// The codes of the titles between both ends of the route, if that is one that a link can carry.
    fn between(&self, guide: &Guide) -> Option<Vec<u16>> {
        let [first, between @ .., last] = self.route.as_slice() else { return None };
        let distinct = self.route.iter().collect::<BTreeSet<_>>().len() == self.route.len();
        let ends_meet = [(first, &self.from), (last, &self.to)].iter().all(|(end, title)| Some(*end) == title.as_ref());
        title_code(guide, first).and(title_code(guide, last))?;
        (distinct && ends_meet && self.route.len() <= MAX_ROUTE)
            .then(|| between.iter().map(|title| title_code(guide, title)).collect())?
    }

    pub(super) fn from_content(content: &Content, guide: &Guide, warnings: &mut Vec<Warning>) -> Self {
        let (from, to) = ends_by_code(content, guide, warnings);
        let ratings = ratings_by_code(content, guide, warnings);
        let by_code = |code: u16| guide.items().find(|(_, item)| item.code == code).map(|(_, item)| item.id.clone());
        let goals: BTreeSet<_> = content.goals.iter().filter_map(|&code| by_code(code)).collect();
        if goals.len() < content.goals.len() {
            warnings.push(Warning::Goals(content.goals.len() - goals.len()));
        }
        let mut route = Vec::new();
        if let Some(between) = &content.route {
            let titles = content.from.iter().chain(between).chain(&content.to);
            route = titles.map(|&code| title_by_code(guide, code)).collect::<Option<_>>().unwrap_or_default();
            if route.is_empty() {
                warnings.push(Warning::Route);
            }
        }
        Self { from, to, years: content.years, ratings, goals, pace: content.pace, route }
    }
}

fn title_code(guide: &Guide, id: &TitleId) -> Option<u16> {
    guide.title_by_id(id).map(|title| guide.title(title).code)
}

fn title_by_code(guide: &Guide, code: u16) -> Option<TitleId> {
    guide.title_by_code(code).map(|title| guide.title(title).id.clone())
}

pub(super) fn ends(guide: &Guide, from: Option<&TitleId>, to: Option<&TitleId>) -> Content {
    let code = |id: Option<&TitleId>| id.and_then(|id| title_code(guide, id));
    Content { from: code(from), to: code(to), ..Content::default() }
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

pub(super) fn rating_codes(guide: &Guide, ratings: &BTreeMap<SkillId, Proficiency>) -> Vec<(u16, u8)> {
    let code = |id: &SkillId| guide.skill_by_id(id).map(|skill| guide.skill(skill).code).filter(|&code| code <= MAX_SKILL_CODE);
    let mut codes: Vec<_> = ratings.iter().filter_map(|(id, level)| Some((code(id)?, level.get()))).collect();
    codes.sort_unstable();
    codes
}

pub(super) fn ratings_by_code(content: &Content, guide: &Guide, warnings: &mut Vec<Warning>) -> BTreeMap<SkillId, Proficiency> {
    let by_code = |&(code, level): &(u16, u8)| Some((guide.skill(guide.skill_by_code(code)?).id.clone(), Proficiency::new(level)?));
    let ratings: BTreeMap<_, _> = content.ratings.iter().filter_map(by_code).collect();
    if ratings.len() < content.ratings.len() {
        warnings.push(Warning::Ratings(content.ratings.len() - ratings.len()));
    }
    ratings
}
