//! What a mentor can do with a plan that someone shared: questions to practise with them, and what helps with their gaps. It only shows: nothing
//! here is kept, and nothing of it goes into a link.

use super::interview::questions;
use super::learning::items;
use crate::dom::signals::*;
use crate::dom::{El, el, link, text};
use crate::domain::guide::questions::Question;
use crate::domain::guide::{Guide, SectionRole};
use crate::domain::page::Page;
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::interview::{is_upper, to_practise};
use crate::domain::workbench::learning::{Ranked, ranked, to_read};
use crate::state::DerivedPlan;
use crate::ui::words::learning as words;

/// How many of each kind are named.
const TOP: usize = 3;

/// What is shown of a plan; nothing for one that names no destination.
pub fn helping(guide: &'static Guide, theirs: DerivedPlan) -> Vec<El> {
    let now = untrack(|| theirs.get());
    let Some(aim) = now.stage.aim() else { return Vec::new() };
    let asked = to_practise(guide, questions(), &aim.gaps, is_upper(guide, aim.target));
    let asked: Vec<El> = asked.into_iter().map(|one| question(guide, one)).collect();
    let practise = el("section").class("card flow").with([
        text("h3", "h-small", "Questions to practise with them"),
        text("p", "small", words::PRACTISE),
        el("ol").class("bare flow").with(asked),
    ]);
    let lists = [
        list("Certifications", named(guide, &aim.gaps, SectionRole::Certifications)),
        list("To read", reading(guide, &aim.gaps)),
        list("Tools", named(guide, &aim.gaps, SectionRole::Tools)),
    ];
    let lists: Vec<El> = lists.into_iter().flatten().collect();
    let none = lists.is_empty().then(|| text("p", "small", words::NO_HELP));
    let helps = el("section").class("card flow").add(text("h3", "h-small", "What helps with their gaps")).with(lists).maybe(none);
    vec![el("div").class("two-cards helping").with([practise, helps])]
}

fn question(guide: &'static Guide, one: &Question) -> El {
    let skills: Vec<&str> =
        one.skills.iter().filter_map(|id| guide.skill_by_id(id)).map(|skill| guide.skill(skill).short.as_str()).collect();
    let strong = el("details").class("small").with([
        text("summary", "", "What a strong answer shows").attr("aria-label", format!("What a strong answer shows: {}", one.text)),
        text("p", "", &one.strong),
    ]);
    el("li").with([text("p", "to-ask", &one.text), text("p", "small", format!("About {}.", skills.join(" and "))), strong])
}

/// The entries of a section that help the most.
fn named(guide: &'static Guide, gaps: &[Gap], role: SectionRole) -> Vec<El> {
    let all = ranked(guide, gaps, items(guide, role));
    let line = |one: &Ranked<'static>| {
        let name = link(Page::guide_item(guide, role, &one.item.id).href(), &one.item.name);
        el("li").with([name, text("span", "small", words::helps(guide, &one.helps))])
    };
    all.iter().filter(|one| one.weighed > 0).take(TOP).map(line).collect()
}

fn reading(guide: &'static Guide, gaps: &[Gap]) -> Vec<El> {
    let all = to_read(guide, gaps);
    let line = |(skill, resource): &(crate::domain::guide::SkillIx, &crate::domain::guide::Resource)| {
        let level = words::reading_for(&guide.skill(*skill).short, resource.level);
        el("li").with([
            text("cite", "", &resource.title),
            text("span", "small", format!("{}, {}. {level}", resource.author, resource.year)),
        ])
    };
    all.iter().take(TOP).map(line).collect()
}

fn list(name: &str, lines: Vec<El>) -> Option<El> {
    (!lines.is_empty()).then(|| el("div").with([text("h4", "h-small", name), el("ul").class("bare").with(lines)]))
}
