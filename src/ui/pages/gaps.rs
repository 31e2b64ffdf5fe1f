//! What stands between a person and a title: readiness, the gate, all skills at a glance, and every gap in the band of what it does.

use super::gap_detail::{detail, rough};
use crate::chart::marks::Mark;
use crate::chart::strip::{self, CALLS, Column, strip};
use crate::dom::signals::*;
use crate::dom::{El, Row, button, el, heading, link, text};
use crate::domain::analysis::Aim;
use crate::domain::base::day::Day;
use crate::domain::guide::{Dimension, Guide, Importance, Proficiency, SkillIx};
use crate::domain::journey::promotion::Raise;
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::bands::{Band, Kind, bands};
use crate::domain::standing::enough::rounds;
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::evidence::{Backing, backing};
use crate::state::{Live, use_app};
use crate::ui::charts::drawn::drawn;
use crate::ui::components::gate::gate_list;
use crate::ui::components::key::{key, key_of};
use crate::ui::components::levels::level_bar;
use crate::ui::components::receipt::{HOW, scroll, working};
use crate::ui::components::standing::{Bar, SKILLS_ONLY, labelled_bar, share_name};
use crate::ui::words::figures::{out_of, so_many};
use crate::ui::words::gaps::{self as words, Summary, Who};
use crate::ui::words::{backing as evidence, dates, figures, gate, rough as rough_words, scale};
use std::num::NonZeroU32;

/// Shows the page.
pub fn show(aim: Live<Aim>) -> Vec<El> {
    let (plan, guide) = (aim.plan, aim.plan.guide);
    let wants_stop = RwSignal::new(false);
    let has_stop = move || plan.get().stop(guide).is_some();
    let at_stop = move || wants_stop.get() && has_stop();
    let shown = move || if at_stop() { plan.get().stop(guide).cloned().unwrap_or_else(|| aim.get()) } else { aim.get() };
    let title =
        heading("").class("sentence").text_from(move || format!("What stands between you and {}", plan.name(shown().target)));
    let choice = move |stop: bool| {
        let words = move || {
            let of = if stop { plan.get().stop(guide).cloned() } else { Some(aim.get()) };
            of.map(|aim| format!("{} {}", plan.name(aim.target), figures::readiness(aim.readiness))).unwrap_or_default()
        };
        button("", "", move |_| wants_stop.set(stop))
            .text_from(words)
            .attr_from("aria-pressed", move || Some((at_stop() == stop).to_string()))
    };
    let seg = move |has_stop: &bool| {
        let seg = || {
            el("div")
                .class("seg no-print")
                .attr("role", "group")
                .attr("aria-label", "Which title")
                .with([choice(true), choice(false)])
        };
        if *has_stop { vec![seg()] } else { Vec::new() }
    };
    let content = move |at_stop: &bool| parts(if *at_stop { plan.stop().unwrap_or(aim) } else { aim });
    let lead = summary(move || words::summary(guide, who(aim), &shown()));
    let seg = el("div").class("flow").show_for(has_stop, seg);
    vec![title, standing(aim), lead, seg, el("div").class("stacked").show_for(at_stop, content)]
}

/// Whose plan it is.
fn who(aim: Live<Aim>) -> Who {
    if aim.plan.read_only { Who::They } else { Who::You }
}

/// What a title asks beside what there is, in pictures and rows.
pub fn parts(aim: Live<Aim>) -> Vec<El> {
    vec![card(aim), overview(aim), narrowing(aim), list(aim)]
}

/// Where the person stands, in one line.
pub fn standing(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let words = move || {
        let now = aim.get();
        let years = now.plan.years.map(|y| so_many(y.into(), "year", "years"));
        let start = match (now.current.map(|title| aim.plan.name(title)), years) {
            (Some(title), Some(years)) => format!("From {title}, {years} in. "),
            (Some(title), None) => format!("From {title}. "),
            (None, Some(years)) => format!("{years} in. "),
            (None, None) => String::new(),
        };
        {
            let rated = out_of(now.ratings.rated(), guide.skills().len());
            format!("{start}{rated}\u{a0}skills rated. ")
        }
    };
    let is_open = move || !aim.plan.read_only && aim.get().unrated(guide) > 0;
    let rate = |is_open: &bool| if *is_open { vec![link(Page::Assess.href(), "Rate them")] } else { Vec::new() };
    el("p").class("small").text_from(words).show_for(is_open, rate)
}

