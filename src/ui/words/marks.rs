//! What a row of levels finds, and what stands at the line of the gate.

use super::figures::PERCENT;
use crate::domain::standing::gap::Gap;
use crate::domain::standing::gate::GATE_PERCENT;

/// What stands at the line of the gate.
pub fn gate_label() -> String {
    format!("gate {GATE_PERCENT}{PERCENT}")
}

/// A number up to five as a word, as it stands in a sentence; beyond that in figures.
pub fn number(count: usize) -> String {
    match ["none", "one", "two", "three", "four", "five"].get(count) {
        Some(word) => (*word).to_owned(),
        None => count.to_string(),
    }
}

/// What a row of levels shows, as one sentence for those who cannot see it.
///
/// ```
/// use career_explorer::domain::guide::Proficiency;
/// use career_explorer::domain::standing::gap::gaps;
/// use career_explorer::domain::plan::Ratings;
/// use career_explorer::ui::words::marks::levels;
///
/// let guide = career_explorer::content::guide().unwrap();
/// let head = guide.title_by_id(&"head-of-engineering".into()).unwrap();
/// let ratings = Ratings::from_values(vec![Proficiency::new(2); guide.skills().len()]);
/// let vision = guide.skill_by_id(&"strategic-vision".into()).unwrap();
/// let gap = gaps(&guide, &ratings, head)[vision.index()];
/// assert_eq!(levels("Strategic Vision", &gap), "Strategic Vision: 2 of 5 asked, three short");
/// ```
pub fn levels(skill: &str, gap: &Gap) -> String {
    let asked = gap.required;
    match gap.rated {
        None if asked.get() == 0 => format!("{skill}: unrated, and not asked"),
        None => format!("{skill}: unrated, {asked} asked"),
        Some(rated) if asked.get() == 0 => format!("{skill}: {rated}, and not asked"),
        Some(rated) => {
            let finding = match (rated.below(asked), asked.below(rated)) {
                (0, 0) => "met".to_owned(),
                (0, above) => format!("{} above", number(above.into())),
                (short, _) => format!("{} short", number(short.into())),
            };
            format!("{skill}: {rated} of {asked} asked, {finding}")
        }
    }
}
