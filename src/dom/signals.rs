//! Signals, memos, effects and kept values, for use instead of Leptos's own of the same names. They do the same, and they are Leptos's: of
//! one type each, with any value in it, and the type of the value is known here. Leptos's are generic, and each type of value brings its own
//! copy of all that signals do: some 900 functions of a program that has 40 such types. Here a type of value brings its casts.
//!
//! `use crate::dom::signals::*` has what a page needs of Leptos. A value that is read after its owner has gone is a mistake in the program.

pub use leptos::prelude::{Owner, expect_context, on_cleanup, provide_context, request_animation_frame, untrack, use_context};

use leptos::prelude as leptos_signals;
use leptos::reactive::owner::LocalStorage;
use leptos::reactive::traits::{Get as _, GetUntracked as _, GetValue as _, Notify as _, Track as _};
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

/// What a signal has: a cell with a value of the type that its handle knows.
type Cell = Rc<dyn Any>;

/// What a memo has: a value of the type that its handle knows.
type Found = Arc<dyn Any + Send + Sync>;

/// Asks a cell for its value.
fn of_cell<T: 'static>(cell: &Cell) -> &RefCell<T> {
    match cell.downcast_ref() {
        Some(cell) => cell,
        None => unreachable!("a handle knows the type of its value"),
    }
}

fn of_found<T: 'static>(found: &Found) -> &T {
    match found.downcast_ref() {
        Some(value) => value,
        None => unreachable!("a handle knows the type of its value"),
    }
}

macro_rules! copies {
    ($handle:ident) => {
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}
    };
}

/// A value that others follow. Copies are handles to the same one, which lives as long as its owner.
pub struct RwSignal<T> {
    cell: Erased,
    of: PhantomData<fn() -> T>,
}

copies!(RwSignal);

/// A signal of any type. Its functions are there once.
#[derive(Clone, Copy)]
struct Erased(leptos_signals::RwSignal<Cell, LocalStorage>);

impl Erased {
    fn new(cell: Cell) -> Self {
        Self(leptos_signals::RwSignal::new_local(cell))
    }

    #[inline(never)]
    fn tracked(self) -> Cell {
        self.0.get()
    }

    #[inline(never)]
    fn untracked(self) -> Cell {
        self.0.get_untracked()
    }

    /// None when its owner has gone.
    #[inline(never)]
    fn present(self) -> Option<Cell> {
        self.0.try_get_untracked()
    }

    #[inline(never)]
    fn track(self) {
        self.0.track();
    }

    #[inline(never)]
    fn notify(self) {
        self.0.notify();
    }
}

impl<T: 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self { cell: Erased::new(Rc::new(RefCell::new(value))), of: PhantomData }
    }

    /// The same, to be read alone.
    pub const fn read_only(self) -> ReadSignal<T> {
        ReadSignal(self)
    }

    /// Follows it without reading it.
    pub fn track(self) {
        self.cell.track();
    }

    /// What a function makes of the value, which is followed.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&of_cell(&self.cell.tracked()).borrow())
    }

    /// What a function makes of the value as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&of_cell(&self.cell.untracked()).borrow())
    }

    /// Has a function change the value, and tells those who follow it. Nothing once the owner has gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Has a function change the value, and gives what it gives. None once the owner has gone.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let given = self.update_untracked(change);
        if given.is_some() {
            self.cell.notify();
        }
        given
    }

    /// Has a function change the value, and tells nobody. None once the owner has gone.
    pub fn update_untracked<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.cell.present().map(|cell| change(&mut of_cell(&cell).borrow_mut()))
    }

    /// Sets the value, and tells those who follow it. Nothing once the owner has gone.
    pub fn set(self, value: T) {
        let before = self.update_untracked(|now| std::mem::replace(now, value));
        if before.is_some() {
            self.cell.notify();
        }
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// The value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A signal to be read alone.
pub struct ReadSignal<T>(RwSignal<T>);

copies!(ReadSignal);

impl<T: 'static> ReadSignal<T> {
    /// Follows it without reading it.
    pub fn track(self) {
        self.0.track();
    }

    /// What a function makes of the value, which is followed.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.0.with(read)
    }

    /// What a function makes of the value as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(read)
    }
}

