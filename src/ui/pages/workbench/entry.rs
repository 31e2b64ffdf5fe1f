//! One entry of the log with all its details. What is typed is kept as it is typed; what cannot be kept is said, and stays in its field.

use super::log::{Book, lexicon, measured, records, skill_name};
use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, heading, link, text};
use crate::domain::guide::{Proficiency, SkillId};
use crate::domain::page::Page;
use crate::domain::plan::edit::{Did, EditKind, PlanEdit};
use crate::domain::plan::history::EditId;
use crate::domain::plan::records::{List, Record, RecordId};
use crate::domain::workbench::evidence::{Achievement, Fault, Field, MAX_LINE, MAX_PART, MAX_SKILLS, MAX_UNIT};
use crate::domain::workbench::metric::{Amount, Metric};
use crate::domain::workbench::quick::{self, Note};
use crate::domain::workbench::text::{harmless, length};
use crate::domain::workbench::when::When;
use crate::state::{App, screen, use_app};
use crate::ui::components::history::undo;
use crate::ui::words::{edits, evidence as words, scale};

/// An entry that is shown.
#[derive(Clone, Copy)]
struct Shown {
    app: App,
    id: StoredValue<RecordId>,
    /// The edit that deleted it, where one did here.
    deletion: RwSignal<Option<EditId>>,
}

impl Shown {
    /// The record as it is now; whoever reads it follows it.
    fn record(self) -> Option<Record> {
        let app = self.app;
        self.id.with_value(|id| records(app, List::Evidence).get(id).cloned())
    }

    /// Changes it, as something that is being typed or by one press.
    fn change(self, typing: bool, change: impl FnOnce(Record) -> Record) {
        if let Some(record) = untrack(|| self.record()) {
            let edit = PlanEdit::Record { list: List::Evidence, id: self.id.get_value(), record: Some(change(record)), typing };
            self.app.own.edit(&edit);
        }
    }

    /// Changes what it holds for this version.
    fn alter(self, change: impl FnOnce(&mut Achievement)) {
        self.change(false, |record| match Achievement::of(&record) {
            Some(mut one) => {
                change(&mut one);
                one.to_record(record)
            }
            None => record,
        });
    }
}

/// Shows the page.
pub fn show(id: &str) -> Vec<El> {
    let app = use_app();
    let book = Book::of(app);
    let back = || el("p").class("small no-print").add(link(Page::Evidence.href(), "← All evidence"));
    let Some(id) = RecordId::new(id) else { return vec![back(), heading("No such entry"), none_such()] };
    let shown = Shown { app, id: StoredValue::new(id.clone()), deletion: RwSignal::new(None) };
    let was_there = untrack(|| shown.record().is_some());
    let is_there = move || shown.record().is_some_and(|record| Achievement::of(&record).is_some());
    let title =
        move || book.entry(&shown.id.get_value()).map_or_else(|| "This entry is not in your log".to_owned(), |one| one.line);
    let content = move |is_there: &bool| match (*is_there, was_there) {
        (true, _) => form(shown, book),
        (false, true) => vec![deleted(shown)],
        (false, false) => vec![none_such()],
    };
    vec![
        back(),
        el("h1").class("entry-title").attr("id", "heading").attr("tabindex", "-1").attr("dir", "auto").text_from(title),
        el("div").class("pile").show_for(is_there, content),
    ]
}

fn none_such() -> El {
    let words = "It may have been deleted, here or in another tab, or the address belongs to another plan.";
    el("div").class("pile").with([text("p", "", words), el("p").add(link(Page::Evidence.href(), "See all evidence"))])
}

fn deleted(shown: Shown) -> El {
    let back = move || {
        let is_last = shown.deletion.get().is_some_and(|edit| shown.app.own.is_last(edit));
        let back = is_last.then(|| {
            button("btn", edits::undo(EditKind::Record(List::Evidence, Did::Removed)), move |_| {
                undo(shown.app);
                screen::focus("heading");
            })
        });
        back.map(|back| back.attr("id", "entry-undo")).into_iter().collect()
    };
    el("div").class("card").attr("role", "status").with([
        text("p", "", "It is deleted. Ratings, stories and lines no longer count on it."),
        el("div").class("row").with([el("span").show(back), link(Page::Evidence.href(), "See all evidence")]),
    ])
}

