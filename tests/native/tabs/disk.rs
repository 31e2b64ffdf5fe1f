//! A storage that several tabs share, as browsers have it: what a tab wrote it reads at once, and the others are told late, in the order
//! in which it happened.

use career_explorer::domain::store::{Storage, Trouble};
use std::collections::BTreeMap;
use std::rc::Rc;

/// One thing that happened to the storage.
#[derive(Clone, Debug)]
enum Happening {
    Put(String, Rc<str>),
    Removed(String),
    Cleared,
}

/// The storage itself.
#[derive(Default, Debug)]
pub struct Disk {
    log: Vec<Happening>,
}

impl Disk {
    /// How much happened so far.
    pub fn len(&self) -> usize {
        self.log.len()
    }

    /// The browser, or the person, clears everything.
    pub fn clear(&mut self) {
        self.log.push(Happening::Cleared);
    }
}

/// How the storage behaves towards one tab.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Mood {
    /// As it should.
    #[default]
    Well,
    /// There is no room.
    Full,
    /// Writing fails.
    Failing,
    /// Writing does nothing, and says nothing.
    Ignoring,
    /// Reading throws.
    Unreadable,
    /// The tab is killed after so many writes and removals.
    DyingIn(u8),
}

/// How far a tab has been told.
#[derive(Default, Debug)]
pub struct View {
    told: usize,
    there: BTreeMap<String, Rc<str>>,
    /// What it did itself and nobody confirmed yet, by its place in the log.
    own: Vec<(usize, String, Option<Rc<str>>)>,
    pub mood: Mood,
}

impl View {
    /// Of a storage that behaves so.
    pub fn of(mood: Mood) -> Self {
        Self { mood, ..Self::default() }
    }

    /// Tells the tab of what happened up to there: what was put under which key by others.
    pub fn tell(&mut self, disk: &Disk, upto: usize) -> Vec<(String, Rc<str>)> {
        let mut news = Vec::new();
        for (place, happening) in disk.log.iter().enumerate().take(upto).skip(self.told) {
            match happening {
                Happening::Put(key, text) => {
                    if self.own.iter().all(|(own, ..)| *own != place) {
                        news.push((key.clone(), text.clone()));
                    }
                    self.there.insert(key.clone(), text.clone());
                }
                Happening::Removed(key) => {
                    self.there.remove(key);
                }
                Happening::Cleared => self.there.clear(),
            }
            self.own.retain(|(own, ..)| *own > place);
        }
        self.told = self.told.max(upto);
        news
    }

    /// Whether it removed what somebody else put under a key, and was not told of that yet.
    pub fn removed_unread(&self, disk: &Disk, key: &str) -> bool {
        let is_there = |one: &Happening| matches!(one, Happening::Put(put, _) if put == key);
        self.own.iter().any(|(at, own, text)| own == key && text.is_none() && disk.log[self.told..*at].iter().any(is_there))
    }

    /// How much it has been told.
    pub fn told(&self) -> usize {
        self.told
    }
}

/// The storage as one tab has it.
pub struct Seen<'a> {
    pub disk: &'a mut Disk,
    pub view: &'a mut View,
}

impl Seen<'_> {
    /// Whether a write or removal happens.
    fn happens(&mut self) -> Result<bool, Trouble> {
        match &mut self.view.mood {
            Mood::Ignoring => Ok(false),
            Mood::DyingIn(0) => Err(Trouble::Failed),
            Mood::DyingIn(left) => {
                *left -= 1;
                Ok(true)
            }
            Mood::Failing => Err(Trouble::Failed),
            _ => Ok(true),
        }
    }
}

impl Storage for Seen<'_> {
    fn keys(&self) -> Result<Vec<String>, Trouble> {
        if self.view.mood == Mood::Unreadable {
            return Err(Trouble::Failed);
        }
        let mut keys: Vec<String> = self.view.there.keys().cloned().collect();
        for (_, key, text) in &self.view.own {
            keys.retain(|k| k != key);
            if text.is_some() {
                keys.push(key.clone());
            }
        }
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, Trouble> {
        if self.view.mood == Mood::Unreadable {
            return Err(Trouble::Failed);
        }
        match self.view.own.iter().rev().find(|(_, k, _)| k == key) {
            Some((_, _, text)) => Ok(text.as_deref().map(str::to_owned)),
            None => Ok(self.view.there.get(key).map(|text| text.to_string())),
        }
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Trouble> {
        if self.view.mood == Mood::Full {
            return Err(Trouble::Full);
        }
        if self.happens()? {
            let place = self.disk.log.len();
            let text: Rc<str> = text.into();
            self.disk.log.push(Happening::Put(key.to_owned(), text.clone()));
            self.view.own.push((place, key.to_owned(), Some(text)));
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Trouble> {
        if self.happens()? {
            let place = self.disk.log.len();
            self.disk.log.push(Happening::Removed(key.to_owned()));
            self.view.own.push((place, key.to_owned(), None));
        }
        Ok(())
    }
}

/// Puts a text into the storage, as somebody would who knows nothing of the protocol.
pub fn put(disk: &mut Disk, key: &str, text: &str) {
    disk.log.push(Happening::Put(key.to_owned(), text.into()));
}
