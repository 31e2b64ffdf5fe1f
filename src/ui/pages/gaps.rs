//! What the target asks and what is missing: readiness, the gate, and every skill's bar, the heaviest gap first.

use super::begin::needs_plan;
use super::gap_detail::detail;
use crate::dom::{El, button, el, heading, link, text};
use crate::domain::base::share::points;
use crate::domain::guide::{Dimension, Guide, SkillIx, TitleIx};
use crate::domain::journey::promotion::Raise;
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::gap::{Gap, heaviest_first};
use crate::domain::standing::gate::{GATE_LEVELS, GATE_PERCENT, Gate, Verdict};
use crate::state::{PlanView, use_view};
use crate::ui::components::levels::level_bar;
use crate::ui::components::plural;
use crate::ui::components::receipt::{HOW, scroll, working};
use crate::ui::components::standing::{SKILLS_ONLY, share_bar, share_name};
use leptos::prelude::*;

/// Shows the page.
pub fn show() -> Vec<El> {
    let view = use_view();
    let Some(target) = view.peek().target else { return needs_plan("What your next title asks of you", Page::Gaps) };
    let mut page = vec![heading(format!("What {} asks of you", view.name(Some(target))))];
    page.extend(parts(view, target));
    page
}

/// The page below its heading.
pub fn parts(view: PlanView, target: TitleIx) -> Vec<El> {
    vec![
        standing(view),
        el("div").class("two-cards").with([readiness_card(view, target), gate_card(view, target)]),
        gap_list(view, target),
    ]
}

/// Where the person stands, in one line.
pub fn standing(view: PlanView) -> El {
    let words = move || {
        let now = view.get();
        let years = now.plan.years.map(|y| format!(", {y} {}", plural(y.into(), "year", "years"))).unwrap_or_default();
        let open = match now.unrated(view.guide) {
            0 => String::new(),
            n => format!(" {n} unrated {} readiness a range.", plural(n, "skill makes", "skills make")),
        };
        format!(
            "From {}{years}. {} of {} skills rated.{open} ",
            view.name(now.current),
            now.ratings.rated(),
            view.guide.skills().len()
        )
    };
    let rate = move || {
        let open = !view.read_only && view.get().unrated(view.guide) > 0;
        if open { vec![link(Page::Assess.href(), "Rate them")] } else { Vec::new() }
    };
    el("p").class("small").text_from(words).show(rate)
}

fn readiness_card(view: PlanView, target: TitleIx) -> El {
    let figure = move || view.get().readiness.in_words().trim_end_matches(" %").to_owned();
    let note = if view.guide.is_onward(target) {
        SKILLS_ONLY.to_owned()
    } else {
        format!("The gate is at {GATE_PERCENT} %. A surplus in one skill never hides a gap in another.")
    };
    let big = el("span").class("big").text_from(figure).add(text("small", "", " %"));
    el("section").class("card ready").with([
        el("h2").text(share_name(view.guide, Some(target))).text(": ").add(big),
        share_bar(view.guide, Some(target), move || view.get().readiness),
        text("p", "small", note),
        working(view.guide, HOW, move || Some(receipt::of_readiness(view.guide, &view.get().gaps, target))),
    ])
}

/// The gate of a title on a track; of a related path, what carries over and what it asks besides.
fn gate_card(view: PlanView, target: TitleIx) -> El {
    let record = view.guide.title(target);
    if view.guide.is_onward(target) {
        return el("section").class("card").with([
            text("h2", "", "No gate"),
            el("p").add(text("b", "", "What carries over: ")).text(&record.transfers),
            el("p").add(text("b", "", "What it asks besides: ")).text(&record.missing),
        ]);
    }
    let conditions = move || view.get().gate().map(|gate| conditions(view.guide, gate)).unwrap_or_default();
    el("section")
        .class("card")
        .add(text("h2", "", "The gate"))
        .add(el("ul").class("gate").show(conditions))
        .show(move || least(view))
}

/// The four conditions of the gate: what each asks, and how things stand.
fn conditions(guide: &Guide, gate: &Gate) -> Vec<El> {
    let name = |skill: SkillIx| guide.skill(skill).short.as_str();
    let these = |skills: &[SkillIx]| match *skills {
        [one] => format!("{} is", name(one)),
        [one, other] => format!("{} and {} are", name(one), name(other)),
        _ => format!("{} skills are", skills.len()),
    };
    let state = |verdict: Verdict, short: &[SkillIx], how: &str, unrated: &[SkillIx]| match verdict {
        Verdict::Met => "yes".to_owned(),
        Verdict::NotMet => these(short) + how,
        Verdict::Open => these(unrated) + " unrated",
    };
    let far = format!(
        "Nothing more than {} short",
        if GATE_LEVELS == 1 { "one level".to_owned() } else { format!("{GATE_LEVELS} levels") }
    );
    let (critical, focus, near, share) = (gate.critical(), gate.focus(), gate.nearness(), gate.share());
    vec![
        condition(
            critical,
            "Every critical skill at its level",
            state(critical, &gate.critical_short, " short", &gate.critical_unrated),
        ),
        condition(
            focus,
            "Every skill that the career stage focuses on at its level",
            state(focus, &gate.focus_short, " short", &gate.focus_unrated),
        ),
        condition(near, &far, state(near, &gate.far, "", &gate.far_unrated)),
        condition(share, &format!("Readiness of {GATE_PERCENT} % or more"), gate.readiness.in_words()),
    ]
}

