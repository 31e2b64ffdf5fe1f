//! The main pages but the home page, in five parts of the program: rating, gaps, routes, the plan, and titles. A visit needs
//! one of them after the other. Measured, with a plan: 38 KB less than with all of them in the planner, and 18 KB more in all.

use super::fetched::{Doors, no_piece};
use super::{assess, assess_list, compare, gaps, not_found, plan, route, steps, title};
use crate::dom::El;
use crate::domain::page::Page;
use crate::state::use_app;
use crate::ui::part::Unloaded;

/// The way in to rating.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(rating, wasm_split_path = leptos::wasm_split, fallible))]
pub fn rating() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show_rating, piece: no_piece })
}

/// The way in to gaps.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(gaps, wasm_split_path = leptos::wasm_split, fallible))]
pub fn gaps() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show_gaps, piece: no_piece })
}

/// The way in to routes.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(routes, wasm_split_path = leptos::wasm_split, fallible))]
pub fn routes() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show_routes, piece: no_piece })
}

/// The way in to the plan.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible))]
pub fn plan() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show_plan, piece: no_piece })
}

/// The way in to titles.
#[cfg_attr(feature = "split", allow(unsafe_code), leptos::wasm_split::wasm_split(titles, wasm_split_path = leptos::wasm_split, fallible))]
pub fn titles() -> Result<Doors, Unloaded> {
    Ok(Doors { page: show_titles, piece: no_piece })
}

fn show_rating(page: &Page) -> Vec<El> {
    let Some(aim) = use_app().own.derived().aim() else { return Vec::new() };
    match page {
        Page::AssessList => assess_list::show(aim),
        Page::AssessSkill(skill) => assess::show(aim, Some(skill.clone())),
        _ => assess::show(aim, None),
    }
}

fn show_gaps(_: &Page) -> Vec<El> {
    use_app().own.derived().aim().map(gaps::show).unwrap_or_default()
}

fn show_routes(_: &Page) -> Vec<El> {
    let plan = use_app().own.derived();
    plan.travel().map(route::show).or_else(|| plan.journey().map(route::no_way)).unwrap_or_default()
}

fn show_plan(page: &Page) -> Vec<El> {
    let now = use_app().own.derived();
    match now.travel() {
        Some(travel) if matches!(page, Page::PlanSteps) => steps::show(travel),
        Some(travel) => plan::show(travel),
        None => now.journey().map(route::no_way).unwrap_or_default(),
    }
}

fn show_titles(page: &Page) -> Vec<El> {
    match page {
        Page::Title(id) => title::show(id.clone()),
        Page::Compare(first, second) => compare::show(first.clone(), second.clone()),
        _ => not_found::show(page),
    }
}
