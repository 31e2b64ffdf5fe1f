//! Tests that need a browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_embedded_guide_reads_in_the_browser() {
    assert!(career_explorer::content::guide().is_some());
}
