"""Fee rows of real procedures, named by their codes, for the tests of fees."""

from dataclasses import dataclass
from datetime import date

from services.rules.choices import ChannelKind, FeeKind, FeeStatus

TODAY = date(2026, 11, 22)
LAST_DAY_OF_THE_CUT = date(2026, 12, 31)
NEW_YEAR = date(2027, 1, 1)
CUT = {"valid_from": date(2025, 7, 1), "valid_to": LAST_DAY_OF_THE_CUT}
ALL_CHANNELS = list(ChannelKind)


@dataclass(frozen=True)
class Row:
    amount: int | None = None
    name: str = "Phí"
    status: str = FeeStatus.AMOUNT
    channel: str = ""
    case_key: str = ""
    kind: str = FeeKind.PHI
    unit: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


def free(**facts) -> Row:
    return Row(status=FeeStatus.FREE, **facts)


def see_note(**facts) -> Row:
    return Row(status=FeeStatus.SEE_NOTE, **facts)


def not_prescribed(**facts) -> Row:
    return Row(status=FeeStatus.NOT_PRESCRIBED, **facts)


BASE = Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI, unit="lần")
REDUCED = Row(25_000, "Lệ phí", kind=FeeKind.LE_PHI, unit="lần", **CUT)
CUT_AND_BASE = [REDUCED, BASE]  # 1.004756

CLINICS = [  # 1.012278
    Row(5_250_000, "Phí: bệnh viện", case_key="Bệnh viện", **CUT),
    Row(2_850_000, "Phí: phòng khám đa khoa, nhà hộ sinh", case_key="Phòng khám đa khoa, nhà hộ sinh", **CUT),
    Row(1_550_000, "Phí: phòng khám y học cổ truyền", case_key="Phòng khám y học cổ truyền", **CUT),
    Row(2_150_000, "Phí: phòng khám chuyên khoa", case_key="Phòng khám chuyên khoa", **CUT),
    Row(2_150_000, "Phí: hình thức khác", case_key="Hình thức khác", **CUT),
]
LICENCE_CHANGES = [  # 1.012280, three of nine rows
    Row(750_000, "Phí: thay đổi tên hoặc địa chỉ", case_key="Thay đổi tên hoặc địa chỉ"),
    Row(5_250_000, "Phí: thay đổi quy mô bệnh viện", case_key="Thay đổi quy mô bệnh viện"),
    free(name="Phí: giảm bớt danh mục kỹ thuật", case_key="Giảm bớt danh mục kỹ thuật"),
]
DRIVING_COURSE = [Row(40_000, "Lệ phí cấp mới"), Row(20_000, "Lệ phí cấp lại")]  # 1.004359 with its cases left out
BUSINESS = [  # 2.001583
    Row(100_000, "Phí công bố nội dung đăng ký doanh nghiệp", channel="online", unit="lần"),
    Row(100_000, "Phí công bố nội dung đăng ký doanh nghiệp", channel="post", unit="lần"),
    Row(50_000, "Lệ phí đăng ký doanh nghiệp", kind=FeeKind.LE_PHI, channel="in_person", **CUT),
]
RESIDENCE = [  # 1.004194
    Row(7_000, "Cá nhân, hộ gia đình", channel="online", case_key="Cá nhân, hộ gia đình", unit="lần"),
    Row(5_000, "Theo danh sách", channel="online", case_key="Theo danh sách", unit="người/lần"),
    Row(15_000, "Cá nhân, hộ gia đình", channel="in_person", case_key="Cá nhân, hộ gia đình", unit="lần"),
    Row(10_000, "Theo danh sách", channel="in_person", case_key="Theo danh sách", unit="người/lần"),
    free(name="Diện được miễn", channel="online", case_key="Diện được miễn"),
    free(name="Diện được miễn", channel="in_person", case_key="Diện được miễn"),
]
LAND = [  # 1.115490
    see_note(channel="online"),
    Row(28_000, "Lệ phí", kind=FeeKind.LE_PHI, channel="online"),
    see_note(name="Phí, lệ phí", channel="in_person"),
    see_note(name="Phí, lệ phí", channel="post"),
]
X_RAY = [  # 1.014675, three of seven rows
    Row(2_000_000, "X-quang chụp răng", case_key="X-quang chụp răng"),
    Row(16_000_000, "PET/CT", case_key="PET/CT"),
    not_prescribed(name="SPECT", case_key="SPECT"),
]
PASSPORT = [  # 1.001456: the online amount ended in 2023
    Row(200_000, channel="in_person", unit="hộ chiếu"),
    see_note(channel="online", valid_to=date(2023, 12, 31)),
    see_note(channel="post", valid_to=date(2023, 12, 31)),
]
ESTATE_AGENT = [  # 1.013217: figures of doubtful unit, kept as notes
    see_note(name="Lệ phí", channel="online", **CUT),
    see_note(name="Lệ phí", channel="post", **CUT),
    see_note(name="Lệ phí", channel="in_person", valid_from=date(2026, 1, 1)),
]
DRUGS = [Row(215_000, **CUT)]  # 1.012289
ENDS_ONLY = [Row(1_000_000, valid_to=LAST_DAY_OF_THE_CUT)]  # 2.001628
FREE = [free()]  # 2.002206
COPY_PAGES = [Row(2_000, "Phí chứng thực bản sao", channel="in_person", unit="trang")]  # 2.000815
FEE_AND_CHARGE = [
    Row(100_000, "Phí thẩm định", case_key="Cấp mới"),
    Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI, case_key="Cấp mới"),
    Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI, case_key="Cấp lại"),
]
