"""The page on which an editor builds a form, and what becomes of it when it is published."""
