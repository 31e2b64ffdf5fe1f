//! A text as a QR code (ISO/IEC 18004), for links that pass from a screen to a phone.
//!
//! May import: qrcodegen, which adds 3.6 KB brotli to the app, this module included (measured on the release build).

use qrcodegen::{QrCode, QrCodeEcc};

/// Empty modules around the code, which scanners need: four by the standard.
const QUIET: i32 = 4;

/// A QR code as shapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The length of a side in modules, the quiet zone included.
    pub side: i32,
    /// The dark modules as an SVG path: one rectangle for each run in a row.
    pub path: String,
}

/// The code of a text, at error correction level M or better (15 % of the code may be covered). `None` for a text that is too long:
/// more than 2,331 bytes.
///
/// ```
/// use career_explorer::domain::link::qr::picture;
///
/// // The smallest code has 21 modules, and four empty ones around it.
/// assert_eq!(picture("x").unwrap().side, 29);
/// assert_eq!(picture(&"x".repeat(2_332)), None);
/// ```
pub fn picture(text: &str) -> Option<Picture> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                path += &format!("M{} {}h{}v1H{0}z", start + QUIET, y + QUIET, x - start);
            }
            x += 1;
        }
    }
    Some(Picture { side: code.size() + 2 * QUIET, path })
}
