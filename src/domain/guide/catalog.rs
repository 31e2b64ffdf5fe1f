//! [`Guide`]: a checked pack with the look-ups that the model needs. Everything here answers without failing, because
//! [`Guide::new`] refuses a pack with faults.

use super::ids::{SkillId, TitleId};
use super::pack::{
    EVIDENCE_FROM, Effort, Group, GroupRole, Item, Level, LevelKind, Move, Pack, Phase, Resource, Section, SectionRole, Skill,
    Stage, Title, Topic, Track,
};
use super::scale::{Dimension, Importance, Proficiency, Weight};
use super::validate::{Fault, validate};
use crate::domain::base::bytes;
use crate::domain::base::sorting::sort_by_key;

/// A skill of one guide, by its place in it. Valid for the guide that gave it, and never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillIx(u16);

/// A title of one guide, by its place in it. Valid for the guide that gave it, and never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TitleIx(u16);

impl SkillIx {
    /// The place in the guide, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl TitleIx {
    /// The place in the guide, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Years of experience, as one clock gives them: where a band begins and, if the guide says, ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// First year of the band.
    pub from: u8,
    /// Last year of the band, if it has one.
    pub to: Option<u8>,
    /// Whether the guide leaves the end of the band open (it writes a plus).
    pub open: bool,
}

/// What the model often asks about a title, worked out once.
#[derive(Debug)]
struct TitleFacts {
    requirement: Vec<Proficiency>,
    weights: Vec<Weight>,
    judged: Option<usize>,
    level: usize,
    track: Option<usize>,
    phase: Option<usize>,
}

/// What a search for routes asks about every title, close together: a guide of 10,000 titles is larger than the caches.
#[derive(Clone, Copy, Debug)]
struct Place {
    is_onward: bool,
    usual_from: u8,
}

/// The numbers of the moves at each title, title by title in one list, and where those of each begin.
#[derive(Debug)]
struct MovesAt {
    begin: Vec<u32>,
    numbers: Vec<u32>,
}

impl MovesAt {
    /// `titles` gives for each move, in the order of their numbers, the place of the title that it belongs to.
    fn new(count: usize, titles: &[usize]) -> Self {
        let mut begin = vec![0u32; count + 1];
        titles.iter().for_each(|&title| begin[title + 1] += 1);
        for title in 0..count {
            begin[title + 1] += begin[title];
        }
        let (mut next, mut numbers) = (begin.clone(), vec![0; titles.len()]);
        for (number, &title) in (0u32..).zip(titles) {
            numbers[next[title] as usize] = number;
            next[title] += 1;
        }
        Self { begin, numbers }
    }

    fn of(&self, title: TitleIx) -> impl Iterator<Item = usize> + '_ {
        let place = title.index();
        self.numbers[self.begin[place] as usize..self.begin[place + 1] as usize].iter().map(|&number| number as usize)
    }
}

/// What the model often asks about a move: most look-ups of a search for routes.
#[derive(Debug)]
struct MoveFacts {
    from: TitleIx,
    to: TitleIx,
    dwell: (u8, u8),
}

/// The places of a list in the order of its ids.
#[derive(Debug)]
struct ById(Vec<u16>);

impl ById {
    fn new<'a>(ids: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let ids: Vec<&str> = ids.collect();
        let mut places: Vec<u16> = (0..u16::try_from(ids.len()).unwrap_or(u16::MAX)).collect();
        sort_by_key(&mut places, |&place| ids[usize::from(place)]);
        Self(places)
    }

    /// The place of `id`, where `id_at` knows the id of each place.
    fn find<'a>(&self, id: &str, id_at: impl Fn(usize) -> &'a str) -> Option<u16> {
        let found = self.0.binary_search_by(|&place| id_at(usize::from(place)).cmp(id));
        found.ok().map(|at| self.0[at])
    }
}

/// A guide without faults.
#[derive(Debug)]
pub struct Guide {
    pack: Pack,
    facts: Vec<TitleFacts>,
    places: Vec<Place>,
    moves_out: MovesAt,
    moves_in: MovesAt,
    move_facts: Vec<MoveFacts>,
    skill_by_id: ById,
    title_by_id: ById,
}

