"""Blocks in which editors design a form: steps, and in them questions of every kind."""

from services.forms.design.machine import MachineNameBlock
from services.forms.design.questions import QUESTIONS
from services.forms.design.steps import StepsBlock

__all__ = ["QUESTIONS", "MachineNameBlock", "StepsBlock"]
