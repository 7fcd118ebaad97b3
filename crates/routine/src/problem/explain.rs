//! What the TOML parser and serde say, in plain words.

use unknot_body::closest;

/// Splits the parser's message into what was found and what would be accepted.
pub(super) fn explain(message: &str) -> (String, String) {
    let message = message.trim();
    // The parser's own messages have their second half on a line of its own.
    if let Some(known) = of_the_parser(message.lines().next().unwrap_or_default()) {
        return known;
    }
    if let Some((found, expected)) = message.split_once(", expected ") {
        let names = || expected.split('`').skip(1).step_by(2);
        let quoted = |start: &str| found.strip_prefix(start).and_then(|rest| rest.strip_suffix('`'));
        if let Some(name) = quoted("unknown field `") {
            let wanted = near(name, names()).unwrap_or_else(|| format!("one of {}", list(names())));
            return (found.to_owned(), wanted);
        }
        if let Some(name) = quoted("unknown variant `") {
            let wanted = near(name, names()).unwrap_or_else(|| "one of those".to_owned());
            return (format!("`{name}` is none of {}", list(names())), wanted);
        }
        return (in_words(found), kind_in_words(expected));
    }
    let plain = |found: &str, wanted: &str| (found.to_owned(), wanted.to_owned());
    match message {
        "missing field `items`" => plain("`items` is missing", "at least one [[items]] with an `exercise`"),
        _ => match message.strip_prefix("missing field ") {
            Some(field) => (format!("{field} is missing"), "every table of this kind needs it".to_owned()),
            None => plain(message, "this is not TOML as the format has it"),
        },
    }
}

/// Returns what the commonest complaints of the TOML parser mean.
fn of_the_parser(message: &str) -> Option<(String, String)> {
    let (complaint, _) = message.split_once(", expected").unwrap_or((message, ""));
    let (found, wanted) = match complaint {
        "duplicate key" => ("this key stands here twice", "each key once; keep one of the two"),
        "string values must be quoted" => (
            "there is nothing behind `=`, or text without quotation marks",
            "text as in `\"chin-tuck\"`, or a number",
        ),
        "invalid basic string" | "invalid literal string" => {
            ("the text does not end on its line", "a quotation mark at its end")
        }
        _ => return None,
    };
    Some((found.to_owned(), wanted.to_owned()))
}

fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    closest(name, known).map(|near| format!("did you mean `{near}`?"))
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns what was found, as in `invalid type: integer `3``.
fn in_words(found: &str) -> String {
    let value = ["invalid type: ", "invalid value: "].iter().find_map(|start| found.strip_prefix(start));
    let Some(value) = value else { return found.to_owned() };
    let (kind, rest) = value.split_once(' ').unwrap_or((value, ""));
    match kind {
        "string" => format!("the text {rest}"),
        "integer" => format!("the number {}", rest.trim_matches('`')),
        "floating" => format!("the number {}", rest.trim_start_matches("point ").trim_matches('`')),
        "boolean" => rest.trim_matches('`').to_owned(),
        "map" => "a table".to_owned(),
        "sequence" => "a list".to_owned(),
        _ => value.to_owned(),
    }
}

/// Returns what would be accepted, without the names that Rust has for it.
fn kind_in_words(expected: &str) -> String {
    match expected {
        "f64" | "f32" => "a number",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number, not negative",
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        "a boolean" => "`true` or `false`",
        "a string" | "string or table" => "text in quotation marks",
        "a sequence" => "a list in square brackets",
        "a map" => "a table of keys and values",
        "an array of length 2" => "a list of two: the least and the most",
        other if other.starts_with("struct ") => "a table of keys and values",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_in_the_words_of_rust() {
        let says = |message: &str| {
            let (found, wanted) = explain(message);
            format!("{found}; {wanted}")
        };
        assert_eq!(
            says("invalid type: integer `3`, expected a sequence"),
            "the number 3; a list in square brackets"
        );
        assert_eq!(says("invalid type: string \"x\", expected f64"), "the text \"x\"; a number");
        assert_eq!(
            says("invalid type: boolean `true`, expected struct BlockFile"),
            "true; a table of keys and values"
        );
        assert_eq!(
            says("unknown variant `back`, expected one of `move`, `hold`, `return`"),
            "`back` is none of `move`, `hold`, `return`; one of those"
        );
        assert!(says("duplicate key").starts_with("this key stands here twice"));
        assert!(
            says("string values must be quoted, expected literal string")
                .starts_with("there is nothing behind")
        );
        assert!(says("unknown variant `mov`, expected `move` or `hold`").ends_with("did you mean `move`?"));
    }
}