impl Guide {
    /// Checks a pack and indexes it.
    ///
    /// ```
    /// use career_explorer::domain::guide::{Guide, Pack};
    ///
    /// let faults = Guide::new(Pack::default()).unwrap_err();
    /// assert_eq!(faults[0].to_string(), "about › id: is missing, or not of lower-case letters, digits and single hyphens");
    /// ```
    ///
    /// # Errors
    /// Every fault of the pack, in the order of its lists.
    pub fn new(pack: Pack) -> Result<Self, Vec<Fault>> {
        let faults = validate(&pack);
        if faults.is_empty() { Ok(Self::index(pack)) } else { Err(faults) }
    }

    /// Reads a pack from the bytes that [`Pack::to_bytes`] writes, and checks it.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Guide;
    ///
    /// let guide = content::whole(Box::leak(Box::new(content::guide().unwrap())));
    /// let bytes = guide.pack().to_bytes();
    /// assert!(Guide::from_bytes(&bytes).is_ok());
    /// assert!(Guide::from_bytes(&bytes[1..]).is_err());
    /// ```
    ///
    /// # Errors
    /// One fault when the bytes are no pack, else every fault of the pack.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Vec<Fault>> {
        match bytes::read(bytes) {
            Some(pack) => Self::new(pack),
            None => Err(vec![Fault::new("pack", "", "", "these bytes are not a guide pack, or they are damaged")]),
        }
    }

    /// A guide of a pack that was checked when its bytes were made, as the build does with the embedded one. The checks weigh 5 KB brotli,
    /// which the app would load to check again what cannot have changed.
    pub fn of_checked(pack: Pack) -> Self {
        Self::index(pack)
    }

    fn index(pack: Pack) -> Self {
        let skill_by_id = ById::new(pack.skills.iter().map(|s| s.id.as_str()));
        let title_by_id = ById::new(pack.titles.iter().map(|t| t.id.as_str()));
        let title = |id: &TitleId| TitleIx(title_by_id.find(id.as_str(), |place| pack.titles[place].id.as_str()).unwrap_or(0));
        let facts: Vec<TitleFacts> = pack
            .titles
            .iter()
            .map(|title| {
                let level = pack.levels.iter().position(|l| l.id == title.level).unwrap_or(0);
                let stage = pack.levels.get(level).and_then(|l| pack.stages.iter().find(|s| s.id == l.stage));
                let in_focus = |id: &SkillId| stage.is_some_and(|s| s.focus.iter().any(|f| f.skills.contains(id)));
                let judged = pack.requirements.iter().position(|r| r.title == title.id);
                let requirement = judged.map(|place| &pack.requirements[place]);
                TitleFacts {
                    requirement: pack
                        .skills
                        .iter()
                        .map(|s| {
                            let asked = requirement.and_then(|r| r.levels.get(&s.id)).copied().unwrap_or(0);
                            Proficiency::new(asked).unwrap_or(Proficiency::NONE)
                        })
                        .collect(),
                    weights: pack.skills.iter().map(|s| Weight::of(importance(s), in_focus(&s.id))).collect(),
                    judged,
                    level,
                    track: pack.tracks.iter().position(|t| t.id == title.track),
                    phase: pack.phases.iter().position(|p| p.id == title.phase),
                }
            })
            .collect();
        let fact = |one: &Move| MoveFacts {
            from: title(&one.from),
            to: title(&one.to),
            dwell: match one.dwell[..] {
                [short, long, ..] => (short, long),
                _ => (0, 0),
            },
        };
        let move_facts: Vec<MoveFacts> = pack.moves.iter().map(fact).collect();
        let place = |facts: &TitleFacts| {
            let level = pack.levels.get(facts.level);
            let fast = facts.phase.and_then(|phase| pack.phases[phase].from);
            Place {
                is_onward: level.is_some_and(|level| level.kind == Some(LevelKind::Onward)),
                usual_from: level.and_then(|level| level.from).unwrap_or(0).max(fast.unwrap_or(0)),
            }
        };
        let places = facts.iter().map(place).collect();
        let (leaves, takes_up): (Vec<usize>, Vec<usize>) = move_facts.iter().map(|one| (one.from.index(), one.to.index())).unzip();
        let (moves_out, moves_in) = (MovesAt::new(facts.len(), &leaves), MovesAt::new(facts.len(), &takes_up));
        Self { pack, facts, places, moves_out, moves_in, move_facts, skill_by_id, title_by_id }
    }

    /// The records behind the guide.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// All skills, in the guide's order.
    pub fn skills(&self) -> impl DoubleEndedIterator<Item = SkillIx> + ExactSizeIterator + Clone + use<> {
        (0..u16::try_from(self.pack().skills.len()).unwrap_or(u16::MAX)).map(SkillIx)
    }

    /// All titles, in the guide's order.
    pub fn titles(&self) -> impl DoubleEndedIterator<Item = TitleIx> + ExactSizeIterator + Clone + use<> {
        (0..u16::try_from(self.pack().titles.len()).unwrap_or(u16::MAX)).map(TitleIx)
    }

    /// The titles of one level, in the guide's order.
    pub fn titles_of_level<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = TitleIx> + 'a {
        self.titles().filter(|&t| self.title(t).level == level.id)
    }

    /// A skill's record.
    pub fn skill(&self, skill: SkillIx) -> &Skill {
        &self.pack().skills[skill.index()]
    }

    /// A title's record.
    pub fn title(&self, title: TitleIx) -> &Title {
        &self.pack().titles[title.index()]
    }

    /// The skill with this id, if the guide has one.
    pub fn skill_by_id(&self, id: &SkillId) -> Option<SkillIx> {
        self.skill_by_id.find(id.as_str(), |place| self.pack.skills[place].id.as_str()).map(SkillIx)
    }

    /// The title with this id, if the guide has one.
    ///
    /// ```
    /// use career_explorer::content;
    ///
    /// let guide = content::guide().unwrap();
    /// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
    /// assert_eq!(guide.title(head).name, "Head of Engineering");
    /// assert_eq!(guide.title_by_id(&"head-of-nothing".into()), None);
    /// ```
    pub fn title_by_id(&self, id: &TitleId) -> Option<TitleIx> {
        self.title_by_id.find(id.as_str(), |place| self.pack.titles[place].id.as_str()).map(TitleIx)
    }

    /// The title with this code, if the guide has one.
    pub fn title_by_code(&self, code: u16) -> Option<TitleIx> {
        self.titles().find(|&t| self.title(t).code == code)
    }

    /// A skill's dimension.
    pub fn dimension(&self, skill: SkillIx) -> Dimension {
        self.skill(skill).dimension.unwrap_or(Dimension::Technical)
    }

    /// A skill's importance.
    pub fn importance(&self, skill: SkillIx) -> Importance {
        importance(self.skill(skill))
    }

    /// One example of what would show that a level of a skill is reached; levels 1 and 2 have none. This project's judgement.
    pub fn evidence(&self, skill: SkillIx, level: Proficiency) -> Option<&str> {
        let place = level.get().checked_sub(EVIDENCE_FROM)?;
        self.skill(skill).evidence.get(usize::from(place)).map(String::as_str)
    }

    /// What to read for the step to a level of a skill: the first resource, as the easiest come first, that reaches as far.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::Proficiency;
    ///
    /// let guide = content::guide().unwrap();
    /// let skill = guide.skills().next().unwrap();
    /// let read = guide.resource_for(skill, Proficiency::new(2).unwrap());
    /// assert!(read.is_some_and(|resource| resource.level >= 2));
    /// ```
    pub fn resource_for(&self, skill: SkillIx, level: Proficiency) -> Option<&Resource> {
        self.skill(skill).resources.iter().find(|r| r.level >= level.get())
    }

    /// What a title asks of a skill. This project's judgement.
    ///
    /// ```
    /// use career_explorer::content;
    ///
    /// let guide = content::guide().unwrap();
    /// let (head, skill) = (guide.title_by_id(&"head-of-engineering".into()).unwrap(), guide.skills().next().unwrap());
    /// assert_eq!(guide.required(head, skill), guide.requirement(head)[skill.index()]);
    /// ```
    pub fn required(&self, title: TitleIx, skill: SkillIx) -> Proficiency {
        self.facts[title.index()].requirement[skill.index()]
    }

    /// What a title asks of every skill, by [`SkillIx::index`].
    pub fn requirement(&self, title: TitleIx) -> &[Proficiency] {
        &self.facts[title.index()].requirement
    }

    /// Why a title's requirement has its shape.
    pub fn requirement_rationale(&self, title: TitleIx) -> &str {
        self.facts[title.index()].judged.map_or("", |place| &self.pack().requirements[place].rationale)
    }

    /// The weight of a skill for a title.
    pub fn weight(&self, title: TitleIx, skill: SkillIx) -> Weight {
        self.facts[title.index()].weights[skill.index()]
    }

    /// The weights of all skills for a title, by [`SkillIx::index`].
    pub fn weights(&self, title: TitleIx) -> &[Weight] {
        &self.facts[title.index()].weights
    }

    /// Whether the focus of the title's stage names the skill.
    pub fn in_focus(&self, title: TitleIx, skill: SkillIx) -> bool {
        self.weight(title, skill).in_focus()
    }

    /// A title's level.
    pub fn level(&self, title: TitleIx) -> &Level {
        &self.pack().levels[self.facts[title.index()].level]
    }

    /// The rank of a title's level, 0 the most junior.
    pub fn rank(&self, title: TitleIx) -> usize {
        self.facts[title.index()].level
    }

    /// Whether a title is a related path, one that leads on from engineering leadership.
    pub fn is_onward(&self, title: TitleIx) -> bool {
        self.places[title.index()].is_onward
    }

    /// A title's track; related paths have none.
    pub fn track(&self, title: TitleIx) -> Option<&Track> {
        self.facts[title.index()].track.map(|t| &self.pack().tracks[t])
    }

    /// The place of a title's track among the tracks, from the top of the map.
    pub fn track_index(&self, title: TitleIx) -> Option<usize> {
        self.facts[title.index()].track
    }

    /// The stage whose focus belongs to a title.
    pub fn stage(&self, title: TitleIx) -> Option<&Stage> {
        let level = self.level(title);
        self.pack().stages.iter().find(|s| s.id == level.stage)
    }

    /// The phase of the timeline in which a title can first be reached.
    pub fn phase(&self, title: TitleIx) -> Option<&Phase> {
        self.facts[title.index()].phase.map(|p| &self.pack().phases[p])
    }

    /// A title's band on the timeline, the fast clock. Related paths begin at 0, since the guide gives them no years.
    pub fn fast_band(&self, title: TitleIx) -> Years {
        self.phase(title).map_or(Years { from: 0, to: None, open: true }, |p| Years {
            from: p.from.unwrap_or(0),
            to: p.to,
            open: p.to.is_none(),
        })
    }

    /// A title's band by its level, the usual clock: never earlier than the fast one, so that a range has its ends in order.
    ///
    /// ```
    /// use career_explorer::content;
    ///
    /// let guide = content::guide().unwrap();
    /// assert!(guide.titles().all(|title| guide.fast_band(title).from <= guide.usual_band(title).from));
    /// ```
    pub fn usual_band(&self, title: TitleIx) -> Years {
        let level = self.level(title);
        Years { from: self.usual_from(title), to: level.to, open: level.open }
    }

    /// The first year of a title's band by its level.
    pub fn usual_from(&self, title: TitleIx) -> u8 {
        self.places[title.index()].usual_from
    }

    /// The moves out of a title, by number.
    ///
    /// ```
    /// use career_explorer::content;
    ///
    /// let guide = content::guide().unwrap();
    /// let manager = guide.title_by_id(&"engineering-manager".into()).unwrap();
    /// for number in guide.moves_from(manager) {
    ///     let (from, to) = guide.ends(number);
    ///     assert_eq!((from, guide.move_between(manager, to)), (manager, Some(number)));
    /// }
    /// ```
    pub fn moves_from(&self, title: TitleIx) -> impl Iterator<Item = usize> + '_ {
        self.moves_out.of(title)
    }

    /// The moves into a title, by number.
    pub fn moves_to(&self, title: TitleIx) -> impl Iterator<Item = usize> + '_ {
        self.moves_in.of(title)
    }

    /// How many moves the guide has; they are numbered from 0.
    pub fn move_count(&self) -> usize {
        self.move_facts.len()
    }

    /// The record of the move with this number.
    pub fn one_move(&self, number: usize) -> &Move {
        &self.pack().moves[number]
    }

    /// Where the move with this number leads from and to.
    pub fn ends(&self, number: usize) -> (TitleIx, TitleIx) {
        let one = &self.move_facts[number];
        (one.from, one.to)
    }

    /// The years spent in the title one leaves before a move: short and long.
    pub fn dwell(&self, number: usize) -> (u8, u8) {
        self.move_facts[number].dwell
    }

    /// The number of the move between two titles, if there is one.
    pub fn move_between(&self, from: TitleIx, to: TitleIx) -> Option<usize> {
        self.moves_from(from).find(|&m| self.ends(m).1 == to)
    }

    /// A section of the prose, by id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.pack().sections.iter().find(|s| s.id.as_str() == id)
    }

    /// The section that the app uses for something, if the guide has it.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::SectionRole;
    ///
    /// let guide = content::guide().unwrap();
    /// assert_eq!(guide.section_as(SectionRole::Interview).unwrap().id.as_str(), "interview");
    /// ```
    pub fn section_as(&self, role: SectionRole) -> Option<&Section> {
        self.pack().sections.iter().find(|s| s.role == Some(role))
    }

    /// The sections about a topic, in the guide's order; those about none, which are about the app, for `None`.
    pub fn sections_about(&self, topic: Option<Topic>) -> impl Iterator<Item = &Section> {
        self.pack().sections.iter().filter(move |s| s.topic == topic)
    }

    /// The part of a section that the app uses for something, if the guide has it.
    pub fn group_as(&self, role: GroupRole) -> Option<&Group> {
        self.pack().sections.iter().flat_map(|s| &s.groups).find(|g| g.role == Some(role))
    }

    /// Every item of the prose with its section.
    pub fn items(&self) -> impl Iterator<Item = (&Section, &Item)> {
        self.pack().sections.iter().flat_map(|s| s.groups.iter().flat_map(move |g| g.items.iter().map(move |i| (s, i))))
    }

    /// The items of a section that help with a skill, in the guide's order.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::guide::SectionRole;
    ///
    /// let guide = content::guide().unwrap();
    /// let cloud = guide.skill_by_id(&"cloud-computing".into()).unwrap();
    /// assert!(guide.helpers(SectionRole::Tools, cloud).all(|item| item.helps.contains(&"cloud-computing".into())));
    /// ```
    pub fn helpers(&self, section: SectionRole, skill: SkillIx) -> impl Iterator<Item = &Item> {
        let id = &self.skill(skill).id;
        self.items().filter(move |(s, i)| s.role == Some(section) && i.helps.contains(id)).map(|(_, i)| i)
    }

    /// What it takes to reach a level from the one below. `None` for level 0, which is where everyone begins.
    pub fn effort(&self, level: Proficiency) -> Option<&Effort> {
        self.pack().efforts.iter().find(|e| e.level == level.get())
    }

    /// Who a level of a skill is for that no title asks for; `None` where some title does, or the guide does not say.
    pub fn unasked(&self, skill: SkillIx, level: Proficiency) -> Option<&str> {
        let id = &self.skill(skill).id;
        self.pack().unasked.iter().find(|u| u.skill == *id && u.level == level.get()).map(|u| u.whom.as_str())
    }
}

impl Pack {
    /// The pack as the bytes that [`Guide::from_bytes`] reads.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::base::bytes::read;
    ///
    /// let pack = content::guide().unwrap().pack().clone();
    /// assert_eq!(read(&pack.to_bytes()), Some(pack));
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        // Postcard fails on lengths that are not known beforehand only, and these records have none.
        postcard::to_allocvec(self).unwrap_or_default()
    }
}

fn importance(skill: &Skill) -> Importance {
    skill.importance.unwrap_or(Importance::NotRated)
}
