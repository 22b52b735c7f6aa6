"""How returns come in: workbook to reading to observations and issues."""

from loaders.files import read_bytes, read_paths
from loaders.questions import Option, Question
from loaders.result import FileReading, Narrative, TableRead

__all__ = ["FileReading", "Narrative", "Option", "Question", "TableRead", "read_bytes", "read_paths"]
