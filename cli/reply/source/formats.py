"""The formats, in the order in which a file is tried; a module loads what it needs when it reads.

Text comes last: it takes whatever nobody else knows, and says so when it is none.
"""

from reply.source import docx, mhtml, ofd, office, page, pdf, refused, text
from reply.source.reader import Reader

READERS: tuple[Reader, ...] = (
    pdf.READER,
    docx.READER,
    ofd.READER,
    office.READER,
    refused.PICTURE,
    refused.SPREADSHEET,
    refused.ARCHIVE,
    mhtml.READER,
    page.READER,
    text.READER,
)

ENDINGS = frozenset(ending for reader in READERS for ending in reader.endings)
"""The endings of files that are packed when their folder is named."""
