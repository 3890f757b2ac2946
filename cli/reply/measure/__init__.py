"""The one reader of numbers, quantities and times in Chinese text, by position."""
