//! The brief for a promotion: two sheets as they are printed, and what else one takes away. What stands on a sheet is as much as finds room
//! there; the person's name is typed here and kept nowhere.

use super::super::begin;
use super::prepare::tools as tools_nav;
use super::take_away::{ready_by, take_away};
use crate::chart::ready::{Said, Way, ready as draw_ready};
use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, text};
use crate::domain::analysis::Aim;
use crate::domain::base::day::Day;
use crate::domain::guide::Guide;
use crate::domain::page::Page;
use crate::domain::plan::records::List;
use crate::domain::workbench::brief::{Behind, Brief, Claim, Missing, brief};
use crate::domain::workbench::evidence;
use crate::domain::workbench::export::markdown::measured;
use crate::state::{App, screen, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::components::levels::level_bar;
use crate::ui::components::standing::{Bar, labelled_bar};
use crate::ui::words::brief as words;
use crate::ui::words::{dates, figures, gate};
use std::sync::Arc;

/// What the page is about, in one breath.
const LEAD: &str = "Two pages for the talk about your next title, made from your ratings, your evidence and your plan as they are now. Print them, or save them as PDF from the print dialog.";

/// The room between the margins of a printed sheet, in CSS pixels: A4 has the least, 650.
const PAPER: i32 = 640;

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let plan = app.own.derived();
    let Some(destination) = plan.aim() else { return begin::needs_plan("The brief for your promotion", Page::Brief) };
    let aim = move || plan.get().stop(plan.guide).cloned().unwrap_or_else(|| destination.get());
    let name = RwSignal::new(String::new());
    let input =
        el("input").class("in").attr("id", "brief-name").attr("autocomplete", "name").on("input", move |e| name.set(e.value()));
    let tools = el("div").class("row no-print").with([
        button("btn", "Print the brief", |_| screen::print()),
        text("label", "small", "Your name on it").attr("for", "brief-name"),
        input,
        text("span", "small", "on the sheets only, kept nowhere"),
    ]);
    let sheets = move || sheets(app, &aim(), name);
    vec![
        el("div").class("no-print").add(tools_nav(&Page::Brief)),
        heading("The brief for your promotion").class("no-print"),
        text("p", "lead no-print", LEAD),
        tools,
        el("div").class("sheets").show(sheets),
        el("section").class("no-print").add(text("h2", "", "Take it away")).with(take_away(app, true)),
    ]
}

