"""Texts that hold nothing but what fits every work and every difficulty.

A progress text of 高度重视，成立专班，有序推进 tells no progress; a problem cell of 还存在一些困难，希望予以协调
names no problem. A text is empty only when each of its clauses is a known empty phrase to its last
character, so that a single number, date, place or deed of its own makes it a report.
"""

import re

from toolkit.text.patterns import any_word
from toolkit.text.searching import searched

_CLAUSE = re.compile(r"[^，,。.；;、：:!！\n]+")
_MOST = 200

_HEED_WORDS = (
    "高度重视 非常重视 十分重视 极为重视 专班 领导小组 工作组 指挥部 研究部署 专题研究 专题部署"
    " 安排部署 动员部署 统筹谋划 挂图作战 压实责任 压紧压实"
    " 提高站位 提高政治站位 强化担当 狠抓落实 真抓实干 齐抓共管 多措并举 精心组织 周密部署"
    " 周密安排 科学谋划 统筹推进 凝心聚力 全力以赴 强力推进 高位推动"
    " 细化措施 强化措施 强化领导 加强领导 强化督导 强化调度 定期调度 明确责任 明确分工 层层落实"
    " 形成合力 夯实责任 落实责任 靠前指挥 主动作为 攻坚克难 倒排工期"
    " 密切配合 通力协作 密切协作 协同配合 亲自部署 亲自推动 亲自过问 亲自抓 贯彻落实 组织领导"
    " 责任落实 工作落实 抓落实 强化统筹 统筹协调 统筹兼顾 强化保障 严格落实 以人民为中心"
    " 压茬推进"
    " 周调度 月通报 日调度 月调度 建立台账 一线工作法 挂图作战 工作机制 责任机制 为抓手 为重点"
    " 为契机 统一思想 凝聚共识 听取汇报 提高认识 亲自安排 亲自督导 亲自调度 营造了浓厚 营造浓厚"
    " 营造良好 营造了良好 周密组织 精心谋划 严密组织 紧盯目标 对标对表 履职尽责 积极作为"
    " 迎难而上 克服困难"
)
_HEED = any_word(dict.fromkeys(_HEED_WORDS.split()))
"""What is said of how a work is taken, never of the work; an empty progress text has such a phrase."""

