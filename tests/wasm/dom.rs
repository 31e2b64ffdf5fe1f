//! The builder of elements: what follows signals, what is made anew and what is not, where the focus goes, and what ends when.

use career_explorer::dom::signals::*;
use career_explorer::dom::{self, El, Event, Row, bind, button, el, text};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit, js_sys::Promise};

/// The examples of the documentation, which are tested here.
mod card_example {
    include!("../../src/dom/examples/card.rs");
}
mod bind_example {
    include!("../../src/dom/examples/bind.rs");
}
mod show_example {
    include!("../../src/dom/examples/show.rs");
}
mod show_for_example {
    include!("../../src/dom/examples/show_for.rs");
}
mod each_example {
    include!("../../src/dom/examples/each.rs");
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// Something on the page with the owner of its bindings; both go when this is dropped.
struct Page {
    owner: Owner,
    root: Element,
}

impl Page {
    fn of(make: impl FnOnce() -> El) -> Self {
        // What starts Leptos's effects.
        leptos::mount::mount_to_body(|| ());
        // What a test left behind that failed.
        if let Some(left) = document().get_element_by_id("page") {
            left.remove();
        }
        let owner = Owner::new();
        owner.with(|| dom::mount(vec![el("div").attr("id", "page").add(make())]));
        let root = document().get_element_by_id("page").expect("the page");
        Self { owner, root }
    }

    fn find(&self, selector: &str) -> Element {
        self.root
            .query_selector(selector)
            .expect("a selector")
            .unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.root.remove();
    }
}

/// Everything that was set in motion is done: effects run as microtasks, and all of those come before the next task.
async fn settled() {
    let next_task = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a window");
        window.set_timeout_with_callback(&resolve).expect("a timeout");
    });
    JsFuture::from(next_task).await.expect("a task");
}

fn focused() -> Element {
    document().active_element().expect("an element with the focus")
}

fn focus(element: &Element) {
    element.unchecked_ref::<HtmlElement>().focus().expect("a focus");
    assert_eq!(&focused(), element, "it takes the focus");
}

fn click(element: &Element, detail: i32) {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_detail(detail);
    element.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("click", &init).expect("an event")).expect("a click");
}

fn press(element: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    element.dispatch_event(&event).expect("a key");
}

#[wasm_bindgen_test]
async fn what_is_made_once_and_what_follows() {
    let page = Page::of(|| card_example::card(1));
    assert_eq!(
        page.find("section.card").inner_html(),
        "<h2>Pace</h2><p class=\"small\">1 hours a week</p><a href=\"#/plan\">Change it</a>"
    );
    drop(page);
    assert_eq!(document().get_element_by_id("page"), None);

    let chosen = RwSignal::new(2);
    let page = Page::of(move || bind_example::options(chosen));
    let value = || js_sys_value(&page.find("select"));
    assert_eq!(value(), "Ride");
    chosen.set(0);
    settled().await;
    assert_eq!(value(), "Walk");
    drop(page);

    let on = RwSignal::new(true);
    let page = Page::of(move || {
        let words = move || (if on.get() { "on" } else { "off" }).to_owned();
        el("div")
            .css_from("--wide", words)
            .attr_from("data-on", move || on.get().then(|| "yes".to_owned()))
            .with([el("b").text("It is ").text_from(words), el("input").value_from(words).flag_from("disabled", move || !on.get())])
    });
    let state = || {
        let (style, input) = (page.find("[style]"), page.find("input"));
        let attribute = |name: &str| style.get_attribute(name);
        (page.text(), attribute("style"), attribute("data-on"), js_sys_value(&input), input.has_attribute("disabled"))
    };
    let expected = |word: &str, on: bool| {
        (format!("It is {word}"), Some(format!("--wide: {word};")), on.then(|| "yes".to_owned()), word.to_owned(), !on)
    };
    assert_eq!(state(), expected("on", true));
    on.set(false);
    settled().await;
    assert_eq!(state(), expected("off", false));
}

