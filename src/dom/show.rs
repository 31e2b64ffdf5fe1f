//! What an element holds as signals say: made anew when they change.

use super::bind::bind_boxed;
use super::{DOCUMENT, El, focus};
use leptos::reactive::computed::Memo;
use leptos::reactive::graph::untrack_with_diagnostics;
use leptos::reactive::traits::With;
use std::cell::RefCell;
use web_sys::Node;

impl El {
    /// Appends elements that are made anew whenever something that the function reads changes. If the focus was in one that goes, it
    /// moves to the new element with the same id, else to the first of the new ones that takes it, else to the nearest one.
    ///
    /// For what is small or seldom changes. Rows of a list keep their identity in [`El::each`].
    ///
    #[doc = concat!("```\n", include_str!("examples/show.rs"), "```")]
    pub fn show(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.show_boxed(Box::new(children));
        self
    }

    /// Appends elements that are made anew only when `key` gives something else than before. What `children` reads while it makes them
    /// is not followed, so that they stay as they are until the key changes; bindings in them follow what they read, as everywhere.
    ///
    #[doc = concat!("```\n", include_str!("examples/show_for.rs"), "```")]
    pub fn show_for<K: PartialEq + Send + Sync + 'static>(
        self,
        key: impl Fn() -> K + Send + Sync + 'static,
        children: impl Fn(&K) -> Vec<El> + 'static,
    ) -> Self {
        let key = Memo::new(move |_| key());
        self.show(move || key.with(|key| untrack_with_diagnostics(|| children(key))))
    }

    /// The part of [`El::show`] that is there once.
    fn show_boxed(&self, children: Box<dyn Fn() -> Vec<El>>) {
        let end: Node = DOCUMENT.with(|d| d.create_comment("")).into();
        let _ = self.0.append_child(&end);
        let shown: RefCell<Vec<El>> = RefCell::default();
        bind_boxed(Box::new(move || {
            let new = children();
            let old = shown.replace(new.clone());
            let focused = focus::focused_in(&old);
            for el in old {
                el.0.remove();
            }
            if let Some(parent) = end.parent_node() {
                for el in &new {
                    let _ = parent.insert_before(&el.0, Some(&end));
                }
            }
            if let Some(lost) = focused {
                focus::move_on(&lost, &new, &end);
            }
        }));
    }
}
