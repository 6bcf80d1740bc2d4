"""Addresses of the screens of one form, below /staff/forms/."""

from django.urls import path

from forms_flow.pages.admin.access import editor_of
from forms_flow.pages.admin.publish import publish

urlpatterns = [
    path("<uuid:flow_key>/", editor_of, name="form_editor"),
    path("<int:page_id>/publish/", publish, name="form_publish"),
]
