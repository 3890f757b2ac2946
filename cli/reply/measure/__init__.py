"""The one reader of numbers, quantities, times and document numbers in Chinese text, by position."""
