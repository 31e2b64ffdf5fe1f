//! Full-text search over the guide.
//!
//! Every word must be found; the last one may still be incomplete. A word in a name counts more than one in a text; a title's other
//! names are names too, ranked after its own. The index is a list of folded texts: a guide has some hundreds of entries, so reading them
//! through is quicker than building anything larger, and small to load.

use crate::domain::base::sorting::sort;
use crate::domain::guide::{Guide, SectionId, SectionRole, SkillIx, TitleIx};
use crate::domain::page::Page;
use std::ops::Range;

/// What a hit is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// A skill.
    Skill(SkillIx),
    /// A title.
    Title(TitleIx),
    /// A section as a whole.
    Section(SectionId),
    /// A part or an item of a section.
    Entry(SectionId),
}

/// Something that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub page: Page,
    /// A piece of its text around the first word found there.
    pub snippet: String,
    /// Where in the snippet words were found, in bytes, in order and apart.
    pub marks: Vec<Range<usize>>,
}

/// The longest snippet, in characters.
const SNIPPET: usize = 160;
/// The longest search that is read, in characters.
const MAX_QUERY: usize = 200;

/// What can be found, folded for comparison.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    kind: HitKind,
    page: Page,
    name: String,
    text: String,
    /// Words of the name, of each other name and of the text (which has those too), folded, each with a blank in front.
    name_words: String,
    also_words: Vec<String>,
    text_words: String,
}

impl Index {
    /// Reads a guide, with its details.
    pub fn new(guide: &Guide) -> Self {
        let mut entries = Vec::new();
        let mut add = |kind: HitKind, page: Page, name: &str, text: String| {
            let also_words = match kind {
                HitKind::Title(title) => guide.title(title).also.iter().map(|name| fold(name)).collect(),
                _ => Vec::new(),
            };
            let (name_words, text_words) = (fold(name), fold(&text));
            entries.push(Entry { kind, page, name_words, also_words, text_words, name: name.to_owned(), text });
        };
        let place = |section: &str, entry: &str| Page::GuideEntry(section.to_owned(), entry.to_owned());
        for skill in guide.skills() {
            let record = guide.skill(skill);
            let mut text = format!("{} {} {}", record.why, record.can.join(" "), record.evidence.join(" "));
            for resource in &record.resources {
                text = text + " " + &resource.author + ", " + &resource.title + ".";
            }
            add(HitKind::Skill(skill), Page::guide_skill(guide, skill), &record.name, text);
        }
        for title in guide.titles() {
            let record = guide.title(title);
            let mut text = record.also.join(", ");
            if !text.is_empty() {
                text.push_str(". ");
            }
            text.push_str(&record.focus);
            text.push('.');
            for lines in [&record.responsibilities[..], &record.sizes, &record.first_days] {
                lines.iter().for_each(|line| append(&mut text, line));
            }
            append(&mut text, &record.transfers);
            append(&mut text, &record.missing);
            add(HitKind::Title(title), Page::guide_title(guide, title), &record.name, text);
        }
        for section in &guide.pack().sections {
            let id = section.id.as_str();
            add(HitKind::Section(section.id.clone()), Page::GuideSection(id.to_owned()), &section.name, section.text.clone());
            // The page of the timeline shows the phases, which are a list of their own.
            for phase in guide.pack().phases.iter().filter(|_| section.role == Some(SectionRole::Timeline)) {
                add(HitKind::Entry(section.id.clone()), Page::GuideSection(id.to_owned()), &phase.name, phase.text.clone());
            }
            for group in &section.groups {
                let names: Vec<&str> = group.items.iter().map(|i| i.name.as_str()).collect();
                let text = if group.text.is_empty() { names.join(", ") } else { group.text.clone() };
                add(HitKind::Entry(section.id.clone()), place(id, group.id.as_str()), &group.name, text);
                for item in &group.items {
                    let mut text = item.text.clone();
                    for line in [&item.rationale, &item.prerequisites, &item.proves, &item.note] {
                        append(&mut text, line);
                    }
                    add(HitKind::Entry(section.id.clone()), place(id, item.id.as_str()), &item.name, text);
                }
            }
        }
        Self { entries }
    }

