"""Rows that other connections see, for threads and processes that really run at once."""

from collections.abc import Iterator

import pytest
from wagtail.models import Revision

from accounts.models import User
from core.models import Audience
from departments.models import DepartmentPage
from departments.ownership import sync
from outbox.models import Delivery
from services.forms.models import AuditEntry, CodeCounter, FormVersion, Submission, Tombstone
from services.models import ServicePage
from tests.audit_lock import unlocked_audit
from tests.builders import make_department
from tests.builders_submissions import make_open_service

DEPARTMENT = "Sở của các thử nghiệm song song"


@pytest.fixture
def open_service(django_db_setup, django_db_blocker) -> Iterator[ServicePage]:
    """A service that takes dossiers, really written; all of it is taken away again.

    A flush, as pytest's transactional tests do, would take Wagtail's root page along. Groups do not follow: a commit
    would make those of the department and retire Wagtail's, in the database of every later test.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sync, "sync_departments", list)
        known = {model: set(model.objects.values_list("pk", flat=True)) for model in (User, Audience, Revision)}
        department = make_department(DEPARTMENT, unit_code="H56.99")
        try:
            yield make_open_service("Dịch vụ của các thử nghiệm song song", department=department)
        finally:
            Submission.objects.all().delete()
            with unlocked_audit():
                AuditEntry.objects.all()._raw_delete("default")
            for model in (FormVersion, CodeCounter, Delivery, Tombstone):
                model.objects.all().delete()
            for service in ServicePage.objects.child_of(department):
                service.delete()
            DepartmentPage.objects.get(pk=department.pk).delete()
            for model, keys in known.items():
                model.objects.exclude(pk__in=keys).delete()
