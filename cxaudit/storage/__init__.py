"""Where things are kept: packs, documents, journal, settings."""
