//! The log of evidence: quick entry, the entries with search and filters, the ratings that have nothing behind them, and the notes from
//! before there was a log.

use super::log::{Book, measured, records, shown_skills};
use super::quick::Quick;
use crate::dom::signals::*;
use crate::dom::{El, Event, Row, button, el, heading, link, text};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Dimension, Guide, SkillId, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record};
use crate::domain::workbench::evidence::{Achievement, AchievementId, Log, backing, unbacked};
use crate::domain::workbench::when::When;
use crate::state::{App, use_app};
use crate::ui::components::plural;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::{evidence as words, scale};

/// How many entries are shown at once; the others on demand.
const SHOWN: usize = 60;
/// How many ratings without evidence are shown at once.
const UNBACKED: usize = 6;
/// How many quarters the picture of them has.
const QUARTERS: i32 = 7;

/// What the list is narrowed to.
#[derive(Clone, Copy)]
struct Filter {
    words: RwSignal<String>,
    skill: RwSignal<Option<SkillIx>>,
    dimension: RwSignal<Option<Dimension>>,
    shown: RwSignal<usize>,
}

/// A line of the list.
#[derive(PartialEq)]
enum Item {
    Year(i32),
    Entry(AchievementId, Achievement, Vec<&'static str>),
}

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let book = Book::of(app);
    let quick = Quick::new(app, book);
    let filter = Filter {
        words: RwSignal::new(String::new()),
        skill: RwSignal::new(None),
        dimension: RwSignal::new(None),
        shown: RwSignal::new(SHOWN),
    };
    let summary = move || {
        let now = app.own.derived().get();
        let behind = backing(app.guide, &now.plan);
        let rated =
            app.guide.skills().filter_map(|skill| Some((now.ratings.get(skill)?, behind[skill.index()]))).collect::<Vec<_>>();
        let backed = rated.iter().filter(|(_, one)| one.entries > 0 || one.noted).count();
        words::summary(book.get().len(), backed, rated.len())
    };
    let is_any = move || !book.get().is_empty();
    let list = move |is_any: &bool| if *is_any { entries(app, book, filter) } else { nothing_yet() };
    vec![
        heading("What have you done that shows it?"),
        el("p").class("lead").text_from(summary),
        quick.card(),
        notes(app),
        el("div").class("log").with([
            el("section").class("log-list").attr("aria-label", "The log").show_for(is_any, list),
            el("aside").class("side no-print").with([without_evidence(app, quick), by_quarter(app, book)]),
        ]),
    ]
}

fn nothing_yet() -> Vec<El> {
    let examples = [
        "Cut the build from 40 to 12 minutes, March 2026",
        "Hired six engineers by a scorecard; days to hire 74 → 41",
        "Took the payments team through its audit, 14 → 0 open findings",
    ];
    let examples: Vec<El> = examples.iter().map(|line| text("li", "", line)).collect();
    vec![
        text("h2", "h-small", "What an entry looks like"),
        el("ul").class("quotes").with(examples),
        text("p", "small", "A date, two figures and a skill are read from the line. What is not in it can be added later."),
    ]
}

