//! The builder of the snippet that embeds the app in another site, with a preview that is the app itself.

use crate::dom::signals::*;
use crate::dom::{El, button, el, heading, text};
use crate::domain::guide::{Guide, LevelKind};
use crate::domain::page::Page;
use crate::domain::snippet::{Settings, address, element, frame};
use crate::state::{Theme, use_app};
use crate::ui::places::PLACES;
use crate::ui::words::settings;

/// The page that an embedding begins with unless it is told otherwise, as its address and name.
const START: (&str, &str) = ("", "Home");

/// Shows the page.
pub fn show() -> Vec<El> {
    let lead =
        "For careers pages. Each visitor’s plan stays in their own browser; one who has no plan yet begins with what you set here.";
    vec![heading("Put the explorer on your own site"), text("p", "lead", lead), builder(use_app().guide)]
}

/// The builder.
fn builder(guide: &'static Guide) -> El {
    let [from, to, lock, years, page, theme, accent, heading, roles, compact, height, handoff] =
        std::array::from_fn(|_| RwSignal::new(String::new()));
    let plain = RwSignal::new(false);
    // What is not valid is left out here, as the embedding would.
    let valid = move |text: RwSignal<String>, most: u16| {
        text.with(|t| t.trim().parse::<u16>().ok().filter(|n| *n <= most).map(|n| n.to_string()).unwrap_or_default())
    };
    let settings = Memo::new(move |_| {
        vec![
            ("from", from.get()),
            ("to", to.get()),
            ("lock", if to.with(String::is_empty) { String::new() } else { lock.get() }),
            ("years", valid(years, 60)),
            ("page", page.get()),
            ("theme", theme.get()),
            ("accent", accent.with(|a| a.trim().to_owned())),
            ("heading", heading.with(|h| h.trim().to_owned())),
            ("roles", roles.with(|r| r.split_whitespace().collect::<Vec<_>>().join(" "))),
            ("compact", compact.get()),
            ("height", valid(height, 9_999)),
            ("handoff", handoff.get()),
        ]
    });
    let folder = crate::state::folder();
    let preview_folder = folder.clone();
    let code = move || settings.with(|s: &Vec<_>| if plain.get() { frame(&folder, s) } else { element(&folder, s) });
    let preview = move || preview_address(&preview_folder, &settings.get());
    // A frame of its own for each address: one that is led from address to address leaves each of them in the history, so that "back" goes
    // through them, and tells the console of whatever it was still fetching.
    let framed = |address: &String| {
        vec![el("iframe").class("preview").attr("title", "Preview of the embedding").attr("loading", "lazy").attr("src", address)]
    };
    let kind = |name: &str, is_plain: bool| {
        button("", name, move |_| plain.set(is_plain))
            .attr_from("aria-pressed", move || Some((plain.get() == is_plain).to_string()))
    };
    let titles = |without: LevelKind| {
        let named = guide.titles().filter(|t| guide.level(*t).kind != Some(without)).map(|t| guide.title(t));
        std::iter::once(("", "Not set")).chain(named.map(|t| (t.id.as_str(), t.name.as_str()))).collect::<Vec<_>>()
    };
    let addresses: Vec<String> = PLACES.iter().map(|place| place.page.to_string()).collect();
    let places = addresses.iter().zip(&PLACES).filter(|(_, place)| place.page != Page::Home);
    let places = places.map(|(address, place)| (address.trim_start_matches('/'), place.name));
    let pages: Vec<(&str, &str)> = std::iter::once(START).chain(places).collect();
    let themes = Theme::ALL.map(|theme| (theme.text(), settings::theme(theme)));
    let roles_field = el("textarea")
        .class("in code")
        .attr("id", "embed-roles")
        .attr("rows", "3")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "embed-roles-how")
        .on("change", move |event| roles.set(event.value()));
    let how = "One line per title: its id, an equals sign, the address. A line that begins with * is for all other titles; {title} in an address stands for the id.";
    let set = el("section").class("card").attr("aria-label", "Settings").with([
        text("h2", "h-small", "What visitors begin with"),
        el("div").class("builder").with([
            select("embed-from", "Current title", &titles(LevelKind::Onward), from),
            select("embed-to", "Destination", &titles(LevelKind::Feeder), to),
            input("embed-years", "Years of experience", "numeric", years),
            select("embed-page", "Page", &pages, page),
        ]),
        check("The destination is fixed: visitors cannot choose another", lock),
        text("h2", "h-small", "What it looks like"),
        el("div").class("builder").with([
            select("embed-theme", "Colours", &themes, theme),
            input("embed-accent", "Accent colour, such as #0b57d0", "text", accent),
            input("embed-heading", "Heading", "text", heading),
            input("embed-height", "Height in pixels; left empty, it goes by the page", "numeric", height),
        ]),
        check("Compact: one page, without navigation and footer", compact),
        text("h2", "h-small", "What it leads to"),
        field("embed-roles", "Where you list open roles, by title", roles_field),
        text("p", "small", how).attr("id", "embed-roles-how"),
        check("Visitors can send me their plan with a button", handoff),
    ]);
    let paste = el("section").class("flow").attr("aria-label", "Snippet").with([
        el("div")
            .class("seg")
            .attr("role", "group")
            .attr("aria-label", "Form of the snippet")
            .with([kind("Element", false), kind("Plain frame", true)]),
        field(
            "embed-code",
            "Paste this where it should stand",
            el("textarea")
                .class("in code")
                .attr("id", "embed-code")
                .attr("readonly", "")
                .attr("rows", "5")
                .value_from(code)
                .on("focus", |e| e.select_text()),
        ),
        el("p").class("small").text_from(move || {
            let hint = if plain.get() {
                "A plain frame needs no script. It keeps its height, and has no button that sends a plan."
            } else {
                "The element has a height for each page and width, the same for every visitor; what is longer scrolls in it."
            };
            hint.to_owned()
        }),
        text("h2", "h-small", "Preview"),
    ]);
    el("div").class("embed-page").with([set, paste.show_for(preview, framed)])
}

fn check(words: &str, value: RwSignal<String>) -> El {
    let control = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| value.set(if event.checked() { "1" } else { "" }.to_owned()));
    el("label").class("check").add(control).text(words)
}

fn preview_address(folder: &str, settings: &Settings) -> String {
    address(folder, settings).replacen("?embed=1", "?embed=1&preview=1", 1)
}

fn field(id: &str, label: &str, control: El) -> El {
    el("div").class("field").with([text("label", "", label).attr("for", id), control])
}

fn input(id: &str, label: &str, mode: &str, value: RwSignal<String>) -> El {
    let control = el("input")
        .class("in")
        .attr("id", id)
        .attr("inputmode", mode)
        .attr("autocomplete", "off")
        .on("change", move |event| value.set(event.value()));
    field(id, label, control)
}

fn select(id: &str, label: &str, options: &[(&str, &str)], value: RwSignal<String>) -> El {
    let options: Vec<El> = options.iter().map(|(value, name)| text("option", "", name).attr("value", value)).collect();
    field(id, label, el("select").class("in").attr("id", id).with(options).on("change", move |event| value.set(event.value())))
}