fn js_sys_value(element: &Element) -> String {
    web_sys::js_sys::Reflect::get(element, &"value".into()).ok().and_then(|v| v.as_string()).expect("a value")
}

#[wasm_bindgen_test]
async fn what_is_shown_is_made_anew_when_what_it_reads_changes() {
    let fault = RwSignal::new(None);
    let page = Page::of(move || show_example::field(fault));
    let input = page.find("input");
    assert_eq!((page.text().as_str(), page.all("p").len()), ("", 0));
    fault.set(Some("Too long".to_owned()));
    settled().await;
    assert_eq!((page.text().as_str(), page.find("input").get_attribute("aria-invalid").as_deref()), ("Too long", Some("true")));
    let before = page.find("p");
    fault.set(Some("Too short".to_owned()));
    settled().await;
    assert!(page.find("p") != before && !before.is_connected() && page.find("input") == input);
    fault.set(None);
    settled().await;
    assert_eq!((page.all("p").len(), input.has_attribute("aria-invalid")), (0, false));
}

#[wasm_bindgen_test]
async fn what_is_shown_for_a_key_stays_until_that_changes() {
    let count = RwSignal::new(0);
    let page = Page::of(move || show_for_example::count(count));
    assert_eq!(page.text(), "Nothing yet");
    count.set(1);
    settled().await;
    let paragraph = page.find("p");
    assert_eq!(page.text(), "1 so far");
    count.set(2);
    settled().await;
    assert_eq!((page.text().as_str(), page.find("p") == paragraph), ("2 so far", true));
    count.set(0);
    settled().await;
    assert_eq!((page.text().as_str(), paragraph.is_connected()), ("Nothing yet", false));
    drop(page);

    // What is read while the elements are made is not followed.
    let (key, other, made) = (RwSignal::new(0), RwSignal::new(0), Rc::new(Cell::new(0)));
    let counted = made.clone();
    let page = Page::of(move || {
        el("div").show_for(
            move || key.get(),
            move |key| {
                counted.set(counted.get() + 1);
                vec![text("p", "", format!("{key} {}", other.get_untracked())).attr("data-read", other.get().to_string())]
            },
        )
    });
    other.set(5);
    settled().await;
    assert_eq!((page.text().as_str(), made.get()), ("0 0", 1));
    key.set(1);
    settled().await;
    assert_eq!((page.text().as_str(), made.get()), ("1 5", 2));
}

#[wasm_bindgen_test]
fn a_focus_that_comes_late_takes_nobody_back() {
    let page = Page::of(|| {
        el("div").with([
            text("button", "", "Pressed").attr("id", "pressed"),
            text("button", "", "Gone on to").attr("id", "elsewhere"),
            text("button", "", "Meant").attr("id", "meant"),
        ])
    });
    let (pressed, elsewhere, meant) = (page.find("#pressed"), page.find("#elsewhere"), page.find("#meant"));
    // Nobody moved on.
    focus(&pressed);
    let late = dom::focus_unless_moved("meant".to_owned());
    late();
    assert_eq!(focused(), meant);
    // A key took it further before the screen came: it stays there, even where the id is there.
    focus(&pressed);
    let late = dom::focus_unless_moved("meant".to_owned());
    focus(&elsewhere);
    late();
    assert_eq!(focused(), elsewhere);
    // What had it is gone, so nothing has it.
    focus(&pressed);
    let late = dom::focus_unless_moved("meant".to_owned());
    pressed.remove();
    late();
    assert_eq!(focused(), meant);
}

#[wasm_bindgen_test]
async fn a_focus_that_comes_late_goes_on_from_what_stood_in_for_the_element_that_went() {
    let is_there = RwSignal::new(true);
    let page = Page::of(move || {
        let pressed = move || if is_there.get() { vec![text("button", "", "Pressed").attr("id", "pressed")] } else { Vec::new() };
        el("div")
            .with([el("div").show(pressed).add(text("button", "", "Next to it")), text("button", "", "Meant").attr("id", "meant")])
    });
    focus(&page.find("#pressed"));
    is_there.set(false);
    let late = dom::focus_unless_moved("meant".to_owned());
    settled().await;
    assert_eq!(focused().text_content().as_deref(), Some("Next to it"));
    late();
    assert_eq!(focused(), page.find("#meant"));
}

