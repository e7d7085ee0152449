"""The report as a web page: one file without scripts that needs nothing from anywhere."""
