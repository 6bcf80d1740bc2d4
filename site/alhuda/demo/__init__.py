"""Sample content in both languages and sample staff, for demonstrations and tests. No real site ever loads it."""
