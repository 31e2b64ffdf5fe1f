//! What a person writes down with the tools: lists of records, each under an id that it keeps for ever. Evidence, actions, goals of one's
//! own, companies and the like are such lists.
//!
//! A record is a map of fields, as it is stored, so that a list costs no code here: two tabs that change different fields of one record both
//! keep theirs, and a field that this version does not know stays. What the fields of a list mean is known to the module that works with it:
//! it gives a typed view, and says what cannot be read. The order of a list is a field of its records, or follows from one, never their place.
//!
//! A snapshot has the records as they were then. What they held stands once, in an [`Archive`] that the snapshots of a plan share: see there.

use super::fields::Fields;
use super::{Snapshot, SnapshotId};
use crate::domain::base::sorted::SortedMap;
use serde_json::Value;
use std::sync::Arc;

/// The most characters of a record that is written here, names of fields included. A larger one that comes from elsewhere is kept whole.
pub const MAX_RECORD: usize = 8_000;
/// How many characters a token has.
const TOKEN: usize = 5;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $most:literal;)*) => {
        /// A list of records that this version works with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum List {
            $($(#[$doc])* $name,)*
        }

        impl List {
            /// All of them.
            pub const ALL: &'static [List] = &[$(List::$name),*];

            /// Its name in the document. Never changed, and never used again for something else.
            pub const fn key(self) -> &'static str {
                match self {
                    $(List::$name => $key,)*
                }
            }

            /// The most records that can be put into it here. More that come from elsewhere are kept.
            pub const fn most(self) -> usize {
                match self {
                    $(List::$name => $most,)*
                }
            }
        }
    };
}

lists! {
    /// Achievements.
    Evidence = "evidence", 500;
    /// Achievements that are told as stories in interviews; by the id of the achievement.
    Stories = "stories", 30;
    /// What was noted and timed while practising; by the question.
    Practice = "practice", 200;
    /// Interview questions of one's own.
    Questions = "questions", 100;
    /// Questions to ask a company: chosen ones and own ones.
    Asking = "asking", 60;
    /// Companies to apply to.
    Companies = "companies", 60;
    /// Texts that there is one of each, such as one's *why* and the headline on LinkedIn; by what it is.
    Texts = "texts", 60;
    /// Actions for one's gaps.
    Actions = "actions", 200;
    /// Goals of one's own, and what one makes of the guide's.
    Goals = "aims", 60;
    /// Quarterly reviews.
    Reviews = "reviews", 80;
    /// Certifications, tools, resources and steps of mastery, with how far one is; by the guide's entry.
    Learning = "learning", 200;
    /// Strategies of balance that were adopted; by the guide's entry.
    Balance = "balance", 60;
    /// Check-ins on one's balance; by the day.
    CheckIns = "check-ins", 400;
    /// Figures and choices that a tool keeps, such as a base of pay; by what it is.
    Settings = "settings", 100;
}

/// Names a record within its list, for ever: 1 to 64 lower-case letters, digits, full stops, colons and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

impl RecordId {
    /// An id from its text form; `None` for what is none.
    pub fn new(text: &str) -> Option<Self> {
        let sound = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b':');
        ((1..=64).contains(&text.len()) && text.bytes().all(sound)).then(|| Self(text.to_owned()))
    }

    /// A new id from a name that nobody has used, of letters and digits: the model has no randomness, so it comes from outside.
    pub fn fresh(name: &str) -> Self {
        Self(
            name.chars()
                .filter(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase())
                .chain(name.is_empty().then_some('0'))
                .take(64)
                .collect(),
        )
    }

    /// The text form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A record: its fields, as they are stored. Copies share them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(Arc<Fields>);

impl Record {
    /// A record of these fields.
    pub fn new(fields: Fields) -> Self {
        Self(Arc::new(fields))
    }

    /// Its fields.
    pub fn fields(&self) -> &Fields {
        &self.0
    }

    /// How many characters it has, names of fields included.
    pub fn length(&self) -> usize {
        fn of(value: &Value) -> usize {
            match value {
                Value::String(text) => text.chars().count(),
                Value::Object(fields) => fields.iter().map(|(key, value)| key.chars().count() + of(value)).sum(),
                Value::Array(list) => list.iter().map(of).sum(),
                _ => 4,
            }
        }
        self.0.iter().map(|(key, value)| key.chars().count() + of(value)).sum()
    }

