//! Every skill with its rating, for people who would rather see all at once.

use crate::dom::{El, el, heading, link, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::{Dimension, Proficiency, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::state::{App, Live, use_app};
use crate::ui::words::figures::out_of;
use crate::ui::words::scale;

/// Shows the list.
pub fn show(aim: Live<Aim>) -> Vec<El> {
    let app = use_app();
    let all = app.guide.skills().len();
    let rated = el("span")
        .attr("role", "status")
        .text_from(move || format!("{}\u{a0}skills rated.", out_of(aim.get().ratings.rated(), all)));
    let mut page =
        vec![heading("All skills"), el("p").class("lead").add(rated).text(" Each level is described on the skill's own page.")];
    for dimension in Dimension::ALL {
        let skills = app.guide.skills().filter(|s| app.guide.dimension(*s) == dimension);
        let rows: Vec<El> = skills.map(|skill| row(app, aim, skill)).collect();
        page.push(el("section").with([text("h2", "", scale::dimension(dimension)), el("ul").class("rate-list").with(rows)]));
    }
    page.push(el("div").class("row").with([
        link(Page::Gaps.href(), "Show my gaps").class("btn"),
        link(Page::Assess.href(), "Rate one by one").class("btn quiet"),
    ]));
    page
}

fn row(app: App, aim: Live<Aim>, skill: SkillIx) -> El {
    let record = app.guide.skill(skill);
    let option = move |level: Option<Proficiency>| {
        let (value, words) =
            level.map_or_else(|| (String::new(), "Unrated".to_owned()), |l| (l.to_string(), format!("{l} {}", scale::level(l))));
        text("option", "", words).attr("value", value).flag_from("selected", move || aim.get().ratings.get(skill) == level)
    };
    let options: Vec<El> = std::iter::once(None).chain(Proficiency::all().map(Some)).map(option).collect();
    el("li").with([
        link(Page::AssessSkill(record.id.clone()).href(), &record.short),
        el("select").class("in").attr("aria-label", &record.short).with(options).on("change", move |event| {
            let level = event.value().parse().ok().and_then(Proficiency::new);
            app.own.edit(&PlanEdit::Rate { skill: record.id.clone(), level });
        }),
    ])
}
