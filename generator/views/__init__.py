"""What is to be told of a year, an office and all offices: each answer once, free of HTML and of file formats."""

from generator.views.office import OfficeView
from generator.views.section import Dataset, Section, Sections
from generator.views.site import SiteView
from generator.views.summary import OfficeSummary
from generator.views.year import YearView

__all__ = ["Dataset", "OfficeSummary", "OfficeView", "Section", "Sections", "SiteView", "YearView"]
