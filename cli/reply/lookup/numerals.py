"""Chinese numerals: 十二, 五百万, 二〇一一, 百分之九十九点四."""

from reply.quantity import LONGEST, parse_quantity

DIGITS = {
    c: n
    for n, group in enumerate(
        ("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in group
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


def whole_number(numeral: str) -> int | None:
    """Read an integer in Arabic or Chinese numerals; None when it is not one.

    Digits without 十百千 are read one by one, as years are: 二〇一一 is 2011.
    """
    if len(numeral) > LONGEST:
        return None
    if numeral.isdecimal():
        return int(numeral)
    if numeral and all(character in DIGITS for character in numeral):
        return int("".join(str(DIGITS[character]) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit = 0
        elif character == "万":
            total += (section + digit) * 10**4
            section = digit = 0
        elif character == "亿":
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            return None
    return total + section + digit if numeral else None


def arabic(numeral: str) -> str | None:
    """Write a number in plain Arabic digits: 3.13亿 and 五百万 and 九十九点四; None when it is not one."""
    digits = len(numeral) - len(numeral.lstrip("0123456789,."))
    if digits:
        quantity = parse_quantity(numeral)
        return None if quantity is None or quantity.unit else str(quantity.value)
    whole, point, fraction = numeral.partition("点")
    number = whole_number(whole)
    if number is None or not point:
        return None if number is None else str(number)
    if not fraction or any(character not in DIGITS for character in fraction):
        return None
    return f"{number}.{''.join(str(DIGITS[character]) for character in fraction)}"
