"""Number and date formats of the site; they replace Django's where those would mislead (12345.6 shown as 12345,6)."""
