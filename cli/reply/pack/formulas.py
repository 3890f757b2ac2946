"""What stands around the words of a letter: the page, the head, the foot, the names of bodies. Data, in half width."""

# ruff: noqa: E501 - lists of words, read across

RESIDUE = (
    "扫描关注", "扫一扫", "打印", "关闭", "分享到", "上一篇", "下一篇", "上一条", "下一条", "ICP", "公网安备", "版权所有", "主办单位",
    "网站标识码", "浏览量", "浏览次数", "浏览:", "当前位置", "首页", "字体", "字号:", "索引号", "索 引 号", "信息分类", "主题分类",
    "发文日期", "发布日期", "发布时间", "发布机构", "来源", "返回顶部", "无障碍", "二维码", "点击数", "点击率", "访问量", "责任编辑", "本站",
)  # fmt: skip
"""Words of a line that is the web page's."""
AFTER_LETTER = (
    "扫描关注", "扫一扫", "打印", "关闭", "分享", "上一篇", "下一篇", "上一条", "下一条", "ICP", "公网安备", "版权所有", "网站标识码", "返回",
    "二维码", "责任编辑", "相关报道", "相关链接", "相关文档", "相关信息", "相关阅读", "相关文章", "相关附件", "相关解读", "延伸阅读", "推荐阅读",
    "网站地图", "联系我们", "技术支持", "主办:", "主办单位", "<!--", "下载",
)  # fmt: skip
"""Words of the first line of the page after a letter."""
CLOSING = (
    "专此答复", "特此函复", "特此函告", "特此答复", "专此函复", "此复", "专此答覆", "特此函覆", "特此答覆", "此覆", "此致", "敬礼", "以上答复", "感谢您", "诚挚感谢", "衷心感谢",
    "再次感谢", "再次衷心感谢", "非常感谢", "十分感谢", "最后,感谢", "最后,再次感谢", "最后,希望您", "感谢你", "感谢贵", "感谢各位", "感谢代表", "感谢委员", "感谢对", "以上意见",
    "如有不满意", "恳请", "祝您",
)  # fmt: skip
"""What the last paragraphs of a letter begin with."""
OUTLOOK = ("下一步", "下一阶段", "今后", "接下来", "下阶段", "下步")
"""What the paragraph on what comes next begins with."""
CONTACT = (
    "联系人", "联系电话", "联系单位", "联系方式", "联系地址", "联系科室", "承办人", "承办单位", "经办人", "电话", "邮编", "邮政编码",
)  # fmt: skip
"""What the lines on whom to ask begin with."""
COPIES = ("抄送", "抄报", "抄:", "送:")
ATTACHMENTS = ("附件", "附:")
NOTES = (
    "此件", "注:", "公开属性", "公开方式", "公开类别", "信息公开", "主动公开", "同意公开", "是否同意公开", "是否完成对外公开", "主题词", "校对",
    "签发", "办复类别", "办理类别", "答复类别", "办理结果", "办理类型", "类别", "类 别", "共印", "领导",
)  # fmt: skip
"""What the other lines around a letter begin with: who signed it, whether it may be published."""
BODIES = (
    "局", "厅", "部", "委", "政府", "办公室", "中心", "支队", "大队", "总队", "馆", "院", "署", "处", "科", "站", "会", "公司",
    "集团", "学校",
)  # fmt: skip
"""What the name of a body that writes letters ends with."""
HOSTS = ("人民政府", "政府办公室", "人大常委会", "政协", "网")
"""What the name of a body ends with whose page shows the letters of others."""
GRADED = (
    r"类\s*别(?:标记)?", "办[复理]类别", "答复类别", "办理结果", "办理类型", "办复结果", "办结类型", "(?<!主题)(?<!体裁)(?<!信息)分类", "解决程度",
)  # fmt: skip
"""Patterns of what stands before the grade."""
NUMBERED = (r"文\s*号", r"发\s*文\s*字\s*号", "发文号", "文件编号")
"""Patterns of what stands before the number of the letter in the data of a page."""
PEOPLE = (
    "委员", "代表", "支部", "总支", "委员会", "工商联", "界别", "小组", "联络委", "党组", "市委", "区委", "县委", "省委", "工委", "代表团",
    "促进会", "商会", "联合会", "总工会", "妇联", "团委", "学社", "农工党", "致公党", "支社", "基层委",
)  # fmt: skip
"""What the name of those ends with whom letters answer."""
ISSUED = ("印发", "下发", "出台", "制定", "发布", "颁布", "颁发", "公布", "转发", "制发")
"""Verbs between those who issued a document and its title: 县民政局印发了《…》."""
ISSUERS = (
    "国务院", "中共中央", "党中央", "办公厅", "办公室", "[府委]办", "政府", "党委", "[省市县区州盟]委", "委员会",
    "(?:财政|民政|教育|农业|农村|建设|运输|水利|卫生|保障|公安|司法|商务|文化|旅游|环境|保护|资源|信息化|科技|技术|组织|宣传|统战|管理)部",
    "局", "厅", "署", "联合会", "残联", "妇联", "团委", "总工会", "工商联", "法院", "检察院", "常委会", "政协", "发改委", "卫健委", "国资委",
)  # fmt: skip
"""Patterns of the last word of a body that issues documents."""
NOT_OF_ISSUER = (
    "按照", "根据", "依据", "依照", "遵照", "参照", "贯彻", "落实", "执行", "结合", "遵循", "对照", "严格", "认真", "积极", "年[初底末度来]", "(?<=[0-9])[年月日]",
    "[去今当同]年", "以来", "期间", "近期", "近日", "目前", "此前", "同时", "其中", "分别", "随着", "配合", "新的", "争取", "推动", "协调", "报请", "提请", "督促", "指导",
    "通过", "促成", "[并由经从自对按在如](?=[省市县区州国中党我])",
)  # fmt: skip
"""Patterns of what stands before the name of a body without being part of it."""
