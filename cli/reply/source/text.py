"""Plain text, and Markdown, in whatever encoding."""

from reply.source.encoding import decoded
from reply.source.reader import File, Reader, Source


def _read(file: File) -> Source:
    return Source(decoded(file.data, file.name, file.encoding), broken=True)


READER = Reader("text", (".txt", ".md", ".text"), lambda data: True, _read)