    /// The text of a field; empty where there is none.
    pub fn text(&self, key: &str) -> &str {
        self.0.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The whole number of a field.
    pub fn number(&self, key: &str) -> Option<u64> {
        self.0.get(key).and_then(Value::as_u64)
    }

    /// Whether a field is set.
    pub fn flag(&self, key: &str) -> bool {
        self.0.get(key) == Some(&Value::Bool(true))
    }

    /// The entries of a field that is a map.
    pub fn entries(&self, key: &str) -> impl Iterator<Item = (&str, &Value)> {
        self.0.get(key).and_then(Value::as_object).into_iter().flatten().map(|(key, value)| (key.as_str(), value))
    }

    /// The same record with a text in a field; blank text removes the field.
    #[must_use]
    pub fn with_text(self, key: &str, text: &str) -> Self {
        self.with(key, (!text.trim().is_empty()).then(|| text.into()))
    }

    /// The same record with a number in a field, or without it.
    #[must_use]
    pub fn with_number(self, key: &str, number: Option<u64>) -> Self {
        self.with(key, number.map(Into::into))
    }

    /// The same record with a field set, or without it.
    #[must_use]
    pub fn with_flag(self, key: &str, is_set: bool) -> Self {
        self.with(key, is_set.then_some(Value::Bool(true)))
    }

    /// The same record with a value in a field, or without the field.
    #[must_use]
    pub fn with(mut self, key: &str, value: Option<Value>) -> Self {
        let fields = Arc::make_mut(&mut self.0);
        match value {
            Some(value) => fields.insert(key.to_owned(), value),
            None => fields.remove(key),
        };
        self
    }
}

/// The records of one list, by id.
pub type Entries = SortedMap<RecordId, Record>;

/// All records, by the name of their list; also those of lists that this version does not know. Copies share them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records(SortedMap<String, Arc<Entries>>);

impl Records {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|entries| entries.is_empty())
    }

    /// The records of a list. Two answers are the same list, unchanged, where [`Arc::ptr_eq`] says so.
    pub fn of(&self, list: List) -> Arc<Entries> {
        self.0.get(list.key()).cloned().unwrap_or_default()
    }

    /// A record.
    pub fn get(&self, list: List, id: &RecordId) -> Option<&Record> {
        self.0.get(list.key())?.get(id)
    }

    /// How many records a list has.
    pub fn len(&self, list: List) -> usize {
        self.0.get(list.key()).map_or(0, |entries| entries.len())
    }

    /// Puts a record into a list, in the place of the one with this id, or takes it out.
    pub fn set(&mut self, list: &str, id: &RecordId, record: Option<Record>) {
        let entries = Arc::make_mut(self.0.entry(list.to_owned()).or_default());
        match record {
            Some(record) => entries.insert(id.clone(), record),
            None => entries.remove(id),
        };
        if entries.is_empty() {
            self.0.remove(list);
        }
    }

    /// Puts a whole list in.
    pub(super) fn put(&mut self, list: &str, entries: Entries) {
        if !entries.is_empty() {
            self.0.insert(list.to_owned(), Arc::new(entries));
        }
    }

    /// Every list that has records, by name.
    pub fn lists(&self) -> impl Iterator<Item = (&str, &Entries)> {
        self.0.iter().map(|(list, entries)| (list.as_str(), &**entries))
    }
}

/// What snapshots held of the records: each version of a record once, however many snapshots have it.
///
/// A version stands under a token, five letters and digits made of its content, below the snapshot with which it came. A snapshot names its
/// records by their tokens, one text a list. So 50 snapshots of 700 records take what 700 records take, and 5 characters for each in each snapshot.
///
/// A plan has the version of each token that its snapshots name. Merging keeps to that: see
/// [`document::complete`](super::document::complete).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive(pub(super) SortedMap<SnapshotId, Arc<SortedMap<String, Version>>>);

/// A version of a record, as it is stored: which record it is of, and what that held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version(Fields);

impl Version {
    const OF: &str = "of";
    const HELD: &str = "held";

    /// What a record holds.
    fn new(id: &RecordId, record: &Record) -> Self {
        let mut fields = Fields::new();
        fields.insert(Self::OF.to_owned(), id.as_str().into());
        fields.insert(Self::HELD.to_owned(), Value::Object(record.fields().clone()));
        Self(fields)
    }

    /// Takes the fields of a version out of a value that is one.
    pub(super) fn take(value: &mut Value) -> Option<Self> {
        let fields = value.as_object_mut()?;
        let is_one = fields.get(Self::OF).and_then(Value::as_str).and_then(RecordId::new).is_some()
            && fields.get(Self::HELD).is_some_and(Value::is_object);
        is_one.then(|| Self(std::mem::take(fields)))
    }

