//! Actions by quarter: a board on a wide screen, a list on a phone; what the guide proposes for the steps of the next leg; and the balance
//! between running the business and changing it.

use super::since::since;
use super::take_away::dates_file;
use crate::dom::signals::*;
use crate::dom::{El, Event, Row, button, el, heading, link, text};
use crate::domain::guide::{Guide, SkillIx};
use crate::domain::journey::steps::Action as Step;
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{Record, RecordId};
use crate::domain::workbench::actions::{
    Column, Kept, LIST, MAX_HOURS, MAX_WHAT, Proposal, Task, board, last_place, proposals, tasks,
};
use crate::domain::workbench::export::file_name::file_name;
use crate::domain::workbench::quarter::Quarter;
use crate::domain::workbench::smart::Aim;
use crate::state::{App, screen, use_app};
use crate::ui::components::plan_tabs::plan_tabs;
use crate::ui::components::plural;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::actions as words;

/// How many proposals are shown at once.
const SHOWN: usize = 6;

/// What the page is made of.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    guide: &'static Guide,
    undo: TakeBack,
    /// What is being written: of an action that is there, or of a new one in a column.
    draft: RwSignal<Option<(Option<RecordId>, Task)>>,
}

impl Desk {
    fn tasks(self) -> Vec<Kept> {
        self.app.own.plan().with(|plan| tasks(&plan.records.of(LIST)))
    }

    fn board(self) -> Vec<Column> {
        let pace = self.app.own.plan().with(|plan| plan.pace);
        board(&self.tasks(), self.app.own.derived().today(), pace)
    }

    /// The open steps of the next leg.
    fn steps(self) -> Vec<Step> {
        let plan = self.app.own.derived();
        plan.routes().map(|travel| travel.actions(self.guide, plan.today())).unwrap_or_default()
    }

    fn record(self, id: &RecordId) -> Record {
        self.app.own.plan().with_untracked(|plan| plan.records.get(LIST, id).cloned()).unwrap_or_default()
    }

    /// Writes an action, and says what was done.
    fn write(self, id: &RecordId, task: &Task, said: String) {
        let made = self.app.own.edit(&PlanEdit::write(LIST, id.clone(), task.to_record(self.record(id))));
        self.undo.say(made, said);
    }

    fn columns(self) -> [Option<Quarter>; 4] {
        let now = Quarter::of(self.app.own.derived().today());
        [Some(now), Some(now.next()), Some(now.next().next()), None]
    }
}

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let desk = Desk { app, guide: app.guide, undo: TakeBack::new(app), draft: RwSignal::new(None) };
    let lead = move || {
        let hours = app.own.plan().with(|plan| plan.pace.hours_per_week);
        let open = desk.tasks().iter().filter(|(_, task)| task.done.is_none()).count();
        words::to_do(open, hours)
    };
    let columns: Vec<El> = desk.columns().into_iter().enumerate().map(|(place, quarter)| column(desk, place, quarter)).collect();
    vec![
        plan_tabs(&Page::Actions),
        heading("").text_from(move || words::headline(&desk.board())),
        el("div").class("head").add(el("p").class("lead").text_from(lead)).add(reminders(desk)),
        desk.undo.place(),
        el("div").class("board").with(columns),
        balance(desk),
        proposed(desk),
        since(app, desk.undo),
    ]
}

