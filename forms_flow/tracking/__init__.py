"""The applicant's own page: where the application stands, what is needed, the result, and the way out.

Reached with the reference and the last four digits of the mobile. It shows no name and no answer.
"""