fn form(shown: Shown, book: Book) -> Vec<El> {
    let delete = move |_| {
        shown.deletion.set(shown.app.own.edit(&PlanEdit::remove(List::Evidence, shown.id.get_value())));
        screen::focus_once_shown("entry-undo".to_owned());
    };
    let parts = [
        ("situation", "Situation", "Where things stood, and who felt it", Field::Situation),
        ("task", "Task", "What had to become true, and what fell to you", Field::Task),
        ("action", "Action", "What you yourself did, in the order you did it", Field::Action),
        ("result", "Result", "What came of it, for whom, and what you learned", Field::Result),
    ];
    let areas = parts.map(|(key, name, hint, field)| written(shown, key, name, hint, field, MAX_PART));
    let preview = move || book.entry(&shown.id.get_value()).and_then(|one| one.metric).iter().flat_map(measured).collect();
    vec![
        el("div").class("entry-cols").with([
            el("div").class("pile").with([
                written(shown, "line", "What you did, in one line", "", Field::Line, MAX_LINE),
                when(shown),
                metric(shown).add(el("div").class("entry-metric").show(preview)),
                el("fieldset").class("pile star").add(text("legend", "h-small", "As a story")).with(areas),
            ]),
            el("div").class("pile").with([
                skills(shown, book),
                el("div")
                    .class("row no-print")
                    .with([link(Page::Evidence.href(), "Done").class("btn"), button("btn quiet", "Delete this entry", delete)]),
                text("p", "tiny no-print", "Everything here is kept as you type."),
            ]),
        ]),
    ]
}

/// A text of the entry, with its length where that comes near its limit.
fn written(shown: Shown, key: &'static str, name: &str, hint: &str, field: Field, most: usize) -> El {
    let id = format!("entry-{key}");
    // What cannot be kept stays in the field, and is said.
    let refused = RwSignal::new(None::<String>);
    let fault = RwSignal::new(String::new());
    let is_line = field == Field::Line;
    let typed = move |event: Event| {
        let text = harmless(&event.value());
        let has = length(text.trim());
        let why =
            if is_line && has == 0 { Some(Fault::NoLine) } else { (has > most).then_some(Fault::TooMuch { field, has, most }) };
        fault.set(why.map(words::fault).unwrap_or_default());
        if why.is_some() {
            refused.set(Some(text));
        } else {
            shown.change(true, |record| record.with_text(key, &text));
            refused.set(None);
        }
    };
    let value =
        move || refused.get().unwrap_or_else(|| shown.record().map(|record| record.text(key).to_owned()).unwrap_or_default());
    let control = if is_line { el("input").attr("autocomplete", "off") } else { el("textarea").attr("rows", "3") };
    let control = control
        .class("in")
        .attr("id", &id)
        .attr("dir", "auto")
        .attr("aria-describedby", format!("{id}-fault"))
        .attr_from("aria-invalid", move || (!fault.with(String::is_empty)).then(|| "true".to_owned()))
        .value_from(value)
        .on("input", typed)
        .on("change", move |_| shown.app.own.close_note());
    let mut label = text("label", "", name).attr("for", &id);
    if !hint.is_empty() {
        label = label.add(text("span", "hint", format!(" {hint}")));
    }
    let printed = el("p")
        .class("print-only own-words")
        .attr("dir", "auto")
        .text_from(move || shown.record().map(|record| record.text(key).to_owned()).unwrap_or_default());
    el("div").class("field").with([
        label,
        control,
        printed,
        el("p").class("error").attr("id", format!("{id}-fault")).attr("role", "alert").text_from(move || fault.get()),
    ])
}

