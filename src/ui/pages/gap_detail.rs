//! What stands behind one gap: what one can do now, what is next, what helps, and the arithmetic.

use crate::dom::{El, Row, el, link, text};
use crate::domain::analysis::Aim;
use crate::domain::guide::{Guide, Proficiency, SectionRole, SkillIx};
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::gap::Gap;
use crate::state::Live;
use crate::ui::components::receipt::{HOW, working};
use crate::ui::words::behaviours::{OWN_NONE, own};

/// The sections of the guide whose items help with skills, and how they are called here.
pub const HELP: [(SectionRole, &str); 3] = [
    (SectionRole::Goals, "Goals that help"),
    (SectionRole::Certifications, "Certifications that help"),
    (SectionRole::Tools, "Tools that help"),
];

/// Shows it.
pub fn detail(aim: Live<Aim>, row: Row<Gap>) -> El {
    let guide = aim.plan.guide;
    let skill = row.identity().skill;
    let record = guide.skill(skill);
    let words = move || (if row.get().rated.is_some() { "Change my rating" } else { "Rate it" }).to_owned();
    let rate = el("a").attr("href", Page::AssessSkill(record.id.clone()).href()).text_from(words);
    let ways = el("p").class("row small").maybe((!aim.plan.read_only).then_some(rate));
    let receipt = move || {
        let now = aim.get();
        receipt::of_gap(guide, &row.get(), &now.gaps, now.target)
    };
    el("div")
        .class("gap-detail")
        .add(el("dl").class("lines").show(move || lines(guide, &row.get())))
        .with(HELP.iter().flat_map(|(section, name)| help(guide, skill, *section, name)).collect::<Vec<_>>())
        .add(ways.add(link(Page::guide_skill(guide, skill).href(), "In the guide")))
        .add(working(guide, HOW, receipt))
}

/// The behaviour line of a level as a sentence; `None` for level 0.
pub fn can(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<String> {
    let place = usize::from(level.get()).checked_sub(1)?;
    guide.skill(skill).can.get(place).map(|line| own(line))
}

fn lines(guide: &Guide, gap: &Gap) -> Vec<El> {
    let line = |level: Proficiency| can(guide, gap.skill, level).unwrap_or_else(|| OWN_NONE.to_owned());
    let next = gap.rated.filter(|r| *r < gap.required).and_then(Proficiency::raised);
    let asked = Some(gap.required).filter(|asked| Some(*asked) != next && Some(*asked) != gap.rated);
    [("Now", gap.rated), ("Next", next), ("Asked", asked)]
        .into_iter()
        .filter_map(|(term, level)| {
            level.map(|l| el("div").with([text("dt", "", format!("{term}, {l}")), text("dd", "", line(l))]))
        })
        .collect()
}

/// The items of a section of the guide that help with a skill, with why; nothing where there are none.
pub fn help(guide: &Guide, skill: SkillIx, section: SectionRole, name: &str) -> Vec<El> {
    let items: Vec<El> = guide
        .helpers(section, skill)
        .map(|item| {
            let entry = Page::guide_item(guide, section, &item.id);
            el("li").add(link(entry.href(), &item.name)).add(text("span", "small", format!(" {}", item.rationale)))
        })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![text("h3", "", name), el("ul").with(items)] }
}
