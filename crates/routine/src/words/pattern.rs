//! What a single word speaks of, before it becomes part of a language.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

/// What words may speak of.
pub(crate) const VARIABLES: &[&str] = &["side", "other", "place", "repetitions", "seconds"];
/// Braces within more braces than this no word needs; without a limit a file could exhaust the stack.
const DEEPEST: usize = 8;

/// What a word speaks of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    /// The names of its variables, without the `$`.
    pub(crate) variables: BTreeSet<String>,
    /// Whether it reads wrongly where both sides are meant at once.
    pub(crate) one_side: bool,
}

/// Reads a word as a Fluent pattern.
///
/// # Errors
/// It is none; the error says why.
pub(crate) fn mentions(pattern: &str) -> Result<Mentions, String> {
    if deepest(pattern) > DEEPEST {
        return Err("there are too many braces within braces".to_owned());
    }
    let text: String = pattern.trim().lines().map(|line| format!("\n    {line}")).collect();
    let text = format!("word ={text}\n");
    let resource = fluent_syntax::parser::parse(text.as_str())
        .map_err(|(_, errors)| errors.first().map(|error| error.kind.to_string()).unwrap_or_default())?;
    match resource.body.as_slice() {
        [Entry::Message(message)] if message.attributes.is_empty() => {
            let mut mentions = Mentions::default();
            if let Some(pattern) = &message.value {
                in_pattern(pattern, &mut mentions);
            }
            Ok(mentions)
        }
        _ => Err("a line begins with a dot".to_owned()),
    }
}

/// Returns the names of the variables of a word.
pub(super) fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut mentions = Mentions::default();
    in_pattern(pattern, &mut mentions);
    mentions.variables
}

fn deepest(pattern: &str) -> usize {
    let mut depth = 0_usize;
    let depths = pattern.chars().map(|c| {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth
    });
    depths.max().unwrap_or_default()
}

fn in_pattern(pattern: &Pattern<&str>, mentions: &mut Mentions) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, mentions);
        }
    }
}

fn in_expression(expression: &Expression<&str>, mentions: &mut Mentions) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, mentions),
        Expression::Select { selector, variants } => {
            let mut chosen_by = Mentions::default();
            in_inline(selector, &mut chosen_by);
            // A choice that knows `both` is right for both sides.
            chosen_by.one_side &= !variants.iter().any(is_both);
            mentions.variables.append(&mut chosen_by.variables);
            mentions.one_side |= chosen_by.one_side;
            for variant in variants {
                in_pattern(&variant.value, mentions);
            }
        }
    }
}

fn is_both(variant: &Variant<&str>) -> bool {
    matches!(variant.key, VariantKey::Identifier { name: "both" })
}

fn in_inline(inline: &InlineExpression<&str>, mentions: &mut Mentions) {
    match inline {
        InlineExpression::VariableReference { id } => {
            mentions.one_side |= matches!(id.name, "side" | "other");
            mentions.variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, mentions),
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments, mentions),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            in_arguments(arguments, mentions);
        }
        _ => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, mentions: &mut Mentions) {
    for inline in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
        in_inline(inline, mentions);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_tells_what_it_speaks_of() {
        let of = |pattern: &str| mentions(pattern).unwrap();
        assert_eq!(of("Long neck."), Mentions::default());
        assert_eq!(of("Turn { $sied }.").variables, ["sied".to_owned()].into());
        assert!(of("Nose to the { $other }.").one_side);
        let choice = "{ $side ->\n    [left] Left\n   *[right] Right\n} arm";
        assert!(of(choice).one_side);
        assert!(!of(&choice.replace("*[right] Right", "[both] Both\n   *[right] { NUMBER($n) }")).one_side);
        assert!(mentions("Turn { $side").is_err());
        assert!(mentions("Turn\n.left = 3").is_err());
        assert!(mentions(&"{".repeat(100_000)).is_err());
    }
}
