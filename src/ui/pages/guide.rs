//! The guide: contents, sections, entries, and the search in it.

use super::gap_detail::{HELP, can, help};
use super::route::track_class;
use crate::content;
use crate::dom::signals::*;
use crate::dom::{El, Event, el, heading, link, text};
use crate::domain::guide::{Group, Guide, Importance, Item, Proficiency, Section, SectionRole, SkillIx, TitleIx, Topic};
use crate::domain::journey::calibration::{Calibration, promotions};
use crate::domain::page::Page;
use crate::domain::plan::Pace;
use crate::domain::plan::records::List;
use crate::domain::search::{Hit, HitKind, Index};
use crate::domain::workbench::linkedin::refreshed;
use crate::state::{Address, App, screen, use_app};
use crate::ui::components::about_title;
use crate::ui::components::away::links;
use crate::ui::components::examples::example;
use crate::ui::components::plural;
use crate::ui::components::receipt::scroll;
use crate::ui::components::resources::resources;
use crate::ui::components::standing::share_name;
use crate::ui::words::figures::out_of;
use crate::ui::words::{figures, guide as words, home, routes, scale};
use std::sync::OnceLock;

/// The most hits that are shown.
const HITS: usize = 40;

/// The table of contents: four groups by what they are about, each with a figure of one's own plan and the tool that works with it, and
/// what the guide says of the app itself.
pub fn contents() -> Vec<El> {
    let app = use_app();
    let guide = content::whole(app.guide);
    let groups = Topic::ALL.map(|topic| {
        let (figure, tool) = (move || own(app, topic), sections(guide, Some(topic)));
        el("section").class("topic").with([
            text("h2", "", words::topic(topic)),
            el("p").class("topic-own").show(figure),
            el("ul").class("bare").with(tool),
        ])
    });
    let about =
        el("section").class("topic").with([text("h2", "", "About this app"), el("ul").class("bare").with(sections(guide, None))]);
    vec![
        heading("The guide"),
        text("p", "lead", &app.guide.pack().about.name),
        search_box(app.address, ""),
        el("nav").class("topics").attr("aria-label", "Sections of the guide").with(groups).add(about),
    ]
}

fn sections(guide: &Guide, topic: Option<Topic>) -> Vec<El> {
    let entry = |s: &Section| {
        let name = link(Page::GuideSection(s.id.to_string()).href(), &s.name);
        el("li").with([name, text("p", "small", first_sentence(&s.text))])
    };
    guide.sections_about(topic).map(entry).collect()
}

/// What a group says of one's own plan, and the tool that works with it. Without a plan, how much the guide has to say.
fn own(app: App, topic: Topic) -> Vec<El> {
    let (plan, guide) = (app.own.derived(), app.guide);
    let now = plan.get();
    let (aim, skills) = (now.stage.aim(), guide.skills().len());
    let (figure, what, page, tool) = match topic {
        Topic::Role => match aim.filter(|aim| aim.ratings.rated() > 0) {
            Some(aim) => {
                let what = format!("{} for {}", share_name(aim.has_gate()).to_ascii_lowercase(), plan.name(aim.target));
                (figures::readiness(aim.readiness), what, Page::Title(guide.title(aim.target).id.clone()), "See what it asks for")
            }
            None => (guide.titles().len().to_string(), "titles".to_owned(), Page::Map, "See them on the map"),
        },
        Topic::Path => match plan.routes() {
            Some(travel) => {
                let to = plan.name(travel.journey.aim.target);
                (home::years(&travel), format!("to {to}"), Page::Routes, "Compare the routes")
            }
            None => (guide.pack().moves.len().to_string(), "moves between titles".to_owned(), Page::Map, "See them on the map"),
        },
        Topic::Skills => match now.ratings.rated() {
            0 => (skills.to_string(), "skills".to_owned(), Page::Assess, "Rate yourself"),
            rated if rated < skills => (out_of(rated, skills), "skills rated".to_owned(), Page::Assess, "Rate the others"),
            _ => {
                let gaps = aim.map_or(0, |aim| aim.gaps.iter().filter(|gap| gap.weighted() > 0).count());
                (
                    gaps.to_string(),
                    plural(gaps, "skill is short of what is asked", "skills are short of what is asked").to_owned(),
                    Page::Gaps,
                    "See your gaps",
                )
            }
        },
        Topic::GettingHired => {
            let shown = now.plan.records.len(List::Evidence);
            let what = plural(shown, "achievement in your log", "achievements in your log");
            (shown.to_string(), what.to_owned(), Page::Prepare, "Get ready")
        }
    };
    vec![text("b", "", figure), text("span", "", what), link(page.href(), tool).class("alone")]
}

