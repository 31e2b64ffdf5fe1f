//! A storage that does as it should, in memory.
//!
//! A suite includes it with `#[path = "../support/shelf.rs"] mod shelf;`.

use career_explorer::domain::store::{Storage, Trouble};
use std::collections::BTreeMap;

/// Texts by key.
#[derive(Default)]
pub struct Shelf(pub BTreeMap<String, String>);

impl Storage for Shelf {
    fn keys(&self) -> Result<Vec<String>, Trouble> {
        Ok(self.0.keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Trouble> {
        Ok(self.0.get(key).cloned())
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Trouble> {
        self.0.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Trouble> {
        self.0.remove(key);
        Ok(())
    }
}