#[wasm_bindgen_test]
async fn what_is_hidden_passes_the_focus_on_and_comes_back_without_it() {
    let is_hidden = RwSignal::new(false);
    let page = Page::of(move || {
        let hides = el("p").add(button("", "Hides", |_| ())).attr("id", "hides").hidden_from(move || is_hidden.get());
        el("div").with([button("", "Before", |_| ()), hides, button("", "After", |_| ())])
    });
    let words = || focused().text_content().unwrap_or_default();
    let is_shown = || page.find("#hides").unchecked_ref::<HtmlElement>().offset_height() > 0;
    focus(&page.find("#hides button"));
    is_hidden.set(true);
    settled().await;
    assert_eq!((words().as_str(), is_shown()), ("After", false));
    // Who is elsewhere stays there, when it comes back and when it goes again.
    for hides in [false, true] {
        is_hidden.set(hides);
        settled().await;
        assert_eq!((words().as_str(), is_shown()), ("After", !hides));
    }
}

#[wasm_bindgen_test]
async fn the_focus_moves_to_the_same_id_the_first_new_element_or_the_nearest() {
    let state = RwSignal::new(0);
    let page = Page::of(move || {
        let children = move || match state.get() {
            0 | 1 => vec![button("", "Other", |_| ()), button("", "Same", |_| ()).attr("id", "same")],
            2 => vec![
                text("p", "", "Nothing here takes it"),
                button("", "Off", |_| ()).attr("disabled", ""),
                button("", "First", |_| ()),
            ],
            _ => Vec::new(),
        };
        let inner = el("div").add(text("a", "", "Before").attr("href", "#")).show(children).add(button("", "After", |_| ()));
        el("div").with([inner, el("p").add(button("", "Around", |_| ()))])
    });
    let words = || focused().text_content().unwrap_or_default();
    focus(&page.find("#same"));
    state.set(1);
    settled().await;
    assert_eq!(focused(), page.find("#same"));
    state.set(2);
    settled().await;
    assert_eq!(words(), "First");
    state.set(3);
    settled().await;
    assert_eq!(words(), "After", "what follows comes before what precedes");

    for (gone, next) in [("div > button:last-child", "Before"), ("a", "Around")] {
        page.find(gone).remove();
        state.set(0);
        settled().await;
        focus(&page.find("#same"));
        state.set(3);
        settled().await;
        assert_eq!(words(), next, "what is in the same element comes before what is around it");
    }

    // A focus that is elsewhere stays there.
    state.set(0);
    settled().await;
    focus(&page.find("p button"));
    state.set(1);
    settled().await;
    assert_eq!(words(), "Around");
}

type Score = each_example::Score;