/// What it comes to, in a sentence or two.
pub fn summary(words: impl Fn() -> Summary + Copy + 'static) -> El {
    let finding = el("b").text_from(move || words().finding);
    el("p").class("lead").text_from(move || words().before).add(finding).text_from(move || words().after)
}

/// Readiness beside the gate.
fn card(aim: Live<Aim>) -> El {
    let content = move |has_gate: &bool| if *has_gate { the_gate(aim) } else { no_gate(aim) };
    el("section")
        .class("card halves")
        .with([readiness(aim), el("div").class("flow").show_for(move || aim.get().has_gate(), content)])
}

fn readiness(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let name = move || {
        let words = if aim.get().has_gate() { "Readiness" } else { share_name(false) };
        words.to_owned()
    };
    let receipt = move || {
        let now = aim.get();
        receipt::of_readiness(guide, &now.gaps, now.target)
    };
    let app = use_app();
    // Of a range that unrated skills make, they are by far the larger part.
    let rough = move || if aim.get().unrated(guide) == 0 { rough(app, aim) } else { None };
    let bar = move || {
        let now = aim.get();
        Bar { rough: rough().map(|found| rough_words::ends(&found)), ..Bar::of(now.has_gate(), now.readiness) }
    };
    let meaning = move |is_there: &bool| {
        if !*is_there {
            return Vec::new();
        }
        let words = move || rough().map_or_else(String::new, |found| rough_words::meaning(&found, aim.get().readiness));
        vec![key_of(&[(Mark::Have, "you"), (Mark::Range, rough_words::KEY)]), el("p").class("small").text_from(words)]
    };
    el("div").class("flow").with([
        el("h2").class("h-small").text_from(name),
        el("p").class("big-figure").text_from(move || figures::readiness(aim.get().readiness)),
        labelled_bar(bar),
        el("div").class("flow").show_for(move || rough().is_some(), meaning),
        working(guide, HOW, receipt),
    ])
}

/// The gate of a title on a track.
fn the_gate(aim: Live<Aim>) -> Vec<El> {
    let verdict = move || aim.get().gate().map(gate::verdict).unwrap_or_default();
    let gate = move || aim.get().gate().cloned();
    vec![el("h2").class("h-small").text_from(verdict), gate_list(aim.plan.guide, gate), least(aim)]
}

/// Of a related path, what carries over and what it asks besides.
fn no_gate(aim: Live<Aim>) -> Vec<El> {
    let record = move || aim.plan.guide.title(aim.get().target);
    vec![
        text("h2", "h-small", "No gate"),
        text("p", "small", SKILLS_ONLY),
        el("p").add(text("b", "", "What carries over: ")).text_from(move || record().transfers.clone()),
        el("p").add(text("b", "", "What it asks besides: ")).text_from(move || record().missing.clone()),
    ]
}

/// The fewest steps that would do, if any are needed.
fn least(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let raises = move || aim.get().smallest_set(guide);
    let line = move |row: Row<Raise>| {
        el("li").text_from(move || {
            let raise = row.get();
            format!("{} {} → {}", guide.skill(raise.skill).name, raise.from, raise.to)
        })
    };
    let name = move || {
        let least = if aim.get().unrated(guide) == 0 { "" } else { "at least " };
        format!("To be ready: {least}{}", words::steps(&raises()))
    };
    let why = "The fewest steps that pass all four; among equals, the least effort. The first move of the route may ask for less.";
    let content = move |is_empty: &bool| {
        if *is_empty {
            return Vec::new();
        }
        let details = el("details").with([
            el("summary").text_from(name),
            el("ul").class("steps").each(raises, |raise| raise.skill.index().to_string(), line),
            text("p", "small", why),
        ]);
        vec![details]
    };
    el("div").class("flow").show_for(move || raises().is_empty(), content)
}

/// All skills at a glance.
fn overview(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let picture = move |width| Some(draw(aim, &aim.get(), width));
    let areas = move || {
        let now = aim.get();
        words::areas(who(aim), now.readiness, now.unrated(guide))
    };
    let name = move || format!("All {}\u{a0}skills, the heaviest gap first", guide.skills().len());
    let marks = move |is_whole: &bool| {
        let third = if *is_whole { Mark::Above } else { Mark::Unrated };
        vec![key(&[Mark::Have, Mark::Missing, third, Mark::AskedLine])]
    };
    el("section").with([
        el("div").class("head").add(el("h2").text_from(name)).show_for(move || aim.get().unrated(guide) == 0, marks),
        el("p").class("small").text_from(areas).text(" A column is as wide as its skill weighs."),
        drawn("overview", picture),
    ])
}

