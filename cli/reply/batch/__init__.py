"""The command `pack`: files in, files out, with processes, progress, and the corrections kept."""
