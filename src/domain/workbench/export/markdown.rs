//! A plan as Markdown (CommonMark, with the tables and task lists of GitHub), for a wiki or a repository.
//!
//! Text is text: whatever somebody typed comes out as it was typed, and never as markup.

use crate::domain::guide::{Guide, Proficiency};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::evidence::{Achievement, AchievementId};
use crate::domain::workbench::metric::Metric;
use crate::domain::workbench::text::{clean, one_line};

/// A document: values, which [`write`] turns into text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The heading of the whole.
    pub title: String,
    /// What stands at its top, a pair a line.
    pub facts: Vec<(String, String)>,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a document. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Text with line breaks.
    pub text: String,
    /// The rows of a table, its headings first.
    pub table: Vec<Vec<String>>,
    /// A list; with `Some`, an entry is ticked or not.
    pub list: Vec<(Option<bool>, String)>,
}

/// Writes a document. Parts without content are left out, with their headings.
///
/// ```
/// use career_explorer::domain::workbench::export::markdown::{Document, Section, write};
///
/// let mut document = Document { title: "My plan".into(), ..Document::default() };
/// document.sections.push(Section { heading: "Notes".into(), text: "*Not* markup".into(), ..Section::default() });
/// assert_eq!(write(&document), "# My plan\n\n## Notes\n\n\\*Not\\* markup\n");
/// ```
pub fn write(document: &Document) -> String {
    let mut blocks = vec![format!("# {}", inline(&document.title))];
    if !document.facts.is_empty() {
        let facts = document.facts.iter().map(|(name, value)| format!("- **{}:** {}", inline(name), inline(value)));
        blocks.push(facts.collect::<Vec<_>>().join("\n"));
    }
    for section in &document.sections {
        let before = blocks.len();
        blocks.push(format!("## {}", inline(&section.heading)));
        let text = clean(&section.text);
        blocks.extend(text.split("\n\n").filter(|p| !p.trim().is_empty()).map(paragraph));
        if section.table.len() > 1 {
            blocks.push(table(&section.table));
        }
        if !section.list.is_empty() {
            let entry = |(ticked, text): &(Option<bool>, String)| match ticked {
                None => format!("- {}", inline(text)),
                Some(true) => format!("- [x] {}", inline(text)),
                Some(false) => format!("- [ ] {}", inline(text)),
            };
            blocks.push(section.list.iter().map(entry).collect::<Vec<_>>().join("\n"));
        }
        if blocks.len() == before + 1 {
            blocks.pop();
        }
    }
    blocks.join("\n\n") + "\n"
}

fn paragraph(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(inline).filter(|line| !line.is_empty()).collect();
    lines.join("\\\n")
}

fn table(rows: &[Vec<String>]) -> String {
    let width = rows[0].len();
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let cells =
        |row: &Vec<String>| line((0..width).map(|place| row.get(place).map(|cell| inline(cell)).unwrap_or_default()).collect());
    let mut lines = vec![cells(&rows[0]), line(vec!["---".to_owned(); width])];
    lines.extend(rows[1..].iter().map(cells));
    lines.join("\n")
}

/// A text in one line, every sign that could be markup escaped.
fn inline(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len());
    // A number with a point or a bracket begins a list.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (place, c) in line.char_indices() {
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$');
        let at_start = place == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        let behind_number = place == digits && digits > 0 && matches!(c, '.' | ')');
        // What stands at the end of a heading closes it, and what looks like an address becomes a link; neither is typed for that.
        let closes = c == '#' || (c == ':' && line[place..].starts_with("://")) || (c == '@' && place > 0);
        if anywhere || at_start || behind_number || closes || (c == '!' && line[place..].starts_with("![")) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    // Without its scheme, `www.` makes a link as well.
    escaped.replace("www.", "www\\.").replace("WWW.", "WWW\\.")
}

/// The words of a plan's document.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// The heading of the gaps.
    pub gaps: &'a str,
    /// The headings of their table: skill, asked, rated, missing.
    pub gap_columns: [&'a str; 4],
    /// What stands for a rating that there is not.
    pub unrated: &'a str,
    /// The heading of the evidence.
    pub evidence: &'a str,
    /// The headings of its table: when, what, measured, skills.
    pub evidence_columns: [&'a str; 4],
    /// How a change is written, between the figure before and the one after.
    pub change: &'a str,
}

/// The gaps as a part of a document, in the order given.
pub fn gap_section(guide: &Guide, gaps: &[Gap], labels: &Labels<'_>) -> Section {
    let mut table = vec![labels.gap_columns.map(str::to_owned).to_vec()];
    table.extend(gaps.iter().map(|gap| {
        vec![
            guide.skill(gap.skill).name.clone(),
            gap.required.to_string(),
            gap.rated.map_or(labels.unrated.to_owned(), |r| r.to_string()),
            gap.levels().filter(|l| *l > 0).map(|l| l.to_string()).unwrap_or_default(),
        ]
    }));
    Section { heading: labels.gaps.to_owned(), table, ..Section::default() }
}

/// The evidence as a part of a document, in the order given. Skills that this guide lacks are shown by their id.
pub fn evidence_section(guide: &Guide, entries: &[(&AchievementId, &Achievement)], labels: &Labels<'_>) -> Section {
    let mut table = vec![labels.evidence_columns.map(str::to_owned).to_vec()];
    table.extend(entries.iter().map(|(_, one)| {
        let name = |id| guide.skill_by_id(id).map_or(id.as_str(), |s| guide.skill(s).short.as_str());
        let skills = one.skills.iter().map(|(id, level): (_, &Proficiency)| format!("{} {level}", name(id)));
        let metric = one.metric.as_ref().map(|m| measured(m, labels.change)).unwrap_or_default();
        vec![one.when.to_string(), one.line.clone(), metric, skills.collect::<Vec<_>>().join(", ")]
    }));
    Section { heading: labels.evidence.to_owned(), table, ..Section::default() }
}

/// A metric in figures: `40 → 12 minutes`, with what stands between the figures given.
pub fn measured(metric: &Metric, change: &str) -> String {
    let figures = match metric {
        Metric::Change { from, to, .. } => format!("{from} {change} {to}"),
        Metric::By { by: one, .. } | Metric::Reached { to: one, .. } => one.to_string(),
    };
    let unit = metric.unit();
    if unit.is_empty() { figures } else { format!("{figures} {unit}") }
}