/// A section, at one of its entries if there is one to go to.
pub fn section(id: &str, entry: Option<&str>) -> Vec<El> {
    let app = use_app();
    let guide = content::whole(app.guide);
    let not_found = || match entry {
        Some(entry) => Page::GuideEntry(id.to_owned(), entry.to_owned()),
        None => Page::GuideSection(id.to_owned()),
    };
    let Some(section) = guide.section(id) else { return super::not_found::show(&not_found()) };
    if let Some(entry) = entry {
        if section.role == Some(SectionRole::Skills)
            && let Some(skill) = guide.skill_by_id(&entry.into())
        {
            return skill_page(guide, section, skill);
        }
        if section.role == Some(SectionRole::Titles)
            && let Some(title) = guide.title_by_id(&entry.into())
        {
            return title_page(guide, section, title);
        }
        let known = section.groups.iter().any(|g| g.id.as_str() == entry || g.items.iter().any(|i| i.id.as_str() == entry));
        if !known {
            return super::not_found::show(&not_found());
        }
    }
    let groups: Vec<El> = section.groups.iter().map(|g| group(guide, g, entry)).collect();
    let mut page = vec![crumbs(None), heading(&section.name), text("p", "lead", &section.text)];
    page.extend(section.role.and_then(|role| tool(app, role)));
    if section.role == Some(SectionRole::Timeline) {
        page.push(phases(guide));
    }
    page.extend(groups);
    if section.role == Some(SectionRole::Method) {
        page.push(hours_and_years(guide));
    }
    page.push(neighbours(guide, section));
    if let Some(entry) = entry {
        screen::scroll_soon(format!("entry-{entry}"));
    }
    page
}

/// The promotions of the guide at the default pace, beside the years that people stay before them.
fn hours_and_years(guide: &Guide) -> El {
    let row = |one: &Calibration| {
        let ((from, to), (short, long)) = (guide.ends(one.number), guide.dwell(one.number));
        let name = format!("{} → {}", guide.title(from).name, guide.title(to).name);
        let tenths = (one.takes() * 10 + 183) / 365;
        el("tr").with([
            el("th")
                .attr("scope", "row")
                .add(link(Page::Compare(guide.title(from).id.clone(), guide.title(to).id.clone()).href(), name)),
            text("td", "n", one.steps.to_string()),
            text("td", "n", (one.effort.likely_hours(Pace::default()).round() as u32).to_string()),
            text("td", "n", format!("{}.{}", tenths / 10, tenths % 10)),
            text("td", "n", format!("{short}–{long}")),
        ])
    };
    let rows = promotions(guide);
    let within = rows.iter().filter(|one| one.is_within(guide)).count();
    let head = [("", "Promotion"), ("n", "Steps"), ("n", "Hours"), ("n", "Years"), ("n", "Stay, years")];
    let head = head.map(|(class, name)| text("th", class, name).attr("scope", "col"));
    let table =
        el("table").with([el("thead").add(el("tr").with(head)), el("tbody").with(rows.iter().map(row).collect::<Vec<_>>())]);
    let words = format!(
        "What each promotion takes at {}\u{a0}hours a week, from exactly what the title before asks to all that the next one asks, beside the years that the map has for it. {within} of {} lie within.",
        Pace::default().hours_per_week,
        rows.len()
    );
    el("section").class("guide-group").with([
        text("h2", "", "Hours and years"),
        text("p", "", words),
        scroll("Hours and years of each promotion", table),
    ])
}

/// The way back up.
fn crumbs(section: Option<&Section>) -> El {
    let up = el("nav").class("small").attr("aria-label", "Where this is").add(link(Page::Guide.href(), "The guide"));
    match section {
        Some(section) => up.text(" › ").add(link(Page::GuideSection(section.id.to_string()).href(), &section.name)),
        None => up,
    }
}

