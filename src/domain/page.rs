//! Pages and their addresses. An address is the fragment of the URL, the only part that no server sees, so a plan can
//! travel in it. [`Page::Routes`] shows the career routes that [`routes`](crate::domain::journey::routes) finds.

use crate::domain::guide::{Guide, ItemId, SectionRole, SkillId, SkillIx, TitleId, TitleIx};
use crate::domain::link::Kind;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::fmt;

/// What is left as it is in an address; everything else is percent-encoded.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `#/`: the map and the pickers, or the state of the plan.
    Home,
    /// `#/map`: all titles.
    Map,
    /// `#/map/<title>`: one title.
    Title(TitleId),
    /// `#/map/<title>/vs/<title>`: one title compared with another.
    Compare(TitleId, TitleId),
    /// `#/assess`: rate the skill that says most.
    Assess,
    /// `#/assess/list`: every skill with its rating.
    AssessList,
    /// `#/assess/skill/<skill>`: rate one skill.
    AssessSkill(SkillId),
    /// `#/gaps`: what the target asks.
    Gaps,
    /// `#/route`: the career routes to the target.
    Routes,
    /// `#/plan`: the step under way, the road to the gate, and the pace.
    Plan,
    /// `#/plan/steps`: every step of the leg, to tick off.
    PlanSteps,
    /// `#/guide`: the guide's table of contents.
    Guide,
    /// `#/guide/<section>`: a section of the guide.
    GuideSection(String),
    /// `#/guide/<section>/<entry>`: an entry of a section.
    GuideEntry(String, String),
    /// `#/guide?q=<words>`: a search in the guide.
    GuideSearch(String),
    /// `#/shared`: a box for a link that someone sent.
    SharedBox,
    /// `#/shared/<payload>`: someone's plan.
    Shared(String),
    /// `#/rate/<payload>`: rate someone.
    Rate(String),
    /// `#/rated/<payload>`: a second opinion that came back.
    Rated(String),
    /// `#/data`: what is kept here, backup, erasing, theme.
    Data,
    /// `#/embed`: the builder of the snippet that embeds the app elsewhere.
    Embed,
    /// `#/more`: all pages that have no place in the navigation of a phone.
    More,
    /// `#/evidence`: the log of what one has done.
    Evidence,
    /// `#/evidence/<id>`: one entry of it.
    EvidenceEntry(String),
    /// `#/prepare`: what there is to get ready for the next title.
    Prepare,
    /// `#/prepare/interview`: stories, questions and practice.
    Interview,
    /// `#/prepare/linkedin`: headline, summary and skills.
    LinkedIn,
    /// `#/prepare/resume`: lines from evidence, import and export.
    Resume,
    /// `#/prepare/certifications`: certifications, tools and resources.
    Certifications,
    /// `#/prepare/pay`: pay and balance.
    Pay,
    /// `#/plan/actions`: what one does for one's gaps, by quarter.
    Actions,
    /// `#/plan/goals`: goals of one's own.
    Goals,
    /// `#/plan/review`: the quarterly review.
    Review,
    /// `#/plan/history`: readiness over time, and the states that were kept.
    History,
    /// `#/brief`: the promotion brief.
    Brief,
    /// Any other address, kept as it was.
    NotFound(String),
}

impl Page {
    /// Whether the page answers to the digits, so that it takes the focus as the browser opens with it.
    pub const fn takes_keys(&self) -> bool {
        matches!(self, Self::Assess | Self::AssessSkill(_) | Self::Rate(_))
    }

    /// The section of the guide that the app uses for something; the contents where the guide has none.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::SectionRole;
    /// use career_explorer::domain::page::Page;
    ///
    /// let guide = content::guide().unwrap();
    /// assert_eq!(Page::guide_section(&guide, SectionRole::Method).href(), "#/guide/method");
    /// ```
    pub fn guide_section(guide: &Guide, role: SectionRole) -> Self {
        guide.section_as(role).map_or(Self::Guide, |section| Self::GuideSection(section.id.to_string()))
    }

    /// An item of that section.
    pub fn guide_item(guide: &Guide, role: SectionRole, item: &ItemId) -> Self {
        Self::entry(guide, role, item.as_str())
    }

    /// What the guide says of a skill.
    pub fn guide_skill(guide: &Guide, skill: SkillIx) -> Self {
        Self::entry(guide, SectionRole::Skills, guide.skill(skill).id.as_str())
    }

    /// What the guide says of a title.
    pub fn guide_title(guide: &Guide, title: TitleIx) -> Self {
        Self::entry(guide, SectionRole::Titles, guide.title(title).id.as_str())
    }

