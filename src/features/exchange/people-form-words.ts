import type { FormWords } from './form-words.ts'
import { personWords } from './person-words.ts'

const p = personWords

/** The words that are not of an elder by what they say. */
const notOfElder = (words: string): string =>
  words
    .split(/\s+/)
    .filter((word) => !/^(?:老人|老年人|长者)/.test(word))
    .join(' ')

/** Registers and casework. */
export const peopleFormWords: {
  register: FormWords<'register'>
  caseList: FormWords<'caseList'>
  caseSession: FormWords<'caseSession'>
  carers: FormWords<'carers'>
  volunteers: FormWords<'volunteers'>
  volunteerFamilies: FormWords<'volunteerFamilies'>
} = {
  register: {
    titles: `老人花名册 花名册 困境老人 困难老人 老人名册 老人名单 老人台账 老年人台账 服务对象名册 服务对象名单 服务对象花名册 老人登记表 老人信息表
      老人基本信息 老年人基本信息 老人档案 老人信息登记 服务对象台账 服务对象登记 长者名册 老年人名册 老人摸底 摸底表 困难老年人 特殊困难老年人 底册`,
    needs: [
      ['name'],
      ['idNumber', 'birth', 'age', 'address'],
      ['address', 'labels', 'livingWith', 'householdNumber', 'headName', 'contactName', 'disability', 'idNumber'],
    ],
    context: ['community'],
    onePerRow: true,
    fields: {
      name: p.name,
      sex: p.sex,
      ethnicity: p.ethnicity,
      idNumber: p.idNumber,
      birth: p.birth,
      age: p.age,
      phone: p.phone,
      address: p.address,
      livingWith: `居住情况 居住状况 居住方式 居住状态 居住类型 居住形式 与谁同住 同住人 同住情况 共同居住人 居住条件 同住人员 家庭居住情况 居家情况 同住者
        与谁居住 居住人员 家庭结构 居住人员情况`,
      headName: p.headName,
      householdNumber: p.householdNumber,
      contactName: `紧急联系人 联系人 家属姓名 家属 亲属姓名 亲属 监护人 监护人姓名 子女姓名 子女 联系人姓名 紧急联系人姓名 赡养人 赡养人姓名 紧急联络人
        家属联系人 主要联系人 赡养义务人 家属亲属姓名 亲属联系人 主要照料人 家庭联系人 紧急联络人姓名 第一联系人`,
      contactRelation: `与老人关系 关系 与本人关系 与老人的关系 联系人关系 与服务对象关系 家属关系 亲属关系 与长者关系 与其关系 紧急联系人关系 与老年人关系
        监护人关系 与本人的关系 紧急联系人与老人关系 联系人与老人关系`,
      contactPhone: `联系人电话 家属电话 紧急联系人电话 亲属电话 监护人电话 子女电话 紧急联系电话 联系人联系方式 家属联系方式 家属联系电话 联系人联系电话
        联系人手机 家属手机 联系人手机号 紧急联系人联系方式 紧急联系人联系电话 紧急电话 子女联系方式 子女联系电话 亲属联系方式 亲属联系电话 紧急联系方式
        赡养人电话 紧急联系人手机 紧急联系人手机号 监护人联系方式 紧急联络人电话 紧急联络电话 家属手机号`,
      labels: `困难类别 类别 困难类型 困难情况 人员类别 老人类别 老人类型 对象类别 对象类型 困境类型 困境类别 身份类别 救助类别 类型 标签 困难标签 特殊情况
        特殊困难类型 特殊困难类别 保障类别 困难属性 人员类型 服务对象类别 服务对象类型 人群类别 人员属性 困难分类 家庭情况 困难程度 老人分类 困境情况 致困原因 特殊类别 人群分类`,
      disability: `残疾类别等级 残疾情况 残疾等级 残疾类别 残疾类别及等级 残疾类型 残疾类型及等级 残疾等级类别 残疾程度 残疾状况 残疾级别 残疾类型等级 残疾证等级 残疾证类别等级
        残疾类别和等级 残疾种类等级 残疾`,
      registeredOn: `登记日期 入册时间 在册日期 入档时间 造册日期 登册日期 加入日期 加入时间 注册日期 注册时间 服务开始日期 建档年月日 入册年月 建档日期 建档时间 登记时间 入册日期 录入时间 入库日期 建册日期 纳入日期 纳入时间 登记年月日 采集日期 采集时间 摸底日期 走访日期 调查日期
        填写日期 入档日期 建立档案日期 报名日期`,
      community: p.community,
      note: p.note,
    },
  },
  caseList: {
    titles:
      '个案一览 个案一览表 个案汇总 个案列表 个案台账 个案总表 个案名单 个案登记 个案登记表 个案清单 接案登记 接案登记表 个案管理 个案进度 个案信息',
    needs: [
      ['name', 'number'],
      ['openedOn', 'closedOn', 'source', 'gdsBefore', 'gdsAfter', 'sessionCount', 'problem', 'status'],
    ],
    context: ['community', 'worker'],
    others: '预计结案 预计结案日期 预计结案时间 计划结案日期 拟结案日期',
    onePerRow: true,
    fields: {
      number: '个案编号 个案号 案号 编号 档案号 档案编号 案例编号 个案序号 个案代码 案主编号 个案档案号',
      name: p.name,
      sex: p.sex,
      age: p.age,
      community: p.community,
      idNumber: p.idNumber,
      idTail: p.idTail,
      phoneTail: p.phoneTail,
      source: '个案来源 来源 接案来源 案主来源 转介来源 服务来源 来源渠道 个案来源渠道 来案途径 求助途径',
      problem: `主要问题 问题类型 问题 求助问题 问题类别 个案类型 个案问题 求助事项 主要需求 服务需求 需求类型 问题与需求 主要困扰 面临问题 问题描述 案主问题 求助原因
        个案类别 主要诉求`,
      openedOn: '接案日期 开案日期 接案时间 开案时间 立案日期 建案日期 立案时间 受理日期 受理时间 开始日期 首次接案日期 个案开始日期',
      closedOn: '结案日期 结案时间 实际结案 实际结案日期 实际结案时间 结束日期 关案日期 结案 销案日期 个案结束日期',
      status: '状态 个案状态 进展 服务状态 进度 结案情况 目前状态 个案进度 当前状态 办理状态 个案进展 是否结案',
      worker: p.worker,
      counsellor: p.counsellor,
      gdsBefore: `gds前测 gds前 gds15前 抑郁量表前 抑郁前测 老年抑郁量表前测 老年抑郁量表gds前测 抑郁量表gds前测 首次gds 前测gds gds15前测 前测 前测分 前测得分 前测分数 gds前测得分 gds前测分 gds前测总分 抑郁量表前测 量表前测 首次测评 前测总分 初测 初测分 gds初测 基线得分 gds基线
        接案评分 老年抑郁前测 gds15首次 首测`,
      gdsAfter: `gds后测 gds后 gds15后 抑郁量表后 抑郁后测 老年抑郁量表后测 老年抑郁量表gds后测 抑郁量表gds后测 末次gds 后测gds gds15后测 后测 后测分 后测得分 后测分数 gds后测得分 gds后测分 gds后测总分 抑郁量表后测 量表后测 末次测评 后测总分 复测 复测分 gds复测 gds末次
        结案评分 老年抑郁后测 gds15末次 末测 终测`,
      sessionCount:
        '面谈次数 服务次数 会谈次数 访谈次数 个案次数 辅导次数 次数 咨询次数 累计次数 累计服务次数 已服务次数 面谈总次数 服务总次数 介入次数',
      note: p.note,
    },
  },
  caseSession: {
    titles:
      '个案服务记录 个案记录 个案过程记录 面谈记录 会谈记录 咨询记录 个案服务 服务记录 个案面谈记录 辅导记录 心理咨询记录 个案工作记录 个案跟进记录 个案过程',
    needs: [['caseNumber', 'name'], ['day'], ['summary', 'method', 'ordinal', 'caseNumber', 'counsellor', 'nextPlan']],
    context: ['caseNumber', 'name', 'community', 'worker', 'counsellor'],
    carried: ['caseNumber', 'name'],
    fields: {
      caseNumber: '个案编号 个案号 案号 档案号 档案编号 案例编号 所属个案 个案代码 编号 案主编号',
      name: p.name,
      community: p.community,
      ordinal: '次序 次数 第几次 服务次序 面谈次序 会谈次序 服务次数 节次 次别 面谈次数 第次 会谈次数 序次 咨询次数 访谈次序 次',
      day: '服务日期 日期 面谈日期 服务时间 会谈日期 面谈时间 时间 访谈日期 记录日期 辅导日期 咨询日期 会谈时间 咨询时间 服务年月日 介入日期',
      startsAt: p.startsAt,
      endsAt: p.endsAt,
      minutes: '时长 服务时长 面谈时长 用时 时长分钟 会谈时长 服务时数 时间长度 咨询时长 服务时长分钟 服务小时 分钟数 持续时间 工时',
      method: '方式 服务方式 面谈方式 介入方式 服务形式 会谈方式 形式 访谈方式 联系方式类型 会面方式 咨询方式',
      worker: p.worker,
      counsellor: p.counsellor,
      summary:
        '过程摘要 服务内容 摘要 过程记录 内容 服务过程 面谈内容 会谈内容 主要内容 服务摘要 过程 内容摘要 记录 面谈记录 服务记录 过程概述 服务情况 情况记录 访谈内容 咨询内容',
      nextPlan:
        '下次计划 下一步计划 后续计划 跟进计划 下步计划 后续跟进 下次安排 下一步安排 跟进事项 下次服务计划 后续安排 下次面谈计划 下一步工作',
    },
  },
  carers: {
    titles: '照护者名单 照护者名册 家庭照护者 照料者名单 照顾者名单 照护者登记 照护者 照顾者 照料者 家属照护者 照护者台账 家庭照顾者名册',
    needs: [['name'], ['elders', 'relation', 'number']],
    context: ['community'],
    others: `老人身份证 老人身份证号 老人身份证号码 长者身份证号 被照护老人身份证号 被照护老人身份证号码 老人电话 老人联系电话 老人联系方式 老人手机 老人性别 老人年龄
      被照护老人电话 被照护老人性别 被照护老人年龄 照护对象身份证号 长者电话 老年人电话`,
    onePerRow: true,
    fields: {
      number: '照护者编号 照顾者编号 照料者编号 照护人编号 编号 照护者号',
      name: '照护者姓名 照护者 照顾者 照顾者姓名 照料者 照料者姓名 照护人 照护人姓名 家庭照护者 家庭照护者姓名 照料人 姓名 主要照顾者 主要照护者 家属姓名 护理人 家庭照顾者',
      sex: `${notOfElder(p.sex)} 照护者性别`,
      idNumber: `${notOfElder(p.idNumber)} 照护者身份证号 照顾者身份证号`,
      phone: `${notOfElder(p.phone)} 照护者电话 照顾者电话 照护者联系电话 照料者电话`,
      relation:
        '与老人关系 关系 与被照护人关系 与被照护老人关系 与照护对象关系 与老人的关系 与被照顾者关系 与长者关系 与被照料人关系 照护关系',
      elders:
        '被照护老人 照护老人 照护对象 被照护人 被照顾老人 被照顾者 被照料人 所照护老人 被照料老人 老人姓名 照顾老人 照顾对象 照料对象 被照护老人姓名 被照护者 照护的老人 长者姓名',
      community: p.community,
    },
  },
  volunteers: {
    titles:
      '志愿者名册 志愿者名单 志愿者花名册 志愿者信息 志愿者登记 志愿者台账 志愿者一览 志愿者登记表 志愿者信息表 志愿者库 志愿者招募 义工名册 义工名单 志愿服务队名册',
    needs: [['name'], ['number', 'skills', 'familyNumber', 'guardianConsent']],
    context: ['community'],
    onePerRow: true,
    fields: {
      number: '志愿者编号 志愿者号 志愿编号 义工编号 编号 志愿者证号 注册编号 志愿者注册号 志愿者代码 志愿者id',
      name: '姓名 志愿者姓名 志愿者 义工姓名 名字 义工',
      sex: p.sex,
      idNumber: `${p.idNumber} 志愿者身份证号`,
      birth: p.birth,
      phone: p.phone,
      familyNumber: '家庭编号 志愿家庭编号 所属家庭 志愿家庭 家庭号 所属志愿家庭 家庭代码',
      skills: '专长 特长 服务专长 技能 擅长 志愿服务专长 服务特长 专业特长 技能特长 服务技能 可提供服务 服务意向 服务类别',
      guardianConsent:
        '监护人同意 监护人是否同意 家长同意 监护人签字 监护人知情同意 监护人同意书 监护人签名 家长签字 未成年人监护人同意 家长是否同意 监护人确认',
      community: `${p.community} 服务社区`,
    },
  },
  volunteerFamilies: {
    titles: '志愿家庭 志愿家庭登记 志愿家庭名册 志愿者家庭 志愿家庭名单 志愿家庭一览 家庭志愿者 志愿家庭台账 义工家庭',
    needs: [
      ['number', 'title'],
      ['size', 'contactName', 'joinedOn'],
    ],
    context: ['community'],
    fields: {
      number: '家庭编号 志愿家庭编号 编号 家庭号 家庭代码 志愿家庭号',
      title: '家庭名称 志愿家庭名称 志愿家庭 家庭 家庭名 名称 家庭称呼',
      contactName: '联系人 家庭联系人 负责人 联系人姓名 代表 家庭代表 家长 家庭负责人 户主 家长姓名',
      size: '人数 家庭人数 成员数 成员人数 家庭成员数 参与人数 人口 家庭人口 家庭成员人数 参加人数',
      community: p.community,
      joinedOn: '加入日期 加入时间 登记日期 注册日期 报名日期 入队日期 成立日期 招募日期 注册时间 登记时间 加入年月',
    },
  },
}
