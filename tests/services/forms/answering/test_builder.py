"""Pages of a form: what stands on them, what they store, how blocks come and go without JavaScript."""

import pytest

from services.forms.answering.builder import StepForm
from services.forms.answering.groups import may_shrink
from services.forms.definition.questions import Kind, Limits, Question
from tests.markup import soup, words
from tests.services.forms.samples import AGAIN, FAMILY, NEW, form, question

WHO, CHILDREN, PAPERS = FAMILY.steps
POSTED = {
    "full_name": "Nguyễn Văn An",
    "birth_day": "31",
    "birth_month": "5",
    "birth_year": "1990",
    "home-province": "Thanh Hóa",
    "home-ward": "Xã Nga Sơn",
    "home-street": "Thôn 3",
    "case": "new",
}
TWO_CHILDREN = {
    "children-count": "2",
    "children-0-child_name": "Bình",
    "children-0-in_school": "no",
    "children-1-child_name": "Cường",
    "children-1-in_school": "yes",
    "children-1-school": "",
    "income": "không rõ",
}


def page(step, answers=None, data=None, **more):
    return StepForm(FAMILY, step, answers=answers or {}, data=data, **more)


def test_a_posted_page_gives_the_answers_to_store():
    posted = page(WHO, data=POSTED)
    assert posted.is_valid()
    assert posted.answers == {key: NEW[key] for key in ("full_name", "birth", "home", "case")}


def test_a_question_that_hangs_on_the_same_page_stands_there_and_says_when():
    text = words(str(page(WHO)))
    assert "Chỉ khai khi “Trường hợp” là “Cấp lại”" in text
    when = {block.question.key: block.condition for block in page(WHO).blocks}
    assert when["reason"] == {"question": "case", "operator": "is", "value": "again"}
    assert when["case"] is None


def test_a_hidden_question_is_neither_demanded_nor_stored():
    posted = page(WHO, data=POSTED | {"reason": "Nhầm", "lost": "yes"})
    assert posted.is_valid()
    assert "reason" not in posted.answers
    assert posted.dropped == ["reason", "lost"]


def test_a_question_of_the_page_is_demanded_once_it_applies():
    posted = page(WHO, data=POSTED | {"case": "again"})
    assert not posted.is_valid()
    assert list(posted.errors) == ["reason"]


def test_what_was_typed_comes_back_beside_its_error():
    posted = page(CHILDREN, NEW, TWO_CHILDREN)
    assert not posted.is_valid()
    assert list(posted.errors) == ["children-1-school", "income"]
    shown = soup(str(posted))
    assert shown.find("input", {"name": "income"})["value"] == "không rõ"
    assert shown.find("input", {"name": "children-1-child_name"})["value"] == "Cường"
    links = [link["href"] for link in soup(posted.error_summary).find_all("a")]
    assert links
    assert all(shown.find(id=link[1:]) for link in links)


def test_a_condition_on_an_earlier_step_is_decided_before_the_page_is_drawn():
    assert 'name="children-0-old_school"' not in str(page(CHILDREN, NEW))
    shown = page(CHILDREN, AGAIN)
    assert 'name="children-0-old_school"' in str(shown)
    assert "“Trường hợp”" not in words(str(shown))


def test_adding_a_block_judges_nothing_and_loses_nothing():
    more = page(CHILDREN, NEW, TWO_CHILDREN | {"children-add": "1"})
    assert more.is_rearranged
    assert not more.is_valid()
    shown = soup(str(more))
    assert not more.errors
    assert shown.find("input", {"name": "children-count"})["value"] == "3"
    assert shown.find("input", {"name": "children-1-child_name"})["value"] == "Cường"
    assert shown.find("input", {"name": "children-1-in_school", "value": "yes"}).has_attr("checked")
    assert shown.find("input", {"name": "income"})["value"] == "không rõ"
    assert not shown.find("button", {"name": "children-add"}), "three are the most"


def test_a_block_is_taken_away_and_the_others_move_up():
    fewer = page(CHILDREN, NEW, TWO_CHILDREN | {"children-remove-0": "1"})
    shown = soup(str(fewer))
    assert shown.find("input", {"name": "children-count"})["value"] == "1"
    assert shown.find("input", {"name": "children-0-child_name"})["value"] == "Cường"
    assert not shown.find("button", {"name": "children-remove-0"}), "the last block stays"


@pytest.mark.parametrize(("least", "blocks", "may"), [(None, 1, False), (None, 2, True), (2, 2, False), (2, 3, True)])
def test_no_block_is_taken_away_below_the_least(least, blocks, may):
    group = Question("plots", Kind.GROUP.value, "Thửa đất", limits=Limits(least=least))
    assert may_shrink(group, blocks) is may


