"""Words of the toolkit itself in both languages: labels, headings, messages. Every layer may use them."""

LANGUAGES = ("nl", "en")
"""The languages of all texts; the first is the one that others are translated from."""
