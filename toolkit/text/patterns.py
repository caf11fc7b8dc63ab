"""Patterns of many words that are searched fast.

`re` tries the branches of 完成|完工|竣工 one after the other wherever any of them may begin. When words
that begin alike share a branch it tries half as many, and searches in half the time.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

COMMON = (
    "，。月完成个、工人无；计前处中已的区场日进全上建累新在年公开旬底改万园部村展户设路标位业有"
    "装占所小到次目一电造办期家下余施学（）增务点市度道老不站和里作训以其写理安报备收生正保管元"
    "动况名体镇情通验化划口没行实是周项做心培对室至放线三间机案主任结为台入高补了率合再城网后数"
    "校儿社约好服用托会面出员级查剩地步未内定民时街均运件方达第同本份平分居应季充提接发覆盖车育"
    "修续助文幼铺构外单活政过与每基配试卫截能等护投现并批加养集：按排二题院复供问山费四大导调防"
    "推乡更明评智条物两组教水起事游岗于各交说及演材准农共手还整少张传织受就门停庄因招旧重节容庭"
    "请班要核填测健联住房段程待器具常资选广救诊米打取付长座申左右苗层升多宣回书审另举比料号量空"
    "预墙示金产国落企营检协赛楼参创由签秋身只险今慧经消清却辅意存星先柳雨读绿转算照也质圃启立桩"
)
"""Characters that reports are full of, the most common ones first; counted in `benchmarks/clerks`."""

COMMON_PAIRS = (
    "完成累计月底进展底前改造全部完工建成工作目标小区日前情况以上施工新增前完公里计划培训展情"
    "中旬人次没有正在验收服务剩余其中万人下旬安装上旬覆盖任务已完社区设备充电作进全年机构开工"
    "卫生幼儿截至进场标的学校活动公园养老中心年度个村儿园设施问题达到街道月份其余个小万元项目"
    "季度月中装修组织计完家庭管网部完体育小学文化均已做好游园年目万个站点占全作计标准下步左右"
    "托位就业道路乡村居民更新开放人员举办开展新建老旧宣传区市单位盖率安排老年智慧通过落实月上"
    "步工万户试点应为写成消防平方物业年人计建部分农村已建同步集中方米平台健身运行救助生院时间"
    "今年企业占年苗圃在建度目备案整改主体路面口袋袋公中小万平提升老服全区管道三季继续床位器材"
    "已全铺装岗位造完月完方案存在实现到位第二本周打造个以演出创业政策竣工免费城镇发放在问接庄"
    "招标重点建设工验心理路段电梯补助马集集镇生室市场综合村居投保材料增容儿童国庆签约阅读疃里"
    "里镇办结成剩旧小所学说明协调指导少于务站书房外墙护理成全一次现场村卫启动大道手续场地推进"
    "每人群众推广辅导申请装完老机不少镇办上周设计采购公司市级正常计新月下享受电口王因托育实进"
    "心电成率接入余下电桩点位提高残疾智能化改公共空间终端样板食堂公益广场达标不上工程安全增托"
    "度任旬前管线路口部门基础影响封顶务的目前老人导室增就困难年底三级康复城市全市补贴月新山苗"
    "投放个镇评审业主申报结束保险进度最后场次评估开通信号年任资金室外教室涉及再完高新人数内容"
    "基地意见在施运营产前筛查骨干执行日期受理条件预计闫家家山完毕督促教学学楼主要黄屯入户开学"
    "品牌处已招聘超额检查本期办理园路增设车充成年电动已开读推修完防验会同村内屋面到货个别联网"
    "额完绿化所幼使用停车训练更换员培人家扩建部开村级周边赛事前全配备四季供热长护改善广活过街"
    "柳行另有比例敬老老院结案开始期间赔付矛盾公示转入路基园完有写学员增加铺设通电节点监测总数"
    "新改导员星级个路"
)
"""Neighbours that reports are full of, the most common ones first; counted like COMMON."""

Condition = str
"""A pattern that has to hold behind a word and takes no character: (?!率)."""


def any_word(words: Iterable[str]) -> str:
    """Return a pattern for the longest of several words; its branches are not in a group."""
    return any_of(dict.fromkeys(words, ""))


def any_of(words: Mapping[str, Condition]) -> str:
    """Return a pattern for the longest of several words whose condition holds.

    Its branches are not in a group: where they stand for themselves, `re` sees the characters with
    which they begin, and skips all others.

    Args:
        words: Each word with its condition, "" for none.
    """
    return _branches(list(words.items()))


def any_around(words: Iterable[str], common: str) -> str:
    """Return a pattern that tells fast whether any of several words stands in a text.

    It looks for the rarest character of each word, and there for those around it, so that it
    seldom stops; it matches that character alone.

    Args:
        words: The words.
        common: Characters that texts are full of, the most common ones first.
    """
    around: dict[str, list[str]] = {}
    for word in words:
        places = [common.find(sign) % (len(common) + 1) for sign in word]
        place = places.index(max(places))
        parts = word[place], word[:place], word[place + 1 :]
        sign, before, after = map(re.escape, parts)
        behind = f"(?<={before}{sign})" if before else ""
        around.setdefault(sign, []).append(f"{behind}(?={after})" if after else behind)
    return "|".join(f"{sign}(?:{'|'.join(rest)})" for sign, rest in around.items())


def _branches(words: Sequence[tuple[str, Condition]]) -> str:
    begun: dict[str, list[tuple[str, Condition]]] = {}
    for word, condition in words:
        begun.setdefault(word[0], []).append((word[1:], condition))
    return "|".join(f"{sign}{_rest(rests)}" for sign, rests in begun.items())


def _rest(rests: Sequence[tuple[str, Condition]]) -> str:
    """Return what follows the first character that words share, longer words first."""
    if len(rests) == 1:
        return "".join(rests[0])
    longer = [(rest, condition) for rest, condition in rests if rest]
    ends = [condition for rest, condition in rests if not rest]
    return f"(?:{'|'.join((_branches(longer), *ends))})"
