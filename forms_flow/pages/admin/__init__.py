"""Screens of forms inside the Wagtail admin."""
