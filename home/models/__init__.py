"""The home page, guidance, notices, and what stands around them."""

from home.models.calendar_notice import CalendarNotice
from home.models.fact_check import FactCheck, FactCheckComment
from home.models.feedback import Feedback, FeedbackKind
from home.models.guidance import GuidanceIndexPage, GuidancePage, GuidanceService
from home.models.home import HomePage, PopularService
from home.models.links import Banner, QuickLink
from home.models.notice import NoticeIndexPage, NoticePage
from home.models.sections import HomeSection, SectionKind
from home.models.standard import Role, StandardPage

__all__ = [
    "Banner",
    "CalendarNotice",
    "FactCheck",
    "FactCheckComment",
    "Feedback",
    "FeedbackKind",
    "GuidanceIndexPage",
    "GuidancePage",
    "GuidanceService",
    "HomePage",
    "HomeSection",
    "NoticeIndexPage",
    "NoticePage",
    "PopularService",
    "QuickLink",
    "Role",
    "SectionKind",
    "StandardPage",
]
