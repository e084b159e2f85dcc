"""Where in a text dates stand: a gate of words and digits, the grammar around what passes it, the tense beside it."""
