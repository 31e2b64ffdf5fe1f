//! A guide pack as it is written down: plain records, none of them trusted yet. [`validate`](super::validate) names what is
//! wrong with one, and [`Guide`](super::Guide) is what the rest of the app works with.
//!
//! Fields may be left out while reading, so that every fault of a file can be named at once instead of the first alone;
//! `validate` says which of them had to be there.

use super::ids::{ItemId, LevelId, PhaseId, SectionId, SkillId, StageId, TitleId, TrackId};
use super::scale::{Dimension, Importance};
use super::url::Url;
use crate::domain::base::bytes::{read_choice, read_fields};
use crate::domain::base::sorted::SortedMap;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The highest code of a skill, which is the highest that a link can carry: it has three bits for each code up to the last one rated.
pub const MAX_SKILL_CODE: u16 = 1_000;
/// The highest code of a goal, which is the highest that a link can carry: it has a bit for each code up to the last one chosen.
pub const MAX_GOAL_CODE: u16 = 512;
/// The sizes of company, in people, for which a title says what it means there.
pub const COMPANY_SIZES: [u16; 3] = [30, 300, 3_000];
/// The years in which something to read can have appeared. The model has no clock, so the last year is generous.
pub const RESOURCE_YEARS: RangeInclusive<u16> = 1900..=2100;
/// The lowest level with an example of evidence: below it, a line of behaviour shows itself.
pub const EVIDENCE_FROM: u8 = 3;

/// The longest least calendar time of a level, in months.
pub const MAX_MONTHS: u8 = 120;
/// The most hours that a level may take.
pub const MAX_HOURS: u16 = 5_000;

macro_rules! records {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* })*) => {
        $($(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
        read_fields!($name { $($field),* });)*
    };
}

