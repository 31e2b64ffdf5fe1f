//! The quarterly review: what was done, what moved, what to take along, and a snapshot of the plan as it is then. And the history: readiness
//! over the snapshots, what changed between any two, and the way back to one.

use crate::chart::trend::{Point, Scale, trend};
use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, heading, link, text};
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, TitleId};
use crate::domain::page::Page;
use crate::domain::plan::SnapshotId;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::standing::gate::GATE_PERCENT as GATE;
use crate::domain::standing::readiness::Readiness;
use crate::domain::workbench::actions::{Task, tasks};
use crate::domain::workbench::due::review_due;
use crate::domain::workbench::look_back::{Choice, Moved, choices, look_back};
use crate::domain::workbench::past::{Change, Moment, changes, moments};
use crate::domain::workbench::quarter::Quarter;
use crate::state::{App, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::components::plan_tabs::plan_tabs;
use crate::ui::components::plural;
use crate::ui::components::standing::share_bar;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::{actions as words, brief, dates, edits, figures};

/// The scale of readiness over time.
const PERCENT: Scale<'static> = Scale { ends: (0, 100), rules: &[(0, "0 %"), (50, "50 %"), (100, "100 %")], goal: None, room: 78 };
/// The same with the gate of a promotion.
const WITH_GATE: Scale<'static> =
    Scale { rules: &[(0, "0 %"), (50, "50 %"), (GATE, "gate 85 %"), (100, "")], goal: Some(GATE), ..PERCENT };

/// Shows the review.
pub fn review() -> Vec<El> {
    let app = use_app();
    let today = app.own.derived().today();
    let undo = TakeBack::new(app);
    // What is due is what one comes for; it stays chosen once it is done, so that one sees that it is.
    let due = app.own.plan().with_untracked(|plan| review_due(plan, today));
    let chosen = RwSignal::new(due.unwrap_or(Quarter::of(today)));
    // Kept while one looks at another quarter.
    let note = RwSignal::new(String::new());
    vec![
        plan_tabs(&Page::Review),
        heading("").text_from(move || words::review_title(chosen.get())),
        text("p", "lead", words::REVIEW_LEAD),
        which(app, chosen),
        undo.place(),
        el("div").class("stacked").show_for(move || chosen.get(), move |quarter: &Quarter| looks(app, undo, note, *quarter)),
        el("p").class("small").add(link(Page::History.href(), "All reviews and snapshots")),
    ]
}

/// The choice of the quarter, with what is to be said of it.
fn which(app: App, chosen: RwSignal<Quarter>) -> El {
    let today = app.own.derived().today();
    let all = move || app.own.plan().with(|plan| choices(plan, today, chosen.get_untracked()));
    let options = move || {
        let option = |choice: &Choice| {
            let option = text("option", "", words::review_choice(choice, today)).attr("value", choice.quarter.to_string());
            option.set_flag("selected", choice.quarter == chosen.get_untracked());
            option
        };
        all().iter().map(option).collect()
    };
    let choose = move |event: Event| {
        if let Some(quarter) = Quarter::parse(&event.value()) {
            chosen.set(quarter);
        }
    };
    let said = move || {
        let quarter = chosen.get();
        let choice = all().into_iter().find(|choice| choice.quarter == quarter);
        words::review_state(choice.unwrap_or(Choice { quarter, is_due: false, reviewed: None }), today)
    };
    el("div").class("row which-quarter").with([
        text("label", "", "Quarter").attr("for", "review-quarter"),
        el("select").class("in no-print").attr("id", "review-quarter").on("change", choose).show(options),
        el("p").class("small").attr("role", "status").text_from(said),
    ])
}

/// The four looks at a quarter.
fn looks(app: App, undo: TakeBack, note: RwSignal<String>, quarter: Quarter) -> Vec<El> {
    let (guide, today) = (app.guide, app.own.derived().today());
    let name = words::quarter(Some(quarter));
    let all = move || app.own.plan().with(|plan| tasks(&plan.records.of(List::Actions)));
    let list = |lines: Vec<String>, none: &str| {
        if lines.is_empty() {
            return vec![text("p", "small", none)];
        }
        let lines: Vec<El> = lines.iter().map(|line| text("li", "", line).attr("dir", "auto")).collect();
        vec![el("ul").with(lines)]
    };
    let back = move || app.own.plan().with(|plan| look_back(guide, plan, quarter));
    let done = move || {
        let back = back();
        let actions = back.actions.iter().map(|(_, task)| el("li").attr("dir", "auto").text(&task.what));
        let steps =
            back.steps.iter().map(|(skill, level)| text("li", "", format!("{} reached level {level}", guide.skill(*skill).name)));
        let entries = back.entries.iter().map(|(id, one)| {
            el("li").with([
                link(Page::EvidenceEntry(id.as_str().to_owned()).href(), &one.line).attr("dir", "auto"),
                text("span", "small", format!(" {}", brief::when(one.when))),
            ])
        });
        let part =
            |name: &str, lines: Vec<El>| (!lines.is_empty()).then(|| el("div").with([text("h3", "", name), el("ul").with(lines)]));
        let parts = [
            part(words::DONE_ACTIONS, actions.collect()),
            part(words::DONE_STEPS, steps.collect()),
            part(words::DONE_ENTRIES, entries.collect()),
        ];
        let mut parts: Vec<El> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            parts.push(text("p", "small", words::NOTHING_DONE));
        }
        parts.push(link(Page::Evidence.href(), words::NOTE_MORE).class("small"));
        parts
    };
    // What may have moved, each with the evidence of the quarter beside it.
    let moved = move || {
        let row = |moved: &Moved| {
            let record = guide.skill(moved.skill);
            let evidence = moved.evidence.iter().map(|(id, line, level)| {
                el("li").with([
                    link(Page::EvidenceEntry(id.as_str().to_owned()).href(), line).attr("dir", "auto"),
                    text("span", "small", words::shows(*level)),
                ])
            });
            let actions = moved.actions.iter().map(|what| el("li").attr("dir", "auto").text(words::action_done(what)));
            let note = app.own.plan().with(|plan| plan.evidence.get(&record.id).cloned());
            let lines: Vec<El> =
                evidence.chain(actions).chain(note.map(|note| text("li", "small", note).attr("dir", "auto"))).collect();
            let rate =
                link(Page::AssessSkill(record.id.clone()).href(), words::rate_again(moved.rated)).class("btn quiet no-print");
            el("li").class("rerate").with([
                el("div").with([text("b", "", &record.name), text("p", "small", words::rating_now(moved))]),
                rate.attr("aria-label", words::rate_skill(&record.name, moved.rated)),
                if lines.is_empty() { text("p", "small", words::NO_EVIDENCE) } else { el("ul").with(lines) },
            ])
        };
        let rows: Vec<El> = back().skills.iter().map(row).collect();
        if rows.is_empty() {
            let look = link(Page::AssessList.href(), "Look over all ratings");
            return vec![el("p").class("small").text("No action and no entry of that quarter is for a skill. ").add(look)];
        }
        vec![el("ul").class("bare").with(rows)]
    };
    let open = move || {
        let open: Vec<_> =
            all().into_iter().filter(|(_, task)| task.done.is_none() && task.quarter.is_some_and(|of| of <= quarter)).collect();
        let count = open.len();
        let mut parts = list(open.iter().map(|(_, task)| task.what.clone()).collect(), "Nothing is left open.");
        if count > 0 {
            // What was left open in a quarter that is over goes to the present one.
            let next = quarter.next().max(Quarter::of(today));
            let move_on = move |_| {
                let write = |(id, task): &(RecordId, Task)| {
                    let record =
                        app.own.plan().with_untracked(|plan| plan.records.get(List::Actions, id).cloned()).unwrap_or_default();
                    PlanEdit::write(List::Actions, id.clone(), Task { quarter: Some(next), ..task.clone() }.to_record(record))
                };
                let made = app.own.edit(&PlanEdit::Several(open.iter().map(write).collect()));
                undo.say(
                    made,
                    format!("{count} {} in {} now.", plural(count, "action is", "actions are"), words::quarter(Some(next))),
                );
            };
            parts.push(button(
                "btn quiet no-print",
                format!("Move {} to {}", plural(count, "it", "them"), words::quarter(Some(next))),
                move_on,
            ));
        }
        parts.push(el("p").class("small").add(link(Page::Actions.href(), "Plan the next quarter on the board")));
        parts
    };
    let finish = move |event: Event| {
        event.prevent();
        let count = untrack(back).actions.len();
        let record = Record::default()
            .with_text("day", &today.to_string())
            .with_text("quarter", &quarter.to_string())
            .with_text("note", &note.get_untracked())
            .with_number("done", Some(count as u64));
        let name = format!("Review of {}", words::quarter(Some(quarter)));
        let made = app.own.edit(&PlanEdit::Several(vec![
            PlanEdit::write(List::Reviews, RecordId::fresh(&quarter.to_string()), record),
            PlanEdit::TakeSnapshot { name, day: today },
        ]));
        note.set(String::new());
        undo.say(made, "The review is kept, with a snapshot of your plan.".to_owned());
    };
    let form = el("form").class("flow").on("submit", finish).with([
        el("div").class("field").with([
            text("label", "", "What do you take along? (may stay empty)").attr("for", "review-note"),
            el("textarea")
                .class("in")
                .attr("id", "review-note")
                .attr("dir", "auto")
                .attr("maxlength", "2000")
                .value_from(move || note.get())
                .on("input", move |event| note.set(event.value())),
        ]),
        text("button", "btn", format!("Finish the review of {name}")).attr("type", "submit"),
    ]);
    let part = |number: &str, title: &str, content: El| {
        el("section").class("card").with([text("h2", "h-small", format!("{number}. {title}")), content])
    };
    vec![
        part("1", "What was done", el("div").class("flow look-back").show(done)),
        part("2", "What moved", el("div").class("flow").show(moved)),
        part("3", "What is still open", el("div").class("flow").show(open)),
        part("4", "What you take along", form),
    ]
}

