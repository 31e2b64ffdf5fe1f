//! The gaps of a title in sentences: where a person stands, what they need, and what a band of gaps does.

use super::figures::{PERCENT, out_of, readiness_bare, so_many};
use super::marks::number;
use super::plural;
use crate::domain::analysis::Aim;
use crate::domain::guide::{Guide, SkillIx};
use crate::domain::journey::promotion::Raise;
use crate::domain::standing::bands::{Band, Kind};
use crate::domain::standing::enough::certain;
use crate::domain::standing::gap::heaviest_first;
use crate::domain::standing::gate::{Gate, Verdict};
use crate::domain::standing::readiness::Readiness;

/// Whose plan a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The reader's.
    You,
    /// Somebody else's.
    They,
}

impl Who {
    /// At the start of a sentence.
    pub const fn subject(self) -> &'static str {
        match self {
            Self::You => "You",
            Self::They => "They",
        }
    }

    /// Within a sentence.
    pub const fn inside(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::They => "they",
        }
    }
}

/// A sentence or two whose middle is what it comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What goes before it.
    pub before: String,
    /// What it comes to.
    pub finding: String,
    /// What follows.
    pub after: String,
}

/// `67 %`, or `between 38 and 77 %`.
pub fn figure(readiness: Readiness) -> String {
    let (low, high) = (readiness.low().percent(), readiness.high().percent());
    if low == high { format!("{low}{PERCENT}") } else { format!("between {low} and {high}{PERCENT}") }
}

/// Steps and skills of some raises, as `24 steps in 17 skills`.
pub fn steps(raises: &[Raise]) -> String {
    let (steps, skills) = (raises.iter().map(Raise::levels).sum::<u32>() as usize, raises.len());
    format!("{} in {}", so_many(steps, "step", "steps"), so_many(skills, "skill", "skills"))
}

/// Skills by their short names, as `Architecture, Communication and Strategic vision`.
pub fn names(guide: &Guide, skills: &[SkillIx]) -> String {
    let name = |skill: &SkillIx| guide.skill(*skill).short.as_str();
    match skills {
        [] => String::new(),
        [one] => name(one).to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(name).collect();
            format!("{} and {}", most.join(", "), name(last))
        }
    }
}

/// Where a person stands, and what they need to be ready.
pub fn summary(guide: &Guide, who: Who, aim: &Aim) -> Summary {
    let (all, unrated) = (guide.skills().len(), aim.unrated(guide));
    let (you, inside) = (who.subject(), who.inside());
    if unrated == all {
        let before = match who {
            Who::You => "Nothing is rated yet, so all of it is open. ",
            Who::They => "They have rated nothing yet, so all of it is open. ",
        };
        return Summary { before: before.to_owned(), ..Summary::default() };
    }
    let rated =
        if unrated == 0 { you.to_owned() } else { format!("With {}\u{a0}skills rated {inside}", out_of(all - unrated, all)) };
    let figure = figure(aim.readiness);
    let Some(gate) = aim.gate() else {
        let title = &guide.title(aim.target).name;
        let before = format!("{rated} cover ");
        return Summary { before, finding: figure, after: format!(" of what {title} asks of the skills of this guide.") };
    };
    let raises = aim.smallest_set(guide);
    match (gate.passed(), unrated) {
        (Verdict::Met, _) => Summary {
            before: format!("{rated} are {figure} ready, and "),
            finding: "all four conditions of the gate hold".to_owned(),
            after: ": nothing more is needed.".to_owned(),
        },
        (_, 0) => {
            let heaviest = heaviest(aim);
            let weigh = match heaviest.len() {
                0 => String::new(),
                n => format!(" {} {} most.", names(guide, &heaviest), plural(n, "weighs", "weigh")),
            };
            Summary {
                before: format!("{rated} are {figure} ready. To be ready {inside} need "),
                finding: steps(&raises),
                after: format!(".{weigh}"),
            }
        }
        _ if raises.is_empty() => Summary {
            before: format!("{rated} are "),
            finding: figure,
            after: format!(" ready. What is rated would pass: it hangs on the other {unrated}."),
        },
        _ => {
            let top: Vec<SkillIx> = certain(guide, aim.target, &aim.gaps).map(|c| c.top).unwrap_or_default();
            let among = match top.len() {
                0 => ".".to_owned(),
                n => format!("; {} {} among them.", names(guide, &top), plural(n, "is", "are")),
            };
            Summary {
                before: format!("{rated} are {figure} ready. {you} need "),
                finding: format!("at least {}", steps(&raises)),
                after: format!(", whatever the other {unrated} turn out to be{among}"),
            }
        }
    }
}

