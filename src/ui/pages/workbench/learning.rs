//! Certifications, things to read and tools, ranked by what they do for the gaps, each with how far one is; and the six steps to mastering a
//! tool, ticked for the tool that one is learning.

use super::prepare::tools as tools_nav;
use crate::dom::signals::*;
use crate::dom::{El, el, heading, link, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::{GroupRole, Guide, Item, Link, SectionRole};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::standing::gap::Gap;
use crate::domain::standing::readiness::readiness;
use crate::domain::workbench::learning::{
    FAMILIARITY, Ranked, Status, familiarity, id, is_ticked, put_familiarity, ranked, reading_id, tick, to_read,
};
use crate::state::{App, use_app};
use crate::ui::words::learning as words;

/// The record of [`List::Settings`] with the tool that one is learning.
const LEARNING: &str = "learning-tool";
const TOOL: &str = "tool";
const TOOL_LABEL: &str = "The tool that I am learning";

/// Shows it.
pub fn show() -> Vec<El> {
    let app = use_app();
    let aim = untrack(|| app.own.derived().get()).stage.aim().cloned();
    let gaps: Vec<Gap> = aim.as_ref().map(|aim| aim.gaps.clone()).unwrap_or_default();
    let lead = match aim.as_deref() {
        Some(aim) if aim.ratings.rated() > 0 => text(
            "p",
            "lead",
            "Nothing here is required. The order follows your gaps: at the top stands what helps with the heaviest.",
        ),
        Some(_) => el("p")
            .class("lead")
            .text("Rate some skills, and this page is ordered by your gaps. ")
            .add(link(Page::Assess.href(), "Rate skills")),
        None => el("p")
            .class("lead")
            .text("With a destination and some ratings, this page is ordered by your gaps. ")
            .add(link(Page::Home.href(), "Begin a plan")),
    };
    let mut page = vec![tools_nav(&Page::Certifications), heading("What to learn for your gaps"), lead];
    page.push(certifications(app, &gaps));
    page.extend(aim.as_deref().and_then(|aim| reading(app, aim)));
    page.push(tools(app, &gaps));
    page.extend(mastery(app));
    page
}

pub(super) fn items(guide: &'static Guide, role: SectionRole) -> impl Iterator<Item = &'static Item> {
    guide.section_as(role).into_iter().flat_map(|s| s.groups.iter().flat_map(|g| &g.items))
}

/// A record of the list; an empty one where there is none. Whoever reads it follows it.
fn record(app: App, list: List, id: &RecordId) -> Record {
    app.own.plan().with(|plan| plan.records.get(list, id).cloned().unwrap_or_default())
}

/// Writes a record, or removes one that says nothing any more.
fn write(app: App, list: List, id: &RecordId, record: Record) {
    let is_empty = record.fields().is_empty();
    app.own.edit(&if is_empty { PlanEdit::remove(list, id.clone()) } else { PlanEdit::write(list, id.clone(), record) });
}

/// A choice among few, as a select box.
fn choice(
    label: &str,
    options: Vec<(String, &'static str)>,
    now: impl Fn() -> String + Copy + 'static,
    set: impl Fn(&str) + 'static,
) -> El {
    let option = |(value, words): (String, &'static str)| {
        let own = value.clone();
        text("option", "", words).attr("value", &value).flag_from("selected", move || now() == own)
    };
    let options: Vec<El> = options.into_iter().map(option).collect();
    el("select").class("in").attr("aria-label", label).with(options).on("change", move |event| set(&event.value()))
}

/// How far one is with something.
fn status_of(app: App, name: &'static str, id: RecordId) -> El {
    let id = StoredValue::new(id);
    let now = move || Status::of(&id.with_value(|id| record(app, List::Learning, id))).map_or("", Status::key).to_owned();
    let options = std::iter::once((String::new(), words::NO_STATUS))
        .chain(Status::ALL.map(|one| (one.key().to_owned(), words::status(one))))
        .collect();
    choice(&format!("How far: {name}"), options, now, move |value| {
        let (id, status) = (id.get_value(), Status::parse(value));
        let before = untrack(|| record(app, List::Learning, &id));
        write(app, List::Learning, &id, Status::put(status, before));
        app.live.announce(words::set(name, status));
    })
}

/// What an entry is for: the gaps that it helps with, or else its skills.
fn purpose(guide: &Guide, gaps: &[Gap], one: &Ranked<'_>, is_with_points: bool) -> El {
    match readiness(gaps).filter(|_| one.weighed > 0) {
        Some(share) => {
            let words = words::helps(guide, &one.helps);
            let worth = if is_with_points { words::worth(one.weighed, share.asked()) } else { String::new() };
            text("p", "small strong", words + &worth)
        }
        None => text("p", "small", words::is_for(guide, &one.item.helps)),
    }
}

/// A link that leads out of the app.
fn away(to: &Link) -> Option<El> {
    let url = to.url.as_ref()?;
    Some(el("li").add(link(url.as_str(), &to.name).attr("target", "_blank").attr("rel", "noopener noreferrer").text(" ↗")))
}

fn certifications(app: App, gaps: &[Gap]) -> El {
    let guide = app.guide;
    let row = |one: &Ranked<'static>| {
        let item: &'static Item = one.item;
        let id = id(&item.id)?;
        let fact =
            |term: &str, words: &str| (!words.is_empty()).then(|| el("div").with([text("dt", "", term), text("dd", "", words)]));
        let facts: Vec<El> = [
            fact("Why", &item.rationale),
            fact("Asks for", &item.prerequisites),
            fact("Shows", &item.proves),
            fact("Note", &item.note),
        ]
        .into_iter()
        .flatten()
        .collect();
        let links: Vec<El> = item.links.iter().filter_map(away).collect();
        let more = el("details").with([
            text("summary", "small", "What it asks for and shows"),
            el("dl").class("lines").with(facts),
            el("ul").class("bare small").with(links),
        ]);
        let what = el("div").with([text("h3", "h-small", &item.name), purpose(guide, gaps, one, true), more]);
        Some(el("li").class("learn").add(what).add(status_of(app, &item.name, id)))
    };
    let rows: Vec<El> = ranked(guide, gaps, items(guide, SectionRole::Certifications)).iter().filter_map(row).collect();
    el("section")
        .attr("aria-labelledby", "certifications")
        .with([text("h2", "", "Certifications").attr("id", "certifications"), el("ol").class("bare").with(rows)])
}

/// What to read, where there are gaps.
fn reading(app: App, aim: &Aim) -> Option<El> {
    let guide = app.guide;
    let row = |(skill, resource): (crate::domain::guide::SkillIx, &'static crate::domain::guide::Resource)| {
        let what = el("div").with([
            el("p").add(text("cite", "", &resource.title)).text(format!(", {}, {}", resource.author, resource.year)),
            text("p", "small", words::reading_for(&guide.skill(skill).short, resource.level)),
        ]);
        el("li").class("learn").add(what).add(status_of(app, &resource.title, reading_id(&resource.title)))
    };
    let rows: Vec<El> = to_read(guide, &aim.gaps).into_iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        el("section").attr("aria-labelledby", "to-read").with([
            text("h2", "", "To read").attr("id", "to-read"),
            text("p", "small", "One thing for each of your heaviest gaps: what takes you one level further."),
            el("ol").class("bare").with(rows),
        ])
    })
}

