"""Private storage of each test's own, and rows that other connections see."""

import pytest

from accounts.models import User
from services.forms.models import Attachment, FormVersion, Submission


@pytest.fixture(autouse=True)
def _private_storage(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Rows are really written, for other threads to see; afterwards they are gone again."""
    with django_db_blocker.unblock():
        before = set(User.objects.values_list("pk", flat=True))
        yield
        Attachment.objects.all().delete()
        Submission.objects.all().delete()
        FormVersion.objects.all().delete()
        User.objects.exclude(pk__in=before).delete()
