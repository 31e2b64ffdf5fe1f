//! The sections of the guide's prose, with their groups and items: responsibilities, tools, goals, certifications, advice.

use super::markup::{Markup, text};
use super::skills;
use career_explorer::domain::guide::{Group, Guide, Section};

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
        if !item.helps.is_empty() {
            page.raw(&format!("<p class=\"facts\">Helps with {}</p>\n", skills::links(guide, &item.helps)));
            page.judgement(&item.rationale);
        }
        page.raw("</article>\n");
    }
}
