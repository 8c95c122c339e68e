"""The records: strict models, references and translations. Knows no surface and imports nothing of ours but the words."""
