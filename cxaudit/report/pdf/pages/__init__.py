"""One module per section of the report: it turns that section's view into blocks."""
