//! Rating one skill after the other, the most informative first, while the range of readiness narrows. What the title asks is
//! shown only once a skill is rated, so that it does not steer the answer.

use super::plan_form::needs_plan;
use crate::domain::edit::PlanEdit;
use crate::domain::gap::{most_informative_first, next_to_rate, straight_lined};
use crate::domain::gate::GATE_PERCENT;
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx};
use crate::domain::page::Page;
use crate::domain::readiness::ratings_to_narrow;
use crate::state::{AppState, PlanView, use_app, use_view};
use crate::ui::components::range::RangeBar;
use leptos::prelude::*;

/// How many skills of the queue are listed.
const QUEUE: usize = 4;
/// The width of the range, in points, at which it is narrow enough to act on.
const NARROW: u32 = 10;

/// Shows the skill with this id, or the one to rate next.
pub fn show(asked: Option<SkillId>) -> AnyView {
    let (app, view) = (use_app(), use_view());
    if view.target.get_untracked().is_none() {
        return needs_plan("Rate your skills", Page::Assess);
    }
    let skill = match asked {
        Some(id) => match app.guide.skill_by_id(&id) {
            Some(skill) => Some(skill),
            None => return super::not_found::show(&Page::AssessSkill(id)),
        },
        None => view.gaps.with_untracked(|gaps| next_to_rate(gaps, None)),
    };
    match skill {
        Some(skill) => one_skill(app, view, skill).into_any(),
        None => all_rated(app.guide).into_any(),
    }
}

fn all_rated(guide: &Guide) -> impl IntoView + use<> {
    view! {
        <h1 id="heading" tabindex="-1">{format!("All {} skills are rated", guide.skills().len())}</h1>
        <p class="lead">"Ratings change as you grow. Come back to any of them, or look at what they add up to."</p>
        <div class="row">
            <a class="btn" href=Page::Gaps.href()>"Show my gaps"</a>
            <a class="btn quiet" href=Page::AssessList.href()>"Change a rating"</a>
        </div>
    }
}

fn one_skill(app: AppState, view: PlanView, skill: SkillIx) -> impl IntoView {
    let guide = app.guide;
    let record = guide.skill(skill);
    let rating = Memo::new(move |_| view.ratings.with(|r| r.get(skill)));
    let number = view.ratings.with_untracked(|r| r.rated() + usize::from(r.get(skill).is_none()));
    let rate = move |level: Proficiency| {
        app.edit(&PlanEdit::Rate { skill: record.id.clone(), level: Some(level) });
        app.announce(verdict(guide, view, skill));
    };
    let go_on = move || {
        let next = view.gaps.with_untracked(|gaps| next_to_rate(gaps, Some(skill)));
        app.go(&next.map_or(Page::Gaps, |next| Page::AssessSkill(guide.skill(next).id.clone())));
    };
    // Digits rate from anywhere in the question, also from its heading, which has the focus when the page opens.
    let on_key = move |event: web_sys::KeyboardEvent| {
        let typing = event_target::<web_sys::Element>(&event).tag_name() == "TEXTAREA";
        let level = event.key().parse().ok().and_then(Proficiency::new);
        if let Some(level) = level.filter(|_| !typing && !event.ctrl_key() && !event.alt_key() && !event.meta_key()) {
            event.prevent_default();
            rate(level);
            app.focus(&option_id(level));
        }
    };
    let options = Proficiency::all().map(|level| option(guide, skill, level, rating, rate)).collect_view();
    view! {
        <div on:keydown=on_key>
            <p class="small">{format!("Skill {number} of {} · the ones that say most about your target come first", guide.skills().len())}</p>
            <h1 id="heading" tabindex="-1">{record.name.as_str()}</h1>
            <div class="assess">
                <section class="question" aria-labelledby="heading">
                    <p class="why">
                        {format!("Importance: {}. {} ", guide.importance(skill).name(), record.why)}
                        <a href=Page::GuideEntry("skills".to_owned(), record.id.to_string()).href()>"In the guide"</a>
                    </p>
                    <fieldset class="options">
                        <legend class="hush">{format!("Your level in {}", record.name)}</legend>
                        {options}
                    </fieldset>
                    <p class="asked">{move || rating.get().map_or_else(
                        || "Pick the highest line that is true of you today. Keys 0 to 5 work too.".to_owned(),
                        |_| verdict(guide, view, skill),
                    )}</p>
                    <div class="row">
                        <button class="btn" on:click=move |_| go_on()>{move || if rating.get().is_some() { "Next skill" } else { "Not sure, skip" }}</button>
                        {move || rating.get().map(|_| view! {
                            <button class="btn quiet" on:click=move |_| app.edit(&PlanEdit::Rate { skill: record.id.clone(), level: None })>"Take the rating back"</button>
                        })}
                        <a class="btn quiet" href=Page::Gaps.href()>"Stop here and see my gaps"</a>
                    </div>
                    {evidence(app, view, skill)}
                </section>
                {side(app, view, skill)}
            </div>
        </div>
    }
}

