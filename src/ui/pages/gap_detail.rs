//! What stands behind one gap: what one can do now, what is next, what helps, and the arithmetic.

use crate::dom::{El, el, link, text};
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::page::Page;
use crate::domain::receipt;
use crate::domain::standing::gap::Gap;
use crate::state::PlanView;
use crate::ui::components::receipt::{HOW, working};

/// The sections of the guide whose items help with skills, and how they are called here.
pub const HELP: [(&str, &str); 3] =
    [("goals", "Goals that help"), ("certifications", "Certifications that help"), ("tools", "Tools that help")];

/// Shows it.
pub fn detail(view: PlanView, target: TitleIx, gap: Gap) -> El {
    let guide = view.guide;
    let record = guide.skill(gap.skill);
    let rate = link(Page::AssessSkill(record.id.clone()).href(), if gap.rated.is_some() { "Change my rating" } else { "Rate it" });
    let ways = el("p").class("row small").maybe((!view.read_only).then_some(rate));
    el("div")
        .class("gap-detail")
        .add(lines(guide, &gap))
        .with(HELP.iter().flat_map(|(section, name)| help(guide, gap.skill, section, name)).collect::<Vec<_>>())
        .add(ways.add(link(Page::GuideEntry("skills".to_owned(), record.id.to_string()).href(), "In the guide")))
        .add(working(guide, HOW, move || Some(receipt::of_gap(guide, &gap, &view.get().gaps, target))))
}

/// The behaviour line of a level as a sentence; `None` for level 0.
pub fn can(guide: &Guide, skill: SkillIx, level: Proficiency) -> Option<String> {
    let place = usize::from(level.get()).checked_sub(1)?;
    guide.skill(skill).can.get(place).map(|line| format!("You can {line}"))
}

fn lines(guide: &Guide, gap: &Gap) -> El {
    let line = |level: Proficiency| can(guide, gap.skill, level).unwrap_or_else(|| "You have not worked on it yet.".to_owned());
    let next = gap.rated.filter(|r| *r < gap.required).and_then(Proficiency::raised);
    let asked = Some(gap.required).filter(|asked| Some(*asked) != next && Some(*asked) != gap.rated);
    let entries: Vec<El> = [("Now", gap.rated), ("Next", next), ("Asked", asked)]
        .into_iter()
        .filter_map(|(term, level)| {
            level.map(|l| el("div").with([text("dt", "", format!("{term}, {l}")), text("dd", "", line(l))]))
        })
        .collect();
    el("dl").class("lines").with(entries)
}

/// The items of a section of the guide that help with a skill, with why; nothing where there are none.
pub fn help(guide: &Guide, skill: SkillIx, section: &str, name: &str) -> Vec<El> {
    let items: Vec<El> = guide
        .helpers(section, skill)
        .map(|item| {
            let entry = Page::GuideEntry(section.to_owned(), item.id.to_string());
            el("li").add(link(entry.href(), &item.name)).add(text("span", "small", format!(" {}", item.rationale)))
        })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![text("h3", "", name), el("ul").with(items)] }
}
