"""Addresses of filing: two public pages per service, everything else behind a log-in or a secret."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from services.forms.views.agency import agency
from services.forms.views.apply import apply
from services.forms.views.begin import new
from services.forms.views.check import check
from services.forms.views.draft import update
from services.forms.views.due_date import due_date
from services.forms.views.due_dates_api import DueDateView
from services.forms.views.rating import rating
from services.forms.views.receipt import receipt, receipt_pdf
from services.forms.views.slips import slip_check, slip_pdf
from services.forms.views.statistics import statistics, statistics_csv
from services.forms.views.step import step
from services.forms.views.submission import delete, supplement, withdraw
from services.forms.views.submissions import file, seen, submission, submissions
from services.forms.views.tracking import track

urlpatterns = [
    path(_("services/<slug:slug>/apply/"), apply, name="apply"),
    path(_("services/<slug:slug>/due-date/"), due_date, name="due_date"),
    path(_("services/<slug:slug>/due-date.json"), DueDateView.as_view(), name="due_date_json"),
    path(_("statistics/"), statistics, name="statistics"),
    path(_("statistics.csv"), statistics_csv, name="statistics_csv"),
    path(_("track/"), track, name="tracking"),
    path(_("check-slip/<str:token>/"), slip_check, name="slip_check"),
    path(_("submissions/"), submissions, name="submissions"),
    path(_("submissions/seen/"), seen, name="submissions_seen"),
    path(_("submissions/new/<slug:slug>/"), new, name="submission_new"),
    path(_("submissions/<uuid:pk>/"), submission, name="submission"),
    path(_("submissions/<uuid:pk>/update/"), update, name="submission_update"),
    path(_("submissions/<uuid:pk>/agency/"), agency, name="submission_agency"),
    path(_("submissions/<uuid:pk>/step/<str:step>/"), step, name="submission_step"),
    path(_("submissions/<uuid:pk>/check/"), check, name="submission_check"),
    path(_("submissions/<uuid:pk>/receipt/"), receipt, name="submission_receipt"),
    path(_("submissions/<uuid:pk>/receipt.pdf"), receipt_pdf, name="submission_receipt_pdf"),
    path(_("submissions/<uuid:pk>/slips/<int:slip>.pdf"), slip_pdf, name="submission_slip"),
    path(_("submissions/<uuid:pk>/file/<uuid:attachment>/"), file, name="submission_file"),
    path(_("submissions/<uuid:pk>/supplement/"), supplement, name="submission_supplement"),
    path(_("submissions/<uuid:pk>/withdraw/"), withdraw, name="submission_withdraw"),
    path(_("submissions/<uuid:pk>/rating/"), rating, name="submission_rating"),
    path(_("submissions/<uuid:pk>/delete/"), delete, name="submission_delete"),
]
