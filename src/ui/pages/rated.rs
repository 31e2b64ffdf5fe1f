//! A second opinion that came back: where it agrees with one's own ratings, and what to take over from it.

use super::shared::{name_of, warnings};
use crate::domain::edit::PlanEdit;
use crate::domain::guide::SkillIx;
use crate::domain::link::{RatedReply, Warning};
use crate::domain::opinion::{Pair, agreement, pairs};
use crate::domain::page::Page;
use crate::domain::plan::{Plan, Ratings};
use crate::state::AppState;
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::plural;
use crate::ui::dom::{El, button, el, heading, link, text};
use leptos::prelude::*;

/// Shows a second opinion.
pub fn show(app: AppState, reply: RatedReply, left_out: &[Warning]) -> Vec<El> {
    let asked_for = name_of(app, reply.to.as_ref());
    let theirs = Opinion {
        ratings: Ratings::of(&Plan { ratings: reply.ratings.clone(), ..Plan::default() }, app.guide),
        reply,
        chosen: RwSignal::new(Vec::new()),
        taken: RwSignal::new(0),
    };
    let theirs = StoredValue::new(theirs);
    let mine = app.view().peek();
    let other = asked_for.filter(|_| mine.target.is_some() && theirs.with_value(|t| t.reply.to != mine.plan.to)).map(|asked_for| {
        let words = format!(
            "They were asked about {asked_for}. What matters most is sorted for your destination now, {}.",
            app.view().name(mine.target)
        );
        text("p", "small", words)
    });
    let page = [heading("A second opinion"), el("p").class("lead").text_from(move || agreed(&paired(app, theirs)))];
    let page = page.into_iter().chain(warnings(left_out)).chain(other);
    let nothing = theirs.with_value(|t| t.reply.ratings.is_empty());
    if nothing {
        return page.chain([link(Page::Home.href(), "Go to my plan").class("btn")]).collect();
    }
    page.chain([el("div").class("stacked").show(move || table(app, theirs)), adopt(app, theirs)]).collect()
}

/// What came back, and what is ticked in it.
struct Opinion {
    reply: RatedReply,
    ratings: Ratings,
    chosen: RwSignal<Vec<SkillIx>>,
    /// How many were taken over last.
    taken: RwSignal<usize>,
}

type Kept = StoredValue<Opinion>;

fn paired(app: AppState, theirs: Kept) -> Vec<Pair> {
    let mine = app.view().get();
    theirs.with_value(|t| {
        let target = mine.target.or_else(|| t.reply.to.as_ref().and_then(|id| app.guide.title_by_id(id)));
        pairs(app.guide, target, &mine.ratings, &t.ratings)
    })
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

fn table(app: AppState, theirs: Kept) -> Vec<El> {
    let guide = app.guide;
    let chosen = theirs.with_value(|t| t.chosen);
    let tick = move |pair: &Pair| {
        let skill = pair.skill;
        let Some(other) = pair.other.filter(|other| Some(*other) != pair.one) else { return text("span", "", "") };
        let record = guide.skill(skill);
        el("input")
            .attr("type", "checkbox")
            .attr("id", format!("take-{}", record.id))
            .attr("aria-label", format!("Take over {}: {other}", record.name))
            .flag_from("checked", move || chosen.with(|c| c.contains(&skill)))
            .on("change", move |event| {
                let ticked = event.checked();
                chosen.update(|c| {
                    c.retain(|s| *s != skill);
                    if ticked {
                        c.push(skill);
                    }
                });
            })
    };
    let pairs = paired(app, theirs);
    vec![pairs_table(guide, "Skill by skill, what matters most first", ["You", "They", "Asked"], &pairs, Some(&tick))]
}

fn adopt(app: AppState, theirs: Kept) -> El {
    let (chosen, taken) = theirs.with_value(|t| (t.chosen, t.taken));
    let take = move |_| {
        let skills = chosen.get_untracked();
        if skills.is_empty() {
            return;
        }
        let ratings = theirs.with_value(|t| {
            let rated = |skill: &SkillIx| Some((app.guide.skill(*skill).id.clone(), t.ratings.get(*skill)?));
            skills.iter().filter_map(rated).collect()
        });
        app.edit(&PlanEdit::Adopt(ratings));
        taken.set(skills.len());
        chosen.set(Vec::new());
    };
    let all = move |_| {
        let differing = paired(app, theirs).into_iter().filter(|p| p.other.is_some() && p.other != p.one);
        chosen.set(differing.map(|p| p.skill).collect());
    };
    let words = move || match chosen.with(Vec::len) {
        0 => "Take over the ticked ratings".to_owned(),
        n => format!("Take over {n} {}", plural(n, "rating", "ratings")),
    };
    let told = move || match taken.get() {
        0 => Vec::new(),
        n => vec![
            text("span", "", format!("{n} {} taken over. ", plural(n, "rating is", "ratings are"))),
            button("link", "Undo", move |_| {
                app.undo();
                taken.set(0);
            })
            .attr("id", "undo-taken"),
        ],
    };
    el("div").class("row").with([
        button("btn", "", take)
            .attr("id", "take")
            .text_from(words)
            .attr_from("aria-disabled", move || chosen.with(Vec::is_empty).then(|| "true".to_owned())),
        button("btn quiet", "Tick all that differ", all),
        el("span").class("small").attr("role", "status").show(told),
    ])
}
