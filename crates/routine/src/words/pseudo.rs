//! A language made from English by putting accents on its letters, without a second file to maintain.

/// Returns a Fluent text with the letters of its patterns accented, its names and placeables untouched.
pub(super) fn accented(text: &str) -> String {
    let mut depth = 0_u32;
    let mut accented = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        accented.push_str(&accented_line(line, &mut depth));
    }
    accented
}

fn accented_line(line: &str, depth: &mut u32) -> String {
    let trimmed = line.trim_start();
    let is_variant = *depth > 0 && (trimmed.starts_with('[') || trimmed.starts_with("*["));
    let is_name = |c: char| c.is_ascii_alphabetic() || c == '-';
    let is_head = *depth == 0 && (line.starts_with(is_name) || trimmed.starts_with('.'));
    let pattern_starts = match () {
        () if trimmed.starts_with('#') => line.len(),
        () if is_variant => line.find(']').map_or(0, |at| at + 1),
        () if is_head => line.find('=').map_or(0, |at| at + 1),
        () => 0,
    };
    let (head, pattern) = line.split_at(pattern_starts);
    let mut out = head.to_owned();
    // Inside braces only the pattern of a variant is text; that line says so by beginning with its key.
    let mut text_depth = if is_variant { *depth } else { 0 };
    for c in pattern.chars() {
        match c {
            '{' => *depth += 1,
            '}' => {
                *depth = depth.saturating_sub(1);
                text_depth = text_depth.min(*depth);
            }
            _ => {}
        }
        let in_text = *depth == text_depth && c != '}';
        out.push(if in_text { accent(c) } else { c });
    }
    out
}

fn accent(c: char) -> char {
    match c {
        'a' => 'á',
        'b' => 'ƀ',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'f' => 'ƒ',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'î',
        'k' => 'ķ',
        'l' => 'ļ',
        'n' => 'ñ',
        'o' => 'ö',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'w' => 'ŵ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'B' => 'ß',
        'C' => 'Ç',
        'D' => 'Ð',
        'E' => 'É',
        'H' => 'Ĥ',
        'I' => 'Î',
        'L' => 'Ļ',
        'N' => 'Ñ',
        'O' => 'Ö',
        'R' => 'Ŕ',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'W' => 'Ŵ',
        'Y' => 'Ý',
        other => other,
    }
}
