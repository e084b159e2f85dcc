"""Many articles: `parse_many`, the local workers that it stands on, and the runs of the command `batch`."""

from .many import parse_many

__all__ = ["parse_many"]
