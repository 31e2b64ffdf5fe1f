//! The interview: which story shows what and where the holes are, questions with the stories that fit, practice with a timer that counts up,
//! questions to ask, companies, and one's *why*.

use super::log::{Book, records};
use super::prepare;
use crate::content;
use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, heading, link, text};
use crate::domain::guide::questions::{Question, Questions};
use crate::domain::guide::{ItemId, SkillIx, TitleIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::records::{Entries, List, Record, RecordId};
use crate::domain::standing::gap::Gap;
use crate::domain::workbench::coverage::{Coverage, Row, STORIES, Shown, Story, categories, coverage, turns_on};
use crate::domain::workbench::evidence::{AchievementId, Log};
use crate::domain::workbench::interview::{
    self, GOOD, LONGEST, MAX_NOTES, MAX_QUESTION, Practice, asked, fits, kind_of, minutes, own, told,
};
use crate::domain::workbench::text::{harmless, length, one_line};
use crate::state::{App, screen, use_app};
use crate::ui::components::plural;
use crate::ui::words::interview as words;
use std::sync::{Arc, OnceLock};

/// The questions, read once.
pub(super) fn questions() -> &'static Questions {
    static QUESTIONS: OnceLock<Questions> = OnceLock::new();
    QUESTIONS.get_or_init(content::questions)
}

/// What the page stands on.
#[derive(Clone, Copy)]
struct Ground {
    app: App,
    book: Book,
    /// The question that is being practised.
    practised: RwSignal<Option<String>>,
    kind: RwSignal<usize>,
}

/// What the stories cover now.
struct Now {
    log: Arc<Log>,
    gaps: Vec<Gap>,
    target: Option<TitleIx>,
    stories: Vec<Story>,
    coverage: Coverage,
}

impl Ground {
    fn now(self) -> Now {
        let guide = self.app.guide;
        let now = self.app.own.derived().get();
        let aim = now.stage.aim();
        let gaps = aim.map(|aim| aim.gaps.clone()).unwrap_or_default();
        let stories = interview::stories(&records(self.app, List::Stories));
        let log = self.book.get();
        let skills = turns_on(guide, &gaps);
        let coverage = coverage(guide, &gaps, &skills, &categories(guide), &log, &stories);
        Now { log, gaps, target: aim.map(|aim| aim.target), stories, coverage }
    }

    fn is_upper(self) -> bool {
        let now = self.app.own.derived().get();
        now.stage.aim().is_some_and(|aim| interview::is_upper(self.app.guide, aim.target))
    }

    /// The kinds of question, by the guide's names.
    fn kinds(self) -> Vec<(ItemId, String)> {
        categories(self.app.guide).into_iter().map(|item| (item.id.clone(), item.name.clone())).collect()
    }

    fn question(self, id: &str) -> Option<Question> {
        let own = own(&records(self.app, List::Questions));
        questions().questions.iter().chain(&own).find(|one| one.id == id).cloned()
    }

    fn edit(self, edit: &PlanEdit) {
        self.app.own.edit(edit);
    }

    fn make_story(self, id: &AchievementId) {
        let record = untrack(|| interview::next_story(&records(self.app, List::Stories)));
        self.edit(&PlanEdit::write(List::Stories, id.clone(), record));
    }
}

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let ground = Ground { app, book: Book::of(app), practised: RwSignal::new(None), kind: RwSignal::new(0) };
    let title = move || words::headline(&ground.now().coverage);
    let lead = move || {
        let now = ground.now();
        words::lead(&now.coverage, now.target.map(|target| app.guide.title(target).name.as_str()))
    };
    vec![
        prepare::tools(&Page::Interview),
        heading("").text_from(title),
        el("p").class("lead").text_from(lead),
        stories(ground),
        el("div").class("interview").with([
            asking(ground),
            el("div").class("practice-place").show_for(move || ground.practised.get(), move |id| practice(ground, id.as_deref())),
        ]),
        rest(ground),
    ]
}

