import type { FormWords } from './form-words.ts'
import { personWords } from './person-words.ts'

const p = personWords

/** Groups, activities, clinics, respite, visits, shifts. */
export const serviceFormWords: {
  groupList: FormWords<'groupList'>
  groupPlan: FormWords<'groupPlan'>
  groupRoll: FormWords<'groupRoll'>
  activityList: FormWords<'activityList'>
  signIn: FormWords<'signIn'>
  clinic: FormWords<'clinic'>
  respite: FormWords<'respite'>
  visits: FormWords<'visits'>
  shifts: FormWords<'shifts'>
} = {
  groupList: {
    titles: '小组汇总 小组一览 小组总表 小组列表 小组台账 小组名单 小组清单 小组统计 小组登记 小组信息',
    needs: [
      ['title', 'number'],
      ['sessionCount', 'memberCount', 'nature'],
    ],
    context: ['worker'],
    fields: {
      number: '小组编号 编号 小组号 组号 小组代码 组别编号',
      title: '小组名称 小组 小组主题 组名 名称 小组名 小组题目',
      community: p.community,
      sessionCount: '节数 小组节数 总节数 计划节数 次数 活动节数 节次数 开展节数 活动次数 小组次数 总次数',
      memberCount: '组员数 组员人数 人数 成员数 成员人数 组员 参加人数 小组人数 参与人数 服务人数',
      worker: `${p.worker} 小组带领者 带组人`,
      nature: '小组性质 性质 小组类型 类型 小组类别 类别 小组形式',
    },
  },
  groupPlan: {
    titles:
      '各节计划 小组计划 节次计划 活动计划 小组安排 各节安排 节次安排 小组各节 小组计划书 小组进程 各节主题 小组日程 小组节次 小组活动计划 小组活动安排 活动安排 各节活动安排',
    needs: [['ordinal'], ['topic', 'day']],
    context: ['groupNumber', 'groupTitle', 'community', 'worker', 'nature', 'sessionCount'],
    carried: ['groupNumber', 'groupTitle'],
    fields: {
      groupNumber: '小组编号 组号 小组号 所属小组编号 编号 组别编号',
      groupTitle: '小组名称 小组 小组主题 组名 所属小组 小组名',
      community: p.community,
      worker: `${p.worker} 小组带领者 带组人`,
      nature: '小组性质 性质 小组类型 小组类别',
      sessionCount: '节数 小组节数 总节数 计划节数 共几节',
      ordinal: '节次 第几节 节 次序 节数 次数 第节 小组节次 活动节次 课次 第几次 期次 节序 场次 活动次序',
      day: '日期 活动日期 时间 开展日期 活动时间 计划日期 实施日期 开展时间 小组日期 上课日期 服务日期 计划时间',
      startsAt: p.startsAt,
      endsAt: p.endsAt,
      topic:
        '主题 活动主题 内容 节次主题 本节主题 各节主题 活动内容 小组主题 单元主题 名称 活动名称 本节内容 主要内容 环节内容 节主题 单元名称 节名称',
      place: '地点 活动地点 场地 场所 活动场地 开展地点 小组地点',
    },
  },
  groupRoll: {
    titles:
      '组员出勤 出勤表 小组出勤 考勤表 小组签到 组员签到 出席表 小组考勤 组员名单 出勤情况 出席情况 组员考勤 组员出席 小组成员签到 小组出席',
    needs: [['name']],
    context: ['groupNumber', 'groupTitle', 'community', 'ordinal', 'day'],
    carried: ['groupNumber', 'groupTitle'],
    onePerRow: true,
    fields: {
      groupNumber: '小组编号 组号 小组号 编号',
      groupTitle: '小组名称 小组 所属小组 组名',
      community: p.community,
      ordinal: '节次 第几节 节 次序 小组节次 活动节次 课次 第几次 期次 场次',
      day: '日期 活动日期 时间 开展日期 活动时间 小组日期 签到日期 出勤日期',
      presence:
        '出勤 出席 是否出勤 是否出席 出勤情况 出席情况 考勤 签到 到场情况 出勤状态 考勤结果 参加情况 到课情况 是否到场 是否参加 签到情况',
      name: `${p.name} ${p.attendant} 组员 组员姓名 成员 成员姓名 小组成员 小组组员 组员名字`,
      sex: p.sex,
      age: p.age,
      phoneTail: p.phoneTail,
      idTail: p.idTail,
      idNumber: p.idNumber,
      note: p.note,
    },
  },
  activityList: {
    titles:
      '活动总表 活动一览 活动汇总 活动列表 活动台账 活动清单 活动一览表 社区活动总表 活动登记 活动统计 活动安排 活动计划表 活动信息 活动汇总表 活动记录 活动记录表 社区活动记录 活动情况记录',
    needs: [['title', 'number'], ['day'], ['place', 'themes', 'partner', 'expectedCount', 'status', 'youngCount', 'unnamedCount', 'title']],
    context: ['community', 'worker'],
    fields: {
      number: '活动编号 编号 活动号 场次编号 活动代码 活动序号 场次号',
      title: '活动名称 活动主题 名称 活动 活动题目 活动项目 活动内容 主题 主题名称 活动标题',
      community: `${p.community} ${p.activityPlace}`,
      day: '活动日期 日期 活动时间 开展日期 时间 举办日期 开展时间 举办时间 实施日期 活动年月日 开展年月日 服务日期 活动开展日期 活动举办日期',
      startsAt: p.startsAt,
      endsAt: p.endsAt,
      place: '地点 活动地点 场地 活动场地 举办地点 开展地点 场所 活动场所 举办场地',
      themes: '主题标签 标签 活动类型 活动类别 类型 类别 主题类型 活动标签 活动性质 主题分类 活动分类 活动种类 所属主题 主题类别',
      partner:
        '合作单位 合作方 协办单位 联办单位 参与单位 协作单位 共建单位 合作机构 支持单位 联合单位 合作伙伴 协办方 共建方 协办机构 联合开展单位',
      youngCount:
        '学生青年人数 学生人数 青年人数 学生数 青少年人数 儿童人数 学生或青年人数 参与学生人数 青年志愿者人数 学生及青年人数 青少年数 孩子人数 小朋友人数',
      unnamedCount:
        '现场计数 未签到人数 其他人数 现场人数 路过居民人数 未留名人数 其他居民人数 围观人数 未登记人数 无名人数 现场居民人数 匿名人数',
      worker: p.worker,
      expectedCount: '预计人数 计划人数 拟参加人数 预期人数 预计参加人数 计划参与人数 预估人数 预计人次 计划人次 预计参与人数 目标人数',
      status: '状态 活动状态 开展情况 完成情况 进展 是否开展 执行状态 实施状态 进度 是否完成 执行情况 活动进展',
    },
  },
  signIn: {
    titles: '活动签到表 活动签到 签到表 签到 签到册 签到簿 活动签到册 参加人员签到 签到名单 参与人员名单 活动参与名单 参加人员名单',
    needs: [['name'], ['activityNumber', 'activityTitle', 'signature', 'part', 'phoneTail', 'idTail']],
    context: ['activityNumber', 'activityTitle', 'day', 'community'],
    carried: ['activityNumber', 'activityTitle', 'day'],
    fields: {
      activityNumber: '活动编号 活动号 场次编号 活动代码 活动序号 场次号 所属活动编号',
      activityTitle: '活动名称 活动 活动主题 参加活动 活动项目 所属活动 参与活动 活动题目 活动内容',
      day: '日期 活动日期 签到日期 时间 活动时间 参加日期 签到时间 开展日期',
      name: `${p.name} ${p.attendant}`,
      community: `${p.community} 单位 所在单位 单位社区 社区单位`,
      sex: p.sex,
      age: p.age,
      phoneTail: p.phoneTail,
      idTail: p.idTail,
      phone: p.phone,
      idNumber: p.idNumber,
      householdNumber: p.householdNumber,
      part: '身份 参与身份 人员类别 角色 类别 参加身份 人员身份 人员类型 身份类别 参与角色 人员性质 参与者身份 参加人员类别 签到身份',
      signature: p.signature,
    },
  },
  clinic: {
    titles:
      '义诊登记表 义诊登记 义诊 义诊记录 义诊签到 健康检测 体检登记 血压血糖 健康体检 健康检测登记 义诊登记册 测量登记 健康义诊 健康筛查 义诊台账 体检记录 血压监测 血糖监测',
    needs: [['name'], ['pressure', 'systolic', 'glucose', 'glucoseFasting', 'glucoseAfterMeal', 'pulse', 'advice']],
    context: ['clinicNumber', 'day', 'community', 'institution'],
    carried: ['clinicNumber', 'day', 'community', 'institution'],
    fields: {
      clinicNumber: '义诊编号 场次编号 编号 活动编号 义诊场次 义诊场次编号 场次',
      day: '日期 义诊日期 检测日期 时间 测量日期 活动日期 体检日期 义诊时间 检查日期 服务日期 检测时间 活动时间',
      community: p.community,
      institution:
        '医疗机构 义诊机构 义诊单位 合作医院 医院 机构 服务机构 义诊医院 承办医院 医疗单位 合作机构 合作医疗机构 检测机构 医疗团队 义诊团队 支援单位',
      name: `${p.name} ${p.attendant} 患者 患者姓名 受检者 受检者姓名 受检人 体检人 就诊人 就诊者 被检者 就诊老人 检测人 检测对象 受检老人 就诊者姓名 义诊对象`,
      sex: p.sex,
      age: p.age,
      phoneTail: p.phoneTail,
      idTail: p.idTail,
      phone: p.phone,
      idNumber: p.idNumber,
      pressure:
        '血压 血压mmhg 血压值 收缩压舒张压 首测血压 第一次血压 血压1 血压测量 血压结果 初测血压 血压第一次 血压测量值 收缩压与舒张压 bp 血压首测 高压低压',
      systolic: '收缩压 高压 收缩压mmhg sbp 血压高压 血压收缩压 收缩压高压 高压收缩压 收缩',
      diastolic: '舒张压 低压 舒张压mmhg dbp 血压低压 血压舒张压 舒张压低压 低压舒张压 舒张',
      secondPressure: '复测血压 第二次血压 血压2 二次血压 复测 血压复测 再测血压 血压第二次 复查血压 二次测量 血压复查 血压二次 第二次测量',
      pulse: '脉搏 心率 脉率 脉搏次分 心率次分 脉搏心率 心跳 pulse hr 脉博',
      glucoseFasting:
        '空腹血糖 餐前血糖 空腹 空腹血糖值 血糖空腹 空腹血糖mmoll 早餐前血糖 fpg 空腹指尖血糖 餐前 血糖餐前 空腹血糖结果 空腹测量值',
      glucoseAfterMeal:
        '餐后血糖 餐后两小时血糖 餐后2小时血糖 餐后2小时 餐后两小时 餐后2h血糖 餐后2h 餐后 血糖餐后 餐后血糖值 血糖餐后2小时 餐后血糖mmoll 2小时血糖 血糖餐后2h 餐后指尖血糖 餐后血糖结果',
      glucose: '血糖 血糖值 血糖mmoll 随机血糖 血糖结果 血糖检测 指尖血糖 末梢血糖 血糖测量 血糖mgdl 血糖测量值',
      glucoseContext:
        '测量时机 血糖时机 测量时间 血糖类型 空腹餐后 餐前餐后 血糖状态 时机 测量状态 空腹或餐后 测血糖时间 血糖测量时机 是否空腹 测量类型 采血时间 检测时机 进餐情况',
      advice:
        '医生建议 建议 医嘱 处理意见 健康建议 医师建议 指导建议 处置建议 医生意见 医生指导 诊断建议 健康指导 处理建议 初步诊断 指导意见',
      signature: p.signature,
    },
  },
  respite: {
    titles: '喘息服务 喘息服务记录 喘息记录 喘息 照护者喘息 喘息服务台账 喘息服务登记 替代照护 临时照护 替代照护记录',
    needs: [['day'], ['carer', 'carerNumber', 'relievedBy', 'elders']],
    context: ['community'],
    carried: ['day'],
    fields: {
      day: '服务日期 日期 喘息日期 时间 服务时间 服务年月日',
      startsAt: p.startsAt,
      endsAt: p.endsAt,
      minutes: '时长 服务时长 用时 服务时数 小时数 服务小时 喘息时长 时数 服务时长小时 工时',
      carerNumber: '照护者编号 照顾者编号 照料者编号 照护人编号 照护者号',
      carer:
        '照护者 照护者姓名 照顾者 照顾者姓名 照料者 照料者姓名 家庭照护者 照护人 主要照护者 家属姓名 家属 照护人姓名 家庭照顾者 主要照顾者',
      elders:
        '被照护老人 老人姓名 照护老人 照护对象 被照护人 服务对象 被照顾老人 老人 被照料人 服务老人 被照顾者 被照护者 长者姓名 被照料老人',
      community: p.community,
      relievedBy:
        '替代人员 替代照护人 服务人员 替代者 替班人员 喘息人员 替代照护者 服务提供者 替代照护人员 代班人员 上门人员 护理人员 服务提供人 顶班人员 提供者',
      content: '内容 服务内容 服务项目 喘息内容 服务事项 照护内容 主要内容',
      status: '状态 完成情况 服务状态 是否完成 执行情况 完成状态 进展',
    },
  },
  visits: {
    titles:
      '入户探访 探访记录 走访记录 入户探访记录 探访 巡访 巡访记录 入户走访 探视记录 上门探访 探访台账 走访台账 入户记录 巡视探访 电话探访 走访登记 探访登记 电话慰问 慰问记录 电话慰问记录 关爱电话 电话关爱 电话回访 问候电话 通话记录',
    needs: [['name'], ['day'], ['means', 'met', 'problem', 'visitor', 'number']],
    context: ['community', 'visitor', 'day', 'means'],
    fields: {
      number: '探访编号 编号 走访编号 记录编号 探访号 巡访编号',
      day: '日期 探访日期 走访日期 入户日期 巡访日期 服务日期 上门日期 探访年月日 走访时间 探访时间 时间 通话日期 通话时间 回访日期 慰问日期',
      startsAt: `时间 探访时间 ${p.startsAt} 上门时间 走访时间 入户时间`,
      community: p.community,
      name: `${p.name} 被访人 被访老人 探访对象 被探访人 走访对象 探访老人 走访老人 被访者 慰问对象 被走访人 巡访对象 被探访老人 受访老人 受访人`,
      sex: p.sex,
      age: p.age,
      phoneTail: p.phoneTail,
      idTail: p.idTail,
      means: '探访方式 方式 走访方式 服务方式 探访形式 入户方式 巡访方式 形式 联系形式 走访形式',
      met: '是否见到本人 见到本人 是否见到 是否见面 见面情况 本人是否在家 是否见本人 见到老人 是否在家 是否见到老人 是否成功 是否联系上 见本人 是否见着本人',
      problem:
        '发现问题 问题 存在问题 发现的问题 异常情况 需求问题 问题及需求 发现情况 主要问题 问题描述 存在的问题 发现问题及需求 异常问题 老人需求 需求情况',
      handled: '处置 处理情况 处理 处置情况 解决情况 跟进情况 处理结果 处置结果 处理措施 解决措施 处理方式 跟进措施 处置措施 后续跟进',
      visitor: '探访人 走访人 探访人员 走访人员 巡访人 探访员 入户人员 服务人员 探访者 走访者 社工 志愿者 记录人 巡访员 上门人员 探访社工',
    },
  },
  shifts: {
    titles:
      '服务班次 志愿服务班次 班次登记 志愿服务记录 志愿服务登记 志愿服务时长 志愿者服务记录 班次 志愿者考勤 志愿者签到 志愿服务签到 志愿服务签到表 志愿者签到表 志愿者签到册 志愿服务时间 志愿服务台账 时长登记 志愿者时长',
    needs: [['name', 'volunteerNumber'], ['day'], ['claimed', 'confirmed', 'confirmedBy', 'kind', 'volunteerNumber']],
    context: ['day', 'kind', 'relatedNumber'],
    carried: ['day'],
    fields: {
      day: '服务日期 日期 服务时间 班次日期 活动日期 志愿服务日期 时间 服务年月日 值班日期',
      volunteerNumber: '志愿者编号 志愿者号 志愿编号 义工编号 编号 志愿者代码 志愿者证号 志愿者id',
      name: '志愿者 志愿者姓名 姓名 服务志愿者 义工姓名 义工 名字',
      kind: '服务类型 服务类别 服务项目 服务内容 类型 类别 班次类型 岗位 服务岗位 志愿服务类型 服务种类 志愿项目 活动类型 服务事项',
      relatedNumber: '关联编号 关联活动 活动编号 对应编号 关联服务编号 相关编号 对应活动 服务编号 对应活动编号 关联活动编号 关联记录',
      startsAt: `签到时间 ${p.startsAt} 签到 上岗时间 到岗时间`,
      endsAt: `签退时间 ${p.endsAt} 签退 离岗时间 下岗时间`,
      claimed: '申报时长 申报 申报时数 自报时长 填报时长 上报时长 申报小时 申报服务时长 申请时长 登记时长',
      confirmed:
        '确认时长 认定时长 核定时长 服务时长 时长 实际时长 审核时长 服务小时 核定小时 小时数 时长小时 服务时数 志愿时长 审定时长 确认小时 确认时数 服务时长小时 认定小时',
      confirmedBy: '确认人 审核人 认定人 核定人 确认人员 审核人员 核实人 确认社工 负责社工',
      status: '状态 完成情况 到岗情况 服务状态 班次状态 出勤情况 是否到岗 是否完成 完成状态',
    },
  },
}
