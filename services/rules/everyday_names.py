"""Everyday names: what a procedure is called by those who need it, worked out of its official name.

"Cấp lại giấy phép lái xe" is "làm lại bằng lái xe" and "mất bằng lái xe". Only short names come of it: a long one is
nobody's word. What no rule reaches, editors write into the other names of the service.
"""

import re

CORE_ENDS = re.compile(
    r"\s*(?:[(;:–]| - |,? (?:đối với|thuộc thẩm quyền|theo quy định|trong trường hợp|trong phạm vi|thực hiện tại|"
    r"áp dụng|trên địa bàn|tại cấp|cấp tỉnh|cấp xã|cho người|cho cá nhân|cho cơ sở|bị mất|do bị|khi|sau|để|từ sổ)\b)"
)
"""Where the name proper ends and its conditions begin."""
FORMAL_BEGINNING = re.compile(r"^(?:trình tự,? )?thủ tục:?\s+(?:đề nghị |thực hiện )?")

VERBS = (
    ("cấp, cấp lại", ("xin", "làm lại")),
    ("cấp lại", ("làm lại", "mất")),
    ("cấp đổi", ("đổi",)),
    ("cấp mới", ("xin", "làm")),
    ("cấp bản sao", ("xin bản sao",)),
    ("cấp", ("xin", "làm")),
    ("đổi", ("đổi",)),
    ("gia hạn", ("gia hạn", "hết hạn")),
    ("đăng ký thành lập", ("mở", "lập")),
    ("thành lập", ("mở", "lập")),
    ("đăng ký", ("làm",)),
    ("chấm dứt hoạt động", ("đóng", "nghỉ")),
    ("giải thể", ("đóng",)),
    ("đính chính", ("sửa",)),
    ("điều chỉnh", ("sửa", "thay đổi")),
    ("thay đổi nội dung", ("sửa", "thay đổi")),
    ("trình báo mất", ("mất",)),
    ("xác nhận", ("giấy xác nhận",)),
)
"""How an official name begins, the longer beginning first, and what people say instead."""

THINGS = (
    ("giấy chứng nhận quyền sử dụng đất", ("sổ đỏ", "bìa đỏ")),
    ("giấy chứng nhận đã cấp", ("sổ đỏ", "bìa đỏ")),
    ("giấy phép lái xe", ("bằng lái xe",)),
    ("chứng nhận đăng ký xe", ("cà vẹt xe",)),
    ("thẻ căn cước", ("căn cước công dân",)),
    ("thẻ bảo hiểm y tế", ("thẻ bảo hiểm",)),
    ("hộ chiếu phổ thông", ("hộ chiếu",)),
    ("giấy xác nhận tình trạng hôn nhân", ("giấy độc thân",)),
    ("đủ điều kiện kinh doanh dược", ("giấy phép nhà thuốc",)),
    ("giấy phép hoạt động khám bệnh, chữa bệnh", ("giấy phép phòng khám",)),
    ("đủ điều kiện an toàn thực phẩm", ("giấy an toàn thực phẩm",)),
    ("văn bằng, chứng chỉ", ("bằng cấp",)),
    ("khai sinh", ("giấy khai sinh",)),
    ("khai tử", ("giấy chứng tử",)),
    ("kết hôn", ("giấy kết hôn",)),
    ("thường trú", ("hộ khẩu",)),
)
"""Things that people call otherwise."""

SHORTEST, LONGEST = 3, 6
"""Syllables of a thing that is still somebody's word, and no longer any paper whatever."""
ANY_PAPER = {"giấy phép hoạt động", "giấy phép hành nghề", "giấy chứng nhận", "văn bản xác nhận"}
NAMED_ALONE = {"đăng ký"}
"""Beginnings that tell nothing of a thing without an everyday name of its own."""


def everyday_names(official_name: str) -> tuple[str, ...]:
    """Return short names in lower case, the likeliest first; none when no rule knows how the name begins."""
    core = _core(official_name)
    for beginning, verbs in VERBS:
        if core.startswith(f"{beginning} "):
            thing = core.removeprefix(beginning).strip()
            names = _names_of(thing) or (() if beginning in NAMED_ALONE else _itself(thing))
            return tuple(dict.fromkeys(f"{verb} {name}" for name in names for verb in verbs))
    return ()


def _core(official_name: str) -> str:
    name = FORMAL_BEGINNING.sub("", " ".join(official_name.lower().split()))
    return CORE_ENDS.split(name, maxsplit=1)[0].strip(" .,")


def _names_of(thing: str) -> tuple[str, ...]:
    return next((names for official, names in THINGS if official in thing), ())


def _itself(thing: str) -> tuple[str, ...]:
    return (thing,) if SHORTEST <= len(thing.split()) <= LONGEST and thing not in ANY_PAPER else ()
