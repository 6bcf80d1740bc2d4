"""A form as a file, and as the original of copies: what an editor takes from one form, or one site, to another."""
