//! The plan: the first leg's actions to tick off, with dates by pace, and the goals that go with them.

use super::gap_detail::can;
use crate::dom::{El, Row, el, heading, link, text};
use crate::domain::analysis::Travel;
use crate::domain::guide::{Item, SectionRole};
use crate::domain::journey::steps::{Board, Counts, Entry, List, all_done, step};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::state::{App, DerivedPlan, Live, OwnPlan, use_app};
use crate::ui::components::examples::example;
use crate::ui::components::pace::{fit_lines, pace_form};
use crate::ui::components::plural;
use crate::ui::components::resources::to_read;
use crate::ui::components::share::share_button;
use crate::ui::words::dates::{self, month_and_year};
use crate::ui::words::scale;
use leptos::prelude::*;

/// How many goals are offered beside those that are chosen.
const GOALS: usize = 6;

/// Shows the page.
pub fn show(travel: Live<Travel>) -> Vec<El> {
    let (app, plan, guide) = (use_app(), travel.plan, travel.plan.guide);
    // What is ticked off while one looks stays where it is; the next visit has it in its place.
    let last = StoredValue::new(None::<Board>);
    let board = move || {
        let now = travel.get().board(guide, plan.today());
        let now = match last.get_value() {
            Some(before) => before.keeping_places(now),
            None => now,
        };
        last.set_value(Some(now.clone()));
        now
    };
    let title = move || format!("First leg: to {}", guide.title(travel.get().leg.to).name);
    let overview = el("p")
        .class("small")
        .text_from(move || overview(travel, &board()))
        .text(" ")
        .add(link(Page::Routes.href(), "Change the route"));
    let pace = el("section").class("card").add(text("h2", "h-small", "Pace")).show(move || pace_line(travel)).add(pace_form(app));
    vec![
        heading("").text_from(title),
        el("div").class("head").add(overview).show(share_button(app.own, "btn quiet no-print", "Share this plan")),
        el("div").class("plan-lay").with([
            el("div").class("plan-main").show(move || unrated_note(travel)).add(list(app, travel, board)),
            el("aside").class("side").attr("aria-label", "Pace and goals").with([pace, goals(app, travel)]),
        ]),
    ]
}

fn overview(travel: Live<Travel>, board: &Board) -> String {
    let titles: Vec<&str> = travel.get().followed.titles().iter().map(|t| travel.plan.name(*t)).collect();
    let Counts { needed, open, done } = board.counts();
    let steps = plural(open, "step", "steps");
    let open =
        if needed == open { format!("{open} {steps} to take") } else { format!("The gate needs {needed} of {open} {steps}") };
    format!("{}. {open}, {done} done.", titles.join(" → "))
}

fn unrated_note(travel: Live<Travel>) -> Vec<El> {
    let unrated = travel.get().journey.aim.unrated(travel.plan.guide);
    if unrated == 0 {
        return Vec::new();
    }
    let it = plural(unrated, "it", "them");
    let skills = plural(unrated, "skill is", "skills are");
    let words =
        format!("{unrated} {skills} unrated. Until you rate {it}, this list takes {it} to be at what your current title asks. ");
    vec![text("p", "card small", words).add(link(Page::Assess.href(), "Rate the next one"))]
}

fn pace_line(travel: Live<Travel>) -> Vec<El> {
    let (guide, now) = (travel.plan.guide, travel.get());
    let line = all_done(&now.needed(guide, travel.plan.today())).map(|(likely, late)| {
        let what = if guide.is_onward(now.leg.to) { "All of it is there" } else { "The gate is passed" };
        text("p", "small", format!("{what} likely by "))
            .add(text("b", "strong", month_and_year(likely)))
            .text(", late by ")
            .add(text("b", "strong", month_and_year(late)))
            .text(".")
    });
    line.into_iter().chain(fit_lines(guide, &now)).collect()
}

fn list(app: App, travel: Live<Travel>, board: impl Fn() -> Board + Copy + 'static) -> El {
    let (plan, guide) = (travel.plan, travel.plan.guide);
    let has_any = move |list: List| move || !board().list(list).is_empty();
    // Each step keeps its element, so that what has the focus keeps it.
    let steps = move |of: El, list: List| {
        let key = |entry: &Entry| format!("{}:{}", entry.step().0.index(), entry.step().1);
        of.class("actions").each(move || board().list(list).to_vec(), key, move |row| step_row(app, plan, row))
    };
    let needed = move |has_any: &bool| match has_any {
        true => vec![steps(el("ol"), List::Needed)],
        false => {
            let words = "Nothing: what you have is enough for the next title. Make the move, or go beyond.";
            vec![text("p", "", words)]
        }
    };
    let beyond = move |has_any: &bool| {
        let words = move || {
            let open = board().list(List::Beyond).iter().filter(|entry| !entry.is_done()).count();
            format!("{open} {} beyond the gate, to meet everything the title asks", plural(open, "step", "steps"))
        };
        let details = || el("details").class("beyond").with([el("summary").text_from(words), steps(el("ol"), List::Beyond)]);
        if *has_any { vec![details()] } else { Vec::new() }
    };
    let done = move |has_any: &bool| {
        if *has_any { vec![text("h2", "", "Done"), steps(el("ul"), List::Done)] } else { Vec::new() }
    };
    let order = move || match guide.is_onward(travel.get().leg.to) {
        true => "To have what it asks, in this order".to_owned(),
        false => "To pass the gate, in this order".to_owned(),
    };
    el("section")
        .attr("aria-label", "Steps")
        .add(el("h2").text_from(order))
        .show_for(has_any(List::Needed), needed)
        .show_for(has_any(List::Beyond), beyond)
        .show_for(has_any(List::Done), done)
}

