"""The staff search: passages and facts as they were found, narrowed, sorted, saved and exported."""

from assistant.staff.exports import ExportOptions
from assistant.staff.page import SearchOptions, StaffSearch

__all__ = ["ExportOptions", "SearchOptions", "StaffSearch"]
