"""The report as a Word document that can be edited: real styles, headings, captions, tables and alternative texts."""
