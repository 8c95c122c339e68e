"""Words of the toolkit itself in both languages: labels, headings, messages. Every layer may use them."""
