"""A citizen at the pages of filing, through the test client."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from fpdf import FPDF

from services.forms.models import Submission
from tests.builders_submissions import make_citizen


def pdf(name: str = "to-khai.pdf", text: str = "Tờ khai") -> SimpleUploadedFile:
    """A small true PDF."""
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica")
    paper.cell(text=text.encode("ascii", "ignore").decode())
    return SimpleUploadedFile(name, bytes(paper.output()), content_type="application/pdf")


class Filer:
    """Somebody logged in who fills in forms."""

    def __init__(self, user: Any = None, **client: Any) -> None:
        self.user = user or make_citizen()
        self.client = Client(**client)
        self.client.force_login(self.user)

    def begin(self, service: Any) -> Submission:
        """Begin a draft with the first agency offered."""
        address = f"/ho-so/moi/{service.slug}/"
        agency = self.client.get(address).context["form"].fields["agency"].choices[0][0]
        response = self.client.post(address, {"agency": agency})
        assert response.status_code == 302, response.content.decode()
        return Submission.objects.get(owner=self.user, pk=response["Location"].split("/")[-2])

    def step(self, draft: Submission, step: str, **data: Any) -> Any:
        """Post a step with the revision as it stands now, unless another is given."""
        if "revision" not in data:
            data["revision"] = Submission.objects.get(pk=draft.pk).revision
        return self.client.post(f"/ho-so/{draft.pk}/buoc/{step}/", data)

    def send(self, draft: Submission, **data: Any) -> Any:
        fields = {"declared": "on", **data}
        if "revision" not in data:
            fields["revision"] = Submission.objects.get(pk=draft.pk).revision
        return self.client.post(f"/ho-so/{draft.pk}/kiem-tra/", fields)
