"""How records are put into words and marks, the same on every surface: facts of an exercise, texts as HTML."""
