//! Scripts and styles without what only people read: a first visit has little room.

/// Returns a script or a style sheet without indentation, empty lines, and comments that have lines of their own. What is
/// written over several lines between backquotes would not stay the same; nothing of ours is.
pub(crate) fn lean(text: &str) -> String {
    let mut lean = String::with_capacity(text.len());
    let mut is_comment = false;
    for line in text.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_people_read_is_left_out() {
        let script = "// Why.\nconst a = 1; // stays\n\n/**\n * Tells.\n */\nif (a) {\n  b(\"/* */\");\n}\n/* x */\nc();\n";
        assert_eq!(lean(script), "const a = 1; // stays\nif (a) {\nb(\"/* */\");\n}\nc();\n");
    }
}
