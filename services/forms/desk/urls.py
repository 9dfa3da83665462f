"""Addresses of the officers' desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from services.forms.desk.action_views import act
from services.forms.desk.bulk_views import together
from services.forms.desk.export_views import export
from services.forms.desk.queue_views import front, queue
from services.forms.desk.register_views import register
from services.forms.desk.report_07a_views import report_07a, report_07a_list
from services.forms.desk.report_views import numbers, ratings, report_06a, report_06a_list
from services.forms.desk.slip_views import control_slip, slip_pdf
from services.forms.desk.submission_views import file, show

urlpatterns = [
    path(_("desk/"), front, name="desk"),
    path(_("desk/new/"), queue, {"name": "new"}, name="desk_new"),
    path(_("desk/unseen/"), queue, {"name": "unseen"}, name="desk_unseen"),
    path(_("desk/mine/"), queue, {"name": "mine"}, name="desk_mine"),
    path(_("desk/in-progress/"), queue, {"name": "in_progress"}, name="desk_in_progress"),
    path(_("desk/soon/"), queue, {"name": "soon"}, name="desk_soon"),
    path(_("desk/overdue/"), queue, {"name": "overdue"}, name="desk_overdue"),
    path(_("desk/waiting/"), queue, {"name": "waiting"}, name="desk_waiting"),
    path(_("desk/to-close/"), queue, {"name": "to_close"}, name="desk_to_close"),
    path(_("desk/results/"), queue, {"name": "results"}, name="desk_results"),
    path(_("desk/done/"), queue, {"name": "done"}, name="desk_done"),
    path(_("desk/all/"), queue, {"name": "all"}, name="desk_all"),
    path(_("desk/report/"), numbers, name="desk_report"),
    path(_("desk/report-06a/"), report_06a, name="desk_report_06a"),
    path(_("desk/report-06a.<str:kind>"), report_06a_list, name="desk_report_06a_list"),
    path(_("desk/report-07a/"), report_07a, name="desk_report_07a"),
    path(_("desk/report-07a.<str:kind>"), report_07a_list, name="desk_report_07a_list"),
    path(_("desk/ratings/"), ratings, name="desk_ratings"),
    path(_("desk/together/"), together, name="desk_together"),
    path(_("desk/list.<str:kind>"), export, name="desk_export"),
    path(_("desk/register/"), register, name="desk_register"),
    path(_("desk/dossiers/<uuid:pk>/"), show, name="desk_dossier"),
    path(_("desk/dossiers/<uuid:pk>/file/<uuid:attachment>/"), file, name="desk_file"),
    path(_("desk/dossiers/<uuid:pk>/slips/<int:slip>.pdf"), slip_pdf, name="desk_slip"),
    path(_("desk/dossiers/<uuid:pk>/control-slip.pdf"), control_slip, name="desk_control_slip"),
    path(_("desk/dossiers/<uuid:pk>/<str:name>/"), act, name="desk_act"),
]