fn column(desk: Desk, place: usize, quarter: Option<Quarter>) -> El {
    let today = desk.app.own.derived().today();
    let now = move || desk.board().swap_remove(place);
    let name = words::quarter(quarter);
    let title = if place == 0 { format!("Now: {name}") } else { name.clone() };
    let weeks = quarter.map(|quarter| {
        let left = quarter.weeks_left(today);
        let unit = plural(left as usize, "week", "weeks");
        text("span", "small", if place == 0 { format!("{left} {unit} left") } else { format!("{left} {unit}") })
    });
    let share = move |of: fn(&Column) -> u32| {
        let column = now();
        let whole = column.room.unwrap_or(0).max(column.open_hours + column.done_hours).max(1);
        format!("{}%", of(&column) * 100 / whole)
    };
    let bar = quarter.map(|_| {
        el("div").class("fill").attr("aria-hidden", "true").with([
            el("i").class("grow done").css_from("--wide", move || share(|column| column.done_hours)),
            el("i").class("grow").css_from("--wide", move || share(|column| column.open_hours)),
            el("b").css_from("--at", move || share(|column| column.room.unwrap_or(0))),
        ])
    });
    let is_over = move || now().room.is_some_and(|room| room < now().open_hours + now().done_hours);
    let fill = el("p")
        .attr_from("class", move || Some(if is_over() { "small over" } else { "small" }.to_owned()))
        .text_from(move || words::fill(&now()));
    let is_new_here = move || desk.draft.get().is_some_and(|(id, task)| id.is_none() && task.quarter == quarter);
    let new = move |is_new: &bool| {
        if *is_new {
            return vec![form(desk, None)];
        }
        let open = move |_| {
            let task = Task { quarter, place: last_place(&desk.tasks()), ..Task::default() };
            desk.draft.set(Some((None, task)));
            screen::focus_soon("task-what");
        };
        vec![button("link no-print", "Add an action", open).attr("aria-label", format!("Add an action to {name}"))]
    };
    let class = if place == 0 { "column now" } else { "column" };
    el("section")
        .class(class)
        .attr("aria-label", &title)
        .add(el("div").class("head").add(text("h2", "", &title)).maybe(weeks))
        .maybe(bar)
        .add(fill)
        .add(el("ul").class("cards").each(move || now().tasks, |(id, _)| id.as_str().to_owned(), move |row| card(desk, place, row)))
        .show_for(is_new_here, new)
}

fn card(desk: Desk, column: usize, row: Row<Kept>) -> El {
    let id = row.identity().0.clone();
    let box_id = format!("task-{}", id.as_str());
    let guide = desk.guide;
    let ticked = id.clone();
    let tick = move |event: Event| {
        let done = event.checked().then(|| desk.app.own.derived().today());
        let task = Task { done, ..row.get().1.clone() };
        let said = if done.is_some() { "done" } else { "open again" };
        desk.write(&ticked, &task, format!("“{}” is {said}.", task.what));
    };
    let about = move || {
        let task = &row.get().1;
        let mut parts = Vec::new();
        if let Some((skill, level)) = &task.step
            && let Some(skill) = guide.skill_by_id(skill)
        {
            parts.push(text("span", "", words::step(guide, skill, *level)));
        }
        parts.extend(task.hours.map(|hours| text("span", "num", format!("{hours} h"))));
        let (class, aim) = if task.aim == Aim::Run { ("tag run", "run") } else { ("tag change", "change") };
        parts.push(text("span", class, aim));
        let is_late = task.done.is_none() && task.quarter.is_some_and(|quarter| Some(quarter) < desk.columns()[0]);
        parts.extend(is_late.then(|| text("b", "over", format!("from {}", words::quarter(task.quarter)))));
        parts
    };
    let edited = id.clone();
    let is_edited = move || desk.draft.get().is_some_and(|(id, _)| id.as_ref() == Some(&edited));
    let body_id = id.clone();
    let body = move |is_edited: &bool| {
        if *is_edited {
            return vec![form(desk, Some(body_id.clone()))];
        }
        let done = row.get().1.done.is_some();
        let mut body = vec![el("p").class("small about").show(about)];
        if !done {
            body.push(moves(desk, column, body_id.clone(), row));
        }
        body
    };
    let is_done = move || row.get().1.done.is_some();
    el("li").class("task").attr_from("data-done", move || is_done().then(String::new)).with([
        el("input").attr("type", "checkbox").attr("id", &box_id).flag_from("checked", is_done).on("change", tick),
        el("div")
            .add(el("label").attr("for", &box_id).attr("dir", "auto").text_from(move || row.get().1.what.clone()))
            .show_for(move || (is_edited(), is_done()), move |(is_edited, _)| body(is_edited)),
    ])
}