/// The tools of the app that work with what a section says, and how far one is with them.
fn tool(app: App, section: SectionRole) -> Option<El> {
    let tools: &[(Page, &str)] = match section {
        SectionRole::Skills => &[(Page::Assess, "Rate yourself in these skills")],
        SectionRole::Titles | SectionRole::Onward => &[(Page::Map, "See the titles on the map")],
        SectionRole::Timeline => &[(Page::Routes, "See the two clocks at work on your route")],
        SectionRole::Path => &[(Page::Actions, "Put actions into your quarters")],
        SectionRole::Interview => &[(Page::Interview, "Practise with your own stories")],
        SectionRole::Linkedin => {
            &[(Page::LinkedIn, "Write your headline, summary and skills"), (Page::Resume, "Write your résumé")]
        }
        SectionRole::Goals => &[(Page::Goals, "Make them goals of your own")],
        SectionRole::Certifications | SectionRole::Tools => &[(Page::Certifications, "See which of your gaps these help with")],
        SectionRole::Pay => &[(Page::Pay, "Work out what a post may pay in all")],
        SectionRole::Balance => &[(Page::Pay, "Check in on your balance")],
        SectionRole::Method => return None,
    };
    let links = tools.iter().map(|(page, words)| link(page.href(), *words).class("alone")).collect::<Vec<_>>();
    Some(el("p").class("row").with(links).add(el("span").class("small").text_from(move || so_far(app, section))))
}

/// What of one's own stands behind a section's tools; nothing where there is nothing yet.
fn so_far(app: App, section: SectionRole) -> String {
    let count = |list: List| app.own.plan().with(|plan| plan.records.len(list));
    match section {
        SectionRole::Interview => words::so_far(count(List::Stories), "story", "stories"),
        SectionRole::Goals => words::so_far(count(List::Goals), "goal", "goals"),
        SectionRole::Path => words::so_far(count(List::Actions), "action", "actions"),
        SectionRole::Balance => words::so_far(count(List::CheckIns), "check-in", "check-ins"),
        SectionRole::Linkedin => app.own.plan().with(refreshed).map_or_else(String::new, words::refreshed),
        SectionRole::Skills => {
            let (rated, all) = (app.own.derived().get().ratings.rated(), app.guide.skills().len());
            if rated == 0 { String::new() } else { format!("{} rated so far.", out_of(rated, all)) }
        }
        _ => String::new(),
    }
}

fn group(guide: &Guide, group: &Group, entry: Option<&str>) -> El {
    let mut lines: Vec<El> = group.items.iter().map(|i| item(guide, i, entry == Some(i.id.as_str()))).collect();
    if let Some(dimension) = group.dimension {
        lines.extend(guide.skills().filter(|s| guide.dimension(*s) == dimension).map(|s| skill_line(guide, s)));
    }
    let level = guide.pack().levels.iter().find(|l| l.id == group.level);
    lines.extend(level.into_iter().flat_map(|l| guide.titles_of_level(l)).map(|t| title_line(guide, t)));
    let intro = (!group.text.is_empty()).then(|| text("p", "", &group.text));
    el("section")
        .class("guide-group")
        .attr("id", format!("entry-{}", group.id))
        .add(text("h2", "", &group.name))
        .maybe(intro)
        .add(el("ul").class("entries").with(lines))
}

fn item(guide: &Guide, item: &Item, marked: bool) -> El {
    let helps: Vec<El> = item
        .helps
        .iter()
        .filter_map(|id| guide.skill_by_id(id))
        .map(|s| el("li").add(link(Page::guide_skill(guide, s).href(), &guide.skill(s).short).class("tag")))
        .collect();
    let why = (!helps.is_empty()).then(|| text("p", "small", format!("Helps, by our judgement: {}", item.rationale)));
    let helps = (!helps.is_empty()).then(|| el("ul").class("tags bare").with(helps));
    el("li")
        .class(if marked { "entry marked" } else { "entry" })
        .attr("id", format!("entry-{}", item.id))
        .with([text("h3", "", &item.name), text("p", "", &item.text)])
        .with(outside(item))
        .maybe(why)
        .maybe(helps)
}

