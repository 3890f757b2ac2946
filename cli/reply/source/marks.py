"""The words by which a letter is known on a page, whatever site it is from."""

import re

OPENS = re.compile(
    r"收悉|[答函回][复覆復]如下|[答函回][复覆復]于[后後下]|(?:作|做)?出?如下[答函回][复覆復]|意[见見]如下|汇报如下|說明如下|说明如下"
)
"""What the first sentence of a reply says."""
DATE = re.compile(
    r"(?:.{2,40}[局厅廳委府会會办辦院处處社部行司队隊中心署室])?\s*"
    r"(?:(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二○〇零OＯ0一九八七六五四三]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
"""A line of its own: the date, with or without who signed."""
THANKS = re.compile(r"^(?:再次|衷心|最后|非常|诚挚)?.{0,3}感[谢謝]|^(?:专|專|特)此|^此致|^敬礼")
"""What a letter ends with, where it has no date."""
TITLE = re.compile(
    r"(?:答\s*[复覆復](?:\s*的?\s*函|\s*意[见見])?|[复覆復]\s*函|回\s*[复覆復]|的\s*函|[会會协協]办意见|办理意见)$"
)
TITLE_LONGEST = 120
NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,14}\s*[〔\[［﹝【(（]\s*(?:19|20)\d\d\s*[〕\]］﹞】)）]\s*第?\s*\d{1,5}\s*号"
)
NUMBER_LABELS = frozenset(
    ("文号", "发文字号", "发文号", "文件编号", "发文文号", "文件号", "公文文号", "发布文号", "字号", "文號")
)
"""What stands before a document number in the table that describes the page."""
METADATA_LABELS = frozenset((
    "索引号", "索取号", "分类", "主题分类", "信息分类", "组配分类", "体裁分类", "发布机构", "发文机关",
    "发文单位", "信息来源", "来源", "成文日期", "发文日期", "生成日期", "发布日期", "发布时间", "公开日期",
    "名称", "标题", "信息名称", "主题词", "关键词", "有效性", "公开方式", "公开形式", "公开范围", "公开时限",
    "公开责任部门", "信息格式", "语种", "统一登记号", "失效日期", "废止日期", "时效性",
))  # fmt: skip
"""The other labels of that table."""
AFTER = re.compile(
    r"联系|聯繫|附件|附表|附[:：]|抄送|抄报|承办|经办|(?:[(（]?(?:此件|信息)?公开)|电话|邮编|注[:：]|\[\d+\]|[—-]{2}"
)
"""What the lines after the date begin with."""
LIST_MARK = re.compile(
    r"[(（]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[①-⑳])\s*[、.．)）]|[①-⑳]|第[一二三四五六七八九十]"
)
"""A number that an item of a list has in its own words."""
EAST_ASIAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"


def footnote(mark: str, before: str) -> str:
    """Return raised text as it may stand in a line: `[1]`, but m² where it is a power.

    `before` is what the line ends with so far.
    """
    bare = mark.strip().strip("[]［］()（）〔〕")
    if bare in ("2", "3") and re.search(r"(?:^|[^A-Za-z])(?:[kcmdh]?m|公里|米)$", before):
        return "²" if bare == "2" else "³"
    return f"[{bare}]" if re.fullmatch(r"\d{1,3}|\*{1,3}|[①-⑳]|注\d{0,2}", bare) else mark