fn tools(app: App, gaps: &[Gap]) -> El {
    let guide = app.guide;
    let row = |one: &Ranked<'static>| {
        let item: &'static Item = one.item;
        let id = StoredValue::new(id(&item.id)?);
        let now = move || {
            familiarity(&id.with_value(|id| record(app, List::Learning, id))).map_or_else(String::new, |level| level.to_string())
        };
        let options = std::iter::once((String::new(), words::NOT_SAID))
            .chain((0..=FAMILIARITY).map(|level| (level.to_string(), words::familiarity(level))))
            .collect();
        let familiar = choice(&format!("How familiar: {}", item.name), options, now, move |value| {
            let (id, level) = (id.get_value(), value.parse().ok());
            let before = untrack(|| record(app, List::Learning, &id));
            write(app, List::Learning, &id, put_familiarity(level, before));
            app.live.announce(words::familiar(&item.name, level));
        });
        let about = el("p").class("small").text(&item.rationale);
        let what = el("div").with([text("h3", "h-small", &item.name), about, purpose(guide, gaps, one, false)]);
        Some(el("li").class("learn").add(what).add(familiar))
    };
    let rows: Vec<El> = ranked(guide, gaps, items(guide, SectionRole::Tools)).iter().filter_map(row).collect();
    el("section").attr("aria-labelledby", "tools").with([
        text("h2", "", "Tools").attr("id", "tools"),
        text("p", "small", "Nobody needs all of them. Knowing what each is for is enough to choose well."),
        el("ol").class("bare learn-tools").with(rows),
    ])
}

