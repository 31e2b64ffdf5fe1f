//! The user interface: pages, components and charts. It formats and dispatches; decisions live in [`domain`](crate::domain), and
//! everything outside goes through [`state`](crate::state).

pub mod charts;
pub mod components;
pub mod dom;
pub mod pages;
mod rest;
mod shell;

pub use shell::app;