/// Shows the history.
pub fn history() -> Vec<El> {
    let app = use_app();
    let (guide, today) = (app.guide, app.own.derived().today());
    let undo = TakeBack::new(app);
    let all = move || app.own.plan().with(|plan| moments(guide, plan, today));
    let title = move || {
        let all = all();
        let low = |moment: &Moment| moment.readiness.map(|readiness| readiness.low().percent());
        match (all.first().and_then(low), all.last().and_then(low)) {
            (Some(first), Some(now)) if all.len() > 1 => format!("From {first} to {now} % ready"),
            _ => "How did your readiness go over time?".to_owned(),
        }
    };
    let has_gate = move || app.own.derived().get().stage.aim().is_some_and(|aim| aim.has_gate());
    let row = move |moment: &Moment| {
        let name = if moment.snapshot.is_none() { "Now".to_owned() } else { moment.name.clone() };
        let figure = moment.readiness.map_or_else(|| "–".to_owned(), figures::readiness);
        let bar = moment.readiness.map(|readiness| share_bar(has_gate, move || readiness));
        let back = moment.snapshot.clone().map(|id| {
            let said = format!("“{}” is your plan now. What you had before is kept as a snapshot.", moment.name);
            button("btn quiet no-print", "Restore", move |_| {
                let made = app.own.restore_snapshot(id.clone(), edits::BEFORE_RESTORING.to_owned());
                undo.say(made, said.clone());
            })
            .attr("aria-label", format!("Restore: {name}, {}", dates::day(moment.day)))
        });
        el("li")
            .class("moment")
            .with([
                el("div").with([text("b", "", &name).attr("dir", "auto"), text("p", "small", dates::day(moment.day))]),
                el("div").maybe(bar),
                text("span", "num", figure),
            ])
            .maybe(back)
    };
    let rows = move || {
        let all = all();
        if all.len() == 1 {
            let words =
                "There is no snapshot yet. A review leaves one, and one is kept whenever another plan takes the place of yours.";
            return vec![text("p", "", words), link(Page::Review.href(), "Review a quarter").class("btn")];
        }
        let lines: Vec<El> = all.iter().rev().map(row).collect();
        vec![el("ul").class("bare moments").attr("aria-label", "Readiness over time").with(lines)]
    };
    let reviews = move || {
        let reviews = app.own.plan().with(|plan| plan.records.of(List::Reviews));
        let line = |(_, record): (&RecordId, &Record)| {
            let of = Quarter::parse(record.text("quarter"));
            let done = record.number("done").unwrap_or(0);
            let note = record.text("note");
            let note = (!note.is_empty()).then(|| text("p", "small", note).attr("dir", "auto"));
            el("li")
                .add(text("b", "", format!("{}: {done} {} done", words::quarter(of), plural(done as usize, "action", "actions"))))
                .maybe(note)
        };
        let lines: Vec<El> = reviews.iter().map(line).collect();
        if lines.is_empty() { Vec::new() } else { vec![text("h2", "", "Reviews"), el("ul").class("bare flow").with(lines)] }
    };
    let line = move |width| {
        let (all, today) = (all(), app.own.derived().today());
        let known: Vec<(Day, Readiness)> = all.iter().filter_map(|one| Some((one.day, one.readiness?))).collect();
        let ((first, was), (_, now)) = (known.first()?, known.last()?);
        if known.len() < 2 {
            return None;
        }
        let point = |(day, readiness): &(Day, Readiness)| Point {
            day: first.days_until(*day),
            low: readiness.low().percent(),
            high: readiness.high().percent(),
        };
        let points: Vec<Point> = known.iter().map(point).collect();
        let scale = if has_gate() { WITH_GATE } else { PERCENT };
        let name = words::readiness_over_time(*first, *was, *now);
        Some(trend(&points, &scale, [&dates::day(*first), &dates::day(today)], width, &name))
    };
    vec![
        plan_tabs(&Page::History),
        heading("").text_from(title),
        undo.place(),
        drawn("", line),
        el("div").class("flow").show(rows),
        compared(app),
        el("div").class("flow").show(reviews),
    ]
}

