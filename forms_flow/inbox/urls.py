"""The addresses of the staff's screens, below /staff/applications/."""

from django.urls import path

from forms_flow.inbox.assigning import AssignView
from forms_flow.inbox.case import CaseView
from forms_flow.inbox.downloading import FileView
from forms_flow.inbox.listing import ListView
from forms_flow.inbox.moving import MoveView
from forms_flow.inbox.noting import NoteView
from forms_flow.inbox.revealing import RevealView

app_name = "inbox"

urlpatterns = [
    path("", ListView.as_view(), name="list"),
    path("<uuid:pk>/", CaseView.as_view(), name="case"),
    path("<uuid:pk>/move/<slug:name>/", MoveView.as_view(), name="move"),
    path("<uuid:pk>/assign/", AssignView.as_view(), name="assign"),
    path("<uuid:pk>/note/", NoteView.as_view(), name="note"),
    path("<uuid:pk>/show/<slug:key>/", RevealView.as_view(), name="reveal"),
    path("<uuid:pk>/files/<uuid:file>/", FileView.as_view(), name="file"),
]
