"""Answers that come back: read files of any origin, map them to our questions, lose nothing."""
