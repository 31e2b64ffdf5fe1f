//! The small guide of `tests/fixtures/small-guide.toml`, whose table of requirements and weights stands at the top of `model.rs`, and short
//! names for what is in it.

#![allow(dead_code)]

use career_explorer::domain::base::day::Day;
use career_explorer::domain::guide::{Guide, Proficiency, SkillIx, TitleIx, source::read_files};
use career_explorer::domain::plan::Ratings;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
    let text = include_str!("../fixtures/small-guide.toml").to_owned();
    Guide::new(read_files(&[("small-guide.toml".into(), text)]).expect("the small guide has no fault of form")).unwrap()
});

/// The guide.
pub fn guide() -> &'static Guide {
    &GUIDE
}

/// A title, by its id.
pub fn title(id: &str) -> TitleIx {
    guide().title_by_id(&id.into()).unwrap()
}

/// A skill, by its id.
pub fn skill(id: &str) -> SkillIx {
    guide().skill_by_id(&id.into()).unwrap()
}

/// A level, by its number.
pub fn level(number: u8) -> Proficiency {
    Proficiency::new(number).unwrap()
}

/// A day, as `2026-01-01`.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Ratings of architecture, cloud, data and communication as four signs: a digit, or `-` for unrated.
pub fn rated(signs: &str) -> Ratings {
    Ratings::from_values(signs.chars().map(|c| c.to_digit(10).map(|d| level(u8::try_from(d).unwrap()))).collect())
}
