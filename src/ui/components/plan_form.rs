//! Where one is, where one wants to go, for how many years one has worked and, if one likes, how many of them in the present title: all
//! that a plan needs to begin. Knows no state of the app, since the first page shows it before there is any.

use super::pickers::title_picker;
use crate::dom::signals::*;
use crate::dom::{El, el, focus, text};
use crate::domain::guide::{LevelKind, TitleGroup, TitleId};
use crate::domain::plan::MAX_YEARS;

/// What the form asks. What it gives back has the first three, and two different titles.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    /// The title now.
    pub from: Option<TitleId>,
    /// The destination.
    pub to: Option<TitleId>,
    /// Years of experience, 0 to [`MAX_YEARS`].
    pub years: Option<u8>,
    /// Years of experience on taking up the title now, at most `years`; it may be left open.
    pub since: Option<u8>,
    /// Whether the destination is given and not to be chosen.
    pub is_locked: bool,
}

/// The form. It opens with what is known and gives what was entered to `begin` once that is complete.
pub fn plan_form(titles: &[TitleGroup], now: Beginning, submit: &str, begin: impl Fn(Beginning) + 'static) -> El {
    plan_form_boxed(titles, now, submit, Box::new(begin))
}

fn plan_form_boxed(titles: &[TitleGroup], now: Beginning, submit: &str, begin: Box<dyn Fn(Beginning)>) -> El {
    let from = RwSignal::new(now.from);
    let to = RwSignal::new(now.to);
    let years = RwSignal::new(now.years.map(|y| y.to_string()).unwrap_or_default());
    let served = RwSignal::new(now.years.zip(now.since).map(|(y, since)| y.saturating_sub(since).to_string()).unwrap_or_default());
    let tried = RwSignal::new(false);
    let parsed = move || years.with(|text| text.trim().parse::<u8>().ok()).filter(|y| *y <= MAX_YEARS);
    let from_fault = move || from.with(Option::is_none).then(|| "Choose the title you hold now, or the nearest one.".to_owned());
    let to_fault = move || match (from.get(), to.get()) {
        (_, None) => Some("Choose where you want to go.".to_owned()),
        (from, to) if from == to => Some("Choose a destination other than your title.".to_owned()),
        _ => None,
    };
    let years_fault = move || parsed().is_none().then(|| format!("Whole years of experience, 0 to {MAX_YEARS}."));
    // `Some(None)` where it is left open, which it may be; `None` where what stands there is no such number.
    let parsed_served = move || match served.with(|text| text.trim().parse::<u8>().ok().ok_or(text.trim().is_empty())) {
        Ok(served) => parsed().is_none_or(|years| served <= years).then_some(Some(served)),
        Err(is_open) => is_open.then_some(None),
    };
    let served_fault =
        move || parsed_served().is_none().then(|| "Whole years, no more than you have worked. It may stay empty.".to_owned());
    let submitted = move || {
        tried.set(true);
        let faulty = [("from", from_fault()), ("to", to_fault()), ("years", years_fault()), ("served", served_fault())];
        match faulty.iter().find(|(_, fault)| fault.is_some()) {
            Some((id, _)) => focus(id),
            None => {
                let since = parsed().zip(parsed_served().flatten()).map(|(years, served)| years - served);
                begin(Beginning { from: from.get(), to: to.get(), years: parsed(), since, is_locked: false });
            }
        }
    };
    let number = |id: &str, text: RwSignal<String>| {
        el("input")
            .class("in")
            .attr("id", id)
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .value_from(move || text.get())
            .on("input", move |event| text.set(event.value()))
    };
    let named =
        to.with_untracked(|to| titles.iter().flat_map(|g| &g.titles).find(|t| to.as_ref() == Some(&t.id)).map(|t| t.name.clone()));
    let destination = match named.filter(|_| now.is_locked) {
        Some(name) => el("input").class("in").attr("id", "to").attr("readonly", "").attr("value", name),
        None => title_picker(titles, "to", to, Some(LevelKind::Feeder), "Choose a destination"),
    };
    el("form")
        .class("card plan-form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent();
            submitted();
        })
        .with([
            field("from", "I am", title_picker(titles, "from", from, None, "Choose your title"), tried, from_fault),
            field("to", "I want to be", destination, tried, to_fault),
            field("years", "Years so far", number("years", years), tried, years_fault),
            field(
                "served",
                "Of these in this title",
                number("served", served).attr("placeholder", "optional"),
                tried,
                served_fault,
            ),
            text("button", "btn", submit).attr("type", "submit"),
        ])
}

/// A labelled control with what is wrong with it, once the form was tried.
fn field(
    id: &'static str,
    label: &str,
    control: El,
    tried: RwSignal<bool>,
    fault: impl Fn() -> Option<String> + Copy + 'static,
) -> El {
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let shown = move || if tried.get() { fault() } else { None };
    let control = control
        .attr_from("aria-invalid", move || shown().map(|_| "true".to_owned()))
        .attr_from("aria-describedby", move || shown().map(|_| described.clone()));
    el("div")
        .class("field")
        .with([text("label", "", label).attr("for", id), control])
        .show(move || shown().map(|why| text("p", "error", why).attr("id", &error_id)).into_iter().collect())
}
