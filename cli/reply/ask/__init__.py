"""The questions that a letter answers: model in, listing out. Nothing here knows a format or a terminal."""
