//! Rating one skill after the other, the most informative first, while the range of readiness narrows: one press rates, and the next
//! question is there. What the title asks is shown only once a skill is rated, so that it does not steer the answer. Once the ratings
//! are enough for an answer that holds, the page says so, and offers the rest in rounds by what they decide.
//!
//! Absent on purpose: timers. What a press did stands in the bar below the question until the next press.

use super::assess_note::{self, note};
use crate::dom::signals::*;
use crate::dom::{El, bind, button, el, heading, link, text};
use crate::domain::analysis::Aim;
use crate::domain::base::sorting::sort_by_key;
use crate::domain::guide::{Guide, Proficiency, SkillId, SkillIx};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::history::EditId;
use crate::domain::standing::enough::{Round, certain, enough, rounds};
use crate::domain::standing::gap::{Gap, most_informative_first, next_to_rate, straight_lined};
use crate::domain::workbench::evidence::backing;
use crate::state::{App, Live, screen, use_app};
use crate::ui::components::behaviours::{PART, Question, behaviours, keys, option_id};
use crate::ui::components::levels::level_bar;
use crate::ui::components::standing::{Bar, labelled_bar, share_bar};
use crate::ui::words::figures::so_many;
use crate::ui::words::{assess as words, figures, pages, rough as rough_words};
use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;

/// The heading where there is nothing to rate for yet.
pub const NAME: &str = pages::RATE;
/// The link to what the guide says of a skill.
const IN_THE_GUIDE: &str = "In the guide";
/// How many skills are listed once it is enough.
const LISTED: usize = 3;

/// The id of the heading.
const HEADING: &str = "heading";

/// Has the heading take the focus once what follows is on the screen: taking it before would have the browser work the page out twice for
/// one frame.
fn go_to_heading() {
    screen::focus_once_shown(HEADING.to_owned());
}

/// Turns to what follows, where what has the focus goes with what was there: until the heading takes it, the part of the page holds it that
/// the keys act on.
fn turn() {
    screen::hold_focus(PART);
    go_to_heading();
}

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    /// A skill: a question, or its rating if it has one.
    Skill(SkillIx),
    /// That the ratings are enough, while some skills are unrated.
    Enough,
    /// That every skill is rated.
    All,
}

/// What the page has elements for. From one question to the next they stay, and get other words: that takes a browser less than half the time,
/// and a person sees what changes and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// A skill that has no rating.
    Question,
    /// A skill that has one.
    Answer(SkillIx),
    /// [`View::Enough`].
    Enough,
    /// [`View::All`].
    All,
}

/// What the bar below the question says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// Nothing.
    Nothing,
    /// What rating does.
    Hint,
    /// The verdict on the skill that is shown, and whether its rating is the last one of the visit, which *Undo* takes back.
    Here(SkillIx, bool),
    /// The verdict on the rating before.
    Before,
}

/// A rating of this visit, so that it can be taken back.
#[derive(Clone, Copy)]
struct Rated {
    skill: SkillIx,
    before: Option<Proficiency>,
    level: Proficiency,
    edit: Option<EditId>,
    /// What was left of the round before it.
    left: Option<usize>,
}

/// A visit to the page.
#[derive(Clone, Copy)]
struct Visit {
    app: App,
    aim: Live<Aim>,
    view: RwSignal<View>,
    /// The ratings of this visit that were not taken back, the last one at the end.
    rated: RwSignal<Vec<Rated>>,
    /// How many skills of the round are left, where there is one.
    left: RwSignal<Option<usize>>,
    /// Whether the note of evidence was asked for.
    noting: RwSignal<bool>,
}

/// Shows the skill with this id, or the one to rate next.
pub fn show(aim: Live<Aim>, asked: Option<SkillId>) -> Vec<El> {
    let (app, guide) = (use_app(), aim.plan.guide);
    let asked = match asked.map(|id| guide.skill_by_id(&id).ok_or(id)) {
        Some(Err(id)) => return super::not_found::show(&Page::AssessSkill(id)),
        Some(Ok(skill)) => Some(skill),
        None => None,
    };
    let first = match asked {
        Some(skill) => View::Skill(skill),
        None => untrack(|| beginning(guide, &aim.get())),
    };
    let visit = Visit {
        app,
        aim,
        view: RwSignal::new(first),
        rated: RwSignal::new(Vec::new()),
        left: RwSignal::new(None),
        noting: RwSignal::new(false),
    };
    let body = el("div").class("assess").add(visit.top()).show_for(move || visit.kind(), move |kind| vec![visit.shown(*kind)]);
    visit.name_document();
    let by_key = move |level| {
        if let View::Skill(skill) = untrack(|| visit.present()) {
            visit.rate(skill, level);
        }
    };
    vec![keys(by_key).attr("id", PART).class("sections").add(body.add(visit.dock()).add(visit.side()))]
}

