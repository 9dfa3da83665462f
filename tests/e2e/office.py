"""People at the desk in a browser: they log in, find a dossier by its code, and do one act after the other."""

from pathlib import Path
from typing import Any

from services.forms.desk.desk_actions import BY_NAME
from tests.e2e.citizen import Citizen
from tests.e2e.visitor import Visitor


class OfficeWorker(Citizen):
    """Knows the acts of the desk by their names; judges the pages like a citizen does."""

    def __init__(self, visitor: Visitor, mail_folder: Path, *, account: str, looks: list[str]) -> None:
        super().__init__(visitor, mail_folder, language="vi", looks=looks)
        self.comes_logged_in(f"{account}@example.vn")

    def finds(self, code: str, queue: str = "all") -> bool:
        """Whether the dossier stands in that queue; its page is open then."""
        with_code = f"{self.address(f'desk_{queue}')}?q={code}"
        assert self.visitor.opens(with_code) == 200
        row = self.page.locator(f"tr[data-code='{code}'] th a")
        if row.count() == 0:
            return False
        with self.page.expect_navigation():
            row.click()
        return True

    def does(self, act: str, **typed: Any) -> None:
        """The act on the dossier whose page is open: a press, or a form to fill in."""
        title = str(BY_NAME[act].title)
        button = self.page.locator("section[aria-labelledby=acts]").get_by_role("button", name=self.words(title))
        if button.count():
            with self.page.expect_navigation():
                button.click()
            return
        with self.page.expect_navigation():
            self.page.locator(f"section[aria-labelledby=acts] a[href$='/{act}/']").click()
        self.judges(f"act-{act}")
        self.visitor.takes_a_picture(f"desk-{act.replace('_', '-')}", is_whole=True)
        self.fills({name.replace("__", "-"): value for name, value in typed.items()})
        with self.page.expect_navigation():
            self.page.locator("main form button[type=submit]").last.click()
        assert self.errors() == [], act