    fn entry(guide: &Guide, role: SectionRole, entry: &str) -> Self {
        guide.section_as(role).map_or(Self::Guide, |section| Self::GuideEntry(section.id.to_string(), entry.to_owned()))
    }

    /// Reads the fragment of a URL, with or without its `#`. Never fails: what is no page is [`Page::NotFound`].
    ///
    /// ```
    /// use career_explorer::domain::page::Page;
    ///
    /// assert_eq!(Page::parse("#/gaps"), Page::Gaps);
    /// assert_eq!(Page::parse("#/map/head-of-engineering").href(), "#/map/head-of-engineering");
    /// assert_eq!(Page::parse("#/nowhere"), Page::NotFound("/nowhere".into()));
    /// ```
    pub fn parse(fragment: &str) -> Self {
        let address = fragment.strip_prefix('#').unwrap_or(fragment);
        Self::at(address).unwrap_or_else(|| Self::NotFound(address.to_owned()))
    }

    /// Whether the fragment of a URL is that of [`Page::Home`]: what the first page asks, without the code that reads all addresses.
    pub fn is_home(fragment: &str) -> bool {
        matches!(fragment.strip_prefix('#').unwrap_or(fragment), "" | "/" | "//" | "content")
    }

    fn at(address: &str) -> Option<Self> {
        // Where the static first page's link to its content leads.
        if address == "content" {
            return Some(Self::Home);
        }
        let address = address.strip_prefix('/').or(address.is_empty().then_some(""))?;
        if let Some(words) = address.strip_prefix("guide?q=") {
            return Some(Self::GuideSearch(decode(&words.replace('+', " "))?));
        }
        // A payload is judged by its decoder, which names what is wrong with it: so it is taken whole, slashes and all.
        for (prefix, page) in [("shared/", Self::Shared as fn(String) -> Self), ("rate/", Self::Rate), ("rated/", Self::Rated)] {
            if let Some(payload) = address.strip_prefix(prefix)
                && !payload.is_empty()
            {
                return Some(page(payload.to_owned()));
            }
        }
        let address = address.strip_suffix('/').unwrap_or(address);
        let parts = address.split('/').map(decode).collect::<Option<Vec<_>>>()?;
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        if parts.len() > 1 && parts.iter().any(|p| p.is_empty()) {
            return None;
        }
        Some(match parts[..] {
            [""] => Self::Home,
            ["map"] => Self::Map,
            ["map", title] => Self::Title(title.into()),
            ["map", title, "vs", other] => Self::Compare(title.into(), other.into()),
            ["assess"] => Self::Assess,
            ["assess", "list"] => Self::AssessList,
            ["assess", "skill", skill] => Self::AssessSkill(skill.into()),
            ["gaps"] => Self::Gaps,
            ["route"] => Self::Routes,
            ["plan"] => Self::Plan,
            ["plan", "steps"] => Self::PlanSteps,
            ["guide"] => Self::Guide,
            ["guide", section] => Self::GuideSection(section.to_owned()),
            ["guide", section, entry] => Self::GuideEntry(section.to_owned(), entry.to_owned()),
            ["shared"] => Self::SharedBox,
            ["data"] => Self::Data,
            ["embed"] => Self::Embed,
            ["more"] => Self::More,
            ["evidence"] => Self::Evidence,
            ["evidence", entry] => Self::EvidenceEntry(entry.to_owned()),
            ["prepare"] => Self::Prepare,
            ["prepare", "interview"] => Self::Interview,
            ["prepare", "linkedin"] => Self::LinkedIn,
            ["prepare", "resume"] => Self::Resume,
            ["prepare", "certifications"] => Self::Certifications,
            ["prepare", "pay"] => Self::Pay,
            ["plan", "actions"] => Self::Actions,
            ["plan", "goals"] => Self::Goals,
            ["plan", "review"] => Self::Review,
            ["plan", "history"] => Self::History,
            ["brief"] => Self::Brief,
            _ => return None,
        })
    }

    /// The page that opens a link.
    pub fn of_link(kind: Kind, payload: String) -> Self {
        match kind {
            Kind::Plan => Self::Shared(payload),
            Kind::Request => Self::Rate(payload),
            Kind::Reply => Self::Rated(payload),
        }
    }