fn draw(aim: Live<Aim>, now: &Aim, width: i32) -> crate::map::drawing::Node {
    let guide = aim.plan.guide;
    let has_gate = now.has_gate();
    let bands = bands(guide, now.target, &now.gaps);
    let asked = now.readiness.asked();
    let mut number = 0;
    let mut column = |gap: &Gap| {
        number += 1;
        Column { number, weight: gap.weight.quarters(), asked: gap.required.get(), have: gap.rated.map(Proficiency::get) }
    };
    let drawn: Vec<strip::Band> = bands
        .iter()
        .map(|band| strip::Band {
            label: words::band_label(band, has_gate),
            class: match band.kind {
                Kind::Blocks => "late",
                Kind::Helps => "",
                Kind::Unrated => "open",
                Kind::Met => "met",
            },
            columns: band.gaps.iter().map(&mut column).collect(),
        })
        .collect();
    let heaviest = bands.first().filter(|band| matches!(band.kind, Kind::Blocks | Kind::Helps));
    let calls: Vec<String> = heaviest
        .into_iter()
        .flat_map(|band| band.gaps.iter().take(CALLS))
        .map(|gap| format!("{} {}", guide.skill(gap.skill).short, figures::points(gap.weighted(), asked)))
        .collect();
    let name = words::strip_name(guide, aim.plan.name(now.target), now.readiness, &bands, has_gate);
    strip(&drawn, &calls, width, &name)
}

/// What a few ratings would decide, while some are open.
fn narrowing(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let next = move || if aim.plan.read_only { None } else { rounds(&aim.get().gaps).into_iter().next() };
    let skills = move || {
        let now = aim.get();
        let of = |skill: &SkillIx| now.gaps.iter().find(|gap| gap.skill == *skill).copied();
        next().map(|round| round.skills.iter().filter_map(of).collect::<Vec<Gap>>()).unwrap_or_default()
    };
    let count = move || skills().len();
    let words = move || next().map(|r| words::round(r.skills.len(), r.before.points(), r.after.points())).unwrap_or_default();
    let line = move |row: Row<Gap>| {
        let record = guide.skill(row.identity().skill);
        el("li").with([text("span", "", &record.short), level_bar(&record.short, move || *row.get())])
    };
    let content = move |is_open: &bool| {
        if !*is_open {
            return Vec::new();
        }
        let rate = link(Page::Assess.href(), "").class("btn no-print").text_from(move || format!("Rate {} more", count()));
        let card = el("section").class("card framed halves").with([
            el("div").class("flow").with([text("h2", "", "Narrow it"), el("p").text_from(words), el("p").add(rate)]),
            el("ol").class("bare round").each(skills, |gap| gap.skill.index().to_string(), line),
        ]);
        vec![card]
    };
    el("div").class("flow").show_for(move || next().is_some(), content)
}

/// What stands in the list: the heading of a band, or a gap with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Band { kind: Kind, gaps: Vec<Gap>, first: usize },
    Gap { gap: Gap, number: usize, kind: Kind, behind: Backing },
}

impl Line {
    fn key(&self) -> String {
        match self {
            Self::Band { kind, .. } => format!("{kind:?}"),
            Self::Gap { gap, .. } => gap.skill.index().to_string(),
        }
    }
}

/// What is unfolded in the list: gaps, by their skill, and bands.
#[derive(Clone, Copy)]
struct Unfolded(RwSignal<Vec<Result<SkillIx, Kind>>>);

impl Unfolded {
    fn has(self, what: Result<SkillIx, Kind>) -> bool {
        self.0.with(|all| all.contains(&what))
    }

    fn toggle(self, what: Result<SkillIx, Kind>) {
        self.0.update(|all| match all.iter().position(|one| *one == what) {
            Some(place) => drop(all.remove(place)),
            None => all.push(what),
        });
    }
}

