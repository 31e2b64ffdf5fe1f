//! Rating somebody else, who asked for it by link: the same behaviour lines, without their ratings and without what any title asks.
//! At the end there is a link that takes the answers back.

use super::opened::{name_of, warnings};
use crate::dom::{El, button, el, heading, text};
use crate::domain::guide::{Proficiency, SkillIx};
use crate::domain::link::{RateRequest, Warning};
use crate::domain::plan::Ratings;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::standing::gap::{gaps, most_informative_first};
use crate::state::{App, screen};
use crate::ui::components::behaviours::{behaviours, keys, option_id};
use crate::ui::components::link_box::link_box;
use leptos::prelude::*;

/// The heading of the skill, which takes the focus when the skill changes.
const SKILL: &str = "skill";

/// Where the rater is.
#[derive(Clone, Copy)]
struct Rating {
    app: App,
    /// The place of the skill that is shown; beyond the last one once the rater is through.
    at: RwSignal<i32>,
}

/// Shows the questions.
pub fn show(app: App, payload: &str, request: &RateRequest, left_out: &[Warning]) -> Vec<El> {
    app.sharing.begin_opinion(payload, request);
    let rating = Rating { app, at: RwSignal::new(0) };
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
    let page: Vec<El> = page.chain([el("div").class("rating").show(move || rating.shown())]).collect();
    let on_digit = move |level| {
        if let Some(skill) = rating.skill() {
            rating.rate(skill, Some(level));
            screen::focus_once_shown(option_id(level));
        }
    };
    vec![keys(on_digit).class("sections").with(page)]
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

    fn go(self, at: i32) {
        self.at.set(at);
        screen::focus_soon(SKILL);
    }

    /// The skill that is shown; none once the rater is through.
    fn skill(self) -> Option<SkillIx> {
        usize::try_from(self.at.get()).ok().and_then(|place| self.order().get(place).copied())
    }

    fn rate(self, skill: SkillIx, level: Option<Proficiency>) {
        self.app.sharing.rate_other(&PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level });
    }

    fn shown(self) -> Vec<El> {
        let (at, skill) = (self.at.get(), self.skill());
        untrack(|| match skill {
            Some(skill) => self.question(at, skill),
            None => self.answers(),
        })
    }

    fn question(self, at: i32, skill: SkillIx) -> Vec<El> {
        let guide = self.app.guide;
        let (record, all) = (guide.skill(skill), guide.skills().len());
        let next = button("btn", "", move |_| self.go(at + 1))
            .text_from(move || (if self.of(skill).is_some() { "Next skill" } else { "Cannot judge, skip" }).to_owned());
        let back = (at > 0).then(|| button("btn quiet", "Back", move |_| self.go(at - 1)));
        let take_back = move |is_rated: &bool| {
            let back = move |_| {
                let level = self.of(skill).unwrap_or_default();
                self.rate(skill, None);
                self.app.live.announce(format!("{} is unrated again.", record.name));
                // Where another answer is given.
                screen::focus(&option_id(level));
            };
            if *is_rated { vec![button("btn quiet", "Take the rating back", back)] } else { Vec::new() }
        };
        let finish = button("btn quiet", "Finish", move |_| self.go(i32::MAX));
        let progress = el("p").class("small").text_from(move || format!("Skill {} of {all} · {} rated", at + 1, self.rated()));
        vec![el("section").class("question").attr("aria-labelledby", SKILL).with([
            progress,
            text("h2", "", &record.name).attr("id", SKILL).attr("tabindex", "-1"),
            text("p", "why", &record.why),
            behaviours(guide, skill, true, move || self.of(skill), move |level| self.rate(skill, Some(level))),
            el("div").class("row").add(next).maybe(back).show_for(move || self.of(skill).is_some(), take_back).add(finish),
        ])]
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
                "{rated} of {all} skills rated. The link holds these ratings and the two titles, and nothing else: no name, no date. Send it to the person who asked."
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