def test_the_first_button_goes_on_so_that_enter_removes_nothing():
    buttons = soup(str(page(CHILDREN, NEW, TWO_CHILDREN))).find_all("button")
    assert not buttons[0].get("name")
    assert [button.get("name") for button in buttons[1:]] == ["children-remove-0", "children-remove-1", "children-add"]


def test_blocks_beyond_the_told_count_are_read_all_the_same():
    data = TWO_CHILDREN | {"children-1-school": "Nga Sơn", "income": ""}
    for count in ("", "x", "1", "-5", "9" * 30):
        posted = page(CHILDREN, NEW, data | {"children-count": count})
        assert posted.is_valid()
        assert len(posted.answers["children"]) == 2


def test_a_page_opens_with_as_many_blocks_as_are_filled_or_needed():
    assert page(CHILDREN).counts == {"children": 1}
    assert page(CHILDREN, NEW | {"children": NEW["children"] * 2}).counts == {"children": 2}
    two = form(question("g", Kind.GROUP, limits=Limits(2), questions=(question("a"),)))
    assert StepForm(two, two.steps[0], answers={}).counts == {"g": 2}


def test_files_are_left_to_the_page_that_takes_them():
    assert page(PAPERS, AGAIN, {}).is_valid()
    without = page(PAPERS, AGAIN, {}, files={})
    assert not without.is_valid()
    assert list(without.errors) == ["paper-0a1b2c3d"]
    given = page(PAPERS, AGAIN, {}, files={"paper-0a1b2c3d": ["f1"]})
    assert given.is_valid()
    assert given.answers == {}
    assert [block.is_files for block in given.blocks] == [True]


def test_a_page_that_is_not_asked_has_no_questions():
    hidden = page(PAPERS, NEW, {"paper-0a1b2c3d": "x"})
    assert hidden.is_valid()
    assert (hidden.blocks, hidden.answers) == ([], {})


def test_a_prefix_stands_before_every_name():
    fields = soup(str(page(CHILDREN, AGAIN, prefix="a"))).find_all(["input", "textarea", "select"])
    assert fields
    assert all(field["name"].startswith("a-") for field in fields)
    posted = page(CHILDREN, NEW, {f"a-{name}": value for name, value in TWO_CHILDREN.items()}, prefix="a")
    assert not posted.is_valid()
    assert "children-1-school" in posted.errors
    assert page(CHILDREN, NEW, {"a-children-count": "1", "a-children-add": ""}, prefix="a").counts == {"children": 2}


def test_a_draft_may_be_saved_with_answers_missing():
    posted = page(WHO, data={"full_name": "An"}, complete=False)
    assert posted.is_valid()
    assert posted.answers == {"full_name": "An"}


def test_every_control_has_a_label_and_no_id_stands_twice():
    shown = soup(str(page(WHO)) + str(page(CHILDREN, AGAIN | {"children": AGAIN["children"] * 2})))
    ids = [tag["id"] for tag in shown.find_all(id=True)]
    assert len(ids) == len(set(ids))
    labelled = {label["for"] for label in shown.find_all("label")}
    controls = [tag for tag in shown.find_all(["input", "select", "textarea"]) if tag.get("type") != "hidden"]
    assert controls
    assert all(tag["id"] in labelled for tag in controls)
    assert all(name in ids for tag in shown.find_all(True) for name in tag.get("aria-describedby", "").split())


def test_typed_markup_stays_text():
    shown = str(page(CHILDREN, NEW, TWO_CHILDREN | {"income": '"><script>alert(1)</script>'}))
    assert "<script" not in shown


def test_what_is_wrong_with_a_group_or_with_files_has_a_place_to_lead_to():
    both = form(question("g", Kind.GROUP, questions=(question("a"),)), question("paper-0a1b2c3d", Kind.FILES))
    posted = StepForm(both, both.steps[0], answers={}, data={"g-count": "1"}, files={})
    assert not posted.is_valid()
    links = [link["href"] for link in soup(posted.error_summary).find_all("a")]
    assert links == ["#id_g", "#id_paper-0a1b2c3d"]
    assert soup(str(posted)).find(id="id_g").name == "fieldset"
    assert len(posted.blocks[1].errors) == 1


def test_the_hint_of_an_address_belongs_to_all_its_lines():
    one = form(question("q", Kind.ADDRESS, hint="Nơi đăng ký thường trú."))
    shown = soup(str(StepForm(one, one.steps[0], answers={})))
    assert shown.find(id=shown.fieldset["aria-describedby"]).get_text(strip=True) == "Nơi đăng ký thường trú."
