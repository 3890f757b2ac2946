"""What figures measure: labels in the words of the letter, readable without the sentence."""

from reply.pack.label.build import Label, Labels

__all__ = ["Label", "Labels"]
