//! Maps as sorted vectors, with the calls of the standard library's ordered map. That one is a tree, compiled anew for each type of key
//! and value: seven types of them came to 11 KB brotli, a twentieth of the program, for maps of some dozen entries.

pub use litemap::LiteMap as SortedMap;
