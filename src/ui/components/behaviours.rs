//! The behaviour lines of one skill as a choice: for rating oneself, and for rating somebody else.

use crate::dom::{El, Event, bind, el, text};
use crate::domain::guide::{Guide, Proficiency, SkillIx};
use crate::ui::components::examples::examples;
use crate::ui::words::behaviours::{OWN_NONE, THEIR_NONE, own, their};
use crate::ui::words::scale;
use std::rc::Rc;

/// The id of the option for a level.
pub fn option_id(level: Proficiency) -> String {
    format!("level-{level}")
}

/// A part of a page in which the digits 0 to 5 rate, from wherever in it the focus is. Whoever points at something in it that takes no
/// focus has the focus in it all the same, and nowhere else do the digits do anything: a key by itself must not act on a whole page.
pub fn keys(rate: impl Fn(Proficiency) + 'static) -> El {
    keys_boxed(Box::new(rate))
}

fn keys_boxed(rate: Box<dyn Fn(Proficiency)>) -> El {
    let on_key = move |event: Event| {
        if let Some(level) = event.plain_key().and_then(|key| key.parse().ok()).and_then(Proficiency::new) {
            event.prevent();
            rate(level);
        }
    };
    el("div").attr("tabindex", "-1").on("keydown", on_key)
}

/// The lines as radio buttons, about oneself or about another, and what would count as evidence for the upper ones.
pub fn behaviours(
    guide: &'static Guide,
    skill: SkillIx,
    about_another: bool,
    rating: impl Fn() -> Option<Proficiency> + 'static,
    rate: impl Fn(Proficiency) + 'static,
) -> El {
    behaviours_boxed(guide, skill, about_another, Rc::new(rating), Rc::new(rate))
}

fn behaviours_boxed(
    guide: &'static Guide,
    skill: SkillIx,
    about_another: bool,
    rating: Rc<dyn Fn() -> Option<Proficiency>>,
    rate: Rc<dyn Fn(Proficiency)>,
) -> El {
    let record = guide.skill(skill);
    let radio = |level| el("input").attr("type", "radio").attr("name", "level").attr("id", option_id(level)).class("hush");
    let radios: Vec<(Proficiency, El)> = Proficiency::all().map(|level| (level, radio(level))).collect();
    let option = |(level, radio): &(Proficiency, El)| {
        let level = *level;
        let line = usize::from(level.get()).checked_sub(1).map(|place| record.can.get(place).map_or("", String::as_str));
        let line = match (line, about_another) {
            (None, false) => OWN_NONE.to_owned(),
            (None, true) => THEIR_NONE.to_owned(),
            (Some(line), false) => own(line),
            (Some(line), true) => their(line),
        };
        let rate = rate.clone();
        el("label").class("option").attr("for", option_id(level)).with([
            radio.clone().on("change", move |_| rate(level)),
            text("kbd", "", level.to_string()).attr("aria-hidden", "true"),
            text("b", "", scale::level(level)),
            text("span", "", line),
        ])
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
    el("fieldset")
        .class("options")
        .add(text("legend", "hush", format!("{whose} level in {}", record.name)))
        .with(options)
        .add(examples(guide, skill, rating))
}
