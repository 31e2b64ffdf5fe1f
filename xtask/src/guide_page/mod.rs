//! `guide.html`: the whole guide as one page that needs no scripts. It can be read, searched, printed and indexed, and each
//! entry has an address: `#skill-<id>`, `#title-<id>`, `#move-<from>-<to>`, and the bare id for sections and their items.
//!
//! The chapters that the guide has as records (timeline, skills, titles, moves, effort) stand with the section that has
//! their role where the prose has one, and else after its first section.

mod chapters;
pub mod markup;
mod people;
mod prose;
mod skills;
mod years;

use crate::finish::html::tags;
use anyhow::{Context, Result, ensure};
use career_explorer::content;
use career_explorer::domain::guide::{Guide, Section, SectionRole};
use chapters::Chapter;
use markup::{Markup, text};
use std::collections::HashSet;

/// The stylesheet of the page, `guide.css`.
pub const STYLE: &str = include_str!("guide.css");

/// The page, for the embedded guide. `icons` are the icon links of the app's page, which it shares.
///
/// # Errors
/// When the embedded guide is damaged, or the page would link to what it does not have.
pub fn page(icons: &str) -> Result<String> {
    let page = render(guide().context("the embedded guide is damaged")?, icons);
    let faults = link_faults(&page);
    ensure!(faults.is_empty(), "guide.html would have faults:\n  {}", faults.join("\n  "));
    Ok(page)
}

/// The embedded guide with its details.
fn guide() -> Option<&'static Guide> {
    content::guide().map(|guide| content::whole(Box::leak(Box::new(guide))))
}

/// A part of the page: a section of the prose, a chapter of records, or both under one heading.
struct Part<'a> {
    section: Option<&'a Section>,
    chapter: Option<&'static Chapter>,
}

impl Part<'_> {
    fn id(&self) -> &str {
        self.section.map(|s| s.id.as_str()).or(self.chapter.map(|c| c.id)).unwrap_or_default()
    }

    fn name(&self) -> &str {
        self.section.map(|s| s.name.as_str()).or(self.chapter.map(|c| c.name)).unwrap_or_default()
    }
}

fn parts(guide: &Guide) -> Vec<Part<'_>> {
    let sections = &guide.pack().sections;
    let of = |role: Option<SectionRole>| chapters::ALL.iter().find(|c| role.is_some() && c.section == role);
    let mut parts: Vec<Part<'_>> = sections.iter().map(|s| Part { section: Some(s), chapter: of(s.role) }).collect();
    let alone = chapters::ALL.iter().filter(|c| c.section.and_then(|role| guide.section_as(role)).is_none());
    let at = parts.len().min(1);
    parts.splice(at..at, alone.map(|chapter| Part { section: None, chapter: Some(chapter) }));
    parts
}

fn render(guide: &Guide, icons: &str) -> String {
    let about = &guide.pack().about;
    let parts = parts(guide);
    let mut page = Markup::default();
    page.raw(&format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <meta name=\"description\" content=\"The whole guide on one page: titles, skills with what each level looks like, moves, goals, tools and certifications.\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n{icons}\
         <link rel=\"stylesheet\" href=\"guide.css\">\n</head>\n<body>\n",
        text(&about.language),
        text(&about.name),
    ));
    page.raw("<a class=\"skip\" href=\"#guide\">Skip to the guide</a>\n<header>\n");
    page.raw("<p class=\"app\"><a href=\"./\">Career Explorer</a></p>\n");
    page.element("h1", "", &about.name);
    page.raw(
        "<p class=\"lead\">The whole guide on one page. It needs no scripts, and it prints. To plan with it, \
         <a href=\"./\">open the planner</a>.</p>\n\
         <p class=\"key\">What carries <span class=\"judgement\">our judgement</span> is this project’s own; the rest is the guide’s.</p>\n</header>\n",
    );
    contents(&mut page, &parts);
    page.raw("<main id=\"guide\">\n");
    for part in &parts {
        page.raw(&format!("<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n", text(part.id())));
        page.element("h2", &format!("id=\"{}-heading\"", text(part.id())), part.name());
        if let Some(section) = part.section {
            prose::section(&mut page, guide, section);
        }
        if let Some(chapter) = part.chapter {
            (chapter.write)(&mut page, guide);
        }
        page.raw("</section>\n");
    }
    page.raw(&format!(
        "</main>\n<footer><p>{}, edition {}. <a href=\"#contents\">To the contents</a></p></footer>\n</body>\n</html>\n",
        text(&about.name),
        about.version
    ));
    page.into_string()
}

