//! Rating somebody else, who asked for it by link: the same behaviour lines, without their ratings and without what any title asks.
//! At the end there is a link that takes the answers back.

use super::opened::{name_of, warnings};
use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, text};
use crate::domain::guide::{Proficiency, SkillIx};
use crate::domain::link::{RateRequest, Warning};
use crate::domain::plan::Ratings;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{gaps, most_informative_first};
use crate::state::{App, screen};
use crate::ui::components::behaviours::{PART, Question, behaviours, keys};
use crate::ui::components::link_box::link_box;
use crate::ui::words::figures::out_of;
use crate::ui::words::{assess as words, scale};
use std::rc::Rc;

/// The heading of the skill, which takes the focus when the skill changes.
const SKILL: &str = "skill";

/// Where the rater is.
#[derive(Clone, Copy)]
struct Rating {
    app: App,
    /// The place of the skill that is shown; beyond the last one once the rater is through.
    at: RwSignal<i32>,
    /// The skill that was rated last in this visit.
    last: RwSignal<Option<SkillIx>>,
}

/// Shows the questions.
pub fn show(app: App, payload: &str, request: &RateRequest, left_out: &[Warning]) -> Vec<El> {
    app.sharing.begin_opinion(payload, request);
    let rating = Rating { app, at: RwSignal::new(0), last: RwSignal::new(None) };
    // Whoever comes back goes on where they were.
    let order = rating.order();
    let open = order.iter().position(|s| untrack(|| rating.of(*s)).is_none()).unwrap_or(order.len());
    rating.at.set(i32::try_from(open).unwrap_or(0));
    let who = match (name_of(app.guide, request.from.as_ref()), name_of(app.guide, request.to.as_ref())) {
        (Some(from), Some(to)) => format!(" ({from}, aiming for {to})"),
        (None, Some(to)) => format!(" (aiming for {to})"),
        (Some(from), None) => format!(" ({from})"),
        (None, None) => String::new(),
    };
    let lead = format!(
        "A colleague{who} asks how you see their skills. You do not see how they rated themselves. Pick the highest line that is true of them, and skip what you cannot judge. Your answers stay on this device until you send the link at the end."
    );
    let page = [heading("Rate a colleague"), text("p", "lead", lead)].into_iter().chain(warnings(left_out));
    let body = el("div").class("rating assess").show_for(move || rating.key(), move |_| rating.shown());
    let page: Vec<El> = page.chain([body]).collect();
    let on_digit = move |level| {
        if let Some(skill) = untrack(|| rating.skill()) {
            rating.answer(skill, level);
        }
    };
    vec![keys(on_digit).attr("id", PART).class("sections").with(page)]
}

impl Rating {
    /// The skills, the most informative first.
    fn order(self) -> Vec<SkillIx> {
        let guide = self.app.guide;
        match self.app.sharing.opinion().with_untracked(|answer| answer.to_in(guide)) {
            Some(target) => most_informative_first(&gaps(guide, &Ratings::from_values(Vec::new()), target)),
            None => guide.skills().collect(),
        }
    }

    fn of(self, skill: SkillIx) -> Option<Proficiency> {
        self.app.sharing.opinion().with(|answer| answer.ratings.get(&self.app.guide.skill(skill).id).copied())
    }

    fn rated(self) -> usize {
        self.app.sharing.opinion().with(|answer| answer.ratings.len())
    }

    /// Goes to another place: its heading takes the focus once it is on the screen.
    fn go(self, at: i32) {
        screen::hold_focus(PART);
        screen::focus_once_shown(SKILL.to_owned());
        self.at.set(at);
    }

    /// What the page is made anew for: another skill, or one that is rated now or no longer.
    fn key(self) -> (i32, bool) {
        (self.at.get(), self.skill().is_some_and(|skill| self.of(skill).is_some()))
    }

    /// Rates a skill. One that had no rating gives way to the next.
    fn answer(self, skill: SkillIx, level: Proficiency) {
        let is_first = untrack(|| self.of(skill)).is_none();
        self.rate(skill, Some(level));
        self.app.live.announce(said(&self.app.guide.skill(skill).short, level));
        if is_first {
            self.last.set(Some(skill));
            self.go(self.at.get_untracked() + 1);
        }
    }

