//! The checksum of links and of stored plans. May import: crc.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// Without a table: what is checked has some kilobytes at most as a rule, and a table would weigh a kilobyte of its own.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// CRC-32 as zlib and PNG have it. Finds every change within 32 bits in a row.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}
