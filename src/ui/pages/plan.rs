//! The plan: the first leg's actions to tick off, with dates by pace, and the goals that go with them.

use super::gaps::plural;
use super::plan_form::needs_plan;
use crate::domain::edit::PlanEdit;
use crate::domain::guide::{Item, Proficiency, SkillIx};
use crate::domain::page::Page;
use crate::domain::steps::{Action, Done, done, step};
use crate::state::{AppState, PlanView, use_app, use_view};
use crate::ui::components::pace::PaceForm;
use leptos::prelude::*;

/// How many goals are offered before one asks for all.
const GOALS: usize = 6;

/// Shows the page.
pub fn show() -> AnyView {
    let (app, view) = (use_app(), use_view());
    if view.target.get_untracked().is_none() || view.years.get_untracked().is_none() {
        return needs_plan("Your plan", Page::Plan);
    }
    let guide = view.guide;
    let leg = move || view.route.with(|r| r.as_ref().and_then(|r| r.legs.first().map(|l| l.to)));
    let heading = move || leg().map_or_else(|| "Your plan".to_owned(), |to| format!("First leg: to {}", guide.title(to).name));
    view! {
        <h1 id="heading" tabindex="-1">{heading}</h1>
        <p class="small">{move || overview(view)}" "<a href=Page::Route.href()>"Change the route"</a></p>
        <div class="plan-lay">
            <div class="plan-main">
                {move || unrated_note(view)}
                {action_list(app, view)}
            </div>
            <aside class="side" aria-label="Pace and goals">
                <section class="card">
                    <h2 class="h-small">"Pace"</h2>
                    {move || pace_line(view)}
                    <PaceForm/>
                </section>
                {goals(app, view)}
            </aside>
        </div>
    }
    .into_any()
}

fn overview(view: PlanView) -> String {
    let guide = view.guide;
    let done = view.plan.with(|p| done(guide, p).len());
    let open = view.actions.with(Vec::len);
    let route = view.route.with(|r| r.as_ref().map(|r| r.titles().iter().map(|t| guide.title(*t).name.clone()).collect::<Vec<_>>().join(" → ")));
    format!("{}. {open} {} to take, {done} done.", route.unwrap_or_default(), plural(open, "step", "steps"))
}

fn unrated_note(view: PlanView) -> Option<impl IntoView> {
    let unrated = view.guide.skills().len() - view.ratings.with(|r| r.rated());
    (unrated > 0).then(|| {
        view! {
            <p class="card small">
                {format!("{unrated} {} unrated. Until you rate {}, this list takes {} to be at what your current title asks. ",
                    plural(unrated, "skill is", "skills are"), plural(unrated, "it", "them"), plural(unrated, "it", "them"))}
                <a href=Page::Assess.href()>"Rate the next one"</a>
            </p>
        }
    })
}

fn pace_line(view: PlanView) -> impl IntoView {
    let by = view.actions.with(|a| a.last().map(|a| a.by));
    by.map(|(half, nine)| {
        view! { <p class="small">"Half of people with this plan would be done by "<b class="strong">{half.month_and_year()}</b>", nine in ten by "<b class="strong">{nine.month_and_year()}</b>"."</p> }
    })
}

fn action_list(app: AppState, view: PlanView) -> impl IntoView {
    let finished = Memo::new(move |_| view.plan.with(|p| done(view.guide, p)));
    view! {
        <section aria-label="To do">
            <h2>"To do, in this order"</h2>
            {move || view.actions.with(Vec::is_empty).then(|| view! { <p>"Nothing is left to build for this move. Rate yourself again, and look at the next leg of the route."</p> })}
            <ol class="actions">{move || view.actions.get().into_iter().map(|a| to_do(app, view, &a)).collect_view()}</ol>
            {move || (!finished.read().is_empty()).then(|| view! {
                <h2>"Done"</h2>
                <ul class="actions">{finished.get().into_iter().map(|d| ticked_off(app, view, &d)).collect_view()}</ul>
            })}
        </section>
    }
}