    /// Takes a rating back, and goes to its question.
    fn take_back(self, skill: SkillIx) {
        self.rate(skill, None);
        self.last.set(None);
        self.app.live.announce(words::taken_back(&self.app.guide.skill(skill).short, None));
        let place = self.order().iter().position(|s| *s == skill).and_then(|place| i32::try_from(place).ok());
        self.go(place.unwrap_or(0));
    }

    /// The skill that is shown; none once the rater is through.
    fn skill(self) -> Option<SkillIx> {
        usize::try_from(self.at.get()).ok().and_then(|place| self.order().get(place).copied())
    }

    fn rate(self, skill: SkillIx, level: Option<Proficiency>) {
        self.app.sharing.rate_other(&PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level });
    }

    fn shown(self) -> Vec<El> {
        untrack(|| match self.skill() {
            Some(skill) => self.question(self.at.get(), skill),
            None => self.answers(),
        })
    }

    fn question(self, at: i32, skill: SkillIx) -> Vec<El> {
        let guide = self.app.guide;
        let (record, all) = (guide.skill(skill), guide.skills().len());
        let is_rated = self.of(skill).is_some();
        let next = if is_rated { "Next skill" } else { "Cannot judge" };
        let next = button(if is_rated { "btn" } else { "btn quiet" }, next, move |_| self.go(at + 1));
        let back = (at > 0).then(|| button("btn quiet", "Back", move |_| self.go(at - 1)));
        let finish = button("btn quiet", "Finish", move |_| self.go(i32::MAX));
        let progress = el("p")
            .class("small")
            .text_from(move || format!("Skill {} · {} rated", out_of(usize::try_from(at + 1).unwrap_or(all), all), self.rated()));
        let asked = Question { guide, skill: Rc::new(move || skill), about_another: true, asked: None };
        let question = el("section").class("question").attr("aria-labelledby", SKILL).with([
            progress,
            text("h2", "", &record.short).attr("id", SKILL).attr("tabindex", "-1"),
            text("p", "why", &record.why),
            el("p").class("which").text("Choose the highest line that is true today. ").add(text("b", "", "They can …")),
            behaviours(asked, move || self.of(skill), move |level| self.answer(skill, level)),
        ]);
        let verdict = move |said: &Option<SkillIx>| self.verdict(*said, skill);
        let last = move || self.last.get().filter(|last| self.of(*last).is_some()).or_else(|| self.of(skill).map(|_| skill));
        vec![
            question,
            el("div").class("dock").with([
                el("div").class("dock-said").show_for(last, verdict),
                el("div").class("dock-ways").add(next).maybe(back).add(finish),
            ]),
        ]
    }

    /// What was said of a skill last, with the way to take it back.
    fn verdict(self, of: Option<SkillIx>, here: SkillIx) -> Vec<El> {
        let Some(skill) = of else { return vec![text("p", "small", "One press rates, and the next skill is there.")] };
        let name: &'static str = &self.app.guide.skill(skill).short;
        let words = el("p").add(el("b").text_from(move || self.of(skill).map_or_else(String::new, |level| said(name, level))));
        let undo = if skill == here { "Take the rating back" } else { "Undo" };
        let undo = button("btn quiet", undo, move |_| self.take_back(skill));
        vec![words, if skill == here { undo } else { undo.attr("aria-label", words::undo(name)) }]
    }

    fn answers(self) -> Vec<El> {
        let (rated, all) = (self.rated(), self.app.guide.skills().len());
        let title = |words: &str| text("h2", "", words).attr("id", SKILL).attr("tabindex", "-1");
        let again = button("btn quiet", "Go through the skills again", move |_| self.go(0));
        let card = el("section").class("card narrow").attr("aria-labelledby", SKILL);
        let card = if rated == 0 {
            card.add(title("Nothing is rated yet")).add(text(
                "p",
                "",
                "Rate at least one skill, and the link to send back stands here.",
            ))
        } else {
            let words = format!(
                "{rated}\u{a0}of\u{a0}{all}\u{a0}skills rated. The link holds these ratings and the two titles, and nothing else: no name, no date. Send it to the person who asked."
            );
            let link = self.app.sharing.reply_link();
            card.add(title("Send your answers back")).add(text("p", "", words)).add(link_box(
                self.app,
                "reply-link",
                "Link to send back",
                "How I see your skills",
                link,
            ))
        };
        vec![card.add(again)]
    }
}

/// A rating in words, without what any title asks.
fn said(name: &str, level: Proficiency) -> String {
    format!("{name}: {level} {}", scale::level(level))
}