/// The date, in whatever way people write one.
fn when(shown: Shown) -> El {
    let refused = RwSignal::new(None::<String>);
    let read = move |typed: &str| {
        let typed = typed.trim();
        When::parse(typed).or_else(|| {
            let reading = quick::read(lexicon(shown.app.guide), typed, shown.app.own.derived().today());
            (reading.dated && reading.notes.iter().all(|note| *note == Note::InFuture)).then_some(reading.when)
        })
    };
    let changed = move |event: Event| {
        let typed = event.value();
        match read(&typed) {
            Some(when) => {
                refused.set(None);
                shown.alter(|one| one.when = when);
            }
            None => refused.set(Some(typed)),
        }
    };
    let stored = move || shown.record().and_then(|record| When::parse(record.text("when"))).map(words::when).unwrap_or_default();
    let fault = move || {
        let words = "Write a day, a month or a year, such as 14 March 2026, March 2026 or 2026. The date is as it was.";
        if refused.with(Option::is_some) { words.to_owned() } else { String::new() }
    };
    let input = el("input")
        .class("in")
        .attr("id", "entry-when")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "entry-when-fault")
        .attr_from("aria-invalid", move || refused.with(Option::is_some).then(|| "true".to_owned()))
        .value_from(move || refused.get().unwrap_or_else(stored))
        .on("change", changed);
    el("div").class("field short").with([
        text("label", "", "When: a day, a month or a year").attr("for", "entry-when"),
        input,
        el("p").class("error").attr("id", "entry-when-fault").attr("role", "alert").text_from(fault),
    ])
}

/// What was measured. The figures are kept once they make a metric.
fn metric(shown: Shown) -> El {
    #[derive(Clone, Default, PartialEq)]
    struct Typed {
        from: String,
        to: String,
        unit: String,
        is_change: bool,
    }
    let of = |metric: Option<Metric>| match metric {
        None => Typed::default(),
        Some(Metric::Change { from, to, unit }) => Typed { from: from.to_string(), to: to.to_string(), unit, is_change: false },
        Some(Metric::By { by, unit }) => Typed { to: by.to_string(), unit, is_change: true, ..Typed::default() },
        Some(Metric::Reached { to, unit }) => Typed { to: to.to_string(), unit, ..Typed::default() },
    };
    let stored = move || of(shown.record().and_then(|record| Achievement::of(&record)).and_then(|one| one.metric));
    let refused = RwSignal::new(None::<Typed>);
    let now = move || refused.get().unwrap_or_else(stored);
    let fault = RwSignal::new("");
    let take = move |typed: Typed| {
        let amount = |text: &str| Amount::parse(&text.trim().replace([' ', '\u{a0}', '\u{202f}'], "").replace(',', "."));
        let unit = harmless(&typed.unit).trim().to_owned();
        let metric = match (typed.from.trim(), typed.to.trim()) {
            ("", "") => Ok(None),
            ("", _) => amount(&typed.to)
                .map(|to| Some(if typed.is_change { Metric::By { by: to, unit } } else { Metric::Reached { to, unit } }))
                .ok_or("A figure is digits with at most one point, such as 12 or 99.95."),
            (_, "") => Err("A figure before needs one after."),
            _ => match (amount(&typed.from), amount(&typed.to)) {
                (Some(from), Some(to)) => Ok(Some(Metric::Change { from, to, unit })),
                _ => Err("A figure is digits with at most one point, such as 12 or 99.95."),
            },
        };
        let metric = if length(typed.unit.trim()) > MAX_UNIT { Err("A unit has 60 characters at most.") } else { metric };
        match metric {
            Ok(metric) => {
                fault.set("");
                // A unit alone waits for its figure.
                refused.set(metric.is_none().then(|| typed.clone()).filter(|typed| !typed.unit.trim().is_empty()));
                shown.alter(|one| one.metric = metric);
            }
            Err(why) => {
                fault.set(why);
                refused.set(Some(typed));
            }
        }
    };
    let field = |id: &'static str, name: &str, get: fn(&Typed) -> &String, set: fn(&mut Typed, String)| {
        let changed = move |event: Event| {
            let mut typed = untrack(now);
            set(&mut typed, event.value());
            take(typed);
        };
        let input =
            el("input").class("in").attr("id", id).attr("autocomplete", "off").attr("aria-describedby", "entry-metric-fault");
        el("div")
            .class("field")
            .with([text("label", "", name).attr("for", id), input.value_from(move || get(&now()).clone()).on("change", changed)])
    };
    let by = el("label").class("tick-box").with([
        el("input").attr("type", "checkbox").flag_from("checked", move || now().is_change).on("change", move |event: Event| {
            let typed = Typed { is_change: event.checked(), ..untrack(now) };
            take(typed);
        }),
        text("span", "small", "The figure is a change, as in “by 30 %”"),
    ]);
    let is_alone = move || now().from.trim().is_empty() && !now().to.trim().is_empty();
    el("fieldset").class("pile entry-measured").with([
        text("legend", "h-small", "Measured"),
        el("div").class("entry-figures").with([
            field("entry-from", "Before", |typed| &typed.from, |typed, value| typed.from = value),
            field("entry-to", "After", |typed| &typed.to, |typed, value| typed.to = value),
            field("entry-unit", "Unit", |typed| &typed.unit, |typed, value| typed.unit = value),
        ]),
        el("div").attr_from("hidden", move || (!is_alone()).then(String::new)).add(by),
        el("p").class("error").attr("id", "entry-metric-fault").attr("role", "alert").text_from(move || fault.get().to_owned()),
    ])
}

