//! What of a guide only some pages show: the texts of the prose, what stands behind its items, what a title is by size of company and in
//! the first days, and the words by which a line of text is known to be about a skill. The app does without it until one of those pages is opened, so it stands apart:
//! [`Pack::take_details`] takes it out, [`Pack::put_details`] puts it back.

use super::pack::{Keywords, Link, Pack};
use crate::domain::base::bytes::read_fields;
use serde::Serialize;
use std::mem::take;

/// The details of a pack, each kind in the order in which the pack has them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Details {
    texts: Vec<String>,
    links: Vec<Vec<Link>>,
    keywords: Vec<Keywords>,
}

read_fields!(Details { texts, links, keywords });

/// Where a detail has its place in a pack.
enum Place<'a> {
    Text(&'a mut String),
    Links(&'a mut Vec<Link>),
}

/// Visits the place of every detail, in order.
fn each(pack: &mut Pack, visit: &mut dyn FnMut(Place<'_>)) {
    for title in &mut pack.titles {
        for text in title.sizes.iter_mut().chain(&mut title.first_days) {
            visit(Place::Text(text));
        }
    }
    for section in &mut pack.sections {
        visit(Place::Text(&mut section.text));
        for group in &mut section.groups {
            visit(Place::Text(&mut group.text));
            for item in &mut group.items {
                for text in [&mut item.text, &mut item.prerequisites, &mut item.proves, &mut item.note] {
                    visit(Place::Text(text));
                }
                visit(Place::Links(&mut item.links));
            }
        }
    }
}

impl Pack {
    /// Takes the details out.
    ///
    /// ```
    /// use career_explorer::content;
    ///
    /// let guide = Box::leak(Box::new(content::guide().unwrap()));
    /// let whole = content::whole(guide).pack().clone();
    /// let mut pack = whole.clone();
    /// let details = pack.take_details();
    /// assert!(pack.keywords.is_empty() && pack.to_bytes().len() < whole.to_bytes().len());
    /// pack.put_details(details);
    /// assert_eq!(pack, whole);
    /// ```
    pub fn take_details(&mut self) -> Details {
        let mut details = Details { keywords: take(&mut self.keywords), ..Details::default() };
        each(self, &mut |place| match place {
            Place::Text(text) => details.texts.push(take(text)),
            Place::Links(links) => details.links.push(take(links)),
        });
        details
    }

    /// Puts the details back that were taken out of this pack.
    pub fn put_details(&mut self, details: Details) {
        self.keywords = details.keywords;
        let mut texts = details.texts.into_iter();
        let mut links = details.links.into_iter();
        each(self, &mut |place| match place {
            Place::Text(text) => *text = texts.next().unwrap_or_default(),
            Place::Links(of) => *of = links.next().unwrap_or_default(),
        });
    }
}
