//! Reading a JSON Resume file of any version and any program. Lenient: what cannot be read is named, and the rest is taken. Nothing is
//! decided: titles and skills are proposals for the person to confirm, and so are the years.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::{sort, sort_by_key};
use crate::domain::guide::{Guide, Proficiency, SkillIx, TitleIx};
use crate::domain::workbench::lexicon::Lexicon;
use crate::domain::workbench::text::{clean, lower, one_line, stems};
use crate::domain::workbench::when::{Unit, When};
use serde_json::Value;
use std::cmp::Reverse;

/// The largest file that is read, in bytes. A résumé has some ten thousand.
pub const MAX_BYTES: usize = 2_000_000;
/// The most titles that are proposed for one job.
const MAX_TITLES: usize = 3;

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResumeError {
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It is no JSON: where it stops being it, from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// It is JSON, and none of the parts of a résumé are in it.
    NotAResume,
}

/// What was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A part that is not of the form that the schema has, with its place as `work[2]`.
    Form(String),
    /// A date that is none, with its place and text.
    Date(String, String),
    /// A job that ends before it begins, with its place. It counts for no years.
    Backwards(String),
    /// A job that begins after today, with its place. It counts for no years.
    InFuture(String),
}

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What was read.
    pub imported: Imported,
    /// What was left out.
    pub warnings: Vec<Warning>,
}

/// What was read of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Their name.
    pub name: String,
    /// What they say they are.
    pub label: String,
    /// What they say about themselves.
    pub summary: String,
    /// Their jobs, the latest first; equals as in the file.
    pub jobs: Vec<Job>,
    /// Their skills as in the file, the keywords of each behind it.
    pub skills: Vec<Stated>,
    /// The names of their certificates.
    pub certificates: Vec<String>,
    /// Months of experience: all jobs up to today, months of more than one job counted once.
    pub months: u32,
}

impl Imported {
    /// Whole years of experience.
    pub fn years(&self) -> u32 {
        self.months / 12
    }
}

/// A job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Job {
    /// The employer.
    pub employer: String,
    /// The title as the file has it.
    pub position: String,
    /// Since when.
    pub from: Option<When>,
    /// Until when; `None` for up to now, or unknown.
    pub to: Option<When>,
    /// What was done there.
    pub lines: Vec<String>,
}

/// A skill that a file states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Its name in the file.
    pub name: String,
    /// How well, in the file's words.
    pub level: String,
}

