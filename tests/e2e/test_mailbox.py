"""The mailbox of the demonstration, opened in a browser."""

from django.core.mail import EmailMessage, get_connection


def test_a_mail_opens_from_the_list_without_a_fault(visitor, mail_folder):
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(mail_folder))
    body = f"Mã của bạn là 123456.\n\nhttps://portal.example/{'x' * 90}\n"
    EmailMessage("Mã xác nhận", body, "a@localhost", ["an@example.vn"], connection=connection).send()
    assert visitor.opens("/en/mailbox/") == 200
    assert visitor.faults() == []
    visitor.page.get_by_role("link", name="Mã xác nhận").first.click()
    assert "123456" in visitor.page.locator("#mail-text").inner_text()
    assert visitor.faults() == []