impl<T: Clone + 'static> ReadSignal<T> {
    /// The value, which is followed.
    pub fn get(self) -> T {
        self.0.get()
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.0.get_untracked()
    }
}

/// A value that is worked out when it is asked for and what it was made of has changed. Copies are handles to the same one.
pub struct Memo<T> {
    found: Remembered,
    of: PhantomData<fn() -> T>,
}

copies!(Memo);

/// A memo of any type. Its functions are there once.
#[derive(Clone, Copy)]
struct Remembered(leptos_signals::Memo<Found>);

/// What works out the next value of the one before, and tells whether it is another one.
type Work = Box<dyn Fn(Option<Found>) -> (Found, bool) + Send + Sync>;

impl Remembered {
    fn new(work: Work) -> Self {
        Self(leptos_signals::Memo::new_owning(work))
    }

    #[inline(never)]
    fn tracked(self) -> Found {
        self.0.get()
    }

    #[inline(never)]
    fn untracked(self) -> Found {
        self.0.get_untracked()
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// A memo of what a function gives for the value before. Those who follow it hear of values that differ.
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::new_with_compare(work, |before, now| before != now)
    }

    /// The same, with a function that tells whether a value is another one than before.
    pub fn new_with_compare(
        work: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
        is_changed: fn(Option<&T>, Option<&T>) -> bool,
    ) -> Self {
        let work = move |before: Option<Found>| {
            let before = before.as_ref().map(of_found);
            let now = work(before);
            let is_changed = is_changed(before, Some(&now));
            (Arc::new(now) as Found, is_changed)
        };
        Self { found: Remembered::new(Box::new(work)), of: PhantomData }
    }

    /// What a function makes of the value, which is followed.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(of_found(&self.found.tracked()))
    }

    /// The value, which is followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        T::clone(of_found(&self.found.untracked()))
    }
}

/// A value that lives as long as its owner, and that nobody follows. Copies are handles to the same one.
pub struct StoredValue<T> {
    cell: leptos_signals::StoredValue<Cell, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

copies!(StoredValue);

impl<T: 'static> StoredValue<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        Self { cell: keep(Rc::new(RefCell::new(value))), of: PhantomData }
    }

    /// What a function makes of the value.
    pub fn with_value<U>(self, read: impl FnOnce(&T) -> U) -> U {
        match kept(self.cell) {
            Some(cell) => read(&of_cell(&cell).borrow()),
            None => unreachable!("a value is asked for while its owner is there"),
        }
    }

    /// Has a function change the value. Nothing once the owner has gone.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Has a function change the value, and gives what it gives. None once the owner has gone.
    pub fn try_update_value<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        kept(self.cell).map(|cell| change(&mut of_cell(&cell).borrow_mut()))
    }

    /// Puts another value in its place. Nothing once the owner has gone.
    pub fn set_value(self, value: T) {
        let before = self.try_update_value(|now| std::mem::replace(now, value));
        drop(before);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// The value.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// The value. None once the owner has gone.
    pub fn try_get_value(self) -> Option<T> {
        self.try_update_value(|value| value.clone())
    }
}

fn keep(cell: Cell) -> leptos_signals::StoredValue<Cell, LocalStorage> {
    leptos_signals::StoredValue::new_local(cell)
}

#[inline(never)]
fn kept(cell: leptos_signals::StoredValue<Cell, LocalStorage>) -> Option<Cell> {
    cell.try_get_value()
}

/// What runs soon, and again soon after something that it read has changed, for as long as the owner lives.
pub struct Effect;

impl Effect {
    /// Begins an effect. It gets what its last run gave.
    #[expect(clippy::new_ret_no_self, reason = "called like Leptos's; it ends with its owner, and nothing is done with it before")]
    pub fn new<T: 'static>(mut act: impl FnMut(Option<T>) -> T + 'static) {
        let mut last = None;
        begin(Box::new(move || last = Some(act(last.take()))));
    }
}

fn begin(mut act: Box<dyn FnMut()>) {
    leptos_signals::Effect::new(move |_: Option<()>| act());
}
