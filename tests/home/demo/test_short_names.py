"""Short names of the demo's papers: words of the official name alone, no alternative, condition or form lost."""

import pytest

from core.text import fold
from home.demo import content
from services.models.service_rows import MAX_SHORT_NAME_LENGTH
from services.rules.paper_names import foreign_words, form_numbers, has_alternatives

pytestmark = pytest.mark.once

SHORT = 80
"""Characters of a name that needs no shorter one; above `MAX_SHORT_NAME_LENGTH` all do."""
NOT_OF_PAPERS = (
    *("Văn bản xác nhận của Ủy ban nhân dân cấp xã về địa điểm phương tiện", "Văn bản ủy quyền yêu cầu cấp Phiếu"),
    *("Các biên bản nghiệm thu từng phần và toàn phần", "Các giấy tờ trong hồ sơ cấp lại giấy phép lao động"),
    *("Bản sao hợp lệ (bao gồm bản sao được cấp từ sổ gốc", "Bản vẽ thiết kế thi công có các thông tin về"),
    *("Sơ yếu lý lịch tự thuật của người hành nghề", "Bản sao hợp lệ giấy phép hành nghề và giấy xác nhận"),
    *("Bản sao hợp lệ Giấy phép hoạt động khám bệnh", "Giấy tờ có giá trị chứng minh thông tin về cư trú"),
    "Giấy tờ chứng minh nơi cư trú cuối cùng của người chết",
)
"""Beginnings of names whose "hoặc" speaks of when, how or where from, and of no second paper."""
PAPERS = [paper for record in content.services() for paper in record.get("documents", [])]
SHORTENED = [paper for paper in PAPERS if paper.get("short_name")]


def failing(is_right, papers=SHORTENED):
    return [paper["short_name"] for paper in papers if not is_right(paper["name"], paper["short_name"])]


def test_every_long_name_has_a_short_one_and_no_short_name_another():
    assert len(PAPERS) == 636
    assert [
        paper["name"] for paper in PAPERS if len(paper["name"]) > MAX_SHORT_NAME_LENGTH and paper not in SHORTENED
    ] == []
    assert failing(lambda name, short: len(name) > SHORT and len(short) < len(name)) == []
    assert len(SHORTENED) == 466


def test_a_short_name_fits_and_has_words_of_the_name_alone():
    assert failing(lambda name, short: len(short) <= MAX_SHORT_NAME_LENGTH) == []
    assert failing(lambda name, short: not foreign_words(short, name)) == []


def test_a_short_name_drops_no_alternative():
    choosing = [paper for paper in SHORTENED if " hoặc " in paper["name"] or "ột trong " in paper["name"]]
    assert len(choosing) > 100
    told = [paper for paper in choosing if not paper["name"].startswith(NOT_OF_PAPERS)]
    assert failing(lambda name, short: has_alternatives(short) or "một số" in short, told) == []


def test_a_short_name_keeps_every_form_and_that_a_paper_is_wanted_only_if_there_is_one():
    assert failing(lambda name, short: form_numbers(name) <= form_numbers(short)) == []
    assert failing(lambda name, short: not name.rstrip(". )").endswith("(nếu có") or "(nếu có)" in short) == []
    copies = [paper for paper in SHORTENED if fold(paper["name"]).startswith("ban sao")]
    assert failing(lambda name, short: "sao" in short.lower() or len(name) > 2 * SHORT, copies) == []


def test_one_name_has_one_short_name_and_every_paper_an_english_one():
    names = {(paper["name"], paper.get("short_name"), paper["english_short_name"]) for paper in PAPERS}
    assert len(names) == len({paper["name"] for paper in PAPERS})
    assert [paper for paper in PAPERS if not 0 < len(paper["english_short_name"]) <= MAX_SHORT_NAME_LENGTH] == []
