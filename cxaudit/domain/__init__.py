"""The model and its arithmetic: pure, exact, no Qt, no clock, no files."""