/// The two heaviest gaps.
fn heaviest(aim: &Aim) -> Vec<SkillIx> {
    let mut gaps = aim.gaps.clone();
    heaviest_first(&mut gaps);
    gaps.iter().filter(|gap| gap.weighted() > 0).take(2).map(|gap| gap.skill).collect()
}

/// What stands below the bracket of a band in a picture: the number first, for where there is room for no more.
pub fn band_label(band: &Band, has_gate: bool) -> String {
    let n = band.gaps.len();
    let words = match band.kind {
        Kind::Blocks => plural(n, "blocks the gate", "block the gate"),
        Kind::Helps if has_gate => plural(n, "helps", "help"),
        Kind::Helps => plural(n, "is short", "are short"),
        Kind::Unrated => "unrated",
        Kind::Met => plural(n, "is met", "are met"),
    };
    format!("{n} {words}")
}

/// The heading of a band.
pub const fn band_heading(kind: Kind, has_gate: bool) -> &'static str {
    match kind {
        Kind::Blocks => "Blocks the gate",
        Kind::Helps if has_gate => "Helps, but does not block",
        Kind::Helps => "Short of what it asks",
        Kind::Unrated => "Unrated",
        Kind::Met => "Met",
    }
}

/// What the areas of the strip come to, in sentences.
pub fn areas(who: Who, readiness: Readiness, unrated: usize) -> String {
    let (low, high) = (readiness.low().percent(), readiness.high().percent());
    let yours = match who {
        Who::You => "you have",
        Who::They => "they have",
    };
    if low == 100 {
        "All of what is asked is filled: nothing is missing.".to_owned()
    } else if (low, high) == (0, 100) {
        "Nothing is certain yet: all of it is open.".to_owned()
    } else if unrated == 0 {
        format!("The filled area is the {low}{PERCENT} {yours}, the hatched one the rest. Numbers lead to the rows below.")
    } else {
        let (missing, open) = (100 - high, high - low);
        format!("{low}{PERCENT} is filled: {yours} it. {missing}{PERCENT} is hatched: missing for sure. {open}{PERCENT} is open.")
    }
}

/// The strip as one sentence.
pub fn strip_name(guide: &Guide, title: &str, readiness: Readiness, bands: &[Band], has_gate: bool) -> String {
    let labels: Vec<String> = bands.iter().map(|band| band_label(band, has_gate)).collect();
    let count: usize = bands.iter().map(|band| band.gaps.len()).sum();
    let top: Vec<SkillIx> = bands.iter().flat_map(|b| &b.gaps).filter(|g| g.weighted() > 0).take(2).map(|g| g.skill).collect();
    let heaviest = match top.len() {
        0 => String::new(),
        n => format!(" {}: {}.", plural(n, "The heaviest gap", "The heaviest gaps"), names(guide, &top)),
    };
    format!(
        "{count}\u{a0}skills: {}{PERCENT} of what {title} asks is there; {}.{heaviest}",
        readiness_bare(readiness),
        labels.join(", ")
    )
}

/// Why what is short of no gap on its own may still keep the gate shut; nothing where it does not.
pub fn share_alone(gate: &Gate, bands: &[Band]) -> Option<String> {
    let blocks = bands.iter().any(|band| band.kind == Kind::Blocks);
    (!blocks && gate.share() == Verdict::NotMet)
        .then(|| "No single skill blocks the gate: together these keep readiness below what it asks.".to_owned())
}

/// How far one more round of ratings narrows the range.
pub fn round(count: usize, before: u32, after: u32) -> String {
    let ratings = if count == 1 {
        "One rating narrows".to_owned()
    } else {
        format!("{} ratings narrow", crate::ui::words::capital(&number(count)))
    };
    format!("{ratings} the range from {before}\u{a0}points to {after}.")
}

/// A title with its article, as `an Engineering Manager`.
pub fn with_article(title: &str) -> String {
    let article = if title.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {title}")
}
