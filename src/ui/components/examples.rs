//! The levels of one skill at length: the whole line of each, and one example of what would show that an upper one is reached. For
//! whoever rates, on demand; the example alone for whoever plans.

use crate::dom::signals::*;
use crate::dom::{El, bind, el, text};
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::ui::words::behaviours::{OWN_NONE, THEIR_NONE, own, their};
use crate::ui::words::scale;
use std::rc::Rc;

/// The levels behind a summary, with the row of the one that is chosen marked: made when it is opened, since most questions are answered
/// without, and folded away again when another skill follows. The rows are the same whatever is chosen, and so is their height: how tall
/// the page is tells nobody around it anything.
pub fn examples(
    guide: &'static Guide,
    skill: Rc<dyn Fn() -> SkillIx>,
    about_another: bool,
    rating: Rc<dyn Fn() -> Option<Proficiency>>,
) -> El {
    let row = move |skill: SkillIx, level: Proficiency| {
        let line = usize::from(level.get()).checked_sub(1).and_then(|place| guide.skill(skill).can.get(place));
        let words = match (line, about_another) {
            (None, false) => OWN_NONE.to_owned(),
            (None, true) => THEIR_NONE.to_owned(),
            (Some(line), false) => own(line),
            (Some(line), true) => their(line),
        };
        let rating = rating.clone();
        let chosen = move || (rating() == Some(level)).then(|| "chosen".to_owned());
        let term = text("dt", "", format!("{level} {}", scale::level(level)));
        let shows = guide.evidence(skill, level).map(|line| text("span", "small", format!("For example: {line}")));
        el("div").attr_from("class", chosen).add(term).add(el("dd").text(format!("{words} ")).maybe(shows))
    };
    // For which skill they are open.
    let opened = RwSignal::new(None::<SkillIx>);
    let lines = move |opened: &Option<SkillIx>| {
        let Some(skill) = *opened else { return Vec::new() };
        let rows: Vec<El> = Proficiency::all().map(|level| row(skill, level)).collect();
        let lead = "Examples are of what would show the level; anything as solid counts too.";
        vec![text("p", "small", lead), el("dl").class("lines").with(rows)]
    };
    let of = skill.clone();
    let details = el("details").class("examples").on("toggle", move |event| opened.set(event.open().then(|| untrack(|| of()))));
    let folded = details.clone();
    bind(move || {
        let skill = skill();
        if opened.get_untracked().is_some_and(|opened| opened != skill) {
            folded.set_attr("open", None);
        }
    });
    details.add(text("summary", "", "Each level in full, with examples")).show_for(move || opened.get(), lines)
}

/// The example of one level as a sentence; nothing for levels 1 and 2.
pub fn example(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<El> {
    guide.evidence(skill, level).map(|line| text("p", "small", format!("Evidence, for example: {line}")))
}
