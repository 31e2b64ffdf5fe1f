//! The behaviour lines of one skill as a choice: for rating oneself, and for rating somebody else. The part of each line that tells the
//! levels apart is what one reads; the whole lines, and an example of evidence for the upper ones, open on demand.

use crate::dom::{El, Event, bind, el, text};
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::state::screen;
use crate::ui::components::examples::examples;
use crate::ui::words::behaviours::{NONE_YET, gist, of_another};
use crate::ui::words::scale;
use std::rc::Rc;

/// The id of the option for a level.
pub fn option_id(level: Proficiency) -> String {
    format!("level-{level}")
}

/// The id that a page gives to that part.
pub const PART: &str = "rating";

/// A part of a page in which the digits 0 to 5 rate, from wherever in it the focus is. Whoever points at something in it that takes no
/// focus has the focus in it all the same, and nowhere else do the digits do anything: a key by itself must not act on a whole page.
/// A key that is held down rates once: the next question is there already.
pub fn keys(rate: impl Fn(Proficiency) + 'static) -> El {
    keys_boxed(Box::new(rate))
}

fn keys_boxed(rate: Box<dyn Fn(Proficiency)>) -> El {
    let on_key = move |event: Event| {
        if let Some(level) = event.plain_key().and_then(|key| key.parse().ok()).and_then(Proficiency::new) {
            event.prevent();
            if !event.is_held() {
                rate(level);
            }
        }
    };
    el("div").attr("tabindex", "-1").on("keydown", on_key)
}

/// What is asked about a skill.
#[derive(Clone, Copy)]
pub struct Question {
    /// The guide.
    pub guide: &'static Guide,
    /// The skill.
    pub skill: SkillIx,
    /// Whether it is about somebody else.
    pub about_another: bool,
    /// What the title asks, where that may be shown: once the skill is rated.
    pub asked: Option<Proficiency>,
}

/// The lines as radio buttons. Choosing one rates; the arrow keys only move, since a choice goes on to the next skill.
pub fn behaviours(
    question: Question,
    rating: impl Fn() -> Option<Proficiency> + 'static,
    rate: impl Fn(Proficiency) + 'static,
) -> El {
    behaviours_boxed(question, Rc::new(rating), Rc::new(rate))
}

fn behaviours_boxed(question: Question, rating: Rc<dyn Fn() -> Option<Proficiency>>, rate: Rc<dyn Fn(Proficiency)>) -> El {
    let Question { guide, skill, about_another, asked } = question;
    let record = guide.skill(skill);
    let radio = |level: Proficiency| {
        let radio = el("input").attr("type", "radio").attr("name", "level").attr("value", level.to_string());
        radio.attr("id", option_id(level)).class("hush")
    };
    let radios: Vec<(Proficiency, El)> = Proficiency::all().map(|level| (level, radio(level))).collect();
    let option = |(level, radio): &(Proficiency, El)| {
        let level = *level;
        let line = usize::from(level.get()).checked_sub(1).map(|place| record.can.get(place).map_or("", |line| gist(line)));
        let line = match line {
            None => NONE_YET.to_owned(),
            Some(line) if about_another => of_another(line),
            Some(line) => line.to_owned(),
        };
        let words = el("span").add(text("b", "", scale::level(level))).text(" ").text(line);
        el("label")
            .class("option")
            .attr("for", option_id(level))
            .with([radio.clone(), text("kbd", "", level.to_string()).attr("aria-hidden", "true"), words])
            .maybe((asked == Some(level)).then(|| text("em", "", "asked")))
    };
    // One handler of each kind for all options: a question is made anew with each rating.
    let chosen_in = |event: &Event| event.value().parse().ok().and_then(Proficiency::new);
    let by_key = rate.clone();
    let on_change = move |event: Event| {
        if let Some(level) = chosen_in(&event) {
            rate(level);
        }
    };
    let on_key = move |event: Event| {
        let Some(level) = chosen_in(&event) else { return };
        let to = match event.plain_key().as_deref() {
            Some("ArrowDown" | "ArrowRight") => level.raised(),
            Some("ArrowUp" | "ArrowLeft") => level.get().checked_sub(1).and_then(Proficiency::new),
            Some("Enter") if !event.is_held() => {
                event.prevent();
                return by_key(level);
            }
            _ => return,
        };
        event.prevent();
        if let Some(to) = to {
            screen::focus(&option_id(to));
        }
    };
    // The second click of a double click on an option would rate the next skill.
    let once = |event: Event| {
        if event.repeats() && event.nearest("for").is_some() {
            event.prevent();
        }
    };
    let whose = if about_another { "Their" } else { "Your" };
    let options: Vec<El> = radios.iter().map(option).collect();
    let chosen = rating.clone();
    bind(move || {
        let now = chosen();
        for (level, radio) in &radios {
            radio.set_flag("checked", now == Some(*level));
        }
    });
    let legend = format!("{whose} level in {}. Choosing one rates.", record.short);
    let fieldset = el("fieldset").class("options").on("change", on_change).on("keydown", on_key).on("click", once);
    fieldset.add(text("legend", "hush", legend)).with(options).add(examples(guide, skill, about_another, rating))
}
