//! The checksum of links and of stored plans. May import: crc.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use std::sync::OnceLock;

/// With tables for sixteen bytes at a time, which a plan with a full log needs: a megabyte is checked at each write. They are made when they
/// are first needed, for in the program they would weigh.
static CRC: OnceLock<Crc<u32, Table<16>>> = OnceLock::new();

/// CRC-32 as zlib and PNG have it. Finds every change within 32 bits in a row.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    crc32_of([bytes, &[]])
}

/// That of two runs of bytes, one behind the other.
pub(crate) fn crc32_of(runs: [&[u8]; 2]) -> u32 {
    let mut digest = CRC.get_or_init(|| Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC)).digest();
    runs.iter().for_each(|run| digest.update(run));
    digest.finalize()
}