/// Two states beside each other: what changed from the one to the other.
fn compared(app: App) -> El {
    let guide = app.guide;
    let (from, to) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let snapshots = move || {
        app.own.plan().with(|plan| plan.snapshots.iter().map(|one| (one.id.clone(), one.name.clone(), one.day)).collect::<Vec<_>>())
    };
    let state = move |id: &Option<String>, otherwise: Option<SnapshotId>| {
        let id = id.as_ref().map(|id| SnapshotId::new(id.as_str())).or(otherwise);
        id.and_then(|id| app.own.snapshot(&id)).unwrap_or_else(|| app.own.plan().get_untracked())
    };
    let content = move |has_any: &bool| {
        if !has_any {
            return Vec::new();
        }
        let picker =
            |id: &'static str, label: &str, signal: RwSignal<Option<String>>, now_first: bool| {
                let mut options = Vec::new();
                let now = || el("option").attr("value", "now").text("Now");
                if now_first {
                    options.push(now());
                }
                options.extend(untrack(snapshots).iter().map(|(id, name, day)| {
                    el("option").attr("value", id.as_str()).text(format!("{}, {}", dates::day(*day), name))
                }));
                if !now_first {
                    options.push(now());
                }
                let select = el("select").class("in").attr("id", id).with(options);
                let chosen = move |event: Event| signal.set(Some(event.value()));
                el("div").class("field").with([text("label", "", label).attr("for", id), select.on("change", chosen)])
            };
        let lines = move || {
            app.own.plan().track();
            let first = snapshots().first().map(|(id, ..)| id.clone());
            let before = state(&from.get(), first);
            let after = state(&to.get().filter(|id| id != "now"), None);
            let found: Vec<El> = changes(guide, &before, &after).iter().map(|change| text("li", "", said(guide, change))).collect();
            if found.is_empty() { vec![text("p", "small", "Nothing changed between the two.")] } else { vec![el("ul").with(found)] }
        };
        vec![
            text("h2", "", "What changed between two of them"),
            el("div").class("two-cards").with([picker("from-state", "From", from, false), picker("to-state", "To", to, true)]),
            el("div").attr("role", "status").show(lines),
        ]
    };
    el("section").class("flow").show_for(move || !snapshots().is_empty(), content)
}

