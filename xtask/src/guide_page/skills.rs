//! The chapter of skills: each with why it matters, what each level of it looks like and what would show it, what to read, and what
//! in the guide helps with it.

use super::markup::{Markup, text};
use career_explorer::domain::guide::{Dimension, Guide, Proficiency, Resource, SkillId, SkillIx};
use career_explorer::domain::page::Page;
use career_explorer::ui::words::scale;

/// Writes the chapter.
pub fn write(page: &mut Markup, guide: &Guide) {
    page.element(
        "p",
        "",
        "Proficiency runs from 0, none, to 5. The lines say what someone at a level can do; each level includes those below it.",
    );
    for dimension in Dimension::ALL {
        let mut of_dimension = guide.skills().filter(|&s| guide.dimension(s) == dimension).peekable();
        if of_dimension.peek().is_none() {
            continue;
        }
        page.element("h3", &format!("id=\"skills-{}\"", anchor(dimension)), scale::dimension(dimension));
        of_dimension.for_each(|skill| one(page, guide, skill));
    }
}

/// A dimension in an address, which stays whatever the dimension is called.
const fn anchor(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Technical => "technical",
        Dimension::Strategic => "leadership",
        Dimension::Operational => "operational",
        Dimension::Emerging => "emerging",
    }
}

fn one(page: &mut Markup, guide: &Guide, ix: SkillIx) {
    let skill = guide.skill(ix);
    page.raw(&format!("<article id=\"skill-{0}\" aria-labelledby=\"skill-{0}-heading\">\n", text(skill.id.as_str())));
    page.element("h4", &format!("id=\"skill-{}-heading\"", text(skill.id.as_str())), &skill.name);
    page.raw(&format!("<p class=\"facts\">Importance: {}</p>\n", text(scale::importance(guide.importance(ix)))));
    page.element("p", "", &skill.why);
    page.raw("<dl class=\"levels\">\n");
    for (level, line) in Proficiency::all().skip(1).zip(&skill.can) {
        page.raw(&format!("<dt>{level} {}</dt><dd>You can {}</dd>\n", scale::level(level), text(line)));
        if let Some(line) = guide.evidence(ix, level) {
            page.raw(&format!("<dd class=\"facts\">Evidence, for example: {}</dd>\n", text(line)));
        }
        if let Some(whom) = guide.unasked(ix, level) {
            page.raw(&format!("<dd class=\"facts\">No title of this guide asks for it. {}</dd>\n", text(whom)));
        }
    }
    page.raw("</dl>\n");
    page.raw(&format!("<p>To read: {}.</p>\n", reading(&skill.resources)));
    page.raw(
        "<p class=\"facts\">The lines by level, the evidence and what to read are <span class=\"judgement\">our judgement</span>.",
    );
    let helpers: Vec<String> = guide
        .items()
        .filter(|(_, item)| item.helps.contains(&skill.id))
        .map(|(_, item)| format!("<a href=\"#{}\">{}</a>", text(item.id.as_str()), text(&item.name)))
        .collect();
    if !helpers.is_empty() {
        page.raw(&format!(" What helps: {}.", helpers.join(" · ")));
    }
    let rate = Page::AssessSkill(skill.id.clone()).href();
    page.raw(&format!(
        " <a class=\"app\" href=\"./{}\">Rate yourself in {}</a></p>\n</article>\n",
        text(&rate),
        text(&skill.short)
    ));
}

/// What to read, each with its author and year.
fn reading(resources: &[Resource]) -> String {
    let cited = |r: &Resource| format!("{}, <cite>{}</cite>, {}", text(&r.author), text(&r.title), r.year);
    resources.iter().map(cited).collect::<Vec<_>>().join("; ")
}

/// Links to skills, in brackets; nothing for none.
pub fn links(guide: &Guide, ids: &[SkillId]) -> String {
    let links: Vec<String> = ids.iter().filter_map(|id| guide.skill_by_id(id)).map(|s| link(guide, s)).collect();
    if links.is_empty() { String::new() } else { format!("<span class=\"facts\">({})</span>", links.join(", ")) }
}

/// A link to a skill, by its name.
pub fn link(guide: &Guide, skill: SkillIx) -> String {
    let skill = guide.skill(skill);
    format!("<a href=\"#skill-{}\">{}</a>", text(skill.id.as_str()), text(&skill.name))
}
