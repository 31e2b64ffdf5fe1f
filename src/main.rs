//! Start-up only.

fn main() {
    #[cfg(target_arch = "wasm32")]
    career_explorer::start();
}
