"""Whether figures are so, are planned, or are norms: by the words that govern them and those around."""

from reply.pack.status.decide import governed
from reply.pack.status.governing import Told, told
from reply.pack.status.judge import Judged, judged
from reply.pack.status.place import Place, is_dated

__all__ = ["Judged", "Place", "Told", "governed", "is_dated", "judged", "told"]
