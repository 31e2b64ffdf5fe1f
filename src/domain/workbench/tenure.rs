//! Since when a person has held a title: a day that they give, kept among the settings by title, so that a change of title in another tab takes
//! none along. Earlier titles keep theirs, and make the jobs of a résumé.

use crate::domain::base::day::Day;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::TitleId;
use crate::domain::plan::Plan;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::workbench::when::When;

/// How the ids of the records begin; the title follows.
const HELD: &str = "held:";
/// The field with the day.
const BEGAN: &str = "began";
/// How many days count as the first ones in a title.
pub const FIRST_DAYS: u32 = 90;

fn id(title: &TitleId) -> Option<RecordId> {
    RecordId::new(&[HELD, title.as_str()].concat())
}

/// The day on which a title was taken up, if it was given.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::plan::edit::apply;
/// use career_explorer::domain::workbench::tenure::{began, take_up};
///
/// let (title, day) = ("technical-lead".into(), Day::parse("2024-02-29"));
/// let plan = apply(&Plan::default(), &take_up(&Plan::default(), &title, day).unwrap());
/// assert_eq!(began(&plan, &title), day);
/// assert!(apply(&plan, &take_up(&plan, &title, None).unwrap()).records.is_empty());
/// ```
pub fn began(plan: &Plan, title: &TitleId) -> Option<Day> {
    Day::parse(plan.records.get(List::Settings, &id(title)?)?.text(BEGAN))
}

/// The days on which each third of the first [`FIRST_DAYS`] in a title is over; the day on which it was taken up counts as the first.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::workbench::tenure::thirds;
///
/// let day = |text| Day::parse(text).unwrap();
/// assert_eq!(thirds(day("2027-12-01")), [(30, day("2027-12-30")), (60, day("2028-01-29")), (90, day("2028-02-28"))]);
/// ```
pub fn thirds(began: Day) -> [(u8, Day); 3] {
    [30, 60, 90].map(|days| (days, began.plus_days(u32::from(days) - 1)))
}

/// The edit that says on which day a title was taken up, or takes that back.
pub fn take_up(plan: &Plan, title: &TitleId, day: Option<Day>) -> Option<PlanEdit> {
    let id = id(title)?;
    let before = plan.records.get(List::Settings, &id).cloned().unwrap_or_default();
    let record = before.with_text(BEGAN, &day.map(|day| day.to_string()).unwrap_or_default());
    let record: Option<Record> = (!record.fields().is_empty()).then_some(record);
    Some(PlanEdit::Record { list: List::Settings, id, record, typing: false })
}

/// The one edit that makes a title the present one, with the day on which it was taken up where that is given. Without a day, one that was noted
/// for that title before stays.
///
/// ```
/// use career_explorer::domain::base::day::Day;
/// use career_explorer::domain::plan::Plan;
/// use career_explorer::domain::plan::edit::apply;
/// use career_explorer::domain::workbench::tenure::{began, hold};
///
/// let (title, day) = ("technical-lead".into(), Day::parse("2028-02-29"));
/// let plan = apply(&Plan::default(), &hold(&Plan::default(), &title, day));
/// assert_eq!((plan.from.as_ref(), began(&plan, &title)), (Some(&title), day));
/// ```
pub fn hold(plan: &Plan, title: &TitleId, day: Option<Day>) -> PlanEdit {
    let took_up = day.and_then(|day| take_up(plan, title, Some(day)));
    PlanEdit::Several(std::iter::once(PlanEdit::SetCurrent(title.clone())).chain(took_up).collect())
}

/// Since when the present title is held: the day that was given, or the year that follows from the years in it.
pub fn since(plan: &Plan, today: Day) -> Option<When> {
    if let Some(day) = began(plan, plan.from.as_ref()?) {
        return Some(When::day(day));
    }
    let served = plan.years?.checked_sub(plan.since?)?;
    When::year(today.year() - i32::from(served))
}

/// A title that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The title.
    pub title: TitleId,
    /// Since when, as far as it is known.
    pub from: Option<When>,
    /// Until when; none for up to now.
    pub to: Option<When>,
}

