"""Keys, sealed columns, blind index and the private file store: the only door to what applicants tell us."""
