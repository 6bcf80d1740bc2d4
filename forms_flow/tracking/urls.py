"""The fixed addresses of tracking, below /track/ in every language. None of them names an application."""

from django.urls import path

from forms_flow.tracking.case import case
from forms_flow.tracking.completing import complete
from forms_flow.tracking.finding import find
from forms_flow.tracking.leaving import leave
from forms_flow.tracking.withdrawing import withdraw

app_name = "tracking"

urlpatterns = [
    path("", find, name="find"),
    path("case/", case, name="case"),
    path("case/complete/", complete, name="complete"),
    path("case/withdraw/", withdraw, name="withdraw"),
    path("leave/", leave, name="leave"),
]
