//! The plan: the first leg's actions to tick off, with dates by pace, and the goals that go with them.

use super::begin::needs_plan;
use super::gap_detail::can;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::guide::{Item, Proficiency, SkillIx};
use crate::domain::journey::steps::{Action, all_done, done, step};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::state::{AppState, PlanView, use_app, use_view};
use crate::ui::components::pace::{fit_lines, pace_form};
use crate::ui::components::plural;
use crate::ui::components::share::share_button;

/// How many goals are offered beside those that are chosen.
const GOALS: usize = 6;

/// Shows the page.
pub fn show() -> Vec<El> {
    let (app, view) = (use_app(), use_view());
    let now = view.peek();
    if now.current.is_none() || now.target.is_none() || now.plan.years.is_none() {
        return needs_plan("Your plan", Page::Plan);
    }
    let guide = view.guide;
    let to = now.leg(guide).map_or_else(|| "Your plan".to_owned(), |leg| format!("First leg: to {}", guide.title(leg.to).name));
    let overview =
        el("p").class("small").text_from(move || overview(view)).text(" ").add(link(Page::Route.href(), "Change the route"));
    let pace = el("section").class("card").add(text("h2", "h-small", "Pace")).show(move || pace_line(view)).add(pace_form(app));
    vec![
        heading(to),
        el("div").class("head").add(overview).show(share_button(app, "btn quiet no-print", "Share this plan")),
        el("div").class("plan-lay").with([
            el("div").class("plan-main").show(move || unrated_note(view)).add(list(app, view)),
            el("aside").class("side").attr("aria-label", "Pace and goals").with([pace, goals(app, view)]),
        ]),
    ]
}

fn overview(view: PlanView) -> String {
    let (guide, now) = (view.guide, view.get());
    let titles = now.route(guide).map(|r| r.titles().iter().map(|t| guide.title(*t).name.as_str()).collect::<Vec<_>>().join(" → "));
    let (actions, done) = (now.actions(guide, view.today()), done(guide, &now.plan).len());
    let (all, needed) = (actions.len(), actions.iter().filter(|a| a.needed).count());
    let steps = plural(all, "step", "steps");
    let open = if needed == all { format!("{all} {steps} to take") } else { format!("The gate needs {needed} of {all} {steps}") };
    format!("{}. {open}, {done} done.", titles.unwrap_or_default())
}

fn unrated_note(view: PlanView) -> Vec<El> {
    let unrated = view.get().unrated(view.guide);
    if unrated == 0 {
        return Vec::new();
    }
    let it = plural(unrated, "it", "them");
    let skills = plural(unrated, "skill is", "skills are");
    let words =
        format!("{unrated} {skills} unrated. Until you rate {it}, this list takes {it} to be at what your current title asks. ");
    vec![text("p", "card small", words).add(link(Page::Assess.href(), "Rate the next one"))]
}

fn pace_line(view: PlanView) -> Vec<El> {
    let (guide, now) = (view.guide, view.get());
    let line = all_done(&now.needed(guide, view.today())).map(|(likely, late)| {
        let what =
            if now.leg(guide).is_some_and(|leg| guide.is_onward(leg.to)) { "All of it is there" } else { "The gate is passed" };
        text("p", "small", format!("{what} likely by "))
            .add(text("b", "strong", likely.month_and_year()))
            .text(", late by ")
            .add(text("b", "strong", late.month_and_year()))
            .text(".")
    });
    line.into_iter().chain(fit_lines(guide, &now)).collect()
}

fn list(app: AppState, view: PlanView) -> El {
    let guide = view.guide;
    let needed = move || {
        let entries = entries(app, view, true);
        if entries.is_empty() {
            vec![text("li", "", "Nothing: what you have is enough for the next title. Make the move, or go beyond.")]
        } else {
            entries
        }
    };
    let beyond = move || {
        let entries = entries(app, view, false);
        if entries.is_empty() {
            return Vec::new();
        }
        let words = format!(
            "{} {} beyond the gate, to meet everything the title asks",
            entries.len(),
            plural(entries.len(), "step", "steps")
        );
        vec![el("details").class("beyond").with([text("summary", "", words), el("ol").class("actions").with(entries)])]
    };
    let finished = move || {
        let done = done(guide, &view.get().plan);
        if done.is_empty() {
            return Vec::new();
        }
        let entries: Vec<El> =
            done.iter().map(|d| entry(app, view, d.skill, d.level, true, format!("Done on {}", d.day.in_words()))).collect();
        vec![text("h2", "", "Done"), el("ul").class("actions").with(entries)]
    };
    let onward = view.peek().leg(guide).is_some_and(|leg| guide.is_onward(leg.to));
    let order = if onward { "To have what it asks, in this order" } else { "To pass the gate, in this order" };
    el("section")
        .attr("aria-label", "Steps")
        .with([text("h2", "", order), el("ol").class("actions").show(needed)])
        .show(beyond)
        .show(finished)
}