/// The titles that were held: the present one first, then those with a day, the latest first; each ends where the one after it began.
pub fn held(plan: &Plan, today: Day) -> Vec<Held> {
    let settings = plan.records.of(List::Settings);
    let given = settings.iter().filter_map(|(id, record)| {
        let title = TitleId::new(id.as_str().strip_prefix(HELD)?);
        Some((title, Day::parse(record.text(BEGAN))?))
    });
    let mut earlier: Vec<(TitleId, Day)> = given.filter(|(title, _)| plan.from.as_ref() != Some(title)).collect();
    sort_by_key(&mut earlier, |(title, day)| (std::cmp::Reverse(*day), title.clone()));
    let mut all = Vec::new();
    let present = since(plan, today);
    if let Some(title) = plan.from.clone() {
        all.push(Held { title, from: present, to: None });
    }
    let mut next = present;
    for (title, day) in earlier {
        // One that began after the present title was noted by mistake, and ends nowhere.
        let to = next.filter(|next| next.last() >= day);
        all.push(Held { title, from: Some(When::day(day)), to });
        next = Some(When::day(day));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::edit::{EditKind, apply};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn with(plan: &Plan, title: &str, began: &str) -> Plan {
        apply(plan, &take_up(plan, &title.into(), Some(day(began))).unwrap())
    }

    #[test]
    fn a_title_is_held_since_its_day_or_since_a_year_that_follows_from_the_years_in_it() {
        let plan = Plan { from: Some("technical-lead".into()), years: Some(7), since: Some(5), ..Plan::default() };
        let today = day("2026-11-25");
        assert_eq!(since(&plan, today).map(|when| when.to_string()).as_deref(), Some("2024"));
        let known = with(&plan, "technical-lead", "2024-02-29");
        assert_eq!(since(&known, today), Some(When::day(day("2024-02-29"))));
        assert_eq!(since(&Plan { from: None, ..known }, today), None);
        assert_eq!(since(&Plan { since: None, ..plan }, today), None);
    }

    #[test]
    fn a_title_is_taken_up_with_its_day_in_one_edit_or_without_one() {
        let title = "engineering-manager".into();
        let before = with(&Plan { from: Some("technical-lead".into()), ..Plan::default() }, "technical-lead", "2022-03-01");
        let dated = apply(&before, &hold(&before, &title, Some(day("2028-02-29"))));
        assert_eq!((dated.from.clone(), began(&dated, &title)), (Some(title.clone()), Some(day("2028-02-29"))));
        // The title before it keeps its day.
        assert_eq!(began(&dated, &"technical-lead".into()), Some(day("2022-03-01")));
        assert_eq!(hold(&before, &title, Some(day("2028-02-29"))).kind(), EditKind::SetCurrent);
        let undated = apply(&before, &hold(&before, &title, None));
        assert_eq!((undated.from.clone(), began(&undated, &title)), (Some(title.clone()), None));
        // A day that was noted before is not taken out by giving none.
        let again = apply(&dated, &hold(&dated, &title, None));
        assert_eq!(began(&again, &title), Some(day("2028-02-29")));
    }

    #[test]
    fn earlier_titles_end_where_the_next_one_began() {
        let plan = Plan { from: Some("engineering-manager".into()), ..Plan::default() };
        let plan = with(&with(&plan, "technical-lead", "2020-12-31"), "engineering-manager", "2024-02-29");
        let plan = with(&plan, "senior-engineer", "2016-01-01");
        let all: Vec<_> = held(&plan, day("2026-11-25"))
            .into_iter()
            .map(|one| [one.title.to_string(), one.from.unwrap().to_string(), one.to.map_or_else(String::new, |to| to.to_string())])
            .collect();
        assert_eq!(
            all,
            [
                ["engineering-manager", "2024-02-29", ""],
                ["technical-lead", "2020-12-31", "2024-02-29"],
                ["senior-engineer", "2016-01-01", "2020-12-31"],
            ]
        );
        // A day that is none is passed over, and stays where it is.
        let odd = Record::default().with_text(BEGAN, "2027-02-30");
        let odd = apply(&plan, &PlanEdit::write(List::Settings, RecordId::new("held:vp").unwrap(), odd));
        assert_eq!(held(&odd, day("2026-11-25")).len(), 3);
        // One that began after the present title does not end before it began.
        let wrong = with(&plan, "vp-of-engineering", "2026-01-01");
        assert_eq!(held(&wrong, day("2026-11-25"))[1].to, None);
    }
}