fn stories(ground: Ground) -> El {
    let app = ground.app;
    let section = move || {
        let now = ground.now();
        let mut parts = Vec::new();
        if now.log.is_empty() {
            parts.push(
                el("p")
                    .text("Stories come from your log. ")
                    .add(link(Page::Evidence.href(), "Note what you have done"))
                    .text(" first."),
            );
            return parts;
        }
        if now.target.is_none() {
            parts.push(
                el("p")
                    .text("Choose a destination to see which skills its interview turns on. ")
                    .add(link(Page::Home.href(), "Begin a plan"))
                    .text("."),
            );
        }
        if now.coverage.stories.is_empty() {
            parts.push(text("p", "", "No story yet. Six to eight are enough for any interview, and few enough to keep in mind."));
        } else {
            parts.push(matrix(ground, &now));
        }
        parts.push(choose(ground, &now));
        parts.extend(holes(ground, &now));
        parts
    };
    let key = || {
        el("p").class("small interview-key").attr("aria-hidden", "true").with([
            el("span").with([el("i").class("told as-asked"), text("span", "", " the level asked")]),
            el("span").with([el("i").class("told"), text("span", "", " a lower level")]),
            el("span").with([el("i").class("told hole"), text("span", "", " no story")]),
        ])
    };
    let key = move || if ground.now().coverage.stories.is_empty() { Vec::new() } else { vec![key()] };
    el("section").class("pile").attr("aria-label", "Stories").with([
        el("div").class("head").with([text("h2", "", "Which story shows what")]).show(key),
        el("div").class("pile").attr("id", "stories").show_for(
            move || (records(app, List::Stories), ground.book.get().len(), app.own.plan().with(|plan| plan.to.clone())),
            {
                let section = Arc::new(section);
                move |_| section()
            },
        ),
    ])
}

/// The matrix: a line a story, a column a skill, by kind of question.
fn matrix(ground: Ground, now: &Now) -> El {
    let guide = ground.app.guide;
    let kinds = ground.kinds();
    let of = |row: &Row| kind_of(guide, questions(), row.skill);
    let mut groups: Vec<(String, Vec<&Row>)> = kinds
        .iter()
        .map(|(id, name)| (name.clone(), now.coverage.skills.iter().filter(|row| of(row).as_ref() == Some(id)).collect()))
        .collect();
    groups.retain(|(_, rows)| !rows.is_empty());
    let columns: Vec<&Row> = groups.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    let is_first = |at: usize| {
        groups
            .iter()
            .scan(0, |sum, (_, rows)| {
                let begin = *sum;
                *sum += rows.len();
                Some(begin)
            })
            .any(|begin| begin == at)
    };
    let class = |at: usize, row: &Row, more: &str| {
        let hole = if row.best() == Shown::No { " is-hole" } else { "" };
        let first = if is_first(at) { " first" } else { "" };
        format!("{more}{hole}{first}")
    };
    let groups_row = el("tr")
        .add(el("td"))
        .with(
            groups
                .iter()
                .map(|(name, rows)| text("th", "group", name).attr("colspan", rows.len().to_string()).attr("scope", "colgroup"))
                .collect::<Vec<_>>(),
        )
        .with([el("td"), el("td")]);
    let skills_row = el("tr")
        .add(text("th", "", "Story").attr("scope", "col"))
        .with(
            columns
                .iter()
                .enumerate()
                .map(|(at, row)| {
                    text("th", &class(at, row, "skill"), words::parted(&guide.skill(row.skill).short)).attr("scope", "col")
                })
                .collect::<Vec<_>>(),
        )
        .with([text("th", "n", "practised").attr("scope", "col"), text("th", "n", "length").attr("scope", "col")]);
    let practice = records(ground.app, List::Practice);
    let line = |(place, id): (usize, &AchievementId)| {
        let name = now.log.get(id).map(|one| one.line.clone()).unwrap_or_default();
        let cell = |(at, row): (usize, &&Row)| {
            let shown = row.shown.get(place).copied().unwrap_or(Shown::No);
            let (mark, said) = match shown {
                Shown::No => (el("i").class("none").attr("aria-hidden", "true"), "no".to_owned()),
                Shown::Below(level) => {
                    (text("i", "told", level.to_string()).attr("aria-hidden", "true"), format!("{level} of {} asked", row.asked))
                }
                Shown::AsAsked(level) => {
                    (text("i", "told as-asked", level.to_string()).attr("aria-hidden", "true"), format!("{level}, as asked"))
                }
            };
            el("td").class(&class(at, row, "cell")).add(mark).add(text("span", "hush", said))
        };
        let (times, seconds) = told(&practice, id);
        let times = if times == 0 { text("td", "n warn", "never") } else { text("td", "n", format!("{times}×")) };
        let is_long = seconds.is_some_and(|seconds| seconds > *GOOD.end());
        let length = text("td", if is_long { "n warn" } else { "n" }, seconds.map_or_else(|| "–".to_owned(), minutes));
        let out = id.clone();
        let take_out =
            button("link small no-print", "Take out", move |_| ground.edit(&PlanEdit::remove(List::Stories, out.clone())))
                .attr("aria-label", format!("Take out: {name}"));
        el("tr")
            .add(
                el("th")
                    .attr("scope", "row")
                    .attr("dir", "auto")
                    .add(link(Page::EvidenceEntry(id.as_str().to_owned()).href(), &name))
                    .add(take_out),
            )
            .with(columns.iter().enumerate().map(cell).collect::<Vec<_>>())
            .with([times, length])
    };
    let asked = el("tr")
        .add(text("th", "small", "asked").attr("scope", "row"))
        .with(
            columns
                .iter()
                .enumerate()
                .map(|(at, row)| text("td", &class(at, row, "level"), row.asked.to_string()))
                .collect::<Vec<_>>(),
        )
        .with([el("td"), el("td")]);
    let table = el("table").class("coverage").with([
        text("caption", "hush", words::lead(&now.coverage, now.target.map(|target| guide.title(target).name.as_str()))),
        el("thead").with([groups_row, skills_row]),
        el("tbody").with(now.coverage.stories.iter().enumerate().map(line).collect::<Vec<_>>()),
        el("tfoot").add(asked),
    ]);
    crate::ui::components::receipt::scroll("Which story shows what", table)
}

