//! What the target asks and what is missing: readiness, the gate, and every skill's bar, the heaviest gap first.

use super::gap_detail::detail;
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::Dimension;
use crate::domain::journey::promotion::Raise;
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::gap::{Gap, heaviest_first};
use crate::domain::standing::gate::{GATE_PERCENT, Gate, Verdict};
use crate::state::{Live, use_app};
use crate::ui::components::gate::gate_list;
use crate::ui::components::levels::level_bar;
use crate::ui::components::plural;
use crate::ui::components::receipt::{HOW, scroll, working};
use crate::ui::components::standing::{SKILLS_ONLY, share_bar, share_name};
use crate::ui::words::figures::{PERCENT, points, readiness_bare};
use crate::ui::words::scale;
use leptos::prelude::*;

/// Shows the page.
pub fn show(aim: Live<Aim>) -> Vec<El> {
    let title = heading("").text_from(move || format!("What {} asks of you", aim.plan.name(aim.get().target)));
    std::iter::once(title).chain(parts(aim)).collect()
}

/// The page below its heading.
pub fn parts(aim: Live<Aim>) -> Vec<El> {
    vec![standing(aim), el("div").class("two-cards").with([readiness_card(aim), gate_card(aim)]), gap_list(aim)]
}

/// Where the person stands, in one line.
pub fn standing(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let words = move || {
        let now = aim.get();
        let years = now.plan.years.map(|y| format!("{y} {}", plural(y.into(), "year", "years")));
        let start = match (now.current.map(|title| aim.plan.name(title)), years) {
            (Some(title), Some(years)) => format!("From {title}, {years}. "),
            (Some(title), None) => format!("From {title}. "),
            (None, Some(years)) => format!("{years} in. "),
            (None, None) => String::new(),
        };
        let open = match now.unrated(guide) {
            0 => String::new(),
            n => format!(" {n} unrated {} readiness a range.", plural(n, "skill makes", "skills make")),
        };
        format!("{start}{} of {} skills rated.{open} ", now.ratings.rated(), guide.skills().len())
    };
    let is_open = move || !aim.plan.read_only && aim.get().unrated(guide) > 0;
    let rate = |is_open: &bool| if *is_open { vec![link(Page::Assess.href(), "Rate them")] } else { Vec::new() };
    el("p").class("small").text_from(words).show_for(is_open, rate)
}

fn readiness_card(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let figure = move || readiness_bare(aim.get().readiness);
    let big = el("span").class("big").text_from(figure).add(text("small", "", PERCENT));
    let note = move || match aim.get().has_gate() {
        true => format!("The gate is at {GATE_PERCENT} %. A surplus in one skill never hides a gap in another."),
        false => SKILLS_ONLY.to_owned(),
    };
    let receipt = move || {
        let now = aim.get();
        receipt::of_readiness(guide, &now.gaps, now.target)
    };
    el("section").class("card ready").with([
        el("h2").text_from(move || format!("{}: ", share_name(aim.get().has_gate()))).add(big),
        share_bar(move || aim.get().has_gate(), move || aim.get().readiness),
        el("p").class("small").text_from(note),
        working(guide, HOW, receipt),
    ])
}

/// The gate of a title on a track; of a related path, what carries over and what it asks besides.
fn gate_card(aim: Live<Aim>) -> El {
    let content = move |has_gate: &bool| if *has_gate { the_gate(aim) } else { no_gate(aim) };
    el("section").class("card").show_for(move || aim.get().has_gate(), content)
}

fn the_gate(aim: Live<Aim>) -> Vec<El> {
    let gate = move || aim.get().gate().cloned();
    vec![text("h2", "", "The gate"), gate_list(aim.plan.guide, gate), least(aim)]
}

fn no_gate(aim: Live<Aim>) -> Vec<El> {
    let record = move || aim.plan.guide.title(aim.get().target);
    vec![
        text("h2", "", "No gate"),
        el("p").add(text("b", "", "What carries over: ")).text_from(move || record().transfers.clone()),
        el("p").add(text("b", "", "What it asks besides: ")).text_from(move || record().missing.clone()),
    ]
}