/// The skills that it shows, each with its level.
fn skills(shown: Shown, book: Book) -> El {
    let guide = shown.app.guide;
    let there = move || {
        book.entry(&shown.id.get_value()).map(|one| one.skills.keys().cloned().collect::<Vec<SkillId>>()).unwrap_or_default()
    };
    let level = move |id: &SkillId| book.entry(&shown.id.get_value()).and_then(|one| one.skills.get(id).copied());
    let row = move |row: crate::dom::Row<SkillId>| {
        let id = (*row.identity()).clone();
        let name = skill_name(guide, &id);
        let (of, set, gone) = (id.clone(), id.clone(), id.clone());
        let now = move || level(&of);
        let option = |one: Proficiency| {
            let now = now.clone();
            text("option", "", format!("{one} {}", scale::level(one)))
                .attr("value", one.to_string())
                .flag_from("selected", move || now() == Some(one))
        };
        let options: Vec<El> = Proficiency::all().skip(1).map(option).collect();
        let choose = move |event: Event| {
            if let Some(level) = event.value().parse().ok().and_then(Proficiency::new) {
                shown.alter(|one| one.skills.extend([(set.clone(), level)]));
            }
        };
        let remove = button("link small", "Remove", move |_| shown.alter(|one| one.skills.retain(|id, _| *id != gone)))
            .attr("aria-label", format!("Remove {name}"));
        let rated = guide.skill_by_id(&id).and_then(|skill| shown.app.own.derived().get().ratings.get(skill));
        let rated = rated.map(|level| text("span", "small", format!("rated {level}")));
        el("li").with([
            el("div").add(text("b", "", &name)).maybe(rated),
            el("select")
                .class("in")
                .attr("aria-label", format!("Level of {name} that it shows"))
                .on("change", choose)
                .with(options),
            remove,
        ])
    };
    let choice = move |there: &Vec<SkillId>| {
        if there.len() >= MAX_SKILLS {
            return vec![text("p", "small", format!("An entry can show {MAX_SKILLS} skills at most."))];
        }
        let option = |skill| {
            let record = guide.skill(skill);
            (!there.contains(&record.id)).then(|| text("option", "", &record.short).attr("value", record.id.as_str()))
        };
        let options =
            std::iter::once(text("option", "", "Add a skill …").attr("value", "")).chain(guide.skills().filter_map(option));
        let add = move |event: Event| {
            let id = SkillId::new(event.value());
            if let Some(skill) = guide.skill_by_id(&id) {
                let rated = shown.app.own.derived().get().ratings.get(skill).filter(|level| *level > Proficiency::NONE);
                let level = rated.or(Proficiency::new(3)).unwrap_or(Proficiency::MAX);
                shown.alter(|one| one.skills.extend([(id, level)]));
            }
        };
        vec![
            el("select")
                .class("in")
                .attr("id", "entry-add-skill")
                .attr("aria-label", "Add a skill that it shows")
                .on("change", add)
                .with(options.collect::<Vec<_>>()),
        ]
    };
    el("section").class("card").with([
        text("h2", "h-small", "Skills it shows, and at which level"),
        el("ul").class("entry-skills").each(there, |id| id.to_string(), row),
        el("div").class("no-print").show_for(there, choice),
    ])
}
