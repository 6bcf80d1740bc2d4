"""The tables of applications. Rows are nouns: what is done to them is in `domain`."""