    /// Its fields.
    pub(super) fn fields(&self) -> &Fields {
        &self.0
    }

    /// The record.
    pub fn record(&self) -> Option<(RecordId, Record)> {
        let id = self.0.get(Self::OF).and_then(Value::as_str).and_then(RecordId::new)?;
        Some((id, Record::new(self.0.get(Self::HELD)?.as_object()?.clone())))
    }
}

/// The tokens of a snapshot's records, by list.
pub type Members = SortedMap<String, String>;

/// The tokens in a text, which has them without anything between.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    (0..text.len()).step_by(TOKEN).filter_map(|at| text.get(at..at + TOKEN))
}

/// Whether a text has the form of a list's tokens.
pub(super) fn are_tokens(text: &str) -> bool {
    text.len().is_multiple_of(TOKEN) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

impl Archive {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The version under a token.
    pub fn get(&self, token: &str) -> Option<&Version> {
        self.0.values().find_map(|versions| versions.get(token))
    }

    /// The tokens of these records, and the versions that are not in the archive yet.
    pub(super) fn tokens(&self, records: &Records) -> (Members, SortedMap<String, Version>) {
        let mut new: SortedMap<String, Version> = SortedMap::new();
        let mut members = Members::new();
        for (list, entries) in records.lists() {
            let mut text = String::with_capacity(entries.len() * TOKEN);
            for (id, record) in entries.iter() {
                let version = Version::new(id, record);
                let content = Value::Object(record.fields().clone()).to_string();
                // Another version has this token once in many thousand plans; then the next one is taken.
                let is_free =
                    |token: &String| [self.get(token), new.get(token)].into_iter().flatten().all(|there| *there == version);
                let token = (0..u32::MAX).map(|again| token(list, id, &content, again)).find(is_free).unwrap_or_default();
                text.push_str(&token);
                if self.get(&token).is_none() {
                    new.insert(token, version);
                }
            }
            members.insert(list.to_owned(), text);
        }
        (members, new)
    }

    /// Puts in the versions that came with a snapshot.
    pub(super) fn add(&mut self, snapshot: &SnapshotId, new: SortedMap<String, Version>) {
        if !new.is_empty() {
            let there = Arc::make_mut(self.0.entry(snapshot.clone()).or_default());
            new.into_iter().for_each(|(token, version)| {
                there.insert(token, version);
            });
        }
    }

    /// The records of a snapshot, as far as their versions are there.
    pub(super) fn records(&self, members: &Members) -> Records {
        let mut all: SortedMap<&str, &Version> = SortedMap::new();
        self.0.values().flat_map(|versions| versions.iter()).for_each(|(token, version)| {
            all.insert(token, version);
        });
        let mut records = Records::default();
        for (list, text) in members {
            records.put(list, tokens(text).filter_map(|token| all.get(token)?.record()).collect());
        }
        records
    }

    /// Takes in what another archive has.
    pub(super) fn absorb(&mut self, other: &Self) {
        other.0.iter().for_each(|(snapshot, versions)| self.add(snapshot, (**versions).clone()));
    }

    /// Forgets what no snapshot names.
    pub(super) fn tidy(&mut self, snapshots: &[Snapshot]) {
        let mut named: SortedMap<String, bool> =
            self.0.values().flat_map(|versions| versions.keys().map(|token| (token.clone(), false))).collect();
        for token in snapshots.iter().flat_map(|one| one.members.values()).flat_map(|text| tokens(text)) {
            if let Some(is_named) = named.get_mut(token) {
                *is_named = true;
            }
        }
        for versions in self.0.values_mut() {
            if versions.keys().any(|token| named.get(token) != Some(&true)) {
                Arc::make_mut(versions).retain(|token, _| named.get(token) == Some(&true));
            }
        }
        self.0.retain(|_, versions| !versions.is_empty());
    }
}

/// The token of a version: its content by FNV-1a, in letters and digits.
fn token(list: &str, id: &RecordId, content: &str, again: u32) -> String {
    const SYMBOLS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut mix = |bytes: &[u8]| bytes.iter().for_each(|b| hash = (hash ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    for part in [list, id.as_str(), content] {
        mix(part.as_bytes());
        mix(&[0]);
    }
    mix(&again.to_le_bytes());
    hash ^= hash >> 32;
    let mut token = String::with_capacity(TOKEN);
    for _ in 0..TOKEN {
        token.push(char::from(SYMBOLS[usize::try_from(hash % 62).unwrap_or_default()]));
        hash /= 62;
    }
    token
}
