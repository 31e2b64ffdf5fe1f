//! The frame around every page: header, navigation, notices, live region, footer, and the choice of the page.

use super::components::notices::Notices;
use super::pages;
use crate::domain::page::Page;
use crate::state::use_app;
use leptos::prelude::*;

/// The main pages, as the navigation lists them.
const MAIN: [(&str, Page); 6] = [
    ("Map", Page::Map),
    ("Assess", Page::Assess),
    ("Gaps", Page::Gaps),
    ("Route", Page::Route),
    ("Plan", Page::Plan),
    ("Guide", Page::Guide),
];

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let app = use_app();
    let page = app.page();
    // A new page is begun at its heading, by eye and by ear; the first one is left as the browser opened it.
    Effect::new(move |opened_before: Option<bool>| {
        let title = pages::title(&page.read(), app.guide);
        app.open_page(&title, opened_before.is_some());
        true
    });
    view! {
        <a class="skip" href="#content" on:click=move |event| { event.prevent_default(); app.focus("heading"); }>"Skip to content"</a>
        <Header/>
        <Notices/>
        <main class="page" id="content">{move || pages::show(page.get())}</main>
        <Footer/>
        <p class="hush" role="status" aria-live="polite">{app.announcement()}</p>
    }
}

#[component]
fn Header() -> impl IntoView {
    let app = use_app();
    let page = app.page();
    let current = move |of: &Page| page.with(|p| section_of(p) == Some(of)).then_some("page");
    view! {
        <header class="bar">
            <a class="mark" href="#/" aria-current=move || page.with(|p| *p == Page::Home).then_some("page")>
                <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
                    <path d="M3 15H9Q12 15 13 12L15 6Q16 3 19 3H23" fill="none" stroke="var(--people)" stroke-width="4" stroke-linecap="round"/>
                    <circle cx="3.5" cy="15" r="2.6" fill="var(--paper)" stroke="var(--ink)" stroke-width="2"/>
                    <circle cx="22.5" cy="3.2" r="2.6" fill="var(--ink)"/>
                </svg>
                "Career Explorer"
            </a>
            <nav class="main-nav" aria-label="Main pages">
                {MAIN.iter().map(|(name, of)| view! { <a href=of.href() aria-current=move || current(of)>{*name}</a> }).collect_view()}
            </nav>
        </header>
    }
}

/// The main page that another page belongs to.
fn section_of(page: &Page) -> Option<&'static Page> {
    let main = match page {
        Page::Map | Page::Title(_) | Page::Compare(..) => &Page::Map,
        Page::Assess | Page::AssessList | Page::AssessSkill(_) => &Page::Assess,
        Page::Gaps => &Page::Gaps,
        Page::Route => &Page::Route,
        Page::Plan => &Page::Plan,
        Page::Guide | Page::GuideSection(_) | Page::GuideEntry(..) | Page::GuideSearch(_) => &Page::Guide,
        _ => return None,
    };
    Some(main)
}

#[component]
fn Footer() -> impl IntoView {
    let app = use_app();
    view! {
        <footer class="foot small">
            <span>"Your plan stays on this device."</span>
            <a href=Page::Data.href()>"Your data"</a>
            <a href=Page::GuideSection("method".to_owned()).href()>"How the figures are worked out"</a>
            <a href="guide.html">"The guide as one page"</a>
            {move || app.undoable().map(|what| view! {
                <button class="link" on:click=move |_| app.undo()>{format!("Undo: {what}")}</button>
            })}
            {move || app.redoable().map(|what| view! {
                <button class="link" on:click=move |_| app.redo()>{format!("Redo: {what}")}</button>
            })}
        </footer>
    }
}
