"""Carry a person's corrections over to a letter that was packed again."""

from collections import Counter

from reply.model import Figure, Reply

CORRECTABLE = ("label", "period", "basis", "per", "status")
"""What a person may know better; value, unit and bound follow from the words."""


def keep_corrections(packed: Reply, corrected: Reply) -> Reply:
    """Return the packed letter with the corrections of figures whose words still stand.

    A figure is the same when it has the same words at the same place, or, where the text has moved, the same
    words in the same sentence, once. The source, which no text tells, is kept too.
    """
    marked = [figure for figure in corrected.figures if figure.corrected]
    by_place = {(figure.start, figure.text): figure for figure in marked}
    times = Counter((figure.quote, figure.text) for figure in corrected.figures)
    by_words = {
        (figure.quote, figure.text): figure for figure in marked if times[figure.quote, figure.text] == 1
    }

    def kept(figure: Figure) -> Figure:
        known = by_place.get((figure.start, figure.text)) or by_words.get((figure.quote, figure.text))
        if known is None:
            return figure
        changes = {key: getattr(known, key) for key in known.corrected if key in CORRECTABLE}
        return figure._replace(**changes, corrected=known.corrected)

    sections = tuple(s._replace(figures=tuple(map(kept, s.figures))) for s in packed.sections)
    return packed._replace(sections=sections, source=packed.source or corrected.source)
