"""Toolkit for learning networks that bring in goal-oriented care: records in, site and sheets out."""