/// The open steps that the gate needs, or those beyond it.
fn entries(app: AppState, view: PlanView, needed: bool) -> Vec<El> {
    let actions = view.get().actions(view.guide, view.today());
    let entry = |a: &Action| {
        let (likely, late) = (a.by.0.month_and_year(), a.by.1.month_and_year());
        let when = if likely == late { format!("Likely {likely}") } else { format!("Likely {likely}, late {late}") };
        entry(app, view, a.skill, a.level, false, when)
    };
    actions.iter().filter(|a| a.needed == needed).map(entry).collect()
}

fn entry(app: AppState, view: PlanView, skill: SkillIx, level: Proficiency, done: bool, when: String) -> El {
    let guide = view.guide;
    let record = guide.skill(skill);
    let id = format!("step-{}-{level}", record.id);
    let tick = move |event: crate::dom::Event| {
        let ticked = event.checked();
        app.edit(&PlanEdit::Tick { step: step(guide, skill, level), done: ticked.then(|| app.today()) });
        app.announce(if ticked { "Ticked off." } else { "Back on the list." });
    };
    let raise = (done && view.get().ratings.get(skill).is_none_or(|r| r < level)).then(|| {
        button("link", format!("Raise my rating to {level}"), move |_| {
            app.edit(&PlanEdit::Rate { skill: guide.skill(skill).id.clone(), level: Some(level) });
        })
    });
    let name = el("label").attr("for", &id).add(text(
        "b",
        "",
        format!("{}: to level {level}, {}", record.name, level.name().to_ascii_lowercase()),
    ));
    let until = can(guide, skill, level).unwrap_or_default().replacen("You", "Until you", 1);
    let more = link(Page::GuideEntry("skills".to_owned(), record.id.to_string()).href(), "More on this skill");
    el("li").class("action").with([
        el("input").attr("type", "checkbox").attr("id", &id).flag_from("checked", move || done).on("change", tick),
        el("div").with([name, text("p", "", until), text("p", "small", when).text(" · ").add(more).text(" ").maybe(raise)]),
    ])
}

fn goals(app: AppState, view: PlanView) -> El {
    let guide = view.guide;
    let offered = move || {
        let now = view.get();
        let mut goals: Vec<&'static Item> = Vec::new();
        for action in now.needed(guide, view.today()) {
            for item in guide.helpers("goals", action.skill) {
                if goals.len() < GOALS && !goals.iter().any(|g| g.id == item.id) {
                    goals.push(item);
                }
            }
        }
        let chosen = guide.items().map(|(_, item)| item).filter(|i| now.plan.goals.contains(&i.id));
        let elsewhere: Vec<&'static Item> = chosen.filter(|i| !goals.iter().any(|g| g.id == i.id)).collect();
        goals.extend(elsewhere);
        goals.into_iter().map(|item| goal(app, item, now.plan.goals.contains(&item.id))).collect()
    };
    el("section").class("card").with([
        text("h2", "h-small", "Goals that help"),
        text("p", "small", "From the guide, for the skills of this leg. The ones you choose stay here and travel with your link."),
        el("ul").class("actions").show(offered),
        link(Page::GuideSection("goals".to_owned()).href(), "All goals in the guide").class("small"),
    ])
}

fn goal(app: AppState, item: &'static Item, chosen: bool) -> El {
    let id = format!("choose-{}", item.id);
    let choose = move |event: crate::dom::Event| app.edit(&PlanEdit::ChooseGoal { goal: item.id.clone(), chosen: event.checked() });
    el("li").class("action").with([
        el("input").attr("type", "checkbox").attr("id", &id).flag_from("checked", move || chosen).on("change", choose),
        el("div").with([text("label", "", &item.name).attr("for", &id), text("p", "small", &item.rationale)]),
    ])
}
