//! When each action would be done at the present pace: a bar to the day on which half would be done, pale to nine in ten.

use crate::domain::day::Day;
use crate::domain::guide::Guide;
use crate::domain::steps::Action;
use leptos::prelude::*;

/// The most actions that are drawn.
const ROWS: usize = 8;
/// Height of a row, and of the axis, in units of the drawing.
const ROW: f64 = 26.0;
const AXIS: f64 = 22.0;
/// Where the bars begin and end, in units of the drawing.
const LEFT: f64 = 170.0;
const RIGHT: f64 = 440.0;

/// The chart of the open actions. Nothing where there are none.
pub fn pace_chart(guide: &'static Guide, actions: &[Action], today: Day) -> Option<impl IntoView + use<>> {
    let open = &actions[..actions.len().min(ROWS)];
    let end = open.iter().map(|a| a.by.1).max()?;
    let span = f64::from(today.days_until(end).max(1));
    let x = move |day: Day| LEFT + (RIGHT - LEFT) * f64::from(today.days_until(day)) / span;
    let height = ROW * open.len() as f64 + AXIS;
    let years = (today.year() + 1..=end.year())
        .filter_map(|year| Day::new(year, 1, 1))
        .map(|day| {
            let at = x(day) as i32;
            view! {
                <path d=format!("M{at} 0V{}", height - AXIS) stroke="var(--rule)"/>
                <text x=at y=height - 6.0 text-anchor="middle" class="axis">{day.year()}</text>
            }
        })
        .collect_view();
    let bars = open
        .iter()
        .enumerate()
        .map(|(row, action)| {
            let y = row as f64 * ROW + ROW / 2.0;
            let (from, half, nine) = (x(action.begins) + 5.0, x(action.by.0), x(action.by.1));
            view! {
                <text x="0" y=y + 4.0 class="axis">{format!("{} {}", guide.skill(action.skill).short, action.level)}</text>
                <path d=format!("M{} {y}H{}", from as i32, (nine.max(from)) as i32) class="pace-nine"/>
                <path d=format!("M{} {y}H{}", from as i32, (half.max(from)) as i32) class="pace-half"/>
            }
        })
        .collect_view();
    Some(view! {
        <svg class="pace-chart" viewBox=format!("0 0 450 {height}") role="img" aria-label="When each step would be done, step by step; the dates stand on the plan page">
            {years}{bars}
        </svg>
    })
}