_HOW = (
    r"(?:按照|根据|围绕|对照|结合|扎实|稳步|有序|有力|有效|顺利|正常|平稳|全面|深入|持续|积极"
    r"|大力|统筹|协同|按计划|按序时|按时序|按照计划|高效|快速|加快|全力|强力|认真|切实|不断"
    r"|进一步|高质量|高标准|及时|科学|精心|周密|主动|迅速|严格|多次|先后|专题|定期|分别|充分|狠"
    r"|层层)"
)
_THINGS = (
    r"(?:各项|有关|相关|该|此|本|这)?(?:工作|项目|工程|事项|任务|实事|民生实事|民生工程|措施"
    r"|责任|分工|要求|目标|力度|领导|组织领导|统筹|协调|调度|督导|督促|检查"
    r"|宣传|服务|管理|质量|进度|步伐|机制|方案|计划|部署|会议|专题会|专题会议|调度会|调度会议"
    r"|推进会|推进会议|协调会|协调会议|工作会议|台账|合力|攻坚|上级|年初|年度|全年|预期|既定"
    r"|建设|总体|整体|安排|有望|如期|按期|实现|圆满|顺利|通力|配合|协作)"
)
_DO = (
    r"(?:推进|推动|实施|开展|进行|落实|抓好|抓实|抓|加强|强化|加大|压实|夯实|明确|细化|制定"
    r"|完善|建立|健全|召开|组织|研究|部署|安排|谋划|调度|督导|督促|统筹|协调|形成|确保"
    r"|提高|提升|优化|落细|见效|到位|落地|细化分解|分解)"
)
_EMPTY_CLAUSE = re.compile(
    rf"[^\d]{{0,20}}?(?:{_HEED})(?:和|并|、)?(?:{_HEED})?(?:的?(?:发展思想|理念|原则)"
    rf"|[和与]?{_THINGS})*"
    rf"|[^\d]{{0,16}}?(?:成立|组建|建立)了?(?:由[^\d，。]{{0,12}}的)?(?:工作|专项|项目|推进"
    rf"|攻坚|[日周旬月]|调度|例会|联席会议?|长效|协调|督导|会商|通报|的)*(?:专班|领导小组"
    rf"|工作组|指挥部|小组|机制)"
    rf"|(?:[^\d，。]{{0,16}}?(?:各项|各有关|全部)(?:工作|任务|措施)"
    rf"|(?:该|此|本)?(?:项目|工程|工作|事项|实事)?)?(?:正在|均|都|目前)?(?:{_HOW}|{_THINGS}"
    rf"|{_DO}|[地的了中和与并])*"
    r"|[^\d]{0,16}?(?:得到|有了|实现"
    r"|获得)了?(?:(?:进一步|明显|显著|持续|不断|有效|切实|大幅|较大|全面)的?)*(?:提升|增强|改善"
    r"|提高|优化|加强|好转)"
    r"|[^\d]{0,12}?(?:进一步|明显|显著|持续|不断|有效|切实|大幅)(?:提升|增强|改善|提高|优化"
    r"|加强|好转)"
    r"|(?:项目|工作|工程|总体|整体|各项工作|目前|推进)*(?:进展|进度)(?:较为|总体|比较)?(?:顺利"
    r"|良好|正常|平稳)"
    r"|为[^\d]{0,24}(?:奠定|打下|提供|创造)了?[^\d]{0,10}(?:基础|保障|条件)"
    r"|[^\d]{0,12}?(?:得到|受到|获得|赢得)了?[^\d]{0,10}(?:好评|认可|肯定|赞誉|支持|欢迎)"
    r"|(?:群众|社会|各界|居民|广大|的|普遍)*(?:反响|反映|评价)(?:良好|热烈|较好|很好)"
    r"|[^\d]{0,6}?(?:始终|坚持|切实|牢固|牢牢)?(?:把|将)[^\d]{1,20}(?:作为|当作|摆在|放在"
    r"|纳入)[^\d]{1,20}"
    r"|[一-龥]{0,10}(?:获得感|幸福感|安全感|满意度|认同感)"
    r"|有力(?:推动|促进|保障)了?[^\d]{1,20}"
    r"|[^\d]{0,8}?取得了?(?:(?:社会|阶段性|明显|显著|积极|良好|初步|一定|较好|突出"
    r"|扎实)的?)*(?:成效"
    r"|进展|成果|成绩|效果)"
)
_ABSTRACT = searched(
    rf"(?:{_HOW}|{_DO})*(?:{_HEED})[一-龥、]{{0,20}}(?:工作|建设|实施|任务)"
    r"|(?:(?:不断|持续|进一步|切实|着力|大力|深入|扎实|全面)(?:加强|强化|深化|推进|推动|抓好"
    r"|抓实|做好|提升|提高|优化|完善|加大))了?"
    r"[一-龥、“”]{2,20}(?:宣传|管理|工作|服务|保障|力度|水平|能力|意识|监管|指导|建设|质量|效能)"
    r"|[一-龥]{0,8}(?:部门|单位|各方|镇办|街道|科室|上下|干部)(?:加强|密切|通力|强化|相互"
    r"|紧密)+(?:配合|协作|协同|联动|沟通)"
    r"|营造了?[一-龥、]{0,12}(?:氛围|环境|格局)|形成了?[一-龥、]{0,14}(?:氛围|格局|合力|局面|态势)"
    r"|[一-龥、]{0,12}(?:知晓度|知晓率|满意度|满意率|参与度|认可度|知名度|影响力|获得感|幸福感"
    r"|安全感)(?:得到)?(?:了|进一步|明显|显著|持续|不断|有效|切实|大幅|较大|全面)*(?:提高|提升"
    r"|增强)"
    r"|(?:多次|认真|专题|定期|先后|及时)*(?:听取|研究|召开)(?:专题|有关|相关|工作)*(?:汇报|会议"
    r"|问题|情况)(?:研究部署|安排部署|研究|部署)?"
)
"""Clauses of effort or effect that may name what the work is about, and yet no deed."""

