//! The snapshots of one's plan, on the data page: each with its day, its name and how ready one was; to look at, to compare with now, to
//! go back to, or to drop.

use crate::dom::signals::*;
use crate::dom::{El, button, el, text};
use crate::domain::analysis::Analysis;
use crate::domain::guide::Guide;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::{MAX_SNAPSHOTS, Plan, Snapshot, SnapshotId};
use crate::domain::standing::opinion::pairs;
use crate::state::{App, screen};
use crate::ui::components::pairs::pairs_table;
use crate::ui::components::standing::share_name;
use crate::ui::components::take_back::{TAKE_BACK, TakeBack};
use crate::ui::words::figures::so_many;
use crate::ui::words::{dates, edits, figures};

/// What is open below the list, and of which snapshot.
#[derive(Clone, PartialEq)]
enum Open {
    Nothing,
    Look(SnapshotId),
    Compare(SnapshotId),
}

/// The card with the list.
pub fn card(app: App) -> El {
    let open = RwSignal::new(Open::Nothing);
    let done = TakeBack::new(app);
    let name = RwSignal::new(String::new());
    let keep = move |_| {
        let given = name.get_untracked();
        let given = given.trim();
        let made = app.own.take_snapshot(if given.is_empty() { edits::KEPT_BY_HAND.to_owned() } else { given.to_owned() });
        name.set(String::new());
        done.say(made, "The plan as it is now is kept.".to_owned());
    };
    let form = move |has_plan: &bool| {
        if !has_plan {
            return Vec::new();
        }
        vec![
            el("div").class("row row-end").with([
                el("div").class("field").with([
                    text("label", "", "Name of the snapshot (may stay empty)").attr("for", "snapshot-name"),
                    el("input")
                        .class("in")
                        .attr("id", "snapshot-name")
                        .attr("maxlength", "80")
                        .value_from(move || name.get())
                        .on("input", move |event| name.set(event.value())),
                ]),
                button("btn quiet", "Keep a snapshot now", keep).attr("id", "snapshot-keep"),
            ]),
        ]
    };
    let list = move |snapshots: &Vec<Snapshot>| {
        if snapshots.is_empty() {
            return vec![text("p", "", "There are none yet. One is kept whenever another plan takes the place of yours.")];
        }
        let rows: Vec<El> = snapshots.iter().rev().map(|one| row(app, one, open, done)).collect();
        vec![el("ul").class("snapshots").with(rows)]
    };
    let explained =
        format!("Earlier states of your plan, the newest first. {MAX_SNAPSHOTS} are kept; beyond that the oldest goes.");
    el("section")
        .class("card")
        .add(text("h2", "h-small", "Snapshots"))
        .add(text("p", "", explained))
        .add(el("div").show_for(move || app.own.plan().with(|plan| !plan.without_snapshots().is_empty()), form))
        .add(done.place())
        .add(el("div").show_for(move || app.own.plan().with(|plan| plan.snapshots.clone()), list))
}

fn row(app: App, one: &Snapshot, open: RwSignal<Open>, done: TakeBack) -> El {
    let id = one.id.clone();
    let day = dates::day(one.day);
    let toggle = |words: &str, what: fn(SnapshotId) -> Open| {
        let (id, is_id) = (id.clone(), id.clone());
        button("btn quiet", words, move |_| {
            let wanted = what(id.clone());
            open.set(if open.get_untracked() == wanted { Open::Nothing } else { wanted });
        })
        .attr_from("aria-expanded", move || Some((open.get() == what(is_id.clone())).to_string()))
        .attr("aria-label", format!("{words}: {}, {day}", one.name))
    };
    let restored = id.clone();
    let restore = button("btn quiet", "Restore", move |_| {
        let made = app.own.restore_snapshot(restored.clone(), edits::BEFORE_RESTORING.to_owned());
        open.set(Open::Nothing);
        done.say(made, "The snapshot is your plan now. What you had before is kept as a snapshot.".to_owned());
        screen::focus_once_shown(TAKE_BACK.to_owned());
    })
    .attr("aria-label", format!("Restore: {}, {day}", one.name));
    let dropped = id.clone();
    let drop = button("btn quiet", "Drop", move |_| {
        let made = app.own.edit(&PlanEdit::DropSnapshot(dropped.clone()));
        open.set(Open::Nothing);
        done.say(made, "The snapshot is dropped.".to_owned());
        screen::focus_once_shown(TAKE_BACK.to_owned());
    })
    .attr("aria-label", format!("Drop: {}, {day}", one.name));
    let is_open = {
        let id = id.clone();
        move || match open.get() {
            Open::Look(of) if of == id => Some(false),
            Open::Compare(of) if of == id => Some(true),
            _ => None,
        }
    };
    let of = id.clone();
    let shown = move |how: &Option<bool>| match (how, app.own.snapshot(&of)) {
        (Some(false), Some(plan)) => look(app.guide, &plan),
        (Some(true), Some(plan)) => compare(app, &plan),
        _ => Vec::new(),
    };
    el("li")
        .add(el("p").add(text("b", "", &one.name)).text(format!(" · {day} · {}", readiness(app.guide, &one.plan))))
        .add(el("div").class("row").with([toggle("Look", Open::Look), toggle("Compare with now", Open::Compare), restore, drop]))
        .add(el("div").class("stack").show_for(is_open, shown))
}

