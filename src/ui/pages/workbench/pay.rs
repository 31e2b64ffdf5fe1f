//! Total pay as a range from a base that the person types, and balance: the guide's strategies to adopt, and a short check-in with its trend.

use super::prepare::tools;
use crate::chart::trend::{FIVE, Point, trend as draw};
use crate::dom::signals::*;
use crate::dom::{El, el, heading, link, text};
use crate::domain::guide::{Group, Item, SectionRole};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::workbench::balance::{self, BEST, QUESTIONS, answer, check_ins, put_answer, strategies, trend};
use crate::domain::workbench::pay::{self, PayError};
use crate::state::{App, use_app};
use crate::ui::words::{dates, pay as words};

/// The record of [`List::Settings`] with the base, and its field.
const PAY: &str = "pay";
const BASE: &str = "base";
/// The field of a strategy that was adopted.
const ADOPTED: &str = "adopted";
/// How many check-ins the picture shows, the latest ones.
const SHOWN: usize = 26;

/// Shows it.
pub fn show() -> Vec<El> {
    let app = use_app();
    let mut page = vec![
        tools(&Page::Pay),
        heading("Pay and balance"),
        text("p", "lead", "What a post may pay in all, and what keeps it bearable. Both stay on this device."),
    ];
    page.extend(RecordId::new(PAY).map(|id| of_pay(app, id)));
    page.push(checking_in(app));
    page.push(adopting(app));
    page
}

fn of_pay(app: App, id: RecordId) -> El {
    let id = StoredValue::new(id);
    let typed = move || {
        app.own
            .plan()
            .with(|plan| id.with_value(|id| plan.records.get(List::Settings, id).map(|r| r.text(BASE).to_owned())))
            .unwrap_or_default()
    };
    let write = move |event: crate::dom::Event| {
        let (text, id) = (event.value(), id.get_value());
        let before = app.own.plan().with_untracked(|plan| plan.records.get(List::Settings, &id).cloned().unwrap_or_default());
        let record = before.with_text(BASE, &text);
        let record = (!record.fields().is_empty()).then_some(record);
        app.own.edit(&PlanEdit::Record { list: List::Settings, id, record, typing: true });
    };
    let read = move || Some(typed()).filter(|text| !text.trim().is_empty()).map(|text| pay::read(&text));
    let result = move |read: &Option<Result<pay::Base, PayError>>| match read {
        None => vec![text(
            "p",
            "small",
            "The guide gives no salary figures, and none are made up here: type a base that you know, of a post or your own.",
        )],
        Some(Err(error)) => vec![text("p", "error", words::error(*error))],
        Some(Ok(base)) => vec![
            text("p", "small", "The total, often"),
            text("p", "figure", words::range(base)),
            text("p", "small", words::made_of(base)),
        ],
    };
    let caveats = [
        "above all in technology companies that grow fast",
        "less where equity is no part of it, and where the company is small or the industry pays little",
        "equity is worth what somebody pays for it later, which may be nothing",
    ];
    el("section").class("card narrow").attr("aria-labelledby", "total").with([
        text("h2", "", "Pay in total").attr("id", "total"),
        el("div").class("field").with([
            text("label", "", "Base salary, with its currency if you like: 90,000 €").attr("for", "base"),
            el("input")
                .class("in")
                .attr("id", "base")
                .attr("inputmode", "text")
                .attr("autocomplete", "off")
                .attr("aria-describedby", "total-said")
                .value_from(typed)
                .on("input", write)
                .on("change", move |_| app.own.close_note()),
        ]),
        el("div").class("flow").attr("id", "total-said").attr("role", "status").show_for(read, result),
        el("details").with([
            text("summary", "small", "What the range does not know"),
            el("ul").class("small").with(caveats.map(|line| text("li", "", line))),
            el("p").class("small").add(link(Page::guide_section(app.guide, SectionRole::Pay).href(), "What the guide says of pay")),
        ]),
    ])
}

/// A record of the list; an empty one where there is none. Whoever reads it follows it.
fn record(app: App, list: List, id: &RecordId) -> Record {
    app.own.plan().with(|plan| plan.records.get(list, id).cloned().unwrap_or_default())
}

