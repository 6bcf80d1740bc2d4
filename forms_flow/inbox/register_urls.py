"""The addresses of the register of beneficiaries, below /staff/beneficiaries/."""

from django.urls import path

from forms_flow.inbox.register_entry import EntryView, MergeView
from forms_flow.inbox.register_list import RegisterView

app_name = "register"

urlpatterns = [
    path("", RegisterView.as_view(), name="list"),
    path("<uuid:entry>/", EntryView.as_view(), name="entry"),
    path("<uuid:entry>/merge/", MergeView.as_view(), name="merge"),
]
