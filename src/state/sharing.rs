//! Links: those that are made of one's plan, and the ratings that one gives to somebody else.
//!
//! Ratings of somebody else are no part of one's plan. They are kept for as long as the tab is open, as the link that they will
//! become, so that a reload or a look at another page loses nothing.

use super::AppState;
use crate::domain::guide::{Proficiency, SkillId};
use crate::domain::link::{Decoded, RateRequest, RatedReply, Shared, SharedPlan, decode, encode};
use crate::platform::{clipboard, document, location, session, share_sheet};
use leptos::prelude::*;

/// The opinions given in this tab, each with the payload of the request that it answers.
pub(super) type Opinions = RwSignal<Vec<(String, RatedReply)>>;

fn key(request: &str) -> String {
    format!("career-explorer.opinion.{request}")
}

impl AppState {
    fn link(self, value: &Shared) -> String {
        format!("{}{}{}", location::base(), value.kind().address(), encode(value, self.guide))
    }

    /// The link that shows one's plan.
    pub fn plan_link(self) -> String {
        self.link(&Shared::Plan(self.plan.with(|plan| SharedPlan::of(plan, self.guide))))
    }

    /// The link that asks somebody to rate one, without any rating of one's own.
    pub fn request_link(self) -> String {
        self.link(&Shared::Request(self.plan.with(|plan| RateRequest { from: plan.from.clone(), to: plan.to.clone() })))
    }

    /// Begins to answer a request, or goes on where one was.
    pub fn begin_opinion(self, payload: &str, request: &RateRequest) {
        if self.opinions.with_untracked(|all| all.iter().any(|(of, _)| of == payload)) {
            return;
        }
        let kept = session::read(&key(payload)).and_then(|reply| decode(&reply, self.guide).ok());
        let reply = match kept {
            Some(Decoded { value: Shared::Reply(reply), .. }) => reply,
            _ => RatedReply { from: request.from.clone(), to: request.to.clone(), ..RatedReply::default() },
        };
        self.opinions.update(|all| all.push((payload.to_owned(), reply)));
    }

    /// The answer to a request, as far as it is given.
    pub fn opinion(self, payload: &str) -> RatedReply {
        let of = |all: &Vec<(String, RatedReply)>| all.iter().find(|(of, _)| of == payload).map(|(_, reply)| reply.clone());
        self.opinions.with(of).unwrap_or_default()
    }

    /// Rates a skill in the answer to a request, or takes the rating back.
    pub fn rate_other(self, payload: &str, skill: &SkillId, level: Option<Proficiency>) {
        self.opinions.update(|all| {
            for (_, reply) in all.iter_mut().filter(|(of, _)| of == payload) {
                match level {
                    Some(level) => reply.ratings.insert(skill.clone(), level),
                    None => reply.ratings.remove(skill),
                };
                session::write(&key(payload), &encode(&Shared::Reply(reply.clone()), self.guide));
            }
        });
    }

    /// The link that brings an answer back.
    pub fn reply_link(self, payload: &str) -> String {
        self.link(&Shared::Reply(self.opinion(payload)))
    }

    /// Copies a text, and tells whether that went well.
    pub fn copy(self, text: String, done: impl FnOnce(bool) + 'static) {
        leptos::task::spawn_local(async move { done(clipboard::write(&text).await) });
    }

    /// Whether the system has a share sheet.
    pub fn can_share(self) -> bool {
        share_sheet::is_there()
    }

    /// Opens the system's share sheet for a link.
    pub fn share(self, title: &str, link: &str) {
        share_sheet::open(title, link);
    }

    /// Moves the focus to an element once what is under way now is on the page.
    pub fn focus_soon(self, id: &'static str) {
        document::soon(move || document::focus(id));
    }
}
