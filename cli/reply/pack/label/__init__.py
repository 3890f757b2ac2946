"""What figures measure: labels in the words of the letter, readable without the sentence."""

from reply.pack.label.build import Labels
from reply.pack.label.parts import Label

__all__ = ["Label", "Labels"]
