"""The words of times. A row is all it takes to add one; what begins a time is computed from the rows."""

from typing import Literal

Origin = Literal["letter", "sentence", "either"]
"""The year it counts from: the letter's, that of the time before in the sentence, or this if there is one."""
Effect = Literal["since", "before", "same", "between", "none"]
"""What a word after a time makes of it; `none`: it begins another word and leaves the time alone."""
Shift = tuple[int, Origin]

YEARS: dict[str, Shift] = {
    "今年": (0, "letter"),
    "本年": (0, "letter"),
    "去年": (-1, "letter"),
    "前年": (-2, "letter"),
    "明年": (1, "letter"),
    "后年": (2, "letter"),
    "上年": (-1, "either"),
    "上一年": (-1, "either"),
    "前一年": (-1, "either"),
    "来年": (1, "either"),
    "全年": (0, "either"),
    "当年": (0, "sentence"),
    "同年": (0, "sentence"),
    "次年": (1, "sentence"),
    "翌年": (1, "sentence"),
}
PLANNED_YEARS = ("全年",)
"""Of these only where something is expected in them: 力争全年新增5所."""
MONTHS: dict[str, Shift] = {
    "本月": (0, "letter"),
    "上月": (-1, "letter"),
    "上个月": (-1, "letter"),
    "下月": (1, "letter"),
    "下个月": (1, "letter"),
    "当月": (0, "sentence"),
    "次月": (1, "sentence"),
}
QUARTERS: dict[str, int] = {
    "本季度": 0,
    "上季度": -1,
    "上个季度": -1,
    "上一季度": -1,
    "下季度": 1,
    "下个季度": 1,
    "下一季度": 1,
}
"""Quarters from the letter's."""

SCHOOL_YEARS = ("学年", "采暖季", "供暖季", "供热季", "榨季")
"""Years that begin in one and end in the next."""
PARTS_OF_YEAR: dict[str, tuple[int, int] | None] = {
    "上半年": (1, 6),
    "前半年": (1, 6),
    "下半年": (7, 12),
    "后半年": (7, 12),
    "首季度": (1, 3),
    "年底": (12, 12),
    "年末": (12, 12),
    "年初": None,
    "年内": None,
}
"""First and last month; none where the words are vague: of 年初 only the year is certain."""
ENDS_OF_YEAR: dict[str, tuple[int, int] | None] = {"底": (12, 12), "末": (12, 12), "初": None}
"""The same right after a year: 2017年底."""
PARTS_OF_MONTH: dict[str, tuple[int, int]] = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
ENDS_OF_MONTH = ("底", "末", "初")
NOT_BEFORE = ("每", "多", "几")
"""What makes a month, a quarter or a year one of many: 每一季度, 几年内."""
FIRST = ("前", "头")
"""Words before a number of months or quarters that begin a year: 前5个月."""
NOT_A_DATE_AFTER = ("龄",)
"""What follows a month that is an age: 6月龄."""

FIVE_YEAR_PLANS = {
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}
"""Their first years."""
AFTER_PLANS: dict[str, Literal["all", "since", "last", "first"]] = {
    "期间": "all",
    "时期": "all",
    "以来": "since",
    "末": "last",
    "期末": "last",
    "初": "first",
}
"""What tells that a plan without quotation marks is one, and what it makes of it."""
CENTURIES = {"上世纪": 1900, "20世纪": 1900, "二十世纪": 1900, "本世纪": 2000, "21世纪": 2000}
PARTS_OF_DECADE = ("初期", "前期", "中期", "后期", "末期", "初", "中", "末")

TO = ("起至", "起到", "开始至", "至", "到", "--", "-", "~")
AND = ("、", "和", "及", "以及", "与")

MODIFIERS: dict[str, Effect] = {
    "起": "since",
    "开始": "since",
    "以后": "since",
    "之后": "since",
    "后": "since",
    "及以后": "since",
    "及之后": "since",
    "至今": "since",
    "来已": "since",
    "来共": "since",
    "来累计": "since",
    "来先后": "since",
    "来,": "since",
    "到现在": "since",
    "以前": "before",
    "之前": "before",
    "前": "before",
    "及以前": "before",
    "及之前": "before",
    "之间": "between",
    "左右": "same",
    "前后": "same",
    "止": "same",
    "起草": "none",
    "起步": "none",
    "起来": "none",
    "前往": "none",
    "前期": "none",
    "前列": "none",
    "后续": "none",
    "后期": "none",
}
SINCE_BEFORE = ("自", "自从")
"""Words before a time that say since."""
NOT_SINCE_BEFORE = ("来自",)
NOT_SINCE = ("长期", "一直", "历史")
"""Words whose 以来 belongs to them: 2018年针对长期以来的难题."""
UNTIL = ("截至", "截止", "截止到")

PAST = ("近", "最近", "过去")
"""Words before years or months that reach up to the letter."""
FUTURE = ("未来", "今后")
AFTER_DURATION = ("来", "间", "内", "前")
DURATIONS_BEFORE = ("历时", "用时", "耗时", "持续", "长达")
"""Words after which 近3年 says how long something took."""
DURATIONS_AFTER = ("时间", "的", ",", "。", ";", ")")
"""What follows 近3年 where it says how long, unless a clause begins with it."""

