"""Every kind of public page and every state a visitor may find it in: one table, judged by test_states.py."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.e2e import actions
from tests.e2e.visitor import Visitor

SERVICE, SERVICE_EN = "/dich-vu/{}/".format, "/en/services/{}/".format
DEPARTMENT, DEPARTMENT_EN = "/co-quan/{}/".format, "/en/departments/{}/".format
GUIDE, GUIDE_EN = "/huong-dan/{}/".format, "/en/guidance/{}/".format
DUE, DUE_EN = "/dich-vu/{}/tinh-ngay-hen-tra/".format, "/en/services/{}/due-date/".format
ACCEPTED = "?received=2026-11-20T16:40"
CASE = "dang-ky-thuong-tru-vao-cho-o-hop-phap-thuoc-quyen-so-huu-cua"


@dataclass(frozen=True)
class State:
    """A page as somebody finds it: they open `path`, then do `act`; `status` is that of the page they then see."""

    path: str
    act: Callable[[Visitor], int | None] | None = None
    status: int = 200


SEARCH = {
    "search": "/tim-kiem/",
    "search-found": "/tim-kiem/?q=giay+phep+xay+dung",
    "search-found-page-2": "/tim-kiem/?q=giay+phep&page=2",
    "search-departments": "/tim-kiem/?q=xay+dung&type=department",
    "search-guidance": "/tim-kiem/?q=ho+so&type=guidance",
    "search-forms": "/tim-kiem/?q=giay+phep+xay+dung&type=form",
    "search-other-kinds-only": "/tim-kiem/?q=sinh+con&type=department",
    "search-nothing": "/tim-kiem/?q=zzzqqq",
    "search-en": "/en/search/",
    "search-found-en": "/en/search/?q=birth",
    "search-nothing-en": "/en/search/?q=zzzqqq",
}
LISTS = {
    "home": "/",
    "home-en": "/en/",
    "services": "/dich-vu/",
    "services-page-2": "/dich-vu/?page=2",
    "services-narrowed": "/dich-vu/?level=3&apply_mode=external&sort=changed",
    "services-none": "/dich-vu/?level=4&department=so-y-te",
    "services-en": "/en/services/",
    "services-narrowed-en": "/en/services/?level=2&audience=citizen",
    "services-none-en": "/en/services/?level=4&department=so-y-te",
    "levels": "/muc-do/",
    "levels-en": "/en/levels/",
    "law": "/van-ban/nd-118-2025/",
    "law-ended": "/van-ban/nd-42-2022/",
    "law-en": "/en/legal-documents/nd-118-2025/",
    "fields": "/dich-vu/linh-vuc/",
    "fields-en": "/en/services/field/",
    "field": "/dich-vu/linh-vuc/dat-dai/",
    "field-narrowed": "/dich-vu/linh-vuc/dat-dai/?level=3",
    "field-en": "/en/services/field/construction/",
    "audiences": "/dich-vu/doi-tuong/",
    "audiences-en": "/en/services/audience/",
    "audience-group": "/dich-vu/doi-tuong/cong-dan/",
    "audience": "/dich-vu/doi-tuong/hop-tac-xa/",
    "audience-en": "/en/services/audience/foreigners/",
    "life-events": "/dich-vu/su-kien/",
    "life-events-en": "/en/services/event/",
    "life-event": "/dich-vu/su-kien/sinh-con/",
    "life-event-en": "/en/services/event/having-a-child/",
    "forms": "/bieu-mau/",
    "forms-narrowed": "/bieu-mau/?q=cap&department=so-xay-dung",
    "forms-none": "/bieu-mau/?q=zzzqqq",
    "forms-en": "/en/forms/",
}
SERVICES = {
    "service-level-1": SERVICE("cap-lai-giay-phep-lao-dong-cho-nguoi-nuoc-ngoai"),
    "service-level-2": SERVICE("phuc-khao-bai-thi-tot-nghiep-trung-hoc-pho-thong"),
    "service-level-3": SERVICE("cap-moi-chung-chi-hanh-nghe-moi-gioi-bat-dong-san"),
    "service-level-4": SERVICE("cap-ma-so-cho-don-vi-co-quan-he-voi-ngan-sach"),
    "service-of-a-former-department": SERVICE("tach-thua-hoac-hop-thua-dat"),
    "service-of-the-communes": SERVICE("dang-ky-khai-sinh"),
    "service-with-cases": SERVICE("dang-ky-thuong-tru"),
    "service-in-one-case": SERVICE("dang-ky-thuong-tru") + f"?truong-hop={CASE}",
    "service-in-a-wrong-case": SERVICE("dang-ky-thuong-tru") + "?truong-hop=khong-co",
    "service-with-many-cases": SERVICE("yeu-cau-tro-giup-phap-ly"),
    "service-en": SERVICE_EN("state-budget-unit-code"),
    "service-with-fees-en": SERVICE_EN("divide-or-merge-land-parcels"),
    "service-not-translated-en": SERVICE_EN("dang-ky-thuong-tru"),
    "service-in-a-wrong-case-en": SERVICE_EN("dang-ky-thuong-tru") + "?case=none",
}
DUE_DATES = {
    "due-date": DUE("cap-moi-chung-chi-hanh-nghe-moi-gioi-bat-dong-san"),
    "due-date-worked-out": DUE("cap-moi-chung-chi-hanh-nghe-moi-gioi-bat-dong-san") + ACCEPTED,
    "due-date-of-many-cases": DUE("cap-doi-giay-chung-nhan-quyen-su-dung-dat-tai-san-gan-lien-voi-dat") + ACCEPTED,
    "due-date-over-new-year": DUE("tach-thua-hoac-hop-thua-dat") + "?received=2027-02-03T08:00",
    "due-date-en": DUE_EN("state-budget-unit-code"),
    "due-date-worked-out-en": DUE_EN("state-budget-unit-code") + ACCEPTED,
}
STATISTICS = {
    "statistics": "/thong-ke/",
    "statistics-of-a-department": "/thong-ke/?department=so-xay-dung&level=3",
    "statistics-without-a-dossier": "/thong-ke/?department=so-tai-chinh",
    "statistics-en": "/en/statistics/",
}
DEPARTMENTS = {
    "departments": "/co-quan/",
    "departments-en": "/en/departments/",
    "department": DEPARTMENT("so-y-te"),
    "department-board": DEPARTMENT("ban-quan-ly-khu-kinh-te-nghi-son-va-cac-khu-cong-nghiep"),
    "department-communes": DEPARTMENT("uy-ban-nhan-dan-cap-xa"),
    "department-communes-searched": DEPARTMENT("uy-ban-nhan-dan-cap-xa") + "?commune=thanh",
    "department-commune": DEPARTMENT("uy-ban-nhan-dan-cap-xa/phuong-hac-thanh"),
    "department-searched": DEPARTMENT("so-xay-dung") + "?q=giay+phep",
    "department-searched-in-vain": DEPARTMENT("so-xay-dung") + "?q=zzzqqq",
    "department-former": DEPARTMENT("so-thong-tin-va-truyen-thong"),
    "department-en": DEPARTMENT_EN("department-of-health"),
    "department-searched-en": DEPARTMENT_EN("department-of-construction") + "?q=broker",
    "department-former-en": DEPARTMENT_EN("department-of-transport"),
}
READING = {
    "guides": "/huong-dan/",
    "guides-en": "/en/guidance/",
    "guide": GUIDE("bon-muc-do-dich-vu-cong"),
    "guide-with-services": GUIDE("gioi-thieu-dich-vu-hanh-chinh-cong"),
    "guide-with-parts": GUIDE("nop-ho-so-truc-tuyen"),
    "guide-later-part": GUIDE("nop-ho-so-truc-tuyen/khai-va-gui"),
    "guide-en": GUIDE_EN("four-levels-of-public-services"),
    "guide-not-translated-en": GUIDE_EN("nop-ho-so-truc-tuyen/sau-khi-gui"),
    "notices": "/thong-bao/",
    "notices-en": "/en/notices/",
    "notice": "/thong-bao/cong-trinh-dien/",
    "notice-with-a-day": "/thong-bao/giam-phi-den-het-nam-2026/",
    "notice-en": "/en/notices/cong-trinh-dien/",
    "contact": "/lien-he/",
    "contact-en": "/en/contact/",
    "accessibility": "/kha-nang-tiep-can/",
    "accessibility-en": "/en/accessibility/",
    "personal-data": "/du-lieu-ca-nhan/",
    "personal-data-en": "/en/personal-data/",
    "open-data": "/du-lieu-mo/",
    "open-data-en": "/en/open-data/",
    "sitemap": "/so-do-trang/",
    "mailbox": "/hop-thu-thu/",
    "sitemap-en": "/en/sitemap/",
    "feedback": "/gop-y/",
    "feedback-on-a-page": "/gop-y/?page=/muc-do/",
    "feedback-en": "/en/feedback/",
    "thanks": "/gop-y/cam-on/",
    "thanks-en": "/en/feedback/thanks/?page=/en/levels/",
}
DONE = {
    "home-unfolded": State("/", actions.unfold),
    "home-first-tab": State("/", actions.press_tab),
    "home-in-the-search-box": State("/", actions.stand_in_the_search_box),
    "services-unfolded": State("/dich-vu/?level=3", actions.unfold),
    "service-unfolded": State(SERVICE("dang-ky-thuong-tru"), actions.unfold),
    "service-with-many-cases-unfolded": State(SERVICE("yeu-cau-tro-giup-phap-ly"), actions.unfold),
    "department-unfolded-en": State(DEPARTMENT_EN("department-of-health"), actions.unfold),
    "forms-unfolded": State("/bieu-mau/", actions.unfold),
    "feedback-given": State("/muc-do/", actions.press("trang này giúp ích cho tôi")),
    "feedback-empty": State("/gop-y/?page=/muc-do/", actions.press("Báo lỗi")),
    "feedback-empty-en": State("/en/feedback/?page=/en/levels/", actions.press("Report an error")),
    "feedback-from-elsewhere": State("/gop-y/", actions.send_from_elsewhere, 403),
    "feedback-too-large": State("/gop-y/", actions.send_too_much, 413),
    "feedback-too-often": State("/gop-y/", actions.send_too_often, 429),
}
MISSED = {
    "missing": State("/khong-co-trang-nay/", status=404),
    "missing-en": State("/en/no-such-page/", status=404),
    "missing-service": State(SERVICE("khong-co"), status=404),
    "missing-page-of-a-list": State("/dich-vu/?page=99", status=404),
    "missing-choice": State("/dich-vu/?level=9", status=404),
    "missing-period": State("/thong-ke/?period=1999", status=404),
    "missing-kind-of-answers": State("/tim-kiem/?q=a&type=x", status=404),
    "due-date-unreadable": State(DUE("cap-giay-phep-moi-truong-cap-tinh") + "?received=mai&case=khong-co", status=400),
    "due-date-unreadable-en": State(DUE_EN("state-budget-unit-code") + "?received=", status=400),
    "slip-of-nobody": State("/kiem-tra-phieu/khong-co/", status=404),
    "slip-of-nobody-en": State("/en/check-slip/none/", status=404),
    "unreadable": State("/tim-kiem/?q=%00", status=400),
    "unreadable-en": State("/en/search/?q=%00", status=400),
}
BROKEN = {
    f"broken-{status}-{language}": State(f"/error_pages/{language}/{status}.html", status=status)
    for status in (413, 429, 500, 503)
    for language in ("vi", "en")
}
"""What nginx answers with by itself, from the files that `manage.py error_pages` writes."""

SEEN = {
    name: State(path)
    for table in (SEARCH, LISTS, SERVICES, DUE_DATES, STATISTICS, DEPARTMENTS, READING)
    for name, path in table.items()
}
STATES = {**SEEN, **DONE, **MISSED, **BROKEN}
