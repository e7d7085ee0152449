"""Parts that draw themselves and send intents."""
