//! Links: those that are made of one's plan, and the ratings that one gives to somebody else.
//!
//! Ratings of somebody else are no part of one's plan. They are kept for as long as the tab is open, as the link that they will
//! become, so that a reload or a look at another page loses nothing.

use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::domain::link::{Decoded, RateRequest, RatedReply, Shared, SharedPlan, decode, encode};
use crate::domain::plan::Plan;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::platform::{clipboard, files, location, session, share_sheet};

/// Links of one's own plan, and what one says of somebody else. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Sharing {
    guide: &'static Guide,
    plan: RwSignal<Plan>,
    /// The payload of the request that is being answered; empty before there was one.
    request: RwSignal<String>,
    /// The titles and ratings of the answer. Each kind of signal weighs a kilobyte, and a plan has one anyway.
    answer: RwSignal<Plan>,
}

fn key(request: &str) -> String {
    format!("career-explorer.opinion.{request}")
}

impl Sharing {
    /// Links of this plan, and no opinion yet.
    pub(super) fn of(guide: &'static Guide, plan: RwSignal<Plan>) -> Self {
        Self { guide, plan, request: RwSignal::new(String::new()), answer: RwSignal::new(Plan::default()) }
    }

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
        if self.request.with_untracked(|of| of == payload) {
            return;
        }
        let kept = session::read(&key(payload)).and_then(|reply| decode(&reply, self.guide).ok());
        let ratings = match kept {
            Some(Decoded { value: Shared::Reply(reply), .. }) => reply.ratings,
            _ => Default::default(),
        };
        self.request.set(payload.to_owned());
        self.answer.set(Plan { from: request.from.clone(), to: request.to.clone(), ratings, ..Plan::default() });
    }

    /// The answer to the request, as far as it is given: a plan with titles and ratings alone.
    pub fn opinion(self) -> ReadSignal<Plan> {
        self.answer.read_only()
    }

    /// Rates a skill in the answer, or takes the rating back.
    pub fn rate_other(self, edit: &PlanEdit) {
        let answer = self.answer.with_untracked(|answer| apply(answer, edit));
        self.answer.set(answer);
        let request = self.request.get_untracked();
        session::write(&key(&request), &encode(&self.reply(), self.guide));
    }

    fn reply(self) -> Shared {
        let reply = |a: &Plan| RatedReply { from: a.from.clone(), to: a.to.clone(), ratings: a.ratings.clone() };
        Shared::Reply(self.answer.with_untracked(reply))
    }

    /// The link that brings the answer back.
    pub fn reply_link(self) -> String {
        self.link(&self.reply())
    }

    /// Copies a text, and tells whether that went well.
    pub fn copy(self, text: String, done: impl FnOnce(bool) + 'static) {
        leptos::task::spawn_local(async move { done(clipboard::write(&text).await) });
    }

    /// Saves a text as a file. Answers whether the browser took it.
    pub fn save(self, name: &str, text: &str) -> bool {
        files::save(name, text)
    }

    /// Whether the system has a share sheet.
    pub fn can_share(self) -> bool {
        share_sheet::is_there()
    }

    /// Opens the system's share sheet for a link.
    pub fn share(self, title: &str, link: &str) {
        share_sheet::open(title, link);
    }
}
