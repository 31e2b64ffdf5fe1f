//! Reading back what this program's own build wrote with postcard: plain code for plain records. The reader that serde derives does
//! the same in three times the code (7.5 KB brotli for the guide's pack, against 2.5), because it can also refuse, skip and default.
//!
//! Reading never stops half-way: missing bytes read as nothing, and [`read`] says at the end whether everything was there.
//! May import: std, and [`sorted`](super::sorted).

use super::sorted::SortedMap;

/// Bytes that are being read from the front.
pub struct Bytes<'a> {
    left: &'a [u8],
    is_whole: bool,
}

/// What can be read back.
pub trait Read {
    /// Takes one from the front.
    fn read(bytes: &mut Bytes<'_>) -> Self;
}

/// Reads one value; `None` unless these bytes are one, from the first to the last.
///
/// ```
/// use career_explorer::domain::base::bytes::read;
///
/// let bytes = postcard::to_allocvec(&(300u16, "three")).unwrap();
/// assert_eq!(read(&bytes), Some((300u16, "three".to_owned())));
/// assert_eq!(read::<(u16, String)>(&bytes[..4]), None, "an end is missing");
/// ```
pub fn read<T: Read>(bytes: &[u8]) -> Option<T> {
    let mut bytes = Bytes { left: bytes, is_whole: true };
    let value = T::read(&mut bytes);
    (bytes.is_whole && bytes.left.is_empty()).then_some(value)
}

impl Bytes<'_> {
    /// Takes a byte.
    pub fn byte(&mut self) -> u8 {
        let Some((&byte, left)) = self.left.split_first() else {
            self.fail();
            return 0;
        };
        self.left = left;
        byte
    }

    /// Takes a number of up to 32 bits in LEB128, as postcard writes all but bytes.
    #[inline(never)]
    pub fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
            if shift > 28 {
                self.fail();
                return 0;
            }
        }
    }

    /// Takes the length of what follows, which has at least one byte for each item.
    fn length(&mut self) -> usize {
        let length = self.number() as usize;
        if length > self.left.len() {
            self.fail();
            return 0;
        }
        length
    }

    /// Notes that these bytes are not what they should be.
    pub fn fail(&mut self) {
        self.is_whole = false;
        self.left = &[];
    }
}

impl Read for u8 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte()
    }
}

impl Read for bool {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() == 1
    }
}

impl Read for u16 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number() as Self
    }
}

impl Read for u32 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number()
    }
}

impl Read for i32 {
    /// Small numbers of both signs are short: 0, −1, 1, −2, …
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let number = bytes.number();
        (number >> 1) as Self ^ -((number & 1) as Self)
    }
}

impl Read for String {
    #[inline(never)]
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let length = bytes.length();
        let (text, left) = bytes.left.split_at(length);
        bytes.left = left;
        match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                bytes.fail();
                Self::new()
            }
        }
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline(never)]
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let length = bytes.length();
        let mut list = Self::with_capacity(length);
        for _ in 0..length {
            list.push(T::read(bytes));
        }
        list
    }
}

impl<T: Read> Read for Option<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        (bytes.byte() == 1).then(|| T::read(bytes))
    }
}

impl<K: Read + Ord, V: Read> Read for SortedMap<K, V> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let length = bytes.length();
        let mut map = Self::new();
        for _ in 0..length {
            let key = K::read(bytes);
            map.insert(key, V::read(bytes));
        }
        map
    }
}

impl<T: Read, const N: usize> Read for [T; N] {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        std::array::from_fn(|_| T::read(bytes))
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let first = A::read(bytes);
        (first, B::read(bytes))
    }
}

/// A record is its fields, one after the other.
macro_rules! read_fields {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::domain::base::bytes::Read for $name {
            // Once, and not anew wherever a record has one within it: 1 KB brotli for the guide's pack.
            #[inline(never)]
            fn read(bytes: &mut $crate::domain::base::bytes::Bytes<'_>) -> Self {
                $(let $field = $crate::domain::base::bytes::Read::read(bytes);)*
                Self { $($field),* }
            }
        }
    };
}

/// A value of a closed set is its number in the order of declaration, in which all of them stand here: else it does not compile.
macro_rules! read_choice {
    ($name:ident [$first:ident $(, $other:ident)* $(,)?]) => {
        impl $crate::domain::base::bytes::Read for $name {
            fn read(bytes: &mut $crate::domain::base::bytes::Bytes<'_>) -> Self {
                const ALL: &[$name] = &[$name::$first $(, $name::$other)*];
                const _: fn($name) = |value| match value {
                    $name::$first $(| $name::$other)* => {}
                };
                const _: () = {
                    let mut number = 0;
                    while number < ALL.len() {
                        assert!(ALL[number] as usize == number);
                        number += 1;
                    }
                };
                ALL.get(usize::from(bytes.byte())).copied().unwrap_or_else(|| {
                    bytes.fail();
                    $name::$first
                })
            }
        }
    };
}

pub(crate) use {read_choice, read_fields};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    enum Side {
        Left,
        Right,
    }

    read_choice!(Side [Left, Right]);

    #[derive(Debug, PartialEq, Serialize)]
    struct Record {
        small: u8,
        middle: u16,
        large: u32,
        signed: i32,
        is_so: bool,
        text: String,
        list: Vec<(u16, Option<String>)>,
        side: Side,
    }

    read_fields!(Record { small, middle, large, signed, is_so, text, list, side });

    prop_compose! {
        fn record()(
            small: u8, middle: u16, large: u32, signed: i32, is_so: bool, text in ".{0,200}",
            list in proptest::collection::vec((any::<u16>(), proptest::option::of(".{0,9}")), 0..9), is_left: bool,
        ) -> Record {
            Record { small, middle, large, signed, is_so, text, list, side: if is_left { Side::Left } else { Side::Right } }
        }
    }

    proptest! {
        #[test]
        fn what_postcard_writes_is_read_back(record in record()) {
            let bytes = postcard::to_allocvec(&record).expect("bytes");
            prop_assert_eq!(read::<Record>(&bytes), Some(record));
        }

        #[test]
        fn bytes_that_are_short_or_long_are_refused(record in record(), cut in 1usize..40) {
            let mut bytes = postcard::to_allocvec(&record).expect("bytes");
            prop_assert!(read::<Record>(&bytes[..bytes.len().saturating_sub(cut)]).is_none());
            bytes.push(0);
            prop_assert!(read::<Record>(&bytes).is_none());
        }

        #[test]
        fn no_bytes_are_too_strange_to_be_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read::<Record>(&bytes);
        }
    }

    #[test]
    fn what_is_no_choice_and_no_text_is_refused() {
        assert_eq!(read::<Side>(&[1]), Some(Side::Right));
        assert_eq!(read::<Side>(&[2]), None);
        assert_eq!(read::<String>(&[1, 0xff]), None);
        assert_eq!(read::<u32>(&[0x80, 0x80, 0x80, 0x80, 0x80, 1]), None);
    }
}
