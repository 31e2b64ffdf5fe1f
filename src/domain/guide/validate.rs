//! The checks that a pack must pass. Every fault is named with its place, all at once, for people who edit the data: the build prints
//! it, so these sentences stand here and not among the words of the user interface.

use super::ids::{SkillId, well_formed};
use super::pack::{
    COMPANY_SIZES, EVIDENCE_FROM, Group, Item, LevelKind, MAX_GOAL_CODE, MAX_HOURS, MAX_MONTHS, MAX_SKILL_CODE, Pack,
    RESOURCE_YEARS, Resource, SectionRole, Title,
};
use super::scale::Dimension;
use std::collections::{HashMap, HashSet};
use std::fmt;

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The list of the pack in which it is, which is also how the files name it: `skills`.
    pub list: &'static str,
    /// The entry, by its id or what else tells it apart.
    pub entry: String,
    /// The field; empty where the entry as a whole is meant.
    pub field: String,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl Fault {
    /// A fault at a place.
    pub fn new(list: &'static str, entry: impl Into<String>, field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { list, entry: entry.into(), field: field.into(), problem: problem.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.list)?;
        for part in [&self.entry, &self.field] {
            if !part.is_empty() {
                write!(f, " › {part}")?;
            }
        }
        write!(f, ": {}", self.problem)
    }
}

/// Every fault of a pack, in the order of its lists; none if it is sound.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::guide::validate;
///
/// let guide = content::whole(Box::leak(Box::new(content::guide().unwrap())));
/// let mut pack = guide.pack().clone();
/// assert!(validate(&pack).is_empty());
/// pack.skills[0].why.clear();
/// assert_eq!(validate(&pack)[0].to_string(), format!("skills › {} › why: is missing or empty", pack.skills[0].id));
/// ```
pub fn validate(pack: &Pack) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new() };
    check.about(pack);
    check.changes(pack);
    check.levels(pack);
    check.tracks_phases_stages(pack);
    check.skills(pack);
    check.titles(pack);
    check.moves(pack);
    check.requirements(pack);
    check.unasked(pack);
    check.efforts(pack);
    check.keywords(pack);
    check.sections(pack);
    check.faults
}

/// How the files write the dimensions.
const DIMENSIONS: [&str; 4] = ["technical", "strategic", "operational", "emerging"];

/// Where in a pack: list, entry and field.
type Place<'a> = (&'static str, &'a str, &'a str);

struct Check {
    faults: Vec<Fault>,
}

impl Check {
    fn fault(&mut self, list: &'static str, entry: &str, field: &str, problem: impl Into<String>) {
        self.faults.push(Fault::new(list, entry, field, problem));
    }