/// Reads a file.
///
/// # Errors
/// When the text as a whole is no résumé.
pub fn read(text: &str, today: Day) -> Result<Reading, ResumeError> {
    if text.len() > MAX_BYTES {
        return Err(ResumeError::TooLarge);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let file: Value = serde_json::from_str(text)
        .map_err(|error| ResumeError::NotJson { line: error.line().max(1), column: error.column().max(1) })?;
    let known = ["basics", "work", "skills", "certificates", "education", "projects", "volunteer"];
    if !known.iter().any(|part| file.get(part).is_some()) {
        return Err(ResumeError::NotAResume);
    }
    let mut reader = Reader { today, warnings: Vec::new() };
    let basics = reader.object(&file, "basics");
    let mut imported = Imported {
        name: string(&basics, "name"),
        label: string(&basics, "label"),
        summary: basics.get("summary").and_then(Value::as_str).map(clean).unwrap_or_default(),
        ..Imported::default()
    };
    let mut spans = Vec::new();
    for (place, entry) in reader.list(&file, "work") {
        let job = reader.job(&entry, &place);
        spans.extend(reader.span(&job, &place));
        imported.jobs.push(job);
    }
    sort_by_key(&mut imported.jobs, |job| {
        let end = job.to.map_or(Day::FALLBACK, When::last);
        Reverse((job.from.is_some(), end, job.from.map(When::first)))
    });
    for (_, entry) in reader.list(&file, "skills") {
        let level = string(&entry, "level");
        let keywords = entry.get("keywords").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let names = std::iter::once(string(&entry, "name")).chain(keywords.map(one_line)).filter(|name| !name.is_empty());
        imported.skills.extend(names.map(|name| Stated { name, level: level.clone() }));
    }
    imported.certificates =
        reader.list(&file, "certificates").iter().map(|(_, entry)| string(entry, "name")).filter(|name| !name.is_empty()).collect();
    imported.months = union(spans);
    Ok(Reading { imported, warnings: reader.warnings })
}

struct Reader {
    today: Day,
    warnings: Vec<Warning>,
}

impl Reader {
    fn object(&mut self, file: &Value, part: &str) -> Value {
        match file.get(part) {
            Some(value) if value.is_object() => value.clone(),
            None | Some(Value::Null) => Value::Null,
            Some(_) => {
                self.warnings.push(Warning::Form(part.to_owned()));
                Value::Null
            }
        }
    }

    /// The entries of a list that are objects, each with its place.
    fn list(&mut self, file: &Value, part: &str) -> Vec<(String, Value)> {
        match file.get(part) {
            Some(Value::Array(entries)) => {
                let mut sound = Vec::new();
                for (number, entry) in entries.iter().enumerate() {
                    let place = format!("{part}[{number}]");
                    if entry.is_object() {
                        sound.push((place, entry.clone()));
                    } else {
                        self.warnings.push(Warning::Form(place));
                    }
                }
                sound
            }
            None | Some(Value::Null) => Vec::new(),
            Some(_) => {
                self.warnings.push(Warning::Form(part.to_owned()));
                Vec::new()
            }
        }
    }

    fn job(&mut self, entry: &Value, place: &str) -> Job {
        // Before version 1 the employer was `company`.
        let employer = Some(string(entry, "name")).filter(|n| !n.is_empty()).unwrap_or_else(|| string(entry, "company"));
        let lines = entry.get("highlights").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        Job {
            employer,
            position: string(entry, "position"),
            from: self.date(entry, place, "startDate"),
            to: self.date(entry, place, "endDate"),
            lines: lines.map(one_line).filter(|line| !line.is_empty()).collect(),
        }
    }

    fn date(&mut self, entry: &Value, place: &str, field: &str) -> Option<When> {
        let text = match entry.get(field)? {
            Value::Null => return None,
            Value::String(text) => text.trim().to_owned(),
            other => other.to_string(),
        };
        if text.is_empty() || ["present", "now", "current"].contains(&lower(&text).as_str()) {
            return None;
        }
        // Some programs write a whole moment.
        let date = text.split_once('T').map_or(text.as_str(), |(date, _)| date);
        let when = When::parse(date);
        if when.is_none() {
            self.warnings.push(Warning::Date(format!("{place}.{field}"), text));
        }
        when
    }

    /// The first and the last month of a job, counted from year 0; none for what counts for no years.
    fn span(&mut self, job: &Job, place: &str) -> Option<(i32, i32)> {
        let now = month(When::day(self.today));
        let first = month(job.from?);
        let last = job.to.map_or(now, month);
        if first > now {
            self.warnings.push(Warning::InFuture(place.to_owned()));
            return None;
        }
        if last < first {
            self.warnings.push(Warning::Backwards(place.to_owned()));
            return None;
        }
        Some((first, last.min(now)))
    }
}

/// The month of a date, counted from year 0. A year alone is taken for its middle, so that from 2018 to 2020 are two years, as in most
/// of the ways in which that can have been.
fn month(when: When) -> i32 {
    let first = when.first();
    let month = if when.unit() == Unit::Year { 7 } else { first.month() };
    first.year() * 12 + i32::from(month) - 1
}

/// How many months are in at least one of the spans. A job from March to May has three.
fn union(mut spans: Vec<(i32, i32)>) -> u32 {
    sort(&mut spans);
    let (mut months, mut until) = (0, i32::MIN);
    for (first, last) in spans {
        let first = first.max(until.saturating_add(1));
        if last >= first {
            months += last - first + 1;
            until = last;
        }
    }
    u32::try_from(months).unwrap_or(0)
}

fn string(entry: &Value, field: &str) -> String {
    entry.get(field).and_then(Value::as_str).map(one_line).unwrap_or_default()
}

/// How well a text suits a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Suits {
    /// It is its name, but for spelling.
    Same,
    /// It has its name in it.
    Within,
    /// At least half of the words are the same.
    Near,
}