/// What an item says of the world outside: what a certification asks for and proves, a note of ours, and where it is at home.
fn outside(item: &Item) -> Vec<El> {
    let lines = [
        ("Our note: ", &item.note),
        ("What it asks for: ", &item.prerequisites),
        ("What it proves, by our judgement: ", &item.proves),
    ];
    let mut said = Vec::new();
    for (name, words) in lines {
        if !words.is_empty() {
            said.push(el("p").add(text("b", "", name)).text(words));
        }
    }
    said.extend(links("On the web:", &item.links));
    said
}

fn skill_line(guide: &Guide, skill: SkillIx) -> El {
    let record = guide.skill(skill);
    let name = el("h3").add(link(Page::guide_skill(guide, skill).href(), &record.name));
    el("li").class("entry").with([name, text("p", "", &record.why)]).maybe(importance(guide, skill))
}

/// How much a skill matters, where the guide says so.
fn importance(guide: &Guide, skill: SkillIx) -> Option<El> {
    let rated = Some(guide.importance(skill)).filter(|rated| *rated != Importance::NotRated)?;
    Some(text("p", "small", format!("Importance: {}", scale::importance(rated))))
}

fn title_line(guide: &Guide, title: TitleIx) -> El {
    let record = guide.title(title);
    let name = el("h3").add(link(Page::guide_title(guide, title).href(), &record.name));
    el("li").class("entry").with([name, text("p", "", format!("{}. {}", record.focus, record.responsibilities.join(" ")))])
}

fn phases(guide: &Guide) -> El {
    let lines: Vec<El> = guide
        .pack()
        .phases
        .iter()
        .map(|p| {
            let years = match (p.from, p.to) {
                (Some(from), Some(to)) => format!("Years {from}–{to}: {}", p.name),
                (from, _) => format!("Years {}+: {}", from.unwrap_or(0), p.name),
            };
            el("li").class("entry").with([text("h3", "", years), text("p", "", &p.text)])
        })
        .collect();
    el("ol").class("entries").with(lines)
}

fn skill_page(guide: &Guide, section: &Section, skill: SkillIx) -> Vec<El> {
    let record = guide.skill(skill);
    let levels: Vec<El> = Proficiency::all()
        .skip(1)
        .filter_map(|l| {
            let nobody = guide.unasked(skill, l).map(|whom| text("span", "small", format!(" No title here asks for it. {whom}")));
            let line = text("dd", "", can(guide, skill, l)?).maybe(nobody).maybe(example(guide, skill, l));
            Some(el("div").with([text("dt", "", format!("{l} {}", scale::level(l))), line]))
        })
        .collect();
    let asked: Vec<El> = guide
        .titles()
        .filter(|t| guide.required(*t, skill).get() >= 3)
        .map(|t| {
            el("li")
                .class(&track_class(guide, t))
                .add(link(Page::Title(guide.title(t).id.clone()).href(), &guide.title(t).name))
                .text(format!(" {}", guide.required(t, skill)))
        })
        .collect();
    let helpers: Vec<El> = HELP.iter().flat_map(|(section, name)| help(guide, skill, *section, name)).collect();
    let helpers = (!helpers.is_empty()).then(|| el("section").class("guide-group").add(text("h2", "", "What helps")).with(helpers));
    vec![
        crumbs(Some(section)),
        heading(&record.name),
        text("p", "lead", &record.why),
        el("div").class("row").add(text("span", "tag", scale::dimension(guide.dimension(skill)))).maybe(importance(guide, skill)),
        el("p").add(link(Page::AssessSkill(record.id.clone()).href(), "Rate yourself in this skill").class("alone")),
        el("section").class("guide-group").with([
            text("h2", "", "What it looks like, level by level"),
            text("p", "small", "These lines and examples are this project's own."),
            el("dl").class("lines").with(levels),
        ]),
    ]
    .into_iter()
    .chain([resources(guide, skill)])
    .chain(helpers)
    .chain([el("section")
        .class("guide-group")
        .with([text("h2", "", "Titles that ask for 3 or more"), el("ul").class("asked-by").with(asked)])])
    .collect()
}

