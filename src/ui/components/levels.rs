//! The five levels of one skill as a row of segments.

use crate::chart::marks::Mark;
use crate::dom::{El, bind, el};
use crate::domain::guide::Proficiency;
use crate::domain::standing::gap::Gap;
use crate::ui::words::marks as words;

/// The levels that one has, lacks, or has beyond what is asked. `name` is the skill's, for the text that stands for the picture. The
/// segments stay while the figures change, so that a level that is gained grows into its place.
pub fn level_bar(name: &str, gap: impl Fn() -> Gap + 'static) -> El {
    level_bar_boxed(name, Box::new(gap))
}

fn level_bar_boxed(name: &str, gap: Box<dyn Fn() -> Gap>) -> El {
    let segments: Vec<(Proficiency, El)> = Proficiency::all().skip(1).map(|level| (level, el("i"))).collect();
    let bar = el("div").class("levels").attr("role", "img");
    let bar = segments.iter().fold(bar, |bar, (_, segment)| bar.add(segment.clone()));
    let (own, name) = (bar.clone(), name.to_owned());
    bind(move || {
        let gap = gap();
        for (level, segment) in &segments {
            let mark = Mark::of_level(level.get(), gap.rated.map(Proficiency::get), gap.required.get());
            segment.set_attr("class", Some(mark.class()).filter(|class| !class.is_empty()));
        }
        own.set_attr("aria-label", Some(&words::levels(&name, &gap)));
    });
    bar
}
