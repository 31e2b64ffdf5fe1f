//! Every step of the first leg, to tick off or print: what the gate needs, what goes beyond it, what is done.

use super::gap_detail::can;
use crate::dom::signals::*;
use crate::dom::{El, Row, el, heading, link, text};
use crate::domain::analysis::Travel;
use crate::domain::journey::steps::{Board, Counts, Entry, List, step};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::state::{App, DerivedPlan, Live, use_app};
use crate::ui::components::examples::example;
use crate::ui::components::plan_tabs::plan_tabs;
use crate::ui::components::resources::to_read;
use crate::ui::words::figures::so_many;
use crate::ui::words::{dates, scale, way as words};

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
    let title = move || format!("Every step to {}", guide.title(travel.get().leg.to).name);
    let count = move || {
        let Counts { open, done, .. } = board().counts();
        format!("{open} open, {done} done. ")
    };
    vec![
        plan_tabs(&Page::PlanSteps),
        heading("").text_from(title),
        el("p").class("small").text_from(count),
        list(app, travel, board),
    ]
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
            format!("{} beyond the gate, to meet everything the title asks", so_many(open, "step", "steps"))
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
        .class("plan-main")
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
        Entry::Open(action) => words::likely(action.by),
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
