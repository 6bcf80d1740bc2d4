"""What can be done with an application: one verb a file, each in one transaction with its history and its notices.

Nothing here sees a request. Verbs take keyword-only arguments, an `actor` (a member of the staff, or the words of
``history.APPLICANT`` and ``history.SYSTEM``) and the `row_version` that the actor was looking at.
"""
