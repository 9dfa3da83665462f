"""The same question has the same first answer on every database: run on SQLite and on PostgreSQL, held to one table."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from search.lexicon.entry_rows import ensure_entries
from search.measuring import same_share
from search.query import find
from services.models import ServicePage
from tests.builders import make_department, make_service

pytestmark = pytest.mark.django_db

NAMES = (
    "Đăng ký khai sinh", "Đăng ký khai sinh có yếu tố nước ngoài", "Đăng ký lại khai sinh", "Đăng ký khai tử",
    "Đăng ký kết hôn", "Cấp Giấy xác nhận tình trạng hôn nhân", "Cấp thẻ căn cước", "Cấp lại thẻ căn cước",
    "Cấp đổi thẻ căn cước", "Đổi giấy phép lái xe", "Cấp lại giấy phép lái xe", "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    "Gia hạn giấy phép xây dựng", "Đăng ký thành lập hộ kinh doanh", "Chấm dứt hoạt động hộ kinh doanh",
    "Tách thửa hoặc hợp thửa đất", "Chuyển mục đích sử dụng đất", "Đăng ký thường trú", "Đăng ký tạm trú",
)  # fmt: skip
FIRST = {
    "làm giấy khai sinh": "Đăng ký khai sinh",
    "khaisinh": "Đăng ký khai sinh",
    "bo mat lam giay gi": "Đăng ký khai tử",
    "cưới": "Đăng ký kết hôn",
    "giay doc than de mua dat": "Cấp Giấy xác nhận tình trạng hôn nhân",
    "mất cccd": "Cấp lại thẻ căn cước",
    "can cuoc het han": "Cấp đổi thẻ căn cước",
    "rơi mất bằng lái": "Cấp lại giấy phép lái xe",
    "baeng lasi xe heest hajn": "Đổi giấy phép lái xe",
    "xin phép làm nhà": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    "gpxd": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    "mở quán": "Đăng ký thành lập hộ kinh doanh",
    "dẹp tiệm": "Chấm dứt hoạt động hộ kinh doanh",
    "chia dat cho con": "Tách thửa hoặc hợp thửa đất",
    "đất vườn lên thổ cư": "Chuyển mục đích sử dụng đất",
    "nhập hộ khẩu cho vợ": "Đăng ký thường trú",
    "ở trọ": "Đăng ký tạm trú",
    "birth certificate": "Đăng ký khai sinh",
    "driving licence lost": "Cấp lại giấy phép lái xe",
}


@pytest.fixture
def services():
    ensure_entries()
    department = make_department()
    for number, name in enumerate(NAMES):
        make_service(name, department=department, procedure_code=f"1.{number:06}")


@pytest.mark.usefixtures("services")
def test_the_first_answer_is_the_same_on_every_database():
    title = dict(ServicePage.objects.values_list("pk", "title"))
    found = {words: title.get((find(words, "vi").ids() or [0])[0], "") for words in FIRST}
    assert same_share(found, FIRST) >= 0.95, {words: first for words, first in found.items() if first != FIRST[words]}


@pytest.mark.once
@pytest.mark.usefixtures("services")
def test_two_runs_are_compared_answer_by_answer(tmp_path):
    questions, kept = tmp_path / "queries.jsonl", tmp_path / "firsts.json"
    lines = [("khai sinh", "1.000000"), ("tạm trú", "1.000018")]
    rows = (
        {"query": words, "language": "vi", "kind": "plain", "codes": [code], "set": "tuning"} for words, code in lines
    )
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    call_command("search_eval", str(questions), firsts=kept, stdout=StringIO())
    assert json.loads(kept.read_text(encoding="utf-8")) == dict(lines)
    kept.write_text(json.dumps({"khai sinh": "1.000000", "tạm trú": "1.000001"}), encoding="utf-8")
    told = StringIO()
    call_command("search_eval", str(questions), against=kept, stdout=told)
    assert "same first answer: 0.500" in told.getvalue()
