"""Whether figures are so, are planned, or are norms: from the words that govern them and from their times."""

from reply.pack.status.decide import status_of
from reply.pack.status.governing import Told, told
from reply.pack.status.place import Place

__all__ = ["Place", "Told", "status_of", "told"]
