"""The addresses of the staff's screens, below /staff/applications/."""

from django.urls import path

from forms_flow.inbox.alerting import AlertsView
from forms_flow.inbox.assigning import AssignView
from forms_flow.inbox.case import CaseView
from forms_flow.inbox.checking import ChecklistView, CheckView
from forms_flow.inbox.declaring import DeclareView
from forms_flow.inbox.delivering import DeliveriesView, HandOverView, ReceiptView, TakeBackView
from forms_flow.inbox.downloading import FileView
from forms_flow.inbox.entering import EnterView
from forms_flow.inbox.extending import ExtendView
from forms_flow.inbox.listing import ListView
from forms_flow.inbox.loans import LoansView
from forms_flow.inbox.moving import MoveView
from forms_flow.inbox.noting import NoteView
from forms_flow.inbox.page_images import PageImageView
from forms_flow.inbox.referring import ReferOutView, ReferralsView, ReplyView
from forms_flow.inbox.revealing import RevealView
from forms_flow.inbox.talking import CallView, MessageView
from home.private_pages import private_page

app_name = "inbox"

urlpatterns = [
    path("", ListView.as_view(), name="list"),
    path("enter/", EnterView.as_view(), name="enter"),
    path("<uuid:pk>/", CaseView.as_view(), name="case"),
    path("<uuid:pk>/move/<slug:name>/", MoveView.as_view(), name="move"),
    path("<uuid:pk>/declaration/", private_page(DeclareView.as_view()), name="declare"),
    path("<uuid:pk>/assign/", AssignView.as_view(), name="assign"),
    path("<uuid:pk>/note/", NoteView.as_view(), name="note"),
    path("<uuid:pk>/message/", MessageView.as_view(), name="message"),
    path("<uuid:pk>/call/", CallView.as_view(), name="call"),
    path("alerts/", AlertsView.as_view(), name="alerts"),
    path("loans/", LoansView.as_view(), name="loans"),
    path("<uuid:pk>/time/", ExtendView.as_view(), name="extend"),
    path("<uuid:pk>/referrals/", ReferralsView.as_view(), name="referrals"),
    path("<uuid:pk>/referrals/<slug:kind>/", ReferOutView.as_view(), name="refer_out"),
    path("<uuid:pk>/referrals/<uuid:referral>/reply/", ReplyView.as_view(), name="reply"),
    path("<uuid:pk>/deliveries/", DeliveriesView.as_view(), name="deliveries"),
    path("<uuid:pk>/deliveries/new/", HandOverView.as_view(), name="hand_over"),
    path("<uuid:pk>/deliveries/<uuid:delivery>/back/", TakeBackView.as_view(), name="take_back"),
    path("<uuid:pk>/deliveries/<uuid:delivery>/receipt/", ReceiptView.as_view(), name="receipt"),
    path("<uuid:pk>/documents/", ChecklistView.as_view(), name="checklist"),
    path("<uuid:pk>/documents/<slug:key>/", CheckView.as_view(), name="check"),
    path("<uuid:pk>/show/<slug:key>/", RevealView.as_view(), name="reveal"),
    path("<uuid:pk>/files/<uuid:file>/", FileView.as_view(), name="file"),
    path("<uuid:pk>/files/<uuid:file>/pages/<int:number>/", PageImageView.as_view(), name="page"),
]
