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
pub struct Question {
    /// The guide.
    pub guide: &'static Guide,
    /// The skill; another one may follow it, for which the same elements get other words.
    pub skill: Rc<dyn Fn() -> SkillIx>,
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
    let radio = |level: Proficiency| {
        let radio = el("input").attr("type", "radio").attr("name", "level").attr("value", level.to_string());
        radio.attr("id", option_id(level)).class("hush")
    };
    let radios: Vec<(Proficiency, El)> = Proficiency::all().map(|level| (level, radio(level))).collect();
    let lines: Vec<El> = radios.iter().map(|_| el("span")).collect();
    let option = |((level, radio), line): (&(Proficiency, El), &El)| {
        let level = *level;
        let words = el("span").add(text("b", "", scale::level(level))).text(" ").add(line.clone());
        el("label")
            .class("option")
            .attr("for", option_id(level))
            .with([radio.clone(), text("kbd", "", level.to_string()).attr("aria-hidden", "true"), words])
            .maybe((asked == Some(level)).then(|| text("em", "", "asked")))
    };
    let options: Vec<El> = radios.iter().zip(&lines).map(option).collect();
    // One handler of each kind for all options.
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
    let legend = text("legend", "hush", "");
    let (asked_of, named) = (skill.clone(), legend.clone());
    bind(move || {
        let record = guide.skill(asked_of());
        let whose = if about_another { "Their" } else { "Your" };
        named.set_text(&format!("{whose} level in {}. Choosing one rates.", record.short));
        for (level, element) in Proficiency::all().zip(&lines) {
            let line = usize::from(level.get()).checked_sub(1).map(|place| record.can.get(place).map_or("", |line| gist(line)));
            match line {
                None => element.set_text(NONE_YET),
                Some(line) if about_another => element.set_text(&of_another(line)),
                Some(line) => element.set_text(line),
            }
        }
    });
    let chosen = rating.clone();
    bind(move || {
        let now = chosen();
        for (level, radio) in &radios {
            radio.set_flag("checked", now == Some(*level));
        }
    });
    let fieldset = el("fieldset").class("options").on("change", on_change).on("keydown", on_key).on("click", once);
    fieldset.add(legend).with(options).add(examples(guide, skill, about_another, rating))
}