records! {
    /// A whole guide.
    pub struct Pack {
        /// Which guide this is.
        pub about: About,
        /// What changed in the published versions, for people whose plan was made with an older one.
        pub changes: Vec<Change>,
        /// Levels of seniority, junior first.
        pub levels: Vec<Level>,
        /// Tracks, in the order in which the map draws them from the top.
        pub tracks: Vec<Track>,
        /// The timeline, which is the fast clock, earliest first.
        pub phases: Vec<Phase>,
        /// Career stages and what each one focuses on.
        pub stages: Vec<Stage>,
        /// Skills, in the guide's order.
        pub skills: Vec<Skill>,
        /// Titles, in the guide's order.
        pub titles: Vec<Title>,
        /// Moves between titles.
        pub moves: Vec<Move>,
        /// What each title asks for.
        pub requirements: Vec<Requirement>,
        /// Level lines of skills that no title asks for, with who they are for.
        pub unasked: Vec<Unasked>,
        /// What one level more of a skill costs, by the level reached.
        pub efforts: Vec<Effort>,
        /// Words by which to tell which skill a line of text is about.
        pub keywords: Vec<Keywords>,
        /// The prose of the guide.
        pub sections: Vec<Section>,
    }

    /// Which guide a pack is.
    pub struct About {
        /// Stable id of the guide.
        pub id: String,
        /// Stable number of the guide, which links carry. 1 and up.
        pub code: u16,
        /// Raised with each published change of the content. 1 and up.
        pub version: u32,
        /// Its name.
        pub name: String,
        /// The language it is written in (BCP 47).
        pub language: String,
    }

    /// What changed in one version of the content.
    pub struct Change {
        /// The version that brought it, 2 and up.
        pub version: u32,
        /// What it means for a plan that was made before, in a sentence or two.
        pub text: String,
    }

    /// A level of seniority, with its years in the guide's title tables, which are the usual clock.
    pub struct Level {
        /// Stable id.
        pub id: LevelId,
        /// Its name.
        pub name: String,
        /// Its part in the guide.
        pub kind: Option<LevelKind>,
        /// Years of experience at which it usually begins.
        pub from: Option<u8>,
        /// Years at which it usually ends.
        pub to: Option<u8>,
        /// Whether the guide puts a plus after the years.
        pub open: bool,
        /// The stage whose focus points belong to it.
        pub stage: StageId,
    }

    /// A track: titles that follow one another in one line of work.
    pub struct Track {
        /// Stable id.
        pub id: TrackId,
        /// Its name.
        pub name: String,
        /// What the track is about, in one line. This project's judgement.
        pub rationale: String,
    }

    /// A phase of the guide's timeline, which is the fast clock.
    pub struct Phase {
        /// Stable id.
        pub id: PhaseId,
        /// Its name.
        pub name: String,
        /// Year in which it begins.
        pub from: Option<u8>,
        /// Year in which it ends; none for the last.
        pub to: Option<u8>,
        /// What it is for.
        pub text: String,
    }

    /// A career stage.
    pub struct Stage {
        /// Stable id.
        pub id: StageId,
        /// Its name.
        pub name: String,
        /// What the guide says to focus on.
        pub focus: Vec<FocusPoint>,
    }

    /// One thing to focus on in a stage.
    pub struct FocusPoint {
        /// The point, in words.
        pub text: String,
        /// The skills it names. This project's judgement.
        pub skills: Vec<SkillId>,
    }

    /// A skill.
    pub struct Skill {
        /// Stable id.
        pub id: SkillId,
        /// Stable number, which links carry. 1 to [`MAX_SKILL_CODE`], never reused.
        pub code: u16,
        /// Its name, as the guide writes it.
        pub name: String,
        /// A name of at most 24 characters, for tight places.
        pub short: String,
        /// Its dimension.
        pub dimension: Option<Dimension>,
        /// Its importance as the guide gives it.
        pub importance: Option<Importance>,
        /// Why it matters.
        pub why: String,
        /// What to ask somebody who falls short of it, about something that happened. This project's judgement.
        pub ask: String,
        /// What a person can do at levels 1 to 5, each as the end of a sentence that begins "You can". This project's judgement.
        pub can: Vec<String>,
        /// What would show that levels 3 to 5 are reached: one example each, as the end of a sentence that begins "Evidence, for
        /// example:". This project's judgement.
        pub evidence: Vec<String>,
        /// What to read, the easiest first: one to three. This project's choice.
        pub resources: Vec<Resource>,
    }

    /// Something to read about a skill.
    pub struct Resource {
        /// What it is.
        pub kind: Option<ResourceKind>,
        /// Who wrote or issued it.
        pub author: String,
        /// Its title, without the subtitle.
        pub title: String,
        /// The year of the first edition, or of a standard's version in force: one of [`RESOURCE_YEARS`].
        pub year: u16,
        /// The highest level of the skill that it helps to reach, 1 to 5.
        pub level: u8,
    }

    /// A title.
    pub struct Title {
        /// Stable id.
        pub id: TitleId,
        /// Stable number, which links carry. 1 and up, never reused.
        pub code: u16,
        /// Its name, as the guide writes it.
        pub name: String,
        /// The name broken for a map label: one or two lines of at most 17 characters.
        pub label: Vec<String>,
        /// Its level.
        pub level: LevelId,
        /// Its track. Related paths have none.
        pub track: TrackId,
        /// The phase of the timeline in which it can first be reached. Related paths have none.
        pub phase: PhaseId,
        /// Whether the guide's timeline names it in that phase, or this project put it there.
        pub phase_source: Option<Source>,
        /// Other names in use for it, the most usual first; no two titles share one. This project's judgement.
        pub also: Vec<String>,
        /// Its primary focus.
        pub focus: String,
        /// What it typically answers for.
        pub responsibilities: Vec<String>,
        /// Whether the guide describes the title by that focus and those responsibilities, or names it and this project describes it.
        pub focus_source: Option<Source>,
        /// What the title means in a company of each of the [`COMPANY_SIZES`]. This project's judgement.
        pub sizes: [String; 3],
        /// What to do in its first 90 days. This project's judgement.
        pub first_days: [String; 3],
        /// For related paths: what carries over from leading engineering.
        pub transfers: String,
        /// For related paths: what is still missing.
        pub missing: String,
        /// Whether the guide says what is missing, or this project judged so.
        pub missing_source: Option<Source>,
    }

    /// A move from one title to another. This project's judgement.
    pub struct Move {
        /// The title one leaves.
        pub from: TitleId,
        /// The title one takes up.
        pub to: TitleId,
        /// Its kind.
        pub kind: Option<MoveKind>,
        /// Years spent in `from` before it: short and long.
        pub dwell: Vec<u8>,
        /// Why people make it, and what changes.
        pub rationale: String,
    }

    /// What a title asks for. This project's judgement: the guide gives no levels.
    pub struct Requirement {
        /// The title.
        pub title: TitleId,
        /// Why the profile has this shape, in one line.
        pub rationale: String,
        /// The proficiency asked of every skill.
        pub levels: SortedMap<SkillId, u8>,
    }

    /// A level of a skill that no title of the guide asks for: the scale has it, and a person may want it all the same. This
    /// project's judgement.
    pub struct Unasked {
        /// The skill.
        pub skill: SkillId,
        /// The level, 1 to 5.
        pub level: u8,
        /// Who it is for, as a sentence.
        pub whom: String,
    }

    /// What it takes to reach a level from the one below: calendar time and, by the dimension of the skill, hours of deliberate work
    /// on the job and beside it. This project's judgement.
    pub struct Effort {
        /// The level reached, 1 to 5.
        pub level: u8,
        /// The least calendar time, in months, however many hours go in. 0 to [`MAX_MONTHS`].
        pub months: u8,
        /// Why so long.
        pub rationale: String,
        /// Hours for a technical skill.
        pub technical: Hours,
        /// Hours for a strategic one.
        pub strategic: Hours,
        /// Hours for an operational one.
        pub operational: Hours,
        /// Hours for an emerging one.
        pub emerging: Hours,
    }

    /// Hours of work, as three guesses. 1 to [`MAX_HOURS`], each at least the one before it.
    pub struct Hours {
        /// If all goes well.
        pub optimistic: u16,
        /// Most likely.
        pub likely: u16,
        /// If little goes well.
        pub pessimistic: u16,
    }

    /// Words that people use when they write of a skill without naming it. This project's judgement.
    pub struct Keywords {
        /// The skill.
        pub skill: SkillId,
        /// Words or short phrases in lower case; one form of each is enough, since endings don't count.
        pub words: Vec<String>,
    }

    /// A section of the guide's prose.
    pub struct Section {
        /// Stable id, which addresses carry.
        pub id: SectionId,
        /// Its heading.
        pub name: String,
        /// What the app uses it for; none where it is there to be read alone.
        pub role: Option<SectionRole>,
        /// What it is about; none for the section on the method, which is about the app.
        pub topic: Option<Topic>,
        /// A paragraph that opens it.
        pub text: String,
        /// Its parts.
        pub groups: Vec<Group>,
    }

    /// A part of a section.
    pub struct Group {
        /// Stable id, unique in the section.
        pub id: ItemId,
        /// Its heading.
        pub name: String,
        /// What the app uses it for, if it uses it for itself.
        pub role: Option<GroupRole>,
        /// The dimension whose skills are listed in it, if any are.
        pub dimension: Option<Dimension>,
        /// The level whose titles are listed in it; empty where none are.
        pub level: LevelId,
        /// A paragraph that opens it; may be empty.
        pub text: String,
        /// Its items.
        pub items: Vec<Item>,
    }

    /// One thing the guide says: a responsibility, a tool, a goal, a piece of advice.
    pub struct Item {
        /// Stable id, unique in the pack.
        pub id: ItemId,
        /// Stable number where links can carry it (goals), 1 to [`MAX_GOAL_CODE`], never reused; 0 elsewhere.
        pub code: u16,
        /// Its name.
        pub name: String,
        /// What it says.
        pub text: String,
        /// The skills it helps with. This project's judgement.
        pub helps: Vec<SkillId>,
        /// Why it helps them, in one line. This project's judgement.
        pub rationale: String,
        /// For certifications: what is needed first. This project looked it up.
        pub prerequisites: String,
        /// For certifications: what they show about their holder. This project's judgement.
        pub proves: String,
        /// What this project adds where what the guide says is no longer so, or could not be found.
        pub note: String,
        /// Its home pages: the issuer of a certification, the maker of a tool.
        pub links: Vec<Link>,
    }

    /// A page outside the app.
    pub struct Link {
        /// Whose page it is, as the link says it.
        pub name: String,
        /// Its address.
        pub url: Option<Url>,
    }
}