/// The buttons of an open action: change it, put it into another quarter, order it.
fn moves(desk: Desk, column: usize, id: RecordId, row: Row<Kept>) -> El {
    let what = move || row.get().1.what.clone();
    let edit_id = id.clone();
    let edit = button("link", "Edit", move |_| {
        desk.draft.set(Some((Some(edit_id.clone()), row.get().1.clone())));
        screen::focus_soon("task-what");
    })
    .attr_from("aria-label", move || Some(format!("Edit “{}”", what())));
    let to = |place: Option<usize>, sign: &'static str| {
        let quarter = desk.columns().get(place?).copied()?;
        let id = id.clone();
        let moved = move |_| {
            let task = Task { quarter, place: last_place(&desk.tasks()), ..row.get().1.clone() };
            desk.write(&id, &task, format!("“{}” is in {} now.", task.what, words::quarter(quarter)));
        };
        let name = move || Some(format!("Move “{}” to {}", what(), words::quarter(quarter)));
        Some(button("small-button", sign, moved).attr_from("aria-label", name))
    };
    let order = |up: bool| {
        let id = id.clone();
        let swap = move |_| {
            let open: Vec<Kept> =
                desk.board().swap_remove(column).tasks.into_iter().filter(|(_, task)| task.done.is_none()).collect();
            let Some(at) = open.iter().position(|(other, _)| *other == id) else { return };
            let Some(other) = (if up { at.checked_sub(1) } else { Some(at + 1) }).and_then(|other| open.get(other)) else { return };
            // Places that are the same come apart first: by one, in the present order.
            let (mine, theirs) = (open[at].1.place, other.1.place);
            let (mine, theirs) =
                if mine == theirs { if up { (theirs, theirs + 1) } else { (theirs + 1, theirs) } } else { (theirs, mine) };
            let write = |kept: &Kept, place| {
                let task = Task { place, ..kept.1.clone() };
                PlanEdit::write(LIST, kept.0.clone(), task.to_record(desk.record(&kept.0)))
            };
            let made = desk.app.own.edit(&PlanEdit::Several(vec![write(&open[at], mine), write(other, theirs)]));
            let word = if up { "before" } else { "after" };
            desk.undo.say(made, format!("“{}” comes {word} “{}” now.", open[at].1.what, other.1.what));
        };
        let (sign, word) = if up { ("↑", "earlier") } else { ("↓", "later") };
        button("small-button", sign, swap).attr_from("aria-label", move || Some(format!("Do “{}” {word} in this quarter", what())))
    };
    el("div")
        .class("moves no-print")
        .add(edit)
        .add(order(true))
        .add(order(false))
        .maybe(to(column.checked_sub(1), "←"))
        .maybe(to(Some(column + 1), "→"))
}

