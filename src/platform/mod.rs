//! The browser: the only home of web-sys, gloo and JavaScript. One file a capability; each one answers with plain values, so
//! that nothing above needs to know the web. Only [`state`](crate::state) calls it.

pub mod calendar;
pub mod clipboard;
pub mod document;
pub mod files;
pub mod host;
pub mod location;
pub mod locks;
pub mod persistence;
pub mod session;
pub mod share_sheet;
pub mod storage;
pub mod worker;
