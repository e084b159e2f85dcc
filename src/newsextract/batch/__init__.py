"""Many articles: `parse_many`, the local workers that it stands on, and the runs of the command `batch`."""