/// The form of an action: a new one, or one that is there.
fn form(desk: Desk, id: Option<RecordId>) -> El {
    let guide = desk.guide;
    let now = untrack(|| desk.draft.get()).map(|(_, task)| task).unwrap_or_default();
    let change = move |change: &dyn Fn(&mut Task)| {
        desk.draft.update(|draft| {
            if let Some((_, task)) = draft {
                change(task);
            }
        });
    };
    let wrong = RwSignal::new(false);
    let field = |id: &str, label: &str, control: El| {
        el("div").class("field").with([text("label", "", label).attr("for", id), control.attr("id", id)])
    };
    let what = el("input").class("in").attr("maxlength", MAX_WHAT.to_string()).attr("dir", "auto").value_from({
        let what = now.what.clone();
        move || what.clone()
    });
    let what = what
        .attr_from("aria-invalid", move || wrong.get().then(|| "true".to_owned()))
        .on("input", move |event| change(&|task| task.what = event.value()));
    let option = |value: String, words: String, chosen: bool| {
        let option = el("option").attr("value", value).text(words);
        if chosen { option.attr("selected", "") } else { option }
    };
    let mut steps: Vec<(SkillIx, _)> = untrack(|| desk.steps()).iter().map(|step| (step.skill, step.level)).collect();
    if let Some((skill, level)) = now.step.as_ref().and_then(|(skill, level)| Some((guide.skill_by_id(skill)?, *level)))
        && !steps.contains(&(skill, level))
    {
        steps.insert(0, (skill, level));
    }
    let key = move |(skill, level): (SkillIx, _)| format!("{}:{level}", guide.skill(skill).id);
    let own = now.step.as_ref().map(|(skill, level)| format!("{skill}:{level}"));
    let mut options = vec![option(String::new(), "No step".to_owned(), own.is_none())];
    options.extend(steps.iter().map(|step| {
        let key = key(*step);
        let is_own = own.as_ref() == Some(&key);
        option(key, words::step(guide, step.0, step.1), is_own)
    }));
    let known = steps.clone();
    let step = el("select").class("in").with(options).on("change", move |event| {
        let value = event.value();
        let found = known.iter().find(|step| key(**step) == value).map(|(skill, level)| (guide.skill(*skill).id.clone(), *level));
        change(&|task| task.step.clone_from(&found));
    });
    let hours = el("input").class("in").attr("type", "number").attr("inputmode", "numeric").attr("min", "1");
    let hours = hours
        .attr("max", MAX_HOURS.to_string())
        .value_from({
            let hours = now.hours.map(|hours| hours.to_string()).unwrap_or_default();
            move || hours.clone()
        })
        .on("input", move |event| {
            let hours = event.value().trim().parse().ok().filter(|hours| (1..=MAX_HOURS).contains(hours));
            change(&|task| task.hours = hours);
        });
    let aim = el("select").class("in").with([
        option("change".to_owned(), "Changes the business".to_owned(), now.aim == Aim::Change),
        option("run".to_owned(), "Runs the business".to_owned(), now.aim == Aim::Run),
    ]);
    let aim = aim.on("change", move |event| {
        let aim = if event.value() == "run" { Aim::Run } else { Aim::Change };
        change(&|task| task.aim = aim);
    });
    let quarters: Vec<El> = desk
        .columns()
        .into_iter()
        .map(|quarter| option(quarter.map(|q| q.to_string()).unwrap_or_default(), words::quarter(quarter), quarter == now.quarter))
        .collect();
    let quarter = el("select").class("in").with(quarters).on("change", move |event| {
        let quarter = Quarter::parse(&event.value());
        // A new action stands below the column in which it was begun until it is saved.
        change(&|task| task.quarter = quarter);
    });
    let close = move || desk.draft.set(None);
    let saved = id.clone();
    let save = move |event: Event| {
        event.prevent();
        let Some((_, task)) = desk.draft.get_untracked() else { return };
        if task.what.trim().is_empty() {
            wrong.set(true);
            return screen::focus("task-what");
        }
        close();
        let (id, said) = match &saved {
            Some(id) => (id.clone(), format!("“{}” is changed.", task.what.trim())),
            None => (desk.app.own.fresh_id(), format!("“{}” is in {} now.", task.what.trim(), words::quarter(task.quarter))),
        };
        desk.write(&id, &task, said);
        screen::focus_once_shown(format!("task-{}", id.as_str()));
    };
    let removed = id.clone();
    let remove = removed.map(|id| {
        let what = now.what.clone();
        button("link", "Delete", move |_| {
            close();
            let made = desk.app.own.edit(&PlanEdit::remove(LIST, id.clone()));
            desk.undo.say(made, format!("“{what}” is deleted."));
        })
    });
    let is_own = id.is_some();
    let fault =
        move || if wrong.get() { vec![text("p", "error", "Say what you will do.").attr("role", "alert")] } else { Vec::new() };
    let quarter = is_own.then(|| field("task-quarter", "Quarter", quarter));
    el("form")
        .class("task-form")
        .on("submit", save)
        .add(field("task-what", "What you do", what))
        .show(fault)
        .add(field("task-step", "For the step", step))
        .add(el("div").class("pair").with([field("task-hours", "Hours", hours), field("task-aim", "It …", aim)]))
        .maybe(quarter)
        .add(
            el("div")
                .class("row")
                .with([
                    text("button", "btn", if is_own { "Save" } else { "Add it" }).attr("type", "submit"),
                    button("btn quiet", "Cancel", move |_| close()),
                ])
                .maybe(remove),
        )
}

/// Running the business and changing it, in the hours that are still planned.
fn balance(desk: Desk) -> El {
    let hours = move || {
        let of = |aim| {
            let tasks = desk.tasks();
            let open = tasks.iter().filter(|(_, task)| task.done.is_none() && task.aim == aim);
            open.filter_map(|(_, task)| task.hours).map(u32::from).sum::<u32>()
        };
        (of(Aim::Run), of(Aim::Change))
    };
    let content = move || {
        let (run, change) = hours();
        let all = run + change;
        if all == 0 {
            return Vec::new();
        }
        let share = move |part: u32| format!("{part} h, {} %", (part * 100 + all / 2) / all);
        let bar = el("div").class("balance-bar").attr("aria-hidden", "true").with([
            el("i").class("grow run").css_from("--wide", move || format!("{}%", run * 100 / all)),
            // What is left of the bar, so that rounding leaves no gap.
            el("i")
                .class("change")
                .css_from("--wide", || "auto".to_owned())
                .attr_from("data-none", move || (change == 0).then(String::new)),
        ]);
        let ends = el("div").class("head small").with([
            el("span").add(text("b", "", "Run the business ")).text(share(run)),
            el("span").add(text("b", "", "Change the business ")).text(share(change)),
        ]);
        vec![text("h2", "", "Run and change, in hours still planned"), ends, bar]
    };
    el("section").class("flow balance").show(content)
}

