"""What a visitor does on a page before it is judged. An act that leads on gives the status of the answer."""

from collections.abc import Callable

from tests.e2e.visitor import Visitor

TOO_MUCH = 3_000_000
"""Characters; Django reads 2.5 MB of a form."""
MOST_TRIES = 20


def unfold(visitor: Visitor) -> None:
    """Open everything that is folded away: menu, filters, cases, legal texts, the comment."""
    visitor.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


def press_tab(visitor: Visitor) -> None:
    """Stand on the link that leads past the head of the page, which shows only then."""
    visitor.page.keyboard.press("Tab")


def stand_in_the_search_box(visitor: Visitor) -> None:
    visitor.page.locator("main input[type=search]").focus()


def press(button: str) -> Callable[[Visitor], int]:
    """Press the button with these words, inside a fold or not, and be led on."""

    def pressed(visitor: Visitor) -> int:
        unfold(visitor)
        with visitor.page.expect_navigation() as led:
            visitor.page.get_by_role("button", name=button).click()
        return led.value.status

    return pressed


send = press("Gửi góp ý")


def send_from_elsewhere(visitor: Visitor) -> int:
    """Send the form as a page of another site would."""
    form = visitor.page.locator("main form").evaluate("form => { form.action = form.action; return form.outerHTML }")
    visitor.page.goto("about:blank")
    visitor.page.set_content(form)
    return send(visitor)


def send_too_much(visitor: Visitor) -> int:
    """A program that knows no `maxlength`."""
    visitor.page.locator("textarea").evaluate("(field, length) => { field.value = 'a'.repeat(length) }", TOO_MUCH)
    return send(visitor)


def send_too_often(visitor: Visitor) -> int:
    """Press again and again, until the answer is that it is enough."""
    for _ in range(MOST_TRIES):
        status = send(visitor)
        if status != 200:
            return status
        visitor.page.go_back()
    raise AssertionError(f"{MOST_TRIES} times were not too often")