/// The part that a level plays in the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LevelKind {
    /// Before leading: the titles that feed the others.
    Feeder,
    /// One of the guide's levels of engineering leadership.
    Leading,
    /// After it: the related paths.
    Onward,
}

read_choice!(LevelKind [Feeder, Leading, Onward]);

/// What the app uses a section of the prose for, whatever the section is called. At most one section has each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionRole {
    /// Shows the phases and explains the two clocks.
    Timeline,
    /// Ways to build experience, leadership, a network and a portfolio.
    Path,
    /// Lists the skills.
    Skills,
    /// Tools, with the skills that they help with.
    Tools,
    /// Lists the titles.
    Titles,
    /// What titles are paid.
    Pay,
    /// Ways to keep work and life in balance.
    Balance,
    /// Development goals, with the skills that they help with.
    Goals,
    /// How to present oneself on LinkedIn.
    Linkedin,
    /// Certifications, with the skills that they help with.
    Certifications,
    /// How to prepare for interviews.
    Interview,
    /// The related paths.
    Onward,
    /// How the figures are worked out.
    Method,
}

read_choice!(SectionRole [
    Timeline, Path, Skills, Tools, Titles, Pay, Balance, Goals, Linkedin, Certifications, Interview, Onward, Method
]);

impl SectionRole {
    /// The ones that a guide cannot do without, because figures, skills and titles link there, with their names in the files.
    pub const NEEDED: [(Self, &str); 3] = [(Self::Skills, "skills"), (Self::Titles, "titles"), (Self::Method, "method")];
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// The role at the end of the way, and life in it.
    Role,
    /// The way there, and on from there.
    Path,
    /// What one has to be able to do.
    Skills,
    /// Being found and being chosen.
    GettingHired,
}

