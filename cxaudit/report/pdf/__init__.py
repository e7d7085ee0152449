"""The PDF report: tagged, archivable, the same bytes from the same input."""