fn checking_in(app: App) -> El {
    let today = app.own.derived().today();
    let id = StoredValue::new(balance::id(today));
    let now = move || id.with_value(|id| record(app, List::CheckIns, id));
    let question = |(key, words): (&'static str, &'static str)| {
        let option = |level: u8| {
            let name = format!("{key}-{level}");
            let input = el("input")
                .attr("type", "radio")
                .attr("name", key)
                .attr("id", &name)
                .flag_from("checked", move || answer(&now(), key) == Some(level))
                .on("change", move |_| {
                    let record = put_answer(untrack(now), key, level);
                    app.own.edit(&PlanEdit::write(List::CheckIns, id.get_value(), record));
                });
            el("label").attr("for", name).with([input, text("span", "", level.to_string())])
        };
        let options: Vec<El> = (1..=BEST).map(option).collect();
        el("fieldset").class("answer").add(text("legend", "", words)).with([el("div").class("answers").with(options)])
    };
    let questions: Vec<El> = QUESTIONS.into_iter().zip(words::QUESTIONS).map(question).collect();
    let all = Memo::new(move |_| app.own.plan().with(|plan| check_ins(&plan.records.of(List::CheckIns))));
    let said = move || match trend(&all.get()) {
        None => "Three answers are a check-in. Come back once a month.".to_owned(),
        Some(trend) => words::trend(&trend),
    };
    let width = RwSignal::new(0);
    let changed = move |now| {
        if now != width.get_untracked() {
            width.set(now);
        }
    };
    let picture = move || {
        let (all, width) = (all.get(), width.get());
        let shown = &all[all.len().saturating_sub(SHOWN)..];
        match shown {
            [first, .., last] if width > 0 => {
                let points: Vec<Point> = shown
                    .iter()
                    .map(|one| Point { day: first.day.days_until(one.day), low: one.mean(), high: one.mean() })
                    .collect();
                let (from, to) = (dates::day(first.day), dates::day(last.day));
                let name =
                    format!("Balance from {} on {from} to {} on {to}, of 5", words::mean(first.mean()), words::mean(last.mean()));
                vec![El::of(&draw(&points, &FIVE, [&from, &to], width, &name))]
            }
            _ => Vec::new(),
        }
    };
    let days =
        move |none: &bool| {
            if *none {
                return Vec::new();
            }
            let head = el("tr").with(["Day", "Of 5"].map(|words| text("th", "", words).attr("scope", "col")));
            let row = |one: &balance::CheckIn| {
                el("tr").with([text("td", "", dates::day(one.day)), text("td", "num", words::mean(one.mean()))])
            };
            let rows = move || all.get().iter().rev().map(row).collect::<Vec<El>>();
            vec![el("details").with([
                text("summary", "small", "All check-ins"),
                el("table").with([el("thead").add(head), el("tbody").show(rows)]),
            ])]
        };
    el("section").attr("aria-labelledby", "check-in").with([
        text("h2", "", "How is it going?").attr("id", "check-in"),
        text("p", "small", format!("Today, {}. {}.", dates::day(today), words::SCALE)),
        el("div").class("answers-all").with(questions),
        el("p").attr("role", "status").text_from(said),
        el("div").class("trend").on_width(changed).show(picture),
        el("div").show_for(move || all.get().len() < 2, days),
    ])
}

fn adopting(app: App) -> El {
    let groups: Vec<&'static Group> = strategies(app.guide).collect();
    let all: usize = groups.iter().map(|group| group.items.len()).sum();
    let row = |item: &'static Item| {
        let record_id = RecordId::new(item.id.as_str())?;
        let (id, record_id) = (format!("adopt-{}", item.id.as_str()), StoredValue::new(record_id));
        let is_adopted = move || record_id.with_value(|id| record(app, List::Balance, id)).flag(ADOPTED);
        let check =
            el("input").attr("type", "checkbox").attr("id", &id).flag_from("checked", is_adopted).on("change", move |event| {
                let id = record_id.get_value();
                let now = untrack(|| record(app, List::Balance, &id)).with_flag(ADOPTED, event.checked());
                app.own.edit(&if now.fields().is_empty() {
                    PlanEdit::remove(List::Balance, id)
                } else {
                    PlanEdit::write(List::Balance, id, now)
                });
            });
        Some(el("li").class("tick").add(check).add(text("label", "", &item.name).attr("for", id)))
    };
    let group = |group: &&'static Group| {
        let rows: Vec<El> = group.items.iter().filter_map(row).collect();
        el("fieldset").class("strategies").add(text("legend", "", &group.name)).add(el("ul").class("bare").with(rows))
    };
    let parts: Vec<El> = groups.iter().map(group).collect();
    let count = move || {
        let count = app.own.plan().with(|plan| plan.records.of(List::Balance).values().filter(|one| one.flag(ADOPTED)).count());
        words::adopted(count.min(all), all)
    };
    el("section").attr("aria-labelledby", "strategies").with([
        text("h2", "", "What keeps it in balance").attr("id", "strategies"),
        el("p").class("small").attr("role", "status").text_from(count),
        el("div").class("strategy-groups").with(parts),
        el("p")
            .class("small")
            .add(link(Page::guide_section(app.guide, SectionRole::Balance).href(), "What the guide says of each")),
    ])
}
