"""Everyday names of procedures: short, with the words of those who need them, none where no rule knows any."""

import pytest

from services.models import ServicePage
from services.rules.everyday_names import everyday_names


@pytest.mark.parametrize(
    ("official", "names"),
    [
        ("Cấp lại giấy phép lái xe", ("làm lại bằng lái xe", "mất bằng lái xe")),
        ("THỦ TỤC CẤP LẠI HỘ CHIẾU PHỔ THÔNG (thực hiện tại cấp tỉnh)", ("làm lại hộ chiếu", "mất hộ chiếu")),
        (
            "Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
            ("đổi sổ đỏ", "đổi bìa đỏ"),
        ),
        ("Thủ tục đăng ký khai tử", ("làm giấy chứng tử",)),
        ("Chấm dứt hoạt động hộ kinh doanh", ("đóng hộ kinh doanh", "nghỉ hộ kinh doanh")),
        ("Đăng ký thành lập công ty cổ phần", ("mở công ty cổ phần", "lập công ty cổ phần")),
        (
            "Thủ tục: Gia hạn giấy phép xây dựng đối với công trình cấp III",
            ("gia hạn giấy phép xây dựng", "hết hạn giấy phép xây dựng"),
        ),
        ("Đăng ký biến động đối với trường hợp đổi tên", ()),
        ("Cấp lại Giấy phép hoạt động đối với trạm sơ cấp cứu", ()),
        ("Cấp giấy phép khai thác nước dưới đất đối với công trình", ()),
        ("Cấp giấy phép bưu chính (phạm vi nội tỉnh)", ("xin giấy phép bưu chính", "làm giấy phép bưu chính")),
        ("Trình báo mất hộ chiếu phổ thông", ("mất hộ chiếu",)),
        ("Cấp lại Giấy chứng nhận đã cấp do bị mất", ("làm lại sổ đỏ", "mất sổ đỏ", "làm lại bìa đỏ", "mất bìa đỏ")),
        ("Hiệp thương giá", ()),
        ("Cấp", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_names_of_a_procedure(official, names):
    assert everyday_names(official) == names


@pytest.mark.django_db
def test_a_service_is_found_by_the_names_worked_out():
    assert "mất bằng lái xe" in ServicePage(official_name="Cấp lại giấy phép lái xe").searchable_words()


def test_the_same_name_typed_otherwise_has_the_same_names():
    assert everyday_names("  cấp   LẠI giấy phép lái xe. ") == everyday_names("Cấp lại giấy phép lái xe")
