"""Addresses of the journey, below ``apply/`` in every language. Steps may not be called check, done or save."""

from django.urls import path

from forms_flow.wizard.check import check
from forms_flow.wizard.files import file
from forms_flow.wizard.later import resume, save
from forms_flow.wizard.receipt import receipt
from forms_flow.wizard.start import new
from forms_flow.wizard.steps import step

app_name = "wizard"

urlpatterns = [
    path("new/<uuid:flow_key>/", new, name="new"),
    path("resume/<str:token>/", resume, name="resume"),
    path("<uuid:draft_id>/check/", check, name="check"),
    path("<uuid:draft_id>/done/", receipt, name="receipt"),
    path("<uuid:draft_id>/save/", save, name="save"),
    path("<uuid:draft_id>/file/<uuid:file_id>/", file, name="file"),
    path("<uuid:draft_id>/<slug:step>/", step, name="step"),
]
