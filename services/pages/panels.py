"""Panels of the page editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel


def service_panels() -> list[Panel]:
    """Return the panels of a service, in the order of its page."""
    return [
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("who_can"), FieldPanel("who_cannot")], heading=_("Who it is for")),
        MultiFieldPanel([FieldPanel("no_documents"), FieldPanel("documents")], heading=_("What you need")),
        FieldPanel("steps"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("answer_amount"), FieldPanel("answer_unit"), FieldPanel("answer_calendar")]),
                FieldPanel("cost"),
            ],
            heading=_("Answer time and cost"),
        ),
        MultiFieldPanel(
            [FieldPanel("season"), FieldPanel("hours"), FieldPanel("places"), FieldPanel("other_ways")],
            heading=_("When, where and how"),
        ),
        MultiFieldPanel(_state_panels(), heading=_("State")),
        MultiFieldPanel(
            [FieldPanel("urgent"), FieldPanel("urgent_note"), FieldPanel("call_number")], heading=_("Urgent need")
        ),
        MultiFieldPanel(
            [FieldPanel("key"), FieldRowPanel([FieldPanel("department_name"), FieldPanel("department_key")])],
            heading=_("Who answers"),
        ),
        MultiFieldPanel([FieldPanel("audiences"), FieldPanel("needs")], heading=_("Where lists show it")),
        InlinePanel("governing_policies", heading=_("Governing policies"), label=_("Policy")),
        FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("is_sample")]),
    ]


def _state_panels() -> list[Panel]:
    return [
        FieldPanel("state"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on"), FieldPanel("capacity")]),
        FieldPanel("state_note"),
    ]


def policy_panels() -> list[Panel]:
    """Return the panels of a policy."""
    return [
        FieldPanel("import_notes", read_only=True),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("version")]),
                FieldPanel("status"),
                FieldPanel("approving_body"),
                FieldRowPanel([FieldPanel("meeting_number"), FieldPanel("meeting_date")]),
                FieldPanel("effective_date"),
                FieldPanel("supersedes"),
                FieldRowPanel([FieldPanel("keeper"), FieldPanel("next_review_on")]),
                FieldPanel("is_bylaws"),
            ],
            heading=_("Approval"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("title_organisation"),
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("registration_note"), FieldPanel("registration_number")]),
                FieldRowPanel([FieldPanel("letter_number"), FieldPanel("letter_date")]),
            ],
            heading=_("Letterhead"),
        ),
        FieldPanel("body"),
    ]