NO_TIME = (
    "目前",
    "现有",
    "现已",
    "近年来",
    "近年",
    "近期",
    "近几年",
    "现在",
    "如今",
    "当前",
    "现阶段",
    "多年来",
    "历年来",
)
"""Adverbials that end the reach of an earlier period, and state none."""
NOT_TIMES = (
    "以上年",
    "上年纪",
    "上年龄",
    "说明年",
    "应当年",
    "同年龄",
    "同年级",
    "今后年",
    "以后年",
    "之后年",
    "以前年",
    "批次年",
    "学前三年",
    "十月革命",
    "一月一次",
    "一月一报",
)
"""Words in which a time seems to stand, from their first or second character on."""
AGAIN = ("每年", "每年的", "历年", "每月", "每月的")
"""What comes again and again has no period."""
DAYS_OF_WEEK = ("每周", "周", "星期", "每天", "每日", "上午", "下午")
"""What the hours of a clock follow."""
POINTS = ("意见", "建议", "要求")
"""What 3至5点 counts, rather than hours."""
EVENTS = ("暴雨", "洪灾", "洪水", "地震", "泥石流", "特大")
"""What a day is a name of: 7.21暴雨."""

SHORT_YEAR_BEFORE = ("于", "在", "截至", "自")
SHORT_YEAR_AFTER = (",", "建成", "投入", "完成", "新建", "改造", "新增", "实施", "安排", "下达", "争取")
"""Words before which 16年 at the beginning of a clause is a year; 10年 may be how long it took."""

COMPARED_BEFORE = ("比", "较", "高于", "低于", "超过")
WITH = ("与", "同", "和")
COMPARED_WITH = ("相比", "同期")
"""What follows a time that something is compared with: 与2016年同期."""
COMPARED_AFTER = ("基础上", "的基础上")
REACHING = ("恢复到", "相当于", "达到", "为", "是")
"""Words after which a time with a share is what something is compared with: 恢复到2019年同期的92.4%."""
CITING = ("根据", "依据", "按")
CITED = ("会议", "文件", "精神", "通知", "纪要", "批复", "规划", "意见")
"""What is cited by its date: 根据2017年8月4日县政府专题会议精神."""
VISITS = ("踏勘", "勘察", "现场", "调研", "座谈", "走访", "查看")
"""What is done on a day that dates nothing of the clauses after it."""
NOT_YET = {
    "现": "now",
    "正在": "now",
    "尚有": "now",
    "仍缺": "now",
    "尚缺": "now",
    "尚差": "now",
    "仍有": "now",
    "还有": "now",
    "拟": "planned",
    "计划": "planned",
    "力争": "planned",
    "还将": "planned",
    "将继续": "planned",
    "将再": "planned",
    "将新建": "planned",
    "将投入": "planned",
    "建成后": "planned",
    "改造后": "planned",
    "完工后": "planned",
    "投用后": "planned",
    "投入使用后": "planned",
    "现场": None,
    "现代": None,
    "现金": None,
    "现状": None,
    "现行": None,
    "拟定": None,
    "拟订": None,
    "模拟": None,
    "虚拟": None,
    "计划投资": None,
    "计划总投资": None,
    "计划里程": None,
}  # fmt: skip
"""Words that say how it is when the letter is written, which no earlier clause dates, or how it is to be,
which no past time dates; None: it begins another word."""
OPENING = ("现", "计划")
"""Those of them that do only at the beginning of a clause."""
WHO = ("我局", "我县", "我市", "我区", "我省", "还")
"""What may stand before them there."""
PAID = ("拨", "到账", "下达", "兑付", "发放")
"""What follows a time at which the money before it was paid: 620万元已于7月份拨付."""
NAMED_IN = ("列入", "纳入")
"""What a time after it names, and no figure is of: 已列入县“十二五”规划."""
IN_FORCE = ("执行", "施行", "实施")
"""What follows a time from which the amount before it holds: 提高到750元,从8月1日起执行."""
ACTORS = (
    "局", "厅", "委", "府", "办", "部门", "单位", "公司", "我院", "县", "市", "我区",
    "全区", "省", "州", "镇", "乡", "我们",
)  # fmt: skip
"""How the words before a time end that say who did something then: 县财政局于2018年."""
LEADING = (
    "于", "在", "据", "根据", "自", "从", "已", "就", "也", "又", "还", "将", "拟", "计划", "争取", "力争",
    "预计", "确保", "到", "至", "共", "其中", "同时", "并", "截至", "截止",
)  # fmt: skip
"""What may stand between these and the time, or begins a clause."""
FOUNDED = ("建于", "成立于")
"""Before a time and 的 what names a thing by it, and dates no figure: 建于上世纪七十年代的粮仓占四成."""
AT = "于"
"""What stands between the two where the time ends its clause: 该校建于2003年."""
ACTS = ("建成", "修建", "重建", "竣工", "完工", "通车")
"""What ends a clause that says when something happened, whatever it counts: 该路2004年由5个村修建."""
EXPECTED = ("拟", "将", "计划", "预计", "争取", "力争", "确保", "定于")
"""Words after which a month that is later than the letter's is of its year, and not of the year before."""
FORESEEN = (*EXPECTED, "要求", "须")
"""What stands between a figure and the time that dates it: 其余5个力争11月底前建成."""
SHARED_OUT = ("分别", "依次")
"""Words by which the items of a list have each their own: 2018年、2019年分别."""
TOTALS = ("共", "合计", "累计", "总")
"""Words of what all items of a list have together."""
ADVERBIALS = ("通过", "经过", "按照", "根据", "结合", "依托", "随着")
"""What may follow a time and its comma before the clause begins that it stands in."""
PERIODS_OF = ("期间", "时期", "期内", "学期")
CHANGES = (
    "提高", "增加", "增长", "扩大", "降低", "减少", "压缩", "缩短", "调整",
    "升", "降", "增", "减", "放宽", "调",
)  # fmt: skip
FORMERLY = ("原来", "原先", "原", "过去", "最初")
"""What may stand between 由 and what something was."""
CHANGED_TO = ("到", "至", "为")