/// What a visit begins with.
fn beginning(guide: &Guide, now: &Aim) -> View {
    match next_to_rate(&now.gaps, None) {
        None => View::All,
        Some(_) if now.ratings.rated() > 0 && is_enough(guide, now) => View::Enough,
        Some(skill) => View::Skill(skill),
    }
}

fn is_enough(guide: &Guide, now: &Aim) -> bool {
    enough(guide, now.target, &now.gaps).is_some()
}

fn next_round(now: &Aim) -> Option<Round> {
    rounds(&now.gaps).into_iter().next()
}

impl Visit {
    /// What is shown: what was gone to, unless an edit elsewhere has made something else of it.
    fn present(self) -> View {
        match self.view.get() {
            View::All | View::Enough => beginning(self.app.guide, &self.aim.get()),
            skill => skill,
        }
    }

    /// What the page is made anew for.
    fn kind(self) -> Shown {
        match self.present() {
            View::Skill(skill) if self.rating(skill).is_some() => Shown::Answer(skill),
            View::Skill(_) => Shown::Question,
            View::Enough => Shown::Enough,
            View::All => Shown::All,
        }
    }

    fn has_note(self, skill: SkillIx) -> bool {
        self.aim.get().plan.evidence.get(&self.app.guide.skill(skill).id).is_some_and(|note| !note.is_empty())
    }

    /// The skill of the question that is shown, for elements that stay from one to the next; the last one, until they go.
    fn asked(self, first: SkillIx) -> impl Fn() -> SkillIx + Clone {
        let last = StoredValue::new(first);
        move || {
            if let View::Skill(skill) = self.present() {
                last.set_value(skill);
            }
            last.get_value()
        }
    }

    fn rating(self, skill: SkillIx) -> Option<Proficiency> {
        self.aim.get().ratings.get(skill)
    }

    fn gap(self, skill: SkillIx) -> Option<Gap> {
        self.aim.get().gaps.iter().find(|g| g.skill == skill).copied()
    }

