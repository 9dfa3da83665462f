"""Audiences as the national portal names them, each with the group it belongs to here."""

from core.models.terms import AudienceGroup
from core.text import fold
from services.national.mapping.flags import Flag, Oddity
from services.national.mapping.record import Record, line, parts

GROUPS = {
    AudienceGroup.CITIZEN: (
        "Công dân Việt Nam",
        "Công dân Việt Nam mà không xác định được nơi thường trú hoặc nơi tạm trú",
        "Người Việt Nam định cư ở nước ngoài",
        "Người nước ngoài",
        "Người nước ngoài cư trú tại Việt Nam",
        "Người nước ngoài đã cư trú tại Việt Nam",
        "Cán bộ, công chức, viên chức",
        "Đảng viên",
    ),
    AudienceGroup.BUSINESS: (
        "Doanh nghiệp",
        "Doanh nghiệp Việt Nam",
        "Doanh nghiệp có vốn đầu tư nước ngoài",
        "Hợp tác xã",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "Tổ chức nước ngoài",
        "Tổ chức Đảng",
    ),
}
GROUP_OF_NAME = {fold(name): group for group, names in GROUPS.items() for name in names}


def audiences(record: Record, odd: list[Oddity]) -> tuple[str, ...]:
    """Return the names of the audiences in alphabetical order; one that is not known here is left out and told."""
    names = {line(one, "name") for one in parts(record, "subjectTypesDetails")} - {""}
    odd += [Oddity(Flag.UNKNOWN_AUDIENCE, name) for name in sorted(names) if fold(name) not in GROUP_OF_NAME]
    return tuple(sorted(name for name in names if fold(name) in GROUP_OF_NAME))