/// A title that a text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The title.
    pub title: TitleIx,
    /// How well it suits.
    pub suits: Suits,
}

/// The titles that a job's position may mean, the likeliest first, three at most: for the person to choose from.
///
/// ```
/// use career_explorer::content;
/// use career_explorer::domain::workbench::export::resume::propose_titles;
///
/// let guide = content::guide().unwrap();
/// let proposed = propose_titles(&guide, "Engineering Manager");
/// assert_eq!(guide.title(proposed[0].title).name, "Engineering Manager");
/// ```
pub fn propose_titles(guide: &Guide, position: &str) -> Vec<Proposal> {
    let asked = title_words(position);
    let mut found: Vec<(Suits, Reverse<usize>, TitleIx)> = Vec::new();
    for title in guide.titles() {
        let words = title_words(&guide.title(title).name);
        let shared = words.iter().filter(|w| asked.contains(w)).count();
        let suits = if words.len() == asked.len() && shared == words.len() {
            Suits::Same
        } else if asked.windows(words.len()).any(|part| part == words) {
            Suits::Within
        } else if shared > 0 && shared * 2 >= words.len() + asked.len() - shared {
            Suits::Near
        } else {
            continue;
        };
        // Of those that are within it, the one with more words says more.
        found.push((suits, Reverse(shared), title));
    }
    sort(&mut found);
    found.truncate(MAX_TITLES);
    found.into_iter().map(|(suits, _, title)| Proposal { title, suits }).collect()
}

/// The words of a title in the form in which titles are compared: without filling words, abbreviations written out.
fn title_words(text: &str) -> Vec<String> {
    const WRITTEN_OUT: [(&str, &str); 14] = [
        ("sr", "senior"),
        ("snr", "senior"),
        ("jr", "junior"),
        ("jnr", "junior"),
        ("eng", "engineering"),
        ("mgr", "manager"),
        ("mgmt", "manager"),
        ("dir", "director"),
        ("dev", "development"),
        ("developer", "engineer"),
        ("programmer", "engineer"),
        ("tech", "technical"),
        ("programme", "program"),
        ("cto", "chief technology officer"),
    ];
    let lower = lower(text).replace("vice president", "vp").replace("vice-president", "vp");
    let mut plain = String::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !matches!(*w, "" | "of" | "the" | "and" | "for" | "a")) {
        plain.push_str(WRITTEN_OUT.iter().find(|(short, _)| *short == word).map_or(word, |(_, whole)| whole));
        plain.push(' ');
    }
    stems(&plain)
}

/// The skills of the guide that the stated ones may mean, in the guide's order, each with the highest level that the file's words can be
/// read as: for the person to confirm.
pub fn propose_skills(guide: &Guide, lexicon: &Lexicon, stated: &[Stated]) -> Vec<(SkillIx, Option<Proficiency>)> {
    let mut levels: Vec<Option<Option<Proficiency>>> = vec![None; guide.skills().len()];
    for one in stated {
        // A skill's name is short: what comes first is what it means, and more would be guessing.
        for skill in lexicon.likely(&one.name).into_iter().take(1) {
            let level = level_of(&one.level);
            let known = &mut levels[skill.index()];
            *known = Some(known.flatten().max(level));
        }
    }
    guide.skills().filter_map(|skill| Some((skill, levels[skill.index()]?))).collect()
}

/// The level that the words of a file can be read as: those that the schema gives as examples, and their like.
fn level_of(words: &str) -> Option<Proficiency> {
    let number = match lower(words.trim()).as_str() {
        "beginner" | "basic" | "novice" | "elementary" | "fundamental" => 1,
        "intermediate" | "working" | "competent" => 2,
        "advanced" | "proficient" | "experienced" => 3,
        "expert" | "master" => 4,
        _ => return None,
    };
    Proficiency::new(number)
}
