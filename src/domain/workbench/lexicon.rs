//! Which skills a line of text is likely about: by what the guide calls them, by the keywords that it gives for them, and by the names
//! of the tools, certificates and other things that it says help with them.
//!
//! A proposal for a person to confirm, no judgement: a line about nothing in the guide finds nothing.

use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, SkillIx};
use crate::domain::workbench::text::{has_phrase, stems};
use std::cmp::Reverse;

/// The most skills that are proposed for a line.
pub const MAX_PROPOSED: usize = 4;

/// How much it counts that a line holds the skill's name, one of its keywords, and a thing that helps with it.
const NAME: u32 = 5;
const KEYWORD: u32 = 3;
const HELPER: u32 = 2;

/// The words of a guide's skills. Made once, and asked for each line.
#[derive(Debug)]
pub struct Lexicon {
    phrases: Vec<Phrase>,
    skills: Vec<SkillIx>,
}

#[derive(Debug)]
struct Phrase {
    stems: Vec<String>,
    skill: SkillIx,
    counts: u32,
}

impl Lexicon {
    /// Reads a guide.
    pub fn new(guide: &Guide) -> Self {
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut add = |text: &str, skill: SkillIx, counts: u32| {
            let stems = stems(text);
            // A skill's name and short name may say the same, and a keyword may repeat one of them.
            if !stems.is_empty() && !phrases.iter().any(|p| p.skill == skill && p.stems == stems) {
                phrases.push(Phrase { stems, skill, counts });
            }
        };
        for skill in guide.skills() {
            let record = guide.skill(skill);
            for name in [&record.name, &record.short] {
                add(name, skill, NAME);
                // `Data Engineering & Databases` and `DevOps & CI/CD` are two names each.
                for part in name.split(" & ") {
                    add(part, skill, NAME);
                }
            }
        }
        for keywords in &guide.pack().keywords {
            if let Some(skill) = guide.skill_by_id(&keywords.skill) {
                for word in &keywords.words {
                    add(word, skill, KEYWORD);
                }
            }
        }
        for (_, item) in guide.items() {
            for skill in item.helps.iter().filter_map(|id| guide.skill_by_id(id)) {
                add(&item.name, skill, HELPER);
            }
        }
        Self { phrases, skills: guide.skills().collect() }
    }

    /// The skills that a line is likely about, the likeliest first, at most [`MAX_PROPOSED`]; equals in the guide's order. A longer phrase
    /// counts more: it says more.
    ///
    /// ```
    /// use career_explorer::content;
    /// use career_explorer::domain::workbench::lexicon::Lexicon;
    ///
    /// let guide = content::guide().unwrap();
    /// let likely = Lexicon::new(&guide).likely("Moved the billing service to cloud computing");
    /// assert_eq!(guide.skill(likely[0]).id.as_str(), "cloud-computing");
    /// ```
    pub fn likely(&self, line: &str) -> Vec<SkillIx> {
        let words = stems(line);
        let mut scores = vec![0; self.skills.len()];
        for phrase in self.phrases.iter().filter(|p| has_phrase(&words, &p.stems)) {
            let words = u32::try_from(phrase.stems.len()).unwrap_or(1);
            scores[phrase.skill.index()] += phrase.counts + 2 * (words - 1);
        }
        let mut found: Vec<SkillIx> = self.skills.iter().copied().filter(|s| scores[s.index()] > 0).collect();
        sort_by_key(&mut found, |s| Reverse(scores[s.index()]));
        found.truncate(MAX_PROPOSED);
        found
    }
}
