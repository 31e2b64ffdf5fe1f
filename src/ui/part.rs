//! A part of the program that is fetched when it is needed. With the feature `split` the release has the parts in files of their own;
//! without it all is one program, and nothing is waited for.
//!
//! Each stands behind a function under `#[wasm_split]`, which is the only way in: `planner`, everything but the first page; `rating`, `gaps`,
//! `routes`, `plan` and `titles`, the main pages; `seldom`, what most visits do without; `workbench`, the tools; and `map`. What is reached
//! through the function alone goes to its file, and what several of them use into the planner, which is there before all others, or into a
//! chunk. `xtask/src/finish/split.rs` makes the files, and the service worker keeps them all. Each crossing has its price in glue, so that a
//! part has to be large and its door narrow.
//!
//! May import: Leptos's signals. Absent on purpose: what is shown while a part is on its way, which is for whoever needs it to say.

use crate::dom::signals::*;

/// A part that could not be fetched or is damaged.
#[derive(Clone, Copy, Debug)]
pub struct Unloaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for Unloaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// How far a part is.
#[derive(Clone, Copy)]
pub enum Loading<T> {
    /// Nobody has asked for it.
    NotBegun,
    /// It is being fetched.
    UnderWay,
    /// It is there.
    Done(T),
    /// It could not be fetched. It can be asked for again.
    Failed,
}

/// A part, whose functions `T` has. Copies are the same part.
pub struct Part<T: Copy + Send + Sync + 'static>(RwSignal<Loading<T>>);

impl<T: Copy + Send + Sync + 'static> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Copy + Send + Sync + 'static> Copy for Part<T> {}

impl<T: Copy + Send + Sync + 'static> Part<T> {
    /// A part that nobody has asked for.
    pub fn new() -> Self {
        Self(RwSignal::new(Loading::NotBegun))
    }

    /// Has `fetch` fetch the part, unless it is there or on its way. It has to call [`Part::came`].
    pub fn load(self, fetch: impl FnOnce()) {
        if matches!(self.now(), Loading::NotBegun | Loading::Failed) {
            self.0.set(Loading::UnderWay);
            fetch();
        }
    }

    /// Notes what became of fetching it.
    pub fn came(self, part: Result<T, Unloaded>) {
        self.0.set(match part {
            Ok(part) => Loading::Done(part),
            Err(Unloaded) => Loading::Failed,
        });
    }

    /// How far it is. Followed by what reads it.
    pub fn state(self) -> Loading<T> {
        self.0.get()
    }

    /// How far it is now.
    pub fn now(self) -> Loading<T> {
        self.0.get_untracked()
    }
}
