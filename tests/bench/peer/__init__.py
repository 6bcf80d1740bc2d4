"""A form page as Wagtail's own documentation shows it: the peer that our forms are measured against."""
