//! The first page of someone with a plan: where they stand, in one sentence, and what comes next.

use super::actions::quarter as quarter_name;
use super::figures::{percent, readiness, so_many};
use super::marks::number;
use super::plural;
use crate::domain::analysis::{Journey, Travel};
use crate::domain::base::day::Day;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::standing::enough::Certain;
use crate::domain::standing::gate::Verdict;
use crate::domain::standing::readiness::Readiness;
use crate::domain::workbench::due::What;

/// Where a person stands, in one sentence or two. `stop` is the title that the route calls at first, with how ready one is for it;
/// `certain` what holds whatever the unrated skills turn out to be.
pub fn headline(
    guide: &Guide,
    journey: &Journey,
    travel: Option<&Travel>,
    stop: Option<(TitleIx, Readiness)>,
    certain: Option<&Certain>,
) -> String {
    let (aim, name) = (&journey.aim, |title: TitleIx| guide.title(title).name.as_str());
    let target = name(aim.target);
    if journey.current == aim.target {
        return format!("You are where you wanted to be: {target}.");
    }
    if aim.ratings.rated() == 0 {
        return match travel {
            Some(travel) => format!("{target} is {} away.", moves_and_years(travel)),
            None => format!("No moves of the guide lead from {} to {target}.", name(journey.current)),
        };
    }
    let share = share(aim.readiness);
    if !aim.has_gate() {
        return format!("You cover {share} of what {target} asks of these skills.");
    }
    let passed = aim.gate().map(|gate| gate.passed());
    if passed == Some(Verdict::Met) {
        return format!("You pass the gate of {target}: you are {share} ready.");
    }
    if aim.unrated(guide) > 0 {
        let blocking = certain.map_or(0, |certain| certain.blocking.len());
        let gate = match blocking {
            0 => String::new(),
            n => format!(" {}\u{a0}{} the gate.", super::capital(&counted(n)), plural(n, "skill blocks", "skills block")),
        };
        return format!("You are {share} ready for {target}.{gate}");
    }
    match stop {
        Some((stop, ready)) => {
            let legs = travel.map_or(0, |travel| travel.followed.legs.len());
            let which = if legs == 2 { "the stop before it" } else { "the next stop on the way" };
            format!("You are {share} ready for {target}, and {} for {}, {which}.", percent(ready.low()), name(stop))
        }
        None => format!("You are {share} ready for {target}."),
    }
}

/// A range as it stands in a sentence.
fn share(range: Readiness) -> String {
    let (low, high) = (range.low().percent(), range.high().percent());
    if low == high { percent(range.low()) } else { format!("between {low} and {}", percent(range.high())) }
}

/// How far a route is, as `two moves and 4 to 8 years`.
pub fn moves_and_years(travel: &Travel) -> String {
    let moves = travel.followed.legs.len();
    format!("{} {} and {}", counted(moves), plural(moves, "move", "moves"), years(travel))
}

/// The years of a route from now on, as `4 to 8 years`.
pub fn years(travel: &Travel) -> String {
    let (arrival, so_far) = (travel.followed.arrival(), u16::from(travel.journey.so_far.years));
    let (fast, usual) = (arrival.fast.saturating_sub(so_far), arrival.usual.saturating_sub(so_far));
    match (fast, usual) {
        (fast, usual) if fast == usual => so_many(fast.into(), "year", "years"),
        (fast, usual) => format!("{fast} to {}", so_many(usual.into(), "year", "years")),
    }
}

/// The heading over the route.
pub fn route(travel: &Travel) -> String {
    let moves = travel.followed.legs.len();
    format!("Your route: {} {}, {}", counted(moves), plural(moves, "move", "moves"), years(travel))
}

/// The figure beside a bar.
pub fn figure(range: Readiness) -> String {
    readiness(range)
}

/// What is due, and what is said of it besides.
pub fn due(guide: &Guide, what: &What) -> (String, String) {
    match what {
        What::Actions { count: 1, first } => (first.clone(), "Action".to_owned()),
        What::Actions { count, first } => (format!("{count} open actions"), format!("the first: {first}")),
        What::Goal(_, what) => (what.clone(), "Goal".to_owned()),
        What::Review(quarter) => (format!("Review of {}", quarter_name(Some(*quarter))), String::new()),
        What::FirstDays(days, id) => {
            let title = guide.title_by_id(id).map_or(id.as_str(), |title| guide.title(title).name.as_str());
            (format!("{days} days as {title}"), String::new())
        }
        What::CheckIn => ("Check-in on your balance".to_owned(), "three questions, once a month".to_owned()),
        What::Profile => ("Refresh LinkedIn".to_owned(), String::new()),
    }
}

