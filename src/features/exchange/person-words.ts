/**
 * What agencies write over the columns that most books share. A word is a header without spaces, brackets and signs;
 * `…` before or after it stands for anything.
 */
export const personWords = {
  name: `姓名 名字 老人姓名 老年人姓名 长者姓名 长者 长辈姓名 服务对象 服务对象姓名 案主 案主姓名 老人 老人名字 老年人 受助人 受助人姓名
    受助老人 受益人姓名 受益人 受益老人 对象姓名 人员姓名 居民姓名 本人姓名 老人名称 老人姓名全称 被服务人 被服务人姓名 服务老人
    name fullname membername eldername clientname`,
  attendant: `参加人 参加人姓名 参加人员 参加人员姓名 参与者 参与者姓名 参与人 参与人员 参与人员姓名 参加者 参加者姓名 签到人 签到人姓名
    参加老人 参与老人 到场人员 签到姓名 居民 与会人员`,
  sex: '性别 男女 老人性别 sex gender',
  age: '年龄 周岁 年龄周岁 年纪 岁数 实足年龄 实际年龄 老人年龄 年龄段 age',
  ethnicity: '民族 族别',
  idNumber: `身份证 身份证号 身份证号码 身份证件号 身份证件号码 证件号 证件号码 公民身份号码 公民身份证号 公民身份证号码 居民身份证
    居民身份证号 居民身份证号码 身份号码 身份证编号 有效证件号码 有效证件号 证件 老人身份证号 老人身份证号码 老人身份证 本人身份证号
    身份证信息 身份证明号码 idcard idnumber idno idcardnumber idcardno nationalid identitynumber identitycard identityno 身份证号18位 …的身份证号 …的身份证号码`,
  idTail: `身份证后四位 证件后四位 身份证尾号 证件尾号 身份证后4位 证件后4位 身份证末四位 证件末四位 身份证号后四位 身份证号码后四位
    身份证号后4位 身份证号码后4位 证件号后四位 证件号码后四位 证件号后4位 身份证最后四位 身份证尾数 身份证后四码 身份证号尾号 身份证末4位`,
  phoneTail: `电话后四位 电话尾号 手机后四位 手机尾号 联系电话后四位 手机号后四位 手机号码后四位 电话后4位 手机后4位 手机号后4位
    联系电话后4位 联系电话尾号 电话末四位 联系方式后四位 电话号码后四位 手机号尾号 尾号 电话尾数 手机末四位 电话后四码 电话最后四位`,
  phone: `电话 联系电话 手机 手机号 手机号码 联系方式 电话号码 老人电话 本人电话 老人联系电话 老人联系方式 老人手机 本人联系电话 联系号码
    移动电话 联络电话 联络方式 固定电话 座机 家庭电话 住宅电话 电话手机 手机电话 tel phone mobile phonenumber telephone mobilephone mobilenumber contactnumber cellphone 长者电话 老年人电话`,
  community: `社区 社区村 所在社区 所属社区 村 村社区 社区名称 村居 居委会 社区居委会 村委会 居住社区 所在村 村屯 服务社区 所在村社区
    村居社区 社区或村 来自社区 管辖社区 户籍社区 所在居委会 所属社区村 所在社区村 社区村名称 社区及村 所属村社区 所属居委会 所在村居 村居名称 村名 community neighbourhood neighborhood village`,
  activityPlace: '开展社区 活动社区 实施社区 举办社区 承办社区',
  birth: `出生日期 出生年月日 生日 出生年月 出生时间 出生 出生日 生年月日 出生日期阳历 公历生日 阳历生日 老人生日 老人出生日期 出生年月日公历 dateofbirth dob birthday birthdate`,
  address: `家庭住址 住址 现住址 地址 居住地址 详细地址 家庭地址 现居住地址 现居住地 居住地 住所 常住地址 联系地址 户籍地址 现住地址
    实际居住地址 实际住址 门牌号 家庭详细住址 居住住址 老人住址 住宅地址 address homeaddress`,
  householdNumber: '户号 户编号 家庭编号 户籍号 家庭户号 户码 户口编号 户序号 户档案号 家庭号 户口号 户籍编号 住户编号',
  headName: '户主 户主姓名 户主名 户主名字 家庭户主 所属户主',
  worker: `社工 负责社工 服务社工 社工姓名 跟进社工 主责社工 责任社工 带组社工 组织社工 执行社工 社会工作者 负责人 责任人 服务人员 项目社工
    个案社工 经办社工 接案社工 主办社工 主带社工 带领者 组长社工 工作人员 组织者 组织人 策划人 执行人 带队社工 主责人 承办人 责任社工姓名 服务社工姓名 当值社工 活动负责人 主持人 主持社工`,
  counsellor: '咨询师 心理咨询师 辅导员 心理老师 咨询老师 心理辅导师 心理师 咨询人员 咨询专家',
  startsAt:
    '开始时间 起始时间 开始 起时间 服务开始时间 活动开始时间 开始时刻 起 上课时间 到达时间 开始时分 时间 起止时间 时段 时间段 服务时间 活动时间 面谈时间 开展时间 具体时间',
  endsAt: '结束时间 终止时间 结束 止时间 服务结束时间 活动结束时间 结束时刻 止 下课时间 离开时间 截止时间 结束时分',
  signature: '签名 签字 本人签名 本人签字 签名或手印 签到 签到签名 签名手印 签名按手印 签名确认 老人签名 老人签字 签收 签名栏 本人签到',
  note: '备注 备考 说明 其他 其它 备注说明 其他说明 其他情况 需要说明的情况 备注信息 remarks remark notes note',
} as const