_QUOTED_NAME = re.compile(r"“([一-龥]{1,8})”")
"""What a work is called (“就近办”); a longer or a numbered one tells something."""

_BULLET = re.compile(
    r"[①-⑳]|(?:(?<=^)|(?<=[。；;\n]))\s*(?:\d{1,2}[、.．)）](?!\d)|[（(]\d{1,2}[)）])"
)
_OF_ITS_OWN = re.compile(
    r"[\d“”《》]|[一二三四五六七八九十两百]+[个处座所家项人户名场次条公栋台]|完成(?!任务|目标)"
    r"|完工|竣工|建成|开工|进场|交付|投用|启用|中标|签订|封顶|浇筑|入户|上线|印发"
    r"|(?:验收|安装|铺设|招标|采购|设计|发放|拨付|培训|施工(?!单位)|改造|摸排|排查"
    r"|选址)(?!提升)(?!各项|等?工作|工程|项目|任务)"
)

_VAGUE_PROBLEM = re.compile(
    r"(?:工作|项目|工程|任务|推进|实施|建设|开展|过程|目前|当前|现阶段|仍然?|还|尚|依然|存在"
    r"|面临|遇到|有|一些|一定|部分|个别|某些|若干|少数|不少|较多|许多|诸多|多|的"
    r"|困难|问题|难点|难题|难度|阻力|堵点|需要?|须|希望|恳请|请求?|请予|予以|给予|加以|帮助"
    r"|协调|解决|支持|关注|重视|指导|上级|市里|区里|县里|领导|有关|相关|各|部门|单位"
    r"|在|中|上|里|时|和|与|及|并|等|这|该|此|进一步|大力|尽快|统筹|沟通|克服|和问题|因素|客观"
    r"|原因|各种|各方面|受|影响|配合|由于|但|不过|情况|方面|有待|较大|，|。|；|、|,|;|\s)+"
)
_NAMES_DIFFICULTY = re.compile(r"困难|问题|难点|难题|难度|阻力|堵点")


def is_empty_report(progress: str) -> bool:
    """Tell whether a progress text has no clause that is more than an attitude or an effect.

    正常推进 alone is no such text: a scheme may ask for it, and it claims nothing.
    """
    if len(progress) > _MOST or not _HEEDS.search(progress):
        return False
    text = _QUOTED_NAME.sub(r"\1", _BULLET.sub("", progress))
    if _OF_ITS_OWN.search(text):
        return False
    clauses = [clause.strip() for clause in _CLAUSE.findall(text)]
    return all(map(_is_empty, filter(None, clauses)))


def _is_empty(clause: str) -> bool:
    return bool(_EMPTY_CLAUSE.fullmatch(clause) or _ABSTRACT.fullmatch(clause))


_HEEDS = re.compile(_HEED)


def may_be_empty_report(text: str) -> bool:
    """Tell at a glance whether a text has any such phrase."""
    return _HEEDS.search(text) is not None


def names_no_problem(problem: str) -> bool:
    """Tell whether a problem cell says that there is a difficulty and not which."""
    short = len(problem) <= _MOST and _NAMES_DIFFICULTY.search(problem) is not None
    return short and _VAGUE_PROBLEM.fullmatch(problem.strip()) is not None