/// Every gap, in its band. It is one list, so that a row stays the same one when its skill comes to another band.
fn list(aim: Live<Aim>) -> El {
    let (app, guide) = (use_app(), aim.plan.guide);
    let shown = RwSignal::new(None::<Dimension>);
    let unfolded = Unfolded(RwSignal::new(Vec::new()));
    let is_shown = move |gap: &Gap| shown.get().is_none_or(|dimension| guide.dimension(gap.skill) == dimension);
    let lines = move || {
        let now = aim.get();
        let (mut lines, mut number) = (Vec::new(), 0);
        let behind = backing(guide, &now.plan);
        for Band { kind, gaps } in bands(guide, now.target, &now.gaps) {
            let first = number + 1;
            let is_folded = matches!(kind, Kind::Met | Kind::Unrated) && !unfolded.has(Err(kind));
            let mut rows = Vec::new();
            for gap in &gaps {
                number += 1;
                // What a person has open stays, also in a band that is folded.
                if is_shown(gap) && (!is_folded || unfolded.has(Ok(gap.skill))) {
                    rows.push(Line::Gap { gap: *gap, number, kind, behind: behind[gap.skill.index()] });
                }
            }
            lines.push(Line::Band { kind, gaps, first });
            lines.extend(rows);
        }
        lines
    };
    let count = move |dimension: Option<Dimension>| {
        guide.skills().filter(|skill| dimension.is_none_or(|d| guide.dimension(*skill) == d)).count()
    };
    let filter = move |dimension: Option<Dimension>| {
        let choose = move |_| {
            shown.set(dimension);
            let (name, count) = (dimension.map_or("All", scale::dimension), count(dimension));
            app.live.announce(format!("{name}: {}.", so_many(count, "skill", "skills")));
        };
        button("", dimension.map_or("All", scale::dimension), choose)
            .attr_from("aria-pressed", move || Some((shown.get() == dimension).to_string()))
    };
    let filters: Vec<El> = std::iter::once(None).chain(Dimension::ALL.map(Some)).map(filter).collect();
    let row = move |row: Row<Line>| match &*row.identity() {
        Line::Band { kind, .. } => band(aim, *kind, row, unfolded),
        Line::Gap { gap, .. } => gap_row(aim, gap.skill, row, unfolded),
    };
    let open = RwSignal::new(false);
    let table = move || if open.get() { vec![table(aim, &aim.get())] } else { Vec::new() };
    let words = "Take it away: a brief for your promotion, a spreadsheet, your calendar";
    let away =
        el("p").class("small no-print").with(if aim.plan.read_only { Vec::new() } else { vec![link(Page::Brief.href(), words)] });
    // Where there is no evidence at all, that is said once, and no row repeats it.
    let has_evidence = move || {
        let is_there = |one: &Backing| one.entries > 0 || one.noted;
        !aim.plan.read_only && backing(guide, &aim.get().plan).iter().any(is_there)
    };
    let class = move || {
        let columns = match (aim.plan.read_only, has_evidence()) {
            (true, _) => "gap-list without-log without-plan",
            (_, false) => "gap-list without-log",
            (_, true) => "gap-list",
        };
        Some(columns.to_owned())
    };
    el("section").attr_from("class", class).with([
        el("div").class("seg no-print").attr("role", "group").attr("aria-label", "Which skills").with(filters),
        without_evidence(aim),
        el("div").class("gap-rows").each(lines, Line::key, row),
        el("details")
            .class("as-table")
            .on("toggle", move |event| open.set(event.open()))
            .add(text("summary", "", "The same as a table"))
            .show(table),
        away,
    ])
}

/// How many ratings ask for evidence and have none, said once for the rows that are marked so.
fn without_evidence(aim: Live<Aim>) -> El {
    let guide = aim.plan.guide;
    let missing = move || {
        let now = aim.get();
        let behind = backing(guide, &now.plan);
        let is_missing = |gap: &&Gap| gap.rated.is_some_and(|rated| behind[gap.skill.index()].is_missing_for(rated));
        if aim.plan.read_only { 0 } else { now.gaps.iter().filter(is_missing).count() }
    };
    let note = |is_there: &bool| if *is_there { vec![link(Page::Evidence.href(), "Note what shows them")] } else { Vec::new() };
    el("p").class("small no-print").text_from(move || evidence::count(missing())).show_for(move || missing() > 0, note)
}

