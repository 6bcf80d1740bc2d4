"""Addresses of the journey, below ``apply/`` in every language. Steps may not be called by the words below."""

from django.urls import path

from forms_flow.wizard.check import check
from forms_flow.wizard.coming_back import come_back
from forms_flow.wizard.entries import entry, remove
from forms_flow.wizard.exit import exit_page
from forms_flow.wizard.files import file
from forms_flow.wizard.later import resume, save
from forms_flow.wizard.papers import answers_copy, blank_form
from forms_flow.wizard.receipt import receipt
from forms_flow.wizard.start import new
from forms_flow.wizard.steps import step

app_name = "wizard"

urlpatterns = [
    path("new/<uuid:flow_key>/", new, name="new"),
    path("resume/", come_back, name="come_back"),
    path("blank/<uuid:flow_key>/", blank_form, name="blank"),
    path("resume/<str:token>/", resume, name="resume"),
    path("<uuid:draft_id>/check/", check, name="check"),
    path("<uuid:draft_id>/done/", receipt, name="receipt"),
    path("<uuid:draft_id>/done/copy/", answers_copy, name="copy"),
    path("<uuid:draft_id>/save/", save, name="save"),
    path("<uuid:draft_id>/exit/", exit_page, name="exit"),
    path("<uuid:draft_id>/file/<uuid:file_id>/", file, name="file"),
    path("<uuid:draft_id>/<slug:step>/", step, name="step"),
    path("<uuid:draft_id>/<slug:step>/<int:number>/", entry, name="entry"),
    path("<uuid:draft_id>/<slug:step>/<int:number>/remove/", remove, name="entry_remove"),
]
