"""A workbook for Excel and LibreOffice (ECMA-376), by XlsxWriter: ids stay text, numbers are numbers."""

from typing import BinaryIO

from reply import messages
from reply.errors import ReplyError
from reply.listing import Cell, Listing
from reply.output.cells import plain

MOST_ROWS = 1_048_575
"""Under the header, in one sheet."""
_LONGEST = 32_767
"""Characters of a cell."""
_WIDTHS = {"quote": 60, "text": 40, "label": 40, "subject": 40, "remark": 40, "heading": 40, "title": 40}
_NARROWEST, _WIDEST = 8, 30
"""Widths of other columns, in digits."""
_EXACT = 15
"""Digits that a number of a workbook holds; longer ones are written as text, whole."""


def save(listing: Listing, file: BinaryIO, name: str, *, header: bool) -> None:
    """Write the rows under a header that stays in sight. Raises ReplyError and OSError."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError:
        raise ReplyError(messages.XLSX_MISSING) from None
    # Text is never taken for a formula, a link or a number; a row is written and forgotten.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(file, {**options, "strings_to_numbers": False, "nan_inf_to_errors": True})
    sheet = book.add_worksheet()
    bold, number = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.############"})
    whole, text = book.add_format({"num_format": "#,##0"}), book.add_format({"num_format": "@"})
    for column, name in enumerate(listing.columns):
        sheet.set_column(column, column, _width(name))
        if header:
            sheet.write_string(0, column, name, bold)
    if header:
        sheet.freeze_panes(1, 0)
    for row, cells in enumerate(listing.rows, int(header)):
        if row > MOST_ROWS:
            raise ReplyError(messages.XLSX_LONG.format(file=name, limit=MOST_ROWS))
        for column, name in enumerate(listing.columns):
            cell = cells[name]
            if _is_number(cell):
                sheet.write_number(row, column, cell, whole if isinstance(cell, int) else number)
            elif cell is not None:
                sheet.write_string(row, column, plain(cell)[:_LONGEST], text)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(*error.args) from None


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and len(repr(abs(cell)).replace(".", "")) <= _EXACT


def _width(name: str) -> int:
    shown = messages.COLUMN_NAMES.get(name, name)
    wide = sum(2 if character > "\u2e80" else 1 for character in shown) + 4
    return _WIDTHS.get(name, max(_NARROWEST, min(wide, _WIDEST), 24 if name in _IDS else 0))


_IDS = ("letter", "id", "section", "parent", "issuer", "file", "number")