/// The list from which a story is chosen.
fn choose(ground: Ground, now: &Now) -> El {
    let count = now.coverage.stories.len();
    let mut free: Vec<(&AchievementId, String)> =
        now.log.iter().filter(|(id, _)| !now.coverage.stories.contains(id)).map(|(id, one)| (id, one.line.clone())).collect();
    crate::domain::base::sorting::sort_by_key(&mut free, |(id, _)| now.log.get(*id).map(|one| std::cmp::Reverse(one.when.last())));
    if free.is_empty() || count >= List::Stories.most() {
        return el("p");
    }
    let option = |(id, line): &(&AchievementId, String)| {
        text("option", "", line.chars().take(90).collect::<String>()).attr("value", id.as_str())
    };
    let options: Vec<El> = std::iter::once(text("option", "", "Choose an entry of your log …").attr("value", ""))
        .chain(free.iter().map(option))
        .collect();
    let chosen = move |event: Event| {
        if let Some(id) = RecordId::new(&event.value()) {
            ground.make_story(&id);
            screen::focus_soon("story-add");
        }
    };
    let hint = if count > *STORIES.end() {
        "That is more than one keeps in mind: six to eight are enough.".to_owned()
    } else {
        words::more(now.coverage.more())
    };
    el("div").class("row story-add no-print").with([
        text("label", "small", "Make a story of").attr("for", "story-add"),
        el("select").class("in").attr("id", "story-add").on("change", chosen).with(options),
        text("span", "small", hint),
    ])
}

/// What no story shows, and what could fill it.
fn holes(ground: Ground, now: &Now) -> Option<El> {
    if now.target.is_none() || now.coverage.stories.is_empty() {
        return None;
    }
    let guide = ground.app.guide;
    let name = |skill: SkillIx| guide.skill(skill).short.clone();
    let mut rows: Vec<El> = Vec::new();
    let mut empty: Vec<String> = Vec::new();
    for row in now.coverage.skills.iter().filter(|row| !matches!(row.best(), Shown::AsAsked(_))) {
        match &row.in_the_log {
            Some((id, level)) => {
                let line = now.log.get(id).map(|one| one.line.clone()).unwrap_or_default();
                let how = if *level >= row.asked { String::new() } else { format!(", at {level} of {} asked", row.asked) };
                let id = id.clone();
                let act = button("link small", "Make it a story", move |_| ground.make_story(&id))
                    .attr("aria-label", format!("Make it a story: {line}"));
                rows.push(el("li").with([
                    text("b", "", name(row.skill)),
                    text("span", "small", format!(" in your log: “{line}”{how}. ")),
                    act,
                ]));
            }
            None if row.best() == Shown::No => empty.push(name(row.skill)),
            None => {}
        }
    }
    if !empty.is_empty() {
        let words = format!(" nothing in your log shows {}. ", plural(empty.len(), "it", "them"));
        rows.push(el("li").with([
            text("b", "", empty.join(", ")),
            text("span", "small", words),
            link(Page::Evidence.href(), "Note one").class("small"),
        ]));
    }
    (!rows.is_empty()).then(|| el("ul").class("fillers").with(rows))
}

