//! Links of other people that were opened here and are kept: second opinions on oneself, and plans that somebody shared and was given a
//! name here. They are kept on each device by itself, beside the plan and no part of it; the names are in no link and no backup.
//!
//! One is a line of text: the day on which it was opened first, its payload, and what the person calls whoever sent it.

use crate::domain::base::day::Day;
use std::fmt;

/// The most links that are kept; the oldest goes first.
pub const MAX_LINKS: usize = 40;
/// The longest name, in characters.
pub const MAX_NAME: usize = 60;

/// A link that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The day on which it was opened first.
    pub day: Day,
    /// Its payload, which says what it is.
    pub payload: String,
    /// What the person calls whoever sent it; empty where they have not said.
    pub name: String,
}

/// The links that are kept, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedLinks(Vec<Opened>);

impl OpenedLinks {
    /// Reads what they were written as. A line that is none of them counts as none: its link can be opened again.
    ///
    /// ```
    /// use career_explorer::domain::store::opened::OpenedLinks;
    ///
    /// let text = "2026-11-20 wQMZ Kim from Platform\n2026-11-24 wQEO\n";
    /// assert_eq!(OpenedLinks::parse(text).to_string(), text);
    /// assert_eq!(OpenedLinks::parse("yesterday wQMZ\n"), OpenedLinks::default());
    /// ```
    pub fn parse(text: &str) -> Self {
        let link = |line: &str| {
            let (day, rest) = line.split_once(' ')?;
            let (payload, name) = rest.split_once(' ').unwrap_or((rest, ""));
            let is_payload = !payload.is_empty() && payload.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
            is_payload.then_some(Opened { day: Day::parse(day)?, payload: payload.to_owned(), name: clean(name) })
        };
        let mut links: Vec<Opened> = text.lines().filter_map(link).collect();
        links.drain(..links.len().saturating_sub(MAX_LINKS));
        Self(links)
    }

    /// All of them, the oldest first.
    pub fn all(&self) -> &[Opened] {
        &self.0
    }

    /// The one with this payload.
    pub fn find(&self, payload: &str) -> Option<&Opened> {
        self.0.iter().find(|link| link.payload == payload)
    }

    /// Keeps a link. One that is kept already keeps its day, and its name unless another one is given.
    #[must_use]
    pub fn with(mut self, day: Day, payload: &str, name: Option<&str>) -> Self {
        match self.0.iter_mut().find(|link| link.payload == payload) {
            Some(link) => {
                if let Some(name) = name {
                    link.name = clean(name);
                }
            }
            None => {
                self.0.push(Opened { day, payload: payload.to_owned(), name: clean(name.unwrap_or_default()) });
                if self.0.len() > MAX_LINKS {
                    self.0.remove(0);
                }
            }
        }
        self
    }

    /// Forgets one.
    #[must_use]
    pub fn without(mut self, payload: &str) -> Self {
        self.0.retain(|link| link.payload != payload);
        self
    }
}

impl fmt::Display for OpenedLinks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Opened { day, payload, name } in &self.0 {
            let blank = if name.is_empty() { "" } else { " " };
            writeln!(f, "{day} {payload}{blank}{name}")?;
        }
        Ok(())
    }
}

/// A name as one line, at most so long.
fn clean(name: &str) -> String {
    let line: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.trim().chars().take(MAX_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn a_link_is_kept_once_with_its_first_day_and_its_last_name() {
        let links = OpenedLinks::default().with(day("2026-11-20"), "a", None).with(day("2026-11-24"), "b", Some("Kim"));
        let links = links.with(day("2026-11-25"), "a", Some("  Lee\nand others ")).with(day("2026-11-26"), "b", None);
        let all: Vec<_> = links.all().iter().map(|one| (one.day, one.payload.as_str(), one.name.as_str())).collect();
        assert_eq!(all, [(day("2026-11-20"), "a", "Lee and others"), (day("2026-11-24"), "b", "Kim")]);
        assert_eq!(OpenedLinks::parse(&links.to_string()), links);
        assert_eq!(links.without("a").all().len(), 1);
    }

    #[test]
    fn neither_their_number_nor_a_name_grows_without_bound() {
        let mut links = OpenedLinks::default();
        for n in 0..MAX_LINKS + 5 {
            links = links.with(day("2026-11-20"), &format!("p{n}"), Some(&"ä".repeat(200)));
        }
        assert_eq!((links.all().len(), links.all()[0].payload.as_str()), (MAX_LINKS, "p5"));
        assert_eq!(links.all()[0].name.chars().count(), MAX_NAME);
        assert_eq!(OpenedLinks::parse(&links.to_string()), links);
    }

    #[test]
    fn what_is_no_link_counts_as_none() {
        for text in ["", "\n", "2026-11-20", "2026-11-20 ", "2026-13-01 a", "2026-11-20 <b> x", "\u{0}"] {
            assert_eq!(OpenedLinks::parse(text), OpenedLinks::default(), "{text:?}");
        }
    }
}
