//! What the target asks and what is missing: readiness, the gate, and every skill's bar, the heaviest gap first.

use super::gap_detail::detail;
use super::plan_form::needs_plan;
use crate::domain::gap::{Gap, heaviest_first};
use crate::domain::gate::{GATE_LEVELS, GATE_PERCENT, Gate, Verdict};
use crate::domain::guide::{Dimension, Guide, SkillIx, TitleIx};
use crate::domain::page::Page;
use crate::domain::promotion::{Raise, smallest_set};
use crate::domain::receipt;
use crate::domain::share::points;
use crate::state::{PlanView, use_view};
use crate::ui::components::levels::level_bar;
use crate::ui::components::range::RangeBar;
use crate::ui::components::receipt::Working;
use leptos::prelude::*;

/// Shows the page.
pub fn show() -> AnyView {
    let view = use_view();
    let Some(target) = view.target.get_untracked() else { return needs_plan("What your next title asks of you", Page::Gaps) };
    let guide = view.guide;
    view! {
        <h1 id="heading" tabindex="-1">{format!("What {} asks of you", guide.title(target).name)}</h1>
        {standing(view)}
        <div class="two-cards">
            {readiness_card(view, target)}
            {gate_card(view)}
        </div>
        {gap_list(view, target)}
    }
    .into_any()
}

/// Where the person stands, in one line.
pub fn standing(view: PlanView) -> impl IntoView {
    let guide = view.guide;
    let text = move || {
        let current = view.current.get().map(|t| guide.title(t).name.clone()).unwrap_or_default();
        let years = match view.years.get() {
            Some(1) => ", 1 year".to_owned(),
            Some(years) => format!(", {years} years"),
            None => String::new(),
        };
        let (rated, all) = (view.ratings.with(|r| r.rated()), guide.skills().len());
        let open = match all - rated {
            0 => String::new(),
            1 => " One unrated skill makes readiness a range.".to_owned(),
            n => format!(" {n} unrated skills make readiness a range."),
        };
        format!("From {current}{years}. {rated} of {all} skills rated.{open} ")
    };
    let unrated = move || !view.read_only && view.ratings.with(|r| r.rated()) < guide.skills().len();
    view! { <p class="small">{text}{move || unrated().then(|| view! { <a href=Page::Assess.href()>"Rate them"</a> })}</p> }
}

fn readiness_card(view: PlanView, target: TitleIx) -> impl IntoView {
    let guide = view.guide;
    let low = Signal::derive(move || view.readiness.get().low().percent());
    let high = Signal::derive(move || view.readiness.get().high().percent());
    let figure = move || view.readiness.get().in_words().trim_end_matches(" %").to_owned();
    let receipt = Signal::derive(move || view.gaps.with(|gaps| Some(receipt::of_readiness(guide, gaps, target))));
    view! {
        <section class="card ready">
            <h2>"Ready: "<span class="big">{figure}<small>" %"</small></span></h2>
            <RangeBar low=low high=high mark=GATE_PERCENT/>
            <p class="small">{format!("The gate is at {GATE_PERCENT} %. A surplus in one skill never hides a gap in another.")}</p>
            <Working receipt=receipt/>
        </section>
    }
}

fn gate_card(view: PlanView) -> impl IntoView {
    let guide = view.guide;
    let conditions = move || view.gate.with(|gate| conditions(guide, gate)).into_iter().map(condition).collect_view();
    let least = move || least(view);
    view! {
        <section class="card">
            <h2>"The gate"</h2>
            <ul class="gate">{conditions}</ul>
            {least}
        </section>
    }
}

fn condition((verdict, asks, state): (Verdict, String, String)) -> impl IntoView {
    let (class, sign, word) = match verdict {
        Verdict::Met => ("met", "✓", "Met: "),
        Verdict::NotMet => ("not-met", "✕", "Not met: "),
        Verdict::Open => ("open", "?", "Open: "),
    };
    view! {
        <li>
            <span class=format!("sign {class}") aria-hidden="true">{sign}</span>
            <span><span class="hush">{word}</span>{asks}": "<b>{state}</b></span>
        </li>
    }
}

/// The three conditions of the gate: whether each holds, what it asks, and how things stand.
fn conditions(guide: &Guide, gate: &Gate) -> Vec<(Verdict, String, String)> {
    let names = |skills: &[SkillIx]| skills.iter().map(|s| guide.skill(*s).short.as_str()).collect::<Vec<_>>().join(", ");
    let state = |verdict: Verdict, short: &[SkillIx], unrated: &[SkillIx]| match verdict {
        Verdict::Met => "yes".to_owned(),
        Verdict::NotMet if short.len() <= 2 => format!("not {}", names(short)),
        Verdict::NotMet => format!("{} skills are not", short.len()),
        Verdict::Open if unrated.len() <= 2 => format!("{} unrated", names(unrated)),
        Verdict::Open => format!("{} skills unrated", unrated.len()),
    };
    let far = if GATE_LEVELS == 1 { "Nothing more than one level short".to_owned() } else { format!("Nothing more than {GATE_LEVELS} levels short") };
    vec![
        (gate.critical(), "Every critical skill at its level".to_owned(), state(gate.critical(), &gate.critical_short, &gate.critical_unrated)),
        (gate.nearness(), far, state(gate.nearness(), &gate.far, &gate.far_unrated)),
        (gate.share(), format!("Readiness of {GATE_PERCENT} % or more"), gate.readiness.in_words()),
    ]
}