/// How far a day is, and whether it is over: `in 5 weeks`, `today`, `9 days late`.
pub fn due_in(today: Day, by: Day) -> (String, bool) {
    let (late, ahead) = (by.days_until(today), today.days_until(by));
    let long = |days: u32| match days {
        0..21 => so_many(days as usize, "day", "days"),
        days => so_many(days as usize / 7, "week", "weeks"),
    };
    match (late, ahead) {
        (0, 0) => ("today".to_owned(), false),
        (0, ahead) => (format!("in {}", long(ahead)), false),
        (late, _) => (format!("{} late", long(late)), true),
    }
}

/// A number as a word up to twelve, and in figures beyond.
pub fn counted(count: usize) -> String {
    match ["six", "seven", "eight", "nine", "ten", "eleven", "twelve"].get(count.wrapping_sub(6)) {
        Some(word) => (*word).to_owned(),
        None => number(count),
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::plain;
    use super::*;
    use crate::content;
    use crate::domain::analysis::Analysis;
    use crate::domain::guide::Proficiency;
    use crate::domain::plan::Plan;
    use crate::domain::standing::enough::certain;
    use crate::domain::standing::gap::gaps;
    use crate::domain::standing::readiness::readiness;
    use crate::ui::words::capital;

    /// The headline of a plan in which the first so many skills are rated at one level.
    fn said(from: &str, to: &str, years: u8, rated: usize, level: u8) -> String {
        let guide = content::guide().expect("the guide");
        let mut plan = Plan { from: Some(from.into()), to: Some(to.into()), years: Some(years), ..Plan::default() };
        for skill in guide.skills().take(rated) {
            plan.ratings.insert(guide.skill(skill).id.clone(), Proficiency::new(level).expect("a level"));
        }
        let now = Analysis::of(&guide, &plan);
        let (journey, travel) = (now.stage.journey().expect("a journey"), now.travel(&guide));
        let stop = travel.filter(|t| t.followed.legs.len() > 1).map(|t| t.leg.to);
        let stop = stop.and_then(|stop| Some((stop, readiness(&gaps(&guide, &now.ratings, stop))?)));
        let certain = certain(&guide, journey.aim.target, &journey.aim.gaps);
        plain(&headline(&guide, journey, travel.map(|t| &**t), stop, certain.as_ref()))
    }

    #[test]
    fn each_state_has_its_sentence() {
        let (manager, head) = ("engineering-manager", "head-of-engineering");
        assert_eq!(said(manager, head, 7, 0, 0), "Head of Engineering is two moves and 4 to 8 years away.");
        assert!(said(manager, head, 7, 9, 2).starts_with("You are between "));
        assert!(said(manager, head, 7, 9, 2).ends_with(" block the gate."));
        let all = said(manager, head, 7, 27, 3);
        assert!(all.starts_with("You are ") && all.ends_with(" % for Director of Engineering, the stop before it."), "{all}");
        assert_eq!(said(manager, head, 7, 27, 5), "You pass the gate of Head of Engineering: you are 100 % ready.");
        assert_eq!(said(head, head, 15, 0, 0), "You are where you wanted to be: Head of Engineering.");
        let onward = said(head, "engineering-consultant", 15, 27, 3);
        assert!(
            onward.starts_with("You cover ") && onward.ends_with(" of what Engineering Consultant asks of these skills."),
            "{onward}"
        );
        assert!(said(head, "software-engineer", 15, 0, 0).starts_with("No moves of the guide lead from "));
    }

    #[test]
    fn how_far_a_day_is() {
        let day = |text| Day::parse(text).expect("a day");
        for (by, words, is_late) in [
            ("2028-02-29", "today", false),
            ("2028-03-01", "in 1 day", false),
            ("2028-03-20", "in 20 days", false),
            ("2028-04-04", "in 5 weeks", false),
            ("2028-02-28", "1 day late", true),
            ("2027-02-28", "52 weeks late", true),
        ] {
            let (said, late) = due_in(day("2028-02-29"), day(by));
            assert_eq!((plain(&said).as_str(), late), (words, is_late), "{by}");
        }
    }

    #[test]
    fn numbers_are_words_as_far_as_one_reads_them() {
        assert_eq!([0, 1, 5, 6, 12, 13].map(counted), ["none", "one", "five", "six", "twelve", "13"]);
        assert_eq!([capital("twelve"), capital("13"), capital("")], ["Twelve", "13", ""]);
    }
}
