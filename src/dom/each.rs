//! Lists whose rows keep their identity: a row is an element of its own for as long as its key is in the list, whatever becomes of
//! its order and its figures, so that what is open in it stays open, what has the focus keeps it, and what is bound to a figure moves
//! from the old one to the new one.

use super::bind::bind_boxed;
use super::{DOCUMENT, El, focus};
use leptos::reactive::graph::untrack_with_diagnostics;
use leptos::reactive::owner::{LocalStorage, Owner};
use leptos::reactive::signal::RwSignal;
use leptos::reactive::traits::{Get, GetUntracked, Set, WithUntracked};
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Document, Element, Node};

/// The present item of a row, of any type: one kind of signal for all lists.
type Signal = RwSignal<Rc<dyn Any>, LocalStorage>;

/// What gives the items of a list with their keys.
type Keyed = Box<dyn Fn() -> Vec<(String, Rc<dyn Any>)>>;

/// What tells the items of a list apart.
type Key<T> = Box<dyn Fn(&T) -> String>;

/// The item of one row, which changes while the row stays. Copies are handles to the same item.
pub struct Row<T> {
    item: Signal,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Row<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Row<T> {}

impl<T: 'static> Row<T> {
    /// The item as it is now. A binding that reads it runs again when it changes.
    #[inline(never)]
    pub fn get(self) -> Rc<T> {
        of_type(self.item.get())
    }

    /// The item for what its key stands for, which stays as long as the row does: it is not followed.
    #[inline(never)]
    pub fn identity(self) -> Rc<T> {
        of_type(self.item.get_untracked())
    }
}

fn of_type<T: 'static>(item: Rc<dyn Any>) -> Rc<T> {
    match item.downcast() {
        Ok(item) => item,
        Err(_) => unreachable!("the items of a list have one type"),
    }
}

/// A row on the page.
struct Shown {
    key: String,
    element: Element,
    item: Signal,
    owner: Owner,
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.element.remove();
    }
}

#[wasm_bindgen]
extern "C" {
    /// A node as the parent of others.
    type Parent;
    /// Moves a node and keeps its state: focus, transitions, what is selected. Some browsers lack it, which is an error here.
    #[wasm_bindgen(method, structural, catch, js_name = moveBefore)]
    fn move_before(this: &Parent, node: &Node, before: &Node) -> Result<(), JsValue>;
}

impl El {
    /// Appends one element for each item. An item with the key of one before it keeps that one's row, in its new place, and the row
    /// gets the new item through its [`Row`]; other rows come and go. Items with the same key are rows of their own, in order.
    ///
    /// A row that moves keeps the focus if it has it. If a row with the focus goes, the focus moves to the same control of the row
    /// after it, else of the one before it, else to the nearest element that takes it.
    ///
    #[doc = concat!("```\n", include_str!("examples/each.rs"), "```")]
    pub fn each<T: PartialEq + 'static>(
        self,
        items: impl Fn() -> Vec<T> + 'static,
        key: impl Fn(&T) -> String + 'static,
        view: impl Fn(Row<T>) -> El + 'static,
    ) -> Self {
        self.each_of(Box::new(items), Box::new(key), Box::new(view));
        self
    }

    /// The part of [`El::each`] that is there once for each type of item.
    fn each_of<T: PartialEq + 'static>(&self, items: Box<dyn Fn() -> Vec<T>>, key: Key<T>, view: Box<dyn Fn(Row<T>) -> El>) {
        let keyed = move || {
            let mut keyed: Vec<(String, Rc<dyn Any>)> = Vec::new();
            for item in items() {
                keyed.push((key(&item), Rc::new(item)));
            }
            keyed
        };
        let same = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        self.each_boxed(Box::new(keyed), same, Box::new(move |item| view(Row { item, of: PhantomData })));
    }

    /// The part of [`El::each`] that is there once.
    fn each_boxed(&self, items: Keyed, same: fn(&dyn Any, &dyn Any) -> bool, view: Box<dyn Fn(Signal) -> El>) {
        let end: Node = DOCUMENT.with(|d| d.create_comment("")).into();
        let _ = self.0.append_child(&end);
        // Rows outlive the runs of the binding below, and end with the list.
        let owner = Owner::current().unwrap_or_default();
        let shown: RefCell<Vec<Shown>> = RefCell::default();
        bind_boxed(Box::new(move || {
            let items = items();
            untrack_with_diagnostics(|| {
                let mut old: Vec<Option<Shown>> = shown.take().into_iter().map(Some).collect();
                let mut rows = Vec::with_capacity(items.len());
                let mut changed = Vec::new();
                for (key, item) in items {
                    let has_key = |row: &&mut Option<Shown>| row.as_ref().is_some_and(|row| row.key == key);
                    match old.iter_mut().find(has_key).and_then(Option::take) {
                        Some(row) => {
                            if !row.item.with_untracked(|before| same(&**before, &*item)) {
                                changed.push((row.item, item));
                            }
                            rows.push(row);
                        }
                        None => rows.push(Shown::new(owner.child(), key, item, &view)),
                    }
                }
                let mut place = Place::of_focus();
                place.leave(&old, &rows);
                drop(old);
                arrange(&rows, &end);
                place.settle(&end);
                // After the rows have moved: a bar begins its way to the new figure at the place where it is now.
                for (signal, item) in changed {
                    signal.set(item);
                }
                shown.replace(rows);
            });
        }));
    }
}