/// A change in words.
fn said(guide: &Guide, change: &Change) -> String {
    let title = |id: &Option<TitleId>| {
        id.as_ref().and_then(|id| guide.title_by_id(id)).map_or_else(|| "none".to_owned(), |title| guide.title(title).name.clone())
    };
    let level = |level: &Option<_>| level.as_ref().map_or_else(|| "unrated".to_owned(), ToString::to_string);
    match change {
        Change::Rating(skill, was, is) => {
            let (was, is): (&Option<crate::domain::guide::Proficiency>, _) = (was, is);
            format!("{}: {}\u{a0}→\u{a0}{}", guide.skill(*skill).name, level(was), level(is))
        }
        Change::Current(was, is) => format!("Title: {} → {}", title(was), title(is)),
        Change::Target(was, is) => format!("Destination: {} → {}", title(was), title(is)),
        Change::Hours(was, is) => format!("Hours a week: {was} → {is}"),
        Change::Done(what) => format!("Done: {what}"),
        Change::Added(what) => format!("New action: {what}"),
        Change::Removed(what) => format!("Action that went: {what}"),
        Change::Goal(what) => format!("New goal: {what}"),
        Change::Reached(what) => format!("Goal reached: {what}"),
        Change::Logged(count) => format!("{count} new {} in the log of evidence", plural(*count, "entry", "entries")),
    }
}
