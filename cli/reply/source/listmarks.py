"""Numbers of list items, as Word and browsers print them."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def counted(number: int, digits: str = _DIGITS, scales: str = "十百千", *, one_ten: bool = False) -> str:
    """Return a number from 1 to 9999 in Chinese: 10 is 十 and 一十 with `one_ten`, 105 is 一百零五."""
    if not 0 < number < 10_000:
        return str(number)
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + (scales[power - 1] if power else "")
            gap = False
        else:
            gap = True
    return text.removeprefix(digits[1]) if 10 <= number < 20 and not one_ten else text


def roman(number: int) -> str:
    """Return a number in Roman numerals."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, mark in _ROMAN:
        text += mark * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """Return the letter of an item as Word counts: A to Z, then AA, BB."""
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _one_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _chinese(number: int) -> str:
    return counted(number)


def _formal(number: int) -> str:
    return counted(number, _FORMAL, "拾佰仟", one_ten=True)


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number)) if number >= 0 else str(number)


def _full_width(number: int) -> str:
    return str(number).translate({48 + n: 0xFF10 + n for n in range(10)})


def _enclosed(first: str) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= 20 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _enclosed("①"),
    "decimalEnclosedCircleChinese": _enclosed("①"),
    "decimalEnclosedFullstop": _enclosed("⒈"),
    "decimalEnclosedParen": _enclosed("⑴"),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "koreanCounting": str,
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "none": lambda number: "",
    "bullet": lambda number: "",
}
"""How Word writes the number of an item (ST_NumberFormat of ECMA-376)."""

_OF_PAGES = {
    "decimal": ("decimal", "."),
    "1": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "a": ("lowerLetter", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "lower-roman": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCounting", "、"),
    "simp-chinese-informal": ("chineseCounting", "、"),
    "trad-chinese-informal": ("chineseCounting", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("chineseLegalSimplified", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
"""`list-style-type` of CSS, and `type` of HTML: the format, and what follows the number."""


def numbered(number: int, style: str) -> str:
    """Return the number of an item of a page with what follows it; nothing for a style without numbers."""
    name, after = _OF_PAGES.get(style, _OF_PAGES.get(style.lower(), ("none", "")))
    mark = FORMATS[name](number)
    return f"{mark}{after} ".replace("、 ", "、") if mark else ""