impl Shown {
    fn new(owner: Owner, key: String, item: Rc<dyn Any>, view: &dyn Fn(Signal) -> El) -> Self {
        let (item, element) = owner.with(|| {
            let item = Signal::new_local(item);
            (item, view(item).0)
        });
        Self { key, element, item, owner }
    }

    fn holds(&self, element: &Element) -> bool {
        self.element.contains(Some(element))
    }
}

/// Puts the rows into their order in front of `end`.
fn arrange(rows: &[Shown], end: &Node) {
    let Some(parent) = end.parent_node() else { return };
    let mut is_stale = false;
    let mut next = end.clone();
    for row in rows.iter().rev() {
        let node: &Node = &row.element;
        if node.next_sibling().as_ref() != Some(&next) {
            let keeps_state = node.is_connected() && parent.unchecked_as_parent().move_before(node, &next).is_ok();
            if !keeps_state {
                is_stale |= node.is_connected();
                let _ = parent.insert_before(node, Some(&next));
            }
        }
        next = node.clone();
    }
    if is_stale && let Some(row) = rows.first() {
        // Asking for the layout has the browser note the old figures at the new places, from where bars can move on.
        let _ = row.element.client_width();
    }
}

/// Where the focus is while rows move and go.
struct Place {
    focused: Option<Element>,
    /// What takes it instead, if the row that has it goes.
    instead: Vec<Element>,
}

impl Place {
    fn of_focus() -> Self {
        Self { focused: DOCUMENT.with(Document::active_element), instead: Vec::new() }
    }

    /// Looks for another place if the focus is in a row that goes: those that are still in `old`, among the places of those that stay.
    fn leave(&mut self, old: &[Option<Shown>], rows: &[Shown]) {
        let Some(focused) = &self.focused else { return };
        let Some(row) = old.iter().flatten().find(|row| row.holds(focused)) else {
            // Not in a row that goes: if it is in one that stays, it may have to be given back; elsewhere it is not touched.
            if !rows.iter().any(|row| row.holds(focused)) {
                self.focused = None;
            }
            return;
        };
        let control = focus::focusable(&row.element).iter().position(|e| e == focused).unwrap_or(0);
        let stays = |node: &Node| rows.iter().find(|row| row.element.is_same_node(Some(node)));
        let walk = |step: fn(&Node) -> Option<Node>| {
            let mut at = step(&row.element);
            while let Some(node) = at {
                if let Some(row) = stays(&node) {
                    return Some(row);
                }
                at = step(&node);
            }
            None
        };
        for near in [walk(Node::next_sibling), walk(Node::previous_sibling)].into_iter().flatten() {
            let mut controls = focus::focusable(&near.element);
            if control < controls.len() {
                self.instead.push(controls.swap_remove(control));
            }
            self.instead.extend(controls);
        }
    }

    /// Gives the focus back to what had it and stays, or on to what takes it instead.
    fn settle(self, end: &Node) {
        let Some(focused) = self.focused else { return };
        if focused.is_connected() {
            if DOCUMENT.with(Document::active_element).as_ref() != Some(&focused) {
                focus::take(&focused);
            }
        } else if !self.instead.iter().any(focus::take) {
            focus::move_on(&focused, &[], end);
        }
    }
}

/// A node seen as a parent.
trait AsParent {
    fn unchecked_as_parent(&self) -> &Parent;
}

impl AsParent for Node {
    fn unchecked_as_parent(&self) -> &Parent {
        wasm_bindgen::JsCast::unchecked_ref(self)
    }
}
