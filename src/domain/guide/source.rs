//! Reading a pack from TOML files: used by the build script and by native tests, absent from the browser.
//!
//! Each file is a part of a [`Pack`]: its top-level keys are the names of the pack's lists. What is wrong with the form of a
//! file is reported field by field, so that an editor sees every fault in one go. These sentences are for editors, at build time, and
//! so they stand here and not among the words of the user interface.

use super::pack::{
    About, Change, Effort, Keywords, Level, Move, Pack, Phase, Requirement, Section, Skill, Stage, Title, Track, Unasked,
};
use super::validate::validate;
use serde::de::DeserializeOwned;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// A fault with the file in which it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The file, relative to the folder of the content; empty where no file is to blame.
    pub file: String,
    /// The place in the file and what is wrong there.
    pub text: String,
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.file.is_empty() { f.write_str(&self.text) } else { write!(f, "{}: {}", self.file, self.text) }
    }
}

/// Reads every TOML file below `folder`, in the order of their paths, and checks the whole.
///
/// # Errors
/// Every fault of form and, where the form is sound, of content.
pub fn read_folder(folder: &Path) -> Result<Pack, Vec<FileFault>> {
    let mut files = Vec::new();
    for path in
        toml_files(folder).map_err(|error| vec![FileFault { file: folder.display().to_string(), text: error.to_string() }])?
    {
        let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string().replace('\\', "/");
        match fs::read_to_string(&path) {
            Ok(text) => files.push((name, text)),
            Err(error) => return Err(vec![FileFault { file: name, text: error.to_string() }]),
        }
    }
    read_files(&files)
}

/// Reads files given as pairs of name and text, and checks the whole.
///
/// ```
/// use career_explorer::domain::guide::source::read_files;
///
/// let file = ("skills.toml".to_owned(), "[[skills]]\nid = 7".to_owned());
/// let faults = read_files(&[file]).unwrap_err();
/// assert_eq!(faults[0].to_string(), "skills.toml: skills › entry 1 › id: invalid type: integer `7`, expected a string");
/// ```
///
/// # Errors
/// Every fault of form and, where the form is sound, of content.
pub fn read_files(files: &[(String, String)]) -> Result<Pack, Vec<FileFault>> {
    let mut reading = Reading::default();
    for (name, text) in files {
        reading.file(name, text);
    }
    if reading.faults.is_empty() {
        for fault in validate(&reading.pack) {
            let file = reading.file_of(fault.list, &fault.entry);
            reading.faults.push(FileFault { file, text: fault.to_string() });
        }
    }
    if reading.faults.is_empty() { Ok(reading.pack) } else { Err(reading.faults) }
}

