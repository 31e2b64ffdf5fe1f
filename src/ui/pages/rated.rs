//! A second opinion that came back: where it agrees with one's own ratings, and what to take over from it.

use super::opened::warnings;
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::guide::{Proficiency, SkillIx};
use crate::domain::link::{RatedReply, Warning};
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::domain::standing::opinion::{Pair, agreement, pairs};
use crate::state::{App, DerivedPlan};
use crate::ui::components::history::undo;
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::plural;
use leptos::prelude::*;

/// A second opinion. Both are plans for the sake of the machinery that plans have: each kind of signal weighs a kilobyte.
#[derive(Clone, Copy)]
struct Opinion {
    app: App,
    /// What came back.
    theirs: DerivedPlan,
    /// The ratings in it that are ticked.
    ticked: RwSignal<Plan>,
    /// What became of taking some over.
    told: RwSignal<String>,
}

/// Shows a second opinion.
pub fn show(app: App, reply: &RatedReply, left_out: &[Warning]) -> Vec<El> {
    let plan = Plan { to: reply.to.clone(), ratings: reply.ratings.clone(), ..Plan::default() };
    let theirs = DerivedPlan::of(app.guide, RwSignal::new(plan), true);
    let opinion = Opinion { app, theirs, ticked: RwSignal::new(Plan::default()), told: RwSignal::new(String::new()) };
    let other = move || {
        let target = |plan: DerivedPlan| plan.get().stage.aim().map(|aim| aim.target);
        let (mine, their) = (target(app.own.derived()), target(theirs));
        let both = mine.filter(|_| mine != their).zip(their);
        let line = |(mine, their)| {
            let (mine, their) = (theirs.name(mine), theirs.name(their));
            text(
                "p",
                "small",
                format!("They were asked about {their}. What matters most is sorted for your destination now, {mine}."),
            )
        };
        both.map(line).into_iter().collect()
    };
    let page = [heading("A second opinion"), el("p").class("lead").text_from(move || agreed(&opinion.pairs()))];
    let page = page.into_iter().chain(warnings(left_out)).chain([el("div").show(other)]);
    if reply.ratings.is_empty() {
        return page.chain([link(Page::Home.href(), "Go to my plan").class("btn")]).collect();
    }
    page.chain([opinion.table(), opinion.adopt()]).collect()
}

fn agreed(pairs: &[Pair]) -> String {
    let agreement = agreement(pairs);
    let theirs = pairs.iter().filter(|p| p.other.is_some()).count();
    match (theirs, agreement.both) {
        (0, _) => "It came back without any ratings.".to_owned(),
        (n, 0) => format!("They rated {n} {}. You have rated none of them yourself yet.", plural(n, "skill", "skills")),
        (_, both) => format!(
            "You both rated {both} {}: the same on {}, and at most one level apart on {}.",
            plural(both, "skill", "skills"),
            agreement.same,
            agreement.near
        ),
    }
}

impl Opinion {
    fn pairs(self) -> Vec<Pair> {
        let (mine, theirs) = (self.app.own.derived().get(), self.theirs.get());
        let aim = mine.stage.aim().or(theirs.stage.aim());
        pairs(self.app.guide, aim.map(|aim| aim.target), &mine.ratings, &theirs.ratings)
    }

    fn tick(self, skill: SkillIx, level: Option<Proficiency>) {
        let edit = PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level };
        self.ticked.set(apply(&self.ticked.get_untracked(), &edit));
    }

    fn table(self) -> El {
        let guide = self.app.guide;
        let tick = move |row: Row<Pair>| {
            // One's own rating may come to be the same, and differ again after an undo.
            let differs = move || row.get().other.filter(|other| Some(*other) != row.get().one);
            el("span").show_for(differs, move |other| {
                let Some(other) = *other else { return Vec::new() };
                let skill = row.identity().skill;
                let record = guide.skill(skill);
                let input = el("input")
                    .attr("type", "checkbox")
                    .attr("id", format!("take-{}", record.id))
                    .attr("aria-label", format!("Take over {}: {other}", record.name))
                    .flag_from("checked", move || self.ticked.with(|t| t.ratings.contains_key(&record.id)))
                    .on("change", move |event| self.tick(skill, event.checked().then_some(other)));
                vec![input]
            })
        };
        let name = "Skill by skill, what matters most first";
        pairs_table(guide, name, ["You", "They", "Asked"], Box::new(move || self.pairs()), Some(Box::new(tick)))
    }

    fn adopt(self) -> El {
        let take = move |_| {
            let ratings = self.ticked.get_untracked().ratings;
            let n = ratings.len();
            if n > 0 {
                self.app.own.edit(&PlanEdit::AdoptRatings(ratings));
                self.ticked.set(Plan::default());
                self.told.set(format!("{n} {} taken over. ", plural(n, "rating is", "ratings are")));
            }
        };
        let all = move |_| {
            for pair in untrack(|| self.pairs()) {
                if pair.other != pair.one {
                    self.tick(pair.skill, pair.other);
                }
            }
        };
        let count = move || self.ticked.with(|t| t.ratings.len());
        let words = move || match count() {
            0 => "Take over the ticked ratings".to_owned(),
            n => format!("Take over {n} {}", plural(n, "rating", "ratings")),
        };
        let told = move || {
            let words = self.told.get();
            if words.is_empty() {
                return Vec::new();
            }
            let undo = button("link", "Undo", move |_| {
                undo(self.app);
                self.told.set(String::new());
            });
            vec![text("span", "", words), undo.attr("id", "undo-taken")]
        };
        let take = button("btn", "", take).attr("id", "take").text_from(words);
        el("div").class("row").with([
            take.attr_from("aria-disabled", move || (count() == 0).then(|| "true".to_owned())),
            button("btn quiet", "Tick all that differ", all),
            el("span").class("small").attr("role", "status").show(told),
        ])
    }
}