    /// Up to `limit` entries in which every word is found, those with more words in one of their names first, in
    /// their own before another; equals in the guide's order.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::search::Index;
    ///
    /// let index = Index::new(&content::guide().unwrap());
    /// assert_eq!(index.search("emotional intell", 10)[0].name, "Emotional Intelligence");
    /// assert!(index.search("qwertyuiop", 10).is_empty());
    /// ```
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query: String = query.chars().take(MAX_QUERY).collect();
        let folded = fold(&query);
        let words: Vec<&str> = folded.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        // Words that the nearest of the names lacks, words that its own name lacks, and the place among all.
        let mut ranked: Vec<(usize, usize, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if words.iter().all(|word| holds(&entry.name_words, word) || holds(&entry.text_words, word)) {
                let lacks = |name: &String| words.iter().filter(|word| !holds(name, word)).count();
                let own = lacks(&entry.name_words);
                ranked.push((entry.also_words.iter().map(lacks).fold(own, usize::min), own, place));
            }
        }
        sort(&mut ranked);
        ranked.truncate(limit);
        ranked.into_iter().map(|(.., place)| self.entries[place].hit(&words)).collect()
    }
}

impl Entry {
    fn hit(&self, words: &[&str]) -> Hit {
        let first = spans(&self.text, words).first().map_or(0, |span| span.start);
        let begin = if first > SNIPPET / 2 { word_start(&self.text, first - SNIPPET / 3) } else { 0 };
        let rest = &self.text[begin..];
        let end = rest.char_indices().nth(SNIPPET).map_or(rest.len(), |(at, _)| rest[..at].rfind(' ').unwrap_or(at));
        let mut snippet = String::new();
        if begin > 0 {
            snippet.push_str("… ");
        }
        snippet.push_str(&rest[..end]);
        if end < rest.len() {
            snippet.push_str(" …");
        }
        let marks = spans(&snippet, words);
        Hit { kind: self.kind.clone(), name: self.name.clone(), page: self.page.clone(), snippet, marks }
    }
}

/// Adds a line to a text; nothing for an empty one.
fn append(text: &mut String, line: &str) {
    if !line.is_empty() {
        text.push(' ');
        text.push_str(line);
    }
}

/// The start of the word at or after a byte that may lie within a character.
fn word_start(text: &str, from: usize) -> usize {
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text[from..].find(' ').map_or(from, |at| from + at + 1)
}

/// Whether a folded text has a word that begins so. A plural is as good as its singular.
fn holds(folded: &str, word: &str) -> bool {
    starts(folded, word) || (word.len() > 3 && word.ends_with('s') && starts(folded, &word[..word.len() - 1]))
}

fn starts(folded: &str, word: &str) -> bool {
    folded.match_indices(word).any(|(at, _)| at == 0 || folded.as_bytes()[at - 1] == b' ')
}

/// Where the words of a text begin with one of these, in bytes.
fn spans(text: &str, words: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter(c).is_some(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let folded = fold(&text[from..at]);
                if words.iter().any(|word| holds(folded.trim_start(), word)) {
                    found.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A text as words of lower-case letters and digits, one blank in front of each. What joins words (`CI/CD`, `AI/ML`) parts them.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    let mut within = false;
    for c in text.chars() {
        match letter(c) {
            Some(c) => {
                if !within {
                    folded.push(' ');
                }
                folded.push(c);
                within = true;
            }
            // An apostrophe is part of its word, and so is an accent that is written as a character of its own.
            None if matches!(c, '’' | '\'' | '\u{300}'..='\u{36f}') => {}
            None => within = false,
        }
    }
    folded
}

/// A letter or digit in its plain lower-case form; `+` and `#` belong to names (`Security+`).
fn letter(c: char) -> Option<char> {
    let plain = match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        lower => lower,
    };
    (plain.is_ascii_alphanumeric() || matches!(plain, '+' | '#') || (!plain.is_ascii() && plain.is_alphanumeric())).then_some(plain)
}