/// The reviews, the goals and the refresh of LinkedIn as a calendar file.
fn reminders(desk: Desk) -> El {
    let told = RwSignal::new("");
    let save = move |_| {
        let app = desk.app;
        let (plan, today) = (app.own.plan().get_untracked(), app.own.derived().today());
        let target = plan.to_in(desk.guide).map(|title| desk.guide.title(title).name.clone()).unwrap_or_default();
        let Some(text) = untrack(|| dates_file(app)) else { return };
        let saved = screen::save_file(&file_name("career-dates", &target, today, "ics"), &text);
        let words = match saved {
            true => "Saved. Open the file to put its reminders into your calendar.",
            false => "The browser did not take the file.",
        };
        told.set(words);
    };
    el("div").class("row no-print").with([
        button("btn quiet", "Calendar file", save),
        el("span").class("small").attr("role", "status").text_from(move || told.get().to_owned()),
    ])
}

/// What the guide has for the open steps.
fn proposed(desk: Desk) -> El {
    let guide = desk.guide;
    let shown = RwSignal::new(SHOWN);
    let all = move || {
        let plan = desk.app.own.derived();
        let Some(travel) = plan.routes() else { return Vec::new() };
        let steps = travel.actions(guide, plan.today());
        proposals(guide, travel.leg.to, &steps, travel.journey.aim.plan.pace, &desk.tasks())
    };
    let some = move || all().into_iter().take(shown.get()).collect::<Vec<Proposal>>();
    let line = move |row: Row<Proposal>| {
        let proposal = row.identity();
        let take = |quarter: Option<Quarter>, words: String| {
            let proposal = proposal.clone();
            let name = format!("{words}: {}", proposal.what);
            let taken = move |_| {
                // The hours are those of the whole step: they count once.
                let step = Some((guide.skill(proposal.skill).id.clone(), proposal.level));
                let is_first = !desk.tasks().iter().any(|(_, task)| task.step == step);
                let task = Task {
                    what: proposal.what.clone(),
                    step: Some((guide.skill(proposal.skill).id.clone(), proposal.level)),
                    quarter,
                    place: last_place(&desk.tasks()),
                    hours: is_first.then_some(proposal.hours.min(MAX_HOURS)),
                    aim: Aim::Change,
                    done: None,
                    from: Some(proposal.key.clone()),
                };
                desk.write(
                    &desk.app.own.fresh_id(),
                    &task,
                    format!("“{}” is in {} now.", task.what, self::words::quarter(quarter)),
                );
            };
            button("btn quiet", words, taken).attr("aria-label", name)
        };
        let now = desk.columns()[0];
        el("li").class("proposal").with([
            el("div").with([
                el("p").with([text("span", "tag", words::source(proposal.source)), text("b", "", format!(" {}", proposal.what))]),
                el("p").class("small").text(format!("{} {}", words::because(guide, &proposal), proposal.why).trim()),
            ]),
            el("div")
                .class("row no-print")
                .with([take(now, format!("Take it in {}", words::quarter(now))), take(None, "Later".to_owned())]),
        ])
    };
    let rest = move || {
        let left = all().len().saturating_sub(shown.get());
        if left == 0 {
            return Vec::new();
        }
        vec![button("link no-print", format!("{left} more"), move |_| shown.update(|shown| *shown += SHOWN))]
    };
    let none = move || {
        let words = if desk.app.own.derived().routes().is_none() {
            "Say where you are and where you want to go: then the guide’s ways, goals, certifications, tools and books are proposed for your next steps. "
        } else {
            "Nothing is left to propose for the next title."
        };
        if !all().is_empty() {
            return Vec::new();
        }
        let begin = desk.app.own.plan().with(|plan| plan.from.is_none() || plan.to.is_none());
        vec![el("p").text(words).maybe(begin.then(|| link(Page::Home.href(), "Begin a plan")))]
    };
    el("section")
        .class("flow")
        .add(text("h2", "", "Proposed for your next steps"))
        .show(none)
        .add(el("ul").class("bare proposals").each(some, |proposal| proposal.key.clone(), line))
        .show(rest)
}