/// The fewest raises that would do, if any are needed.
fn least(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let raises = move || aim.get().smallest_set(guide);
    let nothing = move || {
        let words = match aim.get().gate().map(Gate::passed) {
            Some(Verdict::Met) => "All four hold: nothing more is needed.",
            _ => "What is rated would pass. It hangs on what is unrated.",
        };
        words.to_owned()
    };
    let given = move || {
        let words = if aim.get().unrated(guide) == 0 {
            "The least that would do for it: "
        } else {
            "The least that would do for it, if the unrated skills are met: "
        };
        words.to_owned()
    };
    let figure = move || {
        let raises = raises();
        let (levels, skills) = (raises.iter().map(Raise::levels).sum::<u32>(), raises.len());
        format!("{levels} {} in {skills} {}.", plural(levels as usize, "step", "steps"), plural(skills, "skill", "skills"))
    };
    let line = move |row: Row<Raise>| {
        el("li").text_from(move || {
            let raise = row.get();
            format!("{} {} → {}", guide.skill(raise.skill).name, raise.from, raise.to)
        })
    };
    let content = move |is_empty: &bool| {
        if *is_empty {
            return vec![el("p").add(el("b").text_from(nothing))];
        }
        vec![
            el("p").add(el("b").text_from(given)).text_from(figure),
            el("details").with([
                text("summary", "", "Show which"),
                el("ul").each(raises, |raise| raise.skill.index().to_string(), line),
                text("p", "small", "The fewest steps that pass all four; among equals, the least effort. The first move of your route may ask for less."),
            ]),
        ]
    };
    el("div").class("flow").show_for(move || raises().is_empty(), content)
}

fn gap_list(aim: Live<Aim>) -> El {
    let (app, guide) = (use_app(), aim.plan.guide);
    let shown = RwSignal::new(None::<Dimension>);
    let sorted = move || {
        let mut gaps = aim.get().gaps.clone();
        heaviest_first(&mut gaps);
        gaps.retain(|g| shown.get().is_none_or(|d| guide.dimension(g.skill) == d));
        gaps
    };
    let filter = move |dimension: Option<Dimension>| {
        let choose = move |_| {
            shown.set(dimension);
            let (name, count) = (dimension.map_or("All", scale::dimension), sorted().len());
            app.live.announce(format!("{name}: {count} {}.", plural(count, "skill", "skills")));
        };
        button("", dimension.map_or("All", scale::dimension), choose)
            .attr_from("aria-pressed", move || Some((shown.get() == dimension).to_string()))
    };
    let filters: Vec<El> = std::iter::once(None).chain(Dimension::ALL.map(Some)).map(filter).collect();
    let open = RwSignal::new(false);
    let table = move || if open.get() { vec![table(aim, &sorted())] } else { Vec::new() };
    el("section").with([
        el("div").class("head").with([
            text("h2", "", "Gaps, the heaviest first"),
            el("div").class("seg no-print").attr("role", "group").attr("aria-label", "Which skills").with(filters),
        ]),
        el("ol").class("gap-rows").each(sorted, |gap| gap.skill.index().to_string(), move |gap| row(aim, gap)),
        el("details")
            .class("as-table")
            .on("toggle", move |event| open.set(event.open()))
            .add(text("summary", "", "The same as a table"))
            .show(table),
    ])
}

fn row(aim: Live<Aim>, row: Row<Gap>) -> El {
    let guide = aim.plan.guide;
    let skill = row.identity().skill;
    let record = guide.skill(skill);
    let figure = move || {
        let gap = row.get();
        match gap.levels() {
            Some(0) => "met".to_owned(),
            Some(levels) => format!("−{levels}"),
            None => "unrated".to_owned(),
        }
    };
    let under = move || {
        let (gap, asked) = (row.get(), aim.get().readiness.asked());
        match gap.levels() {
            Some(0) if gap.surplus() > 0 => format!("+{} above", gap.surplus()),
            Some(0) => String::new(),
            Some(_) => format!("{} points", points(gap.weighted(), asked)),
            None => format!("up to {} points", points(gap.at_stake(), asked)),
        }
    };
    let open = RwSignal::new(false);
    let tags =
        [scale::dimension(guide.dimension(skill)), scale::importance(guide.importance(skill))].map(|tag| text("span", "tag", tag));
    let chevron = button("chevron", "", move |_| open.update(|o| *o = !*o))
        .attr("aria-label", format!("More about {}", record.name))
        .attr_from("aria-expanded", move || Some(open.get().to_string()))
        .text_from(move || (if open.get() { "▾" } else { "▸" }).to_owned());
    let more = move |open: &bool| if *open { vec![detail(aim, row)] } else { Vec::new() };
    el("li")
        .class("gap-row")
        .with([
            el("div").with([text("h3", "", &record.name), el("div").class("tags").with(tags)]),
            level_bar(&record.name, move || *row.get()),
            el("div").class("gap-figure").text_from(figure).add(el("span").class("tiny").text_from(under)),
            chevron,
        ])
        .show_for(move || open.get(), more)
}

fn table(aim: Live<Aim>, gaps: &[Gap]) -> El {
    let (guide, asked) = (aim.plan.guide, aim.get().readiness.asked());
    let rows: Vec<El> = gaps
        .iter()
        .map(|gap| {
            el("tr").with([
                text("th", "", &guide.skill(gap.skill).name).attr("scope", "row"),
                text("td", "", scale::importance(guide.importance(gap.skill))),
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
