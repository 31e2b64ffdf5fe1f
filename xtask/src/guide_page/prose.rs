//! The sections of the guide's prose, with their groups and items: responsibilities, tools, goals, certifications, advice.

use super::markup::{Markup, text};
use super::skills;
use career_explorer::domain::guide::{Group, Guide, Item, Link, Section};

/// Writes what stands under a section's heading.
pub fn section(page: &mut Markup, guide: &Guide, section: &Section) {
    page.element("p", "", &section.text);
    for one in &section.groups {
        group(page, guide, section, one);
    }
}

fn group(page: &mut Markup, guide: &Guide, section: &Section, group: &Group) {
    // A group's id is unique in its section alone.
    page.element("h3", &format!("id=\"{}-{}-group\"", text(section.id.as_str()), text(group.id.as_str())), &group.name);
    page.element("p", "", &group.text);
    for item in &group.items {
        page.raw(&format!("<article id=\"{0}\" aria-labelledby=\"{0}-heading\">\n", text(item.id.as_str())));
        page.element("h4", &format!("id=\"{}-heading\"", text(item.id.as_str())), &item.name);
        page.element("p", "", &item.text);
        outside(page, item);
        if !item.helps.is_empty() {
            page.raw(&format!("<p class=\"facts\">Helps with {}</p>\n", skills::links(guide, &item.helps)));
            page.judgement(&item.rationale);
        }
        page.raw("</article>\n");
    }
}

/// What an item says of the world outside: what a certification asks for and proves, a note of ours, and where it is at home.
fn outside(page: &mut Markup, item: &Item) {
    let lines = [
        ("Our note", &item.note, "our judgement"),
        ("What it asks for", &item.prerequisites, "looked up by us"),
        ("What it proves", &item.proves, "our judgement"),
    ];
    for (name, content, mark) in lines.into_iter().filter(|(_, content, _)| !content.is_empty()) {
        page.raw(&format!("<p><b>{name}:</b> {} <span class=\"judgement\">{mark}</span></p>\n", text(content)));
    }
    let links: Vec<String> = item.links.iter().filter_map(away).collect();
    if !links.is_empty() {
        page.raw(&format!("<p class=\"facts\">On the web: {}</p>\n", links.join(" · ")));
    }
}

/// A link to a page outside, which opens in a tab of its own and says so.
fn away(link: &Link) -> Option<String> {
    let url = link.url.as_ref()?;
    Some(format!(
        "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{}<span aria-hidden=\"true\">\u{a0}↗</span><span class=\"hush\"> (opens in a new tab)</span></a>",
        text(url.as_str()),
        text(&link.name)
    ))
}
