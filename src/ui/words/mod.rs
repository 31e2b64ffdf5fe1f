//! What the app says, by topic: the model and the state give values, and here are the words for them.

pub mod saving;