/// The questions of one kind, each with the story that fits.
fn asking(ground: Ground) -> El {
    let all_own = move || own(&records(ground.app, List::Questions));
    let kinds = ground.kinds();
    let with_fit = move |of: &ItemId| {
        let (now, own, upper) = (ground.now(), all_own(), ground.is_upper());
        let all = asked(questions(), &own, of, upper);
        let fit = all.iter().filter(|one| !fits(ground.app.guide, &now.gaps, one, &now.log, &now.stories).is_empty()).count();
        (fit, all.len())
    };
    let ids: Vec<ItemId> = kinds.iter().map(|(id, _)| id.clone()).collect();
    let tab = |(place, (id, name)): (usize, &(ItemId, String))| {
        let id = id.clone();
        let count = move || {
            let (fit, all) = with_fit(&id);
            format!(" {fit} of {all}")
        };
        button("", name, move |_| ground.kind.set(place))
            .attr_from("aria-pressed", move || Some((ground.kind.get() == place).to_string()))
            .add(el("span").text_from(count))
    };
    let tabs: Vec<El> = kinds.iter().enumerate().map(tab).collect();
    let all_ids = ids.clone();
    let summary = move || {
        let sums = all_ids.iter().map(with_fit).fold((0, 0), |(a, b), (fit, all)| (a + fit, b + all));
        format!("{} of {} have a story that fits", sums.0, sums.1)
    };
    let of_kind = ids.clone();
    let heard = move || {
        let Some(of) = of_kind.get(ground.kind.get()) else { return String::new() };
        let kind = questions().kinds.iter().find(|kind| kind.of == *of);
        let words = kind.map(|kind| if ground.is_upper() { &kind.upper } else { &kind.first }).cloned().unwrap_or_default();
        let target = ground.app.own.derived().get().stage.aim().map(|aim| ground.app.guide.title(aim.target).name.clone());
        target.map_or(words.clone(), |target| format!("{words} Listened for at {target}."))
    };
    let listed = ids.clone();
    let items = move || {
        let Some(of) = listed.get(ground.kind.get()) else { return Vec::new() };
        let own = all_own();
        asked(questions(), &own, of, ground.is_upper()).into_iter().cloned().collect::<Vec<_>>()
    };
    let own_kind = ids;
    let add = move |typed: String| {
        let of = own_kind.get(ground.kind.get_untracked()).map_or("", ItemId::as_str).to_owned();
        let record = Record::default().with_text("text", &typed).with_text("of", &of);
        ground.edit(&PlanEdit::write(List::Questions, ground.app.own.fresh_id(), record));
    };
    el("section").class("pile").attr("aria-label", "Questions").with([
        el("div").class("head").with([text("h2", "", "Questions"), el("span").class("small").text_from(summary)]),
        el("div").class("seg kinds").attr("role", "group").attr("aria-label", "Kind of question").with(tabs),
        el("p").class("small").text_from(heard),
        el("ol").class("iv-questions").each(items, |one| one.id.clone(), move |row| question(ground, &row.identity())),
        one_line_form("own-question", "Add one that you were asked", "Add it", MAX_QUESTION, add),
    ])
}

fn question(ground: Ground, one: &Question) -> El {
    let guide = ground.app.guide;
    let question = one.clone();
    let fitting = move || {
        let now = ground.now();
        let all = fits(guide, &now.gaps, &question, &now.log, &now.stories);
        all.into_iter().filter_map(|fit| Some((now.log.get(&fit.id)?.line.clone(), fit.as_asked))).collect::<Vec<_>>()
    };
    let is_own = one.strong.is_empty();
    let fit = move |all: &Vec<(String, bool)>| match all.first() {
        Some((line, as_asked)) => {
            let mark = el("i").class(if *as_asked { "told as-asked" } else { "told" }).attr("aria-hidden", "true");
            let more = if all.len() > 1 { format!(" and {} more", all.len() - 1) } else { String::new() };
            vec![
                mark,
                text("span", "", format!(" {line}{more}")).attr("dir", "auto"),
                text("span", "hush", if *as_asked { ", at the level asked" } else { ", at a lower level" }),
            ]
        }
        None if is_own => vec![text("span", "", "yours")],
        None => vec![el("i").class("told hole").attr("aria-hidden", "true"), text("span", "warn", " no story")],
    };
    let id = one.id.clone();
    let (is_on, of_button) = (id.clone(), id.clone());
    let practise = button("link", "Practise", move |_| {
        ground.practised.set(Some(of_button.clone()));
        screen::focus_soon("practice");
    })
    .attr("aria-label", format!("Practise: {}", one.text));
    let skills: Vec<String> =
        one.skills.iter().filter_map(|id| guide.skill_by_id(id)).map(|skill| guide.skill(skill).short.clone()).collect();
    let strong = (!is_own).then(|| {
        el("details").class("small").with([
            text("summary", "", "What a strong answer shows")
                .attr("aria-label", format!("What a strong answer shows: {}", one.text)),
            text("p", "", &one.strong),
            text("p", "tiny", format!("It is about {}.", skills.join(" and "))),
        ])
    });
    let gone = id.clone();
    let remove = is_own.then(|| {
        let remove = move |_| {
            if let Some(id) = RecordId::new(&gone) {
                ground.edit(&PlanEdit::remove(List::Questions, id));
            }
        };
        button("link small", "Remove", remove).attr("aria-label", format!("Remove: {}", one.text))
    });
    el("li").attr_from("class", move || (ground.practised.get().as_ref() == Some(&is_on)).then(|| "on".to_owned())).with([
        el("div").class("pile tight").add(text("p", "question-text", &one.text).attr("dir", "auto")).maybe(strong),
        el("p").class("fit").show_for(fitting, fit),
        el("div").class("row no-print").add(practise).maybe(remove),
    ])
}