fn condition(verdict: Verdict, asks: &str, state: String) -> El {
    let (class, sign, word) = match verdict {
        Verdict::Met => ("sign met", "✓", "Met: "),
        Verdict::NotMet => ("sign not-met", "✕", "Not met: "),
        Verdict::Open => ("sign open", "?", "Open: "),
    };
    let words = el("span").add(text("span", "hush", word)).text(asks).text(": ").add(text("b", "", state));
    el("li").with([text("span", class, sign).attr("aria-hidden", "true"), words])
}

fn least(view: PlanView) -> Vec<El> {
    let (guide, now) = (view.guide, view.get());
    let raises = now.smallest_set(guide);
    if raises.is_empty() {
        let words = match now.gate().map(|gate| gate.passed()) {
            Some(Verdict::Met) => "All four hold: nothing more is needed.",
            _ => "What is rated would pass. It hangs on what is unrated.",
        };
        return vec![el("p").add(text("b", "", words))];
    }
    let (levels, skills) = (raises.iter().map(Raise::levels).sum::<u32>(), raises.len());
    let given = if now.unrated(guide) == 0 {
        "The least that would do for it: "
    } else {
        "The least that would do for it, if the unrated skills are met: "
    };
    let figure =
        format!("{levels} {} in {skills} {}.", plural(levels as usize, "step", "steps"), plural(skills, "skill", "skills"));
    let list: Vec<El> =
        raises.iter().map(|r| text("li", "", format!("{} {} → {}", guide.skill(r.skill).name, r.from, r.to))).collect();
    vec![
        el("p").add(text("b", "", given)).text(figure),
        el("details").with([
            text("summary", "", "Show which"),
            el("ul").with(list),
            text("p", "small", "The fewest steps that pass all four; among equals, the least effort. The first move of your route may ask for less."),
        ]),
    ]
}

fn gap_list(view: PlanView, target: TitleIx) -> El {
    let guide = view.guide;
    let shown = RwSignal::new(None::<Dimension>);
    let filter = move |dimension: Option<Dimension>| {
        button("", dimension.map_or("All", Dimension::name), move |_| shown.set(dimension))
            .attr_from("aria-pressed", move || Some((shown.get() == dimension).to_string()))
    };
    let filters: Vec<El> = std::iter::once(None).chain(Dimension::ALL.map(Some)).map(filter).collect();
    let sorted = move || {
        let mut gaps = view.get().gaps.clone();
        heaviest_first(&mut gaps);
        gaps.retain(|g| shown.get().is_none_or(|d| guide.dimension(g.skill) == d));
        gaps
    };
    let open = RwSignal::new(false);
    let table = move || if open.get() { vec![table(view, &sorted())] } else { Vec::new() };
    el("section").with([
        el("div").class("head").with([
            text("h2", "", "Gaps, the heaviest first"),
            el("div").class("seg no-print").attr("role", "group").attr("aria-label", "Which skills").with(filters),
        ]),
        el("ol").class("gap-rows").show(move || sorted().into_iter().map(|gap| row(view, target, gap)).collect()),
        el("details")
            .class("as-table")
            .on("toggle", move |event| open.set(event.open()))
            .add(text("summary", "", "The same as a table"))
            .show(table),
    ])
}

fn row(view: PlanView, target: TitleIx, gap: Gap) -> El {
    let guide = view.guide;
    let record = guide.skill(gap.skill);
    let asked = view.peek().readiness.asked();
    let (figure, under) = match gap.levels() {
        Some(0) if gap.surplus() > 0 => ("met".to_owned(), format!("+{} above", gap.surplus())),
        Some(0) => ("met".to_owned(), String::new()),
        Some(levels) => (format!("−{levels}"), format!("{} points", points(gap.weighted(), asked))),
        None => ("unrated".to_owned(), format!("up to {} points", points(gap.at_stake(), asked))),
    };
    let open = RwSignal::new(false);
    let tags = [guide.dimension(gap.skill).name(), guide.importance(gap.skill).name()].map(|tag| text("span", "tag", tag));
    let chevron = button("chevron", "", move |_| open.update(|o| *o = !*o))
        .attr("aria-label", format!("More about {}", record.name))
        .attr_from("aria-expanded", move || Some(open.get().to_string()))
        .text_from(move || (if open.get() { "▾" } else { "▸" }).to_owned());
    el("li")
        .class("gap-row")
        .with([
            el("div").with([text("h3", "", &record.name), el("div").class("tags").with(tags)]),
            level_bar(&record.name, &gap),
            el("div").class("gap-figure").text(figure).add(text("span", "tiny", under)),
            chevron,
        ])
        .show(move || if open.get() { vec![detail(view, target, gap)] } else { Vec::new() })
}

fn table(view: PlanView, gaps: &[Gap]) -> El {
    let asked = view.get().readiness.asked();
    let rows: Vec<El> = gaps
        .iter()
        .map(|gap| {
            el("tr").with([
                text("th", "", &view.guide.skill(gap.skill).name).attr("scope", "row"),
                text("td", "", view.guide.importance(gap.skill).name()),
                text("td", "n", gap.rated.map_or_else(|| "unrated".to_owned(), |r| r.to_string())),
                text("td", "n", gap.required.to_string()),
                text("td", "n", gap.levels().map_or_else(|| "open".to_owned(), |l| l.to_string())),
                text("td", "n", points(gap.weighted(), asked)),
            ])
        })
        .collect();
    let head = [("", "Skill"), ("", "Importance"), ("n", "Rated"), ("n", "Required"), ("n", "Gap"), ("n", "Points")];
    let head = head.map(|(class, name)| text("th", class, name).attr("scope", "col"));
    scroll("Gaps as a table", el("table").with([el("thead").add(el("tr").with(head)), el("tbody").with(rows)]))
}
