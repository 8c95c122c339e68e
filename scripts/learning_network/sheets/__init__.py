"""Sheets for paper: every exercise, worksheet and card set as PDF, made from the records."""
