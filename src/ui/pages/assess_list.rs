//! Every skill with its rating, for people who would rather see all at once.

use super::begin::needs_plan;
use crate::dom::{El, el, heading, link, text};
use crate::domain::guide::{Dimension, Proficiency, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::state::{AppState, PlanView, use_app, use_view};

/// Shows the list.
pub fn show() -> Vec<El> {
    let (app, view) = (use_app(), use_view());
    if view.peek().target.is_none() {
        return needs_plan("Rate your skills", Page::AssessList);
    }
    let all = app.guide.skills().len();
    let rated =
        el("span").attr("role", "status").text_from(move || format!("{} of {all} skills rated.", view.get().ratings.rated()));
    let mut page =
        vec![heading("All skills"), el("p").class("lead").add(rated).text(" Each level is described on the skill's own page.")];
    for dimension in Dimension::ALL {
        let skills = app.guide.skills().filter(|s| app.guide.dimension(*s) == dimension);
        let rows: Vec<El> = skills.map(|skill| row(app, view, skill)).collect();
        page.push(el("section").with([text("h2", "", dimension.name()), el("ul").class("rate-list").with(rows)]));
    }
    page.push(el("div").class("row").with([
        link(Page::Gaps.href(), "Show my gaps").class("btn"),
        link(Page::Assess.href(), "Rate one by one").class("btn quiet"),
    ]));
    page
}

fn row(app: AppState, view: PlanView, skill: SkillIx) -> El {
    let record = app.guide.skill(skill);
    let option = move |level: Option<Proficiency>| {
        let (value, words) =
            level.map_or_else(|| (String::new(), "Unrated".to_owned()), |l| (l.to_string(), format!("{l} {}", l.name())));
        text("option", "", words).attr("value", value).flag_from("selected", move || view.get().ratings.get(skill) == level)
    };
    let options: Vec<El> = std::iter::once(None).chain(Proficiency::all().map(Some)).map(option).collect();
    el("li").with([
        link(Page::AssessSkill(record.id.clone()).href(), &record.name),
        el("select").class("in").attr("aria-label", &record.name).with(options).on("change", move |event| {
            let level = event.value().parse().ok().and_then(Proficiency::new);
            app.edit(&PlanEdit::Rate { skill: record.id.clone(), level });
        }),
    ])
}
