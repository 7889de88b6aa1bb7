"""The tongues in which a shop answers."""

from enum import StrEnum


class Language(StrEnum):
    """English, Swahili, or the Sheng of Nairobi, which is answered in Swahili's words."""

    EN = "en"
    SW = "sw"
    SHENG = "sheng"
