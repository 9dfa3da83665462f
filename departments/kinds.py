"""The kinds of departments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DepartmentKind(models.TextChoices):
    """What a department is.

    The province's own agencies follow Decree 150/2025/NĐ-CP; the police and the communes handle services of their own.
    """

    SO = "so", _("Department (sở)")
    BAN = "ban", _("Committee (ban)")
    THANH_TRA = "thanh_tra", _("Inspectorate (thanh tra)")
    BAN_QUAN_LY = "ban_quan_ly", _("Management board (ban quản lý)")
    VAN_PHONG = "van_phong", _("Office (văn phòng)")
    CONG_AN = "cong_an", _("Provincial police (công an tỉnh)")
    UBND_XA = "ubnd_xa", _("Commune people's committee (UBND cấp xã)")
    CONG_AN_XA = "cong_an_xa", _("Commune police (công an cấp xã)")
    OTHER = "other", _("Other agency")


OF_COMMUNES = frozenset({DepartmentKind.UBND_XA, DepartmentKind.CONG_AN_XA})
"""Kinds that every commune has one of: the page of the list stands for all, single ones may stand below it."""