/// Changes what is kept of practising a question, as something that is being typed or by one press.
type Change = Arc<dyn Fn(bool, &dyn Fn(&mut Practice)) + Send + Sync>;

/// Practice of one question.
fn practice(ground: Ground, id: Option<&str>) -> Vec<El> {
    let Some(one) = id.and_then(|id| ground.question(id)) else {
        return vec![el("section").class("card practice-none").with([
            text("h2", "h-small", "Practise"),
            text("p", "small", "Choose a question, start the timer and answer aloud. Two to three minutes are a good length; the notes stay with the question."),
        ])];
    };
    let app = ground.app;
    let Some(record) = RecordId::new(&one.id) else { return Vec::new() };
    let kept = {
        let record = record.clone();
        move || records(app, List::Practice).get(&record).map(Practice::of).unwrap_or_default()
    };
    let runs = RwSignal::new(false);
    let passed = StoredValue::new(0_u32);
    let change: Change = Arc::new(move |typing, change| {
        let over = untrack(|| records(app, List::Practice).get(&record).cloned()).unwrap_or_default();
        let mut practice = Practice::of(&over);
        change(&mut practice);
        ground.edit(&PlanEdit::Record { list: List::Practice, id: record.clone(), record: Some(practice.to_record(over)), typing });
    });
    let now = untrack(|| ground.now());
    let fitting = fits(app.guide, &now.gaps, &one, &now.log, &now.stories);
    let first = kept.clone();
    let told = RwSignal::new(
        untrack(move || first().story).filter(|id| now.log.contains_key(id)).or_else(|| fitting.first().map(|fit| fit.id.clone())),
    );
    let stop_change = change.clone();
    let stop = move || {
        if runs.get_untracked() {
            let (seconds, story) = (passed.get_value(), told.get_untracked());
            runs.set(false);
            stop_change(false, &|practice| {
                practice.times += 1;
                practice.seconds = Some(seconds);
                practice.story = story.clone();
            });
            app.live.announce(words::stopped(seconds));
        }
    };
    let timer = move |is_running: &bool| {
        let last = untrack(&kept);
        let seconds: Arc<dyn Fn() -> u32 + Send + Sync> = if *is_running {
            let seconds = screen::seconds();
            Arc::new(move || {
                let now = seconds.get();
                passed.set_value(now);
                now
            })
        } else {
            Arc::new(move || last.seconds.unwrap_or_default())
        };
        let (of_text, of_bar) = (seconds.clone(), seconds);
        let width = move || {
            let share = of_bar().min(LONGEST) * 1_000 / LONGEST;
            format!("{}.{}%", share / 10, share % 10)
        };
        let bar = el("div")
            .class("answer-bar")
            .attr("aria-hidden", "true")
            .css_from("--at", width)
            .with([el("i").class("good"), el("i").class("gone")]);
        let marks = el("div").class("answer-marks tiny").attr("aria-hidden", "true").with([
            text("span", "", "2:00"),
            text("b", "", "good"),
            text("span", "", "3:00"),
            text("span", "", "4:00"),
        ]);
        vec![
            el("p")
                .class("answer-time")
                .attr("role", "timer")
                .attr("aria-label", "Time of the answer")
                .text_from(move || minutes(of_text())),
            bar,
            marks,
        ]
    };
    let (begin, end) = (stop.clone(), stop.clone());
    let controls = move |is_running: &bool| {
        let (begin, end) = (begin.clone(), end.clone());
        let press = move |_| {
            if runs.get_untracked() {
                end();
            } else {
                begin();
                runs.set(true);
                app.live.announce("The timer runs.");
            }
        };
        vec![button("btn", if *is_running { "Stop, keep the time" } else { "Start the timer" }, press).attr("id", "practice-run")]
    };
    let options: Vec<El> = {
        let option = |id: &AchievementId, line: &str| {
            text("option", "", line.chars().take(80).collect::<String>()).attr("value", id.as_str())
        };
        let chosen = told.get_untracked();
        let all = now.stories.iter().filter_map(|story| Some((&story.id, now.log.get(&story.id)?)));
        let all = all.map(|(id, one)| {
            let option = option(id, &one.line);
            if Some(id) == chosen.as_ref() { option.attr("selected", "") } else { option }
        });
        std::iter::once(text("option", "", "No story").attr("value", "")).chain(all).collect()
    };
    let story = el("div").class("field").with([
        text("label", "", "The story that you tell").attr("for", "practice-story"),
        el("select")
            .class("in")
            .attr("id", "practice-story")
            .on("change", move |event| told.set(RecordId::new(&event.value())))
            .with(options),
    ]);
    let cue = move || {
        let one = told.get().and_then(|id| ground.book.entry(&id));
        let Some(one) = one else { return Vec::new() };
        let parts = [("Situation", &one.situation), ("Task", &one.task), ("Action", &one.action), ("Result", &one.result)];
        let mut all: Vec<El> = parts
            .iter()
            .filter(|(_, words)| !words.trim().is_empty())
            .map(|(name, words)| el("div").with([text("dt", "", name), text("dd", "", words).attr("dir", "auto")]))
            .collect();
        all.extend(one.metric.as_ref().map(|metric| {
            el("div").with([text("dt", "", "Measured"), text("dd", "", crate::ui::words::evidence::measured_in_one(metric))])
        }));
        if all.is_empty() {
            return vec![text("p", "small", "This entry has no details yet.")];
        }
        vec![el("dl").class("lines").with(all)]
    };
    let note_of = one.id.clone();
    let note_value = move || {
        RecordId::new(&note_of)
            .and_then(|id| records(app, List::Practice).get(&id).map(|record| record.text("notes").to_owned()))
            .unwrap_or_default()
    };
    let notes = written(
        "practice-notes",
        "Notes, kept with the question",
        3,
        MAX_NOTES,
        note_value,
        {
            let change = change.clone();
            move |typed| change(true, &|practice| practice.notes = typed.clone())
        },
        app,
    );
    let next_of = one.clone();
    let next = move |_| {
        stop();
        let own = untrack(|| own(&records(app, List::Questions)));
        let all = asked(questions(), &own, &next_of.of, untrack(|| ground.is_upper()));
        let at = all.iter().position(|one| one.id == next_of.id).map_or(0, |at| at + 1);
        ground.practised.set(all.get(at).or_else(|| all.first()).map(|one| one.id.clone()));
        screen::focus_soon("practice");
    };
    let kind = ground.kinds().into_iter().find(|(id, _)| *id == one.of).map(|(_, name)| name).unwrap_or_default();
    let strong =
        (!one.strong.is_empty()).then(|| el("p").class("small").add(text("b", "strong", "A strong answer: ")).text(&one.strong));
    vec![
        el("section")
            .class("card practice")
            .attr("aria-label", "Practice")
            .with([
                text("p", "small", format!("Practising · {kind}")),
                text("h2", "question-text", &one.text).attr("id", "practice").attr("tabindex", "-1").attr("dir", "auto"),
                el("div").class("answer").show_for(move || runs.get(), timer),
                el("div").class("row no-print").add(el("span").show_for(move || runs.get(), controls)).add(button(
                    "btn quiet",
                    "Next question",
                    next,
                )),
            ])
            .maybe(strong)
            .with([story, el("div").show(cue), notes]),
    ]
}

