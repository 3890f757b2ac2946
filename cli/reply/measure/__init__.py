"""Numbers, quantities and times in Chinese text: one reader of each, by position.

Everything here reads text in the form that `reading` gives it: half width, simplified script, the spaces
around numbers closed up. Nothing else in the program matches digits.
"""
