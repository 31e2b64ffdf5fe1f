//! Before a plan: the map, two pickers and years, one button. With a plan: how ready, what is missing, what is next.

use super::gaps::{plural, standing};
use super::plan_form::PlanForm;
use super::route::{calendar, summary};
use crate::domain::gap::{Gap, heaviest_first};
use crate::domain::gate::GATE_PERCENT;
use crate::domain::page::Page;
use crate::state::{AppState, PlanView, use_app};
use crate::ui::charts::map_view::MapView;
use crate::ui::components::range::RangeBar;
use leptos::prelude::*;

/// How many gaps and actions are shown.
const TOP: usize = 3;

/// Shows the page.
pub fn show() -> AnyView {
    let app = use_app();
    let started = Memo::new(move |_| app.view().current.get().is_some() && app.view().target.get().is_some() && app.view().years.get().is_some());
    view! { {move || if started.get() { overview(app).into_any() } else { welcome().into_any() }} }.into_any()
}

fn welcome() -> impl IntoView {
    view! {
        <div class="hero">
            <h1 id="heading" tabindex="-1">"Where could engineering leadership take you?"</h1>
            <p class="lead">"Sixteen titles, the moves between them, and what each one asks for. Say where you are and where you want to go; everything is worked out on this page and stays on this device."</p>
        </div>
        <PlanForm submit="Plan my route" then=Page::Route/>
        <MapView/>
    }
}

fn overview(app: AppState) -> impl IntoView {
    let view = app.view();
    let guide = app.guide;
    let target = move || view.target.get().map(|t| guide.title(t).name.clone()).unwrap_or_default();
    let changing = RwSignal::new(false);
    view! {
        <div class="hero">
            <h1 id="heading" tabindex="-1">{move || format!("Your way to {}", target())}</h1>
            <div class="row">{standing(view)}<button class="link small" aria-expanded=move || changing.get().to_string() on:click=move |_| changing.update(|c| *c = !*c)>"Change where from and where to"</button></div>
        </div>
        {move || changing.get().then(|| view! { <PlanForm submit="Plan this route" then=Page::Route/> })}
        <div class="home-cards">
            {ready(view)}
            {top_gaps(view)}
            {next_actions(view)}
            {route_card(view)}
        </div>
        <MapView/>
    }
}

fn ready(view: PlanView) -> impl IntoView {
    let low = Signal::derive(move || view.readiness.get().low().percent());
    let high = Signal::derive(move || view.readiness.get().high().percent());
    let unrated = move || view.guide.skills().len() - view.ratings.with(|r| r.rated());
    view! {
        <section class="card">
            <h2 class="h-small">"Ready"</h2>
            <p class="figure">{move || view.readiness.get().in_words()}</p>
            <RangeBar low=low high=high mark=GATE_PERCENT/>
            <p class="small">{move || match unrated() {
                0 => "All skills are rated.".to_owned(),
                n => format!("{n} {} to rate.", plural(n, "skill", "skills")),
            }}</p>
            <a class="btn" href=move || if unrated() > 0 { Page::Assess.href() } else { Page::Gaps.href() }>
                {move || if unrated() > 0 { "Rate my skills" } else { "Show my gaps" }}
            </a>
        </section>
    }
}

fn top_gaps(view: PlanView) -> impl IntoView {
    let guide = view.guide;
    let top = move || {
        let mut gaps = view.gaps.get();
        heaviest_first(&mut gaps);
        gaps.into_iter().filter(|g| g.levels().is_some_and(|l| l > 0)).take(TOP).collect::<Vec<Gap>>()
    };
    let line = move |gap: Gap| view! { <li><span>{guide.skill(gap.skill).name.as_str()}</span><b class="num">{format!("−{}", gap.levels().unwrap_or(0))}</b></li> };
    view! {
        <section class="card">
            <h2 class="h-small">"Heaviest gaps"</h2>
            {move || if top().is_empty() { view! { <p class="small">"None among what you have rated."</p> }.into_any() } else {
                view! { <ol class="plain-list">{top().into_iter().map(line).collect_view()}</ol> }.into_any()
            }}
            <a class="small" href=Page::Gaps.href()>"All gaps"</a>
        </section>
    }
}

fn next_actions(view: PlanView) -> impl IntoView {
    let guide = view.guide;
    let next = move || view.actions.with(|all| all.iter().take(TOP).cloned().collect::<Vec<_>>());
    view! {
        <section class="card">
            <h2 class="h-small">"Next steps"</h2>
            {move || if next().is_empty() { view! { <p class="small">"Nothing is left to build for the first move."</p> }.into_any() } else {
                let lines = next().into_iter().map(|a| view! {
                    <li><span>{format!("{} to {}", guide.skill(a.skill).name, a.level)}</span><span class="small nowrap">{a.by.0.month_and_year()}</span></li>
                }).collect_view();
                view! { <ol class="plain-list">{lines}</ol> }.into_any()
            }}
            <a class="small" href=Page::Plan.href()>"The whole plan"</a>
        </section>
    }
}

fn route_card(view: PlanView) -> impl IntoView {
    let guide = view.guide;
    view! {
        <section class="card">
            <h2 class="h-small">"Route"</h2>
            {move || match view.route.get() {
                Some(route) => {
                    let (from, to) = calendar(view, &route);
                    view! { <p class="figure">{format!("{from}–{to}")}</p><p class="small">{summary(guide, &route)}</p> }.into_any()
                }
                None => view! { <p class="small">"No moves lead from one to the other. Choose another destination."</p> }.into_any(),
            }}
            <a class="small" href=Page::Route.href()>"Routes and dates"</a>
        </section>
    }
}
