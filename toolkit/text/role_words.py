"""Words that tell what a number is there for, for all readers of sums, shares and totals.

Each is a pattern to be put into a longer one: the words of a whole (应, 共, 全市), of what was added
in one period (本周, 又), of what is reached so far (累计, 总数达到), of time, of money paid.
"""

WHOLE = (
    r"应|须|需|共|总|全[区市县镇域省]|[市辖城]区|区内|辖内|现有|在[册营用]|符合条件|计划|目标|任务"
)
"""What there is, or has to be."""

THIS_PERIOD = r"本[周旬月期]|本季度?|当[月旬周期]|这[一个]?[周旬月]"
"""The period that is reported on."""

OTHER_TIMES = (
    rf"累计|{THIS_PERIOD}|上[月周旬季年]|\d月|[一二三四]季度|今年|去年|往年|上半年|历年|存量|新增"
)
"""Numbers with another of these words may be of other times, and no parts of each other."""

UP_TO = r"截[至止][^，,。；;]{0,12}[，,]?|1[-—~至到]\d{1,2}月份?"
"""Up to when all is told; it stands before the whole sentence and tells no numbers apart."""

RAISED = r"(?:提高|提升|上调|调整|调高|升|增|扩大|增加|上升|降低|下调|降)"
TO = r"(?:到|至|为)"

YEAR = r"(?:全年|年度|今年|本年度?|当年|年内|年初|20\d\d年度?)"
"""The year as a whole."""

AIM = r"(?:目标|任务|计划数|计划总[数量]|指标|清单)"
"""What was promised."""

DOING = (
    r"(?:新建|新增|新设|新改建|新改扩建|建设|改造|打造|更新|安装|完成|培训|救助|建成|创建|提升"
    r"|整治|发放|举办|开展|实施|设置|配备|提供|购置|投放|铺设|治理|打通|办理|扶持)"
)
"""What is done to that which is counted."""

PAID = (
    r"发放|支付|支出|拨付|兑现|兑付|奖补|补助|补贴|救助金|保费|缴费|缴纳|代缴|付款|投入|下达|结算"
)
"""Before a sum of money that was paid."""