/** Columns that carry nothing: serial numbers, and what is kept on paper. */
export const ignoredHeaders = `序号 序 号 no 行号 项次 顺序号 顺序 排序 编次 序列 序列号 照片 图片 附件 照片编号 年份 月份 年度 月度 出席次数 出勤次数 出席率 出勤率 签到次数 serial serialno 填表人 填表日期 填报人 填报日期 制表人 录入人 录入日期 审核人
  审核 审批人 核对人 #`

/** Columns that stand in many books and are no field here. Some of them list labels: 婚姻状况 over 丧偶. */
export const otherHeaders = `婚姻状况 婚姻情况 婚姻 婚否 文化程度 学历 政治面貌 宗教信仰 健康状况 身体状况 身体情况 健康情况 经济状况 经济情况 经济来源 收入来源
  月收入 退休金 职业 原职业 籍贯 慢性病 病史 疾病史 用药情况 兴趣爱好 子女情况 医保类型 自理能力 生活自理能力 自理情况 能力等级 服务目标 服务地点 督导签名 社工签名`

/** Group headers that add nothing to the headers below them. */
export const neutralGroups = `基本信息 个人信息 基本情况 老人基本情况 老人信息 老人基本信息 个人基本情况 个人基本信息 人员信息 服务对象基本情况 服务对象信息
  服务对象基本信息 基础信息 老年人基本信息 长者资料 长者基本信息 登记信息 活动信息 服务信息 服务情况 活动情况 时间地点 服务对象 老人 检测结果 检查结果
  测量结果 检测项目 检查项目 体检项目 测量值 健康检测 受益人信息 领取人信息 物资信息 捐赠信息 志愿者信息 项目信息 合计 信息 检测指标 组员信息 组员情况`

/** Words over columns that also stand in cells: parts that people play, ways and means, marks in words. */
export const fillingWords = `老人 长者 老年人 居民 志愿者 义工 社工 家属 亲属 子女 学生 本人 户主 负责人 工作人员 社区 村 居委会 村委会 电话 手机 出席 出勤 缺席 请假 签到 签字 手印
  物资 场地 技能 资金 人力 服务 活动 小组 个案 项目 课程 其他 其它 无 有 残疾 独居 监护人 照护者 照顾者 咨询师 组长 组员 成员 学员 入库 出库 出生 低保 健康 心理 精神`