    fn short(self, skill: SkillIx) -> &'static str {
        &self.app.guide.skill(skill).short
    }

    /// Rates a skill. One that had no rating gives way to the next question; one that had stays, with its new verdict.
    fn rate(self, skill: SkillIx, level: Proficiency) {
        let before = untrack(|| self.aim.get());
        let was = before.ratings.get(skill);
        let left = self.left.get_untracked();
        let edit = self.app.own.edit(&PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level: Some(level) });
        self.rated.update(|all| all.push(Rated { skill, before: was, level, edit, left }));
        self.noting.set(false);
        let now = untrack(|| self.aim.get());
        let verdict = now.gaps.iter().find(|g| g.skill == skill).and_then(|gap| words::verdict(self.short(skill), gap));
        let verdict = verdict.unwrap_or_default();
        if was.is_some() {
            return self.app.live.announce(verdict);
        }
        self.go_on(skill, &now, Some(&before));
        match untrack(|| (self.kind(), self.present())) {
            // A heading that has the focus already is not read out when its words change.
            (Shown::Question, View::Skill(next)) if screen::has_focus(HEADING) => {
                self.app.live.announce(words::verdict_and_next(&verdict, self.short(next)));
            }
            (Shown::Question, _) => {
                self.app.live.announce(verdict);
                go_to_heading();
            }
            _ => {
                self.app.live.announce(verdict);
                turn();
            }
        }
    }

    /// Goes to what follows a skill. `before` is what was before it was rated, if it was.
    fn go_on(self, skill: SkillIx, now: &Aim, before: Option<&Aim>) {
        let left = self.left.get_untracked().map(|left| left.saturating_sub(1));
        self.left.set(left);
        let next = next_to_rate(&now.gaps, Some(skill));
        let becomes_enough = |before: &Aim| is_enough(self.app.guide, now) && !is_enough(self.app.guide, before);
        let pause = left == Some(0) || (left.is_none() && before.is_some_and(becomes_enough));
        self.view.set(match next {
            Some(_) if pause => View::Enough,
            Some(next) => View::Skill(next),
            None if now.ratings.get(skill).is_some() => View::All,
            None => View::Enough,
        });
    }

    /// Passes over a skill.
    fn skip(self, skill: SkillIx) {
        turn();
        let now = untrack(|| self.aim.get());
        if next_to_rate(&now.gaps, Some(skill)).is_none() && !is_enough(self.app.guide, &now) {
            return self.app.address.go(&Page::Gaps);
        }
        self.go_on(skill, &now, None);
    }

    /// Takes the last rating of the visit back, and goes to its question.
    fn undo(self) {
        let Some(last) = self.rated.try_update(Vec::pop).flatten() else { return };
        turn();
        let id = &self.app.guide.skill(last.skill).id;
        // If it was the last edit it is undone, with the steps that it ticked off no longer; else the rating alone goes back.
        if untrack(|| last.edit.is_some_and(|edit| self.app.own.is_last(edit))) {
            self.app.own.undo();
        } else {
            self.app.own.edit(&PlanEdit::Rate { skill: id.clone(), level: last.before });
        }
        self.app.live.announce(words::taken_back(self.short(last.skill), last.before));
        self.left.set(last.left);
        self.noting.set(false);
        self.view.set(View::Skill(last.skill));
    }

    /// The last rating of the visit, if it still stands.
    fn last(self) -> Option<Rated> {
        let last = self.rated.with(|all| all.last().copied())?;
        (self.rating(last.skill) == Some(last.level)).then_some(last)
    }

    /// Each question names the document, once it is on the screen: the browser tells others of the name, which takes it longer than the
    /// question does.
    fn name_document(self) {
        let name = move || match self.present() {
            View::Skill(skill) => pages::title(&Page::AssessSkill(self.app.guide.skill(skill).id.clone()), self.app.guide),
            View::Enough | View::All => NAME.to_owned(),
        };
        // It goes with the page, and so does what waits for the screen.
        let present = StoredValue::new(String::new());
        Effect::new(move |_: Option<()>| {
            let name = pages::in_browser(&name());
            if present.get_value() != name {
                present.set_value(name);
                screen::name_once_shown(move || present.try_get_value());
            }
        });
    }

    fn shown(self, kind: Shown) -> El {
        match (kind, untrack(|| self.present())) {
            (Shown::Question, View::Skill(skill)) => self.question(skill),
            (Shown::Answer(skill), _) => self.answer(skill),
            (Shown::All, _) => self.all_rated(),
            (Shown::Enough | Shown::Question, _) => self.enough(),
        }
    }

    /// How far one is, and the range, at the top of every view.
    fn top(self) -> El {
        let guide = self.app.guide;
        let all = guide.skills().len();
        let segments = move |_: &_| {
            let mut skills = untrack(|| self.aim.get()).gaps.clone();
            sort_by_key(&mut skills, |g| Reverse(g.at_stake()));
            let segment = |gap: &Gap| {
                let stake = gap.at_stake().max(1).to_string();
                (gap.skill, el("i").css_from("--w", move || stake.clone()))
            };
            let segments: Vec<(SkillIx, El)> = skills.iter().map(segment).collect();
            let elements: Vec<El> = segments.iter().map(|(_, el)| el.clone()).collect();
            let classes = RefCell::new(vec![None; segments.len()]);
            bind(move || {
                let (now, view) = (self.aim.get(), self.present());
                for ((skill, segment), before) in segments.iter().zip(classes.borrow_mut().iter_mut()) {
                    let class = match (now.ratings.get(*skill), view == View::Skill(*skill)) {
                        (_, true) => Some("here"),
                        (Some(_), false) => Some("done"),
                        (None, false) => None,
                    };
                    if class != *before {
                        segment.set_attr("class", class);
                        *before = class;
                    }
                }
            });
            elements
        };
        let range = move || {
            let now = self.aim.get();
            format!("{} ", words::share_of(now.has_gate(), self.aim.plan.name(now.target)))
        };
        el("div").class("assess-top").with([
            el("div").class("segments").attr("aria-hidden", "true").show_for(move || self.aim.get().target, segments),
            el("p").class("small").with([
                el("span").text_from(move || words::progress(self.aim.get().ratings.rated(), all)),
                el("span")
                    .text_from(range)
                    .add(el("b").class("nowrap").text_from(move || figures::readiness(self.aim.get().readiness))),
            ]),
        ])
    }

    /// A question, which stays while one skill follows the other.
    fn question(self, first: SkillIx) -> El {
        let guide = self.app.guide;
        let asked = self.asked(first);
        let (title, why, guide_link) = (heading(""), text("p", "why", ""), link("", IN_THE_GUIDE));
        let (titled, reasoned, linked, skill) = (title.clone(), why.clone(), guide_link.clone(), asked.clone());
        bind(move || {
            let skill = skill();
            let record = guide.skill(skill);
            titled.set_text(&record.short);
            reasoned.set_text(&record.why);
            linked.set_attr("href", Some(&Page::guide_skill(guide, skill).href()));
        });
        let question = Question { guide, skill: Rc::new(asked.clone()), about_another: false, asked: None };
        let (rating, rated) = (asked.clone(), asked.clone());
        // Before a rating the note only takes room, unless there is one.
        let noting = move |skill: &SkillIx| {
            let has_note = self.has_note(*skill);
            has_note.then(|| note(self.app, self.aim, *skill, self.noting.get_untracked())).into_iter().collect()
        };
        self.section(
            [title, why],
            behaviours(question, move || self.rating(rating()), move |level| self.rate(untrack(&rated), level)),
        )
        .show_for(asked, noting)
        .add(self.links(guide_link))
    }

    /// A skill with its rating.
    fn answer(self, skill: SkillIx) -> El {
        let guide = self.app.guide;
        let record = guide.skill(skill);
        let asked = untrack(|| self.gap(skill)).map(|gap| gap.required);
        let question = Question { guide, skill: Rc::new(move || skill), about_another: false, asked };
        let lines = behaviours(question, move || self.rating(skill), move |level| self.rate(skill, level));
        self.section([heading(&record.short), text("p", "why", &record.why)], lines)
            .add(note(self.app, self.aim, skill, self.noting.get_untracked()))
            .add(self.links(link(Page::guide_skill(guide, skill).href(), IN_THE_GUIDE)))
    }

    /// What a question and an answer have in common.
    fn section(self, about: [El; 2], lines: El) -> El {
        let lead = el("p").class("which").text("Choose the highest line that is true today. ").add(text("b", "", "You can …"));
        el("section").class("question").attr("aria-labelledby", HEADING).with(about).add(lead).add(lines)
    }

    fn links(self, guide_link: El) -> El {
        let all = link(Page::AssessList.href(), format!("All {} as a list", self.app.guide.skills().len()));
        el("p").class("small row").with([guide_link, all])
    }

    fn enough(self) -> El {
        el("section").class("question enough").attr("aria-labelledby", HEADING).show(move || self.found())
    }

    /// What is certain once it is enough: made anew when a rating changes, in another tab or by an undo elsewhere.
    fn found(self) -> Vec<El> {
        let now = self.aim.get();
        let known = certain(self.app.guide, now.target, &now.gaps).and_then(|c| Some((c.enough()?, c)));
        let Some((enough, certain)) = known else { return vec![heading(NAME)] };
        let listed = if certain.blocking.is_empty() { &certain.top } else { &certain.blocking };
        let row = |skill: &SkillIx| {
            let (skill, name) = (*skill, self.short(*skill));
            let gap = move || self.gap(skill).unwrap_or_else(|| unreachable!("every skill of the guide has a gap"));
            el("li").with([
                link(Page::AssessSkill(self.app.guide.skill(skill).id.clone()).href(), name),
                level_bar(name, gap),
                el("span").class("num").text_from(move || gap().levels().map_or_else(String::new, |n| format!("−{n}"))),
            ])
        };
        let rows: Vec<El> = listed.iter().take(LISTED).map(row).collect();
        let unrated = now.unrated(self.app.guide);
        vec![
            text("p", "small", "Enough for a first answer"),
            heading(words::enough_heading(&certain, enough, self.aim.plan.name(now.target))),
            el("ol").class("stand-out").with(rows),
            text("p", "", words::enough_lead(&certain, unrated)),
            el("ol").class("rounds").attr("aria-label", "What more ratings narrow").with(round_rows(&now.gaps)),
        ]
    }

    fn all_rated(self) -> El {
        let (all, aim, rough) = (self.app.guide.skills().len(), self.aim, self.app.rough);
        let bar = move || {
            let now = aim.get();
            Bar { rough: rough.get().map(|found| rough_words::ends(&found)), ..Bar::of(now.has_gate(), now.readiness) }
        };
        let meaning = move || rough.get().map_or_else(String::new, |found| rough_words::meaning(&found, aim.get().readiness));
        el("section").class("question enough").attr("aria-labelledby", HEADING).with([
            heading(format!("All {all}\u{a0}skills are rated")),
            el("div").class("card narrow").with([labelled_bar(bar), el("p").class("small").text_from(meaning)]),
            text("p", "", "Ratings change as you grow. Come back to any of them, or look at what they add up to."),
        ])
    }

    /// The bar below the question: the verdict on the last rating with its undo, and where to go.
    fn dock(self) -> El {
        let said = move || match (self.present(), self.kind()) {
            (_, Shown::Answer(skill)) => Said::Here(skill, self.last().is_some_and(|last| last.skill == skill)),
            _ if self.last().is_some() => Said::Before,
            (View::Skill(_), _) => Said::Hint,
            _ => Said::Nothing,
        };
        let here = move || if let Said::Here(skill, is_undoable) = said() { Some((skill, is_undoable)) } else { None };
        let verdict = move |here: &Option<(SkillIx, bool)>| {
            here.map_or_else(Vec::new, |(skill, is_undoable)| self.verdict_here(skill, is_undoable))
        };
        let hint = text("p", "small", "What is asked of you shows once you have rated.").hidden_from(move || said() != Said::Hint);
        let before = self.verdict_before().map(|el| el.hidden_from(move || said() != Said::Before));
        el("div").class("dock").with([
            el("div").class("dock-said").add(hint).with(before).show_for(here, verdict),
            el("div").class("dock-ways").show_for(move || self.offered(), move |(kind, next, _)| self.ways(*kind, *next)),
        ])
    }

    /// What the ways from here depend on: what is shown, the skill that follows one that is rated, and what the next round decides.
    fn offered(self) -> (Shown, Option<SkillIx>, Option<String>) {
        let (kind, now) = (self.kind(), self.aim.get());
        match kind {
            Shown::Answer(skill) => (kind, next_to_rate(&now.gaps, Some(skill)), None),
            Shown::Enough => (kind, None, next_round(&now).map(|round| words::round(&round))),
            Shown::Question | Shown::All => (kind, None, None),
        }
    }

    /// The verdict on the skill that is shown.
    fn verdict_here(self, skill: SkillIx, is_undoable: bool) -> Vec<El> {
        let words = move || self.gap(skill).and_then(|gap| words::verdict_here(&gap)).unwrap_or_default();
        let verdict = el("b").text_from(move || words().0 + " ");
        let more = el("span").class("soft").text_from(move || words().1);
        let undo = if is_undoable {
            button("btn quiet", "Undo", move |_| self.undo()).attr("aria-label", words::undo(self.short(skill)))
        } else {
            button("btn quiet", "Take the rating back", move |_| self.take_back(skill))
        };
        vec![el("div").add(el("p").add(verdict).add(more)), undo]
    }

    /// The verdict on the rating before, which stays while one skill follows the other.
    fn verdict_before(self) -> [El; 2] {
        let of_last = move |say: &dyn Fn(SkillIx) -> String| self.last().map_or_else(String::new, |last| say(last.skill));
        let verdict = move |skill| self.gap(skill).and_then(|gap| words::verdict(self.short(skill), &gap)).unwrap_or_default();
        let unshown = move |skill: SkillIx| {
            let now = self.aim.get();
            let behind = backing(self.app.guide, &now.plan)[skill.index()];
            let is_missing = now.ratings.get(skill).is_some_and(|rated| behind.is_missing_for(rated));
            if is_missing { words::UNSHOWN.to_owned() } else { String::new() }
        };
        let note = button("link small", "Add evidence", move |_| {
            if let Some(last) = untrack(|| self.last()) {
                screen::hold_focus(PART);
                self.noting.set(true);
                self.view.set(View::Skill(last.skill));
                screen::focus_soon(assess_note::FIELD);
            }
        });
        let undo = button("btn quiet", "Undo", move |_| self.undo());
        [
            el("div")
                .add(el("p").add(el("b").text_from(move || of_last(&verdict))))
                .add(note.add(el("span").class("soft").text_from(move || of_last(&unshown)))),
            undo.attr_from("aria-label", move || Some(of_last(&|skill| words::undo(self.short(skill))))),
        ]
    }

    fn take_back(self, skill: SkillIx) {
        let before = untrack(|| self.rating(skill));
        // Where another answer is given.
        screen::focus(&option_id(before.unwrap_or_default()));
        self.app.own.edit(&PlanEdit::Rate { skill: self.app.guide.skill(skill).id.clone(), level: None });
        if before.is_some() {
            self.app.live.announce(words::taken_back(self.short(skill), None));
        }
    }

    /// Where to go from here.
    fn ways(self, kind: Shown, next: Option<SkillIx>) -> Vec<El> {
        let gaps = |class: &str, words: &str| link(Page::Gaps.href(), words).class(class);
        match kind {
            Shown::Answer(skill) => match next {
                Some(next) => {
                    let go_on = button("btn", format!("{} next", self.short(next)), move |_| {
                        turn();
                        let now = untrack(|| self.aim.get());
                        self.view.set(next_to_rate(&now.gaps, Some(skill)).map_or(View::All, View::Skill));
                    });
                    vec![gaps("btn quiet", "See my gaps"), go_on]
                }
                None => vec![gaps("btn", "See my gaps")],
            },
            Shown::Question => {
                let skip = button("btn quiet", "Not sure", move |_| {
                    if let View::Skill(skill) = untrack(|| self.present()) {
                        self.skip(skill);
                    }
                });
                let is_first = move || self.aim.get().ratings.rated() == 0;
                vec![skip, gaps("btn quiet", "See my gaps so far").hidden_from(is_first)]
            }
            Shown::Enough => {
                let next = move || untrack(|| next_round(&self.aim.get()));
                let begin = move |_| {
                    if let Some(round) = next() {
                        turn();
                        self.left.set(Some(round.skills.len()));
                        if let Some(first) = round.skills.first() {
                            self.view.set(View::Skill(*first));
                        }
                    }
                };
                // Its id keeps the focus in it when its words change.
                let more = next().map(|round| button("btn quiet", words::round(&round), begin).attr("id", "next-round"));
                std::iter::once(gaps("btn", "See my gaps")).chain(more).collect()
            }
            Shown::All => {
                vec![gaps("btn", "See my gaps"), link(Page::AssessList.href(), "Change a rating").class("btn quiet")]
            }
        }
    }

    /// Beside the question, where there is room: the range as a bar, and a warning on answers that are all the same.
    fn side(self) -> El {
        let (aim, guide) = (self.aim, self.app.guide);
        let is_flat = move || {
            let ratings: Vec<Proficiency> = guide.skills().filter_map(|skill| aim.get().ratings.get(skill)).collect();
            straight_lined(&ratings)
        };
        let flat = move |is_flat: &bool| {
            let warning = "Nearly all of your ratings are the same. Most people differ from skill to skill: read the lines once more before you rely on the figures.";
            if *is_flat { vec![text("p", "card small", warning)] } else { Vec::new() }
        };
        let next = move || {
            let gaps = &aim.get().gaps;
            let count = most_informative_first(gaps).len();
            match next_round(&aim.get()) {
                Some(round) => {
                    format!("{} unrated. {}.", so_many(count, "skill is", "skills are"), words::round(&round))
                }
                None => "Every skill is rated, so it is one figure.".to_owned(),
            }
        };
        let ready = el("div").class("card wide-only").with([
            el("p").class("small").text_from(move || words::share_of(aim.get().has_gate(), aim.plan.name(aim.get().target))),
            el("p").class("figure").text_from(move || figures::readiness(aim.get().readiness)),
            share_bar(move || aim.get().has_gate(), move || aim.get().readiness),
            el("p").class("tiny").text_from(next),
        ]);
        el("aside").class("side").attr("aria-label", "How far you are").add(ready).show_for(is_flat, flat)
    }
}

/// How wide the range is after each round, as a bar and in points.
fn round_rows(gaps: &[Gap]) -> Vec<El> {
    let mut count = 0;
    let row = |round: &Round| {
        count += round.skills.len();
        let (points, width) = (round.after.points(), format!("{}%", round.after.points()));
        el("li").with([
            text("span", "small", format!("{count} more")),
            el("i").attr("aria-hidden", "true").css_from("--wide", move || width.clone()),
            text("span", "small num", so_many(points as usize, "point", "points")),
        ])
    };
    rounds(gaps).iter().map(row).collect()
}
