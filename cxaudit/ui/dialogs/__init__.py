"""Dialogs, each with a class method that returns the answer."""
