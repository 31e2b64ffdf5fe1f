//! Every skill with its rating, for people who would rather see all at once.

use crate::domain::edit::PlanEdit;
use crate::domain::guide::{Dimension, Guide, Proficiency, SkillIx};
use crate::domain::page::Page;
use crate::state::{AppState, PlanView, use_app, use_view};
use leptos::prelude::*;

/// Shows the list.
pub fn show() -> AnyView {
    let (app, view) = (use_app(), use_view());
    let guide = app.guide;
    let rated = move || format!("{} of {} skills rated.", view.ratings.with(|r| r.rated()), guide.skills().len());
    let groups = Dimension::ALL.into_iter().map(|dimension| group(app, view, dimension)).collect_view();
    view! {
        <h1 id="heading" tabindex="-1">"All skills"</h1>
        <p class="lead"><span role="status">{rated}</span>" Each level is described on the skill's own page."</p>
        {groups}
        <div class="row">
            <a class="btn" href=Page::Gaps.href()>"Show my gaps"</a>
            <a class="btn quiet" href=Page::Assess.href()>"Rate one by one"</a>
        </div>
    }
    .into_any()
}

fn group(app: AppState, view: PlanView, dimension: Dimension) -> impl IntoView {
    let skills = app.guide.skills().filter(|s| app.guide.dimension(*s) == dimension);
    let rows = skills.map(|skill| row(app, view, skill)).collect_view();
    view! {
        <section>
            <h2>{dimension.name()}</h2>
            <ul class="rate-list">{rows}</ul>
        </section>
    }
}

fn row(app: AppState, view: PlanView, skill: SkillIx) -> impl IntoView {
    let guide: &'static Guide = app.guide;
    let record = guide.skill(skill);
    let rating = Memo::new(move |_| view.ratings.with(|r| r.get(skill)));
    let options = Proficiency::all()
        .map(|level| view! { <option value=level.get() selected=move || rating.get() == Some(level)>{format!("{level} {}", level.name())}</option> })
        .collect_view();
    view! {
        <li>
            <a href=Page::AssessSkill(record.id.clone()).href()>{record.name.as_str()}</a>
            <select class="in" aria-label=record.name.as_str() on:change=move |event| {
                let level = event_target_value(&event).parse().ok().and_then(Proficiency::new);
                app.edit(&PlanEdit::Rate { skill: record.id.clone(), level });
            }>
                <option value="" selected=move || rating.get().is_none()>"Unrated"</option>
                {options}
            </select>
        </li>
    }
}