fn step_row(app: App, plan: DerivedPlan, row: Row<Entry>) -> El {
    let guide = plan.guide;
    let (skill, level) = row.identity().step();
    let record = guide.skill(skill);
    let id = format!("step-{}-{level}", record.id);
    let tick = move |event: crate::dom::Event| {
        let done = event.checked().then(|| app.own.derived().today());
        app.own.edit(&PlanEdit::Tick { step: step(guide, skill, level), done });
        let rated = app.own.plan().with(|plan| plan.level(&record.id)).map_or_else(String::new, |level| level.to_string());
        let what = if done.is_some() { "Done" } else { "Open again" };
        app.live.announce(format!("{what}. Your rating in {} is {rated} now.", record.name));
    };
    let when = move || match &*row.get() {
        Entry::Open(action) => {
            let (likely, late) = (month_and_year(action.by.0), month_and_year(action.by.1));
            if likely == late { format!("Likely {likely}") } else { format!("Likely {likely}, late {late}") }
        }
        Entry::Done(done) => {
            done.day.map_or_else(|| "Reached, by your rating".to_owned(), |day| format!("Done on {}", dates::day(day)))
        }
    };
    let name = el("label").attr("for", &id).add(text(
        "b",
        "",
        format!("{}: to level {level}, {}", record.name, scale::level(level).to_ascii_lowercase()),
    ));
    let until = can(guide, skill, level).unwrap_or_default().replacen("You", "Until you", 1);
    let more = link(Page::guide_skill(guide, skill).href(), "More on this skill");
    // The second click of a double click is none: it would take back what the first one did.
    el("li")
        .class("action")
        .on("click", |event| {
            if event.repeats() {
                event.prevent()
            }
        })
        .with([
            el("input")
                .attr("type", "checkbox")
                .attr("id", &id)
                .flag_from("checked", move || row.get().is_done())
                .on("change", tick),
            el("div")
                .with([name, text("p", "", until)])
                .maybe(example(guide, skill, level))
                .maybe(to_read(guide, skill, level))
                .add(el("p").class("small").text_from(when).text(" · ").add(more)),
        ])
}

/// A goal beside the steps.
#[derive(Clone, PartialEq)]
struct Goal {
    item: &'static Item,
    is_chosen: bool,
}

fn goals(app: App, travel: Live<Travel>) -> El {
    let guide = travel.plan.guide;
    // A goal that was offered stays while one looks, also when it is no longer chosen or its step is done.
    let last = StoredValue::new((None::<usize>, Vec::<&'static Item>::new()));
    let offered = move || {
        let now = travel.get();
        let chosen = &now.journey.aim.plan.goals;
        let (leg, mut goals) = last.get_value();
        if leg != Some(now.leg.number) {
            goals.clear();
            for item in now.needed(guide, travel.plan.today()).iter().flat_map(|a| guide.helpers(SectionRole::Goals, a.skill)) {
                if goals.len() < GOALS && !goals.iter().any(|g| g.id == item.id) {
                    goals.push(item);
                }
            }
        }
        for item in guide.items().map(|(_, item)| item).filter(|item| chosen.contains(&item.id)) {
            if !goals.iter().any(|g| g.id == item.id) {
                goals.push(item);
            }
        }
        last.set_value((Some(now.leg.number), goals.clone()));
        goals.into_iter().map(|item| Goal { item, is_chosen: chosen.contains(&item.id) }).collect()
    };
    el("section").class("card").with([
        text("h2", "h-small", "Goals that help"),
        text("p", "small", "From the guide, for the skills of this leg. The ones you choose stay here and travel with your link."),
        el("ul").class("actions").each(offered, |goal| goal.item.id.to_string(), move |row| goal(app.own, row)),
        link(Page::guide_section(guide, SectionRole::Goals).href(), "All goals in the guide").class("small"),
    ])
}

fn goal(own: OwnPlan, row: Row<Goal>) -> El {
    let item = row.identity().item;
    let id = format!("choose-{}", item.id);
    let choose = move |event: crate::dom::Event| own.edit(&PlanEdit::ChooseGoal { goal: item.id.clone(), chosen: event.checked() });
    el("li").class("action").with([
        el("input").attr("type", "checkbox").attr("id", &id).flag_from("checked", move || row.get().is_chosen).on("change", choose),
        el("div").with([text("label", "", &item.name).attr("for", &id), text("p", "small", &item.rationale)]),
    ])
}