/// The heading of a band. What is met or unrated is folded, with its skills in a line.
fn band(aim: Live<Aim>, kind: Kind, row: Row<Line>, unfolded: Unfolded) -> El {
    let guide = aim.plan.guide;
    let has_gate = move || aim.get().has_gate();
    let gaps = move || match &*row.get() {
        Line::Band { gaps, first, .. } => (gaps.clone(), *first),
        Line::Gap { .. } => (Vec::new(), 1),
    };
    let name = el("span").text_from(move || words::band_heading(kind, has_gate()).to_owned());
    let count = el("span").class("count").text_from(move || gaps().0.len().to_string());
    if matches!(kind, Kind::Blocks | Kind::Helps) {
        let note = move || match (kind, aim.get().gate()) {
            (Kind::Blocks, Some(_)) => {
                "Two or more levels short blocks by itself; focus and critical skills block at one.".to_owned()
            }
            (_, Some(gate)) => words::share_alone(gate, &bands(guide, aim.get().target, &aim.get().gaps)).unwrap_or_default(),
            (_, None) => String::new(),
        };
        let heads = ["", "skill", "why", "level", "short", "points", "evidence", "in the plan"].map(|head| text("span", "", head));
        return el("div").class("band").with([
            el("div").class("head").with([el("h2").with([name, count]), el("p").class("small").text_from(note)]),
            el("div").class("gap-heads").attr("aria-hidden", "true").with(heads),
        ]);
    }
    let is_open = move || unfolded.has(Err(kind));
    let line = move || {
        if is_open() {
            return String::new();
        }
        let (gaps, _) = gaps();
        let each = gaps.iter().map(|gap| {
            let name = &guide.skill(gap.skill).short;
            match gap.rated {
                Some(rated) => format!("{name} {rated}\u{a0}of\u{a0}{}", gap.required),
                None => name.clone(),
            }
        });
        each.collect::<Vec<String>>().join(", ")
    };
    let toggle = el("button")
        .attr("type", "button")
        .on("click", move |_| unfolded.toggle(Err(kind)))
        .attr_from("aria-expanded", move || Some(is_open().to_string()))
        .with([name, count]);
    el("div").class("band fold opens").with([
        el("h2").add(toggle),
        el("p").class("small").text_from(line),
        text("span", "chevron", "").attr("aria-hidden", "true"),
    ])
}

fn gap_row(aim: Live<Aim>, skill: SkillIx, row: Row<Line>, unfolded: Unfolded) -> El {
    let guide = aim.plan.guide;
    let record = guide.skill(skill);
    let (gap, number, kind) = (
        move || match *row.get() {
            Line::Gap { gap, .. } => gap,
            Line::Band { .. } => unreachable!("the key of a row says what it is"),
        },
        move || match *row.get() {
            Line::Gap { number, .. } => number.to_string(),
            Line::Band { .. } => String::new(),
        },
        move || match *row.get() {
            Line::Gap { kind, .. } | Line::Band { kind, .. } => kind,
        },
    );
    let short = move || match gap().levels() {
        Some(0) if gap().surplus() > 0 => format!("+{}", gap().surplus()),
        Some(0) => "met".to_owned(),
        Some(levels) => format!("−{levels}"),
        None => "open".to_owned(),
    };
    let points = move || {
        let gap = gap();
        if gap.levels() == Some(0) { String::new() } else { points_of(&gap, aim.get().readiness.asked()) }
    };
    let is_far = move || Some(if gap().levels().is_some_and(|l| l > 1) { "gap-short far" } else { "gap-short" }.to_owned());
    let behind = move || match *row.get() {
        Line::Gap { behind, .. } => behind,
        Line::Band { .. } => Backing::default(),
    };
    let read_only = aim.plan.read_only;
    let backed = move || if read_only { String::new() } else { evidence::brief(behind(), gap().rated) };
    let is_backed = move || {
        let is_missing = !read_only && gap().rated.is_some_and(|rated| behind().is_missing_for(rated));
        Some(if is_missing { "gap-evidence none" } else { "gap-evidence" }.to_owned())
    };
    let is_open = move || unfolded.has(Ok(skill));
    let name = el("button")
        .attr("type", "button")
        .on("click", move |_| unfolded.toggle(Ok(skill)))
        .attr_from("aria-expanded", move || Some(is_open().to_string()))
        .text(&record.name);
    let more = move |open: &bool| if *open { vec![detail(aim, skill, gap, behind)] } else { Vec::new() };
    el("div").attr_from("class", move || Some(if is_open() { "gap-row open" } else { "gap-row" }.to_owned())).with([
        el("div").class("gap-line opens").with([
            el("span").class("gap-number").attr("aria-hidden", "true").text_from(number),
            el("h3").add(name),
            el("span").class("gap-why").show(move || why(guide, &gap())),
            level_bar(&record.name, gap),
            el("span").attr_from("class", is_far).text_from(short),
            el("span").class("gap-points").text_from(points).add(text("span", "hush", " points")),
            el("span").attr_from("class", is_backed).text_from(backed),
            el("span").class("gap-plan").text_from(move || planned(aim, skill, kind())),
            text("span", "chevron", "").attr("aria-hidden", "true"),
        ]),
        el("div").class("flow").show_for(is_open, more),
    ])
}