fn least(view: PlanView) -> AnyView {
    let guide = view.guide;
    let raises = view.gaps.with(|gaps| smallest_set(guide, gaps));
    let unrated = guide.skills().len() - view.ratings.with(|r| r.rated());
    if raises.is_empty() {
        let text = match view.gate.with(Gate::passed) {
            Verdict::Met => "All three hold: nothing more is needed.",
            _ => "What is rated would pass. It hangs on what is unrated.",
        };
        return view! { <p><b>{text}</b></p> }.into_any();
    }
    let levels: u32 = raises.iter().map(Raise::levels).sum();
    let skills = raises.len();
    let text = format!("{levels} level {} in {skills} {}.", plural(levels as usize, "raise", "raises"), plural(skills, "skill", "skills"));
    let list = raises
        .iter()
        .map(|raise| view! { <li>{format!("{} {} → {}", guide.skill(raise.skill).name, raise.from, raise.to)}</li> })
        .collect_view();
    view! {
        <p><b>{if unrated == 0 { "The least that would do: " } else { "The least that would do, if the unrated skills are met: " }}</b>{text}</p>
        <details><summary>"Show which"</summary><ul>{list}</ul><p class="small">"Fewest raises that pass all three; among equals, the least effort."</p></details>
    }
    .into_any()
}

/// One or many, in words.
pub fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

fn gap_list(view: PlanView, target: TitleIx) -> impl IntoView {
    let guide = view.guide;
    let shown = RwSignal::new(None::<Dimension>);
    let filter = |dimension: Option<Dimension>| {
        let name = dimension.map_or("All", Dimension::name);
        view! { <button aria-pressed=move || (shown.get() == dimension).to_string() on:click=move |_| shown.set(dimension)>{name}</button> }
    };
    let filters = std::iter::once(filter(None)).chain(Dimension::ALL.map(|d| filter(Some(d)))).collect_view();
    let sorted = Memo::new(move |_| {
        let mut gaps = view.gaps.get();
        heaviest_first(&mut gaps);
        gaps.retain(|g| shown.get().is_none_or(|d| guide.dimension(g.skill) == d));
        gaps
    });
    view! {
        <section>
            <div class="head">
                <h2>"Gaps, the heaviest first"</h2>
                <div class="seg no-print" role="group" aria-label="Which skills">{filters}</div>
            </div>
            <ol class="gap-rows">{move || sorted.get().into_iter().map(|gap| row(view, target, gap)).collect_view()}</ol>
            <details class="as-table">
                <summary>"The same as a table"</summary>
                {move || table(guide, &sorted.read(), view)}
            </details>
        </section>
    }
}

fn row(view: PlanView, target: TitleIx, gap: Gap) -> impl IntoView {
    let guide = view.guide;
    let record = guide.skill(gap.skill);
    let asked = view.readiness.get_untracked().asked();
    let (figure, under) = match gap.levels() {
        Some(0) if gap.surplus() > 0 => ("met".to_owned(), format!("+{} above", gap.surplus())),
        Some(0) => ("met".to_owned(), String::new()),
        Some(levels) => (format!("−{levels}"), format!("{} points", points(gap.weighted(), asked))),
        None => ("unrated".to_owned(), format!("up to {} points", points(gap.at_stake(), asked))),
    };
    let open = RwSignal::new(false);
    view! {
        <li class="gap-row">
            <div>
                <h3>{record.name.as_str()}</h3>
                <div class="tags">
                    <span class="tag">{guide.dimension(gap.skill).name()}</span>
                    <span class="tag">{guide.importance(gap.skill).name()}</span>
                </div>
            </div>
            {level_bar(&record.name, &gap)}
            <div class="gap-figure">{figure}<span class="tiny">{under}</span></div>
            <button class="chevron" aria-expanded=move || open.get().to_string() aria-label=format!("More about {}", record.name) on:click=move |_| open.update(|o| *o = !*o)>
                <span aria-hidden="true">{move || if open.get() { "▾" } else { "▸" }}</span>
            </button>
            {move || open.get().then(|| detail(view, target, gap))}
        </li>
    }
}

fn table(guide: &'static Guide, gaps: &[Gap], view: PlanView) -> impl IntoView + use<> {
    let asked = view.readiness.get().asked();
    let rows = gaps
        .iter()
        .map(|gap| {
            let rated = gap.rated.map_or_else(|| "unrated".to_owned(), |r| r.to_string());
            let levels = gap.levels().map_or_else(|| "open".to_owned(), |l| l.to_string());
            view! {
                <tr>
                    <th scope="row">{guide.skill(gap.skill).name.as_str()}</th>
                    <td>{guide.importance(gap.skill).name()}</td>
                    <td class="n">{rated}</td>
                    <td class="n">{gap.required.to_string()}</td>
                    <td class="n">{levels}</td>
                    <td class="n">{points(gap.weighted(), asked)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label="Gaps as a table">
            <table>
                <thead><tr>
                    <th scope="col">"Skill"</th><th scope="col">"Importance"</th><th scope="col" class="n">"Rated"</th>
                    <th scope="col" class="n">"Required"</th><th scope="col" class="n">"Gap"</th><th scope="col" class="n">"Points"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