    /// The address with its `#`, as a link carries it.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Map => f.write_str("/map"),
            Self::Title(title) => write!(f, "/map/{}", encode(title.as_str())),
            Self::Compare(title, other) => write!(f, "/map/{}/vs/{}", encode(title.as_str()), encode(other.as_str())),
            Self::Assess => f.write_str("/assess"),
            Self::AssessList => f.write_str("/assess/list"),
            Self::AssessSkill(skill) => write!(f, "/assess/skill/{}", encode(skill.as_str())),
            Self::Gaps => f.write_str("/gaps"),
            Self::Routes => f.write_str("/route"),
            Self::Plan => f.write_str("/plan"),
            Self::PlanSteps => f.write_str("/plan/steps"),
            Self::Guide => f.write_str("/guide"),
            Self::GuideSection(section) => write!(f, "/guide/{}", encode(section)),
            Self::GuideEntry(section, entry) => write!(f, "/guide/{}/{}", encode(section), encode(entry)),
            Self::GuideSearch(words) => write!(f, "/guide?q={}", encode(words)),
            Self::SharedBox => f.write_str("/shared"),
            Self::Shared(payload) => write!(f, "/shared/{payload}"),
            Self::Rate(payload) => write!(f, "/rate/{payload}"),
            Self::Rated(payload) => write!(f, "/rated/{payload}"),
            Self::Data => f.write_str("/data"),
            Self::Embed => f.write_str("/embed"),
            Self::More => f.write_str("/more"),
            Self::Evidence => f.write_str("/evidence"),
            Self::EvidenceEntry(entry) => write!(f, "/evidence/{}", encode(entry)),
            Self::Prepare => f.write_str("/prepare"),
            Self::Interview => f.write_str("/prepare/interview"),
            Self::LinkedIn => f.write_str("/prepare/linkedin"),
            Self::Resume => f.write_str("/prepare/resume"),
            Self::Certifications => f.write_str("/prepare/certifications"),
            Self::Pay => f.write_str("/prepare/pay"),
            Self::Actions => f.write_str("/plan/actions"),
            Self::Goals => f.write_str("/plan/goals"),
            Self::Review => f.write_str("/plan/review"),
            Self::History => f.write_str("/plan/history"),
            Self::Brief => f.write_str("/brief"),
            Self::NotFound(address) => f.write_str(address),
        }
    }
}

fn encode(text: &str) -> impl fmt::Display + '_ {
    utf8_percent_encode(text, ESCAPED)
}

fn decode(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_pages() {
        for (address, page) in [
            ("", Page::Home),
            ("#", Page::Home),
            ("#/", Page::Home),
            ("#content", Page::Home),
            ("#/map", Page::Map),
            ("#/map/", Page::Map),
            ("#/map/head-of-engineering", Page::Title("head-of-engineering".into())),
            ("#/map/a/vs/b", Page::Compare("a".into(), "b".into())),
            ("#/assess", Page::Assess),
            ("#/assess/list", Page::AssessList),
            ("#/assess/skill/communication", Page::AssessSkill("communication".into())),
            ("#/gaps", Page::Gaps),
            ("#/route", Page::Routes),
            ("#/plan", Page::Plan),
            ("#/plan/steps", Page::PlanSteps),
            ("#/guide", Page::Guide),
            ("#/guide/skills", Page::GuideSection("skills".into())),
            ("#/guide/skills/communication", Page::GuideEntry("skills".into(), "communication".into())),
            ("#/guide?q=on%20call+rota", Page::GuideSearch("on call rota".into())),
            ("#/shared", Page::SharedBox),
            ("#/shared/AbC-_9", Page::Shared("AbC-_9".into())),
            ("#/rate/x", Page::Rate("x".into())),
            ("#/rated/x/y", Page::Rated("x/y".into())),
            ("#/data", Page::Data),
            ("#/evidence", Page::Evidence),
            ("#/evidence/a1", Page::EvidenceEntry("a1".into())),
            ("#/embed", Page::Embed),
            ("#/more", Page::More),
            ("#/maps", Page::NotFound("/maps".into())),
            ("#map", Page::NotFound("map".into())),
            ("#/map//x", Page::NotFound("/map//x".into())),
            ("#/guide/%ff", Page::NotFound("/guide/%ff".into())),
        ] {
            assert_eq!(Page::parse(address), page, "{address}");
            assert_eq!(Page::is_home(address), page == Page::Home, "{address}");
        }
        for (address, page) in [
            ("/evidence", Page::Evidence),
            ("/evidence/a1", Page::EvidenceEntry("a1".into())),
            ("/prepare", Page::Prepare),
            ("/prepare/interview", Page::Interview),
            ("/prepare/linkedin", Page::LinkedIn),
            ("/prepare/resume", Page::Resume),
            ("/prepare/certifications", Page::Certifications),
            ("/prepare/pay", Page::Pay),
            ("/plan/actions", Page::Actions),
            ("/plan/goals", Page::Goals),
            ("/plan/review", Page::Review),
            ("/plan/history", Page::History),
            ("/brief", Page::Brief),
        ] {
            assert_eq!((Page::at(address).as_ref(), page.to_string().as_str()), (Some(&page), address));
            assert_eq!(Page::parse(address), page);
        }
    }
}
