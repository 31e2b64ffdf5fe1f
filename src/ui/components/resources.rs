//! What to read about a skill: all of it for the guide, the one that fits for a step of the plan. Names alone, no links: nothing
//! here leads out of the app.

use crate::dom::{El, el, text};
use crate::domain::guide::{Guide, Proficiency, Resource, SkillIx};
use crate::ui::words::guide as words;

/// All that the guide names for a skill.
pub fn resources(guide: &Guide, skill: SkillIx) -> El {
    let line = |resource: &Resource| {
        let level = format!(" up to level {}", resource.level);
        cited(el("li"), resource)
            .text(" ")
            .add(text("span", "tag", words::resource(resource.kind)))
            .add(text("span", "small", level))
    };
    let lines: Vec<El> = guide.skill(skill).resources.iter().map(line).collect();
    el("section").class("guide-group").with([text("h2", "", "What to read"), el("ul").with(lines)])
}

/// The one to read for a step to a level, if there is one that reaches so far.
pub fn to_read(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<El> {
    guide.resource_for(skill, level).map(|resource| cited(el("p").class("small").text("To read: "), resource).text("."))
}

/// Author, title and year.
fn cited(line: El, resource: &Resource) -> El {
    line.text(&resource.author).text(", ").add(text("cite", "", &resource.title)).text(format!(", {}", resource.year))
}