fn scores(all: &[(&'static str, u32)]) -> Vec<Score> {
    all.iter().map(|(name, points)| Score { name, points: *points }).collect()
}

/// A list with these rows, and its rows by name as they stand.
fn list(all: &[(&'static str, u32)]) -> (Page, RwSignal<Vec<Score>>) {
    let items = RwSignal::new(scores(all));
    (Page::of(move || el("div").with([each_example::scores(items), button("", "Behind", |_| ())])), items)
}

#[wasm_bindgen_test]
async fn rows_keep_their_identity_in_whatever_order() {
    let (page, items) = list(&[("a", 1), ("b", 2), ("c", 3)]);
    let row =
        |name: &str| page.all("li").into_iter().find(|li| li.text_content().is_some_and(|t| t.starts_with(name))).expect("a row");
    let told = || {
        page.all("li").iter().map(|li| li.text_content().unwrap_or_default().replace("MoreLook them up", "")).collect::<Vec<_>>()
    };
    assert_eq!(told(), ["a1", "b2", "c3"]);
    let (a, b, c) = (row("a"), row("b"), row("c"));
    b.query_selector("details").unwrap().unwrap().set_attribute("open", "").unwrap();

    let orders: [&[(&str, u32)]; 7] = [
        &[("c", 3), ("b", 2), ("a", 1)],
        &[("b", 2), ("a", 9), ("c", 3)],
        &[("d", 4), ("b", 7), ("e", 5)],
        &[("e", 5), ("b", 8), ("d", 4)],
        &[("b", 8)],
        &[("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5)],
        &[("e", 5), ("d", 4), ("c", 3), ("b", 2), ("a", 1)],
    ];
    for order in orders {
        items.set(scores(order));
        settled().await;
        assert_eq!(told(), order.iter().map(|(name, points)| format!("{name}{points}")).collect::<Vec<_>>());
        assert!(row("b") == b && b.query_selector("details[open]").unwrap().is_some(), "b is the same, and still open");
    }
    assert!(!a.is_connected() && !c.is_connected() && row("a") != a, "who left and came back is made anew");
    items.set(Vec::new());
    settled().await;
    assert_eq!(told().len(), 0);
}

#[wasm_bindgen_test]
async fn a_row_follows_its_item_and_no_other_row_does() {
    let items = RwSignal::new(scores(&[("a", 1), ("b", 2)]));
    let runs: Rc<RefCell<Vec<String>>> = Rc::default();
    let noted = runs.clone();
    let page = Page::of(move || {
        el("ol").each(
            move || items.get(),
            |score| score.name.to_owned(),
            move |row: Row<Score>| {
                let (noted, line) = (noted.clone(), el("li"));
                let own = line.clone();
                bind(move || {
                    noted.borrow_mut().push(format!("{}{}", row.get().name, row.get().points));
                    own.set_attr("data-points", Some(&row.get().points.to_string()));
                });
                line
            },
        )
    });
    items.set(scores(&[("b", 2), ("a", 5)]));
    settled().await;
    assert_eq!(runs.take(), ["a1", "b2", "a5"], "a new place alone is no change of the item");
    // A row that is gone follows nothing any more.
    items.set(scores(&[("a", 5)]));
    settled().await;
    items.set(scores(&[("a", 6)]));
    settled().await;
    assert_eq!(runs.take(), ["a6"]);
    // Two items with one key are two rows.
    items.set(scores(&[("a", 6), ("a", 7)]));
    settled().await;
    assert_eq!((page.all("li").len(), runs.take()), (2, vec!["a7".to_owned()]));
}

#[wasm_bindgen_test]
async fn a_row_that_moves_keeps_the_focus_and_one_that_goes_passes_it_on() {
    let (page, items) = list(&[("a", 1), ("b", 2), ("c", 3)]);
    for details in page.all("details") {
        details.set_attribute("open", "").unwrap();
    }
    let link = |place: usize| page.all("li")[place].query_selector("a").unwrap().unwrap();
    let b = link(1);
    focus(&b);
    for order in [&[("b", 2), ("c", 3), ("a", 1)][..], &[("c", 3), ("a", 1), ("b", 4)], &[("a", 1), ("b", 4), ("d", 1), ("c", 3)]] {
        items.set(scores(order));
        settled().await;
        assert_eq!(focused(), b);
    }
    // It goes: the same control of the next row that stays. d was made closed, so its link takes no focus, and its summary does.
    items.set(scores(&[("a", 1), ("c", 3)]));
    settled().await;
    assert_eq!(focused(), link(1), "the link of c");
    items.set(scores(&[("a", 1)]));
    settled().await;
    assert_eq!(focused(), link(0), "the last one is gone, so the one before it");
    items.set(Vec::new());
    settled().await;
    assert_eq!(focused().text_content().as_deref(), Some("Behind"), "the list is empty");
    // The first of a fresh list, with a row behind it that is folded.
    items.set(scores(&[("x", 1), ("y", 1)]));
    settled().await;
    page.find("details").set_attribute("open", "").unwrap();
    focus(&link(0));
    items.set(scores(&[("y", 1)]));
    settled().await;
    assert_eq!(focused(), page.find("summary"));
}

#[wasm_bindgen_test]
async fn what_is_bound_ends_with_its_owner() {
    let (value, key, clicks) = (RwSignal::new(0), RwSignal::new(0), Rc::new(Cell::new(0)));
    let runs = Rc::new(Cell::new(0));
    let count = |by: &Rc<Cell<i32>>| {
        let by = by.clone();
        move || by.set(by.get() + 1)
    };
    let (ran, clicked) = (count(&runs), count(&clicks));
    let page = Page::of(move || {
        el("div").show_for(
            move || key.get(),
            move |_| {
                let (ran, clicked) = (ran.clone(), clicked.clone());
                bind(move || {
                    value.track();
                    ran();
                });
                vec![button("", "Press", move |_| clicked())]
            },
        )
    });
    let first = page.find("button");
    value.set(1);
    settled().await;
    click(&first, 1);
    assert_eq!((runs.get(), clicks.get()), (2, 1));
    // Made anew: one binding runs and not two, and who holds the old button presses nothing.
    key.set(1);
    settled().await;
    value.set(2);
    settled().await;
    click(&first, 1);
    assert_eq!((runs.get(), clicks.get()), (4, 1));
    click(&page.find("button"), 1);
    assert_eq!(clicks.get(), 2);
    // The owner goes, and with it all of it.
    let last = page.find("button");
    drop(page);
    value.set(3);
    key.set(2);
    settled().await;
    click(&last, 1);
    assert_eq!((runs.get(), clicks.get()), (4, 2));
}

#[wasm_bindgen_test]
async fn the_rows_of_a_list_end_with_its_owner() {
    let (page, items) = list(&[("a", 1)]);
    let row = page.find("li");
    drop(page);
    items.set(scores(&[("a", 2), ("b", 1)]));
    settled().await;
    assert_eq!(row.query_selector("span").unwrap().unwrap().text_content().as_deref(), Some("1"));
    assert_eq!(items.with_untracked(Vec::len), 2);
}

#[wasm_bindgen_test]
async fn events_tell_what_handlers_need() {
    let keys: Rc<RefCell<Vec<String>>> = Rc::default();
    let repeats: Rc<RefCell<Vec<bool>>> = Rc::default();
    let (noted, clicked) = (keys.clone(), repeats.clone());
    let page = Page::of(move || {
        el("div")
            .on("keydown", move |event: Event| noted.borrow_mut().extend(event.plain_key()))
            .on("click", move |event: Event| clicked.borrow_mut().push(event.repeats()))
            .with([
                text("p", "", "Text").attr("tabindex", "-1"),
                el("input").attr("type", "radio"),
                el("input").attr("type", "number"),
                el("textarea"),
                el("dialog").add(text("b", "", "Over the page")),
            ])
    });
    for selector in ["p", "input[type=radio]", "input[type=number]", "textarea", "dialog b"] {
        press(&page.find(selector), "3");
    }
    assert_eq!(keys.take(), ["3", "3"], "on text and on a radio button, and not where one types");
    for detail in [0, 1, 2, 3] {
        click(&page.find("p"), detail);
    }
    assert_eq!(repeats.take(), [false, false, true, true]);
}

#[wasm_bindgen_test]
async fn the_width_is_told_when_it_is_known_and_when_it_changes() {
    let widths: Rc<RefCell<Vec<i32>>> = Rc::default();
    let noted = widths.clone();
    let page = Page::of(move || el("div").on_width(move |width| noted.borrow_mut().push(width)));
    let outer: HtmlElement = page.root.clone().unchecked_into();
    for width in ["300px", "120px"] {
        outer.style().set_property("width", width).expect("a style");
        let before = widths.borrow().len();
        while widths.borrow().len() == before {
            let next_frame = Promise::new(&mut |resolve, _| {
                web_sys::window().expect("a window").request_animation_frame(&resolve).expect("a frame");
            });
            JsFuture::from(next_frame).await.expect("a frame");
        }
    }
    assert!(widths.borrow().ends_with(&[300, 120]), "{:?}", widths.borrow());
}