fn entries(app: App, book: Book, filter: Filter) -> Vec<El> {
    let found = move || {
        let log = book.get();
        let skill = filter.skill.get().map(|skill| app.guide.skill(skill).id.clone());
        let dimension = filter.dimension.get();
        let is_in = |one: &Achievement| dimension.is_none_or(|dimension| is_of(app.guide, one, dimension));
        let shows = |one: &Achievement| skill.as_ref().is_none_or(|skill| one.skills.contains_key(skill));
        let is_found = |id: &&AchievementId| log.get(*id).is_some_and(|one| shows(one) && is_in(one));
        let index = book.index();
        let found: Vec<AchievementId> = filter.words.with(|words| index.find(words).filter(is_found).cloned().collect());
        (log, found)
    };
    let found = Memo::new_with_compare(move |_| found(), |_, _| true);
    let items = move || {
        let stories = records(app, List::Stories);
        found.with(|(log, found)| {
            let mut items = Vec::new();
            let mut year = None;
            for id in found.iter().take(filter.shown.get()) {
                let Some(one) = log.get(id) else { continue };
                let of = one.when.last().year();
                if year.replace(of) != Some(of) {
                    items.push(Item::Year(of));
                }
                let story = stories.contains_key(id).then_some("story");
                let uses = story.into_iter().chain(one.uses.iter().map(|usage| words::usage(*usage))).collect();
                items.push(Item::Entry(id.clone(), one.clone(), uses));
            }
            items
        })
    };
    let key = |item: &Item| match item {
        Item::Year(year) => year.to_string(),
        Item::Entry(id, ..) => format!("entry {}", id.as_str()),
    };
    let count = move || found.with(|(log, found)| (log.len(), found.len()));
    let told = move || match count() {
        (all, found) if all == found => String::new(),
        (all, 0) => format!("None of {all} entries matches."),
        (all, found) => format!("{found} of {all} {}.", plural(all, "entry", "entries")),
    };
    let more = move || {
        let (_, found) = count();
        let left = found.saturating_sub(filter.shown.get());
        if left == 0 {
            return Vec::new();
        }
        vec![button("btn quiet", format!("Show {left} more"), move |_| filter.shown.set(found)).attr("id", "log-more")]
    };
    let heads = el("div").class("log-heads small").attr("aria-hidden", "true").with([
        text("span", "", "when"),
        text("span", "", "what, and the skills and levels it shows"),
        el("span").text("measured: ").add(el("i").class("ring")).text(" before, ").add(el("i").class("full")).text(" after"),
        text("span", "", "used in"),
    ]);
    vec![
        filters(app, book, filter),
        el("p").class("small").attr("role", "status").text_from(told),
        heads,
        el("ol").class("entries-log").each(items, key, move |row| entry(app.guide, row)),
        el("div").class("no-print").show(more),
    ]
}

fn is_of(guide: &Guide, one: &Achievement, dimension: Dimension) -> bool {
    one.skills.keys().filter_map(|id| guide.skill_by_id(id)).any(|skill| guide.dimension(skill) == dimension)
}

/// One line of the list.
fn entry(guide: &'static Guide, row: Row<Item>) -> El {
    if let Item::Year(year) = &*row.identity() {
        return el("li").class("log-year").add(text("h2", "", year.to_string()));
    }
    let parts = move || {
        let item = row.get();
        let Item::Entry(id, one, uses) = &*item else { return Vec::new() };
        let line = link(Page::EvidenceEntry(id.as_str().to_owned()).href(), &one.line).attr("dir", "auto");
        let when = text("span", "hush", words::when(one.when));
        let short = text("span", "", words::when_in_year(one.when)).attr("aria-hidden", "true");
        let used =
            if uses.is_empty() { text("p", "log-used warn", "not used yet") } else { text("p", "log-used", uses.join(" · ")) };
        vec![
            el("p").class("log-when").with([short, when]),
            el("div").class("log-what").with([el("h3").add(line), shown_skills(guide, one)]),
            el("div").class("log-measured").with(one.metric.as_ref().map(measured).unwrap_or_default()),
            used,
        ]
    };
    el("li").class("log-entry").show(parts)
}

