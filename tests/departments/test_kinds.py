"""The kinds of departments."""

from departments.kinds import DepartmentKind


def test_every_kind_of_agency_that_handles_services_is_there():
    assert set(DepartmentKind.values) == {
        "so", "ban", "thanh_tra", "ban_quan_ly", "van_phong", "cong_an", "ubnd_xa", "cong_an_xa", "other",
    }  # fmt: skip


def test_every_kind_has_words_of_its_own():
    assert len({str(label) for label in DepartmentKind.labels}) == len(DepartmentKind)
