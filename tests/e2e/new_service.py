"""A service of median size as somebody types it into the editor: its fields, its rows, and tables pasted from Word."""

from playwright.sync_api import Locator, expect

from tests.e2e.staff import Staff

TITLE = "Cấp giấy chứng nhận cơ sở đủ điều kiện tư vấn dinh dưỡng"
MAIN = {
    "title": TITLE,
    "summary": "Xin giấy chứng nhận để mở cơ sở tư vấn dinh dưỡng.",
    "official_name": "Cấp giấy chứng nhận cơ sở đủ điều kiện thực hiện tư vấn dinh dưỡng trên địa bàn tỉnh",
    "procedure_code": "1.987654",
    "legacy_code": "1.987654.000.00.00.H56",
    "alt_names": "giấy phép tư vấn dinh dưỡng",
}
TABLES = {
    "steps": (
        "Bước\tNội dung\tNgười thực hiện\n"
        "Nộp hồ sơ\tCơ sở nộp hồ sơ theo một trong các cách thức.\tCơ sở\n"
        "Kiểm tra\tBộ phận Một cửa kiểm tra hồ sơ.\tMột cửa\n"
        "Thẩm định\tPhòng Nghiệp vụ Y thẩm định tại cơ sở.\tPhòng Nghiệp vụ Y\n"
        "Trả kết quả\tCơ sở nhận giấy chứng nhận.\tMột cửa\n"
    ),
    "documents": (
        "Tên giấy tờ\tBản chính\tBản sao\n"
        "Đơn đề nghị cấp giấy chứng nhận\t1\t0\n"
        "Giấy đăng ký hoạt động của cơ sở\t0\t1\n"
        "Danh sách người làm việc\t1\t0\n"
        "Văn bằng chuyên môn của người phụ trách\t0\t1\n"
        "Bản kê thiết bị\t1\t0\n"
        "Hợp đồng xử lý chất thải y tế\t0\t1\n"
        "Sơ đồ mặt bằng\t1\t0\n"
    ),
    "fees": (
        "Tên phí, lệ phí\tMức thu\tGhi chú\n"
        "Phí thẩm định lần đầu\t1.500.000\tNộp khi nộp hồ sơ\n"
        "Phí thẩm định lại\t750.000\tKhi phải thẩm định lại\n"
    ),
}
ACTS = ("118/2025", "96/2023")
DECISION = {"decision_number": "1234/QĐ-UBND", "decision_date": "15/10/2026", "decision_issuer": "Chủ tịch UBND tỉnh"}


def begins_a_service(editor: Staff) -> None:
    editor.begins()
    editor.leads_on(editor.page.get_by_role("link", name="Thêm dịch vụ").first.click)


def types(editor: Staff, fields: dict[str, str]) -> int:
    """Type into fields one after the other; how many."""
    for name, words in fields.items():
        editor.page.locator(f"#id_{name}").fill(words)
    return len(fields)


def pastes(editor: Staff, kind: str) -> int:
    """Paste a table among the rows of a kind; how many cells became fields."""
    rows = _rows(editor, kind)
    rows.locator("[data-paste-open]").click()
    rows.locator("[data-paste-text]").fill(TABLES[kind])
    rows.locator("[data-paste-read]").click()
    rows.locator("[data-paste-add]").click()
    head, *lines = TABLES[kind].strip().split("\n")
    expect(rows.locator(".th-row")).to_have_count(len(lines))
    return len(lines) * len(head.split("\t"))


def adds(editor: Staff, kind: str, number: int, *, picked: dict[str, str], typed: dict[str, str] | None = None) -> int:
    """Add a row and fill in its fields; how many."""
    editor.page.locator(f"#id_{kind}-ADD").click()
    for name, label in picked.items():
        editor.picks(editor.page.locator(f"#id_{kind}-{number}-{name}"), label)
    return len(picked) + types(editor, {f"{kind}-{number}-{name}": words for name, words in (typed or {}).items()})


def chooses(editor: Staff, field: str, words: str, choice: Locator | None = None) -> int:
    """Open a window of choices, look for words, take the first."""
    page = editor.page
    page.locator(f"#{field}-chooser [data-chooser-action-choose]:visible").first.click()
    page.locator(".modal input[name=q]").fill(words)
    (choice or page.locator(".modal a[data-chooser-modal-choice]", has_text=words)).first.click()
    expect(page.locator(".modal")).to_have_count(0)
    return 1


def is_typed(editor: Staff) -> int:
    """Type a whole service, from the dashboard to what is submitted; how many fields were filled in."""
    page = editor.page
    begins_a_service(editor)
    filled = types(editor, MAIN)
    filled += chooses(editor, "id_field", "Khám bệnh")
    editor.picks(page.locator("#id_level"), "Mức độ 2")
    page.get_by_label("Tổ chức", exact=False).first.check()
    filled += 2
    filled += adds(editor, "handling_agencies", 0, picked={"role": "Cơ quan có thẩm quyền"})
    filled += types(editor, {"handling_agencies-0-agency_name": "Sở Y tế tỉnh Thanh Hóa"})
    filled += pastes(editor, "steps")
    editor.turns_to("Hồ sơ và phí")
    for number, way in enumerate(("Trực tiếp", "Dịch vụ bưu chính")):
        filled += adds(editor, "channels", number, picked={"kind": way})
    limit = {"unit": "ngày làm việc"}
    filled += adds(editor, "durations", 0, picked=limit, typed={"value": "15", "note": "Từ ngày nhận đủ hồ sơ"})
    filled += pastes(editor, "documents")
    filled += pastes(editor, "fees")
    filled += adds(editor, "results", 0, picked={"medium": "Bản giấy"}, typed={"name": "Giấy chứng nhận"})
    page.locator("#id_result_in_person").check()
    editor.turns_to("Pháp lý")
    filled += 1 + types(editor, DECISION)
    for number, act in enumerate(ACTS):
        filled += adds(editor, "legal_bases", number, picked={})
        filled += chooses(editor, f"id_legal_bases-{number}-legal_document", act)
    editor.sends("button[name=action-submit]")
    return filled


def _rows(editor: Staff, kind: str) -> Locator:
    return editor.page.locator("[data-rows]", has=editor.page.locator(f"#id_{kind}-FORMS"))
