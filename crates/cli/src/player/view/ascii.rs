//! The screen in ASCII alone, for terminals that show nothing else.

use ratatui::buffer::Buffer;

/// Replaces everything that such a terminal cannot show. It works on what is drawn, so that nothing is forgotten:
/// names of one's own exercises, too, may have any letter.
pub(super) fn only_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let plain = plain(cell.symbol());
            cell.set_symbol(plain);
        }
    }
}

/// Returns what stands in for a letter; one cell stays one cell.
fn plain(symbol: &str) -> &'static str {
    match symbol {
        "─" | "–" | "—" | "−" => "-",
        "━" => "=",
        "●" => "*",
        "○" | "°" => "o",
        "←" => "<",
        "→" => ">",
        "…" | "·" => ".",
        "’" | "‘" => "'",
        "“" | "”" => "\"",
        "▏" => "_",
        "×" => "x",
        "ä" | "à" | "á" | "â" => "a",
        "é" | "è" | "ê" | "ë" => "e",
        "ö" | "ó" | "ô" => "o",
        "ü" | "ú" | "û" => "u",
        _ => "?",
    }
}
