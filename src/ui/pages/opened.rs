//! What the pages that open links have in common.

use crate::chart::raters::{Raters, raters, scale};
use crate::dom::signals::*;
use crate::dom::{El, Row, el, text};
use crate::domain::guide::{Guide, Proficiency, TitleId};
use crate::domain::link::Warning;
use crate::domain::standing::opinion::Seen;
use crate::domain::store::opened::MAX_NAME;
use crate::state::App;
use crate::ui::words::gaps::Who;
use crate::ui::words::{links, others as words};
use std::rc::Rc;

/// What a link says that this guide has no place for.
pub fn warnings(warnings: &[Warning]) -> Option<El> {
    let lines: Vec<El> = warnings.iter().map(|w| text("li", "", links::left_out(*w))).collect();
    (!lines.is_empty()).then(|| {
        el("div")
            .class("card small")
            .attr("role", "note")
            .add(text("p", "", "Not all of this link can be shown:"))
            .add(el("ul").with(lines))
    })
}

/// The name of a title.
pub fn name_of(guide: &'static Guide, title: Option<&TitleId>) -> Option<&'static str> {
    title.and_then(|id| guide.title_by_id(id)).map(|t| guide.title(t).name.as_str())
}

/// What this page is, and a name for whoever sent the link, which keeps the link here under that name.
pub fn sender(app: App, payload: &str, what: &str, note: &str) -> El {
    let payload = payload.to_owned();
    let known = {
        let payload = payload.clone();
        move || app.opened.links().find(&payload).map(|link| link.name.clone()).unwrap_or_default()
    };
    let told = RwSignal::new(String::new());
    let named = move |event: crate::dom::Event| {
        let is_stored = app.opened.keep(&payload, Some(&event.value()));
        let words = if is_stored { "Kept on this device." } else { "Kept until this page is closed: the browser stores nothing." };
        told.set(words.to_owned());
    };
    let input = el("input")
        .class("in")
        .attr("id", "sender")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("placeholder", words::SOMEBODY[0])
        .attr("aria-describedby", "sender-note")
        .value_from(known)
        .on("change", named);
    el("div").class("sender").with([
        el("p").add(text("b", "", what)).text(" ").text(note),
        el("div").class("row no-print").with([
            text("label", "small", "Name for this person").attr("for", "sender"),
            input,
            text("span", "small", "kept here only, in no link").attr("id", "sender-note"),
            el("span").class("small").attr("role", "status").text_from(move || told.get()),
        ]),
    ])
}

/// What stands beside a row of dots.
pub type Beside = Rc<dyn Fn(&Seen) -> Vec<El>>;

/// Skills as several people see them, on a scale of levels. `names` are those of the others.
pub fn seen_rows(
    guide: &'static Guide,
    whose: Who,
    names: Rc<dyn Fn() -> Vec<String>>,
    seen: impl Fn() -> Vec<Seen> + 'static,
    beside: Beside,
) -> El {
    let width = RwSignal::new(0);
    let changed = move |room: i32| {
        // Beside the name and the words on a wide page, below the name on a phone.
        let now = if room > 700 { 260 } else { room.min(360) };
        if now != width.get_untracked() {
            width.set(now);
        }
    };
    let row = move |row: Row<Seen>| {
        let (names, beside) = (names.clone(), beside.clone());
        let picture = move || {
            let seen = row.get();
            let level = |level: Option<Proficiency>| level.map(Proficiency::get);
            let drawn = Raters {
                asked: Some(seen.required.get()).filter(|asked| *asked > 0),
                person: level(seen.own),
                others: seen.others.iter().map(|one| level(*one)).collect(),
            };
            let name = words::seen(guide, &seen, &names(), whose);
            if width.get() == 0 { Vec::new() } else { vec![El::of(&raters(&drawn, width.get(), &name))] }
        };
        el("li").with([
            text("h3", "h-small", &guide.skill(row.identity().skill).short),
            el("div").class("seen-dots").show(picture),
            el("div").class("seen-words").show(move || beside(&row.get())),
        ])
    };
    let head = move || if width.get() == 0 { Vec::new() } else { vec![El::of(&scale(width.get())).attr("aria-hidden", "true")] };
    el("div").class("seen").on_width(changed).with([
        el("div").class("seen-head").attr("aria-hidden", "true").with([el("span"), el("div").show(head), el("span")]),
        el("ol").class("bare seen-rows").each(seen, |seen| seen.skill.index().to_string(), row),
    ])
}
