"""What figures measure: labels that a program takes from the words of the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_labels import shares

from conftest import in_proportion
from reply.pack import pack
from reply.telling import says_little


def labels(text: str) -> list[str]:
    return [figure.label for figure in pack(text).figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the words before the number, the noun after it, without times and what only connects
        ("2016年,全县共建成敬老院12所。", ["全县建成敬老院"]),
        ("覆盖9个乡镇。", ["覆盖乡镇"]),
        ("其中在园幼儿3万人。", ["在园幼儿"]),
        ("同时按照标准建成中心5个。", ["标准建成中心"]),
        ("各级财政投入5亿元。", ["各级财政投入"]),
        ("养老服务补贴每人每月发放不低于200元。", ["养老服务补贴"]),
        ("5G基站达到300座。", ["5G基站"]),
        ("查处违法行为20起。", ["查处违法行为"]),
        ("现有效库容88万立方米。", ["有效库容"]),
        ("惠及23个行政村。", ["惠及行政村"]),
        ("每户节约300元。", ["节约"]),
        ("补助标准由180元提高到210元。", ["补助标准(调整前)", "补助标准(调整后)"]),
        ("一是购置车辆36辆。", ["购置车辆"]),
        # what the money is for
        ("安排9666万元支持党建工作。", ["安排支持党建工作"]),
        ("给予困难老人50元生活补贴。", ["困难老人生活补贴"]),
        # who does what, where nothing stands before
        ("214个居民小区开展垃圾分类。", ["居民小区开展垃圾分类"]),
        ("招募10名能长期服务的志愿者。", ["招募能长期服务的志愿者"]),
        # a condition is no number to leave out
        ("60岁以上老年人20万人。", ["老年人：年龄", "60岁以上老年人"]),
        ("500亩以上的基地9个。", ["基地：条件", "500亩以上的基地"]),
        ("面积不低于60平方米的有186个。", ["面积：条件", "面积不低于60平方米"]),
        # what changed is the same before and after; by how much is said
        ("水价由2元提高到3元,提高1元。", ["水价(调整前)", "水价(调整后)", "水价：提高"]),
        # what says little says it of what stands before
        ("抽检食品1560批次,合格率99%,同比提高2个百分点。", ["抽检食品", "抽检食品：合格率", "抽检食品：合格率：同比提高"]),
        ("聘用护林员36名,人均管护面积80亩,月工资900元。", ["聘用护林员", "人均管护面积", "聘用护林员：月工资"]),
        ("一是基本药物补助,每村每年2万元。", ["基本药物补助"]),
        ("按照有关规定,每村每年2万元。", ["数量"]),
        ("老年人21万人,占总人口的19%。", ["老年人", "老年人：占总人口"]),
        ("黑石沟水库属小型水库,坝高41米,坝长168米。", ["黑石沟水库：坝高", "黑石沟水库：坝长"]),
        ("东苑小学主体已经完工,占地32亩,设教学班24个。", ["东苑小学：占地", "东苑小学：设教学班"]),
        # who acts is not what is measured
        ("县水务局已多次协调,占地32亩。", ["占地"]),
        # totals and parts: in brackets, after 其中, by place
        ("区属学校82所(小学52所,中学14所),教师900人。",
         ["区属学校", "区属学校：小学", "区属学校：中学", "教师"]),
        ("其余民办学校3所(小学1所、高中2所)。", ["其余民办学校", "其余民办学校：小学", "其余民办学校：高中"]),
        ("老人10997人,其中60-79岁9441人,80岁以上1556人。",
         ["老人", "老人：年龄", "老人：60-79岁", "老人：年龄", "老人：80岁以上"]),
        ("完成渠道3.79千米,其中东村0.94千米。", ["完成渠道", "渠道：东村"]),
        ("护林员842人,其中生态护林员610人。", ["护林员", "生态护林员"]),
        ("改造楼房236幢,住户6315户。其中:东街7幢,126户;西街8幢,154户。",
         ["改造楼房", "住户", "楼房：东街", "东街：住户", "楼房：西街", "西街：住户"]),
        # each item of a list for itself, with what was done; what follows the list is of all in it
        ("建成服务站5个、食堂3个,总投资80万元。", ["建成服务站", "建成食堂", "服务站、食堂：总投资"]),
        ("开放停车场36家、泊位150个。", ["开放停车场", "泊位"]),
        ("县道补助70元、乡道补助35元,增加8元。", ["县道补助", "乡道补助", "增加"]),
        ("选择3个部门和5个市试点。", ["选择部门", "选择市试点"]),
        ("工程包括东园、西园、南园等3个小区。", ["工程包括小区"]),
        # alternatives
        ("室内人均不低于0.1平方米或室外人均不低于0.3平方米。", ["室内人均", "室外人均"]),
        # numbers that are shared out, or stand before one 的
        ("受理426台,开工318台,分别增长41%、37%。", ["受理", "开工", "受理：增长", "开工：增长"]),
        ("小学、初中近视率分别为35%和71%。", ["小学：近视率", "初中近视率"]),
        ("对东、西部分别补助40%、60%。", ["东部：补助", "西部：补助"]),
        ("2018年、2019年分别投入500万元、600万元。", ["投入", "投入"]),
        ("八成以上的村受益。", ["村受益"]),
        ("各区的中心分别有3个、4个和5个。", ["各区的中心：1/3", "各区的中心：2/3", "各区的中心：3/3"]),
        ("解决5个村6200人的饮水困难。", ["解决饮水困难：村", "解决饮水困难"]),
        # one norm for several
        ("补助标准为县道每公里80万元,村道每公里25万元。", ["补助标准：县道", "补助标准：村道"]),
        ("取得高级工证书的,每人补贴2000元。", ["取得高级工证书：补贴"]),
        ("种植面积50亩以上的,每亩补贴80元。", ["种植面积：条件", "种植面积50亩以上：补贴"]),
        ("80岁老人每月发放高龄津贴50元,百岁老人每月300元。",
         ["老人：年龄", "80岁老人发放高龄津贴", "高龄津贴：百岁老人"]),
        ("按直流桩每千瓦300元、交流桩每千瓦100元给予建设补贴。", ["建设补贴：直流桩", "建设补贴：交流桩"]),
        # the clause is not the figure's where a comma stands between
        ("投入5万元,惠及居民200户。", ["投入", "惠及居民"]),
        ("供气量500立方米,是2006年的2.6倍。", ["供气量", "供气量：2006年"]),
        # a rate is of what was done, or of all in a list
        ("发放一次性补助300万元,培训350人,就业率82%。", ["发放一次性补助", "培训", "培训：就业率"]),
        ("居民用户400户、工商用户30户,气化率26%。", ["居民用户", "工商用户", "居民用户、工商用户：气化率"]),
        # what is to be done and what is done are two things
        ("应配置设施的场所241处,已配置218处。", ["应配置设施的场所", "应配置设施的场所：已配置"]),
        ("全县12个乡镇建成公墓58处,占地90亩。", ["全县乡镇", "建成公墓", "公墓：占地"]),
        # words stay whole
        ("还林每亩补助1600元(第一年500元,第三年300元)。", ["还林补助", "还林补助：第一年", "还林补助：第三年"]),
        ("第一批安排480万元,共计吸纳资金30万元。", ["第一批安排", "吸纳资金"]),
        ("配置彩超一台。", ["配置彩超"]),
        ("按现行标准约需225万元,分五年兑现。", ["数量", "分年兑现"]),
        # names before a number are not what is counted
        ("完成了普顺山等9名传承人记录。", ["完成传承人记录"]),
        ("改造柳湾、田心2座小(2)型水库。", ["改造柳湾、田心小(2)型水库"]),
        # whom something is done for
        ("依托平台在各社区为1380名老人开展了服务。", ["老人开展了服务"]),
        # a part has its own age; what money is for is of the whole alone
        ("60岁以上老人9万人,其中80岁以上2万人。", ["老人：年龄", "60岁以上老人", "老人：年龄", "老人：80岁以上"]),
        ("投入5万元用于学校修缮,其中教学楼3万元。", ["投入用于学校修缮", "投入：教学楼"]),
        ("项目12个(其中民办3个),线路5条。", ["项目", "项目：民办", "线路"]),
        ("民办园9所(其中8所为城区园)。", ["民办园", "民办园：为城区园"]),
        # of what is asked about
        ("东苑小学屋顶的问题,已安排资金12万元。", ["东苑小学屋顶：安排资金"]),
        # where some of them went; who else there is
        ("招聘教师168名,分到东镇11名。", ["招聘教师", "招聘教师：分到东镇"]),
        ("带动农户38户、百余人就近务工。", ["带动农户", "带动就近务工"]),
        # what a thing before its noun has
        ("坡度25度以上的坡耕地。", ["坡耕地：坡度条件"]),
        # compared with a year
        ("机动车46万辆,比2015年增长62%。", ["机动车", "机动车：比2015年增长"]),
    ],
)  # fmt: skip
def test_a_label_says_what_is_measured(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


def test_where_the_clause_says_little_the_title_of_the_section_says_of_what() -> None:
    assert labels("答复如下:\n一、错时共享\n首批开放36家。\n民政局\n2017年6月6日\n") == ["错时共享：首批开放"]


def test_of_what_a_verb_alone_is_the_letter_says() -> None:
    head = "王芳委员:\n您提出的《关于社区食堂建设的提案》收悉,现答复如下:\n"
    assert labels(head + "年内再建6家。\n") == ["社区食堂建设：建"]


def test_money_of_which_the_letter_says_no_more_is_for_what_the_letter_is_of() -> None:
    head = "王芳委员:\n您提出的《关于农村饮水安全的提案》收悉,现答复如下:\n"
    assert labels(head + "2016年投入500万元。\n") == ["农村饮水安全：投入"]


def test_what_one_passage_is_of_the_next_is_not() -> None:
    assert labels("黑石沟水库属小型水库,坝高41米;县城供水已改善,宽5米。") == ["黑石沟水库：坝高", "宽"]


@given(st.text("建成敬老院12所,、;:()其中“”的\n\t\x00\x1b\ud800 %元每万分别和"))
def test_a_label_is_short_and_of_one_line(text: str) -> None:
    for label in labels(f"喂{text}"):
        assert 0 < len(label) <= 70
        assert label.isprintable()
        assert not any(character.isspace() for character in label)


def test_a_label_that_is_too_long_begins_with_a_word() -> None:
    (label,) = labels("建成" + "社区养老服务中心、" * 10 + "服务站5个。")
    assert label == "社区养老服务中心、" * 6 + "服务站"


def test_where_no_word_is_known_to_begin_a_label_says_nothing() -> None:
    assert labels("建成" + "某某" * 40 + "服务站5个。") == ["数量"]


@pytest.mark.parametrize(
    "words", ["投入", "全县新建", "总面积", "同比增长", "合格率", "占总人口", "首批开放", "数量"]
)
def test_some_words_say_too_little(words: str) -> None:
    assert says_little(words)


@pytest.mark.parametrize("words", ["敬老院", "全县公路", "改造资金来源", "护林员补助"])
def test_others_name_a_thing(words: str) -> None:
    assert not says_little(words)


@pytest.mark.parametrize("half", ["labels_tune", "labels_kept"])
def test_labels_of_the_genre_are_read_to_the_bars(half: str) -> None:
    found = shares(half)
    assert found["right"][1] >= 140
    assert found["misleading"][0] == 0
    assert found["thin"][0] / found["thin"][1] <= 0.03
    assert found["status"][0] / found["status"][1] >= 0.98
    assert found["per"][0] / found["per"][1] >= 0.98


@pytest.mark.parametrize(
    "piece", ["建成3个、", "50%,其中5%、", "路灯5盏,(其中6盏,", "分别5和6、", "东区:7栋,8户;"]
)
def test_labels_take_time_in_proportion_to_the_figures(piece: str) -> None:
    assert in_proportion(lambda times: "答复:" + piece * times, pack, 500)