    fn text(&mut self, list: &'static str, entry: &str, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(list, entry, field, "is missing or empty");
        }
    }

    fn id(&mut self, list: &'static str, id: &str, seen: &mut HashSet<String>) {
        if !well_formed(id) {
            self.fault(list, id, "id", "is missing, or not of lower-case letters, digits and single hyphens");
        } else {
            self.once((list, id, "id"), id, seen, "appears twice");
        }
    }

    /// Checks that no entry before has the same key.
    fn once(&mut self, place: Place<'_>, key: &str, seen: &mut HashSet<String>, problem: impl Into<String>) {
        let (list, entry, field) = place;
        if !seen.insert(key.to_owned()) {
            self.fault(list, entry, field, problem);
        }
    }

    fn code(&mut self, list: &'static str, entry: &str, code: u16, highest: u16, seen: &mut HashMap<u16, String>) {
        if code == 0 {
            self.fault(list, entry, "code", "is missing: give the next number that no entry has ever had");
        } else if code > highest {
            self.fault(list, entry, "code", format!("{code} is above {highest}, the highest code that a link can carry here"));
        } else if let Some(other) = seen.insert(code, entry.to_owned()) {
            self.fault(list, entry, "code", format!("{code} is already the code of {other}"));
        }
    }

    fn known(&mut self, place: Place<'_>, id: &str, known: &HashSet<&str>, what: &str) {
        let (list, entry, field) = place;
        if !known.contains(id) {
            let problem = if id.is_empty() { "is missing".to_owned() } else { format!("there is no {what} “{id}”") };
            self.fault(list, entry, field, problem);
        }
    }

    fn skills_known(&mut self, place: Place<'_>, ids: &[SkillId], known: &HashSet<&str>) {
        for id in ids {
            self.known(place, id.as_str(), known, "skill");
        }
    }

    fn about(&mut self, pack: &Pack) {
        let about = &pack.about;
        if !well_formed(&about.id) {
            self.fault("about", "", "id", "is missing, or not of lower-case letters, digits and single hyphens");
        }
        if about.code == 0 {
            self.fault("about", "", "code", "is missing: 1 or more");
        }
        if about.version == 0 {
            self.fault("about", "", "version", "is missing: 1 or more");
        }
        self.text("about", "", "name", &about.name);
        self.text("about", "", "language", &about.language);
    }

    fn changes(&mut self, pack: &Pack) {
        for change in &pack.changes {
            let entry = format!("version {}", change.version);
            if !(2..=pack.about.version).contains(&change.version) {
                self.fault("changes", &entry, "version", "must be from 2 to the version of the guide");
            }
            self.text("changes", &entry, "text", &change.text);
        }
    }

    fn levels(&mut self, pack: &Pack) {
        let stages: HashSet<_> = pack.stages.iter().map(|s| s.id.as_str()).collect();
        let mut seen = HashSet::new();
        for level in &pack.levels {
            let entry = level.id.as_str();
            self.id("levels", entry, &mut seen);
            self.text("levels", entry, "name", &level.name);
            if level.kind.is_none() {
                self.fault("levels", entry, "kind", "is missing: feeder, leading or onward");
            }
            if level.kind != Some(LevelKind::Onward) && level.from.is_none() {
                self.fault("levels", entry, "from", "is missing: the year at which the level begins");
            }
            if let (Some(from), Some(to)) = (level.from, level.to)
                && to < from
            {
                self.fault("levels", entry, "to", format!("ends at {to}, before it begins at {from}"));
            }
            self.known(("levels", entry, "stage"), level.stage.as_str(), &stages, "stage");
        }
        if pack.levels.is_empty() {
            self.fault("levels", "", "", "there are none");
        }
    }

    fn tracks_phases_stages(&mut self, pack: &Pack) {
        let skills = ids(pack.skills.iter().map(|s| s.id.as_str()));
        let mut seen = HashSet::new();
        for track in &pack.tracks {
            self.id("tracks", track.id.as_str(), &mut seen);
            self.text("tracks", track.id.as_str(), "name", &track.name);
            self.text("tracks", track.id.as_str(), "rationale", &track.rationale);
        }
        seen.clear();
        let mut before = 0;
        for phase in &pack.phases {
            let entry = phase.id.as_str();
            self.id("phases", entry, &mut seen);
            self.text("phases", entry, "name", &phase.name);
            self.text("phases", entry, "text", &phase.text);
            match phase.from {
                None => self.fault("phases", entry, "from", "is missing: the year in which the phase begins"),
                Some(from) if from < before => self.fault("phases", entry, "from", format!("{from} is before the phase above it")),
                Some(from) => before = from,
            }
            if phase.to.is_some_and(|to| to <= phase.from.unwrap_or(0)) {
                self.fault("phases", entry, "to", "is not after `from`");
            }
        }
        seen.clear();
        for stage in &pack.stages {
            let entry = stage.id.as_str();
            self.id("stages", entry, &mut seen);
            self.text("stages", entry, "name", &stage.name);
            for (number, point) in (1..).zip(&stage.focus) {
                self.text("stages", entry, &format!("focus {number} text"), &point.text);
                self.skills_known(("stages", entry, &format!("focus {number} skills")), &point.skills, &skills);
            }
        }
    }

    fn skills(&mut self, pack: &Pack) {
        let (mut seen, mut codes) = (HashSet::new(), HashMap::new());
        for skill in &pack.skills {
            let entry = skill.id.as_str();
            self.id("skills", entry, &mut seen);
            self.code("skills", entry, skill.code, MAX_SKILL_CODE, &mut codes);
            self.text("skills", entry, "name", &skill.name);
            self.text("skills", entry, "short", &skill.short);
            if skill.short.chars().count() > 24 {
                self.fault("skills", entry, "short", "is longer than 24 characters");
            }
            if skill.dimension.is_none() {
                self.fault("skills", entry, "dimension", "is missing: technical, strategic, operational or emerging");
            }
            if skill.importance.is_none() {
                self.fault("skills", entry, "importance", "is missing: critical, high, medium or not-rated");
            }
            self.text("skills", entry, "why", &skill.why);
            self.text("skills", entry, "ask", &skill.ask);
            if skill.can.len() != 5 {
                self.fault("skills", entry, "can", format!("has {} behaviour lines; levels 1 to 5 need one each", skill.can.len()));
            }
            for (level, line) in (1..).zip(&skill.can) {
                self.text("skills", entry, &format!("can, level {level}"), line);
            }
            if skill.evidence.len() != 3 {
                let problem = format!("has {} examples; levels 3 to 5 need one each", skill.evidence.len());
                self.fault("skills", entry, "evidence", problem);
            }
            for (level, line) in (EVIDENCE_FROM..).zip(&skill.evidence) {
                self.text("skills", entry, &format!("evidence, level {level}"), line);
            }
            self.resources(entry, &skill.resources);
        }
        if pack.skills.is_empty() || pack.skills.len() > 1000 {
            self.fault("skills", "", "", format!("there are {}; 1 to 1,000 are possible", pack.skills.len()));
        }
    }

    fn resources(&mut self, entry: &str, resources: &[Resource]) {
        if !(1..=3).contains(&resources.len()) {
            self.fault("skills", entry, "resources", format!("are {} in number; 1 to 3 are possible", resources.len()));
        }
        let mut seen = HashSet::new();
        for (number, resource) in (1..).zip(resources) {
            let field = |name: &str| format!("resources {number} {name}");
            if resource.kind.is_none() {
                self.fault("skills", entry, &field("kind"), "is missing: book, paper or standard");
            }
            self.text("skills", entry, &field("author"), &resource.author);
            self.text("skills", entry, &field("title"), &resource.title);
            self.once(("skills", entry, &field("title")), &resource.title, &mut seen, "appears twice");
            if !RESOURCE_YEARS.contains(&resource.year) {
                let (first, last) = RESOURCE_YEARS.into_inner();
                self.fault("skills", entry, &field("year"), format!("is missing, or not from {first} to {last}"));
            }
            if !(1..=5).contains(&resource.level) {
                self.fault("skills", entry, &field("level"), "must be 1 to 5: the highest level that it helps to reach");
            }
        }
    }

    fn titles(&mut self, pack: &Pack) {
        let levels = ids(pack.levels.iter().map(|l| l.id.as_str()));
        let onward = ids(pack.levels.iter().filter(|l| l.kind == Some(LevelKind::Onward)).map(|l| l.id.as_str()));
        let tracks = ids(pack.tracks.iter().map(|t| t.id.as_str()));
        let phases = ids(pack.phases.iter().map(|p| p.id.as_str()));
        let (mut seen, mut codes) = (HashSet::new(), HashMap::new());
        for title in &pack.titles {
            let entry = title.id.as_str();
            self.id("titles", entry, &mut seen);
            self.code("titles", entry, title.code, u16::MAX, &mut codes);
            self.text("titles", entry, "name", &title.name);
            if !(1..=2).contains(&title.label.len()) || title.label.iter().any(|l| l.is_empty() || l.chars().count() > 17) {
                self.fault("titles", entry, "label", "must be one or two lines of 1 to 17 characters");
            }
            self.known(("titles", entry, "level"), title.level.as_str(), &levels, "level");
            if onward.contains(title.level.as_str()) {
                self.text("titles", entry, "transfers", &title.transfers);
                self.text("titles", entry, "missing", &title.missing);
            } else {
                self.known(("titles", entry, "track"), title.track.as_str(), &tracks, "track");
                self.known(("titles", entry, "phase"), title.phase.as_str(), &phases, "phase");
                if title.phase_source.is_none() {
                    self.fault("titles", entry, "phase_source", "is missing: guide or judgement");
                }
            }
            self.text("titles", entry, "focus", &title.focus);
            if title.responsibilities.is_empty() || title.responsibilities.iter().any(|r| r.trim().is_empty()) {
                self.fault("titles", entry, "responsibilities", "is missing or has an empty line");
            }
            if title.focus_source.is_none() {
                self.fault("titles", entry, "focus_source", "is missing: guide or judgement");
            }
            if !title.missing.is_empty() && title.missing_source.is_none() {
                self.fault("titles", entry, "missing_source", "is missing: guide or judgement");
            }
            for (size, line) in COMPANY_SIZES.iter().zip(&title.sizes) {
                self.text("titles", entry, &format!("sizes, {size} people"), line);
            }
            for (number, line) in (1..).zip(&title.first_days) {
                self.text("titles", entry, &format!("first_days, line {number}"), line);
            }
        }
        self.other_names(&pack.titles);
        if pack.titles.is_empty() || pack.titles.len() > 20_000 {
            self.fault("titles", "", "", format!("there are {}; 1 to 20,000 are possible", pack.titles.len()));
        }
    }

    /// Each name, the guide's and the others, leads to one title.
    fn other_names(&mut self, titles: &[Title]) {
        let mut names: HashMap<String, &str> = titles.iter().map(|t| (t.name.to_lowercase(), t.id.as_str())).collect();
        for title in titles {
            let entry = title.id.as_str();
            for name in &title.also {
                if name.trim().is_empty() {
                    self.fault("titles", entry, "also", "has an empty name");
                } else if let Some(other) = names.insert(name.to_lowercase(), entry) {
                    self.fault("titles", entry, "also", format!("“{name}” is already a name of {other}"));
                }
            }
        }
    }

    fn moves(&mut self, pack: &Pack) {
        let titles = ids(pack.titles.iter().map(|t| t.id.as_str()));
        let mut seen = HashSet::new();
        for one in &pack.moves {
            let entry = format!("{} → {}", one.from, one.to);
            self.known(("moves", &entry, "from"), one.from.as_str(), &titles, "title");
            self.known(("moves", &entry, "to"), one.to.as_str(), &titles, "title");
            if one.from == one.to {
                self.fault("moves", &entry, "to", "is the title it leaves");
            }
            self.once(("moves", &entry, ""), &entry, &mut seen, "appears twice");
            if one.kind.is_none() {
                self.fault("moves", &entry, "kind", "is missing: promotion, lateral, track-change, onward or return");
            }
            match one.dwell[..] {
                [short, long] if short >= 1 && short <= long && long <= 20 => {}
                _ => self.fault("moves", &entry, "dwell", "must be two years, short then long, from 1 to 20"),
            }
            self.text("moves", &entry, "rationale", &one.rationale);
        }
    }

    fn requirements(&mut self, pack: &Pack) {
        let skills = ids(pack.skills.iter().map(|s| s.id.as_str()));
        let titles = ids(pack.titles.iter().map(|t| t.id.as_str()));
        let mut seen = HashSet::new();
        for requirement in &pack.requirements {
            let entry = requirement.title.as_str();
            self.known(("requirements", entry, "title"), entry, &titles, "title");
            self.once(("requirements", entry, "title"), entry, &mut seen, "appears twice");
            self.text("requirements", entry, "rationale", &requirement.rationale);
            for (skill, &level) in &requirement.levels {
                self.known(("requirements", entry, skill.as_str()), skill.as_str(), &skills, "skill");
                if level > 5 {
                    self.fault("requirements", entry, skill.as_str(), format!("asks for {level}; 0 to 5 are possible"));
                }
            }
            for skill in &pack.skills {
                if !requirement.levels.contains_key(&skill.id) {
                    self.fault("requirements", entry, skill.id.as_str(), "is missing: write 0 where the title asks for none");
                }
            }
            // Readiness divides by the weighted sum of what is asked.
            if requirement.levels.values().all(|&level| level == 0) {
                self.fault("requirements", entry, "levels", "ask for nothing: at least one skill must be 1 or more");
            }
        }
        for title in &pack.titles {
            if !seen.contains(title.id.as_str()) {
                self.fault("requirements", title.id.as_str(), "", "is missing: each title needs one");
            }
        }
    }

    fn unasked(&mut self, pack: &Pack) {
        let skills = ids(pack.skills.iter().map(|s| s.id.as_str()));
        let mut seen = HashSet::new();
        for one in &pack.unasked {
            let entry = format!("{} level {}", one.skill, one.level);
            self.known(("unasked", &entry, "skill"), one.skill.as_str(), &skills, "skill");
            if !(1..=5).contains(&one.level) {
                self.fault("unasked", &entry, "level", "must be 1 to 5");
            }
            self.once(("unasked", &entry, ""), &entry, &mut seen, "appears twice");
            if let Some(asking) = pack.requirements.iter().find(|r| r.levels.get(&one.skill) == Some(&one.level)) {
                self.fault("unasked", &entry, "", format!("is asked for by {}", asking.title));
            }
            self.text("unasked", &entry, "whom", &one.whom);
        }
    }

    fn efforts(&mut self, pack: &Pack) {
        for level in (1..=5u8).filter(|level| pack.efforts.iter().all(|effort| effort.level != *level)) {
            self.fault("efforts", &format!("level {level}"), "", "is missing");
        }
        let mut seen = HashSet::new();
        for effort in &pack.efforts {
            let entry = format!("level {}", effort.level);
            self.once(("efforts", &entry, "level"), &entry, &mut seen, "appears twice");
            if !(1..=5).contains(&effort.level) {
                self.fault("efforts", &entry, "level", "must be 1 to 5");
            }
            if effort.months > MAX_MONTHS {
                self.fault("efforts", &entry, "months", format!("must be 0 to {MAX_MONTHS}"));
            }
            for (dimension, field) in Dimension::ALL.into_iter().zip(DIMENSIONS) {
                let hours = effort.hours(dimension);
                let grows = hours.optimistic <= hours.likely && hours.likely <= hours.pessimistic;
                if hours.optimistic == 0 || !grows || hours.pessimistic > MAX_HOURS {
                    let problem =
                        format!("must be hours from 1 to {MAX_HOURS} that grow from optimistic over likely to pessimistic");
                    self.fault("efforts", &entry, field, problem);
                }
            }
            self.text("efforts", &entry, "rationale", &effort.rationale);
        }
    }

    fn keywords(&mut self, pack: &Pack) {
        let skills = ids(pack.skills.iter().map(|s| s.id.as_str()));
        let mut seen = HashSet::new();
        for one in &pack.keywords {
            let entry = one.skill.as_str();
            self.known(("keywords", entry, "skill"), entry, &skills, "skill");
            self.once(("keywords", entry, "skill"), entry, &mut seen, "appears twice");
            let mut words = HashSet::new();
            for word in &one.words {
                if word.trim().is_empty() || *word != word.to_lowercase() {
                    self.fault("keywords", entry, "words", format!("“{word}” must be words in lower case"));
                } else {
                    self.once(("keywords", entry, "words"), word, &mut words, format!("“{word}” appears twice"));
                }
            }
        }
    }

    fn sections(&mut self, pack: &Pack) {
        let skills = ids(pack.skills.iter().map(|s| s.id.as_str()));
        let (mut sections, mut items, mut codes) = (HashSet::new(), HashSet::new(), HashMap::new());
        let (mut roles, mut parts) = (HashSet::new(), HashSet::new());
        let levels = ids(pack.levels.iter().map(|l| l.id.as_str()));
        for section in &pack.sections {
            let entry = section.id.as_str();
            self.id("sections", entry, &mut sections);
            self.text("sections", entry, "name", &section.name);
            self.text("sections", entry, "text", &section.text);
            if section.role.is_some_and(|role| !roles.insert(role)) {
                self.fault("sections", entry, "role", "is already that of another section");
            }
            if section.topic.is_some() == (section.role == Some(SectionRole::Method)) {
                let problem = "must be role, path, skills or getting-hired, and must be left out for the section on the method";
                self.fault("sections", entry, "topic", problem);
            }
            let mut groups = HashSet::new();
            for group in &section.groups {
                let entry = format!("{entry} › {}", group.id);
                if !well_formed(group.id.as_str()) {
                    self.fault("sections", &entry, "id", "is missing, or not of lower-case letters, digits and single hyphens");
                } else {
                    self.once(("sections", &entry, "id"), group.id.as_str(), &mut groups, "appears twice in the section");
                }
                self.text("sections", &entry, "name", &group.name);
                if group.role.is_some_and(|role| !parts.insert(role)) {
                    self.fault("sections", &entry, "role", "is already that of another part");
                }
                self.lists(&entry, section.role, group, &levels);
                for item in &group.items {
                    let entry = format!("{entry} › {}", item.id);
                    self.id("sections", item.id.as_str(), &mut items);
                    if item.code != 0 {
                        self.code("sections", &entry, item.code, MAX_GOAL_CODE, &mut codes);
                    }
                    self.text("sections", &entry, "name", &item.name);
                    self.text("sections", &entry, "text", &item.text);
                    self.skills_known(("sections", &entry, "helps"), &item.helps, &skills);
                    if !item.helps.is_empty() {
                        self.text("sections", &entry, "rationale", &item.rationale);
                    }
                    self.outside(&entry, item);
                }
            }
        }
        for (role, name) in SectionRole::NEEDED {
            if !roles.contains(&role) {
                self.fault("sections", "", "role", format!("no section has the role {name}, and one must"));
            }
        }
        for (dimension, name) in Dimension::ALL.into_iter().zip(DIMENSIONS) {
            let listed = pack.sections.iter().flat_map(|s| &s.groups).filter(|g| g.dimension == Some(dimension)).count();
            let is_used = pack.skills.iter().any(|s| s.dimension == Some(dimension));
            if listed > 1 || (listed == 0 && is_used) {
                self.fault("sections", "", "dimension", format!("{name} must be that of exactly one part"));
            }
        }
        for level in &pack.levels {
            if pack.sections.iter().flat_map(|s| &s.groups).filter(|g| g.level == level.id).count() != 1 {
                self.fault("sections", "", "level", format!("{} must be that of exactly one part", level.id));
            }
        }
    }

    /// What a part lists: skills of a dimension in the section that lists skills, titles of a level in the one that lists titles.
    fn lists(&mut self, entry: &str, role: Option<SectionRole>, group: &Group, levels: &HashSet<&str>) {
        if group.dimension.is_some() && role != Some(SectionRole::Skills) {
            self.fault("sections", entry, "dimension", "stands in the section with the role skills alone");
        }
        if !group.level.as_str().is_empty() {
            self.known(("sections", entry, "level"), group.level.as_str(), levels, "level");
            if role != Some(SectionRole::Titles) {
                self.fault("sections", entry, "level", "stands in the section with the role titles alone");
            }
        }
    }

    /// What an item says of the world outside: what a certification asks and shows stand together, and a link has both its parts.
    fn outside(&mut self, entry: &str, item: &Item) {
        if !item.prerequisites.is_empty() || !item.proves.is_empty() {
            self.text("sections", entry, "prerequisites", &item.prerequisites);
            self.text("sections", entry, "proves", &item.proves);
        }
        for (number, link) in (1..).zip(&item.links) {
            self.text("sections", entry, &format!("links {number} name"), &link.name);
            if link.url.is_none() {
                self.fault("sections", entry, &format!("links {number} url"), "is missing");
            }
        }
    }
}

fn ids<'a>(all: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
    all.collect()
}
