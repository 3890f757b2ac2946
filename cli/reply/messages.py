"""Everything the program says to a person, in Chinese and in English, side by side.

The locale decides once, at import; `REPLY_LANG=zh|en` overrides it. Placeholders are those of `str.format`.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import Final, Literal


def _language(environment: Mapping[str, str]) -> Literal["zh", "en"]:
    """Choose the language as POSIX chooses a locale: the first that is set decides, else the system."""
    override = environment.get("REPLY_LANG", "").lower()
    if override in ("zh", "en"):
        return "zh" if override == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(name):
            return "zh" if locale.lower().startswith("zh") else "en"
    return _of_windows() if sys.platform == "win32" else "en"


_CHINESE = 0x04
_PRIMARY_LANGUAGE = 0x3FF


def _of_windows() -> Literal["zh", "en"]:
    """Return the language in which Windows speaks to the user, who sets no locale there."""
    import ctypes

    language: int = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage()  # noqa: B009 # not elsewhere
    return "zh" if language & _PRIMARY_LANGUAGE == _CHINESE else "en"


LANGUAGE: Final = _language(os.environ)


def say(zh: str, en: str) -> str:
    """Return the one of two texts that the reader reads."""
    return zh if LANGUAGE == "zh" else en


def listed(items: Iterable[object]) -> str:
    """Join names as this language lists them."""
    return say(zh="、", en=", ").join(str(item) for item in items)


def quoted(items: Iterable[str]) -> str:
    """Join phrases of the letter, each in quotation marks."""
    return listed(f"“{item}”" for item in items)


SPACE = "" if LANGUAGE == "zh" else " "
"""Between two sentences."""

# Files and data

FILE_MISSING = say(
    zh="{file}：没有这个文件，请检查路径。", en="{file}: there is no such file; check the path."
)
FILE_IS_FOLDER = say(
    zh="{file}：这是文件夹，请给出其中的一个 TOML 文件。", en="{file}: is a folder; name a TOML file in it."
)
FILE_FORBIDDEN = say(
    zh="{file}：没有读取权限，请修改文件权限。", en="{file}: you may not read it; change its permissions."
)
FILE_UNREADABLE = say(
    zh="{file}：无法读取（{reason}），请检查路径和磁盘。",
    en="{file}: cannot be read ({reason}); check the path and the disk.",
)
FILE_HUGE = say(
    zh="{file}：超过 {limit} MB，不像一封复函，请给出复函的 TOML 文件。",
    en="{file}: has more than {limit} MB, which no letter has; name the TOML file of a letter.",
)
FILE_EMPTY = say(
    zh="{file}：文件是空的，请给出复函的 TOML 文件。", en="{file}: is empty; name the TOML file of a letter."
)
FILE_NOT_PACKED = say(
    zh="{file}：不是打包过的复函，请先运行：reply pack {typed} -o {packed}。",
    en="{file}: is not packed yet; first run reply pack {typed} -o {packed}.",
)
FILE_IS_OTHER = say(
    zh="{file}：不是打包过的复函，未查询。", en="{file}: is not a packed letter; it was left out."
)
FILE_BINARY = say(
    zh="{file}：这是二进制文件，请给出复函的 TOML 文件。",
    en="{file}: is a binary file; name the TOML file of a letter.",
)
FILE_NOT_UTF8 = say(
    zh="{file}：第 {line} 行不是 UTF-8 编码，请另存为 UTF-8。",
    en="{file}: line {line} is not UTF-8; save the file as UTF-8.",
)
AT_LINE = say(zh="第 {line} 行，", en="line {line}, ")
TOML_BROKEN = say(
    zh="{file}：{place}TOML 写法有误（{reason}），请改正这一处。",
    en="{file}: {place}not valid TOML ({reason}); correct it there.",
)

SECTION_PLACE = say(zh="第 {ordinal} 个 [[sections]]“{id}”", en="[[sections]] {ordinal} “{id}”")
FIGURE_PLACE = say(zh="第 {ordinal} 个 figures“{id}”", en="figures {ordinal} “{id}”")
CITATION_PLACE = say(zh="第 {ordinal} 个 citations“{id}”", en="citations {ordinal} “{id}”")
FLAG_PLACE = say(zh="第 {ordinal} 个 flagged", en="flagged {ordinal}")
INNER_PLACE = say(zh="{outer}，{inner}", en="{outer}, {inner}")
KEY_PLACE = say(zh="{table}，键 {key}", en="{table}, key {key}")
DATA_ERROR = say(zh="{file}：{place}：{problem}", en="{file}: {place}: {problem}")
TOO_MANY_MISTAKES = say(
    zh="{file}：已有 {count} 处错误，没有继续检查；请先改正这些。",
    en="{file}: that makes {count} mistakes, and it was not read on; correct these first.",
)
NEWER_FORMAT = say(
    zh="{file}：由更新版本的 reply 生成（格式 {format}，这一版只认得 {known}），请升级 reply。",
    en="{file}: made by a newer reply (format {format}; this one reads {known}); upgrade reply.",
)
NO_FORMAT = say(zh="没有格式 {format}，请写 {known}。", en="there is no format {format}; write {known}.")

TYPE_NAMES = {
    "str": say(zh="字符串", en="a string"),
    "int": say(zh="整数", en="an integer"),
    "number": say(zh="数", en="a number"),
    "date": say(zh="日期（如 2017-06-06，不加引号）", en="a date (such as 2017-06-06, without quotes)"),
    "strings": say(zh="字符串数组", en="an array of strings"),
}
WRONG_TYPE = say(zh="{value} 的类型不对，应为{wanted}。", en="{value} has the wrong type; write {wanted}.")
MISSING_KEY = say(zh="缺少这个键，请补上。", en="is missing; add it.")
MISSING_KEY_NEAR = say(
    zh="缺少这个键；“{near}”是否应改为它？", en="is missing; should “{near}” be renamed to it?"
)
UNKNOWN_KEY = say(zh="格式里没有这个键，请删去。", en="is not a key of the format; remove it.")
UNKNOWN_KEY_NEAR = say(
    zh="格式里没有这个键，是否应为“{near}”？", en="is not a key of the format; did you mean “{near}”?"
)
MISSING_TABLE = say(zh="应为 {header} 表，请补上。", en="must be a table; write {header}.")
NO_SECTIONS = say(zh="没有任何一节，请至少写一个 [[sections]]。", en="has no section; write [[sections]].")
BAD_SECTION_ID = say(
    zh="“{id}”不能作节号，请写成 3.1 或 opening 的样子。",
    en="“{id}” cannot be a section id; write it like 3.1 or opening.",
)
NO_PARENT = say(
    zh="“{id}”的上一级“{parent}”不在它前面，请先写上一级。",
    en="“{parent}”, the chapter of “{id}”, does not stand before it; write the chapter first.",
)
DUPLICATE_ID = say(zh="编号“{id}”重复，请改用另一个。", en="“{id}” is used twice; choose another one.")
HEADING_NOT_IN_TEXT = say(
    zh="本节正文不以“{heading}”开头，请与 text 核对。",
    en="the text of the section does not begin with “{heading}”; compare it with text.",
)
TITLE_NOT_IN_HEADING = say(
    zh="heading 里没有“{title}”，请与 heading 核对。", en="“{title}” is not in the heading; compare the two."
)
BAD_ITEM_ID = say(
    zh="“{id}”应以本节的节号开头，如 {example}。",
    en="“{id}” must begin with the id of its section, like {example}.",
)
SPAN_ELSEWHERE = say(
    zh="{start} 处不是“{text}”，它在 {found} 处，请改为 {found}。",
    en="“{text}” does not stand at {start} but at {found}; write {found}.",
)
SPAN_ONCE = say(
    zh="{start} 处不是“{text}”；它在本节只出现一次，请删去 start。",
    en="“{text}” does not stand at {start}; the section has it once, so remove start.",
)
SPAN_NOT_CLEAR = say(
    zh="“{text}”在本节出现 {count} 次，请用 start 写明是哪一处：{places}。",
    en="the section has “{text}” {count} times; say with start which one is meant: {places}.",
)
SPAN_NOWHERE = say(
    zh="第 {section} 节里没有“{text}”，请与本节的 text 核对。",
    en="“{text}” does not stand in section {section}; compare it with the section's text.",
)
LABEL_EMPTY = say(zh="标签是空的，请写明统计的是什么。", en="is empty; say what is measured.")
NOT_A_QUANTITY = say(
    zh="“{text}”读不成一个数量，请写原文中的数字连同单位。",
    en="“{text}” does not read as one quantity; give number and unit as in the letter.",
)
VALUE_CONTRADICTS = say(
    zh="写的是 {value}，而“{text}”是 {says}，请改正其一。",
    en="is {value}, but “{text}” says {says}; correct one of them.",
)
RANGE_HAS_NO_VALUE = say(
    zh="“{text}”是一个范围，没有单一的值，请删去这个键。",
    en="“{text}” is a range and has no one value; remove the key.",
)
BAD_PERIOD = say(
    zh="“{period}”不是 EDTF 时间，请写成 2016、2017-01、2015/2019 或 2012/.. 的样子。",
    en="“{period}” is not an EDTF period; write it like 2016, 2017-01, 2015/2019 or 2012/...",
)
NONE_OF_THESE = say(zh="没有“{named}”这一种，可用：{known}。", en="“{named}” is unknown; use one of {known}.")
PERIOD_AND_BASIS = say(
    zh="period 与 basis 须同时写或同时不写。", en="period and basis go together; write both or neither."
)
BAD_PER = say(
    zh="每一项都要有内容，且不能含半角分号（列表在表格里用它分隔）。",
    en="each item needs words, and none may hold “;”, which separates them in tables.",
)
NOT_IN_CITATION = say(
    zh="“{text}”里没有“{value}”，请核对。", en="“{value}” is not in “{text}”; compare them."
)
CITATION_WITHOUT_NAME = say(zh="title 与 number 至少写一个。", en="write title or number, or both.")


# What the program says of a question

PARTS = {
    "preamble": ("网页抬头", "Head of the web page"),
    "opening": ("开头", "Opening"),
    "body": ("正文", "Body"),
    "outlook": ("下一步", "Next steps"),
    "closing": ("结尾", "Closing"),
    "residue": ("网页残留", "Left by the web page"),
}
"""What parts without a heading are called, in Chinese and in English: a reader may use either."""
PART_NAMES = {part: say(zh=zh, en=en) for part, (zh, en) in PARTS.items()}
COLUMN_NAMES = {
    "file": say(zh="文件", en="File"),
    "tier": say(zh="查法", en="Tier"),
    "score": say(zh="得分", en="Score"),
    "spans": say(zh="命中处", en="Spans"),
    "id": say(zh="编号", en="Id"),
    "letter": say(zh="复函", en="Letter"),
    "section": say(zh="节", en="Section"),
    "label": say(zh="指标", en="What is measured"),
    "text": say(zh="原文", en="Text"),
    "value": say(zh="数值", en="Value"),
    "low": say(zh="下限", en="Low"),
    "high": say(zh="上限", en="High"),
    "unit": say(zh="单位", en="Unit"),
    "bound": say(zh="限定词", en="Bound"),
    "period": say(zh="时期", en="Period"),
    "basis": say(zh="时期依据", en="Basis"),
    "per": say(zh="计量对象", en="Per"),
    "start": say(zh="起", en="Start"),
    "end": say(zh="止", en="End"),
    "quote": say(zh="原句", en="Quote"),
    "status": say(zh="性质", en="Status"),
    "doubt": say(zh="存疑", en="In doubt"),
    "check": say(zh="检查", en="Check"),
    "remark": say(zh="说明", en="Remark"),
    "title": say(zh="标题", en="Title"),
    "heading": say(zh="标题行", en="Heading"),
    "parent": say(zh="上级", en="Parent"),
    "number": say(zh="文号", en="Number"),
    "grade": say(zh="办理类别", en="Grade"),
    "addressee": say(zh="主送", en="Addressee"),
    "subject": say(zh="事由", en="Subject"),
    "issuer": say(zh="发文机关", en="Issuer"),
    "date": say(zh="成文日期", en="Date"),
    "source": say(zh="来源", en="Source"),
    "sections": say(zh="节数", en="Sections"),
    "figures": say(zh="数字", en="Figures"),
    "planned": say(zh="计划数字", en="Planned figures"),
    "standard": say(zh="标准数字", en="Standard figures"),
    "citations": say(zh="引用文件", en="Citations"),
    "characters": say(zh="字符数", en="Characters"),
    "sha256": say(zh="SHA-256", en="SHA-256"),
}
STATUSES = {
    "planned": say(zh="计划", en="planned"),
    "standard": say(zh="标准", en="standard"),
}
"""How a table marks a figure that is not so, or not yet."""
IN_DOUBT = say(zh="？", en="?")
"""What follows that mark where the status is in doubt, and stands alone where it is so."""
WITH_STATUS = say(zh="（{mark}）{label}", en="({mark}) {label}")
FIGURE_COUNT = say(zh="{count} 个数字", en="{count} figures")
ONE_FIGURE = say(zh="1 个数字", en="1 figure")
PER = say(zh="每{per}", en="per {per}")

UNKNOWN_COLUMN = say(zh="没有“{name}”这一列，可用：{near}。", en="There is no column “{name}”; use {near}.")
UNKNOWN_UNIT = say(
    zh="没有以“{name}”为单位的数字；现有单位：{near}。",
    en="No figure has the unit “{name}”. There are {near}.",
)
NO_UNITS = say(
    zh="没有以“{name}”为单位的数字；各个数字都没有单位。",
    en="No figure has the unit “{name}”; none has a unit.",
)
COUNTED = say(zh="{name}（{count}）", en="{name} ({count})")
AND_OTHERS = say(zh="等", en=" and others")
UNIT_UNDER = say(zh="以“{typed}”计的数字列在“{unit}”之下。", en="Amounts in {typed} are listed under {unit}.")
UNKNOWN_FORMAT = say(zh="没有“{name}”这种格式，可用：{near}。", en="There is no format “{name}”; use {near}.")
UNKNOWN_STATUS = say(
    zh="没有“{name}”这一种性质，可用：{near}。", en="There is no status “{name}”; use {near}."
)
UNKNOWN_FIGURE = say(
    zh="没有编号为“{name}”的数字，相近的有：{near}。", en="There is no figure “{name}”; near it: {near}."
)
UNKNOWN_FIGURE_FAR = say(
    zh="没有编号为“{name}”的数字；用 reply figures 可列出全部数字。",
    en="There is no figure “{name}”; reply figures lists them.",
)
UNKNOWN_LETTER = say(zh="没有名为“{name}”的复函。", en="There is no letter “{name}”.")
UNKNOWN_SECTION = say(
    zh="没有“{name}”这一节，相近的有：{near}。", en="There is no section “{name}”; near it: {near}."
)
UNKNOWN_SECTION_FAR = say(
    zh="没有“{name}”这一节；用 reply section 可列出各节。",
    en="There is no section “{name}”; reply section lists them.",
)
SEVERAL_SECTIONS = say(
    zh="有多节标题与“{name}”相符，请按编号选择一节。",
    en="The titles of several sections fit “{name}”; name one by its id.",
)
BAD_PERIOD_FILTER = say(
    zh="“{period}”不是时间，请写年份（2016）、年月（2017-01）或起止（2012/2016）。",
    en="“{period}” is not a period; write a year (2016), a month (2017-01) or an interval (2012/2016).",
)
BAD_AMOUNT = say(
    zh="“{amount}”不是一个数，请写成 10000、1万 或 3.13亿。",
    en="“{amount}” is not a number; write it like 10000, 1万 or 3.13亿.",
)
UNDECIDED = say(
    zh="以下数字表述不确定（约、近、余等），无法判断是否符合条件，未列入：{ids}。",
    en="Left out, because their words (about, nearly, over) do not commit to the limit: {ids}.",
)
MORE_PASSAGES = say(
    zh="共 {all} 段，只显示前 {shown} 段；用 -n {more} 可显示更多。",
    en="Showing {shown} of {all} passages; -n {more} shows more.",
)
MORE_OF_ROWS = say(
    zh="共 {all} 行，只显示前 {shown} 行；用 -n {more} 可显示更多。",
    en="Showing {shown} of {all} rows; -n {more} shows more.",
)
MORE_ROWS = say(
    zh="只显示前 {shown} 行；用 -n {more} 可显示更多。", en="Showing the first {shown}; -n {more} shows more."
)
COUNTS = {
    "find": say(zh="共 {count} 段", en="{count} passages"),
    "outline": say(zh="共 {count} 节", en="{count} sections"),
    "figures": say(zh="共 {count} 个数字", en="{count} figures"),
    "citations": say(zh="共 {count} 处引用", en="{count} citations"),
    "info": say(zh="共 {count} 封复函", en="{count} letters"),
    "check": say(zh="共 {count} 处需要核实", en="{count} to look at"),
}
"""How many rows a table had, by what they are of."""
NOTHING_FOUND = say(zh="复函中没有找到“{query}”。", en="Nothing in the letter answers “{query}”.")
THE_LETTER = say(zh="复函中", en="the letter")
THESE_LETTERS = say(zh="这 {count} 封复函中", en="these {count} letters")
THE_ONE_LETTER = say(zh="这封复函中", en="this letter")
NO_FIGURES = say(zh="没有符合条件的数字。", en="No figure passes these filters.")
NO_FIGURES_AT_ALL = say(zh="复函中没有数字。", en="There are no figures in the letter.")
NO_FIGURES_ABOUT = say(zh="没有关于“{query}”的数字。", en="No figure is about “{query}”.")
NO_FIGURES_ABOUT_FILTERED = say(
    zh="没有关于“{query}”且符合条件的数字。", en="No figure about “{query}” passes these filters."
)
NO_CITATIONS = say(zh="复函中没有引用“{query}”。", en="The letter cites nothing like “{query}”.")
STANDS_IN_SECTIONS = say(
    zh="没有题为“{name}”的节；正文中见于 {ids}，可用 reply find {name} 查看。",
    en="No section is called “{name}”; it stands in {ids}; reply find {name} shows it.",
)
OVERVIEW_HINT = say(
    zh="查找：reply find 词语；看一节：reply section 编号；列数字：reply figures；帮助：reply -h。",
    en="Look up: reply find WORD; read: reply section ID; figures: reply figures; help: reply -h.",
)
READ_AS = {
    "number": say(
        zh="没有“{typed}”，按同一数目找到{found}。", en="No “{typed}”; found {found}, the same number."
    ),
    "pinyin": say(zh="“{typed}”按拼音找到{found}。", en="Read “{typed}” as pinyin; found {found}."),
    "english": say(
        zh="复函是中文的；“{typed}”按中文词找到{found}。",
        en="The letter is in Chinese; for “{typed}” found {found}.",
    ),
    "abbreviation": say(
        zh="没有“{typed}”，按简称找到{found}。", en="No “{typed}”; found {found}, which it is short for."
    ),
    "related": say(
        zh="没有“{typed}”，也没有同义词；找到相关的{found}。",
        en="No “{typed}”, nor another word for it; found {found}, which is related.",
    ),
    "synonym": say(
        zh="没有“{typed}”，按近义词找到{found}。", en="No “{typed}”; found {found}, another word for it."
    ),
    "homophone": say(
        zh="没有“{typed}”，按同音找到{found}。", en="No “{typed}”; found {found}, which sounds the same."
    ),
    "terms": say(zh="没有“{typed}”，分开找到{found}。", en="No “{typed}”; found {found} apart."),
    "apart": say(zh="“{typed}”不在同一处，分散在复函中。", en="“{typed}” stand apart in the letter."),
    "parts": say(
        zh="没有同时提到“{typed}”的段落，只按其余部分找到{found}。",
        en="No passage has “{typed}” too; found the rest, {found}.",
    ),
    "edit": say(
        zh="没有“{typed}”，按相近写法找到{found}。",
        en="No “{typed}”; found {found}, which is written nearly so.",
    ),
}
ASK_TWICE = say(
    zh="reply 查找的是同时含有各词的段落；要找其中任一个，请分别查找。",
    en="reply finds what holds all of the words; for either, ask twice.",
)
READ_AS_QUESTION = {
    "sum": say(zh="按询问金额理解：{about}。", en="Read as a question for sums about {about}."),
    "count": say(zh="按询问数量理解：{about}。", en="Read as a question for how many or how much: {about}."),
    "share": say(zh="按询问比例理解：{about}。", en="Read as a question for shares of {about}."),
    "time": say(zh="按询问时间理解：{about}。", en="Read as a question for a time: {about}."),
    "who": say(zh="按询问机关或人员理解：{about}。", en="Read as a question for who: {about}."),
    "where": say(zh="按询问地点理解：{about}。", en="Read as a question for where: {about}."),
    "what": say(zh="按提问理解：{about}。", en="Read as a question about {about}."),
}
DATUM = {
    "issuer": say(zh="署名机关：{datum}", en="Issued by {datum}."),
    "addressee": say(zh="答复对象：{datum}", en="Addressed to {datum}."),
    "date": say(zh="成文日期：{datum}", en="Dated {datum}."),
    "number": say(zh="文号：{datum}", en="Numbered {datum}."),
}
NO_DATUM = {
    "issuer": say(zh="复函中没有写明署名机关。", en="The letter does not say who issued it."),
    "addressee": say(zh="复函中没有写明答复对象。", en="The letter does not say to whom it is."),
    "date": say(zh="复函中没有写明成文日期。", en="The letter does not say its date."),
    "number": say(zh="复函中没有文号。", en="The letter has no number."),
}
IN_CHINESE = say(
    zh="复函是中文的，请用中文或拼音查找。", en="The letter is in Chinese: ask in Chinese or in pinyin."
)
DID_YOU_MEAN = say(zh="您是不是要找：{near}？", en="Did you mean {near}?")
EMPTY_QUERY = say(
    zh="查找的内容里没有字词，请写要找的词。", en="The query has no word in it; write what to look up."
)

# Wrong usage

UNKNOWN_COMMAND_NEAR = say(
    zh="没有“{name}”命令，是否要用：{near}？", en="There is no command “{name}”; did you mean {near}?"
)
UNKNOWN_COMMAND = say(
    zh="没有“{name}”命令；要查找这个词，请用 reply find {name}。",
    en="There is no command “{name}”; to look it up, use reply find {name}.",
)
OTHER_WORDS = {
    "reply find": ("search", "grep", "lookup", "query", "查", "查找", "搜索", "搜"),
    "reply section": ("list", "ls", "toc", "outline", "sections", "show", "read", "目录", "章节"),
    "reply figures": ("numbers", "figure", "amounts", "data", "数字", "数据"),
    "reply citations": ("cite", "references", "documents", "引用"),
    "reply pack": ("import", "add", "convert", "parse", "打包"),
    "reply check": ("verify", "validate", "lint", "检查"),
    "reply info": ("about", "stat", "status", "信息"),
    "reply text": ("cat", "print", "全文"),
    "reply -h": ("usage", "man", "帮助"),
    "reply --version": ("version", "版本"),
}
"""What people type who know other programs."""
UNKNOWN_OPTION_NEAR = say(
    zh="没有“{name}”选项，是否要用：{near}？", en="There is no option “{name}”; did you mean {near}?"
)
UNKNOWN_OPTION = say(zh="没有“{name}”选项。", en="There is no option “{name}”.")
FORMAT_OPTION = say(
    zh="要输出 {shown}，请写 -f {format}。",
    en="For {shown} write -f {format}.",
)
WORD_WITH_HYPHEN = say(
    zh="要查找以 - 开头的词，请写：{command} -- {word}。",
    en="To look up a word that begins with -, write {command} -- {word}.",
)
MISSING = {
    "find": say(
        zh="请写出要查找的词，如：reply find 养老。", en="Say what to look up, as in reply find 养老."
    ),
    "pack": say(
        zh="请写出要打包的文件，如：reply pack 复函.txt。",
        en="Name what to pack, as in reply pack letter.txt.",
    ),
}
MISSING_ARGUMENT = say(zh="缺少参数 {name}。", en="{name} is missing.")
EXTRA_ARGUMENT = say(zh="给 {command} 的参数太多。", en="{command} got more arguments than it takes.")
BAD_VALUE = say(zh="{name} 须为不小于 1 的整数。", en="{name} takes a whole number of at least 1.")
OPTION_LACKS_VALUE = say(zh="选项 {name} 后面要写一个值。", en="Option {name} lacks its value.")
OPTION_TAKES_NONE = say(zh="选项 {name} 后面不写值。", en="Option {name} takes no value.")
SEE_HELP = say(zh="用法见 {command} -h。", en=" See {command} -h.")
SORT_DESCENDING = say(
    zh="排序请写 --sort {name}（升序）或 --sort -{name}（降序）。",
    en="Write --sort {name}, or --sort -{name} for descending order.",
)
VALUE_OF_ONE = say(
    zh="-f value 只输出一列；要输出多列，请用 -f tsv --no-header。",
    en="-f value prints one column; for several, use -f tsv --no-header.",
)
XLSX_NEEDS_FILE = say(
    zh="xlsx 要写到文件，请加 -o 表格.xlsx。", en="xlsx goes into a file; name it with -o table.xlsx."
)
XLSX_MISSING = say(
    zh="写 xlsx 需要 XlsxWriter，请先运行 pip install 'reply-cli[files]'。",
    en="xlsx needs XlsxWriter; install it with pip install 'reply-cli[files]'.",
)
XLSX_LONG = say(
    zh="{file}：超过 {limit} 行，Excel 装不下，请改用 -f csv 或加筛选。",
    en="{file}: has more than {limit} rows, which Excel cannot hold; use -f csv, or ask for less.",
)
STDOUT_CLOSED = say(
    zh="标准输出已关闭，结果无处可写，请打开它再运行。",
    en="Stdout is closed, so the result cannot be written; open it and run again.",
)
STDOUT_FAILED = say(
    zh="标准输出写入失败（{reason}），结果不完整，请检查磁盘后重试。",
    en="Stdout cannot be written ({reason}), so the result is not complete; check the disk and run again.",
)

# Help

USAGE = say(zh="用法：", en="Usage: ")
ARGUMENTS = say(zh="参数", en="Arguments")
COMMANDS = say(zh="命令", en="Commands")
OPTIONS = say(zh="选项", en="Options")
HELP = say(
    zh="查阅政府复函：模糊查找、显示章节、列出数字和引用的文件。",
    en="Ask an official reply letter: look words up, print sections, list figures and cited documents.",
)
HELP_EPILOG = say(
    zh="""例：
  reply find 养老                 查找，按相关程度排列
  reply section 3.1               显示一节
  reply figures --unit 元         列出金额
  reply figures -f csv > f.csv    存成表格