/// A text that is kept as it is typed; what is too long stays in its field and is said.
fn written(
    id: &'static str,
    name: &str,
    rows: u8,
    most: usize,
    value: impl Fn() -> String + 'static,
    write: impl Fn(String) + 'static,
    app: App,
) -> El {
    let refused = RwSignal::new(None::<String>);
    let typed = move |event: Event| {
        let text = harmless(&event.value());
        if length(&text) > most {
            refused.set(Some(text));
        } else {
            write(text);
            refused.set(None);
        }
    };
    let fault = move || {
        let count = refused.with(|text| text.as_ref().map(|text| length(text)));
        count.map(|has| format!("It has {has} characters, and {most} are the most. It is not saved yet.")).unwrap_or_default()
    };
    let area = el("textarea")
        .class("in")
        .attr("id", id)
        .attr("rows", rows.to_string())
        .attr("dir", "auto")
        .attr("aria-describedby", format!("{id}-fault"))
        .attr_from("aria-invalid", move || refused.with(Option::is_some).then(|| "true".to_owned()))
        .value_from(move || refused.get().unwrap_or_else(&value))
        .on("input", typed)
        .on("change", move |_| app.own.close_note());
    el("div").class("field").with([
        text("label", "", name).attr("for", id),
        area,
        el("p").class("error").attr("id", format!("{id}-fault")).attr("role", "alert").text_from(fault),
    ])
}