read_choice!(Topic [Role, Path, Skills, GettingHired]);

impl Topic {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Role, Self::Path, Self::Skills, Self::GettingHired];
}

/// What the app uses a part of a section for. At most one part of a guide has each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupRole {
    /// The categories of interview question.
    Categories,
    /// The steps to mastering a tool.
    Mastery,
    /// Why a section matters, where its other parts say what to do.
    Reason,
}

read_choice!(GroupRole [Categories, Mastery, Reason]);

/// The kinds of thing to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A book.
    Book,
    /// An article or a conference paper.
    Paper,
    /// What a standards body has issued.
    Standard,
}

read_choice!(ResourceKind [Book, Paper, Standard]);

/// Where a statement comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The guide says so.
    Guide,
    /// This project judged so.
    Judgement,
}

read_choice!(Source [Guide, Judgement]);

/// The kinds of move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    /// More scope on the same track.
    Promotion,
    /// A title of the same level on the same track.
    Lateral,
    /// A title on another track, which may be one of a lower level: people do go back.
    TrackChange,
    /// One of the related paths.
    Onward,
    /// From one of the related paths back to a title on a track.
    Return,
}

impl Effort {
    /// The hours for a skill of this dimension.
    pub const fn hours(&self, dimension: Dimension) -> &Hours {
        match dimension {
            Dimension::Technical => &self.technical,
            Dimension::Strategic => &self.strategic,
            Dimension::Operational => &self.operational,
            Dimension::Emerging => &self.emerging,
        }
    }
}

read_choice!(MoveKind [Promotion, Lateral, TrackChange, Onward, Return]);