_WHOSE = (
    r"(?:(?:部分|个别|有的|少数|一些|有些|各|相关|有关|责任|牵头|成员|区直|街道|镇街|乡镇|单位"
    r"|部门|人员|干部|同志|我局|我办|我单位|的|在|对|还|也|仍|仍然|存在|目前|当前|下一?步|与|和"
    r"|及|之间|间|上|中|方面|各级|方面的|需要|今后))*"
)
_OF_EFFORT = (
    r"(?:力度|开展|协作|协同|配合|联动|衔接|沟通|机制|意识|认识|重视程度|合力|进度|步伐|速度"
    r"|效率|作风|措施|工作|推进|落实|统筹|协调|督导|调度|主动性|积极性|责任|担当|方式|方法|思路"
    r"|氛围)"
)
_HEADS = (
    r"(?:(?:民生实事|实事|项目|工程|整体|总体|开展|协调|统筹|督导|督促|督查|调度|推进|落实|组织"
    r"|沟通|配合|协作|协同|联动|衔接|攻坚|执行|责任|工作|思想|主动|创新|合力|各项|措施|重点"
    r"|全面|部门|上下|左右)的?)"
)
_OF_WORK = (
    rf"(?:{_HEADS}*{_OF_EFFORT}|(?:工作|推进|协调|落实|组织|统筹|调度)的?"
    r"(?:质量|水平|标准|能力|效果|成效|质效|精细化程度|规范化程度|精细化水平|规范化水平))"
)
_BETTER = (
    r"(?:加强|加大|提高|提升|强化|加快|完善|优化|改进|改善|深化|细化|压实|夯实|健全|巩固|增强"
    r"|加力|提速|落实|跟进|形成)"
)
_MUCH = (
    r"(?:大|强|高|到位|深入|扎实|有力|紧密|细致?|实|足|顺畅|充分|明显|深|好|完善|健全|理想|快"
    r"|平衡|均衡)"
)
_NEEDS = r"(?:还|仍|尚|也)?(?:有待|需要?|须|待|亟待|亟需|应|要)(?:进一步|继续|持续|不断|再)*"
_MORE = (
    rf"(?:{_NEEDS}|进一步){_BETTER}|(?:还|仍|尚|也)?(?:不够|欠缺|不足|欠佳){_MUCH}?"
    rf"|(?:还|仍|尚|也)?(?:不太|不甚|不|欠){_MUCH}"
    rf"|(?:还|仍|尚)?未(?:能)?(?:完全|真正|有效)?(?:形成|到位|建立|压实)"
    rf"|(?:还|仍|尚|也)?(?:有|存在)(?:一定|较大|进一步)?的?(?:不足|差距|欠缺|短板|薄弱环节"
    rf"|(?:{_BETTER}的?)?空间)(?:之处)?"
)
_NEEDS_MORE = searched(
    rf"{_WHOSE}(?:{_OF_WORK}[、和与及]?)+{_WHOSE}(?:{_MORE})"
    rf"|{_WHOSE}(?:{_NEEDS})?{_BETTER}(?:{_WHOSE}{_OF_WORK}[、和与及]?)+"
)
_ONLY_MORE = searched(
    rf"{_NEEDS}{_BETTER}"
    rf"|(?:今后|下一?步|后续)?[将需要]?(?:在今后的?工作中)?(?:加以|不断|进一步|努力"
    rf"|认真)*(?:改进|克服|{_BETTER})"
)
_POINT = re.compile(
    r"(?:^|(?<=[；;。\n]))\s*(?:\d{1,2}[、.．)）](?!\d)|[①-⑳]|[（(]\d{1,2}[)）]|[一二三四五]是"
    r"|[一二三四五]、)"
)
_ASKS_MORE = re.compile(
    r"进一步|有待|还需|仍需|尚需|不够|不到位|不强|不高|不足|欠|差距|短板|薄弱|需要?|需|须|应|要"
    r"|提升空间"
)
_LEAD = re.compile(r"^(?:主要是|但是?|同时|另外|而且|是)+")


