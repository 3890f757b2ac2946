"""Words by which an amount is told to be a rate, what is given each time, and by which it is told to be none."""

# ruff: noqa: E501 - lists of words, read across

GIVEN = (
    "补助", "补贴", "奖励", "奖补", "资助", "津贴", "补偿", "收费", "收取", "处理费", "水价", "电价", "气价", "票价", "价格", "套餐", "奖金", "救助", "缴费", "缴纳", "租金", "费用", "保费", "优惠", "摊位费",
)  # fmt: skip
"""What is a rate where the amount is of each one."""
PAID = ("工资", "报酬", "薪酬")
"""What is a rate only where 每 says so: 日均工资80元 is a fact."""
DONE_WITH = (
    "共", "累计", "已发", "发放了", "拨付", "兑付", "兑现", "支出", "争取到", "达到标准", "符合(?!条件)", "尚差", "还差", "相差",
)  # fmt: skip
"""What makes a norm no norm: 共发放补贴, 达到标准."""
DONE = (
    "累计", "共发", "共投", "共补", "共给", "共兑", "共收", "共支", "已", "发放了", "拨付", "支出", "兑付", "兑现", "落实", "争取", "筹", "投入", "安排", "投资(?!的)", "下达", "到位", "年收入", "平均", "亏损", "成本",
)  # fmt: skip
"""What makes an amount one that was paid, though something is given each time."""