fn filters(app: App, book: Book, filter: Filter) -> El {
    let guide = app.guide;
    let search = el("input")
        .class("in")
        .attr("type", "search")
        .attr("aria-label", "Search the log")
        .attr("placeholder", "Search")
        .attr("autocomplete", "off")
        .on("input", move |event| {
            filter.shown.set(SHOWN);
            filter.words.set(event.value());
        });
    let shown_by =
        move |log: &Log, skill: SkillIx| log.values().filter(|one| one.skills.contains_key(&guide.skill(skill).id)).count();
    let counts = move || {
        let log = book.get();
        guide.skills().map(|skill| (skill, shown_by(&log, skill))).filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    };
    let options = move |counts: &Vec<(SkillIx, usize)>| {
        let option = |(skill, count): &(SkillIx, usize)| {
            let is_chosen = filter.skill.get_untracked() == Some(*skill);
            let option =
                text("option", "", format!("{} ({count})", guide.skill(*skill).short)).attr("value", skill.index().to_string());
            if is_chosen { option.attr("selected", "") } else { option }
        };
        std::iter::once(text("option", "", "All skills").attr("value", "")).chain(counts.iter().map(option)).collect()
    };
    let by_skill = move |event: Event| {
        let index: Option<usize> = event.value().parse().ok();
        filter.shown.set(SHOWN);
        filter.skill.set(index.and_then(|index| guide.skills().find(|skill| skill.index() == index)));
    };
    let select = el("select").class("in").attr("aria-label", "Skill").on("change", by_skill).show_for(counts, options);
    let choice = move |dimension: Option<Dimension>| {
        let name = dimension.map_or("All", scale::dimension);
        let count = move || {
            let log = book.get();
            log.values().filter(|one| dimension.is_none_or(|dimension| is_of(guide, one, dimension))).count()
        };
        button("", name, move |_| {
            filter.shown.set(SHOWN);
            filter.dimension.set(dimension);
        })
        .attr_from("aria-pressed", move || Some((filter.dimension.get() == dimension).to_string()))
        .add(el("span").text_from(move || format!(" {}", count())))
    };
    let all =
        [None, Some(Dimension::Technical), Some(Dimension::Strategic), Some(Dimension::Operational), Some(Dimension::Emerging)];
    el("div").class("log-filters no-print").with([
        search,
        select,
        el("div").class("seg").attr("role", "group").attr("aria-label", "Kind of skill").with(all.map(choice)),
    ])
}

/// The ratings of 3 or more that nothing stands behind.
fn without_evidence(app: App, quick: Quick) -> El {
    let all = RwSignal::new(false);
    let list = move || {
        let now = app.own.derived().get();
        let aim = now.stage.aim();
        let missing = unbacked(app.guide, &now.ratings, &now.plan, aim.map(|aim| aim.target));
        let asking = app.guide.skills().filter(|skill| now.ratings.get(*skill).is_some_and(|level| level.get() >= 3)).count();
        if asking == 0 {
            return vec![text("p", "small", "No skill is rated 3 or more yet. Evidence is asked for from there on.")];
        }
        if missing.is_empty() {
            let words =
                format!("Something stands behind each of your {asking} {} of 3 or more.", plural(asking, "rating", "ratings"));
            return vec![text("p", "small", words)];
        }
        let by = aim.map(|aim| format!(", by what {} asks", app.guide.title(aim.target).name)).unwrap_or_default();
        let count = format!("{} of {asking} such ratings{by}.", missing.len());
        let row = |one: &crate::domain::workbench::evidence::Unbacked| {
            let skill = one.skill;
            let name = &app.guide.skill(skill).short;
            let asked =
                aim.and_then(|aim| aim.gaps.iter().find(|gap| gap.skill == skill)).map(|gap| format!(", asked {}", gap.required));
            let shows = if one.backing.entries > 0 { format!(", shown {}", one.backing.shows) } else { String::new() };
            let facts = format!("you {}{}{shows}", one.rated, asked.unwrap_or_default());
            el("li").with([
                el("div").with([text("b", "", name), text("span", "small", facts)]),
                button("link", "Note one", move |_| quick.begin(skill)).attr("aria-label", format!("Note one for {name}")),
            ])
        };
        let few = if all.get() { missing.len() } else { UNBACKED };
        let rows: Vec<El> = missing.iter().take(few).map(row).collect();
        let mut parts = vec![text("p", "small", count), el("ul").class("unbacked").with(rows)];
        if missing.len() > few {
            parts.push(button("link small", format!("{} more", missing.len() - few), move |_| all.set(true)));
        }
        parts
    };
    el("section")
        .class("card")
        .add(text("h2", "h-small", "Rated 3 or more, nothing behind it"))
        .add(el("div").class("pile").show(list))
}

