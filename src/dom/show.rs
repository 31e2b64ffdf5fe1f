//! What an element holds as signals say: made anew when they change.

use super::bind::bind_boxed;
use super::{DOCUMENT, El, focus};
use leptos::reactive::graph::untrack_with_diagnostics;
use leptos::reactive::owner::Owner;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Node;

/// What gives a key of any type, and what makes the elements for it.
type KeyFrom = Box<dyn Fn() -> Rc<dyn Any>>;
type Children = Box<dyn Fn(&dyn Any) -> Vec<El>>;

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
    pub fn show_for<K: PartialEq + 'static>(
        self,
        key: impl Fn() -> K + 'static,
        children: impl Fn(&K) -> Vec<El> + 'static,
    ) -> Self {
        let key = move || Rc::new(key()) as Rc<dyn Any>;
        let children = move |key: &dyn Any| key.downcast_ref().map(&children).unwrap_or_default();
        self.show_for_boxed(Box::new(key), is_same::<K>, Box::new(children));
        self
    }

    /// The part of [`El::show_for`] that is there once. A memo for each type of key would weigh more than all of it.
    fn show_for_boxed(&self, key: KeyFrom, is_same: fn(&dyn Any, &dyn Any) -> bool, children: Children) {
        let shown = Shown::in_(self);
        // What is shown outlives the runs of the binding below, and ends with it.
        let owner = Owner::current().unwrap_or_default();
        let last: RefCell<Option<Rc<dyn Any>>> = RefCell::default();
        let present: RefCell<Option<Owned>> = RefCell::default();
        bind_boxed(Box::new(move || {
            let now = key();
            if !last.borrow().as_ref().is_some_and(|last| is_same(&**last, &*now)) {
                last.replace(Some(now.clone()));
                let next = owner.child();
                let new = untrack_with_diagnostics(|| next.with(|| children(&*now)));
                // What was there before lets go of its signals before it leaves the page.
                drop(present.replace(Some(Owned(next))));
                shown.replace(new);
            }
        }));
    }

    /// The part of [`El::show`] that is there once.
    fn show_boxed(&self, children: Box<dyn Fn() -> Vec<El>>) {
        let shown = Shown::in_(self);
        bind_boxed(Box::new(move || shown.replace(children())));
    }
}

/// Whether two values of a type are equal.
fn is_same<K: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<K>() == other.downcast_ref::<K>()
}

/// An owner that is cleaned up when this goes.
struct Owned(Owner);

impl Drop for Owned {
    fn drop(&mut self) {
        self.0.cleanup();
    }
}

/// Elements that others take the place of, in front of a mark.
struct Shown {
    elements: RefCell<Vec<El>>,
    end: Node,
}

impl Shown {
    fn in_(parent: &El) -> Self {
        let end: Node = DOCUMENT.with(|d| d.create_comment("")).into();
        let _ = parent.0.append_child(&end);
        Self { elements: RefCell::default(), end }
    }

    fn replace(&self, new: Vec<El>) {
        let old = self.elements.replace(new.clone());
        let focused = focus::focused_in(&old);
        for el in old {
            el.0.remove();
        }
        if let Some(parent) = self.end.parent_node() {
            for el in &new {
                let _ = parent.insert_before(&el.0, Some(&self.end));
            }
        }
        if let Some(lost) = focused {
            focus::move_on(&lost, &new, &self.end);
        }
    }
}