退出状态：0 找到；1 没有找到；2 用法或数据有误。""",
    en="""Examples:
  reply find 养老                 look a word up, best passages first
  reply section 3.1               print a section
  reply figures --unit 元         list the sums of money
  reply figures -f csv > f.csv    save a table

Exit status: 0 found; 1 nothing found; 2 wrong usage or bad data.""",
)
HELP_FIND = say(zh="模糊查找，按相关程度排列。", en="Look words up; best passages first.")
HELP_FIND_EXAMPLES = say(
    zh="""例：
  reply find 养老
  reply find 养老 资金            几个词都要有
  reply find 养老 -f json         给脚本用
  reply find --exact 养老         只按原文精确匹配""",
    en="""Examples:
  reply find 养老
  reply find 养老 资金            all of several words
  reply find 养老 -f json         for scripts
  reply find --exact 养老         only the word as typed""",
)
HELP_SECTION = say(
    zh="显示某一节或某一章的原文；不带参数则列出目录。",
    en="Print a section or chapter; without argument, the outline.",
)
HELP_SECTION_EXAMPLES = say(
    zh="""例：
  reply section                   目录
  reply section 3.1               也可写作“三（一）”“3-1”“三.一”
  reply section 三                整章
  reply section 资金投入          按标题找""",
    en="""Examples:
  reply section                   the outline
  reply section 3.1               also 三(一), 3-1, 三.一
  reply section 三                a whole chapter
  reply section 资金投入          by words of its title""",
)
HELP_FIGURES = say(zh="列出复函中的数字。", en="List the figures of the letter.")
HELP_FIGURES_EXAMPLES = say(
    zh="""例：
  reply figures                           全部数字
  reply figures 3.1-5 -f value            只要这一个数
  reply figures --unit 元 --sort -value   金额，从大到小
  reply figures --period 2016 --min 1亿   2016 年、至少一亿
  reply figures 志愿者 -c id,text,label   按内容找，只要三列""",
    en="""Examples:
  reply figures                           all figures
  reply figures 3.1-5 -f value            this one number
  reply figures --unit 元 --sort -value   sums of money, largest first
  reply figures --period 2016 --min 1亿   of 2016, at least 100 million
  reply figures 志愿者 -c id,text,label   by what is measured, three columns""",
)
HELP_CITATIONS = say(zh="列出复函引用的文件及文号。", en="List the documents that the letter cites.")
HELP_CITATIONS_EXAMPLES = say(
    zh="""例：
  reply citations
  reply citations 减负
  reply citations 粤府办""",
    en="""Examples:
  reply citations
  reply citations 减负
  reply citations 粤府办""",
)
HELP_INFO = say(
    zh="显示文号、办理类别、主送、事由、发文机关、成文日期、来源和各项计数。",
    en="Show number, grade, addressee, subject, issuer, date, source and counts.",
)
HELP_TEXT = say(zh="原样输出复函全文。", en="Print the letter, byte for byte.")
HELP_INFO_EXAMPLES = say(
    zh="""例：
  reply info
  reply info -c sha256 -f value   只要校验和""",
    en="""Examples:
  reply info
  reply info -c sha256 -f value   only the checksum""",
)
HELP_TEXT_EXAMPLES = say(
    zh="""例：
  reply text > 复函.txt
  reply text | grep -n 养老""",
    en="""Examples:
  reply text > letter.txt
  reply text | grep -n 养老""",
)
HELP_HELP = say(zh="显示这一页。", en="Show this page.")
COMPLETIONS = {
    "--install-completion": say(
        zh="为当前 shell（或所写的 bash、zsh、fish、powershell）安装 Tab 补全。",
        en="Set up the Tab key for this shell, or for bash, zsh, fish, powershell.",
    ),
    "--show-completion": say(
        zh="输出当前 shell（或所写的 shell）的补全脚本。",
        en="Print the completion script of this shell, or of one.",
    ),
}
HELP_MAN = say(zh="输出 man 手册页。", en="Print the man page.")
COMPLETION_INSTALLED = say(
    zh="已为 {shell} 安装 Tab 补全：{file}；请重新打开终端。",
    en="The Tab key of {shell} is set up in {file}; open a new terminal.",
)
UNKNOWN_SHELL = say(
    zh="请写明是哪种 shell：{option} bash（或 zsh、fish、powershell）。",
    en="Name the shell: {option} bash (or zsh, fish, powershell).",
)
MAN_NAME = say(zh="名称", en="NAME")
MAN_SYNOPSIS = say(zh="用法", en="SYNOPSIS")
MAN_ENVIRONMENT = say(zh="环境变量", en="ENVIRONMENT")
MAN_EXAMPLES = say(zh="示例", en="EXAMPLES")
ENVIRONMENT = {
    "REPLY_FROM": say(
        zh="要查询的复函，如同 --from；多个路径的分隔符与 PATH 相同。",
        en="The letters that are asked, as by --from; paths are separated as in PATH.",
    ),
    "REPLY_LANG": say(
        zh="zh 或 en；不设则随 LC_ALL、LC_MESSAGES、LANG 或系统语言。",
        en="zh or en; else LC_ALL, LC_MESSAGES, LANG or the language of the system decides.",
    ),
    "REPLY_PAGER, PAGER": say(
        zh="分页程序；不设则为 less -FRX，设为空则不分页。",
        en="The pager; by default less -FRX, none if empty.",
    ),
    "NO_COLOR, FORCE_COLOR": say(zh="不用颜色；总用颜色。", en="No colour; colour in any case."),
}
KEYS = say(zh="各列（-c、--sort）", en="Columns (-c, --sort)")
OF_SEVERAL = say(zh="查询多封复函时还有：", en="Of several letters also:")
HELP_VERSION = say(zh="显示版本。", en="Show the version.")
HELP_ISSUER = say(
    zh="只查发文机关名称含有这些字的复函；可多次给出，符合其一即可。",
    en="Only letters whose issuer's name holds these words; repeat it for either.",
)
HELP_DATED = say(
    zh="只查成文日期在这段时间内的复函，如 2018、2018-01/2018-06；可多次给出。",
    en="Only letters of this time: 2018, 2018-01/2018-06; repeat it for either.",
)
HELP_OUTPUT = say(
    zh="写到这个文件，格式由后缀决定（如 .xlsx、.csv）。",
    en="Write to this file, in the format that its name says (.xlsx, .csv).",
)
HELP_CLEAR = say(zh="清除为文件夹保存的缓存。", en="Remove what is kept of folders in the cache.")
CACHE_CLEARED = say(zh="已清除 {count} 个文件夹的缓存。", en="Removed what was kept of {count} folders.")
HELP_FORMAT = say(
    zh="输出格式：table（终端默认）、tsv（管道默认）、csv、json、jsonl、md、value。",
    en="table (default on a terminal), tsv (default in a pipe), csv, json, jsonl, md or value.",
)
HELP_NO_HEADER = say(zh="不输出表头。", en="Leave the header out.")
HELP_NO_PAGER = say(
    zh="在终端上直接输出，不分页（分页程序：REPLY_PAGER、PAGER 或 less）。",
    en="Do not page what is longer than the screen (by REPLY_PAGER, PAGER or less).",
)
HELP_BOM = say(
    zh="开头加 BOM，便于 Excel 打开 CSV。",
    en="Begin with a byte order mark, so that Excel opens CSV as UTF-8.",
)
HELP_QUERY = say(
    zh="要找的词；几个词之间用空格，须同时出现。", en="What to look up; of several words all must occur."
)
HELP_EXACT = say(zh="只按原文精确匹配，不作猜测。", en="Only the words as typed; guess nothing.")
HELP_LIMIT = say(zh="最多显示 N 行。", en="Show at most N rows.")
HELP_SECTION_NAME = say(
    zh="节号（3.1、三（一）、三……）或标题中的词。", en="Number (3.1, 三(一), 三, ...) or words of the title."
)
HELP_FIGURE_NAME = say(
    zh="数字编号、节号，或指标和原句中的词。",
    en="Figure ids, section ids, or words of label and sentence.",
)
HELP_IN_SECTION = say(
    zh="只列出这一节或这一章的；可多次给出。", en="Only of this section or chapter; repeat it for either."
)
HELP_UNIT = say(
    zh="只列出以此为单位的数字，如 元、个、%；可多次给出。",
    en="Only of this unit, such as 元, 个, %; repeat it for either.",
)
HELP_PERIOD = say(
    zh="只列出与这段时间有关的数字，如 2016、2017-01、2012/2016；可多次给出。",
    en="Only of a time that shares a day with this: 2016, 2017-01, 2012/2016; repeat it for either.",
)
HELP_STATUS = say(
    zh="只列出实际（actual）、计划（planned）或标准（standard）的数字；可多次给出。",
    en="Only what is so (actual), is to come (planned), or is a norm or rate (standard); repeatable.",
)
HELP_DOUBTFUL = say(
    zh="只列出性质存疑、须看原句的数字；--sure 只列出其余的（-c doubt 可显示）。",
    en="Only figures whose status is in doubt (-c doubt): read their sentences; --sure: the others.",
)
DOUBTFUL_AMONG = say(
    zh="其中 {count} 个的性质存疑：--doubtful 只列出这些，--sure 只列出其余的。",
    en="The status of {count} of these is in doubt: --doubtful lists only them, --sure only the others.",
)
HELP_MIN = say(
    zh="只列出可确定不少于 N 的数字；N 可写作 1万、3.13亿。",
    en="Only what the words put at N or more; N may be 1万 or 3.13亿.",
)
HELP_MAX = say(zh="只列出可确定不多于 N 的数字。", en="Only what the words put at N or less.")
HELP_SORT = say(
    zh="按这一列排序；前面加 - 则按降序。", en="Sort by this key; with a minus before it, descending."
)
HELP_COLUMNS = say(zh="只显示这些列，用逗号分隔。", en="Only these columns, separated by commas.")
HELP_CITATION_QUERY = say(zh="标题或文号中的词。", en="Words of title or number.")


# Packing

NOT_A_TEXT = say(
    zh="{file}：读不出文字（不是文本，或编码无法判断）；请另存为 UTF-8 文本，或用 --encoding 指明编码。",
    en="{file}: is no text, or in an unknown encoding; save it as UTF-8, or name its encoding by --encoding.",
)
UNKNOWN_ENCODING = say(
    zh="没有“{name}”这种编码，可用：utf-8、gb18030、big5、utf-16。",
    en="There is no encoding “{name}”; use utf-8, gb18030, big5 or utf-16.",
)
OTHER_ENCODING = say(
    zh="{file}：不是 {encoding} 编码，请换一种，或去掉 --encoding。",
    en="{file}: is not in {encoding}; name another encoding, or leave --encoding out.",
)
MOJIBAKE = say(
    zh="{file}：文字是乱码（曾用错误的编码打开并保存）；请重新下载或复制原文。",
    en="{file}: its characters were destroyed by a wrong encoding; fetch or copy the original again.",
)
GLYPH_CODES = say(
    zh="{file}：文字是字形代码而不是字符（PDF 字体没有对照表）；请换一个来源，或在手机上提取文字后核对。",
    en="{file}: has codes of glyphs instead of characters (its font has no table); take another copy of the "
    "letter, or extract the text on a phone and compare it.",
)
IS_PICTURE = say(
    zh="{file}：这是图片；请用手机或微信“提取文字”，与原图核对后存为 .txt。",
    en="{file}: is a picture; extract its text on a phone (微信 or photos), compare it, and save it as .txt.",
)
IS_SPREADSHEET = say(
    zh="{file}：这是表格或演示文稿，不是复函；请给出复函的网页、Word、PDF、OFD 或文本。",
    en="{file}: is a spreadsheet or slides, no letter; give its page, Word, PDF, OFD or text.",
)
IS_ARCHIVE = say(
    zh="{file}：这是压缩包；请解压后给出里面的文件或文件夹。",
    en="{file}: is an archive; unpack it and name the files or the folder.",
)
SAVE_AS_DOCX = say(
    zh="{file}：旧版 Word、WPS、RTF 或 ODT 文件要用 LibreOffice（soffice）转换，这里没有或转换失败；"
    "请在 Word 或 WPS 里另存为 .docx。",
    en="{file}: old Word, WPS, RTF and ODT files need LibreOffice (soffice), which is not here or failed; "
    "open it in Word or WPS and save it as .docx.",
)
NO_PAGE_INSIDE = say(
    zh="{file}：里面没有网页；请在浏览器里重新保存。", en="{file}: holds no page; save it again in a browser."
)
TOO_DEEP = say(
    zh="{file}：元素嵌套过深，没有复函是这样的；请在浏览器或 Word 里打开，复制全文另存为 .txt。",
    en="{file}: is nested deeper than any letter; open it, copy the text out and save it as .txt.",
)
DAMAGED = say(
    zh="{file}：文件不完整或已损坏，请重新下载。", en="{file}: is damaged or not whole; fetch it again."
)
ENCRYPTED = say(
    zh="{file}：文件有密码，请打开后另存为没有密码的文件。",
    en="{file}: is locked by a password; open it and save it without one.",
)
UNPACKS_TOO_LARGE = say(
    zh="{file}：解压后超过 {limit} MB，没有复函是这样的，未读取。",
    en="{file}: unpacks to more than {limit} MB, which no letter does; it was not read.",
)
HAS_DOCTYPE = say(
    zh="{file}：含有文档类型声明（DTD），Word 和 OFD 不会这样写，未读取。",
    en="{file}: has a document type (DTD), which Word and OFD never write; it was not read.",
)
NEEDS_FILES = say(
    zh="{file}：读这种文件需要 {library}；请运行 pip install 'reply-cli[files]'。",
    en="{file}: reading it needs {library}; run pip install 'reply-cli[files]'.",
)
PAGES_ARE_PICTURES = say(
    zh="{file}：第 {pages} 页是图片，没有文字，复函不完整，未打包；"
    "请用手机或微信“提取文字”，核对后存为 .txt。",
    en="{file}: page {pages} is a picture without text, so the letter is not whole and was not packed; "
    "extract its text on a phone, compare it, and save it as .txt.",
)
TOO_MANY_PAGES = say(
    zh="{file}：超过 {limit} 页，不像一封复函。",
    en="{file}: has more than {limit} pages, which no letter has.",
)
TEXT_EMPTY = say(
    zh="{file}：没有文字，请给出公布的复函全文。",
    en="{file}: has no text; give the text of a published reply.",
)
THE_TEXT = say(zh="文本", en="the text")
UNNAMED_FIGURE = say(zh="数量", en="数量")
TEXT_HUGE = say(
    zh="{file}：超过 {limit} MB，不像一封复函，请给出公布的复函全文。",
    en="{file}: has more than {limit} MB, which no letter has; give the text of a published reply.",
)
EXISTS = say(
    zh="{file}：文件已存在，未覆盖；要覆盖请加 --force。",
    en="{file}: exists and was left as it is; add --force to overwrite it.",
)
NO_FOLDER = say(
    zh="{file}：没有文件夹 {folder}，请先建立它。", en="{file}: there is no folder {folder}; make it first."
)
CANNOT_SAVE = say(
    zh="{file}：无法写入（{reason}），请检查文件夹的权限和磁盘。",
    en="{file}: cannot be written ({reason}); check the folder's permissions and the disk.",
)
NOTHING_TO_PACK = say(
    zh="{names}：里面没有可以打包的文件，请给出复函的网页、Word、PDF、OFD 或文本。",
    en="{names}: holds no file that can be packed; name pages, Word, PDF, OFD or texts of replies.",
)
PASSED_OVER = say(zh="{file}：未打包（{reason}）。", en="{file}: was not packed ({reason}).")
IS_HIDDEN = say(zh="隐藏文件", en="it is hidden")
IS_LINK = say(zh="是链接", en="it is a link")
IS_NO_FILE = say(zh="不是普通文件", en="it is no ordinary file")
IS_COMPANION = say(zh="是所存网页的附属文件夹", en="it goes with a saved page")
UNKNOWN_ENDING = say(
    zh="不认识结尾 {ending}；要打包请单独给出", en="the ending {ending} is unknown; to pack it, name it"
)
FOLDER_UNREADABLE = say(zh="无法读取：{reason}", en="it cannot be read: {reason}")
KEEP_NEEDS_FOLDER = say(
    zh="打包多个文件时，--keep 要给出文件夹。", en="With several files, --keep takes a folder; name one."
)
EDITED = say(
    zh="{file}：有人手工改过，而来源或程序已有变化，未覆盖；"
    "要重新打包请加 --force（corrected 里写明的改正会保留）。",
    en="{file}: was edited by hand, and its source or the program has changed since; to pack it again, add "
    "--force, which keeps what stands under corrected.",
)
NOT_KEPT = say(
    zh="{file}：{figures} 的人工改正未能保留（原句变了，或是另一封复函），请核对。",
    en="{file}: the corrections of {figures} were not kept, for their sentences changed or it is another "
    "letter; look at them again.",
)
UNCHANGED = say(
    zh="{file}：来源 {source} 没有变化，保持原样。",
    en="{file}: was left as it is, for {source} has not changed.",
)
LEFT_AS_THEY_ARE = say(
    zh="其中 {count} 个来源没有变化，保持原样；要重新打包，请加 --force。",
    en="{count} of them have not changed and were left as they are; to pack them again, add --force.",
)
WORKER_KILLED = say(
    zh="{file}：处理它的进程被终止（内存不足？），未打包。",
    en="{file}: the process that packed it was killed (out of memory?); it was not packed.",
)
CLUSTER_MISSING = say(
    zh="--cluster 需要 distributed，请先运行 pip install 'reply-cli[cluster]'。",
    en="--cluster needs distributed; install it with pip install 'reply-cli[cluster]'.",
)
CLUSTER_UNREACHABLE = say(
    zh="{address}：连不上集群的调度器（{reason}），请检查地址以及 dask scheduler 是否在运行。",
    en="{address}: no scheduler answers there ({reason}); check the address, and that dask scheduler runs.",
)
CLUSTER_EMPTY = say(
    zh="{address}：集群里没有工作进程，请启动 dask worker；已写成的保留，再运行一次即可接着打包。",
    en="{address}: the cluster has no worker; start dask worker. What is written stays; run this again for "
    "the rest.",
)
CLUSTER_LOST = say(
    zh="{address}：与集群的连接断了；已写成的保留，再运行一次即可接着打包。",
    en="{address}: the cluster is gone; what is written stays, run this again for the rest.",
)
CLUSTER_VERSION = say(
    zh="{worker}：那里的 reply-cli 是 {version}，这里是 {own}，请装成同一版本。",
    en="{worker}: has reply-cli {version} and this is {own}; install the same version there.",
)
CLUSTER_NO_VERSION = say(zh="未安装", en="not at all")
NO_MEMORY = say(
    zh="{file}：内存不足，未打包。", en="{file}: needs more memory than there is; it was not packed."
)
PACK_NEEDS_FOLDER = say(
    zh="有多个文件，请用 -o 指定放结果的文件夹。",
    en="Several files need a folder to go into; name it with -o.",
)
PACKED = say(
    zh="共 {all} 个文件，成功 {packed} 个，失败 {failed} 个。",
    en="Packed {packed} of {all} files; {failed} failed.",
)
COLLECTION_ONTO_ITSELF = say(
    zh="{file}：不能把复函库写进它自己，请换一个名字。",
    en="{file}: cannot be written into itself; name another file.",
)
PACKED_BESIDE = say(zh="由 {source} 打包而成", en="it was packed from {source}")
COLLECTION_APART = say(
    zh="{file}：复函库要单独写出，请不要与其他文件一起给出。",
    en="{file}: is a collection, which is written out by itself; name no other files beside it.",
)
EXPORTED = say(zh="已写出 {count} 封复函。", en="Wrote {count} letters.")
FLAGGED = say(
    zh="{file}：{digits} 是什么数字无法确定，已标出，没有列为数字，请对照原文核实。",
    en="{file}: nobody can tell which numbers {digits} are; they are flagged, see the original.",
)
JOINED = say(
    zh="{file}：按页宽断开的行已接成段落；要照原样打包，请加 --keep-lines。",
    en="{file}: lines that a page broke were joined to paragraphs; to pack them as they are, "
    "add --keep-lines.",
)
JOINED_MANY = say(
    zh="其中 {count} 个文件里按页宽断开的行已接成段落；要照原样打包，请加 --keep-lines。",
    en="In {count} of them lines that a page broke were joined to paragraphs; to pack them as they are, "
    "add --keep-lines.",
)
HELP_PACK = say(
    zh="将已公布的复函转换为可查询的 TOML 文件。",
    en="Turn the text of a published reply into TOML that can be asked.",
)
HELP_PACK_EXAMPLES = say(
    zh="""例：
  reply pack 复函.txt > 复函.toml
  reply pack 复函文件夹 -o 结果文件夹
  reply pack 复函.txt --keep 旧.toml -o 新.toml   保留人工改正""",
    en="""Examples:
  reply pack letter.txt > letter.toml
  reply pack folder-of-texts -o folder-of-toml
  reply pack letter.txt --keep old.toml -o new.toml   keep corrections""",
)
HELP_PACK_FILES = say(
    zh="网页、Word、PDF、OFD 或文本，- 表示标准输入，也可以是文件夹。",
    en="Pages, Word, PDF, OFD or texts, - for standard input, or folders of them.",
)
HELP_OUT = say(
    zh="写到这个文件或文件夹（以 / 结尾的是文件夹）。",
    en="Write to this file or folder; with / at its end, a new folder.",
)
HELP_KEEP = say(
    zh="保留这个 TOML（或文件夹里的 TOML）中人工改正过的内容。",
    en="Keep what a person corrected in this TOML, or in those of this folder.",
)
HELP_ENCODING = say(
    zh="文本或网页的编码，如 gb18030、big5；不写则自动判断。",
    en="Encoding of texts and pages, such as gb18030, big5; found out if not named.",
)
HELP_PACK_FORMAT = say(
    zh="toml（默认），或 jsonl：每行一封复函。", en="toml (default), or jsonl: a letter a line."
)
HELP_KEEP_LINES = say(
    zh="不把按页宽断开的行接成段落。", en="Do not join lines that a page broke to paragraphs."
)
HELP_FORCE = say(zh="覆盖已有的文件。", en="Overwrite files that exist.")
HELP_CLUSTER = say(
    zh="在 Dask 集群上打包，如 tcp://HOST:8786。", en="Pack on a Dask cluster, such as tcp://HOST:8786."
)


# Several letters

NO_LETTERS = say(
    zh="{folder}：里面没有复函（.toml），请先用 reply pack 生成。",
    en="{folder}: holds no letter (.toml); pack some into it.",
)
NO_SUCH_LETTERS = say(zh="没有符合 --issuer 和 --dated 的复函。", en="No letter passes --issuer and --dated.")
FOLDER_FORBIDDEN = say(
    zh="{file}：这个文件夹读不了（{reason}），其中的复函未查。",
    en="{file}: cannot be read ({reason}), so the letters in it were not asked.",
)
DB_LOCKED = say(
    zh="{file}：另一个程序正在写这个复函库，请稍后再试。",
    en="{file}: another program is writing this collection; try again when it is done.",
)
DB_READONLY = say(
    zh="{file}：复函库只读，无法写入，请修改文件和文件夹的权限。",
    en="{file}: this collection may not be written; change the permissions of the file and its folder.",
)
DB_CANNOT_OPEN = say(
    zh="{file}：打不开这个复函库，请检查路径和权限。",
    en="{file}: this collection cannot be opened; check the path and the permissions.",
)
DB_FULL = say(
    zh="{file}：读写复函库时出错（{reason}），请检查磁盘；原有内容未变。",
    en="{file}: reading or writing this collection failed ({reason}); check the disk. "
    "What it held is unchanged.",
)
DB_DAMAGED = say(
    zh="{file}：复函库已损坏（{reason}），请用 reply pack 重新生成。",
    en="{file}: this collection is damaged ({reason}); pack the letters again.",
)
DB_FOREIGN = say(
    zh="{file}：这不是 reply 的复函库，请给出 reply pack 生成的 .db 文件。",
    en="{file}: is no collection of letters; name a .db file that reply pack made.",
)
DB_VERSION = say(
    zh="{file}：复函库的格式是第 {version} 版，这个程序只读第 {known} 版，请用 reply pack 重新生成。",
    en="{file}: has format {version} of a collection, and this program reads format {known}; "
    "pack the letters again.",
)
HELP_FROM = say(
    zh="指定要查询的复函：TOML 文件、所在文件夹或复函库（.db）；可多次给出，也可用环境变量 REPLY_FROM。",
    en="Ask this letter (a TOML file), or those of this folder or collection (.db); may be repeated. "
    "Also REPLY_FROM.",
)

# Checking

NOTHING_TO_CHECK = say(zh="没有发现需要核实的数字。", en="Nothing needs a second look.")
RATE_DIFFERS = say(
    zh="{part} 占 {whole} 的 {counted}%，与 {said} 不符。", en="{part} of {whole} are {counted}%, not {said}."
)
SUM_DIFFERS = say(zh="{parts} = {sum}，与总数 {total} 不符。", en="{parts} = {sum}, not {total}.")
HEAD_MISSING = say(zh="复函中没有读到{keys}。", en="The letter has none that could be read: {keys}.")
SHARE_TOO_LARGE = say(zh="这个比率不会超过 100%。", en="This share cannot be more than 100%.")
COUNT_NOT_WHOLE = say(
    zh="以“{unit}”计的数不会有小数，可能漏了“万”。",
    en="A count of {unit} has no decimals; 万 may be missing.",
)
NO_YEAR = say(zh="没有这样的年份。", en="There is no such year.")
LABEL_SHORT = say(
    zh="标签“{label}”没有说清统计的是什么，请补写。", en="The label “{label}” says too little; complete it."
)
DIGITS_DAMAGED = say(
    zh="这里是什么数字无法确定，请对照原文。", en="Nobody can tell which number this is; see the original."
)
HELP_CHECK = say(
    zh="检查复函，列出需要核实的数字。", en="Check letters, and list the numbers that need a second look."
)
HELP_CHECK_EXAMPLES = say(
    zh="""例：
  reply check 复函文件夹

退出状态：0 没有问题；1 有需要核实的；2 文件有误。""",
    en="""Examples:
  reply check folder-of-toml

Exit status: 0 nothing to look at; 1 something; 2 a file is broken.""",
)
HELP_CHECK_PATHS = say(
    zh="TOML 文件或文件夹；不写则检查自带的复函。",
    en="TOML files or folders; without any, the letter that comes with it.",
)