/// How ready one was then, for what one aimed at then.
fn readiness(guide: &Guide, plan: &Plan) -> String {
    let then = Analysis::of(guide, plan);
    match then.stage.aim() {
        Some(aim) => {
            let name = share_name(aim.has_gate()).to_ascii_lowercase();
            format!("{} {name} for {}", figures::readiness(aim.readiness), guide.title(aim.target).name)
        }
        None => "no destination".to_owned(),
    }
}

/// The state of the plan in a snapshot, to be looked at.
fn look(guide: &'static Guide, plan: &Plan) -> Vec<El> {
    let name = |id: Option<&crate::domain::guide::TitleId>| {
        id.map(|id| guide.title_by_id(id).map_or_else(|| id.to_string(), |title| guide.title(title).name.clone()))
    };
    let mut lines = vec![
        format!("From: {}", name(plan.from.as_ref()).unwrap_or_else(|| "not said".to_owned())),
        format!("To: {}", name(plan.to.as_ref()).unwrap_or_else(|| "not said".to_owned())),
    ];
    lines.extend(plan.years.map(|years| format!("Years of experience: {years}")));
    if !plan.route.is_empty() {
        let titles: Vec<String> = plan.route.iter().filter_map(|id| name(Some(id))).collect();
        lines.push(format!("Route: {}", titles.join(" → ")));
    }
    lines.push(format!("{} ticked off", so_many(plan.done.len(), "step", "steps")));
    lines.push(format!("{} chosen", so_many(plan.goals.len(), "goal", "goals")));
    let line = |skill| {
        let record = guide.skill(skill);
        let (rating, note) = (plan.ratings.get(&record.id), plan.evidence.get(&record.id));
        if rating.is_none() && note.is_none() {
            return None;
        }
        Some(el("tr").with([
            text("th", "", &record.name).attr("scope", "row"),
            text("td", "n", rating.map_or_else(|| "–".to_owned(), ToString::to_string)),
            text("td", "note", note.map_or("", String::as_str)),
        ]))
    };
    let rows: Vec<El> = guide.skills().filter_map(line).collect();
    let facts = el("ul").class("plain-list").with(lines.iter().map(|line| text("li", "", line)).collect::<Vec<_>>());
    if rows.is_empty() {
        return vec![facts, text("p", "", "No skill was rated then.")];
    }
    let heads = [("", "Skill"), ("n", "Level"), ("", "Note")].map(|(class, words)| text("th", class, words).attr("scope", "col"));
    let table = el("table").with([
        text("caption", "", "Ratings and notes then"),
        el("thead").add(el("tr").with(heads)),
        el("tbody").with(rows),
    ]);
    vec![facts, crate::ui::components::receipt::scroll("Ratings and notes then", table)]
}

/// The snapshot beside the plan as it is now.
fn compare(app: App, plan: &Plan) -> Vec<El> {
    let then = Analysis::of(app.guide, plan);
    let before = readiness(app.guide, plan);
    let words = move || format!("Then: {before}. Now: {}.", readiness(app.guide, &app.own.derived().get().plan));
    let both = move || {
        let now = app.own.derived().get();
        let target = now.stage.aim().or(then.stage.aim()).map(|aim| aim.target);
        pairs(app.guide, target, &then.ratings, &now.ratings)
    };
    vec![
        el("p").text_from(words),
        pairs_table(app.guide, "Skill by skill, what matters most first", ["Then", "Now", "Asked"], Box::new(both), None),
    ]
}