/// The TOML files below a folder, sorted by path.
///
/// # Errors
/// When a folder cannot be listed.
pub fn toml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(toml_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "toml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[derive(Default)]
struct Reading {
    pack: Pack,
    faults: Vec<FileFault>,
    /// Which file holds which entry: (list, entry, file).
    places: Vec<(&'static str, String, String)>,
}

impl Reading {
    fn file(&mut self, name: &str, text: &str) {
        let table = match text.parse::<Table>() {
            Ok(table) => table,
            Err(error) => return self.fault(name, error.to_string().trim().to_owned()),
        };
        for (key, value) in table {
            match key.as_str() {
                "about" => {
                    if let Some(about) = self.entry::<About>(name, "about", "", value) {
                        self.pack.about = about;
                    }
                    self.places.push(("about", String::new(), name.to_owned()));
                }
                "changes" => self.list::<Change>(name, "changes", value, |p| &mut p.changes),
                "levels" => self.list::<Level>(name, "levels", value, |p| &mut p.levels),
                "tracks" => self.list::<Track>(name, "tracks", value, |p| &mut p.tracks),
                "phases" => self.list::<Phase>(name, "phases", value, |p| &mut p.phases),
                "stages" => self.list::<Stage>(name, "stages", value, |p| &mut p.stages),
                "skills" => self.list::<Skill>(name, "skills", value, |p| &mut p.skills),
                "titles" => self.list::<Title>(name, "titles", value, |p| &mut p.titles),
                "moves" => self.list::<Move>(name, "moves", value, |p| &mut p.moves),
                "requirements" => self.list::<Requirement>(name, "requirements", value, |p| &mut p.requirements),
                "unasked" => self.list::<Unasked>(name, "unasked", value, |p| &mut p.unasked),
                "efforts" => self.list::<Effort>(name, "efforts", value, |p| &mut p.efforts),
                "keywords" => self.list::<Keywords>(name, "keywords", value, |p| &mut p.keywords),
                "sections" => self.list::<Section>(name, "sections", value, |p| &mut p.sections),
                _ => self.fault(name, format!("there is no list “{key}” in a guide")),
            }
        }
    }

    fn list<T: DeserializeOwned>(&mut self, file: &str, list: &'static str, value: Value, into: fn(&mut Pack) -> &mut Vec<T>) {
        let Value::Array(entries) = value else {
            return self.fault(file, format!("{list}: must be a list: write [[{list}]] above each entry"));
        };
        for (number, value) in (1..).zip(entries) {
            let name = entry_name(&value).unwrap_or_else(|| format!("entry {number}"));
            self.places.push((list, name.clone(), file.to_owned()));
            if let Some(entry) = self.entry::<T>(file, list, &name, value) {
                into(&mut self.pack).push(entry);
            }
        }
    }

    fn entry<T: DeserializeOwned>(&mut self, file: &str, list: &str, name: &str, value: Value) -> Option<T> {
        match value.clone().try_into() {
            Ok(entry) => Some(entry),
            Err(error) => {
                let place = if name.is_empty() { list.to_owned() } else { format!("{list} › {name}") };
                self.narrow::<T>(file, &place, &value, error.message(), &|part| part);
                None
            }
        }
    }

    /// Names every fault of form in a value, each at the innermost place that shows it.
    ///
    /// Every field is optional in form, so an entry with one part alone (which is what `around` makes of a part) tells whether that
    /// part is sound.
    fn narrow<T: DeserializeOwned>(
        &mut self,
        file: &str,
        place: &str,
        value: &Value,
        problem: &str,
        around: &dyn Fn(Value) -> Value,
    ) {
        let before = self.faults.len();
        for (field, value) in value.as_table().into_iter().flatten() {
            let alone = |part| around(Value::Table(Table::from_iter([(field.clone(), part)])));
            let Err(error) = alone(value.clone()).try_into::<T>() else { continue };
            let (inside, problem) = (format!("{place} › {field}"), error.message());
            let known = self.faults.len();
            match value {
                // Nothing within a field that is not known can be right.
                _ if problem.starts_with(&format!("unknown field `{field}`")) => {}
                Value::Table(_) => self.narrow::<T>(file, &inside, value, problem, &alone),
                Value::Array(parts) if alone(Value::Array(Vec::new())).try_into::<T>().is_ok() => {
                    for (number, part) in (1..).zip(parts) {
                        let one = |part| alone(Value::Array(vec![part]));
                        if let Err(error) = one(part.clone()).try_into::<T>() {
                            let name = entry_name(part).unwrap_or_else(|| format!("{field} {number}"));
                            self.narrow::<T>(file, &format!("{place} › {name}"), part, error.message(), &one);
                        }
                    }
                }
                _ => {}
            }
            if self.faults.len() == known {
                self.fault(file, format!("{inside}: {}", problem.trim()));
            }
        }
        if self.faults.len() == before {
            self.fault(file, format!("{place}: {}", problem.trim()));
        }
    }

    fn fault(&mut self, file: &str, text: String) {
        self.faults.push(FileFault { file: file.to_owned(), text });
    }

    fn file_of(&self, list: &str, entry: &str) -> String {
        let of_list = || self.places.iter().filter(|(l, ..)| *l == list);
        of_list()
            .find(|(_, e, _)| e == entry || entry.strip_prefix(e.as_str()).is_some_and(|rest| rest.starts_with(" › ")))
            .or_else(|| of_list().next())
            .map(|(_, _, file)| file.clone())
            .unwrap_or_default()
    }
}

/// What identifies an entry in a message: its id, its title, the two ends of a move, its version, its skill, its level, or the last two
/// together.
fn entry_name(value: &Value) -> Option<String> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let number = |key: &str| Some(format!("{key} {}", value.get(key)?.as_integer()?));
    text("id")
        .or_else(|| text("title"))
        .map(str::to_owned)
        .or_else(|| Some(format!("{} → {}", text("from")?, text("to")?)))
        .or_else(|| number("version"))
        .or_else(|| match (text("skill"), number("level")) {
            (Some(skill), Some(level)) => Some(format!("{skill} {level}")),
            (skill, level) => skill.map(str::to_owned).or(level),
        })
}
