"""The mailbox of the demonstration, opened in a browser."""

from django.core.mail import EmailMessage, get_connection

from outbox.channels import FolderChannel


def test_a_mail_opens_from_the_list_without_a_fault(visitor, mail_folder):
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(mail_folder))
    body = f"Mã của bạn là 123456.\n\nhttps://portal.example/{'x' * 90}\n"
    EmailMessage("Mã xác nhận", body, "a@localhost", ["an@example.vn"], connection=connection).send()
    assert visitor.opens("/en/mailbox/") == 200
    assert visitor.faults() == []
    visitor.page.get_by_role("link", name="Mã xác nhận").first.click()
    assert "123456" in visitor.page.locator("#mail-text").inner_text()
    assert visitor.faults() == []


def test_a_short_message_stands_in_the_list_without_a_fault(visitor, mail_folder, settings):
    settings.MESSAGE_FOLDER = str(mail_folder / "messages")
    words = "Hồ sơ MINHHOA-H56-261120-0001: đã được tiếp nhận. dichvucong.example"
    FolderChannel("zalo").send("0912345678", words)
    assert visitor.opens("/hop-thu-thu/") == 200
    assert words in visitor.page.locator("main table th[scope=row]", has_text="dichvucong.example").inner_text()
    assert visitor.faults() == []
