"""Which fields of a service do what; the fields themselves are in `service`."""

#: Facts that hold in every language: an editor changes them once, on the Arabic page.
SYNCHRONISED = (
    "key",
    "state",
    "opens_on",
    "closes_on",
    "capacity",
    "answer_amount",
    "answer_unit",
    "answer_calendar",
    "season",
    "department_key",
    "audiences",
    "needs",
    "no_documents",
    "urgent",
    "call_number",
    "reviewed_on",
    "is_sample",
)

#: What a card in a list shows.
CARD = (
    "key",
    "summary",
    "state",
    "state_note",
    "opens_on",
    "closes_on",
    "answer_amount",
    "answer_unit",
    "answer_calendar",
    "season",
    "audiences",
    "needs",
    "is_sample",
)

#: What has to be filled in before the page can go live (req 1).
REQUIRED = (
    "key",
    "summary",
    "who_can",
    "who_cannot",
    "steps",
    "answer_amount",
    "hours",
    "places",
    "other_ways",
    "department_key",
    "department_name",
    "reviewed_on",
    "audiences",
    "needs",
)
