"""Word 97-2003, WPS, RTF and OpenDocument text: LibreOffice, where it is there, makes them .docx."""

from reply import messages
from reply.errors import ReplyError
from reply.source import docx
from reply.source.reader import File, Reader, Source

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
SECONDS = 120
"""After which a conversion is given up."""


def _detects(data: bytes) -> bool:
    return data.startswith((_COMPOUND, _RTF)) or _ODT in data[:200]


def _read(file: File) -> Source:
    import os
    import shutil
    import subprocess
    import tempfile
    from pathlib import Path

    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReplyError(messages.SAVE_AS_DOCX.format(file=file.name))
    with tempfile.TemporaryDirectory() as folder:
        ending = ".rtf" if file.data.startswith(_RTF) else ".odt" if _ODT in file.data[:200] else ".doc"
        original = Path(folder, f"letter{ending}")
        original.write_bytes(file.data)
        command = [
            program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless",
            "--convert-to", "docx", "--outdir", os.path.join(folder, "out"), str(original),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, cwd=folder)  # noqa: S603 - a fixed command; the file's name is ours
            data = Path(folder, "out", "letter.docx").read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise ReplyError(messages.SAVE_AS_DOCX.format(file=file.name)) from None
    return docx.READER.read(file._replace(data=data))


READER = Reader("office", (".doc", ".wps", ".rtf", ".odt"), _detects, _read)
