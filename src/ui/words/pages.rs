//! What the app and its pages are called.

use crate::domain::guide::{Guide, SkillId, TitleId};
use crate::domain::page::Page;

/// The app.
pub const APP: &str = "Career Explorer";
/// The page of someone without a plan, as `index.html` has it too.
pub const HOME: &str = "Where could engineering leadership take you?";

/// The first page of someone with a plan.
pub const HOME_WITH_PLAN: &str = "Where you stand, and what comes next";

/// The page where one rates, while there is no skill on it.
pub const RATE: &str = "Rate your skills";

/// A page by its title, as the title of the document.
pub fn in_browser(title: &str) -> String {
    format!("{title} – {APP}")
}

/// What a page answers, as the title of the document: each page has its own, and each skill and title too.
pub fn title(page: &Page, guide: &Guide) -> String {
    let name = |id: &TitleId| guide.title_by_id(id).map(|title| guide.title(title).name.as_str());
    let skill = |id: &SkillId| guide.skill_by_id(id).map(|skill| guide.skill(skill).name.as_str());
    let text = match page {
        Page::Home => HOME,
        Page::Map => "Which titles are there, and where do they lead?",
        Page::Title(id) => return about(name(id).unwrap_or("Unknown title"), ": what it asks for, and where it leads"),
        Page::Compare(first, second) => {
            let name = |id| name(id).unwrap_or("unknown title");
            return format!("{} and {}: what is the difference?", name(first), name(second));
        }
        Page::Assess => RATE,
        Page::AssessSkill(id) => return format!("How good are you at {}?", skill(id).unwrap_or("this skill")),
        Page::AssessList => "How are all of your skills rated?",
        Page::Gaps => "What does your destination ask of you?",
        Page::Routes => "How do you get there, and by when?",
        Page::Plan => "What do you do next?",
        Page::PlanSteps => "Which steps are there?",
        Page::Guide => "What does the guide say?",
        Page::GuideSection(id) => guide.section(id).map_or(GUIDE, |section| section.name.as_str()),
        Page::GuideEntry(id, entry) => {
            let of_skill = guide.skill_by_id(&entry.as_str().into()).map(|skill| guide.skill(skill).name.as_str());
            let of_title = guide.title_by_id(&entry.as_str().into()).map(|title| guide.title(title).name.as_str());
            let section = guide.section(id).map_or(GUIDE, |section| section.name.as_str());
            return of_skill.or(of_title).map_or_else(|| section.to_owned(), |name| about(name, ": what the guide says"));
        }
        Page::GuideSearch(words) => return format!("Search the guide: {words}"),
        Page::SharedBox => "Open a link that someone sent you",
        Page::Shared(_) => "A shared plan",
        Page::Rate(_) => "Rate a colleague",
        Page::Rated(_) => "Where do you and they differ?",
        Page::Data => "Where is your plan kept?",
        Page::Embed => "Put the explorer on your own site",
        Page::More => "All pages",
        Page::Evidence => "What have you done?",
        Page::EvidenceEntry(_) => "An entry of your log",
        Page::Prepare => "What do you get ready for the next title?",
        Page::Interview => "How do you prepare for interviews?",
        Page::LinkedIn => "What stands on your LinkedIn profile?",
        Page::Resume => "What stands on your résumé?",
        Page::Certifications => "Which certifications, tools and resources help you?",
        Page::Pay => "What about pay and balance?",
        Page::Actions => "What do you do for your gaps, and when?",
        Page::Goals => "What are your goals?",
        Page::Review => "What moved in a quarter?",
        Page::History => "How did your readiness go over time?",
        Page::Brief => "The brief for your promotion",
        Page::NotFound(_) => "There is no page at this address",
    };
    text.to_owned()
}

fn about(name: &str, what: &str) -> String {
    let mut words = name.to_owned();
    words.push_str(what);
    words
}

const GUIDE: &str = "The guide";
