//! The chapters of titles and of the moves between them.

use super::markup::{Markup, text};
use super::skills;
use super::years::{band, dwell};
use career_explorer::domain::guide::{COMPANY_SIZES, Guide, Move, MoveKind, Proficiency, Source, Title, TitleIx};
use career_explorer::domain::page::Page;

/// Writes the chapter of titles.
pub fn titles(page: &mut Markup, guide: &Guide) {
    page.raw("<p>The guide gives no levels of skill for a title, so what each one asks for is <span class=\"judgement\">our judgement</span>.</p>\n");
    for level in &guide.pack().levels {
        page.element("h3", &format!("id=\"level-{}\"", text(level.id.as_str())), &level.name);
        guide.titles_of_level(level).for_each(|title| one(page, guide, title));
    }
}

/// A link to a title, by its name.
pub fn title_link(title: &Title) -> String {
    format!("<a href=\"#title-{}\">{}</a>", text(title.id.as_str()), text(&title.name))
}

fn one(page: &mut Markup, guide: &Guide, ix: TitleIx) {
    let title = guide.title(ix);
    page.raw(&format!("<article id=\"title-{0}\" aria-labelledby=\"title-{0}-heading\">\n", text(title.id.as_str())));
    page.element("h4", &format!("id=\"title-{}-heading\"", text(title.id.as_str())), &title.name);
    facts(page, guide, ix);
    page.raw(&format!("<p><b>Primary focus:</b> {}{}</p>\n<ul>\n", text(&title.focus), judged(title.focus_source)));
    for line in &title.responsibilities {
        page.element("li", "", line);
    }
    page.raw("</ul>\n");
    let carried = [
        ("What carries over", &title.transfers, Some(Source::Guide)),
        ("What is still missing", &title.missing, title.missing_source),
    ];
    for (name, content, source) in carried.into_iter().filter(|(_, content, _)| !content.is_empty()) {
        page.raw(&format!("<p><b>{name}:</b> {}{}</p>\n", text(content), judged(source)));
    }
    beyond(page, title);
    profile(page, guide, ix);
    for (name, moves, arrives) in
        [("Reached from", guide.moves_to(ix).collect::<Vec<_>>(), true), ("Leads to", guide.moves_from(ix).collect(), false)]
    {
        let links: Vec<String> = moves.iter().map(|&m| move_link(guide, m, arrives)).collect();
        if !links.is_empty() {
            page.raw(&format!("<p><b>{name}:</b> {}</p>\n", links.join(" · ")));
        }
    }
    let map = Page::Title(title.id.clone()).href();
    page.raw(&format!(
        "<p class=\"facts\"><a class=\"app\" href=\"./{}\">{} on the map</a></p>\n</article>\n",
        text(&map),
        text(&title.name)
    ));
}

/// The mark of this project's own judgement, behind what is its.
fn judged(source: Option<Source>) -> &'static str {
    if source == Some(Source::Judgement) { " <span class=\"judgement\">our judgement</span>" } else { "" }
}

/// What this project says of a title beyond the guide: other names, what it is by size of company, its first 90 days.
fn beyond(page: &mut Markup, title: &Title) {
    let ours = judged(Some(Source::Judgement));
    if !title.also.is_empty() {
        page.raw(&format!("<p><b>Also called:</b> {}{ours}</p>\n", text(&title.also.join(", "))));
    }
    page.raw(&format!("<h5>In a company of …{ours}</h5>\n<dl class=\"profile\">\n"));
    for (size, line) in COMPANY_SIZES.iter().zip(&title.sizes) {
        let size = if *size < 1_000 { size.to_string() } else { format!("{},{:03}", size / 1_000, size % 1_000) };
        page.raw(&format!("<dt>{size} people</dt><dd>{}</dd>\n", text(line)));
    }
    page.raw(&format!("</dl>\n<h5>The first 90 days{ours}</h5>\n<ol>\n"));
    for line in &title.first_days {
        page.element("li", "", line);
    }
    page.raw("</ol>\n");
}

fn facts(page: &mut Markup, guide: &Guide, ix: TitleIx) {
    let mut facts = Vec::new();
    if let Some(track) = guide.track(ix) {
        facts.push(format!("{} track", text(&track.name)));
    }
    let level = guide.level(ix);
    if level.from.is_some() {
        facts.push(format!("usual clock: {}", band(level.from, level.to, level.open)));
    }
    if let Some(phase) = guide.phase(ix) {
        let source = judged(guide.title(ix).phase_source);
        facts.push(format!("fast clock: {}{source}", band(phase.from, phase.to, phase.to.is_none())));
    }
    if !facts.is_empty() {
        page.raw(&format!("<p class=\"facts\">{}</p>\n", facts.join(" · ")));
    }
}

/// What a title asks for, the highest level first.
fn profile(page: &mut Markup, guide: &Guide, title: TitleIx) {
    page.raw(&format!(
        "<h5>What it asks for</h5>\n<p class=\"note\">{}</p>\n<dl class=\"profile\">\n",
        text(guide.requirement_rationale(title))
    ));
    for level in Proficiency::all().rev() {
        let skills: Vec<String> =
            guide.skills().filter(|&s| guide.required(title, s) == level).map(|s| skills::link(guide, s)).collect();
        if !skills.is_empty() {
            page.raw(&format!("<dt>{level} {}</dt><dd>{}</dd>\n", level.name(), skills.join(" · ")));
        }
    }
    page.raw("</dl>\n");
}

/// Writes the chapter of moves.
pub fn moves(page: &mut Markup, guide: &Guide) {
    page.raw("<p>The guide names titles and levels, but no moves: these, with the years spent in the title before, are <span class=\"judgement\">our judgement</span>.</p>\n");
    for (kind, name) in [
        (MoveKind::Promotion, "Promotions"),
        (MoveKind::Lateral, "Lateral moves"),
        (MoveKind::TrackChange, "Changes of track"),
        (MoveKind::Onward, "Onward"),
        (MoveKind::Return, "Back from a related path"),
    ] {
        let mut numbers = (0..guide.move_count()).filter(|&n| guide.one_move(n).kind == Some(kind)).peekable();
        if numbers.peek().is_none() {
            continue;
        }
        page.element("h3", &format!("id=\"moves-{}\"", kind.name().replace(' ', "-")), name);
        page.raw("<dl>\n");
        for number in numbers {
            let (from, to) = guide.ends(number);
            let one = guide.one_move(number);
            page.raw(&format!(
                "<dt id=\"{}\">{} to {}, after {}</dt>\n<dd>{}</dd>\n",
                text(&anchor(one)),
                title_link(guide.title(from)),
                title_link(guide.title(to)),
                dwell(guide.dwell(number)),
                text(&one.rationale)
            ));
        }
        page.raw("</dl>\n");
    }
}

fn anchor(one: &Move) -> String {
    format!("move-{}-{}", one.from, one.to)
}

/// A link to a move, named by its other end as seen from one.
fn move_link(guide: &Guide, number: usize, arrives: bool) -> String {
    let (from, to) = guide.ends(number);
    let other = guide.title(if arrives { from } else { to });
    format!("<a href=\"#{}\">{}</a>", text(&anchor(guide.one_move(number))), text(&other.name))
}
