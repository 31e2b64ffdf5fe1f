//! What rough ratings mean: a self-rating is a level off here and there, and so are the figures that come of it.

use super::figures::PERCENT;
use crate::domain::standing::readiness::Readiness;
use crate::domain::standing::stability::{RUNS, Stability};

/// What the pale end of a bar is called in its key.
pub const KEY: &str = "with rough ratings";

/// The ends of the figure in tenths of a percent: the tenth percentile with all that is unrated at none, the ninetieth with it as asked.
pub fn ends(stability: &Stability) -> (u32, u32) {
    (stability.low.tenths().0, stability.high.tenths().1)
}

/// Two ends in whole percent, as `58–67`; one figure where they meet.
pub fn span_of((from, to): (u32, u32)) -> String {
    let (from, to) = (from / 10, to / 10);
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// What the pale end of a bar means, in one sentence. That it lies mostly below the figure is said where it does.
pub fn meaning(stability: &Stability, figure: Readiness) -> String {
    let (from, to) = ends(stability);
    let figure = figure.low().percent() * 10;
    let below = if figure.saturating_sub(from) > to.saturating_sub(figure) + 15 {
        ": mostly below it, because more than is asked never counts"
    } else {
        ""
    };
    format!(
        "If every second rating is a level off, up as often as down, the figure lies between {} and {}{PERCENT} in eight of ten cases{below}.",
        from / 10,
        to / 10
    )
}

/// How often one of the heaviest gaps stays one of them, as a sentence.
///
/// ```
/// use career_explorer::ui::words::rough::stays;
///
/// assert_eq!(stays(814, true), "One of your three heaviest gaps in 81\u{a0}of\u{a0}100 re-runs with rough ratings.");
/// assert_eq!(stays(999, true), "One of your three heaviest gaps in more than 99\u{a0}of\u{a0}100 re-runs with rough ratings.");
/// assert_eq!(stays(1_000, false), "One of the three heaviest gaps among what you have rated, in all re-runs with rough ratings.");
/// ```
pub fn stays(runs: u16, all_rated: bool) -> String {
    let of =
        if all_rated { "One of your three heaviest gaps" } else { "One of the three heaviest gaps among what you have rated," };
    let often = match (u32::from(runs) * 100 + u32::from(RUNS) / 2) / u32::from(RUNS) {
        _ if runs == RUNS => "all".to_owned(),
        100 => "more than 99\u{a0}of\u{a0}100".to_owned(),
        hundredths => format!("{hundredths}\u{a0}of\u{a0}100"),
    };
    format!("{of} in {often} re-runs with rough ratings.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::domain::guide::Proficiency;
    use crate::domain::plan::Ratings;
    use crate::domain::standing::gap::gaps;
    use crate::domain::standing::readiness::readiness;
    use crate::domain::standing::stability::stability;

    /// The sentence for someone who has every skill at one level.
    fn said(level: u8) -> String {
        let guide = content::guide().expect("the guide");
        let title = guide.title_by_id(&"head-of-engineering".into()).expect("the title");
        let gaps = gaps(&guide, &Ratings::from_values(vec![Proficiency::new(level); guide.skills().len()]), title);
        let stable = stability(&guide, &gaps, title).expect("a title that asks for something");
        meaning(&stable, readiness(&gaps).expect("readiness"))
    }

    #[test]
    fn that_it_lies_below_is_said_only_where_it_does() {
        // Far below everything that is asked an error upwards counts as much as one downwards; at what is asked it counts for nothing.
        assert!(!said(2).contains("below"), "{}", said(2));
        assert!(
            said(5).ends_with("in eight of ten cases: mostly below it, because more than is asked never counts."),
            "{}",
            said(5)
        );
    }
}