fn title_page(guide: &Guide, section: &Section, title: TitleIx) -> Vec<El> {
    let record = guide.title(title);
    let duties: Vec<El> = record.responsibilities.iter().map(|r| text("li", "", r)).collect();
    let years = routes::usually(guide, title);
    let mut page = vec![
        crumbs(Some(section)),
        heading(&record.name),
        el("div").add(text("p", "lead", format!("{}.", record.focus))).maybe(about_title::also_called(record)),
        el("div")
            .class("tags")
            .add(text("span", "tag", &guide.level(title).name))
            .maybe((!years.is_empty()).then(|| text("span", "tag", years))),
        el("ul").with(duties),
    ];
    page.extend(about_title::whose(record));
    page.extend(about_title::carried(record));
    page.extend(about_title::cards(record));
    page.push(el("p").add(link(Page::Title(record.id.clone()).href(), "What it asks for, and where it leads").class("alone")));
    page
}

fn neighbours(guide: &Guide, section: &Section) -> El {
    let sections = &guide.pack().sections;
    let place = sections.iter().position(|s| s.id == section.id).unwrap_or(0);
    let to = |s: Option<&Section>, words: &str| {
        s.map(|s| link(Page::GuideSection(s.id.to_string()).href(), format!("{words}: {}", s.name)))
    };
    el("nav")
        .class("row neighbours")
        .attr("aria-label", "Sections before and after")
        .maybe(to(place.checked_sub(1).and_then(|p| sections.get(p)), "Before"))
        .maybe(to(sections.get(place + 1), "Next"))
}

/// Shows what a search finds.
pub fn search(words: String) -> Vec<El> {
    let app = use_app();
    let hits = find(app.guide, &words);
    let count = match hits.len() {
        0 => format!("Nothing in the guide matches “{words}”. Try fewer or shorter words."),
        1 => format!("One entry matches “{words}”."),
        HITS => format!("The first {HITS} entries that match “{words}”."),
        n => format!("{n} entries match “{words}”."),
    };
    let lines: Vec<El> = hits.iter().map(|hit| hit_line(app.guide, hit)).collect();
    vec![
        crumbs(None),
        heading("Search the guide"),
        search_box(app.address, &words),
        text("p", "", count).attr("role", "status"),
        el("ol").class("entries hits").with(lines),
    ]
}

/// What is found in the guide. The index is made at the first search.
fn find(guide: &'static Guide, words: &str) -> Vec<Hit> {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(content::whole(guide))).search(words, HITS)
}

fn search_box(address: Address, words: &str) -> El {
    let input =
        el("input").class("in").attr("id", "search").attr("type", "search").attr("value", words).attr("autocomplete", "off");
    let typed = RwSignal::new(words.to_owned());
    let submit = move |event: Event| {
        event.prevent();
        let words = typed.get_untracked();
        if !words.trim().is_empty() {
            address.go(&Page::GuideSearch(words.trim().to_owned()));
        }
    };
    el("form").class("row search").attr("role", "search").on("submit", submit).with([
        text("label", "hush", "Search the guide").attr("for", "search"),
        input.on("input", move |event| typed.set(event.value())),
        text("button", "btn", "Search").attr("type", "submit"),
    ])
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

fn hit_line(guide: &Guide, hit: &Hit) -> El {
    let kind = match &hit.kind {
        HitKind::Skill(_) => "Skill",
        HitKind::Title(_) => "Title",
        HitKind::Section(_) => "Section",
        HitKind::Entry(section) => guide.section(section.as_str()).map_or("", |s| s.name.as_str()),
    };
    let mut snippet = el("p");
    if let HitKind::Title(title) = hit.kind
        && guide.title(title).also.first().is_some_and(|name| hit.snippet.starts_with(name))
    {
        snippet = snippet.text("Also called ");
    }
    let mut from = 0;
    for mark in &hit.marks {
        snippet = snippet.text(&hit.snippet[from..mark.start]).add(text("mark", "", &hit.snippet[mark.clone()]));
        from = mark.end;
    }
    el("li").class("entry").with([
        el("h2").class("h-small").add(link(hit.page.href(), &hit.name)).text(" ").add(text("span", "tag", kind)),
        snippet.text(&hit.snippet[from..]),
    ])
}