/// A form of one line.
fn one_line_form(id: &'static str, name: &str, submit: &str, most: usize, add: impl Fn(String) + 'static) -> El {
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(String::new());
    let submitted = move |event: Event| {
        event.prevent();
        let line = one_line(&typed.get_untracked());
        match length(&line) {
            0 => fault.set("It is empty.".to_owned()),
            has if has > most => fault.set(format!("It has {has} characters, and {most} are the most.")),
            _ => {
                add(line);
                typed.set(String::new());
                fault.set(String::new());
            }
        }
        screen::focus(id);
    };
    let input = el("input").class("in").attr("id", id).attr("autocomplete", "off").attr("aria-describedby", format!("{id}-fault"));
    let input = input.value_from(move || typed.get()).on("input", move |event| typed.set(event.value()));
    el("form").class("one-line no-print").attr("novalidate", "").on("submit", submitted).with([
        text("label", "small", name).attr("for", id),
        el("div").class("quick-row").with([input, text("button", "btn quiet", submit).attr("type", "submit")]),
        el("p").class("error").attr("id", format!("{id}-fault")).attr("role", "alert").text_from(move || fault.get()),
    ])
}

/// What else there is to get ready.
fn rest(ground: Ground) -> El {
    el("div").class("interview-rest").with([to_ask(ground), companies(ground), why(ground)])
}

fn to_ask(ground: Ground) -> El {
    let app = ground.app;
    let all = questions().asking.iter();
    let chosen = move |id: &str| RecordId::new(id).is_some_and(|id| records(app, List::Asking).contains_key(&id));
    let row = |(id, words): (&str, &str)| {
        let (of, set) = (id.to_owned(), id.to_owned());
        let turn = move |event: Event| {
            let Some(id) = RecordId::new(&set) else { return };
            let record = Record::default().with_flag("chosen", true);
            ground.edit(&if event.checked() {
                PlanEdit::write(List::Asking, id, record)
            } else {
                PlanEdit::remove(List::Asking, id)
            });
        };
        el("li").add(el("label").class("tick-box").with([
            el("input").attr("type", "checkbox").flag_from("checked", move || chosen(&of)).on("change", turn),
            text("span", "", words),
        ]))
    };
    let prepared: Vec<El> = all.clone().map(|one| row((&one.id, &one.text))).collect();
    let mine = move || {
        let of = |(id, record): (&RecordId, &Record)| {
            let words = record.text("text").to_owned();
            (!words.is_empty()).then(|| (id.clone(), words))
        };
        records(app, List::Asking).iter().filter_map(of).collect::<Vec<_>>()
    };
    let own_row = move |row: crate::dom::Row<(RecordId, String)>| {
        let (id, words) = (*row.identity()).clone();
        let remove = button("link small", "Remove", {
            let id = id.clone();
            move |_| ground.edit(&PlanEdit::remove(List::Asking, id.clone()))
        });
        el("li")
            .class("own")
            .with([text("span", "", &words).attr("dir", "auto"), remove.attr("aria-label", format!("Remove: {words}"))])
    };
    let count = move || words::chosen(records(app, List::Asking).len());
    let add = move |typed: String| {
        ground.edit(&PlanEdit::write(List::Asking, app.own.fresh_id(), Record::default().with_text("text", &typed)))
    };
    el("section").class("pile").attr("aria-label", "Questions to ask them").with([
        text("h2", "h-small", "Questions to ask them"),
        el("p").class("small").text_from(count),
        el("ul").class("asks").with(prepared),
        el("ul").class("asks").each(mine, |(id, _)| id.as_str().to_owned(), own_row),
        one_line_form("own-ask", "One of your own", "Add it", MAX_QUESTION, add),
    ])
}

