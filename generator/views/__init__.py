"""What is to be told of a year, an office and all offices: each answer once, free of HTML and of file formats."""

from generator.views.office import OfficeView
from generator.views.site import SiteView
from generator.views.summary import OfficeSummary
from generator.views.year import Dataset, Section, Sections, YearView

__all__ = ["Dataset", "OfficeSummary", "OfficeView", "Section", "Sections", "SiteView", "YearView"]