/// How many entries each of the last quarters has.
fn by_quarter(app: App, book: Book) -> El {
    let shown = move || {
        let log = book.get();
        if log.is_empty() {
            return Vec::new();
        }
        let quarter = |year: i32, month: u8| year * 4 + i32::from((month.max(1) - 1) / 3);
        let today = app.own.derived().today();
        let now = quarter(today.year(), today.month());
        let of = |when: When| quarter(when.first().year(), when.first().month());
        let column = |n: i32| {
            let (year, of_year) = (n.div_euclid(4), n.rem_euclid(4) + 1);
            let count = log.values().filter(|one| of(one.when) == n).count();
            let dots: Vec<El> = (0..count.min(6)).map(|_| el("i")).collect();
            let mut name = if of_year == 1 || n == now - QUARTERS + 1 {
                format!("Q{of_year} {:02}", year.rem_euclid(100))
            } else {
                format!("Q{of_year}")
            };
            if count > 6 {
                name.push_str(&format!(": {count}"));
            }
            el("li").with([
                el("span").class("dots").attr("aria-hidden", "true").with(dots),
                text("span", "tiny", name).attr("aria-hidden", "true"),
                text("span", "hush", format!("Quarter {of_year} of {year}: {count}")),
            ])
        };
        let this = log.values().filter(|one| of(one.when) == now).count();
        let words = match this {
            0 => "None this quarter yet. One a month keeps what you did from being forgotten.".to_owned(),
            n => format!("{n} this quarter. One a month keeps what you did from being forgotten."),
        };
        vec![
            text("h2", "h-small", "Noted by quarter"),
            el("ol").class("quarters").with((now - QUARTERS + 1..=now).map(column).collect::<Vec<_>>()),
            text("p", "small", words),
        ]
    };
    el("section").class("pile").show(shown)
}

/// The notes on skills from before there was a log, each with the way to make it an entry.
fn notes(app: App) -> El {
    let done = TakeBack::new(app);
    let today = move || When::day(app.own.derived().today());
    let of = move |skill: &SkillId, note: &str| {
        let level = app.own.plan().with_untracked(|plan| plan.level(skill));
        Achievement::of_note(skill, note, level, today())
    };
    let make = move |skills: Vec<SkillId>| {
        let notes = app.own.plan().with_untracked(|plan| plan.evidence.clone());
        let mut edits = Vec::new();
        for skill in &skills {
            if let Some(one) = notes.get(skill).and_then(|note| of(skill, note)) {
                edits.push(PlanEdit::write(List::Evidence, app.own.fresh_id(), one.to_record(Record::default())));
                edits.push(PlanEdit::Note { skill: skill.clone(), text: String::new() });
            }
        }
        let count = edits.len() / 2;
        let made = app.own.edit(&PlanEdit::Several(edits));
        done.say(made, if count == 1 { "The note is an entry now.".to_owned() } else { format!("{count} notes are entries now.") });
    };
    let there = move || app.own.plan().with(|plan| plan.evidence.clone());
    let list = move |notes: &crate::domain::base::sorted::SortedMap<SkillId, String>| {
        if notes.is_empty() {
            return Vec::new();
        }
        let mut all: Vec<(&SkillId, &String)> = notes.iter().collect();
        sort_by_key(&mut all, |(id, _)| app.guide.skill_by_id(id).map_or(usize::MAX, SkillIx::index));
        let row = |(skill, note): &(&SkillId, &String)| {
            let (skill, name) = ((*skill).clone(), super::log::skill_name(app.guide, skill));
            let fits = of(&skill, note).is_some();
            let act = fits.then(|| {
                button("btn quiet", "Make it an entry", move |_| make(vec![skill.clone()]))
                    .attr("aria-label", format!("Make it an entry: the note on {name}"))
            });
            let too_long =
                (!fits).then(|| text("p", "small", "Too long for one entry: shorten it where you rate, or note its parts."));
            el("li")
                .with([el("div").with([text("b", "", &name), text("p", "own-words", note).attr("dir", "auto")])])
                .maybe(act)
                .maybe(too_long)
        };
        let rows: Vec<El> = all.iter().map(row).collect();
        let ids: Vec<SkillId> = notes.keys().cloned().collect();
        let lead =
            "They stay where they are and count as evidence. As entries they have a date, a level and a place in your stories.";
        let summary = format!("{} {} from where you rate", notes.len(), plural(notes.len(), "note", "notes"));
        let body = el("div").class("pile").with([
            text("p", "small", lead),
            el("ul").class("old-notes").with(rows),
            button("btn quiet", "Make all of them entries", move |_| make(ids.clone())),
        ]);
        vec![el("details").class("card").with([text("summary", "", summary), body])]
    };
    el("div").class("pile").add(done.place()).add(el("div").class("pile").show_for(there, list))
}