fn companies(ground: Ground) -> El {
    let app = ground.app;
    let list = move || {
        let all: Arc<Entries> = records(app, List::Companies);
        let mut all: Vec<(RecordId, String)> =
            all.iter().map(|(id, record)| (id.clone(), record.text("name").to_owned())).collect();
        crate::domain::base::sorting::sort_by_key(&mut all, |(id, name)| (crate::domain::workbench::text::lower(name), id.clone()));
        all
    };
    let row = move |row: crate::dom::Row<(RecordId, String)>| {
        let (id, name) = (*row.identity()).clone();
        let field = |key: &'static str, label: &str| {
            let (of, set) = (id.clone(), id.clone());
            let value =
                move || records(app, List::Companies).get(&of).map(|record| record.text(key).to_owned()).unwrap_or_default();
            let write = move |typed: String| {
                if let Some(record) = untrack(|| records(app, List::Companies).get(&set).cloned()) {
                    let record = Some(record.with_text(key, &typed));
                    ground.edit(&PlanEdit::Record { list: List::Companies, id: set.clone(), record, typing: true });
                }
            };
            let refused = RwSignal::new(None::<String>);
            let typed = move |event: Event| {
                let text = harmless(&event.value());
                if length(&text) > MAX_NOTES {
                    refused.set(Some(text));
                } else {
                    write(text);
                    refused.set(None);
                }
            };
            let fault = move || {
                if refused.with(Option::is_some) { "2000 characters are the most. It is not saved yet." } else { "" }.to_owned()
            };
            el("label").class("field").with([
                text("span", "label", label),
                el("textarea")
                    .class("in")
                    .attr("rows", "2")
                    .attr("dir", "auto")
                    .value_from(move || refused.get().unwrap_or_else(&value))
                    .on("input", typed)
                    .on("change", move |_| app.own.close_note()),
                el("span").class("error").attr("role", "alert").text_from(fault),
            ])
        };
        let gone = id.clone();
        let remove = button("link small", "Remove", move |_| ground.edit(&PlanEdit::remove(List::Companies, gone.clone())))
            .attr("aria-label", format!("Remove {name}"));
        el("li").add(el("details").with([
            text("summary", "", &name).attr("dir", "auto"),
            el("div").class("pile").with([
                field("work", "What engineering there is up to, and in which technology"),
                field("news", "What is new, and what people say of working there"),
                field("people", "Who you know or met, and what is agreed"),
                remove,
            ]),
        ]))
    };
    let count = move || {
        let all = records(app, List::Companies);
        let noted = all.values().filter(|record| ["work", "news", "people"].iter().any(|key| !record.text(key).is_empty())).count();
        words::companies(all.len(), noted)
    };
    let add = move |typed: String| {
        ground.edit(&PlanEdit::write(List::Companies, app.own.fresh_id(), Record::default().with_text("name", &typed)))
    };
    el("section").class("pile").attr("aria-label", "Companies").with([
        text("h2", "h-small", "Companies"),
        el("p").class("small").text_from(count),
        el("ul").class("companies").each(list, |(id, name)| format!("{} {name}", id.as_str()), row),
        one_line_form("own-company", "A company to look at", "Add it", 100, add),
    ])
}

fn why(ground: Ground) -> El {
    let app = ground.app;
    let id = RecordId::fresh("why");
    let of = id.clone();
    let value = move || records(app, List::Texts).get(&of).map(|record| record.text("text").to_owned()).unwrap_or_default();
    let count = value.clone();
    let write = move |typed: String| {
        let over = untrack(|| records(app, List::Texts).get(&id).cloned()).unwrap_or_default();
        let record = Some(over.with_text("text", &typed)).filter(|record| !record.fields().is_empty());
        ground.edit(&PlanEdit::Record { list: List::Texts, id: id.clone(), record, typing: true });
    };
    el("section").class("pile").attr("aria-label", "My why").with([
        text("h2", "h-small", "My why"),
        el("p").class("small").text_from(move || words::why(count().split_whitespace().count())),
        written("my-why", "Why this post, and why this company", 6, MAX_NOTES, value, write, app),
    ])
}
