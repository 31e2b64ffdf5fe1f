//! Coverage: what six to eight stories show, which of the interview's categories and skills they leave open, and what in the log could
//! fill that.

use crate::domain::base::sorted::SortedSet;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{GroupRole, Guide, Importance, Item, ItemId, Proficiency, SkillIx};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::evidence::{Achievement, AchievementId, Log};
use std::cmp::Reverse;
use std::ops::RangeInclusive;

/// How many stories to bring, as the guide says.
pub const STORIES: RangeInclusive<usize> = 6..=8;
/// How many skills an interview for a title is taken to turn on. This project's judgement: eight stories can show them at two each.
pub const TURNS_ON: usize = 14;

/// An achievement that was chosen as a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The achievement.
    pub id: AchievementId,
    /// The categories that the person tells it for, besides those that its skills belong to.
    pub categories: SortedSet<ItemId>,
}

/// What a story shows of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    No,
    /// A lower level than is asked.
    Below(Proficiency),
    /// The level asked, or a higher one.
    AsAsked(Proficiency),
}

/// One skill over the stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The skill.
    pub skill: SkillIx,
    /// What the title asks.
    pub asked: Proficiency,
    /// What each story shows, in the order of the stories.
    pub shown: Vec<Shown>,
    /// For a skill that no story shows as asked: the entry of the log that shows it best and is no story yet.
    pub in_the_log: Option<(AchievementId, Proficiency)>,
}

impl Row {
    /// The best that any story shows.
    pub fn best(&self) -> Shown {
        let rank = |shown: &Shown| match shown {
            Shown::No => (0, Proficiency::NONE),
            Shown::Below(level) => (1, *level),
            Shown::AsAsked(level) => (2, *level),
        };
        self.shown.iter().copied().max_by_key(rank).unwrap_or(Shown::No)
    }
}

/// One category over the stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The guide's entry.
    pub id: ItemId,
    /// Whether each story belongs to it, in the order of the stories.
    pub told: Vec<bool>,
}

/// The whole of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The stories that the log still has, in the order given.
    pub stories: Vec<AchievementId>,
    /// The skills, in the order given.
    pub skills: Vec<Row>,
    /// The categories, in the guide's order.
    pub categories: Vec<Category>,
}

impl Coverage {
    /// How many more stories there should be; 0 from the least number on.
    pub fn more(&self) -> usize {
        STORIES.start().saturating_sub(self.stories.len())
    }

    /// How many stories there are beyond the most that one can keep in mind.
    pub fn too_many(&self) -> usize {
        self.stories.len().saturating_sub(*STORIES.end())
    }

    /// Skills that no story shows.
    pub fn holes(&self) -> impl Iterator<Item = &Row> {
        self.skills.iter().filter(|row| row.best() == Shown::No)
    }

    /// Skills that stories show below the level asked only.
    pub fn below(&self) -> impl Iterator<Item = &Row> {
        self.skills.iter().filter(|row| matches!(row.best(), Shown::Below(_)))
    }

    /// Categories without a story.
    pub fn open_categories(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(|category| !category.told.contains(&true))
    }
}

/// The skills that an interview for a title turns on: Critical ones and those of its focus first, then what is at stake the most; at
/// most [`TURNS_ON`], and none that the title does not ask. Equals in the guide's order.
pub fn turns_on(guide: &Guide, gaps: &[Gap]) -> Vec<SkillIx> {
    let mut asked: Vec<&Gap> = gaps.iter().filter(|g| g.required > Proficiency::NONE).collect();
    let plain = |g: &Gap| guide.importance(g.skill).base_weight() * 4;
    let first = |g: &Gap| guide.importance(g.skill) == Importance::Critical || g.weight.quarters() > plain(g);
    sort_by_key(&mut asked, |g| (!first(g), Reverse(g.at_stake())));
    asked.into_iter().take(TURNS_ON).map(|g| g.skill).collect()
}

/// The categories of interview question in a guide; none where it has none.
pub fn categories(guide: &Guide) -> Vec<&Item> {
    guide.group_as(GroupRole::Categories).into_iter().flat_map(|g| &g.items).collect()
}

/// Works it out. Stories whose achievement the log lacks are left out.
pub fn coverage(guide: &Guide, gaps: &[Gap], skills: &[SkillIx], categories: &[&Item], log: &Log, stories: &[Story]) -> Coverage {
    let told: Vec<(&Story, &Achievement)> = stories.iter().filter_map(|s| Some((s, log.get(&s.id)?))).collect();
    let level = |one: &Achievement, skill: SkillIx| one.skills.get(&guide.skill(skill).id).copied();
    let row = |&skill: &SkillIx| {
        let asked = gaps.iter().find(|g| g.skill == skill).map_or(Proficiency::NONE, |g| g.required);
        let shown = |one: &Achievement| match level(one, skill) {
            None => Shown::No,
            Some(level) if level < asked => Shown::Below(level),
            Some(level) => Shown::AsAsked(level),
        };
        let mut row = Row { skill, asked, shown: told.iter().map(|(_, one)| shown(one)).collect(), in_the_log: None };
        let best = match row.best() {
            Shown::AsAsked(_) => return row,
            Shown::Below(level) => Some(level),
            Shown::No => None,
        };
        let free = log.iter().filter(|(id, _)| !told.iter().any(|(story, _)| story.id == **id));
        let mut free: Vec<_> =
            free.filter_map(|(id, one)| Some((id, one, level(one, skill).filter(|l| Some(*l) > best)?))).collect();
        sort_by_key(&mut free, |(_, one, level)| (Reverse(*level), one.when.latest_first()));
        row.in_the_log = free.first().map(|(id, _, level)| ((*id).clone(), *level));
        row
    };
    let belongs = |story: &Story, one: &Achievement, item: &Item| {
        story.categories.contains(&item.id) || item.helps.iter().any(|skill| one.skills.contains_key(skill))
    };
    Coverage {
        stories: told.iter().map(|(story, _)| story.id.clone()).collect(),
        skills: skills.iter().map(row).collect(),
        categories: categories
            .iter()
            .map(|item| Category { id: item.id.clone(), told: told.iter().map(|(s, one)| belongs(s, one, item)).collect() })
            .collect(),
    }
}
