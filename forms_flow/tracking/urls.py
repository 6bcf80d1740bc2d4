"""The fixed addresses of tracking, below /track/ in every language. None of them names an application.

The link to a declaration holds a secret, which opens nothing but the words to be confirmed.
"""

from django.urls import path

from forms_flow.tracking.case import case
from forms_flow.tracking.completing import complete
from forms_flow.tracking.confirming import confirm, declare
from forms_flow.tracking.correcting import contact
from forms_flow.tracking.finding import find
from forms_flow.tracking.leaving import leave
from forms_flow.tracking.objecting import object_view
from forms_flow.tracking.proving import code, send
from forms_flow.tracking.withdrawing import withdraw
from forms_flow.tracking.writing import message

app_name = "tracking"

urlpatterns = [
    path("", find, name="find"),
    path("case/", case, name="case"),
    path("case/code/", code, name="code"),
    path("case/code/send/", send, name="send"),
    path("case/complete/", complete, name="complete"),
    path("case/message/", message, name="message"),
    path("case/contact/", contact, name="contact"),
    path("case/declare/", declare, name="declare"),
    path("case/object/", object_view, name="object"),
    path("case/withdraw/", withdraw, name="withdraw"),
    path("confirm/<str:token>/", confirm, name="confirm"),
    path("leave/", leave, name="leave"),
]
