//! What there is to get ready for the next title: every tool that is there, with how far one is.

use super::log::{Book, records};
use crate::dom::{El, el, heading, link, text};
use crate::domain::page::Page;
use crate::domain::plan::records::List;
use crate::domain::workbench::coverage::STORIES;
use crate::state::{App, use_app};
use crate::ui::components::plural;

/// A tool: its page, its name, and what one does with it.
struct Tool {
    page: Page,
    name: &'static str,
    about: &'static str,
}

fn all() -> Vec<Tool> {
    let tool = |page, name, about| Tool { page, name, about };
    let all = [
        tool(Page::Interview, "Interview", "Choose stories, see what they leave open, practise with a timer."),
        tool(Page::LinkedIn, "LinkedIn", "Headline, summary and skills, within their limits."),
        tool(Page::Resume, "Résumé", "Lines from your log, in and out of a file."),
        tool(Page::Certifications, "Certifications", "Certifications, tools and resources, by what they do for your gaps."),
        tool(Page::Pay, "Pay and balance", "Total pay from your own base, and what keeps the work bearable."),
        tool(Page::Brief, "Promotion brief", "Two pages for whoever speaks for you."),
    ];
    all.into_iter().filter(|tool| tool.page.is_there()).collect()
}

/// The links between the tools, with the present one marked.
pub fn tools(present: &Page) -> El {
    let line = |tool: &Tool| {
        let link = link(tool.page.href(), tool.name);
        if tool.page == *present { link.attr("aria-current", "page") } else { link }
    };
    let links: Vec<El> = all().iter().map(line).collect();
    el("nav").class("tools no-print").attr("aria-label", "Prepare").add(link(Page::Prepare.href(), "Prepare")).with(links)
}

/// How far one is with a tool, where that can be said in a figure.
fn figure(app: App, page: &Page) -> Option<String> {
    let count = |list| records(app, list).len();
    match page {
        Page::Interview => {
            let (stories, practised) = (count(List::Stories), count(List::Practice));
            let practised = if practised == 0 {
                String::new()
            } else {
                format!(", {practised} {} practised", plural(practised, "question", "questions"))
            };
            let (least, most) = (STORIES.start(), STORIES.end());
            Some(format!("{stories} {}, of {least} to {most}{practised}", plural(stories, "story", "stories")))
        }
        Page::Certifications => Some(count(List::Learning)).filter(|n| *n > 0).map(|n| format!("{n} under way or done")),
        Page::Pay => {
            Some(count(List::Balance)).filter(|n| *n > 0).map(|n| format!("{n} {} adopted", plural(n, "strategy", "strategies")))
        }
        _ => None,
    }
}

/// Shows the page.
pub fn show() -> Vec<El> {
    let app = use_app();
    let book = Book::of(app);
    let line = |page: Page, name: &str, about: &str, figure: Box<dyn Fn() -> String>| {
        el("li").with([el("h2").add(link(page.href(), name)), text("p", "", about), el("p").class("small").text_from(figure)])
    };
    let log = move || {
        let count = book.get().len();
        format!("{count} {}", plural(count, "entry", "entries"))
    };
    let mut lines =
        vec![line(Page::Evidence, "Evidence", "What you have done. Stories and lines are taken from it.", Box::new(log))];
    for tool in all() {
        let page = tool.page.clone();
        lines.push(line(tool.page, tool.name, tool.about, Box::new(move || figure(app, &page).unwrap_or_default())));
    }
    vec![
        heading("Get ready for your next title"),
        text("p", "lead", "Each of these takes from your log and from your gaps, so that nothing is written twice."),
        el("ul").class("prepare").with(lines),
    ]
}