/// The points that a gap takes, or may take at most while its skill is unrated.
fn points_of(gap: &Gap, asked: NonZeroU32) -> String {
    match gap.levels() {
        Some(_) => figures::points(gap.weighted(), asked),
        None => format!("≤ {}", figures::points(gap.at_stake(), asked)),
    }
}

/// Why a skill blocks the gate at one level already; nothing where it does not.
fn why(guide: &Guide, gap: &Gap) -> Vec<El> {
    let is_critical = guide.importance(gap.skill) == Importance::Critical;
    let words = [(is_critical, "critical"), (gap.weight.in_focus() && !is_critical, "focus")];
    words.iter().filter(|(is, _)| *is).map(|(_, word)| text("span", "tag", word)).collect()
}

/// When the plan has the skill at its level, where there is a plan.
fn planned(aim: Live<Aim>, skill: SkillIx, kind: Kind) -> String {
    let plan = aim.plan;
    if plan.read_only || !matches!(kind, Kind::Blocks | Kind::Helps) {
        return String::new();
    }
    let Some(travel) = plan.routes() else { return String::new() };
    let steps = travel.needed(plan.guide, plan.today());
    let last = steps.iter().filter(|step| step.skill == skill).map(|step| (step.level, step.by.0)).max_by_key(|(level, _)| *level);
    match last {
        Some((level, by)) => planned_by(by, level),
        None if kind == Kind::Helps && aim.get().has_gate() => "can wait".to_owned(),
        None if travel.leg.to == aim.get().target => String::new(),
        None => "for a later move".to_owned(),
    }
}

fn planned_by(by: Day, level: Proficiency) -> String {
    format!("{}, to {level}", dates::month_and_year(by))
}

fn table(aim: Live<Aim>, now: &Aim) -> El {
    let (guide, asked) = (aim.plan.guide, now.readiness.asked());
    let behind = backing(guide, &now.plan);
    let importance = |skill: SkillIx| match guide.importance(skill) {
        Importance::NotRated => "–",
        rated => scale::importance(rated),
    };
    let rows: Vec<El> = bands(guide, now.target, &now.gaps)
        .iter()
        .flat_map(|band| &band.gaps)
        .map(|gap| {
            el("tr")
                .with([
                    text("th", "", &guide.skill(gap.skill).name).attr("scope", "row"),
                    text("td", "", importance(gap.skill)),
                    text("td", "n", gap.rated.map_or_else(|| "unrated".to_owned(), |r| r.to_string())),
                    text("td", "n", gap.required.to_string()),
                    text("td", "n", gap.levels().map_or_else(|| "open".to_owned(), |l| l.to_string())),
                    text("td", "n", points_of(gap, asked)),
                ])
                .maybe((!aim.plan.read_only).then(|| text("td", "", evidence::brief(behind[gap.skill.index()], gap.rated))))
        })
        .collect();
    let head =
        [("", "Skill"), ("", "Importance"), ("n", "Rated"), ("n", "Asked"), ("n", "Short"), ("n", "Points"), ("", "Evidence")];
    let columns = if aim.plan.read_only { head.len() - 1 } else { head.len() };
    let head: Vec<El> = head.iter().take(columns).map(|(class, name)| text("th", class, name).attr("scope", "col")).collect();
    scroll("Gaps as a table", el("table").with([el("thead").add(el("tr").with(head)), el("tbody").with(rows)]))
}