fn to_do(app: AppState, view: PlanView, action: &Action) -> impl IntoView + use<> {
    let when = format!("By {}, at the latest {}", action.by.0.month_and_year(), action.by.1.month_and_year());
    entry(app, view, action.skill, action.level, false, when)
}

fn ticked_off(app: AppState, view: PlanView, done: &Done) -> impl IntoView + use<> {
    entry(app, view, done.skill, done.level, true, format!("Done on {}", done.day.in_words()))
}

fn entry(app: AppState, view: PlanView, skill: SkillIx, level: Proficiency, done: bool, when: String) -> AnyView {
    let guide = view.guide;
    let record = guide.skill(skill);
    let can = record.can.get(usize::from(level.get()).wrapping_sub(1)).map(|line| format!("Until you can {line}"));
    let id = format!("step-{}-{level}", record.id);
    let tick = move |event| {
        let ticked = event_target_checked(&event);
        app.edit(&PlanEdit::Tick { step: step(guide, skill, level), done: ticked.then(|| app.today()) });
        app.announce(if ticked { "Ticked off." } else { "Back on the list." });
    };
    let rated = view.ratings.with(|r| r.get(skill));
    let raise = (done && rated.is_none_or(|r| r < level)).then(|| {
        view! {
            <button class="link" on:click=move |_| app.edit(&PlanEdit::Rate { skill: record.id.clone(), level: Some(level) })>
                {format!("Raise my rating to {level}")}
            </button>
        }
    });
    view! {
        <li class="action">
            <input type="checkbox" id=id.clone() prop:checked=done on:change=tick/>
            <div>
                <label for=id><b>{format!("{}: to level {level}, {}", record.name, level.name().to_lowercase())}</b></label>
                <p>{can}</p>
                <p class="small">{when}" · "<a href=Page::GuideEntry("skills".to_owned(), record.id.to_string()).href()>"More on this skill"</a>" "{raise}</p>
            </div>
        </li>
    }
    .into_any()
}

fn goals(app: AppState, view: PlanView) -> impl IntoView {
    let guide = view.guide;
    let skills = Memo::new(move |_| {
        let mut skills: Vec<SkillIx> = Vec::new();
        for action in view.actions.get() {
            if !skills.contains(&action.skill) {
                skills.push(action.skill);
            }
        }
        skills
    });
    let suggested = move || {
        let mut goals: Vec<&'static Item> = Vec::new();
        for item in skills.get().into_iter().flat_map(|s| guide.helpers("goals", s)) {
            if !goals.iter().any(|g| g.id == item.id) {
                goals.push(item);
            }
        }
        let chosen = |item: &&'static Item| view.plan.with(|p| p.goals.contains(&item.id));
        let elsewhere = guide.items().map(|(_, item)| item).filter(|i| chosen(i) && !goals.iter().any(|g| g.id == i.id)).collect::<Vec<_>>();
        goals.truncate(GOALS);
        goals.extend(elsewhere);
        goals
    };
    let goal = move |item: &'static Item| {
        let chosen = Memo::new(move |_| view.plan.with(|p| p.goals.contains(&item.id)));
        let id = format!("goal-{}", item.id);
        view! {
            <li class="action">
                <input type="checkbox" id=id.clone() prop:checked=chosen on:change=move |event| {
                    app.edit(&PlanEdit::ChooseGoal { goal: item.id.clone(), chosen: event_target_checked(&event) });
                }/>
                <div><label for=id>{item.name.as_str()}</label><p class="small">{item.rationale.as_str()}</p></div>
            </li>
        }
    };
    view! {
        <section class="card">
            <h2 class="h-small">"Goals that help"</h2>
            <p class="small">"From the guide, for the skills of this leg. The ones you choose stay here and travel with your link."</p>
            <ul class="actions">{move || suggested().into_iter().map(goal).collect_view()}</ul>
            <a class="small" href=Page::GuideSection("goals".to_owned()).href()>"All goals in the guide"</a>
        </section>
    }
}
