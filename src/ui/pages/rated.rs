//! A second opinion that came back: where it agrees with one's own ratings, and what to take over from it.

use super::shared::{name_of, warnings};
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::guide::{Proficiency, SkillIx};
use crate::domain::link::{RatedReply, Warning};
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::domain::standing::opinion::{Pair, agreement, pairs};
use crate::state::{AppState, PlanView};
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::plural;
use leptos::prelude::*;

/// A second opinion. Both are plans for the sake of the machinery that plans have: each kind of signal weighs a kilobyte.
#[derive(Clone, Copy)]
struct Opinion {
    app: AppState,
    /// What came back.
    theirs: PlanView,
    /// The ratings in it that are ticked.
    ticked: RwSignal<Plan>,
    /// What became of taking some over.
    told: RwSignal<String>,
}

/// Shows a second opinion.
pub fn show(app: AppState, reply: &RatedReply, left_out: &[Warning]) -> Vec<El> {
    let plan = Plan { to: reply.to.clone(), ratings: reply.ratings.clone(), ..Plan::default() };
    let theirs = PlanView::of(app.guide, RwSignal::new(plan), true);
    let opinion = Opinion { app, theirs, ticked: RwSignal::new(Plan::default()), told: RwSignal::new(String::new()) };
    let mine = app.view().peek().target;
    let other = name_of(app, reply.to.as_ref()).filter(|_| mine.is_some() && theirs.peek().target != mine).map(|asked_for| {
        let now = app.view().name(mine);
        text(
            "p",
            "small",
            format!("They were asked about {asked_for}. What matters most is sorted for your destination now, {now}."),
        )
    });
    let page = [heading("A second opinion"), el("p").class("lead").text_from(move || agreed(&opinion.pairs()))];
    let page = page.into_iter().chain(warnings(left_out)).chain(other);
    if reply.ratings.is_empty() {
        return page.chain([link(Page::Home.href(), "Go to my plan").class("btn")]).collect();
    }
    page.chain([el("div").class("stacked").show(move || vec![opinion.table()]), opinion.adopt()]).collect()
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
        let (mine, theirs) = (self.app.view().get(), self.theirs.peek());
        pairs(self.app.guide, mine.target.or(theirs.target), &mine.ratings, &theirs.ratings)
    }

    fn tick(self, skill: SkillIx, level: Option<Proficiency>) {
        let edit = PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level };
        self.ticked.set(apply(&self.ticked.get_untracked(), &edit));
    }

    fn table(self) -> El {
        let guide = self.app.guide;
        let tick = move |pair: &Pair| {
            let skill = pair.skill;
            let Some(other) = pair.other.filter(|other| Some(*other) != pair.one) else { return el("span") };
            let record = guide.skill(skill);
            el("input")
                .attr("type", "checkbox")
                .attr("id", format!("take-{}", record.id))
                .attr("aria-label", format!("Take over {}: {other}", record.name))
                .flag_from("checked", move || self.ticked.with(|t| t.ratings.contains_key(&record.id)))
                .on("change", move |event| self.tick(skill, event.checked().then_some(other)))
        };
        let name = "Skill by skill, what matters most first";
        pairs_table(guide, name, ["You", "They", "Asked"], &self.pairs(), Some(&tick))
    }

    fn adopt(self) -> El {
        let take = move |_| {
            let ratings = self.ticked.get_untracked().ratings;
            let n = ratings.len();
            if n > 0 {
                self.app.edit(&PlanEdit::Adopt(ratings));
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
                self.app.undo();
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
