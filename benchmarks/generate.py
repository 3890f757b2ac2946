"""Letters made by program: as long as real ones, no two alike, with words of every frequency."""

# ruff: noqa: E501, S311 - sentences are not broken over lines, and nothing here is secret

import random
from collections.abc import Iterator
from pathlib import Path

COUNTIES = [
    "云溪",
    "青山",
    "石桥",
    "白鹭",
    "临江",
    "长岭",
    "柳河",
    "东湖",
    "南坪",
    "北塘",
    "金沙",
    "银滩",
    "玉泉",
    "梅林",
    "竹园",
    "松坡",
]
BUREAUS = [
    "民政局",
    "教育局",
    "卫生健康局",
    "农业农村局",
    "住房和城乡建设局",
    "交通运输局",
    "财政局",
    "水利局",
]
TOPICS = [
    "养老服务",
    "社区治理",
    "村级道路",
    "学前教育",
    "农田水利",
    "垃圾分类",
    "残疾人康复",
    "社会救助",
    "志愿者队伍",
    "河道整治",
    "基层卫生院",
    "文化广场",
    "老旧小区改造",
    "困境儿童保护",
    "职业培训",
    "饮水安全",
    "公共厕所",
    "特色农业",
    "防汛抢险",
    "旅游公路",
]
RARE = ["石斛种植", "古驿道", "龙舟制作", "剪纸传承", "候鸟监测", "盐碱地改良", "水车修复", "温泉疗养"]
VERBS = ["安排", "投入", "下达", "拨付", "筹集", "落实"]
MADE = ["建成", "新建", "改造", "修缮", "配备", "购置"]
THINGS = ["服务站", "活动中心", "示范点", "泵站", "教室", "停车位", "路灯", "宣传栏", "卫生室", "健身器材"]
UNITS = ["个", "所", "处", "套", "台", "座"]
AIMS = [
    "进一步完善相关制度",
    "切实提高服务水平",
    "不断健全长效机制",
    "努力解决群众急难愁盼",
    "有效改善人居环境",
    "加快补齐短板弱项",
    "积极引导社会力量参与",
    "着力推动资源整合",
]
_HANZI = "丰华春晓明亮海山川云峰林泉清和平安康宁福禄寿喜昌盛兴旺达通顺利祥瑞光辉荣耀"


def letter(number: int) -> str:
    """Return one letter, always the same for a number."""
    dice = random.Random(number)
    pick = dice.choice
    county, bureau, year = pick(COUNTIES), pick(BUREAUS), dice.randint(2015, 2023)
    topics = dice.sample(TOPICS, 4)
    lines = [
        f"{county[0]}{bureau[0]}函〔{year}〕{number}号",
        f"关于政协第{number % 400 + 1}号提案的答复",
        f"{pick('王李张刘陈杨赵黄周吴')}{pick(_HANZI)}{pick(_HANZI)}委员:",
        f"您提出的《关于加强{topics[0]}工作的建议》收悉,现答复如下:",
    ]
    for place, topic in enumerate(topics, 1):
        lines.append(f"{'一二三四'[place - 1]}、关于{topic}")
        lines += [_paragraph(dice, county, topic, year) for _ in range(dice.randint(2, 4))]
    if number % 500 == 0:
        lines.append(
            f"{year}年扶持{pick(RARE)}资金{dice.randint(10, 90)}万元,带动{dice.randint(2, 40)}户增收。"
        )
    if number % 2 == 0:
        lines.append(f"下一步,我局将会同有关部门推进社区养老,方便{pick(_HANZI)}{pick(_HANZI)}村群众。")
    lines += ["专此答复。", f"{county}县{bureau}", f"{year}年{dice.randint(1, 12)}月{dice.randint(1, 28)}日"]
    return "\n".join(lines) + "\n"


def _paragraph(dice: random.Random, county: str, topic: str, year: int) -> str:
    pick, some = dice.choice, dice.randint
    then = year - some(0, 3)
    village = pick(_HANZI) + pick(_HANZI)
    return (
        f"{pick(AIMS)}。{then}年{county}县{pick(VERBS)}{topic}资金{some(10, 9000)}万元,其中{village}镇{some(2, 9)}万元;"
        f"{pick(MADE)}{topic}{pick(THINGS)}{some(2, 300)}{pick(UNITS)},覆盖率达到{some(40, 99)}.{some(1, 9)}%,"
        f"惠及群众{some(100, 90000)}人。按照《关于做好{topic}工作的通知》(民发〔{then}〕{some(1, 99)}号)要求,"
        f"{village}村{pick(AIMS)},{pick(AIMS)}。"
    )


def write(folder: Path, count: int) -> None:
    """Write so many letters, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(letters(count)):
        (folder / f"{number:06}.txt").write_text(text, "utf-8")


def letters(count: int) -> Iterator[str]:
    """Yield so many letters."""
    return map(letter, range(count))