def needs_only_more(problem: str) -> bool:
    """Tell whether a problem cell only says that efforts of any work should be greater.

    工作力度还需加大，部门协作有待加强 fits every work; 宣传力度不够 and 群众积极性不高 name something.
    """
    if len(problem) > _MOST or not _ASKS_MORE.search(problem):
        return False
    parts = (part.strip() for part in _CLAUSE.findall(_POINT.sub("", problem)))
    clauses = [_LEAD.sub("", part) for part in parts if part]
    told = [_NEEDS_MORE.fullmatch(clause) is not None for clause in clauses]
    alone = (_ONLY_MORE.fullmatch(clause) for clause in clauses)
    return any(told) and all(one or other for one, other in zip(told, alone, strict=True))


_PRAISE = searched(
    r"好评|评价(?:很|较|非常)?(?:高|好)|拍手称快|焕然一新|有口皆碑|深受|喜爱|络绎不绝"
    r"|逐[月年步](?:增加|提高|提升)|称赞|赞誉|点赞|肯定|认可|欢迎|满意(?!度(?:不|低|偏|下))"
    r"|成效(?:明显|显著|良好)|效果(?:明显|显著|良好|较好|很好)|反响(?:良好|热烈)"
    r"|(?:明显|显著|大幅|有效|切实|大大|极大)(?:提升|提高|改善|增强|减少|降低|缓解|方便)"
    r"|(?:提升|提高|改善|增强|方便|便利|丰富|保障|满足)了|获得感|幸福感"
    r"|(?:环境|服务|质量|效果|秩序|口碑)(?:好|优|佳|良好)|优质|受到|赢得|荣获|获评|先进"
    r"|典型经验|走在前列|全[市省区]第[一二三]|超额|提前(?:完成|完工)"
    r"|(?:进展|推进|运行|施工|实施)(?:非常|较为|比较|十分)?(?:顺利|平稳|良好|正常)"
    r"|已(?:经)?(?:全部|全面|基本|顺利|圆满|如期|按期)?(?:完成|完工|竣工|建成|投用|解决|开放"
    r"|交付|到位|达标)"
)
_IDIOM = re.compile(
    r"不断|按(?:照)?(?:计划|序时|时序)|不少于|无(?:突出|明显|重大)?(?:问题|困难)|不仅|不但|不光"
    r"|不低于|绝不|毫不|不足之处已|没有(?:出现|发生)?(?:任何)?(?:问题|困难|投诉|事故)"
    r"|未(?:发生|出现)(?:任何)?[^，。；]{0,6}|无(?:投诉|事故|问题)"
    r"|(?:减少|降低|解决|缓解|化解|消除|破解|避免|攻克|克服|改善|打通|告别"
    r"|补齐)了?[^，。；]{0,16}"
    r"|[^，。；]{0,10}(?:得到|均已|全部|已)(?:有效|圆满|妥善|基本)?(?:解决|化解|缓解|消除|整改)"
    r"|多少|少年|少先|少儿|减少|最低|低保|低收入|最小|差异|出差|残疾|未来|未成年"
)
_TROUBLE = re.compile(
    r"但|然而|问题|困难|难|不|没|未|无法|影响|滞后|缓慢|慢|缺|少|偏|低|差|矛盾|制约|限|阻|纠纷"
    r"|紧|压力|延|推迟|停工|流标|风险|隐患|薄弱|滞|拖|欠|超支|堵|复杂|反对|投诉|顾虑|需|仍|还"
    r"|导致|造成|因|由于"
    r"|受(?!到|益)|瓶颈|待|破损|老化|故障|雨|汛|高温|疫情|上涨|仅|只|争议|意见|重|弱|尚|余|计划"
    r"|拟|将|继续|加快|争取|确保|力争|请"
)


def tells_success(problem: str) -> bool:
    """Tell whether a problem cell praises the work or tells what is done, and names no trouble."""
    if len(problem) > _MOST or problem[:1] in "无没暂" or not _PRAISE.search(problem):
        return False
    return _TROUBLE.search(_IDIOM.sub("", problem)) is None
