"""What the clause around a figure says of it: what one of it is for."""

import re
from collections.abc import Iterator

from reply.measure.quantity import Found
from reply.pack.vocabulary import EACH_ENDS, EACH_TIME
from reply.sentences import Span

_COMMAS = ",;:。"  # of text in half width
_EACH_ENDS = "|".join(f"{word}(?![室站者坊])" if word == "工作" else re.escape(word) for word in EACH_ENDS)
_ONE = "[个名位所间座家处项台辆张栋盏]"
_NOUN = r"(?:[“\"][^”\"]{1,30}[”\"]|[(（][^()（）]{1,12}[)）]|[^每,，;；。:：\d])"
_MEASURE = "平方公里|平方米|立方米|公里|公斤|千瓦时|亩|吨|斤"
_ONCE = "(?:[台户站条日笔套件栋幢座次]|车(?=[日每均造成]))"
_EACH = re.compile(
    rf"每(?:(?P<time>{'|'.join(EACH_TIME)})|(?P<one>{_ONE})(?={_EACH_ENDS})"
    rf"|(?P<many>[十百千万]{{1,2}}(?:常住|户籍)?名?(?:人口|老年人|老人|居民|学生|从业人员|户|人|名))"
    rf"|(?P<counted>满?\d[\d.]*[万千]?(?:个月|[^\d,;。月]{{1,6}}?))(?={_EACH_ENDS}|\d|[,;。])"
    rf"|(?P<measure>{_MEASURE})"
    rf"|(?!满){_ONE}?(?P<noun>{_NOUN}{{1,24}}?)(?={_EACH_ENDS}|\d|[,;。]))"
    rf"|单(?:个(?P<single>{_NOUN}{{1,12}}?)(?={_EACH_ENDS}|\d|[,;。])|(?P<once>{_ONCE})(?![元位一]))"
)
_PAID = re.compile(
    r"(?<![\d一二三四五六七八九十个半本当上下每整今])[月日](?=工资|报酬|津贴|收入|薪|租金|客流|接待|处理|供[水气热电]|产|检测)"
    r"|(?:^|(?<=后)|(?<=时))年(?=产|处理|接待|发电|供)"
)
_BY_TIME = re.compile(
    r"(?:|.*、)([年月日周])(?![年月日底末初内度前后中间均轻龄满限常益报历会考检审末])[\u4e00-\u9fff]{2,8}\Z|(一年)要"
)
"""What a clause may begin with: 日烘干能力180吨."""
_SLASHED = re.compile("/每?(?P<one>[个家所户人名座处村镇乡县床台辆间套亩户栋班生天月年次])")
"""3万元/每家: what a unit does not take in."""
_AVERAGE = re.compile(
    r"((?<!\d)[年月日](?=[人户亩生校村件车]均))?([年日月周人户亩生校村件车])均([年月日](?!均))?"
    r"|(?<![\u4e00-\u9fff])(亩)产"
)
_SHARE_OF_SAME = re.compile(r"[,(]其中[^,;。\d]{0,12}|[,、;][一二三甲乙国省市县区州村][级类档等]")
_SUBJECT_OF_EACH = re.compile(r"(被[\u4e00-\u9fff]{2,8})每")
LONGEST_CLAUSE = 200
"""Characters that are searched for the comma before a figure."""


def clause_start(text: str, sentence: Span, start: int) -> int:
    """Return where the clause of a figure begins."""
    first = max(sentence[0], start - LONGEST_CLAUSE)
    for mark in _COMMAS:
        at = text.rfind(mark, first, start)
        if at >= 0:
            first = at + 1
    return first


def each_of(text: str, clause: int, before: int, found: Found) -> tuple[tuple[str, ...], list[Span]]:
    """Return what one such amount is for, in the letter's words, and the stretches that say so.

    It stands after the figure before, which ends at `before`, or else anywhere in the clause. What the unit
    says itself is left out: 日处理12万吨/日. A number is none of it.
    """
    unit = found.quantity.unit or ""
    each = list(_each(text, clause, found.start))
    each = [(item, span) for item, span in each if span[1] >= before] or each
    if slashed := _SLASHED.match(text, found.end):
        each.append((slashed["one"], slashed.span()))
    items = dict.fromkeys(item for item, _ in each if _is_one(item) and f"/{item}" not in unit)
    return tuple(items), [span for _, span in each]


def is_share_of_same(text: str, end: int, start: int) -> bool:
    """Tell whether a figure goes on with the amount for each before it: 人均1020元,其中个人缴费380元.

    The one before ends at `end`, this one starts at `start`.
    """
    return _SHARE_OF_SAME.fullmatch(text, end, start) is not None


def _is_one(item: str) -> bool:
    return ";" not in item and any(character.isalpha() and not character.isdecimal() for character in item)


def _each(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield what each amount of a stretch is for, and where that stands."""
    said, at = text[start:end], (end, end)
    if "每" in said or "单" in said:
        subject = _SUBJECT_OF_EACH.match(said)
        if subject:
            yield subject[1], at
        for match in _EACH.finditer(f"{said}0"):
            yield (
                str(match[match.lastgroup or 0]).strip(),
                (start + match.start(), min(start + match.end(), end)),
            )
    if "均" in said or "亩产" in said:
        for match in _AVERAGE.finditer(said):
            yield from ((item, at) for item in match.groups() if item)
    if "月" in said or "日" in said or said[:1] == "年" or "后年" in said or "时年" in said:
        yield from ((item, at) for item in _PAID.findall(said))
    if by_time := _BY_TIME.match(said):
        yield by_time[1] or by_time[2].removeprefix("一"), at