fn option_id(level: Proficiency) -> String {
    format!("level-{level}")
}

fn option(guide: &'static Guide, skill: SkillIx, level: Proficiency, rating: Memo<Option<Proficiency>>, rate: impl Fn(Proficiency) + Copy + 'static) -> impl IntoView {
    let line = match level.get() {
        0 => "You have not worked on it yet.".to_owned(),
        n => guide.skill(skill).can.get(usize::from(n) - 1).map(|can| format!("You can {can}")).unwrap_or_default(),
    };
    view! {
        <label class="option" for=option_id(level)>
            <input type="radio" name="level" id=option_id(level) class="hush" prop:checked=move || rating.get() == Some(level) on:change=move |_| rate(level)/>
            <kbd aria-hidden="true">{level.get()}</kbd>
            <b>{level.name()}</b>
            <span>{line}</span>
        </label>
    }
}

/// What the rating means for the target, once there is one.
fn verdict(guide: &Guide, view: PlanView, skill: SkillIx) -> String {
    let gap = view.gaps.with(|gaps| gaps.iter().find(|g| g.skill == skill).copied());
    let (Some(gap), Some(target)) = (gap, view.target.get()) else { return String::new() };
    let title = &guide.title(target).name;
    match (gap.rated, gap.levels()) {
        (Some(rated), Some(0)) => format!("You: {rated}. {title} asks for {}: met.", gap.required),
        (Some(rated), Some(short)) => {
            let levels = if short == 1 { "one level".to_owned() } else { format!("{short} levels") };
            format!("You: {rated}. {title} asks for {}: {levels} short.", gap.required)
        }
        _ => String::new(),
    }
}

fn evidence(app: AppState, view: PlanView, skill: SkillIx) -> impl IntoView {
    let id = &app.guide.skill(skill).id;
    let note = view.plan.with_untracked(|p| p.evidence.get(id).cloned()).unwrap_or_default();
    view! {
        <details class="evidence" open=!note.is_empty()>
            <summary>"Add evidence"</summary>
            <div class="field">
                <label for="evidence">"What shows it? A project, a decision, a name. It stays on this device and is never part of a link."</label>
                <textarea class="in" id="evidence" prop:value=note on:change=move |event| app.edit(&PlanEdit::Note { skill: id.clone(), text: event_target_value(&event) })></textarea>
            </div>
        </details>
    }
}

fn side(app: AppState, view: PlanView, skill: SkillIx) -> impl IntoView {
    let guide = app.guide;
    let low = Signal::derive(move || view.readiness.get().low().percent());
    let high = Signal::derive(move || view.readiness.get().high().percent());
    let target = view.target.get_untracked().map(|t| guide.title(t).name.clone()).unwrap_or_default();
    let left = move || view.gaps.with(|gaps| narrowing(gaps));
    let queue = move || {
        view.gaps.with(|gaps| most_informative_first(gaps))
            .into_iter()
            .filter(|s| *s != skill)
            .take(QUEUE)
            .map(|s| {
                let record = guide.skill(s);
                view! { <li><a href=Page::AssessSkill(record.id.clone()).href()>{record.name.as_str()}</a></li> }
            })
            .collect_view()
    };
    let flat = Memo::new(move |_| view.plan.with(|p| straight_lined(&p.ratings.values().copied().collect::<Vec<_>>())));
    view! {
        <aside class="side" aria-label="How far you are">
            <div class="card">
                <p class="small">{format!("Ready for {target}")}</p>
                <p class="figure">{move || view.readiness.get().in_words()}</p>
                <RangeBar low=low high=high mark=GATE_PERCENT/>
                <p class="tiny">{left}</p>
            </div>
            {move || flat.get().then(|| view! {
                <p class="card small">"Nearly all of your ratings are the same. Most people differ from skill to skill: read the lines once more before you rely on the figures."</p>
            })}
            <div class="card">
                <h2 class="h-small">"Next"</h2>
                <ol class="queue">{queue}</ol>
                <a class="small" href=Page::AssessList.href()>{format!("See all {} as a list", guide.skills().len())}</a>
            </div>
        </aside>
    }
}

fn narrowing(gaps: &[crate::domain::gap::Gap]) -> String {
    let unrated = gaps.iter().filter(|g| g.rated.is_none()).count();
    let (more, width) = ratings_to_narrow(gaps, NARROW);
    match (unrated, more) {
        (0, _) => "Every skill is rated: the range has closed.".to_owned(),
        (1, 0) => "1 unrated skill makes this a range.".to_owned(),
        (n, 0) => format!("{n} unrated skills make this a range."),
        (n, 1) => format!("{n} unrated skills. One more rating narrows this to about {width} points."),
        (n, more) => format!("{n} unrated skills. {more} more ratings narrow this to about {width} points."),
    }
}
