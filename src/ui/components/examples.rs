//! What would show that a level of a skill is reached, one example a level: for whoever rates, on demand, and for whoever plans.

use crate::dom::{El, el, text};
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::ui::words::scale;
use std::rc::Rc;

/// The examples of a skill behind a summary, with the row of the level that is chosen marked. The rows are the same whatever is
/// chosen, and so is their height: how tall the page is tells nobody around it anything.
pub fn examples(guide: &'static Guide, skill: SkillIx, rating: Rc<dyn Fn() -> Option<Proficiency>>) -> El {
    let row = |level: Proficiency| {
        let line = guide.evidence(skill, level)?;
        let rating = rating.clone();
        let chosen = move || (rating() == Some(level)).then(|| "chosen".to_owned());
        let term = text("dt", "", format!("{level} {}", scale::level(level)));
        Some(el("div").attr_from("class", chosen).with([term, text("dd", "", line)]))
    };
    let rows: Vec<El> = Proficiency::all().filter_map(row).collect();
    let words = "One example each; anything as solid counts too.";
    el("details").class("examples").with([
        text("summary", "", "What would count as 3, 4 or 5?"),
        text("p", "small", words),
        el("dl").class("lines").with(rows),
    ])
}

/// The example of one level as a sentence; nothing for levels 1 and 2.
pub fn example(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<El> {
    guide.evidence(skill, level).map(|line| text("p", "small", format!("Evidence, for example: {line}")))
}