fn sheets(app: App, aim: &Arc<Aim>, name: RwSignal<String>) -> Vec<El> {
    let (guide, plan) = (app.guide, app.own.derived());
    let now = plan.get();
    let today = plan.today();
    let travel = plan.routes().filter(|travel| travel.leg.to == aim.target);
    let actions = travel.as_ref().map(|travel| travel.needed(guide, today)).unwrap_or_default();
    let log = evidence::log(&now.plan.records.of(List::Evidence));
    let made = brief(guide, &aim.gaps, &actions, &log, &now.plan.evidence);
    let ready = ready_by(actions.iter().map(|action| action.by));
    let title = plan.name(aim.target);
    let held = now.current.map(|title| plan.name(title));
    let years = now.plan.years.map(|years| format!("{years} years in"));
    let about = move || {
        let name = name.get();
        let parts =
            [Some(name).filter(|name| !name.trim().is_empty()), held.map(str::to_owned), years.clone(), Some(dates::day(today))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let way = match held {
        Some(held) => format!("{held} to {title} · {}", dates::day(today)),
        None => format!("{title} · {}", dates::day(today)),
    };
    let foot = |page: u8| el("p").class("sheet-foot").with([text("span", "", &way), text("span", "", format!("{page} of 2"))]);
    let first = el("article").class("sheet").attr("aria-label", "First page").with([
        text("h2", "sheet-title", format!("Where I stand against {title}")),
        el("p").class("small").text_from(about),
        text("p", "", words::standing(guide, aim, &made, ready.map(|(likely, late)| (likely, late, now.plan.pace.hours_per_week)))),
        bar(aim),
    ]);
    let first = first.maybe(conditions(guide, aim)).with(claims(guide, &made)).add(foot(1));
    let second = el("article").class("sheet").attr("aria-label", "Second page").with([
        text("h2", "sheet-title", "What is missing, and what I do about it"),
        text("p", "small", "The heaviest gaps first, each with the points of readiness that are missing there. Levels: 1 aware, 2 working, 3 proficient, 4 leading, 5 shaping the company."),
    ]);
    let second = second.with(made.gaps.iter().enumerate().map(|(place, one)| missing(guide, aim, place, one)).collect::<Vec<_>>());
    let second = second.maybe(others(guide, &made));
    let allowed = travel.as_ref().map(|travel| travel.leg.arrival.calendar(travel.journey.so_far.years, today.year()));
    let by_when = ready.map(|ready| by_when(today, ready, allowed));
    let note = "The ratings and results are mine. Levels, weights and the gate are the judgement of Career Explorer, written down on its method page: they are no company’s criteria, and where the two differ the company’s count.";
    let second = second.maybe(by_when).add(text("p", "small", note)).add(foot(2));
    vec![first, second]
}

/// By when: a line of time, drawn for the room on the screen and once more for the paper, and the same in words.
fn by_when(today: Day, (likely, late): (Day, Day), allowed: Option<(i32, i32)>) -> El {
    let said = words::ready(likely, late, allowed);
    let ahead = |day: Day| today.days_until(day);
    let ends = |year: i32, month, day| Day::new(year, month, day).map(ahead);
    let chance = allowed.and_then(|(from, to)| Some((ends(from, 1, 1)?, ends(to, 12, 31)?)));
    // The whole of the last year is shown.
    let last = allowed.map_or(late.year(), |(_, to)| to.max(late.year()));
    let years = (today.year() + 1..=last).filter_map(|year| Some((ends(year, 1, 1)?, year.to_string()))).collect();
    let way = Way { end: ends(last, 12, 31).unwrap_or_else(|| ahead(late)), ready: (ahead(likely), ahead(late)), chance, years };
    let name = said.clone();
    let draw = move |width| {
        let [long, short] = words::ready_label(likely, late);
        let labels = Said { today: words::TODAY, ready: [&long, &short], chance: words::ALLOWED };
        draw_ready(&way, &labels, width, &name)
    };
    let paper = el("div").class("print-only").add(El::of(&draw(PAPER)));
    let screen = drawn("no-print", move |width| Some(draw(width)));
    el("section").with([text("h3", "", "By when"), screen, paper, text("p", "", said)])
}

fn bar(aim: &Arc<Aim>) -> El {
    let aim = aim.clone();
    labelled_bar(move || Bar::of(aim.has_gate(), aim.readiness))
}

fn conditions(guide: &'static Guide, aim: &Aim) -> Option<El> {
    let all = gate::conditions(guide, aim.gate()?);
    let rows: Vec<El> = all
        .iter()
        .map(|one| {
            el("tr").with([
                text("td", "", words::verdict(one.verdict)),
                text("th", "", &one.asks).attr("scope", "row"),
                text("td", "strong", &one.finding),
            ])
        })
        .collect();
    Some(
        el("section").with([
            text("h3", "", "The gate, condition by condition"),
            el("table").class("sheet-gate").add(el("tbody").with(rows)),
        ]),
    )
}

fn claims(guide: &'static Guide, made: &Brief) -> Vec<El> {
    let row = |claim: &Claim| {
        let record = guide.skill(claim.gap.skill);
        let (what, figure, day) = match &claim.behind {
            Behind::Achievement(one) => {
                let figure = one.metric.as_ref().map(|metric| measured(metric, "→"));
                (one.line.clone(), figure, words::short_when(one.when))
            }
            Behind::Note(note) => (note.clone(), None, String::new()),
        };
        let result = el("td").add(text("span", "", what)).maybe(figure.map(|figure| text("b", "sheet-figure", figure)));
        el("tr").with([
            text("th", "", &record.short).attr("scope", "row"),
            text("td", "n", claim.gap.required.to_string()),
            text("td", "n strong", claim.gap.rated.map(|r| r.to_string()).unwrap_or_default()),
            result,
            text("td", "n", day),
        ])
    };
    let head = [("", "Skill"), ("n", "asked"), ("n", "me"), ("", "Result"), ("n", "when")];
    let head = head.map(|(class, name)| text("th", class, name).attr("scope", "col"));
    let table = el("table")
        .class("sheet-claims")
        .with([el("thead").add(el("tr").with(head)), el("tbody").with(made.claims.iter().map(row).collect::<Vec<_>>())]);
    let line = |name: &str, gaps: &[crate::domain::standing::gap::Gap]| {
        (!gaps.is_empty()).then(|| el("p").class("small").add(text("b", "", name)).text(words::levels(guide, gaps)).text("."))
    };
    let mut parts = vec![text("h3", "", "Where I meet what is asked, and what shows it")];
    if made.claims.is_empty() {
        parts.push(text("p", "", "Nothing is logged yet that shows a skill at the level asked."));
    } else {
        parts.push(table);
    }
    parts.extend(line("Shown as well: ", &made.also));
    parts.extend(line("By my own rating only, no result offered: ", &made.own));
    parts
}

fn missing(guide: &'static Guide, aim: &Aim, place: usize, one: &Missing) -> El {
    let record = guide.skill(one.gap.skill);
    let gap = one.gap;
    let points = figures::points(gap.weighted(), aim.readiness.asked());
    let steps: Vec<El> = one
        .steps
        .iter()
        .map(|step| {
            el("tr").with([
                text("th", "", words::by(step.by)).attr("scope", "row"),
                text("td", "", words::step(guide, gap.skill, step.level)),
                text("td", "n", format!("level {}", step.level)),
            ])
        })
        .collect();
    let seen = guide.evidence(gap.skill, gap.required);
    el("section")
        .class("sheet-gap")
        .with([
            el("div").class("sheet-gap-head").with([
                text("h3", "", format!("{}. {}", place + 1, record.short)),
                level_bar(&record.short, move || gap),
                text("span", "", words::gap(&gap, &points)),
            ]),
            el("table").add(el("tbody").with(steps)),
        ])
        .maybe(seen.map(|seen| el("p").add(text("b", "", "Seen by: ")).text(seen)))
}

fn others(guide: &'static Guide, made: &Brief) -> Option<El> {
    let line = |one: &Missing| {
        let (record, gap) = (guide.skill(one.gap.skill), one.gap);
        el("li").with([
            text("span", "", &record.short),
            level_bar(&record.short, move || gap),
            text("span", "n", words::closed(one)),
        ])
    };
    let lines: Vec<El> = made.others.iter().map(line).collect();
    let rest = (!made.rest.is_empty()).then(|| el("p").class("small").text(words::levels(guide, &made.rest)).text("."));
    (!lines.is_empty()).then(|| {
        el("section")
            .with([
                text("h3", "", words::others(made.others.len() + made.rest.len())),
                text("p", "small", "With the month in which the plan closes what the gate needs."),
                el("ul").class("bare sheet-others").with(lines),
            ])
            .maybe(rest)
    })
}
