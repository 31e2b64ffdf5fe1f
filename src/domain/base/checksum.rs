//! The checksum of links and of stored plans. May import: crc.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use std::sync::OnceLock;

/// With a table, which a plan with a full log needs: a megabyte is checked at each write. It is made when it is first needed, for in the
/// program it would weigh a kilobyte.
static CRC: OnceLock<Crc<u32, Table<1>>> = OnceLock::new();

/// CRC-32 as zlib and PNG have it. Finds every change within 32 bits in a row.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    CRC.get_or_init(|| Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC)).checksum(bytes)
}
