//! Career routes, their moves, and the years in which titles are held.

use crate::domain::guide::{Guide, MoveKind, TitleIx, Years};
use crate::domain::journey::routes::{Best, Route};

/// How a route is called on a card.
pub fn name(guide: &Guide, route: &Route) -> String {
    match (&route.best[..], route.via) {
        ([], Some(title)) => format!("By way of {}", guide.title(title).name),
        ([], None) => "In between".to_owned(),
        ([first, rest @ ..], _) => {
            let mut name = best(*first).to_owned();
            for one in rest {
                name.push_str(", ");
                name.push_str(&best(*one).to_ascii_lowercase());
            }
            name
        }
    }
}

/// What a route is best at.
const fn best(best: Best) -> &'static str {
    match best {
        Best::Fastest => "Fastest",
        Best::SmallestGap => "Smallest jump",
        Best::FewestMoves => "Fewest moves",
    }
}

/// A kind of move at the start of a sentence.
pub const fn kind(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Promotion => "Promotion",
        MoveKind::Lateral => "Lateral move",
        MoveKind::TrackChange => "Change of track",
        MoveKind::Onward => "Onward",
        MoveKind::Return => "Return",
    }
}

/// When in a working life a title is held, by both clocks: `usually 6 to 15 years in`. Empty where the guide gives no years.
///
/// ```
/// use career_explorer::ui::words::routes::usually;
///
/// let guide = career_explorer::content::guide().unwrap();
/// let director = guide.title_by_id(&"director-of-engineering".into()).unwrap();
/// assert_eq!(usually(&guide, director), "usually 6 to 15\u{a0}years in");
/// ```
pub fn usually(guide: &Guide, title: TitleIx) -> String {
    if guide.is_onward(title) {
        return String::new();
    }
    let (fast, usual) = (guide.fast_band(title), guide.usual_band(title));
    match (fast.from.min(usual.from), fast.to.zip(usual.to).map(|(fast, usual)| fast.max(usual))) {
        (0, Some(to)) => format!("usually in the first {to}\u{a0}years"),
        (from, Some(to)) => format!("usually {from} to {to}\u{a0}years in"),
        (0, None) => "usually from the first year on".to_owned(),
        (from, None) => format!("usually from {from}\u{a0}years in"),
    }
}

/// A title's band on both clocks, as `8+ (timeline) or 10+ (level) years`; one alone where they agree. Empty where the guide gives none.
pub fn bands(guide: &Guide, title: TitleIx) -> String {
    if guide.is_onward(title) {
        return String::new();
    }
    let (fast, usual) = (band(guide.fast_band(title)), band(guide.usual_band(title)));
    if fast == usual { format!("{fast}\u{a0}years") } else { format!("{fast} (timeline) or {usual} (level) years") }
}

/// A band of years, as `4–8` or `10+`.
fn band(band: Years) -> String {
    match band.to {
        Some(to) => format!("{}–{to}{}", band.from, if band.open { "+" } else { "" }),
        None => format!("{}+", band.from),
    }
}