/// The steps to mastering the tool that one is learning.
fn mastery(app: App) -> Option<El> {
    let guide = app.guide;
    let steps = &guide.group_as(GroupRole::Mastery)?.items;
    let tools: Vec<&'static Item> = items(guide, SectionRole::Tools).filter(|item| !item.helps.is_empty()).collect();
    let setting = RecordId::new(LEARNING)?;
    let setting = StoredValue::new(setting);
    let tool = move || {
        let chosen = setting.with_value(|id| record(app, List::Settings, id));
        items(guide, SectionRole::Tools).find(|item| item.id.as_str() == chosen.text(TOOL))
    };
    let options = std::iter::once((String::new(), "Choose a tool"))
        .chain(tools.iter().map(|t| (t.id.to_string(), t.name.as_str())))
        .collect();
    let chosen = choice(
        TOOL_LABEL,
        options,
        move || tool().map_or_else(String::new, |t| t.id.to_string()),
        move |value| {
            let id = setting.get_value();
            let before = untrack(|| record(app, List::Settings, &id));
            write(app, List::Settings, &id, before.with_text(TOOL, value));
        },
    );
    let list = move |of: &Option<RecordId>| {
        let Some(of) = of.clone() else {
            return vec![text("p", "small", "Choose the tool that you are learning, and tick the steps off as you go.")];
        };
        let Some(tool) = untrack(tool) else { return Vec::new() };
        let of = StoredValue::new(of);
        let of_tool = move || of.with_value(|id| record(app, List::Learning, id));
        let row = |step: &'static Item| {
            let id = words::step_id(&step.id);
            let check = el("input")
                .attr("type", "checkbox")
                .attr("id", &id)
                .flag_from("checked", move || is_ticked(&of_tool(), &step.id))
                .on("change", move |event| {
                    let before = untrack(of_tool);
                    write(app, List::Learning, &of.get_value(), tick(before, &step.id, event.checked()));
                });
            el("li").class("tick").add(check).add(text("label", "", &step.name).attr("for", id))
        };
        let rows: Vec<El> = steps.iter().map(row).collect();
        let done =
            move || words::steps(steps.iter().filter(|step| is_ticked(&of_tool(), &step.id)).count(), steps.len(), &tool.name);
        vec![el("p").class("small").attr("role", "status").text_from(done), el("ol").class("bare").with(rows)]
    };
    let key = move || tool().and_then(|tool| id(&tool.id));
    Some(
        el("section").attr("aria-labelledby", "mastery").with([
            text("h2", "", "Six steps to mastering a tool").attr("id", "mastery"),
            el("div").class("field narrow").with([text("span", "label", TOOL_LABEL).attr("aria-hidden", "true"), chosen]),
            el("div").class("flow").show_for(key, list),
            el("p")
                .class("small")
                .add(link(Page::guide_section(guide, SectionRole::Tools).href(), "What the guide says of tools and of each step")),
        ]),
    )
}