fn contents(page: &mut Markup, parts: &[Part<'_>]) {
    page.raw("<nav id=\"contents\" aria-labelledby=\"contents-heading\">\n");
    page.element("h2", "id=\"contents-heading\"", "Contents");
    page.raw("<ol>\n");
    for part in parts {
        page.raw(&format!("<li><a href=\"#{}\">{}</a></li>\n", text(part.id()), text(part.name())));
    }
    page.raw("</ol>\n</nav>\n");
}

/// Ids that stand twice, and links to ids that are not there.
fn link_faults(page: &str) -> Vec<String> {
    let tags = tags(page);
    let mut ids = HashSet::new();
    let mut faults = Vec::new();
    for id in tags.iter().filter_map(|tag| tag.attribute("id")) {
        if !ids.insert(id) {
            faults.push(format!("the id {id} stands twice"));
        }
    }
    for target in tags.iter().filter_map(|tag| tag.attribute("href")?.strip_prefix('#')) {
        if !ids.contains(target) {
            faults.push(format!("a link to #{target}, which is not there"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_guide_has_its_place() {
        let guide = guide().expect("the guide");
        let page = render(guide, "");
        assert_eq!(link_faults(&page), Vec::<String>::new());
        let pack = guide.pack();
        let mut ids: Vec<String> = pack.skills.iter().map(|s| format!("skill-{}", s.id)).collect();
        ids.extend(pack.titles.iter().map(|t| format!("title-{}", t.id)));
        ids.extend(pack.moves.iter().map(|m| format!("move-{}-{}", m.from, m.to)));
        ids.extend(pack.sections.iter().map(|s| s.id.to_string()));
        ids.extend(guide.items().map(|(_, item)| item.id.to_string()));
        ids.extend(chapters::ALL.iter().map(|c| c.id.to_owned()));
        for id in ids {
            assert!(page.contains(&format!(" id=\"{id}\"")), "{id}");
        }
        for line in pack.skills.iter().flat_map(|s| s.can.iter().chain(&s.evidence)) {
            assert!(page.contains(&*text(line)), "{line}");
        }
        for line in pack.titles.iter().flat_map(|t| t.also.iter().chain(&t.sizes).chain(&t.first_days)) {
            assert!(page.contains(&*text(line)), "{line}");
        }
        for line in guide.items().flat_map(|(_, item)| [&item.prerequisites, &item.proves, &item.note]) {
            assert!(page.contains(&*text(line)), "{line}");
        }
        for resource in pack.skills.iter().flat_map(|s| &s.resources) {
            let cited = format!("{}, <cite>{}</cite>, {}", text(&resource.author), text(&resource.title), resource.year);
            assert!(page.contains(&cited), "{cited}");
        }
    }

    #[test]
    fn links_away_open_apart_and_tell_nothing() {
        let guide = guide().expect("the guide");
        let page = render(guide, "");
        let tags = tags(&page);
        let away: Vec<_> = tags.iter().filter(|tag| tag.attribute("href").is_some_and(|to| to.contains(':'))).collect();
        let written = guide.items().map(|(_, item)| item.links.len()).sum::<usize>();
        assert!(away.len() == written && written > 20, "{} of {written}", away.len());
        for tag in &away {
            assert!(tag.attribute("href").is_some_and(|to| to.starts_with("https://")), "{:?}", tag.attributes);
            assert_eq!((tag.attribute("target"), tag.attribute("rel")), (Some("_blank"), Some("noopener noreferrer")));
        }
        assert_eq!(page.matches("(opens in a new tab)").count(), away.len());
    }

    #[test]
    fn broken_links_and_doubled_ids_are_found() {
        assert_eq!(link_faults("<p id=a><a href=\"#a\">x</a><a href=\"./#b\">x</a>").len(), 0);
        assert_eq!(link_faults("<p id=a><p id=a><a href=\"#b\">x</a>").len(), 2);
    }
}
